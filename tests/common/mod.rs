//! What several test files need.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

pub mod complete;
pub mod documents;
pub mod format;
pub mod forms;
pub mod views;

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use privreg::output::Checked;
use privreg::{Law, Options, Register, Sources, check};

pub const DAY: &str = "2026-11-22";

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Checks texts as one register.
pub fn check_texts(files: &[(&str, &str)]) -> Checked {
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add(*name, *name, *text);
    }
    let register = Register::read(sources);
    let report = check(&register, &Law::on(day(DAY)), &Options::default());
    Checked { name: ".".into(), folder: String::new(), register, report }
}

/// Checks a folder of the project.
pub fn check_folder(folder: &str) -> Checked {
    let loaded = privreg::io::load(Path::new(folder)).expect("the folder can be read");
    let (tree, faults) = privreg::syntax::parse(loaded.sources, loaded.faults);
    let register = Register::load(tree, faults);
    let report = check(&register, &Law::on(day(DAY)), &Options::default());
    Checked { name: folder.into(), folder: folder.into(), register, report }
}

/// Folders directly below one, by name.
pub fn folders(below: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(below)).expect("the folder exists");
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| format!("{below}/{}", entry.file_name().to_string_lossy()))
        .collect();
    names.sort();
    names
}

/// What the program printed, and how it ended.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program in the project's folder, in an environment that says nothing.
pub fn privreg(arguments: &[&str]) -> Run {
    privreg_in(root(), arguments, &[])
}

pub fn privreg_in(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_privreg"));
    command.current_dir(folder).args(arguments).env_clear().env("LANG", "C.UTF-8");
    command.envs(environment.iter().copied());
    let output = command.output().expect("privreg runs");
    Run {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A folder of its own for a test, emptied first.
pub fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

pub fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, bytes).expect("a file");
}

/// Compares with a file of the project; `SNAPSHOTS=overwrite` writes it instead.
pub fn snapshot(path: &str, actual: &str) {
    let file = root().join(path);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        std::fs::write(&file, actual).expect("a file");
        return;
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    if expected != actual {
        let differs = expected.lines().zip(actual.lines()).position(|(a, b)| a != b);
        let at = differs.unwrap_or(expected.lines().count().min(actual.lines().count()));
        panic!(
            "{path} is out of date from line {} on:\n  is  {:?}\n  new {:?}\nRun SNAPSHOTS=overwrite cargo test, and read what changed.",
            at + 1,
            expected.lines().nth(at),
            actual.lines().nth(at),
        );
    }
}
