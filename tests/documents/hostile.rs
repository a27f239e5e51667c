//! Files that are made to hurt, or merely broken: each is refused with its place, or read as far as it goes.

use tiendo::documents::{DocxError, DocxProblem, NotADocument, Part, read, read_docx, read_html, read_text};
use tiendo::i18n::Message;

use super::package::{document, of_body, package, paragraph};

fn refused(bytes: &[u8]) -> DocxError {
    let error = read_docx(bytes).unwrap_err();
    assert!(!error.vi().is_empty() && !error.en().is_empty());
    error
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut body = String::from("<w:p><w:r><w:t>");
    body.extend(std::iter::repeat_n(' ', 40 << 20));
    let bomb = of_body(&(body + "</w:t></w:r></w:p>"));
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(refused(&bomb), DocxError { part: Part::Document, problem: DocxProblem::TooLarge { .. } }));
}

#[test]
fn entities_are_not_expanded() {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><w:document><w:t>&b;</w:t></w:document>";
    let file = package(&[("word/document.xml", laughs)]);
    assert!(matches!(refused(&file).problem, DocxProblem::Entities { .. }));
}

#[test]
fn depth_is_limited() {
    let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(5_000), "</w:tc></w:tr></w:tbl>".repeat(5_000));
    assert!(matches!(refused(&of_body(&deep)).problem, DocxProblem::TooDeep { .. }));
}

#[test]
fn a_huge_table_is_refused_and_a_long_one_read() {
    let row = format!("<w:tr>{}</w:tr>", "<w:tc><w:p/></w:tc>".repeat(50));
    let huge = of_body(&format!("<w:tbl>{}</w:tbl>", row.repeat(3_000)));
    assert!(matches!(refused(&huge).problem, DocxProblem::TooMany { .. }));
    let wide = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>";
    assert!(read_docx(&of_body(wide)).is_ok());
}

#[test]
fn parts_that_are_missing_or_damaged_are_named() {
    assert_eq!(refused(&package(&[("word/other.xml", "")])).problem, DocxProblem::Missing);
    assert_eq!(refused(b"PK\x03\x04 and no more").problem, DocxProblem::NotAZip);
    assert_eq!(refused(b"").problem, DocxProblem::NotAZip);
    assert_eq!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0]).problem, DocxProblem::Encrypted);
    let cut = &document(&paragraph("Một"))[..80];
    assert!(matches!(refused(&package(&[("word/document.xml", cut)])).problem, DocxProblem::BadXml { .. }));
    let numbering =
        package(&[("word/document.xml", &document(&paragraph("Một"))), ("word/numbering.xml", "<a><b></a>")]);
    assert_eq!(refused(&numbering).part, Part::Numbering);
    let whole = of_body(&paragraph("Một"));
    assert!(read_docx(&whole[..whole.len() / 2]).is_err());
}

#[test]
fn texts_that_never_end_a_bracket_a_quote_or_a_tag_are_read() {
    // A rule that tried every way to end them would not come to an end itself.
    let texts = [
        "(".repeat(12_000),
        "I. CHỈ TIÊU\n1. ".to_owned() + &"“(1) tỷ lệ (".repeat(5_000),
        "<p>".to_owned() + &"<".repeat(12_000),
        "<td>".repeat(12_000),
        "a)".repeat(25_000),
        "1.".repeat(25_000),
        "|".repeat(25_000),
        "- ".repeat(25_000),
        "không để xảy ra và ".repeat(5_000),
        "từ 5 đến ".repeat(8_000),
        "I. CHỈ TIÊU\n".to_owned() + &"1. 5%\n".repeat(8_000),
        "\u{301}".repeat(25_000),
        "#".repeat(25_000),
    ];
    for text in texts {
        let drafts = [read_text(&text), read_html(&text), read(text.as_bytes()).unwrap()];
        assert!(drafts.iter().all(|draft| draft.lines.len() <= 25_000));
    }
}

#[test]
fn what_is_no_document_is_refused() {
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0\x35\xd1\xdc\xe4";
    let random: Vec<u8> = (0..4_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    let sample = tiendo::snapshot::write(&tiendo::sample::sample());
    for (bytes, why) in [
        (&picture[..], NotADocument::NotText),
        (&random, NotADocument::NotText),
        (b"", NotADocument::Empty),
        (b"\xef\xbb\xbf \r\n", NotADocument::Empty),
        (sample.as_bytes(), NotADocument::Snapshot),
        (b"{\"a\": 1}", NotADocument::Json),
    ] {
        assert_eq!(read(bytes).unwrap_err(), why);
        assert!(!why.vi().is_empty() && !why.en().is_empty());
    }
    // Notepad's "Unicode", and a letter that was damaged on the way.
    let text = "I. NHIỆM VỤ\n1. Rà soát toàn bộ thủ tục hành chính.\n2. Báo cáo kết quả trước ngày 30/6/2026.\n";
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut damaged = text.as_bytes().to_vec();
    damaged[40] = 0xff;
    for bytes in [utf16, damaged] {
        assert!(read(&bytes).unwrap().entries.len() >= 3);
    }
}
