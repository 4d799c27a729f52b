//! PR4: how long data are kept.

use crate::rule::Rule;

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
];
