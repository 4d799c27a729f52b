use crate::rules::prelude::*;

rule! {
    /// Nothing says where people send a request.
    ///
    /// A warning where a telephone number is given. What holds a placeholder is no address.
    ///
    /// ## Why
    /// Rights without an address cannot be used, and requests must be possible by electronic means (Art. 12(2)).
    ///
    /// ## Fix
    /// Enter a mailbox that somebody reads: `organisation: {email: personvern@nordlys.no}`, or `rights: {contact: ...}`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation: #~ PR709
    ///   email:
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   email:
    ///   rights: {contact: personvern@nordlys.no}
    /// ```
    code: "PR709",
    name: "request-channel-missing",
    level: Error,
    affects: Notice,
    articles: ["Art. 12(2) GDPR", "Art. 13(1)(a) GDPR"],
    source: "Art. 12(2) and recital 59 GDPR (requests by electronic means); WP260 rev.01 Annex",
    check: Organisation(check),
}

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let is_usable = |text: &str| !text.trim().is_empty() && wordlists::PLACEHOLDER.find(text, Lang::EN).is_none();
    let named = organisation.rights.as_deref().and_then(|rights| rights.contact.as_ref());
    let dpo = organisation.dpo.as_deref().and_then(|dpo| dpo.email.as_deref());
    let has_channel = named.is_some_and(|text| text.iter().any(|(_, text)| is_usable(text)))
        || organisation.email.as_deref().is_some_and(is_usable)
        || organisation.contact_form.as_deref().is_some_and(is_usable)
        || dpo.is_some_and(is_usable);
    if has_channel {
        return;
    }
    let own = ctx.at(organisation.node);
    let spot = if named.is_some() {
        own.field("rights").field("contact")
    } else if organisation.email.is_some() {
        own.field("email")
    } else if organisation.contact_form.is_some() {
        own.field("contact_form")
    } else if dpo.is_some() {
        own.field("dpo").field("email")
    } else if organisation.phone.is_some() {
        own.field("rights").field("contact")
    } else {
        own.key()
    };
    let message = format!("{} does not say where people send a request", organisation.title());
    let finding = sink.report(spot, message);
    finding.label("no e-mail address and no form");
    if organisation.phone.is_some() {
        finding.level(Level::Warning);
    }
}
