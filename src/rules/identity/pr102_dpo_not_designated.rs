use super::pr109_dpo_national_threshold;
use crate::rules::prelude::*;
use crate::sensitive;

rule! {
    /// A data protection officer is mandatory, and the register names none.
    ///
    /// For public bodies, and where core activities monitor people or use sensitive data on a large scale. Where the register
    /// says why there is none, the second case is a warning. Elsewhere a note, where the first organisation neither names one nor says
    /// why none is needed.
    ///
    /// ## Why
    /// In these cases a DPO must be designated (Art. 37(1)); the processing itself is not unlawful for lack of one.
    ///
    /// ## Fix
    /// Designate one: `dpo: {name: ..., email: ...}`. Outside the three cases: `dpo: {none: "why none is needed"}`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   kind: public-authority
    ///   dpo: {none: "We are a small municipality"} #~ PR102
    /// ```
    ///
    /// Core activity with health data of many people.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: #~ PR102
    /// ```
    /// ```yaml file=activities/example.yaml
    /// core: yes
    /// scale: large
    /// data_categories: [health]
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: consent
    ///     consent: {how: form, withdraw: Write to us, record: paper file, explicit: yes}
    ///     art9: explicit-consent
    /// retention: until consent-withdrawn, at most 3 years after last-contact
    /// dpia: assessed
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   assessed: {kind: dpia, done: 2026-02-01, outcome: passed, residual_risk: low}
    /// ```
    ///
    /// Nobody says whether one is needed.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: #~ PR102
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   kind: public-authority
    ///   dpo: {name: Ola Hansen, email: personvernombud@nordlys.no}
    /// ```
    ///
    /// A reason is an answer.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: {none: "Assessed 2026-02-01: no large-scale monitoring and no sensitive data"}
    /// ```
    code: "PR102",
    name: "dpo-not-designated",
    level: Error,
    affects: Practice,
    articles: ["Art. 37(1) GDPR"],
    source: "WP243 rev.01 section 2; the assessment whether a DPO is required must be documented",
    check: Organisation(check),
}

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let spot = ctx.at(organisation.node).field("dpo");
    let reason = organisation.dpo.as_ref().and_then(|dpo| dpo.none.as_ref());
    let has_one = organisation.dpo.as_ref().is_some_and(|dpo| dpo.none.is_none());
    if has_one {
        return;
    }
    let title = organisation.title();
    if organisation.kind == Some(OrganisationKind::PublicAuthority) {
        sink.report(spot, format!("{title} is a public authority and names no data protection officer"));
        return;
    }
    let large = ctx
        .register
        .activities
        .iter()
        .filter(|activity| activity.is_running() && activity.core == Some(true) && activity.scale == Some(Scale::Large))
        .filter(|activity| sensitive::controller(ctx.register, activity).is_some_and(|own| own.id == organisation.id));
    let Some((activity, why)) = large.into_iter().find_map(|activity| Some((activity, trigger(activity, ctx)?))) else {
        let is_first = ctx.register.organisation().is_some_and(|first| first.id == organisation.id);
        if is_first && organisation.dpo.is_none() && pr109_dpo_national_threshold::reason(organisation, ctx).is_none() {
            let message = format!("{title} names no data protection officer, and does not say that none is needed");
            sink.report(spot, message)
                .level(Level::Note)
                .help("Write why none is needed, with the day you looked at it: `dpo: {none: \"Assessed 2026-02-01: ...\"}`; or name one.");
        }
        return;
    };
    let message = format!(
        "`{}` is a core activity that {why} on a large scale, and the register names no data protection officer",
        activity.title()
    );
    let finding = sink.report(spot, message);
    if let Some(reason) = reason {
        finding.level(Level::Warning).label(format!("reason given: {}", reason.english()));
    }
    finding.note(&ctx.at(activity.node), "this activity");
}

fn trigger(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> Option<&'static str> {
    if activity.risk.contains(&Risk::SystematicMonitoring) {
        return Some("monitors people");
    }
    let categories = walk::activity_categories(activity, ctx.register);
    let has_sensitive = categories.iter().any(|category| is_special(category) || category.criminal == Some(true));
    has_sensitive.then_some("uses sensitive data")
}

fn is_special(category: &DataCategory) -> bool {
    category.special.is_some_and(|special| special != Special::No)
}
