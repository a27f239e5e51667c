//! How a group of measures stands, and what changed since the previous period.

use super::counted;
use crate::i18n::period::with_article;

messages! {
    /// Parts of a line.
    Standing {
        Fulfilled { count: usize, total: usize } =>
            format!("{count}/{total} chỉ tiêu đạt và vượt"),
            format!("{count} of {total} indicators met or exceeded");
        WithFigures { count: usize, total: usize } =>
            format!("{count}/{total} có số liệu"),
            format!("{count} of {total} with figures");
        Weighted { percent: String } =>
            format!("mức đạt theo trọng số {percent}"),
            format!("weighted achievement {percent}");
        Overdue { count: usize } =>
            format!("{count} quá hạn nhập số liệu"),
            format!("{count} with an overdue figure");
        Numbered { words: String } =>
            format!("Theo chỉ tiêu đánh số trong văn bản: {words}."),
            format!("By the numbered indicators of the document: {words}.");
        Led { words: String } => format!("Chỉ tiêu chủ trì: {words}."), format!("Indicators that it leads: {words}.");
        NotReckoned => "Chưa tính được", "Not reckoned";
        Behind => "Có nguy cơ, chậm", "At risk, off track";
        Poor => "Kém", "Poor";
        Weak => "Yếu", "Weak";
        Fair => "Trung bình", "Fair";
        Good => "Khá", "Good";
        VeryGood => "Tốt", "Very good";
        Whole => "Cả chương trình", "The whole programme";
        Better { from: String, to: String } =>
            format!("Tốt lên so với kỳ trước: từ “{from}” thành “{to}”."),
            format!("Better than a period ago: from “{from}” to “{to}”.");
        Worse { from: String, to: String } =>
            format!("Xấu đi so với kỳ trước: từ “{from}” thành “{to}”."),
            format!("Worse than a period ago: from “{from}” to “{to}”.");
        Other { from: String, to: String } =>
            format!("Khác kỳ trước: từ “{from}” thành “{to}”."),
            format!("Changed since a period ago: from “{from}” to “{to}”.");
        KnownBy { date: String } =>
            format!("Theo số liệu đã ghi đến {date}."),
            format!("By the figures written by {date}.");
        LeftOut { count: usize } =>
            format!("{count} số liệu ghi hoặc sửa sau đó không được tính."),
            counted(*count, "figure written or changed later does not count.", "figures written or changed later do not count.");
        FromElsewhere =>
            "Số liệu nơi khác ghi trước ngày đó mà nhận về sau vẫn được tính, nên kết quả có thể khác lúc ấy.",
            "Figures that others wrote by then count even where they arrived later, so that the result may differ from what it was.";
        CountLater => "Tính cả số liệu ghi sau", "Count later figures too";
        CountAsThen => "Chỉ tính số liệu đã có lúc đó", "Count only what was known then";
        CountedLater { date: String } =>
            format!("Xem lại ngày {date} theo số liệu hiện nay."),
            format!("Looking back to {date}, by the figures as they are now.");
        Moved { since: String, from: String, to: String } =>
            format!("Số liệu {since} là {from}, nay là {to}."),
            format!("It was {from} {since}, now {to}.");
        AtEnd { period: String } => format!("đến hết {period}"), format!("at the end of {}", with_article(period));
        PeriodAgo => "kỳ trước", "a period ago";
    }
}
