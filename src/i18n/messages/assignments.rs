//! Who does what by when: the matrix, an item's panel, bodies and their work.

use super::counted;

messages! {
    /// The matrix of bodies by items, and the panel of one item.
    Assignments {
        Note { items: usize, bodies: usize } =>
            format!("{items} đầu việc giao {bodies} đơn vị."),
            format!("{} among {}.", counted(*items, "item", "items"), counted(*bodies, "body", "bodies"));
        Unled { count: usize } =>
            if *count == 1 { "Một việc chưa có chủ trì.".to_owned() } else { format!("{count} việc chưa có chủ trì.") },
            counted(*count, "has no lead.", "have no lead.");
        AllLed => "Các đầu việc này đều có chủ trì.", "Each of these has a lead.";
        Views => "Cách xem", "View";
        Table => "Bảng", "Table";
        ByBody => "Theo đơn vị", "By body";
        MatrixName => "Bảng phân công", "Assignment matrix";
        Search => "Tìm đầu việc", "Search items";
        Content => "Nội dung", "Item";
        Deadline => "Thời hạn", "Deadline";
        SectionFilter => "Phần", "Section";
        MainWork => "Nhiệm vụ, tổ chức thực hiện", "Tasks and implementation";
        AllWork => "Mọi đầu việc", "All items";
        BodyFilter => "Cột đơn vị", "Columns";
        BodiesInUse => "Đơn vị có việc", "Bodies with work";
        AllBodies => "Mọi đơn vị", "All bodies";
        OnlyUnled => "Chưa có chủ trì", "Without a lead";
        NoLead => "chưa có chủ trì", "no lead";
        NoPart => "chưa phân công", "not assigned";
        LeadLetter => "C", "L";
        CoordinateLetter => "P", "S";
        MonitorLetter => "T", "W";
        Remove => "Bỏ", "Remove";
        Totals => "Tổng chủ trì / phối hợp", "Total led / supported";
        Set { body: String, role: String } => format!("{body}: {role}"), format!("{body}: {role}");
        Removed { body: String } => format!("Đã bỏ phần của {body}"), format!("{body} has no part any more");
        RoleOf { body: String } => format!("Vai trò của {body}"), format!("Role of {body}");
        DoneOn { day: String } => format!("xong {day}"), format!("done {day}");
        DeadlineOf { title: String } => format!("Thời hạn: {title}"), format!("Deadline: {title}");
        DeadlineUnread { text: String } =>
            format!("Chưa đọc được “{text}”. Ví dụ: 15/11, tháng 11, quý IV, năm 2025, hằng quý, 01/6 hằng năm, thường xuyên, sau khi …"),
            format!("“{text}” cannot be read. Examples: 15/11, Nov 2025, Q4, 2025, every quarter, 1 Jun every year, ongoing, after …");
        DeadlineHint =>
            "Ngày, tháng, quý, năm, hằng quý, thường xuyên, sau khi …",
            "A day, month, quarter, year, every quarter, ongoing, after …";
        HintRoles => "đặt vai trò", "set the role";
        HintRemove => "bỏ", "remove";
        HintOpen => "mở đầu việc, chọn vai trò, sửa hạn", "open the item, choose the role, edit the deadline";
        EmptyRows => "Chưa có đầu việc nào để phân công", "No items to assign yet";
        EmptyRowsHint =>
            "Viết nhiệm vụ trong chương trình trước, rồi giao cho đơn vị ở đây.",
            "Write tasks in the programme first, then assign them here.";
        NoMatch { filters: String } =>
            format!("Không có đầu việc nào khớp “{filters}”"),
            format!("No item matches “{filters}”");
        ClearFilters => "Bỏ lọc", "Clear filters";
        OpenInProgramme => "Mở trong chương trình", "Open in the programme";
        Parts => "Đơn vị tham gia", "Bodies";
        AddPart => "Thêm đơn vị", "Add a body";
        RemovePart { body: String } => format!("Bỏ {body}"), format!("Remove {body}");
        OwnDeadline { body: String } => format!("Hạn riêng của {body}"), format!("{body}'s own deadline");
        OwnDeadlineShort => "hạn riêng", "own deadline";
        Updates => "Tiến độ", "Progress";
        UpdateText => "Đã làm được gì, vướng gì", "What was done, what is in the way";
        UpdateState => "Trạng thái", "State";
        KeepState => "Giữ nguyên", "Unchanged";
        Percent => "Phần trăm", "Percent";
        PercentUnread { text: String } => format!("“{text}” không phải số từ 0 đến 100."), format!("“{text}” is no number from 0 to 100.");
        UpdateEmpty => "Ghi một câu, một trạng thái hoặc một con số.", "Write a sentence, a state or a percentage.";
        WriteUpdate => "Ghi tiến độ", "Record progress";
        UpdateWritten => "Đã ghi tiến độ", "Progress recorded";
        NoUpdates => "Chưa có cập nhật nào.", "No updates yet.";
        DeleteUpdate => "Xóa cập nhật này", "Delete this update";
        UpdateDeleted => "Đã xóa cập nhật", "Update deleted";
    }
}

messages! {
    /// Bodies: the list with their load, one body's own page.
    Bodies {
        Add => "Thêm đơn vị", "Add a body";
        Name => "Tên đơn vị", "Name";
        ShortName => "Tên ngắn", "Short name";
        Kind => "Loại", "Kind";
        Parent => "Trực thuộc", "Under";
        NoParent => "Không trực thuộc", "None";
        NameNeeded => "Đơn vị cần có tên.", "A body needs a name.";
        NameTaken { name: String } => format!("Đã có đơn vị tên “{name}”."), format!("There is a body named “{name}” already.");
        Added { name: String } => format!("Đã thêm “{name}”"), format!("Added “{name}”");
        Changed { name: String } => format!("Đã sửa “{name}”"), format!("Changed “{name}”");
        Unmerged => "Đã bỏ sáp nhập", "The merger is undone";
        ListName => "Đơn vị và khối lượng việc", "Bodies and their load";
        Body => "Đơn vị", "Body";
        Overdue => "Quá hạn", "Overdue";
        TasksOverdue => "Việc quá hạn", "Tasks overdue";
        FiguresOverdue => "Số liệu quá hạn", "Figures overdue";
        DueSoon => "Sắp đến hạn", "Due soon";
        TasksDueSoon => "Việc sắp đến hạn", "Tasks due soon";
        OnTime => "Trong hạn", "On time";
        OpenEnded => "Không hạn", "Open-ended";
        Done => "Xong", "Done";
        Figures => "Số liệu còn thiếu", "Figures missing";
        Empty => "Chưa có đơn vị nào", "No bodies yet";
        EmptyHint => "Thêm đơn vị để giao việc và theo dõi phần của từng nơi.", "Add bodies to assign work and follow each one's share.";
        LoadNote { day: String } =>
            format!("Việc ở mọi cấp mà đơn vị chủ trì hoặc phối hợp, đến {day}."),
            format!("Work of every level that a body leads or supports, as of {day}.");
        MergedNote { name: String, day: String } =>
            format!("Từ {day}, {name} kế tục đơn vị này."),
            format!("From {day} on, {name} stands for this body.");
        MergedBodies => "Đã sáp nhập", "Merged";
        Unmerge => "Bỏ sáp nhập", "Undo the merger";
        Edit => "Sửa đơn vị", "Edit body";
        Merge => "Sáp nhập", "Merge";
        MergeInto => "Vào đơn vị", "Into";
        MergeOn => "Từ ngày", "From";
        MergeNote =>
            "Từ ngày đó, việc, số liệu và báo cáo của đơn vị này thuộc về đơn vị kế tục. Tên cũ vẫn giữ trong lịch sử.",
            "From that day on its work, figures and reports belong to the successor. The old name stays in the history.";
        MergeNeedsBody => "Chọn đơn vị kế tục.", "Choose the successor.";
        DayUnread { text: String } => format!("“{text}” không phải một ngày. Ví dụ: 01/7/2025."), format!("“{text}” is no day. Example: 01/7/2025.");
        Merged { name: String, into: String } => format!("Đã sáp nhập {name} vào {into}"), format!("{name} merged into {into}");
        Delete => "Xóa đơn vị", "Delete body";
        Choose => "Chọn đơn vị", "Choose a body";
        MakeMine => "Đặt làm đơn vị của tôi", "This is my body";
        Mine => "Đơn vị của tôi", "My body";
        IsMine { name: String } => format!("Đơn vị của bạn: {name}"), format!("Your body: {name}");
        WhichIsMine => "Bạn thuộc đơn vị nào?", "Which body are you in?";
        WhichIsMineHint =>
            "Chọn một lần. Trang này sẽ mở thẳng việc của đơn vị bạn.",
            "Choose once. This page will then open at your body's work.";
        ToFill => "Số liệu cần nhập", "Figures to enter";
        Tasks => "Việc cần làm", "Tasks";
        ReportsToSend => "Báo cáo cần nộp", "Reports to send";
        OwnMeasures => "Mọi chỉ tiêu của đơn vị, để xem và sửa số liệu", "All indicators of this body, to read and to correct";
        NoFigureYet => "Chưa có số liệu", "No figure yet";
        NoFigures => "Không có số liệu cần nhập.", "No figures are owed.";
        NoTasks => "Không có việc đang mở.", "No open tasks.";
        Occasional => "Báo cáo chuyên đề, đột xuất", "Reports by theme or on demand";
        LastSent { period: String } => format!("lần gần nhất: {period}"), format!("last sent: {period}");
        NoReports => "Không có báo cáo cần nộp.", "No reports are owed.";
        EnterFigures => "Nhập số liệu", "Enter figures";
        Sent => "Đánh dấu đã nộp", "Mark as sent";
        SentNote { title: String } => format!("Đã ghi nhận “{title}”"), format!("“{title}” is marked as sent");
        DueOn { day: String } => format!("hạn {day}"), format!("due {day}");
        LateBy { days: i64 } => format!("quá hạn {days} ngày"), if *days == 1 { "1 day overdue".to_owned() } else { format!("{days} days overdue") };
        Returned => "bị trả lại", "returned";
        AsOf { day: String } => format!("Tính đến {day}"), format!("As of {day}");
        Print => "In trang này", "Print";
        Watched => "Việc theo dõi", "Watched";
    }
}
