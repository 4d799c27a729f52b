//! PR4: how long data are kept.

use crate::decode::{Duration, Entry, Lang};
use crate::keeping;
use crate::model::Event;
use crate::rule::{Ctx, Rule};

mod pr401_retention_missing;
mod pr402_retention_vague;
mod pr403_retention_without_start;
mod pr404_retention_open_ended;
mod pr405_retention_below_law;
mod pr406_retention_above_law;
mod pr407_retention_contradiction;
mod pr408_retention_above_benchmark;
mod pr409_consent_data_kept;
mod pr410_retention_above_statutory_cap;
mod pr411_deletion_not_carried_out;
mod pr412_temporary_data_kept;
mod pr413_backups_outlive_period;
mod pr414_request_against_law;
mod pr415_retention_left_to_others;

pub(super) const RULES: &[&Rule] = &[
    &pr401_retention_missing::RULE,
    &pr402_retention_vague::RULE,
    &pr403_retention_without_start::RULE,
    &pr404_retention_open_ended::RULE,
    &pr405_retention_below_law::RULE,
    &pr406_retention_above_law::RULE,
    &pr407_retention_contradiction::RULE,
    &pr408_retention_above_benchmark::RULE,
    &pr409_consent_data_kept::RULE,
    &pr410_retention_above_statutory_cap::RULE,
    &pr411_deletion_not_carried_out::RULE,
    &pr412_temporary_data_kept::RULE,
    &pr413_backups_outlive_period::RULE,
    &pr414_request_against_law::RULE,
    &pr415_retention_left_to_others::RULE,
];

/// The languages in which a period may be written that is none of the format's: those of the register, and English.
fn langs(ctx: &Ctx<'_>) -> Vec<Lang> {
    let own = ctx.register.languages().iter().copied();
    own.filter(|lang| *lang != Lang::EN).chain([Lang::EN]).collect()
}

/// `3 years after case-closed`, with a limit where the event may never come.
fn bounded(time: &str, event: &Entry<Event>) -> String {
    with_limit(&format!("{time} after {}", event.id), Duration::parse(time).as_ref(), event)
}

/// `until case-closed`, with a limit where the event may never come.
fn until(event: &Entry<Event>) -> String {
    with_limit(&format!("until {}", event.id), None, event)
}

/// A period with an upper limit that counts from inactivity, where its event is in the person's hands. In quotes, as it has a
/// comma: inside `{...}` that would end the value.
fn with_limit(period: &str, time: Option<&Duration>, event: &Entry<Event>) -> String {
    if keeping::ends_by_itself(event) {
        return period.to_owned();
    }
    let start = match &*event.id {
        "account-closed" => "last-login",
        "unsubscribed" => "last-open",
        _ => "last-contact",
    };
    // A limit below the period itself would contradict it.
    let years = time.map_or(0.0, Duration::days) / Duration::months(12).days();
    format!("\"{period}, at most {} years after {start}\"", (years.ceil() as u32 + 1).max(2))
}
