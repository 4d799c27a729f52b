use crate::relations::direct_subprocessors;
use crate::rules::prelude::*;

rule! {
    /// A processor engages others, and the register shows no authorisation.
    ///
    /// An error where the contract allows none.
    ///
    /// ## Why
    /// A processor engages others only with your written authorisation, and under a general one you can object (Art. 28(2)).
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
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let direct = ctx.relations.is_used_directly(ctx.register, recipient);
    if recipient.role != Some(Role::Processor) || !direct {
        return;
    }
    let names =
        listed(direct_subprocessors(recipient).filter_map(|entry| ctx.register.get(entry.recipient)).map(|own| own.title()));
    if names.is_empty() {
        return;
    }
    let title = recipient.title();
    let spot = ctx.at(recipient.node).field("contract");
    // Without a contract there is nothing to authorise it: PR503.
    let Some(contract) = &recipient.contract else { return };
    match contract.subprocessing {
        Some(Subprocessing::None) => {
            sink.report(
                spot.field("subprocessing"),
                format!("{title} engages {names}, and the contract allows no sub-processors"),
            )
            .level(Level::Error);
        }
        None => {
            sink.report(spot.field("subprocessing"), format!("{title} engages {names}, and the register shows no authorisation"));
        }
        Some(Subprocessing::General) if contract.objection_days.is_none() => {
            sink.report(
                spot.field("objection_days"),
                format!("Nothing says how long you can object when {title} engages others"),
            );
        }
        Some(_) => {}
    }
}
