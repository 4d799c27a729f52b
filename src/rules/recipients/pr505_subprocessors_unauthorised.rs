use crate::relations::direct_subprocessors;
use crate::rules::prelude::*;

rule! {
    /// A processor engages others, and the register shows no authorisation, or no time to object to them.
    ///
    /// An error where the contract allows none. So it is where the organisation itself works for customers.
    ///
    /// ## Why
    /// A processor engages others only with the controller's written authorisation, and under a general one the controller can object (Art. 28(2)).
    ///
    /// ## Fix
    /// Look it up in the agreement: `contract: {subprocessing: general, objection_days: 30}` or `subprocessing: specific`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat AS
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: c.pdf} #~ PR505
    ///     subprocessors: [hoster]
    ///   hoster: {name: Hoster AS, role: processor, does: hosts the chat, country: NO, subprocessors: none}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    ///
    /// Nobody knows how long one can object.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat AS
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: c.pdf, subprocessing: general} #~ PR505
    ///     subprocessors: [hoster]
    ///   hoster: {name: Hoster AS, role: processor, does: hosts the chat, country: NO, subprocessors: none}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    ///
    /// The organisation works for customers and takes on another company.
    /// ```yaml file=processing-for/workspace.yaml
    /// name: Workspace hosting
    /// processing: [hosting]
    /// controllers: {list: CRM report of active workspaces, owner: Sales}
    /// contract: {signed: 2024-01-01, file: terms.pdf} #~ PR505
    /// subprocessors: [hoster]
    /// at_end: Deleted within 30 days
    /// owner: Head of operations
    /// reviewed: 2026-09-01
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hoster:
    ///     name: Hoster AS
    ///     role: processor
    ///     does: hosts the workspaces
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: h.pdf}
    ///     subprocessors: none
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat AS
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: c.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: [hoster]
    ///   hoster: {name: Hoster AS, role: processor, does: hosts the chat, country: NO, subprocessors: none}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    code: "PR505",
    name: "subprocessors-unauthorised",
    level: Warning,
    affects: Practice,
    articles: ["Art. 28(2) GDPR", "Art. 28(4) GDPR"],
    source: "EDPB Guidelines 07/2020 paras 151-160; EDPB Opinion 22/2024",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    for recipient in walk::own(&register.recipients) {
        if recipient.role == Some(Role::Processor) && ctx.relations.is_used_directly(register, recipient) {
            let engaged = direct_subprocessors(recipient);
            let who = format!("{} engages", recipient.title());
            judge(engaged, &who, "you can object", recipient.contract.as_deref(), ctx.at(recipient.node), ctx, sink);
        }
    }
    for service in walk::own(&register.processing_for).filter(|service| service.is_running()) {
        let engaged = service.value.subprocessors.iter();
        let who = format!("`{}` takes on", service.title());
        judge(engaged, &who, "customers can object", service.contract.as_deref(), ctx.at(service.node), ctx, sink);
    }
}

fn judge<'r>(
    engaged: impl Iterator<Item = &'r RecipientEntry>,
    who_engages: &str,
    can_object: &str,
    contract: Option<&Contract>,
    spot: Spot<'_>,
    ctx: &Ctx<'r>,
    sink: &mut Sink,
) {
    let names = listed(engaged.filter_map(|entry| ctx.register.get(entry.recipient)).map(|own| own.title()));
    if names.is_empty() {
        return;
    }
    let spot = spot.field("contract");
    // Without a contract there is nothing to authorise it: PR503.
    let Some(contract) = contract else { return };
    match contract.subprocessing {
        Some(Subprocessing::None) => {
            let message = format!("{who_engages} {names}, and the contract allows no sub-processors");
            sink.report(spot.field("subprocessing"), message).level(Level::Error);
        }
        None => {
            sink.report(spot.field("subprocessing"), format!("{who_engages} {names}, and the register shows no authorisation"));
        }
        Some(Subprocessing::General) if contract.objection_days.is_none() => {
            let message = format!("Nothing says how long {can_object} when {who_engages} others");
            sink.report(spot.field("objection_days"), message);
        }
        Some(_) => {}
    }
}
