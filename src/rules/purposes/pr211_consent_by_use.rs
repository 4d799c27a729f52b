use crate::rules::prelude::*;

rule! {
    /// Use, silence or handing over data is taken as consent.
    ///
    /// An error where a field says so; a warning where a sentence does.
    ///
    /// ## Why
    /// Using a website or reading a text is no active choice and no consent (Art. 4(11), recital 32); a privacy notice informs and asks for nothing.
    ///
    /// ## Fix
    /// Delete the sentence; where consent is needed, ask for it with a separate choice: `consent: {how: form, ...}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// retention: until consent-withdrawn, at most 1 year after last-contact
    /// purposes:
    ///   news:
    ///     name: Send news to those who use the site
    ///     legal_basis: consent
    ///     consent: {how: use, withdraw: Write to us, record: server log} #~ PR211
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
    ///       intro: By visiting this site you are accepting and consenting to these practices. #~ PR211
    /// ```
    ///
    /// ## Good
    /// ```yaml file=notices.yaml
    /// notices:
    ///   site:
    ///     covers: [example]
    ///     published: 2026-09-02
    ///     version: "1"
    ///     sections:
    ///       intro: This notice explains what we do with your data. It asks nothing of you.
    /// ```
    code: "PR211",
    name: "consent-by-use",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 4(11) GDPR", "Art. 7(1) GDPR", "Art. 7(2) GDPR"],
    source: "CJEU C-673/17 Planet49 paras 52-65; C-61/19 Orange Romania; EDPB Guidelines 05/2020 paras 75-86; recital 32",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    for activity in register.running_activities() {
        for purpose in activity.value.purposes.into_iter().filter(|purpose| !purpose.broken) {
            let own = purpose.value.consent.as_ref().map(|consent| (purpose.node, consent));
            let cases = purpose.value.cases.into_iter().filter_map(|case| Some((case.node, case.value.consent.as_ref()?)));
            for (node, consent) in own.into_iter().chain(cases) {
                if let Some(how) = consent.how.filter(|how| is_no_choice(*how)) {
                    let message = format!("{} is taken as consent to `{}`", how_it_is_taken(how), purpose.title());
                    sink.report(ctx.at(node).field("consent").field("how"), message);
                }
            }
        }
    }
    for text in ctx.texts() {
        let Some(found) = text.find(wordlists::CONSENT_BY_USE) else { continue };
        let sentence = wordlists::sentence(text.text, found.start).to_lowercase();
        let is_limited = ["only if", "bare hvis", "bara om", "kun hvis"].iter().any(|words| sentence.contains(words));
        if !is_limited {
            let message = format!("`{}` takes use for consent", crate::decode::shorten(&text.text[found]));
            let finding = sink.report(ctx.at(text.node), message);
            finding.level(Level::Warning);
        }
    }
}

fn is_no_choice(how: ConsentHow) -> bool {
    matches!(how, ConsentHow::Use | ConsentHow::Submission | ConsentHow::Silence | ConsentHow::Scrolling | ConsentHow::PreTicked)
}

fn how_it_is_taken(how: ConsentHow) -> &'static str {
    match how {
        ConsentHow::Submission => "Handing over data",
        ConsentHow::Silence => "Silence",
        ConsentHow::Scrolling => "Scrolling",
        ConsentHow::PreTicked => "A ticked box",
        _ => "Use",
    }
}
