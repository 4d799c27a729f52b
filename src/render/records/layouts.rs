//! Columns in the order and the words of an authority's own sheet: `data/layouts/`. Nothing is added, and nothing is dropped.

use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::json;

use super::{Fact, Kind, Sheet};
use crate::render::Maker;

/// Ids of the layouts, the countries of their authorities.
pub const LAYOUTS: [&str; 5] = ["no", "se", "dk", "fr", "uk"];

static SOURCES: [&str; 5] = [
    include_str!("../../../data/layouts/no.toml"),
    include_str!("../../../data/layouts/se.toml"),
    include_str!("../../../data/layouts/dk.toml"),
    include_str!("../../../data/layouts/fr.toml"),
    include_str!("../../../data/layouts/uk.toml"),
];

/// Each layout is read when it is first asked for.
static ALL: [OnceLock<Layout>; 5] = [const { OnceLock::new() }; 5];

/// How an authority orders and names the columns of a record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    pub authority: String,
    /// Language of the titles.
    pub language: String,
    /// Where order and titles come from.
    pub source: String,
    /// Day on which the source was looked at.
    pub looked_at: toml::value::Datetime,
    pub confidence: Confidence,
    pub controller: Vec<Heading>,
    /// Empty where the authority has no sheet for processors.
    #[serde(default)]
    pub processor: Vec<Heading>,
}

/// Whether the source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    Verified,
    Recalled,
}

/// A column under the authority's title.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    pub column: String,
    pub title: String,
}

/// A layout by its id; `None` for the record's own order.
pub fn layout(id: &str) -> Option<&'static Layout> {
    let at = LAYOUTS.iter().position(|own| *own == id)?;
    Some(ALL[at].get_or_init(|| toml::from_str(SOURCES[at]).expect("the layouts are tested")))
}

impl Layout {
    /// The columns of a record, in the authority's order; empty where it has no sheet for it.
    pub fn headings(&self, kind: Kind) -> &[Heading] {
        match kind {
            Kind::ControllerRecord => &self.controller,
            Kind::ProcessorRecord => &self.processor,
            _ => &[],
        }
    }

    pub fn is_for(&self, kind: Kind) -> bool {
        !self.headings(kind).is_empty()
    }

    /// The same record with its columns in this order, what the authority does not ask for behind.
    pub fn applied(&self, maker: &Maker<'_>, kind: Kind, mut sheet: Sheet) -> Sheet {
        let headings = self.headings(kind);
        if headings.is_empty() {
            return sheet;
        }
        let find = |key: &str| sheet.columns.iter().position(|column| column.key == key);
        let mut order: Vec<usize> = headings.iter().filter_map(|heading| find(&heading.column)).collect();
        order.extend((0..sheet.columns.len()).filter(|at| !order.contains(at)).collect::<Vec<_>>());
        let mut columns: Vec<_> = order.iter().map(|at| sheet.columns[*at].clone()).collect();
        for column in &mut columns {
            if let Some(heading) = headings.iter().find(|heading| heading.column == column.key) {
                column.name.clone_from(&heading.title);
            }
        }
        sheet.columns = columns;
        sheet.rows = sheet.rows.iter().map(|row| order.iter().map(|at| row[*at].clone()).collect()).collect();
        let id = LAYOUTS.iter().find(|id| layout(id).is_some_and(|own| std::ptr::eq(own, self))).copied().unwrap_or_default();
        sheet.stem = format!("{}-{id}", sheet.stem);
        let (w, date) = (maker.words, self.looked_at.to_string());
        let standing = w.say(if self.confidence == Confidence::Verified { "layout-verified" } else { "layout-recalled" });
        let text = w.with("layout-text", &[("authority", &self.authority), ("date", &date), ("standing", &standing)]);
        let value = json!({"id": id, "source": self.source});
        sheet.head.push(Fact { key: "layout", label: w.say("head-layout"), text, value });
        sheet
    }
}
