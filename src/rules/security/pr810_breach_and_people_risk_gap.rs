use crate::rules::prelude::*;

rule! {
    /// The register does not say how personal data breaches are handled, or allows more time than the law.
    ///
    /// A warning where more than 72 hours are taken. Of several organisations only the first is asked for an answer; an organisation that
    /// is processor only has to tell its customers, so the time to the authority, the log and the word to people are not asked for.
    ///
    /// ## Why
    /// Every breach has to be documented, most notified within 72 hours, and people told where the risk to them is high; the log of breaches is the second document an inspector asks for (Art. 33(1), (5), 34(1)).
    ///
    /// ## Fix
    /// Add `breach: {authority_within: 72 hours, documented: yes, people_told: ..., process: Who finds a breach calls ...}` to `organisation`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   name: Nordlys Drift AS
    ///   breach: #~ PR810
    /// ```
    ///
    /// Breaches are handled, but nobody says that they are written down.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   breach: {process: Who finds a breach calls the head of compliance, people_told: We write at once where the risk is high} #~ PR810
    /// ```
    ///
    /// Five days are too late for the authority.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   breach: {authority_within: 5 days, documented: yes, people_told: We write at once where the risk is high} #~ PR810
    /// ```
    ///
    /// The authority is told, and the people?
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   breach: {authority_within: 72 hours, documented: yes} #~ PR810
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   breach:
    ///     authority_within: 72 hours
    ///     documented: yes
    ///     people_told: We write at once where the risk is high
    ///     process: Who finds a breach calls the head of compliance
    /// ```
    code: "PR810",
    name: "breach-and-people-risk-gap",
    level: Note,
    affects: Practice,
    articles: ["Art. 33(1) GDPR", "Art. 33(5) GDPR", "Art. 34(1) GDPR"],
    source: "Art. 33(1)-(2), (5), 34; EDPB Guidelines 9/2022 on breach notification, sections II and V",
    check: Organisation(check),
}

/// The time the law gives, from the moment the organisation is aware of a breach.
const HOURS: f64 = 72.0;

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let spot = ctx.at(organisation.node).field("breach");
    let Some(breach) = &organisation.breach else {
        if ctx.register.organisation().is_some_and(|first| first.id == organisation.id) {
            let message = format!("{} does not say how it handles personal data breaches", organisation.title());
            sink.report(spot, message);
        }
        return;
    };
    let is_controller = organisation.acts_as.is_empty() || organisation.acts_as.contains(&ActsAs::Controller);
    if !is_controller {
        return;
    }
    if let Some(time) = breach.authority_within.as_ref().filter(|time| time.days() * 24.0 > HOURS) {
        let message =
            format!("{} takes {time} to notify the authority of a breach, and the law gives 72 hours", organisation.title());
        let finding = sink.report(spot.clone().field("authority_within"), message).level(Level::Warning);
        finding
            .label("72 hours")
            .help("Write `authority_within: 72 hours`: the clock runs from the moment you are aware of the breach.");
    }
    if breach.documented != Some(true) {
        let message = format!("{} does not say that it documents every breach", organisation.title());
        sink.report(spot.clone().field("documented"), message)
            .help("Keep a log of all breaches, also of those you notify to nobody, and write `documented: yes`.");
    }
    if breach.people_told.as_ref().is_none_or(|told| told.is_empty()) {
        let message =
            format!("{} does not say when and how it tells people of a breach that is a high risk to them", organisation.title());
        sink.report(spot.field("people_told"), message)
            .help("Add `people_told:` with a sentence on when and how people hear of a breach (Art. 34).");
    }
}
