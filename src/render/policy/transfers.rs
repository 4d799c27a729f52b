//! Transfers outside the EEA: country, mechanism on the day, how to get a copy.

use crate::decode::Place;
use crate::flows::{self, Flow};
use crate::model::*;
use crate::places::{self, Answer, Of, PlaceIn};
use crate::relations;
use crate::render::mechanism::{self, Ground};
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, ended, lower_first};
use crate::syntax::NodeId;

use super::Scope;
use super::recipients::received;

/// Flows of a scope with all links of each chain, each recipient once.
pub(super) fn all<'r>(maker: &Maker<'r>, scope: &Scope<'r>) -> Vec<Flow<'r>> {
    let mut seen: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for own in received(maker, scope) {
        for link in relations::chain(maker.register, own.recipient) {
            if seen.contains(&&*link.id) {
                continue;
            }
            seen.push(&link.id);
            found.extend(flows::of(maker.register, maker.relations, maker.law, link));
        }
    }
    found
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("transfers", w.say("transfers"));
    let (items, copy) = stated(maker, scope);
    if !items.is_empty() {
        section.blocks.push(Block::list(items));
        section.blocks.extend(copy.map(Block::paragraph));
    } else if places::stay_inside(maker.register, maker.relations, maker.law, &asked(maker, scope)) {
        section.blocks.push(Block::paragraph(Line::text(w.say("transfers-none"), "words.transfers-none")));
    }
    section
}

/// The scope of a notice, as places are asked for it.
fn asked<'r>(maker: &Maker<'r>, scope: &Scope<'r>) -> places::Scope<'r> {
    places::Scope {
        activities: scope.activities.clone(),
        services: scope.services.clone(),
        recipients: received(maker, scope).iter().map(|own| own.recipient).collect(),
    }
}

/// Where the organisation itself is, or keeps data, outside the EEA; each place once.
pub(in crate::render) fn own_places(maker: &Maker<'_>, all: &[PlaceIn<'_>]) -> Vec<(String, Option<NodeId>)> {
    let mut found: Vec<(String, Option<NodeId>)> = Vec::new();
    for own in all {
        let Answer::Outside(Place::Country(country)) = own.answer else { continue };
        let (key, node) = match own.of {
            Of::Home(organisation) => ("transfers-home", organisation.node),
            Of::Storage(organisation) => ("transfers-own", organisation.node),
            Of::System(system) => ("transfers-own", system.node),
            Of::Recipient(_) => continue,
        };
        let text = maker.words.with(key, &[("where", &maker.within(country))]);
        if found.iter().all(|(known, _)| *known != text) {
            found.push((text, node));
        }
    }
    found
}

/// Each transfer with its safeguard, and how to get a copy of those that are written down.
pub(in crate::render) fn stated(maker: &Maker<'_>, scope: &Scope<'_>) -> (Vec<Item>, Option<Line>) {
    let flows = all(maker, scope);
    let places = places::of(maker.register, maker.relations, maker.law, &asked(maker, scope));
    let own = own_places(maker, &places).into_iter();
    let mut items: Vec<Item> = own.map(|(text, node)| Item::of(Line::text(text, maker.at(node)))).collect();
    for flow in &flows {
        let line = Line { src: maker.at(flow.node), ..sentence(maker, flow) };
        if !items.iter().any(|item| item.line.plain() == line.plain()) {
            items.push(Item::at(
                &format!(
                    "t-{}{}-{}",
                    flow.recipient.id,
                    flow.service.map_or(String::new(), |own| format!("-{}", own.id)),
                    flow.place.to_string().to_lowercase()
                ),
                line,
            ));
        }
    }
    let any_clauses = flows.iter().any(|flow| Ground::from(flow).has_copy());
    let copy = maker.register.settings.safeguards_copy.as_ref().filter(|_| any_clauses).map(|copy| {
        let text = ended(&maker.words.with("transfer-copy", &[("how", &lower_first(&maker.text(copy)))]));
        Line::text(text, "settings.safeguards_copy")
    });
    (items, copy)
}

/// What the register says of one flow, as every document says it.
pub(in crate::render) fn sentence(maker: &Maker<'_>, flow: &Flow<'_>) -> Line {
    Line::text(mechanism::sentence(maker, &Ground::from(flow)), "")
}

/// `in the United States`, for each country outside without a decision that covers it whole; for the key facts.
pub(super) fn countries(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for flow in all(maker, scope) {
        let covered = flow.decision(maker.law).is_some_and(|decision| !decision.is_list());
        let name = flow.country().map_or_else(|| maker.place(flow.place), |country| maker.within(country));
        if !covered && !names.contains(&name) && flow.mechanism() != Some(Mechanism::NotATransfer) {
            names.push(name);
        }
    }
    names
}
