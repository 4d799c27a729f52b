//! Which notice covers what: an activity is named in `covers`, names the notice itself, or is about people the notice is for.

use std::collections::HashSet;

use crate::decode::Entry;
use crate::model::*;
use crate::register::Register;

/// Names that the files of other documents bear. Those of a notice bear its id, where there are several.
const TAKEN: [&str; 13] = [
    "access-checklist",
    "access-reply",
    "cookies",
    "dashboard",
    "dashboard-board",
    "data-map",
    "dpia",
    "index",
    "manifest",
    "retention",
    "retention-by-system",
    "subprocessors",
    "transfers",
];

/// Beginnings of such names: what follows is a layout, or the id of an activity.
const TAKEN_BEFORE: [&str; 2] = ["art30-", "short-"];

/// Whether the files of another document bear this name already.
pub fn is_taken(name: &str) -> bool {
    TAKEN.contains(&name) || TAKEN_BEFORE.iter().any(|before| name.starts_with(before))
}

/// The notices that cover an activity, in the order of the register.
pub fn of<'r>(register: &'r Register, activity: &'r Entry<Activity>) -> Vec<&'r Entry<Notice>> {
    let for_people = groups(register, activity).flat_map(|group| register.notices_about(group));
    in_order(&register.notices, register.notices_naming(activity).chain(for_people))
}

/// Whether any notice covers an activity.
pub fn is_covered(register: &Register, activity: &Entry<Activity>) -> bool {
    let is_for_people = || groups(register, activity).any(|group| register.notices_about(group).next().is_some());
    register.notices_naming(activity).next().is_some() || is_for_people()
}

/// Whether a notice covers both of two activities.
pub fn is_shared(register: &Register, one: &Entry<Activity>, other: &Entry<Activity>) -> bool {
    let of_other: HashSet<&str> = of(register, other).into_iter().map(|notice| &*notice.id).collect();
    of(register, one).iter().any(|notice| of_other.contains(&*notice.id))
}

/// The activities a notice covers that have not ended, in the order of the register.
pub fn activities<'r>(register: &'r Register, notice: &'r Entry<Notice>) -> Vec<&'r Entry<Activity>> {
    let people = notice.covers.iter().filter_map(|scope| scope.to::<DataSubject>()).filter_map(|group| register.get(group));
    let about_people = people.flat_map(|group| register.activities_about(group));
    let named = notice.covers.iter().filter_map(|scope| scope.to::<Activity>()).filter_map(|activity| register.get(activity));
    let mut all = in_order(&register.activities, named.chain(about_people).chain(register.activities_naming(notice)));
    all.retain(|activity| activity.is_running() && !activity.broken);
    all
}

/// The services done for customers that a notice covers.
pub fn services<'r>(register: &'r Register, notice: &Entry<Notice>) -> Vec<&'r Entry<ProcessingFor>> {
    let scopes = notice.covers.iter().filter_map(|scope| scope.to::<ProcessingFor>());
    scopes.filter_map(|scope| register.get(scope)).filter(|service| service.is_running()).collect()
}

/// Whether some of these people use a service that is done for customers.
pub fn has_users_of_a_service(register: &Register, groups: &[&Entry<DataSubject>]) -> bool {
    let in_use = register.processing_for.iter().filter(|service| service.is_running() && service.status != Some(Status::Planned));
    let mut users = in_use.flat_map(|service| register.all(&service.value.data_subjects));
    users.any(|user| groups.iter().any(|group| group.id == user.id))
}

/// Groups of people of an activity and of its purposes.
fn groups<'r>(register: &'r Register, activity: &'r Entry<Activity>) -> impl Iterator<Item = &'r Entry<DataSubject>> {
    let purposes = activity.value.purposes.into_iter().flat_map(|purpose| purpose.value.data_subjects.iter());
    activity.value.data_subjects.iter().chain(purposes).filter_map(|group| register.get(*group))
}

/// Entries of a section, each once, in its order.
fn in_order<'r, T>(section: &[Entry<T>], entries: impl Iterator<Item = &'r Entry<T>>) -> Vec<&'r Entry<T>> {
    let mut all: Vec<&Entry<T>> = entries.collect();
    all.sort_by_key(|entry| section.element_offset(entry));
    all.dedup_by_key(|entry| section.element_offset(entry));
    all
}
