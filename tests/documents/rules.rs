//! Rules of their own: places are where the words stand, nothing is changed, and what is said again is linked.

use tiendo::documents::{Comparator, Draft, Heading, Place, Relation, measures_of_line, read_text};
use tiendo::model::{Target, ValueKind};

use super::invented::fixtures;

fn at(draft: &Draft, place: Place) -> String {
    let line = &draft.lines[place.line - 1];
    line.chars().skip(place.span.0).take(place.span.1 - place.span.0).collect()
}

#[test]
fn the_source_is_kept_and_each_place_is_within_it() {
    for (name, text, _) in fixtures() {
        let draft = read_text(&text);
        assert_eq!(draft.lines.join("\n"), text.trim_end_matches('\n'), "{name}");
        for measure in &draft.measures {
            let words = at(&draft, measure.place).replace("**", "");
            assert!(!words.is_empty() && measure.quote.contains(words.trim()), "{name}: {words} {measure:?}");
        }
        let places =
            draft.entries.iter().map(|entry| entry.place).chain(draft.qualitative.iter().map(|goal| goal.place));
        for place in places {
            assert!(!at(&draft, place).is_empty(), "{name}: {place:?}");
        }
    }
}

#[test]
fn letters_written_in_parts_are_read_and_placed() {
    let composed = "I. CHỈ TIÊU\n1. Tỷ lệ hộ nghèo còn dưới 2%.";
    let apart = composed.replace('ỷ', "y\u{309}").replace('ệ', "e\u{323}\u{302}").replace('Ỉ', "I\u{309}");
    let draft = read_text(&apart);
    assert_eq!(draft.measures.len(), 1);
    assert_eq!(draft.measures[0].name, "Tỷ lệ hộ nghèo");
    assert!(at(&draft, draft.measures[0].place).ends_with("2%"));
}

#[test]
fn parts_and_repetitions_are_linked() {
    let text = "I. CHỈ TIÊU\n1. Đào tạo 500 lao động, trong đó lao động nữ chiếm 40%.\n2. Giảm 0,5% tỷ lệ hộ nghèo (giảm 120 hộ).\n\
                3. Tỷ lệ che phủ rừng đạt 42%.\n4. Tỷ lệ che phủ rừng đạt 42%.";
    let draft = read_text(text);
    let relations: Vec<_> = draft.measures.iter().map(|measure| measure.relation).collect();
    assert_eq!(relations, [None, Some(Relation::PartOf(0)), None, Some(Relation::Restates(2)), None]);
    assert_eq!(draft.measures[4].repeated.len(), 1);
}

#[test]
fn a_number_that_reads_two_ways_is_asked_about() {
    let draft = read_text("I. CHỈ TIÊU\n1. Mật độ đường đạt 2.5 km/km².");
    assert_eq!(draft.diagnostics.iter().filter(|found| found.code.name() == "ambiguous-number").count(), 1);
}

#[test]
fn what_is_not_understood_is_counted() {
    let draft = read_text("I. CHỈ TIÊU\n1. Tỷ lệ hộ nghèo còn dưới 2%.\n2. Theo dõi.\n");
    assert_eq!(draft.unread, [3]);
}

#[test]
fn a_unit_ends_with_a_whole_noun() {
    let cases = [
        ("Giải quyết việc làm cho ít nhất 25.000 lượt lao động.", "lượt lao động"),
        ("Giải quyết 1.200 lượt hồ sơ trực tuyến.", "lượt hồ sơ"),
        ("Đào tạo nghề cho 500 lao động nông thôn.", "lao động"),
        ("Tuyển mới 800 học sinh trong năm.", "học sinh"),
        ("Đón 120 nghìn lượt khách du lịch.", "nghìn lượt khách"),
        ("Trồng 300 ha rừng sản xuất.", "ha"),
    ];
    for (line, unit) in cases {
        let text = format!("I. CHỈ TIÊU\n1. {line}");
        let draft = read_text(&text);
        assert_eq!(draft.measures.iter().map(|measure| measure.unit.as_str()).collect::<Vec<_>>(), [unit], "{line}");
    }
}

#[test]
fn one_line_tells_its_targets() {
    let told = |line: &str| -> Vec<(Target, String)> {
        measures_of_line(line).into_iter().map(|measure| (measure.target, measure.unit)).collect()
    };
    let percent = || "%".to_owned();
    let number = |text: &str| text.parse().unwrap();
    assert_eq!(told("Tỷ lệ người dân hài lòng đạt từ 98% trở lên"), [(Target::AtLeast(number("98")), percent())]);
    assert_eq!(told("Tỷ lệ hộ nghèo dưới 0,5%."), [(Target::LessThan(number("0.5")), percent())]);
    let two = told("Tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên, tỷ lệ trả đúng hạn đạt từ 99% trở lên");
    assert_eq!(two.len(), 2, "{two:?}");
    assert_eq!(told("Kết nạp 120 đảng viên mới trong năm 2026").len(), 1);
    assert_eq!(told("Chỉ tiêu mới"), []);
    assert_eq!(told(""), []);
    assert_eq!(measures_of_line("Tỷ lệ hài lòng đạt từ 98% trở lên")[0].value_kind, ValueKind::Rate);
}

#[test]
fn who_leads_and_until_when_is_read_wherever_a_sentence_says_it() {
    let tasks = [
        ("Xây dựng kế hoạch. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính.", "Sở Nội vụ", "Sở Tài chính", ""),
        ("Giao Văn phòng chủ trì tham mưu lịch họp (thường xuyên).", "Văn phòng", "", "thường xuyên"),
        (
            "Rà soát theo quy định của Bộ Tài chính; giao Sở Giáo dục và Đào tạo chủ trì.",
            "Sở Giáo dục và Đào tạo",
            "",
            "",
        ),
        ("Số hóa hồ sơ (Văn phòng và Phòng Tổ chức chủ trì) (hằng quý).", "Văn phòng+Phòng Tổ chức", "", "hằng quý"),
        ("Duy trì chất lượng phục vụ của Sở Y tế trong năm.", "", "", ""),
    ];
    let lines: Vec<String> = tasks.iter().enumerate().map(|(at, task)| format!("{}. {}", at + 1, task.0)).collect();
    let draft = read_text(&format!("I. NHIỆM VỤ\n{}", lines.join("\n")));
    let found: Vec<_> = draft.entries[1..]
        .iter()
        .map(|entry| {
            let work = &entry.work;
            (entry.text.as_str(), work.lead.join("+"), work.coordinate.join("+"), work.due_words.as_str())
        })
        .collect();
    let wanted = tasks.map(|(text, lead, with, due)| (text, lead.to_owned(), with.to_owned(), due));
    assert_eq!(found, wanted);
}

#[test]
fn a_name_holds_what_is_measured_and_neither_its_unit_nor_words_of_its_goal() {
    let cases = [
        ("Tạo việc làm mới cho 5.000 lao động.", "Tạo việc làm mới"),
        ("Đào tạo nghề cho 500 lao động nông thôn.", "Đào tạo nghề cho lao động nông thôn"),
        ("Xuất khẩu lao động 120 người.", "Xuất khẩu lao động"),
        ("Khách quốc tế 15 nghìn lượt.", "Khách quốc tế"),
        ("Đón 120 nghìn lượt khách.", "Đón khách"),
        ("Phấn đấu có 21 bác sĩ/vạn dân.", "Bác sĩ/vạn dân"),
        ("Tỷ lệ che phủ rừng duy trì ở mức 42%.", "Tỷ lệ che phủ rừng"),
        ("Tỷ lệ phủ sóng giữ vững 100%.", "Tỷ lệ phủ sóng"),
        ("Xếp hạng mức độ sẵn sàng số tăng ít nhất 5 bậc.", "Xếp hạng mức độ sẵn sàng số"),
        ("Mỗi huyện có tối thiểu 1 trung tâm chăm sóc.", "Mỗi huyện có trung tâm chăm sóc"),
        ("Chỉ tiêu tỷ lệ che phủ rừng: duy trì 42%.", "Tỷ lệ che phủ rừng"),
        ("Chỉ tiêu về kinh tế: Phần đấu tốc độ tăng trưởng đạt trên 10%.", "Tốc độ tăng trưởng"),
        ("Kết nạp 120 đảng viên.", "Kết nạp đảng viên"),
    ];
    for (line, name) in cases {
        let draft = read_text(&format!("I. CHỈ TIÊU\n1. {line}"));
        assert_eq!(draft.measures.iter().map(|measure| measure.name.as_str()).collect::<Vec<_>>(), [name], "{line}");
    }
    for (name, text, _) in fixtures() {
        let draft = read_text(&text);
        let names = draft.measures.iter().map(|measure| &measure.name);
        let titles = draft.entries.iter().map(|entry| &entry.title).filter(|title| !title.is_empty());
        for own in names.clone() {
            assert!(!own.starts_with(char::is_lowercase), "{name}: {own}");
        }
        for own in names.chain(titles) {
            assert!(!own.ends_with(['.', '/', ';', ',', ':', ' ']), "{name}: {own}");
        }
    }
}

#[test]
fn what_stands_twice_in_a_list_of_things_is_named_as_it_is_written() {
    let draft = read_text("I. CHỈ TIÊU\n1. Không còn hộ nghèo, hộ cận nghèo theo chuẩn quốc gia.");
    let names: Vec<&str> = draft.measures.iter().map(|measure| measure.name.as_str()).collect();
    assert_eq!(names, ["Hộ nghèo theo chuẩn quốc gia", "Hộ cận nghèo theo chuẩn quốc gia"]);
}

#[test]
fn a_level_to_come_down_to_or_to_rise_to_is_told_from_one_to_reach() {
    let cases = [
        ("Tỷ lệ hộ nghèo giảm còn 1,8%.", Heading::Lower, "down"),
        ("Nâng tỷ lệ lao động qua đào tạo lên 65%.", Heading::Higher, "up"),
        ("Tỷ lệ lao động qua đào tạo nâng lên mức 65%.", Heading::Higher, "up"),
        ("Tỷ lệ lao động qua đào tạo đạt 65%.", Heading::Higher, "level"),
        // That less of it is better is not what the document says.
        ("Tỷ lệ hộ nghèo đạt 2%.", Heading::Lower, "level"),
    ];
    for (line, heading, told) in cases {
        let draft = read_text(&format!("I. CHỈ TIÊU\n1. {line}"));
        let [measure] = draft.measures.as_slice() else { panic!("{line}: {:?}", draft.measures) };
        assert_eq!((measure.comparator, measure.heading), (Comparator::Equal, heading), "{line}");
        let is = (measure.is_lowered(), measure.is_raised());
        assert_eq!(is, (told == "down", told == "up"), "{line}: {}", measure.quote);
    }
}
