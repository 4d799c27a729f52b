//! What somebody should look at in the retention schedule, in words and for programs.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::keeping::{self, Kept};
use crate::model::*;
use crate::render::{Maker, upper_first};

use super::retention::Holding;
use super::{Cell, activity_name};

/// The schedule by category: who else keeps the same data.
pub(super) struct Flags<'h> {
    by_category: HashMap<&'h str, Vec<&'h Holding<'h>>>,
}

/// A time beside another.
#[derive(Clone, Copy, PartialEq)]
enum Length {
    Days(f64),
    /// For good: longer than any number.
    Endless,
    /// Until something happens, or not understood: neither longer nor shorter.
    Open,
}

impl<'h> Flags<'h> {
    pub fn new(holdings: &'h [Holding<'h>]) -> Self {
        let mut by_category: HashMap<&str, Vec<&Holding<'_>>> = HashMap::new();
        for holding in holdings.iter().filter(|holding| holding.kept.is_some()) {
            by_category.entry(&holding.category.id).or_default().push(holding);
        }
        Flags { by_category }
    }

    /// The cell of a row: words for people, and a kind for each that stays the same in every language.
    pub fn of(&self, maker: &Maker<'_>, holding: &Holding<'_>) -> Cell {
        let w = maker.words;
        let Some(kept) = holding.kept else { return Cell::None(w.say("flag-none")) };
        let (texts, kinds): (Vec<String>, Vec<Value>) =
            [not_automatic(maker, &kept), above_law(maker, &kept), self.differs(maker, holding, &kept)]
                .into_iter()
                .flatten()
                .unzip();
        if texts.is_empty() { Cell::None(w.say("flag-none")) } else { Cell::Coded(texts.join("\n"), Value::Array(kinds)) }
    }

    /// Other activities that keep the same data of the same people for another time, and which is the longest.
    fn differs(&self, maker: &Maker<'_>, holding: &Holding<'_>, kept: &Kept<'_>) -> Option<(String, Value)> {
        let own = length(maker, kept);
        let of_same_people = |other: &Holding<'_>| {
            let groups = &holding.activity.value.data_subjects;
            other.activity.value.data_subjects.iter().any(|group| group.target().is_some() && groups.contains(group))
        };
        let others: Vec<(&Holding<'_>, Kept<'_>)> = self
            .by_category
            .get(&*holding.category.id)?
            .iter()
            .filter(|other| other.activity.id != holding.activity.id && of_same_people(other))
            .filter_map(|other| Some((*other, other.kept?)))
            .filter(|(_, other)| !is_same(kept, other))
            .collect();
        let said = |(other, kept): &(&Holding<'_>, Kept<'_>)| {
            maker
                .words
                .with("flag-elsewhere", &[("activity", &activity_name(maker, other.activity)), ("period", &period(maker, kept))])
        };
        let kind = |longest: Value, others: &[&(&Holding<'_>, Kept<'_>)]| {
            let mut ids: Vec<String> = others.iter().map(|(other, _)| other.activity.id.to_string()).collect();
            ids.dedup();
            json!({"kind": "differs", "longest": longest, "activities": ids})
        };
        let all: Vec<_> = others.iter().collect();
        let is_open = own == Length::Open || others.iter().any(|(_, other)| length(maker, other) == Length::Open);
        let longest = others.iter().max_by(|a, b| rank(length(maker, &a.1)).total_cmp(&rank(length(maker, &b.1))))?;
        let (key, shown, value) = match rank(own).total_cmp(&rank(length(maker, &longest.1))) {
            _ if is_open => ("flag-differs-open", all.clone(), Value::Null),
            // As long, but counted from something else.
            std::cmp::Ordering::Equal => ("flag-differs-open", all.clone(), Value::Null),
            std::cmp::Ordering::Greater => ("flag-differs-longest", all.clone(), json!(holding.activity.id.to_string())),
            std::cmp::Ordering::Less => ("flag-differs-shorter", vec![longest], json!(longest.0.activity.id.to_string())),
        };
        let mut sentences: Vec<String> = shown.iter().map(|other| said(other)).collect();
        sentences.dedup();
        Some((maker.words.with(key, &[("others", &maker.words.list(sentences))]), kind(value, &all)))
    }
}

/// Nobody has to remember what a machine does. Data that are not kept, or kept for good, end in no deletion.
fn not_automatic(maker: &Maker<'_>, kept: &Kept<'_>) -> Option<(String, Value)> {
    let meaning = kept.phrase.map(|phrase| &phrase.meaning);
    if matches!(meaning, Some(Meaning::NotKept | Meaning::Session | Meaning::Permanent)) {
        return None;
    }
    let (key, method) = match kept.rule.and_then(|rule| rule.method) {
        Some(Method::Automatic) => return None,
        Some(Method::Manual) => ("flag-manual", json!("manual")),
        None => ("flag-no-method", Value::Null),
    };
    Some((maker.words.say(key), json!({"kind": "not-automatic", "method": method})))
}

fn above_law(maker: &Maker<'_>, kept: &Kept<'_>) -> Option<(String, Value)> {
    let statute = keeping::beyond_law(maker.law, kept.rule?, kept.phrase?)?;
    let most = statute.longest();
    let text = maker.words.with("flag-above-law", &[("time", &maker.words.duration(&most)), ("law", &statute.provision)]);
    Some((text, json!({"kind": "above-law", "provision": statute.provision, "longest": most.iso()})))
}

fn length(maker: &Maker<'_>, kept: &Kept<'_>) -> Length {
    let country = maker.register.organisation().and_then(|own| own.country);
    match kept.phrase.map(|phrase| &phrase.meaning) {
        Some(Meaning::Permanent) => Length::Endless,
        _ => kept.longest_days(maker.law, country).map_or(Length::Open, Length::Days),
    }
}

fn rank(length: Length) -> f64 {
    match length {
        Length::Days(days) => days,
        Length::Endless => f64::MAX,
        Length::Open => -1.0,
    }
}

/// The same shared rule, or the same words.
fn is_same(one: &Kept<'_>, other: &Kept<'_>) -> bool {
    match (one.phrase, other.phrase) {
        (Some(one), Some(other)) => one.text == other.text,
        _ => one.shared.map(|rule| &rule.id) == other.shared.map(|rule| &rule.id),
    }
}

/// The time alone, without what a schedule says in its other columns.
fn period(maker: &Maker<'_>, kept: &Kept<'_>) -> String {
    kept.phrase.map_or_else(|| maker.kept(kept), |phrase| upper_first(&maker.phrase(phrase)))
}
