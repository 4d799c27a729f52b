//! Recipients, the systems they run, and the third countries their data go to.

use super::context::Context;
use super::cookies::us_or_recipient;
use super::{Builder, Table, yes_or_no};
use crate::decode::{Entry, Place};
use crate::flows::{self, Flow};
use crate::law::Validity;
use crate::model::*;
use crate::relations::PlaceRole;
use crate::titles::Titled;

pub(super) fn recipients(context: &Context<'_>) -> Table {
    Builder::new(context.own::<Recipient>())
        .one("id", |own| Some(&own.id))
        .one("name", |own| Some(own.title()))
        .one("role", |own| own.role.map(Role::id))
        .one("country", |own| own.country)
        .many("used_by", |own| context.reached_by(own))
        .more()
        .one("category", |own| own.category.map(RecipientCategory::id))
        .one("does", |own| own.value.does.as_ref().map(|does| does.english()))
        .many("stored_in", |own| own.value.stored_in.iter())
        .many("access_from", |own| own.value.access_from.iter().map(|access| access.place))
        .many("transfers", |own| own.value.transfers.iter().map(mechanisms_to))
        .many("services", |own| own.value.services.into_iter().map(|service| &service.id))
        .many("subprocessors", |own| subprocessors(context, own))
        .one("contract_signed", |own| own.contract.as_ref().and_then(|contract| contract.signed))
        .one("contract_checked", |own| own.contract.as_ref().and_then(|contract| contract.checked))
        .one("in_use", |own| Some(yes_or_no(context.relations.is_in_use(context.register, own))))
        .one("since", |own| own.since)
        .many("referred_by", |own| context.referrers(own))
        .one("at", |own| context.at(own.node))
        .table()
}

/// `US: dpf, sccs`.
fn mechanisms_to(entry: &TransferEntry) -> String {
    let words: Vec<&str> = entry.mechanisms.iter().filter_map(|own| own.mechanism).map(Mechanism::id).collect();
    format!("{}: {}", entry.place, words.join(", "))
}

/// `none` is an answer.
fn subprocessors<'r>(context: &Context<'r>, own: &'r Entry<Recipient>) -> Vec<&'r str> {
    let named = own.value.subprocessors.iter().filter_map(|entry| context.register.get(entry.recipient));
    named.map(|below| &*below.id).chain(own.subprocessors.none.then_some("none")).collect()
}

pub(super) fn systems(context: &Context<'_>) -> Table {
    Builder::new(context.own::<System>())
        .one("id", |system| Some(&system.id))
        .one("name", |system| Some(system.title()))
        .one("run_by", |system| system.run_by.and_then(|by| us_or_recipient(context, by)))
        .many("country", |system| countries(context, system))
        .many("used_by", |system| context.used_by(system))
        .more()
        .one("service", |system| system.value.service.as_ref().map(|service| &service.id))
        .one("backups_kept", |system| system.value.backups_kept.as_ref())
        .many("security_measures", |system| context.ids(&system.value.security_measures))
        .many("referred_by", |system| context.referrers(system))
        .one("at", |system| context.at(system.node))
        .table()
}

/// Where a system stands: as it says, else where its recipient, or the organisation, keeps data.
fn countries(context: &Context<'_>, system: &Entry<System>) -> Vec<Place> {
    if let Some(country) = system.country {
        return vec![country];
    }
    let Some(by) = system.run_by else { return Vec::new() };
    match by.to::<Recipient>().and_then(|by| context.register.get(by)) {
        Some(recipient) if recipient.stored_in.is_empty() => recipient.country.into_iter().collect(),
        Some(recipient) => recipient.stored_in.to_vec(),
        None if by.is_word("us") => {
            context.register.organisation().map_or(Vec::new(), |organisation| organisation.stores_in.to_vec())
        }
        None => Vec::new(),
    }
}

pub(super) fn transfers(context: &Context<'_>) -> Table {
    let flows: Vec<Flow<'_>> = context
        .own::<Recipient>()
        .filter(|recipient| context.relations.is_in_use(context.register, recipient))
        .flat_map(|recipient| flows::of(context.register, &context.relations, context.law, recipient))
        .collect();
    Builder::new(flows)
        .one("recipient", |flow| Some(&flow.recipient.id))
        .one("country", |flow| Some(flow.place))
        .one("mechanism", |flow| flow.mechanism().map(Mechanism::id))
        .one("dated", dated)
        .many("used_by", |flow| context.reached_by(flow.recipient))
        .more()
        .one("name", |flow| Some(flow.recipient.title()))
        .one("service", |flow| flow.service.map(|service| &service.id))
        .one("how", |flow| Some(how(flow.role)))
        .many("standing_by", |flow| {
            let all = flow.stated.map_or(&[][..], |entry| &entry.mechanisms);
            all.iter().skip(1).filter_map(|own| own.mechanism).map(Mechanism::id)
        })
        .one("in_force", |flow| flow.mechanism().map(|own| yes_or_no(is_in_force(context, flow, own))))
        .many("module", |flow| first(flow).map_or(Vec::new(), |own| own.module.iter().map(|module| module.id()).collect()))
        .one("assessment", |flow| {
            let assessment = first(flow)?.assessment?.to::<Assessment>()?;
            context.register.get(assessment).map(|own| &own.id)
        })
        .one("at", |flow| context.at(flow.node.or(flow.recipient.node)))
        .table()
}

fn first<'r>(flow: Flow<'r>) -> Option<&'r MechanismEntry> {
    flow.stated?.mechanisms.first()
}

fn how(role: PlaceRole) -> &'static str {
    match role {
        PlaceRole::Established => "established",
        PlaceRole::Stores => "stored",
        PlaceRole::Accesses => "accessed",
    }
}

/// The day the mechanism was signed, approved or looked up.
fn dated(flow: Flow<'_>) -> Option<chrono::NaiveDate> {
    let own = first(flow)?;
    let approved = own.approval.as_ref().and_then(|approval| approval.date);
    let listed = (flow.mechanism() == Some(Mechanism::Dpf)).then(|| flow.recipient.dpf.as_ref()?.checked).flatten();
    own.signed.or(approved).or(listed)
}

/// Whether the law still has the mechanism, and for a decision on a country, whether there is one.
fn is_in_force(context: &Context<'_>, flow: Flow<'_>, mechanism: Mechanism) -> bool {
    let is_decided = mechanism != Mechanism::Adequacy || flow.decision(context.law).is_some() || flow.country().is_none();
    is_decided && context.law.validity(mechanism) == Validity::Valid
}
