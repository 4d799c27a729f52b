use std::sync::LazyLock;

use crate::patterns::{Regex, compile};
use crate::relations::User;
use crate::rules::prelude::*;
use crate::wordlists::{GENERIC_RECIPIENT, NEGATION, UNNAMED_COUNTRY};

rule! {
    /// A promise says the opposite of what the rest of the register holds.
    ///
    /// A promise counts as broken where one of its sentences denies something outright ("never to third parties", "no sensitive
    /// data", "not used to train") and a field in its area says that it happens; "not without your consent", where recipients get data in
    /// activities that do not rest on consent. `unless:` names the exception and ends it.
    ///
    /// ## Why
    /// A promise that other parts of the same register contradict misleads people (Art. 5(1)(a)).
    ///
    /// ## Fix
    /// Put the promise right, or name the exception: `unless: suppliers who work for us`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hoster:
    ///     name: Hoster AS
    ///     role: processor
    ///     does: hosts our systems
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: h.pdf}
    ///     subprocessors: none
    /// commitments:
    ///   never:
    ///     text: Personal data are never given to third parties #~ PR716
    ///     area: disclosure
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [hoster]
    /// ```
    ///
    /// The contract is the basis, so nobody asks for consent.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hoster:
    ///     name: Hoster AS
    ///     role: processor
    ///     does: hosts our systems
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: h.pdf}
    ///     subprocessors: none
    /// commitments:
    ///   with-consent:
    ///     text: No personal data are given to third parties without your explicit consent #~ PR716
    ///     area: disclosure
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [hoster]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hoster:
    ///     name: Hoster AS
    ///     role: processor
    ///     does: hosts our systems
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: h.pdf}
    ///     subprocessors: none
    /// commitments:
    ///   never:
    ///     text: Personal data are never given to third parties
    ///     area: disclosure
    ///     unless: Suppliers who work for us and follow our instructions
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [hoster]
    /// ```
    ///
    /// Consent is the basis.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hoster:
    ///     name: Hoster AS
    ///     role: processor
    ///     does: hosts our systems
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: h.pdf}
    ///     subprocessors: none
    /// commitments:
    ///   with-consent:
    ///     text: Your data are given to third parties only with your consent
    ///     area: disclosure
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [hoster]
    /// retention: until consent-withdrawn, at most 1 year after last-contact
    /// purposes:
    ///   survey:
    ///     name: Ask customers how support went
    ///     legal_basis: consent
    ///     consent: {how: form, withdraw: link in every e-mail, record: survey tool}
    /// ```
    code: "PR716",
    name: "commitment-contradicted",
    level: Warning,
    affects: Notice,
    articles: ["Art. 5(1)(a) GDPR", "Art. 12(1) GDPR"],
    source: "Art. 5(1)(a): what people are told must be true",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    for commitment in ctx.register.commitments.iter().filter(|commitment| !commitment.broken && commitment.unless.is_none()) {
        let (Some(area), Some(text)) = (commitment.area, &commitment.text) else { continue };
        let Some(fact) = contrary(area, text, commitment, ctx) else { continue };
        let message = format!("The promise `{}` is contradicted: {fact}", commitment.id);
        sink.report(ctx.at(text.node), message).label("the register says otherwise");
    }
}

/// What the register says against the promise.
fn contrary(area: CommitmentArea, text: &Text, commitment: &Entry<Commitment>, ctx: &Ctx<'_>) -> Option<String> {
    let denies = |about: &dyn Fn(&str, Lang) -> bool| {
        text.iter().any(|(lang, text)| {
            wordlists::sentences(text)
                .any(|(_, sentence)| NEGATION.is_in(sentence, lang) && !has_condition(sentence) && about(sentence, lang))
        })
    };
    let register = ctx.register;
    match area {
        CommitmentArea::Disclosure | CommitmentArea::Recipients => {
            let outside: Vec<&Entry<Recipient>> = register
                .recipients
                .iter()
                .filter(|recipient| flows::can_receive(recipient) && ctx.relations.is_used_directly(register, recipient))
                .filter(|recipient| recipient.role != Some(Role::Authority) && is_within(commitment, recipient, ctx))
                .collect();
            let names = |of: &[&Entry<Recipient>]| {
                let names: Vec<&str> = of.iter().map(|recipient| recipient.title()).collect();
                listed_up_to(3, &names)
            };
            if denies(&|sentence, lang| GENERIC_RECIPIENT.is_in(sentence, lang)) {
                return match outside.as_slice() {
                    [] => None,
                    [_] => Some(format!("{} gets data", names(&outside))),
                    _ => Some(format!("{} recipients get data ({})", outside.len(), names(&outside))),
                };
            }
            if !text.iter().any(|(lang, text)| wordlists::sentences(text).any(|(_, sentence)| asks_consent(sentence, lang))) {
                return None;
            }
            let unasked: Vec<&Entry<Recipient>> =
                outside.into_iter().filter(|recipient| gets_without_consent(recipient, ctx)).collect();
            let verb = if unasked.len() == 1 { "gets" } else { "get" };
            (!unasked.is_empty())
                .then(|| format!("{} {verb} data in activities none of whose purposes rests on consent", names(&unasked)))
        }
        CommitmentArea::Transfers => {
            if !denies(&|sentence, lang| UNNAMED_COUNTRY.is_in(sentence, lang)) {
                return None;
            }
            let flow = register
                .recipients
                .iter()
                .filter(|recipient| ctx.relations.is_in_use(register, recipient))
                .find_map(|recipient| flows::of(register, ctx.relations, ctx.law, recipient).into_iter().next())?;
            Some(format!("{} has or sees data in {}", flow.recipient.title(), flow.place.name()))
        }
        CommitmentArea::SpecialCategories => {
            if !denies(&|sentence, _| is_about_special_data(sentence)) {
                return None;
            }
            let running = register.activities.iter().filter(|activity| activity.is_running());
            running.into_iter().find_map(|activity| {
                let categories = walk::activity_categories(activity, register);
                let special = categories.into_iter().find(|category| category.special.is_some_and(|kind| kind != Special::No))?;
                Some(format!("`{}` uses {}", activity.title(), special.title()))
            })
        }
        CommitmentArea::Ai => {
            if !denies(&|sentence, _| is_about_training(sentence)) {
                return None;
            }
            let own = register.activities.iter().filter_map(|activity| Some((activity.title(), activity.ai.as_ref()?.some()?)));
            let served =
                register.processing_for.iter().filter_map(|service| Some((service.title(), service.ai.as_ref()?.some()?)));
            let (title, _) =
                own.chain(served).find(|(_, ai)| matches!(ai.trains_on_data, Some(Trains::Yes | Trains::Provider)))?;
            Some(format!("data in `{title}` train models"))
        }
        _ => None,
    }
}

/// "Not without your consent" denies nothing outright.
fn has_condition(sentence: &str) -> bool {
    const CONDITIONS: [&str; 4] = ["consent", "samtykk", "without your", "uten din"];
    let lower = sentence.to_lowercase();
    CONDITIONS.iter().any(|word| lower.contains(word)) || has_exception(&lower)
}

fn has_exception(lower: &str) -> bool {
    const EXCEPTIONS: [&str; 17] = [
        "unless",
        "except",
        "other than",
        "apart from",
        "aside from",
        "med mindre",
        "utover",
        "bortsett fra",
        "utenom",
        "unntatt",
        "unntak",
        "om inte",
        "utom",
        "undantag",
        "medmindre",
        "udover",
        "undtag",
    ];
    EXCEPTIONS.iter().any(|word| lower.contains(word))
}

/// "Not to third parties without your consent", and nothing else that lets them have the data.
fn asks_consent(sentence: &str, lang: Lang) -> bool {
    static ONLY: LazyLock<Regex> = LazyLock::new(|| {
        let consent = r"[^,;]{0,40}(?:consent|samtykk|samtyck)";
        compile(&format!(r"\b(?:without|uten|utan|uden|(?:only|kun|bare|endast)\s+(?:with|med))\b{consent}"))
    });
    GENERIC_RECIPIENT.is_in(sentence, lang) && ONLY.is_match(sentence) && !has_exception(&sentence.to_lowercase())
}

/// Whether a running activity gives it data and rests on no consent.
fn gets_without_consent(recipient: &Entry<Recipient>, ctx: &Ctx<'_>) -> bool {
    let register = ctx.register;
    ctx.relations.uses(register, recipient).iter().any(|usage| {
        let User::Activity(number) = usage.by else { return false };
        let activity = &register.activities[number];
        let asks = |purpose| {
            let bases = PurposeIn { activity, purpose }.bases();
            bases.iter().any(|own| own.basis == LegalBasis::Consent || own.art9() == Some(Art9::ExplicitConsent))
        };
        activity.is_running() && !activity.value.purposes.into_iter().any(asks)
    })
}

fn is_about_special_data(sentence: &str) -> bool {
    const WORDS: [&str; 6] = ["sensitive", "special categor", "sensitiv", "særlige kategori", "känslig", "særlig kategori"];
    let lower = sentence.to_lowercase();
    WORDS.iter().any(|word| lower.contains(word))
}

fn is_about_training(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    ["train", "tren", "trän"].iter().any(|word| lower.contains(word))
}

/// Whether a promise about certain recipients is about this one.
fn is_within(commitment: &Entry<Commitment>, recipient: &Entry<Recipient>, ctx: &Ctx<'_>) -> bool {
    let mut named = commitment.value.covers.iter().filter_map(|scope| scope.to::<Recipient>()).peekable();
    named.peek().is_none() || named.any(|scope| ctx.register.get(scope).is_some_and(|own| own.id == recipient.id))
}
