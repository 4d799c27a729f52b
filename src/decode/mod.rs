//! Tree to plain values, reporting every structural problem of every file in one run.
//!
//! A type that can stand in a register implements [`Decode`]: how it is read, and what it looks like ([`Shape`]).
//! Tables are declared with [`table!`](crate::table) and coded values with [`values!`](crate::values); from these
//! declarations come the reader, the did-you-mean, the JSON Schema and the field reference.
//!
//! `None` always means "absent, or already reported": nobody downstream reports it again.

mod condition;
mod guess;
mod macros;
mod path;
mod scalars;
mod shape;
mod visit;

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use guess::{Names, best};

pub use condition::Condition;
pub use guess::{nearest, nearest_all};
pub use path::{Holds, holds, joints, path_of, path_of_file, quote, steps, upward};
pub use scalars::{
    Citation, Country, Duration, Email, Lang, Lifetime, PLACE_WORDS, Phone, Place, RuleCode, Target, Text, Unit, Url, parse_date,
};
pub use shape::{DaySense, FieldInfo, Needed, Shape, TableInfo, ValueInfo, ValuesInfo, reachable};
pub use visit::{tables, visit};

pub use crate::source::Excerpt;
use crate::source::Loc;
use crate::syntax::{Kind, NodeId, Number, Tree, without_space};

/// What people write where an answer is still to come.
pub const TODO: &str = "TODO";

/// What is structurally wrong with a place in a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    pub loc: Loc,
    /// Path of the place, as in a suppression's target.
    pub path: String,
    pub message: String,
    pub help: String,
    pub other: Option<(Loc, String)>,
}

/// Each kind is reported by the rule of the code beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKind {
    UnknownField,
    UnknownValue,
    /// Read as the value it stands for.
    Synonym,
    UnknownReference,
    DuplicateId,
    Unreadable,
    Unsupported,
    WrongShape,
    WrongPlace,
}

impl ProblemKind {
    pub fn code(self) -> &'static str {
        match self {
            ProblemKind::UnknownField => "PR001",
            ProblemKind::UnknownValue | ProblemKind::Synonym => "PR002",
            ProblemKind::UnknownReference => "PR003",
            ProblemKind::DuplicateId => "PR004",
            ProblemKind::Unreadable => "PR015",
            ProblemKind::Unsupported => "PR016",
            ProblemKind::WrongShape => "PR017",
            ProblemKind::WrongPlace => "PR018",
        }
    }
}

/// A list of a definition. One word wide: most lists of most definitions are empty.
pub type List<T> = thin_vec::ThinVec<T>;

/// A value that can be read from a register.
pub trait Decode: Sized {
    fn shape() -> Shape;

    /// Reads a value that is there and not empty. `None`: reported.
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self>;

    /// Whether the value looks like one of this type, for fields that take either of two.
    fn fits(d: &Decoder<'_>, node: NodeId) -> bool {
        let kind = d.tree.kind(node);
        match Self::shape() {
            Shape::Table(_) | Shape::Map(..) => kind == Kind::Table,
            Shape::List(_) => true,
            _ => kind == Kind::Scalar,
        }
    }
}

/// Takes over what is not given, as when a built-in id is redefined.
pub trait Inherit {
    fn inherit(&mut self, base: &Self);
}

/// A field of a table: an optional value, a list, a map.
pub trait Field: Default {
    fn shape() -> Shape;
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId);
    /// An absent field and an empty one are the same.
    fn is_absent(&self) -> bool;
}

impl<T: Decode> Field for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId) {
        *self = T::decode(d, node);
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// A list; one value may stand instead of a list of one.
impl<T: Decode> Field for List<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId) {
        if d.tree.kind(node) == Kind::List {
            let tree = d.tree;
            self.reserve_exact(tree.values(node).count());
            for item in tree.values(node) {
                if tree.is_blank(item) {
                    continue;
                }
                self.extend(T::decode(d, item));
            }
        } else {
            self.reserve_exact(1);
            self.extend(T::decode(d, node));
        }
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Decode> Decode for List<T> {
    fn shape() -> Shape {
        <Self as Field>::shape()
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let mut list = List::new();
        list.read(d, node);
        Some(list)
    }
    // One value in place of a list of one is an entry only where it looks like one.
    fn fits(d: &Decoder<'_>, node: NodeId) -> bool {
        d.tree.kind(node) == Kind::List || T::fits(d, node)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        T::decode(d, node).map(Box::new)
    }
    fn fits(d: &Decoder<'_>, node: NodeId) -> bool {
        T::fits(d, node)
    }
}

/// A definition with the id it stands under.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    pub id: Excerpt,
    /// Where it stands; `None` for what is built in.
    pub node: Option<NodeId>,
    /// It could not be read and has been reported; it still owns its id.
    pub broken: bool,
    pub value: T,
}

impl<T> std::ops::Deref for Entry<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A map from id to definition, in the order of the file.
pub type Map<T> = Vec<Entry<T>>;

impl<T: Decode + Default> Decode for Entry<T> {
    fn shape() -> Shape {
        T::shape()
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let id = d.tree.entry_of(node).map_or("", |item| item.key);
        let value = if d.tree.is_blank(node) { Some(T::default()) } else { T::decode(d, node) };
        Some(Entry { id: d.excerpt(node, id), node: Some(node), broken: value.is_none(), value: value.unwrap_or_default() })
    }
}

/// A table whose keys are ids chosen by people.
#[derive(Clone, Debug)]
pub struct IdMap<T>(pub List<Entry<T>>);

impl<T> Default for IdMap<T> {
    fn default() -> Self {
        IdMap(List::new())
    }
}

impl<T> std::ops::Deref for IdMap<T> {
    type Target = [Entry<T>];
    fn deref(&self) -> &[Entry<T>] {
        &self.0
    }
}

impl<'m, T> IntoIterator for &'m IdMap<T> {
    type Item = &'m Entry<T>;
    type IntoIter = std::slice::Iter<'m, Entry<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: Decode + Default> Field for IdMap<T> {
    fn shape() -> Shape {
        Shape::Map(Box::new(Shape::Id), Box::new(T::shape()))
    }
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId) {
        if !d.expect_table(node, "a table: one entry for each, under an id of its own") {
            return;
        }
        let tree = d.tree;
        self.0.reserve_exact(tree.items(node).count());
        for item in tree.items(node) {
            d.check_id(item.key, item.key_loc, item.value);
            self.0.extend(Entry::decode(d, item.value));
        }
    }
    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Decode + Default> Decode for IdMap<T> {
    fn shape() -> Shape {
        <Self as Field>::shape()
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let mut map = IdMap::default();
        map.read(d, node);
        Some(map)
    }
}

/// One entry of a [`KeyMap`].
#[derive(Clone, Debug)]
pub struct Pair<K, V> {
    pub key: K,
    pub node: NodeId,
    pub value: V,
}

/// A table whose keys are values of a kind: countries, rights, rule codes.
#[derive(Clone, Debug)]
pub struct KeyMap<K, V>(pub List<Pair<K, V>>);

impl<K, V> Default for KeyMap<K, V> {
    fn default() -> Self {
        KeyMap(List::new())
    }
}

impl<K, V> std::ops::Deref for KeyMap<K, V> {
    type Target = [Pair<K, V>];
    fn deref(&self) -> &[Pair<K, V>] {
        &self.0
    }
}

impl<'m, K, V> IntoIterator for &'m KeyMap<K, V> {
    type Item = &'m Pair<K, V>;
    type IntoIter = std::slice::Iter<'m, Pair<K, V>>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<K: PartialEq, V> KeyMap<K, V> {
    pub fn value(&self, key: &K) -> Option<&V> {
        self.0.iter().find(|pair| pair.key == *key).map(|pair| &pair.value)
    }
}

/// A key of a [`KeyMap`].
pub trait Key: Sized {
    fn key_shape() -> Shape;
    /// Reads the key of an entry. `None`: reported.
    fn key(d: &mut Decoder<'_>, text: &str, loc: Loc, value: NodeId) -> Option<Self>;
}

impl<K: Key, V: Decode> Field for KeyMap<K, V> {
    fn shape() -> Shape {
        Shape::Map(Box::new(K::key_shape()), Box::new(V::shape()))
    }
    fn read(&mut self, d: &mut Decoder<'_>, node: NodeId) {
        if !d.expect_table(node, "a table: a value for each key") {
            return;
        }
        let tree = d.tree;
        self.0.reserve_exact(tree.items(node).count());
        for item in tree.items(node) {
            let key = K::key(d, item.key, item.key_loc, item.value);
            if tree.is_blank(item.value) {
                continue;
            }
            let value = V::decode(d, item.value);
            if let (Some(key), Some(value)) = (key, value) {
                self.0.push(Pair { key, node: item.value, value });
            }
        }
    }
    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Key, V: Decode> Decode for KeyMap<K, V> {
    fn shape() -> Shape {
        <Self as Field>::shape()
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let mut map = KeyMap::default();
        map.read(d, node);
        Some(map)
    }
}

/// A field that takes one of two kinds of value. What fits neither is read, and reported, as the second.
#[derive(Clone, Debug, PartialEq)]
pub enum Either<A, B> {
    One(A),
    Other(B),
}

impl<A, B> Either<A, B> {
    pub fn one(&self) -> Option<&A> {
        if let Either::One(one) = self { Some(one) } else { None }
    }
    pub fn other(&self) -> Option<&B> {
        if let Either::Other(other) = self { Some(other) } else { None }
    }
}

impl<A: Decode, B: Decode> Decode for Either<A, B> {
    fn shape() -> Shape {
        Shape::either(A::shape(), B::shape())
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        if A::fits(d, node) { A::decode(d, node).map(Either::One) } else { B::decode(d, node).map(Either::Other) }
    }
    fn fits(d: &Decoder<'_>, node: NodeId) -> bool {
        A::fits(d, node) || B::fits(d, node)
    }
}

/// An answer that may also be the word `none`.
#[derive(Clone, Debug, PartialEq)]
pub enum OrNone<T> {
    None,
    Some(T),
}

impl<T> OrNone<T> {
    pub fn some(&self) -> Option<&T> {
        if let OrNone::Some(value) = self { Some(value) } else { None }
    }
}

impl<T: Decode> Decode for OrNone<T> {
    fn shape() -> Shape {
        Shape::either(T::shape(), Shape::Word("none"))
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        if d.tree.text(node) == "none" { Some(OrNone::None) } else { T::decode(d, node).map(OrNone::Some) }
    }
}

/// A reference to a definition of one section.
#[derive(Debug)]
pub struct Ref<T> {
    pub node: NodeId,
    /// Number of the definition in its section; `None` where there is none, which has been reported.
    target: Option<Number>,
    section: std::marker::PhantomData<fn() -> T>,
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.target.is_some() && self.target == other.target
    }
}

impl<T> Ref<T> {
    pub fn new(node: NodeId, target: Option<u32>) -> Self {
        Ref { node, target: target.map(Number::new), section: std::marker::PhantomData }
    }
    pub fn target(self) -> Option<usize> {
        self.target.map(|target| target.get() as usize)
    }
}

/// Types that are defined in a section of the register.
pub trait Defined {
    const SECTION: &'static str;
}

impl<T: Defined> Decode for Ref<T> {
    fn shape() -> Shape {
        Shape::Ref(vec![T::SECTION], vec![])
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let id = d.expect_text(node, "an id")?;
        let target = d.refer(T::SECTION, id, node);
        if target.is_none() {
            d.unknown_reference(node, &[T::SECTION], &[]);
        }
        Some(Ref::new(node, target))
    }
    fn fits(d: &Decoder<'_>, node: NodeId) -> bool {
        d.looks_like_id(node)
    }
}

impl<T: Defined> Key for Ref<T> {
    fn key_shape() -> Shape {
        Shape::Ref(vec![T::SECTION], vec![])
    }
    fn key(d: &mut Decoder<'_>, text: &str, loc: Loc, value: NodeId) -> Option<Self> {
        let target = d.refer(T::SECTION, text, value);
        if target.is_none() {
            d.unknown_id(text, loc, value, &[T::SECTION], &[]);
        }
        Some(Ref::new(value, target))
    }
}

/// What an [`AnyRef`] may point to.
pub trait Targets {
    const SECTIONS: &'static [&'static str];
    /// Words that stand for themselves, such as `us`.
    const WORDS: &'static [&'static str] = &[];
}

/// A reference into one of several sections, or one of a few words.
#[derive(Debug)]
pub struct AnyRef<K> {
    pub node: NodeId,
    pub target: AnyTarget,
    kind: std::marker::PhantomData<fn() -> K>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnyTarget {
    Word(&'static str),
    /// Section and number in it.
    Definition(&'static str, u32),
    /// Points to nothing, which has been reported.
    Nothing,
}

impl<K> Clone for AnyRef<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for AnyRef<K> {}

impl<K> AnyRef<K> {
    pub fn is_word(self, word: &str) -> bool {
        matches!(self.target, AnyTarget::Word(own) if own == word)
    }

    /// The reference as one into a certain section, where it is.
    pub fn to<T: Defined>(self) -> Option<Ref<T>> {
        match self.target {
            AnyTarget::Definition(section, number) if section == T::SECTION => Some(Ref::new(self.node, Some(number))),
            _ => None,
        }
    }
}

impl<K: Targets> Decode for AnyRef<K> {
    fn shape() -> Shape {
        Shape::Ref(K::SECTIONS.to_vec(), K::WORDS.to_vec())
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "an id")?;
        let word = K::WORDS.iter().find(|word| **word == text).map(|word| AnyTarget::Word(word));
        let target = word.or_else(|| {
            K::SECTIONS.iter().find_map(|section| Some(AnyTarget::Definition(section, d.refer(section, text, node)?)))
        });
        if target.is_none() {
            d.unknown_reference(node, K::SECTIONS, K::WORDS);
        }
        Some(AnyRef { node, target: target.unwrap_or(AnyTarget::Nothing), kind: std::marker::PhantomData })
    }
    fn fits(d: &Decoder<'_>, node: NodeId) -> bool {
        d.looks_like_id(node)
    }
}

/// Ids of every section, known before anything is decoded, so that references resolve as they are read.
#[derive(Debug, Default)]
pub struct Index {
    ids: HashMap<&'static str, HashMap<Box<str>, u32>>,
    /// The same to guess among, once an unknown id turns up.
    sorted: OnceLock<HashMap<&'static str, Names<Box<str>>>>,
    /// Ids that stand in texts which could not be read to the end: a reference to one is not reported.
    pub unsure: HashSet<Box<str>>,
    /// All tables of the format, for hints on misplaced fields.
    pub tables: Vec<&'static TableInfo>,
}

impl Index {
    pub fn new(tables: Vec<&'static TableInfo>) -> Self {
        Index { tables, ..Index::default() }
    }

    /// Adds an id and returns its number; the same id keeps the number it has.
    pub fn add(&mut self, section: &'static str, id: &str) -> u32 {
        let ids = self.ids.entry(section).or_default();
        let next = ids.len() as u32;
        *ids.entry(id.into()).or_insert(next)
    }

    pub fn find(&self, section: &str, id: &str) -> Option<u32> {
        self.ids.get(section)?.get(id).copied()
    }

    /// The ids of sections, and words, that an unknown one most resembles.
    fn nearest(&self, id: &str, sections: &[&'static str], words: &[&'static str]) -> Vec<&str> {
        let sorted = self.sorted.get_or_init(|| {
            let sections = self.ids.iter();
            sections.map(|(section, ids)| (*section, Names::of(ids.keys().cloned()))).collect()
        });
        let ids = sections.iter().filter_map(|section| sorted.get(section)).flat_map(|names| names.near(id));
        let words = Names::of(words.iter().copied());
        let words = words.near(id).into_iter().map(|(edits, word)| (edits, *word));
        best(ids.map(|(edits, id)| (edits, &**id)).chain(words), 3)
    }
}

/// A text that a person wrote, with the field it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Prose {
    pub node: NodeId,
    pub lang: Lang,
    pub field: &'static FieldInfo,
}

/// A place that refers to a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    pub section: &'static str,
    pub target: u32,
    pub node: NodeId,
}

/// What is wrong with an id, if anything is.
pub fn id_problem(id: &str, loc: Loc, path: impl FnOnce() -> String) -> Option<Problem> {
    (!is_id(id)).then(|| Problem {
        kind: ProblemKind::WrongShape,
        loc,
        path: path(),
        message: format!("`{}` is no id: ids are small letters, digits and hyphens", shorten(id)),
        help: match kebab(id) {
            Some(better) => format!("Write `{better}`, here and wherever it is referred to."),
            None => "Write it like `customer-support`.".into(),
        },
        other: None,
    })
}

/// References, by the section they lead to: there are hundreds of thousands, and two dozen sections.
#[derive(Debug, Default)]
pub struct References(Vec<(&'static str, Vec<(u32, NodeId)>)>);

impl References {
    pub fn add(&mut self, section: &'static str, target: u32, node: NodeId) {
        match self.0.iter_mut().find(|(own, _)| *own == section) {
            Some((_, list)) => list.push((target, node)),
            None => self.0.push((section, vec![(target, node)])),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = Reference> {
        self.0.iter().flat_map(|&(section, ref list)| list.iter().map(move |&(target, node)| Reference { section, target, node }))
    }
}

/// What reading collects beside the values: problems, texts and references.
#[derive(Debug, Default)]
pub struct Collected {
    pub problems: Vec<Problem>,
    pub prose: Vec<Prose>,
    pub references: References,
}

impl Collected {
    /// Gives back the room to spare.
    pub fn shrink_to_fit(&mut self) {
        self.prose.shrink_to_fit();
        self.references.0.iter_mut().for_each(|(_, list)| list.shrink_to_fit());
    }
}

/// Reads values from the tree and collects what is wrong with them.
pub struct Decoder<'a> {
    pub tree: &'a Tree,
    pub index: &'a Index,
    /// The language of plain texts: the first of `organisation.languages`.
    pub language: Lang,
    pub collected: Collected,
    /// The field being read.
    current: Option<&'static FieldInfo>,
    /// The value whose field is misspelt, with the field that it is read as.
    guess: Option<(NodeId, &'static FieldInfo)>,
}

impl<'a> Decoder<'a> {
    pub fn new(tree: &'a Tree, index: &'a Index, language: Lang) -> Self {
        Decoder { tree, index, language, collected: Collected::default(), current: None, guess: None }
    }

    pub fn find(&self, section: &str, id: &str) -> Option<u32> {
        self.index.find(section, id)
    }

    /// Looks a reference up and notes that it stands here.
    pub fn refer(&mut self, section: &'static str, id: &str, node: NodeId) -> Option<u32> {
        let target = self.find(section, id)?;
        self.collected.references.add(section, target, node);
        Some(target)
    }

    /// A text at a node, without copying what stands in the file as it is.
    pub fn excerpt(&self, node: NodeId, text: &str) -> Excerpt {
        self.tree.sources.get(node.file).excerpt(text)
    }

    /// Notes a text that a person wrote.
    pub fn note_prose(&mut self, node: NodeId, lang: Lang) {
        if let Some(field) = self.current {
            self.collected.prose.push(Prose { node, lang, field });
        }
    }

    /// Reads the entries of a table: `take` reads one field of it.
    /// A misspelt field is reported once and read as the one it resembles.
    pub fn table(&mut self, node: NodeId, info: &'static TableInfo, mut take: impl FnMut(&mut Self, &str, NodeId)) -> bool {
        if !self.expect_table(node, info.article_and_name().as_str()) {
            return false;
        }
        let tree = self.tree;
        let free_names = LazyCell::new(|| {
            let given: HashSet<&str> = tree.items(node).map(|item| item.key).collect();
            info.fields().iter().map(|field| field.name).filter(|name| !given.contains(name)).collect::<Vec<&str>>()
        });
        for item in tree.items(node) {
            if item.key == "notes" || item.key.starts_with("x-") {
                continue;
            }
            if let Some(field) = info.field(item.key) {
                if !tree.is_blank(item.value) {
                    let outer = self.current.replace(field);
                    take(self, item.key, item.value);
                    self.current = outer;
                }
                continue;
            }
            let guess = nearest(item.key, free_names.iter().copied());
            let (message, help) = self.unknown_field(item.key, item.value, info, guess);
            self.report(ProblemKind::UnknownField, item.key_loc, item.value, message, help);
            if let Some(field) = guess.and_then(|guess| info.field(guess))
                && !tree.is_blank(item.value)
            {
                let outer = (self.current.replace(field), self.guess.replace((item.value, field)));
                take(self, field.name, item.value);
                (self.current, self.guess) = outer;
            }
        }
        true
    }

    fn unknown_field(&self, key: &str, value: NodeId, info: &TableInfo, guess: Option<&str>) -> (String, String) {
        let message = format!("{} has no field `{key}`", info.capitalised());
        if let Some(guess) = guess {
            return (message, format!("Did you mean `{guess}`?"));
        }
        // `does: Runs tickets, chat` inside {...} leaves a key without a value behind.
        let inside_braces =
            self.tree.parent(value).is_some_and(|table| self.tree.sources.slice(self.tree.loc(table)).starts_with('{'));
        if self.tree.is_blank(value) && inside_braces {
            return (
                format!("`{key}` is read as a field of its own, because a comma stands before it"),
                "Put the whole text in quotes: inside {...} a comma ends a value.".into(),
            );
        }
        let elsewhere = self.index.tables.iter().find(|table| table.name != info.name && table.field(key).is_some());
        let help = match elsewhere {
            Some(table) => format!(
                "`{key}` is a field of {}. For remarks use `notes:` or a name that begins with `x-`.",
                table.article_and_name()
            ),
            None => "For remarks use `notes:` or a name that begins with `x-`.".into(),
        };
        (message, help)
    }

    pub fn expect_table(&mut self, node: NodeId, what: &str) -> bool {
        if self.tree.kind(node) == Kind::Table {
            return true;
        }
        self.wrong_shape(node, what);
        false
    }

    /// The text of a scalar, or a report that says what belongs there.
    pub fn expect_text(&mut self, node: NodeId, what: &str) -> Option<&'a str> {
        if self.tree.kind(node) != Kind::Scalar {
            self.wrong_shape(node, what);
            return None;
        }
        Some(self.tree.text(node))
    }

    pub fn wrong_shape(&mut self, node: NodeId, what: &str) {
        let found = match self.tree.kind(node) {
            Kind::Table => "a table".to_owned(),
            Kind::List => "a list".to_owned(),
            Kind::Scalar => format!("`{}`", shorten(self.tree.text(node))),
        };
        let field = self.field_name(node);
        let message = format!("{field} is {what}, not {found}");
        let help = match self.tree.kind(node) {
            Kind::Table => self.help_for_a_table(node),
            Kind::List if what.starts_with("a table") => {
                "Remove the hyphens and give each entry a name of its own, as in `send-newsletter:`, with its fields indented below.".into()
            }
            Kind::List => "Write one value instead of the list.".to_owned(),
            Kind::Scalar => match without_space(self.tree.sources.slice(self.tree.loc(node)).lines().next().unwrap_or("")) {
                Some((field, rest)) => format!("A space is missing after the colon: write `{field}: {}`.", shorten(rest)),
                None => format!("Write {what}; `privreg explain {}` shows how.", self.field_hint(node)),
            },
        };
        self.report(ProblemKind::WrongShape, self.tree.short(node), node, message, help);
    }

    /// What to write in place of a table where a value belongs. `- id: it` in a list is meant as `- it`.
    fn help_for_a_table(&self, node: NodeId) -> String {
        if self.tree.parent(node).is_none_or(|parent| self.tree.kind(parent) != Kind::List) {
            return "Write one value after the colon.".into();
        }
        let ids = self.tree.items(node).map(|item| self.tree.text(item.value)).filter(|text| is_id(text));
        match ids.into_iter().next() {
            Some(id) => format!("Write the id alone after the hyphen: `- {id}`."),
            None => "Write one value after the hyphen.".into(),
        }
    }

    /// Reports a value that its field cannot mean.
    pub fn bad_value(&mut self, node: NodeId, message: String, help: String) {
        self.report(ProblemKind::WrongShape, self.tree.short(node), node, message, help);
    }

    /// Name of the field a value belongs to, in backticks; a misspelt one with the field that it is read as.
    pub fn field_name(&self, node: NodeId) -> String {
        match self.field_of(node) {
            Some((written, Some(guess))) => format!("`{written}`, read as `{guess}`,"),
            Some((written, None)) => format!("`{written}`"),
            None => "The file".into(),
        }
    }

    fn field_hint(&self, node: NodeId) -> &str {
        self.field_of(node).map_or("The file", |(written, guess)| guess.unwrap_or(written))
    }

    /// The field a value belongs to, as it is written, and as it is read where that is a guess.
    fn field_of(&self, node: NodeId) -> Option<(&'a str, Option<&'static str>)> {
        let mut at = Some(node);
        while let Some(node) = at {
            if let Some(item) = self.tree.entry_of(node) {
                let guess = self.guess.filter(|(value, _)| *value == node).map(|(_, field)| field.name);
                return Some((item.key, guess));
            }
            at = self.tree.parent(node);
        }
        None
    }

    /// "In a field that takes either, kebab-case without a space is a reference and must exist; a text has a space,
    /// a capital or quotes."
    pub fn looks_like_id(&self, node: NodeId) -> bool {
        self.tree.kind(node) == Kind::Scalar && !self.tree.is_marked_as_text(node) && is_id(self.tree.text(node))
    }

    /// Reports an id that is none; `node` is what it names.
    pub fn check_id(&mut self, id: &str, loc: Loc, node: NodeId) {
        self.collected.problems.extend(id_problem(id, loc, || path_of(self.tree, node)));
    }

    fn unknown_reference(&mut self, node: NodeId, sections: &[&'static str], words: &[&'static str]) {
        let text = self.tree.text(node).to_owned();
        self.unknown_id(&text, self.tree.short(node), node, sections, words);
    }

    pub fn unknown_id(&mut self, id: &str, loc: Loc, node: NodeId, sections: &[&'static str], words: &[&'static str]) {
        if self.index.unsure.contains(id) {
            return;
        }
        let where_to = sections.iter().map(|section| format!("`{section}:`")).collect::<Vec<_>>().join(" or ");
        let guesses = self.index.nearest(id, sections, words);
        let help = if guesses.is_empty() {
            format!("Define `{}` under {where_to}, or use an id that is defined.", shorten(id))
        } else {
            let guesses = guesses.iter().map(|guess| format!("`{guess}`")).collect::<Vec<_>>().join(" or ");
            format!("Did you mean {guesses}? Otherwise define `{}` under {where_to}.", shorten(id))
        };
        let message = format!("`{}` is not defined in {where_to}", shorten(id));
        self.report(ProblemKind::UnknownReference, loc, node, message, help);
    }

    /// Whether an answer is still to come: `TODO`, in whatever field it stands. A text keeps it; every other value is read as
    /// absent, and the place is noted as a text, so that it is reported as a placeholder and not as a wrong value.
    pub fn leaves_open(&mut self, node: NodeId) -> bool {
        let is_open = self.tree.kind(node) == Kind::Scalar && self.tree.text(node) == TODO;
        if is_open {
            self.note_prose(node, self.language);
        }
        is_open
    }

    pub fn report(&mut self, kind: ProblemKind, loc: Loc, node: NodeId, message: String, help: String) {
        if loc == self.tree.short(node) && self.leaves_open(node) {
            return;
        }
        let path = path_of(self.tree, node);
        self.collected.problems.push(Problem { kind, loc, path, message, help, other: None });
    }
}

/// Whether a text has the form of an id: `[a-z0-9]+(-[a-z0-9]+)*`.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// A text as an id, where anything of it can be kept.
fn kebab(text: &str) -> Option<String> {
    let mut id = String::new();
    for letter in text.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            'æ' | 'ä' => id.push_str("ae"),
            'ø' | 'ö' => id.push_str("oe"),
            'å' => id.push_str("aa"),
            _ if !id.ends_with('-') && !id.is_empty() => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('-');
    is_id(id).then(|| id.to_owned())
}

/// A value as it is quoted in a message: on one line, and not longer than one.
pub fn shorten(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or("");
    let mut short: String = line.chars().take(60).collect();
    if short.len() < text.trim().len() {
        short.push('…');
    }
    short
}
