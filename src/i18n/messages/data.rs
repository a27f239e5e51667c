//! Import, export, backups and restore points.

use super::counted;

messages! {
    /// The page of files.
    Data {
        Title => "Nhập, xuất tệp", "Import, export";
        ExportTitle => "Xuất", "Export";
        ExportNote =>
            "Một tệp chứa cả chương trình, số liệu và lịch sử sửa. Gửi cho nơi khác hoặc cất làm bản sao lưu.",
            "One file holds the programme, its figures and its history. Send it on, or keep it as a backup.";
        DownloadFile => "Tải tệp", "Download file";
        DownloadBackup => "Tải sao lưu", "Download backup";
        Downloaded { file: String } => format!("Đã tải xuống tệp {file}."), format!("{file} has been downloaded.");
        ImportTitle => "Nhập", "Import";
        ImportNote =>
            "Chọn tệp .json của Tiến Độ, hoặc tệp .zip gồm nhiều tệp như vậy. Bạn xem trước mọi thay đổi rồi mới nhận.",
            "Choose a .json file of Tiến Độ, or a .zip that holds several. You see every change before anything is taken in.";
        ChooseFile => "Chọn tệp", "Choose a file";
        DropHere => "Thả một hay nhiều tệp .json, .zip vào đây", "Drop one or more .json or .zip files here";
        IsDocument =>
            "Đây là văn bản, không phải tệp chương trình của Tiến Độ. Mở ở trang “Nhập văn bản”.",
            "This is a document and no programme's file of Tiến Độ. Open it on the page “Import a document”.";
        NothingInside => "Tệp nén không có tệp nào của Tiến Độ.", "The archive holds no file of Tiến Độ.";
        SeveralInside { count: usize } =>
            format!("Có {count} tệp, mỗi tệp là phần của một đơn vị hay một chương trình riêng. Mở từng tệp một (tệp nén thì giải nén trước); gói giao việc thì mở gói của đơn vị mình."),
            format!("There are {}, each a body's part or a programme of its own. Open them one by one (unpack an archive first); of work packages, open that of your body.", counted(*count, "file", "files"));
        Reading => "Đang đọc tệp", "Reading the file";
        PreviewTitle { name: String } => format!("Trong tệp {name}"), format!("In {name}");
        ProgrammeInFile { title: String } => format!("Chương trình: {title}"), format!("Programme: {title}");
        Added { count: usize } => format!("thêm {count}"), format!("{count} added");
        Changed { count: usize } => format!("sửa {count}"), format!("{count} changed");
        Removed { count: usize } => format!("xóa {count}"), format!("{count} deleted");
        AddedWord => "mục mới", "added";
        ChangedWord => "mục được sửa", "changed";
        RemovedWord => "mục bị xóa", "deleted";
        ConflictsWord => "cần bạn chọn", "for you to decide";
        BothWrote => "hai nơi cùng sửa, chọn sau khi hợp nhất", "written in two places; you decide after merging";
        UnnamedWriter => "người không ghi tên", "somebody without a name";
        NothingNew => "Tệp không có gì mới so với chương trình đang mở.", "Nothing in the file is new to the open programme.";
        FromBody { body: String } => format!("Từ {body}"), format!("From {body}");
        NameIsClaim =>
            "Tên trong tệp do người gửi tự ghi, chưa được xác minh.",
            "Names in a file are the sender's claim, not proof.";
        ImportAsNew => "Thêm thành chương trình mới", "Add as a new programme";
        ReplaceAfterBackup => "Thay chương trình đang mở, giữ bản sao", "Replace the open programme, keep a copy first";
        Merge => "Hợp nhất vào chương trình đang mở", "Merge into the open programme";
        OtherProgramme =>
            "Tệp này là của một chương trình khác, nên không hợp nhất được.",
            "This file belongs to another programme, so it cannot be merged.";
        NearlyEmpty { entities: usize, before: usize } =>
            format!("Tệp chỉ có {entities} mục, trong khi chương trình đang mở có {before}. Vẫn thay?"),
            format!("The file holds only {} while the open programme has {before}. Replace all the same?", counted(*entities, "entry", "entries"));
        ReplaceAnyway => "Vẫn thay", "Replace all the same";
        Replaced { title: String } => format!("Đã thay bằng “{title}”, bản trước còn trong Sao lưu"), format!("Replaced by “{title}”; the version before is in Backup");
        Merged { changes: usize } => format!("Đã hợp nhất {changes} thay đổi"), format!("{} merged", counted(*changes, "change", "changes"));
        MergedAndLeft { changes: usize, left: usize } =>
            format!("Đã hợp nhất {changes} thay đổi, còn {left} chỗ cần chọn"),
            format!("{} merged, {left} left to decide", counted(*changes, "change", "changes"));
        CannotRead { name: String } => format!("Không đọc được {name}"), format!("{name} cannot be read");
        CannotReadAny => "Không nhận được tệp nào", "None of the files can be taken";
        LeftOut { name: String } => format!("Bỏ qua {name}."), format!("{name} is left out.");
        NothingWritten => "Dữ liệu đang lưu không bị đụng đến.", "What is stored was not touched.";
        RestorePoints => "Bản sao trên máy này", "Restore points on this computer";
        RestorePointsNote =>
            "Giữ 30 bản gần nhất, tạo mỗi ngày và trước mỗi lần nhập, hợp nhất, khôi phục.",
            "The last 30 are kept: one a day, and one before each import, merge or restore.";
        NoRestorePoints => "Chưa có bản sao nào.", "No restore points yet.";
        Restore => "Khôi phục", "Restore";
        OpenPoint => "Mở thành chương trình riêng", "Open as a programme of its own";
        PointGone => "Bản sao này không còn hoặc không đọc được.", "This restore point is gone or cannot be read.";
        NoCopyFirst => "Chưa tạo được bản sao trước khi thay. Hãy tải tệp sao lưu trước.", "No copy could be made first. Download a backup before you go on.";
        Taken => "Đã thay, bản trước còn trong các bản sao", "Replaced; the version before is among the restore points";
        RestoredPoint => "Đã khôi phục, bản trước đó còn trong các bản sao", "Restored; the version before is among the restore points";
        LastBackup { when: String } => format!("Sao lưu: {when}"), format!("Backup: {when}");
        Share => "Chia sẻ", "Share";
        EachChange => "Từng thay đổi", "Each change";
        MoreChanges { count: usize } => format!("và {count} thay đổi nữa"), format!("and {}", counted(*count, "more change", "more changes"));
        OutsideScope { count: usize } =>
            format!("{count} thay đổi nằm ngoài phần mà tệp được giao."),
            format!("{} beyond the part this file was given.", counted(*count, "change lies", "changes lie"));
        WouldReplace { what: String } =>
            format!("Thay chương trình đang mở bằng tệp này sẽ {what}."),
            format!("Replacing the open programme with this file: {what}.");
        VerdictsChange => "Đánh giá sẽ đổi", "Verdicts that would change";
        NoVerdictChanges => "Không đánh giá nào thay đổi.", "No verdict would change.";
        RestoreTitle { when: String } => format!("Khôi phục bản {when}?"), format!("Restore the version of {when}?");
        SamePoint => "Bản sao này giống chương trình đang mở.", "This copy is the same as the open programme.";
        RestoreNow => "Khôi phục bản này", "Restore this version";
        NeverBackedUp => "Chưa tải tệp sao lưu lần nào", "No backup file downloaded yet";
    }
}

messages! {
    /// Fields of records, in a list of changes.
    Field {
        Name => "Tên", "Name";
        Text => "Nguyên văn", "Full text";
        Figure => "Số liệu", "Figure";
        Note => "Ghi chú", "Note";
        State => "Trạng thái", "State";
        Percent => "Phần trăm hoàn thành", "Percent done";
        Deadline => "Thời hạn", "Deadline";
        Product => "Sản phẩm", "Deliverable";
        Target => "Mục tiêu", "Target";
        Unit => "Đơn vị tính", "Unit";
        Owner => "Đơn vị chủ trì", "Lead";
        Role => "Vai trò", "Role";
        Place => "Vị trí", "Place";
        Label => "Số in trong văn bản", "Printed number";
        Source => "Nguồn", "Source";
        Completed => "Ngày hoàn thành", "Day of completion";
        Evidence => "Minh chứng", "Evidence";
        Reason => "Lý do sửa", "Reason for the change";
        Remark => "Yêu cầu sửa lại", "What is to be mended";
        Kind => "Loại", "Kind";
        Numbering => "Cách đánh số", "Numbering";
        Quote => "Trích văn bản", "Words of the document";
        Other => "Chi tiết khác", "Another detail";
    }
}
