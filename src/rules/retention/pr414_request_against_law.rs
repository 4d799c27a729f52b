use std::collections::HashSet;

use crate::rules::prelude::*;

rule! {
    /// Data are said to be deleted earlier on request, and a law demands that they are kept.
    ///
    /// The law stands at the retention, or at a purpose for which the data are kept and whose statute sets a period.
    ///
    /// ## Why
    /// What a law obliges one to keep is not erased on request (Art. 17(3)(b)); the notice promises that it is.
    ///
    /// ## Fix
    /// Take `on_request: yes` away, and give what no law demands a retention of its own.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   invoices: {period: 5 years after financial-year-end, law: bokføringsloven § 13, on_request: yes} #~ PR414
    /// ```
    ///
    /// The law of a purpose.
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   invoices: {period: 5 years after financial-year-end, on_request: yes} #~ PR414
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
    ///   invoices: {period: 5 years after financial-year-end, law: bokføringsloven § 13}
    /// ```
    code: "PR414",
    name: "request-against-law",
    level: Warning,
    affects: Notice,
    articles: ["Art. 17(3)(b) GDPR", "Art. 13(2)(a) GDPR", "Art. 13(2)(b) GDPR"],
    source: "Art. 17(3)(b)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let mut reported = HashSet::new();
    let mut report = |node, law: &str| {
        if reported.insert(node) {
            let spot = ctx.at(node).field("on_request");
            let message = format!("{law} demands the period, and the retention says that data are deleted earlier on request");
            sink.report(spot, message);
        }
    };
    walk::retentions(ctx.register, &mut |retention| {
        let Some(rule) = retention.rule.filter(|rule| rule.on_request == Some(true)) else { return };
        if let Some(law) = rule.law.first() {
            report(retention.node, &format!("`{}`", law.text));
        }
    });
    for activity in walk::own(&ctx.register.activities).filter(|activity| activity.is_running()) {
        for purpose in &activity.value.purposes {
            let usage = PurposeIn { activity, purpose };
            let Some(floor) = keeping::floor(ctx.law, &usage) else { continue };
            for entry in usage.entries(ctx.register) {
                let Some(kept) = keeping::for_purpose(ctx.register, &usage, entry) else { continue };
                let node = kept.shared.map_or(Some(kept.retention.node()), |shared| shared.node);
                if let (Some(true), Some(node)) = (kept.rule.and_then(|rule| rule.on_request), node) {
                    report(node, &floor.provision);
                }
            }
        }
    }
}
