use crate::rules::prelude::*;

rule! {
    /// People who use their rights have to meet a demand that the law does not know.
    ///
    /// A warning for `requires` without `requires_because`; a note where a text on rights words such a demand.
    ///
    /// ## Why
    /// Requests need no form, cost nothing, and proof of identity may be asked only where there is reasonable doubt (Art. 12(2), (5), (6)).
    ///
    /// ## Fix
    /// Drop the demand, and say how you make sure of the person: `identity: Log in, or answer from the address we know`. Where the data call for more, say why: `requires_because: Patient records`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   rights: {contact: By letter, requires: [signature, paper]} #~ PR707
    /// ```
    ///
    /// In the words of a notice.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     sections:
    ///       rights: Your request must be submitted in writing. #~ PR707
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   rights: {contact: personvern@nordlys.no, requires: [login], identity: "Log in, or answer from the address we know"}
    /// ```
    ///
    /// A demand that the data call for.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   rights: {contact: personvern@nordlys.no, requires: [id-copy], requires_because: We send health data to nobody else than the patient}
    /// ```
    code: "PR707",
    name: "request-barrier",
    level: Warning,
    affects: Notice,
    articles: ["Art. 12(2) GDPR", "Art. 12(5) GDPR", "Art. 12(6) GDPR"],
    source: "EDPB Guidelines 01/2022 section 3 (no form requirement; proportionate identification)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    for organisation in register.organisations.iter().filter(|organisation| !organisation.broken) {
        let Some(rights) = organisation.rights.as_deref() else { continue };
        let demands: Vec<&str> =
            rights.requires.iter().filter(|demand| **demand != RequestDemand::Login).map(|demand| in_words(*demand)).collect();
        let is_justified = rights.requires_because.as_ref().is_some_and(|why| !why.is_empty());
        if !demands.is_empty() && !is_justified {
            let message = format!("{} asks for {} before it answers a request", organisation.title(), listed(&demands));
            sink.report(ctx.at(organisation.node).field("rights").field("requires"), message).label("the GDPR knows no form");
        }
        let remarks = rights.remarks.iter().map(|remark| &remark.value);
        remarks.chain(&rights.contact).for_each(|text| of_text(text, ctx, sink));
    }
    let sections = register.notices.iter().flat_map(|notice| notice.value.sections.into_iter());
    for section in sections.filter(|section| section.slot.or_else(|| Slot::parse(&section.id)) == Some(Slot::Rights)) {
        if let Some(text) = &section.text {
            of_text(text, ctx, sink);
        }
    }
}

fn in_words(demand: RequestDemand) -> &'static str {
    match demand {
        RequestDemand::Signature => "a signature",
        RequestDemand::Paper => "a request on paper",
        RequestDemand::Letter => "a letter",
        RequestDemand::FormOnly => "its own form",
        RequestDemand::IdCopy => "a copy of an identity document",
        RequestDemand::Notarised => "a notarised request",
        RequestDemand::Fee => "a fee",
        RequestDemand::Login => "a login",
    }
}

/// Asks once a text, however many languages say it.
fn of_text(text: &Text, ctx: &Ctx<'_>, sink: &mut Sink) {
    let demands = |(lang, text): (Lang, &str)| {
        let demanding =
            wordlists::sentences(text).map(|(_, sentence)| sentence).filter(|sentence| wordlists::DEMAND.is_in(sentence, lang));
        demanding.into_iter().find_map(|sentence| {
            let barrier = wordlists::REQUEST_BARRIER.find(sentence, lang)?;
            Some(sentence[barrier].to_owned())
        })
    };
    if let Some(barrier) = text.iter().find_map(demands) {
        let message = format!("`{barrier}` reads as if a request needed a certain form");
        sink.report(ctx.at(text.node), message).level(Level::Note);
    }
}
