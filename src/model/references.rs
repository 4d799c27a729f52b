//! References that may point into several sections, or be a word.

use super::*;
use crate::decode::{Decode, Decoder, Defined, Id, Shape, Targets, is_id};
use crate::source::Loc;
use crate::syntax::NodeId;

macro_rules! defined {
    ($($type:ty = $section:literal),+ $(,)?) => {
        $( impl Defined for $type { const SECTION: &'static str = $section; } )+
    };
}

defined! {
    Organisation = "organisations",
    Activity = "activities",
    ProcessingFor = "processing_for",
    DataSubject = "data_subjects",
    DataCategory = "data_categories",
    RetentionRule = "retention",
    Event = "events",
    Recipient = "recipients",
    Source = "sources",
    System = "systems",
    SecurityMeasure = "security_measures",
    Cookie = "cookies",
    JointArrangement = "joint_controllers",
    Assessment = "assessments",
    Document = "documents",
    Commitment = "commitments",
    Notice = "notices",
    Statute = "laws",
}

macro_rules! targets {
    ($($(#[doc = $about:literal])+ $kind:ident = [$($section:literal),*] $(or [$($word:literal),*])?;)+) => {
        $(
            $(#[doc = $about])+
            #[derive(Clone, Copy, Debug)]
            pub enum $kind {}
            impl Targets for $kind {
                const SECTIONS: &'static [&'static str] = &[$($section),*];
                $( const WORDS: &'static [&'static str] = &[$($word),*]; )?
            }
        )+
    };
}

targets! {
    /// A recipient, or the organisation itself.
    OurselvesOrRecipient = ["recipients"] or ["us"];
    /// Who exports: a recipient, the organisation, or the customer whose data they are.
    Exporter = ["recipients"] or ["us", "customer"];
    /// A system, or the recipient that runs one.
    SystemOrRecipient = ["systems", "recipients"];
    /// A transfer assessment, or the Commission's own findings on the Data Privacy Framework.
    AssessmentOrFindings = ["assessments"] or ["commission-dpf-findings"];
    /// What a notice covers.
    NoticeScope = ["activities", "data_subjects", "processing_for"];
    /// What an assessment is about.
    AssessmentScope = ["activities", "recipients", "processing_for", "cookies"];
    /// What a promise is about.
    CommitmentScope = ["activities", "recipients", "processing_for", "data_categories", "data_subjects"];
}

/// An id that is defined in the same table, such as a purpose of the activity or a service of the recipient.
#[derive(Clone, Debug)]
pub struct LocalId {
    pub node: NodeId,
    pub id: Id,
}

impl Decode for LocalId {
    fn shape() -> Shape {
        Shape::Id
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let id = d.expect_text(node, "an id")?;
        if !is_id(id) {
            d.check_id(id, d.tree.short(node), node);
        }
        Some(LocalId { node, id: id.into() })
    }
}

/// Where data come from: a source, a recipient, or another activity.
#[derive(Clone, Copy, Debug)]
pub struct SourceRef {
    pub node: NodeId,
    pub target: SourceTarget,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SourceTarget {
    Source(crate::decode::Ref<Source>),
    Recipient(crate::decode::Ref<Recipient>),
    Activity(crate::decode::Ref<Activity>),
    /// Points to nothing, which has been reported.
    Nothing,
}

impl SourceRef {
    pub(super) fn resolve(d: &mut Decoder<'_>, text: &str, loc: Loc, node: NodeId) -> Self {
        use crate::decode::Ref;
        let target = if let Some(id) = text.strip_prefix("activity:") {
            d.refer("activities", id.trim(), node).map(|target| SourceTarget::Activity(Ref::new(node, Some(target))))
        } else if let Some(target) = d.refer("sources", text, node) {
            Some(SourceTarget::Source(Ref::new(node, Some(target))))
        } else {
            d.refer("recipients", text, node).map(|target| SourceTarget::Recipient(Ref::new(node, Some(target))))
        };
        if target.is_none() {
            match text.strip_prefix("activity:") {
                Some(id) => d.unknown_id(id.trim(), loc, node, &["activities"], &[]),
                None => d.unknown_id(text, loc, node, &["sources", "recipients"], &[]),
            }
        }
        SourceRef { node, target: target.unwrap_or(SourceTarget::Nothing) }
    }
}

impl Decode for SourceRef {
    fn shape() -> Shape {
        Shape::either(Shape::Ref(vec!["sources", "recipients"], vec![]), Shape::Scalar("activity:<id>", "activity:recruitment"))
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "where the data come from")?;
        Some(Self::resolve(d, text, d.tree.short(node), node))
    }
}

/// Whose law it is: a country's, or the Union's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryOrUnion {
    Union,
    Country(crate::decode::Country),
}

impl Decode for CountryOrUnion {
    fn shape() -> Shape {
        Shape::either(<crate::decode::Country as Decode>::shape(), Shape::Word("EU"))
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        if d.tree.text(node) == "EU" {
            return Some(CountryOrUnion::Union);
        }
        crate::decode::Country::decode(d, node).map(CountryOrUnion::Country)
    }
}
