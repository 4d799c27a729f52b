use crate::decisions;
use crate::rules::prelude::*;

rule! {
    /// An AI takes decisions, and the activity says that no decision is automated.
    ///
    /// The AI of the activity itself counts, and that of the systems that it uses.
    ///
    /// ## Why
    /// People must learn of automated decisions (Art. 13(2)(f)), and may ask for a person where one affects them (Art. 22). The two answers cannot both be true.
    ///
    /// ## Fix
    /// Describe the decision: `automated_decisions: {answer: {what: Which answer you get, effect: none, human: no}}`; or write `decides: assists` where a person with real influence decides.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// automated_decisions: none
    /// ai: {provider: us, use: [routing], trains_on_data: no, prompts_kept: 30 days after collection, decides: yes} #~ PR913
    /// ```
    ///
    /// The AI of a system.
    /// ```yaml file=activities/example.yaml
    /// automated_decisions: none #~ PR913
    /// systems: [desk]
    /// ```
    /// ```yaml file=shared.yaml
    /// systems:
    ///   desk:
    ///     name: Help desk
    ///     run_by: us
    ///     ai: {provider: us, use: [routing], trains_on_data: no, prompts_kept: 30 days after collection, decides: yes}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// automated_decisions:
    ///   route: {what: Who answers you, effect: none, human: no}
    /// ai: {provider: us, use: [routing], trains_on_data: no, prompts_kept: 30 days after collection, decides: yes}
    /// ```
    ///
    /// It only prepares them.
    /// ```yaml file=activities/example.yaml
    /// automated_decisions: none
    /// ai: {provider: us, use: [routing], trains_on_data: no, prompts_kept: 30 days after collection, decides: assists}
    /// ```
    code: "PR913",
    name: "ai-decides-unannounced",
    level: Error,
    affects: Notice,
    articles: ["Art. 13(2)(f) GDPR", "Art. 14(2)(g) GDPR", "Art. 22 GDPR"],
    source: "CJEU C-634/21 SCHUFA Holding (7 December 2023); WP 251 rev.01",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(ai) = decisions::ai_that_decides(ctx.register, activity) else { return };
    if !matches!(activity.automated_decisions, Some(OrNone::None)) {
        return;
    }
    let own = activity.ai.as_ref().and_then(|own| own.some()).is_some_and(|own| std::ptr::eq(&raw const **own, ai));
    let message = format!("`{}` says that nothing is decided automatically, and its AI takes decisions", activity.title());
    let spot =
        if own { ctx.at(activity.node).field("ai").field("decides") } else { ctx.at(activity.node).field("automated_decisions") };
    sink.report(spot, message).label(if own { "it decides" } else { "the AI of a system it uses decides" });
}
