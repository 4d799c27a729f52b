//! Where the GDPR applies: `data/law/eea.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{day, day_or_none, holds, read};
use crate::decode::Country;

#[derive(Debug, Deserialize)]
struct File {
    gdpr: Gdpr,
    member: Vec<Member>,
}

#[derive(Debug, Deserialize)]
struct Gdpr {
    #[serde(deserialize_with = "day")]
    applies: NaiveDate,
    #[serde(deserialize_with = "day")]
    applies_efta: NaiveDate,
}

#[derive(Debug, Deserialize)]
struct Member {
    codes: Vec<String>,
    group: String,
    #[serde(default, deserialize_with = "day_or_none")]
    until: Option<NaiveDate>,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("eea.toml", include_str!("../../data/law/eea.toml")));

static MEMBERS: LazyLock<HashMap<&str, &Member>> = LazyLock::new(|| {
    FILE.member.iter().flat_map(|member| member.codes.iter().map(move |code| (code.as_str(), member))).collect()
});

pub(super) fn is_member(country: Country, on: NaiveDate) -> bool {
    MEMBERS.get(country.code()).is_some_and(|member| holds(None, member.until, on))
}

pub(super) fn is_efta(country: Country) -> bool {
    MEMBERS.get(country.code()).is_some_and(|member| member.group == "efta")
}

pub(super) fn gdpr_since(country: Country) -> NaiveDate {
    match MEMBERS.get(country.code()) {
        Some(member) if member.group == "efta" => FILE.gdpr.applies_efta,
        _ => FILE.gdpr.applies,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_united_kingdom_left_at_the_end_of_2020() {
        let gb = Country::from_code("GB").expect("a code");
        let on = |day: &str| is_member(gb, day.parse().expect("a date"));
        assert!(on("2020-12-30") && on("2020-12-31") && !on("2021-01-01"));
    }

    #[test]
    fn norway_follows_later() {
        let day = |code: &str| gdpr_since(Country::from_code(code).expect("a code")).to_string();
        assert_eq!((day("NO").as_str(), day("SE").as_str()), ("2018-07-20", "2018-05-25"));
    }
}
