//! Rows of tables to entries: tasks with who and when, indicators with a measure for each year.

use super::bodies;
use super::deadline;
use super::draft::{EntryKind, MeasureDraft, Work};
use super::read::Reader;
use super::table::Row;

impl Reader<'_> {
    pub fn read_row(&mut self, index: usize, row: &Row, group: &mut Option<usize>) {
        let node = &self.outline.nodes[index];
        let year = self.year(index);
        match row {
            Row::Head => {}
            Row::Unknown => self.unread(node),
            Row::Group { label, title } => {
                let at = self.push(index, EntryKind::Group, title.clone(), Work::default());
                self.settle(at, label, None);
                *group = Some(at);
            }
            Row::Task { label, content, lead, coordinate, due, product } => {
                let work = Work {
                    lead: bodies::split(lead),
                    coordinate: bodies::split(coordinate),
                    due: deadline::of_field(due, year),
                    due_words: due.clone(),
                    cycles: Vec::new(),
                    product: product.clone(),
                };
                let at = self.push(index, EntryKind::Task, content.clone(), work);
                self.settle(at, label, *group);
            }
            Row::Indicator { label, name, unit, owner, baseline, values } => {
                let at = self.push(index, EntryKind::Indicator, name.clone(), Work::default());
                self.settle(at, label, *group);
                for value in values {
                    self.add(MeasureDraft {
                        entry: at,
                        label: label.clone(),
                        name: name.clone(),
                        comparator: value.comparator,
                        value: value.figure,
                        high: value.high,
                        unit: unit.clone(),
                        heading: value.heading,
                        year: value.year.or(year),
                        baseline: *baseline,
                        relation: None,
                        owner: owner.clone(),
                        place: node.passage.place(value.span.0..value.span.1),
                        quote: node.passage.text.get(value.span.0..value.span.1).unwrap_or_default().to_owned(),
                        repeated: Vec::new(),
                    });
                }
            }
        }
    }

    fn settle(&mut self, at: usize, label: &str, group: Option<usize>) {
        let entry = &mut self.draft.entries[at];
        label.clone_into(&mut entry.label);
        label.trim_end_matches('.').clone_into(&mut entry.number);
        if group.is_some() {
            entry.parent = group;
        }
    }
}
