//! One definition with its fields as they stand, and everything that refers to it.

use super::context::{Context, place};
use crate::decode::{Text, nearest_all, path_of};
use crate::register::{Register, SECTIONS};
use crate::syntax::{Kind, NodeId, Tree};
use crate::titles::Titled;

/// What is shown: a definition, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Found {
    /// Section and number of the definition; none for `organisation`, `settings` and parts.
    definition: Option<(&'static str, usize)>,
    /// Where it stands; none for what is built in.
    node: Option<NodeId>,
}

/// The text about an id or path; else the nearest names.
///
/// # Errors
/// Nothing in the register, or built in, has that name.
pub fn show(context: &Context<'_>, name: &str) -> Result<String, Vec<String>> {
    let found = find(context.register, name.trim());
    if found.is_empty() {
        return Err(near(context.register, name.trim()));
    }
    let texts: Vec<String> = found.into_iter().map(|found| text(context, found)).collect();
    Ok(texts.join("\n"))
}

/// By id in any section, else by a path that begins with a section or an id.
fn find(register: &Register, name: &str) -> Vec<Found> {
    let by_id = with_id(register, name);
    if !by_id.is_empty() {
        return by_id;
    }
    let parts = parts(name);
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    let is_section = |section: &str| first.eq_ignore_ascii_case(section) || first.replace('-', "_") == section;
    if let Some(section) = SECTIONS.iter().find(|section| is_section(section.name)) {
        return in_section(register, section.name, rest).into_iter().collect();
    }
    // `recruitment.purposes.hire`: the section goes without saying.
    with_id(register, first).into_iter().filter_map(|found| part(register, found, rest)).collect()
}

fn with_id(register: &Register, id: &str) -> Vec<Found> {
    let sections = SECTIONS.iter().map(|section| section.name);
    sections
        .flat_map(|section| {
            let numbered = register.ids(section).into_iter().enumerate();
            numbered
                .filter(|(_, (own, _))| *own == id)
                .map(move |(number, (_, node))| Found { definition: Some((section, number)), node })
        })
        .collect()
}

fn in_section(register: &Register, section: &'static str, rest: &[String]) -> Option<Found> {
    let table = match section {
        "organisation" => register.organisation().and_then(|own| own.node),
        "settings" => register.settings_node,
        _ => None,
    };
    if let Some(node) = table {
        return part(register, Found { definition: None, node: Some(node) }, rest);
    }
    let (id, rest) = rest.split_first()?;
    let ids = register.ids(section);
    let (number, (_, node)) = ids.into_iter().enumerate().find(|(_, (own, _))| own == id)?;
    part(register, Found { definition: Some((section, number)), node }, rest)
}

/// What a path leads to below a definition; the definition itself where the path ends there.
fn part(register: &Register, found: Found, rest: &[String]) -> Option<Found> {
    if rest.is_empty() {
        return Some(found);
    }
    let tree = &register.tree;
    let below = rest.iter().try_fold(found.node?, |node, step| match step.strip_prefix('[') {
        Some(number) => tree.values(node).nth(number.trim_end_matches(']').parse().ok()?),
        None => tree.get(node, step).map(|item| item.value),
    });
    below.map(|node| Found { definition: None, node: Some(node) })
}

/// The parts of a path: `cookies."_ga.test".sites[0]` has four.
fn parts(path: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for letter in path.chars() {
        match letter {
            '"' => quoted = !quoted,
            '.' if !quoted => parts.push(String::new()),
            '[' if !quoted => parts.push("[".into()),
            letter => {
                if let Some(last) = parts.last_mut() {
                    last.push(letter);
                }
            }
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn text(context: &Context<'_>, found: Found) -> String {
    let register = context.register;
    let title = match (found.node, found.definition) {
        (Some(node), _) => path_of(&register.tree, node),
        (None, Some((section, number))) => {
            let ids = register.ids(section);
            format!("{section}.{}", ids.get(number).map_or("", |(id, _)| id))
        }
        (None, None) => String::new(),
    };
    let mut out = match found.node {
        Some(node) => format!("{title}  {}\n", place(register, node)),
        None => format!("{title}  built in\n"),
    };
    match (found.node, found.definition) {
        (Some(node), _) => write_value(&register.tree, node, 1, &mut out),
        (None, Some((section, number))) => {
            if let Some(name) = built_in_name(register, section, number) {
                out.push_str(&format!("  name: {name}\n"));
            }
        }
        (None, None) => {}
    }
    if let Some((section, number)) = found.definition {
        out.push_str(&users(context, section, number));
    }
    out
}

/// Everything that refers to a definition, in three columns.
fn users(context: &Context<'_>, section: &'static str, number: usize) -> String {
    let users = context.users(section, number);
    if users.is_empty() {
        return "\nNothing refers to it.\n".into();
    }
    let rows: Vec<[String; 3]> =
        users.iter().map(|(user, node)| [user.to_string(), user.below.clone(), place(context.register, *node)]).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (first, second) = (width(0), width(1));
    let lines = rows.iter().map(|[user, below, place]| format!("  {user:first$}  {below:second$}  {place}\n"));
    format!("\nReferred to by\n{}", lines.collect::<String>())
}

/// A value as indented text: tables as `key: value`, lists with dashes, long texts below their key.
fn write_value(tree: &Tree, node: NodeId, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match tree.kind(node) {
        Kind::Scalar => write_lines(tree.text(node), &indent, out),
        Kind::Table => {
            for item in tree.items(node) {
                write_entry(tree, &format!("{indent}{}:", item.key), item.value, depth, out);
            }
        }
        Kind::List => tree.values(node).for_each(|value| write_entry(tree, &format!("{indent}-"), value, depth, out)),
    }
}

fn write_entry(tree: &Tree, head: &str, value: NodeId, depth: usize, out: &mut String) {
    let text = tree.text(value);
    let is_line = tree.kind(value) == Kind::Scalar && !text.trim().contains('\n');
    if is_line || tree.is_blank(value) {
        out.push_str(&format!("{head} {}", text.trim()));
        out.truncate(out.trim_end().len());
        out.push('\n');
        return;
    }
    out.push_str(&format!("{head}\n"));
    write_value(tree, value, depth + 1, out);
}

fn write_lines(text: &str, indent: &str, out: &mut String) {
    for line in text.trim().lines() {
        out.push_str(&format!("{indent}{}\n", line.trim_end()));
    }
}

/// The name of something built in, in English.
fn built_in_name(register: &Register, section: &str, number: usize) -> Option<String> {
    let name = match section {
        "data_subjects" => register.data_subjects.get(number)?.title(),
        "data_categories" => register.data_categories.get(number)?.title(),
        "events" => register.events.get(number)?.title(),
        "recipients" => register.recipients.get(number)?.title(),
        "sources" => register.sources.get(number)?.title(),
        "security_measures" => register.security_measures.get(number)?.title(),
        "retention" => register.retention.get(number)?.value.text.as_ref().map(Text::english)?,
        _ => return None,
    };
    Some(name.to_owned())
}

/// The nearest ids of any section; else those that contain the name.
fn near(register: &Register, name: &str) -> Vec<String> {
    let all: Vec<&str> = SECTIONS.iter().flat_map(|section| register.ids(section.name)).map(|(id, _)| id).collect();
    let parts = parts(name);
    let last = parts.last().map_or(name, String::as_str);
    let mut names: Vec<String> =
        [name, last].iter().flat_map(|name| nearest_all(name, all.iter().copied(), 3)).map(str::to_owned).collect();
    if names.is_empty() && name.chars().count() > 2 {
        let folded = name.to_lowercase();
        names.extend(all.iter().filter(|id| id.contains(&folded)).take(3).map(|id| (*id).to_owned()));
    }
    super::each_once(names).into_iter().take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_part_at_dots_and_brackets() {
        assert_eq!(parts("cookies.\"_ga.test\".sites[0]"), ["cookies", "_ga.test", "sites", "[0]"]);
        assert_eq!(parts("recruitment"), ["recruitment"]);
        assert!(parts("").is_empty());
    }
}
