//! `list` and `show` as people and pipelines run them.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use crate::common::{Run, privreg, privreg_in, scratch, snapshot, write};
use serde_json::Value;

const ON: [&str; 2] = ["--as-of", "2026-11-22"];

const KINDS: [&str; 13] = [
    "activities",
    "purposes",
    "recipients",
    "systems",
    "data-categories",
    "data-subjects",
    "transfers",
    "retention",
    "cookies",
    "legal-bases",
    "reviews",
    "assessments",
    "suppressions",
];

const REGISTER: &str = r#"
organisation: {name: Nordlys AS, country: NO, languages: [en]}
settings: {review_every: 6 months}
data_subjects:
  members: {name: Members of the club, kind: members}
data_categories:
  notes: {name: "=cmd|' /C calc'!A0", special: health, free_text: yes}
  plain: {name: "say \"a, b\""}
recipients:
  mailer:
    name: "Mailer | Inc. \e[31m<b>\u202e"
    role: processor
    does: sends mail
    country: US
    stored_in: [US, IE]
    transfers: {US: [{mechanism: sccs, module: 2, signed: 2026-01-02}, dpf]}
    subprocessors: [host]
    contract: {signed: 2025-01-10, checked: 2026-03-10}
  host: {name: Host AS, role: processor, country: NO, subprocessors: none}
  idle: {name: Idle AS, role: processor, country: NO}
systems:
  crm: {name: CRM, run_by: mailer}
retention:
  short: {period: 1 year after contract-end, why: Enough, method: automatic, checked: 2026-02-01}
  unused: {criterion: As long as the tree stands}
cookies:
  _ga.test: {for: statistics, set_by: mailer, lasts: 13 months, consent: yes, text: Counts visits, activity: news}
assessments:
  lia-news: {kind: lia, outcome: passed, done: 2026-05-01, interest: Reach our members}
activities:
  news:
    name: Newsletter
    owner: Secretary
    reviewed: 2026-01-05
    data_subjects: [members]
    data_categories: {notes: short, plain: short, email: 3 days after collection}
    purposes:
      send: {name: Send news, legal_basis: legitimate-interests, assessment: lia-news, retention: 2 days after collection}
    recipients: [mailer]
    systems: [crm]
  old:
    name: Old register
    status: ended
    ended: 2025-01-01
    data_subjects: [members]
    data_categories: [name]
    purposes: {keep: {name: Keep, legal_basis: legal-obligation, law: bokføringsloven § 13}}
    recipients: none
suppress:
  - {rule: PR203, for: activities.news, reason: The club decided so in 2026, until: 2026-06-01}
"#;

fn register(name: &str) -> std::path::PathBuf {
    let folder = scratch(name);
    write(&folder, "privreg.yaml", REGISTER);
    folder
}

fn run(folder: &std::path::Path, arguments: &[&str]) -> Run {
    let run = privreg_in(folder, &[arguments, &ON].concat(), &[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    run
}

fn rows(folder: &std::path::Path, arguments: &[&str]) -> Vec<Value> {
    let run = run(folder, &[&["list"], arguments, &["--format", "json"]].concat());
    serde_json::from_str::<Value>(&run.out).expect("JSON").as_array().expect("a list").clone()
}

/// The values of a column, empty ones as "-".
fn column(rows: &[Value], name: &str) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::Null => "-".to_owned(),
        Value::Array(list) => list.iter().map(|value| value.as_str().expect("a text")).collect::<Vec<_>>().join("+"),
        value => value.as_str().expect("a text").to_owned(),
    };
    rows.iter().map(|row| text(&row[name])).collect()
}

#[test]
fn every_kind_lists_own_definitions_with_the_place_they_stand() {
    let folder = register("lists-kinds");
    for (kind, first, values) in [
        ("activities", "id", "news,old"),
        ("activities", "status", "active,ended"),
        ("purposes", "id", "send,keep"),
        ("recipients", "id", "mailer,host,idle"),
        ("recipients", "used_by", "news,news,-"),
        ("recipients", "in_use", "yes,yes,no"),
        ("systems", "country", "US+IE"),
        ("data-categories", "id", "notes,plain"),
        ("data-categories", "marks", "health+free_text,-"),
        ("data-subjects", "used_by", "news+old"),
        ("transfers", "mechanism", "sccs"),
        ("transfers", "dated", "2026-01-02"),
        ("transfers", "standing_by", "dpf"),
        ("retention", "data_category", "notes,plain,email,-,name,-"),
        ("retention", "purpose", "-,-,-,send,-,-"),
        ("retention", "rule", "short,short,-,-,-,unused"),
        ("cookies", "id", "_ga.test"),
        ("legal-bases", "legal_basis", "legitimate-interests,legal-obligation"),
        ("legal-bases", "interest", "Reach our members,-"),
        ("legal-bases", "law", "-,bokføringsloven § 13"),
        ("reviews", "kind", "exception,activity,contract,deletion,assessment"),
        ("reviews", "state", "overdue,overdue,overdue,in-time,in-time"),
        ("reviews", "due", "2026-06-01,2026-07-05,2026-09-10,2028-02-01,2029-05-01"),
        ("assessments", "covers", "news"),
        ("suppressions", "state", "expired"),
    ] {
        let rows = rows(&folder, &[kind]);
        assert_eq!(column(&rows, first).join(","), values, "{kind} {first}");
        assert!(column(&rows, "at").iter().all(|at| at.starts_with("privreg.yaml:")), "{kind}");
    }
}

#[test]
fn rows_are_chosen_sorted_and_cut() {
    let folder = register("lists-choose");
    let ids = |arguments: &[&str]| column(&rows(&folder, arguments), "id").join(",");
    assert_eq!(ids(&["recipients", "--where", "country=no"]), "host,idle");
    assert_eq!(ids(&["recipients", "--where", "stored-in=ie"]), "mailer");
    assert_eq!(ids(&["recipients", "--where", "country=NO", "--where", "in_use=no"]), "idle");
    assert_eq!(ids(&["recipients", "--where", "used_by="]), "idle");
    assert_eq!(ids(&["recipients", "--sort", "id"]), "host,idle,mailer");
    assert_eq!(ids(&["recipients", "--sort", "-id"]), "mailer,idle,host");
    assert_eq!(ids(&["recipients", "--sort=-id"]), "mailer,idle,host");
    let csv = run(&folder, &["list", "recipients", "--columns", "country,id", "--format", "csv"]).out;
    assert_eq!(csv, "country,id\r\nUS,mailer\r\nNO,host\r\nNO,idle\r\n");
}

#[test]
fn a_column_that_is_not_there_is_answered_with_those_that_are() {
    let folder = register("lists-unknown");
    for arguments in [["--where", "colour=red"], ["--columns", "id,colour"], ["--sort", "colour"]] {
        let run = privreg_in(&folder, &[&["list", "systems"], &arguments[..]].concat(), &[]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
        assert!(run.err.contains("has no column `colour`: it has id, name, run_by"), "{}", run.err);
    }
    assert_eq!(privreg_in(&folder, &["list", "systems", "--where", "colour"], &[]).code, 2);
    assert_eq!(privreg_in(&folder, &["list", "colours"], &[]).code, 2);
    assert_eq!(privreg_in(&scratch("lists-none"), &["list", "systems"], &[]).code, 2);
}

#[test]
fn nothing_in_a_cell_gets_out_of_it() {
    let folder = register("lists-hostile");
    for format in ["table", "md", "csv"] {
        for kind in KINDS {
            let text = run(&folder, &["list", kind, "--format", format]).out.replace("\r\n", "\n");
            let steers = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
            assert!(!text.contains(steers), "{format} {kind}: {text:?}");
        }
    }
    let csv = run(&folder, &["list", "data-categories", "--columns", "name", "--format", "csv"]).out;
    assert_eq!(csv, "name\r\n'=cmd|' /C calc'!A0\r\n\"say \"\"a, b\"\"\"\r\n");
    let md = run(&folder, &["list", "recipients", "--columns", "id,name", "--format", "md"]).out;
    assert_eq!(md.lines().nth(2), Some("| mailer | Mailer \\| Inc. \\\\u{1b}\\[31m&lt;b&gt;\\\\u{202e} |"), "{md}");
    assert!(md.lines().all(|line| line.replace("\\|", "").matches('|').count() == 3), "{md}");
    let json = rows(&folder, &["recipients", "--where", "id=mailer"]);
    assert_eq!(json[0]["name"], "Mailer | Inc. \u{1b}[31m<b>\u{202e}");
    let shown = run(&folder, &["show", "mailer"]).out;
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
}

#[test]
fn tables_keep_to_their_width_and_are_whole_in_a_pipe() {
    let wide = privreg(&["list", "recipients", "registers/repaired/attend", "--width", "80", ON[0], ON[1]]);
    snapshot("tests/golden/list-recipients-attend.txt", &wide.out);
    for kind in KINDS {
        for width in ["40", "80", "120"] {
            let table = privreg(&["list", kind, "registers/repaired/attend", "--width", width, ON[0], ON[1]]);
            let limit: usize = width.parse().expect("a number");
            let rows = table.out.lines().take_while(|line| !line.is_empty());
            assert!(rows.clone().all(|line| line.chars().count() <= limit), "{kind} {width}: {}", table.out);
        }
        let piped = privreg(&["list", kind, "registers/repaired/attend", ON[0], ON[1]]);
        let json = privreg(&["list", kind, "registers/repaired/attend", "--format", "json", ON[0], ON[1]]);
        let count = serde_json::from_str::<Value>(&json.out).expect("JSON").as_array().expect("a list").len();
        assert_eq!(piped.out.lines().count(), count + 1, "{kind}: {}", piped.out);
    }
}

#[test]
fn what_is_empty_says_so_in_each_form() {
    let folder = scratch("lists-empty");
    write(&folder, "privreg.yaml", "organisation: {name: A, country: NO}\n");
    assert_eq!(run(&folder, &["list", "cookies"]).out, "Nothing to list.\n");
    assert_eq!(run(&folder, &["list", "cookies", "--format", "json"]).out, "[]\n");
    assert!(run(&folder, &["list", "cookies", "--format", "csv"]).out.starts_with("id,for,"));
    assert_eq!(run(&folder, &["list", "cookies", "--format", "md"]).out.lines().count(), 2);
}

#[test]
fn a_broken_register_is_listed_as_far_as_it_can_be_read() {
    let folder = scratch("lists-broken");
    write(
        &folder,
        "privreg.yaml",
        "organisation: {name: A}\nactivities: {a: [x], b: {name: B, status: nonsense}, c: }\nsystems: 3\n",
    );
    for kind in KINDS {
        run(&folder, &["list", kind]);
    }
    assert_eq!(column(&rows(&folder, &["activities"]), "id"), ["a", "b", "c"]);
    run(&folder, &["show", "b"]);
}

#[test]
fn a_definition_is_shown_with_everything_that_refers_to_it() {
    let folder = register("lists-show");
    let shown = run(&folder, &["show", "mailer"]).out;
    let line = |text: &str| REGISTER.lines().position(|line| line.starts_with(text)).expect("a line") + 1;
    assert!(
        shown.starts_with(&format!("recipients.mailer  privreg.yaml:{}\n  name: Mailer | Inc.", line("  mailer:"))),
        "{shown}"
    );
    assert!(shown.contains("\n  stored_in:\n    - US\n    - IE\n"), "{shown}");
    let by: Vec<&str> = shown
        .split("Referred to by\n")
        .nth(1)
        .expect("users")
        .lines()
        .map(|line| line.split_whitespace().next().expect("a user"))
        .collect();
    assert_eq!(by, ["activities.news", "cookies.\"_ga.test\"", "systems.crm"]);
    assert!(shown.contains(&format!("recipients[0]  privreg.yaml:{}\n", line("    recipients: [mailer]"))), "{shown}");
    assert!(run(&folder, &["show", "idle"]).out.ends_with("\nNothing refers to it.\n"));
}

/// No line is wider than asked for unless it is one word, and joined again the lines are what a pipe gets.
#[test]
fn a_definition_keeps_to_the_width_and_loses_nothing() {
    let folder = crate::common::root().join("registers/repaired/attend");
    let mut broken = 0;
    for section in ["activities", "recipients"] {
        for id in column(&rows(&folder, &[section]), "id") {
            let name = format!("{section}.{id}");
            let whole = run(&folder, &["show", &name]).out;
            for width in [40, 80] {
                let shown = run(&folder, &["show", &name, "--width", &width.to_string()]).out;
                for line in shown.lines().filter(|line| line.chars().count() > width) {
                    assert_eq!(line.split_whitespace().count(), 1, "{name} at {width}: {line}");
                }
                let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
                assert_eq!(words(&shown), words(&whole), "{name} at {width}");
                broken += usize::from(shown != whole);
            }
        }
    }
    assert!(broken > 20, "only {broken} definitions were too wide");
}

#[test]
fn long_texts_hang_below_their_field() {
    let folder = scratch("lists-wrap");
    write(
        &folder,
        "privreg.yaml",
        "organisation: {name: Nordlys AS, country: NO, languages: [en]}\nrecipients:\n  mailer:\n    name: Mailer\n    \
         role: processor\n    does: Sends the letters that members of the club have asked for\n    stored_in: [NO]\n",
    );
    let shown = run(&folder, &["show", "mailer", "--width", "30"]).out;
    assert_eq!(
        shown,
        "recipients.mailer\n  privreg.yaml:3\n  name: Mailer\n  role: processor\n  does: Sends the letters that\n    \
         members of the club have\n    asked for\n  stored_in:\n    - NO\n\nNothing refers to it.\n"
    );
}

#[test]
fn ids_paths_parts_and_built_in_names_are_found() {
    let folder = register("lists-paths");
    for (name, starts) in [
        ("recipients.mailer", "recipients.mailer  privreg.yaml:"),
        ("activities.news.purposes.send", "activities.news.purposes.send  privreg.yaml:"),
        ("news.purposes.send.legal_basis", "activities.news.purposes.send.legal_basis  privreg.yaml:"),
        ("mailer.stored_in[1]", "recipients.mailer.stored_in[1]  privreg.yaml:"),
        ("_ga.test", "cookies.\"_ga.test\"  privreg.yaml:"),
        ("cookies.\"_ga.test\".lasts", "cookies.\"_ga.test\".lasts  privreg.yaml:"),
        ("organisation", "organisation  privreg.yaml:2"),
        ("settings", "settings  privreg.yaml:3"),
        ("email", "data_categories.email  built in\n  name: E-mail"),
        ("events.collection", "events.collection  built in\n  name: "),
    ] {
        let shown = run(&folder, &["show", name]).out;
        assert!(shown.starts_with(starts), "{name}: {shown}");
    }
    let shown = run(&folder, &["show", "email"]).out;
    assert!(shown.contains("activities.news  data_categories.email"), "{shown}");
}

#[test]
fn an_unknown_id_is_answered_with_the_nearest() {
    let folder = register("lists-nearest");
    for (name, says) in [
        ("mailr", "Did you mean mailer or email?"),
        ("recipients.mailr", "Did you mean mailer or email?"),
        ("activities.news.purposes.sned", "Nothing here is called"),
        ("zzzzzzzzzz", "`privreg list activities`"),
        ("", "Nothing here is called"),
        ("a..b[", "Nothing here is called"),
    ] {
        let run = privreg_in(&folder, &["show", name], &[]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}");
        assert!(run.err.contains(says), "{name}: {}", run.err);
    }
}

#[test]
fn lists_write_nothing() {
    let folder = register("lists-readonly");
    let before = std::fs::read(folder.join("privreg.yaml")).expect("a file");
    for kind in KINDS {
        run(&folder, &["list", kind]);
    }
    run(&folder, &["show", "news"]);
    assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 1);
    assert_eq!(std::fs::read(folder.join("privreg.yaml")).expect("a file"), before);
}
