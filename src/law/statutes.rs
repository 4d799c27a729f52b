//! Periods of keeping that law or an authority sets: `data/law/retention.toml`.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::read;
use crate::decode::{Country, Duration};

#[derive(Debug, Deserialize)]
struct File {
    rule: Vec<StatutoryPeriod>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum PeriodKind {
    /// Keep at least this long.
    Floor,
    /// Keep no longer.
    Cap,
    /// What an authority or established practice regards as long enough.
    Benchmark,
}

/// A period of one provision, for one or several classes of documents.
#[derive(Debug, Deserialize)]
pub struct StatutoryPeriod {
    country: String,
    pub kind: PeriodKind,
    pub provision: String,
    #[serde(default)]
    cite: Vec<String>,
    periods: Vec<ClassPeriod>,
    #[serde(default, rename = "for")]
    about: Vec<String>,
    /// Events that begin the period.
    pub starts: Vec<String>,
    /// The case in which a cap does not hold.
    pub longer: Option<String>,
    /// Id of the built-in retention rule that this is.
    built_in: Option<String>,
    pub confidence: String,
    #[serde(skip)]
    patterns: std::sync::OnceLock<Vec<Regex>>,
}

#[derive(Debug, Deserialize)]
struct ClassPeriod {
    period: String,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("retention.toml", include_str!("../../data/law/retention.toml")));

impl StatutoryPeriod {
    fn is_of(&self, country: Country) -> bool {
        self.country == country.code()
    }

    fn lengths(&self) -> impl Iterator<Item = Duration> + '_ {
        self.periods.iter().map(|class| Duration::parse(&class.period).expect("the law is tested"))
    }

    /// The shortest period of any class.
    pub fn shortest(&self) -> Duration {
        self.lengths().min_by(|a, b| a.days().total_cmp(&b.days())).expect("a rule has a period")
    }

    /// The longest period of any class.
    pub fn longest(&self) -> Duration {
        self.lengths().max_by(|a, b| a.days().total_cmp(&b.days())).expect("a rule has a period")
    }

    /// The period of the first class: what the provision is known for.
    pub fn usual(&self) -> Duration {
        self.lengths().next().expect("a rule has a period")
    }

    /// Whether a citation names this provision.
    pub fn is_cited(&self, citation: &str) -> bool {
        let patterns = self.patterns.get_or_init(|| {
            self.cite.iter().map(|pattern| Regex::new(&format!("(?i){pattern}")).expect("the law is tested")).collect()
        });
        patterns.iter().any(|pattern| pattern.is_match(citation))
    }

    pub fn is_about(&self, id: &str) -> bool {
        self.about.iter().any(|own| own == id)
    }
}

/// Floors whose provision a citation names.
pub(super) fn cited(citation: &str) -> Option<&'static StatutoryPeriod> {
    FILE.rule.iter().find(|rule| rule.kind == PeriodKind::Floor && rule.is_cited(citation))
}

/// Periods of a kind in a country.
pub(super) fn of(country: Country, kind: PeriodKind) -> impl Iterator<Item = &'static StatutoryPeriod> {
    FILE.rule.iter().filter(move |rule| rule.kind == kind && rule.is_of(country))
}

/// The statute behind a built-in retention rule.
pub(super) fn built_in(id: &str, country: Country) -> Option<&'static StatutoryPeriod> {
    FILE.rule.iter().find(|rule| rule.is_of(country) && rule.built_in.as_deref() == Some(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DataCategory, Event, PurposeKind};
    use crate::register::Section;

    #[test]
    fn statutes_speak_of_what_the_format_knows() {
        let events: Vec<&str> = Event::built_in().iter().map(|event| &*event.id).collect();
        let categories: Vec<&str> = DataCategory::built_in().iter().map(|category| &*category.id).collect();
        for rule in &FILE.rule {
            assert!(rule.starts.iter().all(|start| events.contains(&start.as_str())), "{}", rule.provision);
            for id in &rule.about {
                assert!(categories.contains(&id.as_str()) || PurposeKind::parse(id).is_some(), "{id}");
            }
            assert!(rule.usual().days() > 0.0 && !rule.is_cited("no such act § 99"), "{}", rule.provision);
        }
    }

    #[test]
    fn citations_are_recognised_in_several_spellings() {
        let provision = |text: &str| cited(text).map(|rule| rule.provision.as_str());
        assert_eq!(provision("bokføringsloven § 13"), Some("bokføringsloven § 13"));
        assert_eq!(provision("bokføringsloven §§ 13 og 10"), Some("bokføringsloven § 13"));
        assert_eq!(provision("bokföringslagen (1999:1078) 7 kap. 2 §"), Some("bokföringslagen (1999:1078) 7 kap. 2 §"));
        assert_eq!(provision("bokføringsloven § 10"), None);
    }
}
