//! Processing agreements and other documents referred to.

use chrono::NaiveDate;

use super::{ContractWith, DocumentKind, OurselvesOrRecipient, Subprocessing};
use crate::decode::{AnyRef, Either, Excerpt, List, Ref, Text, Url};
use crate::table;

table! {
    /// Processing agreement.
    pub struct Contract = "contract", "`contract` of a recipient or of an Art. 30(2) entry" {
        /// Date
        signed: Option<NaiveDate> [past; when "it is with a processor used directly, or with customers, and other is absent"; asked_only "PR503"; gdpr "28(9)"; evidence],
        /// End
        until: Option<NaiveDate> [ahead; after "signed"; gdpr "28(3)"; evidence],
        /// Adapted to the GDPR
        amended: Option<NaiveDate> [past; after "signed"; when "signed before the GDPR applied and checked is absent"; asked_only "PR503"; gdpr "28(3)"; evidence],
        /// Where it is filed
        file: Option<Url> [gdpr "5(2)"; evidence],
        /// Last check
        checked: Option<NaiveDate> [past; usually_after "signed"; gdpr "28(1)"; evidence],
        /// Kind of authorisation
        subprocessing: Option<Subprocessing> [when "subprocessors are used"; asked_only "PR505"; gdpr "28(2)"],
        /// Days to object to a new sub-processor
        objection_days: Option<u32> [when "subprocessing is general"; asked "PR505"; gdpr "28(2)"],
        /// Items of Art. 28(3)(a)-(h) it lacks
        missing: List<Excerpt> [gdpr "28(3)"],
        /// Other legal act instead of a contract
        other: Option<Text> [gdpr "28(3)"; evidence],
        /// The agreement, where defined under documents
        document: Option<Ref<Document>> [gdpr "28(3)"],
    }
}

table! {
    /// Published list of sub-processors.
    pub struct SubprocessorList = "subprocessor_list", "`subprocessor_list` of a recipient" {
        /// Address
        url: Option<Url> [required; gdpr "28(2)"],
        /// Last look
        checked: Option<NaiveDate> [past; required; gdpr "28(2)"; evidence],
    }
}

table! {
    /// A document the register refers to.
    pub struct Document = "document", "entries of `documents:`" {
        /// Title
        title: Option<Text> [required; public],
        /// Kind
        kind: Option<DocumentKind> [default "other"],
        /// Who is bound besides us
        with: Option<ContractWith> [when "kind is contract or terms"; gdpr "6(1)(b)"],
        /// Whose document
        issued_by: Option<Either<AnyRef<OurselvesOrRecipient>, Excerpt>> [public; default "us"],
        /// Where it stands
        url: Option<Url> [public],
        /// May be linked in notices
        public: Option<bool> [default "no"],
    }
}
