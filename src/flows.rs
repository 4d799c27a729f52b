//! Data that leave the EEA: which recipient has or sees them in which third country or international organisation, and what
//! the register says on it.

use crate::decode::{Country, Either, Entry, Place};
use crate::law::{Decision, Law};
use crate::model::*;
use crate::register::Register;
use crate::relations::{PlaceOf, PlaceRole, Relations};
use crate::syntax::NodeId;

/// One third country of one recipient, or of one of its services; or that the recipient is an international organisation.
#[derive(Clone, Copy, Debug)]
pub struct Flow<'r> {
    pub recipient: &'r Entry<Recipient>,
    pub service: Option<&'r Entry<Service>>,
    /// A third country, or an international organisation.
    pub place: Place,
    pub role: PlaceRole,
    /// Where the place stands.
    pub node: Option<NodeId>,
    /// Who looks at data from there.
    pub access: Option<&'r Access>,
    /// What the register says about the place.
    pub stated: Option<&'r TransferEntry>,
}

impl Flow<'_> {
    /// The third country; none where data go to an international organisation.
    pub fn country(&self) -> Option<Country> {
        self.place.country()
    }

    /// The decision of the Commission on the country, whomever in it that covers.
    pub fn decision(&self, law: &Law) -> Option<&'static Decision> {
        law.adequacy(self.country()?)
    }

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

/// The third countries and international organisations in which a recipient or its services in use have, keep or see data, each once.
pub fn of<'r>(register: &'r Register, relations: &Relations, law: &Law, recipient: &'r Entry<Recipient>) -> Vec<Flow<'r>> {
    if !can_receive(recipient) {
        return Vec::new();
    }
    let mut flows: Vec<Flow<'r>> = Vec::new();
    for PlaceOf { place, role, node, service, access } in relations.places(register, recipient) {
        if service.is_some_and(|service| service.role == Some(Role::NoAccess)) {
            continue;
        }
        if !is_outside(law, place) {
            continue;
        }
        let same = |flow: &&mut Flow<'_>| {
            flow.place == place && flow.service.map(|service| &service.id) == service.map(|service| &service.id)
        };
        if let Some(known) = flows.iter_mut().find(same) {
            known.access = known.access.or(access);
            continue;
        }
        let stated = stated(register, relations, recipient, service, place);
        flows.push(Flow { recipient, service, place, role, node, access, stated });
    }
    flows
}

/// Whether chapter V asks for a mechanism: a third country, or an international organisation.
pub fn is_outside(law: &Law, place: Place) -> bool {
    match place {
        Place::Country(country) => law.needs_mechanism(country),
        Place::InternationalOrganisation => true,
        _ => false,
    }
}

/// What the register says about a place: at the service, the recipient, every use of it, or for all recipients.
fn stated<'r>(
    register: &'r Register,
    relations: &Relations,
    recipient: &'r Entry<Recipient>,
    service: Option<&'r Entry<Service>>,
    place: Place,
) -> Option<&'r TransferEntry> {
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
