//! From a clause to measures: what each quantity says something of, and which way is better.

use super::clause::{Clause, Tie};
use super::draft::{Comparator, Heading};
use super::implied::{ranks, whole, whole_before, zeros};
use super::name::{MEASURED, cut, join, share_endings, shortened, trimmed};
use super::quantity::{Quantity, quantities};
use super::token::{Token, ends_with, holds, longest, phrase};
use crate::model::Decimal;

/// A measure as its clause gives it; bytes are those of the clause's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub name: String,
    pub comparator: Comparator,
    pub value: Decimal,
    pub high: Option<Decimal>,
    pub unit: String,
    pub heading: Heading,
    pub baseline: Option<Decimal>,
    pub span: (usize, usize),
    pub is_ambiguous: bool,
    /// It says more of what the measure before it in the clause is of.
    pub follows: bool,
}

/// Fewer of these is better.
const BAD: [&str; 22] = [
    "nghèo",
    "thất nghiệp",
    "tử vong",
    "suy dinh dưỡng",
    "tội phạm",
    "tai nạn",
    "thất thoát",
    "vi phạm",
    "chi phí",
    "bỏ học",
    "ô nhiễm",
    "khiếu nại",
    "tồn đọng",
    "quá hạn",
    "chậm",
    "tảo hôn",
    "bạo lực",
    "lạm phát",
    "chỉ số giá",
    "thiệt hại",
    "nợ",
    "không hoàn thành",
];
/// Units that are not themselves what is counted.
const PHYSICAL: [&str; 21] = [
    "%", "‰", "km", "m", "m²", "m³", "km²", "ha", "kg", "tấn", "tạ", "lít", "kwh", "mw", "đồng", "usd", "đô", "lần",
    "điểm", "bậc", "bar",
];

/// The measures of a clause. `text` is what its tokens were read from.
pub fn measures(text: &str, clause: &Clause) -> Vec<Found> {
    let all = clause.tokens.as_slice();
    // What may or must be under a condition is no goal of its own.
    if holds(all, &["có thể", "trường hợp", "nếu"]) {
        return Vec::new();
    }
    let ranks = ranks(text, all);
    if !ranks.is_empty() {
        return ranks;
    }
    let found = of_goals(quantities(text, all), all);
    if found.is_empty() {
        let mut found = zeros(text, all);
        if found.is_empty() {
            found.extend(whole(text, all));
        }
        return found;
    }
    let mut measures: Vec<Found> = Vec::new();
    let mut from = whole_before(text, all, &found, &mut measures);
    for (at, quantity) in found.iter().enumerate() {
        let left = from..quantity.start.max(from);
        let until = found.get(at + 1).map_or(all.len(), |next| next.start);
        let after = quantity.end..until;
        let subject = trimmed(all, left.clone());
        let cut = found.get(at + 1).map_or(after.end, |_| cut(all, after.clone(), subject.is_empty()));
        let right = after.start..cut;
        let left_is_bare = subject.is_empty();
        let mut measure = describe(text, all, clause, quantity, subject, right);
        if measure.name.is_empty()
            && let Some(before) = measures.last()
        {
            measure.name.clone_from(&before.name);
            measure.follows = true;
        }
        // `…, chiếm 52,6% tổng số xã` goes on about what came before it in the clause.
        if let Some(before) = measures.last().filter(|_| quantity.is_predicate && left_is_bare) {
            measure.name.clone_from(&before.name);
            measure.follows = true;
        }
        measures.push(measure);
        from = cut;
    }
    share_endings(&mut measures);
    measures
}

/// Without counts that only say of what, and how much of it: `đầy đủ 8 loại vắc xin`, `trên 1 ha đất đạt …`.
fn of_goals(found: Vec<Quantity>, all: &[Token]) -> Vec<Quantity> {
    let separated = |from: usize, to: usize| {
        all[from.min(to)..to].iter().any(|token| token.is(",") || token.is(";") || token.is("và"))
    };
    let is_percent =
        |quantity: &Quantity| all[quantity.start..quantity.end].iter().any(|token| token.is("%") || token.is("‰"));
    let is_bare = |quantity: &Quantity| all[quantity.start].is_number() && !quantity.is_predicate;
    let keeps = |at: usize| {
        let quantity = &found[at];
        let before = at.checked_sub(1).map(|before| &found[before]);
        let follows_share = before.is_some_and(|before| {
            is_percent(before)
                && is_bare(quantity)
                && !is_percent(quantity)
                && !all[quantity.start - 1].is_one_of(&[",", "và"])
        });
        let is_per = found.get(at + 1).is_some_and(|next| {
            let over = quantity.comparator == Comparator::Greater && !quantity.is_predicate && !is_percent(quantity);
            over && next.is_predicate && !separated(quantity.end, next.start)
        });
        !follows_share && !is_per
    };
    let kept: Vec<bool> = (0..found.len()).map(keeps).collect();
    found.into_iter().zip(kept).filter(|(_, keeps)| *keeps).map(|(quantity, _)| quantity).collect()
}

fn describe(
    text: &str,
    all: &[Token],
    clause: &Clause,
    quantity: &Quantity,
    subject: std::ops::Range<usize>,
    right: std::ops::Range<usize>,
) -> Found {
    let unit = text.get(quantity.unit.0..quantity.unit.1).unwrap_or_default().trim().to_owned();
    let unit_tokens: Vec<&Token> =
        all.iter().filter(|token| token.start >= quantity.unit.0 && token.end <= quantity.unit.1).collect();
    let is_physical =
        unit.starts_with('/') || unit_tokens.iter().any(|token| token.is_one_of(&PHYSICAL)) && !unit_tokens.is_empty();
    // `nghìn`, `lượt` say how it is counted: `khách`, `bác sĩ/vạn dân` are what is.
    let counted = || {
        let how = |token: &&&Token| token.is_one_of(&["nghìn", "ngàn", "triệu", "tỷ", "vạn", "lượt"]);
        unit_tokens.iter().skip_while(how).copied().cloned().collect::<Vec<_>>()
    };
    let left = &all[subject.clone()];
    let mut rest = all[right].to_vec();
    let own = rest.iter().position(|token| !token.is(",") && !token.is(":")).unwrap_or(rest.len());
    let until = (own..rest.len()).find(|at| longest(&rest[*at..], &["so với"]).is_some()).unwrap_or(rest.len());
    rest = rest.drain(own..until).collect();
    let is_subject = quantity.is_predicate || (longest(left, &MEASURED).is_some() && phrase(left, "số hóa").is_none());
    let mut name: Vec<Token> = left.to_vec();
    if left.is_empty() {
        if !is_physical && (!rest.is_empty() || quantity.unit.1 > quantity.unit.0) && clause.tie != Tie::Part
            || !is_physical && !rest.is_empty()
        {
            name.extend(counted());
        }
        name.extend(rest);
    } else if is_subject {
        let qualifies = longest(&rest, &["trong", "trên tổng", "trên địa bàn", "trên một", "của", "thuộc"]).is_some();
        if qualifies {
            name.extend(rest);
        }
    } else {
        // `mỗi huyện có`, `giám sát đối với`, `đào tạo nghề cho`: what is counted hangs on it.
        let tie = longest(&all[subject.end..quantity.start.max(subject.end)], &["có", "cho", "đối với"]).unwrap_or(0);
        let tied = &all[subject.end..subject.end + tie];
        let of_whom = tied.first().is_some_and(|tie| tie.is("cho")) || unit == "người" && left.len() > 2;
        // Said already by what is done for them: `tạo việc làm mới cho 140.000 lao động`.
        if !of_whom || !rest.is_empty() {
            name.extend(tied.iter().cloned());
            if !is_physical {
                name.extend(counted());
            }
            name.extend(rest);
        }
    }
    let name = join(text, &shortened(name));
    let keeps =
        holds(&all[..quantity.start.min(all.len())], &["duy trì", "giữ vững", "giữ ổn định", "giữ mức", "ổn định"]);
    let before = &all[..quantity.start.min(all.len())];
    let own = &all[subject.start.saturating_sub(2).min(quantity.start)..quantity.start];
    let first = longest(own, &["giảm", "kéo giảm", "cắt giảm", "hạ", "rút ngắn"])
        .or_else(|| trimmed_opening(before, &["giảm", "kéo giảm", "cắt giảm", "hạ", "rút ngắn"]));
    let rises = trimmed_opening(before, &["tăng"]);
    let comparator = match quantity.comparator {
        Comparator::Equal if keeps => Comparator::Maintain,
        Comparator::Equal | Comparator::AtLeast | Comparator::Greater | Comparator::About
            if first.is_some() && !quantity.is_predicate =>
        {
            Comparator::DecreaseBy
        }
        Comparator::Equal if rises.is_some() && !quantity.is_predicate => Comparator::IncreaseBy,
        Comparator::Equal if longest(left, &["mức giảm"]).is_some() => Comparator::DecreaseBy,
        Comparator::Equal if longest(left, &["mức tăng"]).is_some() => Comparator::IncreaseBy,
        other => other,
    };
    let lowered = first.is_some()
        || quantity.is_lowered
        || ends_with(&all[..quantity.start], &["giảm", "hạ", "giảm còn"]).is_some()
        || predicate_lowers(all, quantity);
    let heading = heading(comparator, lowered || holds(left, &BAD));
    let span = (all[quantity.start.min(subject.start)].start, all[quantity.end - 1].end);
    Found {
        name,
        comparator,
        value: quantity.value,
        high: quantity.high,
        unit,
        heading,
        baseline: quantity.baseline,
        span,
        is_ambiguous: quantity.is_ambiguous,
        follows: false,
    }
}

/// The direction that a comparator says; a level alone is better lower where less of it is.
pub fn heading(comparator: Comparator, is_lowered: bool) -> Heading {
    match comparator {
        Comparator::Maintain => Heading::Maintain,
        Comparator::DecreaseBy => Heading::Reduce,
        Comparator::Less | Comparator::AtMost | Comparator::Zero | Comparator::RankTop => Heading::Lower,
        _ if is_lowered => Heading::Lower,
        _ => Heading::Higher,
    }
}

/// Whether less of what a name says is better.
pub fn is_bad(name: &[Token]) -> bool {
    holds(name, &BAD)
}

/// `còn 1,8%` is a level to come down to, even without `giảm`.
fn predicate_lowers(all: &[Token], quantity: &Quantity) -> bool {
    all[quantity.start..quantity.end].iter().any(|token| token.is_one_of(&["còn", "xuống"]))
}

/// Whether a statement opens with one of the words, after words that only lead it in.
fn trimmed_opening(before: &[Token], words: &[&str]) -> Option<usize> {
    let mut at = 0;
    while let Some(count) =
        longest(&before[at..], &["phấn đấu", "thực hiện", "tiếp tục", "và", ",", "bảo đảm", "đảm bảo"])
    {
        at += count;
    }
    longest(&before[at..], words)
}

/// Whether a sentence outside a list of goals sets one.
pub fn sets_goal(sentence: &[Token]) -> bool {
    const CUES: [&str; 5] = ["phấn đấu", "chỉ tiêu", "mục tiêu", "bảo đảm", "đảm bảo"];
    const PAST: [&str; 6] = ["đã", "tính đến", "so với cùng kỳ", "kết quả", "là kết quả", "ước thực hiện"];
    let by_year = (0..sentence.len()).any(|at| {
        let cue = longest(&sentence[at..], &["đến năm", "đến hết năm", "đến cuối năm"]);
        cue.is_some_and(|count| sentence.get(at + count).is_some_and(Token::is_number))
            && (at == 0 || !sentence[at - 1].is("tính"))
    });
    (by_year || holds(sentence, &CUES)) && !holds(sentence, &PAST) && phrase(sentence, "nếu").is_none()
}
