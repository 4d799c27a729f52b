use crate::rules::prelude::*;

rule! {
    /// The register does not say whom a processor engages.
    ///
    /// For processors used directly; further down the chain a note, and only where the sub-processor is in a third country.
    ///
    /// ## Why
    /// Controllers have the identity of every sub-processor at hand at all times (Art. 28(2), EDPB Opinion 22/2024).
    ///
    /// ## Fix
    /// Copy the list from the annex: `subprocessors: [hoster]`, write `subprocessors: none`, or point to the published list: `subprocessor_list: {url: https://..., checked: 2026-09-01}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat: #~ PR504
    ///     name: Chat AS
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: c.pdf}
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
    ///     contract: {signed: 2024-03-01, file: c.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    code: "PR504",
    name: "subprocessors-unknown",
    level: Warning,
    affects: Practice,
    articles: ["Art. 28(1) GDPR", "Art. 28(2) GDPR", "Art. 28(4) GDPR"],
    source: "EDPB Opinion 22/2024 (7 October 2024) paras 31-32",
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    if recipient.role != Some(Role::Processor) || recipient.subprocessor_list.is_some() {
        return;
    }
    let answered = !recipient.subprocessors.is_unanswered()
        || recipient.services.into_iter().any(|service| !service.subprocessors.is_unanswered());
    let direct = ctx.relations.is_used_directly(register, recipient);
    let abroad =
        || ctx.relations.is_in_use(register, recipient) && !flows::of(register, ctx.relations, ctx.law, recipient).is_empty();
    if !answered && (direct || abroad()) {
        let message = format!("The register does not say whom {} engages", recipient.title());
        let finding = sink.report(ctx.at(recipient.node).field("subprocessors"), message);
        if !direct {
            finding.level(Level::Note);
        }
    }
}
