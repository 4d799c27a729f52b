use crate::rules::prelude::*;

rule! {
    /// Consent is asked from employees or applicants, who can rarely refuse.
    ///
    /// Passes where `consent.free` says why a refusal has no effect.
    ///
    /// ## Why
    /// Somebody who depends on the employer can rarely refuse freely, so consent usually fails and nothing is left (Art. 7(4), recital 43).
    ///
    /// ## Fix
    /// Use contract, legal-obligation or legitimate-interests; for true extras add `consent: {free: "why a refusal has no effect"}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// retention: until consent-withdrawn, at most 1 year after employment-end
    /// purposes:
    ///   card:
    ///     name: Run access cards and log entries
    ///     legal_basis: consent #~ PR208
    ///     consent: {how: form, withdraw: Write to HR, record: paper file}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// retention: until consent-withdrawn, at most 1 year after employment-end
    /// purposes:
    ///   photo:
    ///     name: Show employees' photos on our website
    ///     legal_basis: consent
    ///     consent: {how: form, withdraw: Write to HR, record: paper file, free: Those who refuse are shown with an icon}
    /// ```
    code: "PR208",
    name: "consent-in-employment",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 4(11) GDPR", "Art. 7(4) GDPR", "Art. 88 GDPR"],
    source: "EDPB Guidelines 05/2020 para 21; WP249 (Opinion 2/2017); recital 43; databeskyttelsesloven § 12(3) (DK); 759/2004 § 3 (FI)",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let rests_on_consent = basis.basis == LegalBasis::Consent || basis.art9() == Some(Art9::ExplicitConsent);
    let is_free = basis.consent().is_some_and(|consent| consent.free.is_some());
    if !rests_on_consent || is_free {
        return;
    }
    let dependent: Vec<&Entry<DataSubject>> = basis.subjects(ctx.register).into_iter().filter(|group| depends(group)).collect();
    if dependent.is_empty() {
        return;
    }
    let names = people::names(dependent.iter().copied());
    let message = format!("Purpose `{}` rests on consent of {names}, who can rarely refuse", basis.purpose.title());
    let spot = if basis.basis == LegalBasis::Consent {
        ctx.at(basis.node()).field("legal_basis")
    } else {
        ctx.at(basis.node()).field("art9")
    };
    let finding = sink.report(spot, message);
    let country = ctx.register.organisation().and_then(|organisation| organisation.country);
    let national = country.and_then(|country| ctx.law.national(country));
    if let Some(rule) = national.and_then(|national| national.consent_of_employees()) {
        finding.label(rule);
    }
}

fn depends(group: &Entry<DataSubject>) -> bool {
    matches!(
        people::kind(group),
        Some(
            SubjectKind::Employees
                | SubjectKind::Interns
                | SubjectKind::Applicants
                | SubjectKind::Contractors
                | SubjectKind::EmployeeRelatives
        )
    )
}
