use crate::rules::prelude::*;

rule! {
    /// A legal obligation or public task rests only on the law of a third country.
    ///
    /// ## Why
    /// Only Union law, or that of an EEA state, creates an obligation in the sense of Art. 6(1)(c) and (e) (Art. 6(3)).
    ///
    /// ## Fix
    /// Rely on legitimate-interests with an assessment, and see Art. 48 before handing data to a foreign authority; where a national act puts the duty into effect, cite that act.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   sox:
    ///     name: Keep evidence for auditors of the parent
    ///     kind: audit
    ///     legal_basis: legal-obligation
    ///     law: US Sarbanes-Oxley Act § 802 #~ PR218
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   sox:
    ///     name: Keep evidence for auditors of the parent
    ///     kind: audit
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Meet the listing duties of our parent company
    ///     assessment: {why: "Few people, work contacts only"}
    /// ```
    code: "PR218",
    name: "foreign-law-as-obligation",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 6(3) GDPR", "Art. 48 GDPR"],
    source: "Wording of Art. 6(3); EDPB Guidelines 02/2024 on Art. 48; recital 45",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !matches!(basis.basis, LegalBasis::LegalObligation | LegalBasis::PublicTask) {
        return;
    }
    let countries: Vec<Option<Country>> = basis
        .law()
        .iter()
        .map(|citation| match citation.law.and_then(|number| ctx.register.laws.get(number as usize)) {
            Some(law) => match law.country {
                Some(CountryOrUnion::Country(country)) => Some(country),
                _ => None,
            },
            None => citation.country,
        })
        .collect();
    let foreign = |country: &Option<Country>| country.is_some_and(|country| ctx.law.is_third_country(country));
    if countries.is_empty() || !countries.iter().all(foreign) {
        return;
    }
    let citation = &basis.law()[0];
    let country = countries[0].map_or("", |country| country.name());
    let message = format!("Purpose `{}` rests on a duty under the law of {country} only", basis.purpose.title());
    sink.report(ctx.at(citation.node), message).label("no law of the Union or an EEA state");
}
