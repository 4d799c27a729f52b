//! The organisation whose register this is, and how to reach it.

use super::{ActsAs, NonProfitAim, OrganisationKind, Recipient, RequestDemand, Right};
use crate::decode::{Country, Duration, Email, Excerpt, KeyMap, Lang, List, Phone, Place, Ref, Text, Url};
use crate::table;

table! {
    /// The controller (and processor) whose register this is.
    pub struct Organisation = "organisation", "`organisation:` in `privreg.yaml`, or entries of `organisations:`" {
        /// Registered name of the legal entity, not a brand
        name: Option<Excerpt> [required; asked_only "PR101"; public; gdpr "30(1)(a), 13(1)(a)"],
        /// Person who represents the legal entity, where local law asks for it; not the Art. 27 representative
        represented_by: Option<Excerpt> [public; gdpr "13(1)(a)"],
        /// Brands under which people know it
        trade_names: List<Excerpt> [public; gdpr "13(1)(a)"],
        /// Registration number
        number: Option<Excerpt> [public; gdpr "13(1)(a)"],
        /// What it is; decides on public-authority and non-profit rules
        kind: Option<OrganisationKind> [default "company"; gdpr "6(1), 37(1)"],
        /// Aim of the non-profit body
        aim: Option<NonProfitAim> [when "kind is non-profit and a purpose uses art9 non-profit"; asked_only "PR303"; gdpr "9(2)(d)"],
        /// Where it is established; selects authority, ages, national law
        country: Option<Country> [required; asked_only "PR101"; public; gdpr "30(1)(a), 3"],
        /// State or region, where authorities are regional
        region: Option<Excerpt> [gdpr "77"],
        /// Postal address
        address: Option<Excerpt> [required; asked_only "PR101"; public; gdpr "30(1)(a), 13(1)(a)"],
        /// Address for privacy questions
        email: Option<Email> [when "neither phone nor contact_form is given"; asked "PR101"; public; gdpr "13(1)(a), 12(2)"],
        /// Telephone
        phone: Option<Phone> [public; gdpr "13(1)(a)"],
        /// Web form for privacy questions
        contact_form: Option<Url> [public; gdpr "12(2)"],
        /// Sites the notices are for
        website: List<Url> [public],
        /// Person who answers for the register
        contact: Option<Excerpt> [gdpr "30(1)(a)"],
        /// Number of employees, for the record exemption
        employees: Option<u32> [gdpr "30(5)"],
        /// Languages of the texts; the first is the language of plain texts
        languages: List<Lang> [required; public; gdpr "12(1)"],
        /// Roles it has
        acts_as: List<ActsAs> [public; default "controller"; gdpr "30(1), 30(2)"],
        /// Supervisory authority, only where it differs from the built-in one
        authority: Option<Excerpt> [public; default "from country"; gdpr "13(2)(d), 77"],
        /// Countries to whose people goods or services are offered
        offers_to: List<Place> [when "country is outside the EEA and monitors is absent"; asked_only "PR105"; public; gdpr "3(2)(a)"],
        /// EEA countries where behaviour is monitored
        monitors: List<Country> [public; gdpr "3(2)(b)"],
        /// Representative in the EEA
        representative: Option<Box<Representative>> [when "country is outside the EEA and offers_to or monitors is given"; asked_only "PR105"; public; gdpr "27, 30(1)(a)"],
        /// Data protection officer, or why there is none
        dpo: Option<Box<Dpo>> [public; gdpr "37, 30(1)(a), 13(1)(b)"],
        /// How requests of people are received
        rights: Option<Box<RightsHandling>> [public; gdpr "12"],
        /// Routes besides the authority
        complaints: Option<Box<Complaints>> [public; gdpr "13(2)(d)"],
        /// Group of companies it belongs to
        group: Option<Box<CompanyGroup>> [public; gdpr "13(1)(e)"],
        /// How personal data breaches are handled
        breach: Option<Box<Breach>> [public; gdpr "33, 34"],
        /// Where own systems hold data unless a system says otherwise
        stores_in: List<Place> [public; gdpr "30(1)(e)"],
    }
}

table! {
    /// Representative under Art. 27, or `{none: why}`.
    pub struct Representative = "representative", "`representative` of an organisation" {
        /// Name
        name: Option<Excerpt> [when "none is absent"; public; gdpr "27"],
        /// Where it is
        country: Option<Country> [when "none is absent"; public; gdpr "27(3)"],
        /// Postal address
        address: Option<Excerpt> [public; gdpr "13(1)(a)"],
        /// E-mail
        email: Option<Email> [public; gdpr "13(1)(a)"],
        /// Telephone
        phone: Option<Phone> [public; gdpr "13(1)(a)"],
        /// Why none is needed
        none: Option<Text> [gdpr "27(2)"; evidence],
    }
}

table! {
    /// Data protection officer, or `{none: why}`.
    pub struct Dpo = "dpo", "`dpo` of an organisation" {
        /// Name, needed in the record
        name: Option<Excerpt> [when "none is absent"; asked "PR103"; public; gdpr "30(1)(a)"],
        /// Whether the name is shown in notices
        publish_name: Option<bool> [default "yes"; gdpr "13(1)(b)"],
        /// E-mail
        email: Option<Email> [when "neither none, phone nor address is given"; asked "PR103"; public; gdpr "13(1)(b)"],
        /// Telephone
        phone: Option<Phone> [public; gdpr "13(1)(b)"],
        /// Postal address
        address: Option<Excerpt> [public; gdpr "13(1)(b)"],
        /// Other post the DPO holds, for conflicts of interest
        post: Option<Text> [gdpr "38(6)"],
        /// Person, where `name` is a firm
        contact_person: Option<Excerpt> [gdpr "37(6)"],
        /// Why no DPO is designated
        none: Option<Text> [gdpr "37(1)"; evidence],
    }
}

table! {
    /// How people use their rights.
    pub struct RightsHandling = "rights_handling", "`rights` of an organisation" {
        /// Where requests go
        contact: Option<Text> [public; default "organisation.email"; gdpr "12(2)"],
        /// Promised time for an answer
        deadline: Option<Duration> [public; default "1 month"; gdpr "12(3)"],
        /// Demands on a request; most are findings
        requires: List<RequestDemand> [public; gdpr "12(6)"],
        /// Why strong identification is proportionate
        requires_because: Option<Text> [gdpr "12(6)"],
        /// How identity is checked
        identity: Option<Text> [public; gdpr "12(6)"],
        /// Whether who asks is sent the balancing test behind a legitimate interest
        balancing_on_request: Option<bool> [public; default "no"; gdpr "13(1)(d), 5(1)(a)"],
        /// Local name of a right, by right: `{access: register excerpt}`
        names: KeyMap<Right, Text> [public; gdpr "12(1)"],
        /// What is added to a right, by right
        remarks: KeyMap<Right, Text> [public; gdpr "12(1)"],
    }
}

table! {
    /// Complaints besides Art. 77.
    pub struct Complaints = "complaints", "`complaints` of an organisation" {
        /// Ask people to write to the organisation first
        contact_first: Option<bool> [public; default "no"; gdpr "13(2)(d)"],
        /// Mention the authority where the person lives
        authority_where_you_live: Option<bool> [public; default "yes"; gdpr "77(1)"],
        /// Help offered with a complaint
        mediation: Option<Text> [public],
        /// Other bodies people are pointed to
        bodies: List<Excerpt> [public],
    }
}

table! {
    /// Group of companies.
    pub struct CompanyGroup = "group", "`group` of an organisation" {
        /// Name of the group
        name: Option<Excerpt> [required; public; gdpr "13(1)(a)"],
        /// Ultimate parent
        parent: Option<Excerpt> [public],
        /// Its country
        parent_country: Option<Country> [public; gdpr "48"],
        /// Members that receive data, defined under `recipients`
        members: List<Ref<Recipient>> [public; gdpr "13(1)(e)"],
    }
}

table! {
    /// Personal data breaches.
    pub struct Breach = "breach", "`breach` of an organisation" {
        /// Time to notify the authority
        authority_within: Option<Duration> [public; gdpr "33(1)"],
        /// When and how people are told
        people_told: Option<Text> [public; gdpr "34"],
        /// All breaches are documented
        documented: Option<bool> [gdpr "33(5)"],
        /// How breaches are found, reported and handled
        process: Option<Text> [gdpr "33"],
    }
}
