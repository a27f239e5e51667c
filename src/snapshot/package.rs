//! The part of a programme that one body fills in (gói giao việc): what it has to do, with all that is needed to read it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::write_part;
use crate::document::{NodeId, Scope};
use crate::model::{Date, Filed, Programme, ROOT};

/// A file for one body: the items that it takes part in, its measures and its reports, as they stand at a day. It merges
/// back into the whole programme like any other copy. `None`: the body has nothing to do.
pub fn package(programme: &Programme, body: &NodeId, day: Date) -> Option<String> {
    let nodes = speaks_for(programme, body, day);
    if nodes.is_empty() {
        return None;
    }
    let ids = needed(programme, body, &nodes, day);
    let labels = programme.numbers_of(ids.iter());
    let scope = Scope { holder: body.clone(), nodes, labels };
    Some(write_part(programme.document(), &scope, ids.iter()))
}

/// What the body may speak for, and that of bodies that were merged into it.
fn speaks_for(programme: &Programme, body: &NodeId, day: Date) -> BTreeSet<NodeId> {
    let is_own = |id: &NodeId| programme.body_on(id.as_str(), day).is_some_and(|found| found.id == *body);
    let mut items: BTreeSet<NodeId> =
        programme.engagements().iter().filter(|part| is_own(&part.body)).map(|part| part.subject.clone()).collect();
    for measure in programme.measures().iter() {
        let reports = || {
            let mut figures = programme.observations_of(measure.id.as_str());
            figures.any(|figure| figure.body.as_ref().is_some_and(is_own))
        };
        if programme.lead_of(measure, day).is_some_and(|lead| lead.id == *body) || reports() {
            items.insert(measure.id.clone());
        }
    }
    let duties = programme.duties().iter();
    let own = duties.filter(|duty| programme.bodies_bound(duty, day).iter().any(|bound| bound.id == *body));
    items.extend(own.map(|duty| duty.id.clone()));
    items.retain(|id| programme.document().node(id.as_str()).is_some());
    items
}

/// What stands in the file: its items with all below them, what they stand under, and what belongs to those; all bodies,
/// for their names.
fn needed(programme: &Programme, body: &NodeId, items: &BTreeSet<NodeId>, day: Date) -> BTreeSet<NodeId> {
    let mut ids = items.clone();
    ids.insert(ROOT.into());
    add(&mut ids, programme.sections().iter());
    add(&mut ids, programme.bodies().iter());
    for item in items {
        ids.extend(programme.lines_below(item.as_str()).into_iter().map(|(_, line)| line.id().clone()));
        // Bounded, for a place can name itself.
        let mut above = programme.line(item.as_str());
        for _ in 0..64 {
            let Some(line) = above else { break };
            ids.insert(line.id().clone());
            above = programme.line(line.place().parent.as_str());
        }
    }
    let lines: Vec<NodeId> = ids.iter().filter(|id| programme.line(id.as_str()).is_some()).cloned().collect();
    for id in &lines {
        let id = id.as_str();
        add(&mut ids, programme.engagements_of(id));
        add(&mut ids, programme.observations_of(id));
        add(&mut ids, programme.updates().of(id));
        add(&mut ids, programme.judgements().of(id));
        // Both ends are there, or the link would hang.
        add(&mut ids, programme.links_of(id).filter(|link| lines.contains(&link.from) && lines.contains(&link.to)));
    }
    let is_own = |id: &NodeId| programme.body_on(id.as_str(), day).is_some_and(|found| found.id == *body);
    add(&mut ids, programme.requests().iter().filter(|request| is_own(&request.to) && lines.contains(&request.about)));
    add(&mut ids, programme.received().iter().filter(|mark| items.contains(&mark.duty) && is_own(&mark.body)));
    ids
}

fn add<'a, R: Filed + 'a>(ids: &mut BTreeSet<NodeId>, records: impl Iterator<Item = &'a Arc<R>>) {
    ids.extend(records.map(|record| record.id().clone()));
}
