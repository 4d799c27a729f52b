use crate::notices;
use crate::rules::prelude::*;
use chrono::NaiveDate;

rule! {
    /// Two dates contradict each other, or a day that is past by its meaning lies in the future.
    ///
    /// ## Why
    /// Every dated check rests on these days: a wrong one hides a real finding (Art. 5(1)(d)).
    ///
    /// ## Fix
    /// Correct the date that is wrong.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// status: planned
    /// since: 2024-05-01
    /// ended: 2023-05-01 #~ PR010
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// since: 2023-05-01
    /// ```
    code: "PR010",
    name: "date-contradiction",
    level: Error,
    affects: Practice,
    articles: ["Art. 5(1)(d) GDPR"],
    source: "Art. 5(1)(d) (accuracy), Art. 13(1) (information when data are collected)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    // A day's grace for time zones.
    let tomorrow = ctx.as_of().succ_opt().unwrap_or(NaiveDate::MAX);
    let mut order = |spot: Spot<'_>, first: (&str, Option<NaiveDate>), second: (&'static str, Option<NaiveDate>)| {
        if let (Some(start), Some(end)) = (first.1, second.1)
            && end < start
        {
            sink.report(spot.field(second.0), format!("`{}` {end} lies before `{}` {start}", second.0, first.0));
        }
    };
    for activity in &register.activities {
        order(ctx.at(activity.node), ("since", activity.since), ("ended", activity.ended));
    }
    for service in &register.processing_for {
        order(ctx.at(service.node), ("since", service.since), ("ended", service.ended));
        if let Some(contract) = &service.contract {
            order(ctx.at(service.node).field("contract"), ("signed", contract.signed), ("until", contract.until));
        }
    }
    for recipient in &register.recipients {
        if let Some(contract) = &recipient.contract {
            order(ctx.at(recipient.node).field("contract"), ("signed", contract.signed), ("until", contract.until));
        }
    }
    for law in &register.laws {
        order(ctx.at(law.node), ("in_force", law.in_force), ("repealed_on", law.repealed_on));
    }
    let mut past = |spot: Spot<'_>, name: &'static str, day: Option<NaiveDate>| {
        if let Some(day) = day.filter(|day| *day > tomorrow) {
            sink.report(spot.field(name), format!("`{name}` is {day}, which has not come yet on {}", ctx.as_of()));
        }
    };
    for activity in &register.activities {
        past(ctx.at(activity.node), "reviewed", activity.reviewed);
        past(ctx.at(activity.node), "changed", activity.changed);
    }
    for service in &register.processing_for {
        past(ctx.at(service.node), "reviewed", service.reviewed);
    }
    for assessment in &register.assessments {
        past(ctx.at(assessment.node), "done", assessment.done);
    }
    for recipient in &register.recipients {
        if let Some(dpf) = &recipient.dpf {
            past(ctx.at(recipient.node).field("dpf"), "checked", dpf.checked);
        }
        if let Some(contract) = &recipient.contract {
            past(ctx.at(recipient.node).field("contract"), "checked", contract.checked);
        }
        if let Some(list) = &recipient.subprocessor_list {
            past(ctx.at(recipient.node).field("subprocessor_list"), "checked", list.checked);
        }
    }
    told_too_late(ctx, sink);
}

/// A notice with its history that came out only after the processing had begun: a question, as another text may have
/// informed people before.
fn told_too_late(ctx: &Ctx<'_>, sink: &mut Sink) {
    for activity in &ctx.register.activities {
        let Some(since) = activity.since else { continue };
        let covering = notices::of(ctx.register, activity).into_iter().filter(|notice| !notice.changes.is_empty());
        let days = covering.flat_map(|notice| {
            let changes = notice.value.changes.iter().filter_map(|change| change.in_force);
            [notice.in_force, notice.published].into_iter().flatten().chain(changes)
        });
        if let Some(first) = days.min().filter(|first| since < *first) {
            let message = format!("`{}` began on {since}, the first notice that covers it dates from {first}", activity.title());
            sink.report(ctx.at(activity.node).field("since"), message).level(Level::Note);
        }
    }
}
