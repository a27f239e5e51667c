//! Lines `Nội dung: …`, `Cơ quan thực hiện: …`, `Thời gian: …` below an item, and who does what in prose.

use super::bodies;
use super::outline::Outline;
use super::token::{holds, longest, phrase, tokens};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Content,
    /// `Cơ quan thực hiện`: leads and others in one sentence.
    Performers,
    Lead,
    Coordinate,
    Due,
    Product,
    Other,
}

/// The field that a line names, and the byte behind its colon.
fn field(text: &str) -> Option<(Field, usize)> {
    let colon = text.find(':').filter(|colon| *colon < 80)?;
    let words = tokens(&text[..colon]);
    let says = |phrases: &[&str]| holds(&words, phrases);
    let field = if words.is_empty() || words.len() > 7 {
        return None;
    } else if says(&["phối hợp"]) && !says(&["chủ trì"]) {
        Field::Coordinate
    } else if says(&["chủ trì", "đầu mối"]) {
        Field::Lead
    } else if says(&[
        "cơ quan thực hiện",
        "đơn vị thực hiện",
        "phân công thực hiện",
        "tổ chức thực hiện",
        "trách nhiệm thực hiện",
    ]) {
        Field::Performers
    } else if longest(&words, &["thời gian", "thời hạn", "tiến độ", "hạn"]).is_some() {
        Field::Due
    } else if longest(&words, &["sản phẩm", "kết quả"]).is_some() {
        Field::Product
    } else if longest(&words, &["nội dung", "nhiệm vụ"]).is_some() {
        Field::Content
    } else if longest(&words, &["kinh phí", "địa điểm", "đối tượng", "hình thức", "ghi chú", "nguồn lực"]).is_some()
    {
        Field::Other
    } else {
        return None;
    };
    Some((field, colon + 1))
}

/// The fields below an item, if it is made of such: one of them says what is done or who does it.
pub fn read(outline: &Outline, index: usize) -> Option<Vec<(Field, String)>> {
    let mut found = Vec::new();
    for child in &outline.nodes.get(index)?.children {
        let node = outline.nodes.get(*child)?;
        let Some((field, end)) = field(node.text()) else { continue };
        let own = node.text()[end..].trim().trim_end_matches(['.', ';']);
        if !own.is_empty() {
            found.push((field, own.to_owned()));
        }
        for below in &node.children {
            found.push((field, outline.nodes.get(*below)?.text().trim_end_matches(['.', ';']).to_owned()));
        }
    }
    let is_work = found.iter().any(|(field, _)| matches!(field, Field::Content | Field::Performers | Field::Lead));
    is_work.then_some(found)
}

/// Whether a node is such a field, or stands below one, and so was read with the item above.
pub fn is_field_of(outline: &Outline, index: usize) -> bool {
    let above = outline.ancestry(index).take(2).any(|node| field(node.text()).is_some());
    let owner = |index: usize| outline.nodes.get(index).and_then(|node| node.parent);
    above
        && [owner(index), owner(index).and_then(owner)]
            .into_iter()
            .flatten()
            .any(|owner| read(outline, owner).is_some())
}

/// Leads and those who take part, in `X và Y chủ trì, phối hợp với Z …`.
pub fn performers(text: &str) -> (Vec<String>, Vec<String>) {
    let all = tokens(text);
    let is_begun = bodies::begins_with_body(text) || all.iter().any(|token| token.is("trì"));
    let leads = bodies::span(text).filter(|_| is_begun).or_else(|| bodies::leading(text));
    let leads = leads.map(|range| bodies::split(&text[range])).unwrap_or_default();
    let with = (0..all.len()).find_map(|at| phrase(&all[at..], "phối hợp với").map(|count| at + count));
    let coordinate = with.and_then(|at| {
        let rest = crate::i18n::capital(text.get(all.get(at)?.start..)?);
        let range = bodies::span(&rest)?;
        Some(bodies::split(&rest[range]))
    });
    (leads, coordinate.unwrap_or_default())
}
