use crate::rules::prelude::*;

rule! {
    /// A transfer relies on adequacy, and no decision on the country is in force.
    ///
    /// ## Why
    /// Adequacy exists only by decision of the Commission, and only while it is in force (Art. 45).
    ///
    /// ## Fix
    /// Use another mechanism, for example `sccs` with an assessment, or correct the country.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   dev:
    ///     name: Dev Pvt. Ltd.
    ///     role: processor
    ///     does: develops our software
    ///     country: IN
    ///     transfers: {IN: adequacy} #~ PR603
    ///     contract: {signed: 2024-03-01, file: dev.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [dev]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   dev:
    ///     name: Dev AG
    ///     role: processor
    ///     does: develops our software
    ///     country: CH
    ///     transfers: {CH: adequacy}
    ///     contract: {signed: 2024-03-01, file: dev.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [dev]
    /// ```
    code: "PR603",
    name: "adequacy-not-in-force",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 45 GDPR", "Art. 13(1)(f) GDPR"],
    source: "Art. 45; (EU) 2021/1772 (United Kingdom) as renewed to 27 December 2031; (EU) 2026/179 (Brazil); EEA Joint Committee Decision 154/2018",
    silences: ["PR601"],
    check: Transfer(check),
}

fn check(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(country) = transfer.place.country().filter(|_| transfer.mechanism.mechanism == Some(Mechanism::Adequacy)) else {
        return;
    };
    let spot = ctx.at(transfer.mechanism.node);
    let home = ctx.register.organisation().and_then(|organisation| organisation.country);
    if !ctx.law.needs_mechanism(country) {
        sink.report(
            spot,
            format!("No adequacy decision is needed for {}: it is inside the EEA or was treated so on that day", country.name()),
        )
        .level(Level::Note)
        .help(format!("Delete the entry for {}.", country.code()));
        return;
    }
    match ctx.law.adequacy(country) {
        None => {
            let message = format!("No adequacy decision on {} is in force on {}", country.name(), ctx.as_of());
            let finding = sink.report(spot, message);
            if let Some(former) = ctx.law.former_adequacy(country) {
                finding.label(former.ended.clone().unwrap_or_else(|| format!("{} has ended", former.decision)));
            }
        }
        Some(decision) if decision.efta_pending && home.is_some_and(|home| ctx.law.is_efta_state(home)) => {
            let message = format!(
                "Decision {} on {} had not been taken into the EEA Agreement when last looked up",
                decision.decision,
                country.name()
            );
            sink.report(spot, message).level(Level::Note).help(
                "Iceland, Liechtenstein and Norway usually apply such decisions from the same day; look it up, and note the day.",
            );
        }
        Some(_) => {}
    }
}
