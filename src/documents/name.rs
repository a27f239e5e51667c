//! Names of what is measured: which words around a figure belong to it.

use std::ops::Range;

use super::target::Found;
use super::token::{Token, ends_with, holds, longest, tokens};

/// A range of tokens without what only opens a statement and without verbs and signs at its end.
pub fn trimmed(all: &[Token], range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    loop {
        let own = &all[start..end];
        if own.first().is_some_and(|token| !token.is_word()) {
            start += 1;
        } else if let Some(count) = longest(own, &OPENINGS) {
            // `Tỷ lệ hộ nghèo` stays whole; `đạt tỷ lệ` before a number goes.
            let is_noun = longest(own, &NOUNS).is_some();
            if is_noun && count < own.len() {
                break;
            }
            start += count;
        } else {
            break;
        }
    }
    // `Chỉ tiêu về kinh tế: …` says where it stands, and not what is measured.
    if let Some(count) = longest(&all[start..end], &["chỉ tiêu"])
        && let Some(colon) = (start..end).find(|at| all[*at].is(":"))
    {
        let own = trimmed(all, colon..end);
        // `Chỉ tiêu che phủ rừng: duy trì 42 %` has its name before.
        if !own.is_empty() {
            return own;
        }
        start += count;
    }
    while end > start {
        let own = &all[start..end];
        let last = &all[end - 1];
        let closes = !last.is_word() && !last.is(")") && !last.is("”");
        let hangs = [
            "duy trì",
            "duy trì ở",
            "giữ",
            "giữ vững",
            "giữ ổn định",
            "ổn định ở",
            "đạt",
            "có",
            "là",
            "cho",
            "và",
            "được",
            "hằng",
            "bình quân đạt",
            "phấn đấu",
            "lần lượt",
            "khống chế",
            "kiểm soát",
            "kiềm chế",
            "từ",
            "với",
            "để",
            "đều",
            "luôn",
            "cả",
            "so",
            "tỷ lệ",
            "giảm",
            "hạ",
            "tăng",
            "đối với",
            "lên",
        ];
        if closes {
            end -= 1;
        } else if let Some(count) = ends_with(own, &hangs) {
            end -= count;
        } else {
            break;
        }
    }
    start..end.max(start)
}

/// Where, between two quantities, what follows the first ends and what the second is of begins.
pub fn cut(all: &[Token], between: Range<usize>, is_number_first: bool) -> usize {
    let separators = |at: &usize| all[*at].is(",") || all[*at].is("và") || all[*at].is(";");
    let mut points = between.clone().filter(separators);
    if !is_number_first {
        // What the first is of is known: the next begins at the first separator.
        let begins = |at: &usize| at + 1 >= between.end || !all[at + 1].is_capital;
        return points.find(begins).unwrap_or_else(|| after_qualifier(all, &between));
    }
    let Some(last) = points.next_back() else { return between.end };
    let rest = &all[last + 1..between.end];
    let is_own = rest.len() <= 3 || longest(rest, &MEASURED).is_some();
    if is_own { last } else { between.end }
}

/// Without a separator the words between two quantities are of the second, unless they qualify the first.
fn after_qualifier(all: &[Token], between: &Range<usize>) -> usize {
    let qualifies = longest(&all[between.clone()], &["trong", "trên", "của", "thuộc"]).is_some();
    if qualifies { between.end } else { between.start }
}

/// A long name ends where it goes on to say why or how, and none with a word that something must follow.
pub fn shortened(mut tokens: Vec<Token>) -> Vec<Token> {
    const ASIDES: [&str; 6] = ["gắn với", "nhằm", "theo quy định", "góp phần", "trên cơ sở", "để"];
    let end = (12..tokens.len()).find(|at| longest(&tokens[*at..], &ASIDES).is_some()).unwrap_or(tokens.len());
    tokens.truncate(end.min(60));
    while tokens.len() > 1 && tokens.last().is_some_and(|last| last.is_one_of(&["có", "là", "và", "với", "để"]))
    {
        tokens.pop();
    }
    tokens
}

/// A name of some tokens.
pub fn join(text: &str, tokens: &[Token]) -> String {
    crate::i18n::capital(&joined(text, tokens))
}

/// The text of some tokens: whole stretches as written, gaps as one space.
pub fn joined(text: &str, tokens: &[Token]) -> String {
    let mut out = String::new();
    let mut before: Option<&Token> = None;
    for token in tokens {
        if let Some(before) = before {
            let between = text.get(before.end..token.start).unwrap_or(" ");
            out.push_str(if between.chars().all(char::is_whitespace) { between } else { " " });
        }
        out.push_str(text.get(token.start..token.end).unwrap_or_default());
        before = Some(token);
    }
    let strays = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | ':' | '.' | '/' | '-' | '–');
    out.trim_matches(strays).to_owned()
}

/// A name within another one: with a small first letter, but for abbreviations.
pub fn inside(name: &str) -> String {
    let is_word = name.chars().nth(1).is_some_and(char::is_lowercase);
    if is_word { crate::i18n::inside(name) } else { name.to_owned() }
}

/// `A và B tổ chức hội nghị`: what the last of several counts does, all of them do.
pub fn share_endings(measures: &mut [Found]) {
    let [.., first, last] = measures else { return };
    let bare = first.name.split(' ').count();
    if first.unit != "%" || last.unit != "%" || first.follows || last.follows {
        return;
    }
    let words: Vec<&str> = last.name.split(' ').collect();
    let head = words.first().is_some_and(|word| first.name.split(' ').next() == Some(word));
    let lower: Vec<Token> = tokens(&last.name);
    let verb = (1..lower.len()).find(|at| {
        longest(&lower[*at..], &["tổ chức", "được", "có", "thực hiện", "hoàn thành", "đăng ký", "tham gia", "đạt"])
            .is_some()
    });
    let has_verb =
        holds(&tokens(&first.name), &["tổ chức", "được", "thực hiện", "hoàn thành", "đăng ký", "tham gia", "đạt"]);
    if let (true, Some(verb), true, false) = (head, verb, bare <= 12, has_verb) {
        let ending = last.name[lower[verb].start..].to_owned();
        first.name = format!("{} {ending}", first.name);
    }
}

/// What opens a statement and says nothing of what is measured.
const OPENINGS: [&str; 43] = [
    "phấn đấu",
    "thực hiện",
    "tiếp tục",
    "đạt",
    "đảm bảo",
    "bảo đảm",
    "có",
    "duy trì",
    "giữ vững",
    "và",
    "với",
    "để",
    "là",
    "cả nước",
    "thành phố",
    "tỉnh",
    "huyện",
    "xã",
    "trong đó",
    "đưa",
    "nâng",
    "giảm",
    "tăng",
    "kéo giảm",
    "hạ",
    "tỷ lệ",
    "số",
    "mức",
    "hằng năm",
    "bình quân",
    "đối với",
    "giữ ổn định",
    "phần đầu",
    "phần đấu",
    "trên",
    "tương đương",
    "tương ứng",
    "hoàn thành",
    "cơ bản",
    "cắt giảm",
    "giữ",
    "mỗi năm",
    "nằm trong",
];

/// Of these, what must stay where nothing else is left of the name.
const NOUNS: [&str; 10] = ["tỷ lệ", "số", "mức", "bình quân", "thành phố", "tỉnh", "huyện", "xã", "trên", "đối với"];

/// What begins the name of something measured.
pub const MEASURED: [&str; 25] = [
    "tỷ lệ",
    "tỷ trọng",
    "tỷ suất",
    "tỷ số",
    "tổng",
    "tốc độ",
    "số",
    "mức",
    "mật độ",
    "diện tích",
    "sản lượng",
    "doanh thu",
    "kim ngạch",
    "thu nhập",
    "giá trị",
    "chỉ số",
    "thời gian",
    "độ",
    "chi phí",
    "vốn",
    "năng suất",
    "thu ngân sách",
    "lợi nhuận",
    "quy mô",
    "hệ số",
];
