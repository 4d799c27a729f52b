//! SARIF 2.1.0 (OASIS, 27 March 2020), as code scanning services read it: regions of one line, relative addresses.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Checked, Placed};
use crate::finding::Suppressed;
use crate::model::Level;
use crate::rule::Rule;

pub(super) fn render(checked: &[Checked]) -> String {
    let mut used: BTreeMap<&str, &'static Rule> = BTreeMap::new();
    let all = || {
        checked.iter().flat_map(|checked| {
            let silenced = checked.report.suppressed.iter().map(|finding| checked.place(finding));
            checked.findings().chain(silenced).map(move |at| (checked, at))
        })
    };
    for (_, at) in all() {
        used.insert(at.finding.rule.code, at.finding.rule);
    }
    let numbers: BTreeMap<&str, usize> = used.keys().enumerate().map(|(at, code)| (*code, at)).collect();
    let results: Vec<Value> = all().map(|(checked, at)| result(checked, &at, &numbers)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "privreg",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": used.values().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            }},
            "automationDetails": { "id": format!("privreg/{}/", checked.first().map_or("", |checked| &checked.name)) },
            "columnKind": "unicodeCodePoints",
            "properties": { "asOf": checked.first().map_or(String::new(), |checked| checked.report.as_of.to_string()) },
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&document).expect("plain data serialises") + "\n"
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
                "artifactLocation": { "uri": uri(at.file) },
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
                    "artifactLocation": { "uri": uri(&sources.get(loc.file).path) },
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

/// A path as a relative address: everything but unreserved characters and `/` is escaped.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.trim_start_matches("./").bytes() {
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
        assert_eq!(uri("./a b/ø%.yaml"), "a%20b/%C3%B8%25.yaml");
    }
}
