use crate::rules::prelude::*;

rule! {
    /// The record of work done for customers lacks what Art. 30(2) demands.
    ///
    /// An error for customers and kinds of work; a warning where only security measures, sub-processors, or the way of the data to an
    /// organisation outside the EEA are missing.
    ///
    /// ## Why
    /// The processor's record names each customer, the kinds of work, transfers and security (Art. 30(2)).
    ///
    /// ## Fix
    /// Fill in what is missing: `controllers: {list: CRM report of active workspaces, owner: Sales}`, `processing: [hosting, support]`, `subprocessors: [...]`.
    ///
    /// ## Bad
    /// ```yaml file=processing-for/workspace.yaml
    /// name: Workspace hosting #~ PR511
    /// processing: [hosting]
    /// subprocessors: none
    /// contract: {signed: 2024-01-01}
    /// at_end: Deleted within 30 days
    /// owner: Head of operations
    /// reviewed: 2026-09-01
    /// ```
    ///
    /// The organisation is outside the EEA, and nothing says how the data reach it.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: CH
    ///   offers_to: [CH]
    /// ```
    /// ```yaml file=processing-for/workspace.yaml
    /// name: Workspace hosting #~ PR511
    /// processing: [hosting]
    /// controllers: {list: CRM report of active workspaces, owner: Sales}
    /// subprocessors: none
    /// contract: {signed: 2024-01-01}
    /// at_end: Deleted within 30 days
    /// owner: Head of operations
    /// reviewed: 2026-09-01
    /// ```
    ///
    /// ## Good
    /// ```yaml file=processing-for/workspace.yaml
    /// name: Workspace hosting
    /// processing: [hosting]
    /// controllers: {list: CRM report of active workspaces, owner: Sales}
    /// subprocessors: none
    /// contract: {signed: 2024-01-01}
    /// at_end: Deleted within 30 days
    /// owner: Head of operations
    /// reviewed: 2026-09-01
    /// ```
    ///
    /// Customers by name, of an organisation outside the EEA.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: CH
    ///   offers_to: [CH]
    /// ```
    /// ```yaml file=processing-for/workspace.yaml
    /// name: Workspace hosting
    /// processing: [hosting]
    /// controllers:
    ///   - {name: Fjordbruk AS, contact: personvern@fjordbruk.no}
    /// subprocessors: none
    /// transfers: {CH: adequacy}
    /// contract: {signed: 2024-01-01}
    /// at_end: Deleted within 30 days
    /// owner: Head of operations
    /// reviewed: 2026-09-01
    /// ```
    code: "PR511",
    name: "processor-record-incomplete",
    level: Error,
    affects: Record,
    articles: ["Art. 30(2)(a) GDPR", "Art. 30(2)(b) GDPR", "Art. 30(2)(c) GDPR", "Art. 30(2)(d) GDPR"],
    source: "Art. 30(2)(a)-(d); CNIL processor record template",
    check: ProcessingFor(check),
}

fn check(service: &Entry<ProcessingFor>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let spot = ctx.at(service.node);
    let title = service.title();
    let mut lacks: Vec<(&'static str, &str)> = Vec::new();
    match &service.controllers {
        None => lacks.push(("controllers", "on whose behalf it is done")),
        Some(Either::One(list)) if list.list.is_none() || list.owner.is_none() => {
            lacks.push(("controllers", "where the list of customers is and who keeps it"))
        }
        Some(Either::Other(customers)) if customers.is_empty() => lacks.push(("controllers", "on whose behalf it is done")),
        Some(Either::Other(customers)) => {
            let without =
                customers.iter().filter(|customer| customer.contact.is_none()).filter_map(|customer| customer.name.as_deref());
            let names = listed(without);
            if !names.is_empty() {
                sink.report(spot.clone().field("controllers"), format!("The record of `{title}` gives no contact of {names}"));
            }
        }
        Some(Either::One(_)) => {}
    }
    if service.processing.is_empty() {
        lacks.push(("processing", "which kinds of work are done"));
    }
    if let Some((field, _)) = lacks.first() {
        let what = listed(lacks.iter().map(|(_, what)| *what));
        sink.report(spot.clone().field(field), format!("The record of `{title}` does not say {what}"));
    }
    let systems = ctx.register.all(&service.value.systems).any(|system| !system.value.security_measures.is_empty());
    if service.security_measures.is_empty() && ctx.register.settings.security_measures.is_empty() && !systems {
        sink.report(spot.clone().field("security_measures"), format!("The record of `{title}` names no security measures"))
            .level(Level::Warning);
    }
    if service.subprocessors.is_unanswered() {
        sink.report(
            spot.clone().field("subprocessors"),
            format!("The record of `{title}` does not say who else works on the data"),
        )
        .level(Level::Warning)
        .help("List them, or write `subprocessors: none`.");
    }
    if let Some(place) = third_country(service, ctx).filter(|_| service.transfers.is_empty()) {
        let message = format!("The record of `{title}` does not say how data of customers in the EEA reach {}", place.name());
        sink.report(spot.field("transfers"), message).level(Level::Warning).help(format!(
            "Name the mechanism, as in `transfers: {{{0}: adequacy}}` or `transfers: {{{0}: {{mechanism: sccs, ...}}}}`.",
            place.code()
        ));
    }
}

/// Where the organisation that does the work is, or stores it, if that is outside the EEA.
fn third_country(service: &Entry<ProcessingFor>, ctx: &Ctx<'_>) -> Option<Country> {
    let named = service.processor.and_then(|processor| ctx.register.get(processor));
    let processor = named.or(ctx.register.organisation())?;
    let stores = processor.stores_in.iter().filter_map(|place| place.country());
    processor.country.into_iter().chain(stores).find(|country| ctx.law.needs_mechanism(*country))
}
