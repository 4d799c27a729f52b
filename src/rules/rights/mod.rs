//! PR7: rights and transparency.

use crate::rule::Rule;

mod pr701_activity_not_in_notice;
mod pr702_source_missing;
mod pr703_obligation_to_provide_missing;
mod pr704_right_withheld;
mod pr705_right_overpromised;
mod pr706_marketing_opt_out_missing;
mod pr707_request_barrier;
mod pr708_reply_deadline_too_long;
mod pr709_request_channel_missing;
mod pr710_complaint_authority_missing;
mod pr711_hedged_language;
mod pr712_check_back_clause;
mod pr713_notice_behind_register;
mod pr714_notice_hides_third_country;
mod pr715_notice_too_late_for_indirect_data;
mod pr716_commitment_contradicted;

pub(super) const RULES: &[&Rule] = &[
    &pr701_activity_not_in_notice::RULE,
    &pr702_source_missing::RULE,
    &pr703_obligation_to_provide_missing::RULE,
    &pr704_right_withheld::RULE,
    &pr705_right_overpromised::RULE,
    &pr706_marketing_opt_out_missing::RULE,
    &pr707_request_barrier::RULE,
    &pr708_reply_deadline_too_long::RULE,
    &pr709_request_channel_missing::RULE,
    &pr710_complaint_authority_missing::RULE,
    &pr711_hedged_language::RULE,
    &pr712_check_back_clause::RULE,
    &pr713_notice_behind_register::RULE,
    &pr714_notice_hides_third_country::RULE,
    &pr715_notice_too_late_for_indirect_data::RULE,
    &pr716_commitment_contradicted::RULE,
];
