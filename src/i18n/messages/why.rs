//! "Vì sao?": the sentence that explains a verdict, and the steps behind it.

use crate::i18n::period::{inside, with_article};

messages! {
    /// One sentence or step. All data are worded already: numbers with their unit, periods, targets.
    Why {
        // The sentence.
        AbovePace { when: String, value: String, by: String } =>
            format!("{when} đạt {value}, cao hơn nhịp cần có {by}"),
            format!("{when}: {value}, {by} above the required pace");
        EqualToPace { when: String, value: String } =>
            format!("{when} đạt {value}, bằng nhịp cần có"),
            format!("{when}: {value}, exactly the required pace");
        BelowPace { when: String, value: String, by: String } =>
            format!("{when} đạt {value}, thấp hơn nhịp cần có {by}"),
            format!("{when}: {value}, {by} below the required pace");
        WithinAllowance { when: String, value: String, by: String } =>
            format!("{when} là {value}, ít hơn {by} so với mức cho phép đến kỳ này"),
            format!("{when}: {value}, {by} below what is allowed by now");
        AtAllowance { when: String, value: String } =>
            format!("{when} là {value}, bằng mức cho phép đến kỳ này"),
            format!("{when}: {value}, exactly what is allowed by now");
        OverAllowance { when: String, value: String, by: String } =>
            format!("{when} là {value}, nhiều hơn {by} so với mức cho phép đến kỳ này"),
            format!("{when}: {value}, {by} over what is allowed by now");
        BetterThanMark { when: String, value: String, by: String } =>
            format!("{when} là {value}, tốt hơn mức cần có {by}"),
            format!("{when}: {value}, {by} better than required by then");
        AtMark { when: String, value: String } =>
            format!("{when} là {value}, bằng mức cần có"),
            format!("{when}: {value}, exactly as required by then");
        WorseThanMark { when: String, value: String, by: String } =>
            format!("{when} là {value}, kém mức cần có {by}"),
            format!("{when}: {value}, {by} worse than required by then");
        AsAsked { when: String, value: String, target: String } =>
            format!("{when} là {value}, đang đạt mục tiêu {target}"),
            format!("{when}: {value}, keeping the target: {target}");
        NotAsAsked { when: String, value: String, target: String, by: String } =>
            format!("{when} là {value}, chưa đạt mục tiêu {target}, còn cách {by}"),
            format!("{when}: {value}, {by} away from the target: {target}");
        NotQuite { when: String, value: String, target: String } =>
            format!("{when} là {value}, chưa đạt mục tiêu {target}"),
            format!("{when}: {value}, not meeting the target: {target}");
        ButRangeMisses { sentence: String } =>
            format!("{sentence}; nhưng cả khoảng dự báo đều không đạt mục tiêu."),
            format!("{sentence}; but the whole projected range misses the target.");
        AndRangeMisses { sentence: String } =>
            format!("{sentence}; cả khoảng dự báo đều không đạt mục tiêu."),
            format!("{sentence}; the whole projected range misses the target.");
        AndBeyondThreshold { sentence: String, limit: String } =>
            format!("{sentence}, lệch quá ngưỡng {limit}."),
            format!("{sentence}, off by more than {limit}.");
        Plain { sentence: String } => format!("{sentence}."), format!("{sentence}.");
        Exceeded { when: String, value: String, target: String } =>
            format!("{when} đạt {value}, vượt mục tiêu {target}."),
            format!("{when}: {value}, beyond the target: {target}.");
        Better { when: String, value: String, target: String } =>
            format!("{when} là {value}, tốt hơn mục tiêu {target}."),
            format!("{when}: {value}, better than the target: {target}.");
        Reached { when: String, value: String, target: String } =>
            format!("{when} là {value}, đạt mục tiêu {target}."),
            format!("{when}: {value}, which meets the target: {target}.");
        Nearly { when: String, value: String, target: String, by: String } =>
            format!("{when} đạt {value}, gần mục tiêu {target}, còn cách {by}."),
            format!("{when}: {value}, {by} away from the target: {target}.");
        Short { when: String, value: String, target: String, by: String } =>
            format!("{when} là {value}, không đạt mục tiêu {target}, thiếu {by}."),
            format!("{when}: {value}, {by} short of the target: {target}.");
        RankedBelow { when: String, value: String, target: String, by: String } =>
            format!("{when} là {value}, không đạt mục tiêu {target}, kém {by}."),
            format!("{when}: {value}, {by} below the target: {target}.");
        Over { when: String, value: String, target: String, by: String } =>
            format!("{when} là {value}, không đạt mục tiêu {target}, quá {by}."),
            format!("{when}: {value}, {by} over the target: {target}.");
        NotMet { when: String, value: String, target: String } =>
            format!("{when} là {value}, không đạt mục tiêu {target}."),
            format!("{when}: {value}, which does not meet the target: {target}.");
        ReachedEarly { when: String, value: String, target: String } =>
            format!("Mới {} đã đạt {value}, xong mục tiêu {target} trước hạn.", inside(when)),
            format!("{when}: {value}; the target ({target}) is reached already.");
        Overrun { when: String, value: String, target: String, by: String } =>
            format!("{when} là {value}, đã quá mục tiêu {target} là {by}, không thể bù lại."),
            format!("{when}: {value}, {by} over the target ({target}), which cannot be mended.");
        Happened { when: String, value: String } =>
            format!("{when} đã xảy ra {value}, trong khi mục tiêu là không để xảy ra."),
            format!("{when}: {value}, where none was to happen.");
        KeptInAll { kept: u32 } =>
            format!("Giữ được ở cả {kept} kỳ đã có số liệu."),
            format!("Kept in all {kept} periods with a figure.");
        FailedIn { failed: String, kept: u32, of: u32 } =>
            format!("Không giữ được ở {failed}; giữ được {kept}/{of} kỳ."),
            format!("Not kept in {failed}; kept in {kept} of {of} periods.");
        GradeEnough { when: String, grade: String, target: String } =>
            format!("{when} xếp loại “{grade}”, đáp ứng mục tiêu {target}."),
            format!("{when}: “{grade}”, which meets the target: {target}.");
        GradeTooLow { when: String, grade: String, target: String } =>
            format!("{when} xếp loại “{grade}”, chưa đáp ứng mục tiêu {target}."),
            format!("{when}: “{grade}”, below the target: {target}.");
        Done { when: String } => format!("{when} đã thực hiện xong."), format!("{when}: done.");
        NotDone { when: String } => format!("{when} chưa thực hiện xong."), format!("{when}: not done.");
        NoFigure => "Chưa có số liệu nào.", "There is no figure yet.";
        NotBegun => "Chưa đến kỳ có số liệu đầu tiên.", "The first figure is not due yet.";
        FigureOverdue { period: String, due: String } =>
            format!("Số liệu {period} quá hạn từ {due}, chưa đủ để kết luận."),
            format!("The figure of {period} was due on {due}; without it there is no conclusion.");
        NoMark => "Chưa có số liệu gốc hay mốc trung gian để so sánh.", "Neither a baseline nor an interim target to compare with.";
        NotRanked { when: String } => format!("{when} chưa được xếp hạng."), format!("{when}: not ranked yet.");
        AtEndOnly => "Chỉ đánh giá khi kết thúc kỳ.", "Judged only at the end.";
        ByPerson => "Chỉ tiêu định tính, cần người có thẩm quyền nhận định.", "A qualitative target: a person has to judge.";
        Judged { author: String, period: String, scale: String } =>
            format!("{author} nhận định {}: {}.", inside(period), inside(scale)),
            format!("{author} on {period}: {}.", inside(scale));
        Rule { verdict: String, rule: String } =>
            format!("Quy tắc “{verdict}”: {rule}."),
            format!("Rule of “{verdict}”: {rule}.");

        // Rules of a pace that is the target itself.
        KeepsTarget => "số liệu mới nhất đạt mục tiêu", "the latest figure meets the target";
        KeepsTargetButRangeMisses => "số liệu mới nhất đạt mục tiêu, nhưng cả khoảng dự báo không tới", "the latest figure meets the target, but the whole projected range misses it";
        ShortOfTarget => "chưa đạt mục tiêu, chưa đến mức xếp “Chậm”", "short of the target, but not so far as to be off track";
        ShortAndRangeMisses => "chưa đạt mục tiêu và cả khoảng dự báo không tới", "short of the target, and the whole projected range misses it";
        FarShortOfTarget => "kém mục tiêu quá ngưỡng, chưa dự báo được", "short of the target by more than the threshold, with no projection possible";

        // The steps.
        WordsSeen { period: String, words: String } =>
            format!("Báo cáo {}: “{words}”.", inside(period)),
            format!("Reported for {period}: “{words}”.");
        SpanOf { period: String } =>
            format!("Đánh giá riêng từng kỳ: {}.", inside(period)),
            format!("Each span is judged by itself: {period}.");
        Span { first: String, last: String } =>
            format!("Đánh giá riêng từng kỳ: {} đến {}.", inside(first), inside(last)),
            format!("Each span is judged by itself: {first} to {last}.");
        Term { first: i32, last: i32 } =>
            format!("Đánh giá chung cho giai đoạn {first}–{last}."),
            format!("Judged over {first}–{last} as a whole.");
        Target { target: String } => format!("Mục tiêu: {target}."), format!("Target: {target}.");
        TargetSince { target: String, date: String, document: String } =>
            format!("Mục tiêu: {target}, điều chỉnh ngày {date} ({document})."),
            format!("Target: {target}, revised on {date} ({document}).");
        Line { value: String } => format!("Quy ra mức phải đạt: {value}."), format!("As a value: {value}.");
        Baseline { year: i32, value: String } =>
            format!("Số liệu gốc năm {year}: {value}."),
            format!("Baseline of {year}: {value}.");
        BaselineFromFigures { year: i32, value: String } =>
            format!("Số liệu gốc lấy từ số liệu đã nhập của năm {year}: {value}."),
            format!("Baseline, from the figures entered for {year}: {value}.");
        BaselineMet { value: String } =>
            format!("Số liệu gốc {value} đã đạt mục tiêu, nên chỉ xét còn giữ được hay không."),
            format!("The baseline {value} met the target already: the question is whether it still does.");
        Sum { count: usize, value: String } =>
            format!("Cộng {count} kỳ có số liệu được {value}."),
            format!("The {count} periods with a figure add up to {value}.");
        Figure { period: String, value: String } =>
            format!("Số liệu {}: {value}.", inside(period)),
            format!("Figure of {period}: {value}.");
        Source { text: String, source: String } =>
            format!("{text} Nguồn: {source}."),
            format!("{text} Source: {source}.");
        Estimated { text: String } => format!("{text} Có số liệu ước."), format!("{text} Some of it is estimated.");
        FromBodies { text: String, bodies: usize } =>
            format!("{text} Tổng hợp từ {bodies} đơn vị."),
            format!("{text} Put together from {bodies} bodies.");
        Missing { count: usize, periods: String } =>
            format!("Thiếu {count} kỳ ({periods}): chỉ so các kỳ có số liệu, không tính là 0."),
            format!("{count} missing ({periods}): only periods with figures are compared; none counts as zero.");
        Incomplete { periods: String } =>
            format!("Chưa đủ số liệu của các đơn vị: {periods}."),
            format!("Not every body has sent its figure: {periods}.");
        WithoutTotal { periods: String } =>
            format!("Số liệu các đơn vị không cộng được thành một (tỷ lệ cần tử số và mẫu số; xếp hạng, xếp loại không có tổng): {periods}."),
            format!("The bodies' figures have no total (a rate needs numerator and denominator; ranks and grades have none): {periods}.");
        Unreadable { periods: String } =>
            format!("Không phải số liệu đúng loại, chưa dùng: {periods}."),
            format!("Not a figure of this kind, not used: {periods}.");
        Returned { periods: String } =>
            format!("Số liệu đã trả lại, chưa dùng: {periods}."),
            format!("Sent back, not used: {periods}.");
        FirstDue { period: String, due: String } =>
            format!("Số liệu {} đến hạn {due}.", inside(period)),
            format!("The figure of {period} is due on {due}.");
        Overdue { period: String, due: String } =>
            format!("Số liệu {} quá hạn từ {due}.", inside(period)),
            format!("The figure of {period} has been overdue since {due}.");
        Break { date: String } =>
            format!("Đơn vị hoặc phạm vi thay đổi ngày {date}: không so với số liệu gốc và cùng kỳ trước đó, dự báo chỉ dùng các kỳ sau."),
            format!("The body or its scope changed on {date}: no comparison with a baseline or a year from before; the projection rests on the periods after it.");
        Pace { when: String, value: String } =>
            format!("Nhịp cần có đến {}: {value}.", inside(when)),
            format!("Required pace {}: {value}.", inside(when));
        PaceIsTarget => "Mỗi kỳ so thẳng với mục tiêu.", "Each period is compared with the target itself.";
        LikeLastYear { target: String, part: String, whole: String, value: String } =>
            format!("{target} × {part}/{whole} (cùng kỳ/cả năm trước) = {value}"),
            format!("{target} × {part}/{whole} (same periods/whole of last year) = {value}");
        MarkOf { period: String, value: String } =>
            format!("mốc {}: {value}", inside(period)),
            format!("interim target of {period}: {value}");
        Projection { low: String, high: String, middle: String } =>
            format!("Dự báo cuối kỳ từ {low} đến {high}, giữa khoảng là {middle} (khả năng 80\u{202f}%)."),
            format!("Projected for the end: {low} to {high}, middle {middle} (80% likely).");
        ByMean { figures: u32, to_come: u32 } =>
            format!("trung bình và độ dao động của {figures} kỳ, cho {to_come} kỳ còn lại"),
            format!("mean and spread of {figures} periods, over the {to_come} to come");
        ByLastYear { figures: u32, to_come: u32 } =>
            format!("{figures} kỳ đã qua theo nhịp năm trước, cho {to_come} kỳ còn lại"),
            format!("{figures} periods scaled by last year's course, over the {to_come} to come");
        ByTrend { figures: u32 } =>
            format!("xu hướng tuyến tính qua {figures} số liệu"),
            format!("the straight trend through {figures} figures");
        TooFew { have: u32, need: u32 } =>
            format!("Chưa đủ số liệu để dự báo: có {have}, cần {need}."),
            format!("Too few figures to project: {have} of {need}.");
        OffPace { short: String, limit: String } =>
            format!("Lệch {short} so với nhịp cần có, ngưỡng {limit}."),
            format!("{short} off the required pace, threshold {limit}.");
        OffTarget { short: String, limit: String } =>
            format!("Lệch {short} so với mục tiêu, ngưỡng {limit}."),
            format!("{short} off the target, threshold {limit}.");
        NearFrom { achievement: String, limit: String } =>
            format!("Mức đạt {achievement}, từ {limit} xếp “gần đạt”."),
            format!("Achievement {achievement}; “nearly met” from {limit} on.");
        Kept { kept: u32, of: u32 } => format!("Giữ được {kept}/{of} kỳ."), format!("Kept in {kept} of {of} periods.");
        EachPeriod { period: String } => format!("mỗi {period}"), format!("a {period}");
        NeedPerPeriod { value: String, each: String } =>
            format!("Cần {value} {each}."),
            format!("Needed: {value} {each}.");
        Points { number: String, of: String } =>
            format!("{number} điểm %{of}"),
            format!("{number} percentage points{of}");
        NeedRise { value: String, each: String } =>
            format!("Cần tăng thêm {value} {each}."),
            format!("Needed: a rise of {value} {each}.");
        NeedFall { value: String, each: String } =>
            format!("Cần giảm thêm {value} {each}."),
            format!("Needed: a fall of {value} {each}.");
        NeedShare { value: String, each: String, times: String } =>
            format!("Cần {value} {each}, bằng {times} lần các kỳ gần nhất."),
            format!("Needed: {value} {each}, {times} times the latest periods.");
        NeedTimes { value: String, each: String, times: String } =>
            format!("Cần {value} {each}, gấp {times} lần các kỳ gần nhất."),
            format!("Needed: {value} {each}, {times} times the latest periods.");
        RoomPerPeriod { value: String, each: String } =>
            format!("Còn được phép {value} {each}."),
            format!("Still allowed: {value} {each}.");
        RoomBelow { value: String, each: String } =>
            format!("Chỉ được dưới {value} {each}."),
            format!("Still allowed: less than {value} {each}.");
        Growth { status: String, score: String } =>
            format!("Theo tăng trưởng kép: {status}, điểm {score} (thang −5 đến 5)."),
            format!("By compound growth: {status}, score {score} (of −5 to 5).");
        NoGrowth { status: String } =>
            format!("Theo tăng trưởng kép: {status}; cần số liệu gốc từ một năm trước, cùng dấu, và đủ cả năm nếu là số cộng dồn."),
            format!("By compound growth: {status}; it needs a baseline at least a year before, of the same sign, and of a sum the whole year.");
        GrowthTo { way: String, target: String, times: String } =>
            format!("{way}, mục tiêu {target}: bằng {times} lần tốc độ cần có"),
            format!("{way}, target {target}: {times} times the growth needed");
        GrowthSeen { way: String, percent: String } =>
            format!("{way}: tốt lên {percent}\u{202f}% mỗi năm"),
            format!("{way}: {percent}% better each year");
        Places { count: String } => format!("{count} bậc"), format!("{count} places");
        Ranked { rank: String } => format!("hạng {rank}"), format!("rank {rank}");
        Quoted { target: String } => format!("“{target}”"), format!("“{target}”");
        ByEndOf { when: String } => format!("Hết {}", inside(when)), format!("By the end of {}", with_article(when));
        WholeYear { year: i32 } => format!("Cả năm {year}"), format!("Over the whole of {year}");
        YearEnd { year: i32 } => format!("Cuối năm {year}"), format!("At the end of {year}");
        Year { year: i32 } => format!("Năm {year}"), format!("In {year}");
    }
}
