//! privreg checks privacy registers as a compiler checks code, and renders documents from them.
//!
//! ```
//! use privreg::{Law, Options, Register, Sources};
//!
//! let mut sources = Sources::default();
//! sources.add("privreg.yaml", "privreg.yaml", "organisation: {name: Nordlys AS, country: NO}\n");
//! let register = Register::read(sources);
//! let law = Law::on("2026-11-22".parse().expect("a date"));
//! let report = privreg::check(&register, &law, &Options::default());
//! assert!(report.findings.iter().any(|finding| finding.rule.code == "PR101"));
//! ```
//!
//! The way of a register: texts ([`Sources`]) become a tree, the tree becomes a [`Register`], rules turn the register
//! and the [`Law`] on a day into a [`Report`], and `output` turns the report into bytes. Nothing outside [`io`] and
//! [`cli`] touches the disk, the clock, a terminal or the network.

#![forbid(unsafe_code)]

pub mod ai;
pub mod answer;
pub mod balancing;
pub mod check;
pub mod cli;
pub mod contracts;
pub mod countries;
pub mod decisions;
pub mod decode;
pub mod devices;
pub mod due;
pub mod explain;
pub mod finding;
pub mod flows;
pub mod giving;
pub mod how_long;
pub mod io;
pub mod keeping;
pub mod languages;
pub mod law;
pub mod list;
pub mod mechanisms;
pub mod model;
pub mod notices;
pub mod once;
pub mod origins;
pub mod output;
pub mod patterns;
pub mod people;
pub mod phrases;
pub mod reference;
pub mod register;
pub mod relations;
pub mod render;
pub mod rights;
pub mod risks;
pub mod rule;
pub mod rules;
pub mod schema;
pub mod sensitive;
pub mod source;
pub mod spreadsheet;
pub mod starters;
pub mod syntax;
pub mod texts;
pub mod titles;
pub mod visits;
pub mod vocabulary;
pub mod walk;
pub mod wordlists;

#[cfg(test)]
#[allow(dead_code, reason = "benchmarks use more of it")]
#[path = "../benches/registers/mod.rs"]
mod registers;

pub use check::{Options, Report, check};
pub use finding::Finding;
pub use law::Law;
pub use register::Register;
pub use source::Sources;
