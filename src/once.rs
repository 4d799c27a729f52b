//! Several values, each of them once.

use std::collections::HashSet;
use std::hash::Hash;

/// Each value once, in the order of the first.
pub fn each_once<V: Eq + Hash + Clone>(values: impl IntoIterator<Item = V>) -> Vec<V> {
    let mut seen = HashSet::new();
    values.into_iter().filter(|value| seen.insert(value.clone())).collect()
}
