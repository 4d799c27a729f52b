use crate::due;
use crate::rules::prelude::*;

rule! {
    /// Shared retention rules do not say how deletion is carried out, or it was not checked for long.
    ///
    /// One note for the register. The interval is `review_every` of the rule, 24 months unless set.
    ///
    /// ## Why
    /// The commonest case of storage limitation is a period on paper and data in the system (Art. 5(1)(e), 5(2)).
    ///
    /// ## Fix
    /// Say how deletion runs and when it was last seen to work: `{period: ..., method: automatic, checked: 2026-09-01}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// retention:
    ///   tickets: {period: 2 years after case-closed} #~ PR411
    /// ```
    /// ```yaml file=activities/example.yaml
    /// retention: tickets
    /// ```
    ///
    /// Not checked for years.
    /// ```yaml file=shared.yaml
    /// retention:
    ///   tickets: {period: 2 years after case-closed, method: manual, checked: 2023-01-01} #~ PR411
    /// ```
    /// ```yaml file=activities/example.yaml
    /// retention: tickets
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// retention:
    ///   tickets: {period: 2 years after case-closed, method: manual, checked: 2026-09-01}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// retention: tickets
    /// ```
    code: "PR411",
    name: "deletion-not-carried-out",
    level: Note,
    affects: Practice,
    articles: ["Art. 5(1)(e) GDPR", "Art. 5(2) GDPR"],
    source: "Art. 5(1)(e), 5(2)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let own = walk::own(&ctx.register.retention);
    let open: Vec<&Entry<RetentionRule>> = own
        .filter(|rule| rule.value.period.is_some())
        .filter(|rule| {
            let unsaid = rule.method.is_none() && rule.checked.is_none();
            unsaid || due::of_deletion(ctx.law, rule).is_before(ctx.as_of())
        })
        .collect();
    let Some(first) = open.first() else { return };
    let names = listed(open.iter().map(|rule| format!("`{}`", rule.id)));
    let plural = if open.len() == 1 { "retention rule" } else { "retention rules" };
    let spot = ctx.at(first.node).key();
    sink.report(spot, format!("Nothing shows that deletion is carried out for the {plural} {names}"));
}
