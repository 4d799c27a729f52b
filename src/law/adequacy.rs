//! Adequacy decisions: `data/law/adequacy.toml`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{day, day_or_none, holds, read};
use crate::decode::Country;
use crate::model::{Mechanism, Sector};

#[derive(Debug, Deserialize)]
struct File {
    decision: Vec<Decision>,
    interim: Vec<Interim>,
}

/// A decision of the Commission that a country, or a part of it, protects personal data adequately.
#[derive(Debug, Deserialize)]
pub struct Decision {
    country: Option<String>,
    organisation: Option<String>,
    /// Number, such as `(EU) 2023/1795`.
    pub decision: String,
    pub name: String,
    #[serde(deserialize_with = "day")]
    pub valid_from: NaiveDate,
    /// Last day; `None` while no end is known.
    #[serde(default, deserialize_with = "day_or_none")]
    pub valid_to: Option<NaiveDate>,
    /// What ended it.
    pub ended: Option<String>,
    scope_kind: ScopeKind,
    /// Whom it covers.
    pub scope: String,
    #[serde(default)]
    excluded_sectors: Vec<String>,
    mechanism: Option<String>,
    /// Not yet taken into the EEA Agreement when last looked up.
    #[serde(default)]
    pub efta_pending: bool,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum ScopeKind {
    Whole,
    Limited,
}

impl Decision {
    /// Whether every recipient there is covered.
    pub fn is_whole(&self) -> bool {
        self.scope_kind == ScopeKind::Whole
    }

    /// Whether recipients of a sector are never inside.
    pub fn excludes(&self, sector: Sector) -> bool {
        self.excluded_sectors.iter().any(|own| own == sector.id())
    }

    /// Whether it covers only companies on a list, which has a mechanism of its own.
    pub fn is_list(&self) -> bool {
        self.mechanism.is_some()
    }
}

#[derive(Debug, Deserialize)]
struct Interim {
    country: String,
    #[serde(deserialize_with = "day")]
    valid_from: NaiveDate,
    #[serde(deserialize_with = "day")]
    valid_to: NaiveDate,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("adequacy.toml", include_str!("../../data/law/adequacy.toml")));

/// The decision on a country in force on a day.
pub(super) fn decision(country: Country, on: NaiveDate) -> Option<&'static Decision> {
    let of = |decision: &&Decision| decision.country.as_deref() == Some(country.code());
    FILE.decision.iter().filter(of).find(|decision| holds(Some(decision.valid_from), decision.valid_to, on))
}

/// The decision that ended last, for a country without one in force.
pub(super) fn former(country: Country, on: NaiveDate) -> Option<&'static Decision> {
    let of = |decision: &&Decision| decision.country.as_deref() == Some(country.code()) && !decision.is_list();
    FILE.decision.iter().rev().filter(of).find(|decision| decision.valid_to.is_some_and(|end| end < on))
}

/// The decision on an international organisation of that name.
pub(super) fn on_organisation(name: &str, on: NaiveDate) -> Option<&'static Decision> {
    FILE.decision.iter().find(|decision| {
        decision.organisation.as_deref().is_some_and(|own| name.contains(own) || own.contains(name))
            && holds(Some(decision.valid_from), decision.valid_to, on)
    })
}

/// Whether data went there on that day as if the country were inside the Union.
pub(super) fn is_interim(country: Country, on: NaiveDate) -> bool {
    FILE.interim.iter().any(|rule| rule.country == country.code() && holds(Some(rule.valid_from), Some(rule.valid_to), on))
}

/// Whether a mechanism rests on a list of certified companies.
pub fn is_listing(mechanism: Mechanism) -> bool {
    FILE.decision.iter().any(|decision| decision.mechanism.as_deref() == Some(mechanism.id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(code: &str, day: &str) -> Option<&'static str> {
        let country = Country::from_code(code).expect("a code");
        decision(country, day.parse().expect("a date")).map(|decision| decision.decision.as_str())
    }

    #[test]
    fn decisions_hold_from_their_first_to_their_last_day() {
        assert_eq!(on("US", "2020-07-15"), Some("(EU) 2016/1250"));
        assert_eq!((on("US", "2020-07-16"), on("US", "2023-07-09")), (None, None));
        assert_eq!(on("US", "2023-07-10"), Some("(EU) 2023/1795"));
        assert_eq!((on("BR", "2026-01-25"), on("BR", "2026-01-26").is_some()), (None, true));
    }

    #[test]
    fn sectors_are_values_of_the_format() {
        for sector in FILE.decision.iter().flat_map(|decision| &decision.excluded_sectors) {
            assert!(Sector::parse(sector).is_some(), "{sector}");
        }
        assert!(is_listing(Mechanism::Dpf) && !is_listing(Mechanism::Sccs));
    }
}
