//! Whether the options of a render fit what it is to write: an option that would do nothing is refused, never passed over.

use clap::ValueEnum;

use super::args::{RenderArgs, What};
use crate::finding::listed;
use crate::io::Failure;
use crate::render::records::{self, Kind};

/// The records of Art. 30: layouts of authorities are for them.
const RECORDS: [What; 2] = [What::Art30Controller, What::Art30Processor];

/// What is a table first, and a page after.
const TABLES: [What; 6] =
    [What::Art30Controller, What::Art30Processor, What::Subprocessors, What::Retention, What::Transfers, What::Dpia];

/// The audience of a dashboard for the board; every other audience is a group of people that a notice is for.
pub(super) const BOARD: &str = "board";

/// The forms a document can be written in; `tests/reports.rs` compares this with what is written.
fn forms(what: What) -> &'static [&'static str] {
    match what {
        What::Policy | What::AccessReply => &["md", "html", "docx"],
        What::Cookies | What::Short | What::Dashboard => &["md", "html"],
        What::Art30Controller | What::Art30Processor => &["md", "html", "csv", "json", "xlsx", "docx"],
        What::Subprocessors => &["md", "html", "csv", "json", "xlsx", "atom"],
        What::Retention | What::Transfers | What::Dpia => &["md", "html", "csv", "json", "xlsx"],
        What::DataMap => &["md", "html", "svg", "mmd", "dot"],
        What::All => &[],
    }
}

/// The options that only some documents know, if they are given, and who knows them. A default asks for nothing.
fn options(args: &RenderArgs) -> [(&'static str, bool, &'static [What]); 10] {
    [
        ("--csv-dialect", args.csv_dialect != "rfc4180", &TABLES),
        ("--layout", args.layout != "generic", &RECORDS),
        ("--by", args.by.is_some(), &[What::Retention]),
        ("--redact-controllers", args.redact_controllers, &[What::Art30Processor]),
        ("--notice", args.notice.is_some(), &[What::Policy]),
        ("--audience", args.audience.is_some(), &[What::Policy, What::Dashboard]),
        ("--activity", args.activity.is_some(), &[What::Short]),
        ("--activities", !args.activities.is_empty(), &[What::AccessReply]),
        ("--received", args.received.is_some(), &[What::AccessReply]),
        ("--detail", args.detail != "plain", &[What::Policy]),
    ]
}

/// Refuses what the target does not know. `all` knows everything: there, an option holds for the documents that know it.
pub(super) fn check(args: &RenderArgs) -> Result<(), Failure> {
    if args.what == What::All {
        return Ok(());
    }
    let form = args.format.as_str();
    if form != "all" && !forms(args.what).contains(&form) {
        let knowing = What::value_variants().iter().filter(|what| forms(**what).contains(&form));
        return Err(Failure(format!(
            "--format {form} is for {}; {} can be written as {}",
            listed(knowing.map(name)),
            name(&args.what),
            one_of(forms(args.what))
        )));
    }
    for (option, is_given, knowing) in options(args) {
        if is_given && !knowing.contains(&args.what) {
            return Err(Failure(format!("{option} is for {}", listed(knowing.iter().map(name)))));
        }
    }
    if args.what == What::Dashboard && args.audience.as_ref().is_some_and(|own| own != BOARD) {
        return Err(Failure(format!(
            "dashboard has no other audience than `{BOARD}`; groups of people are for {}",
            name(&What::Policy)
        )));
    }
    if args.what == What::Art30Processor && records::layout(&args.layout).is_some_and(|own| !own.is_for(Kind::ProcessorRecord)) {
        return Err(Failure(format!("The layout `{}` has no sheet for processors: leave --layout out", args.layout)));
    }
    Ok(())
}

/// A target as the command line calls it.
fn name(what: &What) -> String {
    what.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

/// `md, html or docx`
fn one_of(forms: &[&str]) -> String {
    match forms {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => forms.concat(),
    }
}
