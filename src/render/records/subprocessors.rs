//! Sub-processors by service, for customers: when the list last changed, what is planned, and who is there. Public.

use chrono::NaiveDate;
use serde_json::json;

use crate::decode::Entry;
use crate::flows::Flow;
use crate::model::*;
use crate::places;
use crate::render::policy::recipients::of_service;
use crate::render::{Maker, ended, lower_first};

use super::{Cell, Fact, Lead, Sheet, Standing, collation, columns, date, facts, lines, text};

/// A sub-processor in a service, as customers may know it.
pub(super) struct Engaged {
    /// Ids of service and recipient, which stay when names change.
    pub ids: [String; 2],
    pub service: String,
    pub name: String,
    pub does: Option<String>,
    pub data: String,
    pub places: Vec<String>,
    /// Third countries, each with what the transfer rests on.
    pub mechanisms: Vec<(String, String)>,
    /// Whether all its places, and those of everybody below it, are known to be inside the EEA.
    pub is_inside: bool,
    pub since: Option<NaiveDate>,
    /// Last day to object.
    pub object_until: Option<NaiveDate>,
    /// Last change of the service.
    pub changed: Option<NaiveDate>,
}

impl Engaged {
    /// Not there yet: it begins later, or the day is open and customers can still object.
    pub fn is_planned(&self, day: NaiveDate) -> bool {
        self.since.map_or_else(|| self.object_until.is_some_and(|last| last >= day), |since| since > day)
    }

    /// Each third country with what the transfer rests on, in words.
    pub fn transfers(&self, maker: &Maker<'_>) -> Vec<String> {
        self.mechanisms.iter().map(|(country, name)| maker.words.with("colon", &[("label", country), ("text", name)])).collect()
    }

    /// `Helpharbor Inc. (runs the support desk; United States: standard contractual clauses)`
    fn who(&self, maker: &Maker<'_>) -> String {
        let does = self.does.as_deref().map(lower_first);
        // A country that stands before its mechanism need not stand alone as well.
        let places = self.places.iter().filter(|place| self.mechanisms.iter().all(|(country, _)| country != *place)).cloned();
        let details: Vec<String> = does.into_iter().chain(places).chain(self.transfers(maker)).collect();
        if details.is_empty() {
            return self.name.clone();
        }
        maker.words.with("subprocessor-who", &[("name", &self.name), ("details", &details.join("; "))])
    }

    /// That `who` joins the service, and from when, as far as that is known.
    pub fn joins(&self, maker: &Maker<'_>, who: &str) -> String {
        match self.since {
            Some(since) => {
                let since = maker.words.date(since);
                maker.words.with("subprocessor-joins", &[("who", who), ("service", &self.service), ("date", &since)])
            }
            None => maker.words.with("subprocessor-planned", &[("who", who), ("service", &self.service)]),
        }
    }

    /// Until when customers can object, or could.
    pub fn objection(&self, maker: &Maker<'_>) -> Option<String> {
        let last = self.object_until?;
        let key = if last < maker.law.as_of() { "subprocessor-objected" } else { "subprocessor-object" };
        Some(maker.words.with(key, &[("date", &maker.words.date(last))]))
    }
}

/// Every sub-processor of every service that has not ended, by service and name.
pub(super) fn all(maker: &Maker<'_>) -> Vec<Engaged> {
    let register = maker.register;
    let mut all = Vec::new();
    for service in register.processing_for.iter().filter(|service| service.is_running() && !service.broken) {
        let service_name = service.value.name.as_ref().map_or_else(|| service.id.to_string(), |name| maker.text(name));
        for own in of_service(maker, service) {
            let recipient = own.recipient;
            let narrowed = own.listed().find_map(|entry| entry.narrowed.as_deref());
            let data = narrowed.map(|own| maker.categories(register.all(&own.data_categories))).filter(|data| !data.is_empty());
            let does = recipient.value.does.as_ref().map(|does| maker.text(does));
            all.push(Engaged {
                ids: [service.id.to_string(), recipient.id.to_string()],
                service: service_name.clone(),
                name: maker.recipient(recipient),
                does: does.or_else(|| recipient.category.map(|own| maker.value("recipient_categories", own.id()))),
                data: data.unwrap_or_else(|| maker.categories(register.all(&service.value.data_categories))),
                places: crate::render::policy::recipients::places(maker, recipient),
                mechanisms: mechanisms(maker, recipient),
                is_inside: places::is_inside(register, maker.relations, maker.law, recipient),
                since: narrowed.and_then(|own| own.since).or(recipient.since),
                object_until: narrowed.and_then(|own| own.object_before),
                changed: service.changed,
            });
        }
    }
    all.sort_by_cached_key(|own| collation(maker.words.lang, &format!("{}\u{1}{}", own.service, own.name)));
    all
}

fn mechanisms(maker: &Maker<'_>, recipient: &Entry<Recipient>) -> Vec<(String, String)> {
    let flows = crate::flows::of(maker.register, maker.relations, maker.law, recipient);
    let mechanism = |flow: &Flow<'_>| {
        let name = flow.mechanism().map_or_else(|| maker.words.say("not-stated"), |own| maker.value("mechanism", own.id()));
        (maker.place(flow.place), name)
    };
    flows.iter().map(mechanism).collect()
}

/// The last day up to today on which a service changed or a sub-processor joined, where the register says one.
fn last_changed(all: &[Engaged], day: NaiveDate) -> Option<NaiveDate> {
    all.iter().flat_map(|own| [own.since, own.changed]).flatten().filter(|own| *own <= day).max()
}

pub(super) fn sheet(maker: &Maker<'_>, standing: Standing) -> Sheet {
    let w = maker.words;
    let day = maker.law.as_of();
    let all = all(maker);
    let mut keys = vec![
        ("service", ""),
        ("name", "Art. 28(2)"),
        ("does", "Art. 28(2)"),
        ("data", ""),
        ("where", "Art. 28(2)"),
        ("mechanism", "Art. 30(2)(c)"),
        ("since", ""),
    ];
    let has_objections = all.iter().any(|own| own.object_until.is_some());
    if has_objections {
        keys.push(("objection", "Art. 28(2)"));
    }
    let mut head = facts(maker, standing, true);
    if let Some(changed) = last_changed(&all, day) {
        let label = w.say("head-changed");
        head.push(Fact { key: "changed", label, text: w.date(changed), value: json!(changed.to_string()) });
    }
    let mut planned: Vec<&Engaged> = all.iter().filter(|own| own.is_planned(day)).collect();
    planned.sort_by_key(|own| own.since.unwrap_or(NaiveDate::MAX));
    let sentences = planned.iter().map(|own| {
        let joins = ended(&own.joins(maker, &own.who(maker)));
        own.objection(maker).map_or_else(|| joins.clone(), |objection| format!("{joins} {objection}"))
    });
    let texts: Vec<String> = sentences.collect();
    let planned = Lead { key: "planned", heading: w.say("subprocessors-planned"), texts };
    let row = |own: &Engaged| {
        let mut row = vec![
            text(maker, own.service.clone()),
            text(maker, own.name.clone()),
            super::maybe(maker, own.does.clone()),
            text(maker, own.data.clone()),
            lines(maker, own.places.clone()),
            match (own.mechanisms.is_empty(), own.is_inside) {
                (true, true) => Cell::None(w.say("no-transfer")),
                _ => lines(maker, own.transfers(maker)),
            },
            date(maker, own.since),
        ];
        if has_objections {
            row.push(own.object_until.map_or_else(|| Cell::None(w.say("not-applicable")), Cell::Date));
        }
        row
    };
    Sheet {
        id: "subprocessors",
        stem: "subprocessors".into(),
        title: w.say("subprocessors"),
        head,
        is_public: true,
        columns: columns(maker, &keys),
        rows: all.iter().map(row).collect(),
        lead: if planned.texts.is_empty() { Vec::new() } else { vec![planned] },
        annexes: Vec::new(),
    }
}
