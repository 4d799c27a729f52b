use crate::rules::prelude::*;

rule! {
    /// Data are said to be held only while a task runs, and have a period as well.
    ///
    /// A period of the activity counts, and so does one of a purpose. `none` and `session` are no periods in this sense.
    ///
    /// ## Why
    /// A notice prints both, and only one can be so (Art. 5(1)(a), 13(2)(a)).
    ///
    /// ## Fix
    /// Decide: take `temporary: yes` away from the category, or write in the activity that it is not kept: `data_categories: {device: none}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   uploads: {name: Files while they are converted, temporary: yes}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {contact-details: 1 year after contract-end, uploads: 7 days after collection} #~ PR412
    /// ```
    ///
    /// The period of the activity.
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   uploads: {name: Files while they are converted, temporary: yes}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: [contact-details, uploads] #~ PR412
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   uploads: {name: Files while they are converted, temporary: yes}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {contact-details: 1 year after contract-end, uploads: none}
    /// ```
    code: "PR412",
    name: "temporary-data-kept",
    level: Warning,
    affects: Notice,
    articles: ["Art. 13(2)(a) GDPR", "Art. 5(1)(e) GDPR", "Art. 30(1)(f) GDPR"],
    source: "Art. 5(1)(a) and (e), 13(2)(a)",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    for entry in activity.value.data_categories.iter() {
        let Some(category) = ctx.register.get(entry.category).filter(|own| own.temporary == Some(true)) else { continue };
        let all = keeping::all_of_category(ctx.register, &activity.value, entry);
        let is_period = |holds: &&keeping::Holds<'_>| {
            !matches!(holds.kept.phrase.map(|phrase| &phrase.meaning), Some(Meaning::NotKept | Meaning::Session))
        };
        let Some(kept) = all.iter().find(is_period).map(|holds| holds.kept) else { continue };
        let period = kept.phrase.map(|phrase| &*phrase.text).or(kept.shared.map(|rule| &*rule.id)).unwrap_or("a criterion");
        let message = format!(
            "{} are held only while a task runs (`temporary: yes`), and `{}` keeps them by `{period}`",
            category.title(),
            activity.title()
        );
        let spot = if entry.is_key { ctx.at(entry.node).key() } else { ctx.at(entry.node) };
        sink.report(spot, message).label("which of them?").help(format!(
            "Take `temporary: yes` away from `{}`, or write here that it is not kept: `{}: none`.",
            category.id, category.id
        ));
    }
}
