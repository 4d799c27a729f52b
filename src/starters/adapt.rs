//! The person's organisation in place of the invented one, with the remarks of the starter kept.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{Answers, Starter, around};
use crate::decode::{FieldInfo, Lang, Shape, TODO};
use crate::register::Register;
use crate::source::{FileId, Sources};
use crate::syntax::{Kind, NodeId, Tree};

/// The files of a starter with the answers in them; its README as it is.
pub(super) fn adapted(starter: &Starter, answers: &Answers) -> Vec<(String, String)> {
    let is_register = |name: &str| !name.ends_with(".md");
    let mut sources = Sources::default();
    for (name, text) in starter.files.iter().filter(|(name, _)| is_register(name)) {
        sources.add(*name, *name, *text);
    }
    let register = Register::read(sources);
    let plan = Plan::new(starter, answers, &register);
    let mut files: Vec<(String, String)> = register
        .tree
        .sources
        .ids()
        .map(|file| {
            let name = register.tree.sources.get(file).relative.clone();
            let text = around::first_line(&name) + &plan.text(&register.tree, file);
            (name, text)
        })
        .collect();
    let others = starter.files.iter().filter(|(name, _)| !is_register(name));
    files.extend(others.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    files
}

/// What is to be changed.
struct Plan {
    /// Texts that are replaced wherever they stand, in values and in remarks; longer ones first.
    words: Vec<(String, String)>,
    /// Values with a new text.
    set: HashMap<NodeId, String>,
    /// Values that are written anew as they stand here, lists among them.
    raw: HashMap<NodeId, String>,
    /// Entries that are left out, by their values.
    left_out: Vec<NodeId>,
    /// Texts whose language has to be named, because it is no longer the first.
    plain_texts: HashSet<NodeId>,
    language: &'static str,
    website: Option<(&'static str, Option<String>)>,
}

impl Plan {
    fn new(starter: &Starter, answers: &Answers, register: &Register) -> Plan {
        let tree = &register.tree;
        let or_todo = |answer: &Option<String>| answer.clone().unwrap_or_else(|| TODO.into());
        let mut words: Vec<(String, String)> = vec![(starter.email.to_owned(), or_todo(&answers.email))];
        words.extend(starter.names.iter().map(|name| ((*name).to_owned(), or_todo(&answers.name))));
        words.extend(starter.days.iter().map(|day| ((*day).to_owned(), TODO.to_owned())));
        words.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
        let mut plan = Plan {
            words,
            set: HashMap::new(),
            raw: HashMap::new(),
            left_out: Vec::new(),
            plain_texts: HashSet::new(),
            language: starter.languages.first().copied().unwrap_or("en"),
            website: starter.website.map(|website| (website, answers.website.clone())),
        };
        let home = answers.country.as_deref().filter(|country| *country != starter.country).map(|_| starter.country);
        register.fields(&mut |field, node| plan.leave_open(tree, field, node, home));
        let Some(organisation) = register.organisation().and_then(|organisation| organisation.node) else { return plan };
        plan.organisation(tree, organisation, answers);
        // A new register has published nothing yet.
        let notices = register.notices.iter().filter_map(|notice| notice.node);
        plan.left_out.extend(notices.filter_map(|notice| Some(tree.get(notice, "published")?.value)));
        if let Some(languages) = &answers.languages {
            plan.languages(register, organisation, &languages.0);
        }
        plan
    }

    /// What is true of the invented organisation alone is left open: what it has done and decided, whom it works with and,
    /// for an organisation of another country, the law and the places of `home`.
    fn leave_open(&mut self, tree: &Tree, field: &FieldInfo, node: NodeId, home: Option<&str>) {
        let mut open = |node: NodeId| {
            let is_toml = tree.sources.get(node.file).is_toml();
            self.raw.insert(node, if is_toml { quoted(TODO) } else { TODO.to_owned() });
        };
        if field.is_evidence || names_a_supplier(tree, field, node) {
            open(node);
        } else if let Some(home) = home {
            let scalars = match tree.kind(node) {
                Kind::Scalar => vec![node],
                Kind::List => tree.values(node).filter(|value| tree.kind(*value) == Kind::Scalar).collect(),
                Kind::Table => Vec::new(),
            };
            let shape = (field.shape)();
            let is_national =
                |text: &str| (takes(&shape, "citation") && !text.contains("GDPR")) || (is_place(&shape) && text == home);
            scalars.into_iter().filter(|node| is_national(tree.text(*node))).for_each(open);
        }
    }

    fn organisation(&mut self, tree: &Tree, organisation: NodeId, answers: &Answers) {
        let value = |name: &str| tree.get(organisation, name).map(|item| item.value);
        self.answer(value("address"), Some(answers.address.clone().unwrap_or_else(|| TODO.into())));
        self.answer(value("number"), answers.number.clone());
        self.answer(value("phone"), None);
        self.answer(value("trade_names"), None);
        if let Some((country, node)) = answers.country.clone().zip(value("country")) {
            self.raw.remove(&node);
            self.set.insert(node, country);
        }
        let officer = value("dpo").filter(|officer| tree.get(*officer, "name").is_some());
        if let Some(officer) = officer {
            let value = |name: &str| tree.get(officer, name).map(|item| item.value);
            let (name, email) = match &answers.dpo {
                Some(own) => (own.name.clone(), own.email.clone()),
                None => (TODO.into(), TODO.into()),
            };
            self.answer(value("name"), Some(name));
            self.answer(value("email"), Some(email));
        }
    }

    /// A value as answered; the whole entry is left out where there is no answer.
    fn answer(&mut self, node: Option<NodeId>, answer: Option<String>) {
        match (node, answer) {
            (Some(node), Some(answer)) => drop(self.set.insert(node, answer)),
            (Some(node), None) => self.left_out.push(node),
            (None, _) => {}
        }
    }

    /// Texts without a language are in the first one: where that changes, they say which they are in.
    fn languages(&mut self, register: &Register, organisation: NodeId, languages: &[String]) {
        let tree = &register.tree;
        if let Some(item) = tree.get(organisation, "languages") {
            let is_toml = tree.sources.get(organisation.file).is_toml();
            let words = languages.iter().map(|lang| if is_toml { quoted(lang) } else { lang.clone() });
            self.raw.insert(item.value, format!("[{}]", words.collect::<Vec<_>>().join(", ")));
        }
        if languages.first().is_none_or(|first| first == self.language) {
            return;
        }
        for prose in register.prose().filter(|prose| takes_languages(&(prose.field.shape)())) {
            let key = tree.entry_of(prose.node).map(|item| item.key);
            let has_language = key.is_some_and(|key| key != prose.field.name && key.len() <= 5 && Lang::parse(key).is_some());
            if !has_language {
                self.plain_texts.insert(prose.node);
            }
        }
    }

    /// A file with everything that changes in it.
    fn text(&self, tree: &Tree, file: FileId) -> String {
        let source = tree.sources.get(file);
        let mut edits: Vec<(Range<usize>, String)> =
            self.left_out.iter().filter(|node| node.file == file).map(|node| (lines(tree, *node), String::new())).collect();
        if let Some(root) = tree.root(file) {
            self.visit(tree, root, &mut edits);
        }
        edits.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut out = String::with_capacity(source.text.len());
        let mut done = 0;
        for (range, new) in edits {
            // What lies in a part that is left out has nothing to say any more.
            if range.start < done {
                continue;
            }
            out.push_str(&self.replaced(&source.text[done..range.start]));
            out.push_str(&new);
            done = range.end;
        }
        out.push_str(&self.replaced(&source.text[done..]));
        out
    }

    fn visit(&self, tree: &Tree, node: NodeId, edits: &mut Vec<(Range<usize>, String)>) {
        let loc = tree.loc(node);
        let range = loc.start as usize..loc.end as usize;
        if let Some(raw) = self.raw.get(&node) {
            edits.push((range, raw.clone()));
            return;
        }
        match tree.kind(node) {
            Kind::Table => tree.items(node).for_each(|item| self.visit(tree, item.value, edits)),
            Kind::List => tree.values(node).for_each(|value| self.visit(tree, value, edits)),
            Kind::Scalar => {
                let old = tree.text(node);
                let is_toml = tree.sources.get(node.file).is_toml();
                if let Some((website, own)) = &self.website
                    && let Some(rest) = old.strip_prefix(website)
                {
                    match own {
                        Some(own) => edits.push((range, written(&format!("{own}{rest}"), tree.sources.slice(loc), is_toml))),
                        None => edits.push((lines(tree, node), String::new())),
                    }
                    return;
                }
                let new = self.set.get(&node).cloned().unwrap_or_else(|| self.replaced(old));
                if self.plain_texts.contains(&node) {
                    let (lang, text) = (self.language, quoted(&new));
                    edits.push((range, if is_toml { format!("{{ {lang} = {text} }}") } else { format!("{{{lang}: {text}}}") }));
                } else if new != old {
                    edits.push((range, written(&new, tree.sources.slice(loc), is_toml)));
                }
            }
        }
    }

    /// A text with the old words replaced, each place once.
    fn replaced(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            match self.words.iter().find(|(old, _)| rest.starts_with(old.as_str())) {
                Some((old, new)) => {
                    out.push_str(new);
                    rest = &rest[old.len()..];
                }
                None => {
                    out.push(letter);
                    rest = &rest[letter.len_utf8()..];
                }
            }
        }
        out
    }
}

/// A company that the invented organisation deals with; authorities are the same for everybody in a country.
fn names_a_supplier(tree: &Tree, field: &FieldInfo, name: NodeId) -> bool {
    let beside = |key: &str| tree.parent(name).and_then(|table| tree.get(table, key)).map(|item| tree.text(item.value));
    match (field.table, field.name) {
        ("recipient", "name") => beside("role").is_some_and(|role| role != "authority"),
        ("system", "name") => beside("run_by").is_some_and(|run_by| run_by != "us"),
        _ => false,
    }
}

/// Whether a scalar of this kind may stand in a field.
fn takes(shape: &Shape, kind: &str) -> bool {
    match shape {
        Shape::Scalar(own, _) => *own == kind,
        Shape::List(inner) => takes(inner, kind),
        Shape::Either(all) => all.iter().any(|shape| takes(shape, kind)),
        _ => false,
    }
}

fn is_place(shape: &Shape) -> bool {
    takes(shape, "country") || takes(shape, "place")
}

fn takes_languages(shape: &Shape) -> bool {
    match shape {
        Shape::Text => true,
        Shape::List(inner) | Shape::Map(_, inner) => takes_languages(inner),
        Shape::Either(all) => all.iter().any(takes_languages),
        _ => false,
    }
}

/// The lines of an entry, its remark and its line end included.
fn lines(tree: &Tree, value: NodeId) -> Range<usize> {
    let source = tree.sources.get(value.file);
    let (first, last) = (tree.key_loc(value).start, tree.loc(value).end);
    let after = source.position(last).line + 1;
    source.line_start(source.position(first).line) as usize..source.line_start(after) as usize
}

/// A value as it is written in place of an old one: without quotes where the old had none and the new needs none.
fn written(new: &str, old: &str, is_toml: bool) -> String {
    let was_plain = !is_toml && !old.starts_with(['"', '\'', '|', '>']);
    if was_plain && is_plain(new) { new.to_owned() } else { quoted(new) }
}

/// Whether YAML reads a text as itself without quotes, in any place.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    text.starts_with(char::is_alphabetic)
        && text.chars().all(|letter| letter.is_alphanumeric() || " .-/@&()'+_:".contains(letter))
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
        && !WORDS.contains(&text.to_lowercase().as_str())
}

/// A text in double quotes, as YAML and TOML both read it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
