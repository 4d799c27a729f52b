use crate::contracts::{self, Standing};
use crate::rules::prelude::*;

rule! {
    /// A processor is used, and the register shows no contract that is current.
    ///
    /// An error without a contract, before its date, after its end, or where it lacks items of Art. 28(3); a warning where it is older than the GDPR
    /// and was not adapted, and where the role of the recipient is `unknown`.
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
    code: "PR503",
    name: "processor-without-contract",
    level: Error,
    affects: Practice,
    articles: ["Art. 28(3) GDPR", "Art. 28(9) GDPR"],
    source: "EDPB Guidelines 07/2020 paras 100-145; Decision (EU) 2021/915 (Art. 28 clauses)",
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !ctx.relations.is_used_directly(ctx.register, recipient) {
        return;
    }
    let title = recipient.title();
    let spot = ctx.at(recipient.node);
    if recipient.role == Some(Role::Unknown) {
        sink.report(
            spot.field("role"),
            format!("The role of {title} is not known: a processor needs a contract, a controller a basis"),
        )
        .level(Level::Warning)
        .help("Find out who decides what the data are used for, and write `role: processor` or `role: controller`.");
        return;
    }
    if recipient.role != Some(Role::Processor) {
        return;
    }
    let Some(contract) = &recipient.contract else {
        sink.report(spot.field("contract"), format!("{title} is a processor, and the register shows no contract"))
            .label("which agreement?");
        return;
    };
    let spot = spot.field("contract");
    match contracts::standing(ctx.law, contract) {
        Standing::Unproven => {
            sink.report(spot.field("signed"), format!("The register shows neither date nor place of a contract with {title}"));
        }
        Standing::From(signed) => {
            sink.report(
                spot.field("signed"),
                format!("The contract with {title} is dated {signed}, and {title} is used already"),
            )
            .help("Enter the day on which both have signed. Art. 28(3) asks for the agreement before data are handed over.");
        }
        Standing::Ended(until) => {
            sink.report(spot.field("until"), format!("The contract with {title} ended on {until}, and {title} is still used"));
        }
        Standing::Incomplete => {
            let items = listed(&contract.missing);
            sink.report(spot.field("missing"), format!("The contract with {title} lacks items of Art. 28(3): {items}"));
        }
        Standing::InForce => signed_when(contract, title, spot, ctx, sink),
    }
}

/// A contract without its day, or one that is older than the GDPR and of which nothing says that it was adapted.
fn signed_when(contract: &Contract, title: &str, spot: Spot<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(signed) = contract.signed else {
        sink.report(spot.field("signed"), format!("The register does not say when the contract with {title} was signed"))
            .level(Level::Warning)
            .label("since when?")
            .help("Enter `signed:` with the day on which both had agreed.");
        return;
    };
    let home = ctx.register.organisation().and_then(|organisation| organisation.country);
    let start = home.map(|home| ctx.law.gdpr_since(home));
    if start.is_some_and(|start| signed < start) && contract.amended.is_none() && contract.checked.is_none() {
        sink.report(
            spot.field("signed"),
            format!("The contract with {title} of {signed} is older than the GDPR, and nothing says it was adapted"),
        )
        .level(Level::Warning)
        .help("Check it against Art. 28(3) and enter `amended:` or `checked:` with the day.");
    }
}
