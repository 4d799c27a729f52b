//! Whether people must give data, and what happens otherwise.

use crate::giving::{self, Duty};
use crate::once::each_once;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, ended, lower_name, upper_first};
use crate::walk::PurposeIn;

use super::Scope;
use super::holds::{Part, Statements};
use super::purposes::uses;

/// What a duty is called where it has a name of its own.
fn key(duty: Duty) -> Option<&'static str> {
    match duty {
        Duty::ByLaw => Some("required-law"),
        Duty::ByContract => Some("required-contract"),
        Duty::ToEnterContract => Some("required-enter"),
        Duty::Needed => Some("required-needed"),
        Duty::Free => Some("required-voluntary"),
        Duty::Unsaid => None,
    }
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("required", w.say("required"));
    let mut duties: Statements<'_, (&str, String)> = Statements::new(scope);
    let mut free: Statements<'_, ()> = Statements::new(scope);
    // "Everything else" and "you choose" speak of all that the notice covers: one use that has not been answered is enough
    // to make them untrue, and so is what a device tells or a customer decides.
    let mut all_is_said = scope.services.is_empty();
    for usage in uses(scope) {
        let choice = giving::is_their_choice(maker.register, &usage);
        all_is_said &= choice.is_yes();
        for asked in giving::of_purpose(maker.register, usage) {
            let part = asked.basis.map_or(usage.into(), Part::from);
            let at = || maker.at(usage.purpose.node);
            let otherwise = asked.otherwise.map_or(String::new(), |text| ended(&maker.text(text)));
            match (key(asked.duty), otherwise.is_empty()) {
                (Some("required-voluntary"), _) if choice.is_no() => {}
                (Some("required-voluntary"), true) => free.add(maker, part, (), at),
                (Some(key), _) => duties.add(maker, part, (key, otherwise), at),
                (None, false) => duties.add(maker, part, ("required-consequence", otherwise), at),
                (None, true) => all_is_said = false,
            }
        }
    }
    let mut items: Vec<Item> = duties
        .all
        .iter()
        .map(|duty| {
            let names = duties.named(maker, duty);
            let (key, otherwise) = &duty.said;
            Item::of(Line::text(w.with(key, &[("purpose", &names), ("otherwise", otherwise)]), duty.at.as_str()))
        })
        .collect();
    items.extend(categories(maker, scope));
    let nothing_owed = items.is_empty();
    if !nothing_owed {
        section.blocks.push(Block::list(items));
    }
    if let Some(all_free) = free.all.first() {
        let (key, text) = match (all_is_said, nothing_owed) {
            (true, true) => ("required-all-free", w.say("required-all-free")),
            (true, false) => ("required-free", w.say("required-free")),
            (false, _) => ("required-free-some", w.with("required-free-some", &[("purposes", &free.named(maker, all_free))])),
        };
        section.blocks.push(Block::paragraph(Line::text(text, format!("words.{key}"))));
    }
    section
}

/// What is said of single categories, whatever they are used for.
fn categories(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<Item> {
    let mut said: Vec<(Duty, Vec<String>, String)> = Vec::new();
    let entries = uses(scope).into_iter().flat_map(|usage: PurposeIn<'_>| usage.entries(maker.register));
    for entry in entries {
        let (Some(duty), Some(category)) = (giving::of_category(entry), maker.register.get(entry.category)) else { continue };
        let name = lower_name(&maker.category(category));
        match said.iter_mut().find(|(known, ..)| *known == duty) {
            Some((_, names, _)) => names.push(name),
            None => said.push((duty, vec![name], maker.at(Some(entry.node)))),
        }
    }
    let line = |(duty, names, at): (Duty, Vec<String>, String)| {
        let names = upper_first(&maker.words.list(each_once(names)));
        let text = maker.words.with(key(duty)?, &[("purpose", &names), ("otherwise", "")]);
        Some(Item::of(Line::text(text, at)))
    };
    said.into_iter().filter_map(line).collect()
}
