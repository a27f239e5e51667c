//! The indicators of the city, its administration and its safety, 1.3 (14) to 1.5 (22).

use super::Days;
use super::build::{Builder, measure, n};
use crate::model::{PeriodLength, Target, ValueKind};

pub(super) fn write(builder: &mut Builder, days: Days) {
    environment(builder, days);
    building(builder, days);
    administration(builder, days);
    safety(builder, days);
}

fn environment(builder: &mut Builder, Days { written, last }: Days) {
    builder.measures(
        written,
        last,
        "(14)",
        [measure("T14", "Hộ dân sử dụng nước sạch", "%", Target::Maintain(n("100")))
            .by("xay-dung", 1)
            .share()
            .figures(2024, "100 100 100 100")
            .figures(2025, "100 100 100")],
    );
    builder.measures(
        written,
        last,
        "(15)",
        [
            measure("T15a", "Xử lý chất thải y tế", "%", Target::Maintain(n("100")))
                .by("y-te", 3)
                .kept_each_period()
                .share()
                .figures(2024, "100 100 100 100")
                .figures(2025, "100 100 100"),
            measure("T15b", "Xử lý nước thải công nghiệp", "%", Target::Maintain(n("100")))
                .every(PeriodLength::Month)
                .by("nnmt", -1)
                .share()
                .decimals(1)
                .figures(2024, "- - - - - - - - - - - 100")
                .figures(2025, "97.2 97.7 97.9 97.8 98.5 98.5 98.9 98.8 99.2")
                .note("2025-01", "Hai khu công nghiệp sửa trạm xử lý")
                .note("2025-09", "Trạm cuối chạy lại từ 15/9"),
        ],
    );
    builder.measures(
        written,
        last,
        "(16)",
        [measure("T16", "Rác sinh hoạt xử lý bằng công nghệ mới, tái chế", "%", Target::AtLeast(n("80")))
            .every(PeriodLength::Month)
            .by("nnmt", -1)
            .with(&["xay-dung", "tai-chinh"])
            .share()
            .decimals(1)
            .figures(2024, "56.2 56.8 57.1 57.9 58.3 58.8 59.4 60.1 60.5 61.0 61.6 62.0")
            .figures(2025, "63.1 64.6 65.7 67.3 68.4 69.9 70.8 72.3 73.4")
            .note("2025-09", "Hai nhà máy đốt rác phát điện chưa vận hành.")],
    );
}

fn building(builder: &mut Builder, Days { written, last }: Days) {
    builder.measures(
        written,
        last,
        "(17)",
        [
            measure("T17a", "Đất giao thông trên đất xây dựng đô thị", "%", Target::Reach(n("15")))
                .by("xay-dung", 1)
                .share()
                .decimals(1)
                .figures(2024, "13.2 13.4 13.6 13.8")
                .figures(2025, "14.1 14.4 14.7"),
            measure("T17b", "Mật độ đường giao thông", "km/km²", Target::Reach(n("2.5")))
                .by("xay-dung", 1)
                .decimals(2)
                .figures(2024, "2.28 2.30 2.32 2.34")
                .figures(2025, "2.38 2.42 2.46"),
        ],
    );
    builder.measures(
        written,
        last,
        "(18)",
        [
            measure("T18a", "Diện tích nhà ở xây dựng mới", "triệu m²", Target::Reach(n("8")))
                .kind(ValueKind::Flow)
                .by("xay-dung", 1)
                .decimals(1)
                .revised("2025-07-10", Target::Reach(n("7.5")), "điều chỉnh minh họa")
                .figures(2024, "1.7 1.8 2.2 2.1")
                .figures(2025, "1.9 2.1 2.3"),
            measure("T18b", "Diện tích nhà ở bình quân đầu người", "m²/người", Target::Reach(n("23.5")))
                .by("xay-dung", 1)
                .decimals(1)
                .figures(2024, "22.1 22.3 22.5 22.7")
                .figures(2025, "22.9 23.2 23.4"),
        ],
    );
    builder.measures(
        written,
        last,
        "(19)",
        [measure("T19", "Diện tích cây xanh đô thị", "m²/người", Target::AtLeast(n("0.75")))
            .by("xay-dung", 1)
            .judged_each(PeriodLength::Quarter)
            .decimals(2)
            .figures(2024, "- - - 0.73")
            .figures(2025, "0.74 0.75 0.76")],
    );
}

fn administration(builder: &mut Builder, Days { written, last }: Days) {
    builder.measures(
        written,
        last,
        "(20)",
        [
            measure("T20a", "Xếp hạng PCI", "hạng", Target::RankTop(5))
                .kind(ValueKind::Rank)
                .every(PeriodLength::HalfYear)
                .judged_each(PeriodLength::HalfYear)
                .by("tai-chinh", 0)
                .lower_is_better()
                .lag(180)
                .method("Công bố trong 6 tháng đầu năm, cho năm trước.")
                .figures(2024, "14")
                .figures(2025, "12"),
            measure("T20b", "Xếp hạng PAR-Index", "hạng", Target::RankTop(15))
                .kind(ValueKind::Rank)
                .every(PeriodLength::HalfYear)
                .judged_each(PeriodLength::HalfYear)
                .by("noi-vu", 2)
                .lower_is_better()
                .lag(180)
                .method("Công bố trong 6 tháng đầu năm, cho năm trước.")
                .figures(2025, "9"),
        ],
    );
    builder.measures(
        written,
        last,
        "(21)",
        [measure("T21", "Người dân hài lòng với cơ quan hành chính", "%", Target::AtLeast(n("95")))
            .by("noi-vu", 2)
            .judged_each(PeriodLength::Quarter)
            .share()
            .decimals(1)
            .method("Khảo sát mỗi quý; lấy lĩnh vực thấp nhất.")
            .figures(2024, "- - - 95.2")
            .figures(2025, "95.8 96.3 96.8")],
    );
}

fn safety(builder: &mut Builder, Days { written, last }: Days) {
    let count = |key, name, unit| {
        measure(key, name, unit, Target::TowardsLower).kind(ValueKind::Flow).by("cong-an", -1).lower_is_better()
    };
    let share = |key, name| measure(key, name, "%", Target::TowardsHigher).by("cong-an", -1).share().decimals(1);
    builder.measures(
        written,
        last,
        "(22)",
        [
            measure("Q22a", "Giữ vững an ninh chính trị", "", Target::Narrative)
                .kind(ValueKind::Text)
                .by("cong-an", -1),
            count("Q22b", "Tội phạm về trật tự xã hội", "vụ")
                .figures(2024, "1310 1285 1240 1265")
                .figures(2025, "1205 1160 1120"),
            share("Q22c", "Tỷ lệ điều tra, khám phá án")
                .figures(2024, "82.2 82.7 83.0 83.4")
                .figures(2025, "83.1 84.0 84.6"),
            share("Q22d", "Tỷ lệ giải quyết tố giác, tin báo, kiến nghị khởi tố")
                .figures(2024, "89.0 89.6 89.9 90.2")
                .figures(2025, "89.1 89.6 89.8"),
            count("Q22e", "Số vụ tai nạn giao thông", "vụ")
                .with(&["xay-dung"])
                .figures(2024, "398 371 365 402")
                .figures(2025, "362 340 331"),
            count("Q22f", "Số người chết do tai nạn giao thông", "người")
                .with(&["xay-dung"])
                .figures(2024, "122 118 114 126")
                .figures(2025, "117 116 124")
                .note("2025-Q3", "Tăng ở cửa ngõ phía đông, chủ yếu ban đêm."),
            count("Q22g", "Số người bị thương do tai nạn giao thông", "người")
                .with(&["xay-dung"])
                .figures(2024, "241 228 219 236")
                .figures(2025, "214 203 198"),
            measure("Q22h", "Nâng cao năng lực phòng cháy, chữa cháy", "", Target::Narrative)
                .kind(ValueKind::Text)
                .by("cong-an", -1),
            count("Q22i", "Số vụ cháy", "vụ").figures(2024, "129 112 96 108").figures(2025, "118 101 92"),
            measure("T22j", "Cháy, nổ gây thiệt hại đặc biệt nghiêm trọng", "vụ", Target::Zero)
                .kind(ValueKind::Flow)
                .every(PeriodLength::Month)
                .by("cong-an", -1)
                .lower_is_better()
                .figures(2025, "0 0 0 0 0 0 0 0 0"),
        ],
    );
}
