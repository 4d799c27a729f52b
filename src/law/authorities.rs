//! Supervisory authorities: `data/law/authorities.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{day_or_none, read};
use crate::decode::Country;

#[derive(Debug, Deserialize)]
struct File {
    authority: Vec<Authority>,
}

/// A supervisory authority.
#[derive(Debug, Deserialize)]
pub struct Authority {
    country: String,
    /// English name.
    pub name_en: String,
    names: BTreeMap<String, String>,
    /// Abbreviation or short name.
    pub short: Option<String>,
    pub website: Option<String>,
    pub complaint_url: Option<String>,
    /// The same page in other languages.
    #[serde(default)]
    complaint_urls: BTreeMap<String, String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    #[serde(default)]
    pub address: Vec<String>,
    #[serde(default)]
    former: Vec<Former>,
}

#[derive(Debug, Deserialize)]
struct Former {
    name: String,
    /// First day of the new name.
    #[serde(default, deserialize_with = "day_or_none")]
    until: Option<NaiveDate>,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("authorities.toml", include_str!("../../data/law/authorities.toml")));

impl Authority {
    /// Its own name; the first official one where there are several.
    pub fn own_name(&self) -> &str {
        self.names.values().next().map_or(&self.name_en, String::as_str)
    }

    /// Where people complain, in their language where there is such a page.
    pub fn complaint_page(&self, lang: &str) -> Option<&str> {
        self.complaint_urls.get(lang).or(self.complaint_url.as_ref()).or(self.website.as_ref()).map(String::as_str)
    }

    pub fn is_in(&self, country: Country) -> bool {
        self.country == country.code()
    }

    /// The authority's country.
    pub fn country(&self) -> Option<Country> {
        Country::from_code(&self.country)
    }

    /// Whether a text names it as it is called today. A former name that begins like today's is not today's.
    pub fn is_named_in(&self, text: &str) -> bool {
        let mut lower = text.to_lowercase();
        for former in &self.former {
            lower = lower.replace(&former.name.to_lowercase(), " ");
        }
        let names = self.names.values().map(String::as_str).chain([self.name_en.as_str()]).chain(self.short.as_deref());
        names.into_iter().any(|name| {
            let name = name.to_lowercase();
            if name.len() <= 5 { words(&lower).any(|word| word == name) } else { lower.contains(&name) }
        })
    }

    /// Whether a text names it as it is called today or was called before.
    pub fn is_or_was_named_in(&self, text: &str) -> bool {
        self.is_named_in(text) || self.former_name_in(text, NaiveDate::MAX).is_some()
    }

    /// The former name by which a text calls it, where it has another name on that day.
    pub fn former_name_in(&self, text: &str, on: NaiveDate) -> Option<&str> {
        let lower = text.to_lowercase();
        let gone = |former: &&Former| former.until.is_none_or(|until| until <= on);
        let named = |former: &&Former| lower.contains(&former.name.to_lowercase());
        self.former.iter().filter(gone).find(named).map(|former| former.name.as_str())
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '-')
}

pub(super) fn of(country: Country) -> Option<&'static Authority> {
    FILE.authority.iter().find(|authority| authority.is_in(country))
}

pub(super) fn all() -> &'static [Authority] {
    &FILE.authority
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renamed_authority_is_known_by_both_names() {
        let se = of(Country::from_code("SE").expect("a code")).expect("an authority");
        let on = |day: &str| se.former_name_in("klaga hos Datainspektionen", day.parse().expect("a date"));
        assert_eq!((on("2020-12-31"), on("2021-01-01")), (None, Some("Datainspektionen")));
        assert!(se.is_or_was_named_in("Datainspektionen") && !se.is_named_in("Datainspektionen"));
        let ie = of(Country::from_code("IE").expect("a code")).expect("an authority");
        assert!(ie.is_named_in("Data Protection Commission") && !ie.is_named_in("Data Protection Commissioner"));
        assert!(se.is_named_in("Integritetsskyddsmyndigheten") && se.is_named_in("IMY, Stockholm") && !se.is_named_in("timyan"));
    }
}
