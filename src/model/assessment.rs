//! Documented assessments: balancing tests, DPIAs, TIAs, checks of suppliers.

use chrono::NaiveDate;

use super::{AssessmentKind, AssessmentScope, Outcome, ResidualRisk, SecurityMeasure};
use crate::decode::{AnyRef, Country, Duration, Excerpt, List, Ref, Text, Url};
use crate::table;

table! {
    /// Documented assessment.
    pub struct Assessment = "assessment", "entries of `assessments:`" {
        /// Kind
        kind: Option<AssessmentKind> [required],
        /// What it is about
        covers: List<AnyRef<AssessmentScope>> [default "what refers to it"],
        /// Date
        done: Option<NaiveDate> [past; when "outcome is passed, failed, accepted, rejected, equivalent, equivalent-with-measures, not-equivalent, compatible or not-compatible"; asked "PR215"; gdpr "5(2)"; evidence],
        /// Result
        outcome: Option<Outcome> [default "not-done"; gdpr "5(2)"; evidence],
        /// The interest, shared by purposes that refer to a lia
        interest: Option<Text> [public; gdpr "13(1)(d)"],
        /// Review interval
        review_every: Option<Duration> [default "36 months"; gdpr "35(11)"],
        /// Where it is filed
        file: Option<Url> [gdpr "5(2)"; evidence],
        /// Reasoning in short
        why: Option<Text> [gdpr "5(2)"; evidence],
        /// Who did it
        owner: Option<Excerpt> [],
        /// Country
        country: Option<Country> [when "kind is tia"; gdpr "46(1)"],
        /// Measures found necessary
        security_measures: List<Ref<SecurityMeasure>> [gdpr "46(1)"],
        /// Risk that remains
        residual_risk: Option<ResidualRisk> [when "kind is dpia"; asked "PR805"; gdpr "36(1)"; evidence],
        /// DPO's advice
        dpo_advice: Option<NaiveDate> [past; when "kind is dpia and there is a DPO"; asked_only "PR805"; gdpr "35(2)"; evidence],
        /// Prior consultation
        authority_consulted: Option<NaiveDate> [past; when "residual_risk is high"; asked "PR805"; gdpr "36(1)"; evidence],
        /// Children considered
        children_considered: Option<bool> [when "minors are affected"; asked_only "PR215"; gdpr "6(1)(f)"],
        /// Vulnerable people considered
        vulnerable_considered: Option<bool> [when "vulnerable people are affected"; asked_only "PR215"; gdpr "6(1)(f)"],
    }
}
