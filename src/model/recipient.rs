//! Anyone who receives data, with the services they run.

use chrono::NaiveDate;

use super::{
    AccessFrom, Contract, DataCategory, DataSubject, Document, Dpf, LocalId, Occasion, PurposeKind, RecipientCategory,
    RecipientUses, Role, Sector, SecurityMeasure, ServiceStatus, SubprocessorList, Switch, Transfers,
};
use crate::decode::{Citation, Country, Either, Email, Excerpt, IdMap, KeyMap, List, OrNone, Place, Ref, Text, Url};
use crate::table;

table! {
    /// Anyone who receives data: processors, sub-processors, controllers, authorities.
    pub struct Recipient = "recipient", "entries of `recipients:`" {
        /// Legal name
        name: Option<Text> [required; public; gdpr "30(1)(d), 13(1)(e)"],
        /// Role
        role: Option<Role> [required; public; gdpr "30(1)(d), 28"],
        /// Second role for part of the data
        also: Option<Role> [public; gdpr "28(10)"],
        /// What it does for you
        does: Option<Text> [when "role is processor and services is absent"; public; gdpr "13(1)(e)"],
        /// Built-in category
        category: Option<RecipientCategory> [public; gdpr "30(1)(d)"],
        /// Why a category stands instead of names
        unnamed: Option<Text> [gdpr "13(1)(e)"],
        /// Companies behind a common name
        entities: List<Entity> [public; gdpr "13(1)(e)"],
        /// Country of the contracting company
        country: Option<Place> [when "occasion is always"; asked_only "PR507"; public; gdpr "30(1)(e)"],
        /// Where the data lie
        stored_in: List<Place> [public; default "country"; gdpr "30(1)(e)"],
        /// From where else they are looked at
        access_from: AccessFrom [public; gdpr "44"],
        /// Ultimate parent abroad
        parent: Option<Either<Box<Parent>, Country>> [gdpr "28(1), 48"],
        /// Mechanism per third country
        transfers: Transfers [when "a place is a third country"; asked_only "PR601"; public; gdpr "30(1)(e), 13(1)(f)"],
        /// Entry in the Data Privacy Framework list
        dpf: Option<Box<Dpf>> [when "a mechanism is dpf"; asked_only "PR605"; public; gdpr "45"],
        /// Why it is inside the scope
        adequacy_scope: Option<Text> [when "the decision covers only part of the country"; asked_only "PR604"; gdpr "45"],
        /// Sector
        sector: Option<Sector> [gdpr "45, 22"],
        /// Several services of one vendor
        services: IdMap<Service> [public; gdpr "13(1)(e)"],
        /// Processing agreement
        contract: Option<Box<Contract>> [when "role is processor and used directly"; asked_only "PR503"; gdpr "28(3)"],
        /// Sub-processors; `none` is an answer
        subprocessors: RecipientUses [when "role is processor and used directly, and subprocessor_list is absent"; asked_only "PR504"; public; gdpr "28(2), 28(4)"],
        /// Published list instead of names
        subprocessor_list: Option<Box<SubprocessorList>> [gdpr "28(2)"],
        /// Purposes of its own
        own_purposes: Option<OrNone<Either<KeyMap<PurposeKind, Text>, List<PurposeKind>>>> [public; gdpr "28(10)"],
        /// Duty to hand over
        law: List<Citation> [when "role is authority and no purpose cites the law"; asked_only "PR508"; public; gdpr "6(1)(c)"],
        /// Event on which data are handed over
        occasion: Option<Occasion> [public; default "always"; gdpr "13(1)(e)"],
        /// Condition, in words
        when: Option<Text> [public; gdpr "13(1)(e)"],
        /// Sees data in the clear
        cleartext: Option<bool> [default "yes for processors"; gdpr "46(1)"],
        /// Provides AI
        ai: Option<bool> [default "no"],
        /// Measures at the recipient
        security_measures: List<Ref<SecurityMeasure>> [gdpr "28(1), 32"],
        /// Contact person
        contact: Option<Excerpt> [gdpr "28"; evidence],
        /// E-mail for people; needed for joint controllers
        email: Option<Email> [public; gdpr "30(1)(a)"],
        /// Postal address; shown for joint controllers only
        address: Option<Excerpt> [public; gdpr "30(1)(a)"],
        /// In use since
        since: Option<NaiveDate> [begins; public; gdpr "28(2)"; evidence],
        /// Last change
        changed: Option<NaiveDate> [past; usually_after "since"; gdpr "13(3)"; evidence],
        /// Privacy page of the recipient
        url: Option<Url> [public],
    }
}

table! {
    /// One of several services. Role and mechanism come from the recipient where they are not set.
    pub struct Service = "service", "an entry of `services` of a recipient" {
        /// Name
        name: Option<Text> [public; gdpr "13(1)(e)"],
        /// What it does
        does: Option<Text> [required; public; gdpr "13(1)(e)"],
        /// Role in this service; `no-access` where it only sells software
        role: Option<Role> [public; default "recipient.role"; gdpr "28"],
        /// Whether it is in use
        status: Option<ServiceStatus> [public; default "current"],
        /// Country, where it is not that of the recipient
        country: Option<Place> [public; gdpr "30(1)(e)"],
        /// Where its data lie, beside what the recipient says
        stored_in: List<Place> [public; gdpr "30(1)(e)"],
        /// From where its data are looked at, beside what the recipient says
        access_from: AccessFrom [public; gdpr "44"],
        /// Mechanism
        transfers: Transfers [public; default "recipient.transfers"; gdpr "30(1)(e)"],
        /// Its sub-processors, beside those of the recipient
        subprocessors: RecipientUses [public; gdpr "28(2)"],
        /// Where something else may be agreed
        unless: Option<Either<Ref<Document>, Text>> [public],
        /// Provides AI
        ai: Option<bool> [default "no"],
        /// Runs only where switched on
        optional: Option<Box<Switch>> [public],
    }
}

table! {
    /// Company behind a common name.
    pub struct Entity = "entity", "an entry of `entities` of a recipient" {
        /// Legal name
        name: Option<Excerpt> [required; public; gdpr "13(1)(e)"; evidence],
        /// Country
        country: Option<Country> [required; public; gdpr "30(1)(e)"],
    }
}

table! {
    /// Access from abroad.
    pub struct Access = "access", "an entry of `access_from` written as a map" {
        /// Who looks
        by: Option<Either<Ref<Recipient>, Excerpt>> [public; default "the recipient"; gdpr "44"],
        /// What can be seen
        sees: Option<Text> [public; gdpr "30(1)(e)"],
        /// On what occasion
        when: Option<Text> [public],
    }
}

table! {
    /// Parent company.
    pub struct Parent = "parent", "`parent` of a recipient" {
        /// Name
        name: Option<Excerpt> [required; evidence],
        /// Country
        country: Option<Country> [required; gdpr "48"],
    }
}

table! {
    /// Narrows or adds; never contradicts the recipient.
    pub struct RecipientUse = "recipient_use", "an entry of `recipients` or `subprocessors` written as a map" {
        /// Only these data
        data_categories: List<Ref<DataCategory>> [public; default "all"; gdpr "30(1)(d)"],
        /// Only these people
        data_subjects: List<Ref<DataSubject>> [public; default "all"],
        /// Only these services of the recipient
        services: List<LocalId> [public; default "all"],
        /// Mechanism for this use
        transfers: Transfers [public; gdpr "30(1)(e)"],
        /// Only on this condition
        when: Option<Text> [public; gdpr "13(1)(e)"],
        /// First day
        since: Option<NaiveDate> [ahead; public; gdpr "28(2)"; evidence],
        /// Last day to object, for a planned sub-processor
        object_before: Option<NaiveDate> [ahead; public; gdpr "28(2)"; evidence],
    }
}
