//! The list of indicators, the page of one indicator, its chart and its grid of figures.

use rust_decimal::Decimal;

use super::counted;
use crate::i18n::period::inside;
use crate::i18n::{Doubt, Language, format_exact, seamed_string, to_lower};

messages! {
    /// The list (Chỉ tiêu).
    Indicators {
        Title => "Chỉ tiêu", "Indicators";
        Number => "Số", "No.";
        Name => "Chỉ tiêu", "Indicator";
        Target => "Mục tiêu", "Target";
        Unit => "ĐVT", "Unit";
        UnitFull => "Đơn vị tính", "Unit of measure";
        Measured => "Thực hiện", "Measured";
        PercentOfPlan => "% kế hoạch", "% of plan";
        AgainstTarget => "So mục tiêu", "Against target";
        Course => "Diễn biến", "Course";
        Projection => "Dự báo cả năm", "Year-end projection";
        Verdict => "Đánh giá", "Verdict";
        Lead => "Chủ trì", "Lead";
        Updated => "Cập nhật", "Updated";
        FilterByVerdict => "Lọc theo đánh giá", "Filter by verdict";
        FilterByBody => "Lọc theo đơn vị", "Filter by body";
        ClearFilters => "Bỏ mọi bộ lọc", "Clear all filters";
        NoMatch { query: String } => format!("Không chỉ tiêu nào khớp “{query}”"), format!("No indicator matches “{query}”");
        NoMatchHint => "Thử bỏ bớt chữ, hoặc bỏ lọc.", "Try fewer words, or clear the filters.";
        Add => "Thêm chỉ tiêu", "Add an indicator";
        NewName => "Chỉ tiêu mới", "New indicator";
        SectionTitle => "CÁC CHỈ TIÊU CHỦ YẾU", "MAIN INDICATORS";
        EmptyHint =>
            "Thêm từng chỉ tiêu với đơn vị tính và mục tiêu, hoặc nhập cả văn bản.",
            "Add indicators one by one with their units and targets, or read in a whole document.";
        Bare => "Hoặc chọn dòng đã có trong chương trình để đặt mục tiêu:", "Or choose a line of the programme to give it a target:";
        Empty => "Chương trình chưa có chỉ tiêu đo được.", "The programme has no measures yet.";
        GroupCount { count: usize } => format!("{count} chỉ tiêu"), counted(*count, "measure", "measures");
        ToHandle { count: usize } => format!("{count} cần xử lý"), format!("{count} to act on");
        WithoutData { count: usize } => format!("{count} chưa có số liệu"), format!("{count} without data");
        ExportCsv => "Xuất CSV", "Export CSV";
        Search => "Tìm chỉ tiêu", "Search indicators";
        LeadFilter { body: String } => format!("Đơn vị: {}", to_lower(body)), format!("Body: {}", to_lower(body));
        Order => "Xếp theo", "Sort by";
        ByDocument => "Theo văn bản", "As in the document";
        ByUrgency => "Cần xử lý trước", "Most pressing first";
        ByUrgencyDown => "Tốt nhất trước", "Best first";
        ByRatio => "% kế hoạch thấp trước", "Least of plan first";
        ByRatioDown => "% kế hoạch cao trước", "Most of plan first";
        ByName => "Tên, A–Z", "Name, A–Z";
        ByNameDown => "Tên, Z–A", "Name, Z–A";
        ByLead => "Chủ trì, A–Z", "Lead, A–Z";
        ByLeadDown => "Chủ trì, Z–A", "Lead, Z–A";
        ByUpdated => "Cập nhật lâu nhất trước", "Longest without update first";
        ByUpdatedDown => "Mới cập nhật trước", "Latest update first";
        FilterByPeriod => "Lọc theo kỳ nhập", "Filter by reporting period";
        PeriodFilter { period: String } => format!("Kỳ nhập: {period}"), format!("Reported by: {period}");
        Grouping => "Nhóm theo", "Group by";
        GroupByDocument => "Nhóm của văn bản", "Groups of the document";
        GroupByVerdict => "Nhóm theo đánh giá", "Grouped by verdict";
        GroupByLead => "Nhóm theo chủ trì", "Grouped by lead";
        GroupByPeriod => "Nhóm theo kỳ nhập", "Grouped by period";
        WithoutLead => "Chưa có chủ trì", "Without a lead";
        Ways => "Cách xem", "View";
        Columns => "Chọn cột", "Choose columns";
        EditSeveral => "Sửa nhiều", "Edit several";
        Choose { name: String } => format!("Chọn {name}"), format!("Choose {name}");
        ChooseAll => "Chọn mọi dòng đang hiện", "Choose all rows shown";
        Chosen { count: usize } => format!("Đã chọn {count} chỉ tiêu"), counted(*count, "measure chosen", "measures chosen");
        Unchanged => "Không đổi", "Unchanged";
        EmptyUnchanged => "Để trống: không đổi.", "Empty: unchanged.";
        Tolerance => "Dung sai (±)", "Tolerance (±)";
        ToleranceHint => "Chỉ cho mục tiêu “khoảng”. Để trống: không đổi.", "For “about” targets only. Empty: unchanged.";
        ApplyTo { count: usize } => format!("Áp dụng cho {count} chỉ tiêu"), format!("Apply to {count}");
        Applied { count: usize } => format!("Đã sửa {count} chỉ tiêu"), format!("{count} changed");
        NothingToApply => "Không có gì để đổi", "There is nothing to change";
        SubmitDrafts => "Trình phê duyệt số liệu nháp", "Submit drafts for approval";
        ApproveSubmitted => "Duyệt số liệu chờ duyệt", "Approve what waits";
        ReturnSubmitted => "Trả lại số liệu chờ duyệt", "Return what waits";
        FiguresReturned { count: usize } => format!("Đã trả lại {count} số liệu"), format!("{} returned", counted(*count, "figure", "figures"));
        FiguresOfWhen => "Số liệu của kỳ nào", "Figures of which period";
        FiguresNow => "Số liệu kỳ này", "This period's figures";
        FiguresAlways => "Số liệu mọi kỳ", "Figures of all periods";
        FiguresMoved { count: usize } => format!("Đã chuyển {count} số liệu"), format!("{} moved on", counted(*count, "figure", "figures"));
        NoValue => "chưa có", "none yet";
        TooFew => "chưa đủ số liệu", "too few figures";
        Late { day: String } => format!("trễ {day}"), format!("due {day}");
        HintRows => "chuyển dòng", "move";
        HintOpen => "mở", "open";
        HintEnter => "nhập số", "enter figure";
        HintWhy => "vì sao", "why";
        HintKeys => "mọi phím tắt", "all keys";
        Selected { number: String } => format!("đang chọn {number}"), format!("{number} selected");
        HintSearch => "tìm", "search";
        HintVerdicts => "lọc đánh giá", "filter by verdict";
        Group => "Nhóm", "Group";
        Through => "Đến hết", "Through";
        ProjectionLow => "Dự báo thấp nhất", "Projection, lowest";
        ProjectionHigh => "Dự báo cao nhất", "Projection, highest";
    }
}

messages! {
    /// The page of one indicator.
    Indicator {
        TargetFact => "Mục tiêu", "Target";
        BaselineFact { year: i32 } => format!("Năm gốc {year}"), format!("Baseline {year}");
        MeasuredThrough { elapsed: String } => format!("Thực hiện {elapsed}"), format!("Measured, {elapsed}");
        SamePeriodLastYear { year: i32, value: String } => format!("cùng kỳ {year}: {value}"), format!("same period {year}: {value}");
        AgainstPlan => "So kế hoạch năm", "Of the year's plan";
        TimeElapsed { share: String } => format!("thời gian đã qua: {share}"), format!("time elapsed: {share}");
        AgainstPace => "So nhịp cần có", "Of the required pace";
        Short { amount: String } => format!("thiếu {amount}"), format!("short by {amount}");
        Ahead { amount: String } => format!("hơn {amount}"), format!("ahead by {amount}");
        ProjectedYear => "Dự báo cả năm", "Year-end projection";
        NotEnoughForProjection => "chưa đủ số liệu để dự báo", "too few figures to project";
        NeededPerPeriod { each: String } => format!("Cần {each}"), format!("Needed {each}");
        AllowedPerPeriod { each: String } => format!("Được phép {each}"), format!("Allowed {each}");
        RisePerPeriod { each: String } => format!("Cần tăng thêm {each}"), format!("Rise needed {each}");
        FallPerPeriod { each: String } => format!("Cần giảm thêm {each}"), format!("Fall needed {each}");
        PrintedAs { reference: String, printed: String } => format!("{reference} (văn bản in {printed})"), format!("{reference} (printed as {printed})");
        JudgedTitle => "Kết quả theo nhận định", "The result as judged";
        WhyVerdict { verdict: String } => format!("Vì sao {}?", inside(verdict)), format!("Why “{verdict}”?");
        EditThreshold => "Sửa ngưỡng", "Edit threshold";
        RelatedTasks => "Nhiệm vụ liên quan", "Related tasks";
        History => "Lịch sử", "History";
        HistoryAll { count: usize } => format!("Tất cả {count}"), format!("All {count}");
        Previous => "Chỉ tiêu trước", "Previous indicator";
        Next => "Chỉ tiêu sau", "Next indicator";
        EditMeasure => "Sửa chỉ tiêu", "Edit indicator";
        LedBy => "Chủ trì", "Lead";
        LastUpdate => "Cập nhật", "Updated";
        PersonVerdict => "Nhận định", "Judgement";
        Judge => "Ghi nhận định", "Write a judgement";
        JudgeOf { period: String } => format!("Đánh giá của bạn, {}", inside(period)), format!("Your own view of {period}");
        JudgementText => "Lý do, đề nghị", "Reason, proposal";
        WriteJudgement => "Ghi", "Write";
        ChooseScale => "Chọn một mức.", "Choose a step.";
        NoJudgement => "Chưa có ai nhận định. Nhận định đứng cạnh kết quả tính, không thay thế.", "Nobody has judged yet. A judgement stands beside the reckoned verdict and does not replace it.";
        JudgementWritten => "Đã ghi nhận định", "Judgement written";
        JudgementRemoved => "Đã xóa nhận định", "Judgement removed";
        SecondMethod => "Tăng trưởng kép", "Compound growth";
        SecondScore { score: String } => format!("điểm {score} (−5 đến 5), cách tính thứ hai"), format!("score {score} (−5 to 5), the second method");
        SecondAbsent => "cách tính thứ hai", "the second method";
        TimesRecent { times: String, value: String } => format!("gấp {times} lần trung bình gần đây ({value})"), format!("{times} times the recent mean ({value})");
        KindByPeriod { kind: String, period: String } => format!("{kind}, theo {period}"), format!("{kind}, by {period}");
        MostLikely { value: String } => format!("nhiều khả năng {value}"), format!("most likely {value}");
        RecentMean { value: String } => format!("trung bình gần đây: {value}"), format!("recent mean: {value}");
        Over { amount: String } => format!("quá {amount}"), format!("over by {amount}");
        Below { amount: String } => format!("dưới mức {amount}"), format!("below by {amount}");
        Figures => "Số liệu chính", "Key figures";
        Twin => "Cùng một mục tiêu", "The same target";
        TwinAgrees => "Hai cách ghi khớp nhau.", "The two statements agree.";
        TwinVerdicts { own: String, other: String } =>
            format!("Hai cách ghi trái nhau: “{own}” và “{other}”."),
            format!("The two statements disagree: “{own}” and “{other}”.");
        TwinShares { own: String, other: String } =>
            format!("Hai cách ghi lệch nhau: mức đạt {own} và {other}."),
            format!("The two statements disagree: achievement {own} and {other}.");
        Entered { period: String } => format!("nhập {period}"), format!("entered {period}");
        Changed { period: String } => format!("sửa {period}"), format!("changed {period}");
        Cleared { period: String } => format!("xóa {period}"), format!("cleared {period}");
        Because { reason: String } => format!("Lý do: {reason}"), format!("Reason: {reason}");
        Submitted { period: String } => format!("trình phê duyệt {period}"), format!("submitted {period}");
        MovedOn { state: String, period: String } => format!("{} {period}", inside(state)), format!("{}: {period}", inside(state));
        Somebody => "Chưa ghi tên", "No name given";
        NoHistory => "Chưa có số liệu nào được nhập.", "No figure has been entered yet.";
        HistoryLatest => "Chỉ mới nhất", "Only the latest";
        BackToList => "Về danh sách chỉ tiêu", "Back to the list of indicators";
        PictureFailed => "Trình duyệt không vẽ được ảnh. Hãy tải SVG.", "The browser cannot draw the picture. Take the SVG.";
    }
}

messages! {
    /// The chart, its labels and its downloads.
    Chart {
        Title => "Diễn biến", "Course";
        TitleWithProjection => "Diễn biến và dự báo", "Course and projection";
        CumulativeCaption { unit: String } => format!("Lũy kế từ đầu năm, {unit}"), format!("Since the start of the year, {unit}");
        TermCaption { unit: String } => format!("Lũy kế từ đầu giai đoạn, {unit}"), format!("Since the start of the term, {unit}");
        LevelCaption { unit: String } => format!("Cuối kỳ, {unit}"), format!("At the end of the period, {unit}");
        LevelCaptionBare => "Cuối kỳ", "At the end of the period";
        RankCaption => "Thứ hạng", "Rank";
        EachPeriodCaption { period: String, unit: String } => format!("Trong {period}, {unit}"), format!("Each {period}, {unit}");
        Target { value: String } => format!("Mục tiêu {value}"), format!("Target {value}");
        Pace => "Nhịp cần có", "Required pace";
        LastYear { year: i32 } => format!("Năm {year}"), format!("{year}");
        EndOf { period: String } => format!("hết {period}"), format!("end of {period}");
        Short { amount: String } => format!("thiếu {amount}"), format!("short by {amount}");
        ShortOfPace { amount: String, pace: String } =>
            format!("thiếu {amount} so với nhịp {pace}"),
            format!("{amount} short of the pace of {pace}");
        AbovePace { amount: String, pace: String } =>
            format!("cao hơn nhịp {pace} là {amount}"),
            format!("{amount} above the pace of {pace}");
        Above { amount: String } => format!("cao hơn {amount}"), format!("{amount} above");
        Highest => "cao nhất", "highest";
        Projected => "dự báo", "projected";
        Lowest => "thấp nhất", "lowest";
        NeededEach { amount: String, period: String } => format!("cần {amount} mỗi {period}"), format!("need {amount} a {period}");
        Needed { amount: String } => format!("cần {amount}"), format!("need {amount}");
        AllowedEach { amount: String, period: String } => format!("còn được {amount} mỗi {period}"), format!("allowed {amount} a {period}");
        Allowed { amount: String } => format!("còn được {amount}"), format!("allowed {amount}");
        SummaryValue { name: String, elapsed: String, value: String } =>
            format!("{name}: {elapsed} {value}"),
            format!("{name}: {value} after {elapsed}");
        SummaryNoData { name: String } => format!("{name}: chưa có số liệu"), format!("{name}: no figures yet");
        SummaryShort { amount: String } => format!("kém nhịp cần có {amount}"), format!("{amount} behind the required pace");
        SummaryShortOfTarget { amount: String } => format!("kém mục tiêu {amount}"), format!("{amount} behind the target");
        SummaryTarget { target: String } => format!("mục tiêu {target}"), format!("target {target}");
        SummaryRevised { period: String } =>
            format!("mục tiêu điều chỉnh từ {period}"),
            format!("target revised from {period} on");
        ReadTarget { value: String } => format!("mục tiêu {value}"), format!("target {value}");
        FormerTarget { value: String } => format!("Trước điều chỉnh {value}"), format!("Before revision {value}");
        ByQuarter => "Theo quý", "By quarter";
        Kept => "Giữ mục tiêu qua từng kỳ", "The target kept, period by period";
        IsKept => "giữ được", "kept";
        IsFailed => "không giữ được", "not kept";
        IsAhead => "chưa đến kỳ", "to come";
        Bodies => "Diễn biến theo đơn vị", "Courses by body";
        BodiesNote { count: usize } =>
            format!("{count} đơn vị, cùng một thang đo"),
            format!("{count} bodies on one scale");
        MergedInto { name: String, date: String } =>
            format!("sáp nhập vào {name} từ {date}"),
            format!("merged into {name} on {date}");
        TookOver { name: String, date: String } =>
            format!("nhận {name} từ {date}"),
            format!("took over {name} on {date}");
        SummaryProjection { low: String, high: String } =>
            format!("dự báo cả năm từ {low} đến {high}"),
            format!("year-end projection {low} to {high}");
        Break => "phạm vi thay đổi", "change of scope";
        SummaryBreak { period: String } => format!("phạm vi thay đổi từ {period}"), format!("change of scope from {period} on");
        SummaryProjectionEnd { low: String, high: String } =>
            format!("dự báo cuối kỳ từ {low} đến {high}"),
            format!("projection for the end {low} to {high}");
        ReadOwn { value: String } => format!("trong kỳ {value}"), format!("in the period {value}");
        ReadPace { value: String } => format!("nhịp cần có {value}"), format!("required pace {value}");
        ReadLastYear { value: String } => format!("cùng kỳ {value}"), format!("a year before {value}");
        ReadMissing => "chưa có số liệu", "no figure yet";
        NoData => "Chưa có số liệu", "No figures yet";
        NothingToDraw =>
            "Biểu đồ hiện ra khi có số liệu đầu tiên được tính.",
            "The chart appears with the first figure that counts.";
        ShowTable => "Xem bảng số", "Show as a table";
        DownloadSvg => "Tải SVG", "Download SVG";
        DownloadPng => "Tải PNG", "Download PNG";
        DownloadCsv => "Tải CSV", "Download CSV";
        CompareLastYear { year: i32 } => format!("So với {year}"), format!("Compare with {year}");
        ReadHint => "Dùng phím ← → để đọc từng kỳ", "Use ← → to read period by period";
    }
}

messages! {
    /// The grid of figures.
    Figures {
        Title => "Số liệu", "Figures";
        Hint => "Các cột có khóa được tính tự động.", "Columns with a lock are computed.";
        Period => "Kỳ", "Period";
        InPeriod { period: String } => format!("Trong {period}"), format!("In the {period}");
        Value => "Số liệu", "Figure";
        Cumulative => "Lũy kế", "Cumulative";
        RequiredPace => "Nhịp cần có", "Required pace";
        PercentOfPace => "% nhịp", "% of pace";
        Note => "Ghi chú", "Note";
        UnitShort => "ĐVT", "Unit";
        Before => "Kỳ trước", "Period before";
        Reached => "Đến nay", "So far";
        Verdict => "Đánh giá", "Verdict";
        Entered => "Nhập", "Entered";
        Estimate => "ước", "estimate";
        MarkEstimate => "Đánh dấu là ước", "Mark as estimate";
        NotCounted { periods: String, date: String } =>
            format!("{periods} chưa tính vào đánh giá đến {date}."),
            format!("Not counted yet, as judged on {date}: {periods}.");
        CountAt { date: String } => format!("Đánh giá đến {date}"), format!("Judge as of {date}");
        EstimateNote =>
            "Số có nhãn “ước” chưa chốt, vẫn tính vào đánh giá",
            "Figures marked “estimate” are not final, and still count";
        Computed => "tự tính, khóa", "computed, locked";
        PasteFromExcel => "Dán từ Excel", "Paste from Excel";
        PastePreview { cells: usize } => format!("Sẽ điền {cells} ô. Enter để nhận, Esc để bỏ."), format!("{} will be filled. Enter accepts, Esc drops.", counted(*cells, "cell", "cells"));
        PasteDoubts { cells: usize } => format!("{cells} ô chưa rõ, cần bạn chọn"), format!("{} for your choice", counted(*cells, "cell is unclear and asks", "cells are unclear and ask"));
        PasteTooLarge => "Khối dán lớn hơn bảng, phần thừa bị bỏ", "The block is larger than the grid; the rest is left out";
        Pasted { cells: usize } => format!("Đã dán {cells} ô"), format!("{} pasted", counted(*cells, "cell", "cells"));
        DoubtTitle { typed: String } => format!("{typed} chưa rõ."), format!("{typed} is unclear.");
        DoubtQuestion => "Ý bạn là", "Did you mean";
        HintAnswer => "để chọn, hoặc gõ lại số", "to choose, or type the number again";
        Far => "Số này khác xa mục tiêu và mọi số khác của chỉ tiêu: gấp hoặc kém hơn 50 lần, hay là số âm.", "This is far from the target and all other figures of the indicator: more than 50 times greater or smaller, or below zero.";
        FarBlock => "Trong khối dán có số khác xa mục tiêu và mọi số khác của chỉ tiêu: gấp hoặc kém hơn 50 lần, hay là số âm.", "The block holds a figure far from the target and all other figures of its indicator: more than 50 times greater or smaller, or below zero.";
        TypeAgain => "Sửa lại", "Correct it";
        WriteAnyway => "Vẫn ghi", "Write it all the same";
        SeparatorRule =>
            "Dấu chấm ngăn hàng nghìn, dấu phẩy là phần thập phân.",
            "A comma separates thousands, a point the decimals.";
        CellLabel { period: String, column: String } => format!("{period}, {column}"), format!("{period}, {column}");
        Changed { period: String, value: String } => format!("Đã ghi {period}: {value}"), format!("{period} set to {value}");
        ReasonForChange => "Vì sao sửa số đã duyệt?", "Why change an approved figure?";
        HintMove => "di chuyển", "move";
        HintDown => "xuống dòng", "next row";
        HintCancel => "bỏ sửa", "drop the edit";
        HintUndo => "hoàn tác", "undo";
        Numerator => "Tử số", "Numerator";
        Denominator => "Mẫu số", "Denominator";
        NumeratorMissing =>
            "Còn thiếu tử số. Tỷ lệ được ghi khi đủ cả hai.",
            "The numerator is missing. The rate is written once both are there.";
        DenominatorMissing =>
            "Còn thiếu mẫu số. Tỷ lệ được ghi khi đủ cả hai.",
            "The denominator is missing. The rate is written once both are there.";
        Percent => "Tỷ lệ %", "Rate, %";
        NotRankedYet => "chưa xếp hạng", "not ranked yet";
        Yes => "có", "yes";
        No => "không", "no";
        Cleared { period: String } => format!("Đã xóa {period}"), format!("{period} cleared");
        Copied => "Đã chép", "Copied";
        AllAlike => "Đọc mọi ô như", "Read all cells as";
        AsThousands => "Hàng nghìn", "Thousands";
        AsDecimals => "Thập phân", "Decimals";
        Accept => "Nhận", "Accept";
        Drop => "Bỏ", "Drop";
        State => "Trạng thái", "State";
        StepsOfFigures => "Trình phê duyệt, duyệt, trả lại, khóa kỳ", "Submit, approve, return, lock";
        Submit => "Trình phê duyệt", "Submit for approval";
        SubmitCount { count: usize } => format!("Trình phê duyệt {count} số liệu"), format!("Submit {}", counted(*count, "figure", "figures"));
        Approve => "Duyệt", "Approve";
        Return => "Trả lại", "Return";
        RemarkForReturn => "Trả lại để sửa gì?", "What is to be mended?";
        Submitted { count: usize } =>
            format!("{count} số liệu chờ duyệt trên máy này, chưa gửi đi đâu. Hãy xuất tệp rồi gửi cho nơi tổng hợp."),
            format!("{} for approval on this device and nothing has been sent. Export the file and send it on.", counted(*count, "figure waits", "figures wait"));
        Approved { count: usize } => format!("Đã duyệt {count} số liệu"), format!("{count} approved");
        Lock { period: String } => format!("Khóa {period}"), format!("Lock {period}");
        Unlock { period: String } => format!("Mở khóa {period}"), format!("Unlock {period}");
        LockHint => "Khóa kỳ có hiệu lực với mọi chỉ tiêu của chương trình", "A lock holds for every indicator of the programme";
        Locked { period: String } => format!("Đã khóa {period} cho mọi chỉ tiêu"), format!("{period} is locked for every indicator");
        Unlocked { period: String } => format!("Đã mở khóa {period}"), format!("{period} is open again");
        LockedPeriod { period: String } => format!("{period} đã khóa, không sửa được số liệu."), format!("{period} is locked: its figures do not change.");
        LockedBy { period: String, by: String } =>
            format!("{period} đã khóa ({by}), không sửa được số liệu."),
            format!("{period} is locked ({by}): its figures do not change.");
        FiguresOf => "Số liệu của", "Figures of";
        WholeMeasure => "Số liệu chung", "The whole indicator";
        ReportingBodies => "Đơn vị đã báo cáo", "Bodies that report";
        OtherBodies => "Đơn vị khác", "Other bodies";
        ByBody => "Theo đơn vị báo cáo", "By reporting body";
        Total => "Cộng", "Total";
        WriteFigure => "Ghi số liệu", "Write the figure";
        PasteHere => "Dán vào đây, số liệu điền từ ô này", "Paste here; figures fill in from this cell";
    }
}

words! {
    Doubt {
        Doubt::Empty => "Chưa có số.", "There is no number.";
        Doubt::NotANumber => "Chỉ nhập số, ví dụ 1.114 hoặc 7,9.", "Type a number, for example 1,114 or 7.9.";
        Doubt::Separators =>
            "Dấu chấm ngăn hàng nghìn, dấu phẩy là phần thập phân.",
            "A comma separates thousands, a point the decimals.";
        Doubt::TooLong => "Số quá dài.", "The number is too long.";
    }
}

impl Figures {
    /// The question about a number that can be read in two ways: “11.45 chưa rõ: 11.450 hay 11,45?”.
    pub fn doubt(typed: &str, readings: (Decimal, Decimal), language: Language) -> String {
        let (first, second) = (format_exact(readings.0, language), format_exact(readings.1, language));
        seamed_string(match language {
            Language::Vietnamese => format!("{typed} chưa rõ: {first} hay {second}?"),
            Language::English => format!("{typed} is unclear: {first} or {second}?"),
        })
    }
}
