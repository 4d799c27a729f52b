//! Where the data of a scope are: every place of the format that can say so, and each that says nothing.

use std::collections::HashSet;

use crate::decode::{Entry, Place};
use crate::flows;
use crate::law::Law;
use crate::model::*;
use crate::register::Register;
use crate::relations::{self, Relations};
use crate::sensitive;
use crate::syntax::NodeId;

/// Whose place it is.
#[derive(Clone, Copy, Debug)]
pub enum Of<'r> {
    /// Where the organisation is established.
    Home(&'r Entry<Organisation>),
    /// Where its own systems hold data.
    Storage(&'r Entry<Organisation>),
    /// A system that it runs itself.
    System(&'r Entry<System>),
    Recipient(&'r Entry<Recipient>),
}

/// Whether a place is inside the EEA. What is not answered is not inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Inside,
    Outside(Place),
    /// Nothing is said, or something that names no place.
    Open,
}

/// One place, or one question after a place.
#[derive(Clone, Copy, Debug)]
pub struct PlaceIn<'r> {
    pub of: Of<'r>,
    pub answer: Answer,
}

/// What places are asked for. `recipients` are all who receive data there, also units of the organisation itself.
pub struct Scope<'r> {
    pub activities: Vec<&'r Entry<Activity>>,
    pub services: Vec<&'r Entry<ProcessingFor>>,
    pub recipients: Vec<&'r Entry<Recipient>>,
}

impl<'r> Scope<'r> {
    /// One activity with everybody who receives its data.
    pub fn of_activity(register: &'r Register, relations: &Relations, activity: &'r Entry<Activity>) -> Self {
        let recipients = relations.receivers(register, activity).into_iter().map(|own| own.recipient).collect();
        Scope { activities: vec![activity], services: Vec::new(), recipients }
    }

    /// One service for customers with everybody who receives the data in it.
    pub fn of_service(register: &'r Register, service: &'r Entry<ProcessingFor>) -> Self {
        let recipients = crate::receivers::of_service(register, service).into_iter().map(|own| own.recipient).collect();
        Scope { activities: Vec::new(), services: vec![service], recipients }
    }

    /// Everything that has not ended.
    pub fn of_register(register: &'r Register, relations: &Relations) -> Self {
        let in_use = register.recipients.iter().filter(|own| relations.is_in_use(register, own));
        Scope {
            activities: register.running_activities().collect(),
            services: register.processing_for.iter().filter(|service| service.is_running() && !service.broken).collect(),
            recipients: in_use.collect(),
        }
    }

    /// Whether everybody has been asked who receives the data.
    fn is_answered(&self) -> bool {
        !(self.activities.is_empty() && self.services.is_empty())
            && self.activities.iter().all(|activity| !activity.recipients.is_unanswered())
            && self.services.iter().all(|service| !service.subprocessors.is_unanswered())
    }
}

/// Whether all places of a scope are answered and inside the EEA, and nobody has been left out.
pub fn stay_inside(register: &Register, relations: &Relations, law: &Law, scope: &Scope<'_>) -> bool {
    scope.is_answered() && of(register, relations, law, scope).iter().all(|place| place.answer == Answer::Inside)
}

/// Whether all places of a recipient, and of everybody below it, are answered and inside the EEA.
pub fn is_inside(register: &Register, relations: &Relations, law: &Law, recipient: &Entry<Recipient>) -> bool {
    let scope = Scope { activities: Vec::new(), services: Vec::new(), recipients: vec![recipient] };
    of(register, relations, law, &scope).iter().all(|place| place.answer == Answer::Inside)
}

/// Every place of a scope: of the organisation, of its systems, and of each recipient with all below it.
pub fn of<'r>(register: &'r Register, relations: &Relations, law: &Law, scope: &Scope<'r>) -> Vec<PlaceIn<'r>> {
    let mut all = own(register, law, scope);
    let mut seen = HashSet::new();
    for recipient in &scope.recipients {
        if seen.contains(&*recipient.id) {
            continue;
        }
        for link in relations::chain(register, recipient) {
            if seen.insert(&*link.id) {
                let answers = of_recipient(register, relations, law, link).into_iter();
                all.extend(answers.map(|answer| PlaceIn { of: Of::Recipient(link), answer }));
            }
        }
    }
    all
}

/// The places of the organisation itself.
fn own<'r>(register: &'r Register, law: &Law, scope: &Scope<'r>) -> Vec<PlaceIn<'r>> {
    let mut all = Vec::new();
    let mut systems: Vec<&Entry<System>> = Vec::new();
    let mut homes: Vec<(&Entry<Organisation>, bool)> = Vec::new();
    let mut add = |organisation: Option<&'r Entry<Organisation>>, used: Vec<&'r Entry<System>>| {
        // Without a system of its own, or with one that says nothing, data lie where the organisation keeps what it has.
        let runs = |system: &&&Entry<System>| system.run_by.is_none_or(|by| by.to::<Recipient>().is_none());
        let asks = used.is_empty() || used.iter().filter(runs).any(|system| system.country.is_none());
        systems.extend(used.iter().filter(runs));
        let Some(organisation) = organisation else { return };
        match homes.iter_mut().find(|(own, _)| own.id == organisation.id) {
            Some((_, asked)) => *asked |= asks,
            None => homes.push((organisation, asks)),
        }
    };
    for activity in &scope.activities {
        let activity: &'r Entry<Activity> = activity;
        let of_categories = activity.value.data_categories.iter().filter_map(|entry| entry.usage.as_deref());
        let used = activity.value.systems.iter().chain(of_categories.flat_map(|usage| &usage.systems));
        add(sensitive::controller(register, activity), used.filter_map(|system| register.get(*system)).collect());
    }
    for service in &scope.services {
        let service: &'r Entry<ProcessingFor> = service;
        let processor = service.processor.and_then(|own| register.get(own)).or(register.organisation());
        add(processor, register.all(&service.value.systems).collect());
    }
    for (organisation, asks) in homes {
        let home = organisation.country.map(Place::Country);
        all.push(PlaceIn { of: Of::Home(organisation), answer: answer(law, home) });
        let of = Of::Storage(organisation);
        all.extend(organisation.stores_in.iter().map(|place| PlaceIn { of, answer: answer(law, Some(*place)) }));
        if organisation.stores_in.is_empty() && asks {
            all.push(PlaceIn { of, answer: Answer::Open });
        }
    }
    let mut seen = HashSet::new();
    for system in systems {
        if let Some(place) = system.country
            && seen.insert(&*system.id)
        {
            all.push(PlaceIn { of: Of::System(system), answer: answer(law, Some(place)) });
        }
    }
    all
}

/// The places of one recipient, without those below it.
fn of_recipient(register: &Register, relations: &Relations, law: &Law, recipient: &Entry<Recipient>) -> Vec<Answer> {
    if recipient.role == Some(Role::NoAccess) {
        return Vec::new();
    }
    let places = relations.places(register, recipient);
    let mut all: Vec<Answer> = places.iter().map(|own| answer(law, Some(own.place))).collect();
    if all.is_empty() {
        // An authority is one of the organisation's own country, unless it says otherwise.
        let home = register.organisation().and_then(|own| own.country).map(Place::Country);
        all.push(answer(law, home.filter(|_| recipient.role == Some(Role::Authority))));
    }
    if recipient.entities.iter().any(|entity| entity.country.is_none()) {
        all.push(Answer::Open);
    }
    if recipient.role == Some(Role::Processor) && recipient.subprocessors.is_unanswered() {
        all.push(Answer::Open);
    }
    if !unplaced(register, relations, law, recipient).is_empty() {
        all.push(Answer::Open);
    }
    all
}

/// A mechanism, or an entry in the Data Privacy Framework list, for a place in which nothing says that data are.
#[derive(Clone, Copy, Debug)]
pub struct Unplaced {
    pub place: Place,
    pub node: Option<NodeId>,
    /// Whether it is the entry in the list alone.
    pub is_listed: bool,
}

/// Mechanisms of a recipient, its services and its uses for places outside that are none of its places.
pub fn unplaced(register: &Register, relations: &Relations, law: &Law, recipient: &Entry<Recipient>) -> Vec<Unplaced> {
    let places = relations.places(register, recipient);
    let services = recipient.value.services.into_iter().filter(|service| service.status != Some(ServiceStatus::Former));
    let uses = relations.narrowed_uses(register, recipient).into_iter().flatten();
    let stated = std::iter::once(&recipient.value.transfers)
        .chain(services.map(|service| &service.value.transfers))
        .chain(uses.map(|narrowed| &narrowed.transfers));
    let is_placed = |place: Place| places.iter().any(|own| own.place == place);
    let mut all: Vec<Unplaced> = Vec::new();
    for entry in stated.flat_map(|transfers| transfers.iter()) {
        let is_needed = flows::is_outside(law, entry.place)
            && entry.mechanisms.first().and_then(|first| first.mechanism) != Some(Mechanism::NotATransfer);
        if is_needed && !is_placed(entry.place) && all.iter().all(|own| own.place != entry.place) {
            all.push(Unplaced { place: entry.place, node: Some(entry.node), is_listed: false });
        }
    }
    let listed = recipient.dpf.as_deref().filter(|dpf| dpf.status != Some(DpfStatus::Inactive));
    if listed.is_some()
        && let Some(us) = crate::decode::Country::from_code("US").map(Place::Country)
        && !is_placed(us)
        && all.iter().all(|own| own.place != us)
    {
        let node = recipient.node.and_then(|node| register.tree.get(node, "dpf")).map(|item| item.value);
        all.push(Unplaced { place: us, node, is_listed: true });
    }
    all
}

fn answer(law: &Law, place: Option<Place>) -> Answer {
    match place {
        Some(place) if flows::is_outside(law, place) => Answer::Outside(place),
        Some(Place::Country(_) | Place::Eu | Place::Eea) => Answer::Inside,
        _ => Answer::Open,
    }
}
