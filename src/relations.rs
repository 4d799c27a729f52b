//! What follows from a register as a whole: who uses which recipient, and what a chain of processors adds up to.

use std::collections::HashSet;

use crate::decode::{Entry, Place, Ref};
use crate::model::*;
use crate::receivers::{self, Received};
use crate::register::Register;
use crate::syntax::NodeId;

/// Who uses a recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum User {
    Activity(usize),
    ProcessingFor(usize),
    /// As a sub-processor of another recipient.
    Recipient(usize),
    System(usize),
    Cookie(usize),
    /// As a member of the group, or for the choices about cookies.
    Organisation,
}

impl User {
    /// Whether it is the organisation itself that uses the recipient, in something that has not ended; not another recipient.
    fn is_ours(self, register: &Register) -> bool {
        match self {
            User::Activity(number) => register.activities[number].is_running(),
            User::ProcessingFor(number) => register.processing_for[number].is_running(),
            User::Recipient(_) => false,
            User::System(_) | User::Cookie(_) | User::Organisation => true,
        }
    }
}

/// One use of a recipient.
#[derive(Clone, Copy, Debug)]
pub struct Use {
    pub by: User,
    pub node: NodeId,
}

/// Reverse references between recipients and what uses them.
#[derive(Debug, Default)]
pub struct Relations {
    uses: Vec<Vec<Use>>,
    in_use: Vec<bool>,
    /// For each activity the cookies whose data it uses.
    cookies: Vec<Vec<usize>>,
}

impl Relations {
    pub fn of(register: &Register) -> Self {
        let mut uses: Vec<Vec<Use>> = vec![Vec::new(); register.recipients.len()];
        let mut add = |own: &Received<'_>, by| {
            if let Some(number) = number_of(&register.recipients, own.recipient) {
                uses[number].push(Use { by, node: own.node });
            }
        };
        for (number, activity) in register.activities.iter().enumerate() {
            let by = User::Activity(number);
            receivers::of_activity(register, activity).iter().for_each(|own| add(own, by));
        }
        for (number, service) in register.processing_for.iter().enumerate() {
            let by = User::ProcessingFor(number);
            receivers::of_service(register, service).iter().for_each(|own| add(own, by));
        }
        for organisation in &register.organisations {
            receivers::of_group(register, organisation).iter().for_each(|own| add(own, User::Organisation));
        }
        receivers::of_cookie_banner(register).iter().for_each(|own| add(own, User::Organisation));
        let mut cookies: Vec<Vec<usize>> = vec![Vec::new(); register.activities.len()];
        for (number, cookie) in register.cookies.iter().enumerate() {
            receivers::of_cookie(register, cookie).iter().for_each(|own| add(own, User::Cookie(number)));
            if let Some(activity) = cookie.activity.and_then(Ref::target) {
                cookies[activity].push(number);
            }
        }
        let mut add = |recipient: Ref<Recipient>, by, node| {
            if let Some(number) = recipient.target() {
                uses[number].push(Use { by, node });
            }
        };
        for (number, recipient) in register.recipients.iter().enumerate() {
            let by = User::Recipient(number);
            recipient.subprocessors.iter().for_each(|entry| add(entry.recipient, by, entry.node));
            for service in &recipient.value.services {
                service.subprocessors.iter().for_each(|entry| add(entry.recipient, by, entry.node));
            }
        }
        for (number, system) in register.systems.iter().enumerate() {
            if let Some(recipient) = system.run_by.and_then(|by| by.to::<Recipient>()) {
                add(recipient, User::System(number), recipient.node);
            }
        }
        let in_use = in_use(register, &uses);
        Relations { uses, in_use, cookies }
    }

    /// Who receives data of an activity, each naming in turn; with those who set the cookies whose data it uses.
    pub fn receivers<'r>(&self, register: &'r Register, activity: &'r Entry<Activity>) -> Vec<Received<'r>> {
        let mut all = receivers::of_activity(register, activity);
        let cookies = number_of(&register.activities, activity).map_or(&[][..], |number| &self.cookies[number]);
        all.extend(cookies.iter().flat_map(|number| receivers::of_cookie(register, &register.cookies[*number])));
        all
    }

    /// Systems that a recipient runs.
    pub fn systems<'r>(&self, register: &'r Register, recipient: &Entry<Recipient>) -> impl Iterator<Item = &'r Entry<System>> {
        self.uses(register, recipient).iter().filter_map(|usage| match usage.by {
            User::System(number) => Some(&register.systems[number]),
            _ => None,
        })
    }

    /// Where a recipient has, keeps or sees data: what is said of it, of the companies behind its name, of its services in
    /// use and of the systems that it runs. Storage defaults to the country.
    pub fn places<'r>(&self, register: &'r Register, recipient: &'r Entry<Recipient>) -> Vec<PlaceOf<'r>> {
        let mut all = places(register, recipient);
        for system in self.systems(register, recipient) {
            if let Some(place) = system.country {
                let field = system.node.and_then(|node| register.tree.get(node, "country")).map(|item| item.value);
                all.push(PlaceOf { place, role: PlaceRole::Stores, node: field, service: None, access: None });
            }
        }
        all
    }

    /// Who uses a recipient, by its number in the section.
    pub fn uses(&self, register: &Register, recipient: &Entry<Recipient>) -> &[Use] {
        number_of(&register.recipients, recipient).map_or(&[], |number| &self.uses[number])
    }

    /// What each use of a recipient by an activity, a service or another recipient narrows or adds.
    pub fn narrowed_uses<'r>(&self, register: &'r Register, recipient: &Entry<Recipient>) -> Vec<Option<&'r RecipientUse>> {
        fn of(list: &RecipientUses, node: NodeId) -> Option<Option<&RecipientUse>> {
            list.iter().find(|entry| entry.node == node).map(|entry| entry.narrowed.as_deref())
        }
        let find = |usage: &Use| match usage.by {
            User::Activity(number) => of(&register.activities[number].value.recipients, usage.node),
            User::ProcessingFor(number) => of(&register.processing_for[number].value.subprocessors, usage.node),
            User::Recipient(number) => {
                let user = &register.recipients[number].value;
                let lists = std::iter::once(&user.subprocessors)
                    .chain(user.services.into_iter().map(|service| &service.value.subprocessors));
                lists.into_iter().find_map(|list| of(list, usage.node))
            }
            User::System(_) | User::Cookie(_) | User::Organisation => None,
        };
        self.uses(register, recipient).iter().filter_map(find).collect()
    }

    /// Whether the organisation itself uses the recipient, not only another recipient.
    pub fn is_used_directly(&self, register: &Register, recipient: &Entry<Recipient>) -> bool {
        self.uses(register, recipient).iter().any(|usage| usage.by.is_ours(register))
    }

    /// Whether anything that has not ended leads to the recipient, directly or down a chain.
    pub fn is_in_use(&self, register: &Register, recipient: &Entry<Recipient>) -> bool {
        number_of(&register.recipients, recipient).is_some_and(|number| self.in_use[number])
    }
}

fn in_use(register: &Register, uses: &[Vec<Use>]) -> Vec<bool> {
    let mut reached = vec![false; uses.len()];
    let mut open: Vec<usize> = Vec::new();
    for (number, users) in uses.iter().enumerate() {
        if users.iter().any(|usage| usage.by.is_ours(register)) {
            open.push(number);
        }
    }
    while let Some(number) = open.pop() {
        if std::mem::replace(&mut reached[number], true) {
            continue;
        }
        let below = direct_subprocessors(&register.recipients[number]).filter_map(|entry| entry.recipient.target());
        open.extend(below);
    }
    reached
}

/// Number of an entry in its section, by identity.
fn number_of<T>(section: &[Entry<T>], entry: &Entry<T>) -> Option<usize> {
    section.element_offset(entry)
}

/// Sub-processors of a recipient and of its services in use.
pub fn direct_subprocessors(recipient: &Entry<Recipient>) -> impl Iterator<Item = &RecipientEntry> {
    let services = recipient.value.services.into_iter().filter(|service| service.status != Some(ServiceStatus::Former));
    recipient.value.subprocessors.iter().chain(services.flat_map(|service| service.value.subprocessors.iter()))
}

/// A recipient with everything below it, each once, nearest first.
pub fn chain<'r>(register: &'r Register, recipient: &'r Entry<Recipient>) -> Vec<&'r Entry<Recipient>> {
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    let mut open = std::collections::VecDeque::from([recipient]);
    while let Some(next) = open.pop_front() {
        if !seen.insert(&*next.id) {
            continue;
        }
        all.push(next);
        open.extend(direct_subprocessors(next).filter_map(|entry| register.get(entry.recipient)));
    }
    all
}

/// A place where a recipient has, keeps or sees data, and where the register says so.
#[derive(Clone, Copy, Debug)]
pub struct PlaceOf<'r> {
    pub place: Place,
    /// How the place comes in.
    pub role: PlaceRole,
    pub node: Option<NodeId>,
    /// The service it is a place of, where it is not one of the recipient itself.
    pub service: Option<&'r Entry<Service>>,
    /// Who looks at data from there.
    pub access: Option<&'r Access>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceRole {
    Established,
    Stores,
    Accesses,
}

fn places<'r>(register: &Register, recipient: &'r Entry<Recipient>) -> Vec<PlaceOf<'r>> {
    let tree = &register.tree;
    let mut all: Vec<PlaceOf<'r>> = Vec::new();
    let mut add = |service: Option<&'r Entry<Service>>,
                   node: Option<NodeId>,
                   country: Option<Place>,
                   stored_in: &[Place],
                   access_from: &'r AccessFrom| {
        let field = |name: &str| node.and_then(|node| tree.get(node, name)).map(|item| item.value);
        let mut push = |place, role, node, access| all.push(PlaceOf { place, role, node, service, access });
        if let Some(place) = country {
            push(place, PlaceRole::Established, field("country"), None);
        }
        let stored = field("stored_in");
        let items: Vec<NodeId> = stored.map_or(Vec::new(), |node| tree.values(node).collect());
        for (at, &place) in stored_in.iter().enumerate() {
            push(place, PlaceRole::Stores, items.get(at).copied().or(stored), None);
        }
        for access in access_from.iter() {
            push(access.place, PlaceRole::Accesses, Some(access.node), access.access.as_deref());
        }
    };
    add(None, recipient.node, recipient.country, &recipient.stored_in, &recipient.value.access_from);
    for service in &recipient.value.services {
        if service.status != Some(ServiceStatus::Former) {
            add(Some(service), service.node, service.country, &service.stored_in, &service.value.access_from);
        }
    }
    let listed = recipient.node.and_then(|node| tree.get(node, "entities")).map(|item| item.value);
    let nodes: Vec<NodeId> = listed.map_or(Vec::new(), |node| tree.values(node).collect());
    for (at, entity) in recipient.value.entities.iter().enumerate() {
        if let Some(country) = entity.country {
            let node = nodes.get(at).and_then(|node| tree.get(*node, "country")).map(|item| item.value);
            let (place, role) = (Place::Country(country), PlaceRole::Established);
            all.push(PlaceOf { place, role, node, service: None, access: None });
        }
    }
    all
}
