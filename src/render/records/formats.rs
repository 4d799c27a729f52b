//! Tables as CSV and JSON.

use serde_json::{Map, Value, json};

use super::{Annex, Cell, Column, Sheet};
use crate::spreadsheet;

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Dialect {
    /// RFC 4180: comma, no mark at the beginning.
    #[default]
    Rfc4180,
    /// For Excel: a mark at the beginning, semicolons where the language uses commas in numbers.
    Excel,
}

/// The table as CSV. Lists inside a cell are joined by a line feed.
pub fn csv(sheet: &Sheet, dialect: Dialect, lang: &str) -> Vec<u8> {
    table(&sheet.columns, &sheet.rows, dialect, lang)
}

/// A further table of a record as CSV: a file holds one table, so it has a file of its own.
pub fn annex_csv(annex: &Annex, dialect: Dialect, lang: &str) -> Vec<u8> {
    table(&annex.columns, &annex.rows, dialect, lang)
}

fn table(columns: &[Column], rows: &[Vec<Cell>], dialect: Dialect, lang: &str) -> Vec<u8> {
    let delimiter = if dialect == Dialect::Excel && lang != "en" { b';' } else { b',' };
    let head = columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>();
    let rows = rows.iter().map(|row| row.iter().map(Cell::text).collect());
    let table = spreadsheet::csv(delimiter, std::iter::once(head).chain(rows));
    if dialect == Dialect::Excel { ["\u{FEFF}".as_bytes(), &table].concat() } else { table }
}

/// The table as JSON: the head, an object for each row by the keys of the columns, and further tables by their keys.
pub fn json(sheet: &Sheet) -> Vec<u8> {
    let head: Map<String, Value> = sheet
        .head
        .iter()
        .map(|fact| (fact.key.to_owned(), json!({"label": fact.label, "text": fact.text, "value": fact.value})))
        .collect();
    let annexes: Map<String, Value> = sheet
        .annexes
        .iter()
        .map(|annex| {
            let (columns, rows) = (columns(&annex.columns), rows(&annex.columns, &annex.rows));
            (annex.key.to_owned(), json!({"title": annex.title, "columns": columns, "rows": rows}))
        })
        .collect();
    let lead: Map<String, Value> =
        sheet.lead.iter().map(|lead| (lead.key.to_owned(), json!({"heading": lead.heading, "texts": lead.texts}))).collect();
    let whole = json!({
        "format_version": "1.0",
        "kind": sheet.id,
        "title": sheet.title,
        "public": sheet.is_public,
        "head": head,
        "lead": lead,
        "columns": columns(&sheet.columns),
        "rows": rows(&sheet.columns, &sheet.rows),
        "tables": annexes,
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

fn columns(columns: &[Column]) -> Vec<Value> {
    columns
        .iter()
        .map(|column| json!({"key": column.key, "name": column.name, "source": column.source, "provision": column.provision}))
        .collect()
}

fn rows(columns: &[Column], rows: &[Vec<Cell>]) -> Vec<Value> {
    rows.iter()
        .map(|row| Value::Object(columns.iter().zip(row).map(|(column, cell)| (column.key.to_owned(), value(cell))).collect()))
        .collect()
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => json!(text),
        Cell::Lines(lines) => json!(lines),
        Cell::Date(date) => json!(date.to_string()),
        Cell::Coded(text, value) => json!({"text": text, "value": value}),
        Cell::None(_) => Value::Null,
    }
}
