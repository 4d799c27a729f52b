//! JUnit XML: a suite for each register, a case for each rule that ran and found nothing, and one for each finding.
//! Notes are skipped cases: they fail nobody's build.

use std::collections::HashSet;

use super::Checked;
use crate::model::Level;

pub(super) fn render(checked: &[Checked]) -> String {
    let mut suites = String::new();
    for checked in checked {
        let found: HashSet<&str> = checked.report.findings.iter().map(|finding| finding.rule.code).collect();
        let mut cases = String::new();
        let mut tests = 0;
        for rule in checked.report.ran.iter().filter(|rule| !found.contains(rule.code)) {
            tests += 1;
            cases.push_str(&format!(
                "    <testcase classname=\"{}\" name=\"{} {}\"/>\n",
                xml(&checked.name),
                rule.code,
                rule.name
            ));
        }
        for at in checked.findings() {
            tests += 1;
            let finding = at.finding;
            let file = checked.path_of(finding.loc.file);
            cases.push_str(&format!(
                "    <testcase classname=\"{}\" name=\"{} {}\" file=\"{}\" line=\"{}\">\n",
                xml(&checked.name),
                finding.rule.code,
                xml(&finding.path),
                xml(&file),
                at.start.line,
            ));
            let message = xml(&finding.message);
            if finding.level == Level::Note {
                cases.push_str(&format!("      <skipped message=\"note: {message}\"/>\n"));
            } else {
                let place = format!("{file}:{}:{}", at.start.line, at.start.column);
                cases.push_str(&format!(
                    "      <failure type=\"{}\" message=\"{message}\">{}</failure>\n",
                    finding.level.id(),
                    xml(&format!("{place}\n{}", finding.help)),
                ));
            }
            cases.push_str("    </testcase>\n");
        }
        let report = &checked.report;
        suites.push_str(&format!(
            "  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{}\" skipped=\"{}\" errors=\"0\">\n    <properties><property name=\"as_of\" value=\"{}\"/></properties>\n{cases}  </testsuite>\n",
            xml(&checked.name),
            report.count(Level::Error) + report.count(Level::Warning),
            report.count(Level::Note),
            report.as_of,
        ));
    }
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"privreg\">\n{suites}</testsuites>\n")
}

/// Text for XML 1.0, in which most control characters cannot stand at all.
fn xml(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_control_characters_are_escaped() {
        assert_eq!(xml("<a b=\"c\">&\u{1}\n"), "&lt;a b=&quot;c&quot;&gt;&amp;\u{fffd}&#10;");
    }
}
