//! What privreg is built on: every crate has its reason in `docs/dependencies.md`, and every reason its crate.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use std::collections::BTreeSet;

use crate::common::root;

/// Crates that a manifest asks for, the project itself apart.
fn asked_for(manifest: &str) -> BTreeSet<String> {
    let Ok(text) = std::fs::read_to_string(root().join(manifest)) else { return BTreeSet::new() };
    let manifest: toml::Table = text.parse().expect("a manifest");
    ["dependencies", "dev-dependencies", "build-dependencies"]
        .iter()
        .filter_map(|section| manifest.get(*section)?.as_table())
        .flat_map(|section| section.keys().cloned())
        .filter(|name| name != "privreg")
        .collect()
}

#[test]
fn every_dependency_has_its_reason_and_every_reason_its_dependency() {
    let mut all = asked_for("Cargo.toml");
    all.extend(asked_for("fuzz/Cargo.toml"));
    assert!(all.len() > 20, "{all:?}");
    let page = std::fs::read_to_string(root().join("docs/dependencies.md")).expect("the page");
    let reasons: BTreeSet<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|row| row.split('|').next())
        .flat_map(|cell| format!("`{cell}").split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let without: Vec<&String> = all.difference(&reasons).collect();
    assert!(without.is_empty(), "docs/dependencies.md gives no reason for {without:?}");
    let gone: Vec<&String> = reasons.difference(&all).collect();
    assert!(gone.is_empty(), "docs/dependencies.md gives a reason for {gone:?}, which nothing asks for");
}
