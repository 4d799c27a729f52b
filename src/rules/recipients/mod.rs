//! PR5: recipients and processors.

use crate::rule::Rule;

mod pr501_recipients_undeclared;
mod pr502_generic_recipient;
mod pr503_processor_without_contract;
mod pr504_subprocessors_unknown;
mod pr505_subprocessors_unauthorised;
mod pr506_host_not_a_recipient;
mod pr507_recipient_country_missing;
mod pr508_disclosure_without_basis;
mod pr509_processor_with_own_purposes;
mod pr510_processor_record_missing;
mod pr511_processor_record_incomplete;
mod pr512_group_is_not_one;
mod pr513_processor_out_of_use;
mod pr514_processor_and_joint_controller;
mod pr515_receiver_not_in_activity;

pub(super) const RULES: &[&Rule] = &[
    &pr501_recipients_undeclared::RULE,
    &pr502_generic_recipient::RULE,
    &pr503_processor_without_contract::RULE,
    &pr504_subprocessors_unknown::RULE,
    &pr505_subprocessors_unauthorised::RULE,
    &pr506_host_not_a_recipient::RULE,
    &pr507_recipient_country_missing::RULE,
    &pr508_disclosure_without_basis::RULE,
    &pr509_processor_with_own_purposes::RULE,
    &pr510_processor_record_missing::RULE,
    &pr511_processor_record_incomplete::RULE,
    &pr512_group_is_not_one::RULE,
    &pr513_processor_out_of_use::RULE,
    &pr514_processor_and_joint_controller::RULE,
    &pr515_receiver_not_in_activity::RULE,
];
