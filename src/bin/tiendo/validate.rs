//! `tiendo validate FILE...`: one line of JSON a finding.

use serde_json::json;
use tiendo::i18n::messages::CommandLine;
use tiendo::i18n::{Language, Message};
use tiendo::snapshot::{self, Severity};

use super::arguments::Arguments;
use super::{Done, Outcome, files};

pub fn run(arguments: &Arguments, language: Language) -> Done {
    let mut outcome = Outcome::Fine;
    for file in &arguments.files {
        let findings = match snapshot::read_bytes(&files::bytes(file)?) {
            Ok(snapshot) => {
                let nodes = snapshot.document.len();
                eprintln!("{file}: {}", CommandLine::Valid { nodes }.text(language));
                snapshot.warnings
            }
            Err(findings) => {
                outcome = Outcome::Findings;
                eprintln!("{file}: {}", CommandLine::Invalid { findings: findings.len() }.text(language));
                findings
            }
        };
        for finding in findings {
            let line = json!({
                "file": file,
                "place": finding.place.text(language),
                "code": finding.code.name(),
                "severity": match finding.severity() { Severity::Error => "error", Severity::Warning => "warning" },
                "message": finding.code.text(language),
            });
            files::print(&format!("{line}\n"))?;
        }
    }
    Ok(outcome)
}
