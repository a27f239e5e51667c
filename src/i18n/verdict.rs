//! The verdicts, and the rules that lead to them, in words.

use crate::evaluate::{GrowthStatus, Rule, Verdict};

words! {
    Verdict {
        Verdict::Exceeded => "Vượt", "Exceeded";
        Verdict::Met => "Đạt", "Met";
        Verdict::Near => "Gần đạt", "Nearly met";
        Verdict::Missed => "Không đạt", "Missed";
        Verdict::MetEarly => "Đạt sớm", "Met early";
        Verdict::OnTrack => "Đúng tiến độ", "On track";
        Verdict::AtRisk => "Có nguy cơ", "At risk";
        Verdict::OffTrack => "Chậm", "Off track";
        Verdict::NoData => "Chưa có số liệu", "No data";
        Verdict::NotDue => "Chưa đến kỳ", "Not due yet";
        Verdict::FigureOverdue => "Quá hạn báo cáo", "Figure overdue";
        Verdict::NoBaseline => "Chưa có mốc so sánh", "No baseline";
        Verdict::NeedsPerson => "Cần nhận định", "Needs a person";
        Verdict::ByPerson => "Theo nhận định", "Judged by a person";
    }
}

words! {
    Rule {
        Rule::ClosedBeyond => "hết kỳ, kết quả tốt hơn hẳn mục tiêu", "the period is closed, the result strictly beyond the target";
        Rule::ClosedReached => "hết kỳ, kết quả đạt mục tiêu", "the period is closed, the result meets the target";
        Rule::ClosedNear => "hết kỳ, chưa đạt nhưng từ ngưỡng “gần đạt” trở lên", "the period is closed, short of the target but beyond the threshold";
        Rule::ClosedShort => "hết kỳ, kết quả không đạt mục tiêu", "the period is closed, the result does not meet the target";
        Rule::SumReached => "số cộng dồn chỉ tăng và đã đạt mục tiêu", "a sum that only grows has reached the target";
        Rule::CeilingOverrun => "số cộng dồn chỉ tăng và đã quá mức trần", "a sum that only grows is past its ceiling";
        Rule::EventHappened => "điều không được để xảy ra đã xảy ra", "what was not to happen has happened";
        Rule::PeriodFailed => "phải giữ ở mọi kỳ, có kỳ không giữ được", "to be kept in every period, and one failed";
        Rule::EveryPeriodKept => "phải giữ ở mọi kỳ, các kỳ đến nay đều giữ được", "to be kept in every period, and kept in all so far";
        Rule::Done => "việc phải làm đã làm xong", "what was to be done is done";
        Rule::Ahead => "bằng hoặc tốt hơn nhịp cần có", "at the required pace or better";
        Rule::AheadButRangeMisses => "kịp nhịp, nhưng cả khoảng dự báo không tới mục tiêu", "at the pace, but the whole projected range misses the target";
        Rule::MetNow => "không có nhịp để so, số liệu mới nhất đạt mục tiêu", "no pace to compare with; the latest figure meets the target";
        Rule::Behind => "kém nhịp cần có, chưa đến mức xếp “Chậm”", "behind the pace, but not so far as to be off track";
        Rule::BehindRangeMisses => "kém nhịp cần có và cả khoảng dự báo không tới mục tiêu", "behind the pace, and the whole projected range misses the target";
        Rule::BehindFar => "kém nhịp cần có quá ngưỡng, chưa dự báo được", "behind the pace by more than the threshold, with no projection possible";
        Rule::NoFigure => "kỳ đầu đã hết, chưa quá hạn nộp số liệu", "the first period is over, its figure not yet due";
        Rule::NotBegun => "kỳ đầu chưa hết hoặc số liệu chưa thể có", "the first period is not over, or its figure cannot exist yet";
        Rule::Overdue => "thiếu số liệu đã quá hạn nộp", "a figure that is due is missing";
        Rule::NoMark => "không có số liệu gốc, không có mốc trung gian", "neither a baseline nor an interim target";
        Rule::NotRanked => "chưa có kết quả xếp hạng", "the ranking is not out yet";
        Rule::NotDoneYet => "việc chưa xong, chưa hết kỳ", "not done, and the period is not over";
        Rule::AtEndOnly => "chỉ tiêu chỉ đánh giá khi hết kỳ", "judged only when the period is over";
        Rule::ByPerson => "chỉ tiêu do người có thẩm quyền nhận định", "a person judges it";
    }
}

words! {
    GrowthStatus {
        GrowthStatus::TargetAchieved => "đã đạt mục tiêu", "target achieved";
        GrowthStatus::Substantial => "tiến bộ rõ", "substantial progress";
        GrowthStatus::Moderate => "tiến bộ vừa", "moderate progress";
        GrowthStatus::Limited => "tiến bộ ít", "limited progress";
        GrowthStatus::Deterioration => "thụt lùi", "deterioration";
        GrowthStatus::NotAvailable => "không tính được", "cannot be reckoned";
    }
}
