use std::collections::{HashMap, VecDeque};

use crate::relations::direct_subprocessors;
use crate::rules::prelude::*;

rule! {
    /// A sub-processor has or sees data in a third country, and the register names no mechanism for it.
    ///
    /// Reported once for each sub-processor, with the chain that leads to it.
    ///
    /// ## Why
    /// The controller answers for the whole chain: transfers at the third link are still its transfers (Art. 44, 28(4)).
    ///
    /// ## Fix
    /// Enter the mechanism that the processor uses towards its sub-processor, as given in its annex: `transfers: {US: {mechanism: sccs, module: 3, ...}}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat ApS
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: DK
    ///     contract: {signed: 2024-03-01, file: c.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: [hoster]
    ///   hoster:
    ///     name: Hoster Inc.
    ///     role: processor
    ///     does: hosts the chat
    ///     country: US #~ PR613
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat ApS
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: DK
    ///     contract: {signed: 2024-03-01, file: c.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: [hoster]
    ///   hoster:
    ///     name: Hoster Inc.
    ///     role: processor
    ///     does: hosts the chat
    ///     country: US
    ///     subprocessors: none
    ///     transfers: {US: {mechanism: sccs, module: 3, signed: 2024-02-01, assessment: commission-dpf-findings}}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    code: "PR613",
    name: "subprocessor-transfer-uncovered",
    level: Warning,
    affects: Record,
    articles: ["Art. 44 GDPR", "Art. 28(4) GDPR", "Art. 30(1)(e) GDPR"],
    source: "EDPB Opinion 22/2024 (transfers along the chain); Art. 44 second sentence (onward transfers)",
    check: Register(check),
}

/// Every recipient is looked at once, however many chains lead to it: nearest first, so the chain in the message is a shortest one.
fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let direct = register.recipients.iter().filter(|recipient| ctx.relations.is_used_directly(register, recipient));
    let mut open: VecDeque<&Entry<Recipient>> = direct.collect();
    // How each recipient was reached; the organisation's own ones through no other.
    let mut above: HashMap<&str, Option<&Entry<Recipient>>> = open.iter().map(|top| (&*top.id, None)).collect();
    while let Some(recipient) = open.pop_front() {
        if above.get(&*recipient.id).is_some_and(Option::is_some) && recipient.node.is_some() {
            uncovered(recipient, &above, ctx, sink);
        }
        for next in direct_subprocessors(recipient).filter_map(|entry| register.get(entry.recipient)) {
            above.entry(&next.id).or_insert_with(|| {
                open.push_back(next);
                Some(recipient)
            });
        }
    }
}

fn uncovered<'r>(
    recipient: &'r Entry<Recipient>,
    above: &HashMap<&str, Option<&'r Entry<Recipient>>>,
    ctx: &Ctx<'_>,
    sink: &mut Sink,
) {
    let all = flows::of(ctx.register, ctx.relations, ctx.law, recipient);
    let open = all.iter().find(|flow| {
        let adequate = flow.decision(ctx.law).is_some_and(|decision| decision.is_whole());
        flow.country().is_some() && flow.mechanism().is_none() && !adequate
    });
    let Some(flow) = open else { return };
    let country = flow.place.name();
    let message = format!("Data reach {country} through {}, and the register names no mechanism", chain(recipient, above));
    sink.report(ctx.at(flow.node.or(recipient.node)), message).label("which mechanism?");
}

/// The recipients that lead to one, and itself: the two ends, with how many lie between them, where the chain is too long to read.
fn chain<'r>(recipient: &'r Entry<Recipient>, above: &HashMap<&str, Option<&'r Entry<Recipient>>>) -> String {
    const LEGIBLE: usize = 8;
    let links = std::iter::successors(Some(recipient), |link| above.get(&*link.id).copied().flatten());
    let mut titles: Vec<&str> = links.map(|link| link.title()).collect();
    titles.reverse();
    if titles.len() <= LEGIBLE {
        return titles.join(" → ");
    }
    let (first, last) = (&titles[..LEGIBLE / 2], &titles[titles.len() - LEGIBLE / 2..]);
    format!("{} → … {} more … → {}", first.join(" → "), titles.len() - LEGIBLE, last.join(" → "))
}
