//! Shared rules on how long data are kept.

use chrono::NaiveDate;

use super::{DataCategory, Method, Phrase, Then};
use crate::decode::{Citation, Duration, List, Ref, Text};
use crate::table;

table! {
    /// How long, and why.
    pub struct RetentionRule = "retention_rule", "entries of `retention:`; also inline where a retention is asked for" {
        /// Retention phrase
        period: Option<Phrase> [when "criterion is absent"; asked "PR401"; public; gdpr "30(1)(f), 13(2)(a)"],
        /// Criterion, where no period can be given
        criterion: Option<Text> [public; gdpr "13(2)(a)"],
        /// Provision that demands it
        law: List<Citation> [public; gdpr "6(1)(c)"],
        /// Reason
        why: Option<Text> [public; gdpr "5(1)(e)"],
        /// What happens at the end
        then: Option<Then> [public; default "delete"; gdpr "17"],
        /// What is kept longer, and when
        exceptions: List<RetentionException> [public; gdpr "13(2)(a)"],
        /// How long copies survive in backups: `90 days after deletion`
        backups: Option<Phrase> [public; gdpr "5(1)(e)"],
        /// Deleted earlier on request
        on_request: Option<bool> [public; default "no"; gdpr "17"],
        /// How deletion is carried out
        method: Option<Method> [gdpr "5(2)"],
        /// Interval of clean-up
        review_every: Option<Duration> [gdpr "5(1)(e)"],
        /// Last time deletion was verified
        checked: Option<NaiveDate> [past; gdpr "5(2)"; evidence],
        /// Wording, where the phrase cannot be rendered well
        text: Option<Text> [public; gdpr "13(2)(a)"],
        /// Last change
        changed: Option<NaiveDate> [past; gdpr "13(3)"; evidence],
    }
}

table! {
    /// Kept longer.
    pub struct RetentionException = "retention_exception", "an entry of `exceptions` of a retention rule" {
        /// In which case
        when: Option<Text> [required; public; gdpr "13(2)(a)"],
        /// How long then
        period: Option<Phrase> [public; gdpr "13(2)(a)"],
        /// Only these categories
        data_categories: List<Ref<DataCategory>> [public; default "all"],
        /// Only these items
        fields: List<Text> [public; default "all"],
        /// Provision
        law: List<Citation> [public; gdpr "6(1)(c)"],
    }
}

table! {
    /// Own start events.
    pub struct Event = "event", "entries of `events:`" {
        /// As in "after ..."
        name: Option<Text> [required; public; gdpr "13(2)(a)"],
        /// May never come or is in the person's hands
        may_never_happen: Option<bool> [default "no"; gdpr "5(1)(e)"],
    }
}
