//! Where data leave the EEA, on what ground, and what falls if a ground falls.

use std::collections::BTreeMap;

use crate::flows::{self, Flow};
use crate::mechanisms::{self, Stand};
use crate::model::*;
use crate::places::{self, Scope};
use crate::relations::{PlaceRole, User};
use crate::render::policy::transfers::own_places;
use crate::render::{Maker, mechanism, upper_first};

use super::{Cell, Lead, Sheet, Standing, activity_name, columns, facts, lines, maybe, text};

pub(super) fn sheet(maker: &Maker<'_>, standing: Standing) -> Sheet {
    let keys = [
        ("country", "Art. 30(1)(e)"),
        ("recipient", "Art. 30(1)(d)"),
        ("activity", ""),
        ("kind", ""),
        ("mechanism", "Art. 30(1)(e)"),
        ("valid", ""),
        ("assessment", ""),
        ("measures", ""),
        ("copy", "Art. 13(1)(f)"),
    ];
    let register = maker.register;
    let used =
        register.recipients.iter().filter(|recipient| recipient.node.is_some() && maker.relations.is_in_use(register, recipient));
    let mut all: Vec<Flow<'_>> = used.flat_map(|recipient| flows::of(register, maker.relations, maker.law, recipient)).collect();
    // What lacks most comes first.
    all.sort_by_cached_key(|flow| (flow.mechanism().is_some(), flow.place.name(), maker.recipient(flow.recipient)));
    Sheet {
        id: "transfers",
        stem: "transfers".into(),
        title: maker.words.say("transfer-report"),
        head: facts(maker, standing, false),
        is_public: false,
        columns: columns(maker, &keys),
        lead: lead(maker, &all),
        rows: all.iter().map(|flow| row(maker, flow)).collect(),
        annexes: Vec::new(),
    }
}

fn named(maker: &Maker<'_>, mechanism: Option<Mechanism>) -> String {
    mechanism.map_or_else(|| maker.words.say("not-stated"), |own| maker.value("mechanism", own.id()))
}

fn lead(maker: &Maker<'_>, all: &[Flow<'_>]) -> Vec<Lead> {
    let w = maker.words;
    let lead_of = |key: &'static str, texts: Vec<String>| Lead { key, heading: w.say(key), texts };
    let (register, relations, law) = (maker.register, maker.relations, maker.law);
    let scope = Scope::of_register(register, relations);
    let places = places::of(register, relations, law, &scope);
    let own: Vec<String> = own_places(maker, &places).into_iter().map(|(text, _)| text).collect();
    let open = super::reach::open(maker, &places).map(|text| lead_of("places-open", vec![text]));
    if all.is_empty() {
        let inside = places::stay_inside(register, relations, law, &scope);
        let mut texts = vec![w.say(if inside { "no-transfers" } else { "no-transfers-recorded" })];
        texts.extend(own);
        return std::iter::once(lead_of("by-mechanism", texts)).chain(open).collect();
    }
    let mut counts: BTreeMap<String, Vec<&Flow<'_>>> = BTreeMap::new();
    for flow in all {
        counts.entry(named(maker, flow.mechanism())).or_default().push(flow);
    }
    let by = counts
        .iter()
        .map(|(name, flows)| w.with("by-mechanism-row", &[("mechanism", name), ("count", &flows.len().to_string())]));
    let falls = counts.iter().filter(|(_, flows)| flows.iter().any(|flow| flow.mechanism().is_some())).map(|(name, flows)| {
        let (with, without): (Vec<&&Flow<'_>>, Vec<&&Flow<'_>>) = flows.iter().partition(|flow| has_standby(maker, flow));
        let names: Vec<String> = without.iter().map(|flow| maker.recipient(flow.recipient)).collect();
        let names = if names.is_empty() { w.say("nobody") } else { w.list(names) };
        w.with("if-it-falls-row", &[("mechanism", name), ("recipients", &names), ("standby", &with.len().to_string())])
    });
    let by = by.chain(own).collect();
    [lead_of("by-mechanism", by), lead_of("if-it-falls", falls.collect())].into_iter().chain(open).collect()
}

/// Whether another mechanism would hold if the first fell: one that is not signed would not.
fn has_standby(maker: &Maker<'_>, flow: &Flow<'_>) -> bool {
    let others = flow.stated.map_or(&[][..], |entry| &entry.mechanisms).iter().skip(1);
    others.into_iter().any(|entry| mechanisms::stand(maker.law, flow.recipient, entry) == Stand::Holds)
}

fn row(maker: &Maker<'_>, flow: &Flow<'_>) -> Vec<Cell> {
    let w = maker.words;
    let register = maker.register;
    let first = flow.stated.and_then(|entry| entry.mechanisms.first());
    let activities: Vec<String> = maker
        .relations
        .uses(register, flow.recipient)
        .iter()
        .filter_map(|usage| match usage.by {
            User::Activity(number) => Some(activity_name(maker, &register.activities[number])),
            User::ProcessingFor(number) => {
                let service = &register.processing_for[number];
                Some(service.value.name.as_ref().map_or_else(|| service.id.to_string(), |name| maker.text(name)))
            }
            User::Recipient(number) => Some(maker.recipient(&register.recipients[number])),
            User::System(_) | User::Cookie(_) | User::Organisation => None,
        })
        .collect();
    let mut mechanisms = vec![named(maker, flow.mechanism())];
    mechanisms.extend(first.into_iter().flat_map(|entry| mechanism::evidence(maker, entry)));
    if flow.country().is_some_and(|country| country.code() == "US") {
        mechanisms.extend(flow.recipient.dpf.as_deref().and_then(|dpf| mechanism::entry_in_list(maker, dpf)));
    }
    for other in flow.stated.map_or(&[][..], |entry| &entry.mechanisms).iter().skip(1) {
        let holds = mechanisms::stand(maker.law, flow.recipient, other) == Stand::Holds;
        let key = if holds { "transfer-standby" } else { "transfer-standby-open" };
        mechanisms.push(w.with(key, &[("mechanism", &named(maker, other.mechanism))]));
        mechanisms.extend(mechanism::evidence(maker, other));
    }
    let valid = match flow.mechanism() {
        Some(Mechanism::Dpf) => flow.recipient.dpf.as_ref().and_then(|dpf| dpf.until.or(dpf.checked)),
        Some(Mechanism::Adequacy) => flow.decision(maker.law).and_then(|decision| decision.valid_to),
        _ => first.and_then(|entry| entry.valid_until),
    };
    let assessment =
        first.and_then(|entry| entry.assessment).map(|own| match own.to::<Assessment>().and_then(|own| register.get(own)) {
            Some(assessment) => format!("{} {}", assessment.id, assessment.done.map_or(String::new(), |day| day.to_string())),
            None => "commission-dpf-findings".to_owned(),
        });
    let measures: Vec<_> = first.map_or(Vec::new(), |entry| register.all(&entry.transfer.security_measures).collect());
    let copy = first.and_then(|entry| entry.copy.as_ref()).or(register.settings.safeguards_copy.as_ref());
    let mut unique: Vec<String> = Vec::new();
    for name in activities {
        if !unique.contains(&name) {
            unique.push(name);
        }
    }
    vec![
        text(maker, upper_first(&maker.place(flow.place))),
        text(maker, maker.recipient(flow.recipient)),
        lines(maker, unique),
        text(maker, w.say(if flow.role == PlaceRole::Accesses { "access" } else { "storage" })),
        lines(maker, mechanisms),
        valid.map_or_else(|| Cell::None(w.say("not-applicable")), Cell::Date),
        assessment.map_or_else(|| Cell::None(w.say("not-applicable")), |own| text(maker, own)),
        if measures.is_empty() { Cell::None(w.say("nobody")) } else { text(maker, maker.measures(&measures)) },
        maybe(maker, copy.map(|copy| maker.text(copy))),
    ]
}
