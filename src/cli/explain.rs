//! `privreg explain`

use super::Outcome;
use super::args::ExplainArgs;
use super::world::World;
use crate::explain::{self, Explained};
use crate::io::Failure;
use crate::output::wrapped;

pub(super) fn run(args: &ExplainArgs, world: &World) -> Result<Outcome, Failure> {
    match explain::find(&args.what) {
        Ok(Explained::Rule(text)) => Ok(Outcome::done(textwrap(&text, world.width))),
        Ok(Explained::Format(text)) => Ok(Outcome::done(in_columns(&text, world.width))),
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

/// Breaks lines between words; a name and its meaning stay columns.
fn in_columns(text: &str, width: usize) -> String {
    let meaning_at = |line: &str| {
        let name = line.trim_start();
        let gap = name.find("  ").filter(|_| name.len() < line.len())?;
        Some(line.chars().count() - name[gap..].trim_start().chars().count())
    };
    text.lines().map(|line| wrapped(line, width, meaning_at(line).unwrap_or(0)) + "\n").collect()
}
