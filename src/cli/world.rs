//! What the process knows of its surroundings, asked once: the day, the terminal, the environment.

#![expect(clippy::disallowed_methods, reason = "this is the file the ban points to")]

use std::io::IsTerminal;
use std::path::PathBuf;

use chrono::NaiveDate;

/// Where nothing says how wide lines are.
const USUAL_WIDTH: usize = 100;

/// The surroundings of a run.
#[derive(Clone, Debug)]
pub struct World {
    pub today: NaiveDate,
    pub color: bool,
    pub ascii: bool,
    pub width: usize,
    /// Width that lines of a table must keep to: the one asked for, or the terminal's; none in a pipe.
    pub line_limit: Option<usize>,
    /// Whether a person is there to answer questions.
    pub can_ask: bool,
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
        let size = terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
        let line_limit = width.or(columns).or(size).or(terminal.then_some(USUAL_WIDTH)).map(|width| width.clamp(20, 240));
        let width = line_limit.unwrap_or(USUAL_WIDTH);
        let can_ask = std::io::stdin().is_terminal() && std::io::stderr().is_terminal() && variable("CI").is_none();
        let today = chrono::Local::now().date_naive();
        World { today, color, ascii: ascii || !utf8, width, line_limit, can_ask, here: PathBuf::from(".") }
    }
}
