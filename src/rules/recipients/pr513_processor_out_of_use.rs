use crate::relations::User;
use crate::rules::prelude::*;

rule! {
    /// A processor is no longer used, and nothing says what became of the data.
    ///
    /// Used only by ended activities, or all of its services are former, and the contract has no `until`.
    ///
    /// ## Why
    /// At the end of the work a processor deletes or returns the data; old suppliers tend to keep them (Art. 28(3)(g)).
    ///
    /// ## Fix
    /// End the contract and record it: `contract: {signed: ..., until: 2026-03-31}`, with proof of deletion in `notes`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   old:
    ///     name: Old Chat AS
    ///     role: processor
    ///     does: ran the chat on our site
    ///     country: NO
    ///     contract: {signed: 2022-03-01, file: o.pdf} #~ PR513
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/chat.yaml
    /// name: Old chat
    /// status: ended
    /// ended: 2026-02-28
    /// recipients: [old]
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: none
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   old:
    ///     name: Old Chat AS
    ///     role: processor
    ///     does: ran the chat on our site
    ///     country: NO
    ///     contract: {signed: 2022-03-01, until: 2026-02-28, file: o.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/chat.yaml
    /// name: Old chat
    /// status: ended
    /// ended: 2026-02-28
    /// recipients: [old]
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: none
    /// ```
    code: "PR513",
    name: "processor-out-of-use",
    level: Warning,
    affects: Practice,
    articles: ["Art. 28(3)(g) GDPR"],
    source: "Art. 28(3)(g); EDPB Guidelines 07/2020 (end of the contract)",
    silences: ["PR005"],
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if recipient.role != Some(Role::Processor) {
        return;
    }
    let register = ctx.register;
    let uses = ctx.relations.uses(register, recipient);
    let only_ended = !uses.is_empty() && !ctx.relations.is_in_use(register, recipient);
    let only_former = !recipient.services.is_empty()
        && recipient.value.services.into_iter().all(|service| service.status == Some(ServiceStatus::Former))
        && uses.iter().any(|usage| matches!(usage.by, User::Activity(_)));
    let is_over = recipient.contract.as_ref().is_some_and(|contract| contract.until.is_some());
    let has_contract = recipient.contract.is_some();
    if (only_ended || only_former) && has_contract && !is_over {
        let message = format!(
            "{} is no longer used, and nothing says that the contract ended and the data were deleted",
            recipient.title()
        );
        sink.report(ctx.at(recipient.node).field("contract"), message);
    }
}
