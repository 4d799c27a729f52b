//! Data that leave the EEA: which recipient has or sees them in which third country, and what the register says on it.

use crate::decode::{Country, Either, Entry, Place};
use crate::law::Law;
use crate::model::*;
use crate::register::Register;
use crate::relations::{self, PlaceOf, PlaceRole, Relations};
use crate::syntax::NodeId;

/// One third country of one recipient, or of one of its services.
#[derive(Clone, Copy, Debug)]
pub struct Flow<'r> {
    pub recipient: &'r Entry<Recipient>,
    pub service: Option<&'r Entry<Service>>,
    pub country: Country,
    pub role: PlaceRole,
    /// Where the country stands.
    pub node: Option<NodeId>,
    /// Who looks at data from there.
    pub access: Option<&'r Access>,
    /// What the register says about the country.
    pub stated: Option<&'r TransferEntry>,
}

impl Flow<'_> {
    /// The mechanism that applies: the first one; none where the text names none in particular.
    pub fn mechanism(&self) -> Option<Mechanism> {
        self.stated?.mechanisms.first()?.mechanism.filter(|mechanism| *mechanism != Mechanism::Unspecified)
    }

    /// Whether the people who look are another legal entity than the recipient.
    pub fn is_access_by_others(&self) -> bool {
        self.access.is_some_and(|access| match &access.by {
            Some(Either::One(by)) => by.target().is_some(),
            Some(Either::Other(by)) => !by.trim().is_empty(),
            None => false,
        })
    }
}

/// Whether a recipient has data of its own to send: a supplier without access, a unit of the organisation itself or a
/// private person makes no transfer.
pub fn can_receive(recipient: &Recipient) -> bool {
    !matches!(recipient.role, Some(Role::NoAccess | Role::Internal | Role::PrivatePerson))
}

/// The third countries in which a recipient or its services in use have, keep or see data, each once.
pub fn of<'r>(register: &'r Register, relations: &Relations, law: &Law, recipient: &'r Entry<Recipient>) -> Vec<Flow<'r>> {
    if !can_receive(recipient) {
        return Vec::new();
    }
    let mut flows: Vec<Flow<'r>> = Vec::new();
    for PlaceOf { place, role, node, service, access } in relations::places(register, recipient) {
        if service.is_some_and(|service| service.role == Some(Role::NoAccess)) {
            continue;
        }
        let Some(country) = place.country().filter(|country| law.needs_mechanism(*country)) else { continue };
        let same = |flow: &&mut Flow<'_>| {
            flow.country == country && flow.service.map(|service| &service.id) == service.map(|service| &service.id)
        };
        if let Some(known) = flows.iter_mut().find(same) {
            known.access = known.access.or(access);
            continue;
        }
        let stated = stated(register, relations, recipient, service, country);
        flows.push(Flow { recipient, service, country, role, node, access, stated });
    }
    flows
}

/// What the register says about a country: at the service, the recipient, every use of it, or for all recipients.
fn stated<'r>(
    register: &'r Register,
    relations: &Relations,
    recipient: &'r Entry<Recipient>,
    service: Option<&'r Entry<Service>>,
    country: Country,
) -> Option<&'r TransferEntry> {
    let place = Place::Country(country);
    let own = service.and_then(|service| service.value.transfers.to(place)).or_else(|| recipient.value.transfers.to(place));
    own.or_else(|| {
        let uses = relations.narrowed_uses(register, recipient);
        let transfers: Vec<Option<&TransferEntry>> =
            uses.iter().map(|narrowed| narrowed.and_then(|narrowed| narrowed.transfers.to(place))).collect();
        let every = !transfers.is_empty() && transfers.iter().all(Option::is_some);
        transfers.into_iter().flatten().next().filter(|_| every)
    })
    .or_else(|| register.settings.transfers.to(place))
}
