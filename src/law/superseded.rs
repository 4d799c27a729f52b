//! References to law that no longer holds: `data/law/superseded.toml`.

use std::sync::{LazyLock, OnceLock};

use chrono::NaiveDate;
use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use super::{day_or_none, read};
use crate::decode::Country;

#[derive(Debug, Deserialize)]
struct File {
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
    #[serde(skip)]
    compiled: OnceLock<(Regex, Option<Regex>)>,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("superseded.toml", include_str!("../../data/law/superseded.toml")));

impl Superseded {
    fn applies_in(&self, country: Option<Country>) -> bool {
        self.countries.iter().any(|own| own == "*" || country.is_some_and(|country| own == country.code()))
    }

    /// Where the text names it, in bytes.
    fn find(&self, text: &str) -> Option<std::ops::Range<usize>> {
        let (pattern, guard) = self.compiled.get_or_init(|| {
            let any = |patterns: &[String]| {
                let pattern = patterns.iter().map(|pattern| format!("(?:{pattern})")).collect::<Vec<_>>().join("|");
                RegexBuilder::new(&pattern).case_insensitive(true).build().expect("the law is tested")
            };
            (any(&self.patterns), (!self.not_near.is_empty()).then(|| any(&self.not_near)))
        });
        let found = pattern.find(text)?;
        let is_meant = guard.as_ref().is_none_or(|guard| !guard.is_match(text));
        is_meant.then(|| found.range())
    }
}

/// The first reference in a text that no longer held on a day, with where it stands.
pub(super) fn find(text: &str, country: Option<Country>, on: NaiveDate) -> Option<(&'static Superseded, std::ops::Range<usize>)> {
    FILE.reference
        .iter()
        .filter(|reference| reference.applies_in(country) && reference.replaced_on.is_some_and(|day| day <= on))
        .find_map(|reference| Some((reference, reference.find(text)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, country: &str, day: &str) -> Option<String> {
        let (_, range) = find(text, Country::from_code(country), day.parse().expect("a date"))?;
        Some(text[range].to_owned())
    }

    #[test]
    fn every_pattern_compiles() {
        for reference in &FILE.reference {
            assert_eq!(reference.find("nothing of the kind"), None, "{:?}", reference.patterns);
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
