//! Reads YAML that is written the way registers are, straight into the tree.
//!
//! A YAML parser has to be ready for anything; a register is tables and lists that are indented by spaces, with each value on
//! one line or in a block of lines. Reading just that takes a seventh of the time. Where a text does anything else this reader
//! says nothing at all, and the parser reads it: it alone decides what YAML means and what is wrong with it. The tests below
//! and the `debug_assert!` of `yaml.rs` hold the two against each other.

use memchr::{memchr, memchr_iter, memchr2};

use super::tree::{Builder, FileTree, Kind};

/// Deeper than any register, and far from any limit.
const MAX_DEPTH: usize = 24;

/// YAML wants the colon of a key soon after its first letter.
const MAX_KEY: usize = 256;

/// `None` where the text is not that simple, or not right.
pub(super) fn read(text: &str) -> Option<FileTree> {
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        line: 0,
        at: 0,
        end: 0,
        column: None,
        builder: Builder::with_capacity(text.len()),
    };
    reader.take_line(0);
    reader.column?;
    reader.block(MAX_DEPTH)?;
    // Last, because most texts that are not simple show it on their first lines.
    (reader.column.is_none() && has_usual_characters(text.as_bytes())).then(|| reader.builder.finish())
}

/// Letters and line feeds only: tabs, other line ends and marks of byte order are left to the parser.
fn has_usual_characters(bytes: &[u8]) -> bool {
    let followed_by = |first: u8, unusual: fn(u8) -> bool| {
        memchr_iter(first, bytes).any(|at| bytes.get(at + 1).is_some_and(|next| unusual(*next)))
    };
    // Without an early end within a chunk the compiler compares many bytes at once.
    let is_usual = |byte: &u8| (*byte >= b' ' || *byte == b'\n') & (*byte != 0x7F);
    bytes.chunks(1024).all(|chunk| chunk.iter().fold(true, |all, byte| all & is_usual(byte)))
        // U+0080 to U+009F; U+FEFF and U+FFFD to U+FFFF with their neighbours.
        && !followed_by(0xC2, |next| next < 0xA0)
        && !followed_by(0xEF, |next| next == 0xBB || next == 0xBF)
}

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// First byte of the line that is being read.
    line: usize,
    /// The next byte to read.
    at: usize,
    /// Its line feed, or the end of the text.
    end: usize,
    /// Blanks before the entry that is being read; `None`, less than any, at the end of the text.
    column: Option<usize>,
    builder: Builder,
}

impl Reader<'_> {
    /// Goes to the first line at or after a byte that holds more than a comment.
    fn take_line(&mut self, mut start: usize) {
        while start < self.bytes.len() {
            self.line = start;
            self.end = memchr(b'\n', &self.bytes[start..]).map_or(self.bytes.len(), |length| start + length);
            self.at = start;
            self.skip_blanks();
            if self.at < self.end && self.bytes[self.at] != b'#' {
                self.column = Some(self.at - start);
                return;
            }
            start = self.end + 1;
        }
        self.column = None;
    }

    /// The table or list that begins here.
    fn block(&mut self, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        if self.is_item() { self.list(depth) } else { self.table(depth) }
    }

    fn table(&mut self, depth: usize) -> Option<()> {
        let column = self.column;
        self.builder.open(Kind::Table, self.at);
        while self.column == column {
            let (start, end) = self.key()?;
            self.name(start, end)?;
            if self.is_line_done() {
                self.take_line(self.end + 1);
                // Lists may stand in the column of their key.
                if self.column < column || self.column == column && !self.is_item() {
                    return None;
                }
                self.block(depth)?;
            } else {
                self.value(depth)?;
            }
        }
        self.builder.close(0);
        (self.column < column).then_some(())
    }

    fn list(&mut self, depth: usize) -> Option<()> {
        let column = self.column;
        self.builder.open(Kind::List, self.at);
        while self.column == column && self.is_item() {
            self.at += 1;
            self.skip_blanks();
            if self.is_line_done() {
                self.take_line(self.end + 1);
                (self.column > column).then_some(())?;
                self.block(depth)?;
            } else if self.is_item() || self.key().is_some() {
                self.column = Some(self.at - self.line);
                self.block(depth)?;
            } else {
                self.value(depth)?;
            }
        }
        self.builder.close(0);
        (self.column <= column).then_some(())
    }

    /// The value that begins in this line; goes on to the line after it.
    fn value(&mut self, depth: usize) -> Option<()> {
        match self.bytes[self.at] {
            b'|' | b'>' => return self.lines(),
            b'{' | b'[' => self.flow(depth)?,
            b'"' | b'\'' => {
                let end = self.end_of_quoted()?;
                self.scalar(end);
            }
            _ => {
                let end = self.end_of_plain()?;
                self.scalar(end);
            }
        }
        self.skip_blanks();
        self.is_line_done().then(|| self.take_line(self.end + 1))
    }

    /// A table or list in brackets, as far as this line goes.
    fn flow(&mut self, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        let (kind, closing) = if self.bytes[self.at] == b'{' { (Kind::Table, b'}') } else { (Kind::List, b']') };
        self.builder.open(kind, self.at);
        self.at += 1;
        self.skip_blanks();
        while self.peek()? != closing {
            if kind == Kind::Table {
                let end = self.end_in_flow()?;
                if end - self.at > MAX_KEY || !self.bytes[end..].starts_with(b": ") {
                    return None;
                }
                self.name(self.at, end)?;
            }
            if matches!(self.peek()?, b'{' | b'[') {
                self.flow(depth)?;
            } else {
                let end = self.end_in_flow()?;
                self.scalar(end);
            }
            self.skip_blanks();
            if self.peek()? == b',' {
                self.at += 1;
                self.skip_blanks();
            } else if self.peek()? != closing {
                return None;
            }
        }
        self.at += 1;
        self.builder.close(self.at);
        Some(())
    }

    /// A text in the lines below: `|` keeps its line feeds, `>` makes spaces of them, `-` drops the last one.
    fn lines(&mut self) -> Option<()> {
        let (folds, strips) = match &self.text[self.at..self.end] {
            "|" => (false, false),
            "|-" => (false, true),
            ">" => (true, false),
            ">-" => (true, true),
            _ => return None,
        };
        let first = self.end + 1;
        let indent = blanks(self.text.get(first..)?);
        if Some(indent) <= self.column {
            return None;
        }
        let (mut value, mut empty, mut start) = (String::new(), 0, first);
        while start < self.bytes.len() {
            let line_end = memchr(b'\n', &self.bytes[start..]).map_or(self.bytes.len(), |length| start + length);
            let line = &self.text[start..line_end];
            let own = blanks(line);
            if own == line.len() {
                // Blanks of its own would be text.
                if own > indent || value.is_empty() {
                    return None;
                }
                empty += 1;
            } else if own < indent {
                if Some(own) > self.column {
                    return None;
                }
                break;
            } else {
                if folds && own > indent {
                    return None;
                }
                match (folds, empty) {
                    _ if value.is_empty() => {}
                    (true, 0) => value.push(' '),
                    (true, _) => value.extend(std::iter::repeat_n('\n', empty)),
                    (false, _) => value.extend(std::iter::repeat_n('\n', empty + 1)),
                }
                value.push_str(&line[indent..]);
                empty = 0;
            }
            start = line_end + 1;
        }
        if !strips {
            value.push('\n');
        }
        let begin = first + indent;
        let end = begin + self.text[begin..start.min(self.bytes.len())].trim_ascii_end().len();
        self.builder.scalar(&value, begin, end, self.text);
        self.take_line(start);
        Some(())
    }

    /// Takes a key and its colon. `<<` is for the parser to refuse, even in quotes.
    fn name(&mut self, start: usize, end: usize) -> Option<()> {
        let name = inside(self.text, start, end);
        self.builder.key(name, start, end, self.text);
        self.at = end + 1;
        self.skip_blanks();
        (name != "<<").then_some(())
    }

    fn scalar(&mut self, end: usize) {
        self.builder.scalar(inside(self.text, self.at, end), self.at, end, self.text);
        self.at = end;
    }

    /// The key that begins here, with its quotes, where its colon follows at once.
    fn key(&self) -> Option<(usize, usize)> {
        let first = self.bytes[self.at];
        let end = if matches!(first, b'"' | b'\'') {
            self.end_of_quoted()?
        } else if is_letter(first) {
            let line = &self.bytes[self.at..self.end];
            self.at
                + line.iter().enumerate().position(|(at, byte)| *byte == b':' && matches!(line.get(at + 1), None | Some(b' ')))?
        } else {
            return None;
        };
        let ends_well = self.bytes[end - 1] != b' ' && memchr(b'#', &self.bytes[self.at..end]).is_none();
        let has_colon = matches!(self.bytes[end..self.end], [b':'] | [b':', b' ', ..]);
        (ends_well && has_colon && end - self.at <= MAX_KEY).then_some((self.at, end))
    }

    /// Where a text without quotes ends: at a comment or with the line.
    fn end_of_plain(&self) -> Option<usize> {
        if !is_letter(self.bytes[self.at]) {
            return None;
        }
        let mut from = self.at;
        let mut end = self.end;
        while let Some(found) = memchr2(b':', b'#', &self.bytes[from..self.end]) {
            let mark = from + found;
            match self.bytes[mark] {
                b':' if mark + 1 == self.end || self.bytes[mark + 1] == b' ' => return None,
                b'#' if self.bytes[mark - 1] == b' ' => {
                    end = mark;
                    break;
                }
                _ => from = mark + 1,
            }
        }
        Some(self.without_blanks(end))
    }

    /// Where a text ends that stands in brackets.
    fn end_in_flow(&self) -> Option<usize> {
        let first = self.peek()?;
        if matches!(first, b'"' | b'\'') {
            return self.end_of_quoted();
        }
        if !is_letter(first) {
            return None;
        }
        let mut at = self.at;
        loop {
            match self.bytes[at] {
                b',' | b'[' | b']' | b'{' | b'}' => break,
                b':' if !self.bytes.get(at + 1).is_some_and(|next| is_letter(*next)) => break,
                b'#' | b'\n' => return None,
                _ => at += 1,
            }
            if at == self.end {
                return None;
            }
        }
        Some(self.without_blanks(at))
    }

    /// Behind the quotation mark that ends a text in which nothing is escaped.
    fn end_of_quoted(&self) -> Option<usize> {
        let mark = self.bytes[self.at];
        let inside = &self.bytes[self.at + 1..self.end];
        let length = memchr(mark, inside)?;
        let is_escaped =
            if mark == b'"' { memchr(b'\\', &inside[..length]).is_some() } else { inside.get(length + 1) == Some(&mark) };
        (!is_escaped).then_some(self.at + length + 2)
    }

    fn without_blanks(&self, mut end: usize) -> usize {
        while self.bytes[end - 1] == b' ' {
            end -= 1;
        }
        end
    }

    fn skip_blanks(&mut self) {
        while self.at < self.end && self.bytes[self.at] == b' ' {
            self.at += 1;
        }
    }

    /// Whether nothing follows in this line but a comment.
    fn is_line_done(&self) -> bool {
        self.at == self.end || self.bytes[self.at] == b'#' && self.bytes[self.at - 1] == b' '
    }

    /// Whether the item of a list begins here.
    fn is_item(&self) -> bool {
        self.bytes[self.at] == b'-' && (self.at + 1 == self.end || self.bytes[self.at + 1] == b' ')
    }

    /// The next byte of this line.
    fn peek(&self) -> Option<u8> {
        (self.at < self.end).then(|| self.bytes[self.at])
    }
}

/// How many blanks a line begins with.
fn blanks(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}

/// A text without the quotes around it.
fn inside(text: &str, start: usize, end: usize) -> &str {
    let quotes = usize::from(matches!(text.as_bytes()[start], b'"' | b'\''));
    &text[start + quotes..end - quotes]
}

/// Whether a text without quotes may begin with this byte, whatever follows.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'(' | b'/' | b'+' | b'_')
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::*;
    use crate::source::FileId;
    use crate::syntax::yaml::read_events;

    fn by_the_parser(text: &str) -> Option<FileTree> {
        let (tree, faults) = read_events(FileId(0), text, super::super::MAX_DEPTH);
        faults.is_empty().then_some(tree)
    }

    const USUAL: &str = "\
# before
organisation: {name: \"Ærø 漢\", email: a@b.no, address: 'Gate 1, 2'}
languages: [nb, en]
none: []
activities:
  one:
    name:   {nb: Én, en: \"One: 1\"}   # a remark

    list:
    - a
    - name: b
      url: https://b.no/#c

    other:
      - - 1 # one
        - [a, {b: c}]
      -
        d: e#f
    text: >-
      several
      lines

      folded # and
    also:
    - |
      a

        b
    \"e 2\":
      x: 1 year after contract-end, at most 3
  two: {}
";

    #[test]
    fn what_is_usual_is_read_as_the_parser_reads_it() {
        assert_eq!(read(USUAL).expect("nothing unusual"), by_the_parser(USUAL).expect("no fault"));
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the registers of this project, which no command reads here")]
    fn real_registers_are_read_as_the_parser_reads_them() {
        let (mut directly, mut all) = (0, 0);
        for entry in walkdir::WalkDir::new("registers") {
            let entry = entry.expect("a register");
            if entry.path().extension().is_some_and(|extension| extension == "yaml") {
                let text = std::fs::read_to_string(entry.path()).expect("a text");
                all += 1;
                if let Some(tree) = read(&text) {
                    assert!(Some(tree) == by_the_parser(&text), "{}", entry.path().display());
                    directly += 1;
                }
            }
        }
        assert!(directly * 10 >= all * 9, "{directly} of {all}");
    }

    const CHANGES: &str = "\
        · ·  ·        ·\n·\n\n·\n   \n·\n        \n·\n    a·\n# a\n·\n  a: b\n·\t·\r·\r\n\
        ·:·: · :·:\n·a: b·#· #·# ·-·- ·\n- ·\n-\n·---\n·--- ·...\n·... ·,·, ·[·]·{·}·\"·'·''·\\·|·|\n·>·>+·>1\
        ·&·&a ·*·*a·!·!a ·%·@·`·?·? ·~·=·<<: ·\u{80}·\u{85}·\u{A0}·\u{2028}·\u{FEFF}·\u{7F}·\u{FFFD}\
        ·é·a·1·.·(·/·+·_·<";

    /// Whether this reader takes a text. Then it makes the same tree of it as the parser.
    fn is_read_directly(text: &String) -> bool {
        let tree = read(text);
        assert!(tree.is_none() || tree == by_the_parser(text), "{text:?}");
        tree.is_some()
    }

    /// Each text that differs in one place from the usual one: whoever reads it, it is the same tree.
    #[test]
    fn no_change_of_one_place_is_read_in_another_way() {
        let changes: Vec<&str> = CHANGES.split('·').collect();
        let places: Vec<(usize, char)> = USUAL.char_indices().collect();
        let changed = places.par_iter().flat_map_iter(|&(at, letter)| {
            let rests = [&USUAL[at..], &USUAL[at + letter.len_utf8()..]];
            changes.iter().flat_map(move |change| rests.map(|rest| format!("{}{change}{rest}", &USUAL[..at])))
        });
        let read_directly = changed.filter(is_read_directly).count();
        assert!(read_directly > 10_000, "{read_directly}");
    }

    const INDENTS: &str = "··········  ·  ·  ·  ·    · ·   ";
    const BEGINNINGS: &str = "··a: ·b: ·é f:·'g':  ·\"h: i\": ·- ·- ·- - ·-   ·- a: ·- - b: ·-\n·a:\n·- a:\n·- # j\n·a:  # k\n\
        ·... l: ·.m: ·\"<<\": ·? ·n : ·\u{3000}: ·# o";
    const VALUES: &str = "·1·p q·r#s·t:u·v, [w] {x}·'y'·\"z: #\"·''·\u{3000}·[]·{}·[1, p q ,'y']·{a: 1, b: [t:u, {é: ''}], }\
        ·|·|·>·>-·|-·|+·|2·|\n      p\n      # q·>-\n    p\n\n    q·|\n  \u{3000}·[a: 1]·{a:1}·- 1·-1·...·---·&a 1\
        ·\"<<\"·{'<<': 1}·'y' z·'y''·\"\\n\"·1: 2·[1]: 2·~·]";
    const ENDINGS: &str = "\n·\n·\n·\n·\n·\n·\n·\n\n·  \n· # ]\n· # é\n#\n·\n   \n·\n \n\n·#]\n·\t\n·\n # a: 1\n";

    /// Numbers that look drawn (xorshift64).
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, most: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 % most as u64) as usize
        }
    }

    /// Texts of lines that are drawn piece by piece: whoever reads them, it is the same tree.
    #[test]
    fn no_text_of_drawn_lines_is_read_in_another_way() {
        let lists = [INDENTS, BEGINNINGS, VALUES, ENDINGS].map(|list| list.split('·').collect::<Vec<_>>());
        let drawn = (1..=300_000_u64).into_par_iter().map(|number| {
            let mut dice = Dice(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mut text = String::new();
            for _ in 0..=dice.below(5) {
                text.extend(lists.iter().map(|list| list[dice.below(list.len())]));
            }
            let without_last = text.trim_end_matches('\n').len();
            text.truncate(if number % 3 == 0 { without_last } else { text.len() });
            text
        });
        let read_directly = drawn.filter(is_read_directly).count();
        assert!(read_directly > 10_000, "{read_directly}");
    }

    #[test]
    fn depth_and_long_keys_are_left_to_the_parser() {
        let nested = |depth: usize| format!("a: {}{}\n", "[".repeat(depth), "]".repeat(depth));
        assert!(read(&nested(MAX_DEPTH - 1)).is_some());
        assert!(read(&nested(MAX_DEPTH)).is_none());
        assert!(read(&format!("{}: 1\n", "k".repeat(MAX_KEY))).is_some());
        assert!(read(&format!("{}: 1\n", "k".repeat(MAX_KEY + 1))).is_none());
        assert!(read(&format!("a: {{{}: 1}}\n", "k".repeat(MAX_KEY + 1))).is_none());
    }
}
