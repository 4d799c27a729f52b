//! The long text behind a rule, a section, a table, a field or a word of the format: one index, for the command line and the
//! reference pages.

use crate::decode::{FieldInfo, Needed, Shape, TableInfo, ValuesInfo, nearest_all, reachable};
use crate::register::{SECTIONS, SectionInfo};
use crate::rule::Rule;
use crate::rules;
use crate::vocabulary;

/// What is said of a name, by how its lines may be broken.
#[derive(Debug)]
pub enum Explained {
    /// Prose, and indented examples that stay as they are.
    Rule(String),
    /// Prose, and indented lines of a name and its meaning.
    Format(String),
}

/// The text for a rule (code or name), a section, a table, a field by its name or path, a coded value or a built-in id. Else
/// the nearest names.
pub fn find(what: &str) -> Result<Explained, Vec<String>> {
    let found = spellings(what).into_iter().find_map(|name| {
        let rule = rules::find(&name).map(|rule| Explained::Rule(rule_text(rule)));
        rule.or_else(|| format_text(&name).map(Explained::Format))
    });
    found.ok_or_else(|| nearest(what))
}

/// A name as it was written, then as ids and as fields are written, in singular and plural.
fn spellings(what: &str) -> Vec<String> {
    let folded = what.trim().to_lowercase();
    let mut all = vec![what.to_owned()];
    for name in [folded.replace([' ', '_'], "-"), folded.replace([' ', '-'], "_")] {
        let singular = name.strip_suffix('s').map(str::to_owned);
        all.extend([name.clone(), format!("{name}s")].into_iter().chain(singular));
    }
    all
}

fn nearest(what: &str) -> Vec<String> {
    let mut names = rules::nearest(what);
    let last = what.rsplit('.').next().unwrap_or(what);
    let tables = tables();
    let sets = value_sets();
    let words = tables.iter().flat_map(|table| table.fields().iter().map(|field| field.name));
    let words = words.chain(SECTIONS.iter().map(|section| section.name)).chain(tables.iter().map(|table| table.name));
    let words = words.chain(sets.iter().flat_map(|set| set.values.iter().map(|value| value.id)));
    let words = words.chain(SECTIONS.iter().flat_map(|section| vocabulary::names(section.name)).map(|(id, _)| id));
    names.extend(nearest_all(last, words, 3).into_iter().map(str::to_owned));
    names.dedup();
    names.truncate(3);
    names
}

/// What the format knows by a name: from the section down to the word.
fn format_text(what: &str) -> Option<String> {
    let mut texts = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    let mut tell = |table: &'static TableInfo, texts: &mut Vec<String>| {
        if !told.contains(&table.name) {
            told.push(table.name);
            texts.push(table_text(table));
        }
    };
    if let Some(section) = SECTIONS.iter().find(|section| section.name == what) {
        texts.push(format!("{}: {}.\n", section.name, section.meaning));
        texts.extend(built_in_text(section));
        tell((section.table)(), &mut texts);
    }
    if let Some(table) = tables().into_iter().find(|table| table.name == what) {
        tell(table, &mut texts);
    }
    let fields = fields_called(what);
    texts.extend(fields.iter().map(|(table, field)| field_text(table, field)));
    // What several fields hold is said once, below them.
    let mut sets: Vec<&'static ValuesInfo> = value_sets().into_iter().filter(|set| set.name == what).collect();
    let mut inner = Vec::new();
    for (_, field) in &fields {
        held_by(&(field.shape)(), &mut sets, &mut inner);
    }
    texts.extend(sets.into_iter().map(values_text));
    for table in inner {
        tell(table, &mut texts);
    }
    // What is a section is meant before a value that happens to be called the same.
    if SECTIONS.iter().all(|section| section.name != what) {
        texts.extend(word_text(what));
    }
    (!texts.is_empty()).then(|| texts.join("\n"))
}

pub fn tables() -> Vec<&'static TableInfo> {
    reachable(SECTIONS.iter().map(|section| (section.table)()))
}

/// Fields by a path such as `activities.purposes`, `purpose.name`, or by their name alone.
fn fields_called(path: &str) -> Vec<(&'static TableInfo, &'static FieldInfo)> {
    let tables = tables();
    match path.rsplit_once('.') {
        Some((before, name)) => {
            let parent = before.rsplit('.').next().unwrap_or(before);
            let section = SECTIONS.iter().find(|section| section.name == parent).map(|section| (section.table)().name);
            let fits = |table: &&&TableInfo| {
                let field_of_parent = tables
                    .iter()
                    .flat_map(|table| table.fields())
                    .any(|field| field.name == parent && leads_to(&(field.shape)(), table.name));
                table.name == parent || Some(table.name) == section || field_of_parent
            };
            tables.iter().filter(fits).filter_map(|table| Some((*table, table.field(name)?))).collect()
        }
        None => tables.iter().filter_map(|table| Some((*table, table.field(path)?))).collect(),
    }
}

fn leads_to(shape: &Shape, table: &str) -> bool {
    match shape {
        Shape::Table(own) => own.name == table,
        Shape::List(inner) | Shape::Map(_, inner) => leads_to(inner, table),
        Shape::Either(all) => all.iter().any(|shape| leads_to(shape, table)),
        _ => false,
    }
}

fn rule_text(rule: &Rule) -> String {
    let mut out = format!(
        "{} {}\n{} · affects {} · {}\n\n{}\n",
        rule.code,
        rule.name,
        rule.level.id(),
        rule.affects.id(),
        rule.articles.join(", "),
        rule.summary(),
    );
    for (title, heading) in [("Why", "Why"), ("What to do", "Fix"), ("Wrong", "Bad"), ("Right", "Good"), ("Notes", "Notes")] {
        let text = rule.section(heading);
        if !text.is_empty() {
            out.push_str(&format!("\n{title}\n{}", plain(&text)));
        }
    }
    if !rule.source.is_empty() {
        out.push_str(&format!("\nSource\n{}\n", rule.source));
    }
    out.push_str(&format!("\nNot a fault here? Add to the register:\n  suppress:\n    - {{rule: {}, for: <path of the place>, reason: <why>, until: <date>}}\n", rule.code));
    out
}

/// Fenced blocks become indented ones with their file name; marks of expected findings are dropped.
fn plain(markdown: &str) -> String {
    let mut out = String::new();
    let mut fenced = false;
    for line in markdown.lines() {
        if let Some(fence) = line.strip_prefix("```") {
            fenced = !fenced;
            if let Some(name) = fence.split_whitespace().find_map(|word| word.strip_prefix("file=")) {
                out.push_str(&format!("  # {name}\n"));
            }
        } else if fenced {
            let line = line.split("#~").next().unwrap_or(line).trim_end();
            out.push_str(&format!("  {line}\n"));
        } else {
            out.push_str(&format!("{line}\n"));
        }
    }
    out
}

fn table_text(table: &TableInfo) -> String {
    let mut out = format!("{}: {}\nStands as {}.\n\nFields\n", table.name, table.meaning.trim(), table.place);
    for field in table.fields() {
        let needed = match field.needed {
            Needed::Yes => " (required)",
            Needed::When(_) => " (required under a condition)",
            Needed::No => "",
        };
        out.push_str(&row(field.name, &format!("{}{needed}", field.meaning.trim())));
    }
    out
}

fn field_text(table: &TableInfo, field: &FieldInfo) -> String {
    let mut out = format!("{}.{}: {}\n", table.name, field.name, field.meaning.trim());
    let mut line = |name: &str, text: &str| out.push_str(&format!("  {name:<10}  {text}\n"));
    line("Stands in", table.place);
    line("Type", &(field.shape)().describe());
    match field.needed {
        Needed::Yes => line("Required", "yes"),
        Needed::When(condition) => line("Required", &format!("when {condition}")),
        Needed::No => {}
    }
    if let Some(default) = field.default {
        line("Default", default);
    }
    if let Some(gdpr) = field.gdpr {
        line("GDPR", gdpr);
    }
    match field.is_public {
        true => line("Public", "may appear in public documents"),
        false => line("Internal", "never appears in public documents"),
    }
    out
}

fn values_text(set: &'static ValuesInfo) -> String {
    let values = set.values.iter().map(|value| {
        let reported = value.reported_by.map_or(String::new(), |rule| format!(" (reported by {rule})"));
        row(value.id, &format!("{}{reported}", value.meaning))
    });
    format!("Values of {}\n{}", set.name, values.collect::<String>())
}

/// The ids that a section holds without being written.
fn built_in_text(section: &SectionInfo) -> Option<String> {
    let rows: String = vocabulary::names(section.name).into_iter().map(|(id, name)| row(id, name)).collect();
    (!rows.is_empty()).then(|| format!("Built in: may be used without being defined\n{rows}"))
}

/// A coded value, or a built-in id: what it means and where it is written.
fn word_text(word: &str) -> Vec<String> {
    let tables = tables();
    let in_sets = value_sets().into_iter().filter_map(|set| {
        let value = set.values.iter().find(|value| value.id == word)?;
        let holds = |field: &&FieldInfo| {
            let mut sets = Vec::new();
            held_by(&(field.shape)(), &mut sets, &mut Vec::new());
            sets.iter().any(|held| held.name == set.name)
        };
        let fields = tables.iter().flat_map(|table| table.fields()).filter(holds);
        let fields: Vec<String> = fields.map(|field| format!("{}.{}", field.table, field.name)).collect();
        let reported = value.reported_by.map_or(String::new(), |rule| format!("Reported by {rule}.\n"));
        Some(format!("{word}: {}.\nA value of {}, in {}.\n{reported}", value.meaning, set.name, fields.join(", ")))
    });
    let built_in = SECTIONS.iter().filter_map(|section| {
        let (_, name) = vocabulary::names(section.name).into_iter().find(|(id, _)| *id == word)?;
        Some(format!("{word}: {name}.\nBuilt in: an id of `{}:` that may be used without being defined.\n", section.name))
    });
    in_sets.chain(built_in).collect()
}

/// A name and its meaning, in columns.
fn row(name: &str, meaning: &str) -> String {
    format!("  {name:<26}  {meaning}\n")
}

fn value_sets() -> Vec<&'static ValuesInfo> {
    let mut sets = Vec::new();
    for field in tables().into_iter().flat_map(TableInfo::fields) {
        held_by(&(field.shape)(), &mut sets, &mut Vec::new());
    }
    sets
}

/// The coded values and the tables that may stand in a field, each once.
fn held_by(shape: &Shape, sets: &mut Vec<&'static ValuesInfo>, tables: &mut Vec<&'static TableInfo>) {
    match shape {
        Shape::Values(set) if sets.iter().all(|other| other.name != set.name) => sets.push(set),
        Shape::Table(table) => tables.push(table),
        Shape::List(inner) => held_by(inner, sets, tables),
        Shape::Map(key, value) => {
            held_by(key, sets, tables);
            held_by(value, sets, tables);
        }
        Shape::Either(all) => all.iter().for_each(|shape| held_by(shape, sets, tables)),
        _ => {}
    }
}
