//! The register's own additions to the built-in law.

use chrono::NaiveDate;

use super::{CountryOrUnion, Event};
use crate::decode::{Citation, Duration, Excerpt, Ref, Text, Url};
use crate::table;

table! {
    /// Own additions to the built-in law.
    pub struct Statute = "law", "entries of `laws:`" {
        /// Name of the act
        name: Option<Text> [required; public; gdpr "6(3)"],
        /// Whose law
        country: Option<CountryOrUnion> [required; gdpr "6(3)"],
        /// Provision
        provision: Option<Excerpt> [public; gdpr "6(3)"],
        /// Period it demands
        retention: Option<Box<StatuteRetention>> [gdpr "5(1)(e)"],
        /// From
        in_force: Option<NaiveDate> [ahead],
        /// Repealed
        repealed_on: Option<NaiveDate> [ahead; after "in_force"],
        /// Successor
        replaced_by: Option<Citation> [],
        /// Text
        url: Option<Url> [public],
    }
}

table! {
    /// Period demanded by law.
    pub struct StatuteRetention = "law_retention", "`retention` of a law" {
        /// At least
        min: Option<Duration> [gdpr "5(1)(e)"],
        /// At most
        max: Option<Duration> [gdpr "5(1)(e)"],
        /// Start
        after: Option<Ref<Event>> [required; gdpr "5(1)(e)"],
    }
}
