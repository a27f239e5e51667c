//! What Word keeps out of its text: numbers of lists, soft breaks, tracked changes, tables that lay out a page.

use tiendo::documents::{Draft, EntryKind, read_docx};

use super::package::{numbered, of_body, paragraph};

fn lines(draft: &Draft) -> Vec<&str> {
    draft.lines.iter().map(String::as_str).collect()
}

fn item(list: u32, level: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

fn level(at: u32, format: &str, text: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

#[test]
fn numbers_of_lists_are_those_that_word_shows() {
    let levels = [
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%2.%3."),
        level(3, "lowerLetter", "%4)"),
        level(4, "bullet", "\u{f0b7}"),
        level(5, "lowerRoman", "(%6)"),
        level(6, "decimalZero", "%7."),
    ];
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"7\">{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"3\"><w:startOverride w:val=\"4\"/></w:lvlOverride></w:num>",
        levels.concat()
    );
    let body = [
        item(1, 0, "Một"),
        item(1, 1, "Hai"),
        item(1, 2, "Ba"),
        item(1, 2, "Bốn"),
        item(1, 3, "Năm"),
        item(1, 3, "Sáu"),
        item(1, 1, "Bảy"),
        item(1, 2, "Tám"),
        item(2, 3, "Chín"),
        item(1, 4, "Mười"),
        item(1, 5, "Một nữa"),
        item(1, 6, "Hai nữa"),
        item(1, 0, "Ba nữa"),
        item(0, 0, "Không số"),
    ];
    let draft = read_docx(&numbered(&body.concat(), &numbering, "")).unwrap();
    let shown = [
        "I. Một",
        "1. Hai",
        "1.1. Ba",
        "1.2. Bốn",
        "a) Năm",
        "b) Sáu",
        "2. Bảy",
        "2.1. Tám",
        "d) Chín",
        "- Mười",
        "(i) Một nữa",
        "01. Hai nữa",
        "II. Ba nữa",
        "Không số",
    ];
    assert_eq!(lines(&draft), shown);
}

#[test]
fn a_style_numbers_its_paragraphs_through_the_styles_it_is_based_on() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "decimal", "%1.")
    );
    let styles = "<w:style w:styleId=\"A\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>\
                  <w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style><w:style w:styleId=\"C\"><w:basedOn w:val=\"C\"/></w:style>";
    let styled = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body = [styled("A", "Một"), styled("B", ""), styled("B", "Hai"), styled("C", "Vòng")];
    let draft = read_docx(&numbered(&body.concat(), &numbering, styles)).unwrap();
    assert_eq!(lines(&draft), ["1. Một", "", "2. Hai", "Vòng"]);
}

#[test]
fn tracked_changes_are_taken_as_accepted() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">Tỷ lệ đạt </w:t></w:r><w:del><w:r><w:delText>80</w:delText></w:r></w:del>\
                <w:ins><w:r><w:t>90</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>thừa</w:t></w:r></w:moveFrom><w:r><w:t>%</w:t></w:r></w:p>\
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Đầu câu </w:t></w:r></w:p>\
                <w:p><w:r><w:t>cuối câu &amp; hết</w:t></w:r></w:p>";
    assert_eq!(lines(&read_docx(&of_body(body)).unwrap()), ["Tỷ lệ đạt 90%", "Đầu câu cuối câu & hết"]);
}

#[test]
fn a_soft_break_parts_items_but_not_the_lines_of_the_source() {
    let body = "<w:p><w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Làm việc năm 2031</w:t></w:r></w:p>\
                <w:p><w:r><w:t>II. NHIỆM VỤ</w:t></w:r></w:p>\
                <w:p><w:r><w:t>1. Sửa đường.</w:t><w:br/><w:t>2. Xây cầu.</w:t></w:r></w:p>";
    let draft = read_docx(&of_body(body)).unwrap();
    assert_eq!((draft.document.kind.as_str(), draft.document.title.as_str()), ("Kế hoạch", "Làm việc năm 2031"));
    let tasks: Vec<_> = draft.entries.iter().filter(|entry| entry.kind == EntryKind::Task).collect();
    assert_eq!(tasks.iter().map(|task| task.title.as_str()).collect::<Vec<_>>(), ["Sửa đường", "Xây cầu"]);
    assert_eq!((tasks[1].place.line, tasks[1].place.span), (3, (14, 25)));
}

#[test]
fn merged_cells_keep_their_columns() {
    let cell = |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text));
    let plain = |text: &str| cell("", text);
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = [
        row(&["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"].map(plain)),
        row(&[cell("<w:gridSpan w:val=\"4\"/>", "I. Hạ tầng")]),
        row(&[
            plain("1"),
            plain("Sửa kè"),
            cell("<w:vMerge w:val=\"restart\"/>", "Phòng Kinh tế"),
            plain("Quý I/2031"),
        ]),
        row(&[plain("2"), plain("Nạo vét"), cell("<w:vMerge/>", ""), plain("Tháng 5/2031")]),
        format!("<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>", plain("Bỏ")),
    ];
    let body = format!("{}<w:tbl>{}</w:tbl>", paragraph("II. NHIỆM VỤ"), table.concat());
    let draft = read_docx(&of_body(&body)).unwrap();
    let tasks: Vec<_> = draft.entries.iter().filter(|entry| entry.kind == EntryKind::Task).collect();
    assert_eq!(tasks.len(), 2);
    assert_eq!(tasks[1].work.lead, ["Phòng Kinh tế"]);
    assert_eq!(tasks[1].work.due.map(|date| date.to_string()).as_deref(), Some("2031-05-31"));
}
