//! TOML 1.0 to a tree. The parser recovers, so several syntax errors come out of one run.

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::tree::{Builder, FileTree, Kind};
use super::{Fault, MAX_DEPTH};
use crate::source::{FileId, Loc};

pub(super) fn read(file: FileId, text: &str) -> (FileTree, Vec<Fault>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, builder: Builder::with_capacity(text.len()), too_deep: None };
    reader.table(document.get_ref(), document.span(), 0);
    // The parser has a limit of its own, beyond ours.
    let beyond = errors.iter().find(|error| DEPTH_ERRORS.contains(&error.message()));
    let too_deep = reader.too_deep.or(beyond.map(|error| error.span().map_or_else(|| deep_key(text), |span| span.start)));
    if let Some(at) = too_deep {
        let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
        return (FileTree::empty(), vec![Fault::too_deep(Loc::new(file, at, end))]);
    }
    let faults = errors.iter().map(|error| explain(file, text, error)).collect();
    (reader.builder.finish(), faults)
}

/// What the parser says of values that nest too deep, and of keys such as `a.a.a`; of these without a place.
const DEPTH_ERRORS: [&str; 2] = ["cannot recurse further; max recursion depth met", "recursion limit"];

/// The first line whose key has more parts than tables may nest.
fn deep_key(text: &str) -> usize {
    let parts = |line: &str| line.split('=').next().unwrap_or("").split('.').count();
    let before = text.split_inclusive('\n').take_while(|line| parts(line) <= MAX_DEPTH);
    before.map(str::len).sum()
}

struct Reader<'t> {
    text: &'t str,
    builder: Builder,
    /// The first value that is nested too deep.
    too_deep: Option<usize>,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>, span: std::ops::Range<usize>, depth: usize) {
        self.builder.open(Kind::Table, span.start);
        // The parser sorts by name; people and reports want the order of the file.
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (key, entry) in entries {
            let span = key.span();
            self.builder.key(key.get_ref(), span.start, span.end, self.text);
            self.value(entry, depth + 1);
        }
        self.builder.close(span.end);
    }

    fn value(&mut self, entry: &Spanned<DeValue<'_>>, depth: usize) {
        let span = entry.span();
        match entry.get_ref() {
            DeValue::Table(_) | DeValue::Array(_) if depth > MAX_DEPTH => {
                self.too_deep.get_or_insert(span.start);
            }
            DeValue::Table(inner) => self.table(inner, span, depth),
            DeValue::Array(items) => {
                self.builder.open(Kind::List, span.start);
                for item in items.iter() {
                    self.value(item, depth + 1);
                }
                self.builder.close(span.end);
            }
            DeValue::String(inner) => self.builder.scalar(inner, span.start, span.end, self.text),
            // Numbers, booleans and dates keep the text they were written with: the field decides what it means.
            _ => self.builder.scalar(&self.text[span.clone()], span.start, span.end, self.text),
        }
    }
}

fn no_value() -> (String, &'static str) {
    ("A field has a name but no value".to_owned(), "Write name = \"value\", or delete the line.")
}

/// Words that people, and other formats, write for true and false.
fn is_yes_or_no(text: &str) -> bool {
    const WORDS: [&str; 11] = ["yes", "no", "true", "false", "on", "off", "ja", "nei", "nej", "y", "n"];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn explain(file: FileId, text: &str, error: &::toml::de::Error) -> Fault {
    let span = error.span().unwrap_or(text.len()..text.len());
    let mut start = span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = span.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let loc = Loc::new(file, start, end);
    let said = error.message();
    // What stands there, to the end of the line or of the value.
    let rest = text[start..].lines().next().unwrap_or("").split(['#', ',', ']', '}']).next().unwrap_or("").trim();
    let (message, help) = match said.split(", expected").next().unwrap_or(said) {
        "duplicate key" => {
            return Fault::duplicate_key(loc, &text[start..end], None);
        }
        "string values must be quoted" if rest.is_empty() => no_value(),
        "invalid unquoted key" if rest.starts_with(':') => {
            ("A colon stands where TOML has an equals sign".to_owned(), "Write name = \"value\".")
        }
        "invalid unquoted key" => {
            ("A name with other letters than a to z, digits, - and _ needs quotes".to_owned(), "Write \"name\" = \"value\".")
        }
        "invalid date" | "invalid datetime" => {
            (format!("`{rest}` is no date"), "Write a day that exists, year first, as in 2026-02-01; a text needs quotes.")
        }
        "unexpected leading zero" => {
            ("A number does not begin with 0".to_owned(), "Put it in quotes where it is no amount, as with a telephone number.")
        }
        "too few unicode value digits" | "missing escaped value" | "invalid escape sequence" => {
            ("A backslash inside \"...\" has a meaning of its own".to_owned(), "Write \\\\ for a backslash, or use '...' quotes.")
        }
        "string values must be quoted" | "invalid float" | "invalid boolean" | "invalid value" if is_yes_or_no(rest) => {
            (format!("`{rest}` is no value in TOML"), "Write true or false; a text needs quotes.")
        }
        "string values must be quoted" if rest.starts_with(['“', '”', '„', '«', '‘', '’']) => (
            "These quotation marks are those of a word processor".to_owned(),
            "Write name = \"value\" with the plain marks of the keyboard.",
        ),
        "string values must be quoted" | "invalid float" | "invalid boolean" | "invalid value" | "unexpected key or value" => {
            ("A text needs quotes in TOML".to_owned(), "Write name = \"value\".")
        }
        "key with no value" | "missing assignment between key-value pairs" | "missing value for key" | "missing value" => {
            no_value()
        }
        "unclosed array" | "unclosed inline table" | "unclosed table" | "unclosed array table" => (
            "The brackets do not match: each { needs a } and each [ a ]".to_owned(),
            "Close the bracket, and put texts in quotes.",
        ),
        "missing comma between array elements" | "missing comma between key-value pairs" => {
            ("A comma is missing".to_owned(), "Separate the values by commas; a text with a comma stands in quotes.")
        }
        "invalid basic string" | "invalid literal string" if start == end => {
            let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
            let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
            let open = text[line_start..start].rfind(['"', '\'']).map_or(start, |at| line_start + at);
            let end = open + text[open..line_end].trim_end().len();
            return Fault::syntax(
                Loc::new(file, open, end),
                "A quotation mark is opened and never closed",
                "Add the closing quotation mark; inside \"...\" write \\\" for a quotation mark.",
            );
        }
        other => (format!("This is not valid TOML: {other}"), "Compare the line with the ones around it; texts need quotes."),
    };
    Fault::syntax(loc, message, help)
}
