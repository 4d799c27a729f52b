//! Whose data, which data, and where they come from.

use super::{Document, Identifies, Sector, SourceKind, Special, SubjectKind};
use crate::decode::{Country, Either, Lang, List, Ref, Text, Url};
use crate::table;

table! {
    /// Group of people.
    pub struct DataSubject = "data_subject", "entries of `data_subjects:`" {
        /// Name
        name: Option<Text> [required; public; gdpr "30(1)(c)"],
        /// Nearest built-in group; brings its attributes
        kind: Option<SubjectKind> [default "the built-in id it redefines"],
        /// People themselves have a contract
        contract_party: Option<bool> [default "from kind"; gdpr "6(1)(b)"],
        /// Which contract
        contract: Option<Either<List<Ref<Document>>, Text>> [when "contract_party is yes, the kind says no and a purpose rests on a contract"; asked_only "PR206"; gdpr "6(1)(b)"],
        /// Contains minors
        minors: Option<Box<Minors>> [default "from kind"; gdpr "8"],
        /// Vulnerable people
        vulnerable: Option<bool> [default "from kind"; gdpr "35(1)"],
        /// Whose staff, users or relatives they are
        of: Option<Either<Ref<DataSubject>, Text>> [public],
        /// Languages they are addressed in
        languages: List<Lang> [default "organisation.languages"; gdpr "12(1)"],
        /// Where they are
        country: Option<Country> [default "organisation.country"; gdpr "8"],
    }
}

table! {
    /// Minors.
    pub struct Minors = "minors", "`minors` of a data subject group" {
        /// Youngest age
        from: Option<u32> [required; gdpr "8(1)"],
    }
}

table! {
    /// Kind of data.
    pub struct DataCategory = "data_category", "entries of `data_categories:`" {
        /// Name in plain words
        name: Option<Text> [required; public; gdpr "30(1)(c), 14(1)(d)"],
        /// Complete list of items
        fields: List<Text> [public; gdpr "14(1)(d)"],
        /// Some items ("for example")
        examples: List<Text> [public; gdpr "14(1)(d)"],
        /// Made of other categories
        includes: List<Ref<DataCategory>> [public],
        /// Special category
        special: Option<Special> [public; default "no"; gdpr "9(1)"],
        /// Convictions and offences
        criminal: Option<bool> [public; default "no"; gdpr "10"],
        /// National identity number
        national_id: Option<bool> [public; default "no"; gdpr "87"],
        /// How it identifies
        identifies: Option<Identifies> [default "direct"; gdpr "4(1)"],
        /// Location data
        location: Option<bool> [default "no"; gdpr "35(1)"],
        /// Financial data
        financial: Option<bool> [default "no"; gdpr "35(1)"],
        /// People write what they like
        free_text: Option<bool> [public; default "no"; gdpr "5(1)(c)"],
        /// Contains data on these other people
        about: List<Ref<DataSubject>> [public; gdpr "14"],
        /// Held only while a task runs
        temporary: Option<bool> [public; default "no"; gdpr "5(1)(e)"],
        /// Why a mark was set or removed
        why: Option<Text> [gdpr "9(1)"],
    }
}

table! {
    /// Where data come from besides people and recipients.
    pub struct Source = "source", "entries of `sources:`" {
        /// Name
        name: Option<Text> [required; public; gdpr "14(2)(f)"],
        /// What it is
        kind: Option<SourceKind> [default "other"; gdpr "14(2)(f)"],
        /// Publicly accessible
        public: Option<bool> [public; default "no"; gdpr "14(2)(f)"],
        /// Where it is
        country: Option<Country> [public],
        /// Sector, for credit-reference sources
        sector: Option<Sector> [gdpr "22"],
        /// Stands for unnamed further sources
        open_ended: Option<bool> [default "no"; gdpr "14(2)(f)"],
        /// Page
        url: Option<Url> [public],
    }
}
