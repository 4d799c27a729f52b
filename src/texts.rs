//! Which definition a text stands in.

use crate::decode::Entry;
use crate::register::Register;
use crate::syntax::NodeId;

/// The definition of a list that a place lies in.
pub fn definition<'r, T>(
    register: &Register,
    definitions: impl IntoIterator<Item = &'r Entry<T>>,
    place: NodeId,
) -> Option<&'r Entry<T>> {
    let above: Vec<NodeId> = std::iter::successors(Some(place), |node| register.tree.parent(*node)).collect();
    definitions.into_iter().find(|definition| definition.node.is_some_and(|node| above.contains(&node)))
}
