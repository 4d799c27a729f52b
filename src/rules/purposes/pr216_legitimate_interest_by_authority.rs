use crate::rules::prelude::*;

rule! {
    /// A public authority rests a purpose on legitimate interests without saying why it lies outside its tasks.
    ///
    /// ## Why
    /// An authority cannot rely on legitimate interests in the performance of its tasks (Art. 6(1) second subparagraph).
    ///
    /// ## Fix
    /// Use public-task or legal-obligation with the statute, or add `outside_tasks:` with the reason, for example security of the building.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   kind: public-authority
    ///   dpo: {name: Ola Hansen, email: personvernombud@nordlys.no}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   control:
    ///     name: Check applications for benefits
    ///     legal_basis: legitimate-interests #~ PR216
    ///     required: no
    ///     interest: Prevent abuse of benefits
    ///     assessment: {why: Random checks of few applications}
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
    ///   control:
    ///     name: Check applications for benefits
    ///     legal_basis: public-task
    ///     required: no
    ///     law: folketrygdloven § 21-4
    /// ```
    ///
    /// Outside its tasks, as any organisation would.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   kind: public-authority
    ///   dpo: {name: Ola Hansen, email: personvernombud@nordlys.no}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   guests:
    ///     name: Know who is in the house
    ///     legal_basis: legitimate-interests
    ///     interest: Find everybody in a fire
    ///     assessment: {why: "Names of guests of the day, erased in the evening"}
    ///     outside_tasks: Every house with guests does so; it serves none of our tasks
    ///     required: no
    ///   canteen:
    ///     name: Serve food to guests
    ///     cases:
    ///       guest: {when: you are a guest, legal_basis: legitimate-interests, interest: Know how many eat, assessment: {why: A list of names for one day}, outside_tasks: A canteen is no task of ours}
    ///       staff: {when: you work here, legal_basis: contract}
    ///     required: no
    /// ```
    code: "PR216",
    name: "legitimate-interest-by-authority",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 6(1) GDPR"],
    source: "Art. 6(1) second subparagraph; recital 47; EDPB Guidelines 1/2024 (v1.0), on public authorities; CJEU C-180/21",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let authority = ctx.register.organisation().is_some_and(|own| own.kind == Some(OrganisationKind::PublicAuthority));
    if authority && basis.basis == LegalBasis::LegitimateInterests && basis.outside_tasks().is_none() {
        let message = format!("Purpose `{}` of a public authority rests on legitimate interests", basis.purpose.title());
        sink.report(ctx.at(basis.node()).field("legal_basis"), message);
    }
}
