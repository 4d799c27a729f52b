//! What privreg finds in the registers of the project, line by line.
//!
//! `tests/golden/published-*.txt` are the findings in registers that hold what published texts say.

mod common;

use common::{check_folder, folders, snapshot};
use privreg::Finding;
use privreg::model::Level;

const PUBLISHED: [&str; 4] = ["aize", "ainsky", "attend", "workitems"];

fn line(finding: &Finding) -> String {
    format!("{} {} {}: {}", finding.level.id(), finding.rule.code, finding.path, finding.message)
}

fn lines(findings: &[Finding]) -> Vec<String> {
    let mut lines: Vec<String> = findings.iter().map(line).collect();
    lines.sort();
    lines
}

#[test]
fn findings_in_the_published_registers() {
    for name in PUBLISHED {
        let found = lines(&check_folder(&format!("registers/published/{name}")).report.findings);
        snapshot(&format!("tests/golden/published-{name}.txt"), &(found.join("\n") + "\n"));
    }
}

/// A transcription may say what is wrong in law; it has to be read as written.
#[test]
fn published_registers_are_read_as_they_are_written() {
    const READING: [&str; 8] = ["PR001", "PR002", "PR003", "PR004", "PR015", "PR016", "PR017", "PR018"];
    for name in PUBLISHED {
        let checked = check_folder(&format!("registers/published/{name}"));
        let misread: Vec<String> =
            checked.report.findings.iter().filter(|finding| READING.contains(&finding.rule.code)).map(line).collect();
        assert!(misread.is_empty(), "{name}: {misread:#?}");
    }
}

#[test]
fn repaired_registers_and_starters_hold_questions_at_most() {
    let mut wrong = Vec::new();
    for folder in [folders("registers/repaired"), folders("examples")].concat() {
        let checked = check_folder(&folder);
        let serious = checked.report.findings.iter().filter(|finding| finding.level > Level::Note);
        wrong.extend(serious.map(|finding| format!("{folder}: {}", line(finding))));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
