//! Stamps and times as the file writes them: `3.1a` is count 46 of the fourth actor; `2025-09-28T03:12Z`.

use std::fmt::Write as _;

use time::{Date, Month, UtcDateTime};

use super::finding::Code;
use crate::document::{ActorId, Stamp, Timestamp};

/// Writes `<actor index>.<count base 36>`.
pub(super) fn push(out: &mut String, actor: usize, mut count: u64) {
    let _ = write!(out, "{actor}.");
    let mut digits = [0_u8; 13];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b"0123456789abcdefghijklmnopqrstuvwxyz"[(count % 36) as usize];
        count /= 36;
        if count == 0 {
            break;
        }
    }
    out.extend(digits[start..].iter().map(|digit| char::from(*digit)));
}

/// Reads `<actor index>.<count base 36>`. Only the one form that is written is read, so that no stamp has two names.
pub(super) fn parse(text: &str, actors: &[ActorId]) -> Result<Stamp, Code> {
    let bad = || Code::BadStamp { text: text.to_owned() };
    let (index, count) = text.split_once('.').ok_or_else(bad)?;
    let plain = |digits: &str, base: u32| {
        !digits.is_empty()
            && (digits == "0" || !digits.starts_with('0'))
            && digits.chars().all(|digit| digit.is_digit(base) && !digit.is_ascii_uppercase())
    };
    if !plain(index, 10) || !plain(count, 36) || count == "0" {
        return Err(bad());
    }
    let count = u64::from_str_radix(count, 36).ok().filter(|count| *count < Stamp::LIMIT);
    let count = count.ok_or_else(|| Code::CountTooLarge { text: text.to_owned() })?;
    let actor = index.parse::<usize>().ok().and_then(|index| actors.get(index));
    let actor = actor.ok_or_else(|| Code::UnknownActor { text: text.to_owned() })?;
    Ok(Stamp { count, actor: actor.clone() })
}

/// The times that have a form in the file: the years 0 to 9999.
const TIMES: std::ops::RangeInclusive<i64> = -62_167_219_200_000..=253_402_300_799_999;

/// Writes a time, as short as it can be said: minutes, else seconds, else milliseconds.
pub(super) fn push_time(out: &mut String, at: Timestamp) {
    let millis = at.0.clamp(*TIMES.start(), *TIMES.end());
    // In range by the line above; the epoch stands for what cannot occur.
    let moment = UtcDateTime::from_unix_timestamp(millis.div_euclid(1000)).unwrap_or(UtcDateTime::UNIX_EPOCH);
    let (date, clock) = (moment.date(), moment.time());
    let _ = write!(
        out,
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.year(),
        u8::from(date.month()),
        date.day(),
        clock.hour(),
        clock.minute()
    );
    let rest = millis.rem_euclid(1000);
    if rest != 0 {
        let _ = write!(out, ":{:02}.{rest:03}", clock.second());
    } else if clock.second() != 0 {
        let _ = write!(out, ":{:02}", clock.second());
    }
    out.push('Z');
}

pub(super) fn parse_time(text: &str) -> Option<Timestamp> {
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| -> Option<u16> {
        let part = bytes.get(range)?;
        part.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0')))
    };
    let small = |start: usize| digits(start..start + 2).and_then(|number| u8::try_from(number).ok());
    let shape = |at: usize, mark: u8| bytes.get(at) == Some(&mark);
    if !(shape(4, b'-') && shape(7, b'-') && shape(10, b'T') && shape(13, b':') && bytes.last() == Some(&b'Z')) {
        return None;
    }
    let (second, milli) = match bytes.len() {
        17 => (0, 0),
        20 if shape(16, b':') => (small(17)?, 0),
        24 if shape(16, b':') && shape(19, b'.') => (small(17)?, digits(20..23)?),
        _ => return None,
    };
    let month = Month::try_from(small(5)?).ok()?;
    let date = Date::from_calendar_date(i32::from(digits(0..4)?), month, small(8)?).ok()?;
    let moment = date.with_hms_milli(small(11)?, small(14)?, second, milli).ok()?.assume_utc();
    Some(Timestamp(moment.unix_timestamp() * 1000 + i64::from(milli)))
}
