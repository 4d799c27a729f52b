//! Arguments of all commands.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueHint};

use super::world::Color;
use crate::decode::parse_date;
use crate::output::Format;
use crate::schema;

/// Checks privacy registers as a compiler checks code, and renders documents from them.
#[derive(Debug, Parser)]
#[command(name = "privreg", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "privreg works offline: it never opens a connection and sends nothing anywhere.\n\
Exit codes: 0 done, 1 findings, 2 privreg could not do it.")]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Args)]
pub struct Global {
    /// Day to judge by, for dates and for the law; today where absent
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = date)]
    pub as_of: Option<NaiveDate>,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    /// Draw frames in plain ASCII
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Width of the text in columns; the terminal's where absent
    #[arg(long, global = true, value_name = "COLUMNS")]
    pub width: Option<usize>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check a register: every fault at its place, with what to write instead
    Validate(ValidateArgs),
    /// Explain a rule or a field of the register
    Explain(ExplainArgs),
    /// List all rules
    Rules(RulesArgs),
    /// Print the JSON Schema of register files, for editors
    Schema(SchemaArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

#[derive(Debug, Args)]
pub struct ValidateArgs {
    /// A folder (all registers below it) or a file of a register [default: the register here or above, else all below]
    #[arg(value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Form of the output
    #[arg(long, value_enum, default_value = "human")]
    pub format: Format,
    /// Level from which findings fail the run [default: the register's `settings.fail_on`, else error]
    #[arg(long, value_name = "LEVEL", value_parser = ["error", "warning", "note", "never"])]
    pub fail_on: Option<String>,
    /// Only these rules: codes, names or families such as PR6
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Not these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Only findings that touch the record, a notice, lawfulness or practice
    #[arg(long, value_name = "WHAT", value_delimiter = ',', value_parser = ["record", "notice", "lawfulness", "practice"])]
    pub only: Vec<String>,
    /// Do not count findings of an earlier run: a file made with `--format json`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub baseline: Option<PathBuf>,
    /// Count what `suppress:` silences as well
    #[arg(long)]
    pub no_suppressions: bool,
    /// Add the number of findings by rule
    #[arg(long)]
    pub statistics: bool,
    /// Show at most so many findings; 0 shows all
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub max: usize,
    /// End with 0 even if there are findings
    #[arg(long)]
    pub exit_zero: bool,
}

#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A rule by code or name, or a field such as activities.purposes
    pub what: String,
}

#[derive(Debug, Args)]
pub struct RulesArgs {
    /// Only a family, such as PR6
    #[arg(long, value_name = "PREFIX")]
    pub family: Option<String>,
    /// Form of the output
    #[arg(long, value_parser = ["table", "json", "markdown"], default_value = "table")]
    pub format: String,
}

#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Kind of file
    #[arg(value_enum, default_value = "register")]
    pub kind: schema::Kind,
}

#[derive(Debug, Args)]
pub struct CompletionsArgs {
    pub shell: clap_complete::Shell,
}

fn date(text: &str) -> Result<NaiveDate, String> {
    parse_date(text).ok_or_else(|| "write it as 2026-11-22: year, month, day".into())
}
