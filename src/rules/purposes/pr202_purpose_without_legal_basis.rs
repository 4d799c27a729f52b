use crate::rules::prelude::*;

rule! {
    /// A purpose states no legal basis.
    ///
    /// A basis at the activity counts only where the activity has exactly one purpose. This does not mean that there is no basis.
    ///
    /// ## Why
    /// The register states no basis for this purpose, so a notice cannot name one (Art. 13(1)(c)).
    ///
    /// ## Fix
    /// Give the purpose its own `legal_basis`: consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests or soft-opt-in.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// legal_basis: contract
    /// purposes:
    ///   manage: {name: Keep customers' requests in one place, required: no} #~ PR202
    ///   answer: {name: Answer customers' questions, legal_basis: contract, required: no}
    /// ```
    ///
    /// A basis that is written and cannot be read is not missing as well.
    /// ```yaml file=activities/example.yaml
    /// legal_basis:
    /// purposes:
    ///   manage: {name: Keep customers' requests in one place, required: no} #~ PR202
    ///   answer: {name: Answer customers' questions, legal_basis: goodwill, required: no} #~ PR002
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// legal_basis: contract
    /// purposes:
    ///   answer: {name: Answer customers' questions, required: no}
    /// ```
    code: "PR202",
    name: "purpose-without-legal-basis",
    level: Error,
    affects: Notice,
    articles: ["Art. 6(1) GDPR", "Art. 13(1)(c) GDPR", "Art. 14(1)(c) GDPR"],
    source: "DPC WhatsApp IN-18-12-2 (2021): processing, purpose and basis are linked; IMY Klarna DI-2019-4062, upheld KamR Stockholm 2829-23 (11 March 2024)",
    check: Purpose(check),
}

fn check(purpose: &PurposeIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let spot = ctx.at(purpose.purpose.node);
    let title = purpose.purpose.title();
    if purpose.purpose.cases.is_empty() {
        // The activity's basis is that of its only purpose.
        let is_only = purpose.activity.purposes.len() == 1;
        let is_written = ctx.is_written(purpose.purpose.node, "legal_basis")
            || (is_only && ctx.is_written(purpose.activity.node, "legal_basis"));
        if purpose.bases().is_empty() && !is_written {
            sink.report(spot.key(), format!("Purpose `{title}` states no legal basis")).label("no `legal_basis`");
        }
        return;
    }
    let states_none =
        |case: &&Entry<Case>| case.legal_basis.is_none() && !case.broken && !ctx.is_written(case.node, "legal_basis");
    for case in purpose.purpose.value.cases.into_iter().filter(states_none) {
        let message = format!("Case `{}` of purpose `{title}` states no legal basis", case.id);
        sink.report(ctx.at(case.node).key(), message).label("no `legal_basis`");
    }
}
