//! What the kinds of data are: their items, whom else they are about, and how long they are kept where a purpose does not say it alone.

use std::collections::{HashMap, HashSet};

use crate::decode::Entry;
use crate::keeping;
use crate::model::*;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, ended, enumerated, lower_first, lower_name};

use super::Scope;
use super::holds::{Statement, Statements};
use super::purposes::uses;

/// How long the data of each purpose are kept.
pub(super) struct Periods<'r> {
    /// A row a purpose, in the order of [`uses`].
    pub rows: Vec<Row>,
    /// Periods that rows leave to the list of data, by kind of data.
    asked: HashMap<&'r str, Statements<'r, Kept>>,
    /// Each period once, with all data it holds for.
    all: Vec<Period<'r>>,
}

/// A period, with what the tables leave out.
struct Period<'r> {
    kept: Kept,
    categories: Vec<&'r Entry<DataCategory>>,
    /// Whether a row states it of data whose line in the list does not.
    is_in_tables_only: bool,
    at: String,
}

/// Periods of one purpose, each with the names of the data it holds for.
pub(super) struct Row {
    pub periods: Vec<(String, Vec<String>)>,
    /// Other purposes keep the same data as long: said once, with the data.
    pub is_said_below: bool,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Kept {
    period: String,
    notes: Vec<String>,
}

/// Data of a purpose: which kind, how long, and where that stands.
type Entered<'r> = (&'r Entry<DataCategory>, Kept, String);

impl<'r> Periods<'r> {
    pub fn of(maker: &Maker<'r>, scope: &Scope<'r>) -> Self {
        let register = maker.register;
        let mut periods = Periods { rows: Vec::new(), asked: HashMap::new(), all: Vec::new() };
        let mut entered: Vec<Vec<Entered<'r>>> = Vec::new();
        let all = uses(scope);
        for usage in &all {
            let mut row = Row { periods: Vec::new(), is_said_below: false };
            let mut own = Vec::new();
            for entry in usage.entries(register) {
                let Some(category) = register.get(entry.category) else { continue };
                let kept = keeping::for_purpose(register, usage, entry);
                let period = match &kept {
                    Some(kept) => maker.kept(kept),
                    None if category.temporary == Some(true) => maker.words.say("keep-temporary"),
                    None => maker.words.say("keep-unstated"),
                };
                let notes = kept.as_ref().map_or(Vec::new(), |kept| maker.kept_notes(kept));
                let name = maker.category(category);
                match row.periods.iter_mut().find(|(known, _)| *known == period) {
                    Some((_, names)) => names.push(name),
                    None => row.periods.push((period.clone(), vec![name])),
                }
                own.push((category, Kept { period, notes }, maker.at(kept.map(|kept| kept.retention.node()))));
            }
            entered.push(own);
            periods.rows.push(row);
        }
        periods.refer(&entered);
        for ((usage, row), own) in all.iter().zip(&periods.rows).zip(entered) {
            for (category, kept, at) in own {
                match periods.all.iter_mut().find(|known| known.kept == kept) {
                    Some(known) if known.categories.iter().any(|own| own.id == category.id) => {}
                    Some(known) => known.categories.push(category),
                    None => {
                        let (kept, at) = (kept.clone(), at.clone());
                        periods.all.push(Period { kept, categories: vec![category], is_in_tables_only: false, at });
                    }
                }
                if row.is_said_below {
                    let asked = periods.asked.entry(&category.id).or_insert_with(|| Statements::new(scope));
                    asked.add(maker, (*usage).into(), kept, || at);
                }
            }
        }
        let asked = &periods.asked;
        for one in &mut periods.all {
            let stands_with = |category: &&Entry<DataCategory>| {
                asked.get(&*category.id).is_some_and(|asked| asked.all.iter().any(|own| own.said == one.kept))
            };
            one.is_in_tables_only = !one.categories.iter().all(stands_with);
        }
        periods
    }

    /// Rows with several periods that other such rows repeat refer to the list of data.
    fn refer(&mut self, entered: &[Vec<Entered<'_>>]) {
        let mut times: HashMap<(&str, &str), usize> = HashMap::new();
        let several = |row: &Row| row.periods.len() > 1;
        for (_, own) in self.rows.iter().zip(entered).filter(|(row, _)| several(row)) {
            for (category, kept, _) in own {
                *times.entry((&category.id, &kept.period)).or_default() += 1;
            }
        }
        for (row, own) in self.rows.iter_mut().zip(entered).filter(|(row, _)| several(row)) {
            let is_repeated =
                |(category, kept, _): &Entered<'_>| times.get(&(&*category.id, &*kept.period)).is_some_and(|times| *times > 1);
            row.is_said_below = own.iter().any(is_repeated);
        }
    }
}

/// How long a kind of data is kept in the purposes that refer to the list, a period a line.
fn lines<'p>(maker: &Maker<'_>, asked: &'p Statements<'_, Kept>) -> Vec<KeptLine<'p>> {
    let w = maker.words;
    let line = |one: &'p Statement<'_, Kept>| {
        let keep = lower_first(&one.said.period);
        let text = if asked.all.len() > 1 {
            w.with("keep-category", &[("category", &asked.named(maker, one)), ("keep", &keep)])
        } else {
            w.with("data-kept", &[("keep", &keep)])
        };
        KeptLine { text, kept: &one.said, at: &one.at }
    };
    asked.all.iter().map(line).collect()
}

/// Reasons, longer cases and copies of periods that do not stand with one kind of data. A period of data with different ones
/// names the data.
fn reasons(maker: &Maker<'_>, below: &[&Period<'_>], periods: &Periods<'_>) -> Vec<Item> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for one in &periods.all {
        *times.entry(&one.kept.period).or_default() += 1;
    }
    let item = |one: &&Period<'_>| {
        let period = &one.kept.period;
        let label = if times[period.as_str()] > 1 {
            let names = lower_name(&maker.categories(one.categories.iter().copied()));
            maker.words.with("data-when", &[("name", period), ("when", &names)])
        } else {
            period.clone()
        };
        Item::of(Line::labelled(&label, one.kept.notes.join(" "), one.at.as_str()))
    };
    below.iter().map(item).collect()
}

fn with_notes(period: &str, notes: &[String]) -> String {
    std::iter::once(ended(period)).chain(notes.iter().cloned()).collect::<Vec<_>>().join(" ")
}

/// Items of a category and other marks, in one run of words; empty where the name says it all.
pub(super) fn details(maker: &Maker<'_>, category: &Entry<DataCategory>) -> String {
    let w = maker.words;
    let mut parts: Vec<String> = Vec::new();
    let fields: Vec<String> = category.value.fields.iter().map(|field| lower_name(&maker.text(field))).collect();
    let fields = w.list(fields);
    if !fields.is_empty() && fields != lower_name(&maker.category(category)) {
        parts.push(fields);
    }
    let examples: Vec<String> = category.value.examples.iter().map(|example| lower_name(&maker.text(example))).collect();
    if !examples.is_empty() {
        let text = w.with("data-examples", &[("name", ""), ("items", &w.list(examples))]);
        parts.push(text.trim_start_matches([',', ' ']).to_owned());
    }
    let included = lower_name(&maker.categories(maker.register.all(&category.value.includes)));
    if !included.is_empty() {
        parts.push(included);
    }
    let about = lower_name(&maker.groups(maker.register.all(&category.value.about)));
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

/// One line on how long a kind of data is kept.
struct KeptLine<'p> {
    text: String,
    kept: &'p Kept,
    at: &'p str,
}

impl KeptLine<'_> {
    fn said(&self) -> (&str, &Kept) {
        (&self.text, self.kept)
    }
}

/// A kind of data in the list: names, items, lines on how long, and where it stands.
struct Listed<'p> {
    names: Vec<String>,
    details: String,
    lines: Vec<KeptLine<'p>>,
    at: String,
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>, periods: &Periods<'_>) -> Section {
    let mut seen: Vec<&str> = Vec::new();
    let mut all: Vec<Listed<'_>> = Vec::new();
    for activity in &scope.activities {
        for category in crate::walk::activity_categories(activity, maker.register) {
            if seen.contains(&&*category.id) {
                continue;
            }
            seen.push(&category.id);
            let lines = periods.asked.get(&*category.id).map_or(Vec::new(), |asked| lines(maker, asked));
            let details = details(maker, category);
            if details.is_empty() && lines.is_empty() {
                continue;
            }
            let name = maker.category(category);
            let says_the_same = |own: &&mut Listed<'_>| {
                let (known, new) = (own.lines.iter().map(KeptLine::said), lines.iter().map(KeptLine::said));
                details.is_empty() && own.details.is_empty() && known.eq(new)
            };
            match all.iter_mut().find(says_the_same) {
                Some(own) => own.names.push(name),
                None => all.push(Listed { names: vec![name], details, lines, at: maker.at(category.node) }),
            }
        }
    }
    // What is behind a period is said once: with the data, or, where more than one kind of data asks for it, below them.
    let mut times: HashMap<&Kept, usize> = HashMap::new();
    for line in all.iter().flat_map(|listed| &listed.lines) {
        *times.entry(line.kept).or_default() += 1;
    }
    let is_below = |one: &&Period<'_>| {
        !one.kept.notes.is_empty() && (one.is_in_tables_only || times.get(&one.kept).is_some_and(|times| *times > 1))
    };
    let below: Vec<&Period<'_>> = periods.all.iter().filter(is_below).collect();
    let reasons = reasons(maker, &below, periods);
    let below: HashSet<&Kept> = below.iter().map(|one| &one.kept).collect();
    let mut section = Section::new("data", maker.words.say("data"));
    if !all.is_empty() {
        section.blocks.push(Block::list(all.iter().map(|listed| item(listed, &below)).collect()));
    }
    if !reasons.is_empty() {
        section.blocks.push(Block::paragraph(Line::text(maker.words.say("data-stated"), "words.data-stated")));
        section.blocks.push(Block::list(reasons));
    }
    section
}

/// One period goes on in the line; several stand below it.
fn item(listed: &Listed<'_>, below: &HashSet<&Kept>) -> Item {
    let name = enumerated(listed.names.iter().cloned());
    let line = |line: &KeptLine<'_>| {
        let notes = if below.contains(line.kept) { &[][..] } else { &line.kept.notes };
        Line::text(with_notes(&line.text, notes), line.at)
    };
    let mut below: Vec<Line> = listed.lines.iter().map(line).collect();
    let only = if below.len() == 1 { below.remove(0).plain() } else { String::new() };
    let said = [ended(&listed.details), only].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
    let line = match said.is_empty() {
        true => Line::strong(format!("{name}:"), listed.at.as_str()),
        false => Line::labelled(&name, said, listed.at.as_str()),
    };
    Item { id: None, line, items: below }
}
