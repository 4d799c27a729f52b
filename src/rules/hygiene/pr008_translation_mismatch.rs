use crate::rules::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

rule! {
    /// Two language versions of one text differ in their numbers, addresses or roles.
    ///
    /// Numbers of one to four digits are compared, written out up to twelve, and so are e-mail addresses, hosts of links, and
    /// whether a text speaks of the controller or of the processor.
    ///
    /// ## Why
    /// When one version says something else than the other, one group of readers is misinformed, often about who is responsible (Art. 12(1)).
    ///
    /// ## Fix
    /// Bring the versions in line; keep numbers and roles in fields and let privreg write the sentence.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   languages: [en, nb]
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: {en: Care within 5 days, nb: Hjelp innen 7 dager} #~ PR008
    /// purposes:
    ///   answer:
    ///     name: {en: Answer customers' questions, nb: Svare på spørsmål}
    ///     legal_basis: contract
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   languages: [en, nb]
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: {en: Care within 5 days, nb: Hjelp innen fem dager}
    /// purposes:
    ///   answer:
    ///     name: {en: Answer customers' questions, nb: Svare på spørsmål}
    ///     legal_basis: contract
    ///     required: no
    /// ```
    code: "PR008",
    name: "translation-mismatch",
    level: Note,
    affects: Notice,
    articles: ["Art. 5(1)(a) GDPR", "Art. 12(1) GDPR"],
    source: "WP260 rev.01 para 13 (translations must be accurate)",
    check: Text(check),
}

use regex::Regex;

fn check(text: &TextIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let tree = &ctx.register.tree;
    // Only from the second version on, each compared with the first.
    let Some(parent) = tree.parent(text.node).filter(|_| is_version(tree, text.node, text.lang)) else { return };
    let Some(first) = tree.items(parent).next().filter(|item| item.value != text.node) else { return };
    let Some(first_lang) = Lang::parse(first.key) else { return };
    let (one, other) = (tree.text(first.value), text.text);
    if one.trim().is_empty() {
        return;
    }
    let differs = difference(one, first_lang, other, text.lang);
    if let Some(difference) = differs {
        let message = format!("The {} and {} versions of `{}` differ: {difference}", first_lang, text.lang, text.field.name);
        let spot = ctx.at(parent);
        sink.report(spot, message).label(difference);
    }
}

/// Whether a text stands under the name of its language.
fn is_version(tree: &crate::syntax::Tree, node: crate::syntax::NodeId, lang: Lang) -> bool {
    tree.entry_of(node).is_some_and(|item| Lang::parse(item.key) == Some(lang))
}

fn difference(one: &str, one_lang: Lang, other: &str, other_lang: Lang) -> Option<String> {
    let (a, b) = (numbers(one), numbers(other));
    let in_words = |number: &&u32| is_ordinal(one, **number) || is_ordinal(other, **number);
    if let Some(number) = a.symmetric_difference(&b).find(|number| !in_words(number)) {
        let lang = if a.contains(number) { one_lang } else { other_lang };
        return Some(format!("{number} stands in {lang} only"));
    }
    let (a, b) = (addresses(one), addresses(other));
    if let Some(address) = a.symmetric_difference(&b).next() {
        let lang = if a.contains(address) { one_lang } else { other_lang };
        return Some(format!("{address} stands in {lang} only"));
    }
    let role = |text: &str, lang: Lang| (wordlists::CONTROLLER.is_in(text, lang), wordlists::PROCESSOR.is_in(text, lang));
    match (role(one, one_lang), role(other, other_lang)) {
        ((true, false), (false, true)) => Some(format!("{one_lang} says controller, {other_lang} processor")),
        ((false, true), (true, false)) => Some(format!("{one_lang} says processor, {other_lang} controller")),
        _ => None,
    }
}

fn numbers(text: &str) -> BTreeSet<u32> {
    static NUMBERS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b\d{1,4}\b").expect("a pattern"));
    const WORDS: [&[&str]; 12] = [
        &[],
        &["two", "to", "två"],
        &["three", "tre"],
        &["four", "fire", "fyra"],
        &["five", "fem"],
        &["six", "seks", "sex"],
        &["seven", "sju", "syv"],
        &["eight", "åtte", "åtta", "otte"],
        &["nine", "ni", "nio"],
        &["ten", "ti", "tio"],
        &["eleven", "elleve", "elva"],
        &["twelve", "tolv"],
    ];
    let text = text.to_lowercase();
    // Numbers inside e-mail addresses and links belong to those.
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| !word.contains('@') && !word.contains("//") && !word.contains("www.")).collect();
    let plain = words.join(" ");
    let mut found: BTreeSet<u32> = NUMBERS.find_iter(&plain).filter_map(|number| number.as_str().parse().ok()).collect();
    // Words are read only where the other version has digits for them, as `to` and `sex` are words of their own.
    let spelled =
        plain.split(|letter: char| !letter.is_alphabetic()).filter_map(|word| WORDS.iter().position(|own| own.contains(&word)));
    found.extend(spelled.map(|at| at as u32 + 1).filter(|number| ![2, 6].contains(number)));
    found
}

/// `3. part` in one version is "third party" in another.
fn is_ordinal(text: &str, number: u32) -> bool {
    let digits = format!("{number}. ");
    text.match_indices(&digits).any(|(at, _)| {
        let is_whole = !text[..at].ends_with(|letter: char| letter.is_alphanumeric());
        is_whole && text[at + digits.len()..].starts_with(char::is_lowercase)
    })
}

fn addresses(text: &str) -> BTreeSet<String> {
    static ADDRESSES: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[\w.+-]+@[\w-]+\.[\w.-]*\w|https?://([\w.-]*\w)").expect("a pattern"));
    ADDRESSES
        .captures_iter(text)
        .map(|found| {
            found.get(1).unwrap_or_else(|| found.get(0).expect("the whole")).as_str().trim_start_matches("www.").to_lowercase()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_number_address_and_role() {
        let nb = Lang::parse("nb").expect("a language");
        let differ = |en: &str, other: &str| difference(en, Lang::EN, other, nb);
        assert_eq!(differ("within five days", "innen 5 dager"), None);
        assert_eq!(differ("90 days", "60 dager").as_deref(), Some("60 stands in nb only"));
        assert_eq!(differ("third parties", "3. parter"), None);
        assert_eq!(differ("on 18 March", "den 19. mars").as_deref(), Some("18 stands in en only"));
        assert_eq!(differ("to a@b.no", "til c@b.no").as_deref(), Some("a@b.no stands in en only"));
        assert_eq!(
            differ("as a data processor", "som behandlingsansvarlig").as_deref(),
            Some("en says processor, nb controller")
        );
    }
}
