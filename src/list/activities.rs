//! Activities, their purposes, and the legal bases of these.

use super::context::Context;
use super::{Builder, Table, each_once};
use crate::decode::{Entry, Ref, Text};
use crate::model::*;
use crate::titles::Titled;
use crate::walk::{BasisIn, PurposeIn};

/// The word for a state; what does not say otherwise is active.
pub(super) fn status(status: Option<Status>) -> Option<&'static str> {
    Some(status.unwrap_or(Status::Active).id())
}

fn purposes_of(activity: &Entry<Activity>) -> impl Iterator<Item = PurposeIn<'_>> {
    activity.value.purposes.into_iter().map(move |purpose| PurposeIn { activity, purpose })
}

pub(super) fn activities(context: &Context<'_>) -> Table {
    let ids = |references| context.ids(references);
    let purposes = |activity| purposes_of(activity).collect::<Vec<_>>();
    Builder::new(context.own::<Activity>())
        .one("id", |activity| Some(&activity.id))
        .one("name", |activity| Some(activity.title()))
        .one("status", |activity| status(activity.status))
        .one("owner", |activity| activity.value.owner.as_deref())
        .many("legal_basis", |activity| {
            each_once(purposes(activity).iter().flat_map(PurposeIn::bases).map(|basis| basis.basis.id()))
        })
        .one("reviewed", |activity| activity.reviewed)
        .more()
        .one("department", |activity| activity.value.department.as_deref())
        .one("controller", |activity| activity.controller.and_then(|own| context.register.get(own)).map(|own| &own.id))
        .many("purposes", |activity| activity.value.purposes.into_iter().map(|purpose| &purpose.id))
        .many("data_subjects", |activity| ids(&activity.value.data_subjects))
        .many("data_categories", |activity| categories(context, activity))
        .many("recipients", |activity| recipients(context, activity))
        .many("systems", |activity| ids_of_systems(context, &activity.value.systems))
        .one("since", |activity| activity.since)
        .one("ended", |activity| activity.ended)
        .one("changed", |activity| activity.changed)
        .one("reference", |activity| activity.value.reference.as_deref())
        .one("at", |activity| context.at(activity.node))
        .table()
}

fn ids_of_systems<'r>(context: &Context<'r>, systems: &'r [Ref<System>]) -> Vec<&'r str> {
    context.ids(systems)
}

fn categories<'r>(context: &Context<'r>, activity: &'r Entry<Activity>) -> Vec<&'r str> {
    let entries = activity.value.data_categories.iter();
    entries.filter_map(|entry| context.register.get(entry.category)).map(|category| &*category.id).collect()
}

/// `none` is an answer.
fn recipients<'r>(context: &Context<'r>, activity: &'r Entry<Activity>) -> Vec<&'r str> {
    let named = activity.value.recipients.iter().filter_map(|entry| context.register.get(entry.recipient));
    let none = activity.recipients.none.then_some("none");
    named.map(|recipient| &*recipient.id).chain(none).collect()
}

pub(super) fn purposes(context: &Context<'_>) -> Table {
    Builder::new(context.own::<Activity>().flat_map(purposes_of))
        .one("activity", |own| Some(&own.activity.id))
        .one("id", |own| Some(&own.purpose.id))
        .one("name", |own| Some(own.purpose.title()))
        .many("legal_basis", |own| each_once(own.bases().into_iter().map(|basis| basis.basis.id())))
        .many("data_subjects", |own| own.subjects(context.register).into_iter().map(|group| &group.id))
        .more()
        .one("kind", |own| own.purpose.kind.map(PurposeKind::id))
        .many("data_categories", |own| match own.purpose.value.data_categories.as_slice() {
            [] => categories(context, own.activity),
            narrowed => context.ids(narrowed),
        })
        .many("recipients", |own| match own.purpose.value.recipients.as_slice() {
            [] => recipients(context, own.activity),
            narrowed => context.ids(narrowed),
        })
        .one("art9", |own| own.purpose.art9.or(own.activity.art9).map(Art9::id))
        .one("required", |own| own.purpose.required.map(Required::id))
        .one("status", |own| status(own.activity.status))
        .one("at", |own| context.at(own.purpose.node))
        .table()
}

pub(super) fn legal_bases(context: &Context<'_>) -> Table {
    let bases: Vec<BasisIn<'_>> = context.own::<Activity>().flat_map(purposes_of).flat_map(|own| own.bases()).collect();
    Builder::new(bases)
        .one("legal_basis", |own| Some(own.basis.id()))
        .one("activity", |own| Some(&own.activity.id))
        .one("purpose", |own| Some(&own.purpose.id))
        .one("case", |own| own.case.map(|case| &case.id))
        .many("law", |own| own.law().iter().map(|citation| &citation.text))
        .more()
        .one("name", |own| Some(own.purpose.title()))
        .one("interest", |own| interest(context, own))
        .one("assessment", |own| {
            own.assessment().and_then(|either| either.one()).and_then(|own| context.register.get(*own)).map(|own| &own.id)
        })
        .many("contract", |own| context.ids(own.contract()))
        .one("art9", |own| own.art9().map(Art9::id))
        .many("data_subjects", |own| own.subjects(context.register).into_iter().map(|group| &group.id))
        .one("status", |own| status(own.activity.status))
        .one("at", |own| context.at(own.node()))
        .table()
}

/// The interest as it stands with the purpose, else in the assessment.
fn interest<'r>(context: &Context<'r>, own: BasisIn<'r>) -> Option<&'r str> {
    let assessment = || own.assessment().and_then(|either| either.one()).and_then(|own| context.register.get(*own));
    own.interest().or_else(|| assessment().and_then(|own| own.value.interest.as_ref())).map(Text::english)
}
