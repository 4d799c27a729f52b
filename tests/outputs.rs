//! All forms of output say the same, and each is what its reader expects.

use std::collections::BTreeSet;

use crate::common::forms::Sample;
use crate::common::{DAY, check_folder, check_texts, day, folders, forms};
use privreg::output::{Checked, Format, Style, render};
use privreg::rule::{Affects, Check, Rule};
use privreg::{Law, Options, check, rules};
use serde_json::Value;

/// Code, file, line and level of a finding.
type Row = (String, String, u64, String);

/// In an order of their own, each as often as it is said.
type Rows = Vec<Row>;

fn sorted(rows: impl Iterator<Item = Row>) -> Rows {
    let mut rows: Rows = rows.collect();
    rows.sort();
    rows
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn of_report(checked: &Checked) -> Rows {
    let sources = &checked.register.tree.sources;
    let rows = checked.report.findings.iter().map(|finding| {
        let source = sources.get(finding.loc.file);
        let line = source.position(finding.loc.start).line as u64;
        (finding.rule.code.to_owned(), source.path.clone(), line, finding.level.id().to_owned())
    });
    sorted(rows)
}

fn one(checked: &Checked, format: Format) -> String {
    render(format, std::slice::from_ref(checked), &Style::default())
}

fn of_json(checked: &Checked) -> Rows {
    let json: Value = serde_json::from_str(&one(checked, Format::Json)).expect("JSON");
    let rows = json["findings"].as_array().expect("findings").iter().filter(|row| row["suppressed"].is_null());
    sorted(rows.map(|row| (text(&row["code"]), text(&row["file"]), row["line"].as_u64().expect("a line"), text(&row["level"]))))
}

fn of_sarif(checked: &Checked) -> Rows {
    let json: Value = serde_json::from_str(&one(checked, Format::Sarif)).expect("JSON");
    let results = json["runs"][0]["results"].as_array().expect("results").iter().filter(|row| row["suppressions"].is_null());
    let rows = results.map(|row| {
        let place = &row["locations"][0]["physicalLocation"];
        let uri = text(&place["artifactLocation"]["uri"]);
        (text(&row["ruleId"]), unescape(&uri), place["region"]["startLine"].as_u64().expect("a line"), text(&row["level"]))
    });
    sorted(rows)
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

fn of_github(checked: &Checked) -> Rows {
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
    sorted(rows)
}

fn of_gitlab(checked: &Checked) -> Rows {
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
    sorted(rows)
}

fn of_junit(checked: &Checked) -> Rows {
    let xml = one(checked, Format::Junit);
    let document = roxmltree::Document::parse(&xml).expect("XML");
    let cases = document.descendants().filter(|node| node.has_tag_name("testcase") && node.attribute("line").is_some());
    let rows = cases.map(|case| {
        let code = case.attribute("name").unwrap().split(' ').next().unwrap().to_owned();
        let failure = case.children().find(|node| node.has_tag_name("failure"));
        let level = failure.map_or("note", |failure| failure.attribute("type").unwrap()).to_owned();
        (code, case.attribute("file").unwrap().to_owned(), case.attribute("line").unwrap().parse().unwrap(), level)
    });
    sorted(rows)
}

fn of_short(checked: &Checked) -> Rows {
    let text = one(checked, Format::Short);
    let rows = text.lines().filter_map(|line| {
        let mut parts = line.splitn(4, ':');
        let (file, line_number, _, rest) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let mut words = rest.split_whitespace();
        let (level, code) = (words.next()?, words.next()?);
        Some((code.to_owned(), file.to_owned(), line_number.parse().ok()?, level.to_owned()))
    });
    sorted(rows)
}

fn of_markdown(checked: &Checked) -> Rows {
    let text = one(checked, Format::Markdown);
    let rows = text.lines().filter(|line| line.contains("| PR")).map(|line| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let (file, line_number) = cells[2].rsplit_once(':').expect("a place");
        let file = file.replace('\\', "");
        let code = cells[1].split(' ').next().unwrap().to_owned();
        (code, file, line_number.parse().expect("a number"), cells[0].trim_start_matches("| ").to_owned())
    });
    sorted(rows)
}

/// Registers with many findings, few, and awkward ones.
fn samples() -> Vec<Checked> {
    let mut all: Vec<Checked> = folders("registers/published").iter().map(|folder| check_folder(folder)).collect();
    all.extend(folders("registers/repaired").iter().map(|folder| check_folder(folder)));
    let awkward = "recipients:\n  \"a:b, 100 %\": {name: \"x\\n::error::y\", rol: z}\n  c: {role: \"<b>|`*\"}\n";
    all.push(check_texts(&[("privreg.yaml", "organisation: {name: A}\n"), ("å b/100%, x.yaml", awkward)]));
    // Found behind the last letter of a file.
    all.push(check_texts(&[("privreg.toml", "organisation = {name = \"A\"}\nnotes = \n"), ("a.toml", "x-a = \"\"\"b\n\n  \n")]));
    all
}

/// What a form says otherwise than the report, if any does.
fn disagreement(checked: &Checked) -> Option<String> {
    let expected = of_report(checked);
    type Read = fn(&Checked) -> Rows;
    let read: [(&str, Read); 7] = [
        ("json", of_json),
        ("sarif", of_sarif),
        ("github", of_github),
        ("gitlab", of_gitlab),
        ("junit", of_junit),
        ("short", of_short),
        ("markdown", of_markdown),
    ];
    for (name, of) in read {
        let found = of(checked);
        if found != expected {
            let only = |these: &Rows, those: &Rows| these.iter().filter(|row| !those.contains(row)).cloned().collect::<Rows>();
            return Some(format!(
                "{name} of {}: {} and {} rows, lacks {:?}, adds {:?}",
                checked.name,
                found.len(),
                expected.len(),
                only(&expected, &found),
                only(&found, &expected)
            ));
        }
    }
    let human = one(checked, Format::Human);
    let lacks = |(code, file, line, level): &&Row| {
        !human.contains(&format!("{level} {code} ")) || !human.contains(&format!("[{file}:{line}:"))
    };
    expected.iter().find(lacks).map(|row| format!("human of {} lacks {row:?}", checked.name))
}

#[test]
fn all_forms_carry_the_same_findings() {
    let wrong: Vec<String> = samples().iter().filter_map(disagreement).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_forms_agree_on_every_example_of_a_rule() {
    let checked = forms::examples().map(|sample| check_sample(&sample.name, &sample.texts));
    let wrong: Vec<String> = checked.filter_map(|checked| disagreement(&checked)).collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Slips of the hand: letters and lines left out, doubled, in the wrong place, and signs that mean something.
#[test]
fn all_forms_agree_on_broken_registers() {
    let mut wrong = Vec::new();
    let mut faults = BTreeSet::new();
    let whole: Vec<Sample> = forms::samples().into_iter().filter(|sample| sample.name.contains('/')).collect();
    for slip in 0..200 {
        let mut texts = whole[slip % whole.len()].texts.clone();
        let file = slip % texts.len();
        let (name, text) = &mut texts[file];
        *text = forms::slipped(text, slip);
        let checked = check_sample(&format!("slip {slip} in {name}"), &texts);
        faults.extend(checked.report.findings.iter().map(|finding| finding.rule.code));
        wrong.extend(disagreement(&checked));
    }
    assert!(["PR001", "PR002", "PR003"].iter().all(|code| faults.contains(code)), "{faults:?}");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn check_sample(name: &str, texts: &[(String, String)]) -> Checked {
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Checked { name: name.into(), ..check_texts(&texts) }
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

/// Rules that JUnit shows as passed.
fn passed(files: &[(&str, &str)], options: &Options) -> Vec<&'static Rule> {
    let mut checked = check_texts(files);
    checked.report = check(&checked.register, &Law::on(day(DAY)), options);
    let xml = one(&checked, Format::Junit);
    let document = roxmltree::Document::parse(&xml).expect("XML");
    let cases = document.descendants().filter(|node| node.has_tag_name("testcase") && !node.has_children());
    let code = |case: roxmltree::Node| case.attribute("name").unwrap().split(' ').next().unwrap().to_owned();
    cases.map(|case| rules::find(&code(case)).expect("a rule")).collect()
}

#[test]
fn rules_that_did_not_run_have_not_passed() {
    let own = ("privreg.yaml", "organisation: {name: A}\n");
    let all = passed(&[own], &Options::default());
    assert!(["PR2", "PR3", "PR6"].iter().all(|family| all.iter().any(|rule| rule.code.starts_with(family))));

    let selected = passed(&[own], &Options { select: vec!["PR6".into()], ..Options::default() });
    // Whether the files can be read is always looked at.
    let always = |rule: &&Rule| rule.code == "PR015";
    assert!(selected.len() > 1 && selected.iter().all(|rule| rule.code.starts_with("PR6") || always(rule)), "{selected:?}");

    let off = passed(&[own, ("settings.yaml", "settings: {rules: {PR3: off}}\n")], &Options::default());
    assert!(!off.is_empty() && !off.iter().any(|rule| rule.code.starts_with("PR3")), "{off:?}");

    // Findings of other rules are left out: nobody can tell whether there were any.
    let only = passed(&[own], &Options { only: vec![Affects::Notice], ..Options::default() });
    assert!(only.len() > 1 && only.iter().all(|rule| rule.affects == Affects::Notice || always(rule)), "{only:?}");

    let cut_off = passed(&[own, ("a.yaml", "recipients: {a: [\n")], &Options::default());
    let structural = |rule: &&Rule| matches!(rule.check, Check::Structure(_));
    assert!(!cut_off.is_empty() && cut_off.iter().all(structural), "{cut_off:?}");
}

/// People who have their register written by a program get it in one line.
#[test]
fn of_a_long_line_the_part_around_the_place_is_shown() {
    let filler = "ü漢🦀 ".repeat(1_000);
    let before = format!("recipients: {{a: {{name: \"{filler}\"}}, b: {{name: \"x ü漢🦀\", ");
    let long = format!("# {filler}\n");
    let text = format!("{long}{before}rol: processor, description: \"{filler}\"}}}}\n{long}");
    let checked = check_texts(&[("privreg.yaml", "organisation: {name: A}\n"), ("a.yaml", &text)]);
    let human = one(&checked, Format::Human);
    let place = format!("[a.yaml:2:{}]", before.chars().count() + 1);
    let lines: Vec<&str> = human.lines().skip_while(|line| !line.contains(&place)).collect();
    assert!(!lines.is_empty(), "no {place} in {human}");

    let at = lines.iter().position(|line| line.contains("rol: processor")).expect("the place is shown");
    assert!(lines[at].trim_start().starts_with("2 │ "), "{}", lines[at]);
    // A letter takes one column or two.
    let columns = |text: &str| text.chars().map(|letter| if matches!(letter, '漢' | '🦀') { 2 } else { 1 }).sum::<usize>();
    let mark = lines[at + 1];
    let marked = mark.find(['─', '┬']).expect("a mark");
    assert_eq!(columns(&mark[..marked]), columns(&lines[at][..lines[at].find("rol: ").unwrap()]));
    assert_eq!(mark[marked..].chars().count(), "rol".len());

    // The lines around it are as long as what is shown of its own.
    let longest = lines.iter().map(|line| line.len()).max();
    assert!(longest < Some(2_500), "{longest:?}");
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
