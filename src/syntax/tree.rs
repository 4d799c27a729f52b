//! The tree of a register's texts. Every value and every key knows its bytes; scalars keep their text.

use std::num::NonZeroU32;

use rayon::prelude::*;

use crate::source::{FileId, Loc, MAX_BYTES, Sources};
use crate::visits;

/// A number that an `Option` of it needs no more room than.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(NonZeroU32);

impl Number {
    pub fn new(number: u32) -> Self {
        Number(NonZeroU32::MIN.saturating_add(number))
    }

    pub fn get(self) -> u32 {
        self.0.get() - 1
    }
}

/// A node of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    pub file: FileId,
    number: Number,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Scalar,
    List,
    Table,
}

/// What a node is, where it stands and under which key. 24 bytes: a large register has half a million of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Node {
    start: u32,
    end: u32,
    parent: u32,
    /// Its key; in a list both are its number.
    key_start: u32,
    key_end: u32,
    /// The form in the upper bits. Below them the node that follows the last one inside a list or table, or the place of an
    /// owned text among `strings`.
    form_and_rest: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// The value is the source text.
    Plain,
    /// The value is the source text between its quotes.
    Quoted,
    /// The value differs from the source text: escapes, folded lines.
    Owned,
    /// The same, in quotes.
    OwnedQuoted,
    List,
    Table,
}

const FORMS: [Form; 6] = [Form::Plain, Form::Quoted, Form::Owned, Form::OwnedQuoted, Form::List, Form::Table];
/// A file has fewer values than bytes.
const REST_BITS: u32 = MAX_BYTES.ilog2();

impl Node {
    fn new(form: Form, start: usize, end: usize, rest: u32) -> Self {
        let mut node = Node { start: start as u32, end: end as u32, parent: NONE, key_start: 0, key_end: 0, form_and_rest: 0 };
        node.set(form, rest);
        node
    }

    fn set(&mut self, form: Form, rest: u32) {
        let number = FORMS.iter().position(|own| *own == form).unwrap_or(0) as u32;
        self.form_and_rest = number << REST_BITS | rest;
    }

    fn form(&self) -> Form {
        FORMS[(self.form_and_rest >> REST_BITS) as usize]
    }

    fn rest(&self) -> u32 {
        self.form_and_rest & ((1 << REST_BITS) - 1)
    }

    fn kind(&self) -> Kind {
        match self.form() {
            Form::List => Kind::List,
            Form::Table => Kind::Table,
            _ => Kind::Scalar,
        }
    }
}

const NONE: u32 = u32::MAX;

/// The nodes of one file, in document order: what a list or table holds comes right after it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FileTree {
    nodes: Vec<Node>,
    strings: Vec<Box<str>>,
    /// Keys that are not their source text, with the numbers of their values, in order.
    owned_keys: Vec<(u32, Box<str>)>,
}

impl FileTree {
    pub fn empty() -> Self {
        FileTree::default()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The keys of each table of several entries with their bytes, table by table: what `look` finds in them, in order.
    pub(super) fn in_tables<'t, T: Send, F: IntoIterator<Item = T>>(
        &'t self,
        text: &'t str,
        look: impl Fn(&[(&'t str, (u32, u32))]) -> F + Sync,
    ) -> Vec<T> {
        const AT_ONCE: usize = 16_384;
        let chunks = self.nodes.par_chunks(AT_ONCE).enumerate().map(|(chunk, nodes)| {
            let (mut keys, mut found) = (Vec::new(), Vec::new());
            for (number, _) in nodes.iter().enumerate().filter(|(_, node)| node.kind() == Kind::Table) {
                keys.clear();
                let entries = self.inside((chunk * AT_ONCE + number) as u32, Kind::Table);
                keys.extend(entries.map(|(entry, node)| (self.key_text(entry, text), (node.key_start, node.key_end))));
                if keys.len() > 1 {
                    found.extend(look(&keys));
                }
            }
            found
        });
        chunks.flatten_iter().collect()
    }

    pub(super) fn kind_of_root(&self) -> Option<Kind> {
        self.nodes.first().map(Node::kind)
    }

    /// Number of the outermost value.
    pub(super) const ROOT: u32 = 0;

    /// The outermost table, or the value of its last entry, where it is a table without brackets whose first key stands as asked.
    pub(super) fn table(&self, is_last: bool, text: &str, stands: impl Fn(usize) -> bool) -> Option<u32> {
        self.kind_of_root()?;
        let last = || self.inside(Self::ROOT, Kind::Table).last().map(|(last, _)| last);
        let number = if is_last { last()? } else { Self::ROOT };
        let (_, first) = self.inside(number, Kind::Table).next()?;
        let has_brackets = text[self.nodes[number as usize].start as usize..].starts_with('{');
        (!has_brackets && stands(first.key_start as usize)).then_some(number)
    }

    /// Makes room for all that others hold, in one go.
    pub(super) fn reserve_for(&mut self, others: &[FileTree]) {
        self.nodes.reserve_exact(others.iter().map(|other| other.nodes.len()).sum());
    }

    /// Adds the entries of another tree's outermost table to one of this tree: the outermost one or its last entry. `offset`
    /// is where the other text begins in this one.
    pub(super) fn append(&mut self, table: u32, other: FileTree, offset: usize) {
        let offset = offset as u32;
        // The other root goes: its first child takes this number.
        let base = self.nodes.len() as u32 - 1;
        let strings = self.strings.len() as u32;
        self.nodes.extend(other.nodes[1..].iter().map(|node| {
            let in_list = other.nodes[node.parent as usize].kind() == Kind::List;
            let key_offset = if in_list { 0 } else { offset };
            Node {
                start: node.start + offset,
                end: node.end + offset,
                parent: if node.parent == Self::ROOT { table } else { node.parent + base },
                key_start: node.key_start + key_offset,
                key_end: node.key_end + key_offset,
                form_and_rest: match node.form() {
                    Form::Plain | Form::Quoted => node.form_and_rest,
                    Form::Owned | Form::OwnedQuoted => node.form_and_rest + strings,
                    Form::List | Form::Table => node.form_and_rest + base,
                },
            }
        }));
        self.strings.extend(other.strings);
        self.owned_keys.extend(other.owned_keys.into_iter().map(|(value, key)| (value + base, key)));
        let (end, next) = (other.nodes[0].end + offset, self.nodes.len() as u32);
        for number in [Self::ROOT, table] {
            let node = &mut self.nodes[number as usize];
            node.end = node.end.max(end);
            node.set(Form::Table, next);
        }
    }

    /// The values right inside a list or table, in document order; none in a node of another kind.
    fn inside(&self, number: u32, kind: Kind) -> Inside<'_> {
        let node = &self.nodes[number as usize];
        Inside { nodes: &self.nodes, next: number + 1, end: if node.kind() == kind { node.rest() } else { 0 } }
    }

    fn key_text<'t>(&'t self, number: u32, text: &'t str) -> &'t str {
        let node = &self.nodes[number as usize];
        match self.owned_keys.binary_search_by_key(&number, |(own, _)| *own) {
            Ok(at) => &self.owned_keys[at].1,
            Err(_) => &text[node.key_start as usize..node.key_end as usize],
        }
    }
}

/// Goes from one value of a list or table to the next, past all that the value holds.
#[derive(Clone)]
struct Inside<'t> {
    nodes: &'t [Node],
    next: u32,
    end: u32,
}

impl<'t> Iterator for Inside<'t> {
    type Item = (u32, &'t Node);

    fn next(&mut self) -> Option<Self::Item> {
        let number = self.next;
        let node = (number < self.end).then(|| &self.nodes[number as usize])?;
        self.next = if node.kind() == Kind::Scalar { number + 1 } else { node.rest() };
        Some((number, node))
    }
}

/// Builds a [`FileTree`] from the events of a reader.
pub(super) struct Builder {
    tree: FileTree,
    open: Vec<Open>,
}

struct Open {
    node: u32,
    /// How many values it has, and the last of them.
    count: u32,
    last: u32,
    key: Option<(u32, u32, Option<Box<str>>)>,
}

impl Builder {
    pub fn with_capacity(bytes: usize) -> Self {
        let mut tree = FileTree::default();
        // A register has about one value for every 16 bytes of its text.
        tree.nodes.reserve(bytes / 16);
        Builder { tree, open: Vec::new() }
    }

    /// Whether the next scalar is a key.
    pub fn expects_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.key.is_none() && self.tree.nodes[open.node as usize].kind() == Kind::Table)
    }

    /// Whether the next value belongs to a key.
    pub fn has_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.key.is_some())
    }

    pub fn key(&mut self, value: &str, start: usize, end: usize, text: &str) {
        let (start, end, owned) = match form(value, &text[start..end]) {
            Form::Plain => (start, end, None),
            Form::Quoted => (start + 1, end - 1, None),
            _ => (start, end, Some(value.into())),
        };
        if let Some(open) = self.open.last_mut() {
            open.key = Some((start as u32, end as u32, owned));
        }
    }

    pub fn scalar(&mut self, value: &str, start: usize, end: usize, text: &str) {
        let form = form(value, &text[start..end]);
        let mut place = 0;
        if matches!(form, Form::Owned | Form::OwnedQuoted) {
            self.tree.strings.push(value.into());
            place = self.tree.strings.len() as u32 - 1;
        }
        self.push(Node::new(form, start, end, place));
    }

    pub fn open(&mut self, kind: Kind, start: usize) {
        let form = if kind == Kind::Table { Form::Table } else { Form::List };
        let node = self.push(Node::new(form, start, start, 0));
        self.open.push(Open { node, count: 0, last: node, key: None });
    }

    pub fn close(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let last = self.tree.nodes[open.last as usize];
        let next = self.tree.nodes.len() as u32;
        let node = &mut self.tree.nodes[open.node as usize];
        node.set(node.form(), next);
        node.end = node.end.max(end as u32).max(last.end);
        if node.kind() == Kind::Table && open.count > 0 {
            node.end = node.end.max(last.key_end);
        }
    }

    /// Closes what is still open: a file that breaks off keeps what came before.
    pub fn finish(mut self) -> FileTree {
        while !self.open.is_empty() {
            self.close(0);
        }
        self.tree.nodes.shrink_to_fit();
        self.tree
    }

    fn push(&mut self, mut node: Node) -> u32 {
        let number = self.tree.nodes.len() as u32;
        if let Some(open) = self.open.last_mut() {
            node.parent = open.node;
            if self.tree.nodes[open.node as usize].kind() == Kind::Table {
                let (start, end, owned) = open.key.take().unwrap_or((node.start, node.start, None));
                (node.key_start, node.key_end) = (start, end);
                self.tree.owned_keys.extend(owned.map(|owned| (number, owned)));
            } else {
                (node.key_start, node.key_end) = (open.count, open.count);
            }
            (open.count, open.last) = (open.count + 1, number);
        }
        self.tree.nodes.push(node);
        number
    }
}

/// How a value relates to the source text that it was read from.
fn form(value: &str, raw: &str) -> Form {
    let quoted = raw.len() >= 2 && raw.starts_with(['"', '\'']) && raw.ends_with(['"', '\'']);
    match quoted {
        _ if raw == value => Form::Plain,
        true if raw[1..raw.len() - 1] == *value => Form::Quoted,
        true => Form::OwnedQuoted,
        false => Form::Owned,
    }
}

/// An entry of a table.
#[derive(Clone, Copy, Debug)]
pub struct Item<'t> {
    pub key: &'t str,
    pub key_loc: Loc,
    pub value: NodeId,
}

/// All files of one run with their nodes.
#[derive(Debug, Default)]
pub struct Tree {
    pub sources: Sources,
    files: Vec<FileTree>,
}

impl Tree {
    /// `files` belong to the files of `sources`, in the same order.
    pub fn new(sources: Sources, files: Vec<FileTree>) -> Self {
        assert_eq!(sources.len(), files.len(), "one tree a file");
        Tree { sources, files }
    }

    /// The outermost value of a file; `None` where the file is empty or could not be read at all.
    pub fn root(&self, file: FileId) -> Option<NodeId> {
        let tree = self.files.get(file.0 as usize)?;
        (!tree.is_empty()).then_some(NodeId { file, number: Number::new(0) })
    }

    fn file(&self, node: NodeId) -> &FileTree {
        &self.files[node.file.0 as usize]
    }

    fn node(&self, node: NodeId) -> &Node {
        visits::note();
        &self.file(node).nodes[node.number.get() as usize]
    }

    pub fn kind(&self, node: NodeId) -> Kind {
        self.node(node).kind()
    }

    /// The bytes of a value, quotes and brackets included.
    pub fn loc(&self, node: NodeId) -> Loc {
        let at = self.node(node);
        Loc { file: node.file, start: at.start, end: at.end }
    }

    /// The text of a scalar, unescaped; "" for a list or table.
    pub fn text(&self, node: NodeId) -> &str {
        let at = self.node(node);
        let source = || &self.sources.get(node.file).text;
        match at.form() {
            Form::Plain => &source()[at.start as usize..at.end as usize],
            Form::Quoted => &source()[at.start as usize + 1..at.end as usize - 1],
            Form::Owned | Form::OwnedQuoted => &self.file(node).strings[at.rest() as usize],
            Form::List | Form::Table => "",
        }
    }

    /// Whether a scalar is marked as text where an id could stand too. In YAML quotes do that; TOML quotes everything,
    /// so there they mean nothing.
    pub fn is_marked_as_text(&self, node: NodeId) -> bool {
        let at = self.node(node);
        matches!(at.form(), Form::Quoted | Form::OwnedQuoted) && !self.sources.get(node.file).is_toml()
    }

    /// An absent value and an empty one are the same.
    pub fn is_blank(&self, node: NodeId) -> bool {
        let at = self.node(node);
        match at.form() {
            Form::Plain => matches!(self.text(node), "" | "~" | "null"),
            Form::Quoted | Form::Owned | Form::OwnedQuoted => self.text(node).trim().is_empty(),
            Form::List | Form::Table => at.rest() == node.number.get() + 1,
        }
    }

    /// The entries of a table in document order; none for another kind.
    pub fn items(&self, node: NodeId) -> impl Iterator<Item = Item<'_>> + Clone {
        self.file(node).inside(node.number.get(), Kind::Table).map(move |(number, value)| self.item(node.file, number, value))
    }

    /// The values of a list in document order; none for another kind.
    pub fn values(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let inside = self.file(node).inside(node.number.get(), Kind::List);
        inside.map(move |(number, _)| {
            visits::note();
            NodeId { file: node.file, number: Number::new(number) }
        })
    }

    pub fn get(&self, node: NodeId, key: &str) -> Option<Item<'_>> {
        self.items(node).find(|item| item.key == key)
    }

    fn item(&self, file: FileId, number: u32, value: &Node) -> Item<'_> {
        visits::note();
        Item {
            key: self.files[file.0 as usize].key_text(number, &self.sources.get(file).text),
            key_loc: Loc { file, start: value.key_start, end: value.key_end },
            value: NodeId { file, number: Number::new(number) },
        }
    }

    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        let parent = self.node(node).parent;
        (parent != NONE).then_some(NodeId { file: node.file, number: Number::new(parent) })
    }

    /// The table entry that a value belongs to.
    pub fn entry_of(&self, node: NodeId) -> Option<Item<'_>> {
        let in_table = self.kind(self.parent(node)?) == Kind::Table;
        in_table.then(|| self.item(node.file, node.number.get(), self.node(node)))
    }

    /// The number of a value in its list.
    pub fn number_of(&self, node: NodeId) -> Option<usize> {
        let in_list = self.kind(self.parent(node)?) == Kind::List;
        in_list.then(|| self.node(node).key_start as usize)
    }

    /// The key a value stands under, or the first key of a file for its outermost table: where people look for it.
    pub fn key_loc(&self, node: NodeId) -> Loc {
        if let Some(item) = self.entry_of(node) {
            return item.key_loc;
        }
        if self.parent(node).is_none()
            && let Some(first) = self.items(node).next()
        {
            return first.key_loc;
        }
        self.short(node)
    }

    /// A range to underline: the value where it fits on a line, else its key, else its first line.
    pub fn short(&self, node: NodeId) -> Loc {
        let loc = self.loc(node);
        let text = self.sources.slice(loc);
        if !text.contains('\n') && !text.is_empty() {
            return loc;
        }
        if let Some(item) = self.entry_of(node) {
            return item.key_loc;
        }
        if self.kind(node) == Kind::Table
            && let Some(first) = self.items(node).next()
        {
            return first.key_loc;
        }
        let line = text.lines().next().unwrap_or("").trim_end();
        Loc { end: loc.start + line.len() as u32, ..loc }
    }
}
