//! PR9: cookies, electronic marketing, AI.

use crate::rule::Rule;

mod pr901_storage_without_consent;
mod pr902_doubtful_necessity;
mod pr903_storage_undescribed;
mod pr904_browser_settings_as_consent;
mod pr905_cookie_wall;
mod pr906_eprivacy_as_gdpr_basis;
mod pr907_electronic_marketing_without_consent;
mod pr908_ai_undeclared;
mod pr909_ai_training_without_purpose;
mod pr910_ai_not_disclosed;
mod pr911_ai_high_risk_use;
mod pr912_ai_prohibited_use;
mod pr913_ai_decides_unannounced;
mod pr914_refusal_harder_than_consent;
mod pr915_refusal_contradicted;

pub(super) const RULES: &[&Rule] = &[
    &pr901_storage_without_consent::RULE,
    &pr902_doubtful_necessity::RULE,
    &pr903_storage_undescribed::RULE,
    &pr904_browser_settings_as_consent::RULE,
    &pr905_cookie_wall::RULE,
    &pr906_eprivacy_as_gdpr_basis::RULE,
    &pr907_electronic_marketing_without_consent::RULE,
    &pr908_ai_undeclared::RULE,
    &pr909_ai_training_without_purpose::RULE,
    &pr910_ai_not_disclosed::RULE,
    &pr911_ai_high_risk_use::RULE,
    &pr912_ai_prohibited_use::RULE,
    &pr913_ai_decides_unannounced::RULE,
    &pr914_refusal_harder_than_consent::RULE,
    &pr915_refusal_contradicted::RULE,
];
