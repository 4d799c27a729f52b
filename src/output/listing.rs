//! Lists for people and for spreadsheets: a table, CSV, JSON, Markdown.

use serde_json::{Map, Value};

use super::{markdown, one_line, table};
use crate::list::{Cell, Table};
use crate::spreadsheet;

/// A form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ListFormat {
    /// Columns side by side, as many as fit
    Table,
    /// RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe
    Csv,
    /// A list of objects
    Json,
    /// A table in Markdown
    Md,
}

/// A list in a form. `width` is what lines of a table must keep to, where anything is.
pub fn list(format: ListFormat, table: &Table, width: Option<usize>) -> String {
    match format {
        ListFormat::Table => plain(table, width),
        ListFormat::Csv => csv(table),
        ListFormat::Json => json(table),
        ListFormat::Md => md(table),
    }
}

/// What stands in a cell for people; `-` where there is nothing.
fn shown(cell: &Cell) -> String {
    if cell.is_empty() { "-".into() } else { one_line(&cell.to_string()) }
}

/// Columns that do not fit without breaking words are left out, from the last, and named below.
fn plain(list: &Table, width: Option<usize>) -> String {
    if list.rows.is_empty() {
        return "Nothing to list.\n".into();
    }
    let rows: Vec<Vec<String>> = list.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    let names: Vec<&str> = list.columns.iter().map(|column| column.name).collect();
    let Some(width) = width else { return table::table(&names, rows, usize::from(u16::MAX)) };
    table::fitted(&names, rows, width, "--columns, or for --format csv")
}

/// RFC 4180. Values of one cell stand on lines of their own, which no value holds itself.
fn csv(list: &Table) -> String {
    let head = list.columns.iter().map(|column| column.name.to_owned()).collect::<Vec<_>>();
    let text = |cell: &Cell| cell.0.iter().map(|value| one_line(value)).collect::<Vec<_>>().join("\n");
    let rows = list.rows.iter().map(|row| row.iter().map(text).collect());
    String::from_utf8(spreadsheet::csv(b',', std::iter::once(head).chain(rows))).unwrap_or_default()
}

/// A column that may hold several values is a list in every row, however many it holds; `null` where there is nothing.
fn json(list: &Table) -> String {
    let row = |row: &Vec<Cell>| {
        let entries = list.columns.iter().zip(row).map(|(column, cell)| {
            let value = match cell.0.as_slice() {
                [] => Value::Null,
                [one] if !column.is_list => Value::from(one.as_str()),
                all => Value::from(all),
            };
            (column.name.to_owned(), value)
        });
        Value::Object(entries.collect::<Map<_, _>>())
    };
    let rows = Value::Array(list.rows.iter().map(row).collect());
    format!("{rows:#}\n")
}

fn md(list: &Table) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = line(list.columns.iter().map(|column| markdown::escape(column.name)).collect());
    out.push_str(&line(list.columns.iter().map(|_| "---".to_owned()).collect()));
    for row in &list.rows {
        out.push_str(&line(row.iter().map(|cell| markdown::escape(&shown(cell))).collect()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Column;

    fn one_column(values: &[&[&str]]) -> Table {
        let cell = |values: &&[&str]| vec![Cell(values.iter().map(|value| (*value).to_owned()).collect())];
        Table { columns: vec![Column { name: "x", is_list: true, is_main: true }], rows: values.iter().map(cell).collect() }
    }

    #[test]
    fn no_cell_of_a_csv_file_is_a_formula() {
        for (value, cell) in [
            ("=1+1", "'=1+1"),
            ("+47", "'+47"),
            ("-x", "'-x"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'=1"),
            ("\r=1", "'=1"),
            ("a=1", "a=1"),
            ("a,b", "\"a,b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
        ] {
            assert_eq!(list(ListFormat::Csv, &one_column(&[&[value]]), None), format!("x\r\n{cell}\r\n"), "{value:?}");
        }
        assert_eq!(list(ListFormat::Csv, &one_column(&[&["a", "=b"], &[]]), None), "x\r\n\"a\n'=b\"\r\n\"\"\r\n");
    }

    #[test]
    fn a_column_of_lists_is_a_list_in_every_row() {
        let rows: Value =
            serde_json::from_str(&list(ListFormat::Json, &one_column(&[&["a"], &["a", "b"], &[]]), None)).expect("JSON");
        assert_eq!(rows, serde_json::json!([{"x": ["a"]}, {"x": ["a", "b"]}, {"x": null}]));
    }

    #[test]
    fn nothing_in_a_cell_ends_it_in_markdown() {
        assert_eq!(
            list(ListFormat::Md, &one_column(&[&["a|b\\|c\nd"], &[]]), None),
            "| x |\n| --- |\n| a\\|b\\\\\\|c d |\n| - |\n"
        );
    }
}
