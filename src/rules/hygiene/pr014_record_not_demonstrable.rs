use crate::rules::prelude::*;

rule! {
    /// Nobody answers for an activity, or for the register.
    ///
    /// One note for the register, with the activities by name.
    ///
    /// ## Why
    /// The record is produced on request, and the first question of an inspector is who answers for the entry (Art. 30(4)).
    ///
    /// ## Fix
    /// Enter a post, not a person's name: `owner: Head of customer care`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   name: Nordlys Drift AS
    ///   contact: #~ PR014
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   contact: Head of compliance
    /// ```
    code: "PR014",
    name: "record-not-demonstrable",
    level: Note,
    affects: Practice,
    articles: ["Art. 5(2) GDPR", "Art. 24(1) GDPR", "Art. 30(4) GDPR"],
    source: "Art. 5(2), 24(1), 30(4)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    if let Some(organisation) = ctx.register.organisation()
        && organisation.contact.as_deref().is_none_or(|contact| contact.trim().is_empty())
    {
        let message = format!("The register of {} does not say who answers for it", organisation.title());
        sink.report(ctx.at(organisation.node).field("contact"), message)
            .help("Add `contact: Head of compliance` to `organisation`.");
    }
    let mut nobody: Vec<&Entry<Activity>> = ctx
        .register
        .running_activities()
        .filter(|activity| activity.owner.as_deref().is_none_or(|owner| owner.trim().is_empty()))
        .collect();
    by_id(&mut nobody);
    let Some(first) = nobody.first() else { return };
    let names: Vec<&str> = nobody.iter().map(|activity| activity.title()).collect();
    let shown = listed_up_to(5, &names);
    sink.report(ctx.at(first.node).field("owner"), format!("The register does not say who answers for {shown}"));
}
