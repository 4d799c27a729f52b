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
#[derive(Clone, PartialEq)]
enum Length {
    /// Not kept: shorter than anything.
    Nothing,
    /// So many days, and the events they count from: nobody knows which of two events comes first.
    Days(Vec<String>, f64),
    /// For good: longer than any number.
    Endless,
    /// Until something happens, with bounds that count from something else, or not understood: neither longer nor shorter.
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
            .filter(|(_, other)| !is_same(kept, other) && (own == Length::Open || length(maker, other) != own))
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
        let longest = others.iter().max_by(|a, b| rank(&length(maker, &a.1)).total_cmp(&rank(&length(maker, &b.1))))?;
        let lengths: Vec<Length> = others.iter().map(|(_, other)| length(maker, other)).chain([own.clone()]).collect();
        let (key, shown, value) = if !can_be_ranked(&lengths) {
            ("flag-differs-open", all.clone(), Value::Null)
        } else if rank(&own) > rank(&length(maker, &longest.1)) {
            ("flag-differs-longest", all.clone(), json!(holding.activity.id.to_string()))
        } else {
            ("flag-differs-shorter", vec![longest], json!(longest.0.activity.id.to_string()))
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
    match kept.phrase.map(|phrase| &phrase.meaning) {
        Some(Meaning::NotKept) => Length::Nothing,
        Some(Meaning::Permanent) => Length::Endless,
        Some(Meaning::Period(Period { main: Some(Bound { time: Some(time), events }), at_most: None, at_least: None })) => {
            let mut starts: Vec<String> = maker.register.all(events).map(|event| event.id.to_string()).collect();
            starts.sort_unstable();
            if starts.is_empty() { Length::Open } else { Length::Days(starts, time.days()) }
        }
        _ => Length::Open,
    }
}

/// Whether one of them is the longest in every case: it never ends, or all count from the same events.
fn can_be_ranked(lengths: &[Length]) -> bool {
    let mut starts = lengths.iter().filter_map(|length| if let Length::Days(starts, _) = length { Some(starts) } else { None });
    let first = starts.next();
    let is_one_start = starts.all(|own| Some(own) == first);
    lengths.contains(&Length::Endless) || (is_one_start && !lengths.contains(&Length::Open))
}

fn rank(length: &Length) -> f64 {
    match length {
        Length::Nothing => 0.0,
        Length::Days(_, days) => *days,
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
