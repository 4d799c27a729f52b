//! Records and reports: tables that authorities, customers and the DPO ask for, in the form they open.

mod access_reply;
mod controller_record;
mod dashboard;
mod dpia;
mod formats;
mod map;
mod processor_record;
mod retention;
mod subprocessors;
mod transfers;
mod xlsx;

use chrono::NaiveDate;

use crate::check::Report;
use crate::decode::{Entry, Place};
use crate::model::*;
use crate::render::page::{Block, Cell as PageCell, Line, Page, Row, Section, Table};
use crate::render::policy::frame;
use crate::render::{Maker, clean, fingerprint};

pub use access_reply::{access_reply, checklist};
pub use dashboard::dashboard;
pub use formats::{Dialect, csv, json};
pub use map::{data_map, mermaid};
pub use xlsx::xlsx;

/// One cell. Empty is never blank: an auditor reads a blank cell as forgotten.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    /// A list: an array in JSON however many there are.
    Lines(Vec<String>),
    Date(NaiveDate),
    /// Nothing there, and why.
    None(String),
}

impl Cell {
    /// The words of a cell, lines below each other.
    pub fn text(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
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
}

impl Column {
    pub fn is_mandatory(&self) -> bool {
        !self.source.is_empty()
    }
}

/// A table with its head.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// `art30-controller`: names the files.
    pub id: &'static str,
    pub title: String,
    /// Organisation, fingerprint, day, completeness.
    pub head: Vec<(String, String)>,
    pub is_public: bool,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// Paragraphs before the table, such as what falls if a mechanism falls.
    pub lead: Vec<(String, Vec<String>)>,
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

/// A table of the register.
pub fn sheet(maker: &Maker<'_>, kind: Kind, standing: Standing) -> Sheet {
    match kind {
        Kind::ControllerRecord => controller_record::sheet(maker, standing),
        Kind::ProcessorRecord => processor_record::sheet(maker, standing),
        Kind::Subprocessors => subprocessors::sheet(maker, standing),
        Kind::Retention => retention::sheet(maker, standing),
        Kind::Transfers => transfers::sheet(maker, standing),
        Kind::Dpia => dpia::sheet(maker, standing),
    }
}

/// The head block of every record and report.
pub(in crate::render) fn head(maker: &Maker<'_>, standing: Standing, is_public: bool) -> Vec<(String, String)> {
    let w = maker.words;
    let organisation =
        maker.register.organisation().and_then(|own| own.value.name.as_deref()).map_or_else(|| w.say("not-stated"), clean::text);
    let mut head = vec![
        (w.say("head-organisation"), organisation),
        (w.say("head-register"), fingerprint(maker.register)),
        (w.say("head-day"), w.date(maker.law.as_of())),
        (w.say("head-access"), w.say(if is_public { "public" } else { "internal" })),
    ];
    if !is_public {
        let text = w.with(
            "head-standing-text",
            &[
                ("activities", &maker.register.activities.len().to_string()),
                ("errors", &standing.errors.to_string()),
                ("warnings", &standing.warnings.to_string()),
            ],
        );
        head.push((w.say("head-standing"), text));
    }
    head
}

/// Columns by key and provision, named in the language.
fn columns(maker: &Maker<'_>, keys: &[(&'static str, &'static str)]) -> Vec<Column> {
    keys.iter().map(|(key, source)| Column { key, name: maker.words.say(&format!("c-{key}")), source }).collect()
}

fn lines(maker: &Maker<'_>, lines: Vec<String>) -> Cell {
    let lines: Vec<String> = lines.into_iter().map(|line| clean::text(&line)).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { Cell::None(maker.words.say("not-stated")) } else { Cell::Lines(lines) }
}

fn text(maker: &Maker<'_>, text: impl Into<String>) -> Cell {
    let text = clean::text(&text.into());
    if text.is_empty() { Cell::None(maker.words.say("not-stated")) } else { Cell::Text(text) }
}

fn maybe(maker: &Maker<'_>, own: Option<String>) -> Cell {
    text(maker, own.unwrap_or_default())
}

fn date(maker: &Maker<'_>, date: Option<NaiveDate>) -> Cell {
    date.map_or_else(|| Cell::None(maker.words.say("not-stated")), Cell::Date)
}

/// By meaning, never by file: department, then name as the language sorts.
fn sorted_activities<'r>(maker: &Maker<'r>) -> Vec<&'r Entry<Activity>> {
    let mut all: Vec<&Entry<Activity>> = maker.register.activities.iter().filter(|activity| !activity.broken).collect();
    all.sort_by_key(|activity| {
        let ended = activity.status == Some(Status::Ended);
        let department = collation(maker.words.lang, activity.department.as_deref().unwrap_or(""));
        (ended, department, collation(maker.words.lang, &activity_name(maker, activity)), activity.id.clone())
    });
    all
}

fn activity_name(maker: &Maker<'_>, activity: &Entry<Activity>) -> String {
    maker.activity(activity)
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
    let mut page = frame(maker, "record", sheet.id, sheet.title.clone(), sheet.title.clone(), &[]);
    page.internal = !sheet.is_public;
    page.wide = sheet.columns.len() > 5;
    page.meta =
        sheet.head.iter().map(|(label, text)| Line::text(w.with("colon", &[("label", label), ("text", text)]), "head")).collect();
    for (at, (heading, texts)) in sheet.lead.iter().enumerate() {
        let mut section = Section::new(&format!("lead-{at}"), heading);
        let items = texts.iter().map(|text| crate::render::page::Item::of(Line::text(text, "lead")));
        section.blocks.push(Block::list(items.collect()));
        page.sections.push(section);
    }
    let mut section = Section::new("table", sheet.title.clone());
    let columns: Vec<String> = sheet
        .columns
        .iter()
        .map(|column| if column.is_mandatory() { format!("{} ({})", column.name, column.source) } else { column.name.clone() })
        .collect();
    let rows: Vec<Row> = sheet
        .rows
        .iter()
        .map(|row| Row {
            id: None,
            cells: row
                .iter()
                .zip(&sheet.columns)
                .map(|(cell, column)| PageCell { lines: cell_lines(cell, column.key) })
                .collect(),
        })
        .collect();
    if rows.is_empty() {
        section.blocks.push(Block::paragraph(Line::text(w.say("nobody"), "rows")));
    } else {
        section.blocks.push(Block::Table(Table {
            id: format!("{}-table", sheet.id),
            caption: w.with("table-of", &[("title", &sheet.title)]),
            columns,
            rows,
        }));
    }
    page.sections.push(section);
    page
}

/// The page that lists the other documents.
pub fn index(maker: &Maker<'_>, standing: Standing, files: &[(&str, bool)]) -> Page {
    let w = maker.words;
    let mut page = frame(maker, "index", "index", w.say("index"), w.say("index"), &[]);
    page.internal = true;
    page.meta = head(maker, standing, false)
        .iter()
        .map(|(label, text)| Line::text(w.with("colon", &[("label", label), ("text", text)]), "head"))
        .collect();
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
