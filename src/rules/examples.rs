//! Runs all rules over the examples in every rule's documentation.
//!
//! An example holds only what it is about: what else a register needs comes from a base that is clean under all
//! rules. Files of the example keep their lines: the base is only appended. A marked line (`#~ PR601`) must be where
//! a finding's place begins, and nothing else may be found, by any rule.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{FAMILIES, all};
use crate::check::{Options, check};
use crate::decode::reachable;
use crate::law::Law;
use crate::model::Level;
use crate::register::{Register, SECTIONS};
use crate::rule::{Example, Rule};
use crate::source::{Loc, Sources};

const ROOT: &str = include_str!("base/privreg.yaml");
const ACTIVITY: &str = include_str!("base/activity.yaml");

/// The day on which examples are judged, unless they name another with `#~ as-of 2020-07-15`.
const DAY: &str = "2026-11-22";

/// Top-level blocks of a text: key and lines.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let starts = line.starts_with(|letter: char| letter.is_ascii_alphabetic());
        if starts {
            blocks.push((line.split(':').next().unwrap_or("").to_owned(), String::new()));
        }
        if let Some((_, block)) = blocks.last_mut() {
            block.push_str(line);
            block.push('\n');
        }
    }
    blocks
}

/// The example's text, with the blocks of the base that it does not have itself.
fn complete(text: &str, base: &str) -> String {
    let own: BTreeSet<String> = blocks(text).into_iter().map(|(key, _)| key).collect();
    let missing = blocks(base).into_iter().filter(|(key, _)| !own.contains(key)).map(|(_, block)| block);
    text.to_owned() + &missing.collect::<String>()
}

/// Like [`complete`], and inside `organisation:` and `settings:` field by field.
fn complete_root(text: &str) -> String {
    let mut out = String::new();
    let base = blocks(ROOT);
    for (key, block) in blocks(text) {
        out.push_str(&block);
        let Some((_, below)) = base.iter().find(|(own, _)| *own == key) else { continue };
        let is_block = block.lines().next().is_some_and(|line| line.split("#~").next().unwrap_or("").trim_end().ends_with(':'));
        let given: Vec<&str> = block
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
            .filter(|line| !line.starts_with(' '))
            .filter_map(|line| line.split(':').next())
            .collect();
        if is_block && !given.is_empty() {
            for line in below.lines().skip(1) {
                let field = line.trim().split(':').next().unwrap_or("");
                if !given.contains(&field) {
                    out.push_str(line);
                    out.push('\n');
                }
            }
        }
    }
    complete(&out, ROOT)
}

fn sources(example: &Example) -> Sources {
    let is_activity = |name: &str| name.starts_with("activities/");
    let in_toml = |name: &str| name.ends_with(".toml");
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let whole = example.files.iter().any(|file| file.name == "privreg.toml");
    for file in &example.files {
        let text = match file.name.as_str() {
            "privreg.yaml" => complete_root(&file.text),
            name if is_activity(name) && !in_toml(name) => complete(&file.text, ACTIVITY),
            _ => file.text.clone(),
        };
        assert!(files.insert(file.name.clone(), text).is_none(), "{} stands twice in one example", file.name);
    }
    let text_of_all: String = example.files.iter().map(|file| file.text.as_str()).collect();
    if !whole {
        files.entry("privreg.yaml".into()).or_insert_with(|| ROOT.to_owned());
        let has_activities = files.keys().any(|name| is_activity(name))
            || text_of_all.contains("\nactivities:")
            || text_of_all.starts_with("activities:");
        if !has_activities {
            files.insert("activities/example.yaml".into(), ACTIVITY.to_owned());
        }
        if !text_of_all.contains("notices:\n") {
            let ids: Vec<&str> = files
                .keys()
                .filter_map(|name| name.strip_prefix("activities/"))
                .filter_map(|name| name.split('.').next())
                .collect();
            let notice =
                format!("notices:\n  base:\n    covers: [{}]\n    published: 2026-09-02\n    version: \"1\"\n", ids.join(", "));
            if !ids.is_empty() {
                files.insert("base-notice.yaml".into(), notice);
            }
        }
    }
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add(name.clone(), name, text);
    }
    sources
}

type Found = BTreeSet<(String, usize, String)>;

/// The marks of an example: file, line and code.
fn marks(example: &Example) -> Found {
    let mut marks = Found::new();
    for file in &example.files {
        for (at, line) in file.text.lines().enumerate() {
            let Some((_, codes)) = line.split_once("#~") else { continue };
            for code in codes.split([',', ' ']).filter(|code| code.starts_with("PR")) {
                marks.insert((file.name.clone(), at + 1, code.to_owned()));
            }
        }
    }
    marks
}

fn day(example: &Example) -> NaiveDate {
    let text: String = example.files.iter().map(|file| file.text.as_str()).collect();
    let day = text.split("#~ as-of ").nth(1).map_or(DAY, |rest| &rest[..10]);
    day.parse().expect("a date")
}

fn found(example: &Example) -> (Found, String) {
    let register = Register::read(sources(example));
    let report = check(&register, &Law::on(day(example)), &everything());
    let sources = &register.tree.sources;
    let mut shown = String::new();
    let found = report
        .findings
        .iter()
        .map(|finding| {
            let source = sources.get(finding.loc.file);
            let line = source.position(finding.loc.start).line;
            shown.push_str(&format!("    {}:{line} {} {} ({})\n", source.path, finding.rule.code, finding.message, finding.path));
            (source.path.clone(), line, finding.rule.code.to_owned())
        })
        .collect();
    (found, shown)
}

/// Rules that are off by default run as well.
fn everything() -> Options {
    Options { select: vec!["all".into()], ..Options::default() }
}

fn run(rule: &Rule, heading: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let examples = rule.examples(heading);
    if examples.is_empty() {
        wrong.push(format!("{} has no example under `## {heading}`", rule.code));
    }
    for (at, example) in examples.iter().enumerate() {
        let expected = marks(example);
        let (found, shown) = found(example);
        if heading == "Bad" && !expected.iter().any(|(_, _, code)| code == rule.code) {
            wrong.push(format!("{} {heading} {}: no line is marked `#~ {}`", rule.code, at + 1, rule.code));
        }
        if heading == "Good" && !expected.is_empty() {
            wrong.push(format!("{} {heading} {}: a good example has no marks", rule.code, at + 1));
        }
        if expected != found {
            let missing: Vec<_> = expected.difference(&found).collect();
            let unexpected: Vec<_> = found.difference(&expected).collect();
            wrong.push(format!("{} {heading} {}: missing {missing:?}, unexpected {unexpected:?}\n{shown}", rule.code, at + 1));
        }
    }
    wrong
}

#[test]
fn every_example_has_exactly_the_marked_findings() {
    let wrong: Vec<String> = all().iter().flat_map(|rule| [run(rule, "Bad"), run(rule, "Good")]).flatten().collect();
    assert!(wrong.is_empty(), "{} examples are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_base_is_clean() {
    let (found, shown) = found(&Example { files: Vec::new() });
    assert!(found.is_empty(), "{shown}");
}

/// Fields that are needed when only their rule can say, and that no rule was heard to ask for: in some good example the field
/// stands, and its rule speaks aloud where it is left blank.
fn not_asked_for() -> BTreeSet<(&'static str, &'static str, &'static str)> {
    let tables = reachable(SECTIONS.iter().map(|section| (section.table)()));
    let fields = tables.iter().flat_map(|table| table.fields()).filter(|field| field.is_asked_only);
    let mut silent: BTreeSet<_> =
        fields.map(|field| (field.table, field.name, field.asked_by.expect("a rule asks for it"))).collect();
    for example in all().iter().flat_map(|rule| rule.examples("Good")) {
        let register = Register::read(sources(&example));
        let mut values = Vec::new();
        register.fields(&mut |field, value| values.push((field, register.tree.loc(value))));
        for (field, value) in values {
            let Some(code) = field.asked_by else { continue };
            let own = (field.table, field.name, code);
            if silent.contains(&own) {
                let changed = Register::read(blanked(&register.tree.sources, value));
                let findings = check(&changed, &Law::on(day(&example)), &everything()).findings;
                if findings.iter().any(|finding| finding.rule.code == code && finding.level >= Level::Warning) {
                    silent.remove(&own);
                }
            }
        }
    }
    silent
}

/// The same texts with blanks in place of one value.
fn blanked(all: &Sources, value: Loc) -> Sources {
    let mut changed = Sources::default();
    for file in all.ids() {
        let source = all.get(file);
        let mut text = source.text.to_string();
        if file == value.file {
            let range = value.start as usize..value.end as usize;
            let blank: String = text[range.clone()].chars().map(|letter| if letter == '\n' { letter } else { ' ' }).collect();
            text.replace_range(range, &blank);
        }
        changed.add(source.path.clone(), source.relative.clone(), text);
    }
    changed
}

#[test]
fn rules_ask_for_what_only_they_know_to_be_needed() {
    assert_eq!(not_asked_for(), BTreeSet::new());
}

#[test]
fn codes_and_names_are_unique_and_in_order() {
    let mut names = BTreeSet::new();
    for family in FAMILIES {
        let codes: Vec<&str> = family.rules.iter().map(|rule| rule.code).collect();
        assert!(codes.is_sorted(), "{} is not in order: {codes:?}", family.name);
        for rule in family.rules {
            assert!(rule.code.starts_with(family.prefix), "{} is in {}", rule.code, family.name);
            assert!(names.insert(rule.code) && names.insert(rule.name), "{rule:?} stands twice");
        }
    }
}

#[test]
fn every_rule_says_what_why_and_what_to_do() {
    // A name says what is wrong, never what to do about it.
    const CURES: [&str; 8] = ["add-", "use-", "require-", "check-that", "no-", "prefer-", "must-", "should-"];
    for rule in all() {
        assert!(rule.summary().ends_with('.'), "{}: the first line is a sentence", rule.code);
        assert!(!rule.why().is_empty(), "{} does not say why", rule.code);
        assert!(!rule.section("Fix").is_empty(), "{} does not say what to do", rule.code);
        assert!(!rule.articles.is_empty(), "{} cites nothing", rule.code);
        assert!(!rule.source.is_empty(), "{} names no source", rule.code);
        assert!(!CURES.iter().any(|cure| rule.name.starts_with(cure)), "{} names a cure", rule.name);
        assert!(
            rule.level != Level::Error || rule.articles.iter().any(|article| article.contains("Art.") || article.contains('§')),
            "{}",
            rule.code
        );
        for silenced in rule.silences {
            assert!(
                super::find(silenced).is_some() || !FAMILIES.iter().any(|family| silenced.starts_with(family.prefix)),
                "{} silences {silenced}, which does not exist",
                rule.code
            );
        }
    }
}

#[test]
fn every_rule_file_is_listed() {
    for family in FAMILIES {
        let folder = family.rules.first().map(|_| family.prefix);
        let Some(prefix) = folder else { continue };
        let listed: BTreeSet<String> =
            family.rules.iter().map(|rule| format!("{}_{}.rs", rule.code.to_lowercase(), rule.name.replace('-', "_"))).collect();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
        let files = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok);
        let found: BTreeSet<String> = files
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| name.starts_with(&prefix.to_lowercase()) && name.ends_with(".rs"))
            .collect();
        assert_eq!(listed, found, "{}", family.name);
    }
}

/// What each finding of a wrong example says, in full: texts are reviewed where they change.
#[test]
#[expect(clippy::disallowed_methods, reason = "reads and writes the reviewed texts")]
fn findings_say_what_was_reviewed() {
    let mut said = String::new();
    for rule in all() {
        for (at, example) in rule.examples("Bad").iter().enumerate() {
            let register = Register::read(sources(example));
            let tree = &register.tree.sources;
            for finding in &check(&register, &Law::on(day(example)), &everything()).findings {
                let source = tree.get(finding.loc.file);
                let underlined = &source.text[finding.loc.start as usize..finding.loc.end as usize];
                said.push_str(&format!(
                    "{} {}: {} {:?}\n  {} at {:?}: {:?}\n  help: {:?}\n",
                    rule.code,
                    at + 1,
                    finding.rule.code,
                    finding.level,
                    finding.message,
                    underlined,
                    finding.label.as_deref().unwrap_or_default(),
                    finding.help
                ));
                for (loc, note) in &finding.notes {
                    let source = tree.get(loc.file);
                    let part = &source.text[loc.start as usize..loc.end as usize];
                    said.push_str(&format!("  note at {part:?}: {note}\n"));
                }
            }
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/rule-examples.txt");
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        std::fs::write(path, &said).expect("a file");
    }
    let reviewed = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    let differs = reviewed.lines().zip(said.lines()).find(|(old, new)| old != new);
    assert!(reviewed == said, "{path} is out of date: {differs:?}. Run SNAPSHOTS=overwrite cargo test, and read what changed.");
}
