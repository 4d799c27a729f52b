//! Long lines broken between words.

/// A line in as many as it takes; all but the first are indented. A word that is longer than a line stays whole, so that an
/// address or a path can still be copied.
pub fn wrapped(line: &str, width: usize, indent: usize) -> String {
    let mut out = String::with_capacity(line.len());
    let start = line.len() - line.trim_start_matches(' ').len();
    out.push_str(&line[..start]);
    let mut column = start;
    let mut is_first = true;
    for word in line[start..].split(' ') {
        let length = word.chars().count();
        if !is_first && column + 1 + length > width {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else if !is_first {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
        is_first = false;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_break_between_words_and_what_follows_is_indented() {
        assert_eq!(wrapped("  name: ab cd ef", 10, 4), "  name: ab\n    cd ef");
        assert_eq!(wrapped("ab cd", 5, 2), "ab cd");
        assert_eq!(wrapped("ab cd", 4, 0), "ab\ncd");
        assert_eq!(wrapped("a https://x.example/long b", 8, 2), "a\n  https://x.example/long\n  b");
        assert_eq!(wrapped("øøøø åå", 7, 0), "øøøø åå", "letters count, not bytes");
        assert_eq!(wrapped("a  b", 80, 0), "a  b", "spaces inside a line stay");
    }
}
