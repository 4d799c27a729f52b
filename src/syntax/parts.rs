//! Cuts a large YAML file into parts that are read side by side, and joins their trees.
//!
//! A register in one file is one long table of definitions below a field such as `activities:`. Between two definitions a
//! parser keeps no state but the column they begin in, so each part can be read as a file of its own. Whatever is not as
//! simple as that is read in one go: a cut is a guess from the look of lines, and the trees on both sides have to confirm it.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use super::tree::{FileTree, Kind};

/// A run of whole entries of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub bytes: Range<usize>,
    /// Column of its entries: 0 for fields of the file, more for entries of the field before.
    pub column: usize,
}

/// Cuts a text into about so many parts; fewer than two where nothing can be cut.
pub(super) fn cut(text: &str, wanted: usize) -> Vec<Part> {
    let mut parts = vec![Part { bytes: 0..text.len(), column: 0 }];
    // The end of a document would end only the part it stands in.
    if wanted < 2 || memmem::find(text.as_bytes(), b"\n...").is_some() {
        return parts;
    }
    let fields: Vec<usize> = [0].into_iter().chain(line_starts(text, 0..text.len())).filter(|&at| is_field(text, at)).collect();
    for number in 1..wanted {
        let Some((at, column)) = place(text, &fields, text.len() / wanted * number) else { continue };
        let last = parts.last_mut().expect("there is one");
        if at <= last.bytes.start {
            continue;
        }
        last.bytes.end = at;
        parts.push(Part { bytes: at..text.len(), column });
    }
    // Entries of one table end where the next field of the file begins.
    let mut whole = Vec::with_capacity(parts.len());
    for part in parts {
        let end = part.bytes.end;
        let next = fields.get(fields.partition_point(|&at| at <= part.bytes.start)).copied();
        let next = next.filter(|&at| part.column > 0 && at < end);
        whole.push(Part { bytes: part.bytes.start..next.unwrap_or(end), column: part.column });
        whole.extend(next.map(|at| Part { bytes: at..end, column: 0 }));
    }
    whole
}

/// The first place at or after a byte where an entry begins, and the column of the entries around it. `fields` are the places
/// where fields of the file begin.
fn place(text: &str, fields: &[usize], from: usize) -> Option<(usize, usize)> {
    let section = *fields[..fields.partition_point(|&at| at <= from)].last()?;
    let column = line_starts(text, section..text.len()).map(|at| indent(text, at)).find(|(_, is_entry)| *is_entry)?.0;
    let starts = line_starts(text, from..text.len());
    let (at, own) = starts.map(|at| (at, indent(text, at).0)).find(|(at, own)| *own <= column && is_key(text, at + own))?;
    (own == 0 || own == column).then_some((at, own))
}

/// Where the lines after the first one of a range begin.
fn line_starts(text: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    let start = range.start;
    memchr_iter(b'\n', &text.as_bytes()[range]).map(move |newline| start + newline + 1)
}

/// Blanks before the first letter of a line, and whether the line begins with something that could be a key.
fn indent(text: &str, at: usize) -> (usize, bool) {
    let line = &text.as_bytes()[at..];
    let blanks = line.iter().take_while(|byte| **byte == b' ').count();
    (blanks, line.get(blanks).is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != b'#'))
}

/// Whether a key could begin here. Lists may stand in the column of the field they belong to.
fn is_key(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_alphanumeric)
}

fn is_field(text: &str, at: usize) -> bool {
    indent(text, at) == (0, true)
}

/// The tree of all parts, where they fit together: each is a table, and entries have the column of those before them.
pub(super) fn join(text: &str, parts: &[Part], trees: Vec<FileTree>) -> Option<FileTree> {
    let mut trees = trees.into_iter();
    let mut joined = trees.next()?;
    joined.reserve_for(trees.as_slice());
    for (part, tree) in parts[1..].iter().zip(trees) {
        if tree.kind_of_root() != Some(Kind::Table) || !is_key(text, part.bytes.start + part.column) {
            return None;
        }
        let table = joined.table(part.column > 0, text, |key| column(text, key) == part.column)?;
        joined.append(table, tree, part.bytes.start);
    }
    Some(joined)
}

/// Blanks before a key, which is known by its first letter.
fn column(text: &str, key: usize) -> usize {
    let line = text[..key].rfind('\n').map_or(0, |newline| newline + 1);
    text[line..key].trim_end_matches(['"', '\'']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cuts(text: &str, wanted: usize) -> Vec<(&str, usize)> {
        cut(text, wanted).into_iter().map(|part| (text[part.bytes.clone()].lines().next().unwrap_or(""), part.column)).collect()
    }

    #[test]
    fn a_text_is_cut_between_entries() {
        let text = "a: 1\nactivities:\n  one:\n    x: 1\n  two:\n    x: 2\n  three:\n    x: 3\n";
        assert_eq!(cuts(text, 2), [("a: 1", 0), ("  three:", 2)]);
    }

    #[test]
    fn entries_end_where_the_next_field_of_the_file_begins() {
        let text = "activities:\n  one:\n    x: 1\n  two:\n    x: 2\nevents:\n  e: {}\n";
        assert_eq!(cuts(text, 3), [("activities:", 0), ("  two:", 2), ("events:", 0)]);
    }
}
