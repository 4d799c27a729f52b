//! `privreg render`: loads, refuses what may not be rendered, and writes, compares or prints what `documents.rs` makes.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::args::RenderArgs;
use super::documents::Job;
use super::world::World;
use super::{FOUND, Outcome, fitting, registers};
use crate::check::{Options, Report, check};
use crate::decode::Lang;
use crate::io::{self, Failure};
use crate::languages;
use crate::law::Law;
use crate::model::Level;
use crate::register::Register;
use crate::relations::Relations;
use crate::render::contrast;
use crate::render::engine::{Engine, STYLE, TEMPLATES, ends_style};

pub(super) fn run(args: &RenderArgs, as_of: NaiveDate, world: &World) -> Result<Outcome, Failure> {
    fitting::check(args)?;
    let folder = registers::one_at(args.register.as_deref(), world)?;
    let register = registers::read(&folder)?;
    let law = Law::on(as_of);
    let report = check(&register, &law, &Options::default());
    refuse_errors(args, &report, &folder)?;
    let engine = Engine::new(&own_templates(args.templates.as_deref())?)
        .map_err(|error| Failure(format!("A template cannot be used: {error}")))?;
    let style = style(args)?;
    let relations = Relations::of(&register);
    let placeholders = report.findings.iter().chain(&report.suppressed).filter(|finding| finding.rule.code == "PR006").count();
    let draft = (placeholders > 0 && !args.draft).then(|| draft_note(placeholders, &folder));
    let notes: Vec<String> = draft.into_iter().chain(left_out(args, &register)).collect();
    let note = (!notes.is_empty()).then(|| notes.join("; "));
    let job = Job {
        args,
        register: &register,
        law: &law,
        relations: &relations,
        report: &report,
        engine: &engine,
        style: &style,
        is_draft: args.draft || placeholders > 0,
    };
    let outputs = job.outputs()?;
    if args.stdout {
        let text =
            outputs.iter().map(|output| String::from_utf8_lossy(&output.bytes).into_owned()).collect::<Vec<_>>().join("\n");
        return Ok(Outcome { text, note, code: super::DONE });
    }
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from("out"));
    let changes = io::changes(&out, &outputs)?;
    if args.check {
        let list: String =
            changes.new.iter().chain(&changes.differs).map(|name| format!("{}\n", io::shown(&out.join(name)))).collect();
        let code = if changes.is_empty() { super::DONE } else { FOUND };
        let text =
            if changes.is_empty() { "All documents are up to date.\n".to_owned() } else { format!("Out of date:\n{list}") };
        return Ok(Outcome { text, note, code });
    }
    io::write(&out, &outputs, args.force, &super::tell)?;
    let list: String = outputs.iter().map(|output| format!("{}\n", io::shown(&out.join(&output.name)))).collect();
    Ok(Outcome { text: list, note, code: super::DONE })
}

/// Why every page bears a stamp, and what takes it away.
fn draft_note(placeholders: usize, folder: &Path) -> String {
    let texts = if placeholders == 1 { "1 placeholder".to_owned() } else { format!("{placeholders} placeholders") };
    format!("every document is stamped as a draft: {texts} left in the register; see `privreg validate {}`", io::shown(folder))
}

/// Languages that the register promises and no document is written in.
fn left_out(args: &RenderArgs, register: &Register) -> Option<String> {
    let of_notices = register.notices.iter().flat_map(|notice| notice.value.languages.iter());
    let promised = register.languages().iter().chain(of_notices).filter(|lang| !languages::is_written(lang.base()));
    let mut tags: Vec<&str> = promised.map(Lang::as_str).collect();
    tags.sort_unstable();
    tags.dedup();
    let written = languages::WRITTEN.map(|(tag, _)| tag);
    (args.lang == "all" && !tags.is_empty())
        .then(|| format!("nothing is written in {}: documents come in {}", tags.join(", "), written.join(", ")))
}

/// A document would carry what is wrong in the register.
fn refuse_errors(args: &RenderArgs, report: &Report, folder: &Path) -> Result<(), Failure> {
    if args.draft {
        return Ok(());
    }
    let errors = report.count(Level::Error);
    if errors == 0 {
        return Ok(());
    }
    let noun = if errors == 1 { "error" } else { "errors" };
    Err(Failure(format!(
        "The register has {errors} {noun}: run `privreg validate {}`, or render a stamped draft with --draft",
        io::shown(folder)
    )))
}

fn own_templates(folder: Option<&Path>) -> Result<Vec<(String, String)>, Failure> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let mut own = Vec::new();
    for (name, _) in TEMPLATES {
        let path = folder.join(name);
        if path.is_file() {
            own.push((name.to_owned(), io::read_text(&path)?));
        }
    }
    if own.is_empty() {
        let names: Vec<&str> = TEMPLATES.iter().map(|(name, _)| *name).collect();
        return Err(Failure(format!("{} holds no template: they are called {}", io::shown(folder), names.join(", "))));
    }
    Ok(own)
}

fn style(args: &RenderArgs) -> Result<String, Failure> {
    let mut style = match &args.css {
        Some(path) => io::read_text(path)?,
        None => STYLE.to_owned(),
    };
    if let Some(path) = &args.css_append {
        style.push_str(&io::read_text(path)?);
    }
    if ends_style(&style) {
        return Err(Failure("The style sheet ends the style element: take `</style` out".into()));
    }
    if let Some(problem) = contrast::problem(&style) {
        return Err(Failure(format!("The colours cannot be used: {problem}")));
    }
    Ok(style)
}
