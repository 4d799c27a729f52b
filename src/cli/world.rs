//! What the process knows of its surroundings, asked once: the day, the terminal, the environment.

#![expect(clippy::disallowed_methods, reason = "this is the file the ban points to")]

use std::io::IsTerminal;
use std::path::PathBuf;

use chrono::NaiveDate;

/// The surroundings of a run.
#[derive(Clone, Debug)]
pub struct World {
    pub today: NaiveDate,
    pub color: bool,
    pub ascii: bool,
    pub width: usize,
    /// Where to look for a register when none is named.
    pub here: PathBuf,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

impl World {
    pub fn new(color: Color, ascii: bool, width: Option<usize>) -> Self {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let terminal = std::io::stdout().is_terminal();
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            // https://no-color.org: any value turns colours off.
            Color::Auto if variable("NO_COLOR").is_some() => false,
            Color::Auto if variable("FORCE_COLOR").or(variable("CLICOLOR_FORCE")).is_some_and(|value| value != "0") => true,
            Color::Auto => terminal && variable("TERM").as_deref() != Some("dumb"),
        };
        let locale = variable("LC_ALL").or(variable("LC_CTYPE")).or(variable("LANG"));
        let utf8 = locale.is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        let columns = variable("COLUMNS").and_then(|columns| columns.parse().ok());
        let width = width.or(columns).unwrap_or(100).clamp(20, 240);
        let today = chrono::Local::now().date_naive();
        World { today, color, ascii: ascii || !utf8, width, here: PathBuf::from(".") }
    }
}
