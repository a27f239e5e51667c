//! A programme and someone who works on it, with a clock and ids that are the same in every run.

use tiendo::document::{ActorId, Author, Change, Document, NodeId, Timestamp, Value};
use tiendo::env::Env;
use tiendo::model::*;

pub struct World {
    pub programme: Programme,
    author: Author,
    ids: u32,
    now: i64,
}

impl World {
    /// An empty document.
    pub fn empty() -> Self {
        Self {
            programme: Programme::read(Document::new("test")),
            author: Author { actor: ActorId::from("lan"), person: "Lan".into(), body: String::new() },
            ids: 0,
            now: 0,
        }
    }

    /// The four customary sections, with the ids `I`, `II`, `III`, `IV`.
    pub fn begun() -> Self {
        use SectionKind::*;
        let mut world = Self::empty();
        world.run(Command::Create {
            head: vec![
                HeadEdit::Title("Chương trình công tác năm 2025".into()),
                HeadEdit::FirstYear(2025),
                HeadEdit::LastYear(2025),
            ],
            sections: Vec::new(),
        });
        let mut after = None;
        for (id, kind) in [("I", Tasks), ("II", Indicators), ("III", Solutions), ("IV", Implementation)] {
            world.run(Command::AddSection { id: id.into(), after, kind, title: id.into() });
            after = Some(id.into());
        }
        world
    }

    /// A world of lines written as `id parent [word…]`, each the last below its parent. Words: a kind or a numbering
    /// (`task`, `paragraph`, `running` …), `measure`, `=label` for a printed one. Items are tasks if nothing is said.
    pub fn of(lines: &str) -> Self {
        let mut world = Self::begun();
        world.add(lines);
        world
    }

    pub fn add(&mut self, lines: &str) {
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let mut words = line.split(' ');
            let id = NodeId::from(words.next().unwrap());
            let parent = words.next().unwrap();
            let at = Spot {
                parent: parent.into(),
                after: self.programme.children(parent).last().map(|line| line.id().clone()),
            };
            let words: Vec<&str> = words.collect();
            if words.contains(&"measure") {
                self.run(Command::AddMeasure { at, fields: vec![MeasureEdit::Name(id.to_string())], id });
                continue;
            }
            let mut fields = vec![ItemEdit::Title(id.to_string()), ItemEdit::Kind(ItemKind::Task)];
            for word in words {
                if let Some(printed) = word.strip_prefix('=') {
                    fields.push(ItemEdit::PrintedLabel(Some(printed.into())));
                } else if let Some(kind) = ItemKind::from_word(word) {
                    fields.push(ItemEdit::Kind(kind));
                } else {
                    fields.push(ItemEdit::Numbering(Numbering::from_word(word).unwrap()));
                }
            }
            self.run(Command::AddItems { at, items: vec![(id, fields)] });
        }
    }

    pub fn write_as(&mut self, actor: &str) {
        self.author = Author { actor: ActorId::from(actor), person: actor.into(), body: String::new() };
    }

    pub fn try_run(&mut self, command: Command) -> Result<Option<Change>, CommandError> {
        self.now += 60_000;
        let ids = &mut self.ids;
        let mut new_id = || {
            *ids += 1;
            NodeId::from(format!("new{ids}"))
        };
        let now = Timestamp(self.now);
        let today = day("2025-10-05");
        let draft = plan(&self.programme, command, &mut Env { now, today, author: &self.author, new_id: &mut new_id })?;
        Ok(self.programme.commit(draft, &self.author, now).unwrap())
    }

    /// Runs a command that changes something.
    pub fn run(&mut self, command: Command) -> Change {
        self.try_run(command).unwrap().unwrap()
    }

    /// Writes a record as it is, past the commands.
    pub fn write<R: Filed>(&mut self, record: &R) {
        let mut draft = tiendo::document::Draft::default();
        record.write(record.id(), &mut draft);
        self.now += 60_000;
        self.programme.commit(draft, &self.author, Timestamp(self.now)).unwrap();
    }

    pub fn refused(&mut self, command: Command) -> CommandError {
        let before = self.programme.document().clone();
        let error = self.try_run(command).unwrap_err();
        assert_eq!(*self.programme.document(), before, "a refused command writes nothing");
        error
    }

    /// Takes a change back, and says which change that was.
    pub fn undo(&mut self, change: &Change) -> Change {
        let reversal = self.programme.document().reverse(&change.made);
        assert_eq!(reversal.kept, [], "nothing was written over it");
        self.now += 60_000;
        self.programme.commit(reversal.draft, &self.author, Timestamp(self.now)).unwrap().unwrap()
    }

    /// What is shown: every live node with its fields, cleared ones left out.
    pub fn content(&self) -> Vec<String> {
        let document = self.programme.document();
        let live = document.nodes().filter(|(_, node)| !node.is_deleted());
        live.map(|(id, node)| {
            let fields: Vec<(&str, &Value)> =
                node.fields().filter_map(|(name, _)| Some((name.as_str(), node.get(name.as_str())?))).collect();
            format!("{id} {} {fields:?}", node.kind())
        })
        .collect()
    }

    /// The ids below a line, in order, each with its depth: `a b> c>> d`.
    pub fn below(&self, id: &str) -> String {
        let lines = self.programme.lines_below(id);
        let lines: Vec<String> =
            lines.iter().map(|(depth, line)| format!("{}{}", line.id(), ">".repeat(*depth))).collect();
        lines.join(" ")
    }
}

/// A figure's cell, for example `cell("m", "2025-09")`.
pub fn cell(measure: &str, period: &str) -> Cell {
    Cell { measure: measure.into(), period: period.parse().unwrap(), body: None }
}

pub fn number(text: &str) -> Figure {
    Figure { reading: Reading::Number(read_decimal(text).unwrap()), is_estimate: false }
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn ids(list: &str) -> Vec<NodeId> {
    list.split(' ').map(NodeId::from).collect()
}

pub fn spot(parent: &str, after: Option<&str>) -> Spot {
    Spot { parent: parent.into(), after: after.map(NodeId::from) }
}
