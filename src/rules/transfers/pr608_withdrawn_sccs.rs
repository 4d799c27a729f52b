use crate::rules::prelude::*;

rule! {
    /// A transfer rests on standard clauses that have been withdrawn.
    ///
    /// The old sets could be signed until 26 September 2021 and carried transfers until 27 December 2022. Where no set is named,
    /// clauses signed before 27 June 2021 can only be old ones. A warning where a set was signed before it existed.
    ///
    /// ## Why
    /// The old clauses stopped being a safeguard, whatever the contract says (Decision (EU) 2021/914 Art. 4).
    ///
    /// ## Fix
    /// Sign the clauses of 2021 with the module that fits: `{mechanism: sccs, set: 2021/914, module: 2, signed: ...}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   crm:
    ///     name: CRM Inc.
    ///     role: processor
    ///     does: runs our customer system
    ///     country: IN
    ///     transfers: {IN: {mechanism: sccs, set: 2010/87, signed: 2019-04-01}} #~ PR608
    ///     contract: {signed: 2019-04-01, file: crm.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [crm]
    /// ```
    ///
    /// Signed before the new ones existed.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   crm:
    ///     name: CRM Inc.
    ///     role: processor
    ///     does: runs our customer system
    ///     country: IN
    ///     transfers: {IN: {mechanism: sccs, module: 2, signed: 2020-04-01}} #~ PR608
    ///     contract: {signed: 2019-04-01, file: crm.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [crm]
    /// ```
    ///
    /// Signed before that set existed.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   crm:
    ///     name: CRM Inc.
    ///     role: processor
    ///     does: runs our customer system
    ///     country: IN
    ///     transfers: {IN: {mechanism: sccs, set: 2021/914, module: 2, signed: 2020-04-01}} #~ PR608
    ///     contract: {signed: 2019-04-01, file: crm.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [crm]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   crm:
    ///     name: CRM Inc.
    ///     role: processor
    ///     does: runs our customer system
    ///     country: US
    ///     transfers: {US: {mechanism: sccs, set: 2021/914, module: 2, signed: 2024-11-01, assessment: commission-dpf-findings}}
    ///     contract: {signed: 2024-11-01, file: crm.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [crm]
    /// ```
    code: "PR608",
    name: "withdrawn-sccs",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 46(2)(c) GDPR"],
    source: "Decision (EU) 2021/914 Art. 4(2)-(4)",
    silences: ["PR601", "PR609", "PR610"],
    check: Transfer(check),
}

fn check(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let entry = transfer.mechanism;
    if entry.mechanism != Some(Mechanism::Sccs) {
        return;
    }
    let whom = transfer.recipient(ctx.register).map_or(String::new(), |recipient| format!(" with {}", recipient.title()));
    let spot = ctx.at(entry.node);
    let Some(set) = entry.set else {
        let new = ctx.law.clauses(SccSet::S2021).map(|clauses| clauses.valid_from);
        if let (Some(signed), Some(new)) = (entry.signed, new)
            && signed < new
        {
            let old = ctx.law.clauses(SccSet::S2010).and_then(|clauses| clauses.valid_to);
            if old.is_some_and(|end| end < ctx.as_of()) {
                sink.report(spot, format!("The clauses{whom} were signed on {signed}, before those of 2021 existed"))
                    .label("withdrawn clauses");
            }
        }
        return;
    };
    let Some(clauses) = ctx.law.clauses(set) else { return };
    if clauses.valid_to.is_some_and(|end| end < ctx.as_of()) {
        let end = clauses.valid_to.map_or(String::new(), |end| format!(" after {end}"));
        sink.report(spot, format!("The clauses {}{whom} carry no transfer{end}", set.id())).label("withdrawn clauses");
    } else if let (Some(signed), Some(until)) = (entry.signed, clauses.sign_until)
        && signed > until
    {
        sink.report(spot, format!("The clauses {}{whom} were signed on {signed}, when they had been repealed", set.id()))
            .label("withdrawn clauses");
    } else if let Some(signed) = entry.signed.filter(|signed| *signed < clauses.valid_from) {
        let first = clauses.valid_from;
        sink.report(spot, format!("The clauses {}{whom} were signed on {signed}, and exist only from {first}", set.id()))
            .level(Level::Warning)
            .label("another set, or another day?")
            .help("Correct `set` or `signed`.");
    }
}
