//! Reports to bytes, in the forms that people and machines read. Every form carries the same findings.

mod baseline;
mod definition;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod listing;
mod markdown;
mod sarif;
mod short;
mod stream;
mod table;
mod wrap;

use crate::check::Report;
use crate::finding::Finding;
use crate::model::Level;
use crate::register::Register;
use crate::source::{FileId, Position};

pub use baseline::Baseline;
pub use definition::definitions;
pub use human::Style;
pub use listing::{ListFormat, list};
pub use table::{fitted, table};
pub use wrap::wrapped;

/// A register with what was found in it.
#[derive(Debug)]
pub struct Checked {
    /// Folder or file, as shown to people.
    pub name: String,
    /// The folder as services know it: below the root of its repository. Names the register among several.
    pub folder: String,
    pub register: Register,
    pub report: Report,
}

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people: each finding with its lines.
    Human,
    /// One line a finding.
    Short,
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// Code Quality report of GitLab.
    Gitlab,
    /// For Azure DevOps and Jenkins.
    Junit,
    /// For a comment on a pull request.
    Markdown,
}

/// Renders all registers of a run.
pub fn render(format: Format, checked: &[Checked], style: &Style) -> String {
    match format {
        Format::Human => human::render(checked, style),
        Format::Short => short::render(checked),
        Format::Json => json::render(checked),
        Format::Sarif => sarif::render(checked),
        Format::Github => github::render(checked),
        Format::Gitlab => gitlab::render(checked),
        Format::Junit => junit::render(checked),
        Format::Markdown => markdown::render(checked),
    }
}

/// A finding with its place as people count it.
pub(crate) struct Placed<'c> {
    pub finding: &'c Finding,
    pub file: &'c str,
    pub start: Position,
    pub end: Position,
}

impl Checked {
    pub(crate) fn place<'c>(&'c self, finding: &'c Finding) -> Placed<'c> {
        let sources = &self.register.tree.sources;
        if sources.is_empty() {
            let start = Position { line: 1, column: 1 };
            return Placed { finding, file: &self.name, start, end: start };
        }
        let (start, end) = sources.span(finding.loc);
        Placed { finding, file: &sources.get(finding.loc.file).path, start, end }
    }

    /// The path of a file as services know it.
    pub(crate) fn path_of(&self, file: FileId) -> String {
        let sources = &self.register.tree.sources;
        let relative = if sources.is_empty() { "" } else { &sources.get(file).relative };
        let parts = [self.folder.as_str(), relative].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("/")
    }

    /// What is left, then what is silenced.
    pub(crate) fn all_findings(&self) -> impl Iterator<Item = Placed<'_>> {
        self.findings().chain(self.report.suppressed.iter().map(|finding| self.place(finding)))
    }

    pub(crate) fn findings(&self) -> impl Iterator<Item = Placed<'_>> {
        self.report.findings.iter().map(|finding| self.place(finding))
    }
}

/// The line that says what came out, and against what it was checked.
pub(crate) fn summary(checked: &[Checked]) -> String {
    let total = |count: &dyn Fn(&Checked) -> usize| checked.iter().map(count).sum::<usize>();
    let level = |level: Level| total(&|checked| checked.report.count(level));
    let (errors, warnings, notes) = (level(Level::Error), level(Level::Warning), level(Level::Note));
    let suppressed = total(&|checked| checked.report.suppressed.len());
    let what = format!(
        "{}, {} and {} checked against the law as of {}",
        count(total(&|checked| checked.report.counts.activities), "activity", "activities"),
        count(total(&|checked| checked.report.counts.services), "service for customers", "services for customers"),
        count(total(&|checked| checked.report.counts.recipients), "recipient", "recipients"),
        checked.first().map_or(String::new(), |checked| checked.report.as_of.to_string()),
    );
    let silenced = if suppressed > 0 {
        format!(" {} not counted: suppressed or in the baseline.", count(suppressed, "finding", "findings"))
    } else {
        String::new()
    };
    if errors + warnings + notes == 0 {
        return format!("No findings. {what}.{silenced}");
    }
    let mut parts = Vec::new();
    let mut part = |number: usize, one: &str, many: &str| {
        if number > 0 {
            parts.push(format!("{number} {}", if number == 1 { one } else { many }));
        }
    };
    part(
        total(&|c| c.report.must_contain()),
        "item the record or a notice must contain or say rightly",
        "items the record or a notice must contain or say rightly",
    );
    part(total(&|c| c.report.legally_wrong()), "value that looks legally wrong", "values that look legally wrong");
    part(total(&|c| c.report.upkeep()), "matter of upkeep", "matters of upkeep");
    part(total(&|c| c.report.questions()), "question", "questions");
    let mut text = format!(
        "{}: {}, {}, {}. That is {}.\n{what}.{silenced}",
        count(errors + warnings + notes, "finding", "findings"),
        count(errors, "error", "errors"),
        count(warnings, "warning", "warnings"),
        count(notes, "note", "notes"),
        parts.join("; "),
    );
    if total(&|checked| checked.report.must_contain()) > 0 {
        text.push_str("\nA gap in the record does not by itself make processing unlawful (CJEU C-60/22).");
    }
    if checked.iter().any(|checked| checked.report.incomplete) {
        text.push_str("\nA file could not be read to its end: what the register says was not checked. Mend it and run again.");
    }
    text
}

pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A text in which nothing can move the cursor or turn the reading direction.
pub(crate) fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\t' => safe.push(letter),
            letter if letter.is_control() || is_bidi(letter) => safe.push_str(&format!("\\u{{{:x}}}", letter as u32)),
            letter => safe.push(letter),
        }
    }
    safe
}

/// The same on one line.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    harmless(&line)
}

pub(crate) fn is_bidi(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_can_steer_a_terminal() {
        assert_eq!(harmless("a\u{1b}[31mb\u{202e}c\u{9b}d\r"), "a\\u{1b}[31mb\\u{202e}c\\u{9b}d\\u{d}");
        assert_eq!(one_line(" a \n b\t"), "a b");
    }
}
