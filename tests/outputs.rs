//! All forms of output say the same, and each is what its reader expects.

mod common;

use std::collections::BTreeSet;

use common::{check_folder, check_texts, folders};
use privreg::output::{Checked, Format, Style, render};
use serde_json::Value;

/// Code, file, line and level of a finding.
type Row = (String, String, u64, String);

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn of_report(checked: &Checked) -> BTreeSet<Row> {
    let sources = &checked.register.tree.sources;
    let rows = checked.report.findings.iter().map(|finding| {
        let source = sources.get(finding.loc.file);
        let line = source.position(finding.loc.start).line as u64;
        (finding.rule.code.to_owned(), source.path.clone(), line, finding.level.id().to_owned())
    });
    rows.collect()
}

fn one(checked: &Checked, format: Format) -> String {
    render(format, std::slice::from_ref(checked), &Style::default())
}

fn of_json(checked: &Checked) -> BTreeSet<Row> {
    let json: Value = serde_json::from_str(&one(checked, Format::Json)).expect("JSON");
    let rows = json["findings"].as_array().expect("findings").iter().filter(|row| row["suppressed"].is_null());
    rows.map(|row| (text(&row["code"]), text(&row["file"]), row["line"].as_u64().expect("a line"), text(&row["level"]))).collect()
}

fn of_sarif(checked: &Checked) -> BTreeSet<Row> {
    let json: Value = serde_json::from_str(&one(checked, Format::Sarif)).expect("JSON");
    let results = json["runs"][0]["results"].as_array().expect("results").iter().filter(|row| row["suppressions"].is_null());
    let rows = results.map(|row| {
        let place = &row["locations"][0]["physicalLocation"];
        let uri = text(&place["artifactLocation"]["uri"]);
        (text(&row["ruleId"]), unescape(&uri), place["region"]["startLine"].as_u64().expect("a line"), text(&row["level"]))
    });
    rows.collect()
}

fn unescape(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&tail[..2]).unwrap(), 16).unwrap());
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn of_github(checked: &Checked) -> BTreeSet<Row> {
    let text = one(checked, Format::Github);
    let rows = text.lines().filter(|line| line.starts_with("::")).map(|line| {
        let (command, rest) = line[2..].split_once(' ').expect("properties");
        let property = |name: &str| {
            let value = rest.split("::").next().unwrap().split(',').find_map(|pair| pair.strip_prefix(&format!("{name}=")));
            unescape(value.expect("a property"))
        };
        let code = property("title").split(' ').next().unwrap().to_owned();
        let level = if command == "notice" { "note" } else { command };
        (code, property("file"), property("line").parse().expect("a number"), level.to_owned())
    });
    rows.collect()
}

fn of_gitlab(checked: &Checked) -> BTreeSet<Row> {
    let json: Value = serde_json::from_str(&one(checked, Format::Gitlab)).expect("JSON");
    let rows = json.as_array().expect("a list").iter().map(|row| {
        let level = match row["severity"].as_str().expect("a severity") {
            "major" => "error",
            "minor" => "warning",
            _ => "note",
        };
        let line = row["location"]["lines"]["begin"].as_u64().expect("a line");
        (text(&row["check_name"]), text(&row["location"]["path"]), line, level.to_owned())
    });
    rows.collect()
}

fn of_junit(checked: &Checked) -> BTreeSet<Row> {
    let xml = one(checked, Format::Junit);
    let document = roxmltree::Document::parse(&xml).expect("XML");
    let cases = document.descendants().filter(|node| node.has_tag_name("testcase") && node.attribute("line").is_some());
    let rows = cases.map(|case| {
        let code = case.attribute("name").unwrap().split(' ').next().unwrap().to_owned();
        let failure = case.children().find(|node| node.has_tag_name("failure"));
        let level = failure.map_or("note", |failure| failure.attribute("type").unwrap()).to_owned();
        (code, case.attribute("file").unwrap().to_owned(), case.attribute("line").unwrap().parse().unwrap(), level)
    });
    rows.collect()
}

fn of_short(checked: &Checked) -> BTreeSet<Row> {
    let text = one(checked, Format::Short);
    let rows = text.lines().filter_map(|line| {
        let mut parts = line.splitn(4, ':');
        let (file, line_number, _, rest) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let mut words = rest.split_whitespace();
        let (level, code) = (words.next()?, words.next()?);
        Some((code.to_owned(), file.to_owned(), line_number.parse().ok()?, level.to_owned()))
    });
    rows.collect()
}

fn of_markdown(checked: &Checked) -> BTreeSet<Row> {
    let text = one(checked, Format::Markdown);
    let rows = text.lines().filter(|line| line.contains("| PR")).map(|line| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let (file, line_number) = cells[2].rsplit_once(':').expect("a place");
        let file = file.replace('\\', "");
        let code = cells[1].split(' ').next().unwrap().to_owned();
        (code, file, line_number.parse().expect("a number"), cells[0].trim_start_matches("| ").to_owned())
    });
    rows.collect()
}

/// Registers with many findings, few, and awkward ones.
fn samples() -> Vec<Checked> {
    let mut all: Vec<Checked> = folders("registers/published").iter().map(|folder| check_folder(folder)).collect();
    all.extend(folders("registers/repaired").iter().map(|folder| check_folder(folder)));
    let awkward = "recipients:\n  \"a:b, 100 %\": {name: \"x\\n::error::y\", rol: z}\n  c: {role: \"<b>|`*\"}\n";
    all.push(check_texts(&[("privreg.yaml", "organisation: {name: A}\n"), ("å b/100%, x.yaml", awkward)]));
    all
}

#[test]
fn all_forms_carry_the_same_findings() {
    for checked in samples() {
        let expected = of_report(&checked);
        for (name, found) in [
            ("json", of_json(&checked)),
            ("sarif", of_sarif(&checked)),
            ("github", of_github(&checked)),
            ("gitlab", of_gitlab(&checked)),
            ("junit", of_junit(&checked)),
            ("short", of_short(&checked)),
            ("markdown", of_markdown(&checked)),
        ] {
            assert_eq!(found, expected, "{name} of {}", checked.name);
        }
        let human = one(&checked, Format::Human);
        for (code, file, line, level) in &expected {
            assert!(human.contains(&format!("{level} {code} ")), "{}: {code}", checked.name);
            assert!(human.contains(&format!("[{file}:{line}:")), "{}: {file}:{line}", checked.name);
        }
    }
}

#[test]
fn sarif_follows_its_published_schema() {
    let schema: Value = serde_json::from_str(include_str!("data/sarif-2.1.0.schema.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for checked in samples() {
        let document: Value = serde_json::from_str(&one(&checked, Format::Sarif)).expect("JSON");
        let errors: Vec<String> =
            validator.iter_errors(&document).map(|error| format!("{error} at {}", error.instance_path)).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", checked.name);
    }
}

#[test]
fn fingerprints_are_unique_and_survive_edits_above() {
    for checked in samples() {
        let all: Vec<&str> = checked.report.findings.iter().map(|finding| finding.fingerprint.as_str()).collect();
        let unique: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), unique.len(), "{}", checked.name);
    }
    let text = "recipients:\n  a: {name: A, rol: processor}\n";
    let prints = |text: &str| -> BTreeSet<String> {
        let checked = check_texts(&[("privreg.yaml", "organisation: {name: A}\n"), ("a.yaml", text)]);
        checked.report.findings.iter().map(|finding| finding.fingerprint.clone()).collect()
    };
    assert_eq!(prints(text), prints(&format!("# a remark\n\nx-a: b\n{text}")));
}

#[test]
fn a_run_twice_gives_the_same_bytes() {
    for folder in folders("registers/published") {
        for format in [Format::Json, Format::Sarif, Format::Human] {
            assert_eq!(one(&check_folder(&folder), format), one(&check_folder(&folder), format), "{folder}");
        }
    }
}

#[test]
fn nothing_in_a_register_can_steer_a_terminal() {
    let text = "recipients:\n  a: {name: \"\\e[31mred\\u202e\", rol\u{202e}e: x}\n";
    let checked = check_texts(&[("privreg.yaml", "organisation: {name: A}\n"), ("a\u{202e}.yaml", text)]);
    for format in [Format::Human, Format::Short, Format::Markdown] {
        let shown = one(&checked, format);
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{format:?}: {shown:?}");
    }
}
