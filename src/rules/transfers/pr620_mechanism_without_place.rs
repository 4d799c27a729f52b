use crate::places::unplaced;
use crate::rules::prelude::*;

rule! {
    /// A recipient has a mechanism, or an entry in a list, for a place outside the EEA, and nothing says that data are there.
    ///
    /// Looks at the recipient, its services in use and each use of it. `not-a-transfer` is an answer, and not asked for.
    ///
    /// ## Why
    /// Whoever signs clauses for a country expects data there; without the place the record and the notice leave the transfer out (Art. 30(1)(e), 13(1)(f)).
    ///
    /// ## Fix
    /// Say where the data are or are looked at, `stored_in: [US]` or `access_from: [US]`, or take the mechanism out.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   office:
    ///     name: Office Ireland Ltd
    ///     role: processor
    ///     does: runs our mail
    ///     country: IE
    ///     transfers:
    ///       US: dpf #~ PR620
    ///     dpf: {entity: Office Corporation, status: active, covers: [hr, non-hr], checked: 2026-09-01}
    ///     contract: {signed: 2024-03-01, file: c.pdf}
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
    ///     does: runs our mail
    ///     country: IE
    ///     stored_in: [IE, US]
    ///     transfers:
    ///       US: dpf
    ///     dpf: {entity: Office Corporation, status: active, covers: [hr, non-hr], checked: 2026-09-01}
    ///     contract: {signed: 2024-03-01, file: c.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [office]
    /// ```
    code: "PR620",
    name: "mechanism-without-place",
    level: Warning,
    affects: Record,
    articles: ["Art. 30(1)(e) GDPR", "Art. 13(1)(f) GDPR", "Art. 44 GDPR"],
    source: "EDPB Recommendations 01/2020 v2.0, step 1 (know your transfers)",
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !flows::can_receive(recipient) || !ctx.relations.is_in_use(ctx.register, recipient) {
        return;
    }
    for own in unplaced(ctx.register, ctx.relations, ctx.law, recipient) {
        let title = recipient.title();
        let place = own.place.name();
        let message = match own.is_listed {
            true => format!("{title} has an entry in the Data Privacy Framework list, and nothing says that data are in {place}"),
            false => format!("{title} has a mechanism for {place}, and nothing says that data are there"),
        };
        let code = own.place;
        sink.report(ctx.at(own.node).key(), message).label("are data stored or looked at there?").help(format!(
            "Add `{code}` to `stored_in` or `access_from` of `{}`, beside the places that it has; where no data are there, take this out.",
            recipient.id
        ));
    }
}
