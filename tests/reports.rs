//! The command `render` and its reports: which options fit which document, and what is written for whom.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::{DAY, Run, privreg, scratch};

/// Renders into a folder of its own, and says which files are there.
fn render(name: &str, arguments: &[&str]) -> (Run, BTreeSet<String>) {
    let out = scratch(name);
    let mut all = vec!["render"];
    all.extend(arguments);
    all.extend(["--as-of", DAY, "--out", out.to_str().expect("a path")]);
    let run = privreg(&all);
    (run, names(&out))
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    entries.map(|name| name.to_string_lossy().into_owned()).filter(|name| name != "manifest.json").collect()
}

const TARGETS: [&str; 12] = [
    "policy",
    "cookies",
    "short",
    "art30-controller",
    "art30-processor",
    "subprocessors",
    "retention",
    "transfers",
    "dpia",
    "access-reply",
    "data-map",
    "dashboard",
];

#[test]
fn a_form_is_written_or_refused_and_never_passed_over() {
    for target in TARGETS {
        let mut arguments = vec![target, "examples/processor", "--lang", "en"];
        if target == "short" {
            arguments.extend(["--activity", "customers"]);
        }
        let (run, all) = render("forms-all", &arguments);
        assert_eq!(run.code, 0, "{target}: {}", run.err);
        let endings: BTreeSet<&str> = all.iter().filter_map(|name| name.rsplit('.').next()).collect();
        for form in ["md", "html", "csv", "json", "xlsx", "docx", "svg", "mmd", "dot"] {
            let (run, files) = render("forms-one", &[&arguments[..], &["--format", form]].concat());
            if endings.contains(form) {
                assert_eq!(run.code, 0, "{target} as {form}: {}", run.err);
                let own: BTreeSet<String> = all.iter().filter(|name| name.ends_with(&format!(".{form}"))).cloned().collect();
                assert_eq!(files, own, "{target} as {form}");
            } else {
                assert_eq!((run.code, files.len()), (2, 0), "{target} as {form} wrote {files:?}");
                assert!(run.err.contains(&format!("{target} can be written as ")), "{}", run.err);
                assert_eq!(run.err.trim_end().lines().count(), 1, "{}", run.err);
            }
        }
    }
}

#[test]
fn an_option_that_a_document_does_not_know_names_those_that_do() {
    let svg = privreg(&["render", "policy", "examples/saas", "--stdout", "--format", "svg"]);
    assert_eq!((svg.code, svg.out.as_str()), (2, ""));
    assert_eq!(svg.err, "privreg: --format svg is for data-map; policy can be written as md, html or docx\n");
    for (target, option, value, knowing) in [
        ("policy", "--layout", "no", "art30-controller and art30-processor"),
        ("cookies", "--notice", "customers", "policy"),
        ("transfers", "--audience", "customers", "policy"),
        ("retention", "--activity", "support", "short"),
        ("dpia", "--detail", "legal", "policy"),
        ("data-map", "--csv-dialect", "excel", "subprocessors, retention, transfers and dpia"),
    ] {
        let run = privreg(&["render", target, "examples/saas", "--stdout", option, value]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{target} {option}");
        assert!(run.err.starts_with(&format!("privreg: {option} is for ")), "{}", run.err);
        assert!(run.err.ends_with(&format!("{knowing}\n")), "{}", run.err);
    }
    let processor = privreg(&["render", "art30-processor", "examples/processor", "--stdout", "--layout", "dk"]);
    assert_eq!(processor.code, 2);
    assert!(processor.err.contains("`dk` has no sheet for processors"), "{}", processor.err);
}

#[test]
fn everything_takes_every_option_for_the_documents_that_know_it() {
    let (run, files) = render(
        "options-all",
        &["all", "examples/processor", "--lang", "en", "--format", "csv", "--layout", "no", "--csv-dialect", "excel"],
    );
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(files.contains("art30-controller-no.en.csv") && files.contains("retention.en.csv"), "{files:?}");
    let (run, files) = render("options-short", &["all", "examples/processor", "--lang", "en", "--activity", "customers"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(files.contains("short-customers.en.html"), "{files:?}");
}
