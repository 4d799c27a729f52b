//! What stands around a register: help while typing, and checks on every change.

use super::Starter;
use crate::decode::{Holds, holds};

/// Schemas by the kind of file, as `privreg schema` calls it.
pub const SCHEMAS: [(&str, &str); 3] = [
    ("register", "privreg.schema.json"),
    ("activity", "privreg.activity.schema.json"),
    ("processing-for", "privreg.processing-for.schema.json"),
];

/// The schema of a file of the register.
fn schema_of(name: &str) -> &'static str {
    let kind = match holds(name) {
        Holds::Sections => "register",
        Holds::Definition("activities", _) => "activity",
        Holds::Definition(..) => "processing-for",
    };
    SCHEMAS.iter().find(|(own, _)| *own == kind).map_or("", |(_, schema)| schema)
}

/// The first line of a file, by which editors find its schema.
pub(super) fn first_line(name: &str) -> String {
    let up = "../".repeat(name.matches('/').count());
    let start = if up.is_empty() { "./" } else { "" };
    let path = format!("{start}{up}{}", schema_of(name));
    if name.ends_with(".toml") { format!("#:schema {path}\n") } else { format!("# yaml-language-server: $schema={path}\n") }
}

/// Files for editors, for GitHub and for pre-commit.
pub(super) fn files(starter: &Starter) -> Vec<(String, String)> {
    vec![
        (".vscode/settings.json".into(), settings(starter)),
        (".github/workflows/privreg.yml".into(), workflow()),
        (".pre-commit-config.yaml".into(), PRE_COMMIT.into()),
    ]
}

/// By file name at the top, where other YAML may lie, and by folder below.
fn settings(starter: &Starter) -> String {
    let names = starter.files.iter().map(|(name, _)| *name).filter(|name| !name.contains('/') && name.ends_with(".yaml"));
    let mut top: Vec<&str> = names.collect();
    if top.is_empty() {
        top.push("privreg.yaml");
    }
    let schemas = serde_json::json!({
        format!("./{}", SCHEMAS[0].1): top,
        format!("./{}", SCHEMAS[1].1): "activities/**/*.yaml",
        format!("./{}", SCHEMAS[2].1): "processing-for/**/*.yaml",
    });
    format!("{:#}\n", serde_json::json!({ "yaml.schemas": schemas }))
}

fn workflow() -> String {
    WORKFLOW.replace("REPOSITORY", env!("CARGO_PKG_REPOSITORY"))
}

const WORKFLOW: &str = "\
# Checks the privacy register on every change, and every Monday: reviews fall due and law changes without a commit.
name: privreg
on:
  push:
    branches: [main]
  pull_request:
  schedule:
    - cron: \"0 6 * * 1\"
permissions:
  contents: read
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: cargo install --locked --git REPOSITORY privreg
      - run: privreg validate --format github
";

const PRE_COMMIT: &str = "\
# Checks the privacy register before each commit: https://pre-commit.com
repos:
  - repo: local
    hooks:
      - id: privreg
        name: privreg validate
        entry: privreg validate
        language: system
        files: \\.(ya?ml|toml)$
        # References go across files, so the whole register is checked.
        pass_filenames: false
";
