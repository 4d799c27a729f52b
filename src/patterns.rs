//! Many regular expressions of which few match: one pass over a text tells which could, and only those are compiled.
//!
//! A register has a hundred thousand texts and the rules know a thousand phrases. Nearly every phrase holds a piece that
//! every hit must hold too (its anchor); one automaton looks for all anchors at once.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use regex_automata::util::syntax;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, HirKind};

/// An expression that few texts reach.
pub use regex_automata::meta::Regex;

/// Compiles an expression that ignores case; a faulty one panics.
///
/// It goes without what makes long texts quick to search: that takes more time than searching the few short ones that are left.
pub fn compile(expression: &str) -> Regex {
    let search = Regex::config().auto_prefilter(false).hybrid(false).dfa(false).onepass(false).nfa_size_limit(Some(1 << 24));
    let reading = syntax::Config::new().case_insensitive(true);
    Regex::builder().configure(search).syntax(reading).build(expression).expect("patterns are tested")
}

/// Which of many patterns a text could match, by their anchors.
#[derive(Debug)]
pub struct Anchors {
    automaton: AhoCorasick,
    /// For each anchor the number of its pattern.
    owners: Vec<usize>,
    /// Patterns without an anchor: they may match anything.
    unanchored: Vec<usize>,
}

/// A regular expression that is compiled when it is first asked for: a faulty one panics then.
#[derive(Debug)]
pub struct Expression {
    text: String,
    compiled: OnceLock<Regex>,
}

impl Expression {
    pub fn new(text: String) -> Self {
        Expression { text, compiled: OnceLock::new() }
    }

    /// Texts of which every match holds one; `None` where there are no such texts.
    pub fn anchors(&self) -> Option<Vec<String>> {
        // Only literals matter here: without Unicode, classes such as `\w` cost nothing.
        let mut parser = ParserBuilder::new().unicode(false).utf8(false).build();
        required(&parser.parse(&self.text).expect("patterns are tested"))
    }

    pub fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| compile(&self.text))
    }
}

impl Anchors {
    /// Of each pattern the texts of which every match holds one, if there are such texts. Patterns are numbered from 0.
    pub fn new(patterns: impl IntoIterator<Item = Option<Vec<String>>>) -> Self {
        let mut anchors: Vec<String> = Vec::new();
        let mut owners: Vec<usize> = Vec::new();
        let mut unanchored = Vec::new();
        for (number, own) in patterns.into_iter().enumerate() {
            let Some(own) = own else {
                unanchored.push(number);
                continue;
            };
            owners.extend(own.iter().map(|_| number));
            anchors.extend(own);
        }
        let automaton = AhoCorasick::new(anchors.iter().map(|anchor| folded(anchor))).expect("anchors are short");
        Anchors { automaton, owners, unanchored }
    }

    /// Tells of the patterns that could match, in no order, and of some of them more than once.
    pub fn each_hit(&self, text: &str, mut tell: impl FnMut(usize)) {
        self.unanchored.iter().copied().for_each(&mut tell);
        self.automaton.find_overlapping_iter(&folded(text)).for_each(|hit| tell(self.owners[hit.pattern().as_usize()]));
    }

    /// Those of the patterns asked for that could match, in the order of their numbers.
    pub fn possible(&self, text: &str, is_asked: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut possible = Vec::new();
        self.each_hit(text, |number| {
            if is_asked(number) {
                possible.push(number);
            }
        });
        possible.sort_unstable();
        possible.dedup();
        possible
    }
}

fn required(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => Some(vec![longest_run(&String::from_utf8_lossy(&literal.0))?.to_owned()]),
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().filter_map(required).max_by_key(|anchors| shortest(anchors)),
        HirKind::Alternation(branches) => branches.iter().map(required).collect::<Option<Vec<_>>>().map(|all| all.concat()),
        _ => None,
    }
}

/// A text as anchors are looked for in it: in small letters, with one space between words.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    // Nearly all texts are as they should be: bytes tell that quickest.
    let mut before = b' ';
    let is_plain = lower.bytes().all(|byte| {
        let is_plain = byte > b' ' || byte == b' ' && before != b' ';
        before = byte;
        is_plain
    });
    let is_other_space = |letter: char| !letter.is_ascii() && letter.is_whitespace();
    let is_plain = is_plain && (lower.is_ascii() || !lower.contains(is_other_space));
    if is_plain { lower } else { lower.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// The longest run in ASCII: a parser of expressions that does not know Unicode cuts other letters up.
fn longest_run(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_ascii()).max_by_key(|run| run.len()).filter(|run| !run.is_empty())
}

fn shortest(anchors: &[String]) -> usize {
    anchors.iter().map(String::len).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(expression: &str) -> Option<Vec<String>> {
        Expression::new(expression.to_owned()).anchors()
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
    fn what_could_match_is_found_whatever_its_case_and_the_space_between_words() {
        let patterns = ["safe harbou?r", r"\d{9}", "personuppgiftslagen"].map(|text| Expression::new(text.to_owned()));
        let anchors = Anchors::new(patterns.iter().map(Expression::anchors));
        let possible = |text: &str| anchors.possible(text, |_| true);
        assert_eq!(possible("the SAFE\u{a0} HARBOR list"), [0, 1]);
        assert_eq!(possible("nothing"), [1]);
        assert!(patterns[0].regex().is_match("Safe Harbour"));
    }
}
