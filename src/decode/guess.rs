//! Did-you-mean, for field names, values and ids.

/// The one name that a misspelt one most resembles: at most two edits or a transposition away, and clearly
/// nearer than chance (short names allow one edit).
pub fn nearest<'n>(text: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    nearest_all(text, names, 1).first().copied()
}

/// The most similar names, nearest first.
pub fn nearest_all<'n>(text: &str, names: impl IntoIterator<Item = &'n str>, most: usize) -> Vec<&'n str> {
    let folded = fold(text);
    let allowed = if folded.chars().count() <= 4 { 1 } else { 2 };
    let mut found: Vec<(usize, &str)> = names
        .into_iter()
        // Lengths that differ by more than the edits allowed cannot match: skips nearly all work on long lists.
        .filter(|name| name.len().abs_diff(folded.len()) <= allowed)
        .filter_map(|name| {
            let distance = strsim::osa_distance(&folded, &fold(name));
            (distance <= allowed).then_some((distance, name))
        })
        .collect();
    found.sort();
    found.dedup();
    let best = found.first().map_or(0, |(distance, _)| *distance);
    found.into_iter().filter(|(distance, _)| *distance <= best + 1).take(most).map(|(_, name)| name).collect()
}

/// Case, and the choice between `_`, `-` and space, are no misspelling worth an edit.
fn fold(text: &str) -> String {
    text.trim().to_lowercase().replace(['-', ' '], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_found_and_a_far_one_is_not() {
        let names = ["recipients", "retention", "purposes", "notes", "owner"];
        assert_eq!(nearest("recipents", names), Some("recipients"));
        assert_eq!(nearest("Purposes", names), Some("purposes"));
        assert_eq!(nearest("retnetion", names), Some("retention"));
        assert_eq!(nearest("colour", names), None);
        assert_eq!(nearest("nodes", names), Some("notes"));
    }

    #[test]
    fn hyphens_and_underscores_are_the_same() {
        assert_eq!(nearest("stored-in", ["stored_in", "sources"]), Some("stored_in"));
    }
}
