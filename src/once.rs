//! Several values, each of them once.

/// Each value once, in the order of the first.
pub fn each_once<V: PartialEq>(values: impl IntoIterator<Item = V>) -> Vec<V> {
    let mut all: Vec<V> = Vec::new();
    for value in values {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}
