//! PR2: purposes and legal bases.

use crate::rule::Rule;

mod pr201_activity_without_purpose;
mod pr202_purpose_without_legal_basis;
mod pr203_vague_purpose;
mod pr204_several_bases_for_one_purpose;
mod pr205_data_description_missing;
mod pr206_contract_with_non_party;
mod pr207_contract_not_necessary;
mod pr208_consent_in_employment;
mod pr209_consent_under_authority;
mod pr210_consent_as_condition;
mod pr211_consent_by_use;
mod pr212_consent_not_by_data_subject;
mod pr213_consent_incomplete;
mod pr214_legitimate_interest_unnamed;
mod pr215_legitimate_interest_without_assessment;
mod pr216_legitimate_interest_by_authority;
mod pr217_basis_without_law;
mod pr218_foreign_law_as_obligation;
mod pr219_further_processing_untested;
mod pr220_free_text_without_care;

pub(super) const RULES: &[&Rule] = &[
    &pr201_activity_without_purpose::RULE,
    &pr202_purpose_without_legal_basis::RULE,
    &pr203_vague_purpose::RULE,
    &pr204_several_bases_for_one_purpose::RULE,
    &pr205_data_description_missing::RULE,
    &pr206_contract_with_non_party::RULE,
    &pr207_contract_not_necessary::RULE,
    &pr208_consent_in_employment::RULE,
    &pr209_consent_under_authority::RULE,
    &pr210_consent_as_condition::RULE,
    &pr211_consent_by_use::RULE,
    &pr212_consent_not_by_data_subject::RULE,
    &pr213_consent_incomplete::RULE,
    &pr214_legitimate_interest_unnamed::RULE,
    &pr215_legitimate_interest_without_assessment::RULE,
    &pr216_legitimate_interest_by_authority::RULE,
    &pr217_basis_without_law::RULE,
    &pr218_foreign_law_as_obligation::RULE,
    &pr219_further_processing_untested::RULE,
    &pr220_free_text_without_care::RULE,
];
