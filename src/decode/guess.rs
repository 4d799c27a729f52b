//! Did-you-mean, for field names, values and ids.

/// The one name that a misspelt one most resembles: at most two edits or a transposition away, and clearly
/// nearer than chance (short names allow one edit).
pub fn nearest<'n>(text: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    nearest_all(text, names, 1).first().copied()
}

/// The most similar names, nearest first.
pub fn nearest_all<'n>(text: &str, names: impl IntoIterator<Item = &'n str>, most: usize) -> Vec<&'n str> {
    best(Names::of(names).near(text).into_iter().map(|(distance, name)| (distance, *name)), most)
}

/// Of names with their distances the nearest ones: none that is more than one edit worse than the best.
pub(super) fn best<'n>(found: impl IntoIterator<Item = (usize, &'n str)>, most: usize) -> Vec<&'n str> {
    let mut found: Vec<(usize, &str)> = found.into_iter().collect();
    found.sort();
    found.dedup();
    let best = found.first().map_or(0, |(distance, _)| *distance);
    found.into_iter().filter(|(distance, _)| *distance <= best + 1).take(most).map(|(_, name)| name).collect()
}

/// Names to guess among, sorted, so that what many begin with is compared once: each of many wrong names compared to each of
/// many right ones would take for ever.
#[derive(Debug)]
pub(super) struct Names<N>(Vec<(Box<[char]>, N)>);

impl<N: AsRef<str>> Names<N> {
    pub fn of(names: impl IntoIterator<Item = N>) -> Self {
        let mut all: Vec<(Box<[char]>, N)> = names.into_iter().map(|name| (fold(name.as_ref()), name)).collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        Names(all)
    }

    /// The names at most two edits away from a text (one, where it is short), each with the number of edits.
    pub fn near(&self, text: &str) -> Vec<(usize, &N)> {
        let text = fold(text);
        let allowed = if text.len() <= 4 { 1 } else { 2 };
        let mut found = Vec::new();
        let mut rows = Rows { text: &text, name: &[], rows: vec![Rows::FIRST] };
        let mut at = 0;
        while let Some((folded, name)) = self.0.get(at) {
            match rows.advance(folded, allowed) {
                Ok(distance) => {
                    found.extend((distance <= allowed).then_some((distance, name)));
                    at += 1;
                }
                // All that begin so are too far away.
                Err(depth) => at += self.0[at..].partition_point(|(own, _)| own.starts_with(&folded[..depth])),
            }
        }
        found
    }
}

/// The table of edits (optimal string alignment) between a text and a name, of which a row for each letter of the name is
/// kept: the next name goes on where it first differs. Only the cells are kept that few edits can reach.
struct Rows<'n> {
    text: &'n [char],
    name: &'n [char],
    rows: Vec<[usize; 2 * FAR - 1]>,
}

/// More edits than are ever allowed.
const FAR: usize = 3;

impl<'n> Rows<'n> {
    /// No letter of the name yet: each letter of the text is one edit. The cell in the middle of a row is on the diagonal.
    const FIRST: [usize; 2 * FAR - 1] = [FAR, FAR, 0, 1, 2];

    /// Goes on to a name. `Err`: no name that begins with so many letters of it is near enough.
    fn advance(&mut self, name: &'n [char], allowed: usize) -> Result<usize, usize> {
        let shared = self.name.iter().zip(name).take_while(|(own, other)| own == other).count();
        self.rows.truncate(shared + 1);
        self.name = name;
        while self.rows.len() <= name.len() {
            let row = self.next();
            let before = self.rows[self.rows.len() - 1];
            let is_beyond = |row: &[usize], edits| row.iter().all(|cell| cell + edits > allowed);
            self.rows.push(row);
            // Two letters that changed places cost one edit from the row before.
            if is_beyond(&row, 0) && is_beyond(&before, 1) {
                return Err(self.rows.len() - 1);
            }
        }
        let last = self.rows[name.len()];
        Ok((self.text.len() + FAR - 1).checked_sub(name.len()).and_then(|at| last.get(at).copied()).unwrap_or(FAR))
    }

    fn next(&self) -> [usize; 2 * FAR - 1] {
        let letters = self.rows.len();
        let before = &self.rows[letters - 1];
        let mut row = [FAR; 2 * FAR - 1];
        for at in 0..row.len() {
            // How many letters of the text the cell stands for.
            let Some(of_text) = (letters + at).checked_sub(FAR - 1).filter(|number| *number <= self.text.len()) else { continue };
            let left_out = before.get(at + 1).map_or(FAR, |cell| cell + 1);
            let added = at.checked_sub(1).map_or(FAR, |at| row[at] + 1);
            let mut edits = left_out.min(added);
            if of_text > 0 {
                let is_same = self.name[letters - 1] == self.text[of_text - 1];
                edits = edits.min(before[at] + usize::from(!is_same));
            }
            let is_swapped = letters > 1
                && of_text > 1
                && self.name[letters - 1] == self.text[of_text - 2]
                && self.name[letters - 2] == self.text[of_text - 1];
            if is_swapped {
                edits = edits.min(self.rows[letters - 2][at] + 1);
            }
            row[at] = edits.min(FAR);
        }
        row
    }
}

/// Case, and the choice between `_`, `-` and space, are no misspelling worth an edit.
fn fold(text: &str) -> Box<[char]> {
    let letters = text.trim().chars().flat_map(char::to_lowercase);
    letters.map(|letter| if matches!(letter, '-' | ' ') { '_' } else { letter }).collect()
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

    /// Every distance as a table of all cells gives it.
    #[test]
    fn distances_are_those_of_the_whole_table() {
        let letters = ["a", "b", "ø"];
        let words: Vec<String> = (0..=5)
            .flat_map(|length| {
                let number = letters.len().pow(length);
                (0..number).map(move |code| (0..length).map(|at| letters[code / letters.len().pow(at) % letters.len()]).collect())
            })
            .collect();
        let names = Names::of(words.iter().map(String::as_str));
        for text in words.iter().step_by(7).map(String::as_str).chain(["abababab", "aabbaabb", "ab"]) {
            let allowed = if text.chars().count() <= 4 { 1 } else { 2 };
            let mut expected: Vec<(usize, &str)> = words
                .iter()
                .map(|word| (strsim::osa_distance(text, word), word.as_str()))
                .filter(|(edits, _)| *edits <= allowed)
                .collect();
            let mut found: Vec<(usize, &str)> = names.near(text).into_iter().map(|(edits, name)| (edits, *name)).collect();
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn long_names_that_begin_alike_are_no_trouble() {
        let long = "a".repeat(100_000);
        let names = [format!("{long}b"), format!("{long}cd"), format!("{long}efghi")];
        assert_eq!(
            nearest_all(&format!("{long}dc"), names.iter().map(String::as_str), 3),
            [names[1].as_str(), names[0].as_str()]
        );
    }

    #[test]
    fn hyphens_and_underscores_are_the_same() {
        assert_eq!(nearest("stored-in", ["stored_in", "sources"]), Some("stored_in"));
    }
}
