//! What is due when: everything that somebody has to look at again, with the day of the last look and the day of the next.

use chrono::NaiveDate;

use crate::decode::{Duration, Entry};
use crate::law::{Law, Review};
use crate::model::*;
use crate::register::Register;
use crate::relations::Relations;

/// What has to be looked at.
#[derive(Clone, Copy, Debug)]
pub enum Matter<'r> {
    Activity(&'r Entry<Activity>),
    Service(&'r Entry<ProcessingFor>),
    Notice(&'r Entry<Notice>),
    Assessment(&'r Entry<Assessment>),
    /// Whether deletion works.
    Deletion(&'r Entry<RetentionRule>),
    /// Whether the contract is still right.
    Contract(&'r Entry<Recipient>),
    ContractEnd(&'r Entry<Recipient>),
    /// What a processor publishes of its sub-processors.
    SubprocessorList(&'r Entry<Recipient>),
    /// The entry in the list of the Data Privacy Framework.
    Dpf(&'r Entry<Recipient>),
    /// A suppression, which ends.
    Exception(&'r Entry<Suppression>),
}

impl<'r> Matter<'r> {
    /// Who is asked: the owner, or with suppliers the person one writes to.
    pub fn owner(&self) -> Option<&'r str> {
        match self {
            Matter::Activity(own) => own.value.owner.as_deref(),
            Matter::Service(own) => own.value.owner.as_deref(),
            Matter::Assessment(own) => own.value.owner.as_deref(),
            Matter::Contract(own) | Matter::ContractEnd(own) | Matter::SubprocessorList(own) | Matter::Dpf(own) => {
                own.value.contact.as_deref()
            }
            Matter::Notice(_) | Matter::Deletion(_) | Matter::Exception(_) => None,
        }
    }
}

/// One thing with its day.
#[derive(Clone, Debug)]
pub struct Due<'r> {
    pub matter: Matter<'r>,
    /// When somebody last looked.
    pub last: Option<NaiveDate>,
    /// How often; `None` for what ends on a day of its own.
    pub every: Option<Duration>,
    /// The last day on which it is in time; `None` for what nobody ever looked at.
    pub day: Option<NaiveDate>,
}

impl<'r> Due<'r> {
    fn again(matter: Matter<'r>, last: Option<NaiveDate>, every: Duration) -> Self {
        Due { matter, last, day: last.map(|last| every.after(last)), every: Some(every) }
    }

    fn ending(matter: Matter<'r>, last: Option<NaiveDate>, day: Option<NaiveDate>) -> Self {
        Due { matter, last, every: None, day }
    }

    pub fn is_before(&self, day: NaiveDate) -> bool {
        self.day.is_some_and(|own| own < day)
    }
}

/// All that is due of what is in use and has not ended, by section of the register.
pub fn all<'r>(register: &'r Register, relations: &Relations, law: &Law) -> Vec<Due<'r>> {
    let usual = usual(register, law);
    let mut all: Vec<Due<'r>> = Vec::new();
    all.extend(register.activities.iter().filter(|own| own.is_running()).map(|own| of_activity(register, law, own)));
    all.extend(register.processing_for.iter().filter(|own| own.is_running()).map(|own| {
        let every = own.value.review_every.clone().unwrap_or_else(|| usual.clone());
        Due::again(Matter::Service(own), own.reviewed, every)
    }));
    let published = register.notices.iter().filter(|own| own.published.is_some());
    all.extend(published.map(|own| Due::again(Matter::Notice(own), own.published, usual.clone())));
    all.extend(register.assessments.iter().filter(|own| own.node.is_some()).map(|own| of_assessment(law, own)));
    let checked = register.retention.iter().filter(|own| own.node.is_some() && own.checked.is_some());
    all.extend(checked.map(|own| of_deletion(law, own)));
    for own in register.recipients.iter().filter(|own| own.node.is_some() && relations.is_in_use(register, own)) {
        if let Some(contract) = &own.value.contract {
            all.push(Due::again(Matter::Contract(own), contract.checked.or(contract.signed), usual.clone()));
            if contract.until.is_some() {
                all.push(Due::ending(Matter::ContractEnd(own), None, contract.until));
            }
        }
        if let Some(list) = &own.value.subprocessor_list {
            all.push(Due::again(Matter::SubprocessorList(own), list.checked, usual.clone()));
        }
        if let Some(dpf) = &own.value.dpf {
            let again = of_dpf(law, own, dpf);
            all.push(match (again.day, dpf.until) {
                (Some(look), Some(until)) if look < until => again,
                (_, Some(_)) => Due::ending(Matter::Dpf(own), dpf.checked, dpf.until),
                (_, None) => again,
            });
        }
    }
    let exceptions = register.suppressions.iter().filter(|own| own.until.is_some());
    all.extend(exceptions.map(|own| Due::ending(Matter::Exception(own), None, own.until)));
    all
}

/// The review of an activity.
pub fn of_activity<'r>(register: &Register, law: &Law, own: &'r Entry<Activity>) -> Due<'r> {
    let every = own.value.review_every.clone().unwrap_or_else(|| usual(register, law));
    Due::again(Matter::Activity(own), own.reviewed, every)
}

/// The review of an assessment.
pub fn of_assessment<'r>(law: &Law, own: &'r Entry<Assessment>) -> Due<'r> {
    let every = own.value.review_every.clone().unwrap_or_else(|| law.review_interval(Review::Assessment));
    Due::again(Matter::Assessment(own), own.done, every)
}

/// The look whether deletion works.
pub fn of_deletion<'r>(law: &Law, own: &'r Entry<RetentionRule>) -> Due<'r> {
    let every = own.value.review_every.clone().unwrap_or_else(|| law.review_interval(Review::Deletion));
    Due::again(Matter::Deletion(own), own.checked, every)
}

/// The look at the list of the Data Privacy Framework, whatever a register sets for its own reviews.
pub fn of_dpf<'r>(law: &Law, own: &'r Entry<Recipient>, dpf: &Dpf) -> Due<'r> {
    Due::again(Matter::Dpf(own), dpf.checked, law.review_interval(Review::DpfEntry))
}

fn usual(register: &Register, law: &Law) -> Duration {
    register.settings.review_every.clone().unwrap_or_else(|| law.review_interval(Review::Entry))
}
