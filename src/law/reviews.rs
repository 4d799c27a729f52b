//! After how long something is looked at again where a register sets no time: `data/law/reviews.toml`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{day, read};
use crate::decode::Duration;

/// What is looked at again.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// Whatever has no interval of its own (Art. 24(1)).
    Entry,
    /// An assessment (Art. 35(11)).
    Assessment,
    /// Whether deletion works (Art. 5(1)(e)).
    Deletion,
    /// A company's entry in the list of the Data Privacy Framework (Decision (EU) 2023/1795).
    DpfEntry,
}

#[derive(Debug, Deserialize)]
struct File {
    interval: Vec<Interval>,
}

#[derive(Debug, Deserialize)]
struct Interval {
    #[serde(rename = "id")]
    of: Review,
    months: u32,
    #[serde(deserialize_with = "day")]
    valid_from: NaiveDate,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("reviews.toml", include_str!("../../data/law/reviews.toml")));

/// The interval that began last; before all of them the first, as looking again is wise also where nobody demands it yet.
pub(super) fn interval(of: Review, on: NaiveDate) -> Duration {
    let own = || FILE.interval.iter().filter(|interval| interval.of == of);
    let began = own().filter(|interval| interval.valid_from <= on).max_by_key(|interval| interval.valid_from);
    let interval = began.or_else(|| own().min_by_key(|interval| interval.valid_from)).expect("the law is tested");
    Duration::months(interval.months)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Assessment, Settings};

    /// What fields of the format say of their default is what is reckoned with.
    #[test]
    fn the_format_says_the_same() {
        let today = "2026-11-22".parse().expect("a date");
        for (table, review) in [(Settings::INFO, Review::Entry), (Assessment::INFO, Review::Assessment)] {
            let field = table.field("review_every").expect("a field");
            assert_eq!(field.default, Some(&*interval(review, today).to_string()));
        }
    }

    #[test]
    fn every_matter_has_an_interval_on_every_day() {
        for review in [Review::Entry, Review::Assessment, Review::Deletion, Review::DpfEntry] {
            assert!(interval(review, NaiveDate::MIN).days() > 0.0 && interval(review, NaiveDate::MAX).days() > 0.0);
        }
    }
}
