//! Facts of the head: issuer, number, place and date, type, title, theme, legal bases, years.

use super::bodies;
use super::draft::Header;
use super::passage::Passage;
use super::reference;
use super::section::document_type;
use super::token::{Token, holds, is_upper, longest, phrase, tokens};
use crate::i18n::{fold, to_lower};
use crate::model::Date;

const MOTTO: [&str; 6] = ["cộng hòa xã hội", "độc lập", "đảng cộng sản", "cộng hoà", "quyết nghị", "quyết định :"];
const BASES: [&str; 8] = ["căn cứ", "xét", "theo", "thực hiện", "trên cơ sở", "xét đề nghị", "sau khi", "xét tờ trình"];

pub fn read(head: &[Passage]) -> Header {
    let mut header = Header::default();
    let lines: Vec<&str> = head.iter().flat_map(|passage| passage.text.split(['\t', '|'])).map(str::trim).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| line.chars().any(char::is_alphanumeric)).collect();
    let title_at = lines.iter().position(|line| document_type(line).is_some());
    let mut issuer: Vec<&str> = Vec::new();
    for line in &lines[..title_at.unwrap_or(lines.len())] {
        let words = tokens(line);
        if longest(&words, &MOTTO).is_some() {
            continue;
        }
        if let Some(number) = reference::own_number(line).filter(|_| header.number.is_empty()) {
            header.number = number;
        } else if let Some((place, date)) = place_and_date(line, &words) {
            (header.place, header.date) = (place, Some(date));
        } else if is_upper(line) && words.len() <= 20 {
            issuer.push(line);
        }
    }
    name_issuer(&issuer, &mut header);
    if let Some(at) = title_at {
        read_title(&lines[at..], &mut header);
        // `NGHỊ QUYẾT SỐ 30/NQ-HĐND NGÀY 09/12/2020`
        if let Some(number) = reference::own_number(lines[at]).filter(|_| header.number.is_empty()) {
            header.number = number;
            header.date = header.date.or_else(|| {
                let words = tokens(lines[at]);
                let day = words.iter().find(|word| word.is("ngày"))?;
                super::deadline::of_field(&lines[at][day.start..], None)
            });
        }
    }
    let rest = &lines[title_at.map_or(0, |at| at + 1)..];
    read_preamble(rest, &mut header);
    header
}

/// `An Hòa, ngày 08 tháng 01 năm 2026`
fn place_and_date(line: &str, words: &[Token]) -> Option<(String, Date)> {
    if words.len() > 24 {
        return None;
    }
    let at = words.iter().position(|word| word.is("ngày"))?;
    let date = super::deadline::of_field(&line[words[at].start..], None)?;
    let place = line[..words[at].start].trim().trim_end_matches(',');
    (!place.is_empty() && place.starts_with(char::is_uppercase)).then(|| (place.to_owned(), date))
}

const TERRITORIES: [&str; 11] =
    ["tỉnh", "thành phố", "thành", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "khu vực"];

fn name_issuer(lines: &[&str], header: &mut Header) {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let continues = longest(&tokens(line), &TERRITORIES).is_some();
        match names.last_mut() {
            Some(last) if continues => {
                last.push(' ');
                last.push_str(line);
            }
            _ => names.push((*line).to_owned()),
        }
    }
    names.truncate(2);
    if let Some(name) = names.pop() {
        header.issuer = sentence_case(&name);
    }
    if let Some(name) = names.pop() {
        header.parent_issuer = sentence_case(&name);
    }
}

/// Capitals put down, except of abbreviations, at the start and of the name behind `TỈNH`, `XÃ` …
fn sentence_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut in_name, mut is_first, mut before) = (false, true, String::new());
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let lower = to_lower(word);
        let pair = format!("{before} {lower}");
        let opens = TERRITORIES.contains(&lower.as_str())
            || TERRITORIES.contains(&pair.as_str())
            || (lower == "ủy" && !is_first);
        if !is_first {
            out.push(' ');
        }
        // `Sở Y tế`, `Bộ Nội vụ`: the name behind the kind of office begins with a capital.
        let names_office = ["sở", "bộ", "phòng", "cục", "vụ"].contains(&before.as_str());
        let stays = is_first || names_office || (in_name && !opens);
        let mut letters = word.chars();
        match letters.next().filter(|_| stays) {
            _ if is_abbreviation(word) => out.push_str(word),
            Some(first) => {
                out.push(first);
                out.push_str(&to_lower(letters.as_str()));
            }
            None => out.push_str(&lower),
        }
        in_name = in_name || opens;
        is_first = false;
        before = lower;
    }
    let names = [(" chính phủ", " Chính phủ"), (" quốc hội", " Quốc hội"), (" việt nam", " Việt Nam")];
    names.into_iter().fold(out, |out, (small, name)| out.replace(small, name))
}

/// `UBND`, `HĐND`, `TP.HCM`: no syllable of Vietnamese, which is consonants, vowels, and one of a few ends.
fn is_abbreviation(word: &str) -> bool {
    const BEGINS: [&str; 26] = [
        "", "b", "c", "ch", "d", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r", "s",
        "t", "th", "tr", "v", "x",
    ];
    const ENDS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
    let folded = fold(word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let Some(start) = folded.find(is_vowel) else { return folded.chars().any(char::is_alphabetic) };
    let end = folded[start..].trim_start_matches(is_vowel);
    !BEGINS.contains(&&folded[..start]) || !ENDS.contains(&end)
}

/// The type, and the title behind it or on the lines that follow in the same style.
fn read_title(lines: &[&str], header: &mut Header) {
    let Some((kind, end)) = lines.first().and_then(|line| document_type(line)) else { return };
    header.kind = kind;
    let first = lines[0].trim_matches(['#', ' ']);
    let own = lines[0].get(end..).unwrap_or_default().trim();
    let is_number = tokens(own).first().is_some_and(|first| first.is("số"));
    if own.chars().any(char::is_alphabetic) && !is_number {
        first.clone_into(&mut header.title);
    } else {
        let mut title: Vec<&str> = Vec::new();
        for line in lines[1..].iter().map(|line| line.trim_matches(['#', ' '])) {
            let words = tokens(line);
            let goes_on = words.first().is_some_and(|first| first.is("về") || first.is("của"));
            let is_other_style = title.first().is_some_and(|first| is_upper(first) != is_upper(line)) && !goes_on;
            let is_title = longest(&words, &BASES).is_none()
                && !line.ends_with(['.', ';', ':'])
                && words.len() <= 80
                && !is_other_style
                && title.len() < 3
                && (header.issuer.is_empty() || !fold(line).starts_with(&fold(&header.issuer)))
                && (title.is_empty() || !bodies::begins_with_body(line));
            if !is_title {
                break;
            }
            title.push(line);
        }
        header.title = title.join(" ");
    }
    (header.first_year, header.last_year) = years(&header.title);
}

/// The years that a title is for: `năm 2025`, `giai đoạn 2021 - 2025`.
pub fn years(text: &str) -> (Option<i32>, Option<i32>) {
    let all = tokens(text);
    let year = |at: usize| {
        all.get(at)
            .filter(|token| token.is_number() && token.lower.len() == 4)
            .and_then(|token| token.lower.parse().ok())
    };
    for at in 0..all.len() {
        let is_term = longest(&all[at..], &["giai đoạn", "nhiệm kỳ", "thời kỳ"]);
        if let Some(count) = is_term
            && let (Some(first), Some(last)) = (year(at + count), year(at + count + 2))
        {
            return (Some(first), Some(last));
        }
        if all[at].is("năm")
            && let Some(first) = year(at + 1)
        {
            let range = all.get(at + 2).is_some_and(|sign| sign.is("-") || sign.is("–"));
            return (Some(first), year(at + 3).filter(|_| range).or(Some(first)));
        }
    }
    (None, None)
}

fn read_preamble(lines: &[&str], header: &mut Header) {
    let mut preamble: Vec<&str> = Vec::new();
    for line in lines {
        let words = tokens(line);
        let is_title = header.title.contains(line.trim_matches(['#', ' ']));
        if is_title || longest(&words, &MOTTO).is_some() || (is_upper(line) && words.len() <= 20) {
            continue;
        }
        if longest(&words, &BASES).is_some() && line.ends_with([';', '.', ',']) {
            header.legal_bases.push(line.trim_end_matches([';', '.', ',']).to_owned());
        } else {
            preamble.push(line);
        }
    }
    header.preamble = preamble.join("\n");
    if header.theme.is_empty() {
        header.theme = theme(&header.preamble).unwrap_or_default();
    }
    if header.issuer.is_empty() {
        header.issuer = speaker(&header.preamble).unwrap_or_default();
    }
    if header.first_year.is_none() && !header.preamble.is_empty() && holds(&tokens(&header.title), &["công tác"]) {
        (header.first_year, header.last_year) = years(&header.preamble);
    }
}

/// What stands in quotation marks behind `chủ đề`.
pub fn theme(text: &str) -> Option<String> {
    let all = tokens(text);
    let at = (0..all.len()).find(|at| phrase(&all[*at..], "chủ đề").is_some())?;
    let rest = &text[all[at].end..];
    let open = rest.find(['“', '"']).filter(|open| *open < 160)?;
    let inner = rest[open..].trim_start_matches(['“', '"']);
    let close = inner.find(['”', '"'])?;
    Some(inner[..close].trim_matches(['*', ' ']).to_owned())
}

/// Who speaks in the last sentence of a preamble: `…; Ban Chấp hành xác định … như sau:`
fn speaker(preamble: &str) -> Option<String> {
    let last = preamble.lines().last().filter(|line| line.trim_end().ends_with(':'))?;
    let start = last.rfind([';', '.', '”']).map_or(0, |at| at + last[at..].chars().next().map_or(1, char::len_utf8));
    let own = last[start..].trim();
    let all = tokens(own);
    let end = (1..all.len()).find(|at| {
        longest(&all[*at..], &["xác định", "ban hành", "yêu cầu", "xây dựng", "quyết định", "đề ra"]).is_some()
    })?;
    bodies::begins_with_body(own).then(|| own[..all[end - 1].end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_keep_their_capitals() {
        for (printed, name) in [
            ("UBND THÀNH PHỐ HUẾ", "UBND thành phố Huế"),
            ("ỦY BAN NHÂN DÂN", "Ủy ban nhân dân"),
            ("HĐND TỈNH ĐỒNG THÁP", "HĐND tỉnh Đồng Tháp"),
            ("SỞ GD&ĐT", "Sở GD&ĐT"),
            ("UBND TP.HCM", "UBND TP.HCM"),
            ("ỦY BAN MTTQ VIỆT NAM", "Ủy ban MTTQ Việt Nam"),
            ("QUẬN ỦY GÒ VẤP", "Quận ủy Gò Vấp"),
            ("TRƯỜNG NGHỀ THUỶ QUYÊN", "Trường nghề thuỷ quyên"),
        ] {
            assert_eq!(sentence_case(printed), name);
        }
    }
}
