//! Ids that say what a node is: the one root, and things that exist once by nature. Two people who enter one figure
//! write to one node, so that they meet in a conflict and not in a duplicate.

use super::{Period, Role};
use crate::document::{Author, NodeId};

/// The id of the programme's own node.
pub const ROOT: &str = "programme";

/// Where one figure belongs: a measure, a period and, where bodies report apart, a body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub measure: NodeId,
    pub period: Period,
    pub body: Option<NodeId>,
}

impl Cell {
    pub fn id(&self) -> NodeId {
        format!("o.{}.{}.{}", self.measure, self.period, self.body.as_ref().map_or("-", NodeId::as_str)).into()
    }
}

pub fn root() -> NodeId {
    ROOT.into()
}

pub(crate) fn engagement(subject: &NodeId, body: &NodeId, role: Role) -> NodeId {
    format!("e.{subject}.{body}.{}", role.word()).into()
}

pub(crate) fn received(duty: &NodeId, body: &NodeId, period: Period) -> NodeId {
    format!("r.{duty}.{body}.{period}").into()
}

/// One judgement a person; writers who gave no name are told apart by their session.
pub(crate) fn judgement(subject: &NodeId, period: Period, author: &Author) -> NodeId {
    let person = if author.person.is_empty() { author.actor.as_str() } else { &author.person };
    format!("v.{subject}.{period}.{person}").into()
}
