//! Where data come from: whether people give them themselves, or somebody else does.

use std::collections::HashSet;

use crate::decode::{Entry, Ref};
use crate::model::*;
use crate::register::Register;
use crate::titles::Titled;
use crate::walk;

/// Who gives the data of a category. Several may: people write their address, and a register corrects it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Givers {
    /// The people themselves, by what they say.
    pub person: bool,
    /// Their devices and what they do, without a choice of what to give.
    pub device: bool,
    /// Nobody says where the data come from, or several sources cannot be told apart.
    pub unsaid: bool,
}

impl Givers {
    /// Whether people may be asked for the data: they give them, or nothing says that they do not.
    pub fn may_be_the_person(self) -> bool {
        self.person || self.unsaid
    }
}

/// Who gives the data of a category in an activity: as it says itself, else as the occasions on which it is collected say, else
/// as the activity says.
pub fn givers(register: &Register, activity: &Activity, entry: &CategoryEntry) -> Givers {
    let own: &[SourceRef] = entry.usage.as_deref().map_or(&[], |usage| &usage.sources);
    let mut givers = Givers::default();
    let mut add = |source: &SourceRef| match source_kind(register, source) {
        Some(SourceKind::Person) => givers.person = true,
        Some(SourceKind::Device) => givers.device = true,
        _ => {}
    };
    let parts = walk::with_included(register, register.get(entry.category));
    let names_it =
        |named: &[Ref<DataCategory>]| register.all(named).any(|category| parts.iter().any(|part| part.id == category.id));
    let occasions = activity.collection.into_iter().filter(|occasion| names_it(&occasion.value.data_categories));
    let mut on_occasions = occasions.flat_map(|occasion| &occasion.value.sources).peekable();
    if !own.is_empty() {
        own.iter().for_each(add);
    } else if on_occasions.peek().is_some() {
        on_occasions.for_each(add);
    } else {
        let gives = |entry: &&SourceEntry| {
            entry.usage.as_deref().is_none_or(|own| own.data_categories.is_empty() || names_it(&own.data_categories))
        };
        let mut named = activity.sources.iter().filter(gives).map(|entry| &entry.source).peekable();
        let is_unsaid = named.peek().is_none();
        named.for_each(&mut add);
        givers.unsaid = is_unsaid;
    }
    givers
}

/// Who gives the data on an occasion: as it says, else as the activity says for all of its data.
pub fn of_occasion<'r>(register: &Register, activity: &'r Activity, occasion: &'r Collection) -> Vec<&'r SourceRef> {
    if !occasion.sources.is_empty() {
        return occasion.sources.iter().collect();
    }
    let collected: HashSet<&str> = register.all(&occasion.data_categories).map(|category| &*category.id).collect();
    let serves = |entry: &&SourceEntry| {
        let named: &[Ref<DataCategory>] = entry.usage.as_deref().map_or(&[], |usage| &usage.data_categories);
        let is_collected = || register.all(named).any(|category| collected.contains(&*category.id));
        named.is_empty() || collected.is_empty() || is_collected()
    };
    activity.sources.iter().filter(serves).map(|entry| &entry.source).collect()
}

/// Whether a source is the people themselves, by what they say.
pub fn is_person(register: &Register, source: &SourceRef) -> bool {
    source_kind(register, source) == Some(SourceKind::Person)
}

fn source_kind(register: &Register, source: &SourceRef) -> Option<SourceKind> {
    let SourceTarget::Source(source) = source.target else { return None };
    register.get(source).and_then(kind)
}

/// The kind a source names, or whose id it bears.
pub fn kind(source: &Entry<Source>) -> Option<SourceKind> {
    source.kind.or_else(|| SourceKind::parse(&source.id))
}

/// Whether people give the data themselves, by what they say or by what they do.
fn is_the_person(register: &Register, source: &SourceRef) -> bool {
    matches!(source_kind(register, source), Some(SourceKind::Person | SourceKind::Device))
}

/// Whether somebody else gives the data (Art. 14): neither the person, nor what we conclude or hold already.
pub fn is_somebody_else(register: &Register, source: &SourceRef) -> bool {
    match source.target {
        SourceTarget::Source(target) => {
            let own = [SourceKind::Person, SourceKind::Device, SourceKind::Inferred];
            register.get(target).is_some_and(|source| kind(source).is_none_or(|kind| !own.contains(&kind)))
        }
        SourceTarget::Recipient(_) => true,
        SourceTarget::Activity(_) | SourceTarget::Nothing => false,
    }
}

/// Whether a source stands for others that are not named.
pub fn is_open_ended(register: &Register, source: &SourceRef) -> bool {
    let SourceTarget::Source(source) = source.target else { return false };
    register.get(source).is_some_and(|source| source.open_ended == Some(true))
}

/// The name of a source in messages.
pub fn name<'r>(register: &'r Register, source: &SourceRef) -> &'r str {
    match source.target {
        SourceTarget::Source(target) => register.get(target).map_or("", |source| source.title()),
        SourceTarget::Recipient(target) => register.get(target).map_or("", |recipient| recipient.title()),
        SourceTarget::Activity(target) => register.get(target).map_or("", |activity| activity.title()),
        SourceTarget::Nothing => "",
    }
}

/// Every source an activity names: for all of its data, for a category, or for an occasion.
pub fn of_activity(activity: &Activity) -> impl Iterator<Item = &SourceRef> {
    let of_categories = activity.data_categories.iter().filter_map(|category| category.usage.as_deref());
    let of_occasions = activity.collection.into_iter().flat_map(|collection| &collection.value.sources);
    let own = activity.sources.iter().map(|entry| &entry.source);
    own.chain(of_categories.flat_map(|usage| &usage.sources)).chain(of_occasions)
}

/// Whether an activity says nothing on where its data come from.
pub fn is_unanswered(activity: &Activity) -> bool {
    activity.sources.is_unanswered() && of_activity(activity).next().is_none()
}

/// Whether people may give part of the data of an activity themselves: also where no source is named.
pub fn has_the_person(register: &Register, activity: &Activity) -> bool {
    is_unanswered(activity)
        || activity.sources.mixed.is_some()
        || of_activity(activity).any(|source| is_the_person(register, source))
}
