use crate::relations::chain;
use crate::rules::prelude::*;

rule! {
    /// An activity uses a system, a cookie or AI whose operator is not among its recipients.
    ///
    /// Once for each operator. Operators without access to data do not count; the recipient's category, or a place further down the
    /// chain of a recipient, is enough.
    ///
    /// ## Why
    /// Whoever runs the system holds the data; a record that names the system and not its operator is incomplete (Art. 30(1)(d)).
    ///
    /// ## Fix
    /// Add the operator to `recipients`; for software you run yourself write `run_by: us`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// systems:
    ///   crm: {name: Customer system, run_by: crm-host}
    /// recipients:
    ///   crm-host:
    ///     name: CRM Host AS
    ///     role: processor
    ///     does: runs our customer system
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: c.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// systems: [crm] #~ PR506
    /// recipients: none
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// systems:
    ///   crm: {name: Customer system, run_by: crm-host}
    /// recipients:
    ///   crm-host:
    ///     name: CRM Host AS
    ///     role: processor
    ///     does: runs our customer system
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: c.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// systems: [crm]
    /// recipients: [crm-host]
    /// ```
    code: "PR506",
    name: "host-not-a-recipient",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(d) GDPR", "Art. 13(1)(e) GDPR"],
    source: "Art. 4(9); EDPB Opinion 22/2024",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let mut operators: Vec<(&Entry<Recipient>, Spot<'_>, String)> = Vec::new();
    for reference in &activity.value.systems {
        let Some(system) = register.get(*reference) else { continue };
        if let Some(operator) = system.run_by.and_then(|run_by| run_by.to::<Recipient>()).and_then(|own| register.get(own)) {
            operators.push((operator, ctx.at(reference.node), format!("the system `{}`", system.title())));
        }
    }
    let cookies = register
        .cookies
        .iter()
        .filter(|cookie| cookie.activity.and_then(|own| register.get(own)).is_some_and(|own| own.id == activity.id));
    for cookie in cookies {
        if let Some(operator) = cookie.set_by.and_then(|set_by| set_by.to::<Recipient>()).and_then(|own| register.get(own)) {
            operators.push((operator, ctx.at(cookie.node).field("set_by"), format!("`{}`", cookie.id)));
        }
    }
    if let Some(ai) = activity.ai.as_ref().and_then(|ai| ai.some())
        && let Some(operator) = ai.provider.and_then(|provider| provider.to::<Recipient>()).and_then(|own| register.get(own))
    {
        operators.push((operator, ctx.at(activity.node).field("ai").field("provider"), "the AI".to_owned()));
    }
    if operators.is_empty() {
        return;
    }
    let direct = activity.value.recipients.iter().filter_map(|entry| register.get(entry.recipient));
    let known: Vec<&Entry<Recipient>> = direct.flat_map(|recipient| chain(register, recipient)).collect();
    let mut done: Vec<&str> = Vec::new();
    for (operator, spot, what) in operators {
        let named = known.iter().any(|own| {
            own.id == operator.id
                || operator.category.is_some_and(|category| own.node.is_none() && own.category == Some(category))
        });
        if named
            || operator.role == Some(Role::NoAccess)
            || operator.role == Some(Role::Internal)
            || done.contains(&&*operator.id)
        {
            continue;
        }
        done.push(&operator.id);
        let message = format!("{} runs {what} of `{}` and is not among its recipients", operator.title(), activity.title());
        sink.report(spot, message).help(format!("Add `{}` to `recipients` of the activity.", operator.id));
    }
}
