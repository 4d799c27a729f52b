use crate::rules::prelude::*;
use crate::sensitive::{self, Part};

rule! {
    /// Data on convictions or offences are used outside a public authority, and no law is named that allows it.
    ///
    /// In Norway and Denmark explicit consent and the conditions of Art. 9(2)(c)-(f) are enough as well.
    ///
    /// ## Why
    /// Private bodies may use data on convictions and offences only where Union or national law allows it (Art. 10).
    ///
    /// ## Fix
    /// Cite the provision that allows it in `law:`, such as the act of the sector on police certificates, or look at the certificate without recording more than that it was shown.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [volunteers]
    /// data_categories: {police-certificate: 1 year after assignment-end}
    /// purposes:
    ///   check: #~ PR305
    ///     name: Check the criminal record of volunteers
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: The safety of the children in our care
    ///     assessment: {why: Volunteers are alone with children}
    /// ```
    ///
    /// Outside the countries with a general permission consent is no way.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: SE
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [volunteers]
    /// data_categories: {police-certificate: "1 month after consent-withdrawn, at most 3 years after collection"}
    /// purposes:
    ///   check: #~ PR305
    ///     name: Check the criminal record of volunteers
    ///     legal_basis: consent
    ///     consent: {how: form, explicit: yes, withdraw: Write to us, record: Personnel system}
    ///     art9: explicit-consent
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {police-certificate: 1 year after employment-end}
    /// purposes:
    ///   check:
    ///     name: Note that a valid certificate was shown
    ///     legal_basis: legal-obligation
    ///     law: barnehageloven § 30
    ///     required: by-law
    ///     if_not_provided: We cannot employ you
    /// ```
    code: "PR305",
    name: "criminal-data-without-authority",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 10 GDPR"],
    source: "CJEU C-439/19 Latvijas Republikas Saeima; personopplysningsloven § 11 (NO); databeskyttelsesloven § 8 (DK)",
    check: Purpose(check),
}

fn check(purpose: &PurposeIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let controller = sensitive::controller(ctx.register, purpose.activity);
    // Where a public authority is controller, the control that Art. 10 asks for is there.
    if matches!(controller.and_then(|own| own.kind), Some(OrganisationKind::PublicAuthority | OrganisationKind::Court)) {
        return;
    }
    let country = controller.and_then(|own| own.country);
    for part in sensitive::parts(purpose) {
        let categories = part.categories(ctx.register);
        let criminal: Vec<&Entry<DataCategory>> = categories.into_iter().filter(|own| sensitive::is_criminal(own)).collect();
        if criminal.is_empty()
            || !part.law().is_empty()
            || !part.art9_law().is_empty()
            || is_generally_allowed(&part, country, ctx)
        {
            continue;
        }
        let names = sensitive::names(&criminal);
        let message = format!("`{}` uses {names}, and no law is named that allows it", part.purpose.title());
        sink.report(ctx.at(part.node()).field("law"), message).label("data on offences");
    }
}

/// Whether the country lets private bodies use these data on the condition given.
fn is_generally_allowed(part: &Part<'_>, country: Option<Country>, ctx: &Ctx<'_>) -> bool {
    let allowed = country.and_then(|country| ctx.law.national(country)).zip(part.art9());
    allowed.is_some_and(|(national, art9)| {
        national.allows_criminal_data(art9).is_some() && (art9 != Art9::ExplicitConsent || part.has_explicit_consent())
    })
}
