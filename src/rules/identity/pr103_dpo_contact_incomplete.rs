use crate::rules::prelude::*;

rule! {
    /// The data protection officer has no name, or cannot be reached.
    ///
    /// ## Why
    /// The record must name the DPO, and people must be able to reach the DPO directly (Art. 30(1)(a), 13(1)(b)).
    ///
    /// ## Fix
    /// Add what is missing: `dpo: {name: Kari Berg, email: personvernombud@nordlys.no}`. `publish_name: no` keeps the name out of notices.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: {name: Kari Berg} #~ PR103
    /// ```
    ///
    /// No name in the record.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: {email: personvernombud@nordlys.no} #~ PR103
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: {name: Kari Berg, email: personvernombud@nordlys.no, publish_name: no}
    /// ```
    code: "PR103",
    name: "dpo-contact-incomplete",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(a) GDPR", "Art. 37(7) GDPR", "Art. 13(1)(b) GDPR"],
    source: "Art. 30(1)(a) (name and contact) beside Art. 13(1)(b) (contact only); WP243 rev.01 section 2.6",
    check: Organisation(check),
}

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(dpo) = organisation.dpo.as_ref().filter(|dpo| dpo.none.is_none()) else { return };
    let spot = ctx.at(organisation.node).field("dpo");
    let has_address = dpo.address.as_deref().is_some_and(|address| !address.trim().is_empty());
    match dpo.name.as_deref().filter(|name| !name.trim().is_empty()) {
        None => {
            sink.report(spot.field("name"), "The record does not name the data protection officer");
        }
        Some(name) if dpo.email.is_none() && dpo.phone.is_none() && !has_address => {
            sink.report(
                spot.field("email"),
                format!("The register does not say how people reach the data protection officer {name}"),
            );
        }
        Some(_) => {}
    }
}
