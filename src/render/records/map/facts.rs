//! What flows through each activity, as the register says it: the facts that every form of the map draws.

use crate::decode::{Country, Entry, Place, Ref};
use crate::flows;
use crate::model::*;
use crate::origins;
use crate::render::policy::recipients::of_activity;
use crate::render::{Maker, clean, enumerated};
use crate::sensitive;
use crate::titles::Titled;

use super::super::{activity_name, running_activities};

/// All running activities of an organisation.
pub(super) struct Facts {
    pub organisation: String,
    pub is_outside: bool,
    pub flows: Vec<Flow>,
}

/// What flows through one activity.
pub(super) struct Flow {
    pub id: String,
    pub activity: String,
    pub department: Option<String>,
    pub is_sensitive: bool,
    pub data: String,
    pub sources: Vec<Origin>,
    pub systems: Vec<Store>,
    pub recipients: Vec<Receiver>,
}

/// Who gives data.
pub(super) struct Origin {
    /// The same in every activity.
    pub key: String,
    pub name: String,
    pub is_people: bool,
    pub is_outside: bool,
    /// What it gives.
    pub data: String,
}

/// What holds data.
pub(super) struct Store {
    pub key: String,
    pub name: String,
    /// Key of the recipient that runs it.
    pub run_by: Option<String>,
    /// Where it stands, where that is outside the EEA.
    pub place: Option<String>,
}

/// Who receives data.
pub(super) struct Receiver {
    pub key: String,
    pub name: String,
    pub role: Role,
    pub is_outside: bool,
    pub places: Vec<Spot>,
}

/// A country, and what carries a transfer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub country: String,
    pub mechanism: Option<String>,
}

impl Facts {
    pub fn of(maker: &Maker<'_>) -> Self {
        let own = maker.register.organisation();
        Facts {
            organisation: clean::text(own.and_then(|own| own.value.name.as_deref()).unwrap_or_default()),
            is_outside: is_home_outside(maker),
            flows: running_activities(maker).into_iter().map(|activity| flow(maker, activity)).collect(),
        }
    }
}

/// Places in one run, those of one mechanism together: `India, United States: Binding corporate rules`.
pub(super) fn places(maker: &Maker<'_>, spots: &[Spot]) -> String {
    let mut by: Vec<(Option<&str>, Vec<&str>)> = Vec::new();
    for spot in spots {
        let mechanism = spot.mechanism.as_deref();
        match by.iter_mut().find(|(own, _)| *own == mechanism) {
            Some((_, countries)) => countries.push(&spot.country),
            None => by.push((mechanism, vec![&spot.country])),
        }
    }
    let parts = by.into_iter().map(|(mechanism, countries)| {
        let countries = countries.join(", ");
        match mechanism {
            Some(mechanism) => maker.words.with("colon", &[("label", &countries), ("text", mechanism)]),
            None => countries,
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}

fn flow(maker: &Maker<'_>, activity: &Entry<Activity>) -> Flow {
    let register = maker.register;
    let categories: Vec<&CategoryEntry> = activity.value.data_categories.iter().collect();
    let known = categories.iter().filter_map(|entry| register.get(entry.category));
    let mut systems: Vec<Store> = Vec::new();
    let of_categories = categories.iter().filter_map(|entry| entry.usage.as_deref()).flat_map(|usage| &usage.systems);
    for system in activity.value.systems.iter().chain(of_categories).filter_map(|system| register.get(*system)) {
        let key = format!("system:{}", system.id);
        if systems.iter().all(|own| own.key != key) {
            let by = system.run_by.and_then(|own| own.to::<Recipient>()).and_then(|own| register.get(own));
            let name = clean::text(system.title());
            let place = system.country.filter(|place| flows::is_outside(maker.law, *place)).map(|place| maker.place(place));
            systems.push(Store { key, name, run_by: by.map(receiver_key), place });
        }
    }
    let mut recipients: Vec<Receiver> = Vec::new();
    recipients.extend(of_activity(maker, activity).into_iter().map(|own| receiver(maker, own.recipient)));
    Flow {
        id: activity.id.to_string(),
        activity: activity_name(maker, activity),
        department: activity.department.as_deref().map(clean::text).filter(|name| !name.is_empty()),
        is_sensitive: known.clone().any(is_sensitive),
        data: named(maker, &categories),
        sources: origins(maker, activity, &categories),
        systems,
        recipients,
    }
}

fn is_sensitive(category: &Entry<DataCategory>) -> bool {
    sensitive::is_special(category) || sensitive::is_criminal(category)
}

/// Names of categories; sensitive ones are marked and come first, so that a label that is cut keeps them.
fn named(maker: &Maker<'_>, entries: &[&CategoryEntry]) -> String {
    let categories = entries.iter().filter_map(|entry| maker.register.get(entry.category));
    let (marked, plain): (Vec<_>, Vec<_>) = categories.partition(|category| is_sensitive(category));
    let marked = marked.into_iter().map(|own| maker.words.with("map-sensitive", &[("data", &maker.category(own))]));
    enumerated(marked.chain(plain.into_iter().map(|own| maker.category(own))))
}

/// The people themselves, then everybody else who gives data.
fn origins(maker: &Maker<'_>, activity: &Entry<Activity>, categories: &[&CategoryEntry]) -> Vec<Origin> {
    let register = maker.register;
    let mut all: Vec<Origin> = Vec::new();
    if origins::has_the_person(register, activity) {
        for subject in &activity.value.data_subjects {
            let Some(group) = register.get(*subject) else { continue };
            let own: Vec<&CategoryEntry> = categories
                .iter()
                .copied()
                .filter(|entry| is_about(register, entry, group) && comes_from_people(maker, entry))
                .collect();
            all.push(Origin {
                key: format!("people:{}", group.id),
                name: maker.group(group),
                is_people: true,
                is_outside: is_country_outside(maker, group.country),
                data: named(maker, if own.is_empty() { categories } else { &own }),
            });
        }
    }
    for source in origins::of_activity(activity).filter(|source| origins::is_somebody_else(register, source)) {
        let (key, name, is_outside) = match source.target {
            SourceTarget::Source(own) => {
                let Some(own) = register.get(own) else { continue };
                let Some(name) = own.value.name.as_ref() else { continue };
                (format!("source:{}", own.id), maker.text(name), is_country_outside(maker, own.country))
            }
            SourceTarget::Recipient(own) => {
                let Some(own) = register.get(own) else { continue };
                (receiver_key(own), maker.recipient(own), is_place_outside(maker, own.country))
            }
            SourceTarget::Activity(_) | SourceTarget::Nothing => continue,
        };
        // One organisation may both give and receive: two boxes, so that arrows run one way.
        let key = format!("from {key}");
        if all.iter().any(|own| own.key == key) {
            continue;
        }
        let own = given_by(activity, categories, source);
        all.push(Origin {
            key,
            name,
            is_people: false,
            is_outside,
            data: named(maker, if own.is_empty() { categories } else { &own }),
        });
    }
    all
}

fn is_about(register: &crate::register::Register, entry: &CategoryEntry, group: &Entry<DataSubject>) -> bool {
    let subjects: &[Ref<DataSubject>] = entry.usage.as_deref().map_or(&[], |usage| &usage.data_subjects);
    subjects.is_empty() || subjects.iter().any(|own| register.get(*own).is_some_and(|own| own.id == group.id))
}

/// Whether nobody else is named as the one who gives a category.
fn comes_from_people(maker: &Maker<'_>, entry: &CategoryEntry) -> bool {
    let sources: &[SourceRef] = entry.usage.as_deref().map_or(&[], |usage| &usage.sources);
    sources.is_empty() || sources.iter().any(|source| !origins::is_somebody_else(maker.register, source))
}

/// The categories that a source gives, where the register says which.
fn given_by<'a>(activity: &Activity, categories: &[&'a CategoryEntry], source: &SourceRef) -> Vec<&'a CategoryEntry> {
    let is_it = |other: &SourceRef| match (other.target, source.target) {
        (SourceTarget::Source(one), SourceTarget::Source(other)) => one.target() == other.target(),
        (SourceTarget::Recipient(one), SourceTarget::Recipient(other)) => one.target() == other.target(),
        _ => false,
    };
    let general = activity.sources.iter().find(|entry| is_it(&entry.source));
    let narrowed: &[Ref<DataCategory>] =
        general.and_then(|entry| entry.usage.as_deref()).map_or(&[], |usage| &usage.data_categories);
    let gives = |entry: &&CategoryEntry| {
        let own: &[SourceRef] = entry.usage.as_deref().map_or(&[], |usage| &usage.sources);
        if !own.is_empty() {
            return own.iter().any(is_it);
        }
        general.is_some() && (narrowed.is_empty() || narrowed.iter().any(|own| own.target() == entry.category.target()))
    };
    categories.iter().copied().filter(gives).collect()
}

fn receiver_key(recipient: &Entry<Recipient>) -> String {
    format!("recipient:{}", recipient.id)
}

fn receiver(maker: &Maker<'_>, recipient: &Entry<Recipient>) -> Receiver {
    let mut places: Vec<Spot> = Vec::new();
    let flows = flows::of(maker.register, maker.relations, maker.law, recipient);
    for flow in &flows {
        let mechanism =
            flow.mechanism().map_or_else(|| maker.words.say("map-unstated"), |own| maker.value("mechanism", own.id()));
        let spot = Spot { country: maker.place(flow.place), mechanism: Some(mechanism) };
        if !places.contains(&spot) {
            places.push(spot);
        }
    }
    if places.is_empty() {
        // The countries in which it is or keeps data; whether they are inside the EEA nobody sees where none is stated.
        let known = maker.relations.places(maker.register, recipient).into_iter().map(|own| maker.place(own.place));
        let home = recipient.role == Some(Role::Authority) || recipient.role == Some(Role::Internal);
        let open = (!home).then(|| maker.words.say("map-place-open"));
        let first = known.chain(open).next();
        places.extend(first.map(|country| Spot { country, mechanism: None }));
    }
    Receiver {
        key: receiver_key(recipient),
        name: maker.recipient(recipient),
        role: recipient.role.unwrap_or(Role::Unknown),
        is_outside: !flows.is_empty() || is_place_outside(maker, recipient.country),
        places,
    }
}

fn is_home_outside(maker: &Maker<'_>) -> bool {
    let country = maker.register.organisation().and_then(|own| own.country);
    country.is_some_and(|country| maker.law.is_third_country(country))
}

/// What has no country stands with the organisation.
fn is_country_outside(maker: &Maker<'_>, country: Option<Country>) -> bool {
    country.map_or_else(|| is_home_outside(maker), |country| maker.law.is_third_country(country))
}

fn is_place_outside(maker: &Maker<'_>, place: Option<Place>) -> bool {
    match place {
        Some(Place::Country(country)) => maker.law.is_third_country(country),
        Some(Place::NonEea | Place::InternationalOrganisation) => true,
        Some(Place::Eu | Place::Eea) => false,
        _ => is_home_outside(maker),
    }
}
