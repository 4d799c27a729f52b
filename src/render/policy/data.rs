//! What the categories of data are: their items, whom else they are about, when they are used.

use crate::decode::Entry;
use crate::model::*;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, ended, lower_first};

use super::Scope;

/// Items of a category and other marks, in one run of words; empty where the name says it all.
pub(super) fn details(maker: &Maker<'_>, category: &Entry<DataCategory>) -> String {
    let w = maker.words;
    let mut parts: Vec<String> = Vec::new();
    let fields: Vec<String> = category.value.fields.iter().map(|field| lower_first(&maker.text(field))).collect();
    if !fields.is_empty() {
        parts.push(w.list(fields));
    }
    let examples: Vec<String> = category.value.examples.iter().map(|example| lower_first(&maker.text(example))).collect();
    if !examples.is_empty() {
        let text = w.with("data-examples", &[("name", ""), ("items", &w.list(examples))]);
        parts.push(text.trim_start_matches([',', ' ']).to_owned());
    }
    let included = lower_first(&maker.categories(maker.register.all(&category.value.includes)));
    if !included.is_empty() {
        parts.push(included);
    }
    let about = lower_first(&maker.groups(maker.register.all(&category.value.about)));
    if !about.is_empty() {
        parts.push(w.with("data-about", &[("people", &about)]));
    }
    if category.node.is_some() && category.value.free_text == Some(true) {
        parts.push(w.say("data-free-text"));
    }
    if category.value.temporary == Some(true) {
        parts.push(w.say("data-temporary"));
    }
    parts.join("; ")
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for activity in &scope.activities {
        for category in crate::walk::activity_categories(activity, maker.register) {
            if seen.contains(&&*category.id) {
                continue;
            }
            seen.push(&category.id);
            let details = details(maker, category);
            if !details.is_empty() {
                rows.push(Item::of(Line::labelled(&maker.category(category), ended(&details), maker.at(category.node))));
            }
        }
    }
    let mut section = Section::new("data", w.say("data"));
    if !rows.is_empty() {
        section.blocks.push(Block::list(rows));
    }
    section
}
