//! `init` as people run it: a starter with their organisation in it.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use std::collections::BTreeMap;
use std::path::Path;

use crate::common::{Run, privreg, privreg_in, root, scratch, write};
use privreg::Register;
use privreg::decode::Text;
use privreg::model::Role;
use privreg::syntax::{Kind, NodeId};
use serde_json::Value;

const STARTERS: [&str; 6] = ["minimal", "saas", "shop", "association", "clinic", "processor"];

const NAME: &str = "Ås: \"Beste\" #1 & Sønn {AS}, 'x' \\ Fjordvakt AS";

const ANSWERS: [&str; 12] = [
    "--name",
    NAME,
    "--number",
    "123 # 4",
    "--address",
    "Gata 1: b, \"9999\" Ås",
    "--email",
    "hei@aas.no",
    "--dpo",
    "Kari Berg <dpo@aas.no>",
    "--website",
    "https://aas.no",
];

fn init(folder: &Path, arguments: &[&str]) -> Run {
    privreg_in(folder, &[&["init"], arguments, &["--as-of", "2027-03-01"]].concat(), &[])
}

/// What `validate` finds: codes with levels.
fn findings(folder: &Path, day: &str) -> Vec<(String, String)> {
    let run = privreg_in(folder, &["validate", "--format", "json", "--as-of", day], &[]);
    let json: Value = serde_json::from_str(&run.out).expect("JSON");
    let text = |row: &Value, field: &str| row[field].as_str().expect("a text").to_owned();
    json["findings"].as_array().expect("a list").iter().map(|row| (text(row, "code"), text(row, "level"))).collect()
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/");
            (name, std::fs::read_to_string(entry.path()).expect("UTF-8"))
        })
        .collect()
}

#[test]
fn without_answers_every_starter_says_todo_and_nothing_else_is_wrong() {
    for starter in STARTERS {
        let folder = scratch(&format!("init-todo-{starter}"));
        let run = init(&folder, &["--template", starter, "--yes"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert!(run.out.contains("places say TODO"), "{}", run.out);
        let found = findings(&folder, "2027-03-01");
        let todo = found.iter().filter(|found| **found == ("PR006".into(), "warning".into())).count();
        assert!(todo >= 3, "{starter}: {found:?}");
        assert!(found.iter().all(|(code, level)| code == "PR006" || level == "note"), "{starter}: {found:?}");
        // What is open is no copy of a page behind an address hider.
        let shown = privreg_in(&folder, &["validate"], &[]).out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains("stamps every document as a draft") && !shown.contains("address hider"), "{shown}");
    }
}

#[test]
fn a_new_register_is_checked_and_rendered_as_a_draft_until_its_placeholders_are_gone() {
    for starter in ["saas", "shop"] {
        let folder = scratch(&format!("init-draft-{starter}"));
        assert_eq!(privreg_in(&folder, &["init", "--yes", "--template", starter, "new"], &[]).code, 0);
        assert_eq!(privreg_in(&folder, &["validate", "new"], &[]).code, 0, "{starter}");
        let run = privreg_in(&folder, &["render", "all", "new"], &[]);
        assert_eq!(run.code, 0, "{starter}: {}", run.err);
        assert!(run.err.contains("stamped as a draft") && run.err.lines().count() == 1, "{starter}: {}", run.err);
        let stamps = ["Draft. Not for publication.", "Utkast. Skal ikke publiseres.", "Utkast. Får inte publiceras."];
        let written = files_of_kind(&folder.join("out"), ".html");
        assert!(written.len() > 5, "{starter}");
        for (name, text) in &written {
            assert!(stamps.iter().any(|stamp| text.contains(stamp)), "{starter}: {name}");
        }

        let run = privreg(&["render", "all", &format!("examples/{starter}"), "--out", &folder.join("done").to_string_lossy()]);
        assert_eq!(run.code, 0, "{starter}: {}", run.err);
        let drafts = files_of_kind(&folder.join("done"), ".html");
        assert!(!drafts.iter().any(|(_, text)| stamps.iter().any(|stamp| text.contains(stamp))), "{starter}");

        // What is out must not hold a placeholder.
        let privreg = ["new/notices.yaml", "new/notices.toml", "new/privreg.yaml"].map(|name| folder.join(name));
        let file = privreg.iter().find(|file| file.is_file()).expect("a file with notices");
        let text = std::fs::read_to_string(file).expect("UTF-8");
        let (old, new) = if file.extension().is_some_and(|own| own == "toml") {
            ("version = \"1.0\"\n", "version = \"1.0\"\npublished = 2026-01-01\n")
        } else {
            ("    version: \"1.0\"\n", "    version: \"1.0\"\n    published: 2026-01-01\n")
        };
        assert!(text.contains(old), "{starter}: {text}");
        std::fs::write(file, text.replacen(old, new, 1)).expect("written");
        let run = privreg_in(&folder, &["validate", "new", "--format", "short"], &[]);
        assert!(run.code == 1 && run.out.contains("error PR006"), "{starter}: {}", run.out);
    }
}

fn files_of_kind(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let named = entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()));
    named
        .filter(|(name, _)| name.ends_with(ending))
        .map(|(name, path)| (name, std::fs::read_to_string(path).expect("UTF-8")))
        .collect()
}

#[test]
fn with_answers_only_what_nobody_can_invent_is_left() {
    for starter in STARTERS {
        let folder = scratch(&format!("init-full-{starter}"));
        let run = init(&folder, &[&["--template", starter, "--yes"], &ANSWERS[..]].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let found = findings(&folder, "2027-03-01");
        let todo = found.iter().filter(|(code, level)| code == "PR006" && level == "warning").count();
        assert!(found.iter().all(|(code, level)| code == "PR006" || level == "note"), "{starter}: {found:?}");
        assert!(run.out.contains(&format!("\n{todo} places say TODO")), "{starter}: {todo}: {}", run.out);
        assert!(todo >= 10, "{starter}: a register that nobody has answered for is not clean");
    }
}

/// The register in a folder.
fn read(folder: &Path) -> Register {
    Register::read(privreg::io::load(folder).expect("the folder can be read").sources)
}

/// Every scalar at or below a value.
fn scalars(register: &Register, node: NodeId) -> Vec<&str> {
    let tree = &register.tree;
    match tree.kind(node) {
        Kind::Scalar => vec![tree.text(node)],
        Kind::List => tree.values(node).flat_map(|value| scalars(register, value)).collect(),
        Kind::Table => tree.items(node).flat_map(|item| scalars(register, item.value)).collect(),
    }
}

#[test]
fn no_starter_hands_over_what_its_invented_organisation_has_done_or_decided_and_with_whom() {
    for starter in STARTERS {
        let folder = scratch(&format!("init-evidence-{starter}"));
        init(&folder, &[&["--template", starter, "--yes"], &ANSWERS[..]].concat());
        let (sample, own) = (read(&root().join("examples").join(starter)), read(&folder));
        let mut kept = Vec::new();
        own.fields(&mut |field, node| {
            if field.is_evidence && scalars(&own, node).iter().any(|text| *text != "TODO") {
                kept.push((field.table, field.name));
            }
        });
        assert!(kept.is_empty(), "{starter}: {kept:?}");
        let suppliers = sample.recipients.iter().filter(|own| own.node.is_some() && own.role != Some(Role::Authority));
        let names: Vec<&str> = suppliers.filter_map(|own| own.name.as_ref()).map(Text::any).collect();
        assert!(!names.is_empty(), "{starter}");
        for (file, text) in files(&folder).iter().filter(|(name, _)| name.ends_with(".yaml") || name.ends_with(".toml")) {
            for name in &names {
                assert!(!text.contains(name), "{starter} {file}: {name}");
            }
        }
    }
}

#[test]
fn law_and_places_of_another_country_do_not_come_along() {
    for (starter, home) in [("minimal", "NO"), ("saas", "NO"), ("shop", "NO"), ("association", "NO"), ("clinic", "SE")] {
        let folder = scratch(&format!("init-abroad-{starter}"));
        init(&folder, &[&["--template", starter, "--yes", "--country", "DK"], &ANSWERS[..]].concat());
        let own = read(&folder);
        assert_eq!(own.organisations[0].country.map(|country| country.to_string()).as_deref(), Some("DK"), "{starter}");
        own.fields(&mut |field, node| {
            let shape = (field.shape)().describe();
            for text in scalars(&own, node) {
                if shape.contains("citation") {
                    assert!(text == "TODO" || text.contains("GDPR"), "{starter}: {}.{}: {text}", field.table, field.name);
                }
                if (shape.contains("place") || shape.contains("country")) && !shape.contains("map") {
                    assert_ne!(text, home, "{starter}: {}.{}", field.table, field.name);
                }
            }
        });
        let found = findings(&folder, "2027-03-01");
        assert!(found.iter().all(|(code, level)| code == "PR006" || level == "note"), "{starter}: {found:?}");
    }
}

#[test]
fn languages_without_documents_are_told_at_once_and_everywhere() {
    let folder = scratch("init-languages");
    let run = init(&folder, &[&["--yes", "--languages", "da,en"], &ANSWERS[..]].concat());
    assert!(run.out.contains("No document can be written in da yet"), "{}", run.out);
    let level = |folder: &Path| findings(folder, "2027-03-01").into_iter().find(|(code, _)| code == "PR025").map(|found| found.1);
    assert_eq!(level(&folder).as_deref(), Some("note"));
    let run = privreg_in(&folder, &["render", "policy"], &[]);
    assert!(run.code == 0 && run.err.contains("nothing is written in da: documents come in en, nb, sv"), "{}", run.err);

    let danish = scratch("init-danish");
    init(&danish, &[&["--yes", "--languages", "da"], &ANSWERS[..]].concat());
    assert_eq!(level(&danish).as_deref(), Some("warning"));
    assert_eq!(privreg_in(&danish, &["render", "policy"], &[]).code, 2);
    // The record is for the house and the authority: it comes all the same.
    let run = privreg_in(&danish, &["render", "art30-controller"], &[]);
    assert!(run.code == 0 && run.err.contains("nothing is written in da"), "{}", run.err);
    assert!(danish.join("out/art30-controller.en.md").is_file());
    assert_eq!(privreg_in(&danish, &["render", "all", "--out", "all"], &[]).code, 0);

    // The code of a country is no language.
    let run = init(&scratch("init-dk"), &["--yes", "--languages", "dk"]);
    assert!(run.code == 2 && run.err.contains("`da`"), "{}", run.err);
}

#[test]
fn a_name_stands_as_it_was_given_whatever_is_in_it() {
    for starter in STARTERS {
        let folder = scratch(&format!("init-name-{starter}"));
        init(&folder, &[&["--template", starter, "--yes"], &ANSWERS[..]].concat());
        let shown = privreg_in(&folder, &["show", "organisation"], &[]).out;
        for line in [format!("  name: {NAME}\n"), "  number: 123 # 4\n".into(), "  email: hei@aas.no\n".into()] {
            assert!(shown.contains(&line), "{starter}: {shown}");
        }
        let invented = [
            "nordlyskeramikk",
            "fjordvakt.no",
            "fjellbutikken.no",
            "lysvikil",
            "lindens",
            "lonhuset",
            "9999 Lysvik",
            "Exempelsson",
        ];
        for (name, text) in files(&folder).iter().filter(|(name, _)| name.ends_with(".yaml") || name.ends_with(".toml")) {
            let left: Vec<_> = invented.iter().filter(|word| text.contains(**word)).collect();
            assert!(left.is_empty(), "{starter} {name}: {left:?}");
            assert_eq!(text.matches("Fjordvakt AS").count(), text.matches("Beste").count(), "{starter} {name}: replaced twice");
        }
    }
}

#[test]
fn texts_keep_their_language_when_another_comes_first() {
    for starter in STARTERS {
        let (plain, german) = (scratch(&format!("init-plain-{starter}")), scratch(&format!("init-german-{starter}")));
        init(&plain, &[&["--template", starter, "--yes"], &ANSWERS[..]].concat());
        let run = init(
            &german,
            &[&["--template", starter, "--yes", "--languages", "de,sv", "--country", "Germany"], &ANSWERS[..]].concat(),
        );
        let has_swedish = ["shop", "association", "clinic"].contains(&starter);
        assert_eq!(run.out.contains("PR007"), !has_swedish, "{}", run.out);
        assert!(run.out.contains("No document can be written in de yet"), "{}", run.out);
        let found = findings(&german, "2027-03-01");
        assert!(
            found.iter().all(|(code, _)| !["PR001", "PR002", "PR003", "PR015", "PR017"].contains(&code.as_str())),
            "{starter}: {found:?}"
        );
        let shown = privreg_in(&german, &["show", "organisation"], &[]).out;
        assert!(shown.contains("languages:\n    - de\n    - sv\n") && shown.contains("country: DE"), "{shown}");
        // Names in lists are English, or what stands first: the same as before.
        let names = |folder: &Path| privreg_in(folder, &["list", "activities", "--columns", "name", "--format", "csv"], &[]).out;
        assert_eq!(names(&plain), names(&german), "{starter}");
    }
}

#[test]
fn editors_and_checks_come_with_it() {
    for starter in STARTERS {
        let folder = scratch(&format!("init-around-{starter}"));
        init(&folder, &["--template", starter, "--yes"]);
        let all = files(&folder);
        let settings: Value = serde_json::from_str(&all[".vscode/settings.json"]).expect("JSON");
        for schema in settings["yaml.schemas"].as_object().expect("a map").keys() {
            let text = &all[schema.trim_start_matches("./")];
            assert!(serde_json::from_str::<Value>(text).expect("JSON")["$schema"].is_string());
        }
        for (name, text) in all.iter().filter(|(name, _)| !name.starts_with('.')) {
            if let Some(path) =
                text.lines().next().and_then(|line| line.split("schema=").nth(1).or(line.strip_prefix("#:schema ")))
            {
                let beside = Path::new(name).parent().expect("a folder");
                assert!(folder.join(beside).join(path).is_file(), "{name}: {path}");
            } else {
                assert!(!name.ends_with(".yaml") && !name.ends_with(".toml"), "{name} names no schema");
            }
        }
        assert!(all[".github/workflows/privreg.yml"].contains("privreg validate"));
        assert!(all[".pre-commit-config.yaml"].contains("privreg validate"));
        assert!(all.contains_key("README.md"));
    }
}

#[test]
fn nothing_is_overwritten_and_nothing_is_half_done() {
    let folder = scratch("init-there");
    write(&folder, "README.md", "mine");
    let run = init(&folder, &["--yes"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("README.md") && run.err.contains("Nothing was written"), "{}", run.err);
    assert_eq!(files(&folder).len(), 1);
    assert_eq!(init(&folder, &["--yes", "--force"]).code, 0);
    assert!(files(&folder)["README.md"].contains("Minimal"));

    let run = init(&folder, &["--yes"]);
    assert!(run.code == 2 && run.err.contains("There is a register already"), "{}", run.err);
    let run = init(&folder, &["--yes", "--force", "--template", "shop"]);
    assert!(run.code == 2 && run.err.contains("mark of another register"), "{}", run.err);
    assert!(!folder.join("privreg.toml").exists());

    let blocked = scratch("init-blocked");
    write(&blocked, "activities", "a file");
    assert_eq!(init(&blocked, &["--yes", "--template", "saas", "--force"]).code, 2);
    write(&blocked, ".github/workflows/privreg.yml/x", "a folder");
    assert_eq!(init(&blocked, &["--yes", "--force"]).code, 2);
    assert_eq!(files(&blocked).len(), 2);
}

#[test]
fn a_folder_is_made_where_there_is_none() {
    let folder = scratch("init-folder");
    let run = init(&folder, &["below/privacy", "--yes"]);
    assert!(run.code == 0 && run.out.ends_with("Next: privreg validate below/privacy\n"), "{}{}", run.out, run.err);
    assert!(folder.join("below/privacy/.vscode/settings.json").is_file());
    assert_eq!(privreg_in(&folder, &["validate", "below/privacy", "--as-of", "2027-03-01"], &[]).code, 0);
}

#[test]
fn nobody_is_asked_where_nobody_is_and_bad_answers_are_refused() {
    let folder = scratch("init-asks");
    let run = init(&folder, &[]);
    assert!(run.code == 2 && run.err.contains("--yes"), "{}", run.err);
    for wrong in [
        ["--email", "nobody"],
        ["--name", "two\nlines"],
        ["--country", "Narnia"],
        ["--languages", "english"],
        ["--website", "javascript:alert(1)"],
        ["--dpo", "Kari"],
        ["--template", "bank"],
    ] {
        assert_eq!(init(&folder, &[&["--yes"], &wrong[..]].concat()).code, 2, "{wrong:?}");
    }
    assert!(files(&folder).is_empty());
}
