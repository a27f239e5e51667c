//! Choosing between what several offices wrote at the same time.

messages! {
    /// The page of what waits for a decision.
    Choosing {
        Note =>
            "Nhiều nơi đã sửa cùng một chỗ mà chưa thấy bản của nhau. Mọi bản còn đây cho đến khi bạn chọn.",
            "Several places changed the same thing without seeing each other’s versions. All are kept until you decide.";
        List => "Các chỗ cần chọn", "What is to be decided";
        Left { count: usize } => format!("Còn {count} chỗ cần chọn"), format!("{count} left to decide");
        Chosen { count: usize } => format!("đã chọn {count}"), format!("{count} decided");
        AllChosen => "Đã chọn hết.", "Everything is decided.";
        UndoHint => "Mỗi lần chọn hoàn tác được bằng", "Each decision can be taken back with";
        NothingTitle => "Không có chỗ nào cần chọn.", "There is nothing to decide.";
        NothingHint =>
            "Khi nhiều nơi sửa cùng một chỗ, lúc hợp nhất mọi bản được giữ để bạn chọn ở đây.",
            "Where several places change the same thing, merging keeps all versions and asks you here.";
        Where { at: usize, count: usize } => format!("{at} / {count}"), format!("{at} of {count}");
        Versions { count: usize } =>
            format!("{count} bản viết cùng lúc"),
            format!("{count} versions written at the same time");
        DeletedAndEdited => "một nơi xóa, một nơi sửa", "deleted in one place, edited in another";
        Used { at: usize } =>
            format!("Viết cùng lúc ở nhiều nơi. Khi chưa chọn, chương trình dùng bản {at}."),
            format!("Written in several places at the same time. Until you decide, version {at} is used.");
        UsedDeleted =>
            "Bị xóa ở một nơi trong khi nơi khác đang sửa. Khi chưa chọn, chương trình tạm coi là đã xóa.",
            "Deleted in one place while another was editing it. Until you decide, it stays deleted.";
        UsedKept =>
            "Bị xóa ở một nơi, được khôi phục ở nơi khác. Khi chưa chọn, chương trình vẫn giữ.",
            "Deleted in one place, brought back in another. Until you decide, it stays.";
        Before => "Trước đó", "Before";
        Empty => "Để trống", "Left empty";
        Unnamed => "Chưa ghi tên", "No name given";
        Pending => "Chưa chọn.", "Not decided yet.";
        Choose { value: String } => format!("Chọn {value}: đánh giá"), format!("With {value}:");
        ChooseAny => "Chọn bản nào thì đánh giá cũng", "Whichever you choose, the verdict is";
        Outlook { range: String } => format!("dự báo cuối kỳ {range}"), format!("heading for {range}");
        Decided { value: String } => format!("Đã chọn {value}."), format!("{value} was chosen.");
        DecidedText { at: usize } => format!("Đã chọn bản {at}."), format!("Version {at} was chosen.");
        DecidedOther { value: String } => format!("Đang dùng {value}."), format!("{value} is used.");
        DecidedJoined => "Đang dùng một bản khác:", "Another version is used:";
        Verdict => "Đánh giá", "Verdict:";
        OtherValue => "hoặc giá trị khác", "or another value";
        OtherValueOf { title: String } => format!("Giá trị khác: {title}"), format!("Another value: {title}");
        JoinTexts => "Nối các đoạn", "Join the texts";
        Again => "Chọn lại", "Choose again";
        Delete => "Xóa", "Delete";
        DeleteFor => "Xóa hẳn, bỏ những gì nơi khác đã sửa.", "Delete it for good, with what was edited elsewhere.";
        Keep => "Giữ", "Keep";
        KeepHint =>
            "Khôi phục các mục bị xóa cùng lúc, kèm nội dung đã sửa:",
            "Bring it back with all that was deleted along with it, as it was edited:";
        RestoredThere => "đã khôi phục", "brought back";
        MoreEdits { count: usize } => format!("và {count} chỗ nữa"), format!("and {count} more");
        IsDeleted => "Đã chọn xóa.", "Deletion was chosen.";
        IsKept => "Đã chọn giữ.", "It was kept.";
        ApprovedNote =>
            "Số liệu này đã duyệt; chọn xong sẽ trở về trạng thái chờ duyệt.",
            "This figure was approved; once you decide it is submitted again, to be approved anew.";
        AllOf { body: String } => format!("Chọn hết của {body}"), format!("Take all of {body}");
        TookAll { count: usize } => format!("Đã chọn {count} chỗ"), format!("{count} decided");
        Inside { name: String } => format!("trong “{name}”"), format!("in “{name}”");
        TopLevel => "ở cấp cao nhất", "at the top level";
    }
}
