//! Who receives the data: by name, what they do, where.

use std::collections::HashMap;

use crate::contracts;
use crate::decode::{Either, Entry, OrNone, Place};
use crate::model::*;
use crate::once::each_once;
use crate::receivers::{self, Received, Way};
use crate::relations::{self, PlaceRole};
use crate::render::page::{Block, Cell, Line, Row, Section, Table};
use crate::render::{Maker, clean, ended, lower_first, lower_name, upper_first};

use super::{Detail, Scope, cookies};
use crate::sensitive;

/// A recipient with what it is named by in what a document is about.
pub(in crate::render) struct Receiver<'r> {
    pub recipient: &'r Entry<Recipient>,
    /// Each naming, with the activity it stands in; none where it stands in a service or is for all.
    pub uses: Vec<(Option<&'r Entry<Activity>>, Way<'r>)>,
}

impl<'r> Receiver<'r> {
    /// The activities that name it, each once.
    fn activities(&self) -> Vec<&'r Entry<Activity>> {
        let mut all: Vec<&'r Entry<Activity>> = Vec::new();
        for (activity, _) in &self.uses {
            if let Some(activity) = activity.filter(|own| all.last().is_none_or(|last| last.id != own.id)) {
                all.push(activity);
            }
        }
        all
    }

    /// Where it stands in a list of recipients: what is narrowed there.
    pub(in crate::render) fn listed(&self) -> impl Iterator<Item = &'r RecipientEntry> {
        self.uses.iter().filter_map(|(_, way)| if let Way::Listed(entry) = way { Some(*entry) } else { None })
    }

    pub(in crate::render) fn is_internal(&self) -> bool {
        self.recipient.role == Some(Role::Internal)
    }
}

/// Everybody who receives data of a scope, in the order of the register, each once; also units of the organisation itself.
pub(super) fn received<'r>(maker: &Maker<'r>, scope: &Scope<'r>) -> Vec<Receiver<'r>> {
    let register = maker.register;
    let mut named: Vec<(Option<&'r Entry<Activity>>, Received<'r>)> = Vec::new();
    for activity in &scope.activities {
        let activity: &'r Entry<Activity> = activity;
        named.extend(maker.relations.receivers(register, activity).into_iter().map(|own| (Some(activity), own)));
    }
    for service in &scope.services {
        named.extend(receivers::of_service(register, service).into_iter().map(|own| (None, own)));
    }
    if !scope.activities.is_empty() {
        let organisations: Vec<_> = scope.activities.iter().filter_map(|own| sensitive::controller(register, own)).collect();
        for organisation in &register.organisations {
            if organisations.iter().any(|own| own.id == organisation.id) {
                named.extend(receivers::of_group(register, organisation).into_iter().map(|own| (None, own)));
            }
        }
    }
    for cookie in register.cookies.iter().filter(|cookie| cookies::concerns(maker, scope, cookie)) {
        if cookie.activity.is_none() {
            named.extend(receivers::of_cookie(register, cookie).into_iter().map(|own| (None, own)));
        }
    }
    if !cookies::is_for_personnel(maker, scope) {
        named.extend(receivers::of_cookie_banner(register).into_iter().map(|own| (None, own)));
    }
    together(named)
}

/// Everybody who receives data of one activity, each once; units of the organisation itself are no recipients.
pub(in crate::render) fn of_activity<'r>(maker: &Maker<'r>, activity: &'r Entry<Activity>) -> Vec<Receiver<'r>> {
    let named = maker.relations.receivers(maker.register, activity);
    let mut all = together(named.into_iter().map(|own| (Some(activity), own)));
    all.retain(|own| !own.is_internal());
    all
}

/// Everybody who works for us in one service for customers, each once.
pub(in crate::render) fn of_service<'r>(maker: &Maker<'r>, service: &'r Entry<ProcessingFor>) -> Vec<Receiver<'r>> {
    let mut all = together(receivers::of_service(maker.register, service).into_iter().map(|own| (None, own)));
    all.retain(|own| !matches!(own.recipient.role, Some(Role::Internal | Role::NoAccess)) || own.listed().next().is_some());
    all
}

fn together<'r>(named: impl IntoIterator<Item = (Option<&'r Entry<Activity>>, Received<'r>)>) -> Vec<Receiver<'r>> {
    let mut places: HashMap<&'r str, usize> = HashMap::new();
    let mut all: Vec<Receiver<'r>> = Vec::new();
    for (activity, own) in named {
        let at = *places.entry(&own.recipient.id).or_insert_with(|| {
            all.push(Receiver { recipient: own.recipient, uses: Vec::new() });
            all.len() - 1
        });
        all[at].uses.push((activity, own.way));
    }
    all
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("recipients", w.say("recipients"));
    let mut all = received(maker, scope);
    all.retain(|own| !own.is_internal());
    if all.is_empty() {
        let is_none = scope.activities.iter().all(|activity| activity.recipients.none);
        if is_none && !scope.activities.is_empty() {
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
    let mut processors = all.iter().filter(|own| own.recipient.role == Some(Role::Processor)).peekable();
    if processors.peek().is_some() && processors.all(|own| is_bound(maker, own.recipient)) {
        section.blocks.push(Block::paragraph(Line::text(w.say("recipients-processors"), "words.recipients-processors")));
    }
    section
}

/// Whether a processor may do with the data only what it is told: it has agreed to that, and does nothing else with them.
fn is_bound(maker: &Maker<'_>, recipient: &Recipient) -> bool {
    let has_own = matches!(recipient.own_purposes, Some(OrNone::Some(_)));
    has_agreement(maker, recipient) && recipient.also.is_none() && !has_own
}

/// Whether a processing agreement is in force on the day, as far as the register says.
fn has_agreement(maker: &Maker<'_>, recipient: &Recipient) -> bool {
    recipient.role == Some(Role::Processor) && contracts::is_in_force(maker.law, recipient.contract.as_deref())
}

fn row(maker: &Maker<'_>, scope: &Scope<'_>, own: &Receiver<'_>) -> Row {
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
    let first = match has_agreement(maker, recipient) {
        true => upper_first(&w.say("recipient-processor-agreement")),
        false => upper_first(&role_name(maker, recipient)?),
    };
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

fn does(maker: &Maker<'_>, scope: &Scope<'_>, own: &Receiver<'_>) -> Vec<String> {
    let w = maker.words;
    let recipient = &own.recipient.value;
    let mut lines: Vec<String> = Vec::new();
    match (&recipient.does, recipient.category) {
        (Some(does), _) => lines.push(upper_first(&maker.text(does))),
        (None, Some(category)) if own.recipient.node.is_some() => lines.push(maker.value("recipient_categories", category.id())),
        _ => {}
    }
    let said = lines.concat().to_lowercase();
    lines.extend(services(maker, own).into_iter().filter(|service| !said.contains(&service.to_lowercase())));
    lines.extend(occasions(maker, recipient));
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
        let names = each_once(own.activities().into_iter().map(|activity| lower_first(&maker.activity(activity))));
        if !names.is_empty() {
            lines.push(w.with("recipient-activity", &[("activities", &w.list(names))]));
        }
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
fn is_clear_what_for(own: &Receiver<'_>, scope: &Scope<'_>) -> bool {
    let activities = own.activities();
    let is_named = |activity: &Entry<Activity>| {
        let by_purpose = |(user, way): &(Option<&Entry<Activity>>, Way<'_>)| {
            matches!(way, Way::Purpose(_)) && user.is_some_and(|user| user.id == activity.id)
        };
        activity.purposes.len() > 1 && own.uses.iter().any(by_purpose)
    };
    activities.len() == scope.activities.len()
        || own.recipient.role == Some(Role::Processor) && own.recipient.does.is_some()
        || activities.into_iter().all(is_named)
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

/// What uses narrow: which data, whose, on what condition. Where all of them narrow it, it is said of them together; else with
/// the name of the activity, as who gets all data elsewhere does not get only these.
fn narrowed(maker: &Maker<'_>, own: &Receiver<'_>) -> Vec<String> {
    let w = maker.words;
    let register = maker.register;
    let listed: Vec<Listed<'_>> = own
        .uses
        .iter()
        .filter_map(|(activity, way)| match way {
            Way::Listed(entry) => Some((*activity, entry.narrowed.as_deref())),
            _ => None,
        })
        .collect();
    let names = |activity: &Entry<Activity>| listed.iter().any(|(own, _)| own.is_some_and(|own| own.id == activity.id));
    let is_everywhere = own.activities().into_iter().all(names);
    let data = |uses: &[&RecipientUse]| {
        let data = lower_name(&maker.categories(uses.iter().flat_map(|own| register.all(&own.data_categories))));
        (!data.is_empty()).then(|| w.with("recipient-data", &[("data", &data)])).into_iter().collect()
    };
    let people = |uses: &[&RecipientUse]| {
        let people = lower_name(&maker.groups(uses.iter().flat_map(|own| register.all(&own.data_subjects))));
        (!people.is_empty()).then(|| w.with("recipient-people", &[("people", &people)])).into_iter().collect()
    };
    let when = |uses: &[&RecipientUse]| {
        let all = uses.iter().filter_map(|own| own.when.as_ref());
        all.map(|when| ended(&upper_first(&maker.text(when)))).collect()
    };
    let parts: [&Part<'_>; 3] = [&data, &people, &when];
    each_once(parts.into_iter().flat_map(|part| part_of(maker, &listed, is_everywhere, part)))
}

/// An entry in a list of recipients: its activity, and what it narrows.
type Listed<'r> = (Option<&'r Entry<Activity>>, Option<&'r RecipientUse>);

/// One kind of narrowing, of several uses together.
type Part<'a> = dyn Fn(&[&RecipientUse]) -> Vec<String> + 'a;

fn part_of(maker: &Maker<'_>, listed: &[Listed<'_>], is_everywhere: bool, part: &Part<'_>) -> Vec<String> {
    let one = |narrowed: Option<&RecipientUse>| narrowed.map_or(Vec::new(), |own| part(&[own]));
    if is_everywhere && listed.iter().all(|(_, narrowed)| !one(*narrowed).is_empty()) {
        return part(&listed.iter().filter_map(|(_, narrowed)| *narrowed).collect::<Vec<_>>());
    }
    let named = listed.iter().filter_map(|(activity, narrowed)| Some(((*activity)?, one(*narrowed))));
    let labelled = |(activity, texts): (&Entry<Activity>, Vec<String>)| -> Vec<String> {
        let label = maker.activity(activity);
        texts.iter().map(|text| maker.words.with("colon", &[("label", &label), ("text", text)])).collect()
    };
    named.flat_map(labelled).collect()
}

/// A recipient as records and letters name it: what it is, where, and what narrows what it gets.
pub(in crate::render) fn summary(maker: &Maker<'_>, own: &Receiver<'_>) -> String {
    let recipient = own.recipient;
    let category = recipient.category.filter(|_| recipient.node.is_some());
    let category = category.map(|category| lower_first(&maker.value("recipient_categories", category.id())));
    let stated = places(maker, recipient).into_iter().filter(|_| !maker.relations.places(maker.register, recipient).is_empty());
    let more: Vec<String> = role_name(maker, recipient).into_iter().chain(category).chain(stated).collect();
    let name = who(maker, recipient, None).join(", ");
    let mut texts = vec![if more.is_empty() { name } else { format!("{name} ({})", more.join(", ")) }];
    texts.extend(services(maker, own).into_iter().map(|text| ended(&text)));
    texts.extend(occasions(maker, recipient));
    texts.extend(narrowed(maker, own));
    match texts.len() {
        1 => texts.remove(0),
        _ => format!("{}. {}", texts[0], texts[1..].join(" ")),
    }
}

/// The services of a recipient that are used: those a use names, else all.
fn services(maker: &Maker<'_>, own: &Receiver<'_>) -> Vec<String> {
    let recipient = &own.recipient.value;
    let lists: Vec<&RecipientEntry> = own.listed().collect();
    let narrow = |entry: &&RecipientEntry| entry.narrowed.as_deref().is_some_and(|narrowed| !narrowed.services.is_empty());
    let is_narrow = !lists.is_empty() && lists.len() == own.uses.len() && lists.iter().all(narrow);
    let is_used = |service: &&Entry<Service>| {
        let names = |entry: &&RecipientEntry| {
            let ids = entry.narrowed.as_deref().into_iter().flat_map(|narrowed| narrowed.services.iter());
            ids.into_iter().any(|local| *local.id == *service.id)
        };
        !is_narrow || lists.iter().any(names)
    };
    recipient.services.into_iter().filter(is_used).map(|service| service_text(maker, recipient, service)).collect()
}

/// On what occasion a recipient gets data. A condition in the register's own words says more than the kind of occasion.
fn occasions(maker: &Maker<'_>, recipient: &Recipient) -> Option<String> {
    let text = match (&recipient.when, recipient.occasion.filter(|occasion| *occasion != Occasion::Always)) {
        (Some(when), _) => maker.text(when),
        (None, Some(occasion)) => maker.words.say(&format!("occasion-{}", occasion.id())),
        (None, None) => return None,
    };
    Some(ended(&upper_first(&text)))
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
        let own = maker.relations.places(maker.register, recipient);
        let stored: Vec<String> =
            own.iter().filter(|place| place.role != PlaceRole::Accesses).map(|place| maker.place(place.place)).collect();
        let home = recipient.role == Some(Role::Authority);
        let country = maker.register.organisation().and_then(|own| own.country).filter(|_| home);
        lines.push(match (stored.first(), country) {
            (Some(first), _) => upper_first(first),
            (None, Some(country)) => maker.place(Place::Country(country)),
            (None, None) => upper_first(&w.say("place-unknown")),
        });
    }
    lines
}
