//! PR3: special categories, vulnerable people, national identity numbers.

use crate::rule::Rule;

mod pr301_special_data_needs_both;
mod pr302_not_an_art9_condition;
mod pr303_art9_condition_unsupported;
mod pr304_unmarked_special_data;
mod pr305_criminal_data_without_authority;
mod pr306_national_id_without_ground;
mod pr307_child_consent_below_age;
mod pr308_anonymous_but_identifying;
mod pr309_vital_or_made_public_misused;

pub(super) const RULES: &[&Rule] = &[
    &pr301_special_data_needs_both::RULE,
    &pr302_not_an_art9_condition::RULE,
    &pr303_art9_condition_unsupported::RULE,
    &pr304_unmarked_special_data::RULE,
    &pr305_criminal_data_without_authority::RULE,
    &pr306_national_id_without_ground::RULE,
    &pr307_child_consent_below_age::RULE,
    &pr308_anonymous_but_identifying::RULE,
    &pr309_vital_or_made_public_misused::RULE,
];
