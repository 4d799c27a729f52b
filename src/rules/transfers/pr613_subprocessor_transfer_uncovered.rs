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

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let direct = |recipient: &Entry<Recipient>| ctx.relations.is_used_directly(register, recipient);
    let mut reported: Vec<&str> = Vec::new();
    for top in register.recipients.iter().filter(|recipient| direct(recipient)) {
        let mut open: Vec<Vec<&Entry<Recipient>>> = vec![vec![top]];
        while let Some(path) = open.pop() {
            let Some(last) = path.last() else { continue };
            for next in direct_subprocessors(last).filter_map(|entry| register.get(entry.recipient)) {
                if path.iter().any(|link| link.id == next.id) || reported.contains(&&*next.id) {
                    continue;
                }
                let mut longer = path.clone();
                longer.push(next);
                if !direct(next) && next.node.is_some() && uncovered(next, &longer, ctx, sink) {
                    reported.push(&next.id);
                }
                open.push(longer);
            }
        }
    }
}

fn uncovered(recipient: &Entry<Recipient>, path: &[&Entry<Recipient>], ctx: &Ctx<'_>, sink: &mut Sink) -> bool {
    let all = flows::of(ctx.register, ctx.relations, ctx.law, recipient);
    let open = all.iter().find(|flow| {
        let adequate = ctx.law.adequacy(flow.country).is_some_and(|decision| decision.is_whole());
        flow.mechanism().is_none() && !adequate
    });
    let Some(flow) = open else { return false };
    let chain = path.iter().map(|link| link.title()).collect::<Vec<_>>().join(" → ");
    let message = format!("Data reach {} through {chain}, and the register names no mechanism", flow.country.name());
    sink.report(ctx.at(flow.node.or(recipient.node)), message).label("which mechanism?");
    true
}
