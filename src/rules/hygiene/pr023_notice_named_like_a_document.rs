use crate::rules::prelude::*;

use crate::notices;

rule! {
    /// The id of a notice is the name of another document.
    ///
    /// ## Why
    /// The files of a notice bear its id. Where a record or report bears the same, one takes the place of the other, and an
    /// internal page may stand where people look for the notice (Art. 12(1), 24(1)).
    ///
    /// ## Fix
    /// Give the notice an id of its own, such as `customers`, here and wherever it is named.
    ///
    /// ## Bad
    /// ```yaml file=notices.yaml
    /// notices:
    ///   cookies: {covers: [example], published: 2026-09-02, version: "1"} #~ PR023
    /// ```
    ///
    /// A layout, or an activity in short:
    /// ```yaml file=notices.yaml
    /// notices:
    ///   art30-customers: {covers: [example], published: 2026-09-02, version: "1"} #~ PR023
    /// ```
    ///
    /// ## Good
    /// ```yaml file=notices.yaml
    /// notices:
    ///   cookie-notice: {covers: [example], published: 2026-09-02, version: "1"}
    /// ```
    code: "PR023",
    name: "notice-named-like-a-document",
    level: Error,
    affects: Notice,
    articles: ["Art. 12(1) GDPR", "Art. 24(1) GDPR"],
    source: "The names of rendered documents",
    check: Notice(check),
}

fn check(notice: &Entry<Notice>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if notices::is_taken(&notice.id) {
        let message = format!("`{0}` is the name of another document: this notice and that would be the same file", notice.id);
        let finding = sink.report(ctx.at(notice.node).key(), message);
        finding.help(format!("Give the notice an id of its own, such as `{}-notice`, here and wherever it is named.", notice.id));
    }
}
