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
    let speaks_of_a_role = text.may_hold(wordlists::CONTROLLER) || text.may_hold(wordlists::PROCESSOR);
    let differs = difference(one, first_lang, other, text.lang);
    if let Some(difference) = differs.or_else(|| speaks_of_a_role.then(|| roles(one, first_lang, other, text.lang))?) {
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
    let only = |own: &[u32], theirs: &[u32]| {
        let is_missing = |number: &u32| !theirs.contains(number) && !is_ordinal(one, *number) && !is_ordinal(other, *number);
        own.iter().copied().filter(is_missing).min()
    };
    let numbers = [(only(&a, &b), one_lang), (only(&b, &a), other_lang)];
    let first = numbers.into_iter().filter_map(|(number, lang)| Some((number?, lang))).min_by_key(|(number, _)| *number);
    if let Some((number, lang)) = first {
        return Some(format!("{number} stands in {lang} only"));
    }
    if [one, other].iter().any(|text| text.contains('@') || text.contains("://")) {
        let (a, b) = (addresses(one), addresses(other));
        if let Some(address) = a.symmetric_difference(&b).next() {
            let lang = if a.contains(address) { one_lang } else { other_lang };
            return Some(format!("{address} stands in {lang} only"));
        }
    }
    None
}

fn roles(one: &str, one_lang: Lang, other: &str, other_lang: Lang) -> Option<String> {
    let role = |text: &str, lang: Lang| (wordlists::CONTROLLER.is_in(text, lang), wordlists::PROCESSOR.is_in(text, lang));
    match (role(one, one_lang), role(other, other_lang)) {
        ((true, false), (false, true)) => Some(format!("{one_lang} says controller, {other_lang} processor")),
        ((false, true), (true, false)) => Some(format!("{one_lang} says processor, {other_lang} controller")),
        _ => None,
    }
}

/// The numbers of up to four digits, and those written as words. `two` and `six` are left out: `to` and `sex` are words of
/// their own.
fn numbers(text: &str) -> Vec<u32> {
    // Numbers inside e-mail addresses and links belong to those.
    let is_address = |text: &str| text.contains('@') || text.contains("//") || text.contains("www.");
    let has_marks = memchr::memchr3(b'@', b'/', b'.', text.as_bytes()).is_some();
    let mut numbers = Vec::new();
    match has_marks && is_address(text) {
        true => text.split_whitespace().filter(|word| !is_address(word)).for_each(|word| add_numbers(word, &mut numbers)),
        false => add_numbers(text, &mut numbers),
    }
    numbers
}

fn add_numbers(text: &str, numbers: &mut Vec<u32>) {
    // Most words are too long to be a number: bytes tell that quicker than letters.
    let is_in_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii();
    let mut start = 0;
    for (at, byte) in text.as_bytes().iter().chain(b" ").enumerate() {
        if is_in_word(byte) {
            continue;
        }
        let run = start..at;
        start = at + 1;
        if run.is_empty() || run.len() > LONGEST_WORD && text.as_bytes()[run.clone()].is_ascii() {
            continue;
        }
        numbers.extend(text[run].split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter_map(number));
    }
}

/// Bytes of the longest word below.
const LONGEST_WORD: usize = 6;

fn number(word: &str) -> Option<u32> {
    if word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return if word.len() <= 4 { word.parse().ok() } else { None };
    }
    // What the words below begin with: most other words end here.
    const FIRST: &[u8] = b"tfsen\xc3";
    if word.len() > LONGEST_WORD || !word.bytes().next().is_some_and(|first| FIRST.contains(&first.to_ascii_lowercase())) {
        return None;
    }
    let mut lower = [0; LONGEST_WORD];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    match std::str::from_utf8(lower).unwrap_or_default() {
        "three" | "tre" => Some(3),
        "four" | "fire" | "fyra" => Some(4),
        "five" | "fem" => Some(5),
        "seven" | "sju" | "syv" => Some(7),
        "eight" | "åtte" | "åtta" | "otte" | "Åtte" | "Åtta" => Some(8),
        "nine" | "ni" | "nio" => Some(9),
        "ten" | "ti" | "tio" => Some(10),
        "eleven" | "elleve" | "elva" => Some(11),
        "twelve" | "tolv" => Some(12),
        _ => None,
    }
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
    static ADDRESSES: LazyLock<Regex> = LazyLock::new(|| {
        // All Latin letters: `\w` knows every script, and takes that long to compile.
        let letter = r"0-9A-Za-z_\u{c0}-\u{24f}";
        let host = format!("[{letter}.-]*[{letter}]");
        Regex::new(&format!(r"[{letter}.+-]+@[{letter}-]+\.{host}|https?://({host})")).expect("a pattern")
    });
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
        let roles = roles("as a data processor", Lang::EN, "som behandlingsansvarlig", nb);
        assert_eq!(roles.as_deref(), Some("en says processor, nb controller"));
    }
}
