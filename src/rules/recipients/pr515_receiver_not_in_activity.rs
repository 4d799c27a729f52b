use crate::receivers::Way;
use crate::relations::chain;
use crate::rules::prelude::*;

rule! {
    /// A purpose, a joint arrangement or the proof of a consent names somebody who is not among the recipients of the activity.
    ///
    /// Once for each of them. Units of the organisation itself and suppliers without access to data do not count; a place further
    /// down the chain of a recipient is enough.
    ///
    /// ## Why
    /// The recipients of a purpose are some of those of its activity; the record lists all of them (Art. 30(1)(d)).
    ///
    /// ## Fix
    /// Add them to `recipients` of the activity, or take the name out where it stands.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   bank: {name: Bank AS, role: controller, does: moves money, country: NO}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer customers who ask about an order
    ///     legal_basis: legal-obligation
    ///     law: [Regnskabsloven § 13]
    ///     required: by-law
    ///     if_not_provided: We cannot answer
    ///     recipients: [bank] #~ PR515
    /// recipients: none
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   bank: {name: Bank AS, role: controller, does: moves money, country: NO}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer customers who ask about an order
    ///     legal_basis: legal-obligation
    ///     law: [Regnskabsloven § 13]
    ///     required: by-law
    ///     if_not_provided: We cannot answer
    ///     recipients: [bank]
    /// recipients: [bank]
    /// ```
    code: "PR515",
    name: "receiver-not-in-activity",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(d) GDPR", "Art. 13(1)(e) GDPR"],
    source: "Art. 4(9), 30(1)(d)",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    // A name that leads nowhere may be the one that is missing, and has been reported.
    if activity.recipients.iter().any(|entry| entry.recipient.target().is_none()) {
        return;
    }
    let named = ctx.relations.receivers(register, activity);
    let listed = named.iter().filter(|own| matches!(own.way, Way::Listed(_)));
    let known: std::collections::HashSet<&str> =
        listed.flat_map(|own| chain(register, own.recipient)).map(|own| &*own.id).collect();
    let mut done: Vec<&str> = Vec::new();
    for own in &named {
        let what = match own.way {
            Way::Purpose(purpose) => format!("the purpose `{}`", purpose.title()),
            Way::JointController(arrangement) => format!("the arrangement `{}`", arrangement.id),
            Way::ConsentRecord => "the proof of a consent".to_owned(),
            _ => continue,
        };
        let has_no_data = matches!(own.recipient.role, Some(Role::NoAccess | Role::Internal));
        if has_no_data || known.contains(&*own.recipient.id) || done.contains(&&*own.recipient.id) {
            continue;
        }
        done.push(&own.recipient.id);
        let who = own.recipient.title();
        let message = format!("{who} stands in {what} of `{}` and is not among its recipients", activity.title());
        sink.report(ctx.at(own.node), message).help(format!("Add `{}` to `recipients` of the activity.", own.recipient.id));
    }
}
