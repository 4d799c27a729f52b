//! Paths: what people call a place of the register, in findings and in suppressions.

use crate::source::FileId;
use crate::syntax::{NodeId, Tree};

/// What the outermost table of a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Sections by name.
    Sections,
    /// One definition: its section and its id, which is the file's name.
    Definition(&'static str, String),
}

/// Files that hold one definition each: the folder, and the section it belongs to.
const FOLDERS: [(&str, &str); 2] = [("activities", "activities"), ("processing-for", "processing_for")];

/// What a file holds follows from its path below the register.
pub fn holds(relative: &str) -> Holds {
    let (folder, name) = match relative.split_once('/') {
        Some((folder, rest)) => (folder, rest.rsplit('/').next().unwrap_or(rest)),
        None => return Holds::Sections,
    };
    match FOLDERS.iter().find(|(own, _)| *own == folder) {
        Some((_, section)) => {
            let id = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            Holds::Definition(section, id.to_owned())
        }
        None => Holds::Sections,
    }
}

/// Dotted path of a value: `activities.recruitment.purposes.references`. Names with dots stand in quotes, list
/// items in brackets, counted from 0.
pub fn path_of(tree: &Tree, node: NodeId) -> String {
    let mut parts = Vec::new();
    let mut at = node;
    loop {
        if let Some(item) = tree.entry_of(at) {
            parts.push(quote(item.key));
        } else if let Some(number) = tree.number_of(at) {
            parts.push(format!("[{number}]"));
        }
        match tree.parent(at) {
            Some(parent) => at = parent,
            None => break,
        }
    }
    parts.extend(prefix(tree, node.file).into_iter().rev());
    join(parts.iter().rev())
}

fn prefix(tree: &Tree, file: FileId) -> Vec<String> {
    match holds(&tree.sources.get(file).relative) {
        Holds::Sections => Vec::new(),
        Holds::Definition(section, id) => vec![section.to_owned(), quote(&id)],
    }
}

/// Path of a whole file's contents: "" for a file of sections.
pub fn path_of_file(tree: &Tree, file: FileId) -> String {
    join(prefix(tree, file).iter())
}

fn join<'p>(parts: impl Iterator<Item = &'p String>) -> String {
    let mut path = String::new();
    for part in parts {
        if !path.is_empty() && !part.starts_with('[') {
            path.push('.');
        }
        path.push_str(part);
    }
    path
}

/// A name as it stands in a path.
pub fn quote(name: &str) -> String {
    if name.contains(['.', '"', ' ', '[']) { format!("\"{}\"", name.replace('"', "\\\"")) } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_decides_what_a_file_holds() {
        assert_eq!(holds("privreg.yaml"), Holds::Sections);
        assert_eq!(holds("shared/recipients.yaml"), Holds::Sections);
        assert_eq!(holds("activities/payroll.toml"), Holds::Definition("activities", "payroll".into()));
        assert_eq!(holds("activities/hr/payroll.toml"), Holds::Definition("activities", "payroll".into()));
        assert_eq!(holds("processing-for/hosting.yaml"), Holds::Definition("processing_for", "hosting".into()));
    }

    #[test]
    fn a_name_with_a_dot_stands_in_quotes() {
        assert_eq!(quote("_ga.test"), "\"_ga.test\"");
        assert_eq!(quote("_ga"), "_ga");
    }
}
