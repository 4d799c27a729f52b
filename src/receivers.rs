//! Who receives data: named from every place of the format that can name somebody, not from lists of recipients alone.

use crate::decode::{AnyRef, Either, Entry, Excerpt, Ref};
use crate::model::*;
use crate::register::Register;
use crate::syntax::NodeId;

/// How a receiver comes in.
#[derive(Clone, Copy, Debug)]
pub enum Way<'r> {
    /// Among the recipients of an activity, or the sub-processors of a service.
    Listed(&'r RecipientEntry),
    Purpose(&'r Entry<Purpose>),
    /// Runs a system.
    System(&'r Entry<System>),
    /// Provides the AI of a system.
    SystemAi(&'r Entry<System>),
    /// Provides the AI of an activity or a service.
    Ai,
    /// Sets a cookie, or reads it.
    Cookie(&'r Entry<Cookie>),
    /// Holds the proof of a consent.
    ConsentRecord,
    JointController(&'r Entry<JointArrangement>),
    /// A member of the group that receives data.
    GroupMember,
}

/// One naming of a receiver.
#[derive(Clone, Copy, Debug)]
pub struct Received<'r> {
    pub recipient: &'r Entry<Recipient>,
    pub way: Way<'r>,
    pub node: NodeId,
}

type Provider = Option<AnyRef<OurselvesOrRecipient>>;
type Proof = Option<Either<AnyRef<SystemOrRecipient>, Excerpt>>;

struct Collector<'r> {
    register: &'r Register,
    all: Vec<Received<'r>>,
}

impl<'r> Collector<'r> {
    fn new(register: &'r Register) -> Self {
        Collector { register, all: Vec::new() }
    }

    fn add(&mut self, recipient: Ref<Recipient>, way: Way<'r>, node: NodeId) {
        if let Some(recipient) = self.register.get(recipient) {
            self.all.push(Received { recipient, way, node });
        }
    }

    fn listed(&mut self, list: &'r RecipientUses) {
        list.iter().for_each(|entry| self.add(entry.recipient, Way::Listed(entry), entry.node));
    }

    fn either(&mut self, provider: Provider, way: Way<'r>) {
        if let Some(provider) = provider
            && let Some(recipient) = provider.to::<Recipient>()
        {
            self.add(recipient, way, recipient.node);
        }
    }

    /// Who runs a system, and who provides the AI in it; told at the place that names the system.
    fn systems(&mut self, systems: impl IntoIterator<Item = &'r Ref<System>>) {
        for reference in systems {
            let Some(system) = self.register.get(*reference) else { continue };
            if let Some(operator) = system.run_by.and_then(|by| by.to::<Recipient>()) {
                self.add(operator, Way::System(system), reference.node);
            }
            let ai = system.value.ai.as_ref().and_then(|ai| ai.one());
            if let Some(provider) = ai.and_then(|ai| ai.provider).and_then(|provider| provider.to::<Recipient>()) {
                self.add(provider, Way::SystemAi(system), reference.node);
            }
        }
    }

    fn proof(&mut self, record: &Proof) {
        let Some(Either::One(record)) = record else { return };
        if let Some(recipient) = record.to::<Recipient>() {
            self.add(recipient, Way::ConsentRecord, record.node);
        }
        if let Some(operator) =
            record.to::<System>().and_then(|own| self.register.get(own)).and_then(|system| system.run_by?.to::<Recipient>())
        {
            self.add(operator, Way::ConsentRecord, record.node);
        }
    }
}

/// Who receives data of an activity, but for those who set its cookies: [`of_cookie`] says these.
pub fn of_activity<'r>(register: &'r Register, activity: &'r Entry<Activity>) -> Vec<Received<'r>> {
    let own = &activity.value;
    let mut found = Collector::new(register);
    found.listed(&own.recipients);
    for purpose in &own.purposes {
        purpose.value.recipients.iter().for_each(|recipient| found.add(*recipient, Way::Purpose(purpose), recipient.node));
        let cases = purpose.value.cases.into_iter().filter_map(|case| case.value.consent.as_deref());
        purpose.value.consent.as_deref().into_iter().chain(cases).for_each(|consent| found.proof(&consent.record));
    }
    found.systems(&own.systems);
    found.systems(own.data_categories.iter().filter_map(|entry| entry.usage.as_deref()).flat_map(|usage| &usage.systems));
    if let Some(ai) = own.ai.as_ref().and_then(|ai| ai.some()) {
        found.either(ai.provider, Way::Ai);
    }
    for reference in &own.joint_controllers {
        let Some(arrangement) = register.get(*reference) else { continue };
        for party in arrangement.value.parties.iter().filter_map(|party| party.to::<Recipient>()) {
            found.add(party, Way::JointController(arrangement), reference.node);
        }
    }
    found.all
}

/// Who receives the data that a service handles for customers: sub-processors, whatever names them.
pub fn of_service<'r>(register: &'r Register, service: &'r Entry<ProcessingFor>) -> Vec<Received<'r>> {
    let own = &service.value;
    let mut found = Collector::new(register);
    found.listed(&own.subprocessors);
    found.systems(&own.systems);
    if let Some(ai) = own.ai.as_ref().and_then(|ai| ai.some()) {
        found.either(ai.provider, Way::Ai);
    }
    found.all
}

/// Who receives data through a cookie.
pub fn of_cookie<'r>(register: &'r Register, cookie: &'r Entry<Cookie>) -> Vec<Received<'r>> {
    let mut found = Collector::new(register);
    found.either(cookie.set_by, Way::Cookie(cookie));
    if let Some(Either::Other(consent)) = &cookie.value.consent {
        found.proof(&consent.record);
    }
    found.all
}

/// Who keeps the choices that visitors make about cookies.
pub fn of_cookie_banner(register: &Register) -> Vec<Received<'_>> {
    let mut found = Collector::new(register);
    if let Some(banner) = register.settings.cookie_banner.as_deref() {
        found.proof(&banner.record);
    }
    found.all
}

/// Members of the group to which an organisation gives data.
pub fn of_group<'r>(register: &'r Register, organisation: &'r Entry<Organisation>) -> Vec<Received<'r>> {
    let mut found = Collector::new(register);
    if let Some(group) = organisation.value.group.as_deref() {
        group.members.iter().for_each(|member| found.add(*member, Way::GroupMember, member.node));
    }
    found.all
}
