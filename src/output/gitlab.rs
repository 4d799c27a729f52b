//! Code Quality report of GitLab. It drops repeated fingerprints: each finding has its own.

use serde_json::{Value, json};

use super::stream::Stream;
use super::{Checked, Placed};
use crate::model::Level;

pub(super) fn render(checked: &[Checked]) -> String {
    let rows = Stream(|| checked.iter().flat_map(|checked| checked.findings().map(|at| row(checked, &at))));
    serde_json::to_string_pretty(&rows).expect("plain data serialises") + "\n"
}

fn row(checked: &Checked, at: &Placed<'_>) -> Value {
    let finding = at.finding;
    json!({
        "description": format!("{} ({} {})", finding.message, finding.rule.code, finding.rule.name),
        "check_name": finding.rule.code,
        "fingerprint": finding.fingerprint,
        "severity": match finding.level {
            Level::Error => "major",
            Level::Warning => "minor",
            _ => "info",
        },
        "location": {
            "path": checked.path_of(finding.loc.file),
            "lines": { "begin": at.start.line, "end": at.end.line },
        },
    })
}
