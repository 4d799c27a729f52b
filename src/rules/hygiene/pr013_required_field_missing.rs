use std::collections::HashMap;

use crate::decode::{Condition, FieldInfo, Needed, TableInfo, path_of};
use crate::register::Register;
use crate::rules::prelude::*;
use crate::syntax::{Kind, NodeId};

rule! {
    /// A field that the format asks for is missing, and no rule of its own reports it.
    ///
    /// The field tables of the format say what is required, and when: of every table that is written, each of these fields is asked
    /// for, unless a rule of its own does so. An error for the names of what is recorded and the role of a recipient.
    ///
    /// ## Why
    /// An entry without it cannot be shown in the record or a notice, and other checks cannot decide (Art. 30(1)).
    ///
    /// ## Fix
    /// Fill in the field; `privreg explain FIELD` says what belongs there.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// systems:
    ///   crm: {name: Customer system} #~ PR013
    /// ```
    /// ```yaml file=activities/example.yaml
    /// systems: [crm]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// systems:
    ///   crm: {name: Customer system, run_by: us}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// systems: [crm]
    /// ```
    code: "PR013",
    name: "required-field-missing",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1) GDPR", "Art. 30(2) GDPR"],
    source: "Art. 30(1)-(2); the field tables of the format",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let tree = &ctx.register.tree;
    let mut needs: HashMap<&str, Vec<Need>> = HashMap::new();
    ctx.register.tables(&mut |table, node| {
        // What is written in another form than a table answers for itself, and what has ended needs no more than its end.
        if tree.kind(node) != Kind::Table || has_ended(ctx, table, node) || takes_over(ctx, node) {
            return;
        }
        for need in needs.entry(table.name).or_insert_with(|| of_table(table)) {
            let holds = need.condition.as_ref().is_none_or(|condition| condition.holds(tree, node, table));
            if holds && !ctx.is_written(node, need.field.name) {
                report(ctx, table, node, need.field, sink);
            }
        }
    });
}

/// A field that has to be there, and when.
struct Need {
    field: &'static FieldInfo,
    condition: Option<Condition>,
}

fn of_table(table: &'static TableInfo) -> Vec<Need> {
    let asked_here = table.fields().iter().filter(|field| !field.is_asked_only);
    let needs = asked_here.filter_map(|field| match field.needed {
        Needed::No => None,
        Needed::Yes => Some(Need { field, condition: None }),
        Needed::When(text) => Some(Need { field, condition: Some(Condition::parse(text, table)?) }),
    });
    needs.collect()
}

/// Whether a definition only changes a built-in one.
fn takes_over(ctx: &Ctx<'_>, node: NodeId) -> bool {
    let tree = &ctx.register.tree;
    let section = tree.parent(node).and_then(|parent| tree.entry_of(parent));
    tree.entry_of(node).zip(section).is_some_and(|(own, section)| Register::is_built_in(section.key, own.key))
}

/// Whether a definition has ended; what lies within it is not asked for either.
fn has_ended(ctx: &Ctx<'_>, table: &TableInfo, node: NodeId) -> bool {
    let tree = &ctx.register.tree;
    let outer = std::iter::successors(Some(node), |node| tree.parent(*node)).skip(usize::from(table.field("ended").is_some()));
    let ended = |node: NodeId| tree.get(node, "status").is_some_and(|item| matches!(tree.text(item.value), "ended" | "former"));
    outer.into_iter().any(ended)
}

fn report(ctx: &Ctx<'_>, table: &TableInfo, node: NodeId, field: &FieldInfo, sink: &mut Sink) {
    const ERRORS: [(&str, &str); 5] =
        [("activity", "name"), ("purpose", "name"), ("recipient", "name"), ("recipient", "role"), ("processing_for", "name")];
    let what = path_of(&ctx.register.tree, node);
    let why = match field.needed {
        Needed::When(condition) => format!(", which is needed when {condition}"),
        _ => String::new(),
    };
    let message = format!("`{what}` does not say `{}`{why}: {}", field.name, lower_first(field.meaning));
    let level = if ERRORS.contains(&(table.name, field.name)) { Level::Error } else { Level::Warning };
    let name: &'static str = field.name;
    sink.report(ctx.at(node).field(name), message).level(level).yields_to = Some((field.asked_by, what));
}

fn lower_first(text: &str) -> String {
    let mut letters = text.trim_start().chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().collect::<String>() + letters.as_str())
}
