//! Choices for the whole register, and reasoned exceptions from rules.

use chrono::NaiveDate;

use super::{ConsentHow, FailLevel, IfRefused, Level, SecurityMeasure, SystemOrRecipient, Transfers};
use crate::decode::{AnyRef, Duration, Either, Excerpt, KeyMap, List, Ref, RuleCode, Target, Text};
use crate::table;

table! {
    /// Choices for the whole register.
    pub struct Settings = "settings", "`settings:` in `privreg.yaml`" {
        /// Review interval of activities, notices and contracts
        review_every: Option<Duration> [default "12 months"; gdpr "24(1)"],
        /// Measures that hold for every activity
        security_measures: List<Ref<SecurityMeasure>> [gdpr "30(1)(g)"],
        /// How to obtain a copy of transfer safeguards
        safeguards_copy: Option<Text> [public; gdpr "13(1)(f)"],
        /// Mechanism per third country for every recipient that states none of its own
        transfers: Transfers [public; gdpr "30(1)(e), 13(1)(f)"],
        /// How consent to cookies is asked
        cookie_banner: Option<Box<CookieBanner>> [public; gdpr "ePrivacy 5(3)"],
        /// Level per rule code
        rules: KeyMap<RuleCode, Level> [],
        /// From which level a check fails
        fail_on: Option<FailLevel> [default "error"],
    }
}

table! {
    /// Consent to cookies and the like.
    pub struct CookieBanner = "cookie_banner", "`settings.cookie_banner`" {
        /// Way the choice is made
        how: Option<ConsentHow> [required; public; gdpr "7"],
        /// Refusing takes no more steps than accepting
        reject_as_easy: Option<bool> [gdpr "7(3)"],
        /// How to change the choice
        withdraw: Option<Text> [public; gdpr "7(3)"],
        /// Where choices are logged
        record: Option<Either<AnyRef<SystemOrRecipient>, Excerpt>> [gdpr "7(1)"],
        /// What happens after a refusal
        if_refused: Option<Either<IfRefused, Text>> [public; gdpr "7(4)"],
        /// Paid or other alternative
        alternative: Option<Text> [public; gdpr "7(4)"],
    }
}

table! {
    /// Silences one rule in one place.
    pub struct Suppression = "suppression", "entries of the list `suppress:`" {
        /// Rule code
        rule: Option<RuleCode> [required; gdpr "5(2)"],
        /// Where, as a dotted path of ids: `activities.staff-photos.purposes.wall`
        target as "for": Option<Target> [required; gdpr "5(2)"],
        /// Why the rule does not apply (15 characters or more)
        reason: Option<Excerpt> [required; gdpr "5(2)"],
        /// When to look again
        until: Option<NaiveDate> [ahead; gdpr "5(2)"],
    }
}
