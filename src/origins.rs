//! Where data come from: whether people give them themselves, or somebody else does.

use crate::decode::Entry;
use crate::model::*;
use crate::register::Register;
use crate::titles::Titled;

/// The kind a source names, or whose id it bears.
pub fn kind(source: &Entry<Source>) -> Option<SourceKind> {
    source.kind.or_else(|| SourceKind::parse(&source.id))
}

/// Whether people give the data themselves, by what they say or by what they do.
fn is_the_person(register: &Register, source: &SourceRef) -> bool {
    let SourceTarget::Source(source) = source.target else { return false };
    register.get(source).is_some_and(|source| matches!(kind(source), Some(SourceKind::Person | SourceKind::Device)))
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

/// Whether people give at least part of the data of an activity themselves; so it is where no source is named.
pub fn has_the_person(register: &Register, activity: &Activity) -> bool {
    is_unanswered(activity)
        || activity.sources.mixed.is_some()
        || of_activity(activity).any(|source| is_the_person(register, source))
}
