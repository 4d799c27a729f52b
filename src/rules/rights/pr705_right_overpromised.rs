use crate::rules::prelude::*;
use crate::{notices, rights};

rule! {
    /// A notice offers portability or objection although nothing it covers gives that right.
    ///
    /// What you grant on purpose belongs in `rights_granted`. The other rights are never too many.
    ///
    /// ## Why
    /// A right that people do not have in this situation misleads them as much as one that is left out (Art. 12(1)).
    ///
    /// ## Fix
    /// Delete `rights` and let privreg derive the list, or say that you grant more than the law: `rights_granted: [portability]`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   keep:
    ///     name: Keep accounts of payments
    ///     legal_basis: legal-obligation
    ///     law: bokføringsloven § 13
    ///     required: by-law
    ///     if_not_provided: Without the data we cannot take your payment
    /// ```
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     rights: [access, rectification, erasure, restriction, portability, complaint] #~ PR705
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   keep:
    ///     name: Keep accounts of payments
    ///     legal_basis: legal-obligation
    ///     law: bokføringsloven § 13
    ///     required: by-law
    ///     if_not_provided: Without the data we cannot take your payment
    /// ```
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     rights: [access, rectification, erasure, restriction, portability, complaint]
    ///     rights_granted: [portability]
    /// ```
    code: "PR705",
    name: "right-overpromised",
    level: Note,
    affects: Notice,
    articles: ["Art. 12(1) GDPR", "Art. 20(1) GDPR", "Art. 21(1) GDPR"],
    source: "WP260 rev.01 Annex (specific to the processing scenario); WP242 rev.01 (portability)",
    check: Notice(check),
}

fn check(notice: &Entry<Notice>, ctx: &Ctx<'_>, sink: &mut Sink) {
    // Without an activity there is nothing a right could rest on: what the notice covers is not known.
    if notices::activities(ctx.register, notice).is_empty() {
        return;
    }
    let applicable = rights::of_notice(ctx.register, notice);
    for right in [Right::Portability, Right::Objection] {
        let is_promised = notice.rights.contains(&right) && !notice.rights_granted.contains(&right);
        if !is_promised || applicable.iter().any(|applicable| applicable.right == right) {
            continue;
        }
        let needs = match right {
            Right::Portability => "consent or a contract with data that people gave themselves",
            _ => "legitimate interests, a public task or direct marketing",
        };
        let message = format!("`{}` offers {}, but nothing it covers rests on {needs}", notice.title(), right.id());
        sink.report(ctx.at(notice.node).field("rights"), message).label(format!("{}?", right.id()));
    }
}
