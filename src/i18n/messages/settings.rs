//! The settings of the person and of the programme.

use super::counted;

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
        DueDays => "Hạn nộp số liệu", "Figures are due";
        DueDaysHint => "ngày sau khi hết kỳ", "days after the period";
        OffTrackShare => "Xếp “Chậm” khi thiếu hơn", "Off track when short by more than";
        OffTrackShareHint => "% so với nhịp cần có, khi chưa dự báo được", "% of the required pace, where nothing is projected";
        NearShare => "Xếp “Gần đạt” từ", "Near from";
        NearShareHint => "% mục tiêu; để trống: không dùng", "% of the target; empty: not used";
        AboutShare => "“Khoảng” cho phép lệch", "“About” allows";
        AboutShareHint => "% so với mục tiêu", "% off the target";
        DueSoonDays => "Báo sắp đến hạn", "Due soon";
        DueSoonDaysHint => "ngày trước thời hạn", "days ahead";
        Storage => "Dữ liệu trên máy này", "Data on this computer";
        StorageUsed { used: String, limit: String } => format!("Đã dùng {used} trên {limit}."), format!("{used} of {limit} used.");
        ClearSampleNote =>
            "Bỏ mọi số liệu minh họa của chỉ tiêu; tiến độ, báo cáo đã nhận, nhiệm vụ và phân công giữ nguyên. Hoàn tác được.",
            "Takes away the invented figures of indicators; progress, reports received, tasks and assignments stay. It can be undone.";
        LastFile { when: String } => format!("Tệp sao lưu gần nhất: {when}."), format!("Last backup file: {when}.");
        NoFileYet => "Chưa tải tệp sao lưu nào của chương trình đang mở.", "No backup file of the open programme yet.";
        SaveFileNow => "Hãy tải tệp sao lưu.", "Download a backup file.";
        PointCount { count: usize } =>
            format!("{count} bản sao để khôi phục trên máy này."),
            counted(*count, "restore point on this computer.", "restore points on this computer.");
        SeePoints => "Xem, khôi phục", "See them, restore";
        MayBeCleared =>
            "Trình duyệt có thể tự xóa khi máy hết chỗ. Hãy tải tệp sao lưu đều đặn.",
            "The browser may clear it when the device runs out of room. Download a backup file regularly.";
        Keys => "Phím tắt", "Keys";
        Version { version: String } => format!("Phiên bản {version}"), format!("Version {version}");
    }
}
