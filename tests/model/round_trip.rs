//! Every record, every choice and every compound value goes into the document and comes back as it was.

use std::fmt::Debug;

use tiendo::document::{ActorId, Author, Document, Draft, NodeId, Timestamp, Value};
use tiendo::model::*;

use crate::world::{cell, day};

fn committed(write: impl FnOnce(&mut Draft)) -> Programme {
    let mut draft = Draft::default();
    write(&mut draft);
    let mut document = Document::new("test");
    let author = Author { actor: ActorId::from("lan"), person: "Lan".into(), body: String::new() };
    document.commit(draft, &author, Timestamp(7)).unwrap();
    let programme = Programme::read(document);
    assert!(!programme.review().iter().any(|it| matches!(it, Review::Fields { .. } | Review::Unreadable { .. })));
    programme
}

#[track_caller]
fn round<R: Filed + PartialEq + Debug>(table: fn(&Programme) -> &Table<R>, record: &R) {
    let programme = committed(|draft| record.write(record.id(), draft));
    assert_eq!(table(&programme).get(record.id().as_str()).map(AsRef::as_ref), Some(record));
}

fn place() -> Place {
    Place { parent: "p".into(), key: "i0abcdei".into() }
}

fn decimal(text: &str) -> Decimal {
    read_decimal(text).unwrap()
}

fn targets() -> Vec<Target> {
    let value = || decimal("7.50");
    vec![
        Target::GreaterThan(value()),
        Target::AtLeast(value()),
        Target::Reach(value()),
        Target::About { value: value(), tolerance: None },
        Target::About { value: value(), tolerance: Some(decimal("0.1")) },
        Target::LessThan(value()),
        Target::AtMost(value()),
        Target::Between(decimal("7.5"), decimal("8")),
        Target::Maintain(value()),
        Target::ReduceBy(ChangeBy::Amount(decimal("1114"))),
        Target::ReduceBy(ChangeBy::Share(decimal("0.05"))),
        Target::IncreaseBy(ChangeBy::Amount(decimal("3"))),
        Target::IncreaseBy(ChangeBy::Share(decimal("0.10"))),
        Target::Zero,
        Target::RankTop(5),
        Target::GradeAtLeast(Grade::Good),
        Target::Yes,
        Target::TowardsLower,
        Target::TowardsHigher,
        Target::Hold,
        Target::Narrative,
    ]
}

fn deadlines() -> Vec<Deadline> {
    let days =
        |list: &[(u8, Option<u8>)]| list.iter().map(|(month, day)| DayOfYear::new(*month, *day).unwrap()).collect();
    let mut deadlines = vec![
        Deadline::Unset,
        Deadline::None,
        Deadline::On(day("2025-10-15")),
        Deadline::Yearly(days(&[(12, None)])),
        Deadline::Yearly(days(&[(6, Some(1)), (11, Some(15)), (2, Some(29))])),
    ];
    deadlines.extend(["2025", "2025-H1", "2025-Q4", "2025-11"].map(|period| Deadline::Within(period.parse().unwrap())));
    deadlines.extend(Cycle::ALL.iter().map(|cycle| Deadline::Every(*cycle)));
    deadlines
}

fn full_measure() -> Measure {
    Measure {
        id: "m".into(),
        place: place(),
        name: "Tạo việc làm mới".into(),
        unit: "lao động".into(),
        decimals: 2,
        lower_bound: Some(decimal("0")),
        upper_bound: Some(decimal("100.0")),
        target: Target::Reach(decimal("140000")),
        direction: Direction::Lower,
        value_kind: ValueKind::Flow,
        period: PeriodLength::Quarter,
        judged_by: Some(PeriodLength::HalfYear),
        baseline: Some(Baseline { year: 2024, value: decimal("-1.50"), source: "Niên giám".into() }),
        interim: vec![
            Interim { period: "2025-Q1".parse().unwrap(), value: decimal("10") },
            Interim { period: "2025-H1".parse().unwrap(), value: decimal("20.0") },
        ],
        pace: PaceRule::Straight,
        maintain: Maintain::EveryPeriod,
        method: Method::CompoundGrowth,
        weight: decimal("2.5"),
        owner: Some("vp".into()),
        source: "Sở Nội vụ".into(),
        method_note: "cộng dồn".into(),
        lag_days: 15,
        revisions: vec![TargetRevision {
            date: day("2025-02-24"),
            old: Target::GreaterThan(decimal("8")),
            new: Target::Reach(decimal("140000")),
            document: "Nghị quyết 25".into(),
        }],
        scope_since: Some(day("2025-07-01")),
        quote: "Tạo việc làm mới cho 140.000 lao động".into(),
    }
}

fn full_item() -> Item {
    Item {
        id: "a".into(),
        place: place(),
        kind: ItemKind::Task,
        title: "Rà soát".into(),
        text: "Rà soát,\nđánh giá".into(),
        printed_label: Some("5".into()),
        numbering: Numbering::Running,
        state: TaskState::Done,
        percent: Some(100),
        deadline: Deadline::On(day("2025-10-15")),
        completed: Some(day("2025-10-01")),
        product: "Kế hoạch".into(),
        note: "ghi chú".into(),
    }
}

#[test]
fn full_records_come_back() {
    round(Programme::items, &full_item());
    round(Programme::measures, &full_measure());
    let section = Section {
        place: place(),
        kind: SectionKind::Tasks,
        title: "Nhiệm vụ".into(),
        printed_label: Some("A".into()),
        numbering: Numbering::Letter,
        ..Section::new("s".into())
    };
    round(Programme::sections, &section);
    let body = Body {
        name: "Văn phòng".into(),
        short_name: "VP".into(),
        kind: BodyKind::PartyOffice,
        parent: Some("p".into()),
        successor: Some(("q".into(), day("2025-07-01"))),
        ..Body::new("b".into())
    };
    round(Programme::bodies, &body);
    let engagement = Engagement {
        role: Role::Lead,
        deadline: Deadline::None,
        product: "Báo cáo".into(),
        state: TaskState::Ongoing,
        percent: Some(0),
        completed: Some(day("2025-01-01")),
        ..Engagement::new("e".into(), "a".into(), "b".into())
    };
    round(Programme::engagements, &engagement);
    let update = Update {
        author: "Lan".into(),
        text: "đã xong".into(),
        state: Some(TaskState::NotStarted),
        percent: Some(5),
        written: Timestamp(7),
        ..Update::new("u".into(), "a".into(), day("2025-09-30"))
    };
    round(Programme::updates, &update);
    let duty = ReportDuty {
        body: Some("b".into()),
        body_kind: Some(BodyKind::Union),
        item: Some("a".into()),
        cycle: Cycle::Thematic,
        cutoff: Cutoff::Statutory,
        due_day: Some(31),
        title: "Báo cáo".into(),
        ..ReportDuty::new("d".into())
    };
    round(Programme::duties, &duty);
    let q3: Period = "2025-Q3".parse().unwrap();
    let mark =
        ReceivedMark { state: ReceivedState::Received, ..ReceivedMark::new("r".into(), "d".into(), "b".into(), q3) };
    round(Programme::received, &mark);
    round(Programme::links, &Link { kind: LinkKind::SameFact, ..Link::new("l".into(), "a".into(), "m".into()) });
    let judgement = Judgement {
        scale: 5,
        text: "tốt".into(),
        author: "Lan".into(),
        date: Some(day("2025-10-05")),
        ..Judgement::new("v".into(), "m".into(), q3)
    };
    round(Programme::judgements, &judgement);
    let request = ExplanationRequest {
        from: "Thường trực".into(),
        due: Some(day("2025-10-20")),
        answer: "do mưa".into(),
        ..ExplanationRequest::new("q".into(), "b".into(), "m".into())
    };
    round(Programme::requests, &request);
    let at = cell("m", "2025-09");
    let observation = Observation {
        body: Some("b".into()),
        figure: Some(Figure { reading: Reading::Number(decimal("-0.50")), is_estimate: true }),
        note: "n".into(),
        evidence: "https://example.org".into(),
        source: "s".into(),
        state: FigureState::Approved,
        reason: "r".into(),
        entered: Timestamp(7),
        is_sample: true,
        ..Observation::new(at.id(), at.measure, at.period)
    };
    round(Programme::observations, &observation);
}

#[test]
fn the_head_comes_back() {
    let head = Head {
        number: "01-CTr/ĐU".into(),
        title: "Chương trình công tác năm 2025".into(),
        first_year: 2025,
        last_year: 2030,
        issuer: "Đảng ủy".into(),
        parent_issuer: "Đảng bộ Thành phố".into(),
        place: "Thành phố Hồ Chí Minh".into(),
        date: Some(day("2025-01-25")),
        theme: "chủ đề".into(),
        preamble: "Căn cứ".into(),
        legal_bases: vec!["Quyết định 199".into(), String::new()],
        recipients: vec!["Lưu Văn phòng".into()],
        signatory: Signatory { authority: "T/M".into(), title: "Phó Bí thư".into(), name: "A".into() },
        settings: Settings {
            edges: PeriodEdges::Statutory,
            due_days: 10,
            off_track_share: decimal("0.2"),
            near_share: Some(decimal("0.95")),
            about_share: decimal("0.05"),
            due_soon_days: 3,
        },
        is_sample: true,
        as_of: Some(day("2025-10-05")),
        locked: vec!["2025-Q1".parse().unwrap(), "2025-Q2".parse().unwrap()],
    };
    let programme = committed(|draft| head.write(&ROOT.into(), draft));
    assert_eq!(*programme.head().as_ref(), head);
    let empty = committed(|draft| draft.set(&ROOT.into(), Head::KIND, "title", "T"));
    assert_eq!(
        *empty.head().as_ref(),
        Head { title: "T".into(), ..Head::default() },
        "what is not there has its default"
    );
}

#[test]
fn every_target_deadline_and_reading_comes_back() {
    for target in targets() {
        round(Programme::measures, &Measure { target, ..full_measure() });
    }
    for deadline in deadlines() {
        assert_eq!(deadline.to_string().parse(), Ok(deadline.clone()));
        round(Programme::items, &Item { deadline, ..full_item() });
    }
    let readings = [
        Reading::Number(decimal("0.00")),
        Reading::Ratio { numerator: decimal("1"), denominator: decimal("3.0") },
        Reading::Rank(Some(29)),
        Reading::Rank(None),
        Reading::YesNo(true),
        Reading::YesNo(false),
        Reading::Text(String::new()),
    ];
    let grades = Grade::ALL.iter().map(|grade| Reading::Grade(*grade));
    for reading in readings.into_iter().chain(grades) {
        for is_estimate in [false, true] {
            let at = cell("m", "2025-09");
            let figure = Some(Figure { reading: reading.clone(), is_estimate });
            let new = Observation::new(at.id(), at.measure, at.period);
            round(Programme::observations, &Observation { figure, entered: Timestamp(7), ..new });
        }
    }
}

#[test]
fn digits_are_kept_as_typed() {
    for text in ["1", "1.0", "1.00", "-0.10", "140000"] {
        let measure = Measure { weight: decimal(text), ..full_measure() };
        let programme = committed(|draft| measure.write(&measure.id, draft));
        assert_eq!(programme.measures().get("m").unwrap().weight.to_string(), text);
    }
}

/// Every choice with its words: they are in files, so that a changed one breaks this test on purpose.
#[test]
fn words_are_fixed_and_come_back() {
    macro_rules! check {
        ($($choice:ident: $words:literal;)+) => {
            $(
                let words: Vec<&str> = $choice::ALL.iter().map(|choice| choice.word()).collect();
                assert_eq!(words.join(" "), $words);
                for choice in $choice::ALL {
                    assert_eq!($choice::from_word(choice.word()), Some(*choice));
                }
                assert_eq!($choice::from_word("of-tomorrow"), None);
            )+
        };
    }
    check! {
        SectionKind: "tasks indicators solutions implementation free";
        ItemKind: "task indicator-group indicator solution assignment paragraph";
        Numbering: "auto running nested bracket letter dash plus none";
        LinkKind: "contributes-to implements see-also same-fact";
        ValueKind: "flow running-total level rate rank grade yes-no text";
        PaceRule: "auto straight target-itself at-end";
        Maintain: "at-end every-period";
        Method: "annual compound-growth";
        Direction: "higher lower";
        Grade: "failed completed good excellent";
        FigureState: "draft submitted approved returned";
        PeriodLength: "month quarter half-year year";
        PeriodEdges: "calendar statutory";
        BodyKind: "agency party-office party-cell union locality other";
        Cycle: "month quarter half-year nine-months year thematic on-demand";
        Cutoff: "programme calendar statutory";
        ReceivedState: "received late missing";
        TaskState: "not-started ongoing done paused cancelled";
        Role: "lead coordinate monitor";
    }
    for kind in ItemKind::ALL {
        for numbering in Numbering::ALL {
            for state in TaskState::ALL {
                round(Programme::items, &Item { kind: *kind, numbering: *numbering, state: *state, ..full_item() });
            }
        }
    }
    for value_kind in ValueKind::ALL {
        for period in PeriodLength::ALL {
            for direction in Direction::ALL {
                round(
                    Programme::measures,
                    &Measure { value_kind: *value_kind, period: *period, direction: *direction, ..full_measure() },
                );
            }
        }
    }
    for (pace, maintain) in PaceRule::ALL.iter().flat_map(|pace| Maintain::ALL.iter().map(move |it| (*pace, *it))) {
        for method in Method::ALL {
            round(Programme::measures, &Measure { pace, maintain, method: *method, ..full_measure() });
        }
    }
    for (cycle, cutoff) in Cycle::ALL.iter().flat_map(|cycle| Cutoff::ALL.iter().map(move |it| (*cycle, *it))) {
        round(Programme::duties, &ReportDuty { cycle, cutoff, title: "t".into(), ..ReportDuty::new("d".into()) });
    }
    for kind in BodyKind::ALL {
        round(Programme::bodies, &Body { kind: *kind, name: "b".into(), ..Body::new("b".into()) });
    }
    for role in Role::ALL {
        round(
            Programme::engagements,
            &Engagement { role: *role, ..Engagement::new("e".into(), "a".into(), "b".into()) },
        );
    }
    for kind in LinkKind::ALL {
        round(Programme::links, &Link { kind: *kind, ..Link::new("l".into(), "a".into(), "m".into()) });
    }
}

#[test]
fn edits_write_the_fields_that_records_read() {
    let measure = full_measure();
    let mut written: Vec<(&str, Value)> = Vec::new();
    for edit in [
        MeasureEdit::Name(measure.name.clone()),
        MeasureEdit::Target(measure.target.clone()),
        MeasureEdit::Baseline(measure.baseline.clone()),
        MeasureEdit::Revisions(measure.revisions.clone()),
    ] {
        written.push((edit.field(), edit.value()));
    }
    let fields = measure.fields();
    for field in written {
        assert!(fields.contains(&field), "{field:?}");
    }
}

#[test]
fn derived_ids_tell_what_a_node_is() {
    let at = cell("m", "2025-09");
    assert_eq!(at.id().as_str(), "o.m.2025-09.-");
    assert_eq!(Cell { body: Some(NodeId::from("vp")), ..at }.id().as_str(), "o.m.2025-09.vp");
}
