//! Names of bodies at the start of a statement, and lists of them; names themselves hold `và` and commas.

use std::ops::Range;

use super::token::{Token, longest, phrase, tokens};

/// What the name of a body, or of the person at its head, begins with.
const HEADS: [&str; 86] = [
    "sở",
    "bộ",
    "ban",
    "ủy ban",
    "ubnd",
    "ubmttq",
    "ubmttqvn",
    "phòng",
    "cục",
    "vụ",
    "viện",
    "văn phòng",
    "trung tâm",
    "công an",
    "hội",
    "hiệp hội",
    "liên minh",
    "liên hiệp",
    "liên đoàn",
    "đoàn",
    "đoàn thanh niên",
    "mặt trận",
    "cấp ủy",
    "đảng ủy",
    "chi bộ",
    "đảng bộ",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "quận ủy",
    "tổ",
    "thường trực",
    "chính phủ",
    "thủ tướng",
    "quốc hội",
    "hội đồng",
    "hđnd",
    "tòa án",
    "kho bạc",
    "ngân hàng",
    "chi cục",
    "chi nhánh",
    "công ty",
    "tổng công ty",
    "tập đoàn",
    "trường",
    "bệnh viện",
    "báo",
    "đài",
    "thủ trưởng",
    "người đứng đầu",
    "giám đốc",
    "chủ tịch",
    "phó chủ tịch",
    "trưởng",
    "chánh",
    "bí thư",
    "đồng chí",
    "đơn vị",
    "cơ quan",
    "thanh tra",
    "ngành",
    "công đoàn",
    "học viện",
    "tổng cục",
    "tổ chức",
    "các",
    "mttq",
    "mttqvn",
    "viện kiểm sát",
    "bảo hiểm xã hội",
    "cảnh sát",
    "hải quan",
    "thuế",
    "điện lực",
    "trạm",
    "hạt",
    "nhà máy",
    "xã đoàn",
    "huyện đoàn",
    "tỉnh đoàn",
    "thành đoàn",
    "phó",
    "tiểu ban",
    "nhóm",
    "đảng đoàn",
];

/// Verbs with which a duty begins. A capital makes them part of a name (Ủy ban Kiểm tra), and so does what stands
/// before them (cơ quan tham mưu).
const DUTIES: [&str; 78] = [
    "chủ trì",
    "phối hợp",
    "có trách nhiệm",
    "chịu trách nhiệm",
    "tham mưu",
    "xây dựng",
    "lãnh đạo",
    "chỉ đạo",
    "tổ chức thực hiện",
    "tổ chức",
    "triển khai",
    "căn cứ",
    "theo dõi",
    "ban hành",
    "hướng dẫn",
    "thực hiện",
    "kiểm tra",
    "giám sát",
    "báo cáo",
    "tuyên truyền",
    "đẩy mạnh",
    "quán triệt",
    "theo",
    "định kỳ",
    "rà soát",
    "tăng cường",
    "cụ thể hóa",
    "chủ động",
    "vận động",
    "bố trí",
    "thẩm định",
    "đôn đốc",
    "tổng hợp",
    "trình",
    "hoàn thành",
    "lập",
    "đăng tải",
    "bảo đảm",
    "đảm bảo",
    "nghiên cứu",
    "đề xuất",
    "cân đối",
    "cung cấp",
    "phát động",
    "phát huy",
    "tiếp tục",
    "tập trung",
    "quản lý",
    "điều hành",
    "công bố",
    "sửa đổi",
    "bổ sung",
    "kết nối",
    "hỗ trợ",
    "khẩn trương",
    "kịp thời",
    "thường xuyên",
    "trên cơ sở",
    "trong phạm vi",
    "là cơ quan",
    "là đầu mối",
    "là đơn vị",
    "giúp",
    "tiếp nhận",
    "thông tin",
    "phổ biến",
    "đưa",
    "gửi",
    "xem xét",
    "phân công",
    "giao",
    "tham gia",
    "huy động",
    "nâng cao",
    "đổi mới",
    "chuẩn bị",
    "quy định",
    "phụ trách",
];

/// Lower-case words that go on a name after capitals.
const NAME_WORDS: [&str; 60] = [
    "nhân",
    "dân",
    "tỉnh",
    "thành",
    "phố",
    "xã",
    "phường",
    "huyện",
    "quận",
    "thị",
    "trấn",
    "đặc",
    "khu",
    "cấp",
    "cơ",
    "sở",
    "đảng",
    "các",
    "ban",
    "ngành",
    "đoàn",
    "thể",
    "của",
    "trực",
    "thuộc",
    "trung",
    "ương",
    "chính",
    "trị",
    "hội",
    "và",
    "đơn",
    "vị",
    "quan",
    "tổ",
    "chức",
    "liên",
    "viên",
    "ủy",
    "địa",
    "phương",
    "bộ",
    "chi",
    "nhánh",
    "trên",
    "bàn",
    "người",
    "nghề",
    "nghiệp",
    "phòng",
    "ngang",
    "đại",
    "biểu",
    "khách",
    "hàng",
    "có",
    "về",
    "cấp",
    "doanh",
    "trường",
];

/// No list of bodies has more words; what goes on is prose.
const LONGEST: usize = 70;

/// The range of bytes that the bodies take at the start of a text, an order to them left out; `None` when none stands there.
pub fn span(text: &str) -> Option<Range<usize>> {
    let all = tokens(text);
    let mut at =
        longest(&all, &["giao cho", "giao", "đề nghị", "yêu cầu", "phân công", "trách nhiệm của"]).unwrap_or(0);
    while all.get(at).is_some_and(|token| token.is(":")) {
        at += 1;
    }
    let first = at;
    longest(&all[at..], &HEADS)?;
    let mut depth = 0_usize;
    let mut end = first;
    while let Some(token) = all.get(at).filter(|_| at - first <= LONGEST) {
        if token.is("(") {
            depth += 1;
        } else if token.is(")") {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            if token.is(":") || token.is(".") {
                break;
            }
            if at > first && is_duty(&all, at, first) {
                break;
            }
        }
        at += 1;
        if depth == 0 && !token.is(")") && !token.is("(") && !token.is(",") && !token.is(";") {
            end = at;
        }
    }
    if at == all.len() {
        // What is no longer than a title of bodies is one.
        end = if end - first > 12 { name_end(&all, first, end) } else { end };
    }
    // A text without a verb and without an end is a heading of bodies; a long one is prose.
    (end > first && end - first < LONGEST).then(|| all[first].start..all[end - 1].end)
}

/// The bodies that a sentence names before `chủ trì`: `… . Giao Văn phòng chủ trì`, `(Sở Nội vụ chủ trì, …)`.
pub fn leading(text: &str) -> Option<Range<usize>> {
    let all = tokens(text);
    let lead = (1..all.len()).find(|at| phrase(&all[*at..], "chủ trì").is_some())?;
    let before = &all[..lead];
    let start = before.iter().rposition(|token| token.is_one_of(&[".", ";", "(", ":"])).map_or(0, |at| at + 1);
    (start..lead).find_map(|at| {
        let is_named = all[at].is_capital && longest(&all[at..], &HEADS).is_some();
        // `theo quy định của Bộ …`: whom it takes after leads nothing.
        let is_other = at > start && all[at - 1].is_one_of(&["của", "tại", "với", "cho", "từ", "về", "trong", "ở"]);
        let range = span(text.get(all[at].start..)?).filter(|_| is_named && !is_other)?;
        let range = all[at].start + range.start..all[at].start + range.end;
        // Nothing but a sign stands between the names and the verb.
        (before.last()?.end <= range.end || before.last()?.is(",") && before[..lead - 1].last()?.end <= range.end)
            .then_some(range.start..range.end.min(before.last()?.end))
    })
}

/// Where no verb that we know ends a name: behind the first of three small words that names are not made of.
fn name_end(all: &[Token], first: usize, end: usize) -> usize {
    let is_plain = |at: usize| {
        let token = &all[at];
        token.is_word() && !token.is_capital && !token.is_one_of(&NAME_WORDS) && longest(&all[at..], &HEADS).is_none()
    };
    let run = (first + 1..end.saturating_sub(2)).find(|at| (*at..at + 3).all(is_plain));
    run.map_or(end, |at| if all[at - 1].is_capital { at + 1 } else { at })
}

fn is_duty(all: &[Token], at: usize, first: usize) -> bool {
    if all[at].is_capital {
        return false;
    }
    let Some(count) = longest(&all[at..], &DUTIES) else { return false };
    let before = &all[first..at];
    let of_office = ["tham mưu", "quản lý", "thanh tra", "kiểm tra", "giám sát", "thông tin", "chủ trì", "giúp"];
    let modifies = (super::token::ends_with(before, &["cơ quan", "đơn vị", "bộ phận", "cơ quan chuyên trách ,"]).is_some()
        && longest(&all[at..], &of_office).is_some())
        || super::token::ends_with(before, &["được"]).is_some()
        // `các ban xây dựng Đảng`
        || (super::token::ends_with(before, &["ban"]).is_some() && phrase(&all[at..], "xây dựng đảng").is_some())
        // `các cơ quan tham mưu, giúp việc`: a second verb of the same kind.
        || (before.last().is_some_and(|last| last.is(",")) && phrase(&all[at..], "giúp việc").is_some())
        // `các Tổ công tác phụ trách …`, `cơ quan được giao chỉ tiêu`: what kind of body it is.
        || (phrase(&all[at..], "phụ trách").is_some() && before.iter().rev().take(4).any(|token| token.is_one_of(&["tổ", "cán"])))
        || (phrase(&all[at..], "tổ chức").is_some() && !before.is_empty() && {
            let previous = before.last().map_or("", |last| last.lower.as_str());
            matches!(previous, "các" | "," | "và" | "cơ" | "của") && longest(&all[at + count..], &DUTIES).is_none()
        });
    !modifies
}

/// Whether a statement begins with a body to which it gives a duty, or with an order to one.
pub fn begins_with_body(text: &str) -> bool {
    let Some(range) = span(text) else { return false };
    let all = tokens(text);
    let first = all.iter().position(|token| token.start >= range.start).unwrap_or(0);
    let is_named = all.get(first).is_some_and(|token| token.is_capital)
        || (first > 0 && longest(&all[first..], &["các"]).is_some() && longest(&all[first + 1..], &HEADS).is_some());
    let rest = all.iter().find(|token| token.start >= range.end);
    let generic = ["các"];
    // `Các chỉ tiêu …`, `Tổ chức hội nghị …` begin with no body.
    let head_fits = match all.get(first) {
        Some(token) if token.is_one_of(&generic) => {
            longest(&all[first + 1..], &HEADS).is_some() && !all[first + 1].is("tổ chức")
        }
        Some(token) if token.is("tổ") && all.get(first + 1).is_some_and(|next| next.is("chức") && !next.is_capital) => {
            false
        }
        Some(token) if token.is_one_of(&["ban", "báo", "đoàn", "giám", "bộ", "đưa", "hội"]) => {
            all.get(first + 1).is_some_and(|next| !next.is_one_of(&["hành", "cáo", "sát", "kết", "nghị"]))
        }
        _ => true,
    };
    is_named && head_fits && rest.is_some()
}

/// Splits a list of bodies. A separator parts two names only where another name begins behind it.
pub fn split(text: &str) -> Vec<String> {
    let all = tokens(text);
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, token) in all.iter().enumerate() {
        match token.lower.as_str() {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        let parts_names = match token.lower.as_str() {
            ";" => true,
            "," => begins_name(&all[at + 1..]),
            "và" => begins_name(&all[at + 1..]) && !is_office_of(&all, start, at),
            _ => false,
        };
        if depth == 0 && parts_names {
            parts.push(&text[start..token.start]);
            start = token.end;
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    let names = parts.into_iter().map(|part| part.trim_matches([' ', ',', ';', ':', '.', '*']));
    names.filter(|name| name.chars().any(char::is_alphabetic)).map(str::to_owned).collect()
}

fn begins_name(all: &[Token]) -> bool {
    let Some(count) = longest(all, &HEADS) else { return false };
    all[0].is_capital || (all[0].is("các") && count == 1)
}

/// `Văn phòng HĐND và UBND`: one office that serves two bodies.
fn is_office_of(all: &[Token], start: usize, at: usize) -> bool {
    let part: Vec<&Token> = all[..at].iter().filter(|token| token.start >= start).collect();
    let is_office =
        part.first().is_some_and(|first| first.is("văn")) && part.get(1).is_some_and(|next| next.is("phòng"));
    let other_office = phrase(&all[at + 1..], "văn phòng").is_some();
    is_office
        && !other_office
        && part.len() <= 8
        && all.get(at + 1).is_some_and(|next| next.is_one_of(&["ubnd", "ủy", "hđnd", "hội"]))
}
