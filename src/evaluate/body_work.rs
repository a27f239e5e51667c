//! What each body has to do at a day: tasks that it takes part in, figures that it owes, reports that it has to send.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::due::{FigureDue, OccasionalReport, ReportDue, figures_due, reports_due};
use super::programme::figures_in;
use super::{Context, TaskCounts, TaskFacts, clock_at};
use crate::document::{NodeId, sort_by};
use crate::model::{Body, Clock, Date, Deadline, Engagement, Item, Measure, Observation, Programme, Role, TaskState};

/// The work of one body, and of the bodies that were merged into it.
#[derive(Clone, Debug, Default)]
pub struct BodyWork {
    /// In the order of time: overdue first, then due soon, then by deadline, those without one last.
    pub tasks: Vec<BodyTask>,
    /// By measure; overdue ones first.
    pub figures: Vec<BodyFigures>,
    /// All that it reports, whatever is owed of it.
    pub measures: Vec<OwnMeasure>,
    /// Oldest first.
    pub reports: Vec<ReportDue>,
    /// By theme or on demand, in the order of the duties.
    pub occasional: Vec<OccasionalReport>,
}

/// An item that a body leads, supports or watches.
#[derive(Clone, Debug)]
pub struct BodyTask {
    pub item: Arc<Item>,
    pub part: Arc<Engagement>,
    pub clock: Clock,
}

/// A measure that a body reports.
#[derive(Clone, Debug)]
pub struct OwnMeasure {
    pub measure: Arc<Measure>,
    /// Whether bodies report it apart.
    pub is_apart: bool,
    /// Its own newest figure, as known at the day.
    pub last: Option<Observation>,
}

/// What a body owes of one measure.
#[derive(Clone, Debug)]
pub struct BodyFigures {
    pub measure: Arc<Measure>,
    /// At least one, oldest first.
    pub due: Vec<FigureDue>,
}

impl BodyTask {
    fn new(item: &Arc<Item>, part: &Arc<Engagement>, context: &Context) -> Self {
        let mut task = Self { item: item.clone(), part: part.clone(), clock: Clock::Open };
        task.clock = clock_at(&task.facts(), context.as_of, context.settings.due_soon_days);
        task
    }

    /// The body's own deadline, where it was given one.
    pub fn deadline(&self) -> &Deadline {
        if self.part.deadline == Deadline::Unset { &self.item.deadline } else { &self.part.deadline }
    }

    /// What is done or cancelled as a whole is so for all who take part.
    pub fn state(&self) -> TaskState {
        let is_settled = matches!(self.item.state, TaskState::Done | TaskState::Cancelled);
        if is_settled || self.part.state == TaskState::NotStarted { self.item.state } else { self.part.state }
    }

    pub fn is_open(&self) -> bool {
        !matches!(self.state(), TaskState::Done | TaskState::Cancelled)
    }

    fn facts(&self) -> TaskFacts<'_> {
        let completed = if self.item.state == self.state() { self.item.completed } else { self.part.completed };
        TaskFacts { deadline: self.deadline(), state: self.state(), completed }
    }
}

impl BodyWork {
    /// Of one body, by its id.
    pub fn of(programme: &Programme, body: &NodeId, context: &Context) -> Self {
        gather(programme, context, Some(body)).remove(body).unwrap_or_default()
    }

    /// Of every body that stands at the day.
    pub fn all(programme: &Programme, context: &Context) -> Vec<(Arc<Body>, Self)> {
        let mut work = gather(programme, context, None);
        standing(programme, context.as_of)
            .into_iter()
            .map(|body| {
                let own = work.remove(&body.id).unwrap_or_default();
                (body, own)
            })
            .collect()
    }

    /// Tasks that the body leads or supports, by time.
    pub fn load(&self, context: &Context) -> TaskCounts {
        let counted = self.tasks.iter().filter(|task| task.part.role != Role::Monitor).map(BodyTask::facts);
        TaskCounts::at(counted, context.as_of, context.settings.due_soon_days)
    }

    pub fn count(&self, role: Role) -> usize {
        self.tasks.iter().filter(|task| task.part.role == role).count()
    }
}

/// The bodies that no other one stands for at a day.
pub fn standing(programme: &Programme, day: Date) -> Vec<Arc<Body>> {
    let is_standing = |body: &&Arc<Body>| programme.body_on(body.id.as_str(), day).is_some_and(|it| it.id == body.id);
    programme.bodies().iter().filter(is_standing).cloned().collect()
}

/// The work of the wanted body, or of all, by the body that stands at the day.
fn gather(programme: &Programme, context: &Context, wanted: Option<&NodeId>) -> BTreeMap<NodeId, BodyWork> {
    let mut work: BTreeMap<NodeId, BodyWork> = BTreeMap::new();
    let stands = |body: &NodeId| {
        let now = &programme.body_on(body.as_str(), context.as_of)?.id;
        wanted.is_none_or(|wanted| wanted == now).then(|| now.clone())
    };
    for part in programme.engagements().iter() {
        if let Some(item) = programme.items().get(part.subject.as_str())
            && let Some(body) = stands(&part.body)
        {
            work.entry(body).or_default().tasks.push(BodyTask::new(item, part, context));
        }
    }
    for measure in programme.measures().iter() {
        let known = figures_in(programme, measure, context);
        let figures = || known.iter().map(AsRef::as_ref);
        // Where bodies report apart, each owes its own; else the one that leads.
        let reporting: Vec<NodeId> = figures().filter_map(|figure: &Observation| figure.body.clone()).collect();
        let is_apart = !reporting.is_empty();
        let mut owe = |body: NodeId, figures: &[&Observation]| {
            let own = work.entry(body).or_default();
            let last = figures.iter().filter(|figure| figure.figure.is_some()).max_by_key(|figure| figure.period);
            let last = last.map(|figure| (*figure).clone());
            own.measures.push(OwnMeasure { measure: measure.clone(), is_apart, last });
            let due = figures_due(measure, figures.iter().copied(), context);
            if !due.is_empty() {
                own.figures.push(BodyFigures { measure: measure.clone(), due });
            }
        };
        if !is_apart {
            let lead = programme.lead_of(measure, context.as_of).and_then(|lead| stands(&lead.id));
            if let Some(body) = lead {
                owe(body, &figures().collect::<Vec<_>>());
            }
            continue;
        }
        let mut standing: Vec<NodeId> = reporting.iter().filter_map(&stands).collect();
        crate::document::sort_once(&mut standing);
        for body in standing {
            let is_own = |figure: &&Observation| figure.body.as_ref().and_then(&stands).as_ref() == Some(&body);
            let own: Vec<_> = figures().filter(is_own).collect();
            owe(body, &own);
        }
    }
    for duty in programme.duties().iter() {
        let of_kind = |body: &&Arc<Body>| duty.body.is_none() && duty.body_kind == Some(body.kind);
        let named = duty.body.iter().cloned();
        for body in named.chain(programme.bodies().iter().filter(of_kind).map(|body| body.id.clone())) {
            // A body that was merged owes no more than the one that stands for it.
            if let Some(now) = stands(&body).filter(|now| duty.body.is_some() || *now == body) {
                let own = work.entry(now).or_default();
                if duty.cycle.has_calendar() {
                    own.reports.extend(reports_due(programme, duty, &body, context));
                } else {
                    own.occasional.push(OccasionalReport::of(programme, duty, &body, context));
                }
            }
        }
    }
    for own in work.values_mut() {
        own.sort(context.as_of);
    }
    work
}

impl BodyWork {
    fn sort(&mut self, day: Date) {
        sort_by(&mut self.tasks, |a, b| urgency(a, day).cmp(&urgency(b, day)));
        sort_by(&mut self.figures, |a, b| (a.due[0].due, &a.measure.id).cmp(&(b.due[0].due, &b.measure.id)));
        sort_by(&mut self.reports, |a, b| (a.due, a.period, &a.duty).cmp(&(b.due, b.period, &b.duty)));
    }
}

/// Open before done, then by the last day, leads first.
fn urgency(task: &BodyTask, day: Date) -> (bool, bool, Option<Date>, Role, &NodeId) {
    let last = task.deadline().day_at(day);
    (!task.is_open(), last.is_none(), last, task.part.role, &task.item.id)
}
