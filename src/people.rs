//! What a group of people is: its built-in kind, and the marks that follow unless the register says otherwise.

use crate::decode::Entry;
use crate::model::{DataSubject, SubjectKind};
use crate::vocabulary::{SubjectMarks, subject_marks};

/// The built-in kind a group names, or whose id it bears.
pub fn kind(group: &Entry<DataSubject>) -> Option<SubjectKind> {
    group.kind.or_else(|| SubjectKind::parse(&group.id))
}

fn marks(group: &Entry<DataSubject>) -> SubjectMarks {
    kind(group).map_or(SubjectMarks::default(), subject_marks)
}

/// Whether the people themselves have, or ask for, a contract with the organisation; `None` where nothing says so.
pub fn has_contract(group: &Entry<DataSubject>) -> Option<bool> {
    group.contract_party.or_else(|| kind(group).map(|kind| subject_marks(kind).party))
}

/// Whether the register says of people who usually have no contract with the organisation that these have one.
pub fn is_party_against_its_kind(group: &Entry<DataSubject>) -> bool {
    group.contract_party == Some(true) && kind(group).is_some_and(|kind| !subject_marks(kind).party)
}

/// People of the organisation: staff, applicants, volunteers and their relatives.
pub fn is_personnel(group: &Entry<DataSubject>) -> bool {
    marks(group).hr
}

/// Whether the people need more protection than others (recital 75).
pub fn is_vulnerable(group: &Entry<DataSubject>) -> bool {
    group.vulnerable.unwrap_or_else(|| marks(group).vulnerable)
}

/// Whether there are minors among them.
pub fn has_minors(group: &Entry<DataSubject>) -> bool {
    group.minors.is_some() || marks(group).minors
}

/// Age of the youngest, where the group has minors: 0 where it does not say how old they are.
pub fn youngest(group: &Entry<DataSubject>) -> Option<u32> {
    match &group.minors {
        Some(minors) => Some(minors.from.unwrap_or(0)),
        None => marks(group).minors.then_some(0),
    }
}

/// People who are never in contact with the organisation, so that somebody else gives their data.
pub fn is_absent(group: &Entry<DataSubject>) -> bool {
    marks(group).absent
}

/// The name of a group in messages.
pub fn name(group: &Entry<DataSubject>) -> &str {
    group.value.name.as_ref().map(|name| name.english()).filter(|name| !name.is_empty()).unwrap_or(&group.id)
}

/// Names in a list: `Applicants, Employees and Interns`.
pub fn names<'g>(groups: impl IntoIterator<Item = &'g Entry<DataSubject>>) -> String {
    crate::finding::listed(groups.into_iter().map(|group| name(group).to_owned()))
}
