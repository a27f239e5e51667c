//! The properties of an indicator: the labels of their fields, what each means, and the questions about a new target.

use super::counted;
use crate::model::{Direction, Maintain, Method, PaceRule};

messages! {
    /// The form of one indicator.
    Editing {
        SavedAtOnce => "Mỗi thay đổi được lưu khi rời ô. Ctrl+Z để hoàn tác.", "Each change is saved as its field is left. Ctrl+Z takes it back.";
        Close => "Xong", "Done";
        ShowInProgramme => "Xem trong chương trình", "Show in the programme";

        Naming => "Tên và đơn vị tính", "Name and unit";
        Origin => "Đơn vị chủ trì và nguồn", "Lead and source";
        TargetRead =>
            "Mục tiêu được đọc từ câu chữ của dòng này. Sửa lại nếu chưa đúng.",
            "The target was read from the words of the line. Correct it where it is wrong.";
        Name => "Tên chỉ tiêu", "Name";
        NameNeeded => "Chỉ tiêu phải có tên.", "An indicator needs a name.";
        Unit => "Đơn vị tính", "Unit of measure";
        UnitHint => "Ví dụ: %, hộ, lao động.", "For example %, households.";
        Owner => "Đơn vị chủ trì", "Lead body";
        OwnerHint => "Phân công chủ trì trong chương trình được ưu tiên.", "A lead assigned in the programme comes first.";
        NoOwner => "Chưa chọn", "None chosen";
        Source => "Nguồn số liệu", "Source of figures";
        MethodNote => "Cách tính", "How it is computed";
        Quote => "Nguyên văn trong văn bản", "Words of the document";

        TargetGroup => "Mục tiêu", "Target";
        Form => "So sánh", "Comparison";
        AtLeastGrade => "Mức xếp loại", "Grade";
        Incomplete => "Điền đủ các ô để thấy mục tiêu nghĩa là gì.", "Fill in the fields to see what the target means.";
        ToleranceHint { share: String } =>
            format!("Để trống: {share}\u{202f}% của giá trị."),
            format!("Empty: {share}% of the value.");
        DoesNotFit { kind: String } =>
            format!("Số liệu của chỉ tiêu là “{kind}”, không so được với mục tiêu này. Đổi loại số liệu hoặc chọn cách so sánh khác."),
            format!("The figures are “{kind}” and cannot be measured against this target. Change their kind or the comparison.");
        TargetNotWritten => "Mục tiêu mới chưa được ghi. Xem lại ở phần Mục tiêu.", "The new target is not written yet. See the group Target.";
        WriteTarget => "Ghi mục tiêu", "Write the target";
        DropTarget => "Bỏ thay đổi", "Drop the change";
        IssuedQuestion =>
            "Chương trình đã ban hành. Mục tiêu mới này là gì?",
            "The programme has been issued. What is this new target?";
        Correction => "Sửa lỗi nhập: văn bản vẫn ghi như vậy", "A correction: the document always said so";
        Revision => "Điều chỉnh: một văn bản mới thay mục tiêu", "A revision: a new document replaces the target";
        ChooseOne => "Chọn một trong hai.", "Choose one of the two.";
        RevisedOn => "Có hiệu lực từ ngày", "In force from";
        DateHint => "Ví dụ: 15/7/2025.", "For example 15/7/2025.";
        DateInvalid => "Không có ngày này. Nhập như 15/7/2025.", "There is no such day. Type it like 15/7/2025.";
        ByDocument => "Theo văn bản", "By document";
        DocumentNeeded => "Nêu số, ký hiệu hoặc tên văn bản.", "Name the document.";
        TargetWritten => "Đã ghi mục tiêu", "Target written";
        Revisions => "Các lần điều chỉnh", "Revisions";
        RevisionFrom { date: String, old: String, new: String } =>
            format!("Từ {date}: {old} → {new}"),
            format!("From {date}: {old} → {new}");
        RemoveRevision { date: String } => format!("Gỡ lần điều chỉnh {date}"), format!("Remove the revision of {date}");
        RevisionRemoved => "Đã gỡ lần điều chỉnh", "Revision removed";

        BaselineGroup => "Năm gốc", "Baseline";
        BaselineYear => "Năm", "Year";
        BaselineValue => "Giá trị", "Value";
        BaselineSource => "Nguồn", "Source";
        BaselineHalf => "Năm gốc được ghi khi có cả năm và giá trị.", "The baseline is written once year and value are there.";
        YearInvalid => "Nhập một năm, ví dụ 2024.", "Type a year, for example 2024.";

        InterimGroup => "Mốc trung gian", "Interim targets";
        InterimHint => "Giá trị phải đạt vào cuối một kỳ, thay cho nhịp chia đều.", "A value to reach by the end of a period, instead of equal shares.";
        InterimPeriod => "Cuối kỳ", "End of";
        InterimValue { period: String } => format!("Mốc {period}"), format!("Mark of {period}");
        NewInterim => "Thêm mốc", "Add a mark";
        NewInterimHint => "Nhập giá trị rồi nhấn Enter.", "Type the value and press Enter.";
        RemoveInterim { period: String } => format!("Xóa mốc {period}"), format!("Remove the mark of {period}");

        FiguresGroup => "Số liệu", "Figures";
        ValueKind => "Loại số liệu", "Kind of figures";
        Period => "Kỳ nhập", "Reported by";
        PeriodKept { count: usize } =>
            format!("{count} số liệu của kỳ khác vẫn được giữ nhưng không tính."),
            format!("{} count.", counted(*count, "figure of another period is kept but does not", "figures of other periods are kept but do not"));
        JudgedBy => "Kỳ đánh giá", "Judged by";
        JudgedWhole => "Cả chương trình", "The whole programme";
        Decimals => "Số chữ số thập phân", "Decimals";
        DecimalsInvalid => "Nhập số nguyên từ 0 đến 28.", "Type a whole number from 0 to 28.";
        LowerBound => "Nhỏ nhất cho phép", "Least allowed";
        UpperBound => "Lớn nhất cho phép", "Most allowed";
        BoundsHint => "Số ngoài khoảng này bị từ chối khi nhập.", "Figures outside are refused.";
        LagDays => "Số ngày chờ số liệu", "Days of lag";
        LagHint => "Tính từ cuối kỳ đến khi số liệu có thể có.", "From the end of a period until its figure can exist.";
        LagInvalid => "Nhập số ngày, số nguyên từ 0.", "Type a number of days, zero or more.";

        ProgrammeRules => "Ngưỡng của chương trình", "Thresholds of the programme";
        ProgrammeRulesHint =>
            "Có hiệu lực với mọi chỉ tiêu. Dung sai riêng của một chỉ tiêu “khoảng” nằm ở phần Mục tiêu.",
            "They hold for every indicator. The tolerance of one “about” target of its own stands under Target.";
        JudgingGroup => "Cách đánh giá", "How it is judged";
        Direction => "Hướng mong muốn", "Good direction";
        Pace => "Nhịp cần có", "Required pace";
        Maintain => "Xét việc duy trì", "Keeping is judged";
        Method => "Phương pháp", "Method";
        Weight => "Trọng số", "Weight";
        NumberInvalid => "Nhập một số.", "Type a number.";
    }
}

words! {
    Direction {
        Direction::Higher => "Cao hơn là tốt", "Higher is better";
        Direction::Lower => "Thấp hơn là tốt", "Lower is better";
    }
}

words! {
    PaceRule {
        PaceRule::Auto => "Tự chọn theo số liệu", "As the figures suggest";
        PaceRule::Straight => "Chia đều các kỳ", "Equal shares";
        PaceRule::TargetItself => "Bằng mục tiêu ở mọi kỳ", "The target in every period";
        PaceRule::AtEnd => "Chỉ xét khi hết thời hạn", "Judged at the end only";
    }
}

words! {
    Maintain {
        Maintain::AtEnd => "Khi hết thời hạn", "At the end";
        Maintain::EveryPeriod => "Ở mọi kỳ", "In every period";
    }
}

words! {
    Method {
        Method::Annual => "Theo năm", "By the year";
        Method::CompoundGrowth => "Tăng trưởng kép nhiều năm", "Compound growth over years";
    }
}
