//! Parses arguments, runs, exits.

use std::process::ExitCode;

fn main() -> ExitCode {
    privreg::cli::main()
}
