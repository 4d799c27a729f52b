//! What privreg finds in the registers of the project, line by line.
//!
//! `tests/golden/published-*.txt` are the findings in registers that hold what published texts say;
//! `tests/golden/published-*.md` beside them compare those with what a person finds in the text.

use crate::common::{check_folder, folders, snapshot};
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

/// Each list has its comparison: it speaks of rules that exist, and of places where the list has a finding of that rule.
#[test]
fn every_list_is_compared_with_what_a_person_finds() {
    for name in PUBLISHED {
        let text = read(&format!("tests/golden/published-{name}.md"));
        let list = read(&format!("tests/golden/published-{name}.txt"));
        let codes: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| is_code(word)).collect();
        for code in &codes {
            assert!(privreg::rules::find(code).is_some(), "{name}: there is no rule {code}");
        }
        for found in list.lines().filter_map(|line| line.split(' ').nth(1)) {
            assert!(codes.contains(&found), "{name}: {found} is in the list and not in the comparison");
        }
        for row in text.lines() {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let [code, _, outcome] = cells.as_slice() else { continue };
            let is_reported = list.contains(&format!(" {code} "));
            match outcome.strip_prefix('`').and_then(|rest| rest.split('`').next()) {
                Some(path) => assert!(list.contains(&format!(" {code} {path}: ")), "{name}: {code} is not reported at {path}"),
                None => assert!(!is_code(code) || !is_reported, "{name}: {code} is reported"),
            }
        }
    }
}

fn read(path: &str) -> String {
    #[allow(clippy::disallowed_methods, reason = "tests read files of their own")]
    std::fs::read_to_string(crate::common::root().join(path)).expect("a file")
}

fn is_code(word: &str) -> bool {
    word.len() == 5 && word.starts_with("PR") && word[2..].bytes().all(|byte| byte.is_ascii_digit())
}
