//! The leader's view: slides on the whole window, and its one printed page.

use super::counted;

messages! {
    /// One indicator after another, large (Trình chiếu).
    Leader {
        FullScreen => "Toàn màn hình", "Full screen";
        Leave => "Thoát trình chiếu", "Leave the presentation";
        Steps => "Chuyển chỉ tiêu", "From indicator to indicator";
        Before => "Trước", "Back";
        After => "Sau", "Next";
        Place { place: usize, count: usize } => format!("{place}/{count}"), format!("{place}/{count}");
        Summary => "Tổng hợp", "Summary";
        Opening { count: usize } => format!("Tổng hợp, {count} chỉ tiêu"), format!("Summary, {}", counted(*count, "indicator", "indicators"));
        PlaceOf { place: usize, count: usize, name: String, verdict: String } =>
            format!("{place}/{count}: {name}. {verdict}."),
            format!("{place} of {count}: {name}. {verdict}.");
        OpenPage => "Mở trang chỉ tiêu", "Open the indicator’s page";
        OpenOverview => "Mở trang tổng quan", "Open the overview";
        Begin => "Xem từng chỉ tiêu", "One by one";
        PrintPage => "In một trang", "Print one page";
        NextFigure => "Số liệu kỳ tới", "Next figure";
        OverdueFigure => "Số liệu quá hạn", "Overdue figure";
        FigureBy { period: String, date: String } => format!("{period}, hạn {date}"), format!("{period}, due {date}");
        Fulfilled => "chỉ tiêu đạt và vượt", "indicators met or exceeded";
        WithFigures => "có số liệu", "with figures";
        ToDecide => "cần xử lý", "call for action";
        Since { period: String } => format!("So với {period}"), format!("Since {period}");
        Better { count: usize } => format!("{count} tốt lên"), format!("{count} better");
        Worse { count: usize } => format!("{count} xấu đi"), format!("{count} worse");
        Unchanged => "Không chỉ tiêu nào đổi đánh giá", "No verdict changed";
        FirstPeriod => "Kỳ đầu của chương trình, chưa có kỳ trước để so", "The first period: there is none before to compare with";
        FurtherShifts { count: usize } => format!("và {count} chỉ tiêu khác"), format!("and {count} more");
        Became { name: String, verdict: String } => format!("{name}: {verdict}"), format!("{name}: {verdict}");
        ColumnName => "Chỉ tiêu cần xử lý, vì sao", "What needs a decision, and why";
        ColumnValue => "Thực hiện", "Measured";
        ColumnTarget => "Mục tiêu", "Target";
        LeftOut { count: usize } =>
            format!("Còn {count} chỉ tiêu cần xử lý không đủ chỗ trên trang này: xem trang Chỉ tiêu, xếp theo đánh giá."),
            if *count == 1 {
                "1 more that calls for action has no room on this page: see the page Indicators, sorted by verdict.".to_owned()
            } else {
                format!("{count} more that call for action have no room on this page: see the page Indicators, sorted by verdict.")
            };
    }
}
