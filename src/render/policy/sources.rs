//! Where data come from, and on which occasions they are collected.

use crate::decode::Entry;
use crate::model::*;
use crate::once::each_once;
use crate::origins;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, ended, enumerated, lower_first, lower_name, upper_first};

use super::Scope;

/// What a source is called in the language of the document.
pub(in crate::render) fn source_name(maker: &Maker<'_>, target: &SourceTarget) -> String {
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

/// The same inside a sentence: only our own words for kinds of sources begin small there, never what somebody is called.
pub(super) fn source_inside(maker: &Maker<'_>, target: &SourceTarget) -> String {
    if let SourceTarget::Recipient(recipient) = target {
        return maker.register.get(*recipient).map_or(String::new(), |own| maker.recipient_inside(own));
    }
    let name = source_name(maker, target);
    let is_our_word = matches!(target, SourceTarget::Source(source) if maker.register.get(*source)
        .is_some_and(|own| own.node.is_none() && own.kind != Some(SourceKind::PublicRegister)));
    if is_our_word { lower_first(&name) } else { maker.with_small_article(name) }
}

fn is_public(maker: &Maker<'_>, target: &SourceTarget) -> bool {
    match target {
        SourceTarget::Source(source) => maker.register.get(*source).is_some_and(|source| source.value.public == Some(true)),
        _ => false,
    }
}

/// One statement on sources: which data, to what end, in which activities.
struct Row {
    sources: Vec<String>,
    data: Vec<String>,
    usage: Option<SourceUsage>,
    when: Option<String>,
    is_public: bool,
    activities: Vec<String>,
    at: String,
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("sources", w.say("sources"));
    let mut rows: Vec<Row> = Vec::new();
    let mut from_person = false;
    for activity in &scope.activities {
        from_person |= origins::of_activity(activity).any(|source| origins::is_person(maker.register, source));
        collect(maker, activity, &mut rows);
    }
    let mut items: Vec<Item> = by_source(merged(rows)).iter().map(|rows| Item::of(line(maker, scope, rows))).collect();
    items.extend(scope.activities.iter().filter_map(|activity| {
        let kinds = activity.value.sources.mixed.as_ref()?.mixed.as_ref()?;
        let text = w.with("source-mixed", &[("kinds", &maker.text(kinds))]);
        Some(Item::of(Line::text(ended(&text), maker.at(kinds.node))))
    }));
    if !items.is_empty() {
        if from_person {
            section.blocks.push(Block::paragraph(Line::text(w.say("sources-self"), "words.sources-self")));
        }
        section.blocks.push(Block::list(items));
    }
    if let Some(inner) = collection(maker, scope) {
        section.sections.push(inner);
    }
    section
}

/// The same said of several activities, and of several sources, is said once.
fn merged(rows: Vec<Row>) -> Vec<Row> {
    let mut by_source: Vec<Row> = Vec::new();
    for row in rows {
        let same =
            |own: &&mut Row| own.sources == row.sources && own.data == row.data && own.usage == row.usage && own.when == row.when;
        match by_source.iter_mut().find(same) {
            Some(known) => known.activities.extend(row.activities),
            None => by_source.push(row),
        }
    }
    let mut all: Vec<Row> = Vec::new();
    for row in by_source {
        let same = |own: &&mut Row| {
            own.data == row.data
                && own.usage == row.usage
                && own.when == row.when
                && own.is_public == row.is_public
                && own.activities == row.activities
        };
        match all.iter_mut().find(same) {
            Some(known) => known.sources.extend(row.sources),
            None => all.push(row),
        }
    }
    all
}

/// What the same sources give on the same occasion, each kind of data with its activities, stands in one line.
fn by_source(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let mut all: Vec<Vec<Row>> = Vec::new();
    for row in rows {
        let same = |own: &&mut Vec<Row>| {
            let first = &own[0];
            let gives = |row: &Row| !row.data.is_empty();
            gives(first) && gives(&row) && first.sources == row.sources && first.usage == row.usage && first.when == row.when
        };
        match all.iter_mut().find(same) {
            Some(known) => known.push(row),
            None => all.push(vec![row]),
        }
    }
    all
}

fn line(maker: &Maker<'_>, scope: &Scope<'_>, rows: &[Row]) -> Line {
    let w = maker.words;
    let row = &rows[0];
    let sources = w.list(each_once(row.sources.iter().cloned()));
    let in_activities = |row: &Row| {
        let names: Vec<String> = row.activities.iter().map(|name| lower_name(name)).collect();
        if names.len() < scope.activities.len() { format!(" ({})", names.join("; ")) } else { String::new() }
    };
    let data = |row: &Row| enumerated(row.data.iter().map(|data| lower_name(data))) + &in_activities(row);
    let data = rows.iter().map(data).collect::<Vec<_>>().join("; ");
    let text = match row.usage {
        _ if row.data.is_empty() => w.with("source-row", &[("source", &sources)]) + &data,
        Some(SourceUsage::Correct) => w.with("source-correct", &[("source", &sources), ("data", &data)]),
        Some(SourceUsage::Verify) => w.with("source-verify", &[("source", &sources), ("data", &data)]),
        _ => w.with("source-data", &[("source", &sources), ("data", &data)]),
    };
    let mut texts = vec![ended(&text)];
    if let Some(when) = &row.when {
        texts.push(ended(&upper_first(when)));
    }
    if row.is_public {
        texts.push(w.say("source-public"));
    }
    Line::text(texts.join(" "), &row.at)
}

fn collect(maker: &Maker<'_>, activity: &Entry<Activity>, rows: &mut Vec<Row>) {
    let name = maker.activity(activity);
    let mut add = |own: &SourceRef, data: Vec<String>, usage: Option<SourceUsage>, when: Option<String>, at: String| {
        let target = &own.target;
        let source = source_name(maker, target);
        if source.is_empty() || origins::is_person(maker.register, own) {
            return;
        }
        // What it gives is said below its name, where that is known.
        let known = |row: &&mut Row| {
            let is_of = |all: &[String], one: &str| all.len() == 1 && all[0] == one;
            is_of(&row.activities, &name) && is_of(&row.sources, &source) && row.usage == usage && row.when == when
        };
        match rows.iter_mut().find(known) {
            Some(row) => row.data.extend(data),
            None => {
                let is_public = is_public(maker, target);
                rows.push(Row { sources: vec![source], data, usage, when, is_public, activities: vec![name.clone()], at });
            }
        }
    };
    let told = |target: &SourceTarget| {
        activity.value.collection.iter().any(|occasion| {
            // An occasion that names the source says when and what; where it is open to all is said here.
            let names_it = occasion.value.sources.iter().any(|own| source_name(maker, &own.target) == source_name(maker, target));
            names_it && occasion.value.when.is_some() && !occasion.value.data_categories.is_empty() && !is_public(maker, target)
        })
    };
    for entry in activity.value.sources.iter().filter(|entry| !told(&entry.source.target)) {
        let usage = entry.usage.as_deref();
        let data = usage.map_or(Vec::new(), |own| {
            maker.register.all(&own.data_categories).map(|category| maker.category(category)).collect()
        });
        let when = usage.and_then(|own| own.when.as_ref()).map(|when| maker.text(when));
        add(&entry.source, data, usage.and_then(|own| own.usage), when, maker.at(Some(entry.node)));
    }
    for entry in activity.value.data_categories.iter() {
        let own = entry.usage.as_deref().into_iter().flat_map(|usage| usage.sources.iter());
        for source in own {
            let data = maker.register.get(entry.category).map(|category| maker.category(category));
            add(source, data.into_iter().collect(), None, None, maker.at(Some(entry.node)));
        }
    }
}

/// Occasions on which data are collected.
fn collection(maker: &Maker<'_>, scope: &Scope<'_>) -> Option<Section> {
    let w = maker.words;
    let register = maker.register;
    let occasions: Vec<(&Entry<Collection>, Vec<&SourceRef>)> = scope
        .activities
        .iter()
        .flat_map(|activity| activity.value.collection.iter().map(|occasion| (occasion, &activity.value)))
        .filter(|(occasion, _)| occasion.value.when.is_some())
        .map(|(occasion, activity)| (occasion, origins::of_occasion(register, activity, &occasion.value)))
        .collect();
    let is_from_you = |sources: &[&SourceRef]| !sources.is_empty() && sources.iter().all(|own| origins::is_person(register, own));
    // "Where nothing else stands here" speaks of every occasion that names nobody.
    let is_said_once =
        occasions.iter().all(|(_, sources)| !sources.is_empty()) && occasions.iter().any(|(_, sources)| is_from_you(sources));
    let mut items = Vec::new();
    for (occasion, sources) in &occasions {
        let mut texts: Vec<String> = occasion.value.when.iter().map(|when| ended(&upper_first(&maker.text(when)))).collect();
        let data = lower_name(&maker.categories(register.all(&occasion.value.data_categories)));
        if !data.is_empty() {
            texts.push(w.with("collection-data", &[("data", &data)]));
        }
        if !is_said_once || !is_from_you(sources) {
            let names = sources.iter().map(|source| source_inside(maker, &source.target)).filter(|name| !name.is_empty());
            let names = w.list(each_once(names));
            if !names.is_empty() {
                texts.push(w.with("collection-from", &[("sources", &names)]));
            }
        }
        let people = lower_name(&maker.groups(register.all(&occasion.value.data_subjects)));
        if !people.is_empty() {
            texts.push(ended(&w.with("about-people", &[("people", &people)])));
        }
        items.push(Item::of(Line::text(texts.join(" "), maker.at(occasion.node))));
    }
    if items.is_empty() {
        return None;
    }
    let mut section = Section::new("collection", w.say("collection"));
    if is_said_once {
        section.blocks.push(Block::paragraph(Line::text(w.say("collection-from-you"), "words.collection-from-you")));
    }
    section.blocks.push(Block::list(items));
    Some(section)
}
