use crate::rules::prelude::*;
use crate::sensitive::{self, Part};

rule! {
    /// A purpose uses special categories of data without a condition of Art. 9(2), or without a legal basis beside it.
    ///
    /// Where a purpose has cases, each case is looked at by itself.
    ///
    /// ## Why
    /// Data on health, trade unions, religion and the like are forbidden unless an exception of Art. 9(2) applies, and a basis of Art. 6(1) is needed as well.
    ///
    /// ## Fix
    /// Add `art9:` with the exception and keep `legal_basis:`; or list the `data_categories:` of the purpose, where it does not need these data.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {sick-leave: 2 years after calendar-year-end}
    /// purposes:
    ///   follow-up: #~ PR301
    ///     name: Follow up sick leave
    ///     legal_basis: legal-obligation
    ///     law: arbeidsmiljøloven § 4-6
    ///     required: by-law
    ///     if_not_provided: We cannot adapt the work
    /// ```
    ///
    /// The exception without a basis is not enough either.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {sick-leave: 2 years after calendar-year-end}
    /// purposes:
    ///   follow-up: #~ PR301
    ///     name: Follow up sick leave
    ///     art9: employment-law
    ///     art9_law: personopplysningsloven § 6
    ///     required: no
    /// ```
    ///
    /// One case of two has no exception.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {sick-leave: 2 years after calendar-year-end}
    /// purposes:
    ///   follow-up:
    ///     name: Follow up sick leave
    ///     required: by-law
    ///     if_not_provided: We cannot adapt the work
    ///     cases:
    ///       plan: {part: The plan for coming back, legal_basis: legal-obligation, law: arbeidsmiljøloven § 4-6, art9: employment-law, art9_law: personopplysningsloven § 6}
    ///       pay: {part: The pay while ill, legal_basis: legal-obligation, law: folketrygdloven § 8-18} #~ PR301
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {sick-leave: 2 years after calendar-year-end}
    /// purposes:
    ///   follow-up:
    ///     name: Follow up sick leave
    ///     legal_basis: legal-obligation
    ///     law: arbeidsmiljøloven § 4-6
    ///     art9: employment-law
    ///     art9_law: personopplysningsloven § 6
    ///     required: by-law
    ///     if_not_provided: We cannot adapt the work
    /// ```
    ///
    /// Of a case.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {sick-leave: 2 years after calendar-year-end}
    /// purposes:
    ///   follow-up:
    ///     name: Follow up sick leave
    ///     cases:
    ///       long: {when: you are away for long, legal_basis: legal-obligation, law: arbeidsmiljøloven § 4-6, art9: employment-law, art9_law: personopplysningsloven § 6}
    ///       short: {when: you are away for some days, legal_basis: legal-obligation, law: folketrygdloven § 8-23, art9: employment-law, art9_law: personopplysningsloven § 6}
    ///     required: by-law
    ///     if_not_provided: We cannot adapt the work
    /// ```
    code: "PR301",
    name: "special-data-needs-both",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 9(1)-(2) GDPR", "Art. 6(1) GDPR"],
    source: "CJEU C-667/21 ZQ v Medizinischer Dienst (21 December 2023): Art. 6 and Art. 9 apply together",
    silences: ["PR202"],
    check: Purpose(check),
}

fn check(purpose: &PurposeIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    for part in sensitive::parts(purpose) {
        let special = part.special(ctx.register);
        if special.is_empty() {
            continue;
        }
        let (no_condition, no_basis) = (part.art9().is_none(), part.bases().is_empty());
        let (lacks, field) = match (no_condition, no_basis) {
            (true, true) => ("neither a condition of Art. 9(2) nor a legal basis", "art9"),
            (true, false) => ("no condition of Art. 9(2)", "art9"),
            (false, true) => ("no legal basis beside the condition of Art. 9(2)", "legal_basis"),
            (false, false) => continue,
        };
        let message = format!("`{}` uses {} and names {lacks}", part.purpose.title(), described(&special));
        let finding = sink.report(ctx.at(part.node()).field(field), message);
        finding.label("sensitive data are used here");
        if no_condition {
            finding.help(format!(
                "{} {}",
                fitting(&part, ctx),
                "Or list `data_categories:` where the purpose does not need these data."
            ));
        }
    }
}

fn described(special: &[&Entry<DataCategory>]) -> String {
    format!("special categories of data ({})", sensitive::names(special))
}

/// The condition that fits most often, with what it needs.
fn fitting(part: &Part<'_>, ctx: &Ctx<'_>) -> String {
    let controller = sensitive::controller(ctx.register, part.activity);
    let act = controller
        .and_then(|controller| controller.country)
        .and_then(|country| ctx.law.national(country))
        .and_then(|national| national.act.as_deref())
        .unwrap_or("the national act");
    let subjects = part.subjects(ctx.register);
    if !subjects.is_empty() && subjects.iter().all(|group| people::is_personnel(group)) {
        return format!("For staff it is often `art9: employment-law` with the provision in `art9_law: {act} § ...`.");
    }
    match part.purpose.kind {
        Some(PurposeKind::HealthCare) => {
            format!("For care it is `art9: health-care` with `professional_secrecy: yes` and `art9_law: {act} § ...`.")
        }
        Some(PurposeKind::LegalClaims | PurposeKind::DebtCollection) => "For claims it is `art9: legal-claims`.".to_owned(),
        _ => "Where people can freely say no: `art9: explicit-consent` with `explicit: yes` in `consent:`.".to_owned(),
    }
}
