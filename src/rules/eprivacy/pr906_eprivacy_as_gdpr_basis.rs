use crate::rules::prelude::*;

rule! {
    /// The rule on cookies stands as the basis for delivering, logging in or securing a service.
    ///
    /// ## Why
    /// That rule covers what is stored on the device; what is done with the data afterwards needs a basis of its own, and necessary cookies need no consent at all (Art. 6(1) GDPR).
    ///
    /// ## Fix
    /// Describe the cookie in `cookies`, and give the purpose the basis that fits the later use, such as `contract` or `legitimate-interests`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after collection
    /// purposes:
    ///   deliver:
    ///     name: Deliver the service with cookies
    ///     kind: service-delivery
    ///     legal_basis: consent
    ///     law: ekomloven § 3-15 #~ PR906
    ///     consent: {how: banner, withdraw: Link at the foot of every page, record: paper file}
    ///     required: no
    /// ```
    ///
    /// Where the proof is kept is another question.
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after collection
    /// purposes:
    ///   deliver:
    ///     name: Deliver the service with cookies
    ///     kind: service-delivery
    ///     legal_basis: consent
    ///     law: ekomloven § 3-15 #~ PR906
    ///     consent: {how: banner, withdraw: Link at the foot of every page} #~ PR213
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   deliver:
    ///     name: Keep you logged in
    ///     kind: authentication
    ///     legal_basis: legitimate-interests
    ///     interest: Let people in without asking for the password at each page
    ///     assessment: {why: A token on the device of those who logged in}
    ///     required: no
    /// ```
    code: "PR906",
    name: "eprivacy-as-gdpr-basis",
    level: Note,
    affects: Lawfulness,
    articles: ["Art. 6(1) GDPR", "Art. 95 GDPR", "Art. 5(3) Directive 2002/58/EC"],
    source: "EDPB Opinion 5/2019 (interplay of the Directive and the GDPR); CJEU C-654/23 Inteligo Media, by contrast",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let is_service =
        matches!(basis.purpose.kind, Some(PurposeKind::ServiceDelivery | PurposeKind::Authentication | PurposeKind::Security));
    let law = basis.law();
    let Some(first) = law.first().filter(|_| is_service && basis.basis == LegalBasis::Consent) else { return };
    if law.iter().all(|citation| wordlists::EPRIVACY_LAW.is_in(name(citation, ctx), Lang::EN)) {
        let message = format!(
            "`{}` rests on consent under the rule on cookies, which is no basis for the use of the data",
            basis.purpose.title()
        );
        sink.report(ctx.at(first.node), message).label("covers the device only");
    }
}

/// The act as it is written, or its name where it is defined in the register.
fn name<'r>(citation: &'r Citation, ctx: &Ctx<'r>) -> &'r str {
    let own = citation.law.and_then(|number| ctx.register.laws.get(number as usize));
    own.map_or(&citation.text, |law| law.title())
}
