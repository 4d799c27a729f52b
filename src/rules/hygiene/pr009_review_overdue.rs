use crate::rules::prelude::*;
use chrono::NaiveDate;

rule! {
    /// Entries have not been reviewed within the interval that the register sets.
    ///
    /// One note for the whole register, with the entries by name. The interval is `settings.review_every`, 12 months unless set;
    /// 36 months for assessments.
    ///
    /// ## Why
    /// A record that nobody looks at turns untrue without a sound: suppliers change, and so does the law (Art. 24(1)).
    ///
    /// ## Fix
    /// Look at the entries and set `reviewed:` to the day you did.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// reviewed: 2023-01-18 #~ PR009
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// reviewed: 2026-09-01
    /// ```
    code: "PR009",
    name: "review-overdue",
    level: Note,
    affects: Practice,
    articles: ["Art. 5(2) GDPR", "Art. 24(1) GDPR"],
    source: "Art. 24(1) second sentence and 35(11) GDPR (review and update where necessary)",
    check: Register(check),
}

fn check<'r>(ctx: &Ctx<'r>, sink: &mut Sink) {
    let usual = ctx.register.settings.review_every.clone().unwrap_or_else(|| Duration::months(12));
    let mut late: Vec<(Spot<'r>, String)> = Vec::new();
    let mut look = |spot: Spot<'r>, title: &str, day: Option<NaiveDate>, every: Option<&Duration>| {
        let due = day.map(|day| every.unwrap_or(&usual).after(day));
        if due.is_some_and(|due| due < ctx.as_of()) {
            late.push((spot, title.to_owned()));
        }
    };
    let running = |status: Option<Status>| status != Some(Status::Ended);
    for activity in ctx.register.activities.iter().filter(|activity| running(activity.status)) {
        look(ctx.at(activity.node).field("reviewed"), activity.title(), activity.reviewed, activity.review_every.as_ref());
    }
    for service in ctx.register.processing_for.iter().filter(|service| running(service.status)) {
        look(ctx.at(service.node).field("reviewed"), service.title(), service.reviewed, service.review_every.as_ref());
    }
    for notice in &ctx.register.notices {
        look(ctx.at(notice.node).field("published"), notice.title(), notice.published, None);
    }
    let three_years = Duration::months(36);
    for assessment in &ctx.register.assessments {
        let every = assessment.review_every.as_ref().unwrap_or(&three_years);
        look(ctx.at(assessment.node).field("done"), &assessment.id, assessment.done, Some(every));
    }
    for recipient in &ctx.register.recipients {
        if let Some(list) = &recipient.subprocessor_list {
            look(ctx.at(recipient.node).field("subprocessor_list").field("checked"), recipient.title(), list.checked, None);
        }
    }
    // By path: the finding stays the same when definitions move to other files.
    late.sort_by_cached_key(|(spot, _)| spot.path());
    let Some((first, _)) = late.first() else { return };
    let names: Vec<&str> = late.iter().map(|(_, title)| title.as_str()).collect();
    let shown = listed_up_to(5, &names);
    let (entries, have) = if late.len() == 1 { ("entry", "has") } else { ("entries", "have") };
    let message = format!("{} {entries} {have} not been reviewed in time: {shown}", late.len());
    sink.report(first.clone(), message);
}
