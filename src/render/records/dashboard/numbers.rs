//! Numbers with the names behind them: what is missing, where the risks are, what there is. A number alone helps nobody.

use std::collections::BTreeMap;

use crate::decode::Entry;
use crate::due;
use crate::flows::{self, Flow};
use crate::model::*;
use crate::people;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::policy::purposes::purpose_name;
use crate::render::words::LANGUAGES;
use crate::render::{Maker, clean};
use crate::sensitive;
use crate::titles::Titled;
use crate::walk::{self, PurposeIn};

use super::super::{activity_name, collation, place, running_activities, sorted_activities};
use super::room::Room;

/// What every entry should have, with the names of those that lack it.
pub(super) fn coverage(maker: &Maker<'_>, room: Room) -> Section {
    let w = maker.words;
    let today = maker.law.as_of();
    let register = maker.register;
    let running = running_activities(maker);
    let purposes: Vec<PurposeIn<'_>> = running
        .iter()
        .flat_map(|activity| activity.value.purposes.iter().map(move |purpose| PurposeIn { activity, purpose }))
        .collect();
    let name = |activity: &Entry<Activity>| activity_name(maker, activity);
    let missing = |test: &dyn Fn(&Entry<Activity>) -> bool| -> Vec<String> {
        running.iter().filter(|activity| !test(activity)).map(|activity| name(activity)).collect()
    };
    let without_basis: Vec<String> =
        purposes.iter().filter(|usage| usage.bases().is_empty()).map(|usage| purpose_name(maker, usage.purpose)).collect();
    let has_period = |activity: &Entry<Activity>| {
        activity
            .value
            .data_categories
            .iter()
            .all(|entry| !crate::keeping::all_of_category(register, &activity.value, entry).is_empty())
    };
    let reviewed = |activity: &Entry<Activity>| {
        let review = due::of_activity(register, maker.law, activity);
        review.day.is_some() && !review.is_before(today)
    };
    let rows = [
        ("w-basis", purposes.len(), without_basis),
        ("w-period", running.len(), missing(&has_period)),
        ("w-recipients", running.len(), missing(&|activity| !activity.recipients.is_unanswered())),
        ("w-reviewed", running.len(), missing(&reviewed)),
        ("w-owner", running.len(), missing(&|activity| activity.owner.is_some())),
    ];
    let mut section = Section::new("coverage", w.say("coverage"));
    let items = rows.into_iter().map(|(key, all, missing)| {
        let have = all.saturating_sub(missing.len());
        let text = w.with("coverage-row", &[("what", &w.say(key)), ("have", &have.to_string()), ("all", &all.to_string())]);
        let mut item = Item::of(Line::text(text, "coverage"));
        if !missing.is_empty() {
            item.items.push(Line::text(w.with("coverage-missing", &[("names", &room.listed(maker, &missing))]), "coverage"));
        }
        item
    });
    section.blocks.push(Block::list(items.collect()));
    section
}

fn counted(maker: &Maker<'_>, id: &str, row: &str, room: Room, rows: Vec<(&str, Vec<String>)>) -> Section {
    let w = maker.words;
    let mut section = Section::new(id, w.say(id));
    let items = rows.into_iter().map(|(key, own)| {
        let text = w.with(row, &[("what", &w.say(key)), ("count", &own.len().to_string())]);
        let mut item = Item::of(Line::text(text, id));
        if !own.is_empty() {
            item.items.push(Line::text(room.listed(maker, &own), id));
        }
        item
    });
    section.blocks.push(Block::list(items.collect()));
    section
}

pub(super) fn risks(maker: &Maker<'_>, room: Room) -> Section {
    let register = maker.register;
    let running = running_activities(maker);
    let names = |test: &dyn Fn(&Entry<Activity>) -> bool| -> Vec<String> {
        running.iter().filter(|activity| test(activity)).map(|activity| activity_name(maker, activity)).collect()
    };
    let special = names(&|activity| {
        walk::activity_categories(activity, register)
            .into_iter()
            .any(|category| sensitive::is_special(category) || sensitive::is_criminal(category))
    });
    let children = names(&|activity| register.all(&activity.value.data_subjects).any(people::has_minors));
    let automated = names(&|activity| crate::decisions::by_machine_alone(activity).next().is_some());
    let large = names(&|activity| activity.scale == Some(Scale::Large));
    let mut outside: Vec<String> = Vec::new();
    for recipient in register.recipients.iter().filter(|own| maker.relations.is_in_use(register, own)) {
        for flow in flows::of(register, maker.relations, maker.law, recipient) {
            if !is_adequate(maker, &flow) {
                outside.push(format!("{} ({})", maker.recipient(recipient), flow.place));
            }
        }
    }
    outside.sort_by_cached_key(|name| collation(maker.words.lang, name));
    let rows = vec![
        ("r-special", special),
        ("r-children", children),
        ("r-automated", automated),
        ("r-large", large),
        ("r-transfers", outside),
    ];
    counted(maker, "risk-view", "risk-row", room, rows)
}

/// Whether a decision of the Commission covers a flow: one on the whole country, or one on the companies of a list, where the
/// register relies on it and says that the recipient stands there.
fn is_adequate(maker: &Maker<'_>, flow: &Flow<'_>) -> bool {
    let is_listed = || {
        let status = flow.recipient.dpf.as_ref().and_then(|dpf| dpf.status);
        matches!(status, Some(DpfStatus::Active | DpfStatus::ActiveUnderReview))
            && matches!(flow.mechanism(), Some(Mechanism::Dpf | Mechanism::Adequacy))
    };
    flow.decision(maker.law).is_some_and(|decision| !decision.is_list() || is_listed())
}

pub(super) fn inventory(maker: &Maker<'_>) -> Section {
    let w = maker.words;
    let register = maker.register;
    let activities = sorted_activities(maker).into_iter().map(|activity| activity_name(maker, activity)).collect();
    let services: Vec<String> = register
        .processing_for
        .iter()
        .map(|own| own.value.name.as_ref().map_or_else(|| own.id.to_string(), |name| maker.text(name)))
        .collect();
    let recipients: Vec<String> =
        register.recipients.iter().filter(|own| own.node.is_some()).map(|own| maker.recipient(own)).collect();
    let systems: Vec<String> = register.systems.iter().map(|own| clean::text(own.title())).collect();
    let mut countries: Vec<String> = Vec::new();
    for recipient in register.recipients.iter().filter(|own| own.node.is_some()) {
        for at in maker.relations.places(register, recipient) {
            let name = place(maker, at.place);
            if !countries.contains(&name) {
                countries.push(name);
            }
        }
    }
    let languages = register.languages().iter().map(|own| {
        let known = LANGUAGES.iter().find(|(tag, _)| *tag == own.base());
        known.map_or_else(|| own.base().to_owned(), |(_, name)| (*name).to_owned())
    });
    let sorted = |mut names: Vec<String>| {
        names.sort_by_cached_key(|name| collation(w.lang, name));
        names
    };
    let rows = vec![
        ("i-activities", activities),
        ("i-departments", departments(maker)),
        ("i-services", sorted(services)),
        ("i-recipients", sorted(recipients)),
        ("i-systems", sorted(systems)),
        ("i-countries", sorted(countries)),
        ("i-languages", languages.collect()),
    ];
    counted(maker, "inventory", "inventory-row", Room::ENDLESS, rows)
}

/// Departments with the number of their activities.
fn departments(maker: &Maker<'_>) -> Vec<String> {
    let mut all: BTreeMap<(String, String), usize> = BTreeMap::new();
    for department in sorted_activities(maker).into_iter().filter_map(|activity| activity.department.as_deref()) {
        let name = clean::text(department);
        *all.entry((collation(maker.words.lang, &name), name)).or_default() += 1;
    }
    all.into_iter().map(|((_, name), count)| format!("{name} ({count})")).collect()
}
