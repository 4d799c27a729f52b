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
