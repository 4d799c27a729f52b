use crate::rules::prelude::*;

rule! {
    /// Consent must be given to get something else.
    ///
    /// An error where it is part of a contract or of terms, or where the data are required; a warning where the service depends
    /// on it and `consent.free` says nothing.
    ///
    /// ## Why
    /// Consent that must be given to get the service is presumed not to be free (Art. 7(4)).
    ///
    /// ## Fix
    /// Ask separately and let the service work without it, or use the basis that really applies: `legal_basis: contract`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after contract-end
    /// purposes:
    ///   order:
    ///     name: Handle your order
    ///     legal_basis: consent
    ///     consent: {how: terms, withdraw: Write to us, record: order system} #~ PR210
    /// ```
    ///
    /// The data must be given.
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after contract-end
    /// purposes:
    ///   order:
    ///     name: Handle your order
    ///     legal_basis: consent
    ///     consent: {how: form, withdraw: Write to us, record: order system}
    ///     required: yes #~ PR210
    ///     if_not_provided: We cannot deliver
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   order:
    ///     name: Handle your order
    ///     legal_basis: contract
    ///     if_not_provided: We cannot deliver
    /// ```
    code: "PR210",
    name: "consent-as-condition",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 7(4) GDPR", "Art. 4(11) GDPR"],
    source: "EDPB Guidelines 05/2020 paras 13-14, 25-41; CJEU C-252/21 Meta; recital 43",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if basis.basis != LegalBasis::Consent {
        return;
    }
    let title = basis.purpose.title();
    let spot = ctx.at(basis.node());
    let consent = basis.consent();
    if let Some(how) =
        consent.and_then(|consent| consent.how).filter(|how| matches!(how, ConsentHow::Contract | ConsentHow::Terms))
    {
        let message = format!("Consent to `{title}` is given by entering into a contract or accepting terms ({})", how.id());
        sink.report(spot.field("consent").field("how"), message);
    } else if basis.required().is_some_and(|required| required != Required::No) {
        sink.report(spot.field("required"), format!("`{title}` rests on consent, and yet the data must be given"));
    } else if consent.is_some_and(|consent| consent.condition_of_service == Some(true) && consent.free.is_none()) {
        sink.report(spot.field("consent").field("condition_of_service"), format!("The service depends on consent to `{title}`"))
            .level(Level::Warning);
    }
}
