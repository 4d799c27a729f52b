//! Names that must not stand in a document, found in texts that people wrote.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

/// Names with the number of whom each one tells. One pass over a text says which of them could stand in it.
pub(super) struct Names {
    /// The longest first: a name may hold another.
    names: Vec<(String, usize)>,
    automaton: AhoCorasick,
}

impl Names {
    pub fn new(names: impl IntoIterator<Item = (String, usize)>) -> Self {
        let mut names: Vec<(String, usize)> = names.into_iter().filter(|(name, _)| !name.is_empty()).collect();
        names.sort_by_key(|(name, whose)| (Reverse(name.len()), *whose));
        let automaton = AhoCorasick::new(names.iter().map(|(name, _)| folded(name))).expect("names fit in memory");
        Names { names, automaton }
    }

    /// A text with another word for each name that stands in it as whole words, the longest where several begin.
    pub fn replaced(&self, text: &str, word: impl Fn(usize) -> String) -> String {
        let possible = self.possible(text);
        let mut new = String::new();
        let mut rest = text;
        let mut before = None;
        while let Some(letter) = rest.chars().next() {
            let begins = !before.is_some_and(char::is_alphanumeric);
            let mut found = possible.iter().filter_map(|(name, whose)| Some((begun(rest, name)?, *whose)));
            match if begins { found.next() } else { None } {
                Some((length, whose)) => {
                    new.push_str(&word(whose));
                    before = rest[..length].chars().next_back();
                    rest = &rest[length..];
                }
                None => {
                    new.push(letter);
                    before = Some(letter);
                    rest = &rest[letter.len_utf8()..];
                }
            }
        }
        new
    }

    /// Those that stand in a text if case and the edges of words do not matter, the longest first.
    fn possible(&self, text: &str) -> Vec<&(String, usize)> {
        let folded = folded(text);
        let hits: BTreeSet<usize> = self.automaton.find_overlapping_iter(&folded).map(|hit| hit.pattern().as_usize()).collect();
        hits.into_iter().map(|at| &self.names[at]).collect()
    }
}

/// Letter by letter, as [`begun`] compares: the lower case of a whole text looks at neighbours.
fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// How much of a text is a name at its beginning that ends with a word: in capitals or not, unless it is too short to tell.
fn begun(text: &str, name: &str) -> Option<usize> {
    const TELLS_ITSELF: usize = 4;
    let exact = name.chars().count() < TELLS_ITSELF;
    let mut rest = text.chars();
    for own in name.chars() {
        let found = rest.next()?;
        if found != own && (exact || !found.to_lowercase().eq(own.to_lowercase())) {
            return None;
        }
    }
    let ends = !rest.as_str().starts_with(char::is_alphanumeric);
    ends.then(|| text.len() - rest.as_str().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replaced(names: &[&str], text: &str) -> String {
        let numbered = names.iter().enumerate().map(|(at, name)| ((*name).to_owned(), at));
        Names::new(numbered).replaced(text, |whose| format!("#{whose}"))
    }

    #[test]
    fn the_longest_name_is_replaced_in_whole_words() {
        let names = ["Elv", "Elvebakken", "Elvebakken skole", "Åsen AS"];
        assert_eq!(replaced(&names, "For Elvebakken skole, elvebakken and Elv."), "For #2, #1 and #0.");
        assert_eq!(replaced(&names, "Elvebakkens elev, underElvebakken"), "Elvebakkens elev, underElvebakken");
        assert_eq!(replaced(&names, "(ÅSEN as)/Elvebakken skoleeier"), "(#3)/#1 skoleeier");
    }

    #[test]
    fn short_names_are_replaced_in_their_own_case_only() {
        assert_eq!(replaced(&["Elv", "it"], "elv Elv ELV IT it"), "elv #0 ELV IT #1");
    }

    #[test]
    fn letters_whose_lower_case_is_longer_or_another_are_compared_one_by_one() {
        assert_eq!(replaced(&["İnci Ltd"], "At İNCI LTD"), "At #0");
        assert_eq!(replaced(&["i\u{307}nci"], "At İnci"), "At İnci");
        assert_eq!(replaced(&["ΟΔΟΣ AE", "Kiosk"], "οδοσ ae, \u{212a}iosk"), "#0, #1");
    }

    #[test]
    fn names_of_two_are_the_first_ones() {
        assert_eq!(replaced(&["Anna", "Anna", ""], "Anna"), "#0");
    }
}
