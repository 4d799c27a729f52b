//! `privreg list`

use chrono::NaiveDate;

use super::args::ListArgs;
use super::world::World;
use super::{Outcome, registers};
use crate::io::Failure;
use crate::law::Law;
use crate::list::{self, Context, Selection, Table};
use crate::output::{self, ListFormat};

pub(super) fn run(args: &ListArgs, as_of: NaiveDate, world: &World) -> Result<Outcome, Failure> {
    let register = registers::read(&registers::one_at(args.register.as_deref(), world)?)?;
    let law = Law::on(as_of);
    let table = list::of(args.what, &Context::new(&register, &law));
    let unknown = unknown_column(args, &table);
    let selection = Selection {
        conditions: args.conditions.clone(),
        columns: args.columns.clone(),
        sort: args.sort.clone(),
        all_columns: matches!(args.format, ListFormat::Csv | ListFormat::Json),
    };
    let table = selection.of(table).map_err(unknown)?;
    Ok(Outcome::done(output::list(args.format, &table, world.line_limit)))
}

/// One sentence with the columns that there are.
fn unknown_column(args: &ListArgs, table: &Table) -> impl Fn(String) -> Failure + use<> {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let (names, what) = (names.join(", "), clap::ValueEnum::to_possible_value(&args.what));
    let what = what.map_or(String::new(), |what| what.get_name().to_owned());
    move |name| Failure(format!("`privreg list {what}` has no column `{name}`: it has {names}"))
}
