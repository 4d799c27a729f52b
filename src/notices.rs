//! Which notice covers what.

use crate::decode::Entry;
use crate::model::*;
use crate::register::Register;

/// Whether a notice covers an activity: named in `covers`, named by the activity, or through the people it is about.
pub fn covers(register: &Register, notice: &Entry<Notice>, activity: &Entry<Activity>) -> bool {
    let named = notice.covers.iter().any(|scope| {
        let by_activity = scope.to::<Activity>().and_then(|scope| register.get(scope)).is_some_and(|own| own.id == activity.id);
        let by_people = scope
            .to::<DataSubject>()
            .and_then(|scope| register.get(scope))
            .is_some_and(|group| activity_groups(register, activity).any(|own| own.id == group.id));
        by_activity || by_people
    });
    named || names_it(register, notice, activity)
}

fn names_it(register: &Register, notice: &Entry<Notice>, activity: &Entry<Activity>) -> bool {
    let listed = activity.value.notices.as_ref().and_then(|notices| notices.other());
    listed.is_some_and(|list| register.all(list).any(|own| own.id == notice.id))
}

/// Groups of people of an activity and of its purposes.
fn activity_groups<'r>(register: &'r Register, activity: &'r Entry<Activity>) -> impl Iterator<Item = &'r Entry<DataSubject>> {
    let purposes = activity.value.purposes.into_iter().flat_map(|purpose| purpose.value.data_subjects.iter());
    activity.value.data_subjects.iter().chain(purposes).filter_map(|group| register.get(*group))
}

/// The activities a notice covers that have not ended, in the order of the register.
pub fn activities<'r>(register: &'r Register, notice: &Entry<Notice>) -> Vec<&'r Entry<Activity>> {
    register.running_activities().filter(|activity| covers(register, notice, activity)).collect()
}

/// The services done for customers that a notice covers.
pub fn services<'r>(register: &'r Register, notice: &Entry<Notice>) -> Vec<&'r Entry<ProcessingFor>> {
    let scopes = notice.covers.iter().filter_map(|scope| scope.to::<ProcessingFor>());
    scopes.filter_map(|scope| register.get(scope)).filter(|service| service.is_running()).collect()
}

/// Whether any notice covers an activity.
pub fn is_covered(register: &Register, activity: &Entry<Activity>) -> bool {
    register.notices.iter().any(|notice| covers(register, notice, activity))
}
