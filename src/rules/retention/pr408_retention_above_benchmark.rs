use crate::law::PeriodKind;
use crate::rules::prelude::*;

rule! {
    /// Data are kept longer than the home authority or established practice regards as enough.
    ///
    /// Any `why` on the retention ends it.
    ///
    /// ## Why
    /// What authorities have published as long enough can be exceeded, but then the reason must be given (Art. 5(1)(e)).
    ///
    /// ## Fix
    /// Shorten the period, or write the reason into `why`: `{period: ..., why: ...}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [visitors]
    /// data_categories: {video-recordings: 90 days after recording} #~ PR408
    /// purposes:
    ///   watch:
    ///     name: Watch the entrance with a camera
    ///     kind: video-surveillance
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Prevent break-ins
    ///     assessment: {why: "Entrance only, signs at the door"}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [visitors]
    /// data_categories: {video-recordings: 7 days after recording}
    /// purposes:
    ///   watch:
    ///     name: Watch the entrance with a camera
    ///     kind: video-surveillance
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Prevent break-ins
    ///     assessment: {why: "Entrance only, signs at the door"}
    /// ```
    code: "PR408",
    name: "retention-above-benchmark",
    level: Note,
    affects: Practice,
    articles: ["Art. 5(1)(e) GDPR"],
    source: "EDPB Guidelines 3/2019 para 121; guidance of the home authority, with its source in the table of statutory periods",
    silences: ["PR407"],
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let Some(country) = register.organisation().and_then(|organisation| organisation.country) else { return };
    for benchmark in ctx.law.periods(country, PeriodKind::Benchmark) {
        for entry in activity.value.data_categories.iter() {
            let Some(category) = register.get(entry.category) else { continue };
            if !benchmark.is_about(&category.id) && !is_kind(activity, entry, benchmark) {
                continue;
            }
            let most = benchmark.usual();
            let is_above = |holds: &keeping::Holds<'_>| {
                let kept = holds.kept;
                let starts_alike = kept.events(register).any(|event| benchmark.starts.iter().any(|start| **start == *event.id));
                let days = kept.longest_days(ctx.law, Some(country));
                !kept.has_reason() && starts_alike && days.is_some_and(|days| days > most.days() + 1.0)
            };
            if !keeping::all_of_category(register, &activity.value, entry).iter().any(is_above) {
                continue;
            }
            let message =
                format!("{} in `{}` are kept longer than {most}: {}", category.title(), activity.title(), benchmark.provision);
            sink.report(if entry.is_key { ctx.at(entry.node).key() } else { ctx.at(entry.node) }, message);
            return;
        }
    }
}

/// Whether the category is used for a purpose that the benchmark is about.
fn is_kind(activity: &Entry<Activity>, entry: &CategoryEntry, benchmark: &crate::law::StatutoryPeriod) -> bool {
    let uses =
        |purpose: &&Entry<Purpose>| purpose.data_categories.is_empty() || purpose.data_categories.contains(&entry.category);
    let purposes: Vec<&Entry<Purpose>> = activity.value.purposes.into_iter().filter(uses).collect();
    !purposes.is_empty() && purposes.iter().all(|purpose| purpose.kind.is_some_and(|kind| benchmark.is_about(kind.id())))
}
