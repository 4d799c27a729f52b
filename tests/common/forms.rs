//! A register as plain values, and the ways in which the same register can be written.

use privreg::register::{SECTIONS, SectionShape};
use privreg::syntax::{Kind, NodeId, Tree};
use privreg::{Register, Sources};
use serde_json::Value as Json;

use super::documents::{self, folders};
use super::folders as below;

/// What stands in a file, without where and how it is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Whether YAML marks it as text where an id could stand too.
    Scalar(String, bool),
    List(Vec<Value>),
    Table(Vec<(String, Value)>),
}

/// A file by its path below the register, without ending.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    pub stem: String,
    pub value: Value,
}

impl File {
    pub fn sections(&self) -> impl Iterator<Item = &str> {
        let Value::Table(entries) = &self.value else { return [].iter().map(first) };
        fn first(entry: &(String, Value)) -> &str {
            &entry.0
        }
        entries.iter().map(first)
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    Yaml,
    Toml,
}

/// A register, with what it is called in messages of tests.
#[derive(Clone, Debug)]
pub struct Sample {
    pub name: String,
    pub texts: Vec<(String, String)>,
}

impl Sample {
    /// The values of its files; `None` where a file cannot be read to its end or says something twice.
    pub fn files(&self) -> Option<Vec<File>> {
        let (tree, faults) = privreg::syntax::parse(sources(&self.texts), Vec::new());
        let files = tree.sources.ids().map(|id| {
            let stem = tree.sources.get(id).relative.rsplit_once('.').expect("an ending").0.to_owned();
            Some(File { stem, value: value(&tree, tree.root(id)?) })
        });
        files.collect::<Option<Vec<File>>>().filter(|_| faults.is_empty())
    }
}

/// Every register of the project, and every example of every rule.
pub fn samples() -> Vec<Sample> {
    let published = below("registers/published");
    let own = published.into_iter().chain(folders()).map(|folder| {
        let sources = documents::read(&folder).tree.sources;
        let texts = sources.ids().map(|id| (sources.get(id).relative.clone(), sources.get(id).text.to_string())).collect();
        Sample { name: folder, texts }
    });
    own.chain(examples()).collect()
}

/// The examples of all rules, beside a root where they have none.
pub fn examples() -> impl Iterator<Item = Sample> {
    let of = |rule: &'static privreg::rule::Rule, heading: &'static str| {
        rule.examples(heading).into_iter().enumerate().map(move |(at, example)| {
            let mut texts: Vec<(String, String)> = example.files.into_iter().map(|file| (file.name, file.text)).collect();
            if !texts.iter().any(|(name, _)| name.starts_with("privreg.")) {
                texts.insert(0, ("privreg.yaml".into(), "organisation: {name: Nordlys AS, country: NO}\n".into()));
            }
            sort_as_read(&mut texts);
            Sample { name: format!("{} {heading} {}", rule.code, at + 1), texts }
        })
    };
    privreg::rules::all().iter().flat_map(move |rule| of(rule, "Bad").chain(of(rule, "Good")))
}

pub fn sources(texts: &[(String, String)]) -> Sources {
    let mut sources = Sources::default();
    for (name, text) in texts {
        sources.add(name.clone(), name.clone(), text.clone());
    }
    sources
}

/// Reads files in the form that is chosen for each.
pub fn read(files: &[File], form: impl Fn(&File) -> Form) -> Register {
    Register::read(sources(&write(files, form)))
}

pub fn write(files: &[File], form: impl Fn(&File) -> Form) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = files
        .iter()
        .map(|file| match form(file) {
            Form::Yaml => (format!("{}.yaml", file.stem), yaml(&file.value)),
            Form::Toml => (format!("{}.toml", file.stem), toml(&file.value)),
        })
        .collect();
    sort_as_read(&mut texts);
    texts
}

/// As a folder is read: the file that marks the register first, the others by name.
fn sort_as_read(texts: &mut [(String, String)]) {
    texts.sort_by_key(|(name, _)| (!name.starts_with("privreg."), name.clone()));
}

/// The same register with everything in one file; `None` where something is defined twice.
pub fn joined(files: &[File]) -> Option<Vec<File>> {
    let mut sections: Vec<(String, Value)> = Vec::new();
    for file in files {
        let Value::Table(entries) = &file.value else { return None };
        let own = match file.stem.split_once('/') {
            Some((folder @ ("activities" | "processing-for"), rest)) => {
                let id = rest.rsplit('/').next().unwrap_or(rest).to_owned();
                vec![(folder.replace('-', "_"), Value::Table(vec![(id, file.value.clone())]))]
            }
            _ => entries.clone(),
        };
        for (name, value) in own {
            match (sections.iter_mut().find(|(own, _)| *own == name), value) {
                (None, value) => sections.push((name, value)),
                (Some((_, Value::Table(all))), Value::Table(more)) => {
                    if more.iter().any(|(id, _)| all.iter().any(|(own, _)| own == id)) {
                        return None;
                    }
                    all.extend(more);
                }
                (Some((_, Value::List(all))), Value::List(more)) => all.extend(more),
                _ => return None,
            }
        }
    }
    // Files are read by name, so this is the order in which one file each would be read.
    for (name, value) in &mut sections {
        if let ("activities" | "processing_for", Value::Table(own)) = (name.as_str(), value) {
            own.sort_by(|a, b| a.0.cmp(&b.0));
        }
    }
    Some(vec![File { stem: "privreg".into(), value: Value::Table(sections) }])
}

/// The same register with a file for every section, activity and service.
pub fn split(files: &[File]) -> Option<Vec<File>> {
    let Value::Table(sections) = joined(files)?.remove(0).value else { return None };
    let mut root = Vec::new();
    let mut split = Vec::new();
    for (name, value) in sections {
        match (name.as_str(), value) {
            ("activities" | "processing_for", Value::Table(own)) => {
                let folder = name.replace('_', "-");
                split.extend(own.into_iter().map(|(id, value)| File { stem: format!("{folder}/{id}"), value }));
            }
            ("organisation" | "organisations" | "settings", value) => root.push((name, value)),
            (_, value) => split.push(File { stem: format!("parts/{name}"), value: Value::Table(vec![(name, value)]) }),
        }
    }
    // The root file may hold nothing else, and an empty file is a fault.
    if root.is_empty() {
        root.push(("notes".into(), Value::Scalar("Everything stands in other files".into(), true)));
    }
    split.push(File { stem: "privreg".into(), value: Value::Table(root) });
    Some(split)
}

/// Which tables to turn round: those of fields, or those of definitions, languages and places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tables {
    Fields,
    Definitions,
}

/// The same files with the keys of some of their tables in the opposite order.
pub fn turned(files: &[File], which: Tables) -> Vec<File> {
    files.iter().map(|file| File { stem: file.stem.clone(), value: turned_value(&file.value, "", which) }).collect()
}

fn turned_value(value: &Value, key: &str, which: Tables) -> Value {
    match value {
        Value::Scalar(..) => value.clone(),
        Value::List(items) => Value::List(items.iter().map(|item| turned_value(item, "", which)).collect()),
        Value::Table(entries) => {
            let mut entries: Vec<(String, Value)> =
                entries.iter().map(|(key, value)| (key.clone(), turned_value(value, key, which))).collect();
            let holds_definitions = matches!(key, "purposes" | "cases" | "services" | "subprocessors" | "transfers" | "sections")
                || SECTIONS.iter().any(|section| section.name == key && section.shape == SectionShape::Map);
            let names_fields = |(key, _): &(String, Value)| privreg::register::is_field_name(key) || key.starts_with("x-");
            let fields = !holds_definitions && entries.iter().all(names_fields);
            if fields == (which == Tables::Fields) {
                entries.reverse();
            }
            Value::Table(entries)
        }
    }
}

pub fn value(tree: &Tree, node: NodeId) -> Value {
    match tree.kind(node) {
        Kind::Scalar => Value::Scalar(tree.text(node).to_owned(), tree.is_marked_as_text(node)),
        Kind::List => Value::List(tree.values(node).map(|node| value(tree, node)).collect()),
        Kind::Table => Value::Table(tree.items(node).map(|item| (item.key.to_owned(), value(tree, item.value))).collect()),
    }
}

/// Whether a text can stand without quotes in YAML, and means itself.
fn is_plain(text: &str) -> bool {
    let safe = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '_' | '.' | '-' | '/' | '(' | ')' | '§');
    text.starts_with(char::is_alphanumeric) && text.chars().all(safe) && text.trim() == text && text != "null"
}

/// A text in quotes, with the escapes that JSON, YAML and TOML have in common.
fn quoted(text: &str) -> String {
    Json::from(text).to_string().replace('\u{7f}', "\\u007f")
}

pub fn yaml(value: &Value) -> String {
    let mut out = String::new();
    yaml_block(value, 0, &mut out);
    out
}

fn yaml_block(value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Scalar(text, false) if is_plain(text) || matches!(text.as_str(), "" | "~" | "null") => {
            out.push_str(&format!(" {text}\n"));
        }
        Value::Scalar(text, _) => out.push_str(&format!(" {}\n", quoted(text))),
        Value::List(items) if items.is_empty() => out.push_str(" []\n"),
        Value::Table(entries) if entries.is_empty() => out.push_str(" {}\n"),
        Value::List(items) => {
            out.push_str(if depth == 0 { "" } else { "\n" });
            for item in items {
                out.push_str(&format!("{indent}-"));
                yaml_block(item, depth + 1, out);
            }
        }
        Value::Table(entries) => {
            out.push_str(if depth == 0 { "" } else { "\n" });
            for (key, value) in entries {
                out.push_str(&format!("{indent}{}:", if is_plain(key) { key.clone() } else { quoted(key) }));
                yaml_block(value, depth + 1, out);
            }
        }
    }
}

pub fn toml(value: &Value) -> String {
    let Value::Table(entries) = value else { panic!("a TOML file is a table") };
    let mut out = String::new();
    toml_table(entries, "", &mut out);
    out
}

/// Tables under a header of their own where that keeps the order of the keys, else on one line.
fn toml_table(entries: &[(String, Value)], path: &str, out: &mut String) {
    let is_table = |value: &Value| matches!(value, Value::Table(entries) if !entries.is_empty());
    let head = entries.iter().rposition(|(_, value)| !is_table(value)).map_or(0, |at| at + 1);
    for (key, value) in &entries[..head] {
        out.push_str(&format!("{} = {}\n", toml_key(key), toml_inline(value)));
    }
    for (key, value) in &entries[head..] {
        let Value::Table(entries) = value else { continue };
        let path = if path.is_empty() { toml_key(key) } else { format!("{path}.{}", toml_key(key)) };
        out.push_str(&format!("\n[{path}]\n"));
        toml_table(entries, &path, out);
    }
}

fn toml_key(key: &str) -> String {
    let bare = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if bare { key.to_owned() } else { quoted(key) }
}

fn toml_inline(value: &Value) -> String {
    match value {
        Value::Scalar(text, false) if is_bare(text) => text.clone(),
        Value::Scalar(text, false) if matches!(text.as_str(), "~" | "null") => quoted(""),
        Value::Scalar(text, _) => quoted(text),
        Value::List(items) => format!("[{}]", items.iter().map(toml_inline).collect::<Vec<_>>().join(", ")),
        Value::Table(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{} = {}", toml_key(key), toml_inline(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// Whether TOML writes it without quotes: whole numbers, dates, true and false.
fn is_bare(text: &str) -> bool {
    let number = text == "0" || (!text.starts_with('0') && text.parse::<u32>().is_ok_and(|number| number.to_string() == text));
    let date = text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok();
    number || date || matches!(text, "true" | "false")
}

/// A text with a slip in it; which one and where follows from the number alone.
pub fn slipped(text: &str, number: usize) -> String {
    const SIGNS: [&str; 12] = [":", " ", "\t", "\"", "'", "{", "]", "|", "#", "&", "\u{202e}", "å"];
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let at = starts[number * 7919 % starts.len()];
    let letter = text[at..].chars().next().expect("a letter");
    let after = at + letter.len_utf8();
    let sign = SIGNS[number / 7 % SIGNS.len()];
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1)..text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    let (middle, range) = match number % 7 {
        0 => (String::new(), at..after),
        1 => (format!("{letter}{letter}"), at..after),
        2 => (sign.to_owned(), at..after),
        3 => (sign.to_owned(), at..at),
        4 => (String::new(), line),
        5 => (text[line.clone()].repeat(2), line),
        _ => (String::new(), at..text.len()),
    };
    format!("{}{middle}{}", &text[..range.start], &text[range.end..])
}
