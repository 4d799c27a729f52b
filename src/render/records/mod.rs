//! Records and reports: tables that authorities, customers and the DPO ask for, in the form they open.

mod access_reply;
mod controller_record;
mod customers;
mod dashboard;
mod dpia;
mod feed;
mod formats;
mod layouts;
pub mod map;
mod names;
mod processor_record;
mod reach;
mod reply_rights;
mod retention;
mod retention_flags;
mod subprocessors;
mod time_limit;
mod transfers;
mod xlsx;

use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::check::Report;
use crate::decode::{Entry, Place};
use crate::keeping::is_still_kept;
use crate::model::*;
use crate::render::page::{Block, Cell as PageCell, Line, Page, Row, Section, Table};
use crate::render::policy::frame;
use crate::render::{Maker, clean, fingerprint};

pub use access_reply::{Request, access_reply, checklist};
pub use dashboard::{board, dashboard};
pub use feed::atom;
pub use formats::{Dialect, annex_csv, csv, json};
pub use layouts::{LAYOUTS, Layout, layout};
pub use map::{data_map, dot, mermaid, pictures, svg};
pub use xlsx::xlsx;

/// One cell. Empty is never blank: an auditor reads a blank cell as forgotten.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    /// A list: an array in JSON however many there are.
    Lines(Vec<String>),
    Date(NaiveDate),
    /// Words for people, and the same for programs.
    Coded(String, Value),
    /// Nothing there, and why.
    None(String),
}

impl Cell {
    /// The words of a cell, lines below each other.
    pub fn text(&self) -> String {
        match self {
            Cell::Text(text) | Cell::Coded(text, _) => text.clone(),
            Cell::Lines(lines) => lines.join("\n"),
            Cell::Date(date) => date.to_string(),
            Cell::None(why) => why.clone(),
        }
    }

    pub fn is_none(&self) -> bool {
        matches!(self, Cell::None(_))
    }
}

/// One column, with the provision that asks for it.
#[derive(Clone, Debug)]
pub struct Column {
    /// Stays the same in every language and layout.
    pub key: &'static str,
    pub name: String,
    /// `Art. 30(1)(b)`; empty where nothing demands it.
    pub source: &'static str,
    /// The same as the language cites it.
    pub provision: String,
}

impl Column {
    pub fn is_mandatory(&self) -> bool {
        !self.source.is_empty()
    }
}

/// The key of the stamp in a head.
const DRAFT: &str = "draft";

/// A line of the head: a key that stays the same in every language, the words, and the same for machines.
#[derive(Clone, Debug)]
pub struct Fact {
    pub key: &'static str,
    pub label: String,
    pub text: String,
    pub value: Value,
}

/// Paragraphs before a table.
#[derive(Clone, Debug)]
pub struct Lead {
    pub key: &'static str,
    pub heading: String,
    pub texts: Vec<String>,
}

/// A table with its head.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// `art30-controller`.
    pub id: &'static str,
    /// Names the files: the id, and the layout where there is one.
    pub stem: String,
    pub title: String,
    /// Organisation, fingerprint, day, completeness.
    pub head: Vec<Fact>,
    pub is_public: bool,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// Paragraphs before the table, such as what falls if a mechanism falls.
    pub lead: Vec<Lead>,
    /// Further tables that the rows refer to.
    pub annexes: Vec<Annex>,
}

/// A further table of a record: a section of its page, a sheet of its workbook, a CSV file of its own.
#[derive(Clone, Debug)]
pub struct Annex {
    /// Stays the same in every language.
    pub key: &'static str,
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// Says at the top that this must not be handed on.
    pub fn stamp(&mut self, label: String, text: String) {
        self.head.insert(0, Fact { key: DRAFT, label, text, value: json!(true) });
    }

    /// The stamp, where this is a draft.
    pub fn draft(&self) -> Option<&Fact> {
        self.head.iter().find(|fact| fact.key == DRAFT)
    }
}

/// What the check of the register says, printed in the head of every record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    pub errors: usize,
    pub warnings: usize,
}

impl Standing {
    pub fn of(report: &Report) -> Self {
        Standing { errors: report.count(Level::Error), warnings: report.count(Level::Warning) }
    }
}

/// Which tables there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    ControllerRecord,
    ProcessorRecord,
    Subprocessors,
    Retention,
    Transfers,
    Dpia,
}

impl Kind {
    pub const ALL: [Kind; 6] =
        [Kind::ControllerRecord, Kind::ProcessorRecord, Kind::Subprocessors, Kind::Retention, Kind::Transfers, Kind::Dpia];
}

/// What a reader of a table may choose.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choices {
    /// How the retention schedule is grouped.
    pub by: By,
    /// Whether the record for customers says numbers in place of their names.
    pub redact_controllers: bool,
}

/// What the rows of the retention schedule are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum By {
    /// For those who answer for the data
    #[default]
    Activity,
    /// For those who build deletion: a row for each system that holds the data
    System,
}

/// A table of the register as it is where nobody chooses.
pub fn sheet(maker: &Maker<'_>, kind: Kind, standing: Standing) -> Sheet {
    chosen_sheet(maker, kind, standing, Choices::default())
}

/// A table of the register.
pub fn chosen_sheet(maker: &Maker<'_>, kind: Kind, standing: Standing, choices: Choices) -> Sheet {
    match kind {
        Kind::ControllerRecord => controller_record::sheet(maker, standing),
        Kind::ProcessorRecord => processor_record::sheet(maker, standing, choices.redact_controllers),
        Kind::Subprocessors => subprocessors::sheet(maker, standing),
        Kind::Retention => retention::sheet(maker, standing, choices.by),
        Kind::Transfers => transfers::sheet(maker, standing),
        Kind::Dpia => dpia::sheet(maker, standing),
    }
}

/// The head block of every record and report.
fn facts(maker: &Maker<'_>, standing: Standing, is_public: bool) -> Vec<Fact> {
    let w = maker.words;
    let name = maker.register.organisation().and_then(|own| own.value.name.as_deref()).map(clean::text);
    let fact = |key: &'static str, text: String, value: Value| Fact { key, label: w.say(&format!("head-{key}")), text, value };
    let fingerprint = fingerprint(maker.register);
    let day = maker.law.as_of();
    let access = if is_public { "public" } else { "internal" };
    let mut all = vec![
        fact("organisation", name.clone().unwrap_or_else(|| w.say("not-stated")), json!(name)),
        fact("register", fingerprint.clone(), json!(fingerprint)),
        fact("day", w.date(day), json!(day.to_string())),
        fact("access", w.say(access), json!(access)),
    ];
    if let Some((text, value)) = versions(maker) {
        all.insert(1, fact("version", text, value));
    }
    if !is_public {
        let activities = maker.register.activities.len();
        let numbers = [("activities", activities), ("errors", standing.errors), ("warnings", standing.warnings)];
        let text = w.with_numbers("head-standing-text", &[], &numbers);
        let value = json!({"activities": activities, "errors": standing.errors, "warnings": standing.warnings});
        all.push(fact("standing", text, value));
    }
    all
}

/// The versions that people give their register: those of its notices, which are all that they number. Where these differ,
/// each by its name; for programs always by the id of the notice.
fn versions(maker: &Maker<'_>) -> Option<(String, Value)> {
    let own: Vec<(&Entry<Notice>, String)> = maker
        .register
        .notices
        .iter()
        .filter_map(|notice| Some((notice, clean::text(notice.version.as_deref()?))))
        .filter(|(_, version)| !version.is_empty())
        .collect();
    let (_, first) = own.first()?;
    let text = if own.iter().all(|(_, version)| version == first) {
        first.clone()
    } else {
        let named = own.iter().map(|(notice, version)| format!("{} ({version})", clean::text(&notice.id)));
        named.collect::<Vec<_>>().join("; ")
    };
    let value = own.iter().map(|(notice, version)| (notice.id.to_string(), json!(version))).collect();
    Some((text, Value::Object(value)))
}

/// The head block as lines of words.
fn head(maker: &Maker<'_>, standing: Standing, is_public: bool) -> Vec<String> {
    let said = |fact: Fact| maker.words.with("colon", &[("label", &fact.label), ("text", &fact.text)]);
    facts(maker, standing, is_public).into_iter().map(said).collect()
}

/// The head block of an internal page.
fn meta(maker: &Maker<'_>, standing: Standing) -> Vec<Line> {
    head(maker, standing, false).into_iter().map(|text| Line::text(text, "head")).collect()
}

/// Columns by key and provision, named in the language.
fn columns(maker: &Maker<'_>, keys: &[(&'static str, &'static str)]) -> Vec<Column> {
    let w = maker.words;
    keys.iter()
        .map(|(key, source)| Column { key, name: w.say(&format!("c-{key}")), source, provision: w.provision(source) })
        .collect()
}

fn lines(maker: &Maker<'_>, lines: Vec<String>) -> Cell {
    let lines: Vec<String> = lines.into_iter().map(|line| clean::text(&line)).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { Cell::None(maker.words.say("not-stated")) } else { Cell::Lines(lines) }
}

fn text(maker: &Maker<'_>, text: impl Into<String>) -> Cell {
    let text = clean::text(&text.into());
    if text.is_empty() { Cell::None(maker.words.say("not-stated")) } else { Cell::Text(text) }
}

fn maybe(maker: &Maker<'_>, own: Option<impl AsRef<str>>) -> Cell {
    text(maker, own.as_ref().map_or("", AsRef::as_ref))
}

fn date(maker: &Maker<'_>, date: Option<NaiveDate>) -> Cell {
    date.map_or_else(|| Cell::None(maker.words.say("not-stated")), Cell::Date)
}

/// By meaning, never by file: department, then name as the language sorts.
fn sorted_activities<'r>(maker: &Maker<'r>) -> Vec<&'r Entry<Activity>> {
    let mut all: Vec<&Entry<Activity>> = maker.register.activities.iter().filter(|activity| !activity.broken).collect();
    all.sort_by_cached_key(|activity| {
        let ended = !activity.is_running();
        let department = collation(maker.words.lang, activity.department.as_deref().unwrap_or(""));
        (ended, department, collation(maker.words.lang, &activity_name(maker, activity)), activity.id.clone())
    });
    all
}

/// Those of them of which data are there or are to come: what has ended stays while its data are kept.
fn standing_activities<'r>(maker: &Maker<'r>) -> Vec<&'r Entry<Activity>> {
    let stands = |activity: &&Entry<Activity>| is_still_kept(maker.register, maker.law, activity);
    sorted_activities(maker).into_iter().filter(stands).collect()
}

/// Systems that hold data of an activity, those of single categories among them, each once.
fn systems_of<'r>(maker: &Maker<'r>, activity: &'r Entry<Activity>) -> Vec<&'r Entry<System>> {
    let of_categories = activity.value.data_categories.iter().filter_map(|entry| entry.usage.as_deref());
    let all = activity.value.systems.iter().chain(of_categories.flat_map(|usage| usage.systems.iter()));
    let mut seen = HashSet::new();
    all.filter_map(|own| maker.register.get(*own)).filter(|system| seen.insert(&*system.id)).collect()
}

/// Those of them that have not ended.
fn running_activities<'r>(maker: &Maker<'r>) -> Vec<&'r Entry<Activity>> {
    sorted_activities(maker).into_iter().filter(|activity| activity.is_running()).collect()
}

/// What an activity is called, and whether it has not begun or has ended.
fn activity_name(maker: &Maker<'_>, activity: &Entry<Activity>) -> String {
    let (w, name) = (maker.words, maker.activity(activity));
    match (activity.status, activity.ended) {
        (Some(Status::Planned), _) => w.with("activity-planned", &[("activity", &name)]),
        (Some(Status::Ended), Some(day)) => w.with("activity-ended", &[("activity", &name), ("date", &w.date(day))]),
        (Some(Status::Ended), None) => w.with("activity-ended-once", &[("activity", &name)]),
        _ => name,
    }
}

/// A key that sorts as readers expect: letters after z stand last, other accents count as their letter.
pub(in crate::render) fn collation(lang: &str, text: &str) -> String {
    let last: &[char] = match lang {
        "nb" | "da" => &['æ', 'ø', 'å'],
        "sv" => &['å', 'ä', 'ö'],
        _ => &[],
    };
    text.to_lowercase()
        .chars()
        .map(|letter| match (last.iter().position(|own| *own == letter), letter) {
            (Some(at), _) => char::from_u32('{' as u32 + at as u32).unwrap_or(letter),
            (None, 'ä' | 'æ' | 'å' | 'á' | 'à' | 'â') => 'a',
            (None, 'ö' | 'ø' | 'ó' | 'ò' | 'ô') => 'o',
            (None, 'é' | 'è' | 'ê' | 'ë') => 'e',
            (None, 'ü' | 'ú' | 'ù') => 'u',
            (None, own) => own,
        })
        .collect()
}

fn place(maker: &Maker<'_>, place: Place) -> String {
    maker.place(place)
}

/// A sheet as a page, for Markdown and HTML.
pub fn page(maker: &Maker<'_>, sheet: &Sheet) -> Page {
    let w = maker.words;
    let mut page = frame(maker, "record", &sheet.stem, sheet.title.clone(), sheet.title.clone(), &[]);
    page.internal = !sheet.is_public;
    page.wide = sheet.columns.len() > 5;
    page.meta = sheet
        .head
        .iter()
        .filter(|fact| fact.key != DRAFT)
        .map(|fact| Line::text(w.with("colon", &[("label", &fact.label), ("text", &fact.text)]), "head"))
        .collect();
    for lead in &sheet.lead {
        let mut section = Section::new(lead.key, &lead.heading);
        let items = lead.texts.iter().map(|text| crate::render::page::Item::of(Line::text(text, "lead")));
        section.blocks.push(Block::list(items.collect()));
        page.sections.push(section);
    }
    page.sections.push(table(maker, "table", &sheet.title, &format!("{}-table", sheet.id), &sheet.columns, &sheet.rows));
    for annex in &sheet.annexes {
        let id = format!("{}-{}-table", sheet.id, annex.key);
        page.sections.push(table(maker, annex.key, &annex.title, &id, &annex.columns, &annex.rows));
    }
    page
}

fn table(maker: &Maker<'_>, key: &str, title: &str, id: &str, columns: &[Column], rows: &[Vec<Cell>]) -> Section {
    let w = maker.words;
    let mut section = Section::new(key, title);
    if rows.is_empty() {
        section.blocks.push(Block::paragraph(Line::text(w.say("nobody"), "rows")));
        return section;
    }
    let names = columns.iter().map(|column| {
        if column.is_mandatory() { format!("{} ({})", column.name, column.provision) } else { column.name.clone() }
    });
    let lines = |row: &Vec<Cell>| {
        row.iter().zip(columns).map(|(cell, column)| PageCell { lines: cell_lines(cell, column.key) }).collect::<Vec<_>>()
    };
    section.blocks.push(Block::Table(Table {
        id: id.to_owned(),
        caption: w.with("table-of", &[("title", title)]),
        columns: names.collect(),
        rows: rows.iter().map(|row| Row { id: None, cells: lines(row) }).collect(),
    }));
    section
}

/// The page that lists the other documents.
pub fn index(maker: &Maker<'_>, standing: Standing, files: &[(&str, bool)]) -> Page {
    let w = maker.words;
    let mut page = frame(maker, "index", "index", w.say("index"), w.say("index"), &[]);
    page.internal = true;
    page.meta = meta(maker, standing);
    for (key, is_public) in [("public", true), ("internal", false)] {
        let mut section = Section::new(key, w.say(key));
        let items = files.iter().filter(|(_, public)| *public == is_public).map(|(name, _)| {
            let parts = vec![crate::render::page::Part::Link { text: (*name).to_owned(), href: (*name).to_owned() }];
            crate::render::page::Item::of(Line { parts, src: "files".into() })
        });
        section.blocks.push(Block::list(items.collect()));
        page.sections.push(section);
    }
    page
}

fn cell_lines(cell: &Cell, key: &str) -> Vec<Line> {
    match cell {
        Cell::Text(text) => vec![Line::text(text, key)],
        Cell::Coded(text, _) => text.lines().map(|line| Line::text(line, key)).collect(),
        Cell::Lines(lines) => lines.iter().map(|line| Line::text(line, key)).collect(),
        Cell::Date(date) => {
            let parts = vec![crate::render::page::Part::Time { text: date.to_string(), iso: date.to_string() }];
            vec![Line { parts, src: key.to_owned() }]
        }
        Cell::None(why) => vec![Line::text(why, key)],
    }
}

#[cfg(test)]
mod tests {
    use super::collation;

    #[test]
    fn letters_after_z_stand_last_in_their_languages() {
        let sorted = |lang: &str| {
            let mut words = vec!["Åpen", "Zebra", "Ärlig", "Alfa", "Øl"];
            words.sort_by_key(|word| collation(lang, word));
            words
        };
        assert_eq!(sorted("nb"), ["Alfa", "Ärlig", "Zebra", "Øl", "Åpen"]);
        assert_eq!(sorted("sv"), ["Alfa", "Øl", "Zebra", "Åpen", "Ärlig"]);
        assert_eq!(sorted("en"), ["Alfa", "Åpen", "Ärlig", "Øl", "Zebra"]);
    }
}
