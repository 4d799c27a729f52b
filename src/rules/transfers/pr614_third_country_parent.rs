use crate::rules::prelude::*;

rule! {
    /// A processor in the EEA has a parent in a third country, and no check of that is recorded.
    ///
    /// A question, once for each recipient: ownership alone is no transfer. The parent is taken from the register, or from the names
    /// of a few large companies.
    ///
    /// ## Why
    /// The parent may be ordered to hand data over, and authorities expect you to have looked at it (Art. 28(1), 48).
    ///
    /// ## Fix
    /// Record a short check: `assessments: {check-host: {kind: vendor-check, covers: [host], done: 2026-02-01, outcome: accepted, why: ...}}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   office:
    ///     name: Office Ireland Ltd
    ///     role: processor
    ///     does: runs mail and documents
    ///     country: IE
    ///     parent: US #~ PR614
    ///     contract: {signed: 2024-03-01, file: o.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [office]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   office:
    ///     name: Office Ireland Ltd
    ///     role: processor
    ///     does: runs mail and documents
    ///     country: IE
    ///     parent: US
    ///     contract: {signed: 2024-03-01, file: o.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// assessments:
    ///   check-office: {kind: vendor-check, covers: [office], done: 2026-02-01, outcome: accepted, why: Access only on our request}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [office]
    /// ```
    code: "PR614",
    name: "third-country-parent",
    level: Note,
    affects: Practice,
    articles: ["Art. 28(1) GDPR", "Art. 48 GDPR", "Art. 32 GDPR"],
    source: "EDPB Guidelines 05/2021 v2.0 (EU subsidiary of a third-country parent); EDPB report on cloud services in the public sector (January 2023)",
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    if recipient.role != Some(Role::Processor) || !ctx.relations.is_in_use(register, recipient) {
        return;
    }
    let is_inside = |place: Place| match place {
        Place::Country(country) => !ctx.law.needs_mechanism(country),
        Place::Eu | Place::Eea | Place::Europe => true,
        _ => false,
    };
    let own = ctx.relations.places(register, recipient);
    if own.is_empty() || !own.iter().all(|place| is_inside(place.place)) {
        return;
    }
    let stated = recipient.parent.as_ref().and_then(|parent| match parent {
        Either::One(parent) => parent.country,
        Either::Other(country) => Some(*country),
    });
    let by_name = || ctx.law.vendor(recipient.title(), |vendor| vendor.parent().is_some()).and_then(|vendor| vendor.parent());
    let Some(country) = stated.or_else(by_name) else { return };
    let adequate = ctx.law.adequacy(country).is_some_and(|decision| decision.is_whole());
    if !ctx.law.needs_mechanism(country) || adequate || is_assessed(recipient, ctx) {
        return;
    }
    let spot = ctx.at(recipient.node);
    let (spot, source) =
        if stated.is_some() { (spot.field("parent"), "") } else { (spot.field("name"), ", judging by its name") };
    let message =
        format!("{} has a parent in {}{source}; no check of what that means is recorded", recipient.title(), country.name());
    sink.report(spot, message);
}

fn is_assessed(recipient: &Entry<Recipient>, ctx: &Ctx<'_>) -> bool {
    ctx.register.assessments.iter().any(|assessment| {
        let fits =
            matches!(assessment.kind, Some(AssessmentKind::VendorCheck | AssessmentKind::Tia)) && assessment.done.is_some();
        let mut scopes = assessment.value.covers.iter().filter_map(|scope| scope.to::<Recipient>());
        fits && scopes.any(|scope| ctx.register.get(scope).is_some_and(|own| own.id == recipient.id))
    })
}
