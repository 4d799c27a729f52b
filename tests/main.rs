//! All tests from outside, as one program: the library is linked once, not once a file.

mod common;
#[allow(dead_code, reason = "benchmarks use more of it")]
#[path = "../benches/registers/mod.rs"]
mod registers;

mod access_reply;
mod agreement;
mod baselines;
mod cli;
mod dates;
mod defaults;
mod facts;
mod faults;
mod format;
mod fuzzing;
mod generated;
mod golden;
mod init;
mod judging;
mod layers;
mod lists;
mod map;
mod outputs;
mod places;
mod records;
mod records_page;
mod rendering;
mod reports;
mod resilience;
mod starters;
mod statements;
mod subprocessors;
mod supply;
mod visibility;
