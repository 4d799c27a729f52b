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
        if purpose.bases().is_empty() {
            sink.report(spot.key(), format!("Purpose `{title}` states no legal basis")).label("no `legal_basis`");
        }
        return;
    }
    for case in purpose.purpose.value.cases.into_iter().filter(|case| case.legal_basis.is_none() && !case.broken) {
        let message = format!("Case `{}` of purpose `{title}` states no legal basis", case.id);
        sink.report(ctx.at(case.node).key(), message).label("no `legal_basis`");
    }
}
