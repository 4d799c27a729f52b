//! Makes a picture small enough to read.
//!
//! The overview draws together what is alike. Each column has steps from fine to coarse:
//!
//! - activities: by department, or each by name where the register names none; all as one box;
//! - recipients: by name; by role; all of one side of the EEA;
//! - sources: by name; people and others; all of one side;
//! - systems: by name; all.
//!
//! Of all ways to combine them the first that fits is drawn, and what is said longest by name is what a reader looks for
//! first: activities, then recipients, then sources, then systems.
//!
//! The map of one activity keeps names: as long as it is too large, the longest column gives up its last box to one
//! that says how many more there are. Recipients outside the EEA are a column of their own and the last to give.

use std::collections::BTreeSet;

use super::facts::{Spot, places};
use super::graph::{Column, Graph, Node};
use crate::render::Maker;

/// More boxes than this cannot be taken in.
pub const MOST: usize = 12;

/// How coarse each column is drawn, by its number: 0 is finest.
type Steps = [usize; Column::ALL.len()];

/// The whole register in one picture.
pub(super) fn overview(maker: &Maker<'_>, whole: &Graph) -> Graph {
    let by_department = whole.nodes.iter().any(|node| node.column == Column::Process && node.kind.is_some());
    let mut keys = Vec::new();
    for steps in all_steps() {
        keys = whole.nodes.iter().map(|node| key(node, steps, by_department)).collect();
        if keys.iter().collect::<BTreeSet<_>>().len() <= MOST {
            break;
        }
    }
    whole.merged(&keys, |members| together(maker, members, by_department))
}

/// All ways to draw the columns, from what a reader looks for first to what says least.
fn all_steps() -> impl Iterator<Item = Steps> {
    let ways = (0..2).flat_map(|processes| (0..3).map(move |recipients| (processes, recipients)));
    let ways = ways.flat_map(|way| (0..3).map(move |sources| (way, sources)));
    ways.flat_map(|((processes, recipients), sources)| (0..2).map(move |systems| [sources, processes, systems, recipients]))
}

/// The map of one activity with at most [`MOST`] boxes.
pub(super) fn folded(maker: &Maker<'_>, whole: &Graph) -> Graph {
    let part = |column: Column, is_outside: bool| -> Vec<usize> {
        whole.column(column).into_iter().filter(|at| whole.nodes[*at].is_outside == is_outside).collect()
    };
    // Of two columns of one length the first gives.
    let parts = [
        part(Column::Source, false),
        part(Column::System, whole.is_outside),
        part(Column::Recipient, false),
        part(Column::Source, true),
        part(Column::Recipient, true),
    ];
    let mut shown = parts.each_ref().map(Vec::len);
    let processes = whole.column(Column::Process).len();
    while processes + shown.iter().sum::<usize>() > MOST {
        let longest = (0..shown.len()).rev().max_by_key(|at| shown[*at]).expect("there are columns");
        shown[longest] -= 1;
    }
    let mut keys: Vec<String> = whole.nodes.iter().map(|node| node.key.clone()).collect();
    for (number, (part, shown)) in parts.iter().zip(shown).enumerate() {
        if shown < part.len() {
            // The last box that is shown stands for all that follow.
            for at in &part[shown.saturating_sub(1)..] {
                keys[*at] = format!("rest {number}");
            }
        }
    }
    let rest = |members: &[&Node]| Node {
        name: maker.words.with("map-more", &[("count", &members.len().to_string())]),
        is_outside: members[0].is_outside,
        is_rest: true,
        ..Node::new(members[0].column, format!("rest {}", members[0].key), "")
    };
    whole.merged(&keys, |members| if let [only] = members { (*only).clone() } else { rest(members) })
}

/// What a box is drawn together with at these steps.
fn key(node: &Node, steps: Steps, by_department: bool) -> String {
    let side = if node.is_outside { "outside" } else { "inside" };
    let step = steps[node.column as usize];
    let is_by_kind = match node.column {
        Column::Process => step == 0 && by_department,
        Column::System => false,
        Column::Source | Column::Recipient => step == 1,
    };
    match (is_by_kind, step) {
        (true, _) => format!("{:?} {side} {}", node.column, node.kind.as_deref().unwrap_or_default()),
        (false, 0) => node.key.clone(),
        (false, _) => format!("{:?} {side}", node.column),
    }
}

/// One box in place of several, or of one.
fn together(maker: &Maker<'_>, members: &[&Node], by_department: bool) -> Node {
    let w = maker.words;
    let first = members[0];
    let count = members.len().to_string();
    let is_of_one_kind = members.iter().all(|node| node.kind == first.kind);
    let kind = first.kind.as_deref().filter(|_| is_of_one_kind);
    let is_sensitive = members.iter().any(|node| node.is_sensitive);
    if first.column == Column::Process && by_department && is_of_one_kind {
        let inside = if let [only] = members { only.name.clone() } else { w.with("map-all-activities", &[("count", &count)]) };
        let name = kind.map_or_else(|| w.say("map-no-department"), str::to_owned);
        let note = if is_sensitive { w.with("map-sensitive", &[("data", &inside)]) } else { inside };
        return Node { name, note: Some(note), is_sensitive, ..first.clone() };
    }
    if let [only] = members {
        return (*only).clone();
    }
    let sentence = match (first.column, kind) {
        (Column::Source | Column::Recipient, Some(kind)) => kind,
        (Column::Source, None) => "map-all-sources",
        (Column::Process, _) => "map-all-activities",
        (Column::System, _) => "map-all-systems",
        (Column::Recipient, None) => "map-all-recipients",
    };
    let mut spots: Vec<Spot> = Vec::new();
    for spot in members.iter().filter(|node| node.is_outside).flat_map(|node| &node.places) {
        if !spots.contains(spot) {
            spots.push(spot.clone());
        }
    }
    let note = if is_sensitive { w.say("c-special") } else { places(maker, &spots) };
    Node {
        name: w.with(sentence, &[("count", &count)]),
        note: Some(note).filter(|note| !note.is_empty()),
        is_outside: first.is_outside,
        is_sensitive,
        ..Node::new(first.column, format!("all {}", first.key), "")
    }
}
