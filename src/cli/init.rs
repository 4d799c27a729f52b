//! `privreg init`

use std::path::Path;

use super::Outcome;
use super::args::InitArgs;
use super::questions;
use super::world::World;
use crate::decode::TODO;
use crate::io::{self, Failure};
use crate::languages;
use crate::register::MARKS;
use crate::schema::{self, Kind};
use crate::starters::{self, Answers, SCHEMAS, Template};

pub(super) fn run(args: &InitArgs, world: &World) -> Result<Outcome, Failure> {
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
    let files = files(template, &answers);
    refuse_what_is_there(&folder, &files, args.force)?;
    io::begin(&folder, &files, &super::tell)?;
    Ok(Outcome::done(report(&folder, &files, &answers, template)))
}

type Files = [(String, String)];

fn is_register(name: &str) -> bool {
    !name.starts_with('.') && (name.ends_with(".yaml") || name.ends_with(".toml"))
}

fn base(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

fn files(template: Template, answers: &Answers) -> Vec<(String, String)> {
    let schemas = Kind::ALL.iter().zip(SCHEMAS).map(|(kind, (_, name))| (name.to_owned(), schema::of(*kind)));
    let mut files = starters::files(template, answers);
    files.extend(schemas);
    files
}

fn refuse_what_is_there(folder: &Path, files: &Files, force: bool) -> Result<(), Failure> {
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let there = io::existing(folder, &names)?;
    let other_mark = io::existing(folder, &MARKS)?.into_iter().find(|mark| !names.contains(&mark.as_str()));
    if let Some(mark) = other_mark {
        let mark = io::shown(&folder.join(mark));
        return Err(Failure(format!("{mark} is the mark of another register: name a folder of its own")));
    }
    if there.is_empty() || force {
        return Ok(());
    }
    let is_register = there.iter().any(|name| MARKS.contains(&name.as_str()));
    let what = if is_register { "There is a register already" } else { "Files are in the way" };
    Err(Failure(format!(
        "{what} in {}: {}. Nothing was written; name an empty folder, or replace them with --force",
        io::shown(folder),
        there.join(", ")
    )))
}

fn report(folder: &Path, files: &Files, answers: &Answers, template: Template) -> String {
    let list: String = files.iter().map(|(name, _)| format!("  {}\n", io::shown(&folder.join(name)))).collect();
    let mut out = format!("Wrote {} files:\n{list}\n", files.len());
    let todo = files.iter().filter(|(name, _)| is_register(name)).map(|(_, text)| text.matches(TODO).count()).sum::<usize>();
    out.push_str(&format!(
        "{todo} places say TODO: what only you can know, such as days, decisions, contracts and the names of your suppliers.\n\
         Until the last one is answered, validate lists them (PR006) and documents are stamped as drafts.\n"
    ));
    let starter = template.starter();
    let wanted = answers.languages.as_ref().map_or(&[][..], |languages| &languages.0);
    if wanted.iter().any(|lang| languages::is_written(base(lang)) && !starter.languages.contains(&lang.as_str())) {
        out.push_str(&format!("Its texts are in {}: validate lists what to translate (PR007).\n", starter.languages.join(", ")));
    }
    let unwritten: Vec<&str> = wanted.iter().map(String::as_str).filter(|lang| !languages::is_written(base(lang))).collect();
    if !unwritten.is_empty() {
        let written = languages::WRITTEN.map(|(_, name)| name).join(", ");
        out.push_str(&format!("No document can be written in {} yet: documents come in {written}.\n", unwritten.join(", ")));
    }
    out.push_str("Periods and texts are an example: README.md says what to change first.\n");
    if folder != Path::new(".") {
        out.push_str(
            "Move .vscode, .github and .pre-commit-config.yaml to the top of your repository, if that is another folder.\n",
        );
    }
    let path = if folder == Path::new(".") { String::new() } else { format!(" {}", io::shown(folder)) };
    out.push_str(&format!("Next: privreg validate{path}\n"));
    out
}
