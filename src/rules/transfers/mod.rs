//! PR6: transfers to third countries.

use crate::rule::Rule;

mod pr601_transfer_without_mechanism;
mod pr602_third_country_unnamed;
mod pr603_adequacy_not_in_force;
mod pr604_adequacy_out_of_scope;
mod pr605_dpf_not_verified;
mod pr606_dpf_excludes_hr_data;
mod pr607_invalid_transfer_instrument;
mod pr608_withdrawn_sccs;
mod pr609_scc_module_wrong;
mod pr610_transfer_assessment_missing;
mod pr611_supplementary_measures_ineffective;
mod pr612_remote_access_is_transfer;
mod pr613_subprocessor_transfer_uncovered;
mod pr614_third_country_parent;
mod pr615_derogation_systematic;
mod pr616_derogation_consent_invalid;
mod pr617_compelling_interests_undocumented;
mod pr618_safeguards_copy_missing;
mod pr619_international_organisation_transfer;
mod pr620_mechanism_without_place;

pub(super) const RULES: &[&Rule] = &[
    &pr601_transfer_without_mechanism::RULE,
    &pr602_third_country_unnamed::RULE,
    &pr603_adequacy_not_in_force::RULE,
    &pr604_adequacy_out_of_scope::RULE,
    &pr605_dpf_not_verified::RULE,
    &pr606_dpf_excludes_hr_data::RULE,
    &pr607_invalid_transfer_instrument::RULE,
    &pr608_withdrawn_sccs::RULE,
    &pr609_scc_module_wrong::RULE,
    &pr610_transfer_assessment_missing::RULE,
    &pr611_supplementary_measures_ineffective::RULE,
    &pr612_remote_access_is_transfer::RULE,
    &pr613_subprocessor_transfer_uncovered::RULE,
    &pr614_third_country_parent::RULE,
    &pr615_derogation_systematic::RULE,
    &pr616_derogation_consent_invalid::RULE,
    &pr617_compelling_interests_undocumented::RULE,
    &pr618_safeguards_copy_missing::RULE,
    &pr619_international_organisation_transfer::RULE,
    &pr620_mechanism_without_place::RULE,
];
