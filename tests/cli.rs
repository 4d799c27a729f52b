//! Commands as people and pipelines run them: streams, exit codes, sentences.

use crate::common::{privreg, privreg_in, scratch, write};

const CLEAN: &str = include_str!("../src/rules/base/privreg.yaml");
const ACTIVITY: &str = include_str!("../src/rules/base/activity.yaml");
const NOTICE: &str = "notices:\n  all: {covers: [care], published: 2026-09-02, version: \"1\"}\n";

fn clean(name: &str) -> std::path::PathBuf {
    let folder = scratch(name);
    write(&folder, "privreg.yaml", CLEAN);
    write(&folder, "activities/care.yaml", ACTIVITY);
    write(&folder, "notices.yaml", NOTICE);
    folder
}

const ON: [&str; 2] = ["--as-of", "2026-11-22"];

#[test]
fn a_clean_register_ends_with_0_and_says_against_what_it_was_checked() {
    let run = privreg_in(&clean("cli-clean"), &["validate", ON[0], ON[1]], &[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.starts_with("No findings."), "{}", run.out);
    assert!(run.out.contains("1 activity") && run.out.contains("2026-11-22"), "{}", run.out);
}

#[test]
fn errors_end_with_1_unless_the_caller_says_otherwise() {
    let folder = clean("cli-errors");
    write(&folder, "activities/care.yaml", format!("{ACTIVITY}ownr: x\nscale: huge\n"));
    let code = |arguments: &[&str]| {
        let mut all = vec!["validate", ON[0], ON[1]];
        all.extend(arguments);
        privreg_in(&folder, &all, &[]).code
    };
    assert_eq!(code(&[]), 1);
    assert_eq!(code(&["--exit-zero"]), 0);
    assert_eq!(code(&["--fail-on", "never"]), 0);
    assert_eq!(code(&["--ignore", "PR001,unknown-value"]), 0);
    assert_eq!(code(&["--select", "PR9"]), 0);
    assert_eq!(code(&["--select", "PR0"]), 1);
}

#[test]
fn levels_come_from_the_register_and_the_command_line_wins() {
    let folder = clean("cli-levels");
    let settings = format!("{CLEAN}  rules: {{unknown-value: warning, PR001: \"off\"}}\n  fail_on: warning\n");
    write(&folder, "privreg.yaml", settings);
    write(&folder, "activities/care.yaml", format!("{ACTIVITY}ownr: x\nscale: huge\n"));
    let run = privreg_in(&folder, &["validate", "--format", "short", ON[0], ON[1]], &[]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("warning PR002") && !run.out.contains("PR001"), "{}", run.out);
    assert_eq!(privreg_in(&folder, &["validate", "--fail-on", "error", ON[0], ON[1]], &[]).code, 0);
    let run = privreg_in(&folder, &["validate", "--select", "PR001", "--format", "short", ON[0], ON[1]], &[]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("error PR001") && run.out.contains("1 finding: 1 error"), "{}", run.out);
}

#[test]
fn a_file_that_cannot_be_read_fails_whatever_was_asked_for() {
    let folder = clean("cli-unreadable");
    write(&folder, "activities/care.yaml", ACTIVITY.replacen("\n", "\n   x: 1\n", 1));
    let before = privreg_in(&folder, &["validate", "--format", "json"], &[]);
    write(&folder, "before.json", &before.out);
    for asked in [["--select", "PR6"], ["--only", "lawfulness"], ["--ignore", "PR015"], ["--baseline", "before.json"]] {
        let run = privreg_in(&folder, &["validate", asked[0], asked[1]], &[]);
        assert_eq!(run.code, 1, "{asked:?}");
        assert!(run.out.contains("PR015") && run.out.contains("could not be read to its end"), "{asked:?} {}", run.out);
    }
    write(&folder, "privreg.yaml", CLEAN.replace("settings:\n", "settings:\n  rules: {PR0: off, PR015: note}\n"));
    let run = privreg_in(&folder, &["validate", "--format", "short"], &[]);
    assert!(run.code == 1 && run.out.contains("error PR015"), "{}", run.out);
}

#[test]
fn a_baseline_hides_what_was_there_and_shows_what_is_new() {
    let folder = clean("cli-baseline");
    write(&folder, "activities/care.yaml", format!("{ACTIVITY}ownr: x\n"));
    let before = privreg_in(&folder, &["validate", "--format", "json", ON[0], ON[1]], &[]);
    write(&folder, "before.json", &before.out);
    let with = ["validate", "--baseline", "before.json", "--format", "short", ON[0], ON[1]];
    assert_eq!(privreg_in(&folder, &with, &[]).code, 0);
    write(&folder, "activities/care.yaml", format!("# more lines above\n\n{ACTIVITY}ownr: x\nscale: huge\n"));
    let run = privreg_in(&folder, &with, &[]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("PR002") && !run.out.contains("PR001"), "{}", run.out);
    write(&folder, "bad.json", "[]");
    let run = privreg_in(&folder, &["validate", "--baseline", "bad.json"], &[]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("bad.json is no baseline"), "{}", run.err);
}

#[test]
fn what_cannot_be_done_ends_with_2_and_one_sentence() {
    let empty = scratch("cli-empty");
    for (arguments, says) in [
        (vec!["validate", "."], "There is no register at ."),
        (vec!["validate", "nowhere"], "Cannot read nowhere: there is no such file or folder"),
        (vec!["validate", "--select", "PR999"], "There is no rule `PR999`"),
        (vec!["explain", "retension"], "Did you mean"),
        (vec!["rules", "--family", "XX"], "There is no rule or family `XX`"),
    ] {
        let run = privreg_in(&empty, &arguments, &[]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}: {}", run.err);
        assert!(run.err.contains(says), "{arguments:?}: {}", run.err);
        assert_eq!(run.err.trim_end().lines().count(), 1, "{}", run.err);
    }
    assert_eq!(privreg(&["validate", "--as-of", "22.11.2026"]).code, 2);
    assert_eq!(privreg(&["no-such-command"]).code, 2);
}

#[test]
fn a_file_or_a_folder_inside_a_register_means_the_register() {
    let folder = clean("cli-paths");
    for path in [".", "privreg.yaml", "activities/care.yaml", "activities"] {
        let run = privreg_in(&folder, &["validate", path, ON[0], ON[1]], &[]);
        assert_eq!(run.code, 0, "{path}: {}{}", run.out, run.err);
        assert!(run.out.contains("1 activity"), "{path}: {}", run.out);
    }
}

#[test]
fn every_register_below_a_folder_is_checked() {
    let folder = scratch("cli-many");
    for name in ["a", "b", "a/inner", ".hidden"] {
        write(&folder.join(name), "privreg.yaml", CLEAN);
    }
    let run = privreg_in(&folder, &["validate", ".", "--format", "json", ON[0], ON[1]], &[]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let names: Vec<&str> = json["registers"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(names, ["./a", "./a/inner", "./b"].map(|name| name.trim_start_matches("./")), "{}", run.out);
}

#[test]
fn colours_follow_the_flag_and_the_environment() {
    let folder = clean("cli-colour");
    write(&folder, "activities/care.yaml", format!("{ACTIVITY}ownr: x\n"));
    let colored = |arguments: &[&str], environment: &[(&str, &str)]| {
        let mut all = vec!["validate", ON[0], ON[1]];
        all.extend(arguments);
        privreg_in(&folder, &all, environment).out.contains('\u{1b}')
    };
    assert!(!colored(&[], &[]), "no colour in a pipe");
    assert!(colored(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(colored(&[], &[("FORCE_COLOR", "1")]));
    assert!(!colored(&[], &[("FORCE_COLOR", "1"), ("NO_COLOR", "1")]));
    assert!(!colored(&["--color", "never"], &[("FORCE_COLOR", "1")]));
}

#[test]
fn ascii_frames_where_asked_for_or_where_the_locale_has_no_more() {
    let folder = clean("cli-ascii");
    write(&folder, "activities/care.yaml", format!("{ACTIVITY}ownr: x\n"));
    let run = privreg_in(&folder, &["validate", "--ascii", ON[0], ON[1]], &[]);
    assert!(run.out.is_ascii(), "{}", run.out);
    let run = privreg_in(&folder, &["validate", ON[0], ON[1]], &[("LC_ALL", "C")]);
    assert!(run.out.is_ascii(), "{}", run.out);
}

#[test]
fn nothing_on_disk_is_changed() {
    let folder = clean("cli-readonly");
    let state = || {
        let mut all: Vec<_> = walkdir::WalkDir::new(&folder)
            .into_iter()
            .map(|entry| {
                let entry = entry.unwrap();
                (entry.path().to_path_buf(), entry.metadata().unwrap().modified().unwrap())
            })
            .collect();
        all.sort();
        all
    };
    let before = state();
    for format in ["human", "short", "json", "sarif", "github", "gitlab", "junit", "markdown"] {
        privreg_in(&folder, &["validate", "--format", format], &[]);
    }
    assert_eq!(before, state());
}

#[test]
fn a_rule_a_field_and_a_section_are_explained() {
    for (what, says) in [
        ("PR001", "unknown-field"),
        ("unknown-field", "PR001"),
        ("pr004", "duplicate-id"),
        ("activities.purposes", "Purposes"),
        ("purpose.legal_basis", "legitimate-interests"),
        ("recipients", "Anyone who receives data"),
        ("dpia", "Impact assessment"),
    ] {
        let run = privreg(&["explain", what]);
        assert_eq!(run.code, 0, "{what}: {}", run.err);
        assert!(run.out.contains(says), "{what}: {}", run.out);
        assert!(!run.out.contains("#~"), "{what}: marks are for tests");
    }
}

#[test]
fn what_findings_promise_of_explain_is_there() {
    let explained = |what: &str| {
        let run = privreg(&["explain", what, "--width", "80"]);
        assert_eq!(run.code, 0, "{what}: {}", run.err);
        run.out
    };
    // Built-in ids of a section, with their names and within the width.
    for (section, id, name) in [
        ("events", "contract-end", "the end of the contract"),
        ("data_categories", "contact-details", "Contact details"),
        ("data_subjects", "applicants", "Job applicants"),
        ("recipients", "bank", "Banks"),
        ("retention", "bookkeeping", "The period required"),
    ] {
        let text = explained(section);
        let line = text.lines().find(|line| line.trim_start().starts_with(&format!("{id} "))).unwrap_or_default();
        assert!(line.contains(name), "{section}: {text}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    }
    // A table comes before fields of its name, and the table that a field holds comes below it.
    for (what, first, field) in [
        ("activity", "activity: ", "  purposes "),
        ("purpose", "purpose: ", "  legal_basis "),
        ("recipient.dpf", "recipient.dpf: ", "  entity "),
        ("purpose.consent", "purpose.consent: ", "  by_parent_under "),
        ("legitimate interest", "legitimate-interests: Legitimate interests, Art. 6(1)(f).", "A value of legal_basis"),
        ("Legal basis", "activity.legal_basis: ", "  legal-obligation "),
        ("contract-end", "contract-end: ", "Built in: an id of `events:`"),
    ] {
        let text = explained(what);
        assert!(text.starts_with(first), "{what}: {text}");
        assert!(text.lines().any(|line| line.starts_with(field)), "{what}: {text}");
    }
    assert_eq!(explained("transfers").matches("Standard contractual clauses of the Commission").count(), 1);
}

#[test]
fn rules_are_listed() {
    let run = privreg(&["rules", "--format", "json"]);
    let rows: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    for row in rows.as_array().expect("a list") {
        for field in ["code", "name", "level", "affects", "summary", "source"] {
            assert!(row[field].as_str().is_some_and(|text| !text.is_empty()), "{row}");
        }
        assert!(!row["articles"].as_array().unwrap().is_empty(), "{row}");
    }
    let table = privreg(&["rules", "--width", "80"]);
    assert!(table.out.lines().all(|line| line.chars().count() <= 80), "{}", table.out);
}

#[test]
fn completions_exist_for_the_usual_shells() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let run = privreg(&["completions", shell]);
        assert!(run.code == 0 && run.out.contains("privreg"), "{shell}");
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_privreg"))
        .args(["schema"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("privreg runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
