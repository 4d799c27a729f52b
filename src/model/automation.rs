//! Automated decisions and the use of AI.

use super::{
    AiDecides, AiUse, DataCategory, DecisionGround, Effect, LocalId, OurselvesOrRecipient, PromptRetention, SecurityMeasure,
    Switch, Trains,
};
use crate::decode::{AnyRef, Citation, List, Ref, Text};
use crate::table;

table! {
    /// One kind of decision.
    pub struct AutomatedDecision = "automated_decision", "an entry of `automated_decisions`" {
        /// What is decided
        what: Option<Text> [required; public; gdpr "13(2)(f)"],
        /// Effect on the person
        effect: Option<Effect> [required; public; gdpr "22(1)"],
        /// A person with real influence decides
        human: Option<bool> [required; asked "PR806"; public; gdpr "22(1)"],
        /// Ground
        ground: Option<DecisionGround> [when "effect is not none and human is no"; asked "PR806"; public; gdpr "22(2)"],
        /// Provision
        law: List<Citation> [when "ground is law"; asked "PR806"; public; gdpr "22(2)(b)"],
        /// Purpose it belongs to
        purpose: Option<LocalId> [],
        /// Data used
        data_categories: List<Ref<DataCategory>> [public; default "all"; gdpr "22(4)"],
        /// Main criteria
        logic: Option<Text> [when "Art. 22 applies"; asked_only "PR808"; public; gdpr "13(2)(f)"],
        /// What it means
        consequences: Option<Text> [when "Art. 22 applies"; asked_only "PR808"; public; gdpr "13(2)(f)"],
        /// How to reach a person
        contest: Option<Text> [when "Art. 22 applies"; asked_only "PR808"; public; gdpr "22(3)"],
        /// Safeguards
        safeguards: Option<Text> [when "special categories are used"; asked_only "PR807"; gdpr "22(4)"],
    }
}

table! {
    /// Use of AI.
    pub struct Ai = "ai", "`ai` of an activity, system or Art. 30(2) entry" {
        /// Who runs the model
        provider: Option<AnyRef<OurselvesOrRecipient>> [required; asked "PR908"; public; gdpr "30(1)(d)"],
        /// What it is used for
        uses as "use": List<AiUse> [required; public; gdpr "30(1)(b)"],
        /// What goes in
        data_categories: List<Ref<DataCategory>> [public; default "all"; gdpr "30(1)(c)"],
        /// People talk to it
        talks_to_people: Option<bool> [public; default "no"; gdpr "AI Act 50(1)"],
        /// How they are told
        disclosed: Option<Text> [when "talks_to_people is yes"; asked_only "PR910"; public; gdpr "AI Act 50(1)"],
        /// Whether data train models
        trains_on_data: Option<Trains> [required; asked "PR908"; public; gdpr "5(1)(b)"],
        /// How long inputs and outputs are kept
        prompts_kept: Option<PromptRetention> [required; asked "PR908"; public; gdpr "5(1)(e)"],
        /// Whether it decides
        decides: Option<AiDecides> [public; default "no"; gdpr "22"],
        /// Switched on by choice
        optional: Option<Box<Switch>> [public],
        /// Protections of this use
        security_measures: List<Ref<SecurityMeasure>> [public; gdpr "32"],
        /// Who oversees it
        human_oversight: Option<Text> [when "the use is high-risk and the rules on that apply"; asked_only "PR911"; gdpr "AI Act 26"],
        /// Why it is not high-risk
        not_high_risk: Option<Text> [gdpr "AI Act 6(3)"],
        /// Exception from a prohibition
        exception: Option<Text> [gdpr "AI Act 5(1)"],
    }
}
