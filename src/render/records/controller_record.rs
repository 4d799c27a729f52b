//! Art. 30(1): one row an activity.

use crate::decode::{Either, Entry};
use crate::model::*;
use crate::origins;
use crate::places::Scope;
use crate::render::policy::purposes::{basis_text, case_label, limited, purpose_name};
use crate::render::policy::recipients::of_activity;
use crate::render::policy::sources::source_name;
use crate::render::{Maker, clean};
use crate::sensitive;
use crate::titles::Titled;
use crate::walk::{self, PurposeIn};

use super::{
    Cell, Sheet, Standing, activity_name, columns, date, facts, lines, maybe, reach, standing_activities, systems_of, text,
};

pub(super) fn sheet(maker: &Maker<'_>, standing: Standing) -> Sheet {
    let keys = [
        ("activity", ""),
        ("reference", ""),
        ("department", ""),
        ("owner", ""),
        ("status", ""),
        ("controller", "Art. 30(1)(a)"),
        ("joint", "Art. 30(1)(a)"),
        ("purposes", "Art. 30(1)(b)"),
        ("basis", ""),
        ("people", "Art. 30(1)(c)"),
        ("data", "Art. 30(1)(c)"),
        ("special", ""),
        ("sources", ""),
        ("recipients", "Art. 30(1)(d)"),
        ("transfers", "Art. 30(1)(e)"),
        ("erasure", "Art. 30(1)(f)"),
        ("security", "Art. 30(1)(g)"),
        ("dpia", ""),
        ("notice", ""),
        ("systems", ""),
        ("reviewed", ""),
    ];
    let exempt = |activity: &&Entry<Activity>| activity.record_exempt != Some(true);
    Sheet {
        id: "art30-controller",
        stem: "art30-controller".into(),
        title: maker.words.say("art30-controller"),
        head: facts(maker, standing, false),
        is_public: false,
        columns: columns(maker, &keys),
        rows: standing_activities(maker).into_iter().filter(exempt).map(|activity| row(maker, activity)).collect(),
        lead: Vec::new(),
        annexes: Vec::new(),
    }
}

fn row(maker: &Maker<'_>, activity: &Entry<Activity>) -> Vec<Cell> {
    vec![
        text(maker, activity_name(maker, activity)),
        text(maker, activity.reference.as_deref().unwrap_or(&activity.id)),
        maybe(maker, activity.department.as_deref()),
        maybe(maker, activity.owner.as_deref()),
        text(maker, status(maker, activity.status, activity.ended)),
        lines(maker, controller(maker, activity)),
        joint(maker, activity),
        lines(maker, activity.value.purposes.iter().map(|purpose| purpose_name(maker, purpose)).collect()),
        lines(maker, bases(maker, activity)),
        lines(maker, maker.register.all(&activity.value.data_subjects).map(|group| maker.group(group)).collect()),
        lines(
            maker,
            activity
                .value
                .data_categories
                .iter()
                .filter_map(|entry| Some((entry, maker.register.get(entry.category)?)))
                .map(|(entry, category)| {
                    let whole = || super::super::policy::details_of(maker, category);
                    limited(maker, entry, category).unwrap_or_else(whole)
                })
                .collect(),
        ),
        special(maker, activity),
        sources(maker, activity),
        reach::receivers(maker, &of_activity(maker, activity), activity.recipients.none),
        reach::transfers(maker, &Scope::of_activity(maker.register, maker.relations, activity)),
        lines(maker, maker.erasure(activity)),
        security(maker, activity),
        lines(maker, vec![super::dpia::answer(maker, activity)]),
        lines(
            maker,
            crate::notices::of(maker.register, activity)
                .into_iter()
                .map(|notice| maker.name(notice.value.title.as_ref(), &notice.id))
                .collect(),
        ),
        lines(maker, systems_of(maker, activity).into_iter().map(|system| system.title().to_owned()).collect()),
        date(maker, activity.reviewed),
    ]
}

pub(super) fn status(maker: &Maker<'_>, status: Option<Status>, ended: Option<chrono::NaiveDate>) -> String {
    let w = maker.words;
    match status {
        Some(Status::Ended) => w.with("status-ended", &[("date", &ended.map_or(String::new(), |day| day.to_string()))]),
        Some(Status::Planned) => w.say("status-planned"),
        _ => w.say("status-active"),
    }
}

/// Controller, DPO and representative, with their contacts.
fn controller(maker: &Maker<'_>, activity: &Entry<Activity>) -> Vec<String> {
    let own = sensitive::controller(maker.register, activity);
    own.map_or(Vec::new(), |organisation| identity(maker, organisation))
}

/// Name and contact of an organisation, its DPO and its representative.
pub(super) fn identity(maker: &Maker<'_>, organisation: &Entry<Organisation>) -> Vec<String> {
    let w = maker.words;
    let own = |text: Option<&str>| text.map(clean::text);
    let contact = |parts: [Option<&str>; 3]| parts.into_iter().flatten().map(clean::text).collect::<Vec<_>>().join(", ");
    let mut all = Vec::new();
    if let Some(name) = own(organisation.value.name.as_deref()) {
        let address = own(organisation.address.as_deref()).unwrap_or_default();
        let reach = contact([organisation.email.as_deref(), organisation.phone.as_deref(), organisation.contact_form.as_deref()]);
        all.push(w.with("record-controller", &[("name", &name), ("address", &address), ("contact", &reach)]));
    }
    if let Some(dpo) = &organisation.dpo {
        match &dpo.none {
            Some(why) => all.push(w.with("record-no-dpo", &[("why", why.any())])),
            None => {
                let name = own(dpo.name.as_deref()).unwrap_or_else(|| w.say("not-stated"));
                let reach = contact([dpo.email.as_deref(), dpo.phone.as_deref(), dpo.address.as_deref()]);
                all.push(w.with("record-dpo", &[("name", &name), ("contact", &reach)]));
            }
        }
    }
    if let Some(representative) = organisation.representative.as_ref().filter(|own| own.none.is_none()) {
        let name = own(representative.name.as_deref()).unwrap_or_default();
        let reach =
            contact([representative.address.as_deref(), representative.email.as_deref(), representative.phone.as_deref()]);
        all.push(w.with("record-representative", &[("name", &name), ("contact", &reach)]));
    }
    all
}

fn joint(maker: &Maker<'_>, activity: &Entry<Activity>) -> Cell {
    let parties = maker.register.all(&activity.value.joint_controllers).flat_map(|arrangement| arrangement.value.parties.iter());
    let names: Vec<String> = parties
        .filter_map(|party| party.to::<Recipient>())
        .filter_map(|own| maker.register.get(own))
        .map(|own| {
            let reach = own.email.as_deref().map(clean::text).or_else(|| own.address.as_deref().map(clean::text));
            reach.map_or_else(|| maker.recipient(own), |reach| format!("{}, {reach}", maker.recipient(own)))
        })
        .collect();
    if names.is_empty() { Cell::None(maker.words.say("nobody")) } else { lines(maker, names) }
}

fn bases(maker: &Maker<'_>, activity: &Entry<Activity>) -> Vec<String> {
    let mut all = Vec::new();
    for purpose in &activity.value.purposes {
        for basis in (PurposeIn { activity, purpose }).bases() {
            let what = match basis.case {
                Some(case) => format!("{} ({})", purpose_name(maker, purpose), case_label(maker, case)),
                None => purpose_name(maker, purpose),
            };
            let mut text = maker.words.with("colon", &[("label", &what), ("text", &basis_text(maker, &basis))]);
            if let Some(Either::One(reference)) = basis.assessment()
                && let Some(assessment) = maker.register.get(*reference)
            {
                text = format!("{text} [{}]", assessment.id);
            }
            all.push(text);
        }
        if let Some(Either::Other(why)) = purpose.compatible.as_ref().filter(|_| purpose.further == Some(true)) {
            let name = purpose_name(maker, purpose);
            all.push(maker.words.with("record-compatible", &[("purpose", &name), ("why", &maker.text(why))]));
        }
    }
    all
}

fn special(maker: &Maker<'_>, activity: &Entry<Activity>) -> Cell {
    let categories = walk::activity_categories(activity, maker.register);
    let found: Vec<String> = categories
        .into_iter()
        .filter(|category| sensitive::is_special(category) || sensitive::is_criminal(category))
        .map(|category| maker.category(category))
        .collect();
    if found.is_empty() { Cell::None(maker.words.say("nobody")) } else { lines(maker, found) }
}

fn sources(maker: &Maker<'_>, activity: &Entry<Activity>) -> Cell {
    let mut names: Vec<String> = Vec::new();
    for source in origins::of_activity(activity) {
        let name = source_name(maker, &source.target);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    let mixed = activity.value.sources.mixed.as_ref().and_then(|own| own.mixed.as_ref());
    names.extend(mixed.map(|kinds| maker.text(kinds)));
    lines(maker, names)
}

/// All measures that hold for an activity: its own, those of its systems, those of the register.
fn security(maker: &Maker<'_>, activity: &Entry<Activity>) -> Cell {
    let register = maker.register;
    let systems = systems_of(maker, activity).into_iter().flat_map(|system| system.value.security_measures.iter());
    let all = activity.value.security_measures.iter().chain(systems).chain(&register.settings.security_measures);
    let mut names: Vec<String> = Vec::new();
    for measure in all.filter_map(|measure| register.get(*measure)) {
        let name = maker.measure_in_full(measure);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let systems = systems_of(maker, activity).into_iter().filter_map(|system| system.value.ai.as_ref()?.one());
    let own = activity.value.ai.as_ref().and_then(|ai| ai.some());
    names.extend(own.into_iter().chain(systems).filter_map(|ai| oversight(maker, ai)));
    lines(maker, names)
}

/// Who oversees a use of AI: a measure of organisation (Art. 32), and none that is published.
pub(super) fn oversight(maker: &Maker<'_>, ai: &Ai) -> Option<String> {
    maker.maybe(ai.human_oversight.as_ref()).map(|text| maker.words.with("record-oversight", &[("text", &text)]))
}
