//! SARIF 2.1.0 (OASIS, 27 March 2020), as code scanning services read it: a run for each register, regions of one line,
//! addresses below the root of the repository.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::stream::Stream;
use super::{Checked, Placed};
use crate::finding::Suppressed;
use crate::model::Level;
use crate::rule::Rule;
use crate::source::FileId;

/// What addresses are relative to. Where it lies is not said: the same register gives the same bytes everywhere.
const ROOT: &str = "%SRCROOT%";

pub(super) fn render(checked: &[Checked]) -> String {
    #[derive(Serialize)]
    struct Document<R> {
        #[serde(rename = "$schema")]
        schema: &'static str,
        version: &'static str,
        runs: R,
    }
    let document = Document {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: Stream(|| checked.iter().map(run)),
    };
    serde_json::to_string_pretty(&document).expect("plain data serialises") + "\n"
}

/// A register is a run of its own: one more beside it changes nothing in what a service knows of the others.
fn run(checked: &Checked) -> impl Serialize {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Run<R> {
        tool: Value,
        automation_details: Value,
        original_uri_base_ids: Value,
        column_kind: &'static str,
        properties: Value,
        results: R,
    }
    let used: BTreeMap<&str, &'static Rule> = checked.all_findings().map(|at| (at.finding.rule.code, at.finding.rule)).collect();
    let numbers: BTreeMap<&str, usize> = used.keys().enumerate().map(|(at, code)| (*code, at)).collect();
    let folder = if checked.folder.is_empty() { "." } else { &checked.folder };
    Run {
        tool: json!({ "driver": {
            "name": "privreg",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "informationUri": env!("CARGO_PKG_REPOSITORY"),
            "rules": used.values().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
        }}),
        automation_details: json!({ "id": format!("privreg/{folder}/") }),
        original_uri_base_ids: json!({ ROOT: { "description": { "text": "The root of the repository, or the folder of the run" } } }),
        column_kind: "unicodeCodePoints",
        properties: json!({ "asOf": checked.report.as_of.to_string() }),
        results: Stream(move || {
            let numbers = numbers.clone();
            checked.all_findings().map(move |at| result(checked, &at, &numbers))
        }),
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
        Level::Off => "none",
    }
}

fn descriptor(rule: &Rule) -> Value {
    let why = rule.why();
    let fix = rule.section("Fix");
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.summary() },
        "fullDescription": { "text": if why.is_empty() { rule.summary() } else { why.clone() } },
        "help": {
            "text": format!("{why}\n\n{fix}\n\n{}", rule.articles.join(", ")),
            "markdown": format!("{why}\n\n**What to do:** {fix}\n\n**Rests on:** {}", rule.articles.join(", ")),
        },
        "defaultConfiguration": { "level": level(rule.level) },
        "properties": {
            "tags": ["privacy", rule.affects.id()],
            "precision": "high",
            "problem.severity": if rule.level == Level::Note { "recommendation" } else { level(rule.level) },
        },
    })
}

fn result(checked: &Checked, at: &Placed<'_>, numbers: &BTreeMap<&str, usize>) -> Value {
    let finding = at.finding;
    let sources = &checked.register.tree.sources;
    let mut result = json!({
        "ruleId": finding.rule.code,
        "ruleIndex": numbers[finding.rule.code],
        "level": level(finding.level),
        "message": { "text": if finding.help.is_empty() { finding.message.clone() } else { format!("{}. {}", finding.message.trim_end_matches('.'), finding.help) } },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": address(checked, finding.loc.file),
                "region": region(at),
            },
            "logicalLocations": [{ "fullyQualifiedName": finding.path }],
        }],
        "partialFingerprints": { "primaryLocationLineHash": finding.fingerprint, "privreg/v1": finding.fingerprint },
    });
    if !finding.notes.is_empty() {
        let related = finding.notes.iter().map(|(loc, message)| {
            let (start, _) = sources.span(*loc);
            json!({
                "physicalLocation": {
                    "artifactLocation": address(checked, loc.file),
                    "region": { "startLine": start.line, "startColumn": start.column },
                },
                "message": { "text": message },
            })
        });
        result["relatedLocations"] = related.collect();
    }
    match &finding.suppressed {
        Some(Suppressed::Entry { reason, .. }) => {
            result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
        }
        Some(Suppressed::Baseline) => {
            result["suppressions"] = json!([{ "kind": "external", "justification": "in the baseline" }]);
        }
        None => {}
    }
    result
}

/// Services show an alert in a pull request only if all its lines are in the change: one line, then.
fn region(at: &Placed<'_>) -> Value {
    let mut region = json!({ "startLine": at.start.line, "startColumn": at.start.column });
    if at.end.line == at.start.line && at.end.column > at.start.column {
        region["endColumn"] = json!(at.end.column);
    }
    region
}

/// Where a file is: below the root, or on this machine where nothing says what the root is.
fn address(checked: &Checked, file: FileId) -> Value {
    let path = checked.path_of(file);
    if path.starts_with('/') {
        json!({ "uri": format!("file://{}", escaped(&path)) })
    } else {
        json!({ "uri": escaped(&path), "uriBaseId": ROOT })
    }
}

/// A path as an address: everything but unreserved characters and `/` is escaped.
fn escaped(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_escaped() {
        assert_eq!(escaped("a b/ø%.yaml"), "a%20b/%C3%B8%25.yaml");
    }
}
