use super::pr809_external_score_decides;
use crate::rules::prelude::*;

rule! {
    /// The register does not say whether an activity decides about people by machine.
    ///
    /// One note for the register, with the activities by name. `automated_decisions: none` is an answer. Where people are scored, the
    /// rule on scores asks.
    ///
    /// ## Why
    /// People are told of such decisions, with their logic and consequences, so the record has to know whether there are any (Art. 13(2)(f)).
    ///
    /// ## Fix
    /// Write `automated_decisions: none`, or describe each: `automated_decisions: {limit: {what: ..., effect: significant, human: no}}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// automated_decisions: #~ PR811
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// automated_decisions: none
    /// ```
    ///
    /// What has ended decides nothing.
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// status: ended
    /// ended: 2026-06-30
    /// automated_decisions:
    /// ```
    code: "PR811",
    name: "automated-decisions-unanswered",
    level: Note,
    affects: Notice,
    articles: ["Art. 13(2)(f) GDPR", "Art. 14(2)(g) GDPR", "Art. 22 GDPR"],
    source: "Art. 13(2)(f), 22; WP 251 rev.01, section III.D and annex 1",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let is_open = |activity: &&Entry<Activity>| {
        activity.automated_decisions.is_none() && pr809_external_score_decides::undecided(activity, ctx).is_none()
    };
    let mut open: Vec<&Entry<Activity>> = ctx.register.running_activities().filter(is_open).collect();
    by_id(&mut open);
    let Some(first) = open.first() else { return };
    let names: Vec<&str> = open.iter().map(|activity| activity.title()).collect();
    let shown = listed_up_to(5, &names);
    let message = format!("The register does not say whether automated decisions are made in {shown}");
    sink.report(ctx.at(first.node).field("automated_decisions"), message);
}
