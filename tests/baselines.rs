//! Which finding is which: among several registers, when folders move, and in files that shells have saved in their own way.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::common::{Run, privreg_in, scratch, write};

/// A register with errors of its own. Two of them differ in nothing but the name, as copies of one template do.
fn template(name: &str) -> String {
    format!(
        "organisation: {{name: {name}, country: NO, address: \"Storgata 1, 0155 Oslo\", email: post@example.com}}\n\
         activities:\n  newsletter:\n    name: Newsletter\n    data_subjects: [subscribers]\n    data_categories: {{email: as long as necessary}}\n    \
         purposes: {{send: {{name: Send news about our courses, legal_basis: consent}}}}\n    recipients: [mailer]\n\
         recipients:\n  mailer: {{name: Mailer Inc., country: US, role: processor, does: sends our newsletter}}\n"
    )
}

/// A folder with the registers of these names. It is a repository of its own, or would count as part of this one.
fn registers(test: &str, names: &[&str]) -> PathBuf {
    let folder = scratch(test);
    std::fs::create_dir(folder.join(".git")).expect("a folder");
    for name in names {
        write(&folder, &format!("{name}/privreg.yaml"), template(name));
    }
    folder
}

fn validate(folder: &Path, arguments: &[&str]) -> Run {
    let all: Vec<&str> = ["validate", "--as-of", "2026-11-22"].into_iter().chain(arguments.iter().copied()).collect();
    privreg_in(folder, &all, &[])
}

/// Writes what is found in these paths into `base.json`.
fn save(folder: &Path, paths: &[&str]) {
    let run = validate(folder, &[paths, &["--format", "json", "--exit-zero"]].concat());
    write(folder, "base.json", run.out);
}

/// Numbers of findings that are counted and that are not.
fn counted(folder: &Path, paths: &[&str]) -> (usize, usize) {
    let run = validate(folder, &[paths, &["--baseline", "../base.json", "--format", "json"]].concat());
    let run =
        if run.code == 2 { validate(folder, &[paths, &["--baseline", "base.json", "--format", "json"]].concat()) } else { run };
    let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}{}", run.out, run.err));
    let (known, new): (Vec<&Value>, Vec<&Value>) =
        json["findings"].as_array().expect("findings").iter().partition(|row| row["suppressed"]["by"] == "baseline");
    assert_eq!(run.code == 1, new.iter().any(|row| row["level"] == "error"), "{}", run.out);
    (new.len(), known.len())
}

#[test]
fn a_baseline_of_one_register_hides_nothing_of_another() {
    let folder = registers("baseline-one", &["a", "b"]);
    save(&folder, &["a"]);
    let (none, all) = counted(&folder, &["a"]);
    assert!(none == 0 && all > 5, "{none} {all}");
    assert_eq!(counted(&folder, &["a", "b"]), (all, all));
    assert_eq!(counted(&folder, &["."]), (all, all));
}

#[test]
fn a_baseline_of_several_registers_knows_which_finding_is_whose() {
    let folder = registers("baseline-several", &["a", "b"]);
    save(&folder, &["."]);
    let (none, all) = counted(&folder, &["."]);
    assert!(none == 0 && all > 10, "{none} {all}");
    // From elsewhere, one of them alone, and with a third beside them.
    assert_eq!(counted(&folder.join("b"), &["../a", "."]), (0, all));
    assert_eq!(counted(&folder, &["b"]), (0, all / 2));
    write(&folder, "c/privreg.yaml", template("c"));
    assert_eq!(counted(&folder, &["."]), (all / 2, all));
    // What was accepted once is not accepted twice.
    write(&folder, "a/more.yaml", "recipients: {mailer: {name: Other Inc.}}\n");
    let before = counted(&folder, &["a"]);
    write(&folder, "a/again.yaml", "recipients: {mailer: {name: Other Inc.}}\n");
    assert_eq!(counted(&folder, &["a"]).0, before.0 + 1);
}

#[test]
fn one_register_may_move() {
    let folder = registers("baseline-moved", &["a"]);
    save(&folder, &["a"]);
    std::fs::rename(folder.join("a"), folder.join("elsewhere")).expect("moved");
    assert_eq!(counted(&folder, &["elsewhere"]).0, 0);
    assert_eq!(counted(&folder.join("elsewhere"), &[]).0, 0);
}

#[test]
fn shells_save_a_baseline_in_their_own_way() {
    let folder = registers("baseline-encodings", &["a"]);
    save(&folder, &["a"]);
    let text = std::fs::read_to_string(folder.join("base.json")).expect("a baseline");
    let units: Vec<u16> = format!("\u{feff}{}", text.replace('\n', "\r\n")).encode_utf16().collect();
    for bytes in [
        format!("\u{feff}{text}").into_bytes(),
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
    ] {
        write(&folder, "base.json", bytes);
        assert_eq!(counted(&folder, &["a"]).0, 0);
    }
    write(&folder, "base.json", [0xff, 0xfe, b'{']);
    let run = validate(&folder, &["a", "--baseline", "base.json"]);
    assert!(run.code == 2 && run.err.contains("it is not saved as UTF-8"), "{}", run.err);
    write(&folder, "base.json", text.replace("\"format_version\": \"1.1\"", "\"format_version\": \"999.0\""));
    let run = validate(&folder, &["a", "--baseline", "base.json"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("base.json is in version 999.0 of the format"), "{}", run.err);
    assert_eq!(run.err.trim_end().lines().count(), 1, "{}", run.err);
}

#[test]
fn each_finding_of_several_registers_has_its_own_fingerprint() {
    let folder = registers("fingerprints-several", &["a", "b", "c"]);
    let json =
        |format: &str| -> Value { serde_json::from_str(&validate(&folder, &[".", "--format", format]).out).expect("JSON") };
    let own = json("json");
    let found = own["findings"].as_array().expect("findings").len();
    let gitlab = json("gitlab");
    let sarif = json("sarif");
    let runs = sarif["runs"].as_array().expect("runs");
    let prints: [Vec<&Value>; 3] = [
        own["findings"].as_array().expect("findings").iter().map(|row| &row["fingerprint"]).collect(),
        gitlab.as_array().expect("rows").iter().map(|row| &row["fingerprint"]).collect(),
        runs.iter()
            .flat_map(|run| run["results"].as_array().expect("results"))
            .map(|row| &row["partialFingerprints"]["privreg/v1"])
            .collect(),
    ];
    for prints in prints {
        assert_eq!(prints.len(), found);
        assert_eq!(prints.into_iter().map(|print| print.as_str().expect("a text")).collect::<BTreeSet<_>>().len(), found);
    }
    // Another register beside them changes nothing in what a service knows of these.
    let ids = |document: &Value| -> Vec<String> {
        let runs = document["runs"].as_array().expect("runs").iter();
        runs.map(|run| run["automationDetails"]["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(ids(&sarif), ["privreg/a/", "privreg/b/", "privreg/c/"]);
    write(&folder, "0/privreg.yaml", template("0"));
    assert_eq!(ids(&json("sarif"))[1..], ids(&sarif)[..]);
}

#[test]
fn services_get_paths_below_the_root_of_the_repository() {
    let folder = registers("paths", &["regs/å b"]);
    let inside = folder.join("regs/å b");
    write(&inside, "activities/x.yaml", "nme: X\n");
    let full = folder.to_string_lossy().into_owned();
    for (here, path) in
        [(&folder, "regs"), (&inside, "."), (&inside, "activities"), (&folder, full.as_str()), (&inside, "../../regs")]
    {
        let out = |format: &str| validate(here, &[path, "--format", format]).out;
        let file = "regs/å b/activities/x.yaml";
        assert!(out("github").contains(&format!("file={file},line=1")), "{path}: {}", out("github"));
        assert!(out("gitlab").contains(&format!("\"path\": \"{file}\"")), "{path}");
        assert!(out("junit").contains(&format!("file=\"{file}\"")), "{path}");
        let sarif = out("sarif");
        assert!(sarif.contains("\"uri\": \"regs/%C3%A5%20b/activities/x.yaml\""), "{path}: {sarif}");
        assert!(sarif.contains("\"id\": \"privreg/regs/å b/\"") && !sarif.contains(&full), "{path}");
    }
    // Without a repository: from where people are, and in full where it is not below that.
    let outside = tempfile::tempdir().expect("a folder");
    write(outside.path(), "r/privreg.yaml", "organisation: {nme: X}\n");
    assert!(validate(outside.path(), &["r", "--format", "github"]).out.contains("file=r/privreg.yaml,"));
    let sarif = validate(&outside.path().join("r"), &[&outside.path().join("r").to_string_lossy(), "--format", "sarif"]).out;
    assert!(sarif.contains("\"uri\": \"file:///"), "{sarif}");
}
