//! The page that turns an official document into a programme.

use super::counted;

messages! {
    /// Choosing a document, looking through what was found, making the programme.
    Import {
        Title => "Nhập văn bản", "Import a document";
        Lead =>
            "Biến văn bản chính thức thành chương trình để theo dõi. Văn bản được đọc ngay trên máy này, không gửi đi đâu.",
            "From an official document to a programme that can be followed. It is read on this computer and sent nowhere.";
        Steps => "Các bước", "Steps";
        StepRead => "Đọc tệp", "Read the file";
        StepReview => "Soát cấu trúc", "Review the structure";
        StepCreate => "Tạo chương trình", "Make the programme";
        Drop => "Thả tệp .docx, .txt hoặc .md vào đây", "Drop a .docx, .txt or .md file here";
        Choose => "Chọn tệp", "Choose a file";
        PasteLabel => "Hoặc dán văn bản", "Or paste the text";
        PasteHint => "Dán từ Word, PDF hoặc trang web", "Paste from Word, a PDF or a web page";
        Read => "Đọc văn bản", "Read the text";
        CannotRead { name: String, why: String } =>
            format!("Không đọc được “{name}”: {why}. Dữ liệu đang có không thay đổi."),
            format!("“{name}” cannot be read: {why}. Nothing stored has changed.");
        NotReadable => "trình duyệt không mở được tệp", "the browser cannot open the file";
        ReviewTitle { number: String } => format!("Soát văn bản {number}"), format!("Review document {number}");
        Source => "Văn bản gốc", "Source text";
        SourceNote { lines: usize } => format!("giữ nguyên từng chữ, {lines} dòng"), format!("word for word, {}", counted(*lines, "line", "lines"));
        Structure => "Cấu trúc đọc được", "What was understood";
        ToSee { count: usize } => format!("Cần xem {count}"), format!("To look at {count}");
        Everything { count: usize } => format!("Tất cả {count}"), format!("All {count}");
        Compared => "So với bản đang mở", "Against the open one";
        Tasks => "Nhiệm vụ", "Tasks";
        Measures => "Chỉ tiêu đo được", "Measurable targets";
        Goals => "Định tính", "Qualitative";
        Solutions => "Giải pháp", "Solutions";
        Assignments => "Phân công", "Assignments";
        Leads { bodies: String } => format!("chủ trì: {bodies}"), format!("lead: {bodies}");
        TakePart { bodies: String } => format!("phối hợp: {bodies}"), format!("with: {bodies}");
        Due { deadline: String } => format!("hạn: {deadline}"), format!("due: {deadline}");
        Line { line: usize } => format!("dòng {line}"), format!("line {line}");
        Unread => "Chưa hiểu dòng này", "This line was not understood";
        Suggest { words: String } => format!("Sửa thành “{words}”?"), format!("Read as “{words}”?");
        Accept => "Sửa theo gợi ý", "Accept";
        Leave => "Để nguyên", "Leave it";
        Seen => "Đã xem", "Seen";
        AllSeen => "Không còn chỗ nào cần xem.", "Nothing is left to look at.";
        Left { count: usize } => format!("Còn {count} chỗ nên xem."), counted(*count, "place is worth a look.", "places are worth a look.");
        LeftNote => "Bỏ qua cũng được, sửa sau trong Chương trình.", "They can wait, and be mended in the programme.";
        Name => "Tên", "Name";
        Comparator => "Phép so sánh", "Comparator";
        DownTo => "giảm còn", "reduce to";
        UpTo => "nâng lên", "raise to";
        Value => "Giá trị", "Value";
        High => "Đến", "To";
        Unit => "Đơn vị tính", "Unit";
        Kind => "Loại", "Kind";
        NoNumber { text: String } => format!("“{text}” không phải là số hợp lệ"), format!("“{text}” is no plain number");
        Right => "Đúng", "Right";
        RightNext => "Đúng, xem chỗ sau", "Right, next place";
        NoTargetYet => "chưa có mục tiêu", "no target yet";
        NoTarget => "Không phải chỉ tiêu", "Not a target";
        ToGoal => "Chuyển thành mục tiêu định tính", "Make it qualitative";
        ToMeasure => "Chuyển thành chỉ tiêu đo được", "Make it measurable";
        Join => "Nối với chỉ tiêu trước", "Join with the target before";
        Unjoin => "Tách khỏi chỉ tiêu trước", "Part from the target before";
        Split => "Tách thêm một chỉ tiêu", "Split off another target";
        SameAs { name: String } => format!("Cùng một mục tiêu với “{name}”."), format!("The same target as “{name}”.");
        PartOf { name: String } => format!("Là một phần của “{name}”."), format!("A part of “{name}”.");
        Restore => "Đưa trở lại", "Take back in";
        UndoLast => "Lùi một bước", "Undo this step";
        KeyMove => "chuyển dòng", "move";
        KeyNext => "chỗ sau", "next place";
        Cancel => "Hủy nhập", "Cancel";
        Create => "Tạo chương trình", "Create the programme";
        Created { title: String } => format!("Đã tạo “{title}” từ văn bản"), format!("“{title}” was made from the document");
        New => "Mới", "New";
        Changed { before: String } => format!("Trước đây: {before}"), format!("Before: {before}");
        Gone => "Không còn trong văn bản này", "No longer in this document";
        SameCount { count: usize } => format!("{count} mục giữ nguyên"), counted(*count, "line is the same", "lines are the same");
    }
}
