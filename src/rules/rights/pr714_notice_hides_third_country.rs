use crate::rules::prelude::*;
use crate::{countries, notices, relations};

rule! {
    /// A notice does not name a third country to which data go.
    ///
    /// Through `countries: hidden`, or through a text of your own in place of the part on transfers. A note, as courts differ.
    ///
    /// ## Why
    /// People must learn of the transfer, of the safeguard, and whether an adequacy decision exists; guidance expects the countries by name (Art. 13(1)(f)).
    ///
    /// ## Fix
    /// Leave out `countries: hidden`, or `place: instead` in the section on transfers: privreg lists country, recipient and mechanism.
    ///
    /// ## Bad
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [example], version: "1", countries: hidden} #~ PR714
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [helpdesk]
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   helpdesk:
    ///     name: Helpdesk Ltd
    ///     role: processor
    ///     does: Runs the system for questions
    ///     country: CH
    ///     transfers: {CH: adequacy}
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    ///
    /// In words of your own.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     sections:
    ///       transfers: {place: instead, text: Our suppliers work in safe countries.} #~ PR714
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [helpdesk]
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   helpdesk:
    ///     name: Helpdesk Ltd
    ///     role: processor
    ///     does: Runs the system for questions
    ///     country: CH
    ///     transfers: {CH: adequacy}
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    ///
    /// ## Good
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     sections:
    ///       transfers: {place: instead, text: "Helpdesk Ltd is in Switzerland, which the Commission has found to protect data as well as the Union does."}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [helpdesk]
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   helpdesk:
    ///     name: Helpdesk Ltd
    ///     role: processor
    ///     does: Runs the system for questions
    ///     country: CH
    ///     transfers: {CH: adequacy}
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    ///
    /// Nothing leaves the EEA.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [example], version: "1", countries: hidden}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// ```
    code: "PR714",
    name: "notice-hides-third-country",
    level: Note,
    affects: Notice,
    articles: ["Art. 13(1)(f) GDPR", "Art. 14(1)(f) GDPR"],
    source: "WP260 rev.01 Annex (countries should be named); IMY DI-2019-4062 (Klarna) against Kammarrätten i Stockholm 2829-23 (they need not be)",
    check: Notice(check),
}

fn check(notice: &Entry<Notice>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let is_instead = |section: &&Entry<NoticeSection>| {
        section.place == Some(SectionPlace::Instead) && section.slot.or_else(|| Slot::parse(&section.id)) == Some(Slot::Transfers)
    };
    let replaced = notice.value.sections.iter().find(is_instead).and_then(|section| section.value.text.as_ref());
    let is_hidden = notice.countries == Some(CountriesShown::Hidden);
    if !is_hidden && replaced.is_none() {
        return;
    }
    let mut unnamed = third_countries(notice, ctx);
    if let Some(text) = replaced {
        unnamed.retain(|country| text.iter().any(|(_, text)| !countries::is_named_in(*country, text)));
    }
    if unnamed.is_empty() {
        return;
    }
    let spot = match replaced {
        Some(text) => ctx.at(text.node),
        None => ctx.at(notice.node).field("countries"),
    };
    let names = listed(unnamed.iter().map(|country| country.name()));
    let message = format!("`{}` does not name {names}, where data go that it covers", notice.title());
    sink.report(spot, message).label(format!("{names}?"));
}

/// Where the recipients of what a notice covers have, keep or see data, with those who work for them.
fn third_countries(notice: &Entry<Notice>, ctx: &Ctx<'_>) -> Vec<Country> {
    let register = ctx.register;
    let mut found: Vec<Country> = Vec::new();
    for activity in notices::activities(register, notice) {
        for recipient in activity.recipients.iter().filter_map(|entry| register.get(entry.recipient)) {
            for member in relations::chain(register, recipient) {
                found.extend(flows::of(register, ctx.relations, ctx.law, member).iter().filter_map(flows::Flow::country));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
