//! Breaks names into lines. A drawing cannot ask how wide letters are, so they are measured by kind.

/// Size for which [`width`] counts.
pub(super) const SIZE: i32 = 12;

/// A text in at most so many lines of a width; what is cut ends with `…`.
pub(super) fn wrapped(text: &str, most_width: i32, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if lines.len() + 1 == most_lines {
            lines.push(cut(rest, most_width));
            break;
        }
        let fits = fitting(rest, most_width);
        let end = if fits == rest.len() { fits } else { rest[..fits].rfind(' ').unwrap_or(fits) };
        // A space right behind the line means that the line ends with a whole word.
        let end = if rest[fits..].starts_with(' ') { fits } else { end };
        lines.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    lines
}

/// How wide a text is, roughly, in [`SIZE`].
pub(super) fn width(text: &str) -> i32 {
    text.chars().map(advance).sum()
}

/// The text, or its beginning and `…`.
fn cut(text: &str, most: i32) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let end = fitting(text, most - advance('…'));
    format!("{}…", text[..end].trim_end_matches([' ', ',', ';', ':']))
}

/// Bytes of the longest beginning that is no wider, and at least one letter.
fn fitting(text: &str, most: i32) -> usize {
    let mut sum = 0;
    for (at, letter) in text.char_indices() {
        sum += advance(letter);
        if sum > most && at > 0 {
            return at;
        }
    }
    text.len()
}

fn advance(letter: char) -> i32 {
    const FIRST_FULL: char = '\u{1100}';
    match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 4,
        't' | 'f' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' => 5,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 11,
        // General punctuation, such as dashes and quotes, is as wide as letters.
        '\u{2000}'..='\u{206F}' => 7,
        FIRST_FULL.. => 13,
        upper if upper.is_uppercase() => 9,
        _ => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_say_what_is_cut() {
        assert_eq!(wrapped("Payroll", 140, 2), ["Payroll"]);
        assert_eq!(wrapped("Recruitment of seasonal staff", 140, 2), ["Recruitment of", "seasonal staff"]);
        let long = wrapped("Recruitment of seasonal staff in all of the northern counties", 140, 2);
        assert_eq!(long.len(), 2);
        assert!(long[1].ends_with('…'), "{long:?}");
    }

    #[test]
    fn no_line_is_too_wide_whatever_its_letters() {
        for text in [
            "Sammenslåingsopplysningspliktregisteret i fylket",
            "漢字漢字漢字漢字漢字漢字漢字",
            "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
            "WWWWWWWWWWWWWWWWWWWWWW",
            "a",
        ] {
            let lines = wrapped(text, 100, 2);
            assert!(lines.len() <= 2 && lines.iter().all(|line| width(line) <= 100), "{lines:?}");
        }
        assert!(wrapped("", 100, 2).is_empty());
    }
}
