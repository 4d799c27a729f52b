//! The tree of a register's texts. Every value and every key knows its bytes; scalars keep their text.

use crate::source::{FileId, Loc, Sources};

/// A node of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    pub file: FileId,
    index: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Scalar,
    List,
    Table,
}

#[derive(Clone, Copy, Debug)]
enum Content {
    /// The value is the source text of this range.
    Slice(u32, u32),
    /// The value differs from the source text (escapes, folded lines): an index into `strings`.
    Owned(u32),
    /// First and one past the last of `items`.
    List(u32, u32),
    Table(u32, u32),
}

#[derive(Clone, Copy, Debug)]
struct Node {
    start: u32,
    end: u32,
    parent: u32,
    quoted: bool,
    content: Content,
}

/// One entry of a list or a table; `key` is an empty range in a list.
#[derive(Clone, Copy, Debug)]
struct Slot {
    key_start: u32,
    key_end: u32,
    /// Index into `strings` where the key is not its source text.
    key_owned: u32,
    value: u32,
}

const NONE: u32 = u32::MAX;

/// The nodes of one file, in document order: a child always comes after its parent.
#[derive(Debug, Default)]
pub struct FileTree {
    nodes: Vec<Node>,
    slots: Vec<Slot>,
    strings: Vec<Box<str>>,
}

impl FileTree {
    pub fn empty() -> Self {
        FileTree::default()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The keys of each table with their bytes, table by table.
    pub(super) fn key_runs<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Vec<(&'t str, (u32, u32))>> {
        self.nodes.iter().filter_map(move |node| {
            let Content::Table(from, to) = node.content else { return None };
            let keys = self.slots[from as usize..to as usize].iter();
            Some(keys.map(|slot| (self.key_text(slot, text), (slot.key_start, slot.key_end))).collect())
        })
    }

    fn key_text<'t>(&'t self, slot: &Slot, text: &'t str) -> &'t str {
        match slot.key_owned {
            NONE => &text[slot.key_start as usize..slot.key_end as usize],
            index => &self.strings[index as usize],
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
    key: Option<Slot>,
}

impl Builder {
    pub fn with_capacity(bytes: usize) -> Self {
        let mut tree = FileTree::default();
        // About one value per 20 bytes of register text.
        tree.nodes.reserve(bytes / 20);
        tree.slots.reserve(bytes / 20);
        Builder { tree, open: Vec::new(), pending: Vec::new() }
    }

    /// Whether the next scalar is a key.
    pub fn expects_key(&self) -> bool {
        self.open.last().is_some_and(|open| self.is_table(open.node) && open.key.is_none())
    }

    fn is_table(&self, node: u32) -> bool {
        matches!(self.tree.nodes[node as usize].content, Content::Table(..))
    }

    pub fn key(&mut self, value: &str, start: usize, end: usize, text: &str) {
        let (content, _) = self.content(value, start, end, text);
        let slot = match content {
            Content::Slice(start, end) => Slot { key_start: start, key_end: end, key_owned: NONE, value: 0 },
            Content::Owned(index) => Slot { key_start: start as u32, key_end: end as u32, key_owned: index, value: 0 },
            _ => unreachable!("a key is a scalar"),
        };
        if let Some(open) = self.open.last_mut() {
            open.key = Some(slot);
        }
    }

    pub fn scalar(&mut self, value: &str, start: usize, end: usize, text: &str) {
        let (content, quoted) = self.content(value, start, end, text);
        self.push(Node { start: start as u32, end: end as u32, parent: NONE, quoted, content });
    }

    pub fn open(&mut self, kind: Kind, start: usize) {
        let content = match kind {
            Kind::Table => Content::Table(0, 0),
            _ => Content::List(0, 0),
        };
        let start = start as u32;
        let node = self.push(Node { start, end: start, parent: NONE, quoted: false, content });
        self.open.push(Open { node, first: self.pending.len(), key: None });
    }

    pub fn close(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let from = self.tree.slots.len() as u32;
        self.tree.slots.extend(self.pending.drain(open.first..));
        let to = self.tree.slots.len() as u32;
        let node = &mut self.tree.nodes[open.node as usize];
        node.end = node.end.max(end as u32);
        node.content = match node.content {
            Content::Table(..) => Content::Table(from, to),
            _ => Content::List(from, to),
        };
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

    /// The source range that is the value, or a stored copy where none is.
    fn content(&mut self, value: &str, start: usize, end: usize, text: &str) -> (Content, bool) {
        let raw = &text[start..end];
        let quoted = raw.len() >= 2 && raw.starts_with(['"', '\'']) && raw.ends_with(['"', '\'']);
        if raw == value {
            (Content::Slice(start as u32, end as u32), false)
        } else if quoted && raw[1..raw.len() - 1] == *value {
            (Content::Slice(start as u32 + 1, end as u32 - 1), true)
        } else {
            self.tree.strings.push(value.into());
            (Content::Owned(self.tree.strings.len() as u32 - 1), quoted)
        }
    }

    fn push(&mut self, mut node: Node) -> u32 {
        let index = self.tree.nodes.len() as u32;
        if let Some(open) = self.open.last_mut() {
            node.parent = open.node;
            let slot = open.key.take().unwrap_or(Slot { key_start: node.start, key_end: node.start, key_owned: NONE, value: 0 });
            self.pending.push(Slot { value: index, ..slot });
        }
        self.tree.nodes.push(node);
        index
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
        (!tree.is_empty()).then_some(NodeId { file, index: 0 })
    }

    fn file(&self, node: NodeId) -> &FileTree {
        &self.files[node.file.0 as usize]
    }

    fn node(&self, node: NodeId) -> &Node {
        &self.file(node).nodes[node.index as usize]
    }

    pub fn kind(&self, node: NodeId) -> Kind {
        match self.node(node).content {
            Content::Slice(..) | Content::Owned(_) => Kind::Scalar,
            Content::List(..) => Kind::List,
            Content::Table(..) => Kind::Table,
        }
    }

    /// The bytes of a value, quotes and brackets included.
    pub fn loc(&self, node: NodeId) -> Loc {
        let at = self.node(node);
        Loc { file: node.file, start: at.start, end: at.end }
    }

    /// The text of a scalar, unescaped; "" for a list or table.
    pub fn text(&self, node: NodeId) -> &str {
        match self.node(node).content {
            Content::Slice(start, end) => &self.sources.get(node.file).text[start as usize..end as usize],
            Content::Owned(index) => &self.file(node).strings[index as usize],
            _ => "",
        }
    }

    /// Whether a scalar stands in quotes, which makes it a text where an id could stand too.
    pub fn is_quoted(&self, node: NodeId) -> bool {
        self.node(node).quoted
    }

    /// An absent value and an empty one are the same.
    pub fn is_blank(&self, node: NodeId) -> bool {
        match self.node(node).content {
            Content::Slice(start, end) => start == end || (!self.node(node).quoted && matches!(self.text(node), "~" | "null")),
            Content::Owned(_) => self.text(node).trim().is_empty(),
            Content::List(from, to) | Content::Table(from, to) => from == to,
        }
    }

    /// The entries of a table in document order; none for another kind.
    pub fn items(&self, node: NodeId) -> impl ExactSizeIterator<Item = Item<'_>> + DoubleEndedIterator + Clone {
        let slots = match self.node(node).content {
            Content::Table(from, to) => from..to,
            _ => 0..0,
        };
        self.file(node).slots[slots.start as usize..slots.end as usize].iter().map(move |slot| self.item(node, slot))
    }

    /// The values of a list in document order; none for another kind.
    pub fn values(&self, node: NodeId) -> impl ExactSizeIterator<Item = NodeId> + '_ {
        let slots = match self.node(node).content {
            Content::List(from, to) => from..to,
            _ => 0..0,
        };
        self.file(node).slots[slots.start as usize..slots.end as usize]
            .iter()
            .map(move |slot| NodeId { file: node.file, index: slot.value })
    }

    pub fn get(&self, node: NodeId, key: &str) -> Option<Item<'_>> {
        self.items(node).find(|item| item.key == key)
    }

    fn item(&self, node: NodeId, slot: &Slot) -> Item<'_> {
        Item {
            key: self.file(node).key_text(slot, &self.sources.get(node.file).text),
            key_loc: Loc { file: node.file, start: slot.key_start, end: slot.key_end },
            value: NodeId { file: node.file, index: slot.value },
        }
    }

    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        let parent = self.node(node).parent;
        (parent != NONE).then_some(NodeId { file: node.file, index: parent })
    }

    /// The table entry that a value belongs to, found by bisection: values stand in document order.
    pub fn entry_of(&self, node: NodeId) -> Option<Item<'_>> {
        let parent = self.parent(node)?;
        let Content::Table(from, to) = self.node(parent).content else { return None };
        let slots = &self.file(node).slots[from as usize..to as usize];
        let at = slots.binary_search_by_key(&node.index, |slot| slot.value).ok()?;
        Some(self.item(parent, &slots[at]))
    }

    /// The number of a value in its list.
    pub fn number_of(&self, node: NodeId) -> Option<usize> {
        let parent = self.parent(node)?;
        let Content::List(from, to) = self.node(parent).content else { return None };
        self.file(node).slots[from as usize..to as usize].binary_search_by_key(&node.index, |slot| slot.value).ok()
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
