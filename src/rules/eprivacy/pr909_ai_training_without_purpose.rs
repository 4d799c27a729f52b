use crate::ai::{self, AiIn, Holder};
use crate::rules::prelude::*;

rule! {
    /// Data train models, and no purpose or instruction covers it.
    ///
    /// An error where your own models learn from the data of an activity without a purpose of the kind `ai-training`; a warning
    /// where the provider's do and the register gives the provider no purpose of its own, and where customers have not instructed it.
    ///
    /// ## Why
    /// Training a model is a purpose of its own, with a basis of its own (Art. 5(1)(b), 6(1)); with data of customers it needs their instruction (Art. 28(3)(a)).
    ///
    /// ## Fix
    /// Switch training off and write `trains_on_data: no`; or add the purpose, with its basis: `train: {name: Train our model on your messages, kind: ai-training, legal_basis: ...}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: chat, trains_on_data: yes, prompts_kept: 90 days after log-created} #~ PR909
    /// ```
    ///
    /// A provider that learns for itself.
    /// ```yaml file=activities/example.yaml
    /// recipients: [summaries]
    /// ai: {provider: summaries, use: summaries, trains_on_data: provider, prompts_kept: 30 days after log-created} #~ PR909
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
    /// Data of customers, without their instruction.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   acts_as: [controller, processor]
    /// ```
    /// ```yaml file=processing-for/hosting.yaml
    /// name: Hosting of journals
    /// owner: Head of hosting
    /// reviewed: 2026-09-01
    /// controllers: {list: Customer system, owner: Head of sales}
    /// processing: [hosting]
    /// data_subjects: [customers]
    /// data_categories: [contact-details]
    /// contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: none}
    /// at_end: 30 days after contract-end
    /// subprocessors: none
    /// ai: {provider: us, use: summaries, trains_on_data: yes, prompts_kept: 30 days after log-created} #~ PR909
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: chat, trains_on_data: no, prompts_kept: 90 days after log-created}
    /// ```
    ///
    /// With a purpose of its own.
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: chat, trains_on_data: yes, prompts_kept: 90 days after log-created}
    /// purposes:
    ///   answer: {name: Answer the questions of our customers, legal_basis: contract, required: yes, if_not_provided: Without the data we cannot answer}
    ///   train:
    ///     name: Train our model on questions whose names have been taken out
    ///     kind: ai-training
    ///     legal_basis: legitimate-interests
    ///     interest: Answer common questions at once
    ///     assessment: {why: Names are taken out before the training}
    ///     required: no
    /// ```
    code: "PR909",
    name: "ai-training-without-purpose",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 6(1) GDPR", "Art. 5(1)(b) GDPR", "Art. 28(3)(a) GDPR"],
    source: "EDPB Opinion 28/2024 (AI models)",
    silences: ["PR908"],
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    for usage in ai::uses(ctx.register) {
        let found = match (usage.holder, usage.ai.trains_on_data) {
            (Holder::ProcessingFor(service), Some(Trains::Yes | Trains::Provider)) => uninstructed(service).then(|| {
                (
                    format!(
                        "Models learn from data of customers in `{}`, and no instruction of theirs is recorded",
                        usage.title()
                    ),
                    Level::Warning,
                )
            }),
            (_, Some(Trains::Yes)) => own_models(&usage, ctx).map(|message| (message, Level::Error)),
            (_, Some(Trains::Provider)) => models_of_provider(&usage, ctx).map(|message| (message, Level::Warning)),
            _ => None,
        };
        if let Some((message, level)) = found {
            let spot = ctx.at(usage.node()).field("ai").field("trains_on_data");
            sink.report(spot, message).level(level).label("a purpose of its own");
        }
    }
}

fn uninstructed(service: &ProcessingFor) -> bool {
    service.instruction.as_ref().is_none_or(Text::is_empty)
}

fn own_models(usage: &AiIn<'_>, ctx: &Ctx<'_>) -> Option<String> {
    let trains = |purpose: &Entry<Purpose>| purpose.kind == Some(PurposeKind::AiTraining);
    let without = usage.activities(ctx.register).into_iter().find(|activity| !activity.purposes.iter().any(trains))?;
    Some(format!("Models learn from the data of `{}`, and it has no purpose of the kind `ai-training`", without.title()))
}

/// A provider that is recorded as a controller, or with purposes of its own, answers for them itself.
fn models_of_provider(usage: &AiIn<'_>, ctx: &Ctx<'_>) -> Option<String> {
    let provider = ctx.register.get(usage.ai.provider?.to::<Recipient>()?)?;
    let is_recorded = provider.also.is_some()
        || matches!(provider.own_purposes, Some(OrNone::Some(_)))
        || matches!(provider.role, Some(Role::Controller | Role::JointController));
    (!is_recorded).then(|| {
        format!(
            "Models of {} learn from the data of `{}`, and the register gives it no purpose of its own",
            provider.title(),
            usage.title()
        )
    })
}
