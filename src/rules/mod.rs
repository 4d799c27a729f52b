//! All rules. One folder a family, one file a rule; a test compares the lists with the folders.

/// What rule files need.
mod prelude {
    pub(super) use crate::decode::{Citation, Country, Duration, Either, Entry, Lang, OrNone, Place, Text};
    pub(super) use crate::finding::{Spot, by_id, listed, listed_up_to};
    pub(super) use crate::model::*;
    pub(super) use crate::rule;
    pub(super) use crate::rule::{Ctx, Sink};
    pub(super) use crate::titles::Titled;
    pub(super) use crate::walk::{self, BasisIn, PurposeIn, RetentionIn, TextIn, TransferIn};
    pub(super) use crate::{flows, keeping, people, wordlists};
}

mod eprivacy;
mod hygiene;
mod identity;
mod purposes;
mod recipients;
mod retention;
mod rights;
mod security;
mod special_data;
mod transfers;

#[cfg(test)]
mod examples;

use std::sync::LazyLock;

use crate::decode::nearest_all;
use crate::rule::{Check, Rule};

/// A family of rules: its prefix, its name and its rules in the order of their codes.
pub struct Family {
    pub prefix: &'static str,
    pub name: &'static str,
    pub rules: &'static [&'static Rule],
}

/// All families.
pub const FAMILIES: &[Family] = &[
    Family { prefix: "PR0", name: "Register hygiene", rules: hygiene::RULES },
    Family { prefix: "PR1", name: "Identity and roles", rules: identity::RULES },
    Family { prefix: "PR2", name: "Purposes and legal basis", rules: purposes::RULES },
    Family { prefix: "PR3", name: "Special data and vulnerable people", rules: special_data::RULES },
    Family { prefix: "PR4", name: "Retention", rules: retention::RULES },
    Family { prefix: "PR5", name: "Recipients and processors", rules: recipients::RULES },
    Family { prefix: "PR6", name: "Transfers", rules: transfers::RULES },
    Family { prefix: "PR7", name: "Rights and transparency", rules: rights::RULES },
    Family { prefix: "PR8", name: "Security, impact assessments and automated decisions", rules: security::RULES },
    Family { prefix: "PR9", name: "Cookies, electronic marketing and AI", rules: eprivacy::RULES },
];

/// Every rule, in the order of the codes.
pub fn all() -> &'static [&'static Rule] {
    static ALL: LazyLock<Vec<&'static Rule>> =
        LazyLock::new(|| FAMILIES.iter().flat_map(|family| family.rules.iter().copied()).collect());
    &ALL
}

/// A rule by code or name.
pub fn find(name: &str) -> Option<&'static Rule> {
    all().iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(name) || rule.name == name)
}

/// Whether a pattern names a rule: its code, its name, or the beginning of its code (`PR6`).
pub fn matches(pattern: &str, rule: &Rule) -> bool {
    let pattern = pattern.trim();
    let digits = pattern.get(..2).filter(|start| start.eq_ignore_ascii_case("pr")).map(|_| &pattern[2..]);
    let in_family = |digits: &str| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && rule.code[2..].starts_with(digits)
    };
    rule.name == pattern || digits.is_some_and(in_family) || pattern.eq_ignore_ascii_case("all")
}

pub fn matching(pattern: &str) -> impl Iterator<Item = &'static Rule> {
    all().iter().copied().filter(move |rule| matches(pattern, rule))
}

/// Codes and names most like an unknown one.
pub fn nearest(name: &str) -> Vec<String> {
    let names = all().iter().flat_map(|rule| [rule.code, rule.name]);
    let mut found: Vec<String> = nearest_all(name, names, 3).into_iter().map(str::to_owned).collect();
    if found.is_empty() {
        let word = name.to_lowercase();
        found = all().iter().filter(|rule| rule.name.contains(&word)).take(3).map(|rule| rule.name.to_owned()).collect();
    }
    found
}

/// The rule on suppressions, which is checked when they are applied.
pub fn suppressions() -> &'static Rule {
    static RULE: LazyLock<&'static Rule> = LazyLock::new(|| {
        all().iter().copied().find(|rule| matches!(rule.check, Check::Suppressions(()))).expect("one rule checks suppressions")
    });
    &RULE
}

/// What cannot be read as written cannot be silenced either; a place left to fill in neither.
pub fn may_be_suppressed(rule: &Rule) -> bool {
    !matches!(rule.check, Check::Structure(_) | Check::Suppressions(())) && rule.code != "PR006"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_a_code_a_name_or_how_codes_begin() {
        let rule = find("PR601").expect("a rule");
        for pattern in ["PR601", "pr6", " PR60 ", "all", rule.name] {
            assert!(matches(pattern, rule), "{pattern}");
        }
        for pattern in ["", "PR", "PR7", "PRx", "6", "漢", "aå", "p🦀"] {
            assert!(!matches(pattern, rule), "{pattern}");
        }
    }
}
