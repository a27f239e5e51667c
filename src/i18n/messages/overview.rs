//! The overview: the headline, the strip, what needs a decision, tasks, what comes due, the charts.

use super::counted;
use crate::i18n::period::with_article;

messages! {
    /// The overview (Tổng quan).
    Overview {
        Headline { good: usize, total: usize, exceptions: usize, overdue: usize } =>
            match (exceptions, overdue) {
                (0, 0) => format!("{good} trên {total} chỉ tiêu đạt hoặc đúng tiến\u{a0}độ; không có chỉ tiêu nào cần xử lý."),
                (0, _) => format!("{good} trên {total} chỉ tiêu đạt hoặc đúng tiến\u{a0}độ; {overdue} chỉ tiêu quá hạn nhập số liệu."),
                _ => format!("{good} trên {total} chỉ tiêu đạt hoặc đúng tiến\u{a0}độ; {exceptions} chỉ tiêu cần xử lý."),
            },
            match (exceptions, overdue) {
                (0, 0) => format!("{good} of {total} indicators met or on track; none calls for action."),
                (0, _) => format!("{good} of {total} indicators met or on track; {}.", counted(*overdue, "figure is overdue", "figures are overdue")),
                (1, _) => format!("{good} of {total} indicators met or on track; 1 calls for action."),
                _ => format!("{good} of {total} indicators met or on track; {exceptions} call for action."),
            };
        HeadlineBlank { total: usize, overdue: usize } =>
            match overdue {
                0 => format!("chưa có số liệu để đánh giá {total} chỉ tiêu."),
                _ => format!("chưa có số liệu để đánh giá {total} chỉ tiêu; {overdue} chỉ tiêu quá hạn nhập số liệu."),
            },
            match overdue {
                0 => format!("no figures yet to judge {} by.", counted(*total, "indicator", "indicators")),
                _ => format!("no figures yet to judge {} by; {}.", counted(*total, "indicator", "indicators"), counted(*overdue, "figure is overdue", "figures are overdue")),
            };
        AtEndOf { period: String, sentence: String } =>
            format!("Hết {period}, {sentence}"),
            format!("By the end of {}, {sentence}", with_article(period));
        Elapsed { share: String, days: i64 } =>
            format!("đã qua {share} thời gian, còn {days} ngày"),
            if *days == 1 { format!("{share} of the time has passed, 1 day is left") } else { format!("{share} of the time has passed, {days} days are left") };
        NotBegun => "chương trình chưa bắt đầu", "the programme has not begun";
        Ended => "chương trình đã hết thời gian", "the time of the programme is over";
        FiguresOverdue { count: usize } =>
            format!("{count} chỉ tiêu quá hạn nhập số liệu"),
            counted(*count, "indicator with an overdue figure", "indicators with an overdue figure");
        TasksOverdue { count: usize } =>
            format!("{count} nhiệm vụ quá hạn"),
            counted(*count, "overdue task", "overdue tasks");

        Strip { count: usize } => format!("Toàn cảnh {count} chỉ tiêu"), format!("All {count} indicators");
        StripKeys => "Dùng phím mũi tên để đi qua các ô của nhóm.", "Use the arrow keys to move through the cells of a group.";
        Counts => "Số chỉ tiêu theo đánh giá", "Indicators by verdict";
        More { count: usize } => format!("thêm {count}"), format!("{count} more");
        Fewer { count: usize } => format!("bớt {count}"), format!("{count} fewer");
        Unchanged => "không đổi", "unchanged";
        Since { change: String, period: String } => format!("{change} so với {period}"), format!("{change} than in {period}");
        UnchangedSince { period: String } => format!("không đổi so với {period}"), format!("unchanged since {period}");
        OverdueOfThese { count: usize } => format!("{count} quá hạn nhập"), format!("{count} overdue");

        Changes { period: String } => format!("Thay đổi so với {period}"), format!("Changed since {period}");
        ChangeCounts { worse: usize, better: usize } =>
            format!("{worse} xấu đi, {better} tốt lên"),
            format!("{worse} worse, {better} better");
        Unmeasured =>
            "Thêm chỉ tiêu vào chương trình, hoặc nhập từ văn bản.",
            "Add targets to the programme, or import a document.";
        Exceptions => "Cần xử lý trước", "What needs a decision";
        OpenInTable => "Mở trong bảng chỉ tiêu", "Open in the table";
        ColumnReason => "Chỉ tiêu, lý do, đơn vị chủ trì", "Indicator, reason, lead";
        ColumnValue => "Thực hiện / mục tiêu", "Measured / target";
        ColumnProjection => "Dự báo cả năm", "Year-end projection";
        NoExceptions => "Không có chỉ tiêu cần xử lý", "No indicator calls for action";
        NoExceptionsHint =>
            "Các chỉ tiêu có số liệu đều đạt hoặc đúng tiến độ.",
            "All indicators with figures are met or on track.";
        NothingJudged => "Chưa có gì để xếp", "Nothing to rank yet";
        NothingJudgedHint =>
            "Nhập số liệu ở trang Chỉ tiêu. Chỉ tiêu chậm hoặc không đạt sẽ đứng đầu ở đây.",
            "Enter figures on the page of indicators. Those off track or missed will come first here.";
        ShowAll { count: usize } => format!("Xem cả {count} chỉ tiêu"), format!("Show all {count} indicators");
        ShowFirst { count: usize } => format!("Xem {count} chỉ tiêu đầu"), format!("Show the first {count} indicators");
        ShowFewer => "Thu gọn", "Show fewer";
        Final => "đã chốt", "final";
        FinalOf { period: String } => format!("không dự báo, chỉ xét {period}"), format!("{period} judged alone");

        Tasks { count: usize } => format!("{count} nhiệm vụ, giải pháp"), counted(*count, "task", "tasks");
        NoTasks => "Chưa có nhiệm vụ", "No tasks yet";
        OpenOverdue => "Chưa hoàn thành, quá hạn", "Not done, overdue";
        OpenOnTime => "Chưa hoàn thành, trong hạn", "Not done, on time";
        DoneOnTime => "Hoàn thành trong hạn", "Done on time";
        DoneLate => "Hoàn thành quá hạn", "Done late";
        WithoutDeadline => "Không có thời hạn", "Without a deadline";
        Longest { days: i64 } => format!("lâu nhất {days} ngày"), if *days == 1 { "the longest 1 day".to_owned() } else { format!("the longest {days} days") };
        SoonOfThese { count: usize, days: u32 } =>
            format!("{count} đến hạn trong {days} ngày"),
            format!("{count} due within {days} days");

        Due => "Quá hạn và sắp đến hạn", "Overdue and coming due";
        NothingDue => "Chưa có việc nào đến hạn", "Nothing comes due";
        Figures { period: String } => format!("Số liệu {period}"), format!("Figures of {period}");
        FigureOf { period: String } => format!("Số liệu {period} chưa nhập"), format!("The figure of {period} is missing");
        EnteredOf { done: usize, total: usize } => format!("{done}/{total} đã nhập"), format!("{done} of {total} entered");
        SentOf { done: usize, total: usize } => format!("{done}/{total} đã nộp"), format!("{done} of {total} sent");
        Missing { names: String } => format!("Chưa nộp: {names}"), format!("Not sent: {names}");
        AndOthers { names: String, count: usize } => format!("{names} và {count} nơi khác"), format!("{names} and {}", counted(*count, "other", "others"));
        Explanation { about: String } => format!("Giải trình: {about}"), format!("Explanation: {about}");
        FurtherDue { count: usize } => format!("Còn {count} việc nữa"), format!("{count} more");

        Multiples => "Diễn biến, chỉ tiêu rủi ro trước", "Courses, those at risk first";
        MultiplesNote =>
            "Đường xanh: thực hiện. Nan quạt: khoảng dự báo đến cuối năm. Vạch đậm: mục tiêu.",
            "Blue line: measured. Fan: projected range to the end of the year. Bold line: target.";
        AllIndicators { count: usize } => format!("Cả {count} chỉ tiêu"), format!("All {count} indicators");
    }
}
