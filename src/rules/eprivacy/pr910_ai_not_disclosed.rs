use crate::ai;
use crate::rules::prelude::*;

rule! {
    /// People talk to AI, and nothing says how they learn that it is no person.
    ///
    /// An error where the organisation provides the AI and the AI Act applies; a warning where somebody else provides it,
    /// or in a country where it does not apply yet; a note before its first day. In Iceland, Liechtenstein and Norway it applies once it is part of the EEA Agreement.
    ///
    /// ## Why
    /// People must be told that they talk to a machine unless that is obvious (Art. 50(1) AI Act, Art. 5(1)(a) GDPR).
    ///
    /// ## Fix
    /// Write the line people see, and where: `disclosed: "First line of the chat: You write with our assistant, a computer program"`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: DK
    ///   number: 12345678
    /// ```
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: chat, talks_to_people: yes, trains_on_data: no, prompts_kept: none} #~ PR910
    /// ```
    ///
    /// Provided by somebody else.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: DK
    ///   number: 12345678
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [assistant]
    /// ai: {provider: assistant, use: chat, talks_to_people: yes, trains_on_data: no, prompts_kept: none} #~ PR910
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   assistant:
    ///     name: Kortsagt AS
    ///     role: processor
    ///     does: Answers questions of customers
    ///     ai: yes
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    ///
    /// Before the AI Act applies.
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: chat, talks_to_people: yes, trains_on_data: no, prompts_kept: none} #~ PR910
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: chat, talks_to_people: yes, disclosed: "First line of the chat: You write with our assistant, a computer program", trains_on_data: no, prompts_kept: none}
    /// ```
    code: "PR910",
    name: "ai-not-disclosed",
    level: Error,
    affects: Notice,
    articles: ["Art. 5(1)(a) GDPR", "Art. 12(1) GDPR", "Art. 50(1) Regulation (EU) 2024/1689"],
    source: "Art. 50(1) and 113 AI Act (from 2 August 2026); Art. 5(1)(a) GDPR",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    for usage in ai::uses(ctx.register) {
        let is_told = usage.ai.disclosed.as_ref().is_some_and(|text| !text.is_empty());
        if usage.ai.talks_to_people != Some(true) || is_told {
            continue;
        }
        let applies = ctx.law.ai_transparency_applies() && usage.is_under_ai_act(ctx.register, ctx.law);
        let is_ours = usage.ai.provider.is_some_and(|provider| provider.is_word("us"));
        let level = match (applies, is_ours) {
            (true, true) => Level::Error,
            _ if ctx.law.ai_transparency_applies() => Level::Warning,
            _ => Level::Note,
        };
        let message =
            format!("People talk to the AI in `{}`, and nothing says how they learn that it is no person", usage.title());
        sink.report(ctx.at(usage.node()).field("ai").field("disclosed"), message).level(level).label("no `disclosed`");
    }
}
