use crate::law::DpiaEntry;
use crate::risks;
use crate::rules::prelude::*;
use crate::{decisions, sensitive};

rule! {
    /// An activity that Art. 35(3) or the authority's list names has no impact assessment.
    ///
    /// A warning while the activity is only planned; a note where the assessment was made after the start. `scale: large` is declared,
    /// never guessed. An assessment by the legislator counts: `dpia: {law: ...}` (Art. 35(10)).
    ///
    /// ## Why
    /// In these cases the impact assessment must exist before the processing starts (Art. 35(1), (3)).
    ///
    /// ## Fix
    /// Carry out the assessment, enter it under `assessments` with `kind: dpia` and `done`, and refer to it in `dpia:`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [patients]
    /// data_categories: {health-records: 10 years after last-entry}
    /// scale: large
    /// dpia: {needed: no, why: "We have kept records for years"} #~ PR803
    /// purposes:
    ///   examine:
    ///     name: Examine and treat patients
    ///     kind: health-care
    ///     legal_basis: legal-obligation
    ///     law: helsepersonelloven § 39
    ///     art9: health-care
    ///     art9_law: helsepersonelloven § 39
    ///     professional_secrecy: yes
    ///     required: by-law
    ///     if_not_provided: We cannot treat you
    /// ```
    ///
    /// Decisions that matter for people, on profiles.
    /// ```yaml file=activities/example.yaml
    /// profiling: yes
    /// dpia: #~ PR803
    /// automated_decisions:
    ///   limit:
    ///     what: Whether a customer may pay later
    ///     effect: significant
    ///     human: yes
    ///     logic: Income and payment history, arrears weigh most
    ///     consequences: You pay in advance
    ///     contest: Write to us and a person looks at it again
    /// ```
    ///
    /// A public place, watched on a large scale.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [road-users]
    /// data_categories: {video-recordings: 7 days after recording}
    /// sources:
    ///   device: {inform_when: at-collection}
    /// scale: large
    /// status: planned
    /// dpia: #~ PR803
    /// purposes:
    ///   watch:
    ///     name: Watch the square for damage
    ///     kind: video-surveillance
    ///     legal_basis: legitimate-interests
    ///     interest: To prevent damage to our buildings
    ///     assessment: {why: Signs tell people and recordings are looked at after damage only}
    /// ```
    ///
    /// The list of the country names biometric data, here of staff.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {biometric: 1 month after employment-end}
    /// dpia: #~ PR803
    /// purposes:
    ///   doors:
    ///     name: Open the doors of the vault by fingerprint
    ///     kind: access-control
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: To keep strangers out of the vault
    ///     assessment: {why: Only the six people with duties in the vault are enrolled}
    ///     art9: employment-law
    ///     art9_law: personopplysningsloven § 12
    /// ```
    ///
    /// The list of the country names it, and the assessment came after the start.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {access-logs: 90 days after log-created}
    /// since: 2024-06-01
    /// dpia: dpia-logs #~ PR803
    /// purposes:
    ///   watch:
    ///     name: Look for leaks in the access logs of staff
    ///     kind: employee-monitoring
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: To find leaks of customer data
    ///     assessment: {why: Staff are told and only alarms are looked at}
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   dpia-logs: {kind: dpia, done: 2025-01-10, outcome: accepted, residual_risk: low}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [patients]
    /// data_categories: {health-records: 10 years after last-entry}
    /// scale: large
    /// since: 2024-06-01
    /// dpia: dpia-records
    /// purposes:
    ///   examine:
    ///     name: Examine and treat patients
    ///     kind: health-care
    ///     legal_basis: legal-obligation
    ///     law: helsepersonelloven § 39
    ///     art9: health-care
    ///     art9_law: helsepersonelloven § 39
    ///     professional_secrecy: yes
    ///     required: by-law
    ///     if_not_provided: We cannot treat you
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   dpia-records: {kind: dpia, done: 2024-05-10, outcome: accepted, residual_risk: low}
    /// ```
    code: "PR803",
    name: "dpia-mandatory",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 35(1) GDPR", "Art. 35(3)-(4) GDPR"],
    source: "Art. 35(3)-(4); WP 248 rev.01; lists of the authorities under Art. 35(4)",
    silences: ["PR804"],
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if risks::is_assessed_by_law(activity) {
        return;
    }
    let Some(reason) = by_article(activity, ctx).or_else(|| by_list(activity, ctx)) else { return };
    let assessments = risks::assessments(ctx.register, activity);
    let spot = ctx.at(activity.node).field("dpia");
    let title = activity.title();
    let Some(done) = assessments.iter().find(|assessment| risks::is_done(assessment)) else {
        let state = match (assessments.first(), risks::reason_against(activity)) {
            (Some(open), _) => format!("`{}` is no impact assessment that has been carried out", open.id),
            (None, Some(_)) => "`dpia` says that none is needed".to_owned(),
            (None, None) => "the register names none".to_owned(),
        };
        let finding = sink.report(spot, format!("`{title}` needs an impact assessment, because of {reason}, and {state}"));
        finding.label("impact assessment needed");
        if activity.status == Some(Status::Planned) {
            finding.level(Level::Warning);
        }
        return;
    };
    if let Some((since, day)) = activity.since.zip(done.done).filter(|(since, day)| day > since)
        && since >= gdpr_start(activity, ctx)
    {
        let message = format!("`{title}` began on {since}, and its impact assessment `{}` was made on {day}", done.id);
        let finding = sink.report(spot, message).level(Level::Note);
        finding
            .label("made after the start")
            .help("It cannot be made earlier now: note why it came late, and make the next one before you start.");
    }
}

fn country(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> Option<Country> {
    sensitive::controller(ctx.register, activity)?.country
}

/// Before that day nothing had to be assessed.
fn gdpr_start(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> chrono::NaiveDate {
    country(activity, ctx).map_or(chrono::NaiveDate::MIN, |country| ctx.law.gdpr_since(country))
}

fn is_large(activity: &Activity) -> bool {
    activity.scale == Some(Scale::Large) || activity.risk.contains(&Risk::LargeScale)
}

/// The cases of Art. 35(3).
fn by_article(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> Option<String> {
    if activity.profiling == Some(true)
        && let Some(decision) = decisions::of(activity).find(|decision| decisions::matters(decision))
    {
        return Some(format!("decisions on the basis of profiles ({}; Art. 35(3)(a))", decisions::name(decision)));
    }
    if !is_large(activity) {
        return None;
    }
    let categories = walk::activity_categories(activity, ctx.register);
    let sensitive: Vec<&Entry<DataCategory>> =
        categories.into_iter().filter(|own| sensitive::is_special(own) || sensitive::is_criminal(own)).collect();
    if !sensitive.is_empty() {
        return Some(format!("sensitive data on a large scale ({}; Art. 35(3)(b))", sensitive::names(&sensitive)));
    }
    watches_public_area(activity, ctx).then(|| "monitoring of a public area on a large scale (Art. 35(3)(c))".to_owned())
}

fn watches_public_area(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> bool {
    let passes_by =
        ctx.register.all(&activity.value.data_subjects).any(|group| people::kind(group) == Some(SubjectKind::RoadUsers));
    let watches = has_kind(activity, PurposeKind::VideoSurveillance) || activity.risk.contains(&Risk::SystematicMonitoring);
    watches && passes_by
}

fn has_kind(activity: &Entry<Activity>, kind: PurposeKind) -> bool {
    activity.value.purposes.into_iter().any(|purpose| purpose.kind == Some(kind))
}

/// The list of the authority under Art. 35(4).
fn by_list(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> Option<String> {
    let country = country(activity, ctx)?;
    let list = ctx.law.dpia_list(country)?;
    let criteria = risks::criteria(ctx.register, activity);
    let named = |entry: &DpiaEntry| {
        let own = own_criterion(&entry.test);
        let another = criteria.iter().find(|criterion| own.is_none_or(|own| criterion.risk != own));
        if entry.is_enough() {
            return Some(entry.text.clone());
        }
        another.map(|another| format!("{} together with {}", entry.text, risks::in_words(another)))
    };
    let mut met = list.entries.iter().filter(|entry| is_met(&entry.test, activity, ctx));
    met.find_map(named).map(|what| format!("{what}, which is on the list of the authority in {}", country.name()))
}

/// The criterion that an entry of a list is itself, which cannot count as another one.
fn own_criterion(test: &str) -> Option<Risk> {
    matches!(test, "biometric" | "genetic" | "location").then_some(Risk::SensitiveData)
}

fn is_met(test: &str, activity: &Entry<Activity>, ctx: &Ctx<'_>) -> bool {
    let categories = || walk::activity_categories(activity, ctx.register);
    let has_special = |special: Special| categories().iter().any(|category| category.special == Some(special));
    let has_location = || categories().iter().any(|category| category.location == Some(true));
    match test {
        "employee-monitoring" => has_kind(activity, PurposeKind::EmployeeMonitoring) || monitors_staff(activity, ctx),
        "biometric" => has_special(Special::Biometric),
        "genetic" => has_special(Special::Genetic),
        "location" => has_location(),
        "large-location" => is_large(activity) && has_location(),
        "large-profiling" => is_large(activity) && activity.profiling == Some(true),
        _ => false,
    }
}

fn monitors_staff(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> bool {
    activity.risk.contains(&Risk::SystematicMonitoring)
        && ctx.register.all(&activity.value.data_subjects).any(people::is_personnel)
}
