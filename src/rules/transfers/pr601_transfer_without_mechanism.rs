use crate::rules::prelude::*;

rule! {
    /// A recipient has or sees data in a third country, and the register names no mechanism for it.
    ///
    /// An error, unless an adequacy decision covers the country: then a note, or a warning where the decision covers only a part
    /// of it. A mechanism that needs an approval and names none is a warning, and so is "no transfer" without a reason.
    ///
    /// ## Why
    /// Data may go to a third country only with a mechanism of chapter V, and the record names the country (Art. 44, 30(1)(e)).
    ///
    /// ## Fix
    /// Add the country to `transfers`: `transfers: {US: dpf}`, or `transfers: {IN: {mechanism: sccs, module: 2, signed: 2024-01-10, assessment: ...}}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat Inc.
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: US #~ PR601
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    ///
    /// A text that names no mechanism in particular.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat Inc.
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: US
    ///     transfers: {US: unspecified} #~ PR601
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    ///
    /// Neither a country nor a mechanism.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat Inc.
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: non-eea #~ PR602
    ///     transfers: {non-eea: unspecified} #~ PR601
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    ///
    /// A place without a country beside one without a mechanism.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat Inc.
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: US #~ PR601
    ///     stored_in: [worldwide] #~ PR602
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   helpdesk:
    ///     name: Helpdesk AG
    ///     role: processor
    ///     does: answers the telephone
    ///     country: CH
    ///     transfers: {CH: adequacy}
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [helpdesk]
    /// ```
    ///
    /// Inside a group whose rules are approved.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   helpdesk:
    ///     name: Nordlys Support Inc.
    ///     role: processor
    ///     does: answers the telephone
    ///     country: US
    ///     transfers: {US: {mechanism: bcr, approval: {reference: 2021/14, date: 2021-06-01, authority: Datatilsynet}, assessment: tia-us}}
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// assessments:
    ///   tia-us: {kind: tia, country: US, done: 2026-02-20, outcome: equivalent}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [helpdesk]
    /// ```
    code: "PR601",
    name: "transfer-without-mechanism",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 44 GDPR", "Art. 30(1)(e) GDPR", "Art. 13(1)(f) GDPR"],
    source: "Art. 44; CJEU C-311/18 Schrems II; EDPB Guidelines 05/2021 v2.0 (three criteria); EDPB Recommendations 01/2020 v2.0",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    for recipient in walk::own(&register.recipients) {
        if !ctx.relations.is_used_directly(register, recipient) {
            continue;
        }
        for flow in flows::of(register, ctx.relations, ctx.law, recipient) {
            if flow.country().is_some()
                && flow.mechanism().is_none()
                && !is_others_rule(recipient, &flow)
                && !is_misread(&flow, ctx)
            {
                report(&flow, ctx, sink);
            }
        }
    }
    walk::transfers(register, &mut |transfer| unproven(&transfer, ctx, sink));
}

/// Access alone, with everything else inside the EEA, has a rule of its own.
fn is_others_rule(recipient: &Entry<Recipient>, flow: &flows::Flow<'_>) -> bool {
    flow.role == crate::relations::PlaceRole::Accesses && super::pr612_remote_access_is_transfer::is_about(recipient)
}

/// A mechanism that is written and could not be read has been reported as such.
fn is_misread(flow: &flows::Flow<'_>, ctx: &Ctx<'_>) -> bool {
    let mut written = flow.stated.into_iter().flat_map(|entry| entry.mechanisms.iter());
    written.any(|entry| entry.mechanism.is_none() && ctx.is_written(entry.node, "mechanism"))
}

fn report(flow: &flows::Flow<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let country = flow.place.name();
    let code = flow.place.to_string();
    let who = flow
        .service
        .map_or_else(|| flow.recipient.title().to_owned(), |service| format!("{} ({})", flow.recipient.title(), service.title()));
    let spot = ctx.at(flow.stated.map(|entry| entry.node).or(flow.node).or(flow.recipient.node));
    let does = match flow.role {
        crate::relations::PlaceRole::Established => "is in",
        crate::relations::PlaceRole::Stores => "keeps data in",
        crate::relations::PlaceRole::Accesses => "sees data from",
    };
    let what = if flow.stated.is_some() { "names no mechanism in particular" } else { "names no mechanism" };
    let finding = sink.report(spot, format!("{who} {does} {country}, and the register {what}"));
    match flow.decision(ctx.law).filter(|decision| !decision.is_list()) {
        Some(decision) if decision.is_whole() => {
            finding
                .level(Level::Note)
                .help(format!("Write `transfers: {{{code}: adequacy}}`: {} covers the country.", decision.decision));
        }
        Some(decision) => {
            finding.level(Level::Warning).help(format!(
                "Where the recipient is inside the scope of decision {}, write `transfers: {{{code}: adequacy}}` and `adequacy_scope`; else sign clauses.",
                decision.decision
            ));
        }
        None => {
            finding.label(format!("{country} has no adequacy decision for this recipient"));
        }
    }
}

/// A mechanism that exists only with an approval, none in particular, or an answer that needs a reason.
fn unproven(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let entry = transfer.mechanism;
    let Some(mechanism) = entry.mechanism else { return };
    let spot = ctx.at(entry.node);
    match mechanism {
        Mechanism::Bcr
        | Mechanism::CodeOfConduct
        | Mechanism::Certification
        | Mechanism::AdHocClauses
        | Mechanism::PublicArrangement
            if entry.approval.is_none() =>
        {
            sink.report(spot, format!("`{}` for {} names no approval", mechanism.id(), transfer.place.name()))
                .level(Level::Warning)
                .help("Add `approval: {reference: ..., date: ..., authority: ...}`.");
        }
        // For a country, `report` has said so.
        Mechanism::Unspecified if transfer.applies && transfer.place.country().is_none() => {
            let whom = transfer.recipient(ctx.register).map_or(String::new(), |recipient| format!(" to {}", recipient.title()));
            sink.report(
                spot,
                format!("For the transfer{whom} in `{}` the register names no mechanism in particular", transfer.place),
            );
        }
        Mechanism::NotATransfer if entry.why.is_none() => {
            sink.report(spot, format!("Nothing says why data in {} are no transfer", transfer.place.name()))
                .level(Level::Warning)
                .help("Add `why:`, for example that staff of the same company look at the data while travelling.");
        }
        _ => {}
    }
}
