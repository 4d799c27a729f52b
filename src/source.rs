//! The texts that everything else points into, and the one place where bytes become lines and columns.

use std::sync::OnceLock;

use arcstr::ArcStr;

/// A part of a source text, kept without a copy; or a text of its own.
pub type Excerpt = arcstr::Substr;

/// A file larger than this many bytes is no register, and is not read: places and values are counted in numbers that
/// suffice for it.
pub const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// Number of a file in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in one file. `start` and `end` lie on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Loc {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Loc {
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        // No file has more than `MAX_BYTES`, so the casts cannot lose anything.
        Loc { file, start: start as u32, end: end.max(start) as u32 }
    }
}

/// A position as people and editors count it: both numbers from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// The language of a file, from its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Yaml,
    Toml,
}

impl Language {
    pub fn of(path: &str) -> Option<Self> {
        match path.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => Some(Language::Yaml),
            "toml" => Some(Language::Toml),
            _ => None,
        }
    }
}

/// One text with the path it is shown under.
#[derive(Debug)]
pub struct Source {
    /// As shown to people: relative where possible, `/` between folders on every system.
    pub path: String,
    /// The path below the register's folder: decides what the file holds.
    pub relative: String,
    pub text: ArcStr,
    line_starts: OnceLock<Vec<u32>>,
    /// Number of characters before each block of [`BLOCK`] bytes: in a file of one line, no place is counted from its start.
    counted: OnceLock<Vec<u32>>,
}

/// So many bytes of a line are counted again for each place in it.
const BLOCK: usize = 1024;

/// Number of characters that begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

impl Source {
    pub fn is_toml(&self) -> bool {
        Language::of(&self.relative) == Some(Language::Toml)
    }

    /// A part of the text as an excerpt; what stands elsewhere is copied.
    pub fn excerpt(&self, part: &str) -> Excerpt {
        self.text.try_substr_from(part).unwrap_or_else(|| Excerpt::from(part))
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut starts = vec![0];
            // As YAML and editors have it, a carriage return alone ends a line as well.
            let ends =
                memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
            starts.extend(ends.map(|at| at as u32 + 1));
            starts
        })
    }

    /// Number of characters before a byte of the text.
    fn characters_before(&self, offset: usize) -> usize {
        let counted = self.counted.get_or_init(|| {
            let blocks = self.text.as_bytes().chunks(BLOCK);
            let sums = blocks.scan(0, |sum, block| Some(std::mem::replace(sum, *sum + characters(block) as u32)));
            sums.collect()
        });
        let block = (offset / BLOCK).min(counted.len().saturating_sub(1));
        counted.get(block).map_or(0, |before| *before as usize) + characters(&self.text.as_bytes()[block * BLOCK..offset])
    }

    /// Line and column of a byte offset; an offset inside a character counts as that character.
    pub fn position(&self, offset: u32) -> Position {
        let starts = self.line_starts();
        let offset = offset.min(self.text.len() as u32);
        let line = starts.partition_point(|&start| start <= offset) - 1;
        let start = starts[line] as usize;
        let mut end = offset as usize;
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = if end - start <= BLOCK {
            characters(&self.text.as_bytes()[start..end])
        } else {
            self.characters_before(end) - self.characters_before(start)
        };
        Position { line: line + 1, column: before + 1 }
    }

    /// The text of a line (from 1) without its line break, or "" past the end.
    pub fn line(&self, line: usize) -> &str {
        let starts = self.line_starts();
        let Some(&start) = starts.get(line.wrapping_sub(1)) else { return "" };
        let end = starts.get(line).map_or(self.text.len(), |&next| next as usize);
        self.text[start as usize..end].trim_end_matches(['\n', '\r'])
    }

    /// Byte offset of the start of a line (from 1).
    pub fn line_start(&self, line: usize) -> u32 {
        self.line_starts().get(line.wrapping_sub(1)).copied().unwrap_or(self.text.len() as u32)
    }

    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }
}

/// All texts of one run. Grows while files are added and never changes after that.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Takes a text over. A byte-order mark is dropped: no editor shows it, so no column counts it.
    pub fn add(&mut self, path: impl Into<String>, relative: impl Into<String>, text: impl Into<ArcStr>) -> FileId {
        let text = text.into();
        let text = text.strip_prefix('\u{feff}').map(ArcStr::from).unwrap_or(text);
        self.files.push(Source {
            path: path.into(),
            relative: relative.into(),
            text,
            line_starts: OnceLock::new(),
            counted: OnceLock::new(),
        });
        FileId(self.files.len() as u32 - 1)
    }

    /// Makes room for so many more files.
    pub fn reserve(&mut self, more: usize) {
        self.files.reserve_exact(more);
    }

    pub fn get(&self, file: FileId) -> &Source {
        &self.files[file.0 as usize]
    }

    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len() as u32).map(FileId)
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The text of a place.
    pub fn slice(&self, loc: Loc) -> &str {
        self.get(loc.file).text.get(loc.start as usize..loc.end as usize).unwrap_or("")
    }

    /// First and last position of a place; the end is the position after its last character.
    pub fn span(&self, loc: Loc) -> (Position, Position) {
        let source = self.get(loc.file);
        (source.position(loc.start), source.position(loc.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, needle: &str) -> Position {
        let mut sources = Sources::default();
        let file = sources.add("t", "t", text);
        let source = sources.get(file);
        source.position(source.text.find(needle).expect("needle in text") as u32)
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        for before in ["ü", "é", "漢", "🦀", "\t"] {
            let text = format!("one\n{before}{before}X");
            assert_eq!(at(&text, "X"), Position { line: 2, column: 3 }, "{before:?}");
        }
    }

    #[test]
    fn windows_line_ends_and_byte_order_marks_do_not_shift_anything() {
        assert_eq!(at("\u{feff}a\r\nbX", "X"), Position { line: 2, column: 2 });
    }

    #[test]
    fn a_line_ends_where_editors_end_it() {
        for (text, line) in [("a\rbX", 2), ("a\r\nbX", 2), ("a\n\rbX", 3), ("a\r\rbX", 3), ("a\r\r\nbX", 3)] {
            assert_eq!(at(text, "X"), Position { line, column: 2 }, "{text:?}");
        }
    }

    #[test]
    fn columns_of_a_long_line_are_counted_right_everywhere() {
        let line = "aü漢🦀".repeat(1_000);
        let text = format!("first\n{line}\n{line}");
        let mut sources = Sources::default();
        let file = sources.add("t", "t", text.as_str());
        for start in [6, 6 + line.len() + 1] {
            for (column, (at, _)) in line.char_indices().enumerate().step_by(7) {
                assert_eq!(sources.get(file).position((start + at) as u32).column, column + 1);
            }
        }
        assert_eq!(sources.get(file).position(text.len() as u32).column, 4_001);
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let mut sources = Sources::default();
        let file = sources.add("t", "t", "ab\n");
        assert_eq!(sources.get(file).position(99), Position { line: 2, column: 1 });
        assert_eq!(sources.get(file).line(1), "ab");
        assert_eq!(sources.get(file).line(9), "");
    }
}
