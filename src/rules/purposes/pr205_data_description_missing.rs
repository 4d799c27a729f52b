use crate::rules::prelude::*;

rule! {
    /// An activity does not say whose data or which data it uses, or a purpose names some that the activity does not list.
    ///
    /// A warning for people whom a category is `about` and whom the activity does not list, and for data that no purpose uses.
    ///
    /// ## Why
    /// The record must describe the groups of people and the kinds of data (Art. 30(1)(c)).
    ///
    /// ## Fix
    /// List them: `data_subjects: [customers]`, `data_categories: {contact-details: 1 year after contract-end}`; `privreg explain data_categories` shows the built-in ones.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// data_categories: #~ PR205
    /// ```
    ///
    /// The purpose goes beyond the activity.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: contract
    ///     required: no
    ///     data_categories: [contact-details, orders] #~ PR205
    /// ```
    ///
    /// Tickets hold data about people who are not listed.
    /// ```yaml file=shared.yaml
    /// data_subjects:
    ///   on-call: {name: People to call in an emergency, kind: third-persons}
    /// data_categories:
    ///   tickets: {name: Tickets with names to call, about: [on-call]}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: [tickets] #~ PR205
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories: [contact-details, orders]
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: contract
    ///     required: no
    ///     data_categories: [contact-details, orders]
    /// ```
    code: "PR205",
    name: "data-description-missing",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(c) GDPR", "Art. 14(1)(d) GDPR"],
    source: "Art. 30(1)(c); record templates of CNIL and Datatilsynet (NO)",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let spot = ctx.at(activity.node);
    let title = activity.title();
    let no_people = activity.data_subjects.is_empty();
    let no_data = activity.data_categories.is_empty();
    if no_people && no_data {
        sink.report(spot.clone().field("data_categories"), format!("`{title}` says neither whose data nor which data it uses"));
    } else if no_people {
        sink.report(spot.clone().field("data_subjects"), format!("`{title}` does not say whose data it uses"));
    } else if no_data {
        sink.report(spot.clone().field("data_categories"), format!("`{title}` does not say which data it uses"));
    }
    let register = ctx.register;
    let listed_data = walk::activity_categories(activity, register);
    for purpose in &activity.value.purposes {
        let extra: Vec<&str> = register
            .all(&purpose.value.data_categories)
            .filter(|category| !no_data && !listed_data.iter().any(|own| own.id == category.id))
            .map(|category| category.title())
            .collect();
        if !extra.is_empty() {
            let message = format!("Purpose `{}` uses {}, which `{title}` does not list", purpose.title(), listed(&extra));
            sink.report(ctx.at(purpose.node).field("data_categories"), message)
                .help("Add it to the activity's `data_categories`, with its retention.");
        }
        let extra: Vec<&Entry<DataSubject>> = register
            .all(&purpose.value.data_subjects)
            .filter(|group| !no_people && !register.all(&activity.value.data_subjects).any(|own| own.id == group.id))
            .collect();
        if !extra.is_empty() {
            let names = people::names(extra.iter().copied());
            let message = format!("Purpose `{}` is about {names}, whom `{title}` does not list", purpose.title());
            sink.report(ctx.at(purpose.node).field("data_subjects"), message)
                .help("Add the group to the activity's `data_subjects`.");
        }
    }
    unlisted_people(activity, ctx, sink);
    unused(activity, ctx, sink);
}

/// People whom the data of an activity are about, by the category's own account, and whom it does not list.
fn unlisted_people(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let groups = &activity.value.data_subjects;
    if groups.is_empty() {
        return;
    }
    for entry in activity.value.data_categories.iter() {
        let Some(category) = register.get(entry.category) else { continue };
        let own: &[_] = entry.usage.as_deref().map_or(&[], |usage| &usage.data_subjects);
        let unlisted: Vec<&Entry<DataSubject>> = register
            .all(&category.value.about)
            .filter(|group| !register.all(groups).chain(register.all(own)).any(|listed| listed.id == group.id))
            .collect();
        if !unlisted.is_empty() {
            let names = people::names(unlisted.iter().copied());
            let message =
                format!("{} also holds data about {names}, whom `{}` does not list", category.title(), activity.title());
            let spot = if entry.is_key { ctx.at(entry.node).key() } else { ctx.at(entry.node) };
            sink.report(spot, message)
                .level(Level::Warning)
                .help("Add the group to the activity's `data_subjects`, and tell these people as Art. 14 asks.");
        }
    }
}

/// A category that every purpose leaves out is collected for nothing that is stated.
fn unused(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let purposes = &activity.value.purposes;
    let uses_all = |purpose: &Entry<Purpose>| {
        let cases = &purpose.value.cases;
        purpose.data_categories.is_empty() && (cases.is_empty() || cases.into_iter().any(|case| case.data_categories.is_empty()))
    };
    if purposes.is_empty() || purposes.iter().any(uses_all) {
        return;
    }
    let register = ctx.register;
    let used: Vec<&str> = purposes
        .iter()
        .flat_map(|purpose| {
            let cases = purpose.value.cases.into_iter().flat_map(|case| case.value.data_categories.iter());
            walk::with_included(
                register,
                register.all(&purpose.value.data_categories).chain(cases.filter_map(|own| register.get(*own))),
            )
        })
        .map(|category| &*category.id)
        .collect();
    for entry in activity.value.data_categories.iter() {
        let Some(category) = register.get(entry.category) else { continue };
        let parts = walk::with_included(register, [category]);
        if !parts.iter().any(|part| used.contains(&&*part.id)) {
            let message = format!("`{}` lists {}, which no purpose of it uses", activity.title(), category.title());
            let spot = if entry.is_key { ctx.at(entry.node).key() } else { ctx.at(entry.node) };
            sink.report(spot, message).level(Level::Warning).help("Name it in the purpose that needs it, or stop collecting it.");
        }
    }
}
