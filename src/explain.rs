//! The long text behind a rule or a field: one index, for the command line and the reference pages.

use crate::decode::{FieldInfo, Needed, Shape, TableInfo, nearest_all, reachable};
use crate::register::SECTIONS;
use crate::rule::Rule;
use crate::rules;

/// The text for a rule (code or name), a table, or a field by its name or path. Else the nearest names.
pub fn find(what: &str) -> Result<String, Vec<String>> {
    if let Some(rule) = rules::find(what) {
        return Ok(rule_text(rule));
    }
    let section = SECTIONS.iter().find(|section| section.name == what);
    let section = section.map(|section| format!("{}: {}.\n\n{}", section.name, section.meaning, table_text((section.table)())));
    let fields = fields_called(what).into_iter().map(|(table, field)| field_text(table, field));
    let texts: Vec<String> = section.into_iter().chain(fields).collect();
    if !texts.is_empty() {
        return Ok(texts.join("\n"));
    }
    if let Some(table) = tables().into_iter().find(|table| table.name == what) {
        return Ok(table_text(table));
    }
    let mut names = rules::nearest(what);
    let last = what.rsplit('.').next().unwrap_or(what);
    let tables = tables();
    let field_names = tables.iter().flat_map(|table| table.fields().iter().map(|field| field.name));
    let sections = SECTIONS.iter().map(|section| section.name);
    names.extend(nearest_all(last, field_names.chain(sections), 3).into_iter().map(str::to_owned));
    names.dedup();
    names.truncate(3);
    Err(names)
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
        out.push_str(&format!("  {:<24} {}{needed}\n", field.name, field.meaning.trim()));
    }
    out
}

fn field_text(table: &TableInfo, field: &FieldInfo) -> String {
    let shape = (field.shape)();
    let mut out = format!("{}.{}: {}\n", table.name, field.name, field.meaning.trim());
    out.push_str(&format!("  Stands in   {}\n", table.place));
    out.push_str(&format!("  Type        {}\n", shape.describe()));
    match field.needed {
        Needed::Yes => out.push_str("  Required    yes\n"),
        Needed::When(condition) => out.push_str(&format!("  Required    when {condition}\n")),
        Needed::No => {}
    }
    if let Some(default) = field.default {
        out.push_str(&format!("  Default     {default}\n"));
    }
    if let Some(gdpr) = field.gdpr {
        out.push_str(&format!("  GDPR        {gdpr}\n"));
    }
    out.push_str(if field.is_public {
        "  Public      may appear in public documents\n"
    } else {
        "  Internal    never appears in public documents\n"
    });
    values_of(&shape, &mut |values| {
        for value in values.values {
            let reported = value.reported_by.map_or(String::new(), |rule| format!(" (reported by {rule})"));
            out.push_str(&format!("    {:<28} {}{reported}\n", value.id, value.meaning));
        }
    });
    out
}

fn values_of(shape: &Shape, show: &mut dyn FnMut(&crate::decode::ValuesInfo)) {
    match shape {
        Shape::Values(values) => show(values),
        Shape::List(inner) => values_of(inner, show),
        Shape::Map(key, value) => {
            values_of(key, show);
            values_of(value, show);
        }
        Shape::Either(all) => all.iter().for_each(|shape| values_of(shape, show)),
        _ => {}
    }
}
