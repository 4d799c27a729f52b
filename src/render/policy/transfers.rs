//! Transfers outside the EEA: country, mechanism on the day, how to get a copy.

use crate::decode::{Entry, Place};
use crate::flows::{self, Flow};
use crate::model::*;
use crate::relations;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, clean, ended, lower_first, lower_name, upper_first};

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
    let any_clauses = flows.iter().any(|flow| {
        matches!(
            flow.mechanism(),
            Some(
                Mechanism::Sccs
                    | Mechanism::Bcr
                    | Mechanism::AdHocClauses
                    | Mechanism::SaClauses
                    | Mechanism::CodeOfConduct
                    | Mechanism::Certification
            )
        ) || stands_by(flow).is_some()
            || flow.stated.is_some_and(|entry| entry.mechanisms.iter().any(|one| one.copy.is_some()))
    });
    let copy = maker.register.settings.safeguards_copy.as_ref().filter(|_| any_clauses).map(|copy| {
        let text = ended(&maker.words.with("transfer-copy", &[("how", &lower_first(&maker.text(copy)))]));
        Line::text(text, "settings.safeguards_copy")
    });
    (items, copy)
}

fn stands_by<'f>(flow: &'f Flow<'_>) -> Option<&'f MechanismEntry> {
    flow.stated?.mechanisms.get(1)
}

pub(in crate::render) fn sentence(maker: &Maker<'_>, flow: &Flow<'_>) -> Line {
    let w = maker.words;
    let name = match flow.service {
        Some(service) if service.value.name.is_some() => {
            format!("{} ({})", maker.recipient(flow.recipient), maker.name(service.value.name.as_ref(), &service.id))
        }
        _ => maker.recipient(flow.recipient),
    };
    let mut parts = vec![w.with("transfer-from", &[("name", &name), ("where", &maker.within(flow.country))])];
    match flow.stated.and_then(|entry| entry.mechanisms.first()) {
        Some(first) => parts.extend(mechanism(maker, flow, first)),
        None => parts.push(w.say("transfer-unstated")),
    }
    if let Some(second) = stands_by(flow)
        && let Some(kind) = second.mechanism
    {
        let text = match kind {
            Mechanism::Sccs => clauses(maker, second, "transfer-sccs").unwrap_or_default(),
            _ => maker.value("mechanism", kind.id()),
        };
        let short = if kind == Mechanism::Sccs { maker.value("mechanism", kind.id()) } else { text };
        parts.push(ended(&w.with("transfer-standby", &[("mechanism", &lower_first(&short))])));
    }
    Line::text(parts.join(" "), "")
}

/// The clauses with their modules.
fn clauses(maker: &Maker<'_>, entry: &MechanismEntry, key: &str) -> Option<String> {
    let modules: Vec<String> =
        entry.module.iter().filter_map(|module| module.id().parse().ok()).map(|number| maker.words.module(number)).collect();
    (!modules.is_empty()).then(|| maker.words.with(key, &[("modules", &maker.words.list(modules))]))
}

/// `2002/2/EC`, with the letters of the language for the European Community.
fn decision(maker: &Maker<'_>, number: &str) -> String {
    number.strip_suffix("/EC").map_or_else(|| number.to_owned(), |number| maker.words.with("decision-ec", &[("number", number)]))
}

fn mechanism(maker: &Maker<'_>, flow: &Flow<'_>, entry: &MechanismEntry) -> Vec<String> {
    let w = maker.words;
    let mut parts = Vec::new();
    match entry.mechanism {
        Some(Mechanism::Adequacy) if maker.law.adequacy(flow.country).is_some_and(|decision| !decision.is_list()) => {
            let number = maker.law.adequacy(flow.country).map_or("", |decision| decision.decision.as_str());
            parts.push(w.with("transfer-adequacy", &[("decision", &decision(maker, number))]));
        }
        Some(Mechanism::Dpf | Mechanism::Adequacy) => {
            let dpf = flow.recipient.dpf.as_ref();
            parts.push(match (dpf.and_then(|dpf| dpf.entity.as_deref()), dpf.and_then(|dpf| dpf.checked)) {
                (Some(entity), Some(checked)) => {
                    w.with("transfer-dpf-entity", &[("entity", &clean::text(entity)), ("date", &w.date(checked))])
                }
                _ => w.say("transfer-dpf"),
            });
        }
        Some(Mechanism::Sccs) => {
            parts.push(clauses(maker, entry, "transfer-sccs").unwrap_or_else(|| w.say("transfer-sccs-plain")))
        }
        Some(Mechanism::Derogation) => {
            let ground = entry.ground.map_or(String::new(), |ground| maker.value("derogation_ground", ground.id()));
            parts.push(w.with("transfer-derogation", &[("ground", &lower_first(&ground))]));
        }
        Some(Mechanism::NotATransfer) => {
            let why = entry.why.as_ref().map_or(String::new(), |why| maker.text(why));
            parts.push(ended(&w.with("transfer-not", &[("why", &why)])));
        }
        Some(Mechanism::Unspecified) | None => parts.push(w.say("transfer-unstated")),
        Some(other) if maker.law.validity(other) != crate::law::Validity::Valid => {
            parts.push(w.with("transfer-invalid", &[("mechanism", &maker.value("mechanism", other.id()))]));
        }
        Some(other) => {
            parts.push(w.with("transfer-other", &[("mechanism", &lower_first(&maker.value("mechanism", other.id())))]))
        }
    }
    let sees = entry.sees.as_ref().or_else(|| flow.access.and_then(|access| access.sees.as_ref()));
    if let Some(sees) = sees {
        parts.push(ended(&w.with("transfer-what", &[("what", &lower_first(&maker.text(sees)))])));
    }
    if let Some(when) = entry.when.as_ref() {
        parts.push(ended(&upper_first(&maker.text(when))));
    }
    let measures: Vec<&Entry<SecurityMeasure>> = maker.register.all(&entry.transfer.security_measures).collect();
    if !measures.is_empty() {
        parts.push(w.with("transfer-measures", &[("measures", lower_name(&maker.measures(&measures)).trim_end_matches('.'))]));
    }
    if let Some(risks) = &entry.risks_explained {
        parts.push(ended(&w.with("transfer-risks", &[("text", &maker.text(risks))])));
    }
    // What holds for all transfers is said below them.
    let of_all = maker.register.settings.safeguards_copy.as_ref().map(|copy| maker.text(copy));
    if let Some(copy) = entry.copy.as_ref().map(|copy| maker.text(copy)).filter(|copy| Some(copy) != of_all.as_ref()) {
        parts.push(ended(&w.with("transfer-copy", &[("how", &lower_first(&copy))])));
    }
    parts
}

/// International organisations need a mechanism as countries do.
fn organisations(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<Item> {
    let w = maker.words;
    let place = Place::InternationalOrganisation;
    let all = received(maker, scope);
    let found = all.iter().filter(|own| relations::places(maker.register, own.recipient).iter().any(|own| own.place == place));
    found
        .map(|own| {
            let stated = own.recipient.value.transfers.to(place).and_then(|entry| entry.mechanisms.first());
            let name = maker.recipient(own.recipient);
            let text = match stated.and_then(|first| first.mechanism) {
                Some(Mechanism::Adequacy) => {
                    let number = maker.law.organisation_adequacy(&name).map_or("", |decision| decision.decision.as_str());
                    w.with("transfer-adequacy", &[("decision", &decision(maker, number))])
                }
                Some(other) => w.with("transfer-other", &[("mechanism", &lower_first(&maker.value("mechanism", other.id())))]),
                None => w.say("transfer-unstated"),
            };
            let line = Line::text(
                format!("{name} ({}). {text}", w.say("place-international-organisation")),
                maker.at(own.recipient.node),
            );
            Item::at(&format!("t-{}", own.recipient.id), line)
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
