//! A phrase as the word lists write it: words, `...` for some words of the same sentence, and a last `*` for a prefix.
//!
//! The lists hold six hundred of them. As regular expressions they took more time to compile than a small register takes to
//! be checked.

use std::ops::Range;

/// Words in their order, whatever their case and the white space between them.
#[derive(Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The words between the gaps, in lower case.
    parts: Vec<Vec<Box<str>>>,
    /// Whether a longer word that begins as the last one is a hit too.
    is_prefix: bool,
}

/// How many words, and bytes, `...` stands for at most.
const WIDEST_GAP: usize = 12;
const LONGEST_GAP: usize = 240;

/// Bytes of an anchor at most.
const LONGEST_ANCHOR: usize = 16;

impl Phrase {
    pub fn new(text: &str) -> Self {
        let text = text.to_lowercase();
        let (text, is_prefix) = text.strip_suffix('*').map_or((&*text, false), |text| (text, true));
        let parts = text.split("...").map(|part| part.split_whitespace().map(Box::from).collect()).collect();
        Phrase { parts, is_prefix }
    }

    /// A piece that every hit holds, in small letters and with one space between words: enough of its longest part to be
    /// rare in other texts.
    pub fn anchor(&self) -> Option<String> {
        let parts = self.parts.iter().map(|words| words.join(" "));
        let mut longest = parts.max_by_key(String::len).filter(|part| !part.is_empty())?;
        longest.truncate(longest.floor_char_boundary(LONGEST_ANCHOR));
        Some(longest)
    }

    /// All hits, from the left; none overlaps another.
    pub fn find_all(&self, text: &str) -> Vec<Range<usize>> {
        let mut hits = Vec::new();
        let Some(first) = self.parts.iter().flatten().next().and_then(|word| word.chars().next()) else { return hits };
        let mut free_from = 0;
        for (start, letter) in text.char_indices() {
            if start >= free_from
                && is_same(letter, first)
                && let Some(end) = self.end(text, start)
            {
                hits.push(start..end);
                free_from = end;
            }
        }
        hits
    }

    /// Where a hit that begins here ends.
    fn end(&self, text: &str, start: usize) -> Option<usize> {
        let (first, rest) = self.parts.split_first()?;
        let end = end_of(first, text, start)?;
        self.end_of_rest(rest, text, end)
    }

    /// Where the parts behind a gap end, when the gap begins at `at`.
    fn end_of_rest(&self, parts: &[Vec<Box<str>>], text: &str, at: usize) -> Option<usize> {
        let Some((next, rest)) = parts.split_first() else {
            if self.is_prefix {
                return Some(end_of_word(text, at));
            }
            return is_edge(text, at).then_some(at);
        };
        if !is_edge(text, at) {
            return None;
        }
        let gap = &text[at..text.floor_char_boundary(at + LONGEST_GAP)];
        let sentence = gap.find(['.', '!', '?']).unwrap_or(gap.len());
        gap[..sentence].char_indices().map(|(length, _)| length).chain([sentence]).find_map(|length| {
            let end = end_of(next, text, at + length)?;
            let is_near = gap[..length].split_whitespace().count() <= WIDEST_GAP;
            is_near.then(|| self.end_of_rest(rest, text, end))?
        })
    }
}

/// Where words that begin at a place end.
fn end_of(words: &[Box<str>], text: &str, start: usize) -> Option<usize> {
    let mut at = start;
    for (number, word) in words.iter().enumerate() {
        if number > 0 {
            let space = text[at..].len() - text[at..].trim_start().len();
            if space == 0 {
                return None;
            }
            at += space;
        }
        let mut letters = text[at..].chars();
        for expected in word.chars() {
            let letter = letters.next()?;
            if !is_same(letter, expected) {
                return None;
            }
            at += letter.len_utf8();
        }
    }
    is_edge(text, start).then_some(at)
}

/// Whether a letter is the same as one in lower case.
fn is_same(letter: char, lower: char) -> bool {
    match letter.is_ascii() {
        true => letter.to_ascii_lowercase() == lower,
        false => letter == lower || letter.to_lowercase().eq([lower]),
    }
}

/// Whether no word goes on across a place.
fn is_edge(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    !(before.chars().next_back().is_some_and(is_letter) && after.chars().next().is_some_and(is_letter))
}

fn end_of_word(text: &str, at: usize) -> usize {
    text[at..].find(|letter| !is_letter(letter)).map_or(text.len(), |length| at + length)
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits<'t>(phrase: &str, text: &'t str) -> Vec<&'t str> {
        Phrase::new(phrase).find_all(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn whole_words_are_hits_whatever_their_case_and_the_space_between_them() {
        assert_eq!(
            hits("så lenge det er", "Så  lenge\u{a0}DET er, SÅ LENGE det er"),
            ["Så  lenge\u{a0}DET er", "SÅ LENGE det er"]
        );
        assert_eq!(hits("may", "maypole, dismay, May, may_be, may"), ["May", "may"]);
        assert_eq!(hits("mm.", "navn mm. og annet"), ["mm."]);
        assert_eq!(hits("a b", "ab"), [""; 0]);
        assert_eq!(hits("may", ""), [""; 0]);
    }

    #[test]
    fn a_prefix_takes_the_rest_of_the_word() {
        assert_eq!(hits("encrypt*", "Encrypted; unencrypted; encrypt"), ["Encrypted", "encrypt"]);
    }

    #[test]
    fn a_gap_stays_within_a_sentence_and_twelve_words() {
        assert_eq!(hits("by ... accept", "by coming you accept; by, accept"), ["by coming you accept", "by, accept"]);
        assert_eq!(hits("by ... accept", "by coming. You accept"), [""; 0]);
        assert_eq!(hits("by ... accept", &format!("by {}accept", "x ".repeat(12))).len(), 1);
        assert_eq!(hits("by ... accept", &format!("by {}accept", "x ".repeat(13))).len(), 0);
        assert_eq!(hits("by ... accept", &format!("by {} accept", "x".repeat(LONGEST_GAP))).len(), 0);
        assert_eq!(hits("a ... b ... c", "a x b y c"), ["a x b y c"]);
        assert_eq!(hits("a ... b", "a nub b"), ["a nub b"]);
    }

    #[test]
    fn the_anchor_is_the_longest_part() {
        let anchor = |text: &str| Phrase::new(text).anchor();
        assert_eq!(anchor("Så  lenge ... er").as_deref(), Some("så lenge"));
        assert_eq!(anchor("Lengre*").as_deref(), Some("lengre"));
        assert_eq!(anchor("as long as necessary").as_deref(), Some("as long as neces"));
        assert_eq!(anchor("..."), None);
    }
}
