//! `privreg explain`

use super::Outcome;
use super::args::ExplainArgs;
use super::world::World;
use crate::explain;
use crate::io::Failure;
use crate::output::wrapped;

pub(super) fn run(args: &ExplainArgs, world: &World) -> Result<Outcome, Failure> {
    match explain::find(&args.what) {
        Ok(text) => Ok(Outcome::done(textwrap(&text, world.width))),
        Err(nearest) => Err(Failure(unknown(&args.what, "rule or field", nearest))),
    }
}

/// One sentence for a name that is not known.
pub(super) fn unknown(name: &str, what: &str, nearest: Vec<String>) -> String {
    match nearest.as_slice() {
        [] => format!("There is no {what} `{name}`; `privreg rules` lists the rules"),
        names => format!("There is no {what} `{name}`. Did you mean {}?", names.join(" or ")),
    }
}

/// Breaks lines between words; indented lines are examples and stay as they are.
fn textwrap(text: &str, width: usize) -> String {
    text.lines().map(|line| if line.starts_with(' ') { line.to_owned() } else { wrapped(line, width, 0) } + "\n").collect()
}
