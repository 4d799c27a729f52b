//! One line a finding: `file:line:column: level CODE message`.

use super::{Checked, one_line, summary};

pub(super) fn render(checked: &[Checked]) -> String {
    let mut out = String::new();
    for checked in checked {
        for at in checked.findings() {
            let finding = at.finding;
            out.push_str(&format!(
                "{}:{}:{}: {} {} {} [{}]\n",
                one_line(at.file),
                at.start.line,
                at.start.column,
                finding.level.id(),
                finding.rule.code,
                one_line(&finding.message),
                finding.rule.name,
            ));
        }
    }
    out + &summary(checked) + "\n"
}
