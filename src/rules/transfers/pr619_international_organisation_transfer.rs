use crate::rules::prelude::*;

rule! {
    /// Data go to an international organisation, and no mechanism is named.
    ///
    /// ## Why
    /// International organisations need a mechanism like third countries, and the record names them (Art. 44, 30(1)(e)).
    ///
    /// ## Fix
    /// Name the organisation and the mechanism: `transfers: {international-organisation: adequacy}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   agency:
    ///     name: Agency of nations
    ///     role: controller
    ///     does: runs the relief programme
    ///     country: international-organisation #~ PR619
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [agency]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   office:
    ///     name: European Patent Organisation
    ///     role: controller
    ///     does: examines our patents
    ///     country: international-organisation
    ///     transfers: {international-organisation: adequacy}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [office]
    /// ```
    code: "PR619",
    name: "international-organisation-transfer",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(e) GDPR", "Art. 13(1)(f) GDPR", "Art. 44 GDPR"],
    source: "Art. 30(1)(e), 44; Decision (EU) 2025/1382 (European Patent Organisation)",
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !ctx.relations.is_in_use(ctx.register, recipient) {
        return;
    }
    let flows = flows::of(ctx.register, ctx.relations, ctx.law, recipient);
    let Some(found) = flows.iter().find(|flow| flow.place == Place::InternationalOrganisation) else { return };
    let title = recipient.title();
    let spot = ctx.at(found.node.or(recipient.node));
    let stated = found.stated.and_then(|entry| entry.mechanisms.first()).and_then(|first| first.mechanism);
    match stated {
        None | Some(Mechanism::Unspecified) => {
            let finding =
                sink.report(spot, format!("{title} is an international organisation, and the register names no mechanism"));
            if let Some(decision) = ctx.law.organisation_adequacy(title) {
                finding.level(Level::Note).help(format!(
                    "Write `transfers: {{international-organisation: adequacy}}`: {} covers it.",
                    decision.decision
                ));
            }
        }
        Some(Mechanism::Adequacy) if ctx.law.organisation_adequacy(title).is_none() => {
            sink.report(spot, format!("No adequacy decision covers the international organisation {title}"));
        }
        Some(_) => {}
    }
}
