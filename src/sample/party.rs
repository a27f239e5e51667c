//! The indicators of Party building, 2.1 to 2.9 (printed 2.1, 2.2, 3.3 to 3.9).

use super::Days;
use super::build::{Builder, measure, n};
use crate::model::{Grade, PeriodLength, Target, ValueKind};

pub(super) fn write(builder: &mut Builder, Days { written, last }: Days) {
    let whole = || Target::Reach(n("100"));
    builder.measures(
        written,
        last,
        "2.1",
        [measure("P2.1", "Tổ chức cơ sở đảng có nghị quyết lãnh đạo", "%", whole())
            .kind(ValueKind::Rate)
            .judged_each(PeriodLength::Quarter)
            .by("to-chuc", -1)
            .share()
            .decimals(1)
            .figures(2025, "40/42 42/42 42/42")],
    );
    builder.measures(
        written,
        last,
        "2.2",
        [
            measure("P2.2", "Đăng ký học tập và làm theo Bác", "%", whole())
                .kind(ValueKind::Rate)
                .every(PeriodLength::HalfYear)
                .judged_each(PeriodLength::HalfYear)
                .by("tuyen-giao", -1)
                .share()
                .decimals(1)
                .method("Đảng viên, công chức, viên chức, đoàn viên, hội viên đã đăng ký.")
                .figures(2024, "- 99.6")
                .figures(2025, "96480/96480"),
            measure("QP2.2", "Không gian văn hóa Hồ Chí Minh tại cơ quan, đơn vị", "", Target::Narrative)
                .kind(ValueKind::Text)
                .by("tuyen-giao", -1)
                .with(&["co-so"]),
        ],
    );
    builder.measures(
        written,
        last,
        "3.3",
        [measure("P3.3", "Ủy viên, người đứng đầu thực hiện tốt trách nhiệm nêu gương", "%", whole())
            .by("to-chuc", -1)
            .at_year_end(15)
            .share()
            .decimals(1)],
    );
    builder.measures(
        written,
        last,
        "3.4",
        [
            measure("P3.4a", "Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ", "%", Target::AtLeast(n("95")))
                .by("to-chuc", -1)
                .at_year_end(15)
                .share()
                .decimals(1)
                .figures(2024, "95.2"),
            measure("P3.4b", "Tổ chức cơ sở đảng không hoàn thành nhiệm vụ", "%", Target::LessThan(n("4")))
                .by("to-chuc", -1)
                .at_year_end(15)
                .lower_is_better()
                .share()
                .decimals(1)
                .figures(2024, "4.8"),
        ],
    );
    builder.measures(
        written,
        last,
        "3.5",
        [
            measure("P3.5a", "Đảng viên hoàn thành tốt nhiệm vụ", "%", Target::AtLeast(n("98")))
                .by("to-chuc", -1)
                .at_year_end(15)
                .share()
                .decimals(1)
                .figures(2024, "97.6"),
            measure("P3.5b", "Đảng viên không hoàn thành nhiệm vụ", "%", Target::LessThan(n("0.4")))
                .by("to-chuc", -1)
                .at_year_end(15)
                .lower_is_better()
                .share()
                .decimals(2)
                .figures(2024, "0.47"),
        ],
    );
    builder.measures(
        written,
        last,
        "3.6",
        [
            measure("P3.6a", "Kết nạp đảng viên trên tổng số đảng viên", "%", Target::AtLeast(n("3")))
                .kind(ValueKind::RunningTotal)
                .by("to-chuc", -1)
                .with(&["co-so"])
                .decimals(2)
                .figures(2025, "0.78 1.57 2.41"),
            measure("P3.6b", "Đảng viên mới là đoàn viên", "%", Target::GreaterThan(n("40")))
                .kind(ValueKind::Rate)
                .judged_each(PeriodLength::Quarter)
                .by("thanh-nien", -1)
                .share()
                .decimals(1)
                .method("Trong số kết nạp từ đầu năm.")
                .figures(2025, "161/356 329/717 508/1100"),
        ],
    );
    builder.measures(
        written,
        last,
        "3.7",
        [measure("P3.7", "Cấp ủy cơ sở được kiểm tra, giám sát khắc phục", "%", whole())
            .kind(ValueKind::Rate)
            .by("kiem-tra", -1)
            .with(&["co-so"])
            .share()
            .decimals(1)
            .marks(2025, "25 50 75")
            .figures(2025, "11/42 22/42 33/42")],
    );
    builder.measures(
        written,
        last,
        "3.8",
        [
            measure("P3.8", "Cơ sở đảng thực hiện tốt Quy định 1374", "%", whole())
                .kind(ValueKind::Rate)
                .by("vp", -1)
                .with(&["co-so"])
                .share()
                .decimals(1)
                .marks(2025, "70 80 90")
                .sent_by("khoi-so", 2025, "14/18 15/18 17/18")
                .sent_by("khoi-su-nghiep", 2025, "9/12 11/12 15/17")
                .sent_by("khoi-doanh-nghiep", 2025, "5/7 6/7 6/7")
                .sent_by("khoi-du-an", 2025, "3/5 3/5"),
            measure("QP3.8", "Báo cáo định kỳ về Ban Thường vụ Đảng ủy", "", Target::Yes)
                .kind(ValueKind::YesNo)
                .judged_each(PeriodLength::Quarter)
                .by("vp", -1)
                .figures(2025, "yes yes yes"),
        ],
    );
    builder.measures(
        written,
        last,
        "3.9",
        [
            measure("QP3.9a", "Đoàn thể được xếp loại thi đua xuất sắc", "", Target::GradeAtLeast(Grade::Excellent))
                .kind(ValueKind::Grade)
                .by("doan-the", -1)
                .at_year_end(15)
                .figures(2024, "good"),
            measure(
                "QP3.9b",
                "Tập thể lãnh đạo hoàn thành tốt nhiệm vụ trở lên",
                "",
                Target::GradeAtLeast(Grade::Good),
            )
            .kind(ValueKind::Grade)
            .by("to-chuc", -1)
            .at_year_end(15)
            .figures(2024, "good"),
        ],
    );
}
