//! Parses arguments, runs, exits.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    privreg::cli::main()
}
