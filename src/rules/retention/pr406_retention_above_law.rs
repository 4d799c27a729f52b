use crate::rules::prelude::*;

rule! {
    /// A retention cites a statute as its reason, and is longer than the statute demands.
    ///
    /// Reported from twelve months beyond the longest period of the provision. A `why` is a reason of its own and ends it.
    ///
    /// ## Why
    /// A statute carries keeping for exactly as long as it says; every further month needs a reason of its own (Art. 5(1)(e)).
    ///
    /// ## Fix
    /// Shorten the period, or add the reason: `why: Claims may be brought for ten years`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   invoices: {period: 10 years after financial-year-end, law: bokføringsloven § 13} #~ PR406
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   invoices: {period: 10 years after financial-year-end, law: bokføringsloven § 13, why: Buildings are under warranty for ten years}
    /// ```
    code: "PR406",
    name: "retention-above-law",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 5(1)(e) GDPR"],
    source: "Art. 5(1)(e); DE vouchers 8 instead of 10 years since 1 January 2025; each period with its date in the table of statutory periods",
    check: Retention(check),
}

fn check(retention: &RetentionIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let (Some(rule), Some(phrase)) = (retention.rule, retention.phrase) else { return };
    let Some(statute) = keeping::beyond_law(ctx.law, rule, phrase) else { return };
    let message = format!(
        "The period goes beyond the {} that {} demands, and no other reason is given",
        statute.longest(),
        statute.provision
    );
    sink.report(ctx.at(phrase.node), message);
}
