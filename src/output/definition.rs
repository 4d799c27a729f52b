//! Definitions as `show` prints them: fields with long texts wrapped below each other, and who refers to them.

use super::{harmless, wrapped};
use crate::list::show::{Line, Shown, User};

/// How far each level stands in, and a line that goes on.
const STEP: usize = 2;

/// Definitions below each other. `width` is what lines must keep to, where anything is.
pub fn definitions(all: &[Shown], width: Option<usize>) -> String {
    let width = width.unwrap_or(usize::MAX);
    all.iter().map(|shown| definition(shown, width)).collect::<Vec<_>>().join("\n")
}

fn definition(shown: &Shown, width: usize) -> String {
    let mut out = wrapped(&harmless(&format!("{}  {}", shown.title, shown.place)), width, STEP) + "\n";
    for line in &shown.lines {
        out.push_str(&field(line, width));
    }
    match &shown.users {
        None => {}
        Some(users) if users.is_empty() => out.push_str("\nNothing refers to it.\n"),
        Some(users) => out.push_str(&format!("\nReferred to by\n{}", referring(users, width))),
    }
    out
}

fn field(line: &Line, width: usize) -> String {
    let indent = line.depth * STEP;
    let text = harmless(&line.text);
    let (words, hanging) = match (harmless(&line.head), text) {
        (head, text) if head.is_empty() => (text, indent),
        (head, text) if text.is_empty() => (head, indent),
        (head, text) => (format!("{head} {text}"), indent + STEP),
    };
    wrapped(&format!("{}{words}", " ".repeat(indent)), width, hanging).trim_end().to_owned() + "\n"
}

/// Three columns; where they do not fit, places stand on lines of their own.
fn referring(users: &[User], width: usize) -> String {
    let rows: Vec<[String; 3]> =
        users.iter().map(|user| [&user.definition, &user.below, &user.place].map(|text| harmless(text))).collect();
    let longest = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (first, second) = (longest(0), longest(1));
    let fits = first + second + longest(2) + 3 * STEP <= width;
    let row = |[user, below, place]: &[String; 3]| {
        if fits {
            return format!("  {user:first$}  {below:second$}  {place}\n");
        }
        let above = wrapped(format!("  {user}  {below}").trim_end(), width, 2 * STEP);
        format!("{above}\n{}{place}\n", " ".repeat(2 * STEP))
    };
    rows.iter().map(row).collect()
}
