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
use crate::patterns::{self, Patterns};

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
}

/// All words of all lists, and for each its pattern.
struct Words {
    patterns: Patterns,
    entries: Vec<Entry>,
}

/// What a pattern does not say of its word.
struct Entry {
    list: WordList,
    /// The language or kind that the word stands under.
    key: String,
    /// Whether a longer word that begins so is a hit too.
    is_prefix: bool,
    /// How many words a hit has at most, where it has a gap.
    most_words: usize,
}

impl Entry {
    fn new(list: WordList, key: &str, word: &str) -> Self {
        let gaps = word.matches("...").count();
        let most_words = if gaps == 0 { usize::MAX } else { word.split_whitespace().count() - gaps + gaps * WIDEST_GAP };
        Entry { list, key: key.to_owned(), is_prefix: word.ends_with('*') && !word.starts_with("re:"), most_words }
    }

    /// All hits of the word in a text.
    fn hits(&self, pattern: &Regex, text: &str) -> Vec<Range<usize>> {
        let mut hits = Vec::new();
        let mut from = 0;
        while let Some(found) = pattern.find_at(text, text.ceil_char_boundary(from)) {
            // The word with which a hit that ends here begins at the earliest.
            let first = found.as_str().split_whitespace().rev().nth(self.most_words);
            match first {
                Some(word) => from = offset(text, word).max(found.start() + 1),
                None => {
                    let end = if self.is_prefix { end_of_word(text, found.end()) } else { found.end() };
                    hits.push(found.start()..end);
                    from = end.max(found.start() + 1);
                }
            }
            if from > text.len() {
                break;
            }
        }
        hits
    }
}

/// Words of the same sentence that `...` stands for at most.
const WIDEST_GAP: usize = 12;

/// Where a part of a text begins in it.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

fn end_of_word(text: &str, at: usize) -> usize {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    text[at..].find(|letter| !is_letter(letter)).map_or(text.len(), |length| at + length)
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut lists: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("../data/wordlists.toml")).expect("the word lists are tested");
    let mut entries = Vec::new();
    let mut expressions = Vec::new();
    for (number, name) in NAMES.iter().enumerate() {
        // `any` comes before the languages, as in the alphabet.
        for (key, words) in lists.remove(*name).expect("the word lists are tested") {
            expressions.extend(words.iter().map(|word| (anchors(word), pattern(word))));
            entries.extend(words.iter().map(|word| Entry::new(WordList(number), &key, word)));
        }
    }
    assert!(lists.is_empty(), "every list is used");
    Words { patterns: Patterns::anchored(expressions), entries }
});

/// The lists of which a word may stand in a text: one look at it answers for all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lists(u64);

impl Lists {
    pub fn of(text: &str) -> Self {
        let possible = WORDS.patterns.possible(text).into_iter();
        Lists(possible.fold(0, |lists, pattern| lists | 1 << WORDS.entries[pattern].list.0))
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

/// The lists on special categories stand by kind instead of language.
pub fn special_data(text: &str) -> Option<(&'static str, Range<usize>)> {
    by_kind(SPECIAL_DATA, text).into_iter().next()
}

/// Obsolete technique, an absolute promise, or a disclaimer: `obsolete`, `absolute`, `disclaimer`.
pub fn security_wording(text: &str) -> Vec<(&'static str, Range<usize>)> {
    by_kind(SECURITY_WORDING, &without_markup(text))
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
        let mut hits: Vec<Hit> = Vec::new();
        for number in WORDS.patterns.possible(text) {
            let entry = &WORDS.entries[number];
            if entry.list == self && is_meant(&entry.key) {
                let found = entry.hits(WORDS.patterns.get(number), text);
                hits.extend(found.into_iter().map(|range| Hit { range, key: &entry.key }));
            }
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

/// Most words tell their anchor without being read as an expression.
fn anchors(word: &str) -> Option<Vec<String>> {
    match word.strip_prefix("re:") {
        Some(expression) => patterns::anchors_of(expression),
        None => {
            let is_part = |letter: &char| letter.is_ascii() && !letter.is_whitespace() && !matches!(letter, '*');
            let pieces = word.split("...").filter_map(|piece| patterns::longest_run(piece, is_part));
            Some(vec![pieces.max_by_key(|piece| piece.len())?.to_owned()])
        }
    }
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
    // How wide a gap may be is counted afterwards: a bounded repetition is what makes expressions large.
    let body = parts.collect::<Vec<_>>().join(r"\b[^.!?]*?\b");
    let edge = |letter: Option<char>| if letter.is_some_and(char::is_alphanumeric) { r"\b" } else { "" };
    let end = if is_prefix { "" } else { edge(word.chars().next_back()) };
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
    fn every_pattern_compiles() {
        for number in 0..WORDS.patterns.len() {
            let _ = WORDS.patterns.get(number);
        }
        assert!(special_data("nothing").is_none() && security_wording("nothing").is_empty());
    }

    #[test]
    fn no_word_is_overlooked_in_the_one_look() {
        let lists: BTreeMap<String, BTreeMap<String, Vec<String>>> =
            toml::from_str(include_str!("../data/wordlists.toml")).expect("the lists");
        for (number, name) in NAMES.iter().enumerate() {
            for word in lists[*name].values().flatten().filter(|word| !word.starts_with("re:")) {
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
    fn a_gap_stretches_over_twelve_words_of_one_sentence() {
        let gap = |words: usize| format!("by using {}you accept it", "our site ".repeat(words / 2));
        assert_eq!(hit(CONSENT_BY_USE, &gap(10), "en"), Some(gap(10).trim_end_matches(" it")));
        assert_eq!(hit(CONSENT_BY_USE, &gap(14), "en"), None);
        let later = format!("{} by using it you accept it", gap(14).trim_end_matches(" you accept it"));
        assert_eq!(hit(CONSENT_BY_USE, &later, "en"), Some("by using it you accept"));
        assert_eq!(hit(CONSENT_BY_USE, "by using. You accept", "en"), None);
    }

    #[test]
    fn a_prefix_takes_the_rest_of_the_word() {
        assert_eq!(hit(CONCRETE_MEASURES, "all is encrypted at rest", "en"), Some("encrypted"));
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
