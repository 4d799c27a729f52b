use crate::rules::prelude::*;

rule! {
    /// A data category of an activity has no retention.
    ///
    /// Reported once for an activity, with its categories. A retention of the activity counts for all its categories, and so does
    /// one of every purpose that uses the category.
    ///
    /// ## Why
    /// Each category needs a planned time of erasure, or a criterion that names an event (Art. 30(1)(f), 13(2)(a)).
    ///
    /// ## Fix
    /// Give the category a period: `data_categories: {contact-details: 1 year after contract-end}`, or one for all: `retention: 1 year after contract-end`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: [contact-details, orders] #~ PR401
    /// retention:
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   contact-details: 1 year after contract-end
    ///   orders: 3 years after contract-end
    /// retention:
    /// ```
    code: "PR401",
    name: "retention-missing",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(f) GDPR", "Art. 13(2)(a) GDPR", "Art. 5(1)(e) GDPR"],
    source: "Finnish DPO TSV/26/2020 Verkkokauppa.com (no period defined); IMY Klarna DI-2019-4062; WP260 rev.01 Annex",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let without: Vec<(&CategoryEntry, &str)> = activity
        .value
        .data_categories
        .iter()
        .filter(|entry| entry.retention.is_none() && activity.retention.is_none())
        .filter(|entry| !is_temporary(entry, ctx) && !purposes_say(activity, entry, ctx))
        .filter_map(|entry| Some((entry, register.get(entry.category)?.title())))
        .collect();
    let Some((first, _)) = without.first() else { return };
    let names = listed(without.iter().map(|(_, title)| *title));
    let message =
        format!("`{}` does not say how long {names} {} kept", activity.title(), if without.len() == 1 { "is" } else { "are" });
    let all = without.len() > 1 && without.len() == activity.data_categories.len();
    let spot = match first.is_key {
        true if !all => ctx.at(first.node).key(),
        false if !all => ctx.at(first.node),
        _ => ctx.at(activity.node).field("data_categories").key(),
    };
    sink.report(spot, message).label("how long?");
}

fn is_temporary(entry: &CategoryEntry, ctx: &Ctx<'_>) -> bool {
    ctx.register.get(entry.category).is_some_and(|category| category.temporary == Some(true))
}

/// Whether every purpose that uses the category says how long.
fn purposes_say(activity: &Entry<Activity>, entry: &CategoryEntry, ctx: &Ctx<'_>) -> bool {
    let uses =
        |purpose: &&Entry<Purpose>| purpose.data_categories.is_empty() || purpose.data_categories.contains(&entry.category);
    let mut using = activity.value.purposes.into_iter().filter(uses).peekable();
    using.peek().is_some()
        && using.all(|purpose| {
            let by_case = !purpose.cases.is_empty() && purpose.value.cases.into_iter().all(|case| case.retention.is_some());
            by_case || keeping::of_purpose(ctx.register, &purpose.value, entry.category).is_some()
        })
}
