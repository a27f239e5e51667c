//! Damaged files: whatever the text, reading ends, panics never, and what was taken in is written the same way twice.
//!
//! A small number of rounds with each test run; for as long as one likes by `cargo xtask fuzz --minutes N`. A text that
//! fails is kept in `target/fuzz/`: put it into `tests/fixtures/fuzz/`, from where every run reads it again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod documents;
mod mutate;

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use mutate::{Random, mutate};
use tiendo::evaluate::{Context, course_in, evaluate_in};
use tiendo::i18n::{Language, Message, explain};
use tiendo::model::{Date, Programme};
use tiendo::sample::sample;
use tiendo::snapshot;

/// Rounds of a test run.
const ROUNDS: u64 = 1_000;
/// A text that takes longer is a hang.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn damaged_files_are_refused_or_survive_whole() {
    let seeds = seeds();
    let judge = Judge::start();
    let (mut taken, mut round) = (0_u64, 0);
    for mut random in rounds(ROUNDS) {
        let seed = &seeds[random.below(seeds.len())];
        let other = &seeds[random.below(seeds.len())];
        taken += u64::from(judge.check(&mutate(seed, other, &mut random)));
        round += 1;
    }
    println!("{round} texts: {taken} taken in, the others refused; none failed");
    // Damage that nothing survives would look at the parser alone.
    assert!(taken * 10 > round, "only {taken} of {round} were taken in");
    assert!(taken < round, "nothing was refused");
}

#[test]
fn texts_that_once_failed() {
    let judge = Judge::start();
    for file in files("tests/fixtures/fuzz") {
        judge.check(&fs::read(file).unwrap());
    }
}

#[test]
fn a_failure_is_seen_and_kept() {
    let kept = Path::new("target/fuzz").join(name_of(b"panic"));
    let _ = fs::remove_file(&kept);
    let judge = Judge::with(|_| panic!("as a test"));
    assert!(panic::catch_unwind(panic::AssertUnwindSafe(|| judge.check(b"panic"))).is_err());
    assert_eq!(fs::read(&kept).unwrap(), b"panic");
    fs::remove_file(kept).unwrap();
}

/// A random source for each round: so many of them, or for as long as was asked, from the seed that was given.
fn rounds(count: u64) -> impl Iterator<Item = Random> {
    let minutes: Option<f64> = std::env::var("TIENDO_FUZZ_MINUTES").ok().map(|minutes| minutes.parse().unwrap());
    let first: u64 = std::env::var("TIENDO_FUZZ_SEED").map_or(0, |seed| seed.parse().unwrap());
    let end = minutes.map(|minutes| Instant::now() + Duration::from_secs_f64(minutes * 60.0));
    println!("from seed {first} on");
    (0..)
        .take_while(move |round| end.map_or(*round < count, |end| Instant::now() < end))
        .map(move |round| Random::new(first + round))
}

/// Checks texts on a thread of its own, so that one that never ends is seen.
struct Judge {
    texts: mpsc::Sender<Vec<u8>>,
    answers: mpsc::Receiver<bool>,
}

impl Judge {
    fn start() -> Self {
        Self::with(check)
    }

    fn with(check: fn(&[u8]) -> bool) -> Self {
        let (texts, inbox) = mpsc::channel::<Vec<u8>>();
        let (outbox, answers) = mpsc::channel();
        thread::spawn(move || {
            for text in inbox {
                if outbox.send(check(&text)).is_err() {
                    return;
                }
            }
        });
        Self { texts, answers }
    }

    /// Whether the text is a snapshot. Fails with the text kept.
    fn check(&self, text: &[u8]) -> bool {
        let folder = Path::new("target/fuzz");
        fs::create_dir_all(folder).unwrap();
        // Written before, not after: an overflow of the stack ends the process.
        let current = folder.join(format!("current-{:?}", thread::current().id()));
        fs::write(&current, text).unwrap();
        self.texts.send(text.to_vec()).unwrap();
        match self.answers.recv_timeout(PATIENCE) {
            Ok(answer) => {
                fs::remove_file(current).unwrap();
                answer
            }
            Err(error) => {
                let kept = folder.join(name_of(text));
                fs::rename(current, &kept).unwrap();
                let what = if error == mpsc::RecvTimeoutError::Timeout { "does not end" } else { "panics" };
                panic!("a text {what}; it is kept in {}", kept.display());
            }
        }
    }
}

/// All that is done with a text that a person opens. Returns whether it was taken in.
fn check(bytes: &[u8]) -> bool {
    let snapshot = match snapshot::read_bytes(bytes) {
        Ok(snapshot) => snapshot,
        Err(findings) => {
            assert!(!findings.is_empty(), "refused without a word");
            for finding in findings {
                assert!(!finding.text(Language::Vietnamese).is_empty() && !finding.text(Language::English).is_empty());
            }
            return false;
        }
    };
    let text = snapshot::write(&snapshot.document);
    let again = snapshot::read(&text).unwrap_or_else(|findings| panic!("its own text is refused: {findings:?}"));
    // A file may carry times that none of its fields bears; they are not written. All else is the same.
    assert!(snapshot::write(&again.document) == text, "written twice, two texts");

    let mut joined = snapshot.document.clone();
    joined.join(&again.document).unwrap();
    assert!(snapshot::write(&joined) == text, "a document joined with itself changes");

    let programme = Programme::read(snapshot.document);
    let context = Context::of(&programme, Date::new(2025, 9, 30).unwrap());
    for measure in programme.measures().iter() {
        let evaluation = evaluate_in(&programme, measure, &context);
        for language in [Language::Vietnamese, Language::English] {
            explain(measure, &evaluation, language);
        }
        course_in(&programme, measure, &context);
    }
    true
}

/// Whole files to begin from: every kept version of the format, and the sample.
fn seeds() -> Vec<String> {
    let kept = files("tests/fixtures/snapshot").into_iter().map(|file| fs::read_to_string(file).unwrap());
    kept.chain([snapshot::write(&sample())]).collect()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn name_of(text: &[u8]) -> String {
    format!("{}.json", &snapshot::hash(&String::from_utf8_lossy(text))[..12])
}
