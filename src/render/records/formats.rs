//! Tables as CSV and JSON.

use serde_json::{Map, Value, json};

use super::{Cell, Sheet};
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
    let delimiter = if dialect == Dialect::Excel && lang != "en" { b';' } else { b',' };
    let head = sheet.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>();
    let rows = sheet.rows.iter().map(|row| row.iter().map(Cell::text).collect());
    let table = spreadsheet::csv(delimiter, std::iter::once(head).chain(rows));
    if dialect == Dialect::Excel { ["\u{FEFF}".as_bytes(), &table].concat() } else { table }
}

/// The table as JSON: the head, and an object for each row by the keys of the columns.
pub fn json(sheet: &Sheet) -> Vec<u8> {
    let head: Map<String, Value> = sheet
        .head
        .iter()
        .map(|fact| (fact.key.to_owned(), json!({"label": fact.label, "text": fact.text, "value": fact.value})))
        .collect();
    let columns: Vec<Value> = sheet
        .columns
        .iter()
        .map(|column| json!({"key": column.key, "name": column.name, "source": column.source, "provision": column.provision}))
        .collect();
    let rows: Vec<Value> = sheet
        .rows
        .iter()
        .map(|row| {
            let cells = sheet.columns.iter().zip(row).map(|(column, cell)| (column.key.to_owned(), value(cell)));
            Value::Object(cells.collect())
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
        "columns": columns,
        "rows": rows,
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
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
