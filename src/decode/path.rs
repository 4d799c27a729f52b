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

/// Where the parts of a path meet: its dots and opening brackets, but for those inside the quotes of a name.
pub fn joints(path: &str) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    let mut last = b' ';
    path.bytes().enumerate().filter_map(move |(at, letter)| {
        // As `quote` writes them: a quote in a name comes after a backslash.
        if letter == b'"' && !(quoted && last == b'\\') {
            quoted = !quoted;
        }
        last = letter;
        (!quoted && matches!(letter, b'.' | b'[')).then_some(at)
    })
}

/// A path and all that it lies in, the outermost first: "" is the register.
pub fn upward(path: &str) -> impl Iterator<Item = &str> {
    let above = joints(path).filter(|at| *at > 0).map(|at| &path[..at]);
    // The path itself is the register where it is empty.
    std::iter::once("").chain(above).chain((!path.is_empty()).then_some(path))
}

/// The steps of a path, names without their quotes: `cookies."_ga.test".sites[0]` has four, the last is `[0]`.
pub fn steps(path: &str) -> Vec<String> {
    let ends: Vec<usize> = joints(path).chain([path.len()]).collect();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let parts = starts.zip(&ends).map(|(start, end)| path[start..*end].trim_start_matches('.'));
    parts.filter(|part| !part.is_empty()).map(unquote).collect()
}

/// The name that [`quote`] wrote; any other text without its quotes.
fn unquote(part: &str) -> String {
    part.split("\\\"").map(|piece| piece.replace('"', "")).collect::<Vec<_>>().join("\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_part_at_dots_and_brackets() {
        assert_eq!(steps("cookies.\"_ga.test\".sites[0]"), ["cookies", "_ga.test", "sites", "[0]"]);
        assert_eq!(steps("recruitment"), ["recruitment"]);
        assert!(steps("").is_empty());
    }

    #[test]
    fn a_name_is_one_step_whatever_it_holds() {
        for name in ["a.b", "a[0].b", "say \"a.b\"", "\"", ".", "a b", "ü.漢.🦀", "plain"] {
            let path = format!("cookies.{}.sites[0]", quote(name));
            assert_eq!(steps(&path), ["cookies", name, "sites", "[0]"]);
        }
    }

    #[test]
    fn a_path_lies_in_the_paths_above_it() {
        let all = |path| upward(path).collect::<Vec<_>>();
        assert_eq!(all("a.\"b.c\".d[0]"), ["", "a", "a.\"b.c\"", "a.\"b.c\".d", "a.\"b.c\".d[0]"]);
        assert_eq!(all("[0]"), ["", "[0]"]);
        assert_eq!(all(""), [""]);
    }

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
