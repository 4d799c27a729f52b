//! Systems that hold data, and the measures that protect them.

use super::{Ai, BuiltInMeasure, LocalId, OurselvesOrRecipient};
use crate::decode::{AnyRef, Duration, Either, Excerpt, List, Place, Ref, Text, Url};
use crate::table;

table! {
    /// Software or equipment that holds data.
    pub struct System = "system", "entries of `systems:`" {
        /// Name
        name: Option<Excerpt> [required],
        /// Who runs it
        run_by: Option<AnyRef<OurselvesOrRecipient>> [required; gdpr "30(1)(d)"],
        /// Service of that recipient
        service: Option<LocalId> [],
        /// Where it stands, when run by us
        country: Option<Place> [default "organisation.stores_in"; gdpr "30(1)(e)"],
        /// Contains AI
        ai: Option<Either<Box<Ai>, bool>> [default "no"],
        /// How long backups live
        backups_kept: Option<Duration> [gdpr "5(1)(e)"],
        /// Measures in it
        security_measures: List<Ref<SecurityMeasure>> [gdpr "32"],
    }
}

table! {
    /// Own measure or bundle.
    pub struct SecurityMeasure = "security_measure", "entries of `security_measures:`" {
        /// Name
        name: Option<Text> [public; gdpr "30(1)(g)"],
        /// Built-in measures in the bundle
        includes: List<BuiltInMeasure> [when "text is absent"; public; gdpr "30(1)(g), 32"],
        /// Description
        text: Option<Text> [gdpr "30(1)(g)"],
        /// Sentence for notices
        public_text: Option<Text> [public],
        /// Document with details
        see: Option<Url> [gdpr "5(2)"],
    }
}
