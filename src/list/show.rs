//! One definition with its fields as they stand, and everything that refers to it.

use super::context::{Context, place};
use super::owner::Owner;
use crate::decode::{Text, nearest_all, path_of, steps};
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

/// A definition, or a part of one, with what refers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub title: String,
    /// File and line, or `built in`.
    pub place: String,
    pub lines: Vec<Line>,
    /// None for a part, which nothing refers to by itself.
    pub users: Option<Vec<User>>,
}

/// A line of a definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// How deep it stands below the title.
    pub depth: usize,
    /// `name:` or `-`; nothing where a line only goes on with a text.
    pub head: String,
    pub text: String,
}

/// Something that refers to a definition.
#[derive(Clone, Debug, PartialEq)]
pub struct User {
    pub definition: String,
    /// Where in it.
    pub below: String,
    pub place: String,
}

/// What an id or path means; else the nearest names.
///
/// # Errors
/// Nothing in the register, or built in, has that name.
pub fn show(context: &Context<'_>, name: &str) -> Result<Vec<Shown>, Vec<String>> {
    let found = find(context.register, name.trim());
    if found.is_empty() {
        return Err(near(context.register, name.trim()));
    }
    Ok(found.into_iter().map(|found| shown(context, found)).collect())
}

/// By id in any section, else by a path that begins with a section or an id.
fn find(register: &Register, name: &str) -> Vec<Found> {
    let by_id = with_id(register, name);
    if !by_id.is_empty() {
        return by_id;
    }
    let steps = steps(name);
    let Some((first, rest)) = steps.split_first() else { return Vec::new() };
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

fn shown(context: &Context<'_>, found: Found) -> Shown {
    let register = context.register;
    let title = match (found.node, found.definition) {
        (Some(node), _) => path_of(&register.tree, node),
        (None, Some((section, number))) => {
            let ids = register.ids(section);
            format!("{section}.{}", ids.get(number).map_or("", |(id, _)| id))
        }
        (None, None) => String::new(),
    };
    let mut lines = Vec::new();
    match (found.node, found.definition) {
        (Some(node), _) => add_value(&register.tree, node, 1, &mut lines),
        (None, Some((section, number))) => {
            let name = built_in_name(register, section, number);
            lines.extend(name.map(|text| Line { depth: 1, head: "name:".into(), text }));
        }
        (None, None) => {}
    }
    Shown {
        title,
        place: found.node.map_or_else(|| "built in".to_owned(), |node| place(register, node)),
        lines,
        users: found.definition.map(|(section, number)| users(context, section, number)),
    }
}

/// Everything that refers to a definition.
fn users(context: &Context<'_>, section: &'static str, number: usize) -> Vec<User> {
    let users = context.users(section, number);
    let user = |(user, node): &(Owner, NodeId)| User {
        definition: user.to_string(),
        below: user.below.clone(),
        place: place(context.register, *node),
    };
    users.iter().map(user).collect()
}

/// Tables as `key: value`, lists with dashes, texts of several lines below their key.
fn add_value(tree: &Tree, node: NodeId, depth: usize, lines: &mut Vec<Line>) {
    match tree.kind(node) {
        Kind::Scalar => {
            let texts = tree.text(node).trim().lines();
            lines.extend(texts.map(|text| Line { depth, head: String::new(), text: text.trim_end().to_owned() }));
        }
        Kind::Table => {
            for item in tree.items(node) {
                add_entry(tree, format!("{}:", item.key), item.value, depth, lines);
            }
        }
        Kind::List => tree.values(node).for_each(|value| add_entry(tree, "-".to_owned(), value, depth, lines)),
    }
}

fn add_entry(tree: &Tree, head: String, value: NodeId, depth: usize, lines: &mut Vec<Line>) {
    let text = tree.text(value).trim();
    let is_line = tree.kind(value) == Kind::Scalar && !text.contains('\n');
    if is_line || tree.is_blank(value) {
        lines.push(Line { depth, head, text: text.to_owned() });
        return;
    }
    lines.push(Line { depth, head, text: String::new() });
    add_value(tree, value, depth + 1, lines);
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
    let steps = steps(name);
    let last = steps.last().map_or(name, String::as_str);
    let mut names: Vec<String> =
        [name, last].iter().flat_map(|name| nearest_all(name, all.iter().copied(), 3)).map(str::to_owned).collect();
    if names.is_empty() && name.chars().count() > 2 {
        let folded = name.to_lowercase();
        names.extend(all.iter().filter(|id| id.contains(&folded)).take(3).map(|id| (*id).to_owned()));
    }
    super::each_once(names).into_iter().take(3).collect()
}
