//! Workflow commands of GitHub Actions. It shows ten of each level a step, so the worst come first.

use super::{Checked, harmless, summary};
use crate::model::Level;

pub(super) fn render(checked: &[Checked]) -> String {
    let mut all: Vec<_> = checked.iter().flat_map(|checked| checked.findings().map(move |at| (checked, at))).collect();
    all.sort_by_key(|(_, at)| std::cmp::Reverse(at.finding.level));
    let mut out = String::new();
    for (checked, at) in all {
        let finding = at.finding;
        let command = match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            _ => "notice",
        };
        let mut properties =
            format!("file={},line={},col={}", property(&checked.path_of(finding.loc.file)), at.start.line, at.start.column);
        if at.end.line == at.start.line && at.end.column > at.start.column {
            properties.push_str(&format!(",endColumn={}", at.end.column));
        }
        let title = format!("{} {}", finding.rule.code, finding.rule.name);
        let text =
            if finding.help.is_empty() { finding.message.clone() } else { format!("{}\n{}", finding.message, finding.help) };
        out.push_str(&format!("::{command} {properties},title={}::{}\n", property(&title), data(&text)));
    }
    // A line that is no command is shown as it is; it cannot begin with `::`.
    out + &summary(checked).replace('\n', " ") + "\n"
}

/// A command is escaped, and what is shown of it harmless: line breaks alone are said in its own way.
fn data(text: &str) -> String {
    harmless(&text.replace('\r', "\n")).replace('%', "%25").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_line_breaks_colons_and_commas_are_escaped() {
        assert_eq!(data("50 %\r\n::error::x, y: z"), "50 %25%0A%0A::error::x, y: z");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(data("a\u{1b}[2Jb\u{202e}c\u{9b}"), "a\\u{1b}[2Jb\\u{202e}c\\u{9b}");
    }
}
