//! Who is responsible, and for whom one works.

use crate::contracts;
use crate::countries::{self, Found};
use crate::decode::{Either, Place};
use crate::model::*;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, clean, ended};

use super::{Scope, items};

/// Channels of a contact, for a sentence: e-mail, telephone, form, address.
pub(super) fn channels(maker: &Maker<'_>, parts: &[Option<&str>]) -> String {
    maker.words.either(parts.iter().flatten().map(|part| clean::text(part)))
}

/// Where people write to on privacy.
pub(in crate::render) fn privacy_contact(maker: &Maker<'_>) -> String {
    let Some(organisation) = maker.register.organisation() else { return String::new() };
    if let Some(contact) = organisation.rights.as_ref().and_then(|rights| rights.contact.as_ref()) {
        return maker.text(contact);
    }
    let own = [organisation.email.as_deref(), organisation.contact_form.as_deref(), organisation.phone.as_deref()];
    let found: Vec<Option<&str>> = own.into_iter().filter(Option::is_some).take(1).collect();
    if found.is_empty() {
        let dpo = organisation.dpo.as_ref();
        return channels(maker, &[dpo.and_then(|dpo| dpo.email.as_deref()), dpo.and_then(|dpo| dpo.phone.as_deref())]);
    }
    channels(maker, &found)
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("controller", w.say("controller"));
    for organisation in controllers(maker, scope) {
        let at = maker.at(organisation.node);
        let Some(name) = organisation.value.name.as_deref().map(clean::text) else { continue };
        let address = address(maker, organisation);
        let text = match organisation.number.as_deref() {
            Some(number) => {
                w.with("controller-text-number", &[("org", &name), ("number", &clean::text(number)), ("address", &address)])
            }
            None => w.with("controller-text", &[("org", &name), ("address", &address)]),
        };
        section.blocks.push(Block::paragraph(Line::text(text, &at)));
        let mut more = Vec::new();
        if !organisation.trade_names.is_empty() {
            let names = w.list(organisation.trade_names.iter().map(|name| clean::text(name)));
            more.push(w.with("controller-trade-names", &[("names", &names)]));
        }
        if let Some(name_of) = organisation.represented_by.as_deref() {
            more.push(w.with("controller-represented", &[("org", &name), ("name", &clean::text(name_of))]));
        }
        if let Some(group) = &organisation.group
            && let Some(group_name) = group.name.as_deref().map(clean::text)
        {
            more.push(match group.parent.as_deref() {
                Some(parent) => w.with("controller-group-parent", &[("group", &group_name), ("parent", &clean::text(parent))]),
                None => w.with("controller-group", &[("group", &group_name)]),
            });
        }
        let parts = [organisation.email.as_deref(), organisation.phone.as_deref(), organisation.contact_form.as_deref()];
        let contact = channels(maker, &parts);
        if !contact.is_empty() {
            more.push(w.with("contact", &[("contact", &contact)]));
        }
        if !organisation.website.is_empty() {
            let sites = w.list(organisation.website.iter().map(|site| clean::text(site)));
            let count = [("count", organisation.website.len())];
            more.push(w.with_numbers("controller-websites", &[("sites", &sites)], &count));
        }
        if !more.is_empty() {
            section.blocks.push(Block::paragraph(Line::text(more.join(" "), &at)));
        }
        section.blocks.extend(officer(maker, organisation));
        if let Some(representative) = organisation.representative.as_ref().filter(|own| own.none.is_none()) {
            let name = representative.name.as_deref().map(clean::text).unwrap_or_default();
            let parts = [representative.address.as_deref(), representative.email.as_deref(), representative.phone.as_deref()];
            let contact = w.list(parts.into_iter().flatten().map(clean::text));
            let text = w.with("representative", &[("name", &name), ("contact", &contact)]);
            section.blocks.push(Block::paragraph(Line::text(text, format!("{at}.representative"))));
        }
    }
    section.blocks.extend(joint(maker, scope));
    section.blocks.extend(own_contacts(maker, scope));
    section
}

/// An address that ends in the country, in the language of the document and once.
fn address(maker: &Maker<'_>, organisation: &Organisation) -> String {
    let written = organisation.address.as_deref().map(clean::text).unwrap_or_default();
    let Some(country) = organisation.country else { return written };
    let is_country = |part: &str| matches!(countries::find(part), Found::Exact(own) | Found::Alias(own) if own == country);
    let mut parts: Vec<&str> = written.split(", ").filter(|part| !part.is_empty()).collect();
    parts.pop_if(|last| is_country(last));
    let name = maker.place(Place::Country(country));
    parts.push(&name);
    parts.join(", ")
}

fn controllers<'r>(maker: &Maker<'r>, scope: &Scope<'r>) -> Vec<&'r crate::decode::Entry<Organisation>> {
    let mut all: Vec<&crate::decode::Entry<Organisation>> = Vec::new();
    for activity in &scope.activities {
        let own = activity.value.controller.and_then(|own| maker.register.get(own)).or_else(|| maker.register.organisation());
        if let Some(own) = own.filter(|own| !all.iter().any(|known| known.id == own.id)) {
            all.push(own);
        }
    }
    if all.is_empty() {
        all.extend(maker.register.organisation());
    }
    all
}

fn officer(maker: &Maker<'_>, organisation: &crate::decode::Entry<Organisation>) -> Option<Block> {
    let w = maker.words;
    let dpo = organisation.dpo.as_ref().filter(|dpo| dpo.none.is_none())?;
    let at = format!("{}.dpo", maker.at(organisation.node));
    let contact = channels(maker, &[dpo.email.as_deref(), dpo.phone.as_deref(), dpo.address.as_deref()]);
    let shown = dpo.name.as_deref().filter(|_| dpo.publish_name != Some(false)).map(clean::text);
    let text = match shown {
        Some(name) => w.with("dpo-named", &[("name", &name), ("contact", &contact)]),
        None => w.with("dpo-unnamed", &[("contact", &contact)]),
    };
    Some(Block::Paragraph { id: Some("dpo".into()), line: Line::text(text, at) })
}

fn joint(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<Block> {
    let w = maker.words;
    let mut blocks = Vec::new();
    for arrangement in &maker.register.joint_controllers {
        let about: Vec<String> = scope
            .activities
            .iter()
            .filter(|activity| maker.register.all(&activity.value.joint_controllers).any(|own| own.id == arrangement.id))
            .map(|activity| maker.activity(activity))
            .collect();
        if about.is_empty() {
            continue;
        }
        let partners = arrangement
            .value
            .parties
            .iter()
            .filter_map(|party| party.to::<Recipient>())
            .filter_map(|own| maker.register.get(own));
        let partners = w.list(partners.map(|own| maker.recipient_inside(own)));
        let essence = arrangement.essence.as_ref().map_or(String::new(), |essence| ended(&maker.text(essence)));
        let about = w.list(about.iter().map(|name| crate::render::lower_first(name)));
        let mut text = w.with("joint", &[("partners", &partners), ("activities", &about), ("essence", &essence)]);
        text.push(' ');
        text.push_str(&match &arrangement.contact_point {
            Some(contact) => w.with("joint-contact", &[("contact", &maker.text(contact))]),
            None => w.say("joint-either"),
        });
        blocks.push(Block::paragraph(Line::text(text, maker.at(arrangement.node))));
    }
    blocks
}

/// Contacts of single activities.
fn own_contacts(maker: &Maker<'_>, scope: &Scope<'_>) -> Option<Block> {
    items(scope.activities.iter().filter_map(|activity| {
        let contact = maker.text(activity.value.contact.as_ref()?);
        let name = maker.activity(activity);
        let text = maker.words.with("contact-activity", &[("activity", &name), ("contact", &contact)]);
        Some(Line::text(text, format!("{}.contact", maker.at(activity.node))))
    }))
}

/// What is done for customers, where the notice covers it.
pub(super) fn processor(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("processor", w.say("processor"));
    if scope.services.is_empty() {
        return section;
    }
    section.blocks.push(Block::paragraph(Line::text(w.say("processor-text"), "words.processor-text")));
    for service in &scope.services {
        let at = maker.at(service.node);
        let name = service.value.name.as_ref().map_or_else(|| service.id.to_string(), |name| maker.text(name));
        let mut inner = Section::new(&format!("s-{}", service.id), name);
        let mut lines: Vec<Line> = Vec::new();
        let mut add = |key: &str, text: String| {
            if !text.is_empty() {
                lines.push(Line::labelled(&w.say(key), ended(&text), &at));
            }
        };
        let work = service.value.processing.iter().map(|kind| match kind {
            Either::One(kind) => maker.value("processing_kind", kind.id()),
            Either::Other(text) => maker.text(text),
        });
        add("processor-work", crate::render::enumerated(work));
        let data: Vec<String> =
            maker.register.all(&service.value.data_categories).map(|category| with_details(maker, category)).collect();
        add("processor-data", crate::render::enumerated(data));
        add("processor-people", maker.groups(maker.register.all(&service.value.data_subjects)));
        add("processor-instruction", maker.maybe(service.value.instruction.as_ref()).unwrap_or_default());
        add(
            "processor-end",
            match &service.value.at_end {
                Some(AtEnd::Text(text)) => maker.text(text),
                Some(AtEnd::Retention(retention)) => maker.kept(&crate::keeping::resolve(maker.register, retention)),
                None => String::new(),
            },
        );
        let measures: Vec<_> = maker.all(&service.value.security_measures);
        add("processor-security", maker.measures(&measures));
        // What is not signed, has ended or lacks what the law asks for is no agreement to show to anybody.
        let contract = service.value.contract.as_deref();
        if let Some(contract) = contract.filter(|_| contracts::is_in_force(maker.law, contract)) {
            let text = match contract.document.and_then(|own| maker.register.get(own)) {
                Some(document) => w.with(
                    "processor-contract-document",
                    &[("document", &maker.name(document.value.title.as_ref(), &document.id))],
                ),
                None => w.say("processor-contract"),
            };
            lines.push(Line::text(text, &at));
        }
        let subs = service.value.subprocessors.iter().filter_map(|entry| maker.register.get(entry.recipient));
        let names = w.list(subs.map(|own| maker.recipient_inside(own)));
        if !names.is_empty() {
            lines.push(Line::text(w.with("processor-sub", &[("names", names.trim_end_matches('.'))]), &at));
        }
        inner.blocks.push(Block::list(lines.into_iter().map(Item::of).collect()));
        section.sections.push(inner);
    }
    section
}

/// A category with what it is made of.
pub(super) fn with_details(maker: &Maker<'_>, category: &crate::decode::Entry<DataCategory>) -> String {
    let name = maker.category(category);
    let details = super::data::details(maker, category);
    if details.is_empty() { name } else { format!("{name} ({details})") }
}

/// Countries and people a contact line names first.
pub(super) fn home(maker: &Maker<'_>) -> String {
    let country = maker.register.organisation().and_then(|own| own.country);
    country.map_or(String::new(), |country| maker.place(Place::Country(country)))
}
