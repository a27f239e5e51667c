//! The frame of every page: navigation, top bar, words that all screens share.

use super::counted;

messages! {
    /// Navigation, top bar and shared words.
    Shell {
        Product => "Tiến Độ", "Tiến Độ";
        SkipToContent => "Đến nội dung chính", "Skip to main content";
        MainNavigation => "Điều hướng chính", "Main navigation";
        Overview => "Tổng quan", "Overview";
        Presentation => "Trình chiếu", "Presentation";
        Programme => "Chương trình", "Programme";
        Indicators => "Chỉ tiêu", "Indicators";
        Assignments => "Phân công", "Assignments";
        Report => "Báo cáo", "Report";
        MyWork => "Việc của đơn vị tôi", "My body's work";
        DataHeading => "Dữ liệu", "Data";
        ImportDocument => "Nhập văn bản", "Import a document";
        ToChoose => "Cần chọn", "To decide";
        ImportExport => "Nhập, xuất tệp", "Import, export";
        Library => "Các chương trình", "Programmes";
        NewProgramme => "Chương trình mới", "New programme";
        Issuing => "Ban hành và sửa đổi", "Issue and amendments";
        SettingsPage => "Cài đặt", "Settings";
        Search => "Tìm", "Search";
        SearchOrCommand => "Tìm hoặc ra lệnh", "Search or command";
        SearchHint => "Tìm, không cần dấu", "Search, marks not needed";
        MoreActions => "Thao tác khác", "More actions";
        OpenMenu => "Mở điều hướng", "Open navigation";
        SwitchProgramme => "Đổi chương trình", "Switch programme";
        NoneOpen => "Chưa mở chương trình nào", "No programme is open";
        PartOf { body: String, programme: String } =>
            format!("Đây là phần của {body} trong “{programme}”. Các con số tổng hợp chỉ tính phần này; số mục theo văn bản."),
            format!("This is the part of {body} in “{programme}”. Totals count this part alone; items are numbered as in the document.");
        SampleFigures => "Số liệu minh họa", "Illustrative figures";
        ClearSampleFigures => "Xóa số liệu minh họa", "Clear illustrative figures";
        AsOf { date: String } => format!("Tính đến {date}"), format!("As of {date}");
        AsOfLabel => "Ngày tính", "As-of date";
        AsOfShort { date: String } => format!("đến {date}"), format!("to {date}");
        FollowToday => "Theo ngày hôm nay", "Follow today";
        OwnDay => "Theo ngày của chương trình", "The programme's own day";
        ChooseDay => "Chọn ngày khác", "Another day";
        PreviousPeriod => "Kỳ trước", "Previous period";
        NextPeriod => "Kỳ sau", "Next period";
        Save => "Lưu", "Save";
        Cancel => "Hủy", "Cancel";
        Close => "Đóng", "Close";
        Edit => "Sửa", "Edit";
        Delete => "Xóa", "Delete";
        Rename => "Đổi tên", "Rename";
        Undo => "Hoàn tác", "Undo";
        ExportToSend => "Xuất tệp gửi", "Export to send";
        ShowLines => "Xem", "Show";
        Redo => "Làm lại", "Redo";
        All => "Tất cả", "All";
        None => "Không có", "None";
        Yes => "Có", "Yes";
        No => "Không", "No";
        NothingToUndo => "Không còn gì để hoàn tác", "Nothing left to undo";
        NothingToRedo => "Không còn gì để làm lại", "Nothing left to redo";
        UndoPartly { kept: usize } =>
            format!("Đã hoàn tác. Giữ nguyên {kept} chỗ vì đã được sửa sau đó."),
            format!("Undone. {} kept.", counted(*kept, "place was changed since and is", "places were changed since and are"));
        Deleted { title: String } => format!("Đã xóa “{title}”"), format!("Deleted “{title}”");
        DeletedWithParts { title: String, parts: usize } =>
            format!("Đã xóa “{title}” và {parts} mục bên trong"),
            format!("Deleted “{title}” and {} inside it", counted(*parts, "item", "items"));
        SampleCleared => "Đã xóa số liệu minh họa", "Illustrative figures cleared";
        PageNotFound => "Không có trang này", "There is no such page";
        PageNotFoundHint { address: String } =>
            format!("Địa chỉ “{address}” không dẫn tới trang nào: có thể bị gõ thiếu, hoặc do phiên bản khác của ứng dụng tạo ra. Dữ liệu của bạn vẫn nguyên."),
            format!("No page has the address “{address}”: it may be cut short, or come from another version of the app. Your data are untouched.");
        PageNotArrived => "Chưa tải được trang này", "This page could not be fetched";
        PageNotArrivedHint =>
            "Mạng có thể đang gián đoạn. Dữ liệu của bạn vẫn nguyên trên máy này.",
            "The network may be down. Your data are still on this device.";
        RecordNotFound => "Mục này không còn trong chương trình.", "This item is no longer in the programme.";
        ReadOnly => "Chỉ xem", "Read only";
    }
}

messages! {
    /// Days from today, in words.
    When {
        Today => "hôm nay", "today";
        Yesterday => "hôm qua", "yesterday";
        Tomorrow => "ngày mai", "tomorrow";
        Ago { days: i64 } => format!("{days} ngày trước"), format!("{days} days ago");
        In { days: i64 } => format!("còn {days} ngày"), format!("in {days} days");
    }
}

impl When {
    /// `days` from today; negative is past.
    pub fn from_days(days: i64) -> Self {
        match days {
            0 => Self::Today,
            -1 => Self::Yesterday,
            1 => Self::Tomorrow,
            past if past < 0 => Self::Ago { days: -past },
            ahead => Self::In { days: ahead },
        }
    }
}
