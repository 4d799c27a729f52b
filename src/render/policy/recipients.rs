//! Who receives the data: by name, what they do, where.

use crate::decode::{Either, Entry, OrNone, Place};
use crate::model::*;
use crate::once::each_once;
use crate::relations::{self, PlaceRole};
use crate::render::page::{Block, Cell, Line, Row, Section, Table};
use crate::render::{Maker, clean, ended, lower_first, lower_name, upper_first};

use super::{Detail, Scope};

/// A recipient with the uses of it that a notice is about.
pub(super) struct Received<'r> {
    pub recipient: &'r Entry<Recipient>,
    pub uses: Vec<(&'r Entry<Activity>, &'r RecipientEntry)>,
}

/// Recipients of a scope, in the order of the register, each once.
pub(super) fn received<'r>(maker: &Maker<'r>, scope: &Scope<'r>) -> Vec<Received<'r>> {
    let mut all: Vec<Received<'r>> = Vec::new();
    for activity in &scope.activities {
        let activity: &'r Entry<Activity> = activity;
        for entry in &activity.value.recipients {
            let Some(recipient) = maker.register.get(entry.recipient) else { continue };
            match all.iter_mut().find(|own| own.recipient.id == recipient.id) {
                Some(known) => known.uses.push((activity, entry)),
                None => all.push(Received { recipient, uses: vec![(activity, entry)] }),
            }
        }
    }
    for service in &scope.services {
        for entry in &service.value.subprocessors {
            let Some(recipient) = maker.register.get(entry.recipient) else { continue };
            if !all.iter().any(|own| own.recipient.id == recipient.id) {
                all.push(Received { recipient, uses: Vec::new() });
            }
        }
    }
    all.retain(|own| own.recipient.role != Some(Role::Internal));
    all
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("recipients", w.say("recipients"));
    let all = received(maker, scope);
    if scope.activities.is_empty() && all.is_empty() {
        return section;
    }
    let answered = scope.activities.iter().all(|activity| !activity.recipients.is_unanswered());
    if all.is_empty() {
        if answered {
            section.blocks.push(Block::paragraph(Line::text(w.say("recipients-none"), "words.recipients-none")));
        }
        return section;
    }
    let rows: Vec<Row> = all.iter().map(|own| row(maker, scope, own)).collect();
    let columns = ["col-who", "col-does", "col-where"].map(|key| w.say(key)).to_vec();
    section.blocks.push(Block::Table(Table {
        id: "recipients-table".into(),
        caption: w.say("recipients-caption"),
        columns,
        rows,
    }));
    let mut text = Vec::new();
    if all.iter().any(|own| own.recipient.role == Some(Role::Processor)) {
        text.push(w.say("recipients-processors"));
    }
    if answered {
        text.push(w.say("recipients-noone-else"));
    }
    if !text.is_empty() {
        section.blocks.push(Block::paragraph(Line::text(text.join(" "), "words.recipients-processors")));
    }
    section
}

fn row(maker: &Maker<'_>, scope: &Scope<'_>, own: &Received<'_>) -> Row {
    let at = maker.at(own.recipient.node);
    let lines = |texts: Vec<String>| Cell { lines: texts.into_iter().map(|text| Line::text(text, &at)).collect() };
    let does = does(maker, scope, own);
    let role = role(maker, own.recipient);
    // Where nothing is known but the role, the role stands for what they do, and nowhere else.
    let (who, does) = match does.is_empty() {
        true => {
            (who(maker, own.recipient, None), vec![role.unwrap_or_else(|| upper_first(&maker.words.say("recipient-unknown")))])
        }
        false => (who(maker, own.recipient, role), does),
    };
    let cells = vec![lines(who), lines(does), lines(places(maker, own.recipient))];
    Row { id: Some(format!("r-{}", own.recipient.id)), cells }
}

/// What a recipient is to us, and for part of the data.
fn role(maker: &Maker<'_>, recipient: &Entry<Recipient>) -> Option<String> {
    let w = maker.words;
    let first = upper_first(&role_name(maker, recipient)?);
    let second = recipient.also.map(|also| w.say(&format!("recipient-{}", role_key(also))));
    Some(match second {
        Some(second) => format!("{first}; {}", w.with("recipient-also", &[("role", &second)])),
        None => first,
    })
}

/// The first role in words. Nobody in particular is in charge of what everybody can see.
pub(in crate::render) fn role_name(maker: &Maker<'_>, recipient: &Entry<Recipient>) -> Option<String> {
    let key = match recipient.category {
        Some(RecipientCategory::Public) => "public",
        _ => role_key(recipient.role?),
    };
    Some(maker.words.say(&format!("recipient-{key}")))
}

fn who(maker: &Maker<'_>, recipient: &Entry<Recipient>, role: Option<String>) -> Vec<String> {
    let w = maker.words;
    let mut lines = vec![maker.recipient(recipient)];
    let is_itself = |entity: &Entity| entity.name.as_deref().map(clean::text).as_deref() == Some(lines[0].as_str());
    if !recipient.value.entities.iter().all(is_itself) {
        let names = recipient.value.entities.iter().filter_map(|entity| {
            let name = clean::text(entity.name.as_deref()?);
            Some(match entity.country {
                Some(country) => {
                    w.with("recipient-entity", &[("name", &name), ("country", &maker.place(Place::Country(country)))])
                }
                None => name,
            })
        });
        lines.push(w.list(names));
    }
    lines.extend(role);
    if let Some(url) = &recipient.url {
        lines.push(w.with("recipient-notice", &[("url", &clean::text(url))]));
    }
    lines
}

fn role_key(role: Role) -> &'static str {
    match role {
        Role::JointController => "joint",
        other => other.id(),
    }
}

fn does(maker: &Maker<'_>, scope: &Scope<'_>, own: &Received<'_>) -> Vec<String> {
    let w = maker.words;
    let recipient = &own.recipient.value;
    let mut lines: Vec<String> = Vec::new();
    match (&recipient.does, recipient.category) {
        (Some(does), _) => lines.push(upper_first(&maker.text(does))),
        (None, Some(category)) if own.recipient.node.is_some() => lines.push(maker.value("recipient_categories", category.id())),
        _ => {}
    }
    let said = lines.concat().to_lowercase();
    let services = recipient.services.iter().map(|service| service_text(maker, recipient, service));
    lines.extend(services.filter(|service| !said.contains(&service.to_lowercase())));
    // A condition in the register's own words says more than the kind of occasion.
    if let Some(when) = &recipient.when {
        lines.push(ended(&upper_first(&maker.text(when))));
    } else if let Some(occasion) = recipient.occasion.filter(|occasion| *occasion != Occasion::Always) {
        lines.push(ended(&upper_first(&w.say(&format!("occasion-{}", occasion.id())))));
    }
    if let Some(OrNone::Some(purposes)) = &recipient.own_purposes {
        let names: Vec<String> = match purposes {
            Either::One(map) => map.iter().map(|pair| maker.text(&pair.value)).collect(),
            Either::Other(list) => list.iter().map(|kind| lower_first(&maker.value("purpose_kind", kind.id()))).collect(),
        };
        lines.push(w.with("recipient-own-purposes", &[("purposes", &w.list(names))]));
    }
    if !recipient.law.is_empty() {
        lines.push(w.with("recipient-law", &[("law", &maker.citations(&recipient.law))]));
    }
    lines.extend(narrowed(maker, own));
    if scope.detail == Detail::Legal || !is_clear_what_for(own, scope) {
        let names = each_once(own.uses.iter().map(|(activity, _)| lower_first(&maker.activity(activity))));
        lines.push(w.with("recipient-activity", &[("activities", &w.list(names))]));
    }
    let below = relations::direct_subprocessors(own.recipient).filter_map(|entry| maker.register.get(entry.recipient));
    lines.extend(engaged(maker, below));
    if let Some(since) = recipient.since {
        lines.push(w.with("recipient-since", &[("date", &w.date(since))]));
    }
    lines
}

/// Whether people see what a recipient is for without a list of activities: it is for all, it says what it does for us, or
/// the purposes name it.
fn is_clear_what_for(own: &Received<'_>, scope: &Scope<'_>) -> bool {
    let is_named = |activity: &Entry<Activity>| {
        activity.purposes.len() > 1
            && activity
                .value
                .purposes
                .iter()
                .any(|purpose| purpose.recipients.iter().any(|one| own.uses.iter().any(|(_, entry)| entry.recipient == *one)))
    };
    own.uses.len() == scope.activities.len()
        || own.recipient.role == Some(Role::Processor) && own.recipient.does.is_some()
        || own.uses.iter().all(|(activity, _)| is_named(activity))
}

fn service_text(maker: &Maker<'_>, recipient: &Recipient, service: &Entry<Service>) -> String {
    let w = maker.words;
    let name = service.value.name.as_ref().map(|name| maker.name(Some(name), &service.id));
    let name = match (name, service.status, service.role) {
        (Some(name), Some(ServiceStatus::Former), _) => Some(w.with("recipient-former", &[("service", &name)])),
        (Some(name), Some(ServiceStatus::Planned), _) => Some(w.with("recipient-planned", &[("service", &name)])),
        (Some(name), Some(ServiceStatus::ByAgreement), _) => Some(w.with("recipient-by-agreement", &[("service", &name)])),
        (Some(name), _, Some(Role::NoAccess)) => Some(w.with("recipient-no-access-service", &[("service", &name)])),
        (name, ..) => name,
    };
    let does = service.value.does.as_ref().map(|does| maker.text(does));
    let mut text = match (name, does) {
        (Some(name), Some(does)) => w.with("colon", &[("label", &name), ("text", &does)]),
        (Some(name), None) => name,
        (None, does) => upper_first(does.as_deref().unwrap_or(&service.id)),
    };
    if let Some(unless) = &service.value.unless {
        let document = match unless {
            Either::One(document) => {
                maker.register.get(*document).map_or(String::new(), |own| maker.name(own.value.title.as_ref(), &own.id))
            }
            Either::Other(text) => maker.text(text),
        };
        text = format!("{} {}", ended(&text), w.with("recipient-unless", &[("document", document.trim_end_matches('.'))]));
    }
    // Where all is stored is said of the recipient.
    let own = service.value.stored_in.iter().filter(|place| !recipient.stored_in.contains(place));
    let mut stored: Vec<String> = own.map(|place| maker.place_inside(*place)).collect();
    if let Some(country) = service.value.country
        && service.value.stored_in.is_empty()
    {
        stored.push(maker.place_inside(country));
    }
    if !stored.is_empty() {
        text = format!("{} {}.", ended(&text), upper_first(&w.with("where-stored", &[("places", &w.list(stored))])));
    }
    if let Some(switch) = &service.value.optional {
        let notes = super::purposes::switch_texts(maker, switch);
        text = std::iter::once(ended(&text)).chain(notes).collect::<Vec<_>>().join(" ");
    }
    let below = service.value.subprocessors.iter().filter_map(|entry| maker.register.get(entry.recipient));
    if let Some(engaged) = engaged(maker, below) {
        text = format!("{} {engaged}", ended(&text));
    }
    text
}

/// Whom a recipient engages, and for what.
fn engaged<'r>(maker: &Maker<'_>, below: impl Iterator<Item = &'r Entry<Recipient>>) -> Option<String> {
    let names: Vec<String> = below
        .map(|below| {
            let name = maker.recipient_inside(below);
            match &below.value.does {
                Some(does) => format!("{name} ({})", lower_first(maker.text(does).trim_end_matches('.'))),
                None => name,
            }
        })
        .collect();
    let list = maker.words.list(names);
    (!list.is_empty()).then(|| ended(&maker.words.with("recipient-sub", &[("names", list.trim_end_matches('.'))])))
}

/// What single uses narrow, taken together.
fn narrowed(maker: &Maker<'_>, own: &Received<'_>) -> Vec<String> {
    let w = maker.words;
    let mut lines: Vec<String> = Vec::new();
    let uses = || own.uses.iter().filter_map(|(_, entry)| entry.narrowed.as_deref());
    let data = lower_name(&maker.categories(uses().flat_map(|own| maker.register.all(&own.data_categories))));
    if !data.is_empty() {
        lines.push(w.with("recipient-data", &[("data", &data)]));
    }
    let people = lower_name(&maker.groups(uses().flat_map(|own| maker.register.all(&own.data_subjects))));
    if !people.is_empty() {
        lines.push(w.with("recipient-people", &[("people", &people)]));
    }
    lines.extend(uses().filter_map(|own| own.when.as_ref()).map(|when| ended(&upper_first(&maker.text(when)))));
    each_once(lines)
}

pub(in crate::render) fn places(maker: &Maker<'_>, recipient: &Entry<Recipient>) -> Vec<String> {
    let w = maker.words;
    let mut lines = Vec::new();
    match recipient.country {
        Some(country) => lines.push(upper_first(&maker.place(country))),
        None if !recipient.entities.is_empty() => {
            let mut countries: Vec<String> = Vec::new();
            for country in recipient.entities.iter().filter_map(|entity| entity.country) {
                let name = maker.place(Place::Country(country));
                if !countries.contains(&name) {
                    countries.push(name);
                }
            }
            lines.push(w.list(countries));
        }
        None => {}
    }
    let stored: Vec<String> = recipient
        .stored_in
        .iter()
        .filter(|place| Some(**place) != recipient.country)
        .map(|place| maker.place_inside(*place))
        .collect();
    if !stored.is_empty() {
        lines.push(upper_first(&w.with("where-stored", &[("places", &w.list(stored))])));
    }
    for entry in recipient.value.access_from.iter() {
        let place = maker.place_inside(entry.place);
        let by = entry.access.as_ref().and_then(|access| access.by.as_ref()).map(|by| match by {
            Either::One(by) => maker.register.get(*by).map_or(String::new(), |own| maker.recipient_inside(own)),
            Either::Other(by) => clean::text(by),
        });
        let mut text = match by.filter(|by| !by.is_empty()) {
            Some(who) => w.with("where-seen-by", &[("place", &place), ("who", &who)]),
            None => w.with("where-seen", &[("places", &place)]),
        };
        if let Some(access) = &entry.access {
            if let Some(sees) = &access.sees {
                text = format!("{text}; {}", w.with("where-sees", &[("what", &lower_first(&maker.text(sees)))]));
            }
            if let Some(when) = &access.when {
                text = format!("{} {}", ended(&text), ended(&upper_first(&maker.text(when))));
            }
        }
        lines.push(upper_first(&text));
    }
    if lines.is_empty() {
        let own = relations::places(maker.register, recipient);
        let stored: Vec<String> =
            own.iter().filter(|place| place.role != PlaceRole::Accesses).map(|place| maker.place(place.place)).collect();
        let home = recipient.role == Some(Role::Authority) || recipient.node.is_none();
        let country = maker.register.organisation().and_then(|own| own.country).filter(|_| home);
        lines.push(match (stored.first(), country) {
            (Some(first), _) => upper_first(first),
            (None, Some(country)) => maker.place(Place::Country(country)),
            (None, None) => upper_first(&w.say("place-unknown")),
        });
    }
    lines
}
