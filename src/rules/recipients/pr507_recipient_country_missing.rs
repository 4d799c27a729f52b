use crate::rules::prelude::*;

rule! {
    /// The register does not say where a recipient is.
    ///
    /// For those who get data as part of the activity; an error where the country of a processor is `unknown`. Authorities,
    /// suppliers without access and categories that may stand without a name are left out.
    ///
    /// ## Why
    /// Without the place nobody can tell whether data leave the EEA, which is the first thing an authority asks (Art. 30(1)(e)).
    ///
    /// ## Fix
    /// Enter the country of the contracting company, and `stored_in` or `access_from` where they differ: `country: NO`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   login: #~ PR507
    ///     name: Login AS
    ///     role: processor
    ///     does: signs users in
    ///     contract: {signed: 2024-03-01, file: l.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [login]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   login:
    ///     name: Login AS
    ///     role: processor
    ///     does: signs users in
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: l.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [login]
    /// ```
    code: "PR507",
    name: "recipient-country-missing",
    level: Warning,
    affects: Record,
    articles: ["Art. 30(1)(e) GDPR", "Art. 44 GDPR"],
    source: "EDPB Recommendations 01/2020 v2.0, step 1 (know your transfers)",
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !ctx.relations.is_in_use(ctx.register, recipient)
        || recipient.occasion.is_some_and(|occasion| occasion != Occasion::Always)
    {
        return;
    }
    let counts =
        matches!(recipient.role, Some(Role::Processor | Role::JointController | Role::Controller | Role::Group | Role::Unknown));
    // Whoever works for us is known by name, whatever the category.
    let may_stand =
        recipient.role != Some(Role::Processor) && recipient.category.is_some_and(crate::vocabulary::may_stand_unnamed);
    if !counts || may_stand {
        return;
    }
    let elsewhere = recipient.entities.iter().any(|entity| entity.country.is_some())
        || recipient.services.into_iter().any(|service| service.country.is_some() || !service.stored_in.is_empty())
        || !recipient.stored_in.is_empty();
    let spot = ctx.at(recipient.node).field("country");
    let title = recipient.title();
    match recipient.country {
        Some(Place::Unknown) => {
            let finding = sink.report(spot, format!("Nobody knows where {title} is"));
            if recipient.role == Some(Role::Processor) {
                finding.level(Level::Error);
            }
        }
        None if !elsewhere => {
            sink.report(spot, format!("The register does not say where {title} is")).label("which country?");
        }
        _ => {}
    }
}
