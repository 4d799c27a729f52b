use std::collections::HashSet;

use crate::receivers::{self, Received, Way};
use crate::relations::{User, chain};
use crate::rules::prelude::*;

rule! {
    /// An activity or a service uses a system, a cookie or AI whose operator is not among its recipients.
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
    /// A service whose system and AI are run by others.
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
    /// processing_for:
    ///   hosting:
    ///     name: Hosting
    ///     owner: Head of operations
    ///     reviewed: 2026-09-01
    ///     controllers: {list: customer system, owner: Sales}
    ///     processing: [store]
    ///     contract: {signed: 2024-03-01, file: dpa.pdf}
    ///     at_end: Deleted within 30 days
    ///     systems: [crm] #~ PR506
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
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
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    for activity in ctx.register.running_activities() {
        of_activity(activity, ctx, sink);
    }
    cookies(ctx, sink);
    for service in walk::own(&ctx.register.processing_for).filter(|service| service.is_running()) {
        let named = receivers::of_service(ctx.register, service);
        let add = |id: &str| format!("Add `{id}` to `subprocessors` of the service.");
        missing(&named, &format!("of `{}` and is not among its sub-processors", service.title()), &add, ctx, sink);
    }
}

/// Cookies that belong to no activity: whoever sets them receives data of visitors, and no activity says so.
fn cookies(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    for cookie in walk::own(&register.cookies).filter(|cookie| cookie.activity.is_none()) {
        for own in receivers::of_cookie(register, cookie) {
            let is_named = ctx.relations.uses(register, own.recipient).iter().any(|usage| matches!(usage.by, User::Activity(_)));
            if is_named || matches!(own.recipient.role, Some(Role::NoAccess | Role::Internal)) {
                continue;
            }
            let message =
                format!("{} receives data through `{}` and is a recipient of no activity", own.recipient.title(), cookie.id);
            let id = &own.recipient.id;
            sink.report(ctx.at(own.node), message)
                .help(format!("Name the `activity` that uses the data, and add `{id}` to its `recipients`."));
        }
    }
}

fn of_activity(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let named = ctx.relations.receivers(ctx.register, activity);
    let add = |id: &str| format!("Add `{id}` to `recipients` of the activity.");
    missing(&named, &format!("of `{}` and is not among its recipients", activity.title()), &add, ctx, sink);
}

/// Reports each operator that no recipient leads to.
fn missing(named: &[Received<'_>], rest: &str, help: &dyn Fn(&str) -> String, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let direct = named.iter().filter(|own| matches!(own.way, Way::Listed(_)));
    let known: Vec<&Entry<Recipient>> = direct.flat_map(|own| chain(register, own.recipient)).collect();
    let ids: HashSet<&str> = known.iter().map(|own| &*own.id).collect();
    let mut done: HashSet<&str> = HashSet::new();
    for own in named {
        let what = match own.way {
            Way::System(system) => format!("runs the system `{}`", system.title()),
            Way::SystemAi(system) => format!("runs the AI of the system `{}`", system.title()),
            Way::Ai => "runs the AI".to_owned(),
            Way::Cookie(cookie) => format!("runs `{}`", cookie.id),
            _ => continue,
        };
        let operator = own.recipient;
        let is_covered = |category| known.iter().any(|own| own.node.is_none() && own.category == Some(category));
        if ids.contains(&*operator.id)
            || operator.category.is_some_and(is_covered)
            || matches!(operator.role, Some(Role::NoAccess | Role::Internal))
            || !done.insert(&operator.id)
        {
            continue;
        }
        sink.report(ctx.at(own.node), format!("{} {what} {rest}", operator.title())).help(help(&operator.id));
    }
}
