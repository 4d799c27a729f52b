//! An activity as controller: one entry of the Art. 30(1) record.

use chrono::NaiveDate;

use super::{
    Ai, Art9, Assessment, AutomatedDecision, CategoryUses, DataCategory, DataSubject, Document, InformWhen, JointArrangement,
    LegalBasis, LocalId, Notice, Organisation, Purpose, RecipientUses, Required, Retention, Right, Risk, Scale, SecurityMeasure,
    SourceRef, SourceUsage, SourceUses, Status, System,
};
use crate::decode::{Citation, Duration, Either, Excerpt, IdMap, KeyMap, List, OrNone, Ref, Text};
use crate::table;

table! {
    /// One controller activity (Art. 30(1)).
    pub struct Activity = "activity", "`activities/<id>.yaml`, or entries of `activities:`" {
        /// Name of the activity
        name: Option<Text> [required; public; gdpr "30(1)(b)"],
        /// Department, for grouping
        department: Option<Excerpt> [],
        /// Who answers for it
        owner: Option<Excerpt> [gdpr "5(2)"],
        /// Controller, where there are several
        controller: Option<Ref<Organisation>> [public; default "the first organisation"; gdpr "30(1)(a)"],
        /// State of the activity
        status: Option<Status> [default "active"],
        /// Start
        since: Option<NaiveDate> [begins; gdpr "35(1)"; evidence],
        /// End
        ended: Option<NaiveDate> [ahead; after "since"; when "status is ended"; evidence],
        /// Last change of substance
        changed: Option<NaiveDate> [past; usually_after "since"; gdpr "13(3)"; evidence],
        /// Last review
        reviewed: Option<NaiveDate> [past; usually_after "since"; gdpr "24(1)"; evidence],
        /// Own review interval
        review_every: Option<Duration> [default "settings.review_every"; gdpr "24(1)"],
        /// Whose data
        data_subjects: List<Ref<DataSubject>> [required; asked_only "PR205"; public; gdpr "30(1)(c)"],
        /// Which data; as a map: category -> retention
        data_categories: CategoryUses [required; asked_only "PR205"; public; gdpr "30(1)(c), 30(1)(f)"],
        /// Retention of all categories without their own
        retention: Option<Retention> [when "a category has no retention of its own"; asked_only "PR401"; public; gdpr "30(1)(f), 13(2)(a)"],
        /// Where the data come from
        sources: SourceUses [public; gdpr "14(2)(f)"],
        /// Occasions on which data are collected, where they differ
        collection: IdMap<Collection> [public; gdpr "13, 14(2)(f)"],
        /// Purposes
        purposes: IdMap<Purpose> [required; asked_only "PR201"; public; gdpr "30(1)(b), 13(1)(c)"],
        /// Short form, only for an activity with one purpose
        legal_basis: Option<LegalBasis> [public; gdpr "6(1)"],
        /// Who receives the data; `none` is an answer
        recipients: RecipientUses [required; asked_only "PR501"; public; gdpr "30(1)(d), 13(1)(e)"],
        /// Joint controllership
        joint_controllers: List<Ref<JointArrangement>> [public; gdpr "26, 30(1)(a)"],
        /// Systems in use
        systems: List<Ref<System>> [],
        /// Measures beyond settings.security_measures
        security_measures: List<Ref<SecurityMeasure>> [gdpr "30(1)(g)"],
        /// The organisation's own number of the entry
        reference: Option<Excerpt> [public],
        /// Where people ask about this activity
        contact: Option<Text> [public; default "organisation.email"; gdpr "13(1)(a)"],
        /// Default for its purposes
        art9: Option<Art9> [public; gdpr "9(2)"],
        /// Default for its purposes
        art9_law: List<Citation> [public; gdpr "9(2)"],
        /// Default for its purposes
        professional_secrecy: Option<bool> [public; gdpr "9(3)"],
        /// Default for its purposes
        id_ground: Option<Text> [public; gdpr "87"],
        /// Belongs to the core activities
        core: Option<bool> [default "no"; gdpr "37(1)"],
        /// Scale in the sense of recital 91
        scale: Option<Scale> [default "small"; gdpr "35(3), 37(1)"],
        /// Done only now and then
        occasional: Option<bool> [default "no"; gdpr "30(5), 49"],
        /// Not by automated means (no portability)
        manual: Option<bool> [default "no"; gdpr "20(1)"],
        /// Whether the organisation can identify the people
        identifiable: Option<bool> [public; default "yes"; gdpr "11(2)"],
        /// Profiles people
        profiling: Option<bool> [public; default "no"; gdpr "4(4)"],
        /// Risk criteria that hold
        risk: List<Risk> [gdpr "35(1)"],
        /// Derived criteria that do not hold, with the reason
        risk_not: KeyMap<Risk, Text> [gdpr "35(1)"; evidence],
        /// Impact assessment, or why none is needed
        dpia: Option<Either<Ref<Assessment>, Box<DpiaAnswer>>> [gdpr "35"],
        /// Automated decisions; `none` is a statement
        automated_decisions: Option<OrNone<IdMap<AutomatedDecision>>> [public; gdpr "22, 13(2)(f)"],
        /// Use of AI
        ai: Option<OrNone<Box<Ai>>> [public; gdpr "AI Act 50"],
        /// Notices that cover it, or why none does
        notices: Option<Either<Box<NoticeAnswer>, List<Ref<Notice>>>> [public; default "from notices.covers"; gdpr "13, 14"],
        /// Right restricted by law
        rights_except: KeyMap<Right, Citation> [public; gdpr "23"],
        /// Left out of the record under Art. 30(5)
        record_exempt: Option<bool> [default "no"; gdpr "30(5)"],
    }
}

impl Activity {
    /// Whether it has not ended: what is planned counts, as what is judged and documented has to be right before it begins.
    pub fn is_running(&self) -> bool {
        self.status != Some(Status::Ended)
    }
}

table! {
    /// Long form of `category: retention`.
    pub struct CategoryUse = "category_use", "an entry of `data_categories` in an activity" {
        /// How long
        retention: Option<Retention> [public; default "activity.retention"; gdpr "30(1)(f), 13(2)(a)"],
        /// Where this category comes from
        sources: List<SourceRef> [public; default "activity.sources"; gdpr "14(2)(f)"],
        /// Whose data in this category
        data_subjects: List<Ref<DataSubject>> [public; default "all of the activity"; gdpr "30(1)(c)"],
        /// Whether people must give it
        required: Option<Required> [public; default "purpose.required"; gdpr "13(2)(e)"],
        /// Only these items of the category
        fields: List<Text> [public; default "all"; gdpr "30(1)(c)"],
        /// Where it is held
        systems: List<Ref<System>> [],
        /// Only on this condition
        when: Option<Text> [public],
    }
}

table! {
    /// Long form of a source.
    pub struct SourceUse = "source_use", "an entry of `sources` in an activity" {
        /// Which data come from it
        data_categories: List<Ref<DataCategory>> [public; default "all"; gdpr "14(1)(d)"],
        /// Whether it gives data or corrects them
        usage as "use": Option<SourceUsage> [public; default "collect"; gdpr "14(2)(f)"],
        /// On what condition
        when: Option<Text> [public],
        /// When people are told
        inform_when: Option<InformWhen> [gdpr "14(3)"],
    }
}

table! {
    /// Sources that cannot be told apart.
    pub struct MixedSources = "mixed_sources", "`sources` of an activity" {
        /// Kinds of sources
        mixed: Option<Text> [required; public; gdpr "14(2)(f), recital 61"],
    }
}

table! {
    /// One occasion of collecting.
    pub struct Collection = "collection", "an entry of `collection` in an activity" {
        /// The occasion, in words
        when: Option<Text> [required; public; gdpr "13"],
        /// Who gives the data then
        sources: List<SourceRef> [public; default "activity.sources"; gdpr "14(2)(f)"],
        /// Which data are collected then
        data_categories: List<Ref<DataCategory>> [public; default "all"; gdpr "14(1)(d)"],
        /// Whose data
        data_subjects: List<Ref<DataSubject>> [public; default "all"],
        /// Purposes served
        purposes: List<LocalId> [public; default "all"],
    }
}

table! {
    /// Why there is no assessment.
    pub struct DpiaAnswer = "dpia_answer", "`dpia` of an activity" {
        /// `no`
        needed: Option<bool> [gdpr "35(1)"],
        /// Reason
        why: Option<Text> [when "needed is no"; asked "PR804"; gdpr "35(1), 5(2)"; evidence],
        /// Assessed by the legislator
        law: Option<Citation> [gdpr "35(10)"],
    }
}

table! {
    /// Why no notice of this register covers it.
    pub struct NoticeAnswer = "notice_answer", "`notices` of an activity" {
        /// Exception
        none: Option<Text> [gdpr "13(4), 14(5), 23"; evidence],
        /// Other document that informs these people
        elsewhere: Option<Ref<Document>> [public; gdpr "13"],
    }
}
