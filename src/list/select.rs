//! Which rows and columns of a list to show, and in what order.

use std::cmp::Reverse;

use super::{Cell, Table};

/// `--where FIELD=VALUE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub column: String,
    pub value: String,
}

impl Condition {
    /// # Errors
    /// There is no `=`, or nothing before it.
    pub fn parse(text: &str) -> Result<Condition, String> {
        match text.split_once('=') {
            Some((column, value)) if !column.trim().is_empty() => {
                Ok(Condition { column: column.trim().to_owned(), value: value.trim().to_owned() })
            }
            _ => Err("write it as COLUMN=VALUE, such as country=US; COLUMN= finds empty cells".into()),
        }
    }

    /// Whether a cell is the value, or holds it among others. Case does not matter; no value finds an empty cell.
    fn holds(&self, cell: &Cell) -> bool {
        let wanted = self.value.to_lowercase();
        if wanted.is_empty() {
            return cell.is_empty();
        }
        cell.0.iter().any(|own| own.to_lowercase() == wanted) || cell.to_string().to_lowercase() == wanted
    }
}

/// What to show of a list.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// All of them have to hold.
    pub conditions: Vec<Condition>,
    /// By name, in this order; the list's own choice where there are none.
    pub columns: Vec<String>,
    /// Column to sort by; `-` before it turns the order round.
    pub sort: Option<String>,
    /// Without `columns`: every column, not only those a table shows.
    pub all_columns: bool,
}

impl Selection {
    /// The part of a table that was asked for.
    ///
    /// # Errors
    /// A column that the list does not have, by its name.
    pub fn of(&self, mut table: Table) -> Result<Table, String> {
        let number = |name: &str, table: &Table| {
            let folded = name.trim().to_lowercase().replace('-', "_");
            table.columns.iter().position(|column| column.name == folded).ok_or_else(|| name.trim().to_owned())
        };
        for condition in &self.conditions {
            let at = number(&condition.column, &table)?;
            table.rows.retain(|row| condition.holds(&row[at]));
        }
        if let Some(sort) = &self.sort {
            let (name, is_descending) = sort.strip_prefix('-').map_or((sort.as_str(), false), |name| (name, true));
            let at = number(name, &table)?;
            order(&mut table.rows, at, is_descending);
        }
        let shown: Vec<usize> = if self.columns.is_empty() {
            (0..table.columns.len()).filter(|at| self.all_columns || table.columns[*at].is_main).collect()
        } else {
            self.columns.iter().map(|name| number(name, &table)).collect::<Result<_, _>>()?
        };
        Ok(Table {
            columns: shown.iter().map(|at| table.columns[*at]).collect(),
            rows: table.rows.iter().map(|row| shown.iter().map(|at| row[*at].clone()).collect()).collect(),
        })
    }
}

/// By text without regard to case; empty cells come last either way.
fn order(rows: &mut [Vec<Cell>], at: usize, is_descending: bool) {
    let text = |row: &Vec<Cell>| row[at].to_string().to_lowercase();
    if is_descending {
        rows.sort_by_cached_key(|row| (row[at].is_empty(), Reverse(text(row))));
    } else {
        rows.sort_by_cached_key(|row| (row[at].is_empty(), text(row)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Column;

    fn table() -> Table {
        let column = |name, is_main| Column { name, is_list: true, is_main };
        let cell = |values: &[&str]| Cell(values.iter().map(|value| (*value).to_owned()).collect());
        Table {
            columns: vec![column("id", true), column("stored_in", true), column("at", false)],
            rows: vec![
                vec![cell(&["b"]), cell(&["NO", "US"]), cell(&["x:1"])],
                vec![cell(&["A"]), cell(&[]), cell(&["x:2"])],
                vec![cell(&["c"]), cell(&["SE"]), cell(&["x:3"])],
            ],
        }
    }

    fn ids(selection: &Selection) -> String {
        let table = selection.of(table()).expect("known columns");
        table.rows.iter().map(|row| row[0].to_string()).collect()
    }

    #[test]
    fn a_condition_finds_a_value_among_others_and_an_empty_cell() {
        let given =
            |text: &str| Selection { conditions: vec![Condition::parse(text).expect("a condition")], ..Selection::default() };
        assert_eq!(ids(&given("stored-in=us")), "b");
        assert_eq!(ids(&given("stored_in=no, us")), "b");
        assert_eq!(ids(&given("stored_in=")), "A");
        assert_eq!(ids(&given("id=a")), "A");
        assert_eq!(ids(&given("id=x")), "");
        assert!(Condition::parse("country").is_err() && Condition::parse("=x").is_err());
    }

    #[test]
    fn empty_cells_are_last_in_either_order() {
        let sorted = |by: &str| ids(&Selection { sort: Some(by.into()), ..Selection::default() });
        assert_eq!((sorted("id"), sorted("-id")), ("Abc".to_owned(), "cbA".to_owned()));
        assert_eq!((sorted("stored_in"), sorted("-stored_in")), ("bcA".to_owned(), "cbA".to_owned()));
    }

    #[test]
    fn columns_come_as_asked_for_and_an_unknown_one_is_named() {
        let names = |selection: Selection| {
            selection.of(table()).map(|table| table.columns.iter().map(|column| column.name).collect::<Vec<_>>())
        };
        assert_eq!(names(Selection::default()), Ok(vec!["id", "stored_in"]));
        assert_eq!(names(Selection { all_columns: true, ..Selection::default() }), Ok(vec!["id", "stored_in", "at"]));
        let asked = |name: &str| Selection { columns: vec!["at".into(), name.into()], ..Selection::default() };
        assert_eq!(names(asked("ID")), Ok(vec!["at", "id"]));
        assert_eq!(names(asked("colour")), Err("colour".into()));
    }
}
