//! The tree of a register's texts. Every value and every key knows its bytes; scalars keep their text.

use std::collections::HashMap;
use std::num::NonZeroU32;

use rayon::prelude::*;

use crate::source::{FileId, Loc, Sources};

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

/// What a node is, and where its text or its entries are. Twenty bytes: a large register has a million of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Node {
    start: u32,
    end: u32,
    parent: u32,
    /// First slot of a list or table; index into `strings` of an owned text.
    first: u32,
    /// Number of slots, with the form in the upper bits.
    form_and_count: u32,
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
const COUNT_BITS: u32 = 28;

impl Node {
    fn new(form: Form, start: usize, end: usize, first: u32) -> Self {
        let mut node = Node { start: start as u32, end: end as u32, parent: NONE, first, form_and_count: 0 };
        node.set(form, 0);
        node
    }

    fn set(&mut self, form: Form, count: u32) {
        let number = FORMS.iter().position(|own| *own == form).unwrap_or(0) as u32;
        self.form_and_count = number << COUNT_BITS | count;
    }

    fn form(&self) -> Form {
        FORMS[(self.form_and_count >> COUNT_BITS) as usize]
    }

    fn kind(&self) -> Kind {
        match self.form() {
            Form::List => Kind::List,
            Form::Table => Kind::Table,
            _ => Kind::Scalar,
        }
    }

    fn slots(&self, form: Form) -> std::ops::Range<usize> {
        let count = if self.form() == form { self.form_and_count & ((1 << COUNT_BITS) - 1) } else { 0 };
        self.first as usize..self.first as usize + count as usize
    }
}

/// One entry of a list or a table; the key is an empty range in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Slot {
    key_start: u32,
    key_end: u32,
    value: u32,
}

const NONE: u32 = u32::MAX;

/// The nodes of one file, in document order: a child always comes after its parent.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FileTree {
    nodes: Vec<Node>,
    slots: Vec<Slot>,
    strings: Vec<Box<str>>,
    /// Keys that are not their source text, by the number of their value.
    owned_keys: HashMap<u32, Box<str>>,
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
        let chunks = self.nodes.par_chunks(16_384).map(|nodes| {
            let (mut keys, mut found) = (Vec::new(), Vec::new());
            for slots in nodes.iter().map(|node| &self.slots[node.slots(Form::Table)]).filter(|slots| slots.len() > 1) {
                keys.clear();
                keys.extend(slots.iter().map(|slot| (self.key_text(slot, text), (slot.key_start, slot.key_end))));
                found.extend(look(&keys));
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

    /// The value of the last entry of the outermost table, where it is a table and its first key stands as asked.
    pub(super) fn last_table(&self, stands: impl Fn(usize) -> bool) -> Option<u32> {
        let last = self.entries(0).last()?.value;
        let key = self.entries(last).first()?.key_start;
        (self.nodes[last as usize].kind() == Kind::Table && stands(key as usize)).then_some(last)
    }

    fn entries(&self, node: u32) -> &[Slot] {
        &self.slots[self.nodes[node as usize].slots(Form::Table)]
    }

    /// Makes room for all that others hold, in one go.
    pub(super) fn reserve_for(&mut self, others: &[FileTree]) {
        self.nodes.reserve_exact(others.iter().map(|other| other.nodes.len()).sum());
        self.slots.reserve_exact(others.iter().map(|other| other.slots.len()).sum());
    }

    /// Adds the entries of another tree's outermost table to one of this tree, the last of its file. `offset` is where
    /// the other text begins in this one.
    pub(super) fn append(&mut self, table: u32, other: FileTree, offset: usize) {
        let offset = offset as u32;
        // The other root goes: its first child takes this number.
        let base = self.nodes.len() as u32 - 1;
        let (slots, strings) = (self.slots.len() as u32, self.strings.len() as u32);
        let root = other.nodes[0];
        let own = self.nodes[table as usize].slots(Form::Table);
        let added = root.slots(Form::Table);
        let moved =
            |slot: &Slot| Slot { key_start: slot.key_start + offset, key_end: slot.key_end + offset, value: slot.value + base };
        self.nodes.extend(other.nodes[1..].iter().map(|node| Node {
            start: node.start + offset,
            end: node.end + offset,
            parent: if node.parent == 0 { table } else { node.parent + base },
            first: node.first + if matches!(node.kind(), Kind::Scalar) { strings } else { slots },
            ..*node
        }));
        self.slots.extend(other.slots.iter().map(moved));
        self.strings.extend(other.strings);
        self.owned_keys.extend(other.owned_keys.into_iter().map(|(value, key)| (value + base, key)));
        let added = added.start + slots as usize..added.end + slots as usize;
        // Entries of one table stand side by side.
        let first = self.slots.len();
        self.slots.extend_from_within(own);
        self.slots.extend_from_within(added);
        let count = self.slots.len() - first;
        let end = root.end + offset;
        let node = &mut self.nodes[table as usize];
        node.first = first as u32;
        node.set(Form::Table, count as u32);
        node.end = node.end.max(end);
        self.nodes[0].end = self.nodes[0].end.max(end);
    }

    fn key_text<'t>(&'t self, slot: &Slot, text: &'t str) -> &'t str {
        match self.owned_keys.is_empty() {
            true => &text[slot.key_start as usize..slot.key_end as usize],
            false => self.owned_keys.get(&slot.value).map_or(&text[slot.key_start as usize..slot.key_end as usize], |key| key),
        }
    }
}

/// Builds a [`FileTree`] from the events of a reader.
pub(super) struct Builder {
    tree: FileTree,
    open: Vec<Open>,
    pending: Vec<Slot>,
}

struct Open {
    node: u32,
    first: usize,
    key: Option<(u32, u32, Option<Box<str>>)>,
}

impl Builder {
    pub fn with_capacity(bytes: usize) -> Self {
        let mut tree = FileTree::default();
        // A register has about one value for every 16 bytes of its text.
        tree.nodes.reserve(bytes / 16);
        tree.slots.reserve(bytes / 16);
        Builder { tree, open: Vec::new(), pending: Vec::new() }
    }

    /// Whether the next scalar is a key.
    pub fn expects_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.key.is_none() && self.tree.nodes[open.node as usize].form() == Form::Table)
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
        let mut first = 0;
        if matches!(form, Form::Owned | Form::OwnedQuoted) {
            self.tree.strings.push(value.into());
            first = self.tree.strings.len() as u32 - 1;
        }
        self.push(Node::new(form, start, end, first));
    }

    pub fn open(&mut self, kind: Kind, start: usize) {
        let form = if kind == Kind::Table { Form::Table } else { Form::List };
        let node = self.push(Node::new(form, start, start, 0));
        self.open.push(Open { node, first: self.pending.len(), key: None });
    }

    pub fn close(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let first = self.tree.slots.len();
        self.tree.slots.extend(self.pending.drain(open.first..));
        let count = self.tree.slots.len() - first;
        let last = self.tree.slots[first..].last().map_or(0, |slot| slot.key_end.max(self.tree.nodes[slot.value as usize].end));
        let node = &mut self.tree.nodes[open.node as usize];
        node.end = node.end.max(end as u32).max(last);
        node.first = first as u32;
        node.set(node.form(), count as u32);
    }

    /// Closes what is still open: a file that breaks off keeps what came before.
    pub fn finish(mut self) -> FileTree {
        while !self.open.is_empty() {
            self.close(0);
        }
        self.tree.nodes.shrink_to_fit();
        self.tree.slots.shrink_to_fit();
        self.tree
    }

    fn push(&mut self, mut node: Node) -> u32 {
        let value = self.tree.nodes.len() as u32;
        if let Some(open) = self.open.last_mut() {
            node.parent = open.node;
            let (key_start, key_end, owned) = open.key.take().unwrap_or((node.start, node.start, None));
            if let Some(owned) = owned {
                self.tree.owned_keys.insert(value, owned);
            }
            self.pending.push(Slot { key_start, key_end, value });
        }
        self.tree.nodes.push(node);
        value
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
            Form::Owned | Form::OwnedQuoted => &self.file(node).strings[at.first as usize],
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
            form => at.slots(form).is_empty(),
        }
    }

    /// The entries of a table in document order; none for another kind.
    pub fn items(&self, node: NodeId) -> impl ExactSizeIterator<Item = Item<'_>> + DoubleEndedIterator + Clone {
        self.file(node).slots[self.node(node).slots(Form::Table)].iter().map(move |slot| self.item(node, slot))
    }

    /// The values of a list in document order; none for another kind.
    pub fn values(&self, node: NodeId) -> impl ExactSizeIterator<Item = NodeId> + '_ {
        self.file(node).slots[self.node(node).slots(Form::List)]
            .iter()
            .map(move |slot| NodeId { file: node.file, number: Number::new(slot.value) })
    }

    pub fn get(&self, node: NodeId, key: &str) -> Option<Item<'_>> {
        self.items(node).find(|item| item.key == key)
    }

    fn item(&self, node: NodeId, slot: &Slot) -> Item<'_> {
        Item {
            key: self.file(node).key_text(slot, &self.sources.get(node.file).text),
            key_loc: Loc { file: node.file, start: slot.key_start, end: slot.key_end },
            value: NodeId { file: node.file, number: Number::new(slot.value) },
        }
    }

    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        let parent = self.node(node).parent;
        (parent != NONE).then_some(NodeId { file: node.file, number: Number::new(parent) })
    }

    /// The table entry that a value belongs to, found by bisection: values stand in document order.
    pub fn entry_of(&self, node: NodeId) -> Option<Item<'_>> {
        let parent = self.parent(node)?;
        let slots = &self.file(node).slots[self.node(parent).slots(Form::Table)];
        let at = slots.binary_search_by_key(&node.number.get(), |slot| slot.value).ok()?;
        Some(self.item(parent, &slots[at]))
    }

    /// The number of a value in its list.
    pub fn number_of(&self, node: NodeId) -> Option<usize> {
        let parent = self.parent(node)?;
        self.file(node).slots[self.node(parent).slots(Form::List)]
            .binary_search_by_key(&node.number.get(), |slot| slot.value)
            .ok()
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
