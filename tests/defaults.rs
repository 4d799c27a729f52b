//! What the field tables say of a field that is left out: who writes the default out says the same.

use privreg::decode::{FieldInfo, Shape};
use rayon::prelude::*;

use crate::common::format::{Path, Written, found, name_of, tables};
use crate::common::forms::Value;
use crate::common::views::{NAMES, Views};

/// Defaults that are told otherwise when they are written out, and why that is meant.
const TOLD_OTHERWISE: [(&str, &str); 2] = [
    (
        "transfer.set",
        "The report names a set of clauses only where the register does: clauses of before 2021 may stand without one",
    ),
    ("collection.sources", "A source that an occasion names is told of there, and not once more among all sources"),
];

/// Whether a default, as the table gives it, is a value that the field takes.
fn is_value(shape: &Shape, default: &str) -> bool {
    match shape {
        Shape::Values(values) => values.values.iter().any(|value| value.id == default),
        Shape::YesNo => matches!(default, "yes" | "no"),
        Shape::Scalar("duration", _) => default.starts_with(|letter: char| letter.is_ascii_digit()),
        Shape::Ref(_, words) => words.contains(&default),
        Shape::Word(word) => *word == default,
        Shape::List(inner) => is_value(inner, default),
        Shape::Either(all) => all.iter().any(|shape| is_value(shape, default)),
        _ => false,
    }
}

/// The default as one would write it into the table at a path; none where it says how the value follows from others, or where
/// what it follows from is not written.
fn written_out(register: &Written, table: &Path, field: &FieldInfo) -> Option<Value> {
    let default = field.default?;
    if is_value(&(field.shape)(), default) {
        return Some(Value::Scalar(default.to_owned(), false));
    }
    let (other, name) = default.split_once('.')?;
    let own =
        register.tables().into_iter().filter(|(info, path)| info.name == other && info.field(name).is_some() && !path.is_empty());
    // The table around it, else the one that there is for the whole register.
    let mut paths: Vec<Path> = own.map(|(_, path)| path).filter(|path| table.starts_with(path) || path.len() <= 2).collect();
    paths.sort_by_key(|path| !table.starts_with(path));
    let whole = |path: &Path| table.starts_with(path) || matches!(path[0].as_str(), "organisation" | "settings");
    let mut path = paths.into_iter().find(whole)?;
    path.push(name.to_owned());
    // Where a list is meant, a map with what narrows each entry stands for its keys.
    match (register.get(&path).cloned()?, (field.shape)()) {
        (Value::Table(entries), Shape::List(_)) => {
            Some(Value::List(entries.into_iter().map(|(key, _)| Value::Scalar(key, false)).collect()))
        }
        (value, _) => Some(value),
    }
}

/// Everything that a register says to anybody: findings without their places, and every document.
fn says(written: &Written) -> Vec<String> {
    let register = written.read();
    let report = found(&register);
    let mut all: Vec<String> =
        report.findings.iter().map(|finding| format!("{} {}", finding.rule.code, finding.message)).collect();
    all.sort();
    let views = Views::of(&register, &report);
    all.extend(NAMES.iter().flat_map(|name| views.of_name(name)).map(|document| document.to_string()));
    all
}

#[test]
fn a_default_that_is_written_out_says_the_same() {
    let register = Written::of("tests/data/kitchen-sink");
    let plain = says(&register);
    let fields: Vec<&FieldInfo> =
        tables().into_iter().flat_map(|table| table.fields()).filter(|field| field.default.is_some()).collect();
    let trials: Vec<(&FieldInfo, Path, Value)> = fields
        .into_iter()
        .filter_map(|field| {
            let places = register.tables().into_iter().filter(|(info, _)| info.name == field.table).map(|(_, path)| path);
            places.into_iter().find_map(|table| {
                let path = [table.clone(), vec![field.name.to_owned()]].concat();
                let value = written_out(&register, &table, field).filter(|_| register.get(&path).is_none())?;
                let can_be_read = register.with(&path, value.clone()).read().problems.is_empty();
                can_be_read.then_some((field, path, value))
            })
        })
        .collect();
    assert!(trials.len() > 40, "{} defaults are tried", trials.len());
    let differ = |(field, path, value): &(&FieldInfo, Path, Value)| {
        let other = says(&register.with(path, value.clone()));
        let known = TOLD_OTHERWISE.iter().any(|(name, _)| *name == name_of(field));
        let at = plain.iter().zip(&other).find(|(plain, other)| plain != other);
        let (before, after) = at.filter(|_| !known)?;
        let from = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count().saturating_sub(60);
        let part = |text: &str| text.chars().skip(from).take(160).collect::<String>();
        Some(format!(
            "{} = {value:?} at {}\n  left out: {}\n  written:  {}",
            name_of(field),
            path.join("."),
            part(before),
            part(after)
        ))
    };
    let wrong: Vec<String> = trials.par_iter().filter_map(differ).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
