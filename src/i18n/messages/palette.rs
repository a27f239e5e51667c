//! The command palette and the list of keys.

messages! {
    /// One box to go, do and find; and what the keys do.
    Palette {
        Hint => "Tìm chỉ tiêu, mục hoặc lệnh", "Search targets, lines, commands";
        Results => "Kết quả", "Results";
        Suggestion => "Gợi ý", "Suggestion";
        GoTo => "Đi đến", "Go to";
        Measures => "Chỉ tiêu", "Targets";
        Lines => "Mục trong chương trình", "Lines of the programme";
        Commands => "Lệnh", "Commands";
        CommandsFor { title: String } => format!("Lệnh cho “{title}”"), format!("Commands for “{title}”");
        Programmes => "Chương trình khác", "Other programmes";
        Nothing { query: String } => format!("Không tìm thấy “{query}”"), format!("Nothing found for “{query}”");
        Nearest { word: String } => format!("Có phải “{word}”?"), format!("Did you mean “{word}”?");
        OnlyCommands => "gõ > để chỉ tìm lệnh", "type > for commands only";
        Choose => "chọn", "choose";
        ToOpen => "mở", "open";
        MoreCommands => "lệnh cho chỉ tiêu", "commands for it";
        CopyReminder { body: String } => format!("Chép lời nhắc gửi {body}"), format!("Copy a reminder to {body}");
        Reminder { body: String, measure: String, verdict: String, day: String, why: String } =>
            format!("{body}: {measure}, {verdict} (đến {day}). {why}"),
            format!("{body}: {measure}, {verdict} (as of {day}). {why}");
        SwitchTheme => "Đổi giao diện sáng, tối", "Switch light and dark";
        SwitchLanguage => "English", "Tiếng Việt";
        Print => "In trang này", "Print this page";
        ShowKeys => "Xem các phím tắt", "Show all keys";
        KeysTitle => "Phím tắt", "Keys";
        KeysEverywhere => "Mọi trang", "Every page";
        KeysOutline => "Chương trình", "Programme";
        KeysList => "Chỉ tiêu", "Indicators";
        KeysFigures => "Bảng số liệu", "Figures";
        KeysLeader => "Trình chiếu", "Presentation";
        ThisList => "Danh sách phím này", "This list of keys";
        NextPrevious => "Mục sau, mục trước", "Next, previous";
        FirstLast => "Tổng hợp, chỉ tiêu cuối", "Summary, last indicator";
        FirstOfVerdict => "Đến chỉ tiêu đầu của một đánh giá", "To the first of a verdict";
        FullScreen => "Toàn màn hình", "Full screen";
        OpenIt => "Mở", "Open";
        Leave => "Thoát", "Leave";
        EditTitle => "Sửa dòng", "Edit the line";
        NewLine => "Dòng mới", "New line";
        Indent => "Thụt vào, thụt ra", "Indent, outdent";
        MoveLine => "Chuyển lên, xuống", "Move up, down";
        DeleteLine => "Xóa dòng", "Delete the line";
        EnterFigure => "Nhập số liệu", "Enter a figure";
        Why => "Vì sao", "Why";
        MoveCells => "Sang ô khác", "Move among cells";
        PasteBlock => "Dán từ bảng tính", "Paste from a spreadsheet";
    }
}
