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

/// The version of the JSON of records: the minor number rises with each key that is added, the major one when a key goes or
/// changes its meaning. `docs/records.md` says what each version added.
const JSON_VERSION: &str = "1.2";

/// The table as CSV. Lists inside a cell are joined by a line feed.
///
/// A CSV file has no head, for programs read its first line as names of columns; `manifest.json` holds the register's
/// fingerprint for it, and JSON has both. The stamp of a draft is a last column, the same in each row: programs that read by name
/// or by place find every column where it is in the final document, a row that somebody copies takes the stamp along, and no
/// row stands there that is none. Another name of the file would leave the draft lying beside the final one.
pub fn csv(sheet: &Sheet, dialect: Dialect, lang: &str) -> Vec<u8> {
    table(sheet, &sheet.columns, &sheet.rows, dialect, lang)
}

/// A further table of a record as CSV: a file holds one table, so it has a file of its own.
pub fn annex_csv(sheet: &Sheet, annex: &Annex, dialect: Dialect, lang: &str) -> Vec<u8> {
    table(sheet, &annex.columns, &annex.rows, dialect, lang)
}

fn table(sheet: &Sheet, columns: &[Column], rows: &[Vec<Cell>], dialect: Dialect, lang: &str) -> Vec<u8> {
    let delimiter = if dialect == Dialect::Excel && lang != "en" { b';' } else { b',' };
    let stamp = sheet.draft();
    let head = columns.iter().map(|column| column.name.clone()).chain(stamp.map(|fact| fact.label.clone()));
    let cells = |row: &Vec<Cell>| row.iter().map(Cell::text).chain(stamp.map(|fact| fact.text.clone())).collect::<Vec<_>>();
    let rows = rows.iter().map(cells);
    let table = spreadsheet::csv(delimiter, std::iter::once(head.collect()).chain(rows));
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
        "format_version": JSON_VERSION,
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
