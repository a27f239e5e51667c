//! Whether the full wording of a line still says what the line says.

use tiendo::i18n::{full_text, has_old_figures, is_outdated};
use tiendo::model::*;

use crate::world::{World, day};

const TEXT: &str = "Phấn đấu tốc độ tăng trưởng tổng sản phẩm trên địa bàn (GRDP) đạt từ 8% đến 10%.";

fn item(world: &World) -> Item {
    Item::clone(world.programme.items().get("a").unwrap())
}

fn outdated(world: &World) -> bool {
    let item = item(world);
    let is_outdated = is_outdated(&world.programme, &item);
    assert_eq!(full_text(&world.programme, &item).is_none(), is_outdated);
    is_outdated
}

fn edit(world: &mut World, edit: ItemEdit) -> tiendo::document::Change {
    world.run(Command::Edit(vec![Edit::Item("a".into(), edit)]))
}

fn aim(world: &mut World, low: i64, high: i64) -> tiendo::document::Change {
    let target = Target::Between(low.into(), high.into());
    world.run(Command::Edit(vec![Edit::Measure("m".into(), MeasureEdit::Target(target))]))
}

/// An indicator with its wording and its measure.
fn world() -> World {
    let mut world = World::of("a II indicator\n m a measure");
    edit(&mut world, ItemEdit::Title("Tốc độ tăng trưởng tổng sản phẩm".into()));
    aim(&mut world, 8, 10);
    edit(&mut world, ItemEdit::Text(TEXT.into()));
    assert!(!outdated(&world));
    world
}

fn issued() -> World {
    let mut world = world();
    world.run(Command::Issue { id: "v".into(), number: "01".into(), date: day("2025-01-15"), note: String::new() });
    world
}

#[test]
fn a_target_that_the_wording_does_not_say_outdates_it() {
    let mut world = world();
    let change = aim(&mut world, 9, 11);
    assert!(outdated(&world));
    world.undo(&change);
    assert!(!outdated(&world), "taken back");
    aim(&mut world, 9, 11);
    let change = edit(&mut world, ItemEdit::Text(String::new()));
    assert!(!is_outdated(&world.programme, &item(&world)), "there is none");
    world.undo(&change);
    assert!(outdated(&world), "brought back as it was");
    edit(&mut world, ItemEdit::Text(TEXT.replace("8%", "9%").replace("10%", "11%")));
    assert!(!outdated(&world), "brought in line");
}

#[test]
fn a_title_made_shorter_says_nothing_else() {
    let mut world = world();
    edit(&mut world, ItemEdit::Title("Tốc độ tăng GRDP".into()));
    assert!(!outdated(&world), "its words stand in the wording");
    edit(&mut world, ItemEdit::Title("Tốc độ tăng thu ngân sách".into()));
    assert!(outdated(&world));
}

#[test]
fn a_figure_corrected_to_what_the_wording_says_leaves_it() {
    let mut world = world();
    let target = Target::AtLeast(8.into());
    world.run(Command::Edit(vec![Edit::Measure("m".into(), MeasureEdit::Target(target))]));
    assert!(!outdated(&world));
}

#[test]
fn of_an_issued_wording_every_change_is_one_of_the_matter() {
    let mut world = issued();
    assert!(!outdated(&world));
    edit(&mut world, ItemEdit::Title("Tốc độ tăng GRDP".into()));
    assert!(outdated(&world));
    edit(&mut world, ItemEdit::Text(format!("{TEXT} Bổ sung.")));
    assert!(!outdated(&world), "it was written after the title");
    let mut world = issued();
    let target = Target::AtLeast(8.into());
    world.run(Command::Edit(vec![Edit::Measure("m".into(), MeasureEdit::Target(target))]));
    assert!(outdated(&world));
    let issued = world.programme.as_issued(world.programme.last_version().unwrap());
    assert!(full_text(&issued, issued.items().get("a").unwrap()).is_some(), "as it was issued it is whole");
}

#[test]
fn a_title_with_the_figures_before_gives_way_to_the_name() {
    let mut world = World::of("a II indicator\n m a measure");
    edit(&mut world, ItemEdit::Title(TEXT.into()));
    aim(&mut world, 8, 10);
    let measure = |world: &World| Measure::clone(world.programme.measures().get("m").unwrap());
    // A target first written later than the title was no other before.
    assert!(!has_old_figures(&world.programme, &item(&world), &measure(&world)));
    edit(&mut world, ItemEdit::Title(format!("{TEXT} Năm 2025.")));
    aim(&mut world, 9, 11);
    assert!(has_old_figures(&world.programme, &item(&world), &measure(&world)));
    edit(&mut world, ItemEdit::Title(TEXT.replace("8%", "9%").replace("10%", "11%")));
    assert!(!has_old_figures(&world.programme, &item(&world), &measure(&world)));
}
