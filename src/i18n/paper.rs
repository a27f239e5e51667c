//! A programme as an official paper: which letterhead it has, how its bases and lines are worded, and whether the full
//! wording of a line still says what the line says.

use super::{Language, Parsed, fold, parse_number, target_prose, to_lower};
use crate::document::{Node, NodeId, Stamp, Value};
use crate::model::{Decimal, FieldValue, Head, Item, Measure, Programme, Target};

/// The types of document that the rules on official papers know, the longer first.
pub const DOCUMENT_TYPES: [&str; 20] = [
    "chương trình hành động",
    "chương trình",
    "kế hoạch hành động",
    "kế hoạch",
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "kết luận",
    "hướng dẫn",
    "thông báo",
    "thông tri",
    "đề án",
    "phương án",
    "chiến lược",
    "báo cáo",
    "tờ trình",
    "quy định",
    "quy chế",
    "công điện",
    "công văn",
];

/// Whether the paper has the Party's letterhead, or the State's: `01-CTr/ĐU` is a number of the Party, `174/KH-UBND` of the
/// State. Without a number it goes by who issues it.
pub fn is_of_party(head: &Head) -> bool {
    match head.number.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ').chars().next() {
        Some('-' | '–') => true,
        Some('/') => false,
        _ if head.issuer.is_empty() => names_party(&head.parent_issuer),
        _ => names_party(&head.issuer),
    }
}

/// `Đảng ủy Sở …`, `Huyện ủy`, `Chi bộ …`, `Ban Thường vụ`; `Ủy ban` and `Ban Chấp hành Hội …` are others.
fn names_party(name: &str) -> bool {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let says = |phrase: &str| format!(" {folded} ").contains(&format!(" {phrase} "));
    let of_committee = (1..words.len()).any(|at| words[at] == "uy" && words.get(at + 1) != Some(&"ban"));
    let is_other = ["hoi", "doan", "cong doan", "lien doan", "mat tran"].into_iter().any(says);
    says("dang") || says("chi bo") || of_committee || (!is_other && (says("ban thuong vu") || says("ban chap hanh")))
}

/// Who issues a paper, as its head has it: a long name breaks by its sense, `Đảng ủy` above whose committee it is.
pub fn issuer_lines(issuer: &str) -> String {
    /// So many letters fit into the left column.
    const FITS: usize = 24;
    let is_long = issuer.chars().count() > FITS;
    let kind = issuer.match_indices(' ').nth(1).map(|(at, _)| issuer.split_at(at));
    match kind.filter(|(kind, _)| is_long && fold(kind) == "dang uy") {
        Some((kind, of)) => format!("{kind}\n{}", of.trim_start()),
        None => issuer.to_owned(),
    }
}

/// The number of a report on a programme, with room for what is given to it when it is issued: `…-BC/ĐU` for `01-CTr/ĐU`,
/// `…/BC-UBND` for `174/KH-UBND`.
pub fn report_number(head: &Head) -> String {
    let (sign, join) = if is_of_party(head) { ("-BC", '/') } else { ("/BC", '-') };
    let issuer = head.number.rsplit_once(join).map_or("…", |(_, issuer)| issuer.trim());
    format!("…{sign}{join}{issuer}")
}

/// A line of the bases as documents begin and end it.
pub fn basis_words(basis: &str, is_last: bool) -> String {
    let text = basis.trim().trim_end_matches([';', '.', ',']);
    let begins = ["căn cứ", "thực hiện", "theo", "xét", "trên cơ sở", "sau khi"];
    let lower = to_lower(text);
    let word = if begins.iter().any(|word| lower.starts_with(word)) { "" } else { "Căn cứ " };
    format!("{word}{text}{}", if is_last { "." } else { ";" })
}

/// The title with its type on a line of its own: `KẾ HOẠCH`.
pub fn title_lines(title: &str) -> String {
    let lower = to_lower(title);
    let kind = DOCUMENT_TYPES.iter().find(|kind| lower.strip_prefix(**kind).is_some_and(|rest| rest.starts_with(' ')));
    match kind.and_then(|kind| title.char_indices().nth(kind.chars().count())) {
        Some((at, _)) => format!("{}\n{}", &title[..at], title[at..].trim_start()),
        None => title.to_owned(),
    }
}

/// A line without a full wording: its title, and its target where the title does not say it.
pub fn line_words(title: &str, measure: Option<&Measure>, language: Language) -> String {
    // That something is judged by a person, or is to be done, is no wording of a document.
    let is_worded = |measure: &Measure| !matches!(measure.target, Target::Narrative | Target::Yes);
    match measure {
        Some(measure) if is_worded(measure) && !says_target(title, &measure.target) => {
            format!("{title}: {}", target_prose(&measure.target, &measure.unit, language))
        }
        _ => title.to_owned(),
    }
}

/// Whether a title has the numbers of a target in it, or there is nothing to say.
pub fn says_target(title: &str, target: &Target) -> bool {
    let numbers = numbers_of(target);
    if numbers.is_empty() {
        target_prose(target, "", Language::Vietnamese).is_empty()
    } else {
        says_numbers(title, &numbers)
    }
}

/// The full wording that a line is printed in, as long as it says what the line says.
pub fn full_text<'a>(programme: &Programme, item: &'a Item) -> Option<&'a str> {
    (!item.text.is_empty() && !is_outdated(programme, item)).then_some(&*item.text)
}

/// Whether a title, a name or a target was changed after the full wording was written, and is not what that says. Of a
/// wording that was issued every such change is one of the matter.
pub fn is_outdated(programme: &Programme, item: &Item) -> bool {
    let node = |id: &NodeId| programme.document().node(id.as_str());
    let Some(written) = node(&item.id).and_then(|node| first_written(node)).filter(|_| !item.text.is_empty()) else {
        return false;
    };
    let is_issued = programme.versions().iter().any(|version| version.seen.has_seen(written));
    let is_changed = |id: &NodeId, field: &str| node(id).is_some_and(|node| is_later(node, field, written));
    let is_other =
        |id: &NodeId, field: &str, words: &str| is_changed(id, field) && (is_issued || !says_words(&item.text, words));
    let mut measures = programme.measures().of(item.id.as_str());
    is_other(&item.id, "title", &item.title)
        || measures.any(|measure| {
            let is_target = is_changed(&measure.id, "target") || is_changed(&measure.id, "unit");
            is_other(&measure.id, "name", &measure.name)
                || (is_target && (is_issued || !says_numbers(&item.text, &numbers_of(&measure.target))))
        })
}

/// Whether the title of a line still has the figures of its measure's target before that was changed.
pub fn has_old_figures(programme: &Programme, item: &Item, measure: &Measure) -> bool {
    let document = programme.document();
    let title = document.node(item.id.as_str()).and_then(|node| node.field("title")?.shown());
    let Some((title, node)) = title.zip(document.node(measure.id.as_str())) else { return false };
    let Some(then) = value_then(node, "target", &title.stamp) else { return false };
    let old = Target::decode(then).map(|target| numbers_of(&target)).unwrap_or_default();
    is_later(node, "target", &title.stamp)
        && !old.is_empty()
        && says_numbers(&item.title, &old)
        && !says_numbers(&item.title, &numbers_of(&measure.target))
}

/// By which change the full wording was first written: what was taken away and brought back is no newer for that.
fn first_written(item: &Node) -> Option<&Stamp> {
    let shown = item.field("text")?.shown()?;
    let before = item.history("text").iter().find(|old| old.value.as_ref() == Some(&shown.value));
    Some(before.map_or(&shown.stamp, |before| &before.stamp))
}

/// Whether a field shows something else than when a change was written.
fn is_later(node: &Node, field: &str, stamp: &Stamp) -> bool {
    let shown = node.field(field).and_then(|register| register.shown());
    shown.is_some_and(|shown| shown.stamp > *stamp && value_then(node, field, stamp) != Some(&shown.value))
}

/// What a field showed at a change and shows no more; `None` also where this copy does not have it.
fn value_then<'a>(node: &'a Node, field: &str, stamp: &Stamp) -> Option<&'a Value> {
    let before = node.history(field).iter().rev().find(|old| old.stamp <= *stamp);
    before.and_then(|old| old.value.as_ref())
}

/// Whether words stand in a text, in their order.
fn says_words(text: &str, words: &str) -> bool {
    let (text, words) = (fold(text), fold(words));
    let is_sign = |letter: char| !letter.is_alphanumeric();
    let mut text = text.split(is_sign);
    words.split(is_sign).filter(|word| !word.is_empty()).all(|word| text.any(|other| other == word))
}

fn says_numbers(text: &str, numbers: &[Decimal]) -> bool {
    let said = numbers_in(text);
    numbers.iter().all(|number| said.contains(number))
}

fn numbers_of(target: &Target) -> Vec<Decimal> {
    numbers_in(&target_prose(target, "", Language::Vietnamese))
}

fn numbers_in(text: &str) -> Vec<Decimal> {
    let parts = text.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','));
    let parts = parts.map(|part| part.trim_matches(['.', ',']));
    parts
        .filter_map(|part| match parse_number(part, Language::Vietnamese) {
            Parsed::Exact(number) | Parsed::Ambiguous(number, _) => Some(number),
            Parsed::Invalid(_) => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_of_a_committee_breaks_by_its_sense() {
        assert_eq!(issuer_lines("ĐẢNG ỦY ỦY BAN NHÂN DÂN THÀNH PHỐ"), "ĐẢNG ỦY\nỦY BAN NHÂN DÂN THÀNH PHỐ");
        assert_eq!(issuer_lines("Đảng uỷ Ủy ban nhân dân Thành phố"), "Đảng uỷ\nỦy ban nhân dân Thành phố");
        for whole in ["Đảng ủy Sở Y tế", "Ủy ban nhân dân Thành phố Huế", "Đảng ủy", ""] {
            assert_eq!(issuer_lines(whole), whole);
        }
    }

    #[test]
    fn the_number_tells_the_letterhead_else_the_issuer() {
        let of = |number: &str, issuer: &str| {
            is_of_party(&Head { number: number.into(), issuer: issuer.into(), ..Head::default() })
        };
        for (number, issuer) in [
            ("01-CTr/ĐU", ""),
            ("05 - KH/TU", "Sở Thử nghiệm"),
            ("", "Đảng ủy Sở Xây dựng"),
            ("", "Ban Thường vụ Thành uỷ"),
            ("", "Huyện ủy"),
            ("", "Chi bộ Văn phòng"),
            ("…", "ĐẢNG ỦY ỦY BAN NHÂN DÂN THÀNH PHỐ"),
        ] {
            assert!(of(number, issuer), "{number} {issuer}");
        }
        for (number, issuer) in [
            ("174/KH-UBND", ""),
            ("617/KH-UBND", "Đảng ủy"),
            ("", "Sở Thử nghiệm"),
            ("", "Ủy ban nhân dân thành phố Huế"),
            ("", "UBND TỈNH"),
            ("", "Ban Thường vụ Hội Liên hiệp Phụ nữ"),
            ("", ""),
        ] {
            assert!(!of(number, issuer), "{number} {issuer}");
        }
    }

    #[test]
    fn a_report_is_numbered_as_its_programme() {
        let of = |number: &str, issuer: &str| {
            report_number(&Head { number: number.into(), issuer: issuer.into(), ..Head::default() })
        };
        assert_eq!(of("01-CTr/ĐU", ""), "…-BC/ĐU");
        assert_eq!(of("174/KH-UBND", ""), "…/BC-UBND");
        assert_eq!(of("", "Đảng ủy Sở Xây dựng"), "…-BC/…");
        assert_eq!(of("", "Sở Thử nghiệm"), "…/BC-…");
    }

    #[test]
    fn bases_begin_as_they_were_written() {
        assert_eq!(basis_words("Nghị quyết số 1", false), "Căn cứ Nghị quyết số 1;");
        assert_eq!(basis_words("Căn cứ Nghị quyết số 1;", false), "Căn cứ Nghị quyết số 1;");
        assert_eq!(basis_words("Thực hiện Thông tri số 2.", true), "Thực hiện Thông tri số 2.");
    }

    #[test]
    fn the_type_stands_on_a_line_of_its_own() {
        assert_eq!(title_lines("KẾ HOẠCH TRIỂN KHAI"), "KẾ HOẠCH\nTRIỂN KHAI");
        assert_eq!(title_lines("Chương trình công tác năm 2025"), "Chương trình\ncông tác năm 2025");
        assert_eq!(title_lines("Chương trình hành động năm 2025"), "Chương trình hành động\nnăm 2025");
        assert_eq!(title_lines("Kế hoạch"), "Kế hoạch");
        assert_eq!(title_lines("Việc lớn"), "Việc lớn");
    }

    #[test]
    fn a_target_is_said_once() {
        let measure = Measure { target: Target::AtLeast(60.into()), unit: "%".into(), ..Measure::new("m".into()) };
        let words = |title: &str| line_words(title, Some(&measure), Language::Vietnamese);
        assert_eq!(words("Năm 2025 đạt từ 60% trở lên"), "Năm 2025 đạt từ 60% trở lên");
        assert_eq!(
            words("Tỷ lệ"),
            format!("Tỷ lệ: từ {} trở lên", super::super::with_unit("60", "%", Language::Vietnamese))
        );
        for target in [Target::Narrative, Target::Yes] {
            let measure = Measure { target, ..Measure::new("m".into()) };
            assert_eq!(line_words("Ban hành quy chế", Some(&measure), Language::Vietnamese), "Ban hành quy chế");
        }
    }
}
