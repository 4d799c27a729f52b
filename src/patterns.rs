//! Many regular expressions of which few match: one pass over a text tells which could, and only those are compiled.
//!
//! A register has a hundred thousand texts and the rules know a thousand phrases. Nearly every phrase holds a piece that
//! every hit must hold too (its anchor); one automaton looks for all anchors at once.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, HirKind};

/// Regular expressions by number, none of them case-sensitive unless it says so.
#[derive(Debug)]
pub struct Patterns {
    patterns: Vec<Pattern>,
    anchors: AhoCorasick,
    /// For each anchor the pattern it belongs to.
    owners: Vec<usize>,
    /// Patterns without an anchor: they may match anything.
    unanchored: Vec<usize>,
}

#[derive(Debug)]
struct Pattern {
    expression: String,
    compiled: OnceLock<Regex>,
}

impl Patterns {
    /// Numbers the expressions from 0. They are compiled when they are first asked for: a faulty one panics then.
    pub fn new(expressions: impl IntoIterator<Item = String>) -> Self {
        Patterns::anchored(expressions.into_iter().map(|expression| (anchors_of(&expression), expression)))
    }

    /// The same, with anchors that are known: of each expression the texts of which every match holds one.
    pub fn anchored(expressions: impl IntoIterator<Item = (Option<Vec<String>>, String)>) -> Self {
        let mut patterns: Vec<Pattern> = Vec::new();
        let mut anchors: Vec<String> = Vec::new();
        let mut owners: Vec<usize> = Vec::new();
        let mut unanchored = Vec::new();
        for (number, (own, expression)) in expressions.into_iter().enumerate() {
            match own {
                None => unanchored.push(number),
                Some(own) => {
                    owners.extend(own.iter().map(|_| number));
                    anchors.extend(own);
                }
            }
            patterns.push(Pattern { expression, compiled: OnceLock::new() });
        }
        let anchors = AhoCorasick::builder().ascii_case_insensitive(true).build(&anchors).expect("anchors are short");
        Patterns { patterns, anchors, owners, unanchored }
    }

    /// The patterns that could match, in the order of their numbers.
    pub fn possible(&self, text: &str) -> Vec<usize> {
        let mut found = self.unanchored.clone();
        for hit in self.anchors.find_overlapping_iter(text) {
            found.push(self.owners[hit.pattern().as_usize()]);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether any pattern could match.
    pub fn any_possible(&self, text: &str) -> bool {
        !self.unanchored.is_empty() || self.anchors.is_match(text)
    }

    pub fn is_match(&self, text: &str) -> bool {
        self.possible(text).into_iter().any(|number| self.get(number).is_match(text))
    }

    #[expect(clippy::len_without_is_empty, reason = "patterns are counted, and never empty")]
    pub fn len(&self) -> usize {
        self.patterns.len()
    }

    pub fn get(&self, number: usize) -> &Regex {
        let pattern = &self.patterns[number];
        pattern.compiled.get_or_init(|| {
            let mut builder = RegexBuilder::new(&pattern.expression);
            builder.case_insensitive(true).size_limit(1 << 24).build().expect("patterns are tested")
        })
    }
}

/// Texts of which every match of an expression holds one; `None` where there are no such texts.
pub fn anchors_of(expression: &str) -> Option<Vec<String>> {
    // Only literals matter here: without Unicode, classes such as `\w` cost nothing.
    let mut parser = ParserBuilder::new().unicode(false).utf8(false).build();
    required(&parser.parse(expression).expect("patterns are tested"))
}

fn required(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => Some(vec![longest_run(&String::from_utf8_lossy(&literal.0), char::is_ascii)?.to_owned()]),
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().filter_map(required).max_by_key(|anchors| shortest(anchors)),
        HirKind::Alternation(branches) => branches.iter().map(required).collect::<Option<Vec<_>>>().map(|all| all.concat()),
        _ => None,
    }
}

/// The longest run of certain letters. Upper and lower case are taken alike in ASCII only, so an anchor is made of that.
pub fn longest_run(text: &str, is_part: impl Fn(&char) -> bool) -> Option<&str> {
    text.split(|letter| !is_part(&letter)).max_by_key(|run| run.len()).filter(|run| !run.is_empty())
}

fn shortest(anchors: &[String]) -> usize {
    anchors.iter().map(String::len).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(expression: &str) -> Option<Vec<String>> {
        anchors_of(expression)
    }

    #[test]
    fn the_longest_piece_that_every_match_holds_is_the_anchor() {
        assert_eq!(anchors(r"\bby\s+visiting\b"), Some(vec!["visiting".into()]));
        assert_eq!(anchors(r"så\s+lenge"), Some(vec!["lenge".into()]));
        assert_eq!(anchors(r"(?:TODO|lorem ipsum)"), Some(vec!["TODO".into(), "lorem ipsum".into()]));
        assert_eq!(anchors(r"#{2,}"), Some(vec!["#".into()]));
        assert_eq!(anchors(r"x?\d+"), None);
    }

    #[test]
    fn what_could_match_is_found_whatever_its_case() {
        let patterns = Patterns::new(["safe harbou?r", r"\d{9}", "personuppgiftslagen"].map(String::from));
        assert_eq!(patterns.possible("the SAFE HARBOR list"), [0, 1]);
        assert_eq!(patterns.possible("nothing"), [1]);
        assert!(patterns.get(0).is_match("Safe Harbour"));
    }
}
