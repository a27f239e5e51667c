//! The quarterly report as an official paper: its sentences, headings and tables.

use super::counted;

/// Vietnamese papers write counts below ten with two digits; none is one.
fn two(count: usize) -> String {
    if count == 0 { "0".to_owned() } else { format!("{count:02}") }
}

/// Where indicators have several measures, what is counted is those.
fn counted_as(is_by_parts: bool) -> &'static str {
    if is_by_parts { "chỉ tiêu thành phần" } else { "chỉ tiêu" }
}

fn counted_in_english(count: usize, is_by_parts: bool) -> String {
    if is_by_parts { counted(count, "measure", "measures") } else { counted(count, "indicator", "indicators") }
}

/// How many are none of those told before, by what is said of them: `còn 02 theo nhận định, 11 chưa có số liệu để đánh giá.`
fn left_over(parts: [(usize, &str); 2], first: &str) -> String {
    let parts: Vec<_> =
        parts.iter().filter(|part| part.0 > 0).map(|(count, words)| format!("{} {words}", two(*count))).collect();
    if parts.is_empty() { String::new() } else { format!("{first} {}.", parts.join(", ")) }
}

messages! {
    /// The quarterly report (báo cáo quý).
    Report {
        Title { period: String } => format!("Báo cáo {period}"), format!("Report, {period}");
        Untimely => "Chưa có kỳ nào để báo cáo", "No period to report on yet";
        UntimelyHint =>
            "Đến ngày này chưa quý nào của chương trình kết thúc. Chọn ngày khác ở thanh trên.",
            "No quarter of the programme has ended by this day. Choose another day in the top bar.";
        DrawnUp { date: String } => format!("Số liệu đến ngày {date}."), format!("Figures as of {date}.");
        Preview => "Bản xem trước", "Preview";

        // Beside the sheets.
        Print => "In hoặc lưu PDF", "Print or save as PDF";
        Parts => "Phần có trong báo cáo", "What the report holds";
        PartResults => "Kết quả chung", "Overall results";
        PartFocus { count: usize } =>
            format!("Chỉ tiêu cần tập trung ({count})"),
            format!("Indicators that call for work ({count})");
        PartReasons => "Nêu lý do từng chỉ tiêu", "Reasons for each of them";
        PartOverdue { count: usize } => format!("Nhiệm vụ quá hạn ({count})"), format!("Overdue tasks ({count})");
        PartAhead { period: String } => format!("Nhiệm vụ {period}"), format!("Tasks of {period}");
        PartAnnex { count: usize } => format!("Phụ lục ({count} dòng)"), format!("Annex ({})", counted(*count, "line", "lines"));
        Lacking { count: usize } =>
            format!("{count} chỉ tiêu quá hạn nhập số liệu."),
            format!("{}.", counted(*count, "figure is overdue", "figures are overdue"));

        // The head of the paper.
        DateToWrite { month: u8, year: i32 } =>
            format!("ngày … tháng {month:02} năm {year}"),
            format!("… ({month:02}/{year})");
        PaperTitle { title: String, period: String } =>
            format!("BÁO CÁO\nkết quả thực hiện {title}, {period}"),
            format!("REPORT\non {title}, {period}");
        // Of a title that ends in the year.
        PaperTitleOfYear { name: String, period: String, year: i32 } =>
            format!("BÁO CÁO\nkết quả thực hiện {name} {period} năm {year}"),
            format!("REPORT\non {name} {year}, {period}");
        QuarterAndElapsed { quarter: String, elapsed: String } =>
            format!("{quarter} và {elapsed}"),
            format!("{quarter} and {elapsed}");
        OfYear { period: String, year: i32 } => format!("{period} năm {year}"), format!("{period} {year}");
        Intro { issuer: String, title: String, period: String } =>
            format!("{issuer} báo cáo kết quả thực hiện {title} đến hết {period} như sau:"),
            format!("{issuer} reports the results of {title} up to the end of {period}:");
        NoIssuer => "Cơ quan ban hành", "The issuing body";
        Estimated { value: String } => format!("ước {value}"), format!("est. {value}");
        SampleNote => "Số liệu minh họa, không phải số liệu thật.", "Invented figures, not real ones.";
        TitleWithNumber { title: String, number: String } => format!("{title}, số {number}"), format!("{title}, no. {number}");

        // How all stand.
        General => "KẾT QUẢ CHUNG", "OVERALL RESULTS";
        OnTargets => "1. Chỉ tiêu.", "1. Indicators.";
        ByParts { indicators: usize, measures: usize } =>
            format!(
                "Văn bản có {} chỉ tiêu; chỉ tiêu gồm nhiều nội dung được đánh giá theo từng nội dung, thành {} chỉ tiêu thành phần.",
                two(*indicators), two(*measures)
            ),
            format!(
                "The document has {}; one of several targets is judged target by target, which makes {}.",
                counted(*indicators, "indicator", "indicators"), counted(*measures, "measure", "measures")
            );
        Targets { is_by_parts: bool, total: usize, good: usize, on_pace: usize, behind: usize, missed: usize } =>
            format!(
                "Trong {} {}, có {} chỉ tiêu đạt và vượt, {} chỉ tiêu đúng tiến độ, {} chỉ tiêu chậm hoặc có nguy cơ, {} chỉ tiêu không đạt;",
                two(*total), counted_as(*is_by_parts), two(*good), two(*on_pace), two(*behind), two(*missed)
            ),
            format!("Of {}, {good} are met or exceeded, {on_pace} on track, {behind} behind or at risk, {missed} missed;", counted_in_english(*total, *is_by_parts));
        Unknown { by_person: usize, count: usize } =>
            left_over([(*by_person, "theo nhận định"), (*count, "chưa có số liệu để đánh giá")], "còn"),
            left_over([(*by_person, "judged by a person"), (*count, "without figures to judge by")], "the rest are");
        FiguresOverdue { count: usize } =>
            format!("Có {} chỉ tiêu quá hạn nhập số liệu.", two(*count)),
            format!("{}.", counted(*count, "figure is overdue", "figures are overdue"));
        OnTasks => "2. Nhiệm vụ, giải pháp.", "2. Tasks.";
        Tasks { total: usize, done: usize, done_late: usize, on_time: usize, soon: usize, days: u32 } =>
            format!(
                "Trong {} đầu việc, có {} việc hoàn thành ({} việc hoàn thành quá hạn), {} việc đang thực hiện trong hạn ({} việc đến hạn trong {days} ngày),",
                two(*total), two(*done), two(*done_late), two(*on_time), two(*soon)
            ),
            format!("Of {}, {done} are done ({done_late} of them late), {on_time} run on time ({soon} due within {days} days),", counted(*total, "task", "tasks"));
        TasksLeft { overdue: usize, without_deadline: usize } =>
            format!("{} việc quá hạn và {} việc không có thời hạn.", two(*overdue), two(*without_deadline)),
            format!("{overdue} are overdue and {without_deadline} have no deadline.");
        NoTasks => "Chưa có nhiệm vụ nào được giao.", "No tasks are assigned yet.";
        OnReports => "3. Chế độ báo cáo.", "3. Reports.";
        Reports { date: String, sent: usize, total: usize, late: usize } =>
            match late {
                0 => format!("Đến ngày {date} có {sent}/{total} báo cáo đến hạn đã nộp;"),
                _ => format!("Đến ngày {date} có {sent}/{total} báo cáo đến hạn đã nộp, {} báo cáo nộp muộn;", two(*late)),
            },
            match late {
                0 => format!("By {date}, {sent} of {total} reports due had been sent;"),
                _ => format!("By {date}, {sent} of {total} reports due had been sent, {late} of them late;"),
            };
        ReportsMissing { missing: usize, bodies: usize } =>
            match missing {
                0 => "không nơi nào còn thiếu.".to_owned(),
                _ => format!("còn thiếu {} báo cáo của {} đơn vị.", two(*missing), two(*bodies)),
            },
            match missing {
                0 => "none is missing.".to_owned(),
                _ => format!("{missing} of {} are missing.", counted(*bodies, "body", "bodies")),
            };

        // Tables.
        Table { number: usize, title: String } => format!("Bảng {number}. {title}"), format!("Table {number}. {title}");
        TableGroups { is_by_parts: bool } =>
            format!("Đánh giá {} theo nhóm", counted_as(*is_by_parts)),
            if *is_by_parts { "Verdicts of all measures by group".to_owned() } else { "Verdicts by group of indicators".to_owned() };
        TableFocus => "Chỉ tiêu không đạt, chậm hoặc có nguy cơ", "Indicators missed, behind or at risk";
        TableOverdue { date: String } =>
            format!("Nhiệm vụ quá hạn, tính đến ngày {date}"),
            format!("Overdue tasks as of {date}");
        Annex { is_by_parts: bool, count: usize } =>
            format!("Phụ lục. Kết quả {count} {}", counted_as(*is_by_parts)),
            format!("Annex. Results of {}", counted_in_english(*count, *is_by_parts));
        // Papers strike what is none.
        Count { count: usize } =>
            if *count == 0 { "-".to_owned() } else { two(*count) },
            if *count == 0 { "-".to_owned() } else { count.to_string() };
        ColumnNo => "STT", "No.";
        ColumnNumber => "Số", "Number";
        ColumnGroup => "Nhóm", "Group";
        ColumnTotal => "Tổng số", "Total";
        Sum => "Cộng", "Total";
        ColumnNameAndUnit => "Chỉ tiêu (đơn vị tính)", "Indicator (unit)";
        ColumnName => "Chỉ tiêu", "Indicator";
        ColumnUnit => "Đơn vị tính", "Unit";
        ColumnPlan => "Kế hoạch", "Target";
        ColumnDone { elapsed: String } => format!("Thực hiện {elapsed}"), format!("Measured, {elapsed}");
        ColumnShare => "So KH (%)", "Of target (%)";
        ColumnProjection => "Dự báo cả năm", "Year-end projection";
        ColumnVerdict => "Đánh giá", "Verdict";
        ColumnTask => "Nhiệm vụ", "Task";
        ColumnLead => "Chủ trì", "Lead";
        ColumnDeadline => "Thời hạn", "Deadline";
        ColumnProgress => "Tiến độ, lý do", "Progress, reason";

        // What calls for work.
        Focus => "CHỈ TIÊU CẦN TẬP TRUNG", "INDICATORS THAT CALL FOR WORK";
        NoFocus => "Không có chỉ tiêu nào không đạt, chậm hoặc có nguy cơ.", "No indicator is missed, behind or at risk.";
        Figure { name: String } => format!("Hình 1. {name}"), format!("Figure 1. {name}");
        FigureRange => "Vùng xám: khoảng dự báo", "Grey: the range of the projection";
        Overdue => "NHIỆM VỤ QUÁ HẠN", "OVERDUE TASKS";
        NoOverdue => "Không có nhiệm vụ nào quá hạn.", "No task is overdue.";
        Ahead { period: String } => format!("NHIỆM VỤ {period}"), format!("TASKS OF {period}");
        NobodyLeads => "Chưa giao chủ trì", "Nobody leads yet";
        AheadLine { title: String, deadline: String, is_overdue: bool } =>
            format!("{title} (hạn: {deadline}{}).", if *is_overdue { ", quá hạn" } else { "" }),
            format!("{title} (due: {deadline}{}).", if *is_overdue { ", overdue" } else { "" });
        AheadFigures => "Nhập số liệu quá hạn", "Overdue figures";
        FigureWanted { name: String, period: String, lead: String } =>
            if lead.is_empty() { format!("{name}, {period}.") } else { format!("{lead}: {name}, {period}.") },
            if lead.is_empty() { format!("{name}, {period}.") } else { format!("{lead}: {name}, {period}.") };
        AheadReports => "Nộp báo cáo", "Reports to be sent";
        ReportWanted { title: String, period: String, names: String, date: String, is_overdue: bool } =>
            format!("{title}, {period} (hạn: {date}{}): {names}.", if *is_overdue { ", quá hạn" } else { "" }),
            format!("{title}, {period} (due: {date}{}): {names}.", if *is_overdue { ", overdue" } else { "" });
        NothingAhead => "Chưa có việc nào đến hạn trong quý tới.", "Nothing comes due in the coming quarter.";
        MadeBy { date: String } => format!("Lập bằng Tiến Độ, số liệu đến ngày {date}."), format!("Drawn up by Tiến Độ, figures as of {date}.");
    }
}
