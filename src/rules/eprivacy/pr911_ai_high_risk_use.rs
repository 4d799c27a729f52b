use crate::ai::{self, Holder};
use crate::rules::prelude::*;

rule! {
    /// A high-risk use of AI has no answer on an impact assessment, or nobody who oversees it.
    ///
    /// A warning for the assessment; a note for the oversight until the duties of the AI Act apply, an error from then on.
    ///
    /// ## Why
    /// These uses nearly always need an impact assessment today (Art. 35(1) GDPR), and persons who oversee them once Art. 26 of the AI Act applies.
    ///
    /// ## Fix
    /// Do the assessment (`dpia: dpia-screening`) and name who oversees the AI: `human_oversight: A recruiter reads every application`. A narrow task that decides nothing is no high risk: `not_high_risk: why`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: recruitment-screening, trains_on_data: no, prompts_kept: none, human_oversight: A recruiter reads every application}
    /// dpia: #~ PR911
    /// ```
    ///
    /// Nobody oversees it.
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: recruitment-screening, trains_on_data: no, prompts_kept: none} #~ PR911
    /// ```
    ///
    /// When the duties of the AI Act apply.
    /// ```yaml file=privreg.yaml
    /// #~ as-of 2027-12-02
    /// organisation:
    ///   country: DK
    ///   number: 12345678
    /// ```
    /// ```yaml file=activities/example.yaml
    /// reviewed: 2027-09-01
    /// ai: {provider: us, use: recruitment-screening, trains_on_data: no, prompts_kept: none} #~ PR911
    /// ```
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [example], published: 2027-09-02}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: recruitment-screening, trains_on_data: no, prompts_kept: none, human_oversight: A recruiter reads every application}
    /// dpia: dpia-screening
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   dpia-screening: {kind: dpia, done: 2026-03-02, outcome: accepted, residual_risk: low, owner: Head of people, file: dpia.pdf}
    /// ```
    ///
    /// When the rules on high risks apply.
    /// ```yaml file=privreg.yaml
    /// #~ as-of 2028-01-10
    /// organisation:
    ///   country: DK
    ///   number: 12345678
    /// settings:
    ///   review_every: 3 years
    /// ```
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: recruitment-screening, trains_on_data: no, prompts_kept: none, human_oversight: A recruiter reads every application}
    /// dpia: dpia-screening
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   dpia-screening: {kind: dpia, done: 2027-12-12, outcome: accepted, residual_risk: low, owner: Head of people, file: dpia.pdf}
    /// ```
    code: "PR911",
    name: "ai-high-risk-use",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 35(1) GDPR", "Art. 35(3)(a) GDPR", "Art. 6(2) Regulation (EU) 2024/1689", "Art. 26 Regulation (EU) 2024/1689"],
    source: "Annex III AI Act; Digital Omnibus on AI (Annex III from 2 December 2027); WP248 criteria 1, 2 and 8",
    silences: ["PR804"],
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    for usage in ai::uses(ctx.register) {
        let is_answered = usage.ai.not_high_risk.as_ref().is_some_and(|why| !why.is_empty());
        let Some(use_of) = usage.ai.uses.iter().copied().find(|use_of| ctx.law.is_high_risk_ai(*use_of)).filter(|_| !is_answered)
        else {
            continue;
        };
        let what = format!("The AI in `{}` ({})", usage.title(), use_of.id());
        if let Holder::Activity(activity) = usage.holder
            && activity.dpia.is_none()
        {
            let message = format!("{what} is a high-risk use, and nothing says whether its impact was assessed");
            sink.report(ctx.at(activity.node).field("dpia"), message).label("no `dpia`");
        }
        if usage.ai.human_oversight.as_ref().is_none_or(Text::is_empty) {
            let applies = ctx.law.high_risk_applies() && usage.is_under_ai_act(ctx.register, ctx.law);
            let message = format!("{what} is a high-risk use, and nothing says who oversees it");
            let finding = sink.report(ctx.at(usage.node()).field("ai").field("human_oversight"), message);
            finding.level(if applies { Level::Error } else { Level::Note }).label("no `human_oversight`");
        }
    }
}
