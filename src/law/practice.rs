//! Small tables: DPO, record exemption, electronic marketing, AI Act, lists under Art. 35(4), vendors.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{day, read};
use crate::decode::Country;
use crate::model::AiUse;

#[derive(Debug, Deserialize)]
struct DpoFile {
    conflicting_posts: Posts,
    threshold: Vec<Threshold>,
}

#[derive(Debug, Deserialize)]
struct Posts {
    words: Vec<String>,
}

/// National duty to designate a DPO (Art. 37(4)).
#[derive(Debug, Deserialize)]
pub struct Threshold {
    country: String,
    pub people: u32,
    pub provision: String,
    pub text: String,
}

#[derive(Debug, Deserialize)]
struct RecordFile {
    exemption: Vec<Exemption>,
}

#[derive(Debug, Deserialize)]
struct Exemption {
    #[serde(deserialize_with = "day")]
    valid_from: NaiveDate,
    employees_below: u32,
}

#[derive(Debug, Deserialize)]
struct EprivacyFile {
    marketing: BTreeMap<String, Marketing>,
}

/// National rule on electronic marketing.
#[derive(Debug, Deserialize)]
pub struct Marketing {
    pub provision: String,
    companies: String,
}

impl Marketing {
    /// Whether people at companies may be written to until they refuse; `None` where that is not known.
    pub fn allows_opt_out_at_companies(&self) -> Option<bool> {
        match self.companies.as_str() {
            "opt-out" => Some(true),
            "consent" => Some(false),
            _ => None,
        }
    }
}

#[derive(Debug, Deserialize)]
struct AiFile {
    prohibited: AiPart,
    transparency: AiPart,
    high_risk: AiPart,
}

#[derive(Debug, Deserialize)]
struct AiPart {
    #[serde(deserialize_with = "day")]
    applies: NaiveDate,
    #[serde(default)]
    uses: Vec<String>,
    #[serde(default)]
    exception_possible: Vec<String>,
}

/// A list under Art. 35(4).
#[derive(Debug, Deserialize)]
pub struct DpiaList {
    /// Two criteria are a duty there, not only a strong sign.
    pub two_criteria: bool,
    pub entries: Vec<DpiaEntry>,
}

/// Processing that needs an assessment there.
#[derive(Debug, Deserialize)]
pub struct DpiaEntry {
    /// What is looked for in the register.
    pub test: String,
    pub text: String,
    combine: String,
}

impl DpiaEntry {
    /// Whether it is enough by itself; otherwise another criterion must hold.
    pub fn is_enough(&self) -> bool {
        self.combine == "alone"
    }
}

#[derive(Debug, Deserialize)]
struct VendorFile {
    vendor: Vec<Vendor>,
}

/// A company or product that needs a second look.
#[derive(Debug, Deserialize)]
pub struct Vendor {
    names: Vec<String>,
    pub class: Option<String>,
    #[serde(default)]
    pub own_purposes: bool,
    parent: Option<String>,
}

impl Vendor {
    pub fn parent(&self) -> Option<Country> {
        self.parent.as_deref().and_then(Country::from_code)
    }

    /// Whether the product serves the site's owner, not the visitor.
    pub fn is_for_the_owner(&self) -> bool {
        matches!(self.class.as_deref(), Some("analytics" | "advertising" | "social" | "heatmap" | "a-b-test" | "video"))
    }

    pub fn is_ai(&self) -> bool {
        self.class.as_deref() == Some("ai")
    }
}

macro_rules! table {
    ($name:ident: $type:ty = $file:literal) => {
        static $name: LazyLock<$type> = LazyLock::new(|| read($file, include_str!(concat!("../../data/law/", $file))));
    };
}

table!(DPO: DpoFile = "dpo.toml");
table!(RECORD: RecordFile = "record.toml");
table!(EPRIVACY: EprivacyFile = "eprivacy.toml");
table!(AI: AiFile = "ai_act.toml");
table!(VENDORS: VendorFile = "vendors.toml");
table!(DPIA: BTreeMap<String, toml::Value> = "dpia.toml");

static LISTS: LazyLock<BTreeMap<&str, DpiaList>> = LazyLock::new(|| {
    let tables = DPIA.iter().filter(|(_, value)| value.is_table());
    tables.map(|(code, value)| (code.as_str(), value.clone().try_into().expect("the law is tested"))).collect()
});

/// The word of a post that usually conflicts with the office of a DPO.
pub(super) fn conflicting_post(post: &str) -> Option<&'static str> {
    let lower = post.to_lowercase();
    let found = |word: &&String| {
        let own = word.to_lowercase();
        // Abbreviations and short words must stand by themselves.
        if own.len() <= 4 {
            lower.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == own)
        } else {
            lower.contains(&own)
        }
    };
    DPO.conflicting_posts.words.iter().find(found).map(String::as_str)
}

pub(super) fn dpo_threshold(country: Country) -> Option<&'static Threshold> {
    DPO.threshold.iter().find(|threshold| threshold.country == country.code())
}

pub(super) fn record_exempt_below(on: NaiveDate) -> Option<u32> {
    RECORD.exemption.iter().rev().find(|rule| rule.valid_from <= on).map(|rule| rule.employees_below)
}

pub(super) fn marketing(country: Country) -> Option<&'static Marketing> {
    EPRIVACY.marketing.get(country.code())
}

pub(super) fn is_prohibited_ai(use_of: AiUse, on: NaiveDate) -> bool {
    AI.prohibited.applies <= on && AI.prohibited.uses.iter().any(|own| own == use_of.id())
}

pub(super) fn may_be_excepted(use_of: AiUse) -> bool {
    AI.prohibited.exception_possible.iter().any(|own| own == use_of.id())
}

pub(super) fn is_high_risk_ai(use_of: AiUse) -> bool {
    AI.high_risk.uses.iter().any(|own| own == use_of.id())
}

pub(super) fn high_risk_applies(on: NaiveDate) -> bool {
    AI.high_risk.applies <= on
}

pub(super) fn ai_transparency_applies(on: NaiveDate) -> bool {
    AI.transparency.applies <= on
}

pub(super) fn dpia_list(country: Country) -> Option<&'static DpiaList> {
    LISTS.get(country.code())
}

/// The vendor, of those that a test accepts, whose name stands in a text as whole words.
pub(super) fn vendor(text: &str, accepts: impl Fn(&Vendor) -> bool) -> Option<&'static Vendor> {
    let lower = text.to_lowercase();
    let stands = |name: &String| {
        let name = name.to_lowercase();
        lower.match_indices(&name).any(|(at, _)| {
            let before = lower[..at].chars().next_back();
            let after = lower[at + name.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    };
    VENDORS.vendor.iter().filter(|vendor| accepts(vendor)).find(|vendor| vendor.names.iter().any(stands))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_found_by_word() {
        assert_eq!(conflicting_post("Prosess- og Systemarkitekt"), Some("systemarkitekt"));
        assert_eq!(conflicting_post("Legal adviser"), None);
        assert_eq!(conflicting_post("Advokat i vd-staben"), Some("VD"));
    }

    #[test]
    fn uses_of_ai_are_values_of_the_format() {
        for use_of in AI.prohibited.uses.iter().chain(&AI.high_risk.uses).chain(&AI.prohibited.exception_possible) {
            assert!(AiUse::parse(use_of).is_some(), "{use_of}");
        }
        assert!(LISTS.contains_key("NO"));
    }

    #[test]
    fn vendors_are_found_as_whole_words() {
        assert!(vendor("Hosted at Google Analytics", |vendor| vendor.class.is_some()).is_some());
        assert!(vendor("Googleplex Gardens", |_| true).is_none());
        assert_eq!(record_exempt_below("2026-11-22".parse().expect("a date")), Some(250));
    }
}
