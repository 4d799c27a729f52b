//! What a statement holds for, in the fewest words: an activity stands for all its purposes, a purpose for all its cases.

use std::collections::HashMap;

use crate::decode::Entry;
use crate::model::*;
use crate::render::{Maker, lower_first, lower_name};
use crate::walk::{BasisIn, PurposeIn};

use super::Scope;
use super::purposes::{case_label, is_by_activity, purpose_name};

/// A purpose, or one case of it.
#[derive(Clone, Copy)]
pub(super) struct Part<'r> {
    pub activity: &'r Entry<Activity>,
    pub purpose: &'r Entry<Purpose>,
    pub case: Option<&'r Entry<Case>>,
}

impl<'r> From<PurposeIn<'r>> for Part<'r> {
    fn from(usage: PurposeIn<'r>) -> Self {
        Part { activity: usage.activity, purpose: usage.purpose, case: None }
    }
}

impl<'r> From<BasisIn<'r>> for Part<'r> {
    fn from(basis: BasisIn<'r>) -> Self {
        Part { activity: basis.activity, purpose: basis.purpose, case: basis.case }
    }
}

impl Part<'_> {
    fn is(&self, other: &Part<'_>) -> bool {
        self.is_of_purpose(other) && self.case.map(|case| &case.id) == other.case.map(|case| &case.id)
    }

    fn is_of_purpose(&self, other: &Part<'_>) -> bool {
        self.is_of_activity(other) && self.purpose.id == other.purpose.id
    }

    fn is_of_activity(&self, other: &Part<'_>) -> bool {
        self.activity.id == other.activity.id
    }
}

/// Statements of one kind, the same said once with all that it holds for.
pub(super) struct Statements<'r, Said> {
    /// In the order in which they were first said.
    pub all: Vec<Statement<'r, Said>>,
    parts: HashMap<(&'r str, &'r str), usize>,
    in_activity: HashMap<&'r str, usize>,
    cases: HashMap<String, usize>,
    by_activity: bool,
}

pub(super) struct Statement<'r, Said> {
    pub said: Said,
    /// Where it was first said.
    pub at: String,
    parts: Vec<Part<'r>>,
}

impl<'r, Said: PartialEq> Statements<'r, Said> {
    pub fn new(scope: &Scope<'_>) -> Self {
        Statements {
            all: Vec::new(),
            parts: HashMap::new(),
            in_activity: HashMap::new(),
            cases: HashMap::new(),
            by_activity: is_by_activity(scope),
        }
    }

    pub fn add(&mut self, maker: &Maker<'_>, part: Part<'r>, said: Said, at: impl FnOnce() -> String) {
        let known = self.all.iter().position(|statement| statement.said == said);
        let statement = match known {
            Some(known) => &mut self.all[known],
            None => {
                self.all.push(Statement { said, at: at(), parts: Vec::new() });
                self.all.last_mut().expect("just pushed")
            }
        };
        // Purposes come one after the other, so the cases of one stand together.
        if !statement.parts.iter().rev().take_while(|own| own.is_of_purpose(&part)).any(|own| own.is(&part)) {
            statement.parts.push(part);
            *self.parts.entry((&part.activity.id, &part.purpose.id)).or_default() += 1;
            *self.in_activity.entry(&part.activity.id).or_default() += 1;
            if let Some(case) = part.case {
                *self.cases.entry(case_label(maker, case)).or_default() += 1;
            }
        }
    }

    /// What a statement holds for, in one run: only the first keeps its capital.
    pub fn named(&self, maker: &Maker<'_>, statement: &Statement<'r, Said>) -> String {
        let names = self.names(maker, statement).into_iter().enumerate();
        names.map(|(at, name)| if at == 0 { name } else { lower_name(&name) }).collect::<Vec<_>>().join("; ")
    }

    /// The names. Activities are named where they are headings of the page.
    fn names(&self, maker: &Maker<'_>, statement: &Statement<'r, Said>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut rest = statement.parts.as_slice();
        while let Some(first) = rest.first() {
            let of_activity = rest.iter().take_while(|part| part.is_of_activity(first)).count();
            let of_purpose = rest.iter().take_while(|part| part.is_of_purpose(first)).count();
            let (taken, name) = if self.by_activity && self.in_activity.get(&*first.activity.id) == Some(&of_activity) {
                (of_activity, maker.activity(first.activity))
            } else if self.parts.get(&(&*first.activity.id, &*first.purpose.id)) == Some(&of_purpose) {
                (of_purpose, purpose_name(maker, first.purpose))
            } else {
                (1, self.case_name(maker, statement, first))
            };
            if !names.contains(&name) {
                names.push(name);
            }
            rest = &rest[taken..];
        }
        names
    }

    /// A case whose words stand in no other statement needs no more than these.
    fn case_name(&self, maker: &Maker<'_>, statement: &Statement<'r, Said>, part: &Part<'_>) -> String {
        let purpose = || purpose_name(maker, part.purpose);
        let Some(case) = part.case else { return purpose() };
        let label = case_label(maker, case);
        let own = statement.parts.iter().filter_map(|part| part.case).filter(|own| case_label(maker, own) == label).count();
        if self.cases.get(&label) == Some(&own) { label } else { format!("{} ({})", purpose(), lower_first(&label)) }
    }
}
