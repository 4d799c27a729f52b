//! `privreg show`

use chrono::NaiveDate;

use super::Outcome;
use super::args::ShowArgs;
use super::render::register_at;
use super::world::World;
use crate::io::{self, Failure};
use crate::law::Law;
use crate::list::{Context, show};
use crate::output;
use crate::register::Register;
use crate::syntax;

pub(super) fn run(args: &ShowArgs, as_of: NaiveDate, world: &World) -> Result<Outcome, Failure> {
    let folder = register_at(args.register.as_deref().unwrap_or(&world.here))?;
    let loaded = io::load(&folder)?;
    let (tree, faults) = syntax::parse(loaded.sources, loaded.faults);
    let register = Register::load(tree, faults);
    let law = Law::on(as_of);
    match show::show(&Context::new(&register, &law), &args.id) {
        Ok(shown) => Ok(Outcome::done(output::definitions(&shown, world.line_limit))),
        Err(nearest) => Err(unknown(&args.id, &nearest)),
    }
}

fn unknown(id: &str, nearest: &[String]) -> Failure {
    let id = output::one_line(id);
    Failure(match nearest {
        [] => format!("Nothing here is called `{id}`; `privreg list activities` and the like show what there is"),
        names => format!("Nothing here is called `{id}`. Did you mean {}?", names.join(" or ")),
    })
}
