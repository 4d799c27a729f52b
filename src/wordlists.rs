//! Words that rules on wording look for: `data/wordlists.toml`.
//!
//! The only analysis of text in the project. Hits in Markdown that is no prose (links, code, headings) are none, and
//! neither is a hit that the same clause negates.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::decode::Lang;
use crate::law;
use crate::patterns::{Anchors, Expression};
use crate::phrases::Phrase;

/// A list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordList(usize);

macro_rules! lists {
    ($($list:ident = $name:literal;)+) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "numbers of the constants below")]
        enum Number { $($list),+ }

        /// Names in the data, by number.
        const NAMES: &[&str] = &[$($name),+];

        $( pub const $list: WordList = WordList(Number::$list as usize); )+
    };
}

lists! {
    PLACEHOLDER = "placeholder";
    VAGUE_RETENTION = "vague_retention";
    UNLIMITED_RETENTION = "unlimited_retention";
    VAGUE_PURPOSE = "vague_purpose";
    HEDGE = "hedge";
    OPEN_ENDED = "open_ended";
    CONSENT_BY_USE = "consent_by_use";
    CHECK_BACK = "check_back";
    GENERIC_RECIPIENT = "generic_recipient";
    UNNAMED_COUNTRY = "unnamed_country";
    GENERIC_MEASURES = "generic_measures";
    REQUEST_BARRIER = "request_barrier";
    ANONYMOUS_CLAIM = "anonymous_claim";
    NEGATION = "negation";
    CONTROLLER = "controller";
    PROCESSOR = "processor";
    BROWSER_SETTINGS = "browser_settings";
    COOKIE_WALL = "cookie_wall";
    TRANSFER_VERBS = "transfer_verbs";
    DEMAND = "demand";
    SECURITY = "security";
    OWN_INTEREST = "own_interest";
    OTHERS = "others";
    CONCRETE_MEASURES = "concrete_measures";
    EPRIVACY_LAW = "eprivacy_law";
    LASTING_CHOICE = "lasting_choice";
    SPECIAL_DATA = "special_data";
    SECURITY_WORDING = "security_wording";
    DEAD_FRAMEWORK = "dead_framework";
    SUPERSEDED = "superseded";
}

/// All words of all lists, and which of them a text could hold.
struct Words {
    entries: Vec<Entry>,
    anchors: Anchors,
}

/// A word of a list.
struct Entry {
    list: WordList,
    /// The language or kind that the word stands under.
    key: String,
    shape: Shape,
}

enum Shape {
    Phrase(Phrase),
    /// Written as `re:…`.
    Expression(Expression),
}

impl Entry {
    fn new(list: WordList, key: &str, word: &str) -> Self {
        let shape = match word.strip_prefix("re:") {
            Some(expression) => Shape::Expression(Expression::new(expression.to_owned())),
            None => Shape::Phrase(Phrase::new(word)),
        };
        Entry { list, key: key.to_owned(), shape }
    }

    fn anchors(&self) -> Option<Vec<String>> {
        match &self.shape {
            Shape::Phrase(phrase) => phrase.anchor().map(|anchor| vec![anchor]),
            Shape::Expression(expression) => expression.anchors(),
        }
    }

    /// All hits of the word in a text.
    fn hits(&self, text: &str) -> Vec<Range<usize>> {
        match &self.shape {
            Shape::Phrase(phrase) => phrase.find_all(text),
            Shape::Expression(expression) => expression.regex().find_iter(text).map(|found| found.range()).collect(),
        }
    }
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut lists: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("../data/wordlists.toml")).expect("the word lists are tested");
    // What no longer holds stands with the law.
    let superseded = law::superseded_patterns().map(|pattern| format!("re:{pattern}")).collect();
    lists.insert("superseded".to_owned(), BTreeMap::from([("any".to_owned(), superseded)]));
    let mut entries = Vec::new();
    for (number, name) in NAMES.iter().enumerate() {
        // `any` comes before the languages, as in the alphabet.
        for (key, words) in lists.remove(*name).expect("the word lists are tested") {
            entries.extend(words.iter().map(|word| Entry::new(WordList(number), &key, word)));
        }
    }
    assert!(lists.is_empty(), "every list is used");
    let anchors = Anchors::new(entries.iter().map(Entry::anchors));
    Words { entries, anchors }
});

/// Reads the lists, which the first question does otherwise.
pub fn prepare() {
    LazyLock::force(&WORDS);
}

/// The lists of which a word may stand in a text: one look at it answers for all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lists(u64);

impl Lists {
    pub fn of(text: &str) -> Self {
        let mut lists = 0;
        WORDS.anchors.each_hit(text, |entry| lists |= 1 << WORDS.entries[entry].list.0);
        Lists(lists)
    }

    pub fn may_hold(self, list: WordList) -> bool {
        self.0 & 1 << list.0 != 0
    }
}

/// One hit of a word.
struct Hit {
    range: Range<usize>,
    /// The language or kind that the word stands under.
    key: &'static str,
}

/// What holds the place of an answer in a text: a word of the list, or a text without any letter or digit.
pub fn placeholder(text: &str, lang: Lang) -> Option<Range<usize>> {
    is_filler(text).then_some(0..text.len()).or_else(|| PLACEHOLDER.find(text, lang))
}

/// Whether a text is written with signs alone, as in "-" and "...".
pub fn is_filler(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(char::is_alphanumeric)
}

/// The lists on special categories stand by kind instead of language.
pub fn special_data(text: &str) -> Option<(&'static str, Range<usize>)> {
    by_kind(SPECIAL_DATA, text).into_iter().next()
}

/// Obsolete technique, an absolute promise, or a disclaimer: `obsolete`, `absolute`, `disclaimer`.
pub fn security_wording(text: &str) -> Vec<(&'static str, Range<usize>)> {
    by_kind(SECURITY_WORDING, &without_markup(text))
}

/// Which of [`law::superseded_patterns`] a text could hold, by number.
pub fn superseded(text: &str) -> Vec<usize> {
    let is_asked = |number: usize| WORDS.entries[number].list == SUPERSEDED;
    let first = (0..WORDS.entries.len()).find(|number| is_asked(*number)).unwrap_or(0);
    WORDS.anchors.possible(text, is_asked).into_iter().map(|number| number - first).collect()
}

/// Names of frameworks for transfers that have ended, and addresses of theirs: `privacy-shield`, `safe-harbor`, `link`.
pub fn dead_frameworks(text: &str) -> Vec<(&'static str, Range<usize>)> {
    DEAD_FRAMEWORK.hits(text, |_| true).into_iter().map(|hit| (hit.key, hit.range)).collect()
}

/// The first hit of each kind, by the names of the kinds.
fn by_kind(list: WordList, text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut hits: Vec<_> = list.hits(text, |_| true).into_iter().map(|hit| (hit.key, hit.range)).collect();
    hits.sort_by_key(|(kind, _)| *kind);
    hits.dedup_by_key(|(kind, _)| *kind);
    hits
}

impl WordList {
    /// Hits of the words that stand under certain keys, from the left.
    fn hits(self, text: &str, is_meant: impl Fn(&str) -> bool) -> Vec<Hit> {
        let is_asked = |number: usize| WORDS.entries[number].list == self && is_meant(&WORDS.entries[number].key);
        let mut hits: Vec<Hit> = Vec::new();
        for entry in WORDS.anchors.possible(text, is_asked).into_iter().map(|number| &WORDS.entries[number]) {
            hits.extend(entry.hits(text).into_iter().map(|range| Hit { range, key: &entry.key }));
        }
        hits.sort_by_key(|hit| hit.range.start);
        hits
    }

    /// Hits in a language; of two that overlap the first counts.
    fn ranges(self, text: &str, lang: Lang) -> impl Iterator<Item = Range<usize>> {
        let base = match lang.base() {
            "nn" | "no" => "nb",
            base => base,
        };
        // A language without lists of its own still has what holds in all of them.
        let hits = self.hits(text, |key| key == "any" || key == base);
        let mut end = 0;
        hits.into_iter().map(|hit| hit.range).filter(move |hit| {
            let is_free = hit.start >= end;
            end = if is_free { hit.end } else { end };
            is_free
        })
    }

    /// The first hit that is meant: no markup, not negated.
    pub fn find(self, text: &str, lang: Lang) -> Option<Range<usize>> {
        let masked = without_markup(text);
        self.ranges(&masked, lang).find(|hit| !is_negated(&masked, hit.start, lang))
    }

    /// All hits that are meant.
    pub fn find_all(self, text: &str, lang: Lang) -> Vec<Range<usize>> {
        let masked = without_markup(text);
        self.ranges(&masked, lang).filter(|hit| !is_negated(&masked, hit.start, lang)).collect()
    }

    /// Whether any word of the list stands in the text, negated or not.
    pub fn is_in(self, text: &str, lang: Lang) -> bool {
        self.ranges(text, lang).next().is_some()
    }

    /// What is left of a text when all words of the list are taken out.
    pub fn without(self, text: &str, lang: Lang) -> String {
        let mut rest = String::with_capacity(text.len());
        let mut at = 0;
        for hit in self.ranges(text, lang) {
            rest.push_str(&text[at..hit.start]);
            rest.push(' ');
            at = hit.end;
        }
        rest + &text[at..]
    }
}

/// Whether a negation stands before a place, in the same clause.
fn is_negated(text: &str, at: usize, lang: Lang) -> bool {
    // A clause that is longer than this is none.
    let before = &text[text.floor_char_boundary(at.saturating_sub(400))..at];
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
    fn every_expression_compiles() {
        for entry in &WORDS.entries {
            assert!(entry.hits("nothing of the kind").is_empty(), "a word of {}", NAMES[entry.list.0]);
        }
    }

    #[test]
    fn no_word_is_overlooked_in_the_one_look() {
        let lists: BTreeMap<String, BTreeMap<String, Vec<String>>> =
            toml::from_str(include_str!("../data/wordlists.toml")).expect("the lists");
        for (number, name) in NAMES.iter().enumerate() {
            let words = lists.get(*name).into_iter().flat_map(BTreeMap::values).flatten();
            for word in words.filter(|word| !word.starts_with("re:")) {
                let text = word.replace("...", "x").replace('*', "").to_uppercase();
                assert!(Lists::of(&text).may_hold(WordList(number)), "{word} of {name}");
            }
        }
    }

    #[test]
    fn one_look_at_a_text_tells_which_lists_may_hold_a_word_of_it() {
        let lists = Lists::of("We keep it as long as NECESSARY");
        assert!(lists.may_hold(VAGUE_RETENTION) && !lists.may_hold(PLACEHOLDER));
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
    fn placeholders_are_told_from_texts_that_look_like_them() {
        let all = include_str!("../tests/data/placeholders.txt").lines().filter(|line| !line.starts_with('#'));
        for (language, rest) in all.filter_map(|line| line.split_once('\t')) {
            let (meant, text) = rest.split_once('\t').expect("language, yes or no, text");
            assert_eq!(placeholder(text, self::lang(language)).is_some(), meant == "yes", "{text}");
        }
    }

    #[test]
    fn special_data_are_found_by_kind() {
        assert_eq!(special_data("Allergies and diets").map(|(kind, _)| kind), Some("health"));
        assert_eq!(special_data("Politiattest").map(|(kind, _)| kind), Some("criminal"));
    }
}
