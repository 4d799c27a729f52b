//! JSON, format version 1: additions raise the minor number, anything else the major one.

use serde::Serialize;

use super::stream::Stream;
use super::{Checked, Placed, summary};
use crate::finding::Suppressed;
use crate::model::Level;

const FORMAT_VERSION: &str = "1.1";

#[derive(Serialize)]
struct Document<'c, F> {
    format_version: &'static str,
    tool: Tool,
    as_of: String,
    registers: Vec<&'c str>,
    findings: F,
    summary: Summary,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Row<'c> {
    code: &'static str,
    name: &'static str,
    level: &'static str,
    affects: &'static str,
    message: &'c str,
    /// The folder of its register, below the root of the repository: where a run checks several, part of the fingerprint.
    register: &'c str,
    file: &'c str,
    /// Lines and columns count from 1, columns in characters; the end is the column after the last character.
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    path: &'c str,
    why: String,
    help: &'c str,
    articles: &'static [&'static str],
    fingerprint: &'c str,
    suppressed: Option<Silenced<'c>>,
    related: Vec<Related<'c>>,
}

#[derive(Serialize)]
struct Silenced<'c> {
    by: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

#[derive(Serialize)]
struct Related<'c> {
    file: &'c str,
    line: usize,
    column: usize,
    message: &'c str,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    notes: usize,
    suppressed: usize,
    must_contain: usize,
    legally_wrong: usize,
    upkeep: usize,
    questions: usize,
    files: usize,
    activities: usize,
    purposes: usize,
    recipients: usize,
    services: usize,
    rules: usize,
    complete: bool,
    text: String,
}

pub(super) fn render(checked: &[Checked]) -> String {
    let total = |count: &dyn Fn(&Checked) -> usize| checked.iter().map(count).sum::<usize>();
    let document = Document {
        format_version: FORMAT_VERSION,
        tool: Tool { name: "privreg", version: env!("CARGO_PKG_VERSION") },
        as_of: checked.first().map_or(String::new(), |checked| checked.report.as_of.to_string()),
        registers: checked.iter().map(|checked| checked.name.as_str()).collect(),
        findings: Stream(|| checked.iter().flat_map(|checked| checked.all_findings().map(|at| row(checked, at)))),
        summary: Summary {
            errors: total(&|c| c.report.count(Level::Error)),
            warnings: total(&|c| c.report.count(Level::Warning)),
            notes: total(&|c| c.report.count(Level::Note)),
            suppressed: total(&|c| c.report.suppressed.len()),
            must_contain: total(&|c| c.report.must_contain()),
            legally_wrong: total(&|c| c.report.legally_wrong()),
            upkeep: total(&|c| c.report.upkeep()),
            questions: total(&|c| c.report.questions()),
            files: total(&|c| c.report.counts.files),
            activities: total(&|c| c.report.counts.activities),
            purposes: total(&|c| c.report.counts.purposes),
            recipients: total(&|c| c.report.counts.recipients),
            services: total(&|c| c.report.counts.services),
            rules: checked.first().map_or(0, |c| c.report.counts.rules),
            complete: checked.iter().all(|c| !c.report.incomplete),
            text: summary(checked),
        },
    };
    serde_json::to_string_pretty(&document).expect("plain data serialises") + "\n"
}

fn row<'c>(checked: &'c Checked, at: Placed<'c>) -> Row<'c> {
    let finding = at.finding;
    let sources = &checked.register.tree.sources;
    Row {
        code: finding.rule.code,
        name: finding.rule.name,
        level: finding.level.id(),
        affects: finding.rule.affects.id(),
        message: &finding.message,
        register: &checked.folder,
        file: at.file,
        line: at.start.line,
        column: at.start.column,
        end_line: at.end.line,
        end_column: at.end.column,
        path: &finding.path,
        why: finding.rule.why(),
        help: &finding.help,
        articles: finding.rule.articles,
        fingerprint: &finding.fingerprint,
        suppressed: finding.suppressed.as_ref().map(|suppressed| match suppressed {
            Suppressed::Entry { reason, until } => {
                Silenced { by: "suppress", reason: Some(reason), until: until.map(|until| until.to_string()) }
            }
            Suppressed::Baseline => Silenced { by: "baseline", reason: None, until: None },
        }),
        related: finding
            .notes
            .iter()
            .map(|(loc, message)| {
                let (start, _) = sources.span(*loc);
                Related { file: &sources.get(loc.file).path, line: start.line, column: start.column, message }
            })
            .collect(),
    }
}
