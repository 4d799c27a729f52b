//! Lists of what a register holds: a row for each definition or use, a column for each thing to know about it.
//!
//! Cells hold ids and words of the format, never sentences of privreg: what a cell says can be looked up, compared and
//! handed to `privreg show`.

mod activities;
mod context;
mod cookies;
mod data;
mod owner;
mod recipients;
mod retention;
mod reviews;
mod select;
pub mod show;

use std::fmt;

use crate::once::each_once;

pub use context::Context;
pub use owner::{Owner, owner};
pub use select::{Condition, Selection};

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum What {
    /// What is done as controller, ended activities included
    Activities,
    /// Purposes with their legal bases and data
    Purposes,
    /// Who receives data, sub-processors included
    Recipients,
    /// Software and equipment
    Systems,
    /// Own kinds of data
    DataCategories,
    /// Own groups of people
    DataSubjects,
    /// Third countries in which recipients have or see data
    Transfers,
    /// How long which data are kept in which activity
    Retention,
    /// Cookies and everything else on the device
    Cookies,
    /// Each legal basis of each purpose
    LegalBases,
    /// What has to be looked at again, and when
    Reviews,
    /// Balancing tests, impact and transfer assessments, checks of suppliers
    Assessments,
    /// Reasoned exceptions from rules
    Suppressions,
}

/// The list of a kind.
pub fn of(what: What, context: &Context<'_>) -> Table {
    match what {
        What::Activities => activities::activities(context),
        What::Purposes => activities::purposes(context),
        What::LegalBases => activities::legal_bases(context),
        What::Recipients => recipients::recipients(context),
        What::Systems => recipients::systems(context),
        What::Transfers => recipients::transfers(context),
        What::DataCategories => data::categories(context),
        What::DataSubjects => data::subjects(context),
        What::Retention => retention::retention(context),
        What::Cookies => cookies::cookies(context),
        What::Reviews => reviews::reviews(context),
        What::Assessments => reviews::assessments(context),
        What::Suppressions => reviews::suppressions(context),
    }
}

/// A column of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    /// Whether a cell may hold several values.
    pub is_list: bool,
    /// Whether tables show it unasked.
    pub is_main: bool,
}

/// The values of a cell; none where the register says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell(pub Vec<String>);

impl Cell {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

/// A list: every row has a cell for every column.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// Builds a table column by column, so that each name stands beside what fills it.
struct Builder<T> {
    items: Vec<T>,
    table: Table,
    is_main: bool,
}

impl<T: Copy> Builder<T> {
    fn new(items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<T> = items.into_iter().collect();
        let rows = vec![Vec::new(); items.len()];
        Builder { items, table: Table { columns: Vec::new(), rows }, is_main: true }
    }

    /// A column with at most one value.
    fn one<V: ToString>(self, name: &'static str, value: impl Fn(T) -> Option<V>) -> Self {
        self.column(name, false, |item| value(item).into_iter().collect())
    }

    /// A column with any number of values.
    fn many<V: ToString, I: IntoIterator<Item = V>>(self, name: &'static str, values: impl Fn(T) -> I) -> Self {
        self.column(name, true, |item| values(item).into_iter().collect())
    }

    /// What follows is shown in tables only when asked for.
    fn more(mut self) -> Self {
        self.is_main = false;
        self
    }

    fn column<V: ToString>(mut self, name: &'static str, is_list: bool, values: impl Fn(T) -> Vec<V>) -> Self {
        self.table.columns.push(Column { name, is_list, is_main: self.is_main });
        for (item, row) in self.items.iter().zip(&mut self.table.rows) {
            let values = values(*item).into_iter().map(|value| value.to_string().trim().to_owned());
            row.push(Cell(values.filter(|value| !value.is_empty()).collect()));
        }
        self
    }

    fn table(self) -> Table {
        self.table
    }
}

/// The word of the format for an answer.
fn yes_or_no(answer: bool) -> &'static str {
    if answer { "yes" } else { "no" }
}
