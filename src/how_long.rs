//! What words say about how long: a length, an event, that somebody else decides, or nothing: `data/how_long.toml`.
//!
//! Periods of the format need none of this. A criterion is prose, and so is a period that was not understood: what counts in them
//! is whether a person could tell from the words when the time is over.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::decode::{Entry, Lang};
use crate::model::Event;

/// What a text says about how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A length: `7 years`.
    Length(String),
    /// Until something happens, or while something lasts.
    Event,
    /// Whoever receives the data decides.
    Others,
    /// Neither, but something beside the words that every text on keeping holds.
    Unclear,
    /// That data are kept while they are needed, or less.
    Nothing,
}

/// A length in a text, in the words of the format, and what it could mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Length {
    /// `12 months`
    pub time: String,
    /// Whether the text calls it a limit.
    pub is_limit: bool,
}

/// What a text in one of some languages says; `None` where none of them is known here.
pub fn said(text: &str, langs: &[Lang]) -> Option<Said> {
    let words = words(text);
    if let Some((time, ..)) = length_in(&words) {
        return Some(Said::Length(time));
    }
    let read = langs.iter().filter_map(|lang| said_in(&words, base(*lang)));
    // One language in which it says something is enough: a register may hold texts of each.
    read.min_by_key(|said| match said {
        Said::Length(_) | Said::Others => 0,
        Said::Event => 1,
        Said::Unclear => 2,
        Said::Nothing => 3,
    })
}

/// The first length in a text, whatever its language.
pub fn length(text: &str) -> Option<Length> {
    let words = words(text);
    let (time, ..) = length_in(&words)?;
    let is_limit = WORDS.at_most.values().flatten().any(|phrase| phrase.find(&words).is_some());
    Some(Length { time, is_limit })
}

/// The event of the register that a text means: one whose id or name stands in it, else one of whose words does.
pub fn event<'r>(text: &str, events: &'r [Entry<Event>]) -> Option<&'r Entry<Event>> {
    let words = words(text);
    let holds = |name: &str| {
        let name = self::words(name);
        !name.is_empty() && words.windows(name.len()).any(|window| window == name)
    };
    let by_name = |event: &&Entry<Event>| {
        let parts = self::words(&event.id);
        let names = event.value.name.iter().flat_map(|name| name.iter()).any(|(_, name)| holds(name));
        names || parts.iter().all(|part| words.contains(part))
    };
    events.iter().find(by_name).or_else(|| {
        let hits = WORDS.events.iter().flat_map(|(id, phrases)| phrases.iter().map(move |phrase| (id, phrase)));
        // The longest says most: `end of the year` is no end of a contract.
        let longest = hits.filter(|(_, phrase)| phrase.find(&words).is_some()).max_by_key(|(_, phrase)| phrase.length())?;
        events.iter().find(|event| *event.id == **longest.0)
    })
}

/// Words in a row, in small letters; one that ends in `*` stands for all that begin so.
#[derive(Debug)]
struct Phrase(Vec<String>);

impl Phrase {
    fn new(text: &str) -> Self {
        Phrase(text.split_whitespace().map(str::to_owned).collect())
    }

    fn length(&self) -> usize {
        self.0.iter().map(String::len).sum()
    }

    /// Where the words behind its first occurrence begin.
    fn find(&self, words: &[String]) -> Option<usize> {
        (0..words.len()).find_map(|at| self.end(&words[at..]).map(|length| at + length))
    }

    /// How many words it takes at the beginning.
    fn end(&self, words: &[String]) -> Option<usize> {
        let is_same = |(own, word): (&String, &String)| match own.strip_suffix('*') {
            Some(start) => word.starts_with(start),
            None => own == word,
        };
        (words.len() >= self.0.len() && self.0.iter().zip(words).all(is_same)).then_some(self.0.len())
    }
}

type ByLanguage = BTreeMap<String, Vec<Phrase>>;

/// The lists, as the file has them.
struct Words {
    units: Vec<(String, Vec<Phrase>)>,
    numbers: Vec<(String, Vec<Phrase>)>,
    events: Vec<(String, Vec<Phrase>)>,
    at_most: ByLanguage,
    when: ByLanguage,
    needs: ByLanguage,
    empty: ByLanguage,
    others: ByLanguage,
    decides: ByLanguage,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut file: toml::Table = include_str!("../data/how_long.toml").parse().expect("the words are tested");
    let mut list = |name: &str| -> Vec<(String, Vec<Phrase>)> {
        let table: BTreeMap<String, Vec<String>> =
            file.remove(name).expect("the words are tested").try_into().expect("the words are tested");
        table.into_iter().map(|(key, words)| (key, words.iter().map(|word| Phrase::new(word)).collect())).collect()
    };
    Words {
        units: list("units"),
        numbers: list("numbers"),
        events: list("events"),
        at_most: list("at_most").into_iter().collect(),
        when: list("when").into_iter().collect(),
        needs: list("needs").into_iter().collect(),
        empty: list("empty").into_iter().collect(),
        others: list("others").into_iter().collect(),
        decides: list("decides").into_iter().collect(),
    }
});

/// The words of a text in small letters; digits and letters that touch are two.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            let goes_on = before.is_alphanumeric() && before.is_numeric() == letter.is_numeric();
            match words.last_mut().filter(|_| goes_on) {
                Some(word) => word.extend(letter.to_lowercase()),
                None => words.push(letter.to_lowercase().collect()),
            }
        }
        before = letter;
    }
    words
}

fn base(lang: Lang) -> &'static str {
    let known = WORDS.when.keys().find(|key| **key == *lang.base());
    match lang.base() {
        "nn" | "no" => "nb",
        _ => known.map_or("", |key| key.as_str()),
    }
}

fn number(word: &str) -> Option<&str> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 4 {
        return Some(word);
    }
    let meant = WORDS.numbers.iter().find(|(_, words)| words.iter().any(|own| own.0 == [word]))?;
    Some(&meant.0)
}

fn unit(word: &str) -> Option<&'static str> {
    let word = [word.to_owned()];
    WORDS.units.iter().find(|(_, words)| words.iter().any(|own| own.end(&word).is_some())).map(|(unit, _)| unit.as_str())
}

/// A number and its unit, also `5 (five) years`, and where both stand.
fn length_in(words: &[String]) -> Option<(String, usize, usize)> {
    (0..words.len()).find_map(|at| {
        let number = number(&words[at])?;
        let beyond = words.get(at + 1).is_some_and(|word| self::number(word).is_some());
        let end = at + 1 + usize::from(beyond);
        let unit = unit(words.get(end)?)?;
        let plural = if number == "1" { "" } else { "s" };
        Some((format!("{number} {unit}{plural}"), at, end + 1))
    })
}

fn said_in(words: &[String], lang: &str) -> Option<Said> {
    let when = WORDS.when.get(lang)?;
    let is = |list: &ByLanguage, words: &[String]| {
        list.get(lang).is_some_and(|list| list.iter().any(|phrase| phrase.find(words).is_some()))
    };
    if is(&WORDS.others, words) && is(&WORDS.decides, words) {
        return Some(Said::Others);
    }
    let starts: Vec<(usize, usize)> = (0..words.len())
        .filter_map(|at| when.iter().filter_map(|phrase| phrase.end(&words[at..])).max().map(|length| (at, at + length)))
        .collect();
    let names_something = |words: &[String]| !words.iter().all(|word| is(&WORDS.empty, std::slice::from_ref(word)));
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([words.len()]);
    let is_event = |((_, start), end): (&(usize, usize), usize)| {
        let clause = words.get(*start..end).unwrap_or(&[]);
        !is(&WORDS.needs, clause) && names_something(clause)
    };
    let says = starts.iter().zip(ends).any(is_event);
    let rest = || {
        let is_need = |word: &String| is(&WORDS.needs, std::slice::from_ref(word));
        words.iter().any(|word| !is_need(word) && names_something(std::slice::from_ref(word)))
    };
    Some(if says {
        Said::Event
    } else if starts.is_empty() && rest() {
        Said::Unclear
    } else {
        Said::Nothing
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::Section;

    fn langs(tags: &[&str]) -> Vec<Lang> {
        tags.iter().map(|tag| Lang::parse(tag).expect("a language")).collect()
    }

    #[test]
    fn every_language_has_every_list() {
        let lists = [&WORDS.at_most, &WORDS.when, &WORDS.needs, &WORDS.empty, &WORDS.others, &WORDS.decides];
        for list in lists {
            assert_eq!(list.keys().collect::<Vec<_>>(), ["da", "de", "en", "fr", "nb", "sv"]);
        }
    }

    #[test]
    fn events_of_the_list_are_built_in() {
        for (id, _) in &WORDS.events {
            assert!(Event::built_in().iter().any(|event| *event.id == **id), "{id}");
        }
    }

    #[test]
    fn a_need_is_no_criterion_in_any_language() {
        for (text, lang) in [
            ("We discard data when we no longer need them for the purposes for which we collected them", "en"),
            ("Until no longer required for the purpose", "en"),
            ("Until purged", "en"),
            ("As long as it is useful to our business", "en"),
            ("As long as the law requires", "en"),
            ("Until we have no legitimate reason to keep them", "en"),
            ("Så lenge vi har behov for dem", "nb"),
            ("Så länge det krävs för ändamålet", "sv"),
            ("Så længe det er nødvendigt", "da"),
            ("Solange es für den Zweck erforderlich ist", "de"),
            ("Aussi longtemps que nécessaire", "fr"),
            ("For the statutory period", "en"),
        ] {
            assert_eq!(said(text, &langs(&[lang])), Some(Said::Nothing), "{text}");
        }
        for text in ["Retained for the accountability period", "As the main case"] {
            assert!(matches!(said(text, &langs(&["en"])), Some(Said::Nothing | Said::Unclear)), "{text}");
        }
    }

    #[test]
    fn what_a_person_can_see_is_one() {
        for (text, lang) in [
            ("Until the case is closed", "en"),
            ("As long as you have an account", "en"),
            ("As long as you use our service", "en"),
            ("For the duration of the contract", "en"),
            ("Until you have taken part in the course", "en"),
            ("Så lenge du er medlem", "nb"),
            ("Til saken er avsluttet", "nb"),
            ("Tills ärendet har avslutats", "sv"),
            ("Indtil sagen er afsluttet", "da"),
            ("Bis zum Ende des Vertrags", "de"),
            ("Jusqu'à la clôture du compte", "fr"),
        ] {
            assert_eq!(said(text, &langs(&[lang])), Some(Said::Event), "{text}");
        }
    }

    #[test]
    fn others_may_not_be_left_to_decide() {
        for (text, lang) in [
            ("Per the mail supplier's retention practices", "en"),
            ("Controlled by the platform under its retention policies", "en"),
            ("Etter leverandørens retningslinjer", "nb"),
            ("Nach den Richtlinien des Anbieters", "de"),
        ] {
            assert_eq!(said(text, &langs(&[lang])), Some(Said::Others), "{text}");
        }
    }

    #[test]
    fn lengths_are_read_in_every_language() {
        for (text, time) in [
            ("7 years post-employment", "7 years"),
            ("12 months max", "12 months"),
            ("14 days rolling", "14 days"),
            ("3 Jahre nach Widerruf", "3 years"),
            ("90days", "90 days"),
            ("five (5) years", "5 years"),
            ("en måned etter siste innlogging", "1 month"),
            ("two weeks", "2 weeks"),
            ("5 ans après la fin du contrat", "5 years"),
        ] {
            assert_eq!(length(text).map(|length| length.time).as_deref(), Some(time), "{text}");
        }
        assert_eq!(length("as long as necessary"), None);
        assert_eq!(length("12 months max").map(|length| length.is_limit), Some(true));
    }

    #[test]
    fn events_are_guessed_by_name_and_by_meaning() {
        for (text, id) in [
            ("8 years from end of calendar year", "calendar-year-end"),
            ("5 years from end of employment", "employment-end"),
            ("3 Jahre nach Widerruf", "consent-withdrawn"),
            ("1 year after end of contract", "contract-end"),
            ("14 days rolling", "collection"),
        ] {
            assert_eq!(event(text, Event::built_in()).map(|event| &*event.id), Some(id), "{text}");
        }
        assert_eq!(event("3 years", Event::built_in()).map(|event| event.id.to_string()), None);
    }

    #[test]
    fn a_language_without_words_is_not_judged() {
        assert_eq!(said("Niin kauan kuin on tarpeen", &langs(&["fi"])), None);
    }
}
