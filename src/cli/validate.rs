//! `privreg validate`

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rayon::prelude::*;

use super::args::ValidateArgs;
use super::world::World;
use super::{DONE, FOUND, Outcome, registers};
use crate::check::{Options, check};
use crate::io::{self, Failure};
use crate::law::Law;
use crate::model::{FailLevel, Level};
use crate::output::{Baseline, Checked, Style, render};
use crate::rule::Affects;
use crate::rules;
use crate::wordlists;

pub(super) fn run(args: &ValidateArgs, as_of: NaiveDate, world: &World) -> Result<Outcome, Failure> {
    let options = options(args)?;
    // Every check asks for the word lists: in a small register they take as long as reading it.
    rayon::spawn(wordlists::prepare);
    let law = Law::on(as_of);
    let folders = folders(args, world)?;
    let baseline = args.baseline.as_deref().map(baseline).transpose()?;
    let is_alone = folders.len() == 1;
    let one = |folder: &PathBuf| {
        let (name, place) = (io::shown(folder), io::in_repository(folder)?);
        let accepted = baseline.as_ref().map(|baseline| baseline.of(&name, &place, is_alone)).unwrap_or_default();
        let mut checked = checked(folder, name, place, &law, &Options { baseline: accepted, ..options.clone() })?;
        if !is_alone {
            checked.report.belongs_to(&checked.folder);
        }
        Ok(checked)
    };
    let checked: Vec<Result<Checked, Failure>> = folders.par_iter().map(one).collect();
    // The first register that cannot be read is named, whichever was tried first.
    let checked = checked.into_iter().collect::<Result<Vec<Checked>, Failure>>()?;
    let style = Style { color: world.color, ascii: world.ascii, width: world.width, most: args.max, statistics: args.statistics };
    let fails = !args.exit_zero && checked.iter().any(|checked| fails(args, checked));
    let code = if fails { FOUND } else { DONE };
    let text = render(args.format, &checked, &style);
    // The process ends here: to take a large register apart piece by piece would only cost time.
    std::mem::forget(checked);
    Ok(Outcome { text, note: None, code })
}

fn checked(folder: &Path, name: String, place: String, law: &Law, options: &Options) -> Result<Checked, Failure> {
    let register = registers::read(folder)?;
    let report = check(&register, law, options);
    Ok(Checked { name, folder: place, register, report })
}

fn folders(args: &ValidateArgs, world: &World) -> Result<Vec<PathBuf>, Failure> {
    let here = [world.here.clone()];
    let paths: &[PathBuf] = if args.paths.is_empty() { &here } else { &args.paths };
    let mut folders: Vec<PathBuf> = Vec::new();
    for path in paths {
        folders.extend(registers::all_at(path)?);
    }
    let mut seen = HashSet::new();
    folders.retain(|folder| seen.insert(folder.clone()));
    Ok(folders)
}

fn options(args: &ValidateArgs) -> Result<Options, Failure> {
    for name in args.select.iter().chain(&args.ignore) {
        if rules::matching(name).next().is_none() {
            return Err(Failure(super::explain::unknown(name, "rule", rules::nearest(name))));
        }
    }
    let only = args.only.iter().filter_map(|id| Affects::ALL.into_iter().find(|affects| affects.id() == id)).collect();
    Ok(Options {
        select: args.select.clone(),
        ignore: args.ignore.clone(),
        only,
        no_suppressions: args.no_suppressions,
        ..Options::default()
    })
}

/// What an earlier run's JSON says was there.
fn baseline(path: &Path) -> Result<Baseline, Failure> {
    Baseline::read(&io::read_text(path)?).map_err(|why| Failure(format!("{} {why}", io::shown(path))))
}

fn fails(args: &ValidateArgs, checked: &Checked) -> bool {
    let level = match args.fail_on.as_deref() {
        Some(level) => FailLevel::parse(level).unwrap_or(FailLevel::Error),
        None => checked.register.settings.fail_on.unwrap_or(FailLevel::Error),
    };
    match level {
        FailLevel::Never => false,
        FailLevel::Note => checked.report.reaches(Level::Note),
        FailLevel::Warning => checked.report.reaches(Level::Warning),
        FailLevel::Error => checked.report.reaches(Level::Error),
    }
}
