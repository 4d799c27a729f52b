use crate::rules::prelude::*;
use std::collections::HashSet;

rule! {
    /// AI is used and not described.
    ///
    /// A note where an activity uses what is marked `ai: yes`, or a product known to be AI (once each), and says nothing. A warning
    /// where a description leaves something out, or where whether data train models, or how long inputs are kept, is `unknown`.
    ///
    /// ## Why
    /// AI changes recipients, storage and risk: what it does, who runs it, what it keeps and whether it learns from the data belongs in the record (Art. 30(1), 35(1)).
    ///
    /// ## Fix
    /// Describe it: `ai: {provider: azure-openai, use: text-suggestions, trains_on_data: no, prompts_kept: 30 days after log-created}`; or answer `ai: none`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// recipients: [summaries]
    /// ai: #~ PR908
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   summaries:
    ///     name: Kortsagt AS
    ///     role: processor
    ///     does: Summarises questions of customers
    ///     ai: yes
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    ///
    /// A product that is known to be AI.
    /// ```yaml file=activities/example.yaml
    /// recipients: [mistral]
    /// ai: #~ PR908
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mistral:
    ///     name: Mistral AI SAS
    ///     role: processor
    ///     does: Summarises questions of customers
    ///     country: FR
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    ///
    /// Nobody knows what becomes of the inputs.
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: summaries, trains_on_data: unknown, prompts_kept: unknown} #~ PR908
    /// ```
    ///
    /// Left out.
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: summaries, trains_on_data: no} #~ PR908
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// recipients: [mistral]
    /// ai: {provider: mistral, use: summaries, trains_on_data: no, prompts_kept: 30 days after log-created}
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mistral:
    ///     name: Mistral AI SAS
    ///     role: processor
    ///     does: Summarises questions of customers
    ///     country: FR
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    code: "PR908",
    name: "ai-undeclared",
    level: Note,
    affects: Practice,
    articles: ["Art. 30(1)(b) GDPR", "Art. 30(1)(d) GDPR", "Art. 13(1)(e) GDPR", "Art. 35(1) GDPR"],
    source: "EDPB Opinion 28/2024 (AI models); EDPB report of the ChatGPT taskforce (May 2024)",
    check: Register(check),
}

use crate::ai::{self, AiIn};

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    for usage in ai::uses(ctx.register) {
        described_in_part(&usage, ctx, sink);
    }
    let mut asked: HashSet<&str> = HashSet::new();
    for activity in ctx.register.running_activities().filter(|activity| activity.ai.is_none()) {
        let mut tools = marked(activity, ctx);
        let is_marked = !tools.is_empty();
        if !is_marked {
            // A guess by name is made once: what is no AI after all should not be asked at every activity.
            tools.extend(known_by_name(activity, ctx).into_iter().filter(|(id, _)| asked.insert(id)).map(|(_, name)| name));
        }
        if tools.is_empty() {
            continue;
        }
        let names = listed(tools.iter().map(|tool| format!("`{tool}`")));
        let says = if is_marked { "which uses AI" } else { "which is known for AI" };
        let message = format!("`{}` uses {names}, {says}, and says nothing on it", activity.title());
        sink.report(ctx.at(activity.node).field("ai"), message).label("no `ai`");
    }
}

/// Systems, recipients and services that the register itself marks.
fn marked<'r>(activity: &'r Entry<Activity>, ctx: &Ctx<'r>) -> Vec<&'r str> {
    let register = ctx.register;
    let systems = register.all(&activity.value.systems).filter(|system| matches!(system.ai, Some(Either::Other(true))));
    let mut names: Vec<&str> = systems.map(|system| system.title()).collect();
    for recipient in activity.value.recipients.iter().filter_map(|entry| register.get(entry.recipient)) {
        let by_service = services(recipient).any(|service| service.ai == Some(true));
        if recipient.ai == Some(true) || by_service {
            names.push(recipient.title());
        }
    }
    names
}

fn known_by_name<'r>(activity: &'r Entry<Activity>, ctx: &Ctx<'r>) -> Vec<(&'r str, &'r str)> {
    let is_ai = |name: &str| ctx.law.vendor(name, |vendor| vendor.is_ai()).is_some();
    let recipients = activity.value.recipients.iter().filter_map(|entry| ctx.register.get(entry.recipient));
    let known = recipients.filter(|recipient| {
        recipient.ai.is_none() && (is_ai(recipient.title()) || services(recipient).any(|service| is_ai(service.title())))
    });
    known.map(|recipient| (&*recipient.id, recipient.title())).collect()
}

fn services(recipient: &Entry<Recipient>) -> impl Iterator<Item = &Entry<Service>> {
    let is_in_use = |service: &&Entry<Service>| !matches!(service.status, Some(ServiceStatus::Former | ServiceStatus::Planned));
    recipient.value.services.iter().filter(is_in_use)
}

fn described_in_part(usage: &AiIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let ai = usage.ai;
    let spot = ctx.at(usage.node()).field("ai");
    let title = usage.title();
    if ai.trains_on_data == Some(Trains::Unknown) {
        let message = format!("Whether the AI in `{title}` learns from the data is not known");
        sink.report(spot.clone().field("trains_on_data"), message)
            .level(Level::Warning)
            .help("Ask the provider, or read its terms, and write `no`, `yes` or `provider`.");
    }
    if matches!(ai.prompts_kept, Some(PromptRetention::Unknown)) {
        let message = format!("How long the AI in `{title}` keeps inputs and outputs is not known");
        sink.report(spot.clone().field("prompts_kept"), message)
            .level(Level::Warning)
            .help("Ask the provider, or read its terms: `prompts_kept: 30 days after log-created`, or `none`.");
    }
    let fields = [
        ("provider", ai.provider.is_none(), "who runs it"),
        ("use", ai.uses.is_empty(), "what it is used for"),
        ("trains_on_data", ai.trains_on_data.is_none(), "whether it learns from the data"),
        ("prompts_kept", ai.prompts_kept.is_none(), "how long inputs are kept"),
    ];
    let missing: Vec<_> = fields.into_iter().filter(|(_, is_missing, _)| *is_missing).collect();
    if let Some((field, ..)) = missing.first() {
        let names = listed(missing.iter().map(|(name, ..)| format!("`{name}`")));
        let message =
            format!("The AI in `{title}` is described without saying {}", listed(missing.iter().map(|(_, _, what)| *what)));
        sink.report(spot.field(field), message).level(Level::Warning).label(format!("no {names}"));
    }
}
