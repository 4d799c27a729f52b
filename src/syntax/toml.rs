//! TOML 1.0 to a tree. The parser recovers, so several syntax errors come out of one run.

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::tree::{Builder, FileTree, Kind};
use super::{Fault, FaultKind, MAX_DEPTH};
use crate::source::{FileId, Loc};

pub(super) fn read(file: FileId, text: &str) -> (FileTree, Vec<Fault>) {
    if let Some(at) = too_deep(text) {
        let fault = Fault::syntax(
            Loc::new(file, at, at + 1),
            format!("Lists and tables are nested more than {MAX_DEPTH} deep here"),
            "A register needs about eight levels: look for brackets that are never closed.",
        );
        return (FileTree::empty(), vec![fault]);
    }
    let (document, errors) = DeTable::parse_recoverable(text);
    let faults = errors.iter().map(|error| explain(file, text, error)).collect();
    let mut builder = Builder::with_capacity(text.len());
    table(&mut builder, document.get_ref(), document.span(), text);
    (builder.finish(), faults)
}

fn table(builder: &mut Builder, table: &DeTable<'_>, span: std::ops::Range<usize>, text: &str) {
    builder.open(Kind::Table, span.start);
    // The parser sorts by name; people and reports want the order of the file.
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, entry) in entries {
        let span = key.span();
        builder.key(key.get_ref(), span.start, span.end, text);
        value(builder, entry, text);
    }
    builder.close(span.end);
}

fn value(builder: &mut Builder, entry: &Spanned<DeValue<'_>>, text: &str) {
    let span = entry.span();
    match entry.get_ref() {
        DeValue::Table(inner) => table(builder, inner, span, text),
        DeValue::Array(items) => {
            builder.open(Kind::List, span.start);
            for item in items.iter() {
                value(builder, item, text);
            }
            builder.close(span.end);
        }
        DeValue::String(inner) => builder.scalar(inner, span.start, span.end, text),
        // Numbers, booleans and dates keep the text they were written with: the field decides what it means.
        _ => builder.scalar(&text[span.clone()], span.start, span.end, text),
    }
}

/// Where brackets nest deeper than any register needs: the parser's own limit gives no useful place.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut in_text = None;
    for (at, byte) in text.bytes().enumerate() {
        match (in_text, byte) {
            (Some(quote), b'"' | b'\'') if quote == byte => in_text = None,
            (Some(_), b'\n') => in_text = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => in_text = Some(byte),
            (None, b'[' | b'{') => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Some(at);
                }
            }
            (None, b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    // `a.b.c...` in a key nests as well.
    text.lines()
        .scan(0, |start, line| {
            let at = *start;
            *start += line.len() + 1;
            Some((at, line))
        })
        .find(|(_, line)| {
            let key = line.split('=').next().unwrap_or("");
            key.len() > MAX_DEPTH && key.bytes().filter(|&byte| byte == b'.').count() > MAX_DEPTH
        })
        .map(|(at, _)| at)
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
    let (message, help) = match said.split(", expected").next().unwrap_or(said) {
        "duplicate key" => {
            let key = &text[start..end];
            return Fault {
                kind: FaultKind::DuplicateKey,
                loc,
                message: format!("`{key}` stands twice in this table"),
                help: "Keep one of the two; where both are meant, put their values in a list or give them different ids.".into(),
                other: None,
            };
        }
        "string values must be quoted" | "invalid value" | "unexpected key or value" => {
            ("A text needs quotes in TOML".to_owned(), "Write name = \"value\".")
        }
        "key with no value" | "missing assignment between key-value pairs" | "missing value for key" | "missing value" => {
            ("A field has a name but no value".to_owned(), "Write name = \"value\", or delete the line.")
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
