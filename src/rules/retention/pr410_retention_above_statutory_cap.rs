use crate::law::PeriodKind;
use crate::rules::prelude::*;

rule! {
    /// Data are kept longer than a statute allows.
    ///
    /// `exceptions` of the retention that name the concrete case end it. A cap known from memory only is a warning.
    ///
    /// ## Why
    /// Here a statute, not guidance, says how long at most (Art. 5(1)(e)).
    ///
    /// ## Fix
    /// Shorten the period; write a concrete dispute into `exceptions: [{when: ..., period: ...}]`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: DK
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [visitors]
    /// data_categories: {video-recordings: 60 days after recording} #~ PR410
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
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: DK
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [visitors]
    /// data_categories: {video-recordings: 30 days after recording}
    /// purposes:
    ///   watch:
    ///     name: Watch the entrance with a camera
    ///     kind: video-surveillance
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Prevent break-ins
    ///     assessment: {why: "Entrance only, signs at the door"}
    /// ```
    code: "PR410",
    name: "retention-above-statutory-cap",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 6(1)(c) GDPR", "Art. 5(1)(e) GDPR"],
    source: "DK tv-overvågningsloven § 4 c; FI 759/2004 § 17; FR code de la sécurité intérieure art. L252-5; each with its source in the table of statutory periods",
    silences: ["PR408", "PR407"],
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let Some(country) = register.organisation().and_then(|organisation| organisation.country) else { return };
    for cap in ctx.law.periods(country, PeriodKind::Cap) {
        for entry in activity.value.data_categories.iter() {
            let Some(category) = register.get(entry.category).filter(|category| cap.is_about(&category.id)) else { continue };
            let most = cap.usual();
            let is_above = |holds: &keeping::Holds<'_>| {
                let excepted = holds.kept.rule.is_some_and(|rule| !rule.exceptions.is_empty());
                let days = holds.kept.longest_days(ctx.law, Some(country));
                !excepted && days.is_some_and(|days| days > most.days() + 0.5)
            };
            if !keeping::all_of_category(register, &activity.value, entry).iter().any(is_above) {
                continue;
            }
            let message = format!(
                "{} in `{}` are kept longer than the {most} that {} allows",
                category.title(),
                activity.title(),
                cap.provision
            );
            let finding = sink.report(if entry.is_key { ctx.at(entry.node).key() } else { ctx.at(entry.node) }, message);
            if cap.confidence != "verified" {
                finding.level(Level::Warning);
            }
            if let Some(longer) = &cap.longer {
                finding.help(format!("Shorten the period; longer only for {longer}, written into `exceptions`."));
            }
            return;
        }
    }
}
