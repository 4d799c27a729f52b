//! What national law adds: `data/law/national.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{day_or_none, holds, read};
use crate::decode::Country;
use crate::model::Art9;

/// What one country adds to the GDPR.
#[derive(Debug, Deserialize)]
pub struct National {
    /// Short name of its data protection act.
    pub act: Option<String>,
    #[serde(default)]
    age_of_consent: Vec<Age>,
    /// Where the age of consent stands.
    pub age_provision: Option<String>,
    age_confidence: Option<String>,
    cookies: Option<CookieRule>,
    national_id: Option<NationalId>,
    criminal_data: Option<CriminalData>,
    consent_of_employees: Option<EmployeeConsent>,
}

#[derive(Debug, Deserialize)]
struct Age {
    age: u32,
    #[serde(default, deserialize_with = "day_or_none")]
    from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "day_or_none")]
    until: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
struct CookieRule {
    provision: String,
    #[serde(default, deserialize_with = "day_or_none")]
    from: Option<NaiveDate>,
    /// The rule until the day before.
    before: Option<String>,
    #[serde(default)]
    exempts_statistics: bool,
    /// Since when, where it was not always so.
    #[serde(default, deserialize_with = "day_or_none")]
    exempts_statistics_from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "day_or_none")]
    browser_settings_until: Option<NaiveDate>,
}

/// Rule on the national identity number (Art. 87).
#[derive(Debug, Deserialize)]
pub struct NationalId {
    pub provision: String,
    pub rule: String,
    /// What may carry its use, in the words of the format: `id-ground`, `law`, `consent`. Empty where that is not known.
    #[serde(default)]
    pub grounds: Vec<String>,
}

/// General permission for private bodies to use data on offences (Art. 10).
#[derive(Debug, Deserialize)]
struct CriminalData {
    provision: String,
    /// Conditions of Art. 9(2) that are enough for these data as well.
    conditions: Vec<String>,
}

/// What national law says on consent at work (Art. 88).
#[derive(Debug, Deserialize)]
struct EmployeeConsent {
    /// With its provision, as a label beside the consent.
    rule: String,
}

static FILE: LazyLock<BTreeMap<String, toml::Value>> =
    LazyLock::new(|| read("national.toml", include_str!("../../data/law/national.toml")));

static COUNTRIES: LazyLock<BTreeMap<&str, National>> = LazyLock::new(|| {
    let tables = FILE.iter().filter(|(_, value)| value.is_table());
    tables.map(|(code, value)| (code.as_str(), value.clone().try_into().expect("the law is tested"))).collect()
});

pub(super) fn of(country: Country) -> Option<&'static National> {
    COUNTRIES.get(country.code())
}

impl National {
    /// Age of consent to an online service (Art. 8) on a day; `None` where it is not known for certain.
    pub fn age_of_consent(&self, on: NaiveDate) -> Option<u32> {
        let is_sure = self.age_confidence.as_deref() != Some("low");
        self.age_of_consent.iter().filter(|_| is_sure).find(|age| holds(age.from, age.until, on)).map(|age| age.age)
    }

    /// The national rule behind Art. 5(3) Directive 2002/58/EC on a day; `None` where it is not known, or demanded no consent.
    pub fn cookie_provision(&self, on: NaiveDate) -> Option<&str> {
        let rule = self.cookies.as_ref()?;
        if rule.from.is_none_or(|from| from <= on) { Some(&rule.provision) } else { rule.before.as_deref() }
    }

    /// Whether some measuring of visits goes without consent there on a day.
    pub fn exempts_statistics(&self, on: NaiveDate) -> bool {
        let exempts = |rule: &CookieRule| rule.exempts_statistics && rule.exempts_statistics_from.is_none_or(|from| from <= on);
        self.cookies.as_ref().is_some_and(exempts)
    }

    /// Whether settings of the browser counted as consent on a day.
    pub fn accepts_browser_settings(&self, on: NaiveDate) -> bool {
        self.cookies.as_ref().and_then(|rule| rule.browser_settings_until).is_some_and(|until| on <= until)
    }

    pub fn national_id(&self) -> Option<&NationalId> {
        self.national_id.as_ref()
    }

    /// What national law says on consent at work, with its provision.
    pub fn consent_of_employees(&self) -> Option<&str> {
        self.consent_of_employees.as_ref().map(|consent| &*consent.rule)
    }

    /// The provision under which a condition of Art. 9(2) is enough for data on offences.
    pub fn allows_criminal_data(&self, condition: Art9) -> Option<&str> {
        let rule = self.criminal_data.as_ref()?;
        rule.conditions.iter().any(|own| own == condition.id()).then_some(&rule.provision)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(code: &str) -> &'static National {
        of(Country::from_code(code).expect("a code")).expect("a country")
    }

    #[test]
    fn denmark_raised_the_age_of_consent() {
        let on = |day: &str| country("DK").age_of_consent(day.parse().expect("a date"));
        assert_eq!((on("2023-12-31"), on("2024-01-01")), (Some(13), Some(15)));
    }

    #[test]
    fn conditions_for_criminal_data_are_values_of_the_format() {
        for rule in COUNTRIES.values().filter_map(|national| national.criminal_data.as_ref()) {
            assert!(rule.conditions.iter().all(|condition| Art9::parse(condition).is_some()), "{}", rule.provision);
        }
        assert!(country("NO").allows_criminal_data(Art9::ExplicitConsent).is_some());
        assert!(country("SE").allows_criminal_data(Art9::ExplicitConsent).is_none());
    }

    #[test]
    fn norway_changed_its_cookie_rule() {
        let on = |day: &str| country("NO").cookie_provision(day.parse().expect("a date"));
        assert!(on("2024-12-31").is_some_and(|rule| rule.contains("2-7 b")));
        assert_eq!(on("2025-01-01"), Some("ekomloven § 3-15"));
        let browser = |day: &str| country("NO").accepts_browser_settings(day.parse().expect("a date"));
        assert_eq!((browser("2024-12-31"), browser("2025-01-01")), (true, false));
    }

    #[test]
    fn britain_exempted_statistics_with_schedule_a1() {
        let on = |code: &str, day: &str| country(code).exempts_statistics(day.parse().expect("a date"));
        assert_eq!((on("GB", "2026-02-04"), on("GB", "2026-02-05"), on("GB", "2026-02-06")), (false, true, true));
        assert!(on("FR", "2026-11-22") && !on("NO", "2026-11-22"));
    }
}
