use crate::rules::prelude::*;

rule! {
    /// The register does not say how consent is withdrawn, or where the proof of it is.
    ///
    /// ## Why
    /// You must be able to show each consent, and people must know how to withdraw it as easily as they gave it (Art. 7(1), (3)).
    ///
    /// ## Fix
    /// Add `consent: {how: form, withdraw: link in every e-mail, record: consent log of the mail system}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after last-contact
    /// purposes:
    ///   survey:
    ///     name: Ask customers how support went
    ///     legal_basis: consent #~ PR213
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after last-contact
    /// purposes:
    ///   survey:
    ///     name: Ask customers how support went
    ///     legal_basis: consent
    ///     consent: {how: form, withdraw: link in every e-mail, record: survey tool}
    /// ```
    ///
    /// Of a case.
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after last-contact
    /// purposes:
    ///   survey:
    ///     name: Ask customers how support went
    ///     cases:
    ///       call: {when: we call you, legal_basis: consent, consent: {how: form, withdraw: Say so on the telephone, record: survey tool}}
    ///       letter: {when: we write to you, legal_basis: legitimate-interests, interest: Learn what to do better, assessment: {why: "One letter a year, expected by customers"}}
    ///     required: no
    /// ```
    code: "PR213",
    name: "consent-incomplete",
    level: Warning,
    affects: Practice,
    articles: ["Art. 7(1) GDPR", "Art. 7(3) GDPR", "Art. 13(2)(c) GDPR"],
    source: "EDPB Guidelines 05/2020 paras 104-108 (proof), 112-118 (withdrawal)",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if basis.basis != LegalBasis::Consent && basis.art9() != Some(Art9::ExplicitConsent) {
        return;
    }
    // A notice about somebody else's consent is another rule's.
    let consent = basis.consent();
    let withdraw = consent.is_some_and(|consent| consent.withdraw.is_some());
    let record = consent.is_some_and(|consent| consent.record.is_some());
    let missing = match (withdraw, record) {
        (true, true) => return,
        (false, false) => "how consent is withdrawn, nor where the proof of it is kept",
        (false, true) => "how consent is withdrawn",
        (true, false) => "where the proof of consent is kept",
    };
    let not = if withdraw || record { "does not say" } else { "says neither" };
    let spot = match consent {
        Some(_) => ctx.at(basis.node()).field("consent").key(),
        None => ctx.at(basis.node()).field("legal_basis"),
    };
    sink.report(spot, format!("Purpose `{}` {not} {missing}", basis.purpose.title()));
}
