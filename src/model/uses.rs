//! Fields that take a list or a map: both are read into the same list of uses.

use super::*;
use crate::decode::{Decode, Decoder, Field, Key, List, Place, ProblemKind, Ref, Shape, Text};
use crate::syntax::{Kind, NodeId};

/// Recipients of an activity, or sub-processors: named, or `none` as an answer.
#[derive(Clone, Debug, Default)]
pub struct RecipientUses {
    /// `none`: nobody, and somebody has thought about it.
    pub none: bool,
    pub list: List<RecipientEntry>,
}

/// A recipient where it is used, with what is narrowed or added there.
#[derive(Clone, Debug)]
pub struct RecipientEntry {
    pub recipient: Ref<Recipient>,
    pub node: NodeId,
    pub narrowed: Option<Box<RecipientUse>>,
}

impl RecipientUses {
    /// Neither named nor denied.
    pub fn is_unanswered(&self) -> bool {
        !self.none && self.list.is_empty()
    }
    pub fn iter(&self) -> std::slice::Iter<'_, RecipientEntry> {
        self.list.iter()
    }
}

impl<'u> IntoIterator for &'u RecipientUses {
    type Item = &'u RecipientEntry;
    type IntoIter = std::slice::Iter<'u, RecipientEntry>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl Field for RecipientUses {
    fn shape() -> Shape {
        Shape::Either(vec![
            Shape::List(Box::new(Ref::<Recipient>::shape())),
            Shape::Map(Box::new(Ref::<Recipient>::shape()), Box::new(RecipientUse::shape())),
            Shape::Word("none"),
        ])
    }
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId) {
        let tree = d.tree;
        if tree.text(node) == "none" {
            self.none = true;
        } else if tree.kind(node) == Kind::Table {
            self.list.reserve_exact(tree.items(node).count());
            for item in tree.items(node) {
                let Some(recipient) = Ref::key(d, item.key, item.key_loc, item.value) else { continue };
                let narrowed = if tree.is_blank(item.value) { None } else { Decode::decode(d, item.value) };
                self.list.push(RecipientEntry { recipient, node: item.value, narrowed });
            }
        } else {
            let mut list: List<Ref<Recipient>> = List::new();
            list.read(d, node);
            self.list.reserve_exact(list.len());
            self.list.extend(list.into_iter().map(|recipient| RecipientEntry {
                recipient,
                node: recipient.node,
                narrowed: None,
            }));
        }
    }
    fn is_absent(&self) -> bool {
        self.is_unanswered()
    }
}

/// Data categories of an activity, each with its retention where it has one of its own.
#[derive(Clone, Debug, Default)]
pub struct CategoryUses(pub List<CategoryEntry>);

#[derive(Clone, Debug)]
pub struct CategoryEntry {
    pub category: Ref<DataCategory>,
    pub node: NodeId,
    /// Whether it stands as a key, as in `category: retention`.
    pub is_key: bool,
    /// The retention given here, in either form.
    pub retention: Option<Retention>,
    /// The long form.
    pub usage: Option<Box<CategoryUse>>,
}

impl std::ops::Deref for CategoryUses {
    type Target = [CategoryEntry];
    fn deref(&self) -> &[CategoryEntry] {
        &self.0
    }
}

impl Field for CategoryUses {
    fn shape() -> Shape {
        Shape::Either(vec![
            Shape::List(Box::new(Ref::<DataCategory>::shape())),
            Shape::Map(Box::new(Ref::<DataCategory>::shape()), Box::new(Shape::either(Retention::shape(), CategoryUse::shape()))),
        ])
    }
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId) {
        let tree = d.tree;
        if tree.kind(node) != Kind::Table {
            let mut list: List<Ref<DataCategory>> = List::new();
            list.read(d, node);
            self.0.reserve_exact(list.len());
            self.0.extend(list.into_iter().map(|category| CategoryEntry {
                category,
                node: category.node,
                is_key: false,
                retention: None,
                usage: None,
            }));
            return;
        }
        self.0.reserve_exact(tree.items(node).count());
        for item in tree.items(node) {
            // In TOML everything below `[data_categories]` is a category: a field that slipped under it says so itself.
            if d.find("data_categories", item.key).is_none() && Activity::INFO.field(item.key).is_some() {
                let message = format!("`{}` is a field of the activity, but stands among its data categories", item.key);
                let help = "Move the line up, above the first `[table]`.".into();
                d.report(ProblemKind::WrongPlace, item.key_loc, item.value, message, help);
                continue;
            }
            let Some(category) = Ref::key(d, item.key, item.key_loc, item.value) else { continue };
            let mut entry = CategoryEntry { category, node: item.value, is_key: true, retention: None, usage: None };
            if !tree.is_blank(item.value) {
                let names = |name: &str| tree.get(item.value, name).is_some();
                let is_retention = tree.kind(item.value) != Kind::Table
                    || names("for") && !names("retention")
                    || names("until")
                    || names("period")
                    || names("criterion");
                if is_retention {
                    entry.retention = Retention::decode(d, item.value);
                } else {
                    entry.usage = Decode::decode(d, item.value);
                    entry.retention = entry.usage.as_mut().and_then(|usage| usage.retention.take());
                }
            }
            self.0.push(entry);
        }
    }
    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

/// Where the data of an activity come from.
#[derive(Clone, Debug, Default)]
pub struct SourceUses {
    /// Sources that cannot be told apart.
    pub mixed: Option<Box<MixedSources>>,
    pub list: List<SourceEntry>,
}

#[derive(Clone, Debug)]
pub struct SourceEntry {
    pub source: SourceRef,
    pub node: NodeId,
    pub usage: Option<Box<SourceUse>>,
}

impl SourceUses {
    pub fn is_unanswered(&self) -> bool {
        self.mixed.is_none() && self.list.is_empty()
    }
    pub fn iter(&self) -> std::slice::Iter<'_, SourceEntry> {
        self.list.iter()
    }
}

impl Field for SourceUses {
    fn shape() -> Shape {
        Shape::Either(vec![
            Shape::List(Box::new(SourceRef::shape())),
            Shape::Map(Box::new(SourceRef::shape()), Box::new(SourceUse::shape())),
            MixedSources::shape(),
        ])
    }
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId) {
        let tree = d.tree;
        if tree.kind(node) != Kind::Table {
            let mut list: List<SourceRef> = List::new();
            list.read(d, node);
            self.list.reserve_exact(list.len());
            self.list.extend(list.into_iter().map(|source| SourceEntry { source, node: source.node, usage: None }));
        } else if tree.get(node, "mixed").is_some() {
            self.mixed = Decode::decode(d, node);
        } else {
            self.list.reserve_exact(tree.items(node).count());
            for item in tree.items(node) {
                let source = SourceRef::resolve(d, item.key, item.key_loc, item.value);
                let usage = if tree.is_blank(item.value) { None } else { Decode::decode(d, item.value) };
                self.list.push(SourceEntry { source, node: item.value, usage });
            }
        }
    }
    fn is_absent(&self) -> bool {
        self.is_unanswered()
    }
}

/// From where else data are looked at.
#[derive(Clone, Debug, Default)]
pub struct AccessFrom(pub List<AccessEntry>);

#[derive(Clone, Debug)]
pub struct AccessEntry {
    pub place: Place,
    pub node: NodeId,
    pub access: Option<Box<Access>>,
}

impl std::ops::Deref for AccessFrom {
    type Target = [AccessEntry];
    fn deref(&self) -> &[AccessEntry] {
        &self.0
    }
}

impl Field for AccessFrom {
    fn shape() -> Shape {
        Shape::Either(vec![
            Shape::List(Box::new(Place::shape())),
            Shape::Map(Box::new(Place::key_shape()), Box::new(Access::shape())),
        ])
    }
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId) {
        let tree = d.tree;
        if tree.kind(node) == Kind::Table {
            for item in tree.items(node) {
                let Some(place) = Place::key(d, item.key, item.key_loc, item.value) else { continue };
                let access = if tree.is_blank(item.value) { None } else { Decode::decode(d, item.value) };
                self.0.push(AccessEntry { place, node: item.value, access });
            }
            return;
        }
        let values: Vec<NodeId> = if tree.kind(node) == Kind::List { tree.values(node).collect() } else { vec![node] };
        for value in values {
            if let Some(place) = Place::decode(d, value) {
                self.0.push(AccessEntry { place, node: value, access: None });
            }
        }
    }
    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

/// Mechanisms per third country. The first of several applies, the others stand by.
#[derive(Clone, Debug, Default)]
pub struct Transfers(pub List<TransferEntry>);

#[derive(Clone, Debug)]
pub struct TransferEntry {
    pub place: Place,
    pub node: NodeId,
    pub mechanisms: List<MechanismEntry>,
}

/// One mechanism, from a word or a table.
#[derive(Clone, Debug)]
pub struct MechanismEntry {
    pub node: NodeId,
    pub transfer: Transfer,
}

impl std::ops::Deref for Transfers {
    type Target = [TransferEntry];
    fn deref(&self) -> &[TransferEntry] {
        &self.0
    }
}

impl std::ops::Deref for MechanismEntry {
    type Target = Transfer;
    fn deref(&self) -> &Transfer {
        &self.transfer
    }
}

impl Transfers {
    pub fn to(&self, place: Place) -> Option<&TransferEntry> {
        self.0.iter().find(|entry| entry.place == place)
    }
}

impl Decode for MechanismEntry {
    fn shape() -> Shape {
        Shape::either(Mechanism::shape(), Transfer::shape())
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let transfer = if d.tree.kind(node) == Kind::Table {
            Transfer::decode(d, node)?
        } else {
            Transfer { mechanism: Some(Mechanism::decode(d, node)?), ..Transfer::default() }
        };
        Some(MechanismEntry { node, transfer })
    }
}

impl Field for Transfers {
    fn shape() -> Shape {
        Shape::Map(Box::new(Place::key_shape()), Box::new(Shape::List(Box::new(MechanismEntry::shape()))))
    }
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId) {
        if !d.expect_table(node, "a table: a mechanism for each country") {
            return;
        }
        let tree = d.tree;
        for item in tree.items(node) {
            let Some(place) = Place::key(d, item.key, item.key_loc, item.value) else { continue };
            let mut mechanisms = List::new();
            if !tree.is_blank(item.value) {
                mechanisms.read(d, item.value);
            }
            self.0.push(TransferEntry { place, node: item.value, mechanisms });
        }
    }
    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

/// An own section of a notice: its text alone, or a table.
#[derive(Clone, Debug, Default)]
pub struct NoticeSection(pub SectionText);

impl std::ops::Deref for NoticeSection {
    type Target = SectionText;
    fn deref(&self) -> &SectionText {
        &self.0
    }
}

impl Decode for NoticeSection {
    fn shape() -> Shape {
        Shape::either(Shape::Text, SectionText::shape())
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        if Text::fits(d, node) {
            let text = Text::decode(d, node)?;
            return Some(NoticeSection(SectionText { text: Some(text), ..SectionText::default() }));
        }
        SectionText::decode(d, node).map(NoticeSection)
    }
}
