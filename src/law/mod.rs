//! The law as it stands on a day. [`Law::on`] is the only way in: rules never see another date.
//!
//! Each file here reads one table of `data/law/` and answers the questions that rules ask of it. A fact carries its
//! source and how sure it is; a question about a fact that is missing or unsure is answered with "not known".

mod eea;

use chrono::NaiveDate;

use crate::decode::Country;

/// The law on a day.
#[derive(Debug, Clone, Copy)]
pub struct Law {
    as_of: NaiveDate,
}

impl Law {
    pub fn on(as_of: NaiveDate) -> Law {
        Law { as_of }
    }

    /// The day that everything is judged on.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Whether the GDPR applies there as Union or EEA law.
    pub fn is_eea(&self, country: Country) -> bool {
        eea::is_member(country, self.as_of)
    }

    /// Whether a transfer there needs chapter V.
    pub fn is_third_country(&self, country: Country) -> bool {
        !self.is_eea(country)
    }

    /// First day of the GDPR in a country of the EEA.
    pub fn gdpr_since(&self, country: Country) -> NaiveDate {
        eea::gdpr_since(country)
    }
}

/// Reads a file of `data/law/`. The files are part of the program, and tests read all of them.
fn read<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("data/law/{name}: {error}"))
}

/// A date as TOML writes it.
fn day<'de, D: serde::Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    use serde::Deserialize;
    let date = toml::value::Datetime::deserialize(from)?;
    date.date
        .and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()))
        .ok_or_else(|| serde::de::Error::custom("a date"))
}

fn day_or_none<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    day(from).map(Some)
}

/// Whether a day lies in a range with inclusive ends, either of which may be open.
fn holds(from: Option<NaiveDate>, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}
