//! From when to when an instrument could carry a transfer: `data/law/instruments.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{day, day_or_none, read};
use crate::model::{Mechanism, SccSet};

#[derive(Debug, Deserialize)]
struct File {
    clauses: Vec<Clauses>,
    transfer_assessment: TransferAssessment,
    #[serde(flatten)]
    instruments: HashMap<String, toml::Value>,
}

/// Since when a safeguard needs an assessment of the law over there.
#[derive(Debug, Deserialize)]
struct TransferAssessment {
    #[serde(deserialize_with = "day")]
    valid_from: NaiveDate,
}

#[derive(Debug, Deserialize)]
struct Instrument {
    #[serde(default, deserialize_with = "day_or_none")]
    valid_from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "day_or_none")]
    valid_to: Option<NaiveDate>,
    #[serde(default)]
    foreign: bool,
    ended: Option<String>,
}

/// A set of standard contractual clauses.
#[derive(Debug, Deserialize)]
pub struct Clauses {
    set: String,
    #[serde(deserialize_with = "day")]
    pub valid_from: NaiveDate,
    /// Last day on which contracts with these clauses carried transfers.
    #[serde(default, deserialize_with = "day_or_none")]
    pub valid_to: Option<NaiveDate>,
    /// Last day on which they could be signed.
    #[serde(default, deserialize_with = "day_or_none")]
    pub sign_until: Option<NaiveDate>,
}

/// Whether an instrument can carry a transfer from the EEA on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Validity {
    Valid,
    NotYet(NaiveDate),
    /// Why, as the end of a sentence.
    Ended(&'static str),
    /// It belongs to another legal order or is no transfer instrument at all; why, as the end of a sentence.
    Foreign(&'static str),
}

static FILE: LazyLock<File> = LazyLock::new(|| read("instruments.toml", include_str!("../../data/law/instruments.toml")));

static INSTRUMENTS: LazyLock<HashMap<&str, Instrument>> = LazyLock::new(|| {
    let tables = FILE.instruments.iter().filter(|(_, value)| value.is_table());
    tables.map(|(id, value)| (id.as_str(), value.clone().try_into().expect("the law is tested"))).collect()
});

pub(super) fn validity(mechanism: Mechanism, on: NaiveDate) -> Validity {
    let Some(instrument) = INSTRUMENTS.get(mechanism.id()) else { return Validity::Valid };
    let why = instrument.ended.as_deref().unwrap_or("");
    if instrument.foreign {
        return Validity::Foreign(why);
    }
    match (instrument.valid_from, instrument.valid_to) {
        (Some(from), _) if on < from => Validity::NotYet(from),
        (_, Some(to)) if to < on => Validity::Ended(why),
        _ => Validity::Valid,
    }
}

pub(super) fn clauses(set: SccSet) -> Option<&'static Clauses> {
    FILE.clauses.iter().find(|clauses| clauses.set == set.id())
}

pub(super) fn demands_assessments(on: NaiveDate) -> bool {
    FILE.transfer_assessment.valid_from <= on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assessments_are_demanded_from_the_day_of_the_judgment() {
        let on = |day: &str| demands_assessments(day.parse().expect("a date"));
        assert!(!on("2020-07-15") && on("2020-07-16") && on("2020-07-17"));
    }

    #[test]
    fn privacy_shield_ended_on_the_day_of_the_judgment() {
        let on = |day: &str| validity(Mechanism::PrivacyShield, day.parse().expect("a date"));
        assert_eq!(on("2016-07-11"), Validity::NotYet("2016-07-12".parse().expect("a date")));
        assert_eq!(on("2020-07-15"), Validity::Valid);
        assert!(matches!(on("2020-07-16"), Validity::Ended(why) if why.contains("Schrems II")));
    }

    #[test]
    fn instruments_are_mechanisms_of_the_format() {
        for id in INSTRUMENTS.keys() {
            assert!(Mechanism::parse(id).is_some(), "{id}");
        }
        assert!(SccSet::INFO.values.iter().all(|value| SccSet::parse(value.id).and_then(clauses).is_some()));
    }
}
