//! What is written, walked along the declaration of the format.

use super::{FieldInfo, Shape, TableInfo};
use crate::syntax::{Kind, NodeId, Tree};

/// Calls back for every table that is written at and below one, outer ones first, with its declaration.
pub fn tables(tree: &Tree, table: NodeId, info: &'static TableInfo, found: &mut dyn FnMut(&'static TableInfo, NodeId)) {
    found(info, table);
    walk(tree, table, info, &mut |step| {
        if let Step::Table(info, node) = step {
            found(info, node);
        }
    });
}

/// Calls back for every field that is written in a table, outer ones first, with the declaration of the field and its value.
/// Fields that the format does not know are passed over.
pub fn visit(tree: &Tree, table: NodeId, info: &'static TableInfo, found: &mut dyn FnMut(&'static FieldInfo, NodeId)) {
    walk(tree, table, info, &mut |step| {
        if let Step::Field(field, node) = step {
            found(field, node);
        }
    });
}

enum Step {
    Field(&'static FieldInfo, NodeId),
    Table(&'static TableInfo, NodeId),
}

fn walk(tree: &Tree, table: NodeId, info: &'static TableInfo, found: &mut dyn FnMut(Step)) {
    for item in tree.items(table) {
        if let Some(field) = info.field(item.key) {
            found(Step::Field(field, item.value));
            inside(tree, item.value, &(field.shape)(), found);
        }
    }
}

fn inside(tree: &Tree, node: NodeId, shape: &Shape, found: &mut dyn FnMut(Step)) {
    match (shape, tree.kind(node)) {
        (Shape::Table(info), Kind::Table) => {
            found(Step::Table(info, node));
            walk(tree, node, info, found);
        }
        (Shape::Map(_, value), Kind::Table) => tree.items(node).for_each(|item| inside(tree, item.value, value, found)),
        (Shape::List(inner), Kind::List) => tree.values(node).for_each(|value| inside(tree, value, inner, found)),
        // One value may stand in place of a list of one.
        (Shape::List(inner), _) => inside(tree, node, inner, found),
        (Shape::Either(all), kind) => {
            let fits = |shape: &&Shape| match (shape, kind) {
                (Shape::Table(info), Kind::Table) => tree.items(node).any(|item| info.field(item.key).is_some()),
                (Shape::Map(..), Kind::Table) | (Shape::List(_), Kind::List) => true,
                _ => false,
            };
            if let Some(shape) = all.iter().find(fits) {
                inside(tree, node, shape, found);
            }
        }
        _ => {}
    }
}
