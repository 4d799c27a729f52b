//! Privacy notices and the promises they make.

use chrono::NaiveDate;

use super::{
    Channel, CommitmentArea, CommitmentScope, CountriesShown, GroupBy, NoticeScope, NoticeSection, Right, SectionPlace, Slot,
};
use crate::decode::{AnyRef, Duration, Excerpt, IdMap, Lang, List, Ref, Text, Url};
use crate::table;

table! {
    /// A privacy notice to be rendered.
    pub struct Notice = "notice", "entries of `notices:`" {
        /// Activities, or groups of people with all their activities
        covers: List<AnyRef<NoticeScope>> [required; public; gdpr "13, 14"],
        /// Heading
        title: Option<Text> [public; default "built-in"; gdpr "12(1)"],
        /// For whom it is
        audience: Option<Text> [public; default "from covers"; gdpr "12(1)"],
        /// For whom it is not
        not_for: Option<Text> [public; gdpr "12(1)"],
        /// Order of the tables
        group_by: Option<GroupBy> [public; default "purpose"; gdpr "12(1)"],
        /// Languages
        languages: List<Lang> [public; default "organisation.languages"; gdpr "12(1)"],
        /// Version
        version: Option<Excerpt> [public; gdpr "13(3)"],
        /// Date of publication
        published: Option<NaiveDate> [ahead; public; gdpr "13(3)"; evidence],
        /// In force from
        in_force: Option<NaiveDate> [ahead; public; default "published"; gdpr "13(3)"; evidence],
        /// Written when published
        hash: Option<Excerpt> [gdpr "13(3)"; evidence],
        /// Where it stands
        url: Option<Url> [public],
        /// Own wording, by slot or under an own heading
        sections: IdMap<NoticeSection> [public; gdpr "12(1)"],
        /// Promises shown
        commitments: List<Ref<Commitment>> [public; default "all that touch covers"],
        /// Overrides the derived rights
        rights: List<Right> [public; default "derived"; gdpr "13(2)(b)"],
        /// Granted beyond the law
        rights_granted: List<Right> [public; gdpr "13(2)(b)"],
        /// Whether third countries are named
        countries: Option<CountriesShown> [public; default "named"; gdpr "13(1)(f)"],
        /// Line in the key facts
        worth_knowing: Option<Text> [public; default "derived"; gdpr "5(1)(a)"],
        /// How changes are announced
        updates: Option<Box<Updates>> [public; gdpr "13(3)"],
        /// Versions and what changed
        changes: List<Change> [public; gdpr "13(3)"],
    }
}

table! {
    /// Text in a notice, printed verbatim, checked for wording, never interpreted.
    pub struct SectionText = "section_text", "an entry of `sections` written as a table" {
        /// Heading
        heading: Option<Text> [when "the id is no slot"; public; gdpr "12(1)"],
        /// Text (Markdown)
        text: Option<Text> [required; public; gdpr "12(1)"],
        /// Relation to the generated part of the slot
        place: Option<SectionPlace> [public; default "after"],
        /// Where an own section stands
        slot: Option<Slot> [public; default "the id"],
    }
}

table! {
    /// Announcing changes.
    pub struct Updates = "updates", "`updates` of a notice" {
        /// Channels
        channels: List<Channel> [required; public; gdpr "13(3)"],
        /// What counts as a material change
        material: Option<Text> [public; gdpr "13(3)"],
        /// Time between message and change
        ahead: Option<Duration> [public; gdpr "13(3)"],
    }
}

table! {
    /// One version.
    pub struct Change = "change", "an entry of `changes`" {
        /// Version
        version: Option<Excerpt> [required; public; gdpr "13(3)"],
        /// From
        in_force: Option<NaiveDate> [ahead; required; public; gdpr "13(3)"; evidence],
        /// What it means for the reader
        text: Option<Text> [required; public; gdpr "13(3)"],
        /// Why
        reason: Option<Text> [],
        /// Who approved
        approved_by: Option<Excerpt> [evidence],
        /// When people were told
        told_on: Option<NaiveDate> [past; gdpr "13(3)"; evidence],
        /// By which channel
        channel: Option<Channel> [gdpr "13(3)"],
    }
}

table! {
    /// A promise or a negative statement that no other field holds.
    pub struct Commitment = "commitment", "entries of `commitments:`" {
        /// The statement
        text: Option<Text> [required; public; gdpr "5(1)(a)"],
        /// Field of law or practice; contradictions are looked for there
        area: Option<CommitmentArea> [required],
        /// What it is about
        covers: List<AnyRef<CommitmentScope>> [default "everything"],
        /// Exception
        unless: Option<Text> [public],
    }
}
