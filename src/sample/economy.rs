//! The economic indicators, 1.1 (1) to (7).

use super::Days;
use super::build::{Builder, MeasureRow, measure, n};
use crate::model::{PaceRule, PeriodLength, Target, ValueKind};

const STATISTICS: &str = "Thống kê Thành phố";

pub(super) fn write(builder: &mut Builder, days: Days) {
    let mut file = |item, rows: [MeasureRow; 1]| builder.measures(days.written, days.last, item, rows);
    file(
        "(2)",
        [measure("T02", "Kinh tế số trong GRDP", "% GRDP", Target::About { value: n("25"), tolerance: None })
            .by("khcn", -1)
            .share()
            .decimals(1)
            .source(STATISTICS)
            .figures(2024, "20.2 20.6 21.0 21.4")
            .figures(2025, "22.5 23.4 ~24.2")],
    );
    file(
        "(3)",
        [measure(
            "T03",
            "GRDP bình quân đầu người",
            "đô-la Mỹ (USD)/người",
            Target::About { value: n("8500"), tolerance: None },
        )
        .kind(ValueKind::RunningTotal)
        .by("tai-chinh", 0)
        .source(STATISTICS)
        .method("GRDP giá hiện hành lũy kế chia dân số bình quân, theo tỷ giá bình quân kỳ.")
        .figures(2025, "1950 3990 ~6120")],
    );
    file(
        "(4)",
        [measure("T04", "Vốn đầu tư xã hội trong GRDP", "% GRDP", Target::About { value: n("35"), tolerance: None })
            .by("tai-chinh", 0)
            .with(&["xay-dung"])
            .share()
            .decimals(1)
            .source(STATISTICS)
            .figures(2024, "30.5 31.0 31.4 31.8")
            .figures(2025, "31.2 31.9 ~32.6")
            .note("2025-Q3", "Giải ngân đầu tư công quý III còn chậm.")],
    );
    file(
        "(5)",
        [measure("T05", "Đóng góp của TFP vào tăng trưởng GRDP", "%", Target::GreaterThan(n("50")))
            .by("tai-chinh", 0)
            .at_year_end(60)
            .share()
            .decimals(1)
            .source(STATISTICS)
            .method("Tính một lần, sau khi có GRDP cả năm.")],
    );
    file(
        "(6)",
        [measure("T06", "Chi đầu tư xã hội cho khoa học, công nghệ", "%/GRDP", Target::GreaterThan(n("1")))
            .every(PeriodLength::HalfYear)
            .by("khcn", 0)
            .lag(5)
            .share()
            .decimals(2)
            .method("Chi của ngân sách và doanh nghiệp so với GRDP.")
            .figures(2024, "- 0.92")],
    );
    file(
        "(7)",
        [measure("T07", "Tốc độ tăng năng suất lao động xã hội", "%", Target::Reach(n("7")))
            .by("noi-vu", 2)
            .pace(PaceRule::TargetItself)
            .decimals(1)
            .source(STATISTICS)
            .figures(2024, "5.4 5.7 5.9 6.1")
            .figures(2025, "6.5 6.7 ~6.8")],
    );
    builder.measures(
        days.written,
        days.last,
        "(1)",
        [
            measure("T01a", "Tốc độ tăng trưởng GRDP", "%", Target::GreaterThan(n("10")))
                .by("tai-chinh", 0)
                .with(&["xay-dung", "khcn"])
                .judged_each(PeriodLength::Quarter)
                .pace(PaceRule::TargetItself)
                .decimals(1)
                .source(STATISTICS)
                .method("Lũy kế từ đầu năm, giá so sánh, so với cùng kỳ.")
                .figures(2024, "6.5 6.5 6.9 7.2")
                .figures(2025, "7.5 7.7 ~7.9"),
            measure("T01b", "Tỷ trọng khu vực dịch vụ trong GRDP", "%", Target::GreaterThan(n("60")))
                .by("tai-chinh", 0)
                .judged_each(PeriodLength::Quarter)
                .share()
                .decimals(1)
                .source(STATISTICS)
                .figures(2024, "- - - 65.5")
                .figures(2025, "64.1 64.5 ~64.8"),
        ],
    );
}
