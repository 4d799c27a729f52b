use crate::rules::prelude::*;
use crate::walk::TransferHolder;

rule! {
    /// Data go outside the EEA, or anywhere, and no country is named.
    ///
    /// An error where a place is `varies`, `worldwide` or `non-eea`; a warning for `europe`, and where a sentence of a notice says
    /// so while none of the recipients of its activities has a third country.
    ///
    /// ## Why
    /// The record identifies each third country; "outside the EEA" identifies none (Art. 30(1)(e)).
    ///
    /// ## Fix
    /// Name the countries of each recipient: `country: IN`, `stored_in: [US]`; where they change, list those in use now.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   partners:
    ///     name: Support network
    ///     role: processor
    ///     does: answers questions at night
    ///     country: worldwide #~ PR602
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [partners]
    /// ```
    ///
    /// A sentence in a notice.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   site:
    ///     covers: [example]
    ///     published: 2026-09-02
    ///     version: "1"
    ///     sections:
    ///       transfers: Data will be transferred to data processors outside the EU/EEA. #~ PR602
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   partners:
    ///     name: Support network AS
    ///     role: processor
    ///     does: answers questions at night
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [partners]
    /// ```
    code: "PR602",
    name: "third-country-unnamed",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1)(e) GDPR", "Art. 13(1)(f) GDPR"],
    source: "Art. 30(1)(e) (identification of that third country); WP260 rev.01 Annex (countries generally named)",
    silences: ["PR507"],
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    for recipient in walk::own(&register.recipients) {
        if !flows::can_receive(recipient) || !ctx.relations.is_in_use(register, recipient) {
            continue;
        }
        let vague = ctx.relations.places(register, recipient).into_iter().find(|place| is_vague(place.place));
        if let Some(place) = vague {
            let message = format!("{} has data in `{}`, which names no country", recipient.title(), place.place);
            let finding = sink.report(ctx.at(place.node.or(recipient.node)), message);
            finding.label("which country?");
            if place.place == Place::Europe {
                finding.level(Level::Warning).help("Write the countries, or `EEA` where all of it stays inside.");
            }
        }
    }
    walk::transfers(register, &mut |transfer| {
        let named_already = match transfer.recipient(register) {
            Some(recipient) => ctx.relations.places(register, recipient).into_iter().any(|place| is_vague(place.place)),
            None => false,
        };
        let is_for_all = matches!(transfer.holder, TransferHolder::Settings);
        if transfer.applies && is_vague(transfer.place) && !named_already {
            let whom = if is_for_all {
                "all recipients".to_owned()
            } else {
                transfer.recipient(register).map_or(String::new(), |own| own.title().to_owned())
            };
            let message = format!("A mechanism for {whom} is given for `{}`, which names no country", transfer.place);
            sink.report(ctx.at(transfer.entry.node).key(), message).label("which country?");
        }
    });
    sentences(ctx, sink);
}

fn is_vague(place: Place) -> bool {
    matches!(place, Place::Varies | Place::Worldwide | Place::NonEea | Place::Europe)
}

/// Sentences of notices that speak of transfers to no country in particular.
fn sentences(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let has_country = register.recipients.iter().any(|recipient| {
        ctx.relations.is_in_use(register, recipient) && !flows::of(register, ctx.relations, ctx.law, recipient).is_empty()
    });
    if has_country {
        return;
    }
    let mut seen = Vec::new();
    for text in ctx.texts().filter(|text| text.may_hold(wordlists::UNNAMED_COUNTRY)) {
        if !(text.is("section_text", "text") || text.is("notice", "sections") || text.is("transfer", "when")) {
            continue;
        }
        let hit = wordlists::sentences(text.text).find_map(|(start, sentence)| {
            let found = wordlists::UNNAMED_COUNTRY.find(sentence, text.lang)?;
            let speaks = wordlists::TRANSFER_VERBS.is_in(sentence, text.lang);
            speaks.then(|| &text.text[start + found.start..start + found.end])
        });
        // The same sentence in another language is the same fault.
        let Some(found) = hit else { continue };
        let whole = register.tree.parent(text.node);
        if seen.contains(&whole) {
            continue;
        }
        seen.push(whole);
        let message = format!("The text speaks of transfers `{found}`, and no recipient names a third country");
        sink.report(ctx.at(text.node), message).level(Level::Warning).label("which country?");
    }
}
