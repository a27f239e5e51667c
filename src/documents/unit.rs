//! Units behind numbers: of measure, of money, and whatever is counted.

use super::token::{Token, longest, phrase};

/// The unit behind a number: its bytes, and the token behind it.
pub fn unit(all: &[Token], start: usize) -> ((usize, usize), usize) {
    let none = |at: usize| {
        let byte = all.get(at).map_or_else(|| all.last().map_or(0, |last| last.end), |token| token.start);
        ((byte, byte), at)
    };
    let Some(first) = all.get(start) else { return none(start) };
    let mut at = start;
    if first.is("/") && all.get(start + 1).is_some_and(|next| next.is_number() && next.lower.contains('.')) {
        // `4/100.000 trẻ`
        let end = words(all, start + 2, 2);
        return ((first.start, all[end - 1].end), end);
    }
    if let Some(count) = longest(
        &all[at..],
        &["điểm %", "điểm phần trăm", "phần trăm", "phần nghìn", "đô la mỹ", "đô - la mỹ", "đô - la", "đô la"],
    ) {
        at += count;
        if all.get(at).is_some_and(|sign| sign.is("(")) && all.get(at + 2).is_some_and(|sign| sign.is(")")) {
            at += 3;
        }
    } else {
        while all.get(at).is_some_and(|token| token.is_one_of(&SCALES)) {
            at += 1;
        }
        at = words(all, at, 2);
        // `ca sinh/1.000 phụ nữ`: a sign behind the next word keeps the two together.
        if at > start && all.get(at).is_some_and(Token::is_word) && all.get(at + 1).is_some_and(|sign| sign.is("/")) {
            at += 1;
        }
    }
    while at > start && all.get(at).is_some_and(|sign| sign.is("/")) {
        let mut next = at + 1;
        if all.get(next).is_some_and(Token::is_number) {
            next += 1;
        }
        while all.get(next).is_some_and(|token| token.is_one_of(&SCALES)) {
            next += 1;
        }
        let end = if all.get(next).is_some_and(|token| token.is("năm")) { next + 1 } else { words(all, next, 2) };
        if end == at + 1 {
            break;
        }
        at = end;
    }
    if at == start {
        return none(start);
    }
    ((first.start, all[at - 1].end), at)
}

/// Up to so many words of a noun; one where the first is a unit by itself.
fn words(all: &[Token], start: usize, most: usize) -> usize {
    let mut at = start;
    while at < start + most
        && all.get(at).is_some_and(|token| {
            token.is_word() && (!token.is_one_of(&STOPS) || at == start && token.is_one_of(&["tổ"]))
        })
    {
        if all[at].is_capital && at > start {
            break;
        }
        at += 1;
        let only = &all[at - 1];
        if at == start + 1 && only.is_one_of(&SINGLE) && !opens_two_words(all, start) {
            break;
        }
    }
    // `lượt lao động`, `học sinh`: nor does a unit end with such a word.
    if at > start && all[at - 1].is_one_of(&HEADS) && all.get(at).is_some_and(ends_noun) {
        at += 1;
    }
    if phrase(&all[start.min(all.len())..], "câu lạc bộ").is_some() { start + 3 } else { at }
}

/// `lao động`, `hồ sơ`, `cơ sở`: the first word alone is no unit.
fn opens_two_words(all: &[Token], at: usize) -> bool {
    all[at].is_one_of(&HEADS) || all[at].is_one_of(&["lượt", "đoàn", "giường", "điểm", "tổ"])
}

/// Whether it can be the second word of such a noun.
fn ends_noun(token: &Token) -> bool {
    token.is_word() && !token.is_capital && (token.is("sinh") || !token.is_one_of(&STOPS))
}

/// First words of nouns that say nothing by themselves.
const HEADS: [&str; 12] = ["lao", "hồ", "đơn", "cơ", "doanh", "mô", "sáng", "sản", "công", "bác", "dự", "học"];

/// Words after a number at which its unit ends.
const STOPS: [&str; 77] = [
    "trong", "trên", "của", "cho", "so", "vào", "tại", "ở", "là", "và", "với", "theo", "được", "có", "đạt", "để", "từ",
    "đến", "trở", "mỗi", "hằng", "hàng", "năm", "tăng", "giảm", "như", "về", "do", "bằng", "gồm", "mới", "còn", "phải",
    "đều", "thuộc", "tham", "hoàn", "đăng", "thực", "các", "những", "này", "đó", "không", "chưa", "đã", "sẽ", "trước",
    "sau", "nhằm", "khi", "hoặc", "cùng", "dài", "rộng", "xuống", "lên", "chiếm", "sử", "đang", "biết", "vi", "tiếp",
    "dẫn", "đầu", "cần", "bị", "thành", "ít", "tối", "khoảng", "dưới", "tổ", "sinh", "sống", "cung", "ra",
];

/// Units of one word. What follows them belongs to the name.
pub const SINGLE: [&str; 86] = [
    "đợt",
    "loại",
    "bộ",
    "cái",
    "khoản",
    "khu",
    "nhà",
    "tuyến",
    "phiên",
    "chuyến",
    "ngôi",
    "thửa",
    "tàu",
    "trạm",
    "chợ",
    "cầu",
    "cặp",
    "bản",
    "tổng",
    "gói",
    "giải",
    "kỳ",
    "%",
    "‰",
    "km",
    "m",
    "m²",
    "m³",
    "km²",
    "ha",
    "kg",
    "tấn",
    "tạ",
    "lít",
    "kwh",
    "mw",
    "hộ",
    "người",
    "xã",
    "phường",
    "huyện",
    "thôn",
    "vụ",
    "lần",
    "bậc",
    "hạng",
    "điểm",
    "đồng",
    "usd",
    "trường",
    "lớp",
    "em",
    "trẻ",
    "con",
    "cây",
    "chiếc",
    "căn",
    "ngày",
    "giờ",
    "phút",
    "tháng",
    "tuổi",
    "cuộc",
    "buổi",
    "tin",
    "bài",
    "giường",
    "ca",
    "dự",
    "bar",
    "lượt",
    "suất",
    "học",
    "đội",
    "tổ",
    "đoàn",
    "lao",
    "hồ",
    "đơn",
    "cơ",
    "doanh",
    "mô",
    "sáng",
    "sản",
    "công",
    "bác",
];

const SCALES: [&str; 7] = ["nghìn", "ngàn", "vạn", "triệu", "tỷ", "chục", "trăm"];
