use crate::rules::prelude::*;

rule! {
    /// Data go to a company of the same group as if it were the controller itself.
    ///
    /// Where the organisation's `group` is recorded and the company has neither a contract, nor a joint arrangement, nor a purpose
    /// that names it. With several organisations each activity names its controller: a note.
    ///
    /// ## Why
    /// There is no privilege for groups: a company of the group is a controller, a processor or a joint controller like any other (Art. 4(18), 26, 28).
    ///
    /// ## Fix
    /// Give the company its role in the activity: `contract:`, `joint_controllers:`, or `recipients:` of the purpose that explains the disclosure.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   group: {name: Nordlys}
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   sister: {name: Nordlys Sverige AB, role: group, country: SE}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [sister] #~ PR512
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   group: {name: Nordlys}
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   sister: {name: Nordlys Sverige AB, role: group, country: SE}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [sister]
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: contract
    ///     recipients: [sister]
    ///     required: no
    /// ```
    code: "PR512",
    name: "group-is-not-one",
    level: Warning,
    affects: Record,
    articles: ["Art. 4(18) GDPR", "Art. 26 GDPR", "Art. 28 GDPR"],
    source: "Art. 4(18)-(19), 26, 28; recital 48 (an interest, no exemption)",
    silences: ["PR508"],
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    if register.organisations.len() > 1 && activity.controller.is_none() {
        sink.report(
            ctx.at(activity.node).field("controller"),
            format!("Which of the organisations is the controller of `{}`?", activity.title()),
        )
        .level(Level::Note)
        .help("Add `controller:`; without it the first organisation counts.");
    }
    let in_group = register.organisation().is_some_and(|organisation| organisation.group.is_some());
    if !in_group || !activity.joint_controllers.is_empty() {
        return;
    }
    for entry in &activity.value.recipients {
        let Some(recipient) = register.get(entry.recipient).filter(|recipient| recipient.role == Some(Role::Group)) else {
            continue;
        };
        let in_purpose = activity.value.purposes.into_iter().any(|purpose| purpose.recipients.contains(&entry.recipient));
        if recipient.contract.is_none() && !in_purpose {
            let message = format!(
                "`{}` gives data to {} as a company of the group, without contract, arrangement or purpose",
                activity.title(),
                recipient.title()
            );
            sink.report(ctx.at(entry.node), message);
        }
    }
}
