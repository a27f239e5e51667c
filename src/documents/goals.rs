//! Goals of an item: its measures and what it says in words, each with its place, and said again only linked.

use super::clause::{Clause, Tie, clauses};
use super::draft::{Comparator, Diagnostic, DiagnosticCode, MeasureDraft, QualitativeDraft, Relation, Trend};
use super::name::inside;
use super::numbering::Style;
use super::outline::Node;
use super::passage::Passage;
use super::qualitative;
use super::read::Reader;
use super::target;
use super::token::{Token, tokens};
use crate::i18n::{capital, fold};

impl Reader<'_> {
    /// Measures and goals in words of a node's own text; outside lists of goals only in sentences that set one.
    pub fn read_goals(&mut self, index: usize, is_prose: bool) {
        let node = &self.outline.nodes[index];
        let Some(entry) = self.entry_of[index] else { return };
        let body = node.body();
        let all = clauses(&body.text);
        let goal_sentences = if is_prose { goal_sentences(&body.text, &all) } else { Vec::new() };
        let label = self.label(index);
        let is_list_item = node.label.as_ref().is_some_and(|label| label.style == Style::Paren);
        let base = if is_list_item {
            node.parent.map_or_else(String::new, |parent| self.label(parent))
        } else {
            label.clone()
        };
        let year = self.year(index);
        let prefix = self.prefix(index);
        let leads_in = node.is_heading() && !node.children.is_empty() || body.text.ends_with(':');
        let may_be_words = !is_prose && !leads_in && !body.text.starts_with(['“', '"']);
        let (measures, words) = (self.draft.measures.len(), self.draft.qualitative.len());
        for clause in &all {
            if is_prose && !goal_sentences.get(clause.sentence).copied().unwrap_or(false) {
                continue;
            }
            let label = clause.item.map_or_else(|| label.clone(), |item| format!("{base}({item})"));
            let mut found = target::measures(&body.text, clause);
            if is_prose {
                found.retain(|found| {
                    found.unit.starts_with(['%', '‰'])
                        || found.comparator != Comparator::Equal && found.comparator != Comparator::Zero
                });
            }
            if found.is_empty() && may_be_words {
                for (text, trend, span) in qualitative::goals(&body.text, clause) {
                    // Among items an unlabelled paragraph is prose, unless it says a direction.
                    if node.label.is_some() || trend != Trend::Words || !self.has_labelled_siblings(index) {
                        let place = body.place(span.0..span.1);
                        self.draft.qualitative.push(QualitativeDraft {
                            entry,
                            label: label.clone(),
                            text,
                            trend,
                            place,
                        });
                    }
                }
            }
            self.keep(entry, &label, clause, found, &body, year, &prefix);
        }
        let is_leaf = !self.has_items(index) && !node.is_heading();
        if !is_prose && is_leaf && (measures, words) == (self.draft.measures.len(), self.draft.qualitative.len()) {
            self.unread(node);
        }
    }

    /// `– Số khách hàng mới:` with its parts below: their names begin with it.
    fn prefix(&self, index: usize) -> String {
        let node = &self.outline.nodes[index];
        let Some(parent) = node.parent.map(|parent| &self.outline.nodes[parent]) else { return String::new() };
        let is_bullet = |node: &Node| node.label.as_ref().is_some_and(|label| matches!(label.style, Style::Bullet(_)));
        let text = parent.text().trim_end();
        let fits = is_bullet(node) && is_bullet(parent) && text.ends_with(':') && text.split(' ').count() <= 12;
        if fits { text.trim_end_matches(':').to_owned() } else { String::new() }
    }

    #[expect(clippy::too_many_arguments, reason = "what a clause was found in, and nothing else")]
    fn keep(
        &mut self,
        entry: usize,
        label: &str,
        clause: &Clause,
        found: Vec<target::Found>,
        body: &Passage,
        year: Option<i32>,
        prefix: &str,
    ) {
        for found in found {
            let place = body.place(found.span.0..found.span.1);
            let last =
                self.draft.measures.len().checked_sub(1).filter(|last| self.draft.measures[*last].entry == entry);
            let relation = match clause.tie {
                // All parts are of the one that `trong đó` follows.
                Tie::Part => last.map(|last| match self.draft.measures[last].relation {
                    Some(Relation::PartOf(whole)) => Relation::PartOf(whole),
                    _ => Relation::PartOf(last),
                }),
                Tie::Bracket => last.map(Relation::Restates),
                Tie::None if found.follows => last.map(Relation::Restates),
                Tie::None => None,
            };
            let before = last.map(|last| self.draft.measures[last].name.as_str());
            let name = match before {
                // `đến năm 2023 đạt 24%; đến năm 2025 đạt 30%`: the second is of what the first is of.
                Some(before) if found.name.is_empty() => before.to_owned(),
                None if found.name.is_empty() => continue,
                // `(giảm 420 hộ)` behind `tỷ lệ hộ nghèo`: what is counted has its name there.
                Some(before) if clause.tie == Tie::Bracket && fold(&found.name) == fold(&found.unit) => {
                    before.find(&found.unit).map_or(found.name, |at| capital(&before[at..]))
                }
                _ if prefix.is_empty() => found.name,
                _ => format!("{prefix} {}", inside(&found.name)),
            };
            let year = clause.year.or(year);
            if found.is_ambiguous {
                let text = body.text.get(found.span.0..found.span.1).unwrap_or_default().to_owned();
                self.draft.diagnostics.push(Diagnostic {
                    place,
                    code: DiagnosticCode::AmbiguousNumber { text },
                    suggestion: None,
                });
            }
            let quote = body.text.get(found.span.0..found.span.1).unwrap_or_default().to_owned();
            self.add(MeasureDraft {
                entry,
                label: label.to_owned(),
                name,
                comparator: found.comparator,
                value: found.value,
                high: found.high,
                unit: found.unit,
                heading: found.heading,
                year,
                baseline: found.baseline,
                relation,
                owner: String::new(),
                place,
                quote,
                repeated: Vec::new(),
            });
        }
    }

    /// Adds a measure, or the place of one that says the same.
    pub fn add(&mut self, measure: MeasureDraft) {
        let key = format!(
            "{}|{}|{}|{:?}|{}|{:?}",
            fold(&measure.name),
            measure.comparator.word(),
            measure.value,
            measure.high,
            fold(&measure.unit),
            measure.year
        );
        if let Some(at) = self.said.get(&key).copied() {
            self.draft.measures[at].repeated.push(measure.place);
        } else {
            self.said.insert(key, self.draft.measures.len());
            self.draft.measures.push(measure);
        }
    }
}

/// Which sentences of a prose text set a goal: as their clauses say it, or with the words of time that clauses leave out.
fn goal_sentences(text: &str, all: &[Clause]) -> Vec<bool> {
    let mut sentences: Vec<Vec<Token>> = Vec::new();
    for clause in all {
        sentences.resize_with(sentences.len().max(clause.sentence + 1), Vec::new);
        if let Some(sentence) = sentences.get_mut(clause.sentence) {
            sentence.extend(clause.tokens.iter().cloned());
        }
    }
    let words = tokens(text);
    let whole: Vec<bool> = words.split(|token| token.is(".")).map(target::sets_goal).collect();
    let sets_goal = |(at, sentence): (usize, &Vec<Token>)| target::sets_goal(sentence) || whole.get(at) == Some(&true);
    sentences.iter().enumerate().map(sets_goal).collect()
}
