//! A purpose with its legal basis, or with its bases case by case.

use chrono::NaiveDate;

use super::{
    Art9, Assessment, Channel, Commitment, ConsentBy, ConsentHow, DataCategory, DataSubject, Document, EnabledBy, LegalBasis,
    OnOff, PurposeKind, PurposeRetention, Recipient, Required, Retention, SystemOrRecipient,
};
use crate::decode::{AnyRef, Citation, Either, Excerpt, IdMap, List, Ref, Text};
use crate::table;

table! {
    /// One purpose with its legal basis.
    pub struct Purpose = "purpose", "an entry of `purposes`" {
        /// What is done, as an action people recognise
        name: Option<Text> [required; public; gdpr "30(1)(b), 13(1)(c)"],
        /// Built-in kind; several rules decide on it
        kind: Option<PurposeKind> [],
        /// Legal basis; more than one is a finding
        legal_basis: List<LegalBasis> [when "cases is absent"; asked_only "PR202"; public; gdpr "6(1), 13(1)(c)"],
        /// Different bases by relationship or by part
        cases: IdMap<Case> [public; gdpr "6(1)"],
        /// Subset
        data_subjects: List<Ref<DataSubject>> [public; default "all of the activity"; gdpr "30(1)(c)"],
        /// Subset
        data_categories: List<Ref<DataCategory>> [public; default "all of the activity"; gdpr "30(1)(c)"],
        /// Subset; needed for disclosures to other controllers
        recipients: List<Ref<Recipient>> [public; default "all of the activity"; gdpr "13(1)(e)"],
        /// Different retention for this purpose
        retention: Option<PurposeRetention> [public; default "from the category"; gdpr "30(1)(f)"],
        /// The contract in question
        contract: List<Ref<Document>> [public; gdpr "6(1)(b)"],
        /// Steps at the person's request before a contract
        before_contract: Option<bool> [public; default "no"; gdpr "6(1)(b)"],
        /// The interest and whose it is
        interest: Option<Text> [when "legal_basis is legitimate-interests and the assessment gives none"; asked_only "PR214"; public; gdpr "13(1)(d)"],
        /// Balancing test
        assessment: Option<Either<Ref<Assessment>, Box<InlineAssessment>>> [when "legal_basis is legitimate-interests"; asked "PR215"; gdpr "6(1)(f), 5(2)"],
        /// Why it is outside the authority's tasks
        outside_tasks: Option<Text> [when "kind of the organisation is public-authority and legal_basis is legitimate-interests"; asked_only "PR216"; gdpr "6(1)"],
        /// Provision
        law: List<Citation> [when "legal_basis is legal-obligation or public-task"; asked "PR217"; public; gdpr "6(3)"],
        /// How consent is obtained and withdrawn
        consent: Option<Box<Consent>> [when "legal_basis is consent"; asked "PR213"; public; gdpr "7"],
        /// Conditions of the exception
        soft_opt_in: Option<Box<SoftOptIn>> [when "legal_basis is soft-opt-in"; asked "PR907"; gdpr "ePrivacy 13(2)"],
        /// Condition for special categories
        art9: Option<Art9> [when "a category used is special"; asked_only "PR301"; public; gdpr "9(2)"],
        /// Provision behind it
        art9_law: List<Citation> [when "art9 needs a law"; asked_only "PR303"; public; gdpr "9(2)"],
        /// Under professional secrecy
        professional_secrecy: Option<bool> [when "art9 is health-care"; asked "PR303"; gdpr "9(3)"],
        /// Why the number is needed
        id_ground: Option<Text> [when "a category used is a national identity number and no law allows it"; asked_only "PR306"; public; gdpr "87"],
        /// Data were collected for another purpose
        further: Option<bool> [public; default "no"; gdpr "6(4), 13(3)"],
        /// Why it is compatible
        compatible: Option<Either<Ref<Assessment>, Text>> [when "further is yes"; asked "PR219"; gdpr "6(4), 13(3)"],
        /// Authorisation of the customer to use processor data
        permission: Option<Text> [gdpr "28(3)(a), 28(10)"],
        /// Whether people must give the data
        required: Option<Required> [public; gdpr "13(2)(e)"],
        /// What happens otherwise
        if_not_provided: Option<Text> [when "the person gives the data and required is not `no`"; asked_only "PR703"; public; gdpr "13(2)(e)"],
        /// Channels of a message
        channels: List<Channel> [public; gdpr "ePrivacy 13"],
        /// How to stop it
        opt_out: Option<Text> [when "kind is a marketing kind and legal_basis is not consent"; asked_only "PR706"; public; gdpr "21(2)-(4)"],
        /// Offered directly online
        online_service: Option<bool> [default "no"; gdpr "8(1)"],
        /// Preventive or counselling service to a child
        counselling: Option<bool> [default "no"; gdpr "recital 38"],
        /// Promises that limit this purpose
        commitments: List<Ref<Commitment>> [public],
        /// Runs only where switched on
        optional: Option<Box<Switch>> [public],
    }
}

table! {
    /// Same purpose, other basis. Takes the basis fields as well.
    pub struct Case = "case", "an entry of `cases` in a purpose" {
        /// Basis in this case
        legal_basis: Option<LegalBasis> [required; asked "PR202"; public; gdpr "6(1)"],
        /// Which people or situations
        when: Option<Text> [when "neither part, data_subjects nor data_categories is given"; asked "PR204"; public; gdpr "13(1)(c)"],
        /// Which part of the purpose
        part: Option<Text> [public; gdpr "13(1)(c)"],
        /// Subset
        data_subjects: List<Ref<DataSubject>> [public; default "all"],
        /// Subset
        data_categories: List<Ref<DataCategory>> [public; default "all"],
        /// Retention in this case
        retention: Option<Retention> [public; gdpr "30(1)(f)"],
        /// Whether people must give the data
        required: Option<Required> [public; gdpr "13(2)(e)"],
        /// What happens otherwise
        if_not_provided: Option<Text> [public; gdpr "13(2)(e)"],
        /// Channels
        channels: List<Channel> [public; gdpr "ePrivacy 13"],
        /// How to stop it
        opt_out: Option<Text> [public; gdpr "21(2)-(4)"],
        /// The contract in question
        contract: List<Ref<Document>> [public; gdpr "6(1)(b)"],
        /// Steps at the person's request before a contract
        before_contract: Option<bool> [public; default "no"; gdpr "6(1)(b)"],
        /// The interest and whose it is
        interest: Option<Text> [when "legal_basis is legitimate-interests and the assessment gives none"; asked_only "PR214"; public; gdpr "13(1)(d)"],
        /// Balancing test
        assessment: Option<Either<Ref<Assessment>, Box<InlineAssessment>>> [when "legal_basis is legitimate-interests"; asked_only "PR215"; gdpr "6(1)(f), 5(2)"],
        /// Why it is outside the authority's tasks
        outside_tasks: Option<Text> [when "kind of the organisation is public-authority and legal_basis is legitimate-interests"; asked_only "PR216"; gdpr "6(1)"],
        /// Provision
        law: List<Citation> [when "legal_basis is legal-obligation or public-task"; asked_only "PR217"; public; gdpr "6(3)"],
        /// How consent is obtained and withdrawn
        consent: Option<Box<Consent>> [when "legal_basis is consent"; asked_only "PR213"; public; gdpr "7"],
        /// Conditions of the exception
        soft_opt_in: Option<Box<SoftOptIn>> [when "legal_basis is soft-opt-in"; asked_only "PR907"; gdpr "ePrivacy 13(2)"],
        /// Condition for special categories
        art9: Option<Art9> [when "a category used is special"; asked_only "PR301"; public; gdpr "9(2)"],
        /// Provision behind it
        art9_law: List<Citation> [when "art9 needs a law"; asked_only "PR303"; public; gdpr "9(2)"],
        /// Under professional secrecy
        professional_secrecy: Option<bool> [when "art9 is health-care"; asked_only "PR303"; gdpr "9(3)"],
        /// Why the number is needed
        id_ground: Option<Text> [when "a category used is a national identity number and no law allows it"; asked_only "PR306"; public; gdpr "87"],
    }
}

table! {
    /// Consent.
    pub struct Consent = "consent", "`consent` of a purpose" {
        /// How it is given
        how: Option<ConsentHow> [public; gdpr "4(11)"],
        /// Who gives it
        by: Option<ConsentBy> [public; default "person"; gdpr "4(11), 8"],
        /// Age below which a parent consents
        by_parent_under: Option<u32> [public; gdpr "8(1)"],
        /// How parental consent is verified
        verified: Option<Text> [public; gdpr "8(2)"],
        /// How to withdraw
        withdraw: Option<Text> [required; asked "PR213"; public; gdpr "7(3), 13(2)(c)"],
        /// Where the proof is kept
        record: Option<Either<AnyRef<SystemOrRecipient>, Excerpt>> [required; asked "PR213"; gdpr "7(1)"],
        /// Explicit consent
        explicit: Option<bool> [public; default "no"; gdpr "9(2)(a), 49(1)(a)"],
        /// Why a refusal has no consequence
        free: Option<Text> [gdpr "7(4)"],
        /// Service depends on it
        condition_of_service: Option<bool> [default "no"; gdpr "7(4)"],
        /// Law on guardians
        law: List<Citation> [gdpr "4(11)"],
    }
}

table! {
    /// Marketing to customers without consent.
    pub struct SoftOptIn = "soft_opt_in", "`soft_opt_in` of a purpose" {
        /// Address obtained in a sale
        from_sale: Option<bool> [required; asked "PR907"; gdpr "ePrivacy 13(2)"],
        /// Own similar products only
        own_similar: Option<bool> [required; asked "PR907"; gdpr "ePrivacy 13(2)"],
        /// Refusal offered at collection
        offered_at_collection: Option<bool> [required; asked "PR907"; gdpr "ePrivacy 13(2)"],
    }
}

table! {
    /// One-line balancing test for trivial cases.
    pub struct InlineAssessment = "inline_assessment", "`assessment` of a purpose" {
        /// Why the interest prevails
        why: Option<Text> [required; asked "PR215"; gdpr "6(1)(f)"; evidence],
        /// Date
        done: Option<NaiveDate> [past; gdpr "5(2)"; evidence],
    }
}

table! {
    /// A feature that is off or on by choice.
    pub struct Switch = "switch", "`optional` of a purpose, `ai` or service" {
        /// State before anyone chooses
        default: Option<OnOff> [required; public; gdpr "25(2)"],
        /// Who switches it
        enabled_by: Option<EnabledBy> [required; public; gdpr "4(11)"],
        /// What it is switched for
        scope: Option<Text> [public],
        /// What happens when it is off
        when_disabled: Option<Text> [public],
    }
}
