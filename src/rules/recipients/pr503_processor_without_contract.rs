use crate::contracts::{self, Standing};
use crate::rules::prelude::*;

rule! {
    /// A processor is used, or the organisation is one itself, and the register shows no contract that is current.
    ///
    /// An error without a contract, before its date, after its end, or where it lacks items of Art. 28(3); a warning where it has no
    /// date or is older than the GDPR and was not adapted, where the role of the recipient is `unknown`, and without a contract for
    /// a service that is only planned.
    ///
    /// ## Why
    /// Processing by a processor takes a written agreement (Art. 28(3)); the register shows none that is current.
    ///
    /// ## Fix
    /// Enter date and place: `contract: {signed: 2024-03-01, file: contracts/mailwash.pdf, subprocessing: general, objection_days: 30}`; another legal act in `contract: {other: ...}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mailwash: #~ PR503
    ///     name: Mailwash AS
    ///     role: processor
    ///     does: filters our mail
    ///     country: NO
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [mailwash]
    /// ```
    ///
    /// The contract has ended.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mailwash:
    ///     name: Mailwash AS
    ///     role: processor
    ///     does: filters our mail
    ///     country: NO
    ///     contract: {signed: 2022-03-01, until: 2025-02-28, file: m.pdf} #~ PR503
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [mailwash]
    /// ```
    ///
    /// Nobody knows since when.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mailwash:
    ///     name: Mailwash AS
    ///     role: processor
    ///     does: filters our mail
    ///     country: NO
    ///     contract: {file: m.pdf} #~ PR503
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [mailwash]
    /// ```
    ///
    /// A word that only holds the place of a contract.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mailwash:
    ///     name: Mailwash AS
    ///     role: processor
    ///     does: filters our mail
    ///     country: NO
    ///     contract: {other: pending evidence} #~ PR503 PR006
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [mailwash]
    /// ```
    ///
    /// Work for customers without an agreement with them.
    /// ```yaml file=processing-for/workspace.yaml
    /// name: Workspace hosting #~ PR503
    /// processing: [hosting]
    /// controllers: {list: CRM report of active workspaces, owner: Sales}
    /// subprocessors: none
    /// at_end: Deleted within 30 days
    /// owner: Head of operations
    /// reviewed: 2026-09-01
    /// ```
    ///
    /// Nobody knows the role.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mailwash: {name: Mailwash AS, role: unknown, country: NO} #~ PR503
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [mailwash]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mailwash:
    ///     name: Mailwash AS
    ///     role: processor
    ///     does: filters our mail
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: m.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [mailwash]
    /// ```
    ///
    /// Older than the GDPR, and adapted.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   mailwash:
    ///     name: Mailwash AS
    ///     role: processor
    ///     does: filters our mail
    ///     country: NO
    ///     contract: {signed: 2017-03-01, amended: 2018-06-20, file: m.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [mailwash]
    /// ```
    ///
    /// Work for customers.
    /// ```yaml file=processing-for/workspace.yaml
    /// name: Workspace hosting
    /// processing: [hosting]
    /// controllers: {list: CRM report of active workspaces, owner: Sales}
    /// contract: {signed: 2024-01-01, file: terms.pdf}
    /// subprocessors: none
    /// at_end: Deleted within 30 days
    /// owner: Head of operations
    /// reviewed: 2026-09-01
    /// ```
    code: "PR503",
    name: "processor-without-contract",
    level: Error,
    affects: Practice,
    articles: ["Art. 28(3) GDPR", "Art. 28(9) GDPR"],
    source: "EDPB Guidelines 07/2020 paras 100-145; Decision (EU) 2021/915 (Art. 28 clauses)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    for recipient in walk::own(&register.recipients).filter(|own| ctx.relations.is_used_directly(register, own)) {
        of_recipient(recipient, ctx, sink);
    }
    for service in walk::own(&register.processing_for).filter(|service| service.is_running()) {
        of_service(service, ctx, sink);
    }
}

fn of_recipient(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let title = recipient.title();
    let spot = ctx.at(recipient.node);
    match (recipient.role, &recipient.contract) {
        (Some(Role::Unknown), _) => {
            sink.report(
                spot.field("role"),
                format!("The role of {title} is not known: a processor needs a contract, a controller a basis"),
            )
            .level(Level::Warning)
            .help("Find out who decides what the data are used for, and write `role: processor` or `role: controller`.");
        }
        (Some(Role::Processor), Some(contract)) => {
            let goes_on = format!("{title} is used");
            judge(contract, spot.field("contract"), title, &goes_on, ctx, sink);
        }
        (Some(Role::Processor), None) => {
            sink.report(spot.field("contract"), format!("{title} is a processor, and the register shows no contract"))
                .label("which agreement?");
        }
        _ => {}
    }
}

fn of_service(service: &Entry<ProcessingFor>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let title = service.title();
    let spot = ctx.at(service.node).field("contract");
    match &service.contract {
        Some(contract) => judge(contract, spot, &format!("customers of `{title}`"), &format!("`{title}` goes on"), ctx, sink),
        None => {
            let message = format!("`{title}` is done for customers, and the register shows no contract with them");
            let finding = sink.report(spot, message);
            finding.label("which agreement?");
            if service.status == Some(Status::Planned) {
                finding.level(Level::Warning);
            }
        }
    }
}

/// Whether a contract is there, in force, dated and whole.
fn judge(contract: &Contract, spot: Spot<'_>, whom: &str, goes_on: &str, ctx: &Ctx<'_>, sink: &mut Sink) {
    match contracts::standing(ctx.law, contract) {
        Standing::Unproven => {
            sink.report(spot.field("signed"), format!("The register shows neither date nor place of a contract with {whom}"));
        }
        Standing::From(signed) => {
            sink.report(spot.field("signed"), format!("The contract with {whom} is dated {signed}, and {goes_on} already"))
                .help("Enter the day on which both have signed. Art. 28(3) asks for the agreement before data are handed over.");
        }
        Standing::Ended(until) => {
            sink.report(spot.field("until"), format!("The contract with {whom} ended on {until}, and {goes_on}"));
        }
        Standing::Incomplete => {
            let items = listed(&contract.missing);
            sink.report(spot.field("missing"), format!("The contract with {whom} lacks items of Art. 28(3): {items}"));
        }
        Standing::InForce => signed_when(contract, whom, spot, ctx, sink),
    }
}

/// A contract without its day, or one that is older than the GDPR and of which nothing says that it was adapted.
fn signed_when(contract: &Contract, whom: &str, spot: Spot<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(signed) = contract.signed else {
        // Another legal act has a day of its own.
        if contract.other.is_none() {
            sink.report(spot.field("signed"), format!("The register does not say when the contract with {whom} was signed"))
                .level(Level::Warning)
                .label("since when?")
                .help("Enter `signed:` with the day on which both had agreed.");
        }
        return;
    };
    let home = ctx.register.organisation().and_then(|organisation| organisation.country);
    let start = home.map(|home| ctx.law.gdpr_since(home));
    if start.is_some_and(|start| signed < start) && contract.amended.is_none() && contract.checked.is_none() {
        sink.report(
            spot.field("signed"),
            format!("The contract with {whom} of {signed} is older than the GDPR, and nothing says it was adapted"),
        )
        .level(Level::Warning)
        .help("Check it against Art. 28(3) and enter `amended:` or `checked:` with the day.");
    }
}
