//! Issuing a programme, its versions, and what was changed since.

use super::counted;

messages! {
    /// The page of versions, and the words on amendments wherever they stand.
    Issuing {
        Issue => "Ban hành", "Issue";
        IssueAgain => "Ban hành bản sửa đổi", "Issue the amended programme";
        IssueTitle => "Ban hành chương trình như đang có", "Issue the programme as it stands";
        IssueNote =>
            "Bản ban hành được giữ nguyên trong tệp chương trình. Mọi sửa đổi về sau được đối chiếu với bản này.",
            "The issued version stays in the programme's file as it is. What changes later is shown against it.";
        WithDisputes =>
            "Ở các chỗ đó, bản ban hành giữ giá trị đang dùng.",
            "The issued version keeps what is in use there.";
        Number => "Số, ký hiệu văn bản", "Number of the document";
        Date => "Ngày ban hành", "Date of issue";
        Note => "Trích yếu, lý do", "Subject, reason";
        DateNeeded => "Nhập ngày ban hành, ví dụ 15/1/2025.", "Type the date of issue, for example 15/1/2025.";
        Done { name: String } => format!("Đã ban hành {name}"), format!("Issued {name}");
        None => "Chương trình chưa được ban hành", "The programme has not been issued";
        NoneNote =>
            "Khi ban hành, nội dung hiện có được giữ lại làm mốc để đối chiếu mọi sửa đổi về sau.",
            "Issuing keeps the present content as the mark against which later changes are shown.";
        Versions => "Các bản đã ban hành", "Issued versions";
        NameFull { number: String, date: String } => format!("bản số {number}, ngày {date}"), format!("no. {number} of {date}");
        NameDate { date: String } => format!("bản ngày {date}"), format!("the version of {date}");
        IssuedBy { name: String, when: String } => format!("{name} ghi lúc {when}"), format!("recorded by {name}, {when}");
        RecordedAt { when: String } => format!("ghi lúc {when}"), format!("recorded {when}");
        Read => "Đọc bản này", "Read as issued";
        Withdraw => "Bỏ bản này", "Remove this version";
        Withdrawn => "Đã bỏ bản ban hành, nội dung chương trình giữ nguyên", "The version is removed; the programme's content stays";
        BackToAmendments => "Về trang ban hành và sửa đổi", "Back to issue and amendments";
        ReadTitle { name: String } => format!("Đã ban hành: {name}"), format!("As issued: {name}");
        VersionGone => "Chương trình đang mở không có bản ban hành này", "The open programme has no such version";
        VersionGoneHint =>
            "Bản này có thể đã được bỏ, việc ban hành đã được hoàn tác, hoặc bản thuộc một chương trình khác. Các bản còn lại nằm ở trang ban hành và sửa đổi.",
            "It may have been removed, its issue taken back, or it belongs to another programme. All that are left are on the page of issue and amendments.";
        AmendmentsSince { name: String } => format!("Sửa đổi so với {name}"), format!("Changed since {name}");
        CompareWith => "Đối chiếu với", "Compare with";
        AmendedLines { count: usize } =>
            format!("{count} chỗ đã sửa"),
            counted(*count, "place changed", "places changed");
        Unchanged => "Chưa có gì được sửa kể từ bản này.", "Nothing has been changed since this version.";
        HeadOfDocument => "Phần đầu văn bản", "Head of the document";
        Added => "Thêm mới", "Added";
        Removed => "Đã bỏ", "Removed";
        MovedFrom { reference: String } => format!("Chuyển từ {reference}"), format!("Moved from {reference}");
        Target => "Mục tiêu", "Target";
        DeadlineOf { body: String } => format!("Thời hạn của {body}"), format!("Deadline of {body}");
        FieldTheme => "Chủ đề", "Theme";
        FieldYears => "Thời gian của chương trình", "Years of the programme";
        FieldBaseline => "Năm gốc", "Baseline";
        FieldInterim => "Mốc trung gian", "Interim targets";
        FieldMeasuring => "Cách đo, kỳ số liệu", "How it is measured, data periods";
        WasOther => "đã đổi", "changed";
        TextUnknown => "Bản này không còn giữ lời văn cũ.", "This copy does not hold the old wording.";
        Nothing => "không có", "none";
        MarkAdded => "mới", "new";
        MarkAmended => "đã sửa", "amended";
        MarkTitle => "So với bản ban hành", "Against the issued version";
        SeeAll => "Xem mọi sửa đổi", "See all amendments";
        NotIssuedYet => "Chưa ban hành", "Not issued yet";
        IssuedAs { name: String } => format!("Đã ban hành {name}"), format!("Issued: {name}");
    }
}
