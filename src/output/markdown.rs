//! A comment for a pull request.

use super::{Checked, one_line, summary};

pub(super) fn render(checked: &[Checked]) -> String {
    let mut out = format!("### privreg\n\n{}\n", summary(checked).lines().map(escape).collect::<Vec<_>>().join("  \n"));
    for checked in checked.iter().filter(|checked| !checked.report.findings.is_empty()) {
        out.push_str(&format!(
            "\n#### {}\n\n| Level | Rule | Place | What is wrong | What to write |\n|---|---|---|---|---|\n",
            escape(&checked.name)
        ));
        for at in checked.findings() {
            let finding = at.finding;
            out.push_str(&format!(
                "| {} | {} {} | {}:{} | {} | {} |\n",
                finding.level.id(),
                finding.rule.code,
                finding.rule.name,
                escape(at.file),
                at.start.line,
                escape(&finding.message),
                escape(&finding.help),
            ));
        }
    }
    out
}

/// A text as text: nothing in it is Markdown or HTML.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::new();
    for letter in one_line(text).chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // `@name` would call somebody, `#1` would link to an issue.
            '@' | '#' => out.push_str(&format!("&#{};", letter as u32)),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(letter);
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_markup() {
        assert_eq!(escape("a|b [x](y) <b> @me #1\nc"), "a\\|b \\[x\\](y) &lt;b&gt; &#64;me &#35;1 c");
    }
}
