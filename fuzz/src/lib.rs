//! What fuzzing runs and what must hold in every run. The fuzz targets are one line each around these functions, and
//! `tests/fuzzing.rs` runs the same functions on the pinned toolchain.

mod documents;
mod findings;
mod lists;
mod readers;
mod scalars;
pub mod seeds;
mod texts;

pub use documents::{documents, styles, templates};
pub use findings::{baseline, files, settings, toml, yaml};
pub use lists::lists;
pub use readers::readers;
pub use scalars::scalars;

/// A target: bytes go in, and nothing comes out unless something does not hold.
pub struct Target {
    pub name: &'static str,
    pub run: fn(&[u8]),
    /// Inputs to begin with, made from files of the project.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

pub const TARGETS: [Target; 11] = [
    Target { name: "readers", run: readers, seeds: seeds::yaml },
    Target { name: "yaml", run: yaml, seeds: seeds::yaml },
    Target { name: "toml", run: toml, seeds: seeds::toml },
    Target { name: "files", run: files, seeds: seeds::files },
    Target { name: "documents", run: documents, seeds: seeds::files },
    Target { name: "scalars", run: scalars, seeds: seeds::scalars },
    Target { name: "settings", run: settings, seeds: seeds::settings },
    Target { name: "baseline", run: baseline, seeds: seeds::baselines },
    Target { name: "lists", run: lists, seeds: seeds::lists },
    Target { name: "templates", run: templates, seeds: seeds::templates },
    Target { name: "styles", run: styles, seeds: seeds::styles },
];
