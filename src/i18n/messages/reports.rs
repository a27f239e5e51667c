//! The report calendar: duties to report, and what has come.

use super::counted;

messages! {
    /// Words of the calendar and of the form of a duty.
    Reports {
        Title { year: i32 } => format!("Lịch báo cáo {year}"), format!("Reports in {year}");
        Today { day: String } => format!("Tính đến {day}."), format!("As of {day}.");
        NextDue { count: usize, day: String, days: i64 } =>
            format!("Hạn gần nhất {day}, còn {days} ngày: {count} báo cáo chưa nộp."),
            format!("Next due {day}, days left: {days}, {} not sent.", counted(*count, "report", "reports"));
        SetUp => "Đặt lịch và hạn", "Set cycles and days";
        None => "Chưa đặt chế độ báo cáo nào", "No duties to report yet";
        NoneHint =>
            "Đặt đơn vị nào nộp báo cáo gì, kỳ nào, hạn ngày nào. Lịch sẽ cho thấy ai đã nộp, ai còn thiếu.",
            "Say which body sends which report, how often and by which day. The calendar then shows who has sent it and who has not.";
        Body => "Đơn vị", "Body";
        OnTime => "Đúng hạn", "On time";
        AllSent => "đã nộp đủ", "all sent";
        NotSent { count: usize } => format!("{count} chưa nộp"), format!("{count} not sent");
        MonthShort { month: u8 } => format!("Th {month}"), format!("{month}");
        Year => "Năm", "Year";
        Months { months: u8 } => format!("{months}T"), format!("{months}M");
        Keys => "Bấm hoặc Enter để đổi: đã nộp, nộp muộn, chưa nộp. Phím mũi tên đi giữa các ô.", "Press or Enter to change: sent, late, not sent. Arrow keys move between marks.";
        Due { day: String } => format!("hạn {day}"), format!("due {day}");
        ShowList => "Xem danh sách", "Show the list";
        ShowAll => "Xem tất cả", "Show all";
        CopyReminder => "Chép lời nhắc", "Copy a reminder";
        Copied => "Đã chép lời nhắc", "The reminder is copied";
        CopyFailed => "Trình duyệt không cho chép; lời nhắc đã tải thành tệp.", "The browser refuses to copy; the reminder is saved as a file.";
        Owing { bodies: usize, reports: usize } =>
            if bodies == reports { format!("{bodies} đơn vị chưa nộp báo cáo.") } else { format!("{bodies} đơn vị chưa nộp {reports} báo cáo.") },
            format!("{} not sent {}.", counted(*bodies, "body has", "bodies have"), counted(*reports, "report", "reports"));
        AndOthers { count: usize } => format!("và {count} nơi khác"), format!("and {}", counted(*count, "other", "others"));
        Duties => "Chế độ báo cáo", "Duties to report";
        Add => "Thêm chế độ báo cáo", "Add a duty";
        Edit { title: String } => format!("Sửa “{title}”"), format!("Edit “{title}”");
        Delete { title: String } => format!("Xóa “{title}”"), format!("Delete “{title}”");
        Name => "Tên báo cáo", "Report";
        Who => "Đơn vị phải nộp", "Sent by";
        ChooseWho => "Chọn đơn vị hoặc loại đơn vị", "Choose a body or a kind of bodies";
        AllOfKind { kind: String } => format!("Mọi đơn vị: {kind}"), format!("All bodies: {kind}");
        Kinds => "Loại đơn vị", "Kinds of bodies";
        Bodies => "Từng đơn vị", "Single bodies";
        Cycle => "Kỳ", "Cycle";
        Cutoff => "Chốt số liệu", "Cut-off";
        DueDay => "Hạn nộp, ngày trong tháng", "Due, day of the month";
        DueDayHint => "Bỏ trống: theo cài đặt của chương trình", "Empty: by the programme's settings";
        DueBy { day: u8 } => format!("hạn ngày {day}"), format!("due on day {day}");
        DueBySettings => "hạn theo cài đặt", "due by the settings";
        NameNeeded => "Báo cáo cần có tên.", "A report needs a name.";
        WhoNeeded => "Chọn đơn vị phải nộp.", "Choose who sends it.";
        DayUnread { text: String } => format!("“{text}” không phải số từ 1 đến 31."), format!("“{text}” is no number from 1 to 31.");
        Added { title: String } => format!("Đã thêm “{title}”"), format!("Added “{title}”");
        Changed { title: String } => format!("Đã sửa “{title}”"), format!("Changed “{title}”");
        Package => "Xuất gói giao việc", "Export work packages";
        PackageHint =>
            "Mỗi đơn vị một tệp, trong một tệp nén. Nơi nhận mở tệp của mình, nhập, gửi lại; hợp nhất ở trang Nhập, xuất tệp.",
            "One file a body, in one archive. Each opens its own, fills it in and sends it back; merge them on the page of files.";
        PackageOne => "Xuất gói giao việc của đơn vị này", "Export this body's work package";
        Packed { count: usize } =>
            format!("Đã xuất gói của {count} đơn vị có việc, chỉ tiêu hoặc báo cáo"),
            format!("{}, of all bodies with tasks, indicators or reports", counted(*count, "package exported", "packages exported"));
        NothingToPack => "Chưa đơn vị nào có việc để xuất", "No body has work to export yet";
        PackageName => "goi-giao-viec", "work-package";
        Answer => "Xuất tệp gửi lại", "Export the file to send back";
        AnswerHint => "Mọi số liệu và tiến độ đã nhập ở đây, để nơi giao việc hợp nhất", "All that was entered here, for whoever sent the package to merge";
        AnswerName => "gui-lai", "answer";
    }
}
