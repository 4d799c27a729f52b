//! `privreg explain`

use super::Outcome;
use super::args::ExplainArgs;
use super::world::World;
use crate::explain;
use crate::io::Failure;

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
    let mut out = String::new();
    for line in text.lines() {
        if line.starts_with(' ') || line.chars().count() <= width {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        let mut column = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if column > 0 && column + 1 + length > width {
                out.push('\n');
                column = 0;
            } else if column > 0 {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += length;
        }
        out.push('\n');
    }
    out
}
