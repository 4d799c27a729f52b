//! PR1: who is responsible.

use crate::rule::Rule;

mod pr101_controller_identity_incomplete;
mod pr102_dpo_not_designated;
mod pr103_dpo_contact_incomplete;
mod pr104_dpo_conflict_of_interest;
mod pr105_representative_missing;
mod pr106_joint_controllers_without_arrangement;
mod pr107_processor_data_reused;
mod pr108_record_exemption_misapplied;
mod pr109_dpo_national_threshold;

pub(super) const RULES: &[&Rule] = &[
    &pr101_controller_identity_incomplete::RULE,
    &pr102_dpo_not_designated::RULE,
    &pr103_dpo_contact_incomplete::RULE,
    &pr104_dpo_conflict_of_interest::RULE,
    &pr105_representative_missing::RULE,
    &pr106_joint_controllers_without_arrangement::RULE,
    &pr107_processor_data_reused::RULE,
    &pr108_record_exemption_misapplied::RULE,
    &pr109_dpo_national_threshold::RULE,
];
