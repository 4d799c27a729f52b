//! Art. 30(2): one row a service, with the customers it is done for.

use serde_json::json;

use crate::decode::{Either, Entry};
use crate::model::*;
use crate::places::Scope;
use crate::render::policy::recipients::of_service;
use crate::render::{Maker, clean, enumerated};

use super::controller_record::{identity, oversight, status};
use super::customers::Customers;
use super::{Cell, Fact, Sheet, Standing, collation, columns, facts, lines, reach, text};

/// The record; `redacted` says numbers in place of what tells who the customers are.
pub(super) fn sheet(maker: &Maker<'_>, standing: Standing, redacted: bool) -> Sheet {
    let keys = [
        ("service", ""),
        ("status", ""),
        ("owner", ""),
        ("processor", "Art. 30(2)(a)"),
        ("customers", "Art. 30(2)(a)"),
        ("work", "Art. 30(2)(b)"),
        ("people", ""),
        ("data", ""),
        ("subprocessors", ""),
        ("transfers", "Art. 30(2)(c)"),
        ("security", "Art. 30(2)(d)"),
        ("contract", ""),
        ("end", ""),
    ];
    let mut services: Vec<&Entry<ProcessingFor>> =
        maker.register.processing_for.iter().filter(|service| !service.broken).collect();
    services.sort_by_cached_key(|service| {
        (!service.is_running(), collation(maker.words.lang, &name(maker, service)), service.id.clone())
    });
    let customers = Customers::new(maker, redacted);
    let hide = |row: Vec<Cell>| row.into_iter().map(|cell| customers.redacted(maker, cell)).collect();
    let mut head = facts(maker, standing, false);
    if redacted {
        let (label, text) = (maker.words.say("head-redacted"), maker.words.say("head-redacted-text"));
        head.push(Fact { key: "redacted", label, text, value: json!(true) });
    }
    let rows = services.iter().map(|service| hide(row(maker, service, &customers, redacted))).collect();
    let named: Vec<_> = services.iter().map(|service| (*service, name(maker, service))).collect();
    let mut annexes: Vec<_> = customers.table(maker, &named).into_iter().collect();
    for annex in &mut annexes {
        annex.rows = std::mem::take(&mut annex.rows).into_iter().map(hide).collect();
    }
    Sheet {
        id: "art30-processor",
        stem: if redacted { "art30-processor-redacted".into() } else { "art30-processor".into() },
        title: maker.words.say("art30-processor"),
        head,
        is_public: false,
        columns: columns(maker, &keys),
        rows,
        lead: Vec::new(),
        annexes,
    }
}

fn name(maker: &Maker<'_>, service: &Entry<ProcessingFor>) -> String {
    service.value.name.as_ref().map_or_else(|| service.id.to_string(), |name| maker.text(name))
}

fn row(maker: &Maker<'_>, service: &Entry<ProcessingFor>, customers: &Customers, redacted: bool) -> Vec<Cell> {
    let register = maker.register;
    let processor = service.value.processor.and_then(|own| register.get(own)).or_else(|| register.organisation());
    let work = service.value.processing.iter().map(|kind| match kind {
        Either::One(kind) => maker.value("processing_kind", kind.id()),
        Either::Other(text) => maker.text(text),
    });
    let own_measures = service.value.security_measures.iter().chain(&register.settings.security_measures);
    let mut measures: Vec<String> = Vec::new();
    for measure in own_measures.filter_map(|measure| register.get(*measure)) {
        let name = maker.measure_in_full(measure);
        if !measures.contains(&name) {
            measures.push(name);
        }
    }
    measures.extend(service.value.ai.as_ref().and_then(|ai| ai.some()).and_then(|ai| oversight(maker, ai)));
    let end = match &service.value.at_end {
        Some(AtEnd::Text(text)) => Some(maker.text(text)),
        Some(AtEnd::Retention(retention)) => Some(maker.kept(&crate::keeping::resolve(register, retention))),
        None => None,
    };
    vec![
        text(maker, name(maker, service)),
        text(maker, status(maker, service.status, service.ended)),
        super::maybe(maker, service.owner.as_deref()),
        lines(maker, processor.map_or(Vec::new(), |own| identity(maker, own))),
        customers.of(maker, service),
        lines(maker, work.collect()),
        lines(maker, register.all(&service.value.data_subjects).map(|group| maker.group(group)).collect()),
        lines(maker, vec![enumerated(register.all(&service.value.data_categories).map(|category| maker.category(category)))]),
        reach::receivers(maker, &of_service(maker, service), service.subprocessors.none),
        transfers(maker, service),
        lines(maker, measures),
        contract(maker, service, redacted),
        super::maybe(maker, end),
    ]
}

/// Transfers of the service, with how the customers' data reach us where we or our storage are outside.
fn transfers(maker: &Maker<'_>, service: &Entry<ProcessingFor>) -> Cell {
    let cell = reach::transfers(maker, &Scope::of_service(maker.register, service));
    let ours = service.value.transfers.iter().map(|entry| {
        let named = |entry: &MechanismEntry| entry.mechanism.map(|own| maker.value("mechanism", own.id()));
        let names = entry.mechanisms.iter().filter_map(named);
        maker.words.with("colon", &[("label", &maker.place(entry.place)), ("text", &enumerated(names))])
    });
    let ours: Vec<String> = ours.collect();
    match cell {
        _ if ours.is_empty() => cell,
        Cell::Lines(all) => lines(maker, all.into_iter().chain(ours).collect()),
        _ => lines(maker, ours),
    }
}

/// The agreement; its file is left out where customers are: it is often called by their names.
fn contract(maker: &Maker<'_>, service: &Entry<ProcessingFor>, redacted: bool) -> Cell {
    let Some(contract) = &service.value.contract else { return Cell::None(maker.words.say("not-stated")) };
    let document =
        contract.document.and_then(|own| maker.register.get(own)).map(|own| maker.name(own.value.title.as_ref(), &own.id));
    let signed = contract.signed.map(|day| day.to_string());
    let file = contract.file.as_ref().filter(|_| !redacted).map(|file| clean::text(file));
    lines(maker, document.into_iter().chain(signed).chain(file).collect())
}
