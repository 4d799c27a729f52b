use crate::rules::prelude::*;

rule! {
    /// The register does not say who the controller is, or how to reach it.
    ///
    /// An error without a name, or without any way to be reached; a warning where only the address, the country, or an electronic
    /// contact is missing; a note where a company gives no registration number.
    ///
    /// ## Why
    /// People must know which legal entity holds their data and how to reach it; a brand is none (Art. 13(1)(a), 30(1)(a)).
    ///
    /// ## Fix
    /// Enter registered name, postal address and an address that is read: `organisation: {name: Nordlys AS, number: 987 654 321, country: NO, address: "Storgata 1, 0155 Oslo", email: personvern@nordlys.no}`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   name: #~ PR101
    ///   country: NO
    /// ```
    ///
    /// Nothing but the postal address.
    /// ```yaml file=privreg.yaml
    /// organisation: #~ PR101
    ///   email:
    ///   phone:
    /// ```
    ///
    /// A company without its number.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   number: #~ PR101
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   name: Nordlys AS
    ///   number: 987 654 321
    /// ```
    code: "PR101",
    name: "controller-identity-incomplete",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(a) GDPR", "Art. 13(1)(a) GDPR", "Art. 14(1)(a) GDPR"],
    source: "WP260 rev.01 Annex (identity and contact details of the controller; several channels preferred)",
    silences: ["PR709"],
    check: Organisation(check),
}

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let spot = ctx.at(organisation.node);
    let blank = |text: Option<&str>| text.is_none_or(|text| text.trim().is_empty());
    let no_channel = organisation.email.is_none() && organisation.phone.is_none() && organisation.contact_form.is_none();
    let title = organisation.title();
    let mut missing = Vec::new();
    if blank(organisation.address.as_deref()) {
        missing.push("a postal address");
    }
    if organisation.country.is_none() && !ctx.is_written(organisation.node, "country") {
        missing.push("a country");
    }
    if no_channel {
        missing.push("an e-mail address, telephone number or contact form");
    }
    if blank(organisation.name.as_deref()) {
        sink.report(spot.field("name"), "The register does not name the controller").label("which legal entity?");
    } else if no_channel && missing.contains(&"a postal address") {
        sink.report(spot.field("address"), format!("{title} states {}", no_way(&missing)));
    } else if !missing.is_empty() {
        sink.report(spot, format!("{title} states {}", no_way(&missing))).level(Level::Warning);
    } else if blank(organisation.number.as_deref()) && matches!(organisation.kind, None | Some(OrganisationKind::Company)) {
        let message = format!("Whether `{title}` is the legal entity cannot be seen: no registration number is given");
        sink.report(spot.field("number"), message)
            .level(Level::Note)
            .help("Add `number:`, or set `kind` where it is no company.");
    }
}

fn no_way(missing: &[&str]) -> String {
    format!(
        "no {}",
        listed(missing.iter().map(|what| what.trim_start_matches("a ").trim_start_matches("an "))).replace(" and ", " and no ")
    )
}
