use crate::rules::prelude::*;

rule! {
    /// People are not told how to get a copy of the safeguards for a transfer.
    ///
    /// Reported once for the register, with the recipients. Safeguards that only stand by count where an exception (Art. 49) stands first.
    ///
    /// ## Why
    /// A notice says how to obtain a copy of the safeguards, or where they can be read (Art. 13(1)(f)).
    ///
    /// ## Fix
    /// Set it once: `settings: {safeguards_copy: Write to personvern@nordlys.no}`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   safeguards_copy:
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   support:
    ///     name: Support Inc.
    ///     role: processor
    ///     does: answers questions at night
    ///     country: US
    ///     transfers: {US: {mechanism: sccs, module: 2, signed: 2025-02-01, assessment: commission-dpf-findings}} #~ PR618
    ///     contract: {signed: 2025-02-01, file: s.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [support]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   safeguards_copy: Write to personvern@nordlys.no and we send you the clauses
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   support:
    ///     name: Support Inc.
    ///     role: processor
    ///     does: answers questions at night
    ///     country: US
    ///     transfers: {US: {mechanism: sccs, module: 2, signed: 2025-02-01, assessment: commission-dpf-findings}}
    ///     contract: {signed: 2025-02-01, file: s.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [support]
    /// ```
    code: "PR618",
    name: "safeguards-copy-missing",
    level: Warning,
    affects: Notice,
    articles: ["Art. 13(1)(f) GDPR", "Art. 14(1)(f) GDPR"],
    source: "Art. 13(1)(f); WP260 rev.01 Annex; IMY Klarna (safeguards and how to obtain them)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    if ctx.register.settings.safeguards_copy.is_some() {
        return;
    }
    let mut first = None;
    let mut names: Vec<&str> = Vec::new();
    walk::transfers(ctx.register, &mut |transfer| {
        let entry = transfer.mechanism;
        let has_copy = matches!(
            entry.mechanism,
            Some(
                Mechanism::Sccs
                    | Mechanism::Bcr
                    | Mechanism::AdHocClauses
                    | Mechanism::CodeOfConduct
                    | Mechanism::Certification
                    | Mechanism::SaClauses
            )
        );
        // A text that promises some safeguards without naming one owes the copy as well.
        let unnamed = entry.mechanism == Some(Mechanism::Unspecified);
        let first_of_all = transfer.entry.mechanisms.first().and_then(|first| first.mechanism);
        let is_told_of = transfer.applies || first_of_all == Some(Mechanism::Derogation);
        if (has_copy || unnamed) && is_told_of && entry.copy.is_none() {
            first.get_or_insert(entry.node);
            let name = transfer.recipient(ctx.register).map_or("all recipients", |recipient| recipient.title());
            if !names.contains(&name) {
                names.push(name);
            }
        }
    });
    if let Some(node) = first {
        let message = format!("People are not told how to get a copy of the safeguards for {}", listed(&names));
        sink.report(ctx.at(node), message);
    }
}
