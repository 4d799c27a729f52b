//! Where data come from, and on which occasions they are collected.

use crate::decode::Entry;
use crate::model::*;
use crate::origins;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, ended, lower_first};

use super::Scope;

fn source_name(maker: &Maker<'_>, target: &SourceTarget) -> String {
    match target {
        SourceTarget::Source(source) => maker.register.get(*source).map_or(String::new(), |source| match &source.value.name {
            Some(name) => maker.text(name),
            None => source.id.to_string(),
        }),
        SourceTarget::Recipient(recipient) => maker.register.get(*recipient).map_or(String::new(), |own| maker.recipient(own)),
        SourceTarget::Activity(activity) => maker.register.get(*activity).map_or(String::new(), |own| {
            let name = own.value.name.as_ref().map_or_else(|| own.id.to_string(), |name| maker.text(name));
            maker.words.with("source-activity", &[("activity", &name)])
        }),
        SourceTarget::Nothing => String::new(),
    }
}

fn is_public(maker: &Maker<'_>, target: &SourceTarget) -> bool {
    match target {
        SourceTarget::Source(source) => maker.register.get(*source).is_some_and(|source| source.value.public == Some(true)),
        _ => false,
    }
}

fn is_person(maker: &Maker<'_>, target: &SourceTarget) -> bool {
    matches!(target, SourceTarget::Source(source) if maker.register.get(*source).is_some_and(|own| origins::kind(own) == Some(SourceKind::Person)))
}

/// One statement on a source.
struct Row {
    text: String,
    at: String,
    notes: Vec<String>,
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("sources", w.say("sources"));
    let mut rows: Vec<Row> = Vec::new();
    let mut from_person = false;
    for activity in &scope.activities {
        from_person |= origins::has_the_person(maker.register, activity);
        collect(maker, activity, &mut rows);
    }
    if !rows.is_empty() {
        if from_person {
            section.blocks.push(Block::paragraph(Line::text(w.say("sources-self"), "words.sources-self")));
        }
        let items = rows.into_iter().map(|row| {
            let text = std::iter::once(row.text).chain(row.notes).collect::<Vec<_>>().join(" ");
            Item::of(Line::text(text, row.at))
        });
        section.blocks.push(Block::list(items.collect()));
    }
    if let Some(inner) = collection(maker, scope) {
        section.sections.push(inner);
    }
    section
}

fn collect(maker: &Maker<'_>, activity: &Entry<Activity>, rows: &mut Vec<Row>) {
    let w = maker.words;
    let name = activity.value.name.as_ref().map_or_else(|| activity.id.to_string(), |name| maker.text(name));
    let mut add = |target: &SourceTarget, data: String, usage: Option<SourceUsage>, when: Option<String>, at: String| {
        let source = source_name(maker, target);
        if source.is_empty() || is_person(maker, target) {
            return;
        }
        let key = match usage {
            Some(SourceUsage::Correct) => "source-correct",
            Some(SourceUsage::Verify) => "source-verify",
            _ if data.is_empty() => "source-row",
            _ => "source-data",
        };
        let data = if data.is_empty() { lower_first(&w.say("data")) } else { lower_first(&data) };
        let text = match key {
            "source-row" => w.with(key, &[("source", &source), ("activities", &name)]),
            _ => w.with(key, &[("source", &source), ("data", &data), ("activities", &name)]),
        };
        let mut notes = Vec::new();
        if let Some(when) = when {
            notes.push(ended(&w.with("source-when", &[("when", &when)])));
        }
        if is_public(maker, target) {
            notes.push(w.say("source-public"));
        }
        let text = ended(&text);
        if !rows.iter().any(|row| row.text == text) {
            rows.push(Row { text, at, notes });
        }
    };
    for entry in activity.value.sources.iter() {
        let usage = entry.usage.as_deref();
        let data = usage.map_or(String::new(), |own| maker.categories(maker.register.all(&own.data_categories)));
        let when = usage.and_then(|own| own.when.as_ref()).map(|when| maker.text(when));
        add(&entry.source.target, data, usage.and_then(|own| own.usage), when, maker.at(Some(entry.node)));
    }
    for entry in activity.value.data_categories.iter() {
        let own = entry.usage.as_deref().into_iter().flat_map(|usage| usage.sources.iter());
        for source in own {
            let data = maker.register.get(entry.category).map_or(String::new(), |category| maker.category(category));
            add(&source.target, data, None, None, maker.at(Some(entry.node)));
        }
    }
    if let Some(mixed) = &activity.value.sources.mixed
        && let Some(kinds) = &mixed.mixed
    {
        let text = w.with("source-mixed", &[("activities", &name), ("kinds", &maker.text(kinds))]);
        rows.push(Row { text: ended(&text), at: maker.at(kinds.node), notes: Vec::new() });
    }
}

/// Occasions on which data are collected.
fn collection(maker: &Maker<'_>, scope: &Scope<'_>) -> Option<Section> {
    let w = maker.words;
    let mut items = Vec::new();
    for activity in &scope.activities {
        for occasion in &activity.value.collection {
            let Some(when) = &occasion.value.when else { continue };
            let mut text = ended(&maker.text(when));
            let data = maker.categories(maker.register.all(&occasion.value.data_categories));
            if !data.is_empty() {
                text.push(' ');
                text.push_str(&w.with("collection-data", &[("data", &data)]));
            }
            let sources: Vec<String> = occasion.value.sources.iter().map(|source| source_name(maker, &source.target)).collect();
            let sources: Vec<String> = sources.into_iter().filter(|name| !name.is_empty()).map(|name| lower_first(&name)).collect();
            if !sources.is_empty() {
                text.push(' ');
                text.push_str(&w.with("collection-from", &[("sources", &w.list(sources))]));
            }
            let people = maker.groups(maker.register.all(&occasion.value.data_subjects));
            if !people.is_empty() {
                text.push(' ');
                text.push_str(&ended(&w.with("about-people", &[("people", &people)])));
            }
            items.push(Item::of(Line::text(text, maker.at(occasion.node))));
        }
    }
    if items.is_empty() {
        return None;
    }
    let mut section = Section::new("collection", w.say("collection"));
    section.blocks.push(Block::list(items));
    Some(section)
}
