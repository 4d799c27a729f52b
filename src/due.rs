//! What is due when: everything that somebody has to look at again, with the day of the last look and the day of the next.

use chrono::NaiveDate;

use crate::decode::{Duration, Entry};
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
pub fn all<'r>(register: &'r Register, relations: &Relations) -> Vec<Due<'r>> {
    let is_running = |status: Option<Status>| status != Some(Status::Ended);
    let usual = usual(register);
    let mut all: Vec<Due<'r>> = Vec::new();
    all.extend(register.activities.iter().filter(|own| is_running(own.status)).map(|own| of_activity(register, own)));
    all.extend(register.processing_for.iter().filter(|own| is_running(own.status)).map(|own| {
        let every = own.value.review_every.clone().unwrap_or_else(|| usual.clone());
        Due::again(Matter::Service(own), own.reviewed, every)
    }));
    let published = register.notices.iter().filter(|own| own.published.is_some());
    all.extend(published.map(|own| Due::again(Matter::Notice(own), own.published, usual.clone())));
    all.extend(register.assessments.iter().filter(|own| own.node.is_some()).map(of_assessment));
    let checked = register.retention.iter().filter(|own| own.node.is_some() && own.checked.is_some());
    all.extend(checked.map(of_deletion));
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
            all.push(match (of_dpf(dpf), dpf.until) {
                (Some(look), Some(until)) if look < until => Due::again(Matter::Dpf(own), dpf.checked, dpf_interval()),
                (_, Some(_)) => Due::ending(Matter::Dpf(own), dpf.checked, dpf.until),
                (_, None) => Due::again(Matter::Dpf(own), dpf.checked, dpf_interval()),
            });
        }
    }
    let exceptions = register.suppressions.iter().filter(|own| own.until.is_some());
    all.extend(exceptions.map(|own| Due::ending(Matter::Exception(own), None, own.until)));
    all
}

/// The review of an activity.
pub fn of_activity<'r>(register: &Register, own: &'r Entry<Activity>) -> Due<'r> {
    let every = own.value.review_every.clone().unwrap_or_else(|| usual(register));
    Due::again(Matter::Activity(own), own.reviewed, every)
}

/// The review of an assessment: three years where the register sets no time.
pub fn of_assessment(own: &Entry<Assessment>) -> Due<'_> {
    let every = own.value.review_every.clone().unwrap_or_else(|| Duration::months(36));
    Due::again(Matter::Assessment(own), own.done, every)
}

/// The look whether deletion works: two years where the register sets no time.
pub fn of_deletion(own: &Entry<RetentionRule>) -> Due<'_> {
    let every = own.value.review_every.clone().unwrap_or_else(|| Duration::months(24));
    Due::again(Matter::Deletion(own), own.checked, every)
}

/// The last day on which the look at the list of the Data Privacy Framework holds.
pub fn of_dpf(dpf: &Dpf) -> Option<NaiveDate> {
    dpf.checked.map(|checked| dpf_interval().after(checked))
}

/// Companies certify anew each year, whatever a register sets for its own reviews.
fn dpf_interval() -> Duration {
    Duration::months(12)
}

fn usual(register: &Register) -> Duration {
    register.settings.review_every.clone().unwrap_or_else(|| Duration::months(12))
}
