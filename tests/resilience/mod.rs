//! What goes wrong around privreg: disks, streams, names, sizes, days and terminals. Whatever happens, it ends with 0, 1 or 2,
//! says in one sentence what it could not do, and loses nothing.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "tests touch files of their own and say what they skip")]

#[cfg(unix)]
mod disk;
mod line_ends;
#[cfg(unix)]
mod names;
mod narrow;
mod scale;
#[cfg(unix)]
mod streams;
mod time;

use std::path::{Path, PathBuf};

use crate::common::{Run, root, scratch, write};

const ON: [&str; 2] = ["--as-of", "2026-11-22"];

/// A copy of the smallest starter, which renders without errors, in a folder of its own.
fn register(name: &str) -> PathBuf {
    let folder = scratch(name);
    copy(&root().join("examples/minimal"), &folder);
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file()) {
        let name = entry.path().strip_prefix(from).expect("below it").to_string_lossy().into_owned();
        write(to, &name, std::fs::read(entry.path()).expect("a file"));
    }
}

/// The run could not do it, and says why in one plain sentence.
fn refused(run: &Run, says: &str) {
    assert_eq!(run.code, 2, "{}{}", run.out, run.err);
    assert!(run.err.starts_with("privreg: ") && run.err.contains(says), "{}", run.err);
    assert_eq!(run.err.trim_end().lines().count(), 1, "{}", run.err);
    assert!(!run.err.contains("os error") && !run.err.contains("panicked"), "{}", run.err);
}

/// Runs a script in which `$P` is the program. Nothing may take longer than two minutes.
#[cfg(unix)]
fn shell(folder: &Path, script: &str) -> Run {
    let output = std::process::Command::new("timeout")
        .args(["-s", "KILL", "120", "sh", "-c", script])
        .current_dir(folder)
        .env("P", env!("CARGO_BIN_EXE_privreg"))
        .env("LANG", "C.UTF-8")
        .output()
        .expect("a shell");
    Run {
        code: output.status.code().expect("it ends by itself"),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
