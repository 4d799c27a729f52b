//! YAML 1.2 to a tree, without what makes a record hard to read: anchors, aliases, tags, merge keys, several documents.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StructureStyle, options};
use rayon::prelude::*;

use super::direct;
use super::parts::{self, Part};
use super::tree::{Builder, FileTree, Kind};
use super::{Fault, FaultKind, MAX_DEPTH, without_space};
use crate::source::{FileId, Loc};

/// A file that is smaller is read in one go: cutting it would cost more than it saves.
const LARGE: usize = 1 << 20;

/// Parts differ in the time they take: with four for each thread none waits long for another. Joining many has its price.
const MOST_PARTS: usize = 16;

/// Either ends a line, and both together end one.
const LINE_ENDS: [char; 2] = ['\n', '\r'];

pub(super) fn read(file: FileId, text: &str) -> (FileTree, Vec<Fault>) {
    let threads = rayon::current_num_threads();
    let wanted = if text.len() < LARGE || threads == 1 { 1 } else { threads.max(MOST_PARTS.min(threads * 4)) };
    let in_parts = read_in_parts(file, text, wanted);
    let (tree, mut faults) = in_parts.map_or_else(|| read_whole(file, text, MAX_DEPTH), |tree| (tree, Vec::new()));
    duplicate_keys(file, &tree, text, &mut faults);
    (tree, faults)
}

/// Reads parts side by side. `None` where the text cannot be cut or has a fault: then it is read in one go, so that every
/// fault is found where a reader from the top finds it.
fn read_in_parts(file: FileId, text: &str, wanted: usize) -> Option<FileTree> {
    let parts = parts::cut(text, wanted);
    if parts.len() < 2 {
        return None;
    }
    let read = |part: &Part| {
        let depth = if part.column > 0 { MAX_DEPTH - 1 } else { MAX_DEPTH };
        let (tree, faults) = read_whole(file, &text[part.bytes.clone()], depth);
        faults.is_empty().then_some(tree)
    };
    let trees = parts.par_iter().with_max_len(1).map(read).collect::<Option<Vec<FileTree>>>()?;
    parts::join(text, &parts, trees)
}

fn read_whole(file: FileId, text: &str, depth: usize) -> (FileTree, Vec<Fault>) {
    let Some(tree) = direct::read(text) else { return read_events(file, text, depth) };
    // Every test and all fuzzing hold the two readers against each other.
    let read = (tree, Vec::new());
    debug_assert!(read == read_events(file, text, depth), "{text}");
    read
}

pub(super) fn read_events(file: FileId, text: &str, depth: usize) -> (FileTree, Vec<Fault>) {
    let options = options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        block_nesting_limit: depth,
        flow_nesting_limit: depth,
        simple_key_max_lookahead: 4096,
    };
    let mut reader = Reader {
        file,
        text,
        builder: Builder::with_capacity(text.len()),
        faults: Vec::new(),
        documents: 0,
        brackets: Vec::new(),
    };
    for next in Parser::new_from_str_with_options(text, options) {
        match next {
            Ok((event, span)) => {
                if !reader.event(event, span) {
                    break;
                }
            }
            Err(error) => {
                let fault = explain(file, text, &error, reader.brackets.last().copied());
                reader.faults.push(fault);
                break;
            }
        }
    }
    let Reader { builder, faults, .. } = reader;
    (builder.finish(), faults)
}

struct Reader<'t> {
    file: FileId,
    text: &'t str,
    builder: Builder,
    faults: Vec<Fault>,
    documents: usize,
    /// Where the brackets stand that are still open.
    brackets: Vec<usize>,
}

impl Reader<'_> {
    /// Takes one event; `false` ends the reading.
    fn event(&mut self, event: Event<'_>, span: Span) -> bool {
        let range = span.byte_range().unwrap_or(0..0);
        let (start, end) = (range.start.min(self.text.len()), range.end.min(self.text.len()));
        if let Some(tag) = event.tag() {
            let at = span.tag_start().and_then(|mark| mark.byte_offset()).unwrap_or(start);
            let shown = tag.original();
            self.unsupported(
                at,
                at + shown.len(),
                format!("`{shown}` is a YAML tag: the type of a value follows from its field"),
                "Delete the tag and keep the value.",
            );
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.unsupported(
                        start,
                        end,
                        "A second document begins here; a register file holds one".into(),
                        "Move what follows `---` to a file of its own.",
                    );
                    return false;
                }
            }
            Event::Scalar(value, style, ..) => {
                // The parser ends a text of several lines where the next value begins.
                let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                let end = if is_block { start + self.text[start..end].trim_ascii_end().len() } else { end };
                if self.builder.expects_key() {
                    if value == "<<" {
                        self.unsupported(
                            start,
                            end,
                            "`<<` merges another table into this one: what a definition says stands in one place".into(),
                            "Write the fields out, or define the thing once and refer to it by its id.",
                        );
                    }
                    self.builder.key(&value, start, end, self.text);
                } else {
                    // The parser says `~` where nothing stands.
                    let value = if start == end { "" } else { &*value };
                    self.builder.scalar(value, start, end, self.text);
                }
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if self.builder.expects_key() {
                    self.faults.push(Fault::syntax(
                        Loc::new(self.file, start, end),
                        "A list or table stands where a field name is expected",
                        "Write the name of the field before the colon. A text that begins with [ or { needs quotes.",
                    ));
                    return false;
                }
                let (kind, style) = match event {
                    Event::MappingStart(style, ..) => (Kind::Table, style),
                    Event::SequenceStart(style, ..) => (Kind::List, style),
                    _ => return true,
                };
                if style == StructureStyle::Flow && self.text[start..].starts_with(['[', '{']) {
                    self.brackets.push(start);
                }
                // The parser places a list in the column of its key behind the first dash; that dash begins its line.
                let is_below_key = self.builder.has_key() && kind == Kind::List && style == StructureStyle::Block;
                self.builder.open(kind, if is_below_key { first_in_line(self.text, start) } else { start });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                // What has no brackets ends with its last value, not where the parser noticed.
                let has_brackets = matches!(&self.text[start..end], "]" | "}");
                if has_brackets {
                    self.brackets.pop();
                }
                self.builder.close(if has_brackets { end } else { 0 });
            }
            Event::Anchor(_, name) => self.unsupported(
                start,
                end,
                format!("`&{name}` names this value for use elsewhere (an anchor): every value is written where it holds"),
                "Delete the anchor; for a value used twice define it once (for example under `retention:`) and refer to it by its id.",
            ),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let shown = self.text[start..end].to_owned();
                self.unsupported(
                    start,
                    end,
                    format!("`{shown}` stands for a value written elsewhere (an alias): every value is written where it holds"),
                    "Write the value out. A text that begins with * needs quotes.",
                );
                if self.builder.expects_key() {
                    self.builder.key("*", start, start, self.text);
                } else {
                    self.builder.scalar("", start, start, self.text);
                }
            }
            _ => {}
        }
        true
    }

    fn unsupported(&mut self, start: usize, end: usize, message: String, help: &str) {
        // A file made of aliases is one fault a dozen times, not ten thousand.
        if self.faults.len() < 12 {
            let end = end.min(self.text.len());
            let loc = Loc::new(self.file, start, end);
            self.faults.push(Fault { kind: FaultKind::Unsupported, loc, message, help: help.into(), other: None });
        }
    }
}

/// The first letter of the line in which a byte stands.
fn first_in_line(text: &str, at: usize) -> usize {
    let line = text[..at].rfind(LINE_ENDS).map_or(0, |newline| newline + 1);
    at - text[line..at].trim_start_matches(' ').len()
}

fn duplicate_keys(file: FileId, tree: &FileTree, text: &str, faults: &mut Vec<Fault>) {
    for (key, first, second) in tree.in_tables(text, repeated) {
        let place = |(start, end): Place| Loc::new(file, start as usize, end as usize);
        faults.push(Fault::duplicate_key(place(second), key, Some(place(first))));
    }
}

/// First and last byte of a key.
type Place = (u32, u32);

/// A key, its first place, and the repeated one.
type Repeated<'t> = (&'t str, Place, Place);

/// Keys that stand more than once in their table.
fn repeated<'t>(keys: &[(&'t str, Place)]) -> Vec<Repeated<'t>> {
    // Most tables are small: comparing all pairs beats hashing them.
    if keys.len() <= 16 {
        let pairs = keys.iter().enumerate().map(|(at, key)| (key, keys[..at].iter().find(|other| other.0 == key.0)));
        return pairs.filter_map(|(key, first)| Some((key.0, first?.1, key.1))).collect();
    }
    let mut seen: HashMap<&str, Place> = HashMap::with_capacity(keys.len());
    let mut found = Vec::new();
    for (key, place) in keys {
        match seen.entry(key) {
            Entry::Occupied(first) => found.push((*key, *first.get(), *place)),
            Entry::Vacant(free) => {
                free.insert(*place);
            }
        }
    }
    found
}

/// What the parser says, in the words of somebody who edits a register.
fn explain(file: FileId, text: &str, error: &ScanError, open_bracket: Option<usize>) -> Fault {
    let mut at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let line_start = text[..at].rfind(LINE_ENDS).map_or(0, |nl| nl + 1);
    let line_end = text[at..].find(LINE_ENDS).map_or(text.len(), |nl| at + nl);
    let line = text[line_start..line_end].trim_end();
    let indent = line.len() - line.trim_start().len();
    let here = |start: usize, end: usize| Loc::new(file, start, end.max(start));
    let to_line_end = || here(at, (line_start + line.len()).max(at));

    if let Some(tab) = line[..indent].find('\t') {
        return Fault::syntax(
            here(line_start + tab, line_start + indent),
            "This line is indented with a tab",
            "Use spaces: two for each level. Most editors can convert tabs to spaces.",
        );
    }
    // Far more often than not the bracket was forgotten, whatever the parser stumbles over after it.
    let about_text = matches!(
        error.kind(),
        ErrorKind::RecursionLimitExceeded
            | ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidTrailingSingleQuotedScalar
            | ErrorKind::InvalidTrailingDoubleQuotedScalar
            | ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::UnexpectedCharacter { .. }
    );
    if let Some(bracket) = open_bracket.filter(|_| !about_text) {
        let open = &text[bracket..=bracket];
        return Fault::syntax(
            here(bracket, bracket + 1),
            format!("This {open} is not closed where it should be"),
            "Add the closing bracket. Inside {...} and [...] a text with a comma, colon or bracket needs quotes.",
        );
    }
    match error.kind() {
        ErrorKind::TabInBlockIndentation
        | ErrorKind::TabNotAllowed
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => {
            // The parser may stop at the text above, because the line could have continued it.
            let tab = text[at..].find('\t').map_or(at, |ahead| at + ahead);
            let line_start = text[..tab].rfind(LINE_ENDS).map_or(0, |newline| newline + 1);
            let is_indent = text[line_start..tab].trim().is_empty();
            let tabs = text[tab..].bytes().take_while(|byte| *byte == b'\t').count();
            let message =
                if is_indent { "This line is indented with a tab" } else { "There is a tab where only spaces may stand" };
            Fault::syntax(
                here(tab, tab + tabs),
                message,
                "Use spaces: two for each level. Most editors can convert tabs to spaces.",
            )
        }
        ErrorKind::RecursionLimitExceeded => Fault::too_deep(here(at, (at + 1).min(text.len()))),
        ErrorKind::MappingValueNotAllowed | ErrorKind::MappingKeyNotAllowed | ErrorKind::InvalidColonPlacement => {
            let colon = line.find(": ").map(|first| line_start + first);
            let above = text[..line_start].trim_end();
            let above_start = above.rfind(LINE_ENDS).map_or(0, |newline| newline + 1);
            if let Some(fault) = space_missing(file, text, above_start) {
                return fault;
            }
            match colon {
                Some(first) if first + 1 < at => Fault::syntax(
                    to_line_end(),
                    "A text with a colon followed by a space needs quotes",
                    format!("Write the text in quotes: {}", quoted(line, first - line_start)),
                ),
                _ => Fault::syntax(
                    here(line_start + indent, line_start + line.len()),
                    "This line is not indented like the lines it belongs to",
                    "Fields of one table begin in the same column.",
                ),
            }
        }
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::ExpectedDocumentStart => {
            if let Some(fault) = space_missing(file, text, line_start) {
                return fault;
            }
            if !line.contains(':') && !line.trim_start().starts_with("- ") && !line.trim().is_empty() {
                Fault::syntax(
                    here(line_start + indent, line_start + line.len()),
                    "This line has no field name, or belongs to the text above but is not indented",
                    "Write `name: value`, or indent the line further than the field whose text it continues.",
                )
            } else {
                let end = line_start + line.len();
                Fault::syntax(
                    here((line_start + indent).min(end), end),
                    "This line is not indented like the lines it belongs to",
                    "Fields of one table begin in the same column; what belongs to a field stands two spaces further in.",
                )
            }
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => Fault::syntax(
            to_line_end(),
            "A quotation mark is opened and never closed",
            "Add the closing quotation mark; inside \"...\" write \\\" for a quotation mark, inside '...' write ''.",
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => Fault::syntax(
            to_line_end(),
            "Something follows the closing quotation mark",
            "Put the whole text in quotes; inside \"...\" write \\\" for a quotation mark, inside '...' write ''.",
        ),
        ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd => Fault::syntax(
            to_line_end(),
            "The brackets do not match: each { needs a } and each [ a ]",
            "Close the bracket. Inside {...} and [...] a text with a comma, colon or bracket needs quotes.",
        ),
        ErrorKind::UnexpectedCharacter { .. } => Fault::syntax(
            here(at, (at + text[at..].chars().next().map_or(0, char::len_utf8)).min(text.len())),
            "A text cannot begin with this character",
            "Put the text in quotes.",
        ),
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => Fault::syntax(
            to_line_end(),
            "A backslash inside \"...\" has a meaning of its own",
            "Write \\\\ for a backslash, or use '...' quotes.",
        ),
        kind => Fault::syntax(
            to_line_end(),
            format!("This is not valid YAML: {kind}"),
            "Compare the line with the ones around it; texts with special characters need quotes.",
        ),
    }
}

/// What is wrong with a line such as `name:Newsletter`.
fn space_missing(file: FileId, text: &str, line_start: usize) -> Option<Fault> {
    let line = text[line_start..].lines().next()?;
    let words = line.trim();
    let (field, rest) = without_space(words)?;
    let start = line_start + line.len() - line.trim_start().len();
    let loc = Loc::new(file, start, start + words.len());
    Some(Fault::syntax(loc, "A space is missing after the colon", format!("Write `{field}: {rest}`.")))
}

/// The line with the part after its first colon in quotes, as it should be written.
fn quoted(line: &str, colon: usize) -> String {
    let (field, text) = line.split_at(colon + 1);
    // Quotation marks of a word processor were meant as what they look like.
    let text = text.trim().trim_start_matches(['“', '”', '„']).trim_end_matches(['“', '”']);
    if text.contains('"') && !text.contains('\'') {
        format!("{} '{text}'", field.trim_start())
    } else {
        format!("{} \"{}\"", field.trim_start(), text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use crate::syntax::{NodeId, Tree};

    /// All that a tree says, with the places of keys and values.
    fn told(text: &str, tree: FileTree) -> String {
        fn value(tree: &Tree, node: NodeId, out: &mut String) {
            let loc = tree.loc(node);
            out.push_str(&format!("{}-{} {:?}\n", loc.start, loc.end, tree.text(node)));
            for item in tree.items(node) {
                out.push_str(&format!("{}@{}: ", item.key, item.key_loc.start));
                assert_eq!((tree.parent(item.value), tree.entry_of(item.value).map(|own| own.key)), (Some(node), Some(item.key)));
                value(tree, item.value, out);
            }
            for (number, item) in tree.values(node).enumerate() {
                assert_eq!((tree.parent(item), tree.number_of(item)), (Some(node), Some(number)));
                value(tree, item, out);
            }
        }
        let mut sources = Sources::default();
        sources.add("t.yaml", "t.yaml", text);
        let tree = Tree::new(sources, vec![tree]);
        let mut out = String::new();
        value(&tree, tree.root(FileId(0)).expect("a root"), &mut out);
        out
    }

    const REGISTER: &str = "\
# before
organisation: {name: \"Ærø \\\"A\\\"\", country: DK}
activities:
  one:
    name: 漢字
    notes: |
      text:
        deep: 1
    list:
    - a
    - {b: 1, \"c\": 'it''s'}
  two:   # a remark
    name: Two
    text: long
      and folded
    more: |
      at the end

  three:
    x: {a: [1, 2,
      3]}

  four:
    x: 1
events:
  e1: {name: E}
  \"e 2\": {name: F}
  e3:
    name: G
";

    #[test]
    fn a_file_read_in_parts_is_the_same_file() {
        let (before, rest) = REGISTER.split_once("  one:").expect("an activity");
        let (activities, after) = rest.split_once("events:").expect("events");
        let many: String = (0..20)
            .map(|number| format!("  one{number}:{}", activities.replace(":\n    ", &format!("{number}:\n    "))))
            .collect();
        let long = format!("{before}{many}events:{after}");
        for text in [REGISTER.to_owned(), long.replace('\n', "\r\n"), long] {
            let whole = read_events(FileId(0), &text, MAX_DEPTH).0;
            let mut cut = 0;
            for wanted in 2..24 {
                if let Some(tree) = read_in_parts(FileId(0), &text, wanted) {
                    assert!(tree == whole, "{wanted} parts");
                    cut += 1;
                }
            }
            assert!(cut > 2, "{cut}");
        }
    }

    #[test]
    fn a_list_in_the_column_of_its_key_begins_at_its_first_dash() {
        for text in ["a:\n- b\n", "a:\n- - b\n", "a:\n-   # c - d\n  b: 1\n", "a:\n  - b\n"] {
            let dash = text.find('-').expect("a dash");
            for tree in [read_events(FileId(0), text, MAX_DEPTH).0, read_whole(FileId(0), text, MAX_DEPTH).0] {
                let told = told(text, tree);
                assert!(told.contains(&format!("a@0: {dash}-")), "{told}");
            }
        }
    }

    #[test]
    fn what_only_looks_like_an_entry_is_read_in_one_go() {
        for text in [
            "notes: |\n  a: 1\n  b: 2\n  c: 3\n  d: 4\n",
            "a: {\n  b: 1,\n  c: 2,\n  d: 3\n}\n",
            "a: \"\n  b: 1\n  c: 2\n  d: 3\"\n",
            "a:\n  b: &x 1\n  c: *x\n  d: 2\n",
            "a:\n  b: 1\n---\nc:\n  d: 2\n",
            "a:\n  b: 1\n  c: [\n  d: 2\n",
            "- a: 1\n- b: 2\n- c: 3\n",
            "a: 1\nb: 2\n...\nc: 3\nd: 4\n",
        ] {
            for wanted in 2..6 {
                assert!(read_in_parts(FileId(0), text, wanted).is_none(), "{text}");
            }
        }
    }
}
