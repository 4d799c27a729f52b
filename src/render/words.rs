//! The fixed sentences of documents, per language: `data/words/<lang>/*.ftl`.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::decode::{Duration, Lang, Unit};
pub use crate::languages::WRITTEN as LANGUAGES;

/// The sentences of one language.
pub struct Words {
    pub lang: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.lang)
    }
}

/// Placeables of a sentence.
pub type Args<'a> = [(&'a str, &'a str)];

macro_rules! sources {
    ($($lang:literal),+) => {
        static SOURCES: [(&str, &str); LANGUAGES.len()] = [$((
            $lang,
            concat!(
                include_str!(concat!("../../data/words/", $lang, "/policy.ftl")),
                "\n",
                include_str!(concat!("../../data/words/", $lang, "/records.ftl")),
            ),
        )),+];
    };
}

sources!("en", "nb", "sv");

/// Each language is read when it is first asked for.
static ALL: [OnceLock<Words>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];

/// The tags of [`LANGUAGES`].
pub fn tags() -> impl Iterator<Item = &'static str> + Clone {
    LANGUAGES.iter().map(|(tag, _)| *tag)
}

/// Those of some languages that documents can be written in, in the order of [`LANGUAGES`].
pub fn known(languages: &[Lang]) -> Vec<&'static str> {
    tags().filter(|tag| languages.iter().any(|lang| lang.base() == *tag)).collect()
}

impl Words {
    /// The sentences of a language; `None` where there are none.
    pub fn of(lang: &str) -> Option<&'static Words> {
        let at = SOURCES.iter().position(|(own, _)| *own == lang)?;
        Some(ALL[at].get_or_init(|| Words::read(SOURCES[at].0, SOURCES[at].1)))
    }

    fn read(lang: &'static str, source: &str) -> Words {
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors).expect("the words are tested");
        let locale = lang.parse().expect("a language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Marks around placeables would end up in files that people edit.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("a key stands once");
        Words { lang, bundle }
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let message = self.bundle.get_message(key).unwrap_or_else(|| panic!("no sentence `{key}` in {}", self.lang));
        let pattern = message.value().unwrap_or_else(|| panic!("`{key}` is empty in {}", self.lang));
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        debug_assert!(errors.is_empty(), "{key} in {}: {errors:?}", self.lang);
        text.trim().to_owned()
    }

    /// Whether there is a sentence of this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A sentence without placeables.
    pub fn say(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A sentence with its placeables filled.
    pub fn with(&self, key: &str, args: &Args<'_>) -> String {
        self.with_numbers(key, args, &[])
    }

    /// A sentence whose words follow numbers: one entry, two entries.
    pub fn with_numbers(&self, key: &str, args: &Args<'_>, numbers: &[(&str, usize)]) -> String {
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            filled.set((*name).to_owned(), FluentValue::from((*value).to_owned()));
        }
        for (name, number) in numbers {
            filled.set((*name).to_owned(), FluentValue::from(*number));
        }
        self.format(key, Some(&filled))
    }

    fn number(&self, key: &str, name: &str, number: u32) -> String {
        let mut args = FluentArgs::new();
        args.set(name.to_owned(), FluentValue::from(number));
        self.format(key, Some(&args))
    }

    /// Number of a module of the standard clauses, in words.
    pub fn module(&self, number: u32) -> String {
        self.number("module", "number", number)
    }

    /// `a, b and c`
    pub fn list<W: AsRef<str>>(&self, words: impl IntoIterator<Item = W>) -> String {
        self.joined(words, "and", "and-apart")
    }

    /// `a, b or c`
    pub fn either<W: AsRef<str>>(&self, words: impl IntoIterator<Item = W>) -> String {
        self.joined(words, "or", "or-apart")
    }

    /// The last two of the words with the sentence `key`; with `apart` where one of them has the same conjunction of its own.
    fn joined<W: AsRef<str>>(&self, words: impl IntoIterator<Item = W>, key: &str, apart: &str) -> String {
        let words: Vec<W> = words.into_iter().collect();
        match words.as_slice() {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first = first.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
                let last = last.as_ref();
                let args = [("first", &*first), ("last", last)];
                let all = self.with(key, &args);
                let conjunction = all.strip_prefix(&*first).and_then(|rest| rest.strip_suffix(last));
                let is_in = |conjunction| holds(&first, conjunction) || holds(last, conjunction);
                if conjunction.is_some_and(is_in) { self.with(apart, &args) } else { all }
            }
        }
    }

    /// A provision such as `Art. 30(1)(c)` as the language cites it; empty stays empty.
    pub fn provision(&self, source: &str) -> String {
        let parts: Vec<&str> = source.trim_start_matches("Art. ").split(['(', ')']).filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => String::new(),
            [article] => self.with("cite-article", &[("article", article)]),
            [article, paragraph] => self.with("cite-paragraph", &[("article", article), ("paragraph", paragraph)]),
            [article, paragraph, letter, ..] => {
                self.with("cite-letter", &[("article", article), ("paragraph", paragraph), ("letter", letter)])
            }
        }
    }

    /// `1 December 2026`, as the language writes it.
    pub fn date(&self, date: NaiveDate) -> String {
        let month = self.number("month", "number", date.month());
        self.with("date", &[("day", &date.day().to_string()), ("month", &month), ("year", &date.year().to_string())])
    }

    /// `3 years and 6 months`
    pub fn duration(&self, duration: &Duration) -> String {
        let parts = duration.parts().iter().map(|(number, unit)| {
            let key = match unit {
                Unit::Second => "seconds",
                Unit::Minute => "minutes",
                Unit::Hour => "hours",
                Unit::Day => "days",
                Unit::Week => "weeks",
                Unit::Month => "months",
                Unit::Year => "years",
            };
            self.number(key, "n", *number)
        });
        self.list(parts)
    }
}

/// Whether words hold a conjunction outside brackets and quotation marks, which come in pairs.
fn holds(words: &str, conjunction: &str) -> bool {
    words.split(['(', ')', '“', '”', '«', '»']).step_by(2).any(|part| part.contains(conjunction))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Keys of a file with the placeables of each.
    fn keys(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let placeable = regex::Regex::new(r"\$([a-z_]+)").expect("a pattern");
        let key = regex::Regex::new(r"^([a-z][a-z0-9-]*) =").expect("a pattern");
        let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some(found) = key.captures(line) {
                current = found[1].to_owned();
                all.entry(current.clone()).or_default();
            }
            for found in placeable.captures_iter(line) {
                all.entry(current.clone()).or_default().insert(found[1].to_owned());
            }
        }
        all
    }

    #[test]
    fn every_language_has_the_same_keys_and_placeables() {
        let en = keys(SOURCES[0].1);
        for (lang, source) in &SOURCES[1..] {
            let own = keys(source);
            for (key, args) in &en {
                assert_eq!(own.get(key), Some(args), "{key} in {lang}");
            }
            assert_eq!(own.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>(), "{lang}");
        }
    }

    #[test]
    fn lists_dates_and_times_follow_the_language() {
        let nb = Words::of("nb").expect("Norwegian");
        let date = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a date");
        assert_eq!(nb.date(date), "1. desember 2026");
        assert_eq!(nb.list(["a", "b", "c"]), "a, b og c");
        assert_eq!(nb.list(["a og b", "c"]), "a og b, og c");
        assert_eq!(nb.list(["a (b og c)", "«d og e»", "f"]), "a (b og c), «d og e» og f");
        let sv = Words::of("sv").expect("Swedish");
        assert_eq!(sv.duration(&Duration::parse("1 month").expect("a duration")), "1 månad");
        assert_eq!(sv.duration(&Duration::parse("3 years 6 months").expect("a duration")), "3 år och 6 månader");
    }

    #[test]
    fn provisions_are_cited_as_the_language_does() {
        let cited =
            |lang: &str| ["Art. 30(1)(c)", "Art. 28(2)", ""].map(|own| Words::of(lang).expect("a language").provision(own));
        assert_eq!(cited("en"), ["Art. 30(1)(c)", "Art. 28(2)", ""]);
        assert_eq!(cited("nb"), ["art. 30 nr. 1 bokstav c", "art. 28 nr. 2", ""]);
        assert_eq!(cited("sv"), ["artikel 30.1 c", "artikel 28.2", ""]);
    }

    #[test]
    fn fixed_sentences_are_easy_to_read() {
        for (lang, source) in SOURCES {
            let text: Vec<String> = source
                .lines()
                .filter(|line| !line.starts_with(['#', ' ', '\t']))
                .filter_map(|line| line.split_once(" = "))
                .map(|(_, text)| text.replace(['{', '}', '$'], ""))
                .filter(|text| text.split_whitespace().count() > 5)
                .collect();
            let lix = lix(&text.join(" "));
            assert!(lix <= 40.0, "{lang}: LIX {lix:.1}");
        }
    }

    /// Words a sentence, plus long words in a hundred (Björnsson).
    fn lix(text: &str) -> f64 {
        let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
        let sentences = text.matches(['.', '?', '!', ':']).count().max(1);
        let long = words.iter().filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 6).count();
        words.len() as f64 / sentences as f64 + 100.0 * long as f64 / words.len() as f64
    }
}
