use crate::rules::prelude::*;

rule! {
    /// A controller outside the EEA addresses people inside and names no representative there, or does not say whom it addresses.
    ///
    /// A warning where it does not say.
    ///
    /// ## Why
    /// People and authorities need somebody in the EEA to turn to, and the record must name the representative (Art. 27, 30(1)(a)).
    ///
    /// ## Fix
    /// Mandate a representative in a country where the people are: `representative: {name: ..., country: NO, email: ...}`. Where Art. 27(2) applies: `representative: {none: "why"}`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: US #~ PR105
    ///   offers_to: [NO, SE]
    /// ```
    ///
    /// The representative sits where nobody is addressed.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: US
    ///   offers_to: [NO]
    ///   representative: {name: EU Rep GmbH, country: DE, email: rep@eurep.no} #~ PR105
    /// ```
    ///
    /// Nothing says whose people it addresses.
    /// ```yaml file=privreg.yaml
    /// organisation: #~ PR105
    ///   country: US
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: US
    ///   offers_to: [NO]
    ///   representative: {name: EU Rep AS, country: NO, email: rep@eurep.no}
    /// ```
    ///
    /// Nobody inside the EEA is addressed.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: US
    ///   offers_to: [US]
    /// ```
    code: "PR105",
    name: "representative-missing",
    level: Error,
    affects: Record,
    articles: ["Art. 27 GDPR", "Art. 30(1)(a) GDPR"],
    source: "EDPB Guidelines 3/2018 section 4; Art. 27(3)",
    check: Organisation(check),
}

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(country) = organisation.country.filter(|country| ctx.law.is_third_country(*country)) else { return };
    let spot = ctx.at(organisation.node);
    let is_said = ["offers_to", "monitors"].iter().any(|field| ctx.is_written(organisation.node, field));
    if !is_said {
        let message =
            format!("{} in {} does not say whether it addresses people in the EEA", organisation.title(), country.name());
        sink.report(spot.field("offers_to"), message).level(Level::Warning).help(format!(
            "Write to whose people it offers goods or services: `offers_to: [{}]` where none is in the EEA. A country inside the EEA takes a representative there.",
            country.code()
        ));
        return;
    }
    let places =
        organisation.offers_to.iter().copied().chain(organisation.monitors.iter().map(|country| Place::Country(*country)));
    let inside: Vec<Place> = places.filter(|place| is_inside(*place, ctx)).collect();
    if inside.is_empty() {
        return;
    }
    let Some(representative) = &organisation.representative else {
        let message = format!(
            "{} in {} addresses people in the EEA and names no representative there",
            organisation.title(),
            country.name()
        );
        sink.report(spot.field("country"), message).help(format!(
            "Mandate a representative in {}: `representative: {{name: ..., country: {}, email: ...}}`.",
            listed(inside.iter().map(|place| place.to_string())),
            inside[0]
        ));
        return;
    };
    let any_country = inside.iter().any(|place| place.country().is_none());
    if representative.none.is_some() || any_country {
        return;
    }
    if !representative.country.is_some_and(|own| inside.contains(&Place::Country(own))) {
        let countries = listed(inside.iter().map(|place| place.to_string()));
        let message = format!("The representative is not in a country whose people are addressed ({countries})");
        sink.report(spot.field("representative"), message);
    }
}

fn is_inside(place: Place, ctx: &Ctx<'_>) -> bool {
    match place {
        Place::Country(country) => ctx.law.is_eea(country),
        Place::Eu | Place::Eea => true,
        _ => false,
    }
}
