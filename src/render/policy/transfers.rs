//! Transfers outside the EEA: country, mechanism on the day, how to get a copy.

use crate::decode::Place;
use crate::flows::{self, Flow};
use crate::model::*;
use crate::relations;
use crate::render::mechanism::{self, Ground};
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, ended, lower_first};

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
    } else if stays_inside(maker, scope) {
        section.blocks.push(Block::paragraph(Line::text(w.say("transfers-none"), "words.transfers-none")));
    }
    section
}

/// Each transfer with its safeguard, and how to get a copy of those that are written down.
pub(in crate::render) fn stated(maker: &Maker<'_>, scope: &Scope<'_>) -> (Vec<Item>, Option<Line>) {
    let flows = all(maker, scope);
    let mut items: Vec<Item> = Vec::new();
    for flow in &flows {
        let line = Line { src: maker.at(flow.node), ..sentence(maker, flow) };
        if !items.iter().any(|item| item.line.plain() == line.plain()) {
            items.push(Item::at(
                &format!(
                    "t-{}{}-{}",
                    flow.recipient.id,
                    flow.service.map_or(String::new(), |own| format!("-{}", own.id)),
                    flow.country.code().to_lowercase()
                ),
                line,
            ));
        }
    }
    items.extend(organisations(maker, scope));
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

/// International organisations need a mechanism as countries do.
fn organisations(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<Item> {
    let place = Place::InternationalOrganisation;
    let all = received(maker, scope);
    let found = all.iter().filter(|own| relations::places(maker.register, own.recipient).iter().any(|own| own.place == place));
    found
        .map(|own| {
            let ground = Ground {
                recipient: own.recipient,
                service: None,
                place,
                access: None,
                stated: own.recipient.value.transfers.to(place),
            };
            Item::at(
                &format!("t-{}", own.recipient.id),
                Line::text(mechanism::sentence(maker, &ground), maker.at(own.recipient.node)),
            )
        })
        .collect()
}

/// Whether every recipient and every link below it is known to be inside the EEA.
fn stays_inside(maker: &Maker<'_>, scope: &Scope<'_>) -> bool {
    let inside = |place: Place| match place {
        Place::Country(country) => !maker.law.needs_mechanism(country),
        Place::Eu | Place::Eea => true,
        _ => false,
    };
    let answered = !scope.activities.is_empty() && scope.activities.iter().all(|activity| !activity.recipients.is_unanswered());
    answered
        && received(maker, scope).iter().all(|own| {
            relations::chain(maker.register, own.recipient).into_iter().all(|link| {
                let places = relations::places(maker.register, link);
                let home =
                    link.node.is_none() || matches!(link.role, Some(Role::Authority | Role::NoAccess | Role::PrivatePerson));
                let ends =
                    link.role != Some(Role::Processor) || !link.subprocessors.is_unanswered() || link.subprocessor_list.is_some();
                (home && places.is_empty()) || (!places.is_empty() && places.iter().all(|own| inside(own.place)) && ends)
            })
        })
}

/// `in the United States`, for each country outside without a decision that covers it whole; for the key facts.
pub(super) fn countries(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for flow in all(maker, scope) {
        let covered = maker.law.adequacy(flow.country).is_some_and(|decision| !decision.is_list());
        let name = maker.within(flow.country);
        if !covered && !names.contains(&name) && flow.mechanism() != Some(Mechanism::NotATransfer) {
            names.push(name);
        }
    }
    names
}
