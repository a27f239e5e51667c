//! Numbers and references of outlines that documents really print.

use crate::world::World;

/// The outline as `id label` lines.
fn labels(world: &World) -> Vec<String> {
    let lines = world.programme.outline();
    for line in &lines {
        assert_eq!(line.label, world.programme.label(line.line.id().as_str()), "the whole and the single way agree");
    }
    lines.iter().map(|line| format!("{} {}", line.line.id(), line.label.computed).trim_end().to_owned()).collect()
}

#[track_caller]
fn check(lines: &str, expected: &[&str]) {
    let world = World::of(lines);
    let all = labels(&world);
    let sections = ["I I", "II II", "III III", "IV IV"];
    let items: Vec<&str> = all.iter().map(String::as_str).filter(|line| !sections.contains(line)).collect();
    assert_eq!(items, expected);
}

#[test]
fn numbers_follow_the_depth() {
    check(
        "a I
         b a
         c b
         d c
         e d
         f e
         g f
         h I",
        &["a 1", "b 1.1", "c (1)", "d a)", "e -", "f +", "g +", "h 2"],
    );
}

#[test]
fn indicators_run_on_through_their_groups() {
    let lines = "g1 II indicator-group
         g11 g1 indicator-group running
         i1 g11 indicator
         m1a i1 measure
         m1b i1 measure
         i2 g11 indicator
         g12 g1 indicator-group running
         i3 g12 indicator
         m3 i3 measure
         g13 g1 indicator-group
         i4 g13 indicator
         g14 g1 indicator-group running
         i5 g14 indicator
         g2 II indicator-group
         i6 g2 indicator
         i7 g2 indicator =3.3";
    check(
        lines,
        &[
            "g1 1", "g11 1.1", "i1 (1)", "m1a (1)", "m1b (1)", "i2 (2)", "g12 1.2", "i3 (3)", "m3 (3)", "g13 1.3",
            "i4 (1)", "g14 1.4", "i5 (4)", "g2 2", "i6 2.1", "i7 2.2",
        ],
    );
    let world = World::of(lines);
    let reference = |id| world.programme.reference(id);
    assert_eq!(reference("i3"), "1.2(3)");
    assert_eq!(reference("m3"), "1.2(3)", "an only measure goes by its indicator");
    assert_eq!((reference("m1a"), reference("m1b")), ("1.1(1)a".into(), "1.1(1)b".into()));
    assert_eq!(reference("i7"), "2.2");
    assert_eq!(reference("II"), "II");
    let label = world.programme.label("i7");
    assert_eq!((label.computed.as_str(), label.printed.as_deref(), label.shown()), ("2.2", Some("3.3"), "3.3"));
}

#[test]
fn a_doubled_printed_number_is_kept_beside_the_computed_one() {
    let world = World::of(
        "a I task =1.
         b I task =2
         c I task =2
         d I task =3",
    );
    let labels: Vec<_> = ["a", "b", "c", "d"].map(|id| world.programme.label(id)).to_vec();
    let printed: Vec<_> = labels.iter().map(|label| label.printed.as_deref()).collect();
    assert_eq!(printed, [None, None, Some("2"), Some("3")], "1. and 1 are the same number");
    assert_eq!(world.programme.reference("c"), "I.3");
}

#[test]
fn paragraphs_have_no_number_and_take_none() {
    check(
        "a III solution
         p a paragraph
         q a paragraph
         b III solution
         b1 b solution
         p1 b1 paragraph
         b2 b solution",
        &["a 1", "p", "q", "b 2", "b1 2.1", "p1", "b2 2.2"],
    );
    let world = World::of("a III solution\n b a solution\n p b paragraph");
    assert_eq!(world.programme.reference("b"), "III.1.1");
    assert_eq!(world.programme.reference("p"), "III.1.1", "a paragraph is found by the line above it");
}

#[test]
fn a_parent_says_how_its_items_are_numbered() {
    check(
        "a I task letter
         b a
         c a
         d a
         e a
         f a
         g I task bracket
         h g
         i h task nested
         j i
         k j
         l I task none
         m l
         n I task dash
         o n",
        &[
            "a 1", "b a)", "c b)", "d c)", "e d)", "f đ)", "g 2", "h (1)", "i (1)", "j 1", "k -", "l 3", "m", "n 4",
            "o -",
        ],
    );
    let world = World::of("a I\n b a task nested\n c b\n d c task nested\n e d");
    assert_eq!(labels(&world)[1..=5], ["a 1", "b 1.1", "c 1.1.1", "d a)", "e 1"]);
    assert_eq!(world.programme.reference("e"), "I.1.1.1a).1");
}

#[test]
fn letters_are_those_of_vietnamese_lists() {
    let items: Vec<String> = (0..25).map(|index| format!("l{index:02} a")).collect();
    let lines = format!("a I task letter\n{}", items.join("\n"));
    let world = World::of(&lines);
    let all: Vec<String> = (0..25).map(|index| world.programme.label(&format!("l{index:02}")).computed).collect();
    assert_eq!(all.join(" "), "a) b) c) d) đ) e) g) h) i) k) l) m) n) o) p) q) r) s) t) u) v) x) y) aa) ab)");
}

#[test]
fn numbers_can_run_on_over_sections() {
    let mut world = World::of("a I\n b I\n c III");
    let running = |id: &str| {
        tiendo::model::Edit::Section(
            id.into(),
            tiendo::model::SectionEdit::Numbering(tiendo::model::Numbering::Running),
        )
    };
    world.run(tiendo::model::Command::Edit(vec![running("I"), running("III")]));
    assert_eq!(labels(&world), ["I I", "a 1", "b 2", "II II", "III III", "c 3", "IV IV"]);
}

#[test]
fn a_second_section_of_indicators_brings_the_section_into_references() {
    let mut world = World::of("a II indicator");
    assert_eq!(world.programme.reference("a"), "1");
    world.run(tiendo::model::Command::AddSection {
        id: "V".into(),
        after: Some("IV".into()),
        kind: tiendo::model::SectionKind::Indicators,
        title: String::new(),
    });
    assert_eq!(world.programme.reference("a"), "II.1");
}

#[test]
fn a_line_has_the_number_that_is_printed_or_none() {
    let world = World::of(
        "a I paragraph =1
         b I paragraph
         c I task
         d I task =
         e I task =III
         f I paragraph =5",
    );
    let lines = world.programme.outline();
    let shown: Vec<&str> = lines[1..=6].iter().map(|line| line.label.shown()).collect();
    assert_eq!(shown, ["1", "", "2", "", "III", "5"]);
    assert_eq!(labels(&world)[1..=6], ["a 1", "b", "c 2", "d", "e 3", "f 4"]);
    let of = |id: &str| world.programme.label(id);
    assert!(!of("e").is_out_of_order(), "the same in another form");
    assert!(of("f").is_out_of_order());
}

#[test]
fn a_number_is_doubted_where_the_order_breaks() {
    let doubtful = |lines: &str| -> String {
        let world = World::of(lines);
        let lines = world.programme.outline();
        let doubts = tiendo::model::doubts(&lines);
        let of = lines.iter().zip(doubts).filter(|(_, is)| *is).map(|(line, _)| line.line.id().to_string());
        of.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(doubtful("a I =1\n b I =2\n c I =2\n d I =3\n e I =4"), "c", "one slip shifts what follows");
    assert_eq!(doubtful("a I =1\n b I =2\n c I =2\n d I =4\n e I =5"), "c", "5, 5, 7");
    assert_eq!(doubtful("a I =a)\n b I =b)\n c I =-"), "", "another form, and a dash that has no number");
    assert_eq!(doubtful("a I =a)\n b I =b)\n c I =d)"), "c");
    assert_eq!(doubtful("a I\n b a =1\n c a =2\n d I\n e d =3\n f d =4"), "", "they run on");
    assert_eq!(doubtful("a I\n b a =(2)\n c a =(3)"), "", "(1) can stand in the text above");
    assert_eq!(doubtful("a I\n b I\n c b =3.1\n d b =3.2"), "c", "another number above it");
    assert_eq!(doubtful("a I paragraph =1\n b I paragraph =2\n c b paragraph =-"), "");
}
