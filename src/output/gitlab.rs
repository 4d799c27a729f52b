//! Code Quality report of GitLab. It drops repeated fingerprints: each finding has its own.

use serde_json::{Value, json};

use super::Checked;
use crate::model::Level;

pub(super) fn render(checked: &[Checked]) -> String {
    let rows: Vec<Value> = checked
        .iter()
        .flat_map(Checked::findings)
        .map(|at| {
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
                    "path": at.file.trim_start_matches("./"),
                    "lines": { "begin": at.start.line, "end": at.end.line },
                },
            })
        })
        .collect();
    serde_json::to_string_pretty(&rows).expect("plain data serialises") + "\n"
}
