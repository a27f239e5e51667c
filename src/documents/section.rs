//! What kind of section a title opens, and what type of document a line names.

use super::bodies;
use super::numbering::Style;
use super::outline::{Node, Outline};
use super::token::{holds, is_upper, tokens};
use crate::i18n::DOCUMENT_TYPES;
use crate::model::SectionKind;

/// The type in the style of a sentence, and the bytes that it takes; only lines of capitals name one.
pub fn document_type(text: &str) -> Option<(String, usize)> {
    let lead = text.len() - text.trim_start_matches(['#', ' ']).len();
    let line = &text[lead..];
    let words = tokens(line);
    if line.len() > 400 {
        return None;
    }
    DOCUMENT_TYPES.iter().find_map(|name| {
        let count = super::token::phrase(&words, name)?;
        let end = words.get(count - 1)?.end;
        let is_title = is_upper(&line[..end]) && !line.contains("số:") && !line.trim_end().ends_with([';', '.']);
        is_title.then(|| (crate::i18n::capital(name), lead + end))
    })
}

/// The kind that a title says; `None` when it says none.
pub fn kind_of_title(title: &str) -> Option<SectionKind> {
    let words = tokens(title);
    let says = |phrases: &[&str]| holds(&words, phrases);
    if says(&["tổ chức thực hiện", "phân công", "trách nhiệm", "tổ chức triển khai", "tổ chức thi hành"])
    {
        return Some(SectionKind::Implementation);
    }
    if says(&["kinh phí", "chế độ báo cáo", "đối tượng", "phạm vi", "hiệu lực"])
        && !says(&["chỉ tiêu", "mục tiêu", "nhiệm vụ"])
    {
        return Some(SectionKind::Free);
    }
    if says(&["chỉ tiêu"]) {
        return Some(SectionKind::Indicators);
    }
    if says(&["nhiệm vụ"]) {
        return Some(SectionKind::Tasks);
    }
    if says(&["mục tiêu"]) {
        return Some(SectionKind::Indicators);
    }
    if says(&["giải pháp", "biện pháp"]) {
        return Some(SectionKind::Solutions);
    }
    if says(&[
        "quan điểm",
        "mục đích",
        "yêu cầu",
        "kết quả",
        "tình hình",
        "đánh giá",
        "đặc điểm",
        "căn cứ",
        "phương hướng",
        "định hướng",
        "dự báo",
        "bối cảnh",
        "nguyên nhân",
        "hạn chế",
        "ưu điểm",
        "thời gian",
        "địa điểm",
    ]) {
        return Some(SectionKind::Free);
    }
    let work = ["nội dung", "hoạt động", "công việc", "việc", "phần việc"];
    says(&work).then_some(SectionKind::Tasks)
}

/// The kind of each node: what its title says, else what stands above it, else what it holds.
pub fn kinds(outline: &Outline) -> Vec<Option<SectionKind>> {
    let mut kinds: Vec<Option<SectionKind>> = Vec::with_capacity(outline.nodes.len());
    for (index, node) in outline.nodes.iter().enumerate() {
        let above = node.parent.and_then(|parent| kinds.get(parent).copied().flatten());
        let said = if says_its_kind(node, above) { kind_of_title(node.text()) } else { None };
        kinds.push(said.or(above).or_else(|| held(outline, index)));
    }
    kinds
}

/// Whether a node's own words may say what stands below it: a section's title, or a short heading on what it is for.
fn says_its_kind(node: &Node, above: Option<SectionKind>) -> bool {
    if node.opens_section() {
        let is_article = node.label.as_ref().is_some_and(|label| label.style == Style::Article);
        return !is_article || node.is_heading();
    }
    let words = node.text().split(' ').count();
    let numbered = node.label.as_ref().is_some_and(|label| matches!(label.style, Style::Decimal(..) | Style::Letter));
    let settled = matches!(above, Some(SectionKind::Tasks | SectionKind::Solutions | SectionKind::Implementation));
    numbered
        && !settled
        && node.is_heading()
        && words <= 9
        && kind_of_title(node.text()).is_some_and(|said| {
            // Within goals, `Các hoạt động` are means and no tasks of the programme's own.
            above != Some(SectionKind::Indicators) || matches!(said, SectionKind::Free | SectionKind::Indicators)
        })
}

/// The kind of a node without a telling title: who it begins with, or what its list is.
fn held(outline: &Outline, index: usize) -> Option<SectionKind> {
    let node = outline.nodes.get(index)?;
    let label = node.label.as_ref()?;
    if bodies::begins_with_body(node.text()) {
        return Some(SectionKind::Implementation);
    }
    let item = matches!(label.style, Style::Decimal(..) | Style::Letter | Style::Paren);
    (item && node.parent.is_none()).then_some(SectionKind::Tasks)
}
