//! The programme page: the outline that is read, searched and edited in place.

use super::counted;

messages! {
    /// Words of the outline and its inspector.
    Outline {
        Contents => "Mục lục", "Contents";
        Only => "Chỉ hiện", "Show only";
        AllLines => "Mọi mục", "All lines";
        ShowAllLines => "Hiện mọi mục", "Show all lines";
        OnlyOverdue => "Mục quá hạn", "Overdue";
        OnlyUnassigned => "Chưa có chủ trì", "No lead";
        OnlyDoubtful => "Cần soát lại số", "Numbers to check";
        TaskCount { count: usize } => format!("{count} nhiệm vụ"), counted(*count, "task", "tasks");
        MeasureCount { count: usize } => format!("{count} chỉ tiêu"), counted(*count, "measure", "measures");
        ItemCount { count: usize } => format!("{count} mục"), counted(*count, "item", "items");
        AttentionCount { count: usize, total: usize } => format!("{count}/{total} cần xử lý"), format!("{count} of {total} call for action");
        DoneCount { count: usize } => format!("{count} hoàn thành"), format!("{count} done");
        Number { number: String } => format!("Số {number}"), format!("No. {number}");
        NumberOfState { number: String } => format!("Số: {number}"), format!("No.: {number}");
        TextOutdated =>
            "Tên mục hoặc mục tiêu đã sửa sau khi viết nguyên văn, nên bản in dùng tên mục và mục tiêu. Sửa nguyên văn cho khớp, hoặc bỏ.",
            "The title or a target was changed after the full text was written, so the title and targets are printed instead. Bring the full text in line, or remove it.";
        DropText => "Bỏ nguyên văn", "Remove the full text";
        OnlyOutdated => "Nguyên văn cần sửa", "Full texts to amend";
        ItemsInside => "Các mục bên trong", "Items inside";
        FirstItem => "Mục đầu tiên …", "First item …";
        NewItem => "Mục mới", "New item";
        AddItem => "Thêm mục", "Add item";
        AddSubItem => "Thêm mục con", "Add sub-item";
        AddSection => "Thêm phần", "Add section";
        TitleLabel => "Tên mục", "Title";
        MeasureName => "Tên chỉ tiêu", "Name of the indicator";
        ItemReference { reference: String } => format!("Mục {reference}"), format!("Item {reference}");
        SectionReference { reference: String } => format!("Phần {reference}"), format!("Section {reference}");
        MeasureReference { reference: String } => format!("Chỉ tiêu {reference}"), format!("Indicator {reference}");
        AddMeasure => "Thêm mục tiêu đo được", "Add a measurable target";
        BareCount { count: usize } =>
            format!("{count} dòng chưa có mục tiêu đo được"), format!("{} without a measurable target", counted(*count, "line", "lines"));
        NoMeasure => "chưa có mục tiêu đo được", "no measurable target yet";
        OpenMeasures => "Xem chỉ tiêu", "Open indicators";
        MoveTo => "Chuyển về", "Move to";
        FullText => "Nguyên văn", "Full text";
        State => "Trạng thái", "State";
        Deadline => "Thời hạn", "Deadline";
        Product => "Sản phẩm", "Deliverable";
        Note => "Ghi chú", "Note";
        Progress => "Tiến độ", "Progress";
        Percent => "Phần trăm hoàn thành", "Percent done";
        MoveUp => "Chuyển lên", "Move up";
        MoveDown => "Chuyển xuống", "Move down";
        Indent => "Thụt vào", "Indent";
        Outdent => "Đưa ra ngoài", "Outdent";
        Duplicate => "Nhân đôi", "Duplicate";
        DeleteItem => "Xóa mục", "Delete item";
        PrintedLabel { printed: String, computed: String } =>
            format!("Văn bản in số {printed}. Theo thứ tự, mục này là {computed}."),
            format!("The document prints {printed}. By order this item is {computed}.");
        Renumber { computed: String } => format!("Đánh lại thành {computed}"), format!("Renumber as {computed}");
        NoMatch { query: String } => format!("Không mục nào khớp “{query}”"), format!("No item matches “{query}”");
        MatchCount { count: usize } => format!("{count} mục khớp"), counted(*count, "match", "matches");
        ChangeAdded => "Thêm mục", "Add item";
        ChangeMoved => "Chuyển mục", "Move item";
        HintNewItem => "mục mới", "new item";
        HintIndent => "thụt vào", "indent";
        HintMove => "di chuyển", "move";
        HintEdit => "sửa", "edit";
        HeadFields => "Phần đầu và chữ ký", "Head and signature of the document";
        HeadParentIssuer => "Cơ quan cấp trên", "Body above";
        HeadIssuer => "Cơ quan ban hành", "Issuing body";
        HeadNumber => "Số, ký hiệu", "Number and symbol";
        HeadPlace => "Nơi ban hành", "Place of issue";
        HeadDate => "Ngày ban hành", "Date of issue";
        HeadTitle => "Tên chương trình", "Title of the programme";
        HeadBases => "Căn cứ (mỗi dòng một căn cứ)", "Legal bases (one a line)";
        HeadPreamble => "Lời dẫn", "Preamble";
        HeadRecipients => "Nơi nhận (mỗi dòng một nơi)", "Recipients (one a line)";
        HeadAuthority => "Thẩm quyền ký", "Authority of the signature";
        HeadSignatoryTitle => "Chức vụ người ký", "Position of the signatory";
        HeadSignatory => "Họ tên người ký", "Name of the signatory";
        DateUnread => "Chưa đọc được ngày này. Ví dụ: 15/1/2025.", "This date cannot be read. For example: 15/1/2025.";
        DateToWrite => "ngày … tháng … năm …", "… (date)";
        PaperRecipients => "Nơi nhận:", "Recipients:";
        PercentUnread => "Gõ một số từ 0 đến 100.", "Type a number from 0 to 100.";
        NewUpdate => "Ghi tiến độ", "Word on progress";
        AddUpdate => "Ghi", "Add";
        BeforeDay { day: String } => format!("trước {day}"), format!("before {day}");
        DeadlineUnread =>
            "Chưa đọc được hạn này. Ví dụ: 15/11, tháng 11, quý IV, năm 2025, hằng quý, 01/6 hằng năm, thường xuyên, sau khi …",
            "This deadline cannot be read. Examples: 15/11, Nov 2025, Q4, 2025, every quarter, 1 Jun every year, ongoing, after …";
        NotKept { field: String, typed: String } =>
            format!("{field} chưa được ghi: chưa đọc được “{typed}”."),
            format!("{field} is not written: “{typed}” cannot be read.");
        AddBody => "Thêm đơn vị", "Add a body";
        AddBodyHint => "Gõ tên đơn vị", "Type the name of a body";
        CreateBody { name: String } => format!("Tạo đơn vị “{name}”"), format!("Create the body “{name}”");
        RemoveBody { body: String } => format!("Bỏ {body}"), format!("Remove {body}");
        ChangeRoles => "Sửa vai trò, hạn riêng", "Change roles, own deadlines";
        Links => "Liên kết", "Links";
        AddLink => "Thêm liên kết", "Add a link";
        AddLinkHint => "Gõ tên mục hay chỉ tiêu", "Type a name of an item or indicator";
        RemoveLink { title: String } => format!("Bỏ liên kết “{title}”"), format!("Remove the link to “{title}”");
        History => "Lịch sử", "History";
        FieldLabel => "Số in", "Printed number";
        FieldKind => "Loại", "Kind";
        FieldNumbering => "Cách đánh số", "Numbering";
        FieldOther => "Thuộc tính khác", "Other properties";
        ChangedFields { fields: String } => format!("sửa {fields}"), format!("changed {fields}");
        LinesChosen { count: usize } => format!("{count} dòng"), counted(*count, "line", "lines");
        DeletedLines { count: usize } => format!("Đã xóa {count} dòng"), counted(*count, "line deleted", "lines deleted");
        ReplaceWords => "Thay thế", "Replace";
        ReplaceBy => "Thay bằng", "Replace by";
        ReplaceOne => "Thay", "Replace it";
        ReplaceAll => "Thay tất cả", "Replace all";
        ReplacedCount { count: usize } => format!("Đã thay {count} chỗ"), counted(*count, "place replaced", "places replaced");
        PlaceCount { count: usize } => format!("{count} chỗ có cả cụm từ"), format!("the phrase stands in {}", counted(*count, "place", "places"));
        FoldAll => "Thu gọn tất cả", "Collapse all";
        OpenAll => "Mở tất cả", "Expand all";
        ChooseSeveral => "Chọn nhiều dòng", "Select several lines";
        FoldOrOpenAll => "Thu gọn, mở tất cả", "Collapse, expand all";
        ReviewBranch => "Cần xem lại", "To review";
        ReviewNote =>
            "Những mục này mất chỗ đứng trong mục lục, thường sau khi hợp nhất. Chuyển chúng về đúng chỗ hoặc xóa.",
            "These items lost their place in the outline, mostly after a merge. Move them to where they belong, or delete them.";
    }
}
