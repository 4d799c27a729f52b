//! The command line: the only code that prints or exits. One file a command.

mod args;
mod completions;
mod documents;
mod explain;
mod fitting;
mod init;
mod list;
mod questions;
mod registers;
mod render;
mod rules;
mod schema;
mod show;
mod validate;
mod world;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::io::Failure;

pub use args::Cli;
use args::Command;
use world::World;

/// Done, and nothing at or above the level asked for.
pub const DONE: u8 = 0;
/// Done, and the answer is no: findings. A file that does not parse is a finding too.
pub const FOUND: u8 = 1;
/// privreg could not do it: an unknown flag, no register, an unreadable file.
pub const FAILED: u8 = 2;

/// What a command prints, and the code it ends with.
pub(crate) struct Outcome {
    pub text: String,
    /// A line for the error stream: something to know that is no failure.
    pub note: Option<String>,
    pub code: u8,
}

impl Outcome {
    fn done(text: String) -> Self {
        Outcome { text, note: None, code: DONE }
    }
}

/// Runs the program, in as many threads as the machine offers; in one where it lets none be started.
pub fn main() -> ExitCode {
    crate::io::prepare();
    match rayon::ThreadPoolBuilder::new().build() {
        Ok(pool) => pool.install(in_pool),
        Err(_) => {
            // Whatever comes of it: there is nothing else to try.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
            in_pool()
        }
    }
}

fn in_pool() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are asked for; anything else is a wrong call.
            let code = if error.use_stderr() { FAILED } else { DONE };
            return ExitCode::from(printed(error.print(), code));
        }
    };
    let world = World::new(cli.global.color, cli.global.ascii, cli.global.width);
    let code = match run(&cli, &world) {
        Ok(outcome) => {
            if let Some(note) = &outcome.note {
                tell(note);
            }
            let mut out = std::io::stdout().lock();
            printed(out.write_all(outcome.text.as_bytes()).and_then(|()| out.flush()), outcome.code)
        }
        Err(failure) => complain(&failure),
    };
    ExitCode::from(code)
}

/// The code to end with after printing. A reader that closes the pipe has seen enough; half an answer on a full disk must not
/// pass for a whole one.
fn printed(result: std::io::Result<()>, code: u8) -> u8 {
    match result {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            complain(&Failure(format!("Cannot print: {}", crate::io::plain(&error))))
        }
        _ => code,
    }
}

fn complain(failure: &Failure) -> u8 {
    tell(&failure.0);
    FAILED
}

/// A line for the error stream.
fn tell(note: &str) {
    let _ = writeln!(std::io::stderr(), "privreg: {}", crate::output::harmless(note));
}

fn run(cli: &Cli, world: &World) -> Result<Outcome, Failure> {
    let as_of = cli.global.as_of.unwrap_or(world.today);
    match &cli.command {
        Command::Validate(args) => validate::run(args, as_of, world),
        Command::Render(args) => render::run(args, as_of, world),
        Command::Init(args) => init::run(args, world),
        Command::List(args) => list::run(args, as_of, world),
        Command::Show(args) => show::run(args, as_of, world),
        Command::Explain(args) => explain::run(args, world),
        Command::Rules(args) => rules::run(args, world),
        Command::Schema(args) => Ok(schema::run(args)),
        Command::Completions(args) => Ok(completions::run(args)),
    }
}
