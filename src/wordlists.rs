//! Words that rules on wording look for: `data/wordlists.toml`.
//!
//! The only analysis of text in the project. Hits in Markdown that is no prose (links, code, headings) are none, and
//! neither is a hit that the same clause negates.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use regex::{Regex, RegexBuilder};

use crate::decode::Lang;

type Lists = BTreeMap<String, BTreeMap<String, Vec<String>>>;

static LISTS: LazyLock<Lists> =
    LazyLock::new(|| toml::from_str(include_str!("../data/wordlists.toml")).expect("the word lists are tested"));

/// Lists by name and language, each compiled when it is first asked for.
type Compiled = HashMap<(&'static str, &'static str), OnceLock<Option<Regex>>>;

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let languages = ["en", "nb", "sv", "da", "any"];
    LISTS.keys().flat_map(|list| languages.map(|language| ((list.as_str(), language), OnceLock::new()))).collect()
});

/// A list of words.
#[derive(Clone, Copy, Debug)]
pub struct WordList(&'static str);

pub const PLACEHOLDER: WordList = WordList("placeholder");
pub const VAGUE_RETENTION: WordList = WordList("vague_retention");
pub const UNLIMITED_RETENTION: WordList = WordList("unlimited_retention");
pub const VAGUE_PURPOSE: WordList = WordList("vague_purpose");
pub const HEDGE: WordList = WordList("hedge");
pub const OPEN_ENDED: WordList = WordList("open_ended");
pub const CONSENT_BY_USE: WordList = WordList("consent_by_use");
pub const CHECK_BACK: WordList = WordList("check_back");
pub const GENERIC_RECIPIENT: WordList = WordList("generic_recipient");
pub const UNNAMED_COUNTRY: WordList = WordList("unnamed_country");
pub const GENERIC_MEASURES: WordList = WordList("generic_measures");
pub const REQUEST_BARRIER: WordList = WordList("request_barrier");
pub const ANONYMOUS_CLAIM: WordList = WordList("anonymous_claim");
pub const NEGATION: WordList = WordList("negation");
pub const CONTROLLER: WordList = WordList("controller");
pub const PROCESSOR: WordList = WordList("processor");
pub const BROWSER_SETTINGS: WordList = WordList("browser_settings");
pub const COOKIE_WALL: WordList = WordList("cookie_wall");
pub const TRANSFER_VERBS: WordList = WordList("transfer_verbs");
pub const DEMAND: WordList = WordList("demand");
pub const SECURITY: WordList = WordList("security");
pub const OWN_INTEREST: WordList = WordList("own_interest");
pub const OTHERS: WordList = WordList("others");
pub const CONCRETE_MEASURES: WordList = WordList("concrete_measures");
pub const EPRIVACY_LAW: WordList = WordList("eprivacy_law");
pub const LASTING_CHOICE: WordList = WordList("lasting_choice");

/// The lists on special categories stand by kind instead of language.
pub fn special_data(text: &str) -> Option<(&'static str, Range<usize>)> {
    static KINDS: LazyLock<Vec<(&'static str, Regex)>> = LazyLock::new(|| by_kind("special_data"));
    KINDS.iter().find_map(|(kind, words)| Some((*kind, words.find(text)?.range())))
}

/// Obsolete technique, an absolute promise, or a disclaimer: `obsolete`, `absolute`, `disclaimer`.
pub fn security_wording(text: &str) -> Vec<(&'static str, Range<usize>)> {
    static KINDS: LazyLock<Vec<(&'static str, Regex)>> = LazyLock::new(|| by_kind("security_wording"));
    let masked = without_markup(text);
    KINDS.iter().filter_map(|(kind, words)| Some((*kind, words.find(&masked)?.range()))).collect()
}

fn by_kind(list: &str) -> Vec<(&'static str, Regex)> {
    let kinds = LISTS.get(list).expect("the list exists");
    kinds.iter().filter_map(|(kind, words)| Some((kind.as_str(), compile(words.iter())?))).collect()
}

impl WordList {
    fn regex(self, lang: Lang) -> Option<&'static Regex> {
        // A language without lists of its own still has what holds in all of them.
        let base = match lang.base() {
            "en" => "en",
            "nb" | "nn" | "no" => "nb",
            "sv" => "sv",
            "da" => "da",
            _ => "any",
        };
        let own = COMPILED.get(&(self.0, base))?;
        own.get_or_init(|| {
            let lists = LISTS.get(self.0)?;
            let keys: &[&str] = if base == "any" { &["any"] } else { &["any", base] };
            compile(keys.iter().filter_map(|key| lists.get(*key)).flatten())
        })
        .as_ref()
    }

    /// The first hit that is meant: no markup, not negated.
    pub fn find(self, text: &str, lang: Lang) -> Option<Range<usize>> {
        self.find_all(text, lang).into_iter().next()
    }

    /// All hits that are meant.
    pub fn find_all(self, text: &str, lang: Lang) -> Vec<Range<usize>> {
        let Some(words) = self.regex(lang) else { return Vec::new() };
        if !words.is_match(text) {
            return Vec::new();
        }
        let masked = without_markup(text);
        words.find_iter(&masked).map(|hit| hit.range()).filter(|hit| !is_negated(&masked, hit.start, lang)).collect()
    }

    /// Whether any word of the list stands in the text, negated or not.
    pub fn is_in(self, text: &str, lang: Lang) -> bool {
        self.regex(lang).is_some_and(|words| words.is_match(text))
    }

    /// What is left of a text when all words of the list are taken out.
    pub fn without(self, text: &str, lang: Lang) -> String {
        self.regex(lang).map_or_else(|| text.to_owned(), |words| words.replace_all(text, " ").into_owned())
    }
}

/// Whether a negation stands before a place, in the same clause.
fn is_negated(text: &str, at: usize, lang: Lang) -> bool {
    let before = &text[..at];
    let clause = before.rfind(['.', ';', ':', '!', '?', ',', '–', '\n']).map_or(before, |end| &before[end..]);
    NEGATION.is_in(clause, lang)
}

/// The sentence around a place.
pub fn sentence(text: &str, at: usize) -> &str {
    let ends = |letter: char| matches!(letter, '.' | '!' | '?' | '\n');
    let start = text[..at].rfind(ends).map_or(0, |end| end + 1);
    let end = text[at..].find(ends).map_or(text.len(), |end| at + end);
    text[start..end].trim()
}

/// Sentences of a text, with where each begins.
pub fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(['.', '!', '?', '\n']).map(move |sentence| {
        let start = at;
        at += sentence.len();
        (start, sentence)
    })
}

fn compile<'w>(words: impl Iterator<Item = &'w String>) -> Option<Regex> {
    let patterns: Vec<String> = words.map(|word| pattern(word)).collect();
    if patterns.is_empty() {
        return None;
    }
    let pattern = patterns.join("|");
    Some(RegexBuilder::new(&pattern).case_insensitive(true).size_limit(1 << 24).build().expect("the word lists are tested"))
}

fn pattern(word: &str) -> String {
    if let Some(pattern) = word.strip_prefix("re:") {
        return format!("(?:{pattern})");
    }
    let (word, is_prefix) = word.strip_suffix('*').map_or((word, false), |word| (word, true));
    let parts = word.split("...").map(|part| {
        let words: Vec<String> = part.split_whitespace().map(regex::escape).collect();
        words.join(r"\s+")
    });
    // Up to twelve words of the same sentence.
    let body = parts.collect::<Vec<_>>().join(r"(?:[^\w.!?]+[\w'’-]+){0,12}?[^\w.!?]+");
    let edge = |letter: Option<char>| if letter.is_some_and(char::is_alphanumeric) { r"\b" } else { "" };
    let end = if is_prefix { r"\w*" } else { edge(word.chars().next_back()) };
    format!("(?:{}{body}{end})", edge(word.chars().next()))
}

/// The text with what is no prose blanked out, byte by byte: code spans, link targets, headings.
fn without_markup(text: &str) -> Cow<'_, str> {
    static MARKUP: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?m)`[^`\n]*`|\]\([^)\n]*\)|^#{1,6} [^\n]*$").expect("a pattern"));
    if !text.contains(['`', '#']) && !text.contains("](") {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for hit in MARKUP.find_iter(text) {
        masked.push_str(&text[at..hit.start()]);
        masked.extend(std::iter::repeat_n(' ', hit.len()));
        at = hit.end();
    }
    masked.push_str(&text[at..]);
    Cow::Owned(masked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(tag: &str) -> Lang {
        Lang::parse(tag).expect("a language")
    }

    fn hit<'t>(list: WordList, text: &'t str, tag: &str) -> Option<&'t str> {
        list.find(text, lang(tag)).map(|range| &text[range])
    }

    #[test]
    fn every_list_compiles_in_every_language() {
        for (list, tag) in COMPILED.keys() {
            let _ = WordList(list).regex(Lang::parse(tag).unwrap_or(Lang::EN));
        }
        assert!(special_data("nothing").is_none() && security_wording("nothing").is_empty());
    }

    #[test]
    fn whole_words_are_found_whatever_their_case() {
        assert_eq!(hit(VAGUE_RETENTION, "kept AS LONG AS  necessary for us", "en"), Some("AS LONG AS  necessary"));
        assert_eq!(hit(HEDGE, "the maypole", "en"), None);
        assert_eq!(hit(OPEN_ENDED, "navn mm. og annet", "nb"), Some("mm."));
        assert_eq!(
            hit(CONSENT_BY_USE, "By visiting this site you are accepting it", "en"),
            Some("By visiting this site you are accepting")
        );
    }

    #[test]
    fn what_is_negated_or_markup_is_no_hit() {
        assert_eq!(hit(VAGUE_RETENTION, "We never keep data as long as necessary", "en"), None);
        assert_eq!(
            hit(VAGUE_RETENTION, "We do not sell it, we keep it as long as necessary", "en"),
            Some("as long as necessary")
        );
        assert_eq!(hit(PLACEHOLDER, "see `####` and [this](https://x.test/####)", "en"), None);
        assert_eq!(hit(PLACEHOLDER, "write to ###@demo.nordlys.no", "nb"), Some("###"));
    }

    #[test]
    fn special_data_are_found_by_kind() {
        assert_eq!(special_data("Allergies and diets").map(|(kind, _)| kind), Some("health"));
        assert_eq!(special_data("Politiattest").map(|(kind, _)| kind), Some("criminal"));
    }
}
