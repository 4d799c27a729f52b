//! Makes text of a register harmless: in documents it is text and nothing else.

use std::borrow::Cow;
use std::sync::LazyLock;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use regex::Regex;

/// A text on one line, without control characters and marks that turn the direction of writing.
pub fn text(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let visible = text.chars().filter(|letter| !is_hidden(*letter));
    let spaced: String = visible.map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text is on one line already, as nearly all are.
fn is_clean(text: &str) -> bool {
    let mut after_space = true;
    for letter in text.chars() {
        if is_hidden(letter) || letter.is_whitespace() && (after_space || letter != ' ') {
            return false;
        }
        after_space = letter == ' ';
    }
    !after_space || text.is_empty()
}

/// What can be seen of a text, with its spaces: without control characters and marks that turn the direction of writing.
pub fn visible(text: &str) -> String {
    let visible = text.chars().filter(|letter| !is_hidden(*letter) && !matches!(letter, '\u{FFFE}' | '\u{FFFF}'));
    visible.map(|letter| if letter.is_whitespace() && letter != '\u{A0}' { ' ' } else { letter }).collect()
}

/// The same for texts of several lines.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|letter| *letter == '\n' || !is_hidden(*letter)).collect()
}

fn is_hidden(letter: char) -> bool {
    let turns = matches!(letter, '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}');
    turns || (letter.is_control() && !letter.is_whitespace())
}

/// Whether a document may link there: the web, mail and telephone, and nothing that runs.
pub fn is_safe_link(href: &str) -> bool {
    let plain: String = href.chars().filter(|letter| !letter.is_whitespace() && !is_hidden(*letter)).collect();
    let lower = plain.to_lowercase();
    match lower.split_once(':') {
        Some((scheme, _)) if scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter)) => {
            matches!(scheme, "https" | "http" | "mailto" | "tel")
        }
        _ => !lower.starts_with("//"),
    }
}

/// Text as Markdown: every mark that could mean something there is escaped.
pub fn markdown(text: &str) -> String {
    const MARKS: &str = "\\`*[]<>|{}_~&!";
    let begins = |letter: char| letter.is_ascii_digit() || "#+-=.)".contains(letter);
    if !text.trim_start().starts_with(begins) && !text.contains(|letter| MARKS.contains(letter)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1).copied();
        let inside_word = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        let at_start = letters[..at].iter().all(|letter| letter.is_whitespace());
        let escape = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '{' | '}' => true,
            '_' => !inside_word,
            '~' => after == Some('~') || before == Some('~'),
            '&' => after.is_some_and(|next| next.is_alphanumeric() || next == '#'),
            '#' | '+' | '-' | '=' => at_start,
            '.' | ')' => at > 0 && letters[..at].iter().all(char::is_ascii_digit),
            '!' => after == Some('['),
            _ => false,
        };
        if escape {
            out.push('\\');
        }
        out.push(*letter);
    }
    out
}

/// Markdown that the controller wrote, as HTML and as Markdown: no markup of HTML, no images, no links that run;
/// headings begin below those of the document.
pub fn own(source: &str, top: usize) -> (String, String) {
    let source = lines(source);
    (own_html(&source, top), own_markdown(&source, top))
}

fn own_html(source: &str, top: usize) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut dropped = 0usize;
    let events = Parser::new_ext(source, options).filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link { ref dest_url, .. }) if !is_safe_link(dest_url) => {
            dropped += 1;
            None
        }
        Event::End(TagEnd::Link) if dropped > 0 => {
            dropped -= 1;
            None
        }
        // A picture would be fetched from somewhere: its words stay.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { dest_url, title, id, link_type }) => {
            let href = if link_type == LinkType::Email { CowStr::from(format!("mailto:{dest_url}")) } else { dest_url };
            Some(Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url: href, title, id }))
        }
        Event::Start(Tag::Heading { level, .. }) => {
            Some(Event::Start(Tag::Heading { level: lower(level, top), id: None, classes: Vec::new(), attrs: Vec::new() }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lower(level, top)))),
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

fn lower(level: HeadingLevel, top: usize) -> HeadingLevel {
    let number = (level as usize + top).min(6);
    HeadingLevel::try_from(number).unwrap_or(HeadingLevel::H6)
}

fn own_markdown(source: &str, top: usize) -> String {
    static LINK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\]\(\s*<?([^)\s>]*)").expect("a pattern"));
    static REFERENCE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?m)^\s{0,3}\[[^\]\n]+\]:\s*<?(\S+)").expect("a pattern"));
    static HEADING: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?m)^(#{1,6})(\s)").expect("a pattern"));
    let safe = source.replace('<', "&lt;").replace("![", "[");
    let safe = REFERENCE.replace_all(&safe, |found: &regex::Captures<'_>| {
        if is_safe_link(&found[1]) { found[0].to_owned() } else { format!("\\{}", found[0].trim_start()) }
    });
    let safe = LINK.replace_all(
        &safe,
        |found: &regex::Captures<'_>| {
            if is_safe_link(&found[1]) { found[0].to_owned() } else { format!("\\{}", &found[0]) }
        },
    );
    let safe = HEADING
        .replace_all(&safe, |found: &regex::Captures<'_>| format!("{}{}", "#".repeat((found[1].len() + top).min(6)), &found[2]));
    let out: Cow<'_, str> = safe.replace("{{", "\\{\\{").replace("{%", "\\{%").into();
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_loses_what_cannot_be_seen() {
        assert_eq!(text("a\u{202E}b\u{0007}c\r\n  d"), "abc d");
    }

    #[test]
    fn only_links_to_the_web_mail_and_telephone_are_kept() {
        for safe in ["https://a.no", "mailto:a@b.no", "tel:+4722", "privacy.nb.html", "#rights"] {
            assert!(is_safe_link(safe), "{safe}");
        }
        for unsafe_link in
            ["javascript:alert(1)", "java\tscript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "//evil.no"]
        {
            assert!(!is_safe_link(unsafe_link), "{unsafe_link}");
        }
    }

    #[test]
    fn markdown_shows_text_as_it_was_written() {
        for hostile in [
            "*a*",
            "[x](javascript:1)",
            "<script>",
            "| a |",
            "# h",
            "1. x",
            "- x",
            "{{ 7 * 7 }}",
            "&lt;",
            "`x`",
            "![i](x)",
            "__b__",
        ] {
            let mut out = String::new();
            html::push_html(&mut out, Parser::new_ext(&markdown(hostile), Options::all()));
            let shown = out
                .trim()
                .trim_start_matches("<p>")
                .trim_end_matches("</p>")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("&quot;", "\"");
            assert_eq!(shown, hostile);
        }
        assert_eq!(markdown("first_name a-b 2.5"), "first_name a-b 2.5");
    }

    #[test]
    fn own_sections_cannot_run_or_fetch_anything() {
        let (html, markdown) =
            own("# Hi\n\nA <script>alert(1)</script> [x](javascript:alert(1)) ![i](https://t.no/p.png) [ok](https://a.no)", 2);
        assert!(!html.contains("<script") && !html.contains("javascript:") && !html.contains("<img"), "{html}");
        assert!(html.contains("<h3>Hi</h3>") && html.contains("href=\"https://a.no\""), "{html}");
        let mut shown = String::new();
        html::push_html(&mut shown, Parser::new(&markdown));
        assert!(!shown.contains("<script") && !shown.contains("href=\"javascript") && !shown.contains("<img"), "{shown}");
        assert!(markdown.starts_with("### Hi"), "{markdown}");
    }
}
