//! A target as a person enters it: its form, and what is typed into the blanks of that form.

use rust_decimal::Decimal;

use super::{Doubt, Language, Parsed, format_exact, parse_number};
use crate::model::{Arithmetic, ChangeBy, Grade, Target};

/// The forms of targets in the order of a list of choices. A change by an amount and one by a share are two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetForm {
    GreaterThan,
    AtLeast,
    Reach,
    About,
    LessThan,
    AtMost,
    Between,
    Maintain,
    ReduceByAmount,
    ReduceByShare,
    IncreaseByAmount,
    IncreaseByShare,
    Zero,
    RankTop,
    GradeAtLeast,
    Yes,
    TowardsLower,
    TowardsHigher,
    Hold,
    Narrative,
}

/// What a blank of a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    Value,
    /// May be left empty: the programme's own share is used.
    Tolerance,
    From,
    To,
    Amount,
    Percent,
    Rank,
}

/// A form with the texts of its blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetEntry {
    pub form: TargetForm,
    pub texts: [String; 2],
    pub grade: Grade,
}

/// Why a blank is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryDoubt {
    Number(Doubt),
    /// The separator read as one of thousands, and read as one of decimals.
    Ambiguous(Decimal, Decimal),
    Rank,
    BelowZero,
    Crossed,
}

words! {
    TargetForm {
        TargetForm::GreaterThan => "Trên (>)", "More than (>)";
        TargetForm::AtLeast => "Từ … trở lên (≥)", "At least (≥)";
        TargetForm::Reach => "Đạt", "Reach";
        TargetForm::About => "Khoảng (≈)", "About (≈)";
        TargetForm::LessThan => "Dưới (<)", "Less than (<)";
        TargetForm::AtMost => "Không quá (≤)", "At most (≤)";
        TargetForm::Between => "Từ … đến …", "From … to …";
        TargetForm::Maintain => "Duy trì", "Maintain";
        TargetForm::ReduceByAmount => "Giảm một lượng", "Reduce by an amount";
        TargetForm::ReduceByShare => "Giảm theo %", "Reduce by %";
        TargetForm::IncreaseByAmount => "Tăng một lượng", "Increase by an amount";
        TargetForm::IncreaseByShare => "Tăng theo %", "Increase by %";
        TargetForm::Zero => "Không còn, không để xảy ra", "None left, none to happen";
        TargetForm::RankTop => "Trong nhóm dẫn đầu", "Among the top";
        TargetForm::GradeAtLeast => "Xếp loại từ … trở lên", "Grade at least";
        TargetForm::Yes => "Phải làm xong", "To be done";
        TargetForm::TowardsLower => "Kéo giảm, không nêu số", "Bring down, no number";
        TargetForm::TowardsHigher => "Nâng cao, không nêu số", "Raise, no number";
        TargetForm::Hold => "Giữ vững, không nêu số", "Hold, no number";
        TargetForm::Narrative => "Định tính, người nhận định", "Qualitative, judged by a person";
    }
}

words! {
    Blank {
        Blank::Value => "Giá trị", "Value";
        Blank::Tolerance => "Dung sai (±)", "Tolerance (±)";
        Blank::From => "Từ", "From";
        Blank::To => "Đến", "To";
        Blank::Amount => "Lượng thay đổi", "Amount of change";
        Blank::Percent => "Tỷ lệ thay đổi (%)", "Share of change (%)";
        Blank::Rank => "Hạng thấp nhất", "Lowest rank";
    }
}

words! {
    EntryDoubt {
        EntryDoubt::Number(doubt) => doubt.vi(), doubt.en();
        EntryDoubt::Ambiguous(..) =>
            "Dấu chấm ngăn hàng nghìn, dấu phẩy là phần thập phân.",
            "A comma separates thousands, a point the decimals.";
        EntryDoubt::Rank => "Nhập thứ hạng là số nguyên từ 1.", "Type a rank, a whole number from 1.";
        EntryDoubt::BelowZero => "Nhập số từ 0 trở lên.", "Type zero or more.";
        EntryDoubt::Crossed => "Số sau phải lớn hơn hoặc bằng số đầu.", "The second must not be less than the first.";
    }
}

impl TargetForm {
    pub const ALL: [Self; 20] = [
        Self::GreaterThan,
        Self::AtLeast,
        Self::Reach,
        Self::About,
        Self::LessThan,
        Self::AtMost,
        Self::Between,
        Self::Maintain,
        Self::ReduceByAmount,
        Self::ReduceByShare,
        Self::IncreaseByAmount,
        Self::IncreaseByShare,
        Self::Zero,
        Self::RankTop,
        Self::GradeAtLeast,
        Self::Yes,
        Self::TowardsLower,
        Self::TowardsHigher,
        Self::Hold,
        Self::Narrative,
    ];

    /// The blanks to be filled, at most two.
    pub fn blanks(self) -> &'static [Blank] {
        match self {
            Self::GreaterThan | Self::AtLeast | Self::Reach | Self::LessThan | Self::AtMost | Self::Maintain => {
                &[Blank::Value]
            }
            Self::About => &[Blank::Value, Blank::Tolerance],
            Self::Between => &[Blank::From, Blank::To],
            Self::ReduceByAmount | Self::IncreaseByAmount => &[Blank::Amount],
            Self::ReduceByShare | Self::IncreaseByShare => &[Blank::Percent],
            Self::RankTop => &[Blank::Rank],
            _ => &[],
        }
    }
}

impl TargetEntry {
    /// The entry that a target would be made by.
    pub fn of(target: &Target, language: Language) -> Self {
        let number = |value: &Decimal| format_exact(*value, language);
        let percent = |share: &Decimal| number(&share.times(Decimal::ONE_HUNDRED).unwrap_or(*share).normalize());
        let mut grade = Grade::Good;
        let mut second = String::new();
        let (form, first) = match target {
            Target::GreaterThan(value) => (TargetForm::GreaterThan, number(value)),
            Target::AtLeast(value) => (TargetForm::AtLeast, number(value)),
            Target::Reach(value) => (TargetForm::Reach, number(value)),
            Target::About { value, tolerance } => {
                second = tolerance.as_ref().map(number).unwrap_or_default();
                (TargetForm::About, number(value))
            }
            Target::LessThan(value) => (TargetForm::LessThan, number(value)),
            Target::AtMost(value) => (TargetForm::AtMost, number(value)),
            Target::Between(low, high) => {
                second = number(high);
                (TargetForm::Between, number(low))
            }
            Target::Maintain(value) => (TargetForm::Maintain, number(value)),
            Target::ReduceBy(ChangeBy::Amount(amount)) => (TargetForm::ReduceByAmount, number(amount)),
            Target::ReduceBy(ChangeBy::Share(share)) => (TargetForm::ReduceByShare, percent(share)),
            Target::IncreaseBy(ChangeBy::Amount(amount)) => (TargetForm::IncreaseByAmount, number(amount)),
            Target::IncreaseBy(ChangeBy::Share(share)) => (TargetForm::IncreaseByShare, percent(share)),
            Target::Zero => (TargetForm::Zero, String::new()),
            Target::RankTop(rank) => (TargetForm::RankTop, rank.to_string()),
            Target::GradeAtLeast(at_least) => {
                grade = *at_least;
                (TargetForm::GradeAtLeast, String::new())
            }
            Target::Yes => (TargetForm::Yes, String::new()),
            Target::TowardsLower => (TargetForm::TowardsLower, String::new()),
            Target::TowardsHigher => (TargetForm::TowardsHigher, String::new()),
            Target::Hold => (TargetForm::Hold, String::new()),
            Target::Narrative => (TargetForm::Narrative, String::new()),
        };
        Self { form, texts: [first, second], grade }
    }

    /// The target; else the blank that is refused, and why.
    pub fn read(&self, language: Language) -> Result<Target, (usize, EntryDoubt)> {
        let number = |at: usize| match parse_number(&self.texts[at], language) {
            Parsed::Exact(value) => Ok(value),
            Parsed::Ambiguous(thousands, decimal) => Err((at, EntryDoubt::Ambiguous(thousands, decimal))),
            Parsed::Invalid(doubt) => Err((at, EntryDoubt::Number(doubt))),
        };
        let amount = |at: usize| match number(at)? {
            value if value < Decimal::ZERO => Err((at, EntryDoubt::BelowZero)),
            value => Ok(value),
        };
        let share = || {
            let percent = amount(0)?;
            let share = percent.over(Decimal::ONE_HUNDRED).ok_or((0, EntryDoubt::Number(Doubt::TooLong)))?;
            Ok(ChangeBy::Share(share))
        };
        Ok(match self.form {
            TargetForm::GreaterThan => Target::GreaterThan(number(0)?),
            TargetForm::AtLeast => Target::AtLeast(number(0)?),
            TargetForm::Reach => Target::Reach(number(0)?),
            TargetForm::About => {
                let tolerance = if self.texts[1].trim().is_empty() { None } else { Some(amount(1)?) };
                Target::About { value: number(0)?, tolerance }
            }
            TargetForm::LessThan => Target::LessThan(number(0)?),
            TargetForm::AtMost => Target::AtMost(number(0)?),
            TargetForm::Between => match (number(0)?, number(1)?) {
                (low, high) if low > high => return Err((1, EntryDoubt::Crossed)),
                (low, high) => Target::Between(low, high),
            },
            TargetForm::Maintain => Target::Maintain(number(0)?),
            TargetForm::ReduceByAmount => Target::ReduceBy(ChangeBy::Amount(amount(0)?)),
            TargetForm::ReduceByShare => Target::ReduceBy(share()?),
            TargetForm::IncreaseByAmount => Target::IncreaseBy(ChangeBy::Amount(amount(0)?)),
            TargetForm::IncreaseByShare => Target::IncreaseBy(share()?),
            TargetForm::Zero => Target::Zero,
            TargetForm::RankTop => {
                let rank = self.texts[0].trim().parse::<u32>().ok().filter(|rank| *rank > 0);
                Target::RankTop(rank.ok_or((0, EntryDoubt::Rank))?)
            }
            TargetForm::GradeAtLeast => Target::GradeAtLeast(self.grade),
            TargetForm::Yes => Target::Yes,
            TargetForm::TowardsLower => Target::TowardsLower,
            TargetForm::TowardsHigher => Target::TowardsHigher,
            TargetForm::Hold => Target::Hold,
            TargetForm::Narrative => Target::Narrative,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn every_target_is_entered_as_it_is() {
        let value = || decimal("1114.50");
        let targets = [
            Target::GreaterThan(value()),
            Target::AtLeast(value()),
            Target::Reach(value()),
            Target::About { value: value(), tolerance: None },
            Target::About { value: value(), tolerance: Some(decimal("0.5")) },
            Target::LessThan(value()),
            Target::AtMost(value()),
            Target::Between(decimal("-1.5"), value()),
            Target::Maintain(value()),
            Target::ReduceBy(ChangeBy::Amount(value())),
            Target::ReduceBy(ChangeBy::Share(decimal("0.05"))),
            Target::IncreaseBy(ChangeBy::Amount(value())),
            Target::IncreaseBy(ChangeBy::Share(decimal("0.125"))),
            Target::Zero,
            Target::RankTop(5),
            Target::GradeAtLeast(Grade::Excellent),
            Target::Yes,
            Target::TowardsLower,
            Target::TowardsHigher,
            Target::Hold,
            Target::Narrative,
        ];
        for language in [Language::Vietnamese, Language::English] {
            for target in &targets {
                let entry = TargetEntry::of(target, language);
                assert_eq!(entry.read(language).as_ref(), Ok(target), "{entry:?}");
                assert!(TargetForm::ALL.contains(&entry.form));
            }
        }
    }

    #[test]
    fn what_cannot_be_is_refused_at_its_blank() {
        let read = |form, first: &str, second: &str| {
            let texts = [first.to_owned(), second.to_owned()];
            TargetEntry { form, texts, grade: Grade::Good }.read(Language::Vietnamese)
        };
        let cases = [
            (TargetForm::AtLeast, "", "", 0, EntryDoubt::Number(Doubt::Empty)),
            (TargetForm::AtLeast, "mười", "", 0, EntryDoubt::Number(Doubt::NotANumber)),
            (TargetForm::AtLeast, "2.5", "", 0, EntryDoubt::Ambiguous(decimal("2500"), decimal("2.5"))),
            (TargetForm::Between, "8", "7", 1, EntryDoubt::Crossed),
            (TargetForm::Between, "8", "x", 1, EntryDoubt::Number(Doubt::NotANumber)),
            (TargetForm::About, "8", "-1", 1, EntryDoubt::BelowZero),
            (TargetForm::ReduceByShare, "-5", "", 0, EntryDoubt::BelowZero),
            (TargetForm::RankTop, "0", "", 0, EntryDoubt::Rank),
            (TargetForm::RankTop, "2,5", "", 0, EntryDoubt::Rank),
        ];
        for (form, first, second, at, doubt) in cases {
            assert_eq!(read(form, first, second), Err((at, doubt)), "{form:?} {first} {second}");
        }
    }
}
