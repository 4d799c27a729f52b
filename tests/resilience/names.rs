//! File names that nobody expects, in every form of output.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use super::ON;
use crate::common::{privreg_in, write};

const NAMES: [&[u8]; 6] = [
    b"two words.yaml",
    b"new\nline.yaml",
    "\u{202e}turned.yaml".as_bytes(),
    b"not\xffutf8.yaml",
    b"back\\slash.yaml",
    b"a%,:'\"<b>&.yaml",
];

#[test]
fn strange_file_names_are_named_safely_in_every_form() {
    let folder = super::register("fault-names");
    for name in NAMES {
        write(&folder, "activities/keep.txt", "");
        std::fs::write(folder.join("activities").join(OsStr::from_bytes(name)), "name: Strange\nownr: x\n").expect("a file");
    }
    let run = |format: &str| {
        let run = privreg_in(&folder, &["validate", "--max", "0", "--select", "PR001", "--format", format, ON[0], ON[1]], &[]);
        assert_eq!((run.code, run.err.as_str()), (1, ""), "{format}");
        run.out
    };
    for format in ["human", "short", "markdown"] {
        let text = run(format);
        assert!(!text.contains(['\u{202e}', '\r', '\u{1b}']), "{format}: {text}");
        assert!(text.contains("two words.yaml") && text.contains("turned.yaml"), "{format}: {text}");
    }
    let lines = run("short");
    assert_eq!(lines.lines().filter(|line| line.contains(" PR001 ")).count(), NAMES.len(), "{lines}");
    assert!(lines.lines().filter(|line| line.contains(" PR001 ")).all(|line| line.starts_with("activities/")), "{lines}");
    let github = run("github");
    assert_eq!(
        github.lines().filter(|line| line.starts_with("::error file=") && line.contains("/activities/")).count(),
        NAMES.len(),
        "{github}"
    );
    let files = |value: &serde_json::Value, at: &str| {
        let mut files: Vec<String> =
            value.as_array().expect("a list").iter().map(|row| row.pointer(at).unwrap().as_str().unwrap().to_owned()).collect();
        files.sort();
        files.dedup();
        files
    };
    let json: serde_json::Value = serde_json::from_str(&run("json")).expect("JSON");
    let names = files(&json["findings"], "/file");
    assert_eq!(names.len(), NAMES.len(), "{names:?}");
    assert!(
        names.contains(&"activities/new\nline.yaml".into()) && names.contains(&"activities/back\\slash.yaml".into()),
        "{names:?}"
    );
    // Services get them below the root of the repository.
    let names: Vec<String> = names.iter().map(|name| format!("target/tmp/fault-names/{name}")).collect();
    let gitlab: serde_json::Value = serde_json::from_str(&run("gitlab")).expect("JSON");
    assert_eq!(files(&gitlab, "/location/path"), names);
    let sarif: serde_json::Value = serde_json::from_str(&run("sarif")).expect("JSON");
    let addresses = files(&sarif["runs"][0]["results"], "/locations/0/physicalLocation/artifactLocation/uri");
    assert_eq!(addresses.len(), NAMES.len());
    assert!(addresses.iter().all(|uri| uri.bytes().all(|byte| byte.is_ascii_graphic())), "{addresses:?}");
    let junit = run("junit");
    let document = roxmltree::Document::parse(&junit).expect("XML");
    let mut cases: Vec<&str> = document.descendants().filter_map(|node| node.attribute("file")).collect();
    cases.sort_unstable();
    assert_eq!(cases, names);
}

#[test]
fn a_folder_with_a_strange_name_can_be_checked_and_rendered() {
    for (number, name) in [&b"two words"[..], b"new\nline", "\u{202e}turned".as_bytes(), b"not\xffutf8"].into_iter().enumerate() {
        let folder = super::register(&format!("fault-folder-name-{number}"));
        let strange = folder.join(OsStr::from_bytes(name));
        super::copy(&crate::common::root().join("examples/minimal"), &strange);
        let run = |arguments: &[&str]| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_privreg"));
            let output =
                command.args(arguments).arg(&strange).args(ON).arg("--color=never").current_dir(&folder).output().expect("runs");
            assert!(output.status.code().expect("a code") == 0, "{}", String::from_utf8_lossy(&output.stderr));
        };
        run(&["validate"]);
        run(&["list", "recipients"]);
        run(&["render", "all", "--out", "out"]);
    }
}
