//! How a group of measures stands, and what changed since the previous period.

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
            format!("mức đạt theo trọng số {percent}\u{202f}%"),
            format!("weighted achievement {percent}%");
        Overdue { count: usize } =>
            format!("{count} quá hạn báo cáo"),
            format!("{count} with an overdue figure");
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
        Moved { from: String, to: String } =>
            format!("Số liệu kỳ trước {from}, nay {to}."),
            format!("A period ago {from}, now {to}.");
    }
}
