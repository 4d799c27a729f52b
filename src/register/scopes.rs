//! Who covers what, turned round: finding it out anew for each activity would look at every notice and assessment each time.

use super::{Register, Section};
use crate::decode::{AnyRef, Defined, Entry};
use crate::model::*;

/// Numbers of definitions, by the number of what they belong to; each list in the order of the register, each number once.
type Numbers = Vec<Vec<u32>>;

/// What names an activity, directly or through the people it is about.
#[derive(Debug)]
pub(super) struct Scopes {
    /// Activities by group of people, of theirs or of one of their purposes.
    activities_of_group: Numbers,
    notices_of_group: Numbers,
    /// Notices by activity: those that name it, and those it names.
    notices_of_activity: Numbers,
    /// Activities by the notice that they name themselves.
    activities_of_notice: Numbers,
    /// Assessments by activity: the one it names, then impact assessments that cover it.
    assessments_of_activity: Numbers,
    activities_of_assessment: Numbers,
}

impl Scopes {
    pub fn of(register: &Register) -> Self {
        let none_for = |number: usize| vec![Vec::new(); number];
        let mut all = Scopes {
            activities_of_group: none_for(register.data_subjects.len()),
            notices_of_group: none_for(register.data_subjects.len()),
            notices_of_activity: none_for(register.activities.len()),
            activities_of_notice: none_for(register.notices.len()),
            assessments_of_activity: none_for(register.activities.len()),
            activities_of_assessment: none_for(register.assessments.len()),
        };
        for (number, activity) in register.activities.iter().enumerate() {
            let own = activity.value.data_subjects.iter();
            let of_purposes = activity.value.purposes.into_iter().flat_map(|purpose| purpose.value.data_subjects.iter());
            for group in own.chain(of_purposes).filter_map(|group| group.target()) {
                add(&mut all.activities_of_group[group], number);
            }
            let named = activity.notices.as_ref().and_then(|notices| notices.other());
            for notice in named.into_iter().flatten().filter_map(|notice| notice.target()) {
                add(&mut all.notices_of_activity[number], notice);
                add(&mut all.activities_of_notice[notice], number);
            }
            if let Some(assessment) = activity.dpia.as_ref().and_then(|dpia| dpia.one()).and_then(|named| named.target()) {
                add(&mut all.assessments_of_activity[number], assessment);
                add(&mut all.activities_of_assessment[assessment], number);
            }
        }
        for (number, notice) in register.notices.iter().enumerate() {
            for scope in &notice.covers {
                if let Some(activity) = target::<Activity, _>(*scope) {
                    all.notices_of_activity[activity].push(number as u32);
                } else if let Some(group) = target::<DataSubject, _>(*scope) {
                    add(&mut all.notices_of_group[group], number);
                }
            }
        }
        let impact = register.assessments.iter().enumerate().filter(|(_, own)| own.kind == Some(AssessmentKind::Dpia));
        for (number, assessment) in impact {
            for activity in assessment.covers.iter().filter_map(|scope| target::<Activity, _>(*scope)) {
                // The one it names stands first, and may cover it as well.
                if all.assessments_of_activity[activity].first() != Some(&(number as u32)) {
                    add(&mut all.assessments_of_activity[activity], number);
                    all.activities_of_assessment[number].push(activity as u32);
                }
            }
        }
        for list in
            all.notices_of_activity.iter_mut().chain(&mut all.activities_of_notice).chain(&mut all.activities_of_assessment)
        {
            list.sort_unstable();
            list.dedup();
        }
        all
    }
}

/// Adds a number that is not the last already: numbers come in order.
fn add(list: &mut Vec<u32>, number: usize) {
    let number = number as u32;
    if list.last() != Some(&number) {
        list.push(number);
    }
}

fn target<T: Defined, K>(scope: AnyRef<K>) -> Option<usize> {
    scope.to::<T>().and_then(|scope| scope.target())
}

fn of<'n, T: Section>(register: &Register, numbers: &'n Numbers, entry: &Entry<T>) -> &'n [u32] {
    T::of(register).element_offset(entry).map_or(&[], |number| &numbers[number])
}

impl Register {
    fn scopes(&self) -> &Scopes {
        self.scopes.get_or_init(|| Scopes::of(self))
    }

    fn numbered<'r, T: Section>(&'r self, numbers: &'r [u32]) -> impl Iterator<Item = &'r Entry<T>> + 'r {
        numbers.iter().map(|number| &T::of(self)[*number as usize])
    }

    /// The activities that are about a group of people, or of which a purpose is.
    pub fn activities_about(&self, group: &Entry<DataSubject>) -> impl Iterator<Item = &Entry<Activity>> {
        self.numbered(of(self, &self.scopes().activities_of_group, group))
    }

    /// The notices for a group of people.
    pub fn notices_about(&self, group: &Entry<DataSubject>) -> impl Iterator<Item = &Entry<Notice>> {
        self.numbered(of(self, &self.scopes().notices_of_group, group))
    }

    /// The notices that name an activity and that it names, not those for its people.
    pub fn notices_naming(&self, activity: &Entry<Activity>) -> impl Iterator<Item = &Entry<Notice>> {
        self.numbered(of(self, &self.scopes().notices_of_activity, activity))
    }

    /// The activities that name a notice.
    pub fn activities_naming(&self, notice: &Entry<Notice>) -> impl Iterator<Item = &Entry<Activity>> {
        self.numbered(of(self, &self.scopes().activities_of_notice, notice))
    }

    /// The assessment that an activity names, then the impact assessments that cover it.
    pub fn assessments_of(&self, activity: &Entry<Activity>) -> impl Iterator<Item = &Entry<Assessment>> {
        self.numbered(of(self, &self.scopes().assessments_of_activity, activity))
    }

    /// The activities that name an assessment and, where it is an impact assessment, those it covers.
    pub fn activities_assessed_by(&self, assessment: &Entry<Assessment>) -> impl Iterator<Item = &Entry<Activity>> {
        self.numbered(of(self, &self.scopes().activities_of_assessment, assessment))
    }
}
