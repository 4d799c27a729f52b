use crate::rules::prelude::*;

rule! {
    /// National law, or sensitive data handled for customers, may demand a data protection officer.
    ///
    /// A question: "constantly engaged in automated processing" and "core activity" are not in the register.
    ///
    /// ## Why
    /// Member States may go further than Art. 37(1), and Art. 37(1)(c) binds processors as well (Art. 37(4)).
    ///
    /// ## Fix
    /// Designate a DPO, or write why none is needed: `dpo: {none: "..."}`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: DE
    ///   employees: 45
    ///   dpo: #~ PR109
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: DE
    ///   employees: 45
    ///   dpo: {none: "12 people work with automated processing of personal data"}
    /// ```
    code: "PR109",
    name: "dpo-national-threshold",
    level: Warning,
    affects: Practice,
    articles: ["Art. 37(1)(c) GDPR", "Art. 37(4) GDPR"],
    source: "Art. 37(1)(c) (processors as well), 37(4); § 38(1) BDSG (recalled)",
    check: Organisation(check),
}

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some((message, service)) = reason(organisation, ctx) else { return };
    let finding = sink.report(ctx.at(organisation.node).field("dpo"), message);
    if let Some(service) = service {
        finding.note(&ctx.at(service.node), "this service");
    }
}

/// Why to ask for an officer that nobody answered for, with the service that is the reason.
pub(super) fn reason<'r>(
    organisation: &Entry<Organisation>,
    ctx: &Ctx<'r>,
) -> Option<(String, Option<&'r Entry<ProcessingFor>>)> {
    if organisation.dpo.is_some() || organisation.kind == Some(OrganisationKind::PublicAuthority) {
        return None;
    }
    let threshold = organisation.country.and_then(|country| ctx.law.dpo_threshold(country));
    if let (Some(threshold), Some(employees)) = (threshold, organisation.employees)
        && employees >= threshold.people
    {
        let message = format!(
            "{} has {employees} employees; {} demands a data protection officer from {}",
            organisation.title(),
            threshold.provision,
            threshold.text
        );
        return Some((message, None));
    }
    let services = ctx.register.processing_for.iter().filter(|service| service.is_running());
    services.into_iter().find_map(|service| {
        let categories = walk::with_included(ctx.register, ctx.register.all(&service.value.data_categories));
        let category = categories
            .into_iter()
            .find(|category| category.special.is_some_and(|special| special != Special::No) || category.criminal == Some(true))?;
        let message = format!(
            "`{}` handles {} for customers, and the register does not say whether a data protection officer is needed",
            service.title(),
            category.title()
        );
        Some((message, Some(service)))
    })
}
