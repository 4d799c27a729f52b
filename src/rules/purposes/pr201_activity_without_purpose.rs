use crate::rules::prelude::*;

rule! {
    /// An activity states no purpose, or none for some of its people.
    ///
    /// An error without any purpose; a warning where people of the activity are covered by none.
    ///
    /// ## Why
    /// Without a purpose nothing else, basis, necessity or retention, can be judged (Art. 30(1)(b)).
    ///
    /// ## Fix
    /// Add one purpose for each thing you do with the data: `purposes: {answer: {name: Answer questions, legal_basis: ...}}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// purposes: #~ PR201
    /// ```
    ///
    /// Applicants are in no purpose.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customers, applicants] #~ PR201
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: contract
    ///     data_subjects: [customers]
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customers]
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: contract
    ///     required: no
    /// ```
    code: "PR201",
    name: "activity-without-purpose",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(b) GDPR", "Art. 5(1)(b) GDPR", "Art. 13(1)(c) GDPR"],
    source: "WP203 (Opinion 03/2013) section III.1; Art. 30(1)(b)",
    silences: ["PR202"],
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let spot = ctx.at(activity.node);
    let purposes = &activity.value.purposes;
    if purposes.is_empty() {
        sink.report(spot.field("purposes"), format!("`{}` states no purpose", activity.title()))
            .label("what is done with the data?");
        return;
    }
    if purposes.iter().any(|purpose| purpose.data_subjects.is_empty() && purpose.cases.is_empty()) {
        return;
    }
    let register = ctx.register;
    let covered: Vec<&str> = purposes
        .iter()
        .flat_map(|purpose| {
            let cases = purpose.value.cases.into_iter().flat_map(|case| case.value.data_subjects.iter());
            purpose.value.data_subjects.iter().chain(cases)
        })
        .filter_map(|group| register.get(*group))
        .map(|group| &*group.id)
        .collect();
    // A case without people of its own is about all people of its purpose; a purpose without people about all.
    if purposes.iter().any(|purpose| {
        purpose.data_subjects.is_empty() && purpose.value.cases.into_iter().any(|case| case.data_subjects.is_empty())
    }) {
        return;
    }
    let left: Vec<&Entry<DataSubject>> =
        register.all(&activity.value.data_subjects).filter(|group| !covered.contains(&&*group.id)).collect();
    if !left.is_empty() {
        let message = format!("No purpose of `{}` is about {}", activity.title(), people::names(left.iter().copied()));
        sink.report(spot.field("data_subjects"), message).level(Level::Warning);
    }
}
