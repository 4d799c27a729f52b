//! Text to [`Tree`]: two small readers behind one interface, so that either can be replaced.

mod direct;
mod parts;
mod toml;
mod tree;
mod yaml;

pub use tree::{FileTree, Item, Kind, NodeId, Number, Tree};

use std::collections::HashSet;

use rayon::prelude::*;

pub use crate::source::Language;
use crate::source::{FileId, Loc, Sources};

/// Collections deeper than this are refused: no register needs them, and nothing may overflow a stack.
pub const MAX_DEPTH: usize = 64;

/// Something wrong with the text itself, before any field is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub loc: Loc,
    /// What is wrong, in plain words.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// A second place that belongs to it, with what stands there.
    pub other: Option<(Loc, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The text is not valid YAML or TOML; the rest of the file could not be read.
    Syntax,
    /// Valid, but left out of the format on purpose: anchors, aliases, tags, merge keys, several documents.
    Unsupported,
    /// The same key twice in one table.
    DuplicateKey,
    /// A file that should not be where it is.
    Misplaced,
}

impl Fault {
    pub(crate) fn syntax(loc: Loc, message: impl Into<String>, help: impl Into<String>) -> Self {
        Fault { kind: FaultKind::Syntax, loc, message: message.into(), help: help.into(), other: None }
    }

    fn duplicate_key(loc: Loc, key: &str, first: Option<Loc>) -> Self {
        Fault {
            kind: FaultKind::DuplicateKey,
            loc,
            message: format!("`{key}` stands twice in this table"),
            help: "Keep one of the two; where both are meant, put their values in a list or give them different ids.".into(),
            other: first.map(|first| (first, "first here".into())),
        }
    }

    fn too_deep(loc: Loc) -> Self {
        Fault::syntax(
            loc,
            format!("Lists and tables are nested more than {MAX_DEPTH} deep here"),
            "A register needs about eight levels: look for brackets that are never closed.",
        )
    }

    pub(crate) fn misplaced(loc: Loc, message: impl Into<String>, help: impl Into<String>) -> Self {
        Fault { kind: FaultKind::Misplaced, ..Fault::syntax(loc, message, help) }
    }
}

/// Reads all texts, in parallel. `faults` are what is wrong with the files as files: such a file is not read.
pub fn parse(sources: Sources, mut faults: Vec<Fault>) -> (Tree, Vec<Fault>) {
    let unreadable: HashSet<FileId> =
        faults.iter().filter(|fault| fault.kind == FaultKind::Syntax).map(|fault| fault.loc.file).collect();
    let files: Vec<FileId> = sources.ids().collect();
    let read: Vec<(FileTree, Vec<Fault>)> = files
        .into_par_iter()
        .map(|file| {
            let source = sources.get(file);
            match Language::of(&source.relative) {
                Some(language) if !unreadable.contains(&file) => read(language, file, &source.text),
                _ => (FileTree::empty(), Vec::new()),
            }
        })
        .collect();
    let mut trees = Vec::with_capacity(read.len());
    for (tree, found) in read {
        trees.push(tree);
        faults.extend(found);
    }
    (Tree::new(sources, trees), faults)
}

/// Reads one text. What could be read before a fault is kept, so that its ids are still owned.
pub fn read(language: Language, file: FileId, text: &str) -> (FileTree, Vec<Fault>) {
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let fault = Fault::syntax(
            Loc::new(file, at, at + 1),
            "There is a NUL byte here: the file is not plain text",
            "Save the file as plain text in UTF-8; Word and Excel files cannot be read.",
        );
        return (FileTree::empty(), vec![fault]);
    }
    match language {
        Language::Yaml => yaml::read(file, text),
        Language::Toml => toml::read(file, text),
    }
}

/// The field and the rest of a text such as `name:Newsletter`, which lacks a space to be a field with its value.
pub(crate) fn without_space(text: &str) -> Option<(&str, &str)> {
    let (field, rest) = text.split_once(':')?;
    let is_name = !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'));
    let rest = rest.trim_start_matches('\u{A0}');
    (is_name && !rest.is_empty() && !rest.starts_with([' ', '/', ':'])).then_some((field, rest))
}
