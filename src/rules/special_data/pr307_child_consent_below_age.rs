use crate::rules::prelude::*;
use crate::sensitive;

rule! {
    /// Children below the age of consent consent to an online service by themselves.
    ///
    /// That nothing is said about how parental consent is verified is a warning. Counselling offered directly to a child
    /// (`counselling: yes`, recital 38) is exempt.
    ///
    /// ## Why
    /// Below the national age only the holder of parental responsibility can consent to an online service (Art. 8(1)).
    ///
    /// ## Fix
    /// Raise the youngest age, or collect the consent of a parent and say how you verify it: `by_parent_under: 13` and `verified: ...` in `consent:`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: DK
    /// data_subjects:
    ///   players: {name: Players, kind: users, minors: {from: 13}}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [players]
    /// data_categories: {chat-transcripts: "1 month after consent-withdrawn, at most 3 years after collection"}
    /// purposes:
    ///   chat:
    ///     name: Run the chat in the game
    ///     legal_basis: consent
    ///     online_service: yes
    ///     required: no
    ///     consent:
    ///       how: form
    ///       withdraw: Profile page
    ///       record: Game database
    ///       by_parent_under: 13 #~ PR307
    ///       verified: E-ID of the parent
    /// ```
    ///
    /// Nothing says how the parent's consent is verified.
    /// ```yaml file=privreg.yaml
    /// data_subjects:
    ///   players: {name: Players, kind: users, minors: {from: 10}}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [players]
    /// data_categories: {chat-transcripts: "1 month after consent-withdrawn, at most 3 years after collection"}
    /// purposes:
    ///   chat:
    ///     name: Run the chat in the game
    ///     legal_basis: consent
    ///     online_service: yes
    ///     required: no
    ///     consent: #~ PR307
    ///       how: form
    ///       withdraw: Profile page
    ///       record: Game database
    ///       by_parent_under: 13
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// data_subjects:
    ///   players: {name: Players, kind: users, minors: {from: 10}}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [players]
    /// data_categories: {chat-transcripts: "1 month after consent-withdrawn, at most 3 years after collection"}
    /// purposes:
    ///   chat:
    ///     name: Run the chat in the game
    ///     legal_basis: consent
    ///     online_service: yes
    ///     required: no
    ///     consent:
    ///       how: form
    ///       withdraw: Profile page
    ///       record: Game database
    ///       by_parent_under: 13
    ///       verified: E-ID of the parent
    /// ```
    code: "PR307",
    name: "child-consent-below-age",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 8(1)-(2) GDPR"],
    source: "Art. 8; databeskyttelsesloven § 6(2) (DK, 15 years since 1 January 2024); EDPB Guidelines 05/2020 on consent, section 7.1",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let purpose = &basis.purpose.value;
    let is_online = purpose.online_service == Some(true) && purpose.counselling != Some(true);
    if basis.basis != LegalBasis::Consent || !is_online {
        return;
    }
    let Some((group, youngest, country, age)) = youngest_group(basis, ctx) else { return };
    let consent = basis.consent();
    let is_parents = consent.is_some_and(|consent| consent.by == Some(ConsentBy::Parent));
    let asked_below = consent.and_then(|consent| consent.by_parent_under).unwrap_or(0);
    let holder = basis.case.filter(|case| case.value.consent.is_some()).map_or(basis.purpose.node, |case| case.node);
    let spot = ctx.at(holder).field("consent");
    let name = people::name(group);
    if !is_parents && asked_below < age {
        let whose = if asked_below == 0 {
            "no parent is asked".to_owned()
        } else {
            format!("a parent is asked below {asked_below} only")
        };
        let message =
            format!("`{name}` may be {youngest} years old, the age of consent in {} is {age}, and {whose}", country.name());
        let finding = sink.report(spot.field("by_parent_under"), message);
        finding.label(format!("{age} in {}", country.name()));
        finding.help(format!(
            "Ask a parent below that age: `by_parent_under: {age}` and `verified:` in `consent:`; or take no one younger: `minors: {{from: {age}}}`."
        ));
    } else if consent.is_none_or(|consent| consent.verified.as_ref().is_none_or(|text| text.is_empty())) {
        let message = format!("The register does not say how the consent of parents of `{name}` is verified");
        let finding = sink.report(spot.field("verified"), message);
        finding
            .level(Level::Warning)
            .help("Say how you make sure that a parent consents, as in `verified: e-ID of the parent` (Art. 8(2)).");
    }
}

/// The group with someone too young to consent, the country it lives in, and the age of consent there.
fn youngest_group<'r>(basis: &BasisIn<'r>, ctx: &Ctx<'r>) -> Option<(&'r Entry<DataSubject>, u32, Country, u32)> {
    let own = sensitive::controller(ctx.register, basis.activity).and_then(|controller| controller.country);
    let groups = basis.subjects(ctx.register).into_iter().filter_map(|group| {
        let country = group.country.or(own)?;
        let age = ctx.law.national(country)?.age_of_consent(ctx.as_of())?;
        let youngest = people::youngest(group)?;
        (youngest < age).then_some((group, youngest, country, age))
    });
    groups.max_by_key(|(_, _, _, age)| *age)
}
