use std::collections::HashSet;

use crate::law::StatutoryPeriod;
use crate::rules::prelude::*;

rule! {
    /// A retention, or every purpose that it serves, cites a statute as the only reason, and is longer than the statute demands.
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
    /// The statute of the only purpose.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {invoices: 10 years after financial-year-end} #~ PR406
    /// purposes:
    ///   accounts:
    ///     name: Keep our accounts
    ///     legal_basis: legal-obligation
    ///     law: bokføringsloven § 13
    ///     required: by-law
    ///     if_not_provided: Without the data we cannot keep lawful accounts
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
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let mut report = |phrase: &Phrase, statute: &StatutoryPeriod| {
        let message = format!(
            "The period goes beyond the {} that {} demands, and no other reason is given",
            statute.longest(),
            statute.provision
        );
        sink.report(ctx.at(phrase.node), message);
    };
    walk::retentions(ctx.register, &mut |retention| {
        let (Some(rule), Some(phrase)) = (retention.rule, retention.phrase) else { return };
        if let Some(statute) = keeping::beyond_law(ctx.law, rule, phrase) {
            report(phrase, statute);
        }
    });
    let mut reported = HashSet::new();
    for activity in walk::own(&ctx.register.activities).filter(|activity| activity.is_running()) {
        for entry in activity.value.data_categories.iter() {
            let Some(statute) = only_reason(activity, entry, ctx) else { continue };
            for holds in keeping::all_of_category(ctx.register, &activity.value, entry) {
                let says_why = holds.kept.rule.is_some_and(|rule| rule.why.is_some() || !rule.law.is_empty());
                let Some(phrase) = holds.kept.phrase.filter(|_| !says_why) else { continue };
                if keeping::is_beyond(phrase, statute) && reported.insert(phrase.node) {
                    report(phrase, statute);
                }
            }
        }
    }
}

/// The longest of the statutes for which a category is kept, where every purpose that uses it rests on one and on nothing else.
fn only_reason(activity: &Entry<Activity>, entry: &CategoryEntry, ctx: &Ctx<'_>) -> Option<&'static StatutoryPeriod> {
    let all = activity.value.purposes.into_iter().map(|purpose| PurposeIn { activity, purpose });
    let uses =
        all.filter(|usage| usage.purpose.data_categories.is_empty() || usage.purpose.data_categories.contains(&entry.category));
    let floors = uses.map(|usage| {
        let is_duty = usage.bases().iter().all(|basis| basis.basis == LegalBasis::LegalObligation);
        keeping::floor(ctx.law, &usage).filter(|_| is_duty)
    });
    let floors: Option<Vec<_>> = floors.collect();
    floors?.into_iter().max_by(|a, b| a.longest().days().total_cmp(&b.longest().days()))
}
