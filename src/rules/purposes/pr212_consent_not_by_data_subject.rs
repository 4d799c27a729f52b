use crate::rules::prelude::*;

rule! {
    /// Somebody other than the person gives the consent.
    ///
    /// Parents may consent for children, guardians with a law cited.
    ///
    /// ## Why
    /// Only the person can consent (Art. 4(11)); an administrator who switches a feature on gives the customer's instruction.
    ///
    /// ## Fix
    /// As a processor record it as `instruction:` in `processing-for`; as a controller ask the person, or use another basis.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after contract-end
    /// purposes:
    ///   suggest:
    ///     name: Suggest answers to tickets
    ///     legal_basis: consent
    ///     consent: {by: organisation, how: form, withdraw: Ask your administrator, record: admin log} #~ PR212
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after contract-end
    /// purposes:
    ///   suggest:
    ///     name: Suggest answers to tickets
    ///     legal_basis: consent
    ///     consent: {by: person, how: form, withdraw: Switch in your profile, record: profile database}
    /// ```
    code: "PR212",
    name: "consent-not-by-data-subject",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 4(11) GDPR", "Art. 6(1)(a) GDPR"],
    source: "Art. 4(11) (the data subject's wishes); EDPB Guidelines 05/2020 section 3",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(consent) = basis.consent().filter(|_| basis.basis == LegalBasis::Consent) else { return };
    let title = basis.purpose.title();
    let spot = ctx.at(basis.node()).field("consent");
    match consent.by {
        Some(by @ (ConsentBy::Organisation | ConsentBy::Customer | ConsentBy::Employer | ConsentBy::Admin)) => {
            let who = match by {
                ConsentBy::Organisation => "their organisation",
                ConsentBy::Customer => "the customer",
                ConsentBy::Employer => "the employer",
                _ => "an administrator",
            };
            sink.report(spot.field("by"), format!("Consent to `{title}` is given by {who}, not by the people themselves"));
        }
        Some(ConsentBy::Guardian) if consent.law.is_empty() => {
            sink.report(spot.field("law"), format!("Guardians consent to `{title}`, and no law on that is cited"))
                .level(Level::Warning)
                .help("Cite the law on guardianship in `consent.law`.");
        }
        Some(ConsentBy::Parent) if !basis.subjects(ctx.register).into_iter().any(people::has_minors) => {
            sink.report(spot.field("by"), format!("Parents consent to `{title}`, which is about no minors"))
                .help("Say on the group of people that it has minors: `minors: {from: 13}`.");
        }
        None if consent.how == Some(ConsentHow::AdminSwitch) => {
            sink.report(spot.field("how"), format!("An administrator's switch is taken as people's consent to `{title}`"));
        }
        _ => {}
    }
}
