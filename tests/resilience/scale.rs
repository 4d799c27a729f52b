//! Very long lines, and very many files.

use super::ON;
use crate::common::{privreg_in, write};

#[test]
fn a_line_of_a_megabyte_is_checked_and_cut_where_people_read() {
    let folder = super::register("fault-line");
    let long = "å".repeat(500_000);
    write(&folder, "activities/long.yaml", format!("name: {long}\nownr: {long}\n{long}: x\n"));
    for format in ["human", "short", "json", "sarif", "github", "gitlab", "junit", "markdown"] {
        let run = privreg_in(&folder, &["validate", "--format", format, ON[0], ON[1]], &[]);
        assert_eq!((run.code, run.err.as_str()), (1, ""), "{format}");
    }
    let lines = privreg_in(&folder, &["validate", "--select", "PR001", ON[0], ON[1]], &[]).out.lines().count();
    assert!(lines < 40, "{lines} lines for people");
    // A cell of a workbook holds less: the text is cut there, and whole elsewhere.
    for arguments in [&["list", "activities"][..], &["render", "all", "--draft"], &["show", "long"]] {
        let run = privreg_in(&folder, &[arguments, &ON].concat(), &[]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    }
}

/// A debug build takes its time: a release build (`cargo test --release`) reads a hundred thousand files.
const FILES: usize = if cfg!(debug_assertions) { 2_000 } else { 100_000 };

#[cfg(unix)]
#[test]
fn a_register_of_very_many_files_is_read_in_sane_memory() {
    let folder = super::register("fault-many");
    let activity = include_str!("../../src/rules/base/activity.yaml");
    for number in 0..FILES {
        write(&folder, &format!("activities/{:03}/a{number}.yaml", number / 1_000), activity);
    }
    // Kilobytes of address space.
    let run = super::shell(&folder, "ulimit -v 4000000; exec $P validate --max 1 --as-of 2026-11-22");
    assert!(run.code <= 1 && run.err.is_empty(), "{}: {}", run.code, run.err);
    assert!(run.out.contains("activities"), "{}", run.out);
    let _ = std::fs::remove_dir_all(&folder);
}
