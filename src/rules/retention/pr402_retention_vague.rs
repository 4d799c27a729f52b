use crate::how_long::{self, Said};
use crate::rules::prelude::*;

rule! {
    /// A retention repeats the law, or names no end, instead of a period.
    ///
    /// An error where a period, its criterion or its text says so; also `permanent` without a reason, in an exception too. A criterion
    /// needs a length or an event that a person can see: a warning where it names something else, and where a sentence of a notice
    /// names no end. Criteria are read in English, Norwegian, Swedish, Danish, German and French.
    ///
    /// ## Why
    /// "As long as necessary" repeats the law; people must be able to tell how long for their own data (Art. 13(2)(a)).
    ///
    /// ## Fix
    /// Write a period and what it counts from: `1 year after contract-end`. Where no period can be given, a criterion with an event: `retention: {criterion: Until the case is closed, review_every: 6 months}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// retention: as long as necessary for the purposes described #~ PR402
    /// ```
    ///
    /// Close to a period, but not in the words of the format.
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   name: 1 year from contract-end #~ PR402
    ///   email: 1 year after end of contract #~ PR402
    ///   phone-number: 3 år #~ PR402
    ///   postal-address: one year #~ PR402
    /// ```
    ///
    /// A criterion that repeats the law, and one that nobody can apply.
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   name: {criterion: Until we no longer need it for the purpose} #~ PR402
    ///   email: {criterion: Depending on its importance} #~ PR402
    /// ```
    ///
    /// An exception without an end.
    /// ```yaml file=activities/example.yaml
    /// retention:
    ///   period: 1 year after contract-end
    ///   exceptions:
    ///     - {when: There is a dispute, period: permanent} #~ PR402
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
    ///       retention: We keep data for as long as necessary. #~ PR402
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// retention: 1 year after contract-end, at most 3 years after last-contact
    /// ```
    ///
    /// A criterion that people can apply.
    /// ```yaml file=activities/example.yaml
    /// retention: {criterion: Until your case is closed, review_every: 6 months}
    /// ```
    code: "PR402",
    name: "retention-vague",
    level: Error,
    affects: Notice,
    articles: ["Art. 13(2)(a) GDPR", "Art. 5(1)(e) GDPR", "Art. 30(1)(f) GDPR"],
    source: "WP260 rev.01 Annex, row on Art. 13(2)(a): as long as necessary is not sufficient; DPC WhatsApp IN-18-12-2",
    silences: ["PR401", "PR403"],
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    walk::retentions(ctx.register, &mut |retention| one(&retention, ctx, sink));
    let may_be_vague =
        |text: &TextIn<'_>| text.may_hold(wordlists::VAGUE_RETENTION) || text.may_hold(wordlists::UNLIMITED_RETENTION);
    for text in ctx.texts().filter(may_be_vague) {
        let is_section = text.is("section_text", "text") || text.is("notice", "sections") || text.is("commitment", "text");
        if is_section && let Some(found) = empty_phrase(text.text, text.lang) {
            let at = text.text.find(found).unwrap_or(0);
            let sentence = wordlists::sentence(text.text, at);
            if !sentence.chars().any(|letter| letter.is_ascii_digit()) {
                let message = format!("The text says `{found}`, which tells nobody how long");
                sink.report(ctx.at(text.node), message).level(Level::Warning).label("how long?");
            }
        }
    }
}

fn one(retention: &RetentionIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let of = retention.activity.map_or(String::new(), |activity| format!(" of `{}`", activity.title()));
    let reasoned = |rule: &RetentionRule| rule.why.is_some() || !rule.law.is_empty();
    if let Some(phrase) = retention.phrase {
        of_phrase(phrase, &format!("The retention{of}"), retention.rule.is_some_and(reasoned), ctx, sink);
    }
    let Some(rule) = retention.rule else { return };
    for exception in &rule.exceptions {
        if let Some(phrase) = &exception.period {
            of_phrase(phrase, &format!("An exception of the retention{of}"), !exception.law.is_empty(), ctx, sink);
        }
    }
    if let Some(phrase) = &rule.backups {
        of_phrase(phrase, &format!("`backups` of the retention{of}"), false, ctx, sink);
    }
    if rule.period.is_none() {
        of_text("criterion", rule.criterion.as_ref(), &of, ctx, sink);
        of_text("text", rule.text.as_ref().filter(|_| rule.criterion.is_none()), &of, ctx, sink);
    }
}

/// A period that never ends without a reason, or that is none.
fn of_phrase(phrase: &Phrase, whose: &str, has_reason: bool, ctx: &Ctx<'_>, sink: &mut Sink) {
    match &phrase.meaning {
        Meaning::Permanent if !has_reason => {
            let message = format!("{whose} says that data are kept for good, and nothing says why");
            sink.report(ctx.at(phrase.node), message)
                .help("Write a period, or `{period: permanent, law: ...}` where a statute demands it (archives).");
        }
        Meaning::Unclear => {
            let langs = super::langs(ctx);
            let text = crate::decode::shorten(&phrase.text);
            let said = how_long::said(&phrase.text, &langs);
            if said == Some(Said::Others) {
                return;
            }
            if let Some((what, help)) = correction(&phrase.text, said.as_ref(), ctx) {
                let message = format!("{whose} says `{text}`, {what}");
                sink.report(ctx.at(phrase.node), message).label("not understood").help(help);
                return;
            }
            let is_empty = langs.iter().any(|lang| empty_phrase(&phrase.text, *lang).is_some());
            let message = match said {
                _ if is_empty => format!("{whose} says `{text}`, which tells nobody how long"),
                Some(Said::Nothing) => format!("{whose} says `{text}`, which tells nobody how long"),
                Some(_) => format!("{whose} says `{text}`, which names neither a length nor an event"),
                None => format!("{whose} says `{text}`, which is no period of the format"),
            };
            sink.report(ctx.at(phrase.node), message).label("how long?");
        }
        _ => {}
    }
}

/// Words in place of a period: a person must be able to tell from them when the time is over.
fn of_text(field: &str, text: Option<&Text>, of: &str, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(text) = text else { return };
    for (lang, words) in text.iter() {
        let found = empty_phrase(words, lang);
        let (said, level) = match how_long::said(words, &[lang]) {
            Some(Said::Length(_) | Said::Event | Said::Others) => continue,
            Some(Said::Unclear) if found.is_none() => ("which names neither a length nor an event", Level::Warning),
            None if found.is_none() => continue,
            Some(Said::Nothing | Said::Unclear) | None => ("which tells nobody how long", Level::Error),
        };
        let shown = crate::decode::shorten(found.unwrap_or(words));
        sink.report(ctx.at(text.node), format!("The {field} of the retention{of} says `{shown}`, {said}"))
            .level(level)
            .label("how long?")
            .help("Say what a person can see: `Until the case is closed`; or write a period: `1 year after contract-end`.");
        return;
    }
}

/// What a text that is no period does say, and how the format says it.
fn correction(text: &str, said: Option<&Said>, ctx: &Ctx<'_>) -> Option<(&'static str, String)> {
    const EVENTS: &str = "`privreg explain events` shows the built-in events";
    let event = how_long::event(text, &ctx.register.events);
    if let Some(length) = how_long::length(text) {
        let what = "which holds a length and is not in the words of the format";
        let help = match event.filter(|event| !length.is_limit || keeping::ends_by_itself(event)) {
            Some(event) => format!("Write `{}`.", super::bounded(&length.time, event)),
            None if length.is_limit => format!("Write `at most {} after collection`, or another event: {EVENTS}.", length.time),
            None => format!("Write `{} after collection`, or another event: {EVENTS}.", length.time),
        };
        return Some((what, help));
    }
    let is_event = matches!(said, Some(Said::Event));
    is_event.then(|| {
        let help = match event {
            Some(event) => format!("Write `{}`.", super::until(event)),
            None => format!("Write `until` and the id of an event ({EVENTS}; others are defined under `events:`), or keep the words as `{{criterion: ...}}`."),
        };
        ("which names an event and is not in the words of the format", help)
    })
}

/// The empty phrase in a text; deleting permanently is no keeping for ever.
fn empty_phrase(text: &str, lang: Lang) -> Option<&str> {
    const ERASURE: [&str; 8] = ["delet", "eras", "slett", "radera", "remov", "fjern", "anonym", "destroy"];
    if let Some(found) = wordlists::VAGUE_RETENTION.find(text, lang) {
        return Some(&text[found]);
    }
    let found = wordlists::UNLIMITED_RETENTION.find(text, lang)?;
    let sentence = wordlists::sentence(text, found.start).to_lowercase();
    let is_erasure = ERASURE.iter().any(|word| sentence.contains(word));
    (!is_erasure).then(|| &text[found])
}
