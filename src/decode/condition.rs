//! When a field must be there, as the declaration of the format says it in words: `mechanism is sccs or ad-hoc-clauses`,
//! `neither phone nor address is given`. The same words stand in the documentation, the schema and the check.

use super::{Shape, TableInfo};
use crate::syntax::{NodeId, Tree};

/// A condition on the fields beside the one that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A field has one of these values.
    Is(&'static str, Vec<&'static str>),
    IsNot(&'static str, &'static str),
    Given(&'static str),
    /// The key of the table is none of these values.
    KeyIsNot(Vec<&'static str>),
    /// None of these fields is given.
    Absent(Vec<&'static str>),
    All(Vec<Condition>),
}

impl Condition {
    /// Reads a condition of fields of one table; `None` where it speaks of something else, which a rule has to answer.
    pub fn parse(text: &'static str, table: &'static TableInfo) -> Option<Condition> {
        if let Some(rest) = text.strip_prefix("neither ") {
            let names = rest.strip_suffix(" is given")?.split(" nor ").flat_map(|part| part.split(", "));
            let names: Vec<&str> = names.collect();
            return names.iter().all(|name| table.field(name).is_some()).then_some(Condition::Absent(names));
        }
        if let Some(set) = text.strip_prefix("the id is no ") {
            let Some(Shape::Values(values)) = table.field(set).map(|field| (field.shape)()) else { return None };
            return Some(Condition::KeyIsNot(values.values.iter().map(|value| value.id).collect()));
        }
        let parts: Vec<Condition> = text.split(" and ").map(|part| one(part, table)).collect::<Option<_>>()?;
        match <[Condition; 1]>::try_from(parts) {
            Ok([one]) => Some(one),
            Err(all) => Some(Condition::All(all)),
        }
    }

    /// Whether it holds for a table as it is written. What is absent has its default.
    pub fn holds(&self, tree: &Tree, node: NodeId, table: &TableInfo) -> bool {
        let is_given = |name: &str| tree.get(node, name).is_some_and(|item| !tree.is_blank(item.value));
        let value = |name: &str| match tree.get(node, name) {
            Some(item) if !tree.is_blank(item.value) => Some(tree.text(item.value)),
            _ => table.field(name).and_then(|field| field.default),
        };
        match self {
            Condition::Is(name, values) => value(name).is_some_and(|own| values.iter().any(|value| same(own, value))),
            Condition::IsNot(name, value_of) => is_given(name) && value(name).is_some_and(|own| !same(own, value_of)),
            Condition::Given(name) => is_given(name),
            Condition::KeyIsNot(values) => tree.entry_of(node).is_some_and(|item| !values.contains(&item.key)),
            Condition::Absent(names) => !names.iter().any(|name| is_given(name)),
            Condition::All(all) => all.iter().all(|condition| condition.holds(tree, node, table)),
        }
    }
}

/// TOML writes yes and no as true and false.
fn same(own: &str, value: &str) -> bool {
    own == value || matches!((own, value), ("true", "yes") | ("false", "no"))
}

fn one(text: &'static str, table: &'static TableInfo) -> Option<Condition> {
    let (name, rest) = text.split_once(" is ")?;
    table.field(name)?;
    match rest {
        "given" => Some(Condition::Given(name)),
        "absent" => Some(Condition::Absent(vec![name])),
        rest => match rest.strip_prefix("not ") {
            Some(value) => is_value(value).then(|| Condition::IsNot(name, value.trim_matches('`'))),
            None => {
                let values: Vec<&str> = rest.split(" or ").flat_map(|part| part.split(", ")).collect();
                values.iter().all(|value| is_value(value)).then_some(Condition::Is(name, values))
            }
        },
    }
}

/// A coded value stands alone, in backticks where it would read as a word of the sentence.
fn is_value(text: &str) -> bool {
    super::is_id(&text.trim_matches('`').replace('/', "-"))
}
