//! What every list needs to know beside the register: the law on a day, and who refers to what.

use std::collections::{HashMap, HashSet};

use super::each_once;
use super::owner::{Owner, owner};
use crate::decode::{Entry, Ref};
use crate::law::Law;
use crate::model::*;
use crate::register::{Register, Section};
use crate::relations::{self, Relations};
use crate::syntax::NodeId;

/// A register on a day, with its references turned round.
pub struct Context<'r> {
    pub register: &'r Register,
    pub law: &'r Law,
    pub relations: Relations,
    /// Who refers to the definition of a section with a number, and where.
    users: HashMap<(&'static str, u32), Vec<(Owner, NodeId)>>,
    /// For each recipient the activities and services whose data reach it, directly or down a chain.
    reached_by: HashMap<String, Vec<String>>,
}

impl<'r> Context<'r> {
    pub fn new(register: &'r Register, law: &'r Law) -> Self {
        let mut users: HashMap<(&'static str, u32), Vec<(Owner, NodeId)>> = HashMap::new();
        let mut seen = HashSet::new();
        let mut references: Vec<_> = register.references().collect();
        references.sort_by_key(|reference| reference.node);
        for reference in references {
            if seen.insert((reference.section, reference.target, reference.node)) {
                let user = (owner(&register.tree, reference.node), reference.node);
                users.entry((reference.section, reference.target)).or_default().push(user);
            }
        }
        // By section and id: moving definitions to other files does not change a list.
        for users in users.values_mut() {
            users.sort_by(|(a, _), (b, _)| (&a.section, &a.id).cmp(&(&b.section, &b.id)));
        }
        Context { register, law, relations: Relations::of(register), users, reached_by: reached_by(register) }
    }

    /// Who refers to a definition, and where, by section and id.
    pub fn users(&self, section: &'static str, number: usize) -> &[(Owner, NodeId)] {
        self.users.get(&(section, number as u32)).map_or(&[], Vec::as_slice)
    }

    /// The definitions that refer to one, each once.
    pub(super) fn referrers<T: Section>(&self, entry: &Entry<T>) -> Vec<&Owner> {
        let number = T::of(self.register).element_offset(entry);
        let users = number.map_or(&[][..], |number| self.users(T::SECTION, number));
        let mut all: Vec<&Owner> = Vec::new();
        for (user, _) in users {
            // They are sorted by section and id: the same stand side by side.
            if all.last().is_none_or(|last| (&last.section, &last.id) != (&user.section, &user.id)) {
                all.push(user);
            }
        }
        all
    }

    /// Ids of the activities and services for customers that name a definition.
    pub(super) fn used_by<T: Section>(&self, entry: &Entry<T>) -> Vec<&str> {
        self.referrers(entry).into_iter().filter(|user| is_activity(user)).map(|user| user.id.as_str()).collect()
    }

    /// Ids of the activities and services whose data reach a recipient, directly or down a chain of processors.
    pub(super) fn reached_by(&self, recipient: &Entry<Recipient>) -> &[String] {
        self.reached_by.get(&*recipient.id).map_or(&[], Vec::as_slice)
    }

    /// Own definitions of a section: not what is built in.
    pub(super) fn own<T: Section>(&self) -> impl Iterator<Item = &'r Entry<T>> + use<'r, T> {
        T::of(self.register).iter().filter(|entry| entry.node.is_some())
    }

    /// Ids that references point to.
    pub(super) fn ids<T: Section>(&self, references: &'r [Ref<T>]) -> Vec<&'r str> {
        self.register.all(references).map(|entry| &*entry.id).collect()
    }

    /// File and line of a place: `activities/payroll.yaml:3`.
    pub(super) fn at(&self, node: Option<NodeId>) -> Option<String> {
        node.map(|node| place(self.register, node))
    }
}

/// File and line of a place, as editors take them.
pub fn place(register: &Register, node: NodeId) -> String {
    let loc = register.tree.key_loc(node);
    let source = register.tree.sources.get(loc.file);
    format!("{}:{}", source.path, source.position(loc.start).line)
}

fn is_activity(user: &Owner) -> bool {
    user.is_in("activities") || user.is_in("processing_for")
}

fn reached_by(register: &Register) -> HashMap<String, Vec<String>> {
    let mut below: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut reached: HashMap<String, Vec<String>> = HashMap::new();
    let mut add = |id: &str, named: Vec<usize>| {
        for recipient in named.into_iter().map(|number| &register.recipients[number]) {
            let chain = below
                .entry(&recipient.id)
                .or_insert_with(|| relations::chain(register, recipient).into_iter().map(|link| &*link.id).collect());
            for link in chain.iter() {
                let users = reached.entry((*link).to_owned()).or_default();
                if users.last().is_none_or(|last| last != id) {
                    users.push(id.to_owned());
                }
            }
        }
    };
    let run_by = |systems: &[Ref<System>]| -> Vec<Ref<Recipient>> {
        register.all(systems).filter_map(|system| system.run_by.and_then(|by| by.to::<Recipient>())).collect()
    };
    for activity in &register.activities {
        let purposes = activity.value.purposes.into_iter().flat_map(|purpose| purpose.value.recipients.iter().copied());
        let named = activity.recipients.iter().map(|entry| entry.recipient).chain(purposes).chain(run_by(&activity.systems));
        add(&activity.id, each_once(named.filter_map(Ref::target)));
    }
    for service in &register.processing_for {
        let named = service.subprocessors.iter().map(|entry| entry.recipient).chain(run_by(&service.systems));
        add(&service.id, each_once(named.filter_map(Ref::target)));
    }
    reached
}
