//! Services done for customers: the Art. 30(2) record.

use chrono::NaiveDate;

use super::{
    Ai, AtEnd, Contract, DataCategory, DataSubject, Organisation, ProcessingKind, RecipientUses, SecurityMeasure, Status, System,
    Transfers,
};
use crate::decode::{Duration, Either, Excerpt, List, OrNone, Ref, Text};
use crate::table;

table! {
    /// One service done for customers (Art. 30(2)).
    pub struct ProcessingFor = "processing_for", "`processing-for/<id>.yaml`, or entries of `processing_for:`" {
        /// Name of the service
        name: Option<Text> [required; public; gdpr "30(2)(b)"],
        /// Department
        department: Option<Excerpt> [],
        /// Who answers for it
        owner: Option<Excerpt> [gdpr "5(2)"],
        /// State
        status: Option<Status> [default "active"],
        /// Start
        since: Option<NaiveDate> [begins; evidence],
        /// End
        ended: Option<NaiveDate> [ahead; after "since"; when "status is ended"; evidence],
        /// Last change of the service or of its sub-processors
        changed: Option<NaiveDate> [past; usually_after "since"; public; gdpr "28(2)"; evidence],
        /// Last review
        reviewed: Option<NaiveDate> [past; usually_after "since"; gdpr "24(1)"; evidence],
        /// Own interval
        review_every: Option<Duration> [default "settings.review_every"; gdpr "24(1)"],
        /// Which of several organisations
        processor: Option<Ref<Organisation>> [public; default "the first organisation"; gdpr "30(2)(a)"],
        /// On whose behalf
        controllers: Option<Either<CustomerList, List<Customer>>> [required; asked_only "PR511"; gdpr "30(2)(a)"],
        /// Kinds of work done
        processing: List<Either<ProcessingKind, Text>> [required; asked_only "PR511"; public; gdpr "30(2)(b)"],
        /// Data
        data_categories: List<Ref<DataCategory>> [public; gdpr "28(3)"],
        /// People
        data_subjects: List<Ref<DataSubject>> [public; gdpr "28(3)"],
        /// What the customer has instructed
        instruction: Option<Text> [public; gdpr "28(3)(a), 29"],
        /// Agreement with customers
        contract: Option<Box<Contract>> [required; asked "PR503"; gdpr "28(3)"],
        /// Return or deletion at the end
        at_end: Option<AtEnd> [required; public; gdpr "28(3)(g)"],
        /// Systems
        systems: List<Ref<System>> [],
        /// Sub-processors; transfers follow from them
        subprocessors: RecipientUses [required; asked_only "PR511"; public; gdpr "28(2), 30(2)(c)"],
        /// How the data of EEA customers reach the organisation itself
        transfers: Transfers [when "the organisation or its storage is outside the EEA"; asked_only "PR511"; public; gdpr "30(2)(c), 46"],
        /// Measures, beside those of settings.security_measures
        security_measures: List<Ref<SecurityMeasure>> [public; gdpr "30(2)(d)"],
        /// Use of AI
        ai: Option<OrNone<Box<Ai>>> [public],
    }
}

impl ProcessingFor {
    /// Whether it has not ended; what is planned counts, as for an [`Activity`](super::Activity).
    pub fn is_running(&self) -> bool {
        self.status != Some(Status::Ended)
    }
}

table! {
    /// One customer.
    pub struct Customer = "customer", "an entry of `controllers`" {
        /// Name
        name: Option<Excerpt> [required; gdpr "30(2)(a)"; evidence],
        /// Contact
        contact: Option<Excerpt> [required; asked_only "PR511"; gdpr "30(2)(a)"; evidence],
        /// Its DPO
        dpo: Option<Excerpt> [gdpr "30(2)(a)"; evidence],
        /// Its representative
        representative: Option<Excerpt> [gdpr "30(2)(a)"; evidence],
        /// Contract date
        since: Option<NaiveDate> [past; gdpr "28(3)"; evidence],
    }
}

table! {
    /// Customers listed elsewhere.
    pub struct CustomerList = "customer_list", "`controllers` written as a table" {
        /// Where the list is
        list: Option<Text> [required; asked_only "PR511"; gdpr "30(2)(a)"],
        /// Who keeps it
        owner: Option<Excerpt> [required; asked_only "PR511"; gdpr "30(2)(a)"],
    }
}
