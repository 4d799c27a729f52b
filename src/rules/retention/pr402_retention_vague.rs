use crate::rules::prelude::*;

rule! {
    /// A retention repeats the law, or names no end, instead of a period.
    ///
    /// An error where a retention, its criterion or its text says so and neither a length nor an event stands there; also
    /// `permanent` without a reason. A warning where a sentence of a notice says so without a number.
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
    if let Some(phrase) = retention.phrase {
        match &phrase.meaning {
            Meaning::Permanent => {
                let has_reason = retention.rule.is_some_and(|rule| rule.why.is_some() || !rule.law.is_empty());
                if !has_reason {
                    sink.report(ctx.at(phrase.node), format!("Data{of} are kept for good, and nothing says why"))
                        .help("Write a period, or `{period: permanent, law: ...}` where a statute demands it (archives).");
                }
                return;
            }
            Meaning::Unclear => {
                let text = crate::decode::shorten(&phrase.text);
                if let Some((what, help)) = slip(&phrase.text, ctx) {
                    let message = format!("The retention{of} says `{text}`, where {what}");
                    sink.report(ctx.at(phrase.node), message).label("not understood").help(help);
                    return;
                }
                let lang = ctx.register.languages().iter().copied().find(|lang| empty_phrase(&phrase.text, *lang).is_some());
                let message = match lang {
                    Some(_) => format!("The retention{of} says `{text}`, which tells nobody how long"),
                    None => format!("The retention{of} says `{text}`, which names neither a length nor an event"),
                };
                sink.report(ctx.at(phrase.node), message).label("how long?");
                return;
            }
            _ => {}
        }
    }
    let Some(rule) = retention.rule else { return };
    let has_length = rule.period.as_ref().is_some_and(|phrase| !matches!(phrase.meaning, Meaning::Unclear));
    let texts = [("criterion", &rule.criterion), ("text", &rule.text)];
    for (field, text) in texts.into_iter().filter_map(|(field, text)| Some((field, text.as_ref()?))) {
        let found = text.iter().find_map(|(lang, text)| empty_phrase(text, lang));
        if let (Some(found), false) = (found, has_length) {
            let spot = ctx.at(text.node);
            sink.report(spot, format!("The {field} of the retention{of} says `{found}`, which tells nobody how long"))
                .label("how long?");
            return;
        }
    }
}

/// What is close to a period in a text that is none, and what to write: a preposition, an event or a unit in other words.
fn slip(text: &str, ctx: &Ctx<'_>) -> Option<(String, String)> {
    const AFTER: [&str; 8] = ["from", "since", "following", "etter", "efter", "fra", "från", "sedan"];
    const NUMBERS: [(&str, u32); 12] = [
        ("one", 1),
        ("a", 1),
        ("en", 1),
        ("ett", 1),
        ("two", 2),
        ("to", 2),
        ("två", 2),
        ("three", 3),
        ("tre", 3),
        ("five", 5),
        ("fem", 5),
        ("ten", 10),
    ];
    const UNITS: [(&str, &str); 16] = [
        ("år", "years"),
        ("yr", "years"),
        ("yrs", "years"),
        ("mnd", "months"),
        ("mån", "months"),
        ("måned", "months"),
        ("måneder", "months"),
        ("månad", "months"),
        ("månader", "months"),
        ("mths", "months"),
        ("uker", "weeks"),
        ("veckor", "weeks"),
        ("dager", "days"),
        ("dagar", "days"),
        ("dage", "days"),
        ("timer", "hours"),
    ];
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    if let Some(at) = words.iter().position(|word| AFTER.contains(word)) {
        let (time, event) = (words[..at].join(" "), words[at + 1..].join(" "));
        let what = format!("`{}` is not understood", words[at]);
        return Duration::parse(&time).map(|_| (what, format!("Write `{time} after {event}`.")));
    }
    if let Some((time, event)) = lower.split_once(" after ") {
        let has_part = |part: &str| event.split_whitespace().any(|word| word == part);
        let meant = ctx.register.events.iter().map(|entry| &*entry.id).find(|id| id.split('-').all(has_part));
        let help = match meant {
            Some(id) => format!("Write `{time} after {id}`."),
            None => {
                "Write the id of an event, as in `after contract-end`; `privreg explain events` shows the built-in ones.".into()
            }
        };
        return (Duration::parse(time).is_some() && event.contains(' ')).then(|| (format!("`{event}` is no event"), help));
    }
    let (number, unit, rest) = (words.first()?, words.get(1)?, words.get(2..)?.join(" "));
    let digits = NUMBERS.iter().find(|(word, _)| word == number).map(|(_, digits)| digits.to_string());
    let known = UNITS.iter().find(|(word, _)| word == unit).map(|(_, known)| *known);
    let wrong = if known.is_some() { unit } else { digits.as_ref().and(Some(number))? };
    let said = format!("{} {}", digits.as_deref().unwrap_or(number), known.unwrap_or(unit));
    Duration::parse(&said)?;
    let help = if rest.is_empty() {
        format!("Write `{said} after` and an event, as in `{said} after contract-end`.")
    } else {
        format!("Write `{said} {rest}`.")
    };
    Some((format!("`{wrong}` is not understood"), help))
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
