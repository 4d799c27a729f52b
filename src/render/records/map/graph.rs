//! Boxes and arrows of a picture, before they have places.

use super::facts::{Facts, Flow, Spot, places};
use crate::render::Maker;

/// Where a box stands, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Source,
    Process,
    System,
    Recipient,
}

impl Column {
    pub const ALL: [Column; 4] = [Column::Source, Column::Process, Column::System, Column::Recipient];

    /// Key of the heading above the column.
    pub(super) fn heading(self) -> &'static str {
        match self {
            Column::Source => "map-sources",
            Column::Process => "map-activities",
            Column::System => "map-systems",
            Column::Recipient => "map-recipients",
        }
    }

    /// Whether boxes in it belong to the organisation.
    pub(super) fn is_own(self) -> bool {
        matches!(self, Column::Process | Column::System)
    }
}

/// A box.
#[derive(Clone, Debug)]
pub struct Node {
    pub(super) key: String,
    pub column: Column,
    pub name: String,
    /// Country and mechanism, or what a box stands for.
    pub note: Option<String>,
    pub is_outside: bool,
    pub is_sensitive: bool,
    /// What it may be drawn together with: a department, a role, people or others.
    pub(super) kind: Option<String>,
    pub(super) places: Vec<Spot>,
    /// Stands for those that had no room.
    pub(super) is_rest: bool,
}

/// An arrow, by the numbers of its boxes.
#[derive(Clone, Debug)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub label: Option<String>,
    /// Whether the data leave the EEA.
    pub leaves: bool,
}

/// One picture.
#[derive(Clone, Debug)]
pub struct Graph {
    pub title: String,
    pub(super) organisation: String,
    /// Whether the organisation itself is outside the EEA.
    pub(super) is_outside: bool,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

impl Graph {
    /// Everything that flows, each thing once.
    pub(super) fn of<'f>(maker: &Maker<'_>, facts: &Facts, flows: impl IntoIterator<Item = &'f Flow>, title: String) -> Graph {
        let mut graph = Graph {
            title,
            organisation: facts.organisation.clone(),
            is_outside: facts.is_outside,
            nodes: Vec::new(),
            edges: Vec::new(),
        };
        for flow in flows {
            graph.add(maker, flow);
        }
        graph
    }

    /// Numbers of the boxes of a column.
    pub(super) fn column(&self, column: Column) -> Vec<usize> {
        (0..self.nodes.len()).filter(|at| self.nodes[*at].column == column).collect()
    }

    /// The same picture with boxes of one key drawn as one; arrows go with their boxes.
    pub(super) fn merged(&self, keys: &[String], draw: impl Fn(&[&Node]) -> Node) -> Graph {
        let mut groups: Vec<(&str, Vec<&Node>)> = Vec::new();
        let places: Vec<usize> = self
            .nodes
            .iter()
            .zip(keys)
            .map(|(node, key)| {
                let known = groups.iter().position(|(own, _)| own == key);
                let at = known.unwrap_or_else(|| {
                    groups.push((key, Vec::new()));
                    groups.len() - 1
                });
                groups[at].1.push(node);
                at
            })
            .collect();
        let nodes = groups.iter().map(|(_, members)| draw(members)).collect();
        let mut graph = Graph { nodes, edges: Vec::new(), ..self.clone() };
        for edge in &self.edges {
            let (from, to) = (places[edge.from], places[edge.to]);
            // A label says what one box gives another: it says nothing on several.
            let is_one = groups[from].1.len() == 1 && groups[to].1.len() == 1;
            graph.link(from, to, edge.label.clone().filter(|_| is_one), edge.leaves);
        }
        graph
    }

    fn add(&mut self, maker: &Maker<'_>, flow: &Flow) {
        let process = self.node(Node {
            note: flow.is_sensitive.then(|| maker.words.say("c-special")),
            is_outside: self.is_outside,
            is_sensitive: flow.is_sensitive,
            kind: flow.department.clone(),
            ..Node::new(Column::Process, format!("activity:{}", flow.id), &flow.activity)
        });
        for source in &flow.sources {
            let from = self.node(Node {
                is_outside: source.is_outside,
                kind: Some(if source.is_people { "map-people" } else { "map-others" }.to_owned()),
                ..Node::new(Column::Source, source.key.clone(), &source.name)
            });
            self.link(from, process, Some(source.data.clone()).filter(|data| !data.is_empty()), false);
        }
        for system in &flow.systems {
            let note = system.place.as_deref().map(|place| maker.words.with("map-outside", &[("country", place)]));
            let to = self.node(Node {
                note,
                is_outside: self.is_outside,
                ..Node::new(Column::System, system.key.clone(), &system.name)
            });
            self.link(process, to, None, false);
        }
        for recipient in &flow.recipients {
            let note = Some(places(maker, &recipient.places)).filter(|note| !note.is_empty());
            let to = self.node(Node {
                note,
                is_outside: recipient.is_outside,
                kind: Some(format!("map-{}", recipient.role.id())),
                places: recipient.places.clone(),
                ..Node::new(Column::Recipient, format!("to {}", recipient.key), &recipient.name)
            });
            let leaves = recipient.is_outside && !self.is_outside;
            let by = flow.systems.iter().filter(|system| system.run_by.as_ref() == Some(&recipient.key));
            let keys: Vec<&String> = by.map(|system| &system.key).collect();
            let systems: Vec<usize> = (0..self.nodes.len()).filter(|at| keys.contains(&&self.nodes[*at].key)).collect();
            // Who runs a system has the data from it; others have them from the activity.
            if systems.is_empty() {
                self.link(process, to, None, leaves);
            }
            for system in systems {
                self.link(system, to, None, leaves);
            }
        }
    }

    fn node(&mut self, node: Node) -> usize {
        self.nodes.iter().position(|own| own.key == node.key).unwrap_or_else(|| {
            self.nodes.push(node);
            self.nodes.len() - 1
        })
    }

    fn link(&mut self, from: usize, to: usize, label: Option<String>, leaves: bool) {
        match self.edges.iter_mut().find(|own| own.from == from && own.to == to) {
            Some(own) => own.leaves |= leaves,
            None => self.edges.push(Edge { from, to, label, leaves }),
        }
    }
}

impl Node {
    pub(super) fn new(column: Column, key: String, name: &str) -> Self {
        Node {
            key,
            column,
            name: name.to_owned(),
            note: None,
            is_outside: false,
            is_sensitive: false,
            kind: None,
            places: Vec::new(),
            is_rest: false,
        }
    }
}
