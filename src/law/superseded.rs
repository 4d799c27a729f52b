//! References to law that no longer holds: `data/law/superseded.toml`.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{day, day_or_none, read};
use crate::decode::Country;
use crate::patterns::Expression;

#[derive(Debug, Deserialize)]
struct File {
    #[serde(deserialize_with = "day")]
    as_known_on: NaiveDate,
    reference: Vec<Superseded>,
}

/// An act, a body or an address that has been replaced.
#[derive(Debug, Deserialize)]
pub struct Superseded {
    countries: Vec<String>,
    patterns: Vec<String>,
    /// What to cite instead.
    pub replaced_by: String,
    /// First day on which it no longer held; `None` where the day is not known.
    #[serde(default, deserialize_with = "day_or_none")]
    pub replaced_on: Option<NaiveDate>,
    #[serde(default)]
    not_near: Vec<String>,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("superseded.toml", include_str!("../../data/law/superseded.toml")));

/// The patterns of all references, with the number of each one's reference.
struct Patterned {
    patterns: Vec<(Expression, usize)>,
    /// What must not stand in the same text, by reference.
    guards: Vec<Vec<Expression>>,
}

static PATTERNED: LazyLock<Patterned> = LazyLock::new(|| {
    let expressions = |texts: &[String]| texts.iter().cloned().map(Expression::new).collect::<Vec<_>>();
    let all = FILE.reference.iter().enumerate();
    Patterned {
        patterns: all.flat_map(|(at, own)| expressions(&own.patterns).into_iter().map(move |pattern| (pattern, at))).collect(),
        guards: FILE.reference.iter().map(|own| expressions(&own.not_near)).collect(),
    }
});

/// How references to law that no longer holds are written: regular expressions without regard to case, by number.
pub(super) fn patterns() -> impl Iterator<Item = &'static str> {
    FILE.reference.iter().flat_map(|reference| &reference.patterns).map(String::as_str)
}

impl Superseded {
    fn applies_in(&self, country: Option<Country>) -> bool {
        self.countries.iter().any(|own| own == "*" || country.is_some_and(|country| own == country.code()))
    }
}

/// The first reference in a text that no longer held on a day, with where it stands; only patterns of certain numbers are tried.
pub(super) fn find(
    text: &str,
    tried: impl IntoIterator<Item = usize>,
    country: Option<Country>,
    on: NaiveDate,
) -> Option<(&'static Superseded, Range<usize>)> {
    let Patterned { patterns, guards } = &*PATTERNED;
    // On the day the table was looked through, all that stands in it was seen to be replaced.
    let holds_no_longer =
        |reference: &Superseded| reference.applies_in(country) && reference.replaced_on.unwrap_or(FILE.as_known_on) <= on;
    let hits = tried.into_iter().filter_map(|pattern| {
        let (pattern, number) = patterns.get(pattern)?;
        let is_asked = holds_no_longer(&FILE.reference[*number]);
        let found = is_asked.then(|| pattern.regex().find(text))??;
        let is_guarded = guards[*number].iter().any(|guard| guard.regex().is_match(text));
        (!is_guarded).then(|| (*number, found.range()))
    });
    // References count in the order of the data, the places of one from the left.
    let (number, range) = hits.min_by_key(|(number, range)| (*number, range.start))?;
    Some((&FILE.reference[number], range))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, country: &str, day: &str) -> Option<String> {
        let all = 0..PATTERNED.patterns.len();
        let (_, range) = find(text, all, Country::from_code(country), day.parse().expect("a date"))?;
        Some(text[range].to_owned())
    }

    #[test]
    fn every_pattern_compiles() {
        let patterns = PATTERNED.patterns.iter().map(|(pattern, _)| pattern);
        for regex in patterns.chain(PATTERNED.guards.iter().flatten()).map(Expression::regex) {
            assert!(!regex.is_match("nothing of the kind"), "{regex:?}");
        }
    }

    #[test]
    fn the_old_cookie_rule_of_norway_is_known_from_the_day_it_ended() {
        let text = "consent under the Norwegian Electronic Communications Act section 2-7 b";
        assert_eq!(found(text, "NO", "2025-01-01").as_deref(), Some("section 2-7 b"));
        assert_eq!(found(text, "NO", "2024-12-31"), None);
        assert_eq!(found(text, "SE", "2025-01-01"), None);
        assert_eq!(found("ekomloven § 2-7 b", "NO", "2026-11-22").as_deref(), Some("§ 2-7 b"));
    }

    #[test]
    fn a_title_that_names_the_old_directive_is_no_reference_to_it() {
        let title = "Regulation (EU) 2016/679 (General Data Protection Regulation), repealing Directive 95/46/EC";
        assert_eq!(found(title, "NO", "2026-11-22"), None);
        assert_eq!(found("under Directive 95/46/EC", "NO", "2026-11-22").as_deref(), Some("Directive 95/46"));
    }
}
