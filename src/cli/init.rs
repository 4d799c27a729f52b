//! `privreg init`

use std::path::Path;

use chrono::NaiveDate;

use super::Outcome;
use super::args::InitArgs;
use super::questions;
use super::world::World;
use crate::io::{self, Failure, Output};
use crate::schema::{self, Kind};
use crate::starters::{self, Answers, SCHEMAS, Template};

pub(super) fn run(args: &InitArgs, as_of: NaiveDate, world: &World) -> Result<Outcome, Failure> {
    let given = Answers {
        name: args.name.clone(),
        number: args.number.clone(),
        address: args.address.clone(),
        email: args.email.clone(),
        website: args.website.clone(),
        dpo: args.dpo.clone(),
        country: args.country.clone(),
        languages: args.languages.clone(),
    };
    let (template, answers) = if args.yes {
        (args.template.unwrap_or(Template::Minimal), given)
    } else if world.can_ask {
        questions::ask(args.template, given, &mut std::io::stdin().lock(), &mut std::io::stderr())?
    } else {
        return Err(Failure(
            "Nobody is there to answer questions: give --yes, and what you know with --name, --email and the like".into(),
        ));
    };
    let folder = args.dir.clone().unwrap_or_else(|| world.here.clone());
    let outputs = outputs(template, &answers, as_of);
    refuse_what_is_there(&folder, &outputs, args.force)?;
    io::write(&folder, &outputs, true)?;
    Ok(Outcome::done(report(&folder, &outputs, &answers, template)))
}

fn outputs(template: Template, answers: &Answers, as_of: NaiveDate) -> Vec<Output> {
    let schemas = Kind::ALL.iter().zip(SCHEMAS).map(|(kind, (_, name))| (name.to_owned(), schema::of(*kind)));
    let mut files = starters::files(template, answers, as_of);
    files.extend(schemas);
    files.into_iter().map(|(name, text)| Output { name, bytes: text.into_bytes() }).collect()
}

fn refuse_what_is_there(folder: &Path, outputs: &[Output], force: bool) -> Result<(), Failure> {
    let there = io::existing(folder, outputs)?;
    let is_mark = |name: &str| matches!(name, "privreg.yaml" | "privreg.toml");
    let marks = ["privreg.yaml", "privreg.toml"].map(|name| Output { name: name.into(), bytes: Vec::new() });
    let other_mark = io::existing(folder, &marks)?.into_iter().find(|mark| !outputs.iter().any(|own| own.name == *mark));
    if let Some(mark) = other_mark {
        return Err(Failure(format!(
            "{} is the mark of another register: name a folder of its own",
            io::shown(&folder.join(mark))
        )));
    }
    if there.is_empty() || force {
        return Ok(());
    }
    let what = if there.iter().any(|name| is_mark(name)) { "There is a register already" } else { "Files are in the way" };
    Err(Failure(format!(
        "{what} in {}: {}. Nothing was written; name an empty folder, or replace them with --force",
        io::shown(folder),
        there.join(", ")
    )))
}

fn report(folder: &Path, outputs: &[Output], answers: &Answers, template: Template) -> String {
    let files: String = outputs.iter().map(|output| format!("  {}\n", io::shown(&folder.join(&output.name)))).collect();
    let mut out = format!("Wrote {} files:\n{files}\n", outputs.len());
    let open = [
        ("name", answers.name.is_none()),
        ("address", answers.address.is_none()),
        ("email", answers.email.is_none()),
        ("dpo", template.starter().has_dpo && answers.dpo.is_none()),
    ];
    let open: Vec<&str> = open.into_iter().filter(|(_, is_open)| *is_open).map(|(field, _)| field).collect();
    if !open.is_empty() {
        out.push_str(&format!("Write your own where TODO stands: organisation.{}.\n", open.join(", organisation.")));
    }
    let starter = template.starter();
    let wanted = answers.languages.as_ref().map_or(&[][..], |languages| &languages.0);
    if wanted.iter().any(|lang| !starter.languages.contains(&lang.as_str())) {
        out.push_str(&format!("Its texts are in {}: validate lists what to translate (PR007).\n", starter.languages.join(", ")));
    }
    out.push_str("Suppliers, periods and texts are an example: README.md says what to change first.\n");
    if folder != Path::new(".") {
        out.push_str(
            "Move .vscode, .github and .pre-commit-config.yaml to the top of your repository, if that is another folder.\n",
        );
    }
    let path = if folder == Path::new(".") { String::new() } else { format!(" {}", io::shown(folder)) };
    out.push_str(&format!("Next: privreg validate{path}\n"));
    out
}
