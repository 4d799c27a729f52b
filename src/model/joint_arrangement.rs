//! Arrangements between joint controllers (Art. 26).

use chrono::NaiveDate;

use super::OurselvesOrRecipient;
use crate::decode::{AnyRef, Citation, List, Text};
use crate::table;

table! {
    /// Arrangement under Art. 26.
    pub struct JointArrangement = "joint_arrangement", "entries of `joint_controllers:`" {
        /// `us` and the others
        parties: List<AnyRef<OurselvesOrRecipient>> [required; public; gdpr "26(1)"],
        /// Date
        agreed: Option<NaiveDate> [past; when "law is absent"; asked "PR106"; gdpr "26(1)"; evidence],
        /// Law that fixes the duties
        law: Option<Citation> [gdpr "26(1)"],
        /// Essence, for people
        essence: Option<Text> [required; asked "PR106"; public; gdpr "26(2)"],
        /// Contact point
        contact_point: Option<Text> [public; gdpr "26(1)"],
    }
}
