//! `privreg show`

use chrono::NaiveDate;

use super::args::ShowArgs;
use super::world::World;
use super::{Outcome, registers};
use crate::io::Failure;
use crate::law::Law;
use crate::list::{Context, show};
use crate::output;

pub(super) fn run(args: &ShowArgs, as_of: NaiveDate, world: &World) -> Result<Outcome, Failure> {
    let register = registers::read(&registers::one_at(args.register.as_deref(), world)?)?;
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
