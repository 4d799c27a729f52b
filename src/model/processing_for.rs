//! Services done for customers: the Art. 30(2) record.

use chrono::NaiveDate;

use super::{
    Ai, AtEnd, Contract, DataCategory, DataSubject, Organisation, ProcessingKind, RecipientUses, SecurityMeasure, Status, System,
    Transfers,
};
use crate::decode::{Duration, Either, OrNone, Ref, Text};
use crate::table;

table! {
    /// One service done for customers (Art. 30(2)).
    pub struct ProcessingFor = "processing_for", "`processing-for/<id>.yaml`, or entries of `processing_for:`" {
        /// Name of the service
        name: Option<Text> [required; public; gdpr "30(2)(b)"],
        /// Department
        department: Option<String> [],
        /// Who answers for it
        owner: Option<String> [gdpr "5(2)"],
        /// State
        status: Option<Status> [default "active"],
        /// Start
        since: Option<NaiveDate> [],
        /// End
        ended: Option<NaiveDate> [when "status is ended"],
        /// Last change of the service or of its sub-processors
        changed: Option<NaiveDate> [public; default "from version control"; gdpr "28(2)"],
        /// Last review
        reviewed: Option<NaiveDate> [gdpr "24(1)"],
        /// Own interval
        review_every: Option<Duration> [default "settings.review_every"; gdpr "24(1)"],
        /// Which of several organisations
        processor: Option<Ref<Organisation>> [public; default "the first organisation"; gdpr "30(2)(a)"],
        /// On whose behalf
        controllers: Option<Either<CustomerList, Vec<Customer>>> [required; gdpr "30(2)(a)"],
        /// Kinds of work done
        processing: Vec<Either<ProcessingKind, Text>> [required; public; gdpr "30(2)(b)"],
        /// Data
        data_categories: Vec<Ref<DataCategory>> [public; gdpr "28(3)"],
        /// People
        data_subjects: Vec<Ref<DataSubject>> [public; gdpr "28(3)"],
        /// What the customer has instructed
        instruction: Option<Text> [public; gdpr "28(3)(a), 29"],
        /// Agreement with customers
        contract: Option<Box<Contract>> [gdpr "28(3)"],
        /// Return or deletion at the end
        at_end: Option<AtEnd> [public; gdpr "28(3)(g)"],
        /// Systems
        systems: Vec<Ref<System>> [],
        /// Sub-processors; transfers follow from them
        subprocessors: RecipientUses [required; public; gdpr "28(2), 30(2)(c)"],
        /// How the data of EEA customers reach the organisation itself
        transfers: Transfers [when "the organisation or its storage is outside the EEA"; public; gdpr "30(2)(c), 46"],
        /// Measures
        security_measures: Vec<Ref<SecurityMeasure>> [public; default "settings.security_measures"; gdpr "30(2)(d)"],
        /// Use of AI
        ai: Option<OrNone<Box<Ai>>> [public],
    }
}

table! {
    /// One customer.
    pub struct Customer = "customer", "an entry of `controllers`" {
        /// Name
        name: Option<String> [required; gdpr "30(2)(a)"],
        /// Contact
        contact: Option<String> [required; gdpr "30(2)(a)"],
        /// Its DPO
        dpo: Option<String> [gdpr "30(2)(a)"],
        /// Its representative
        representative: Option<String> [gdpr "30(2)(a)"],
        /// Contract date
        since: Option<NaiveDate> [gdpr "28(3)"],
    }
}

table! {
    /// Customers listed elsewhere.
    pub struct CustomerList = "customer_list", "`controllers` written as a table" {
        /// Where the list is
        list: Option<Text> [required; gdpr "30(2)(a)"],
        /// Who keeps it
        owner: Option<String> [required; gdpr "30(2)(a)"],
    }
}
