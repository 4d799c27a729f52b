use crate::rules::prelude::*;

rule! {
    /// People write what they like, and nothing says how sensitive remarks are kept out or cleared.
    ///
    /// A note, unless the text fields are about other people than those who write: case files, notes of interviews, references,
    /// performance or whatever the register marks as free text about staff.
    ///
    /// ## Why
    /// Free text is where health and criminal data enter unmarked (Art. 5(1)(c), 25).
    ///
    /// ## Fix
    /// Name what you do: `security_measures: [data-minimisation]` or `[training]`, a commitment on what people are asked not to write, or `dpia`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   security_measures: [access-control, encryption]
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {case-files: 1 year after employment-end} #~ PR220
    /// dpia:
    /// purposes:
    ///   follow:
    ///     name: Follow up work tasks of employees
    ///     legal_basis: contract
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {case-files: 1 year after employment-end}
    /// security_measures: [data-minimisation]
    /// purposes:
    ///   follow:
    ///     name: Follow up work tasks of employees
    ///     legal_basis: contract
    ///     required: no
    /// ```
    code: "PR220",
    name: "free-text-without-care",
    level: Warning,
    affects: Practice,
    articles: ["Art. 5(1)(c) GDPR", "Art. 25 GDPR"],
    source: "Art. 5(1)(c) and 25",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let free = activity.value.data_categories.iter().find_map(|entry| {
        let category = register.get(entry.category)?;
        let own = walk::with_included(register, [category]).into_iter().find(|own| own.free_text == Some(true))?;
        Some((entry, own))
    });
    let Some((entry, category)) = free else { return };
    if activity.dpia.is_some() || has_measure(activity, ctx) || has_commitment(ctx) {
        return;
    }
    let is_about_others = matches!(&*category.id, "case-files" | "interview-notes" | "references" | "performance")
        && register.all(&activity.value.data_subjects).any(people::is_personnel);
    let spot = if entry.is_key { ctx.at(entry.node).key() } else { ctx.at(entry.node) };
    let message = format!(
        "In `{}` people write freely ({}), and nothing says how sensitive remarks are kept out",
        activity.title(),
        category.title()
    );
    let finding = sink.report(spot, message);
    if !is_about_others {
        finding.level(Level::Note);
    }
}

fn has_measure(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> bool {
    let register = ctx.register;
    let systems = register.all(&activity.value.systems).flat_map(|system| system.value.security_measures.iter());
    let all = activity.value.security_measures.iter().chain(&register.settings.security_measures).chain(systems);
    all.filter_map(|measure| register.get(*measure)).any(|measure| {
        measure.includes.iter().any(|own| matches!(own, BuiltInMeasure::DataMinimisation | BuiltInMeasure::Training))
    })
}

fn has_commitment(ctx: &Ctx<'_>) -> bool {
    ctx.register.commitments.iter().any(|commitment| {
        matches!(
            commitment.area,
            Some(CommitmentArea::SpecialCategories | CommitmentArea::Collection | CommitmentArea::UserDuties)
        )
    })
}
