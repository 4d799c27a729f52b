//! No statement from silence: each sentence that denies, promises, permits or speaks of all goes as soon as one field contradicts it.
//!
//! The sentences and what contradicts them are data (`data/statements.toml`); the registers are made from the declaration of the
//! format: each contradiction at every place where its field stands, or could stand where its table is nowhere yet.
#![allow(clippy::disallowed_methods, reason = "tests read files of their own")]

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use serde::Deserialize;

use crate::common::format::{Path, Written, found, table};
use crate::common::forms::Value;
use crate::common::root;
use crate::common::views::Views;
use privreg::decode::{FieldInfo, Shape, TableInfo};
use privreg::model::Level;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    statement: Vec<Statement>,
    harmless: Vec<Harmless>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    /// The message; else the words themselves, where they are the name of a value.
    key: Option<String>,
    text: Option<String>,
    document: String,
    #[expect(dead_code, reason = "for people")]
    rests_on: String,
    #[serde(default)]
    with: BTreeMap<String, toml::Value>,
    contradicted: Vec<Contradiction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contradiction {
    /// `table.field`
    field: String,
    values: Option<Vec<toml::Value>>,
    #[serde(default)]
    absent: bool,
    /// The one place that is meant, of several.
    at: Option<String>,
    /// What is said beside it, and does not contradict by itself.
    #[serde(default)]
    with: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Harmless {
    #[expect(dead_code, reason = "for people")]
    why: String,
    keys: Vec<String>,
}

fn file() -> File {
    let text = std::fs::read_to_string(root().join("tests/data/statements.toml")).expect("the list");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{error}"))
}

/// Messages of a language as they are written, by key.
fn messages() -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for name in ["policy", "records"] {
        let text = std::fs::read_to_string(root().join(format!("data/words/en/{name}.ftl"))).expect("words");
        let mut key: Option<String> = None;
        for line in text.lines() {
            match line.split_once(" = ") {
                Some((own, value)) if !line.starts_with([' ', '#']) => {
                    key = Some(own.to_owned());
                    all.insert(own.to_owned(), value.to_owned());
                }
                _ if line.starts_with(' ') => {
                    let own = key.as_ref().and_then(|key| all.get_mut(key)).expect("a message goes on");
                    own.push('\n');
                    own.push_str(line);
                }
                _ => key = None,
            }
        }
    }
    all
}

fn expression(text: &str) -> Regex {
    Regex::new(text).expect("an expression")
}

/// The longest part of a message between its placeables.
fn fragment(message: &str) -> String {
    let parts: Vec<&str> = expression(r"\{[^{}]*\}").split(message).collect();
    parts.into_iter().max_by_key(|part| part.len()).expect("a part").to_owned()
}

fn value(own: &toml::Value) -> Value {
    match own {
        toml::Value::String(text) => Value::Scalar(text.clone(), false),
        toml::Value::Array(items) => Value::List(items.iter().map(value).collect()),
        toml::Value::Table(entries) => Value::Table(entries.iter().map(|(key, own)| (key.clone(), value(own))).collect()),
        other => panic!("{other} is written as text"),
    }
}

fn path(text: &str) -> Path {
    text.split('.').map(str::to_owned).collect()
}

fn with_all(register: &Written, more: &BTreeMap<String, toml::Value>) -> Written {
    more.iter().fold(register.clone(), |changed, (at, own)| changed.with(&path(at), value(own)))
}

/// A table inside the form of a field that can hold it.
fn wrapped(register: &Written, shape: &Shape, name: &str, inner: &Value) -> Option<Value> {
    match shape {
        Shape::Table(info) => (info.name == name).then(|| inner.clone()),
        Shape::List(item) => Some(Value::List(vec![wrapped(register, item, name, inner)?])),
        Shape::Map(key, item) => {
            let Value::Scalar(key, _) = register.sample(key) else { return None };
            Some(Value::Table(vec![(key, wrapped(register, item, name, inner)?)]))
        }
        Shape::Either(all) => all.iter().find_map(|shape| wrapped(register, shape, name, inner)),
        _ => None,
    }
}

/// The registers that a contradiction makes of one, each with what was changed.
fn contradicted(register: &Written, own: &Contradiction) -> Vec<(String, Written)> {
    let (name, field) = own.field.split_once('.').expect("table.field");
    let info: &'static TableInfo = table(name);
    let field: &'static FieldInfo = info.field(field).unwrap_or_else(|| panic!("no field {}", own.field));
    let register = with_all(register, &own.with);
    let shape = (field.shape)();
    let given: Option<Vec<Value>> = own.values.as_ref().map(|values| values.iter().map(value).collect());
    let mut all = Vec::new();
    let stands: Vec<Path> = match &own.at {
        Some(at) => vec![path(at)],
        None => register.at(name),
    };
    for at in &stands {
        let place = [at.as_slice(), &[field.name.to_owned()]].concat();
        let is_there = register.get(&place).is_some();
        let values = given.clone().unwrap_or_else(|| {
            let known = register.places().into_iter().find(|known| known.path == place);
            known.map_or_else(|| vec![register.sample(&shape)], |known| register.others(&known))
        });
        for value in values {
            all.push((format!("{} = {value:?}", place.join(".")), register.with(&place, value)));
        }
        if own.absent && is_there {
            all.push((format!("no {}", place.join(".")), register.without(&place)));
        }
    }
    if stands.is_empty() {
        for (holder, at) in register.tables() {
            for outer in holder.fields() {
                for value in given.clone().unwrap_or_else(|| vec![register.sample(&shape)]) {
                    let Value::Table(mut inner) = register.minimal(info) else { panic!("a table") };
                    inner.retain(|(key, _)| key != field.name);
                    inner.push((field.name.to_owned(), value));
                    let Some(whole) = wrapped(&register, &(outer.shape)(), name, &Value::Table(inner)) else { continue };
                    let place = [at.as_slice(), &[outer.name.to_owned()]].concat();
                    all.push((format!("{} = {whole:?}", place.join(".")), register.with(&place, whole)));
                }
            }
        }
    }
    all
}

/// The words of a document.
fn said(register: &Written, document: &str) -> String {
    let register = register.read();
    let report = found(&register);
    let structural = ["PR001", "PR002", "PR003", "PR004", "PR015", "PR016", "PR017", "PR018"];
    let broken: Vec<_> = report.findings.iter().filter(|own| structural.contains(&own.rule.code)).collect();
    assert!(broken.is_empty(), "{broken:?}");
    let pages = Views::of(&register, &report).of_name(document);
    serde_json::to_string(&pages).expect("JSON")
}

#[test]
fn what_the_register_of_statements_says_is_in_order() {
    let report = found(&Written::of("tests/data/statements").read());
    let found: Vec<_> = report.findings.iter().filter(|own| own.level > Level::Note).map(|own| &own.message).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_statement_goes_with_each_field_that_contradicts_it() {
    let base = Written::of("tests/data/statements");
    let messages = messages();
    let mut wrong = Vec::new();
    for statement in file().statement {
        let sentence = match (&statement.key, &statement.text) {
            (Some(key), None) => fragment(messages.get(key).unwrap_or_else(|| panic!("no message {key}"))),
            (None, Some(text)) => text.clone(),
            _ => panic!("a statement has a key or a text"),
        };
        let register = with_all(&base, &statement.with);
        if !said(&register, &statement.document).contains(&sentence) {
            wrong.push(format!("{}: not said `{sentence}`", statement.document));
        }
        for own in &statement.contradicted {
            let made = contradicted(&register, own);
            if made.is_empty() {
                wrong.push(format!("`{sentence}`: nothing is made of {}", own.field));
            }
            for (change, changed) in made {
                if said(&changed, &statement.document).contains(&sentence) {
                    wrong.push(format!("`{sentence}` is still said with {change}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} statements from silence:\n{}", wrong.len(), wrong.join("\n"));
}

/// Words in which denials, promises, permissions and totals are said.
const WORDS: &str = r"(?i)\b(no one|nobody|none|no|not|only|never|always|all|every|each|everyone|everything|nothing|stays?|within|at any time|at most|at least|longest|shortest|must|need not|free|alone|else|ourselves|weighed|first|before|without|either|both)\b";

#[test]
fn every_sentence_that_denies_or_promises_is_known() {
    let words = Regex::new(WORDS).expect("an expression");
    let placeable = expression(r"\{ \$?[\w-]+ \}");
    let messages = messages();
    let file = file();
    let stated = file.statement.iter().filter_map(|own| own.key.clone());
    let known: BTreeSet<String> = stated.chain(file.harmless.iter().flat_map(|own| own.keys.iter().cloned())).collect();
    let says_so = |text: &str| words.is_match(&placeable.replace_all(text, ""));
    let unknown: Vec<&String> =
        messages.iter().filter(|(key, text)| says_so(text) && !known.contains(*key)).map(|(key, _)| key).collect();
    assert!(unknown.is_empty(), "list them in tests/data/statements.toml, with what they rest on: {unknown:?}");
    let gone: Vec<&String> = known.iter().filter(|key| !messages.contains_key(*key)).collect();
    assert!(gone.is_empty(), "no such messages: {gone:?}");
}
