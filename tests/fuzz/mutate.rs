//! Damage to a text of JSON: half of it keeps the JSON whole and so reaches the rules behind the parser.

/// What hurts: limits, wrong kinds, ids of the format, signs that editors and Excel leave.
const WORDS: &[&str] = &[
    "null",
    "true",
    "-1",
    "0",
    "1e999",
    "-0.0",
    "9007199254740991",
    "9007199254740992",
    "99999999999999999999",
    "\"\"",
    "[]",
    "{}",
    "[[]]",
    "{\"@\":\"0.1\"}",
    "\"0.1\"",
    "\"0.0\"",
    "\"9.zzzz\"",
    "\"root\"",
    "\"programme\"",
    "\"item\"",
    "\"measure\"",
    "\"observation\"",
    "\"2025-02-30\"",
    "\"9999-12-31\"",
    "\"0001-01-01\"",
    "\"2025-13\"",
    "\"2025-Q4\"",
    "\"-0.0000000000000000000000000001\"",
    "\"79228162514264337593543950335\"",
    "\"1.114,5\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"e\\u0323\\u0302\"",
    "\"\u{feff}\"",
    "\"\u{202e}x\"",
    "\"n\\n\\tư\"",
];
/// Single signs that shift the structure.
const SIGNS: &[&str] =
    &["{", "}", "[", "]", ",", ":", "\"", "\\", "-", ".", "e", "\n", "\u{0}", "ộ", "\u{301}", "\u{1f1fb}"];
/// A round changes at most this many places.
const MAX_CHANGES: usize = 4;

/// `SplitMix64`.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_f491_4f6c_dd1d))
    }

    /// Below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((bits ^ (bits >> 31)) % u64::try_from(limit).unwrap()).unwrap()
    }

    pub fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// Some damage to `seed`, with pieces of `other` in it.
pub fn mutate(seed: &str, other: &str, random: &mut Random) -> Vec<u8> {
    let mut text = seed.as_bytes().to_vec();
    let keeps_json = random.below(2) == 0;
    for _ in 0..=random.below(MAX_CHANGES) {
        if keeps_json {
            swap_a_value(&mut text, other.as_bytes(), random);
        } else {
            spoil(&mut text, other.as_bytes(), random);
        }
    }
    text
}

/// One string, number or word of JSON becomes another one.
fn swap_a_value(text: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let Some(old) = value_from(text, random.below(text.len())) else { return };
    let is_stamp = [b"\"@\":", b"\"~\":"].iter().any(|name| text[..old.start].ends_with(*name));
    // Stamps that do not fit end the reading early.
    if is_stamp && random.below(8) > 0 {
        return;
    }
    let new = match random.below(3) {
        0 => random.pick(WORDS).as_bytes().to_vec(),
        1 => value_from(other, random.below(other.len())).map_or(Vec::new(), |range| other[range].to_vec()),
        _ => value_from(text, random.below(text.len())).map_or(Vec::new(), |range| text[range].to_vec()),
    };
    text.splice(old, new);
}

/// The first value that begins after a place.
fn value_from(text: &[u8], from: usize) -> Option<std::ops::Range<usize>> {
    let opens = |byte: &u8| *byte == b'"' || byte.is_ascii_digit() || byte.is_ascii_lowercase();
    let line = text.get(from..)?;
    // After a sign that stands before values, and seldom names.
    let sign = line.iter().position(|byte| b"[:".contains(byte))?;
    let start = from + sign + line[sign..].iter().position(opens)?;
    let rest = &text[start..];
    let length = if rest[0] == b'"' {
        let mut is_escaped = false;
        1 + rest[1..].iter().position(|byte| {
            let is_end = *byte == b'"' && !is_escaped;
            is_escaped = *byte == b'\\' && !is_escaped;
            is_end
        })? + 1
    } else {
        rest.iter().position(|byte| !opens(byte) && *byte != b'.')?
    };
    Some(start..start + length)
}

/// Bytes lost, doubled, flipped, put in.
pub fn spoil(text: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    if text.is_empty() {
        return;
    }
    let at = random.below(text.len());
    let end = (at + 1 + random.below(64)).min(text.len());
    match random.below(6) {
        0 => text[at] ^= 1 << random.below(8),
        1 => drop(text.drain(at..end)),
        2 => {
            let piece = text[at..end].to_vec();
            text.splice(at..at, piece);
        }
        3 => {
            text.splice(at..at, random.pick(SIGNS).bytes());
        }
        4 => {
            let from = random.below(other.len());
            let to = (from + random.below(200)).min(other.len());
            text.splice(at..end, other[from..to].iter().copied());
        }
        // Cut, as by a broken download; seldom, as it leaves little to look at.
        _ if random.below(4) == 0 => text.truncate(at),
        _ => {
            text.splice(at..at, random.pick(WORDS).bytes());
        }
    }
}
