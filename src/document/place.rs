//! Keys that order siblings, and the tree of places.
//!
//! A key is a fraction written in base 36, so that there is always room between two of them. It ends with the writer's
//! tag and a number within the writer's run: the rows that one session adds at one spot share everything up to the
//! tag, so they stay together when another office adds rows at the same spot. Siblings are sorted by (key, id).

use std::collections::{BTreeMap, BTreeSet};

use super::{ActorId, Document, NodeId};

/// The digit in the middle: the first of a run, with room before and after.
const MIDDLE: char = 'i';
const TAG_LENGTH: usize = 5;
/// Our own keys stay far below this. A longer one is cut before it is built upon, so that it cannot make others grow.
const LONGEST: usize = 256;

/// A key for a row between two siblings; `None` is the start or the end.
///
/// Deterministic: what keeps two offices' keys apart is the actor, which is random and new in every session.
/// Where hostile or doubled keys leave no room, the key follows `before`, and the order is still the same everywhere.
pub fn key_between(before: Option<&str>, after: Option<&str>, writer: &ActorId) -> String {
    let before = before.map(bounded).filter(|key| !key.is_empty());
    let after = after.map(bounded).filter(|key| before.is_none_or(|before| before < *key));
    let tag = tag(writer);
    let run_before = before.and_then(|key| run(key, &tag));
    let run_after = after.and_then(|key| run(key, &tag));
    let fits = |key: &String| before.is_none_or(|b| b < key.as_str()) && after.is_none_or(|a| key.as_str() < a);
    let within = match (run_before, run_after) {
        // On from the writer's own last row there, or up from the first.
        (Some((run, number)), other) if other.is_none_or(|(other, _)| other != run) => {
            following(number).map(|next| format!("{run}{next}"))
        }
        (None, Some((run, number))) => preceding(number).map(|next| format!("{run}{next}")),
        _ => None,
    };
    within.filter(fits).unwrap_or_else(|| {
        let start = match (before, after) {
            (None, None) => Some(MIDDLE.to_string()),
            (Some(before), None) => following(before),
            (None, Some(after)) => preceding(after),
            (Some(before), Some(after)) => middle(before, after),
        };
        let key = start.map(|start| format!("{start}{tag}{MIDDLE}")).filter(fits);
        key.unwrap_or_else(|| format!("{}{tag}{MIDDLE}", before.unwrap_or_default()))
    })
}

/// Keys for several rows that are added in one go.
pub fn keys_between(before: Option<&str>, after: Option<&str>, writer: &ActorId, count: usize) -> Vec<String> {
    let mut keys: Vec<String> = Vec::with_capacity(count);
    for _ in 0..count {
        keys.push(key_between(keys.last().map(String::as_str).or(before), after, writer));
    }
    keys
}

impl Document {
    /// All that stands below a node by its place, at any depth, deleted or not. A cycle ends where it closes.
    pub fn descendants(&self, id: &NodeId) -> Vec<NodeId> {
        let mut children: BTreeMap<&str, Vec<&NodeId>> = BTreeMap::new();
        for (child, node) in &self.nodes {
            if let Some((parent, _)) = node.place() {
                children.entry(parent).or_default().push(child);
            }
        }
        let mut found = BTreeSet::new();
        found.insert(id);
        let mut open = vec![id];
        while let Some(parent) = open.pop() {
            for child in children.get(parent.as_str()).into_iter().flatten() {
                if found.insert(child) {
                    open.push(child);
                }
            }
        }
        found.remove(id);
        found.into_iter().cloned().collect()
    }
}

/// The actor's mark in keys: the last five base-36 digits of a 64-bit FNV-1a hash's upper half.
fn tag(writer: &ActorId) -> String {
    let hash = writer
        .as_str()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    number(u32::try_from(hash >> 33).unwrap_or_default(), TAG_LENGTH)
}

/// A key of the writer's own, in two: up to the tag, and the number within the run.
fn run<'k>(key: &'k str, tag: &str) -> Option<(&'k str, &'k str)> {
    let end = key.rfind(tag)? + tag.len();
    (end < key.len()).then(|| key.split_at(end))
}

/// A short text that sorts after every text that begins like `key`: digits counted on by one. A leading run of `z`
/// says how many digits follow (1, 2, 4), so that a thousand rows in a row take four characters, not a hundred.
fn following(key: &str) -> Option<String> {
    let longer = key.bytes().take_while(|digit| *digit == b'z').count();
    let width = 1_usize.checked_shl(u32::try_from(longer).ok()?).filter(|width| *width <= 4)?;
    let digits = key.as_bytes().get(longer..)?;
    let value =
        (0..width).try_fold(0, |value, index| Some(value * 36 + digit(digits.get(index).copied().unwrap_or(b'0'))?))?;
    let next = number(value + 1, width);
    let prefix = "z".repeat(longer);
    Some(if next.starts_with('z') { format!("{prefix}z{}", number(1, width * 2)) } else { format!("{prefix}{next}") })
}

/// A short text that sorts before `key`, as no part of it, with room before itself.
fn preceding(key: &str) -> Option<String> {
    match digit(*key.as_bytes().first()?)? {
        0 | 1 => middle("", key),
        first => Some(number(first - 1, 1)),
    }
}

/// The shortest text between two others such that whatever is put behind it stays between them.
fn middle(before: &str, after: &str) -> Option<String> {
    let shared: usize = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let mut text = before[..shared].to_owned();
    let mut low = before[shared..].bytes();
    let mut high = Some(after[shared..].bytes());
    loop {
        let from = low.next().map_or(Some(0), digit)?;
        let to = match &mut high {
            // Everything above `before` is free, or `after` ends here and leaves no room.
            None => 36,
            Some(high) => digit(high.next()?)?,
        };
        if to > from + 1 {
            text.push_str(&number(u32::midpoint(from, to), 1));
            return Some(text);
        }
        text.push_str(&number(from, 1));
        if to > from {
            high = None;
        }
    }
}

fn digit(byte: u8) -> Option<u32> {
    // Capital letters are no digits here: two texts would stand for one fraction.
    char::from(byte).to_digit(36).filter(|_| !byte.is_ascii_uppercase())
}

/// The last `width` base-36 digits of a number.
fn number(value: u32, width: usize) -> String {
    let mut digits = vec!['0'; width];
    let mut rest = value;
    for slot in digits.iter_mut().rev() {
        *slot = char::from_digit(rest % 36, 36).unwrap_or('0');
        rest /= 36;
    }
    digits.into_iter().collect()
}

fn bounded(key: &str) -> &str {
    let mut end = key.len().min(LONGEST);
    while !key.is_char_boundary(end) {
        end -= 1;
    }
    &key[..end]
}
