//! The mechanism behind a transfer to one third country.

use chrono::NaiveDate;

use super::{
    AssessmentOrFindings, Consent, DerogationGround, DpfCovers, DpfStatus, Exporter, Frequency, Mechanism, SccModule, SccSet,
    SecurityMeasure,
};
use crate::decode::{AnyRef, Citation, Excerpt, List, Ref, Text, Url};
use crate::table;

table! {
    /// Mechanism for one third country.
    pub struct Transfer = "transfer", "a value in `transfers`: mechanism id, this object, or a list of both (first applies, others stand by)" {
        /// Mechanism
        mechanism: Option<Mechanism> [required; asked "PR601"; public; gdpr "44-49, 30(1)(e)"],
        /// Set of clauses, for sccs
        set: Option<SccSet> [default "2021/914"; gdpr "46(2)(c)"],
        /// Module
        module: List<SccModule> [when "mechanism is sccs and set is 2021/914"; asked "PR609"; public; gdpr "46(2)(c)"],
        /// Date
        signed: Option<NaiveDate> [past; when "mechanism is sccs or ad-hoc-clauses"; gdpr "46(2)(c)"; evidence],
        /// Who exports, where the roles do not tell; `customer` in a service done for customers
        exporter: Option<AnyRef<Exporter>> [gdpr "46(2)(c)"],
        /// Legal entity that imports
        importer: Option<Excerpt> [public; default "the recipient"; gdpr "13(1)(e), 46(2)(c)"; evidence],
        /// Where it is filed
        file: Option<Url> [gdpr "5(2)"; evidence],
        /// Approval or authorisation
        approval: Option<Box<Approval>> [when "mechanism is bcr, ad-hoc-clauses, code-of-conduct, certification, public-arrangement or legacy-authorisation"; asked "PR601"; gdpr "46, 47"],
        /// Importer is a bound member of the group, for bcr
        bound: Option<bool> [gdpr "47"],
        /// Name of the code
        code: Option<Excerpt> [when "mechanism is code-of-conduct"; public; gdpr "46(2)(e)"],
        /// Importer adheres since
        adherence: Option<NaiveDate> [past; when "mechanism is code-of-conduct"; gdpr "46(2)(e)"; evidence],
        /// Certification scheme and version
        scheme: Option<Excerpt> [when "mechanism is certification"; public; gdpr "46(2)(f)"],
        /// Certificate number
        certificate: Option<Excerpt> [when "mechanism is certification"; gdpr "46(2)(f)"; evidence],
        /// Name of the instrument
        instrument: Option<Excerpt> [when "mechanism is public-instrument or public-arrangement"; public; gdpr "46(2)(a), 46(3)(b)"],
        /// End of a certificate or approval
        valid_until: Option<NaiveDate> [ahead; after "signed adherence"; evidence],
        /// Ground
        ground: Option<DerogationGround> [when "mechanism is derogation"; asked "PR615"; public; gdpr "49(1)"],
        /// How often
        frequency: Option<Frequency> [when "mechanism is derogation"; asked "PR615"; gdpr "recital 111"],
        /// Why it is necessary
        necessity: Option<Text> [gdpr "49(1)"],
        /// Provision
        law: List<Citation> [when "ground is public-interest or public-register"; public; gdpr "49(4)"],
        /// What people are told about the risks
        risks_explained: Option<Text> [when "ground is explicit-consent"; asked "PR616"; public; gdpr "49(1)(a)"],
        /// The consent
        consent: Option<Box<Consent>> [when "ground is explicit-consent and the purpose rests on another basis"; asked_only "PR616"; public; gdpr "49(1)(a)"],
        /// Safeguards, in the record
        safeguards: Option<Text> [when "ground is compelling-interests"; asked "PR617"; gdpr "30(1)(e), 49(6)"],
        /// Number of people
        people_affected: Option<u32> [when "ground is compelling-interests"; asked "PR617"; gdpr "49(1)"],
        /// Why nothing else fits
        why_no_other: Option<Text> [when "ground is compelling-interests"; asked "PR617"; gdpr "49(1)"],
        /// Authority told
        authority_informed: Option<NaiveDate> [past; when "ground is compelling-interests"; asked "PR617"; gdpr "49(1)"; evidence],
        /// People told
        people_informed: Option<NaiveDate> [past; when "ground is compelling-interests"; asked "PR617"; gdpr "49(1)"; evidence],
        /// Transfer impact assessment
        assessment: Option<AnyRef<AssessmentOrFindings>> [when "mechanism is an Art. 46 safeguard"; asked_only "PR610"; gdpr "46(1)"],
        /// Supplementary measures
        security_measures: List<Ref<SecurityMeasure>> [public; gdpr "46(1)"],
        /// How to obtain a copy
        copy: Option<Text> [public; default "settings.safeguards_copy"; gdpr "13(1)(f)"],
        /// Which data
        sees: Option<Text> [public; gdpr "30(1)(e)"],
        /// Condition
        when: Option<Text> [public],
        /// Why it is no transfer
        why: Option<Text> [when "mechanism is not-a-transfer"; public; gdpr "44"],
    }
}

table! {
    /// Approval or authorisation.
    pub struct Approval = "approval", "`approval` of a transfer" {
        /// Decision
        reference: Option<Excerpt> [required; gdpr "46, 47"; evidence],
        /// Date
        date: Option<NaiveDate> [past; required; gdpr "46, 47"; evidence],
        /// Lead authority
        authority: Option<Excerpt> [gdpr "47"],
    }
}

table! {
    /// Entry in the EU-US Data Privacy Framework list.
    pub struct Dpf = "dpf", "`dpf` of a recipient" {
        /// Name exactly as listed
        entity: Option<Excerpt> [required; asked "PR605"; public; gdpr "45"; evidence],
        /// Status
        status: Option<DpfStatus> [required; asked "PR605"; gdpr "45"],
        /// Kinds of data covered
        covers: List<DpfCovers> [required; gdpr "45"],
        /// When looked up
        checked: Option<NaiveDate> [past; required; asked "PR605"; public; gdpr "45"; evidence],
        /// Next certification due
        until: Option<NaiveDate> [ahead; gdpr "45"; evidence],
        /// Affiliates named in the entry
        covered_entities: List<Excerpt> [gdpr "45"; evidence],
    }
}
