//! `privreg list`

use chrono::NaiveDate;

use super::Outcome;
use super::args::ListArgs;
use super::render::register_at;
use super::world::World;
use crate::io::{self, Failure};
use crate::law::Law;
use crate::list::{self, Context, Selection, Table};
use crate::output::{self, ListFormat};
use crate::register::Register;
use crate::syntax;

pub(super) fn run(args: &ListArgs, as_of: NaiveDate, world: &World) -> Result<Outcome, Failure> {
    let folder = register_at(args.register.as_deref().unwrap_or(&world.here))?;
    let loaded = io::load(&folder)?;
    let (tree, faults) = syntax::parse(loaded.sources, loaded.faults);
    let register = Register::load(tree, faults);
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
