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
    if organisation.dpo.is_some() || organisation.kind == Some(OrganisationKind::PublicAuthority) {
        return;
    }
    let spot = ctx.at(organisation.node).field("dpo");
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
        sink.report(spot, message);
        return;
    }
    let services = ctx.register.processing_for.iter().filter(|service| service.status != Some(Status::Ended));
    let sensitive = services.into_iter().find_map(|service| {
        let categories = walk::with_included(ctx.register, ctx.register.all(&service.value.data_categories));
        let found = categories
            .into_iter()
            .find(|category| category.special.is_some_and(|special| special != Special::No) || category.criminal == Some(true))?;
        Some((service, found))
    });
    if let Some((service, category)) = sensitive {
        let message = format!(
            "`{}` handles {} for customers, and the register does not say whether a data protection officer is needed",
            service.title(),
            category.title()
        );
        sink.report(spot, message).note(&ctx.at(service.node), "this service");
    }
}
