//! What bodies have to do: tasks by time, figures that are owed, reports that have not come.

use tiendo::document::{ActorId, Author, Document, Draft, NodeId, Timestamp};
use tiendo::evaluate::{
    BodyWork, Context, FigureDue, ReportStanding, TaskCounts, figures_due, period_to_enter, reports_due,
    reports_of_year,
};
use tiendo::model::*;

use crate::case::{date, measure, number, observation};

fn programme(write: impl FnOnce(&mut Draft)) -> Programme {
    let mut programme = Programme::read(Document::new("test"));
    let mut draft = Draft::default();
    let head = Head { first_year: 2025, last_year: 2025, ..Head::default() };
    head.write(&ROOT.into(), &mut draft);
    for (id, kind) in [("tc", BodyKind::Agency), ("nv", BodyKind::Agency), ("dtn", BodyKind::Union)] {
        put(&mut draft, &Body { kind, name: id.into(), ..Body::new(id.into()) });
    }
    write(&mut draft);
    let author = Author { actor: ActorId::from("lan"), person: "Lan".into(), body: String::new() };
    programme.commit(draft, &author, Timestamp(0)).unwrap();
    programme
}

fn put<R: Filed>(draft: &mut Draft, record: &R) {
    record.write(record.id(), draft);
}

fn month(index: u8) -> Period {
    Period::new(2025, PeriodLength::Month, index).unwrap()
}

/// Marks of what "tc" sent of the duty "d", by month.
fn receive<const N: usize>(draft: &mut Draft, marks: [(u8, ReceivedState); N]) {
    for (index, state) in marks {
        let id = NodeId::from(format!("r{index}"));
        put(draft, &ReceivedMark { state, ..ReceivedMark::new(id, "d".into(), "tc".into(), month(index)) });
    }
}

fn part(draft: &mut Draft, item: &str, body: &str, role: Role) {
    let id = NodeId::from(format!("{item} {body}"));
    put(draft, &Engagement { role, ..Engagement::new(id, item.into(), body.into()) });
}

fn task(draft: &mut Draft, id: &str, deadline: &str, state: TaskState) {
    put(draft, &Item { kind: ItemKind::Task, deadline: deadline.parse().unwrap(), state, ..Item::new(id.into()) });
}

fn context(programme: &Programme, day: &str) -> Context {
    Context::of(programme, date(day))
}

#[test]
fn tasks_stand_in_the_order_of_time_and_are_counted_without_those_only_watched() {
    let programme = programme(|draft| {
        for (id, deadline, state) in [
            ("open", "none", TaskState::Ongoing),
            ("late", "2025-09-30", TaskState::Ongoing),
            ("done", "2025-06-30", TaskState::Done),
            ("soon", "2025-10-10", TaskState::NotStarted),
            ("then", "2025-Q4", TaskState::Ongoing),
            ("seen", "2025-08-31", TaskState::Ongoing),
        ] {
            task(draft, id, deadline, state);
            part(draft, id, "tc", if id == "seen" { Role::Monitor } else { Role::Lead });
        }
        part(draft, "late", "nv", Role::Coordinate);
    });
    let context = context(&programme, "2025-10-05");
    let work = BodyWork::of(&programme, &"tc".into(), &context);
    let order: Vec<&str> = work.tasks.iter().map(|task| task.item.id.as_str()).collect();
    assert_eq!(order, ["seen", "late", "soon", "then", "open", "done"]);
    let expected = TaskCounts {
        done_on_time: 1,
        open_on_time: 2,
        open_overdue: 1,
        without_deadline: 1,
        due_soon: 1,
        ..TaskCounts::default()
    };
    assert_eq!(work.load(&context), expected);
    assert_eq!([Role::Lead, Role::Coordinate, Role::Monitor].map(|role| work.count(role)), [5, 0, 1]);
    let all = BodyWork::all(&programme, &context);
    let counts: Vec<_> = all.iter().map(|(body, work)| (body.id.as_str(), work.tasks.len())).collect();
    assert_eq!(counts, [("dtn", 0), ("nv", 1), ("tc", 6)]);
}

#[test]
fn a_part_with_its_own_deadline_and_state_goes_by_them() {
    let programme = programme(|draft| {
        task(draft, "a", "2025-12-31", TaskState::Ongoing);
        let own = Engagement::new("p".into(), "a".into(), "tc".into());
        put(draft, &Engagement { deadline: "2025-09-30".parse().unwrap(), role: Role::Coordinate, ..own });
    });
    let work = BodyWork::of(&programme, &"tc".into(), &context(&programme, "2025-10-05"));
    assert_eq!(work.tasks[0].clock, Clock::Overdue(5));
    assert_eq!(work.tasks[0].state(), TaskState::Ongoing);
}

#[test]
fn work_of_a_merged_body_is_that_of_the_one_which_stands_for_it() {
    let programme = programme(|draft| {
        put(draft, &Body { successor: Some(("nv".into(), date("2025-07-01"))), ..Body::new("tc".into()) });
        task(draft, "a", "2025-12-31", TaskState::Ongoing);
        part(draft, "a", "tc", Role::Lead);
        let duty = ReportDuty { body: Some("tc".into()), cycle: Cycle::Quarter, ..ReportDuty::new("d".into()) };
        put(draft, &duty);
    });
    let on = |day: &str, body: &str| {
        let work = BodyWork::of(&programme, &NodeId::from(body), &context(&programme, day));
        (work.tasks.len(), work.reports.len())
    };
    assert_eq!(on("2025-06-30", "tc"), (1, 1));
    assert_eq!(on("2025-06-30", "nv"), (0, 0));
    assert_eq!(on("2025-07-01", "tc"), (0, 0));
    assert_eq!(on("2025-07-01", "nv"), (1, 2));
    let all = BodyWork::all(&programme, &context(&programme, "2025-07-01"));
    assert!(all.iter().all(|(body, _)| body.id.as_str() != "tc"), "it is no more");
}

#[test]
fn figures_are_owed_from_the_end_of_their_period_on() {
    let programme = programme(|_| {});
    let flow = measure(Target::AtLeast(number("100")), ValueKind::Flow, PeriodLength::Quarter);
    let quarter = |index| Period::new(2025, PeriodLength::Quarter, index).unwrap();
    let first = observation(quarter(1), None, "20");
    let returned = Observation { state: FigureState::Returned, ..observation(quarter(2), None, "30") };
    let due = |day: &str| figures_due(&flow, [&first, &returned], &context(&programme, day));
    let second = FigureDue { period: quarter(2), due: date("2025-07-05"), is_returned: true };
    let third = FigureDue { period: quarter(3), due: date("2025-10-05"), is_returned: false };
    assert_eq!(due("2025-06-30"), [], "the quarter is not over");
    assert_eq!(due("2025-07-01"), [second]);
    assert_eq!(due("2025-10-05"), [second, third]);
    let late = Measure { lag_days: 10, ..flow.clone() };
    assert_eq!(figures_due(&late, [&first], &context(&programme, "2025-07-05")), [], "nobody can have it yet");
    // A level that was reported since is not asked for again.
    let level = measure(Target::AtLeast(number("100")), ValueKind::Level, PeriodLength::Quarter);
    let latest = observation(quarter(3), None, "90");
    assert_eq!(figures_due(&level, [&latest], &context(&programme, "2025-10-06")), []);
    // Nor is what was told in words, which are no value.
    let words = measure(Target::Narrative, ValueKind::Text, PeriodLength::Quarter);
    let figure = Figure { reading: Reading::Text("Giữ vững".to_owned()), is_estimate: false };
    let told = Observation { figure: Some(figure), ..observation(quarter(2), None, "0") };
    let due = figures_due(&words, [&told], &context(&programme, "2025-10-06"));
    assert_eq!(due, [third]);
}

#[test]
fn what_is_entered_now_is_the_last_period_that_can_be_known() {
    let programme = programme(|_| {});
    let at = |day: &str, lag_days: u32, length: PeriodLength| {
        let target = Target::AtLeast(number("100"));
        let measure = Measure { lag_days, ..measure(target, ValueKind::Level, length) };
        let found = period_to_enter(&measure, &context(&programme, day));
        found.map(|(now, before)| (now.to_string(), before.map(|before| before.to_string()).unwrap_or_default()))
    };
    let some = |now: &str, before: &str| Some((now.to_owned(), before.to_owned()));
    assert_eq!(at("2025-10-05", 0, PeriodLength::Month), some("2025-09", "2025-08"));
    assert_eq!(at("2025-10-05", 10, PeriodLength::Month), some("2025-08", "2025-07"));
    assert_eq!(at("2025-09-30", 0, PeriodLength::Quarter), some("2025-Q2", "2025-Q1"));
    assert_eq!(at("2025-02-01", 0, PeriodLength::Month), some("2025-01", ""));
    assert_eq!(at("2025-12-31", 0, PeriodLength::Year), None);
    // Looked at later, it is still about the programme's own last period.
    assert_eq!(at("2027-06-01", 0, PeriodLength::Quarter), some("2025-Q4", "2025-Q3"));
}

#[test]
fn the_body_that_leads_owes_the_figure_or_each_one_that_reports_its_own() {
    let with = |figures: Vec<Observation>| {
        programme(|draft| {
            put(draft, &Item { kind: ItemKind::Indicator, ..Item::new("i".into()) });
            let place = Place { parent: "i".into(), key: "a".into() };
            let flow = measure(Target::AtLeast(number("100")), ValueKind::Flow, PeriodLength::HalfYear);
            put(draft, &Measure { place, owner: Some("nv".into()), ..flow });
            for figure in &figures {
                put(draft, figure);
            }
        })
    };
    let owes = |programme: &Programme, body: &str| {
        BodyWork::of(programme, &NodeId::from(body), &context(programme, "2025-07-20")).figures.len()
    };
    let plain = with(Vec::new());
    assert_eq!(["tc", "nv"].map(|body| owes(&plain, body)), [0, 1]);
    let half = |year| Period::new(year, PeriodLength::HalfYear, 1).unwrap();
    let apart = with(vec![observation(half(2025), Some("tc"), "20"), observation(half(2024), Some("dtn"), "10")]);
    assert_eq!(["tc", "nv", "dtn"].map(|body| owes(&apart, body)), [0, 0, 1]);
    let last = |body: &str| {
        let work = BodyWork::of(&apart, &NodeId::from(body), &context(&apart, "2025-07-20"));
        work.measures.iter().map(|own| (own.is_apart, own.last.as_ref().map(|it| it.period))).collect::<Vec<_>>()
    };
    assert_eq!(last("tc"), [(true, Some(half(2025)))]);
    assert_eq!(last("nv"), [], "it reports nothing itself");
}

#[test]
fn figures_of_a_merged_body_are_those_of_the_one_which_stands_for_it() {
    let half = Period::new(2025, PeriodLength::HalfYear, 1).unwrap();
    let programme = programme(|draft| {
        put(draft, &Body { successor: Some(("nv".into(), date("2025-07-01"))), ..Body::new("tc".into()) });
        put(draft, &Item { kind: ItemKind::Indicator, ..Item::new("i".into()) });
        let place = Place { parent: "i".into(), key: "a".into() };
        let flow = measure(Target::AtLeast(number("100")), ValueKind::Flow, PeriodLength::HalfYear);
        put(draft, &Measure { place, ..flow });
        put(draft, &observation(half, Some("tc"), "20"));
    });
    let work = BodyWork::of(&programme, &NodeId::from("nv"), &context(&programme, "2025-07-20"));
    let last: Vec<_> = work.measures.iter().map(|own| own.last.as_ref().map(|it| it.period)).collect();
    assert_eq!(last, [Some(half)]);
}

#[test]
fn reports_are_owed_until_they_are_marked_received() {
    let duty = ReportDuty {
        body_kind: Some(BodyKind::Agency),
        cycle: Cycle::Month,
        due_day: Some(10),
        cutoff: Cutoff::Statutory,
        ..ReportDuty::new("d".into())
    };
    let programme = programme(|draft| {
        put(draft, &duty);
        receive(draft, [(1, ReceivedState::Received), (2, ReceivedState::Late), (3, ReceivedState::Missing)]);
    });
    let due = |day: &str, body: &str| {
        let found = reports_due(&programme, &duty, &NodeId::from(body), &context(&programme, day));
        found.iter().map(|report| (report.period.index(), report.due.to_string())).collect::<Vec<_>>()
    };
    // A statutory month ends on the 14th: the tenth after it is in the next month.
    assert_eq!(due("2025-04-15", "tc"), [(3, "2025-04-10".to_owned()), (4, "2025-05-10".to_owned())]);
    assert_eq!(due("2025-01-14", "nv"), []);
    assert_eq!(BodyWork::of(&programme, &"nv".into(), &context(&programme, "2025-04-15")).reports.len(), 4);
    assert_eq!(BodyWork::of(&programme, &"dtn".into(), &context(&programme, "2025-04-15")).reports.len(), 0);
    // The 31st of a short month is its last day; what is asked for on demand is owed by no calendar.
    let last = ReportDuty { due_day: Some(31), cutoff: Cutoff::Calendar, ..duty.clone() };
    let found = reports_due(&programme, &last, &"nv".into(), &context(&programme, "2025-02-01"));
    assert_eq!(found[0].due, date("2025-02-28"));
    let on_demand = ReportDuty { cycle: Cycle::OnDemand, ..duty.clone() };
    assert_eq!(reports_due(&programme, &on_demand, &"nv".into(), &context(&programme, "2025-12-31")), []);
}

#[test]
fn a_report_on_demand_is_told_to_who_sends_it_and_shown_where_it_came() {
    let duty = ReportDuty {
        body_kind: Some(BodyKind::Agency),
        cycle: Cycle::OnDemand,
        title: "Báo cáo đột xuất".into(),
        ..ReportDuty::new("d".into())
    };
    let programme = programme(|draft| {
        put(draft, &duty);
        receive(draft, [(2, ReceivedState::Received), (3, ReceivedState::Late), (4, ReceivedState::Missing)]);
    });
    let context = context(&programme, "2025-05-10");
    let work = |body: &str| BodyWork::of(&programme, &body.into(), &context);
    let told = |body: &str| work(body).occasional.iter().map(|report| report.came.clone()).collect::<Vec<_>>();
    assert_eq!((told("tc"), told("nv"), told("dtn")), (vec![vec![month(2), month(3)]], vec![vec![]], vec![]));
    assert!(work("tc").reports.is_empty());
    let shown = |body: &str, year: i32| {
        let row = &reports_of_year(&programme, &context, year)[body];
        row.marks.iter().map(|mark| (mark.period.index(), mark.standing)).collect::<Vec<_>>()
    };
    assert_eq!(shown("tc", 2025), [(2, ReportStanding::Received), (3, ReportStanding::Late)]);
    assert_eq!((shown("tc", 2026), shown("nv", 2025)), (vec![], vec![]));
    // Nothing says when it was due: it counts neither as in time nor as late, and no day makes it late.
    let row = &reports_of_year(&programme, &context, 2025)[&NodeId::from("tc")];
    assert_eq!(row.on_time(), (0, 0));
    let next = |at: usize| row.marks[at].next_state(date("2025-12-31"));
    assert_eq!((next(0), next(1)), (Some(ReceivedState::Late), None));
}

#[test]
fn what_comes_again_counts_by_the_next_time_it_comes_and_is_never_overdue() {
    let programme = programme(|draft| {
        for (id, deadline, state) in [
            ("month", "every month", TaskState::Ongoing),
            ("quarter", "every quarter", TaskState::Ongoing),
            ("half", "every half-year", TaskState::NotStarted),
            ("nine", "every nine-months", TaskState::Ongoing),
            ("days", "yearly 06-01 10-08", TaskState::Ongoing),
            ("closed", "every year", TaskState::Done),
            ("theme", "every thematic", TaskState::Ongoing),
        ] {
            task(draft, id, deadline, state);
            part(draft, id, "tc", Role::Lead);
        }
    });
    let day = |deadline: &str, on: &str| {
        deadline.parse::<Deadline>().unwrap().day_at(date(on)).map(|day| day.to_string()).unwrap_or_default()
    };
    assert_eq!(day("every month", "2025-02-28"), "2025-02-28");
    assert_eq!(day("every quarter", "2025-10-05"), "2025-12-31");
    assert_eq!(day("every half-year", "2025-06-30"), "2025-06-30");
    assert_eq!(day("every nine-months", "2025-10-05"), "2026-09-30");
    assert_eq!(day("yearly 06-01 11-15", "2025-06-02"), "2025-11-15");
    assert_eq!(day("yearly 06-01 11-15", "2025-11-16"), "2026-06-01");
    assert_eq!(day("yearly 02-29", "2025-01-01"), "2025-02-28");
    assert_eq!(day("every on-demand", "2025-01-01"), "");
    let context = context(&programme, "2025-10-05");
    let work = BodyWork::of(&programme, &"tc".into(), &context);
    let expected =
        TaskCounts { done_on_time: 1, open_on_time: 5, due_soon: 1, without_deadline: 1, ..TaskCounts::default() };
    assert_eq!(work.load(&context), expected);
    assert_eq!(work.tasks[0].item.id.as_str(), "days", "the next to come stands first");
}

#[test]
fn a_year_of_reports_says_what_came_what_is_open_and_what_is_missing() {
    use ReportStanding::{Future, Late, Missing, Open, Received};

    let kind = ReportDuty {
        body_kind: Some(BodyKind::Agency),
        cycle: Cycle::Quarter,
        due_day: Some(10),
        ..ReportDuty::new("q".into())
    };
    let named = ReportDuty { body: Some("tc".into()), cycle: Cycle::Year, ..ReportDuty::new("y".into()) };
    let theme = ReportDuty { body: Some("dtn".into()), cycle: Cycle::Thematic, ..ReportDuty::new("t".into()) };
    let quarter = |index| Period::new(2025, PeriodLength::Quarter, index).unwrap();
    let programme = programme(|draft| {
        put(draft, &Body { successor: Some(("nv".into(), date("2025-09-01"))), ..Body::new("old".into()) });
        for duty in [&kind, &named, &theme] {
            put(draft, duty);
        }
        for (body, index, state) in [
            ("tc", 1, ReceivedState::Received),
            ("tc", 2, ReceivedState::Late),
            ("old", 2, ReceivedState::Received),
            ("nv", 1, ReceivedState::Missing),
        ] {
            let id = NodeId::from(format!("{body}{index}"));
            put(draft, &ReceivedMark { state, ..ReceivedMark::new(id, "q".into(), body.into(), quarter(index)) });
        }
    });
    let all = reports_of_year(&programme, &context(&programme, "2025-10-05"), 2025);
    let standings = |body: &str| {
        let row = &all[&NodeId::from(body)];
        row.marks.iter().map(|mark| mark.standing).collect::<Vec<_>>()
    };
    assert_eq!(standings("tc"), [Received, Late, Open, Future, Future]);
    assert_eq!(standings("nv"), [Missing, Received, Open, Future], "a merged body's report has come");
    assert_eq!(all[&NodeId::from("nv")].marks[1].body.as_str(), "old", "its mark is the one that changes");
    assert_eq!((standings("dtn"), &all[&NodeId::from("dtn")].cycles[..]), (Vec::new(), &[Cycle::Thematic][..]));
    assert_eq!(all[&NodeId::from("tc")].on_time(), (1, 2));
    assert_eq!(all[&NodeId::from("nv")].on_time(), (1, 2));
    // A press goes on: first as the day has it, then the other way, then none.
    let marks = &all[&NodeId::from("tc")].marks;
    let next = |at: usize, day: &str| marks[at].next_state(date(day));
    assert_eq!(next(2, "2025-10-05"), Some(ReceivedState::Received));
    assert_eq!(next(2, "2025-10-11"), Some(ReceivedState::Late));
    assert_eq!([next(0, "2025-10-05"), next(1, "2025-10-05")], [None, Some(ReceivedState::Received)]);
    assert_eq!([next(0, "2025-04-01"), next(1, "2025-07-01")], [Some(ReceivedState::Late), None]);
}
