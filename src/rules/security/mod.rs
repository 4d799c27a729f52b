//! PR8: security, impact assessments, automated decisions.

use crate::rule::Rule;

mod pr801_measures_missing_or_generic;
mod pr802_security_wording;
mod pr803_dpia_mandatory;
mod pr804_dpia_likely;
mod pr805_prior_consultation_missing;
mod pr806_automated_decision_without_ground;
mod pr807_automated_decision_on_special_data;
mod pr808_automated_decision_safeguards_missing;
mod pr809_external_score_decides;
mod pr810_breach_and_people_risk_gap;
mod pr811_automated_decisions_unanswered;
mod pr812_needed_assessment_missing;

pub(super) const RULES: &[&Rule] = &[
    &pr801_measures_missing_or_generic::RULE,
    &pr802_security_wording::RULE,
    &pr803_dpia_mandatory::RULE,
    &pr804_dpia_likely::RULE,
    &pr805_prior_consultation_missing::RULE,
    &pr806_automated_decision_without_ground::RULE,
    &pr807_automated_decision_on_special_data::RULE,
    &pr808_automated_decision_safeguards_missing::RULE,
    &pr809_external_score_decides::RULE,
    &pr810_breach_and_people_risk_gap::RULE,
    &pr811_automated_decisions_unanswered::RULE,
    &pr812_needed_assessment_missing::RULE,
];
