//! Findings are data: what is wrong, where, why, and what to write instead. Showing them is `output`'s job.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::decode::{Entry, joints, path_of};
use crate::model::Level;
use crate::rule::Rule;
use crate::source::{FileId, Loc};
use crate::syntax::{NodeId, Tree};

/// A place that a rule speaks of. It always answers: a field that is missing answers with what should hold it.
#[derive(Clone, Debug)]
pub struct Spot<'t> {
    tree: &'t Tree,
    node: Option<NodeId>,
    /// Fields below `node` that are not there.
    missing: Vec<&'static str>,
    on_key: bool,
}

impl<'t> Spot<'t> {
    pub fn new(tree: &'t Tree, node: Option<NodeId>) -> Self {
        Spot { tree, node, missing: Vec::new(), on_key: false }
    }

    /// A field of the table this spot stands on.
    pub fn field(mut self, name: &'static str) -> Self {
        debug_assert!(crate::register::is_field_name(name), "no field of the format is called {name}");
        match self.node.filter(|_| self.missing.is_empty()).and_then(|node| self.tree.get(node, name)) {
            Some(item) => self.node = Some(item.value),
            None => self.missing.push(name),
        }
        self
    }

    /// An entry of a map, by its key.
    pub fn entry(mut self, key: &str) -> Self {
        if let Some(item) = self.node.filter(|_| self.missing.is_empty()).and_then(|node| self.tree.get(node, key)) {
            self.node = Some(item.value);
        }
        self
    }

    /// Underlines the name of the field instead of its value.
    pub fn key(mut self) -> Self {
        self.on_key = true;
        self
    }

    /// What stands there; `None` where it is missing.
    pub fn node(&self) -> Option<NodeId> {
        self.node.filter(|_| self.missing.is_empty())
    }

    pub fn loc(&self) -> Loc {
        match self.node {
            Some(node) if self.on_key || !self.missing.is_empty() => self.tree.key_loc(node),
            Some(node) => self.tree.short(node),
            None => Loc::new(FileId(0), 0, 0),
        }
    }

    pub fn path(&self) -> String {
        let mut path = self.node.map_or(String::new(), |node| path_of(self.tree, node));
        for name in &self.missing {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(name);
        }
        path
    }

    /// What stands there, as far as it decides whether a finding is still the same one.
    fn value(&self) -> &'t str {
        match self.node {
            Some(node) if self.missing.is_empty() => self.tree.text(node),
            _ => "",
        }
    }
}

/// One thing that is wrong, or worth asking.
#[derive(Clone, Debug)]
pub struct Finding {
    pub rule: &'static Rule,
    pub level: Level,
    pub loc: Loc,
    /// Dotted path of the place.
    pub path: String,
    /// What is wrong, with the person's own names in it.
    pub message: String,
    /// What stands under the underlined words.
    pub label: Option<String>,
    /// What to write instead.
    pub help: String,
    /// Other places that belong to it.
    pub notes: Vec<(Loc, String)>,
    /// Stays the same while lines above it change: of rule, place and value.
    pub fingerprint: String,
    pub suppressed: Option<Suppressed>,
    /// A general finding: it makes way for any other at its place, and for one of this rule at or below this path.
    pub yields_to: Option<(Option<&'static str>, String)>,
}

/// Why a finding is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suppressed {
    /// By an entry of `suppress:`.
    Entry { reason: String, until: Option<NaiveDate> },
    /// It was there when the baseline was made.
    Baseline,
}

impl Finding {
    pub fn new(rule: &'static Rule, spot: &Spot<'_>, message: impl Into<String>) -> Self {
        let path = spot.path();
        Finding {
            rule,
            level: rule.level,
            loc: spot.loc(),
            fingerprint: fingerprint(rule.code, &path, spot.value()),
            path,
            message: with_short_names(message.into()),
            label: None,
            help: String::new(),
            notes: Vec::new(),
            suppressed: None,
            yields_to: None,
        }
    }

    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = Some(label.into());
        self
    }

    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = help.into();
        self
    }

    pub fn note(&mut self, spot: &Spot<'_>, note: impl Into<String>) -> &mut Self {
        if spot.node.is_some() {
            self.notes.push((spot.loc(), note.into()));
        }
        self
    }

    pub fn level(&mut self, level: Level) -> &mut Self {
        self.level = level;
        self
    }

    /// The definition the finding is about: section and id, and the purpose, case, category or recipient in an activity.
    pub fn subject(&self) -> &str {
        subject(&self.path)
    }
}

/// Names in a message (between backquotes) of more than 60 characters are cut: people write sentences as names.
fn with_short_names(message: String) -> String {
    const MOST: usize = 60;
    if message.len() <= MOST {
        return message;
    }
    let parts: Vec<String> = message
        .split('`')
        .enumerate()
        .map(|(at, part)| {
            if at % 2 == 0 || part.chars().count() <= MOST {
                return part.to_owned();
            }
            let cut = part.char_indices().nth(MOST).map_or(part.len(), |(at, _)| at);
            let end = part[..cut].rfind(' ').unwrap_or(cut);
            format!("{}…", part[..end].trim_end_matches([',', ';']))
        })
        .collect();
    parts.join("`")
}

/// Puts definitions that one finding tells of in an order of their own. The finding stands at the first of them, and has
/// to stay the same finding when people move definitions to other files.
pub fn by_id<T>(entries: &mut [&Entry<T>]) {
    entries.sort_by(|a, b| a.id.cmp(&b.id));
}

/// Words in a list: `one, two and three`.
pub fn listed<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> String {
    let words: Vec<W> = words.into_iter().collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The first words of a list and how many more there are: `one, two and 3 more`.
pub fn listed_up_to(most: usize, words: &[&str]) -> String {
    match words.len().checked_sub(most) {
        None | Some(0) => listed(words),
        Some(more) => format!("{} and {more} more", words[..most].join(", ")),
    }
}

fn subject(path: &str) -> &str {
    let parts: Vec<usize> = joints(path).filter(|at| path[*at..].starts_with('.')).chain([path.len()]).collect();
    let is_nested = |from: usize, to: usize| {
        let name = &path[from..to];
        matches!(name, "purposes" | "cases" | "data_categories" | "recipients" | "subprocessors" | "services" | "transfers")
    };
    let mut end = parts.get(1).copied().unwrap_or(path.len());
    let mut at = 2;
    while at + 1 < parts.len() && is_nested(parts[at - 1] + 1, parts[at]) {
        end = parts[at + 1];
        at += 2;
    }
    &path[..end]
}

/// First 12 hex digits of SHA-256 over what identifies a finding.
pub fn fingerprint(code: &str, path: &str, value: &str) -> String {
    hash(&[code, path, value.trim()])
}

/// The fingerprint of a finding among those of several registers: the same fault in two of them is two faults.
pub fn fingerprint_in(register: &str, fingerprint: &str) -> String {
    hash(&[register, fingerprint])
}

fn hash(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    let first = digest.iter().take(6).fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{first:012x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_is_the_innermost_definition() {
        for (path, expected) in [
            ("activities.support.purposes.answer.legal_basis", "activities.support.purposes.answer"),
            ("activities.support.purposes.answer.cases.users.interest", "activities.support.purposes.answer.cases.users"),
            ("activities.support.owner", "activities.support"),
            ("recipients.helpdesk.transfers.US.signed", "recipients.helpdesk.transfers.US"),
            ("organisation.dpo.name", "organisation.dpo"),
            ("cookies.\"_ga.one\".lasts", "cookies.\"_ga.one\""),
            ("activities.\"a.b\".purposes.\"c.\\\"d\\\".e\".cases", "activities.\"a.b\".purposes.\"c.\\\"d\\\".e\""),
            ("organisation", "organisation"),
            ("", ""),
        ] {
            assert_eq!(subject(path), expected);
        }
    }

    #[test]
    fn a_fingerprint_depends_on_rule_place_and_value() {
        let one = fingerprint("PR001", "a.b", "x");
        assert_eq!(one.len(), 12);
        assert_eq!(one, fingerprint("PR001", "a.b", " x "));
        assert_ne!(one, fingerprint("PR002", "a.b", "x"));
        assert_ne!(one, fingerprint("PR001", "a.c", "x"));
        assert_ne!(one, fingerprint("PR001", "a.b", "y"));
    }
}
