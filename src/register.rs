//! All files of one register as one value: what is defined, and what each reference points to.

mod scopes;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::decode::{
    self, Collected, Decode, Decoder, Defined, Entry, FieldInfo, Holds, Index, Inherit, Lang, Problem, ProblemKind, Prose, Ref,
    Reference, TableInfo, holds, id_problem, nearest, path_of, path_of_file,
};
use crate::model::*;
use crate::source::{Excerpt, FileId, Loc, Sources};
use crate::syntax::{self, Fault, FaultKind, Kind, NodeId, Tree};
use crate::vocabulary;

/// Files that mark a folder as a register; two in one folder are none.
pub const MARKS: [&str; 2] = ["privreg.yaml", "privreg.toml"];

/// How a section is written at the top level of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionShape {
    /// One table, in the root file.
    Table,
    /// A map from id to definition.
    Map,
    List,
}

/// A section of the format.
#[derive(Debug)]
pub struct SectionInfo {
    pub name: &'static str,
    pub shape: SectionShape,
    pub table: fn() -> &'static TableInfo,
    pub meaning: &'static str,
}

macro_rules! sections {
    ($($name:ident : $type:ident $(= $built_in:path)?, $meaning:literal;)+) => {
        /// All sections, in the order of the format's reference.
        pub const SECTIONS: &[SectionInfo] = &[
            SectionInfo {
                name: "organisation",
                shape: SectionShape::Table,
                table: || Organisation::INFO,
                meaning: "The organisation; one of `organisation`, `organisations` is required",
            },
            SectionInfo {
                name: "settings",
                shape: SectionShape::Table,
                table: || Settings::INFO,
                meaning: "Choices for the whole register",
            },
            $( SectionInfo { name: stringify!($name), shape: SectionShape::Map, table: || $type::INFO, meaning: $meaning }, )+
            SectionInfo {
                name: "suppress",
                shape: SectionShape::List,
                table: || Suppression::INFO,
                meaning: "Reasoned exceptions from rules",
            },
        ];

        /// One register, decoded.
        #[derive(Debug, Default)]
        pub struct Register {
            pub tree: Tree,
            /// The file that marks the register, or the first that was read.
            pub root: Option<FileId>,
            pub settings: Settings,
            pub settings_node: Option<NodeId>,
            pub suppressions: Vec<Entry<Suppression>>,
            /// Structural problems, in no particular order.
            pub problems: Vec<Problem>,
            /// What was collected beside the values, piece by piece: to join the pieces would take their room twice.
            pub(crate) collected: Vec<Collected>,
            /// Which texts it was read from, once a document asks.
            pub(crate) fingerprint: OnceLock<String>,
            /// What covers what, once somebody asks.
            scopes: OnceLock<scopes::Scopes>,
            $( pub $name: Vec<Entry<$type>>, )+
        }

        $(
            impl Section for $type {
                fn of(register: &Register) -> &[Entry<Self>] {
                    &register.$name
                }
                $( fn built_in() -> &'static [Entry<Self>] {
                    $built_in()
                } )?
            }
        )+

        impl Register {
            /// Ids of a section with where they stand, by number; nowhere for what is built in.
            pub fn ids(&self, section: &str) -> Vec<(&str, Option<NodeId>)> {
                match section {
                    $( stringify!($name) => self.$name.iter().map(|entry| (&*entry.id, entry.node)).collect(), )+
                    _ => Vec::new(),
                }
            }

            /// Whether a section has a built-in definition of an id: one of the register takes over what it does not say.
            pub fn is_built_in(section: &str, id: &str) -> bool {
                match section {
                    $( stringify!($name) => <$type as Section>::built_in().iter().any(|entry| &*entry.id == id), )+
                    _ => false,
                }
            }

            fn decode_sections(&mut self, index: &Index, language: Lang, jobs: &HashMap<&'static str, Vec<Job>>) -> Vec<Collected> {
                let mut all = Vec::new();
                $(
                    let none = Vec::new();
                    let (entries, collected) = decode_all(&self.tree, index, language, jobs.get(stringify!($name)).unwrap_or(&none));
                    self.$name = entries;
                    all.extend(collected);
                )+
                all
            }
        }

        fn add_built_in(index: &mut Index) {
            $(
                for entry in <$type as Section>::built_in() {
                    index.add(stringify!($name), &entry.id);
                }
            )+
        }
    };
}

sections! {
    organisations: Organisation, "Several controllers in one register, for a group";
    activities: Activity, "Activities as controller; normally one file each in `activities/`";
    processing_for: ProcessingFor, "Services done for customers; normally one file each in `processing-for/`";
    data_subjects: DataSubject = vocabulary::data_subjects, "Own groups of people";
    data_categories: DataCategory = vocabulary::data_categories, "Own kinds of data";
    retention: RetentionRule = vocabulary::retention, "Shared retention rules";
    events: Event = vocabulary::events, "Own start events";
    recipients: Recipient = vocabulary::recipients, "Processors, sub-processors, controllers, authorities, group companies";
    sources: Source = vocabulary::sources, "Where data come from besides people and recipients";
    systems: System, "Software and equipment";
    security_measures: SecurityMeasure = vocabulary::security_measures, "Own measures and bundles";
    cookies: Cookie, "Cookies and everything else on the device";
    joint_controllers: JointArrangement, "Arrangements under Art. 26";
    assessments: Assessment, "Legitimate interest, impact, transfer and supplier assessments";
    documents: Document, "Contracts, terms and other documents referred to";
    commitments: Commitment, "Promises and negative statements";
    notices: Notice, "Privacy notices to render";
    laws: Statute, "Own additions to the built-in law";
}

/// Whether any table of the format has a field of this name.
pub fn is_field_name(name: &str) -> bool {
    use std::sync::LazyLock;
    static NAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let tables = crate::decode::reachable(SECTIONS.iter().map(|section| (section.table)()));
        let fields = tables.into_iter().flat_map(|table| table.fields()).map(|field| field.name);
        fields.chain(SECTIONS.iter().map(|section| section.name)).collect()
    });
    NAMES.contains(name)
}

/// Types whose definitions are kept in a section.
pub trait Section: Defined + Sized + 'static {
    fn of(register: &Register) -> &[Entry<Self>];

    /// What is defined without the register saying so.
    fn built_in() -> &'static [Entry<Self>] {
        &[]
    }
}

/// One definition to decode.
#[derive(Debug)]
struct Job {
    /// Its number in the section; a repeated definition has none.
    number: Option<u32>,
    id: Excerpt,
    node: NodeId,
}

impl Register {
    /// Reads the texts of a register.
    pub fn read(sources: Sources) -> Register {
        let (tree, faults) = syntax::parse(sources, Vec::new());
        Register::load(tree, faults)
    }

    /// Decodes the files of a tree; `faults` are what reading them found.
    pub fn load(tree: Tree, faults: Vec<Fault>) -> Register {
        let mut loader = Loader::new(&tree);
        let problems: Vec<Problem> = faults.iter().map(|fault| problem_of(&tree, fault)).collect();
        loader.problems.extend(problems);
        loader.note_unsure(&faults);
        add_built_in(&mut loader.index);
        for file in tree.sources.ids() {
            loader.file(file);
        }
        let Loader { index, jobs, settings, organisation, suppress, problems, .. } = loader;
        let language = first_language(&tree, organisation.or_else(|| jobs.get("organisations")?.first().map(|job| job.node)));

        let mut register = Register { root: tree.sources.ids().next(), problems, ..Register::default() };
        let mut decoder = Decoder::new(&tree, &index, language);
        if let Some(node) = settings {
            register.settings = Settings::decode(&mut decoder, node).unwrap_or_default();
            register.settings_node = Some(node);
        }
        register.suppressions = suppress.into_iter().filter_map(|node| Entry::decode(&mut decoder, node)).collect();
        let mut collected = vec![decoder.collected];
        register.tree = tree;
        collected.extend(register.decode_sections(&index, language, &jobs));
        register.problems.extend(collected.iter_mut().flat_map(|piece| std::mem::take(&mut piece.problems)));
        register.collected = collected;
        register
    }

    /// Every text that a person wrote.
    pub fn prose(&self) -> impl Iterator<Item = &Prose> {
        self.collected.iter().flat_map(|piece| &piece.prose)
    }

    /// Every field that is written in the sections and the settings, outer ones first.
    pub fn fields(&self, found: &mut dyn FnMut(&'static FieldInfo, NodeId)) {
        self.outermost().for_each(|(node, info)| decode::visit(&self.tree, node, info, found));
    }

    /// Every table that is written in the sections and the settings, outer ones first.
    pub fn tables(&self, found: &mut dyn FnMut(&'static TableInfo, NodeId)) {
        self.outermost().for_each(|(node, info)| decode::tables(&self.tree, node, info, found));
    }

    /// The tables of definitions, and that of the settings.
    fn outermost(&self) -> impl Iterator<Item = (NodeId, &'static TableInfo)> {
        let definitions = SECTIONS.iter().flat_map(|section| {
            let nodes = self.ids(section.name).into_iter().filter_map(|(_, node)| node);
            nodes.map(|node| (node, (section.table)()))
        });
        definitions.chain(self.settings_node.map(|node| (node, Settings::INFO)))
    }

    /// Every reference that leads somewhere.
    pub fn references(&self) -> impl Iterator<Item = Reference> {
        self.collected.iter().flat_map(|piece| piece.references.iter())
    }

    /// The definition a reference points to.
    pub fn get<T: Section>(&self, reference: Ref<T>) -> Option<&Entry<T>> {
        T::of(self).get(reference.target()?)
    }

    /// The definitions that references point to; those that point to nothing have been reported.
    pub fn all<'r, T: Section>(&'r self, references: &'r [Ref<T>]) -> impl Iterator<Item = &'r Entry<T>> + 'r {
        references.iter().filter_map(|reference| self.get(*reference))
    }

    pub fn find<T: Section>(&self, id: &str) -> Option<&Entry<T>> {
        T::of(self).iter().find(|entry| &*entry.id == id)
    }

    /// Activities that could be read and have not ended, in the order of the register.
    pub fn running_activities(&self) -> impl Iterator<Item = &Entry<Activity>> {
        self.activities.iter().filter(|activity| activity.is_running() && !activity.broken)
    }

    /// The organisation whose register this is: the first, where there are several.
    pub fn organisation(&self) -> Option<&Entry<Organisation>> {
        self.organisations.first()
    }

    /// The languages the register promises; English where it names none.
    pub fn languages(&self) -> &[Lang] {
        match self.organisation() {
            Some(organisation) if !organisation.languages.is_empty() => &organisation.languages,
            _ => &[Lang::EN],
        }
    }

    /// Whether any file could not be read to its end.
    pub fn is_incomplete(&self) -> bool {
        self.problems.iter().any(|problem| problem.kind == ProblemKind::Unreadable)
    }
}

fn decode_all<T>(tree: &Tree, index: &Index, language: Lang, jobs: &[Job]) -> (Vec<Entry<T>>, Vec<Collected>)
where
    T: Section + Decode + Default + Clone + Send + Sync + Inherit + 'static,
{
    let decode = |job: &Job, decoder: &mut Decoder<'_>| {
        let value = if tree.is_blank(job.node) { Some(T::default()) } else { T::decode(decoder, job.node) };
        let broken = value.is_none();
        Entry { id: job.id.clone().into(), node: Some(job.node), broken, value: value.unwrap_or_default() }
    };
    // A chunk is large enough that starting a thread for it pays.
    let (chunks, collected): (Vec<Vec<Entry<T>>>, Vec<Collected>) = jobs
        .par_chunks(256)
        .map(|chunk| {
            let mut decoder = Decoder::new(tree, index, language);
            let entries = chunk.iter().map(|job| decode(job, &mut decoder)).collect();
            decoder.collected.shrink_to_fit();
            (entries, decoder.collected)
        })
        .unzip();

    let mut entries = T::built_in().to_vec();
    entries.reserve_exact(jobs.len());
    let mut numbers = jobs.iter().map(|job| job.number);
    for chunk in chunks {
        for mut entry in chunk {
            let Some(Some(number)) = numbers.next() else { continue };
            match entries.get_mut(number as usize) {
                Some(built_in) => {
                    entry.value.inherit(&built_in.value);
                    *built_in = entry;
                }
                None => entries.push(entry),
            }
        }
    }
    (entries, collected)
}

struct Loader<'t> {
    tree: &'t Tree,
    index: Index,
    jobs: HashMap<&'static str, Vec<Job>>,
    /// Where each id of the register was first defined.
    defined: HashMap<(&'static str, Box<str>), (Loc, NodeId)>,
    /// Files that could not be read to their end.
    broken: HashSet<FileId>,
    settings: Option<NodeId>,
    organisation: Option<NodeId>,
    suppress: Vec<NodeId>,
    problems: Vec<Problem>,
}

impl<'t> Loader<'t> {
    fn new(tree: &'t Tree) -> Self {
        let index = Index::new(crate::decode::reachable(SECTIONS.iter().map(|section| (section.table)())));
        Loader {
            tree,
            index,
            jobs: HashMap::new(),
            defined: HashMap::new(),
            broken: HashSet::new(),
            settings: None,
            organisation: None,
            suppress: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Ids in a text that breaks off cannot be known: every name that stands there is left in peace.
    fn note_unsure(&mut self, faults: &[Fault]) {
        self.broken = faults.iter().filter(|fault| fault.kind == FaultKind::Syntax).map(|fault| fault.loc.file).collect();
        for &file in &self.broken {
            for line in self.tree.sources.get(file).text.lines() {
                let line = line.trim_start().trim_start_matches(['[', '-', ' ', '"', '\'']);
                let name = line.split([':', '=', ']', '"', '\'']).next().unwrap_or("").trim();
                for part in name.split('.') {
                    self.index.unsure.insert(part.into());
                }
            }
        }
    }

    fn file(&mut self, file: FileId) {
        let source = self.tree.sources.get(file);
        let kind = holds(&source.relative);
        let root = self.tree.root(file).filter(|root| !self.tree.is_blank(*root));
        let is_broken = self.broken.contains(&file);
        if let Holds::Definition(_, id) = &kind {
            let problem = id_problem(id, self.start_of(file), || path_of_file(self.tree, file));
            self.problems.extend(problem.map(|problem| Problem {
                message: format!("The file name is the id, and {}", problem.message),
                help: problem.help.replace("Write", "Call the file"),
                ..problem
            }));
            if root.is_none() && is_broken {
                self.index.unsure.insert(id.as_str().into());
            }
        }
        let Some(root) = root else {
            if !is_broken {
                self.report(
                    ProblemKind::WrongShape,
                    self.start_of(file),
                    path_of_file(self.tree, file),
                    "The file is empty".into(),
                    "Delete it, or write what it is for.".into(),
                );
            }
            return;
        };
        if self.tree.kind(root) != Kind::Table {
            if !is_broken {
                self.report(
                    ProblemKind::WrongShape,
                    self.tree.short(root),
                    path_of_file(self.tree, file),
                    "The file does not hold fields with values".into(),
                    "Write `field: value` lines, as in `name: Customer support`.".into(),
                );
            }
            // The id is taken all the same: what refers to it is not at fault.
            if let Holds::Definition(_, id) = kind {
                self.index.unsure.insert(id.into());
            }
            return;
        }
        match kind {
            Holds::Definition(section, id) => self.define(section, &id, self.tree.key_loc(root), root),
            Holds::Sections => self.sections(file, root),
        }
    }

    fn sections(&mut self, file: FileId, root: NodeId) {
        let tree = self.tree;
        let mut seen = HashSet::new();
        for item in tree.items(root) {
            if item.key == "notes" || item.key.starts_with("x-") || !seen.insert(item.key) {
                continue;
            }
            let info = SECTIONS.iter().find(|section| section.name == item.key).or_else(|| {
                let guess = nearest(item.key, SECTIONS.iter().map(|section| section.name));
                let help = match guess {
                    Some(guess) => format!("Did you mean `{guess}`?"),
                    None => self.misplaced(item.key),
                };
                let message = format!("A register has no section `{}`", item.key);
                let path = path_of(tree, item.value);
                self.report(ProblemKind::UnknownField, item.key_loc, path, message, help);
                SECTIONS.iter().find(|section| Some(section.name) == guess)
            });
            let Some(info) = info else { continue };
            if tree.is_blank(item.value) {
                continue;
            }
            let wanted = if info.shape == SectionShape::List { Kind::List } else { Kind::Table };
            if tree.kind(item.value) != wanted {
                let mut decoder = Decoder::new(tree, &self.index, Lang::EN);
                let what = match info.shape {
                    SectionShape::List => "a list",
                    SectionShape::Map => "a table: one definition for each id",
                    SectionShape::Table => "a table of fields",
                };
                decoder.wrong_shape(item.value, what);
                self.problems.append(&mut decoder.collected.problems);
                continue;
            }
            self.section(info, file, item.value, item.key_loc);
        }
    }

    fn section(&mut self, info: &'static SectionInfo, file: FileId, value: NodeId, key: Loc) {
        let tree = self.tree;
        match info.shape {
            SectionShape::List => self.suppress.extend(tree.values(value)),
            SectionShape::Table => {
                let relative = &tree.sources.get(file).relative;
                let in_root = MARKS.contains(&relative.as_str());
                if !in_root {
                    self.report(
                        ProblemKind::WrongPlace,
                        key,
                        info.name.into(),
                        format!("`{}:` belongs in privreg.yaml or privreg.toml, the file that marks the register", info.name),
                        "Move it there: it holds for the whole register.".into(),
                    );
                }
                let slot = if info.name == "settings" { &mut self.settings } else { &mut self.organisation };
                match *slot {
                    Some(_) if !in_root => {}
                    Some(first) => {
                        let first = tree.key_loc(first);
                        self.duplicate(info.name, info.name, key, first);
                    }
                    None => {
                        *slot = Some(value);
                        if info.name == "organisation" {
                            self.define("organisations", "organisation", key, value);
                        }
                    }
                }
            }
            SectionShape::Map => {
                for item in tree.items(value) {
                    if info.name != "cookies" {
                        self.problems.extend(id_problem(item.key, item.key_loc, || path_of(tree, item.value)));
                    }
                    self.define(info.name, item.key, item.key_loc, item.value);
                }
            }
        }
    }

    fn define(&mut self, section: &'static str, id: &str, loc: Loc, node: NodeId) {
        if let Some(&(first, first_node)) = self.defined.get(&(section, Box::from(id))) {
            // The same key twice in one table is already reported by the reader.
            let table = self.tree.parent(node);
            if table.is_none() || table != self.tree.parent(first_node) {
                self.duplicate(section, id, loc, first);
            }
            // What is wrong inside it is reported all the same.
            self.jobs.entry(section).or_default().push(Job {
                number: None,
                id: self.tree.sources.get(node.file).excerpt(id),
                node,
            });
            return;
        }
        self.defined.insert((section, id.into()), (loc, node));
        let number = self.index.add(section, id);
        self.jobs.entry(section).or_default().push(Job {
            number: Some(number),
            id: self.tree.sources.get(node.file).excerpt(id),
            node,
        });
    }

    fn duplicate(&mut self, section: &str, id: &str, loc: Loc, first: Loc) {
        let message =
            if section == id { format!("`{id}` is given twice") } else { format!("`{id}` is defined twice in `{section}:`") };
        self.problems.push(Problem {
            kind: ProblemKind::DuplicateId,
            loc,
            path: format!("{section}.{}", crate::decode::quote(id)),
            message,
            help: "Delete one definition, or give it another id when it is something else.".into(),
            other: Some((first, "defined here first".into())),
        });
    }

    /// A hint for a name that is no section: perhaps it is a field of something else.
    fn misplaced(&self, key: &str) -> String {
        match self.index.tables.iter().find(|table| table.field(key).is_some()) {
            Some(table) if table.name == "activity" => {
                format!("`{key}` is a field of an activity: write it in activities/<id>.yaml, or under `activities:` and an id.")
            }
            Some(table) => format!("`{key}` is a field of {}: indent it under one.", table.article_and_name()),
            None => format!("Sections are {}.", SECTIONS.iter().map(|section| section.name).collect::<Vec<_>>().join(", ")),
        }
    }

    fn start_of(&self, file: FileId) -> Loc {
        Loc::new(file, 0, 0)
    }

    fn report(&mut self, kind: ProblemKind, loc: Loc, path: String, message: String, help: String) {
        self.problems.push(Problem { kind, loc, path, message, help, other: None });
    }
}

fn problem_of(tree: &Tree, fault: &Fault) -> Problem {
    Problem {
        kind: match fault.kind {
            FaultKind::Syntax => ProblemKind::Unreadable,
            FaultKind::Unsupported => ProblemKind::Unsupported,
            FaultKind::DuplicateKey => ProblemKind::DuplicateId,
            FaultKind::Misplaced => ProblemKind::WrongPlace,
        },
        loc: fault.loc,
        path: path_of_file(tree, fault.loc.file),
        message: fault.message.clone(),
        help: fault.help.clone(),
        other: fault.other.clone(),
    }
}

/// The language of plain texts has to be known before any text is read.
fn first_language(tree: &Tree, organisation: Option<NodeId>) -> Lang {
    let languages = organisation.and_then(|node| tree.get(node, "languages"));
    let first = languages.and_then(|item| tree.values(item.value).next().or(Some(item.value)));
    first.and_then(|node| Lang::parse(tree.text(node))).unwrap_or(Lang::EN)
}
