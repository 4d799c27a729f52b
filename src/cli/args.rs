//! Arguments of all commands.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueHint};

use super::world::Color;
use crate::decode::parse_date;
use crate::list;
use crate::output::{Format, ListFormat};
use crate::render::records::By;
use crate::render::words;
use crate::schema;
use crate::starters::{self, Languages, Officer, Template};

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
    /// Begin a register: a starter with your organisation in it, help for editors, checks for every change
    Init(InitArgs),
    /// Check a register: every fault at its place, with what to write instead
    Validate(ValidateArgs),
    /// Write documents: privacy notices, the cookie list, short notices for forms
    Render(RenderArgs),
    /// List what the register holds: activities, recipients, transfers, reviews and more
    List(ListArgs),
    /// Show one definition, and everything that refers to it
    Show(ShowArgs),
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
pub struct InitArgs {
    /// Folder to write into [default: this one]
    #[arg(value_hint = ValueHint::DirPath)]
    pub dir: Option<PathBuf>,
    /// Starter [default: minimal]
    #[arg(long, value_enum, value_name = "STARTER")]
    pub template: Option<Template>,
    /// Ask nothing: what is not given becomes TODO, which `validate` reports
    #[arg(long)]
    pub yes: bool,
    /// Registered name of the organisation
    #[arg(long, value_name = "NAME", value_parser = starters::line)]
    pub name: Option<String>,
    /// Registration number; left out where absent
    #[arg(long, value_name = "NUMBER", value_parser = starters::line)]
    pub number: Option<String>,
    /// Postal address
    #[arg(long, value_name = "ADDRESS", value_parser = starters::line)]
    pub address: Option<String>,
    /// E-mail address for privacy questions
    #[arg(long, value_name = "ADDRESS", value_parser = starters::email)]
    pub email: Option<String>,
    /// Website; links to it are left out where absent
    #[arg(long, value_name = "ADDRESS", value_parser = starters::website, value_hint = ValueHint::Url)]
    pub website: Option<String>,
    /// Data protection officer, for a starter that has one
    #[arg(long, value_name = "NAME <ADDRESS>", value_parser = starters::officer)]
    pub dpo: Option<Officer>,
    /// Country, by its code or its name [default: the starter's]
    #[arg(long, value_name = "COUNTRY", value_parser = starters::country)]
    pub country: Option<String>,
    /// Languages of the notices, the first one first, such as nb,en [default: the starter's]
    #[arg(long, value_name = "LANGUAGES", value_parser = starters::languages)]
    pub languages: Option<Languages>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
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

/// Kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum What {
    /// Privacy notices under Art. 13 and 14
    Policy,
    /// The list of cookies
    Cookies,
    /// Three lines for a form; needs --activity
    Short,
    /// Record of processing activities, Art. 30(1)
    #[value(name = "art30-controller")]
    Art30Controller,
    /// Record of processing for customers, Art. 30(2)
    #[value(name = "art30-processor")]
    Art30Processor,
    /// Sub-processors by service, for customers
    Subprocessors,
    /// Retention schedule
    Retention,
    /// Transfers outside the EEA
    Transfers,
    /// Impact assessments, with the documented no
    Dpia,
    /// Letter for a request for access, and the checklist behind it
    AccessReply,
    /// Map of sources, activities, systems and recipients
    DataMap,
    /// What a DPO looks at first
    Dashboard,
    /// Everything, with an index
    All,
}

#[derive(Debug, Args)]
pub struct RenderArgs {
    /// What to write
    #[arg(value_enum)]
    pub what: What,
    /// The register: its folder, or a file in it [default: the register here or above]
    #[arg(value_hint = ValueHint::AnyPath)]
    pub register: Option<PathBuf>,
    /// Language, or `all` that the register promises
    #[arg(long, value_parser = languages(), default_value = "all")]
    pub lang: String,
    /// Form of the documents; the data map also as svg, mmd (Mermaid) and dot (Graphviz), sub-processors also as a feed (atom)
    #[arg(long, value_parser = ["md", "html", "csv", "json", "xlsx", "docx", "svg", "mmd", "dot", "atom", "all"], default_value = "all")]
    pub format: String,
    /// How CSV files are written: `excel` for opening them in Excel
    #[arg(long, value_parser = ["rfc4180", "excel"], default_value = "rfc4180")]
    pub csv_dialect: String,
    /// Columns of the records of Art. 30 as an authority's own sheet orders and names them
    #[arg(long, value_parser = ["generic", "no", "se", "dk", "fr", "uk"], default_value = "generic")]
    pub layout: String,
    /// What the retention schedule is grouped by [default: activity]
    #[arg(long, value_enum, value_name = "WHAT")]
    pub by: Option<By>,
    /// Numbers in place of the names and contacts of customers in the record for them
    #[arg(long)]
    pub redact_controllers: bool,
    /// Folder to write into [default: out]
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub out: Option<PathBuf>,
    /// Print instead of writing files
    #[arg(long, conflicts_with_all = ["out", "check"])]
    pub stdout: bool,
    /// Write nothing; list the documents that are out of date and end with 1
    #[arg(long)]
    pub check: bool,
    /// Only this notice
    #[arg(long, value_name = "ID")]
    pub notice: Option<String>,
    /// Only what is about this group of people; `board` for one page of the dashboard
    #[arg(long, value_name = "GROUP")]
    pub audience: Option<String>,
    /// The activity of a short notice
    #[arg(long, value_name = "ID")]
    pub activity: Option<String>,
    /// The activities of a reply to a request for access [default: all that go on]
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub activities: Vec<String>,
    /// The day on which a request for access came in; the deadline follows from it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub received: Option<NaiveDate>,
    /// How much to say: `legal` adds what lawyers ask for
    #[arg(long, value_parser = ["plain", "legal"], default_value = "plain")]
    pub detail: String,
    /// Only the inside of the page, for a content system
    #[arg(long)]
    pub fragment: bool,
    /// Also from a register with errors; every page is stamped
    #[arg(long)]
    pub draft: bool,
    /// Say at each element which field of the register it comes from
    #[arg(long)]
    pub annotate: bool,
    /// Replace files that privreg did not write
    #[arg(long)]
    pub force: bool,
    /// Folder with templates of your own, by the names of the shipped ones
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub templates: Option<PathBuf>,
    /// Style sheet in place of the shipped one
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub css: Option<PathBuf>,
    /// Style sheet added to the shipped one
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub css_append: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    /// What to list
    #[arg(value_enum)]
    pub what: list::What,
    /// The register: its folder, or a file in it [default: the register here or above]
    #[arg(value_hint = ValueHint::AnyPath)]
    pub register: Option<PathBuf>,
    /// Only rows with this value in a column, alone or among others; repeat it for rows with all of them
    #[arg(long = "where", value_name = "COLUMN=VALUE", value_parser = list::Condition::parse)]
    pub conditions: Vec<list::Condition>,
    /// These columns, in this order [default: the main ones in tables, all in csv and json]
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Column to sort by; `--sort=-COLUMN` turns the order round
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    pub sort: Option<String>,
    /// Form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub format: ListFormat,
}

#[derive(Debug, Args)]
pub struct ShowArgs {
    /// An id, or a path such as recipients.postduen or activities.recruitment.purposes.hire
    pub id: String,
    /// The register: its folder, or a file in it [default: the register here or above]
    #[arg(value_hint = ValueHint::AnyPath)]
    pub register: Option<PathBuf>,
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

/// The languages of documents, and all of them.
fn languages() -> PossibleValuesParser {
    PossibleValuesParser::new(words::tags().chain(["all"]))
}

fn date(text: &str) -> Result<NaiveDate, String> {
    parse_date(text).ok_or_else(|| "write it as 2026-11-22: year, month, day".into())
}
