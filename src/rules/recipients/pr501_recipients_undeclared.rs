use crate::rules::prelude::*;

rule! {
    /// An activity does not say who receives the data.
    ///
    /// ## Why
    /// The record and the notice say who gets the data, including your own suppliers (Art. 30(1)(d), 13(1)(e)).
    ///
    /// ## Fix
    /// List the recipients by id: `recipients: [mail-host]`; or write `recipients: none` where really nobody outside receives the data.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// recipients: #~ PR501
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// recipients: none
    /// ```
    code: "PR501",
    name: "recipients-undeclared",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(d) GDPR", "Art. 13(1)(e) GDPR"],
    source: "Art. 4(9) (processors are recipients); WP260 rev.01 Annex; CJEU C-154/21 Österreichische Post (12 January 2023)",
    silences: ["PR506"],
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if activity.recipients.is_unanswered() {
        sink.report(
            ctx.at(activity.node).field("recipients"),
            format!("`{}` does not say who receives the data", activity.title()),
        )
        .label("nobody, not even a supplier?");
    }
}
