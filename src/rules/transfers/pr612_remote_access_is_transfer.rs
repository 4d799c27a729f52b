use crate::relations::PlaceRole;
use crate::rules::prelude::*;

rule! {
    /// Data stay in the EEA, and are looked at from a third country without a mechanism.
    ///
    /// An error where another legal entity looks; a warning where the register does not say who, as own staff of the same company
    /// make no transfer.
    ///
    /// ## Why
    /// To look at data from abroad is a transfer as much as a copy would be, when another company looks (Art. 44).
    ///
    /// ## Fix
    /// Add the country to `transfers` with its mechanism, and say who looks: `access_from: {US: {by: ...}}`; or have the access switched off.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   ticketing:
    ///     name: Ticketing GmbH
    ///     role: processor
    ///     does: runs our ticket system
    ///     country: DE
    ///     access_from: {US: {by: Ticketing Inc.}} #~ PR612
    ///     contract: {signed: 2024-03-01, file: t.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [ticketing]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   ticketing:
    ///     name: Ticketing GmbH
    ///     role: processor
    ///     does: runs our ticket system
    ///     country: DE
    ///     access_from: {US: {by: Ticketing Inc.}}
    ///     transfers: {US: {mechanism: sccs, module: 3, signed: 2024-05-02, assessment: commission-dpf-findings}}
    ///     contract: {signed: 2024-03-01, file: t.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [ticketing]
    /// ```
    code: "PR612",
    name: "remote-access-is-transfer",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 44 GDPR", "Art. 30(1)(e) GDPR", "Art. 13(1)(f) GDPR"],
    source: "EDPB Guidelines 05/2021 v2.0 (three criteria; remote access by another entity); EDPB Recommendations 01/2020 v2.0 para 13",
    silences: ["PR601", "PR613"],
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    if !is_about(recipient) || !ctx.relations.is_in_use(register, recipient) {
        return;
    }
    let all = flows::of(register, ctx.relations, ctx.law, recipient);
    if all.iter().any(|flow| flow.role != PlaceRole::Accesses) {
        vague(recipient, ctx, sink);
        return;
    }
    for flow in all.iter().filter(|flow| flow.country().is_some() && flow.mechanism().is_none()) {
        let covered = flow.decision(ctx.law).is_some_and(|decision| decision.is_whole());
        if covered {
            continue;
        }
        let country = flow.place.name();
        let message = format!("Data of {} are looked at from {country}, and the register names no mechanism", recipient.title());
        let finding = sink.report(ctx.at(flow.node).key(), message);
        if flow.is_access_by_others() {
            finding.label("another company looks");
        } else {
            finding.level(Level::Warning).label("which legal entity looks?");
        }
    }
    vague(recipient, ctx, sink);
}

/// Access from somewhere outside, by somebody else, with no country named at all.
fn vague(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    for entry in recipient.value.access_from.iter() {
        let outside = matches!(entry.place, Place::NonEea | Place::Worldwide | Place::Varies);
        let has_mechanism = recipient.value.transfers.to(entry.place).is_some();
        if outside && !has_mechanism {
            let message =
                format!("Data of {} are looked at from outside the EEA, and the register names no mechanism", recipient.title());
            sink.report(ctx.at(entry.node), message).label("which country, which mechanism?");
        }
    }
}

/// Recipients that are in the EEA themselves, as far as the register says, and are looked at from elsewhere.
pub(super) fn is_about(recipient: &Recipient) -> bool {
    let anywhere = |list: &AccessFrom| !list.is_empty();
    flows::can_receive(recipient)
        && (anywhere(&recipient.access_from)
            || recipient.services.into_iter().any(|service| anywhere(&service.value.access_from)))
}
