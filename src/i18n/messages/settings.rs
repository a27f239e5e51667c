//! The settings of the person and of the programme.

messages! {
    /// The settings page.
    Settings {
        Title => "Cài đặt", "Settings";
        Person => "Bạn", "You";
        PersonName => "Họ và tên", "Name";
        PersonBody => "Đơn vị", "Body";
        PersonNote =>
            "Tên này được ghi kèm mỗi thay đổi bạn làm.",
            "This name is written beside every change you make.";
        Looks => "Hiển thị", "Display";
        Language => "Ngôn ngữ", "Language";
        Theme => "Giao diện", "Theme";
        ThemeSystem => "Theo hệ thống", "As the system";
        ThemeLight => "Sáng", "Light";
        ThemeDark => "Tối", "Dark";
        Contrast => "Tương phản cao", "High contrast";
        SingleKeys => "Phím tắt một chữ cái", "Single-letter keys";
        ProgrammeSettings => "Quy tắc của chương trình", "Rules of the programme";
        ProgrammeSettingsNote =>
            "Các quy tắc này đi kèm tệp: người nhận cũng thấy đánh giá theo đúng các quy tắc đó.",
            "They travel with the programme: whoever gets the file sees verdicts by these rules.";
        AsksDays => "Nhập số ngày nguyên, từ 0 đến 366.", "Enter whole days, 0 to 366.";
        AsksPercent => "Nhập số từ 0 đến 100.", "Enter a number from 0 to 100.";
        TextSize => "Cỡ chữ", "Text size";
        TextNormal => "Vừa", "Normal";
        TextLarge => "Lớn", "Large";
        TextLargest => "Rất lớn", "Largest";
        PeriodEdges => "Kỳ số liệu", "Data periods";
        DueDays => "Hạn nộp (số ngày sau khi hết kỳ)", "Days after the period in which figures are due";
        OffTrackShare => "Xếp “Chậm” khi thiếu hơn (% nhịp)", "Off track when short by more than (% of pace)";
        NearShare => "Xếp “Gần đạt” từ (% mục tiêu), để trống nếu không dùng", "Near from (% of target); empty: not used";
        AboutShare => "Dung sai của “khoảng” (%)", "Tolerance of “about” (%)";
        DueSoonDays => "Báo sắp đến hạn trước (ngày)", "Due soon, days ahead";
        Storage => "Dữ liệu trên máy này", "Data on this computer";
        StorageUsed { used: String, limit: String } => format!("Đã dùng {used} trên {limit}"), format!("{used} of {limit} used");
        LastFile { when: String } => format!("Tệp sao lưu gần nhất: {when}."), format!("Last backup file: {when}.");
        NoFileYet => "Chưa tải tệp sao lưu nào của chương trình đang mở.", "No backup file of the open programme yet.";
        SaveFileNow => "Hãy tải một tệp mới.", "Download a new one.";
        PointCount { count: usize } =>
            format!("{count} bản sao để khôi phục trên máy này."),
            if *count == 1 { "1 restore point on this computer.".to_owned() } else { format!("{count} restore points on this computer.") };
        SeePoints => "Xem, khôi phục", "See them, restore";
        MayBeCleared =>
            "Trình duyệt có thể tự xóa khi máy hết chỗ. Hãy tải tệp sao lưu đều đặn.",
            "The browser may clear it when the device runs out of room. Download a backup file regularly.";
        Keys => "Phím tắt", "Keys";
        Version { version: String } => format!("Phiên bản {version}"), format!("Version {version}");
    }
}
