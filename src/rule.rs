//! What a rule is: metadata, documentation with examples, and a check that sees the register and the law on a day.

use std::sync::OnceLock;

use crate::decode::{Entry, ProblemKind, TODO};
use crate::finding::{Finding, Spot};
use crate::law::Law;
use crate::model::*;
use crate::register::Register;
use crate::relations::Relations;
use crate::syntax::NodeId;
use crate::walk::{BasisIn, PurposeIn, RetentionIn, TextIn, TransferIn};
use crate::wordlists::Lists;

/// What a finding of a rule touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Affects {
    /// The Art. 30 record itself is incomplete or wrong.
    Record,
    /// The information under Art. 13 and 14 would be incomplete or wrong.
    Notice,
    /// The processing as described has no, or the wrong, legal footing.
    Lawfulness,
    /// Documentation and hygiene.
    Practice,
}

impl Affects {
    pub const ALL: [Affects; 4] = [Affects::Record, Affects::Notice, Affects::Lawfulness, Affects::Practice];

    pub fn id(self) -> &'static str {
        match self {
            Affects::Record => "record",
            Affects::Notice => "notice",
            Affects::Lawfulness => "lawfulness",
            Affects::Practice => "practice",
        }
    }
}

/// The narrowest thing a rule looks at; the engine does the walking. Rules never see definitions that could not be read.
#[derive(Clone, Copy)]
pub enum Check {
    /// Found while the register is read.
    Structure(&'static [ProblemKind]),
    /// Found when suppressions are matched with findings.
    Suppressions(()),
    Register(fn(&Ctx<'_>, &mut Sink)),
    Organisation(fn(&Entry<Organisation>, &Ctx<'_>, &mut Sink)),
    /// Activities that have not ended on the day.
    Activity(fn(&Entry<Activity>, &Ctx<'_>, &mut Sink)),
    Purpose(fn(&PurposeIn<'_>, &Ctx<'_>, &mut Sink)),
    /// Each legal basis of each purpose; of each case where the purpose has cases.
    Basis(fn(&BasisIn<'_>, &Ctx<'_>, &mut Sink)),
    /// Every retention that stands anywhere.
    Retention(fn(&RetentionIn<'_>, &Ctx<'_>, &mut Sink)),
    /// Recipients that the register defines.
    Recipient(fn(&Entry<Recipient>, &Ctx<'_>, &mut Sink)),
    /// Every mechanism for every place, wherever it is written.
    Transfer(fn(&TransferIn<'_>, &Ctx<'_>, &mut Sink)),
    ProcessingFor(fn(&Entry<ProcessingFor>, &Ctx<'_>, &mut Sink)),
    Cookie(fn(&Entry<Cookie>, &Ctx<'_>, &mut Sink)),
    Assessment(fn(&Entry<Assessment>, &Ctx<'_>, &mut Sink)),
    Notice(fn(&Entry<Notice>, &Ctx<'_>, &mut Sink)),
    /// Every text a person wrote.
    Text(fn(&TextIn<'_>, &Ctx<'_>, &mut Sink)),
}

/// A rule. Declared with [`rule!`](crate::rule!), one in each file of `rules/`.
pub struct Rule {
    /// `PR601`; never reused.
    pub code: &'static str,
    /// Says what is wrong, in kebab-case; never reused.
    pub name: &'static str,
    /// Usual level; a finding may have another where the documentation says so.
    pub level: Level,
    pub affects: Affects,
    /// The provisions it rests on.
    pub articles: &'static [&'static str],
    /// Guidance and decisions behind it.
    pub source: &'static str,
    /// Rules whose finding at the same place has the same cause and is dropped.
    pub silences: &'static [&'static str],
    /// Its documentation, as Markdown.
    pub docs: &'static str,
    pub check: Check,
    /// The fix as findings quote it, taken from the documentation once.
    pub fix: OnceLock<String>,
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code, self.name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// Declares a rule. The doc comment is its documentation: a line that says what is wrong, then `## Why`, `## Fix`,
/// `## Bad` and `## Good` (with fenced registers, a `file=` name each, and `#~ PR601` where a finding is expected).
#[macro_export]
macro_rules! rule {
    (
        $(#[doc = $docs:literal])+
        code: $code:literal,
        name: $name:literal,
        level: $level:ident,
        affects: $affects:ident,
        articles: [$($article:literal),* $(,)?],
        source: $source:literal,
        $( silences: [$($silenced:literal),* $(,)?], )?
        check: $check:ident($with:expr) $(,)?
    ) => {
        $(#[doc = $docs])+
        pub static RULE: $crate::rule::Rule = $crate::rule::Rule {
            code: $code,
            name: $name,
            level: $crate::model::Level::$level,
            affects: $crate::rule::Affects::$affects,
            articles: &[$($article),*],
            source: $source,
            silences: &[$($($silenced),*)?],
            docs: concat!($($docs, "\n"),+),
            check: $crate::rule::Check::$check($with),
            fix: std::sync::OnceLock::new(),
        };
    };
}

/// One part of a rule's documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub files: Vec<ExampleFile>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleFile {
    pub name: String,
    pub text: String,
}

impl Rule {
    /// The documentation without the blank that a doc comment puts before each line.
    pub fn text(&self) -> String {
        self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }

    /// The first sentence: what is wrong.
    pub fn summary(&self) -> String {
        self.text().lines().next().unwrap_or("").trim().to_owned()
    }

    /// The text below a heading, up to the next one.
    pub fn section(&self, heading: &str) -> String {
        let text = self.text();
        let mut lines = text.lines().skip_while(|line| line.strip_prefix("## ") != Some(heading)).skip(1);
        let body: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("## ")).collect();
        body.join("\n").trim().to_owned()
    }

    /// Why it matters, in one sentence; printed with every finding.
    pub fn why(&self) -> String {
        self.section("Why").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The registers below a heading (`Bad` or `Good`), one for each run of fenced blocks. A paragraph between two
    /// blocks begins a new example.
    pub fn examples(&self, heading: &str) -> Vec<Example> {
        let mut examples: Vec<Example> = Vec::new();
        let mut open: Option<ExampleFile> = None;
        let mut fresh = true;
        for line in self.section(heading).lines() {
            match (&mut open, line.strip_prefix("```")) {
                (None, Some(fence)) => {
                    let name = fence.split_whitespace().find_map(|word| word.strip_prefix("file=")).unwrap_or("privreg.yaml");
                    open = Some(ExampleFile { name: name.to_owned(), text: String::new() });
                }
                (Some(_), Some(_)) => {
                    let file = open.take().expect("a fence is open");
                    match examples.last_mut() {
                        Some(example) if !fresh => example.files.push(file),
                        _ => examples.push(Example { files: vec![file] }),
                    }
                    fresh = false;
                }
                (Some(file), None) => {
                    file.text.push_str(line);
                    file.text.push('\n');
                }
                (None, None) => fresh |= !line.trim().is_empty(),
            }
        }
        examples
    }
}

/// What every check is given.
pub struct Ctx<'r> {
    pub register: &'r Register,
    /// The law as it stands on the day of the check.
    pub law: &'r Law,
    /// What follows from the register as a whole: who uses what, what a chain of processors adds up to.
    pub relations: &'r Relations,
    /// For each text, piece by piece, the word lists of which it may hold a word.
    pub lists: &'r [Vec<Lists>],
}

impl<'r> Ctx<'r> {
    pub fn at(&self, node: impl Into<Option<NodeId>>) -> Spot<'r> {
        Spot::new(&self.register.tree, node.into())
    }

    /// Whether something stands in a field. Where it was read as nothing it has been reported, and is not missing.
    pub fn is_written(&self, node: impl Into<Option<NodeId>>, field: &str) -> bool {
        let tree = &self.register.tree;
        let item = node.into().and_then(|node| tree.get(node, field));
        item.is_some_and(|item| !tree.is_blank(item.value))
    }

    /// Whether the answer to a field is still to come, which is reported where it stands.
    pub fn is_open(&self, node: impl Into<Option<NodeId>>, field: &str) -> bool {
        let tree = &self.register.tree;
        node.into().and_then(|node| tree.get(node, field)).is_some_and(|item| tree.text(item.value) == TODO)
    }

    /// Every text that a person wrote.
    pub fn texts(&self) -> impl Iterator<Item = TextIn<'r>> {
        let register = self.register;
        register.prose().zip(self.lists.iter().flatten()).map(move |(prose, lists)| TextIn::of(register, prose, *lists))
    }

    /// The day everything is judged on.
    pub fn as_of(&self) -> chrono::NaiveDate {
        self.law.as_of()
    }
}

/// Takes the findings of one rule.
pub struct Sink {
    rule: &'static Rule,
    pub(crate) findings: Vec<Finding>,
}

impl Sink {
    pub fn new(rule: &'static Rule) -> Self {
        Sink { rule, findings: Vec::new() }
    }

    /// Runs the checks of one scope, each with a sink of its own rule, and adds what they find.
    pub(crate) fn each<C>(checks: &[(&'static Rule, C)], findings: &mut Vec<Finding>, run: impl Fn(&C, &mut Sink)) {
        for (rule, check) in checks {
            // The list goes from sink to sink: nothing is copied.
            let mut sink = Sink { rule, findings: std::mem::take(findings) };
            run(check, &mut sink);
            *findings = sink.findings;
        }
    }

    /// Reports a finding; the rule's own fix is its help until another is given.
    pub fn report(&mut self, spot: Spot<'_>, message: impl Into<String>) -> &mut Finding {
        let mut finding = Finding::new(self.rule, &spot, message);
        finding.help = self.rule.fix.get_or_init(|| self.rule.section("Fix")).clone();
        self.findings.push(finding);
        self.findings.last_mut().expect("just pushed")
    }
}
