//! The plain fields of an indicator, as two lists: those that are typed and those that are chosen.

use leptos::prelude::*;

use super::Editor;
use super::entry::{Field, Look, Refusal, entry, read_needed, read_number, select};
use crate::document::sort_by;
use crate::i18n::messages::Editing;
use crate::i18n::{Language, Message, compare_names, format_exact, nfc, one_line};
use crate::model::{Direction, Maintain, Measure, MeasureEdit, Method, PaceRule, PeriodLength, Programme, ValueKind};
use crate::ui::words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    Name,
    Unit,
    Source,
    MethodNote,
    Quote,
    Decimals,
    LowerBound,
    UpperBound,
    LagDays,
    Weight,
}

impl Text {
    fn id(self) -> &'static str {
        match self {
            Self::Name => super::NAME,
            Self::Unit => "edit-unit",
            Self::Source => "edit-source",
            Self::MethodNote => "edit-method-note",
            Self::Quote => "edit-quote",
            Self::Decimals => "edit-decimals",
            Self::LowerBound => "edit-lower-bound",
            Self::UpperBound => "edit-upper-bound",
            Self::LagDays => "edit-lag",
            Self::Weight => "edit-weight",
        }
    }

    pub fn label(self) -> Editing {
        match self {
            Self::Name => Editing::Name,
            Self::Unit => Editing::Unit,
            Self::Source => Editing::Source,
            Self::MethodNote => Editing::MethodNote,
            Self::Quote => Editing::Quote,
            Self::Decimals => Editing::Decimals,
            Self::LowerBound => Editing::LowerBound,
            Self::UpperBound => Editing::UpperBound,
            Self::LagDays => Editing::LagDays,
            Self::Weight => Editing::Weight,
        }
    }

    fn hint(self) -> Option<Editing> {
        match self {
            Self::Unit => Some(Editing::UnitHint),
            Self::UpperBound => Some(Editing::BoundsHint),
            Self::LagDays => Some(Editing::LagHint),
            _ => None,
        }
    }

    fn look(self) -> Look {
        match self {
            Self::Name | Self::Source => Look::Line,
            Self::Unit => Look::Words,
            Self::MethodNote | Self::Quote => Look::Long,
            _ => Look::Number,
        }
    }

    fn shown(self, measure: &Measure, language: Language) -> String {
        let bound = |value: Option<crate::model::Decimal>| value.map(|value| format_exact(value, language));
        match self {
            Self::Name => measure.name.clone(),
            Self::Unit => measure.unit.clone(),
            Self::Source => measure.source.clone(),
            Self::MethodNote => measure.method_note.clone(),
            Self::Quote => measure.quote.clone(),
            Self::Decimals => measure.decimals.to_string(),
            Self::LowerBound => bound(measure.lower_bound).unwrap_or_default(),
            Self::UpperBound => bound(measure.upper_bound).unwrap_or_default(),
            Self::LagDays => measure.lag_days.to_string(),
            Self::Weight => format_exact(measure.weight, language),
        }
    }

    /// The edit that a text means, or why it means none.
    pub fn read(self, text: &str, language: Language) -> Result<MeasureEdit, Refusal> {
        let line = || one_line(text);
        let refused = |message: Editing| Refusal::of(&message, language);
        Ok(match self {
            Self::Name => match line() {
                name if name.is_empty() => return Err(refused(Editing::NameNeeded)),
                name => MeasureEdit::Name(name),
            },
            Self::Unit => MeasureEdit::Unit(line()),
            Self::Source => MeasureEdit::Source(line()),
            Self::MethodNote => MeasureEdit::MethodNote(nfc(text.trim())),
            Self::Quote => MeasureEdit::Quote(nfc(text.trim())),
            Self::Decimals => {
                let digits = text.trim().parse().ok().filter(|digits| *digits <= 28);
                MeasureEdit::Decimals(digits.ok_or_else(|| refused(Editing::DecimalsInvalid))?)
            }
            Self::LowerBound => MeasureEdit::LowerBound(read_number(text, language)?),
            Self::UpperBound => MeasureEdit::UpperBound(read_number(text, language)?),
            Self::LagDays => MeasureEdit::LagDays(text.trim().parse().map_err(|_| refused(Editing::LagInvalid))?),
            Self::Weight => MeasureEdit::Weight(read_needed(text, language)?),
        })
    }
}

pub fn text(editor: Editor, text: Text) -> AnyView {
    let shown = editor.text(move |measure, language| text.shown(measure, language));
    let enter = Callback::new(move |typed: String| {
        if typed == shown.get_untracked() {
            return None;
        }
        match text.read(&typed, editor.session.language.get_untracked()) {
            Ok(MeasureEdit::Name(name)) => editor.rename(&name).map(|words| Refusal { words, readings: None }),
            Ok(edit) => editor.write(vec![edit]).map(|words| Refusal { words, readings: None }),
            Err(refusal) => Some(refusal),
        }
    });
    let field = Field { id: text.id().to_owned(), look: text.look(), shown, enter, is_read_only: editor.is_read_only };
    entry(field, words(&text.label()).into_any(), text.hint().map(|hint| words(&hint)).into_any())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Owner,
    ValueKind,
    Period,
    JudgedBy,
    Direction,
    Pace,
    Maintain,
    Method,
}

impl Pick {
    fn id(self) -> &'static str {
        match self {
            Self::Owner => "edit-owner",
            Self::ValueKind => "edit-value-kind",
            Self::Period => "edit-period",
            Self::JudgedBy => "edit-judged-by",
            Self::Direction => "edit-direction",
            Self::Pace => "edit-pace",
            Self::Maintain => "edit-maintain",
            Self::Method => "edit-method",
        }
    }

    pub fn label(self) -> Editing {
        match self {
            Self::Owner => Editing::Owner,
            Self::ValueKind => Editing::ValueKind,
            Self::Period => Editing::Period,
            Self::JudgedBy => Editing::JudgedBy,
            Self::Direction => Editing::Direction,
            Self::Pace => Editing::Pace,
            Self::Maintain => Editing::Maintain,
            Self::Method => Editing::Method,
        }
    }

    /// The values to choose from, with their words.
    pub fn options(self, programme: &Programme, language: Language) -> Vec<(String, String)> {
        fn all<T: Message + Copy>(of: &[T], word: fn(T) -> &'static str, language: Language) -> Vec<(String, String)> {
            of.iter().map(|it| (word(*it).to_owned(), it.text(language).into_owned())).collect()
        }
        let lengths = || all(PeriodLength::ALL, PeriodLength::word, language);
        match self {
            Self::Owner => {
                let mut bodies: Vec<_> = programme.bodies().iter().map(|body| (body.id.clone(), &body.name)).collect();
                sort_by(&mut bodies, |one, other| compare_names(one.1, other.1).then_with(|| one.0.cmp(&other.0)));
                let none = (String::new(), Editing::NoOwner.text(language).into_owned());
                std::iter::once(none)
                    .chain(bodies.into_iter().map(|(id, name)| (id.to_string(), name.clone())))
                    .collect()
            }
            Self::ValueKind => all(ValueKind::ALL, ValueKind::word, language),
            Self::Period => lengths(),
            Self::JudgedBy => {
                let whole = (String::new(), Editing::JudgedWhole.text(language).into_owned());
                std::iter::once(whole).chain(lengths()).collect()
            }
            Self::Direction => all(Direction::ALL, Direction::word, language),
            Self::Pace => all(PaceRule::ALL, PaceRule::word, language),
            Self::Maintain => all(Maintain::ALL, Maintain::word, language),
            Self::Method => all(Method::ALL, Method::word, language),
        }
    }

    fn chosen(self, measure: &Measure) -> String {
        match self {
            Self::Owner => return measure.owner.as_ref().map(ToString::to_string).unwrap_or_default(),
            Self::ValueKind => measure.value_kind.word(),
            Self::Period => measure.period.word(),
            Self::JudgedBy => measure.judged_by.map(PeriodLength::word).unwrap_or_default(),
            Self::Direction => measure.direction.word(),
            Self::Pace => measure.pace.word(),
            Self::Maintain => measure.maintain.word(),
            Self::Method => measure.method.word(),
        }
        .to_owned()
    }

    pub fn edit(self, value: &str) -> Option<MeasureEdit> {
        Some(match self {
            Self::Owner => MeasureEdit::Owner(Some(value).filter(|id| !id.is_empty()).map(Into::into)),
            Self::ValueKind => MeasureEdit::ValueKind(ValueKind::from_word(value)?),
            Self::Period => MeasureEdit::Period(PeriodLength::from_word(value)?),
            Self::JudgedBy => MeasureEdit::JudgedBy(PeriodLength::from_word(value)),
            Self::Direction => MeasureEdit::Direction(Direction::from_word(value)?),
            Self::Pace => MeasureEdit::Pace(PaceRule::from_word(value)?),
            Self::Maintain => MeasureEdit::Maintain(Maintain::from_word(value)?),
            Self::Method => MeasureEdit::Method(Method::from_word(value)?),
        })
    }
}

pub fn pick(editor: Editor, pick: Pick) -> AnyView {
    let session = editor.session;
    let options = Memo::new(move |_| {
        let language = session.language.get();
        session.programme.with(|programme| pick.options(programme, language))
    });
    let chosen = editor.text(move |measure, _| pick.chosen(measure));
    let choose = Callback::new(move |value: String| {
        if let Some(words) = pick.edit(&value).and_then(|edit| editor.write(vec![edit])) {
            session.toast(words, None);
        }
    });
    select(pick.id(), &pick.label(), options, chosen, editor.is_read_only, choose, hint(editor, pick))
}

fn hint(editor: Editor, pick: Pick) -> AnyView {
    match pick {
        Pick::Owner => words(&Editing::OwnerHint).into_any(),
        Pick::Period => (move || kept_aside(editor)).into_any(),
        _ => ().into_any(),
    }
}

/// Figures of another period than the one chosen stay, and do not count.
fn kept_aside(editor: Editor) -> Option<String> {
    let measure = editor.measure.get()?;
    let language = editor.session.language.get();
    let count = editor.session.programme.with(|programme| {
        let first = programme.head().first_year;
        let figures = programme.observations_of(measure.id.as_str());
        figures
            .filter(|it| it.figure.is_some() && it.period.year() >= first && it.period.length() != measure.period)
            .count()
    });
    (count > 0).then(|| Editing::PeriodKept { count }.text(language).into_owned())
}
