//! The indicators of culture and society, 1.2 (8) to (13).

use super::Days;
use super::build::{Builder, measure, n};
use crate::model::ChangeBy::Amount;
use crate::model::{PaceRule, PeriodLength, Target, ValueKind};

pub(super) fn write(builder: &mut Builder, days: Days) {
    let Days { written, last } = days;
    builder.measures(
        written,
        last,
        "(8)",
        [measure("T08", "Lao động có chứng chỉ, giấy chứng nhận nghề", "%", Target::Reach(n("87.2")))
            .by("noi-vu", 2)
            .judged_each(PeriodLength::Quarter)
            .share()
            .decimals(1)
            .figures(2024, "- - - 87.0")
            .figures(2025, "87.1 87.3 87.5")],
    );
    builder.measures(
        written,
        last,
        "(9)",
        [
            measure("T09a", "Tạo việc làm mới", "lao động", Target::Reach(n("140000")))
                .kind(ValueKind::Flow)
                .every(PeriodLength::Month)
                .pace(PaceRule::Straight)
                .by("noi-vu", 2)
                .with(&["tai-chinh", "giao-duc"])
                .source("Trung tâm Dịch vụ việc làm Thành phố")
                .method("Kế hoạch chia đều 12 tháng.")
                .figures(2024, "10800 7900 12300 11900 11800 12900 12400 12100 12400 12900 13300 12800")
                .figures(2025, "9100 7600 11900 11300 10700 12400 11500 10800 ~11100")
                .note("2025-02", "Nghỉ Tết, sàn giao dịch đóng 9 ngày")
                .note("2025-06", "Hai phiên giao dịch việc làm cấp vùng")
                .note("2025-09", "Còn chờ số liệu 2 khu công nghiệp"),
            measure("T09b", "Tỷ lệ thất nghiệp đô thị", "%", Target::LessThan(n("4")))
                .by("noi-vu", 2)
                .lower_is_better()
                .share()
                .decimals(2)
                .figures(2024, "3.92 3.86 3.79 3.81")
                .figures(2025, "3.74 3.68 3.62"),
        ],
    );
    builder.measures(
        written,
        last,
        "(10)",
        [
            measure("T10a", "Giảm tỷ lệ hộ nghèo", "điểm %", Target::ReduceBy(Amount(n("0.04"))))
                .kind(ValueKind::RunningTotal)
                .by("nnmt", -1)
                .decimals(3)
                .figures(2025, "0.011 0.021 0.032"),
            measure("T10b", "Số hộ nghèo giảm", "hộ", Target::ReduceBy(Amount(n("1114"))))
                .kind(ValueKind::RunningTotal)
                .by("nnmt", -1)
                .figures(2025, "296 598 902"),
            measure("T10c", "Giảm tỷ lệ hộ cận nghèo", "điểm %", Target::ReduceBy(Amount(n("0.13"))))
                .kind(ValueKind::RunningTotal)
                .by("nnmt", -1)
                .decimals(3)
                .figures(2025, "0.034 0.068 0.101"),
            measure("T10d", "Số hộ cận nghèo giảm", "hộ", Target::ReduceBy(Amount(n("3553"))))
                .kind(ValueKind::RunningTotal)
                .by("nnmt", -1)
                .figures(2025, "905 1812 2741"),
            measure("T10e", "Hộ nghèo theo chuẩn quốc gia", "hộ", Target::Zero)
                .by("nnmt", -1)
                .judged_each(PeriodLength::Quarter)
                .lower_is_better()
                .figures(2025, "0 0 0"),
            measure("T10f", "Hộ cận nghèo theo chuẩn quốc gia", "hộ", Target::Zero)
                .by("nnmt", -1)
                .judged_each(PeriodLength::Quarter)
                .lower_is_better()
                .figures(2025, "0 0 0"),
            measure("T10g", "Hộ nghèo theo chuẩn Thành phố", "hộ", Target::Zero)
                .by("nnmt", -1)
                .lower_is_better()
                .method("Đầu năm 1.114 hộ; mỗi kỳ bằng đầu năm trừ số hộ đã giảm.")
                .figures(2024, "- - - 1114")
                .figures(2025, "818 516 212"),
        ],
    );
    builder.measures(
        written,
        last,
        "(11)",
        [
            measure("T11a", "Số bác sĩ trên 1 vạn dân", "bác sĩ/vạn dân", Target::Reach(n("21")))
                .by("y-te", 3)
                .judged_each(PeriodLength::Quarter)
                .decimals(1)
                .figures(2024, "- - - 20.8")
                .figures(2025, "21.0 21.2 21.3"),
            measure("T11b", "Số giường bệnh trên 1 vạn dân", "giường bệnh/vạn dân", Target::Reach(n("42")))
                .by("y-te", 3)
                .decimals(1)
                .figures(2024, "39.5 39.8 40.1 40.4")
                .figures(2025, "40.8 41.2 41.6"),
        ],
    );
    builder.measures(
        written,
        last,
        "(12)",
        [
            measure("T12a", "Số phòng học trên 1 vạn dân tuổi đi học", "phòng học/vạn dân", Target::Reach(n("300")))
                .by("giao-duc", -1)
                .with(&["xay-dung"])
                .method("Dân số từ 3 đến 18 tuổi.")
                .figures(2024, "284 285 287 288")
                .figures(2025, "289 291 295")
                .note("2025-Q3", "12 công trình trường học lùi tiến độ."),
            measure("T12b", "Trẻ trong độ tuổi được đến trường", "%", Target::Reach(n("100")))
                .by("giao-duc", -1)
                .judged_each(PeriodLength::Quarter)
                .share()
                .figures(2024, "- - - 100")
                .figures(2025, "100 100 100"),
        ],
    );
    builder.measures(
        written,
        last,
        "(13)",
        [measure("T13", "Tổng tỷ suất sinh", "con/phụ nữ", Target::AtLeast(n("1.4")))
            .every(PeriodLength::HalfYear)
            .by("y-te", 3)
            .lag(5)
            .decimals(2)
            .baseline(2023, "1.32", "Số đã công bố của năm 2023")
            .method("Ước tính theo điều tra biến động dân số.")],
    );
}
