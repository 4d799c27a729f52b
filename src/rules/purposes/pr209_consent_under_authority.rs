use crate::rules::prelude::*;

rule! {
    /// A public authority rests a purpose on consent without saying why people are free to refuse.
    ///
    /// ## Why
    /// Towards an authority people are seldom free to refuse, and a statutory task is the proper basis (recital 43).
    ///
    /// ## Fix
    /// Use public-task or legal-obligation with the statute; for voluntary extras add `consent: {free: "why a refusal has no effect"}`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   kind: public-authority
    ///   dpo: {name: Ola Hansen, email: personvernombud@nordlys.no}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after case-closed
    /// purposes:
    ///   case:
    ///     name: Handle your building application
    ///     legal_basis: consent #~ PR209
    ///     consent: {how: form, withdraw: Write to us, record: case system}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   kind: public-authority
    ///   dpo: {name: Ola Hansen, email: personvernombud@nordlys.no}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   case:
    ///     name: Handle your building application
    ///     legal_basis: public-task
    ///     required: no
    ///     law: plan- og bygningsloven § 21-4
    /// ```
    code: "PR209",
    name: "consent-under-authority",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 4(11) GDPR", "Art. 7(4) GDPR"],
    source: "Recital 43; EDPB Guidelines 05/2020 paras 16-20",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let authority = ctx.register.organisation().is_some_and(|own| own.kind == Some(OrganisationKind::PublicAuthority));
    let is_free = basis.consent().is_some_and(|consent| consent.free.is_some());
    if authority && basis.basis == LegalBasis::Consent && !is_free {
        let message = format!("Purpose `{}` of a public authority rests on consent", basis.purpose.title());
        sink.report(ctx.at(basis.node()).field("legal_basis"), message);
    }
}
