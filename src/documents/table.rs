//! Tables: of tasks with who and when, and of indicators with units, years and owners. The first row says which.

use super::draft::{Comparator, Heading};
use super::outline::Node;
use super::quantity::quantities;
use super::target;
use super::token::{holds, longest, tokens};
use crate::model::Decimal;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Content,
    Indicator,
    Unit,
    Lead,
    Coordinate,
    Due,
    Product,
    Baseline,
    /// Targets, of a year where the head names one.
    Value(Option<i32>),
    Other,
}

#[derive(Debug)]
pub struct Table {
    columns: Vec<Column>,
}

/// Whether cells are the head of a table that is read, and not a page laid out.
pub fn is_head<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    columns(cells).is_some()
}

fn columns<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Vec<Column>> {
    let columns: Vec<Column> = cells.map(column).collect();
    let known = columns.iter().filter(|column| **column != Column::Other).count();
    let names = columns.iter().any(|column| matches!(column, Column::Content | Column::Indicator));
    (names && known >= 2 && known * 2 >= columns.len()).then_some(columns)
}

/// A row, read.
#[derive(Debug)]
pub enum Row {
    /// The head, and lines of dashes.
    Head,
    Group {
        label: String,
        title: String,
    },
    Task {
        label: String,
        content: String,
        lead: String,
        coordinate: String,
        due: String,
        product: String,
    },
    Indicator {
        label: String,
        name: String,
        unit: String,
        owner: String,
        baseline: Option<Decimal>,
        values: Vec<Value>,
    },
    Unknown,
}

#[derive(Debug)]
pub struct Value {
    pub year: Option<i32>,
    pub figure: Decimal,
    pub high: Option<Decimal>,
    pub comparator: Comparator,
    pub heading: Heading,
    /// Bytes of the row.
    pub span: (usize, usize),
}

impl Table {
    /// Recognises the head of a table; `None` when a row is none.
    pub fn head(node: &Node) -> Option<Self> {
        columns(cells(node)).map(|columns| Self { columns })
    }

    fn is_of_indicators(&self) -> bool {
        self.columns.contains(&Column::Indicator)
            && self.columns.iter().any(|column| matches!(column, Column::Value(_)))
    }

    pub fn row(&self, node: &Node) -> Row {
        let all: Vec<&str> = cells(node).collect();
        if all.iter().all(|cell| cell.chars().all(|letter| matches!(letter, '-' | ':' | ' ' | '='))) {
            return Row::Head;
        }
        let filled: Vec<&&str> = all.iter().filter(|cell| !cell.is_empty()).collect();
        let is_numbering = filled.iter().all(|cell| {
            cell.trim_matches(['(', ')']).len() <= 2 && cell.contains(|letter: char| letter.is_ascii_digit())
        });
        if Self::head(node).is_some_and(|head| head.columns == self.columns) || (is_numbering && filled.len() > 2) {
            return Row::Head;
        }
        let text = |wanted: fn(&Column) -> bool| {
            let at = self.columns.iter().position(wanted);
            at.and_then(|at| all.get(at)).map_or_else(String::new, |cell| (*cell).to_owned())
        };
        let label = text(|column| *column == Column::Number).trim_end_matches('.').to_owned();
        let name = text(|column| matches!(column, Column::Content | Column::Indicator));
        if filled.len() == 1 {
            let title = filled[0].trim().to_owned();
            let (label, title) = match title.split_once(". ") {
                Some((label, rest)) if label.len() <= 5 => (label.to_owned(), rest.to_owned()),
                _ => (label.clone(), title),
            };
            return Row::Group { label, title };
        }
        if name.is_empty() {
            return Row::Unknown;
        }
        if filled.len() == 2 && !label.is_empty() && self.columns.len() > 3 {
            return Row::Group { label, title: name };
        }
        if !self.is_of_indicators() {
            return Row::Task {
                label,
                content: name,
                lead: text(|column| *column == Column::Lead),
                coordinate: text(|column| *column == Column::Coordinate),
                due: text(|column| *column == Column::Due),
                product: text(|column| *column == Column::Product),
            };
        }
        let unit = text(|column| *column == Column::Unit);
        let values: Vec<Value> = self
            .columns
            .iter()
            .enumerate()
            .filter_map(|(at, column)| match column {
                Column::Value(year) => value(node, at, &name, &unit, *year),
                _ => None,
            })
            .collect();
        let baseline = self.columns.iter().rposition(|column| *column == Column::Baseline);
        let baseline = baseline.and_then(|at| value(node, at, &name, &unit, None)).map(|value| value.figure);
        if values.is_empty() {
            return Row::Unknown;
        }
        Row::Indicator { label, name, unit, owner: text(|column| *column == Column::Lead), baseline, values }
    }
}

fn cells(node: &Node) -> impl Iterator<Item = &str> {
    node.cells.iter().map(|range| node.passage.text.get(range.clone()).unwrap_or_default())
}

fn column(head: &str) -> Column {
    let all = tokens(head);
    let says = |words: &[&str]| holds(&all, words);
    let (year, _) = super::head::years(head);
    let bare = head.trim().parse::<i32>().ok().filter(|year| (1900..2200).contains(year));
    let year = year.or(bare).or_else(|| {
        let years = all.iter().filter(|token| token.is_number() && token.lower.len() == 4);
        years.filter_map(|token| token.lower.parse().ok()).next_back()
    });
    if all.is_empty() || all.len() > 24 {
        Column::Other
    } else if longest(&all, &["stt", "tt", "số tt", "số thứ tự"]).is_some() {
        Column::Number
    } else if says(&["đơn vị tính", "đvt", "đơn vị đo", "đv tính"]) || (says(&["đơn vị"]) && all.len() == 2)
    {
        Column::Unit
    } else if says(&[
        "chủ trì",
        "cơ quan thực hiện",
        "đơn vị thực hiện",
        "phụ trách",
        "đầu mối",
        "cơ quan theo dõi",
        "đơn vị theo dõi",
        "người thực hiện",
        "chịu trách nhiệm",
        "phân công",
    ]) {
        Column::Lead
    } else if says(&["phối hợp"]) {
        Column::Coordinate
    } else if says(&["thực hiện", "hiện trạng", "ước"]) && year.is_some() {
        Column::Baseline
    } else if year.is_some()
        || says(&["kế hoạch", "giá trị", "giao", "mức phấn đấu", "chỉ tiêu giao", "mục tiêu năm"])
            && !says(&["nội dung", "nhiệm vụ"])
    {
        Column::Value(year)
    } else if says(&["thời gian", "thời hạn", "hoàn thành", "tiến độ", "hạn"]) {
        Column::Due
    } else if says(&["sản phẩm", "kết quả"]) {
        Column::Product
    } else if says(&["nội dung", "nhiệm vụ", "công việc", "hoạt động", "việc"]) {
        Column::Content
    } else if says(&["chỉ tiêu", "mục tiêu", "tiêu chí"]) {
        Column::Indicator
    } else {
        Column::Other
    }
}

fn value(node: &Node, at: usize, name: &str, unit: &str, year: Option<i32>) -> Option<Value> {
    let range = node.cells.get(at)?.clone();
    let cell = node.passage.text.get(range.clone())?;
    let number = tokens(cell).into_iter().rev().find(super::token::Token::is_number)?;
    let has_unit = cell[number.end..].trim_start().starts_with(['%', '‰']);
    // The unit is put behind the number, where prose has it: `73 % trở lên`.
    let unit = if has_unit {
        ""
    } else if unit.is_empty() {
        "điểm"
    } else {
        unit
    };
    let words = format!("{} {unit} {}", &cell[..number.end], &cell[number.end..]);
    let all = tokens(&words);
    let quantity = quantities(&words, &all).into_iter().next()?;
    let named = tokens(name);
    let comparator = match quantity.comparator {
        Comparator::Equal if longest(&named, &["mức giảm", "giảm", "tỷ lệ giảm"]).is_some() => {
            Comparator::DecreaseBy
        }
        Comparator::Equal if longest(&named, &["mức tăng"]).is_some() => Comparator::IncreaseBy,
        other => other,
    };
    let heading = target::heading(comparator, target::is_bad(&named));
    Some(Value {
        year,
        figure: quantity.value,
        high: quantity.high,
        comparator,
        heading,
        span: (range.start, range.end),
    })
}
