//! `privreg completions`

use clap::CommandFactory;

use super::Outcome;
use super::args::{Cli, CompletionsArgs};

pub(super) fn run(args: &CompletionsArgs) -> Outcome {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "privreg", &mut out);
    Outcome::done(String::from_utf8_lossy(&out).into_owned())
}
