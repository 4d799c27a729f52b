//! Registers through reading, all rules and all forms of output.

use std::collections::HashSet;
use std::sync::LazyLock;

use privreg::output::{Baseline, Checked, Format, Style, render};
use privreg::source::{Loc, Sources};
use privreg::syntax::Tree;
use privreg::{Law, Options, Register, check};
use serde_json::Value;

use super::seeds;
use super::texts::{assert_harmless, law, read, split};

/// The bytes are a register's one file in YAML.
pub fn yaml(bytes: &[u8]) {
    one_file("privreg.yaml", bytes);
}

/// The bytes are a register's one file in TOML.
pub fn toml(bytes: &[u8]) {
    one_file("privreg.toml", bytes);
}

/// The bytes are several files of one register.
pub fn files(bytes: &[u8]) {
    hold(&split(bytes), &law(bytes), &everything());
}

/// The bytes are added to a register with findings: settings, suppressions and whatever else changes what is found.
pub fn settings(bytes: &[u8]) {
    let mut files = vec![("privreg.yaml".to_owned(), bytes.to_vec())];
    files.extend(split(seeds::WITH_FINDINGS.as_bytes()).into_iter().skip(1));
    for options in [
        Options::default(),
        Options { no_suppressions: true, ..everything() },
        Options { select: vec!["PR2".into()], ..Options::default() },
    ] {
        hold(&files, &law(bytes), &options);
    }
}

/// The bytes are a baseline for a register with findings.
pub fn baseline(bytes: &[u8]) {
    static FOUND: LazyLock<Checked> =
        LazyLock::new(|| checked(&split(seeds::WITH_FINDINGS.as_bytes()), &law(b""), &Options::default()));
    let Some(baseline) = std::str::from_utf8(bytes).ok().and_then(|text| Baseline::read(text).ok()) else { return };
    let baseline = baseline.of(".", "", true);
    let options = Options { baseline: baseline.clone(), ..Options::default() };
    let after = check(&FOUND.register, &law(b""), &options);
    assert_eq!(after.findings.len() + after.suppressed.len(), FOUND.report.findings.len(), "findings got lost");
    assert!(after.findings.iter().all(|finding| !baseline.holds(&finding.fingerprint)), "a finding of the baseline is left");
}

fn one_file(name: &str, bytes: &[u8]) {
    hold(&[(name.to_owned(), bytes.to_vec())], &law(bytes), &everything());
}

/// Rules that are off by default run as well.
pub fn everything() -> Options {
    Options { select: vec!["all".into()], ..Options::default() }
}

pub fn checked(files: &[(String, Vec<u8>)], law: &Law, options: &Options) -> Checked {
    let register = read(files);
    let report = check(&register, law, options);
    Checked { name: ".".into(), folder: String::new(), register, report }
}

/// What must hold of a register, whatever it says.
pub fn hold(files: &[(String, Vec<u8>)], law: &Law, options: &Options) {
    let checked = checked(files, law, options);
    places(&checked);
    let again = self::checked(files, law, options);
    for format in [
        Format::Json,
        Format::Sarif,
        Format::Gitlab,
        Format::Github,
        Format::Junit,
        Format::Short,
        Format::Markdown,
        Format::Human,
    ] {
        let text = render(format, std::slice::from_ref(&checked), &Style::default());
        let repeated = render(format, std::slice::from_ref(&again), &Style::default());
        assert!(text == repeated, "{format:?} differs when it is made again");
        assert_eq!(carried(format, &text), checked.report.findings.len(), "findings in {format:?}");
        if matches!(format, Format::Short | Format::Markdown | Format::Human) {
            assert_harmless(&text, &format!("{format:?}"));
        }
    }
    for width in [0, 41, 400] {
        let style = Style { width, ascii: true, most: 3, statistics: true, ..Style::default() };
        assert_harmless(&render(Format::Human, std::slice::from_ref(&checked), &style), "human");
    }
}

/// How many findings a form carries.
fn carried(format: Format, text: &str) -> usize {
    let json = || -> Value { serde_json::from_str(text).expect("JSON") };
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let starts = |all: &[&str]| text.lines().filter(|line| all.iter().any(|start| line.starts_with(start))).count();
    match format {
        Format::Json => list(&json()["findings"]).iter().filter(|row| row["suppressed"].is_null()).count(),
        Format::Sarif => list(&json()["runs"][0]["results"]).iter().filter(|row| row["suppressions"].is_null()).count(),
        Format::Gitlab => list(&json()).len(),
        Format::Github => starts(&["::error ", "::warning ", "::notice "]),
        Format::Junit => {
            let document = roxmltree::Document::parse(text).expect("XML");
            document.descendants().filter(|node| node.has_tag_name("testcase") && node.attribute("line").is_some()).count()
        }
        Format::Short => {
            let is_finding = |line: &&str| {
                [": error PR", ": warning PR", ": note PR"].iter().any(|mark| line.contains(mark)) && line.ends_with(']')
            };
            text.lines().filter(is_finding).count()
        }
        Format::Markdown => starts(&["| error | PR", "| warning | PR", "| note | PR"]),
        Format::Human => starts(&["error PR", "warning PR", "note PR"]),
    }
}

fn places(checked: &Checked) {
    let Checked { register, report, .. } = checked;
    let sources = &register.tree.sources;
    let mut seen = HashSet::new();
    for finding in report.findings.iter().chain(&report.suppressed) {
        place(sources, finding.loc);
        finding.notes.iter().for_each(|(loc, _)| place(sources, *loc));
        assert!(!finding.message.is_empty(), "{} says nothing", finding.rule.code);
        assert!(seen.insert(finding.fingerprint.as_str()), "{} stands twice", finding.fingerprint);
    }
    for problem in &register.problems {
        place(sources, problem.loc);
    }
    texts(&register.tree, register);
}

fn texts(tree: &Tree, register: &Register) {
    for prose in register.prose() {
        place(&tree.sources, tree.loc(prose.node));
        place(&tree.sources, tree.short(prose.node));
        place(&tree.sources, tree.key_loc(prose.node));
    }
    for reference in register.references() {
        place(&tree.sources, tree.short(reference.node));
    }
}

fn place(sources: &Sources, loc: Loc) {
    let text = &sources.get(loc.file).text;
    let (start, end) = (loc.start as usize, loc.end as usize);
    assert!(text.get(start..end).is_some(), "{start}..{end} is no part of a text of {} bytes", text.len());
    let (first, last) = sources.span(loc);
    assert!(first.line >= 1 && first.column >= 1 && first <= last, "{first:?} to {last:?}");
}
