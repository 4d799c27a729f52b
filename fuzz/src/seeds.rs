//! Inputs to begin with, from the project's own registers, starters and examples of rules; and words to put into them.

#![allow(clippy::disallowed_methods, reason = "reads the registers of the project")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use privreg::countries;
use privreg::decode::{PLACE_WORDS, Shape, reachable};
use privreg::output::{Checked, Format, Style, render};
use privreg::register::SECTIONS;
use privreg::render::engine::{STYLE, TEMPLATES};
use privreg::rules;

use super::findings::checked;
use super::texts::{AS_OF, DAY, FILE, joined, law, split};

const BASE: &str = include_str!("../../src/rules/base/privreg.yaml");
const ACTIVITY: &str = include_str!("../../src/rules/base/activity.yaml");

/// A register in which rules of several families find something.
pub const WITH_FINDINGS: &str = "#== privreg.yaml
organisation: {name: Nordlys AS, country: NO}
#== shared.yaml
recipients:
  crm: {name: CRM Inc, role: processor, country: US, stored_in: [US]}
activities:
  care:
    name: Care
    data_subjects: [customers]
    data_categories: [contact-details, health]
    retention: as long as needed
    purposes: {answer: {name: Various purposes, legal_basis: consent}}
    recipients: [crm]
";

/// The folder of the project, whichever crate this is compiled into.
fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    if own.join("registers").is_dir() { own.to_owned() } else { own.join("..") }
}

/// All files of a register as one input.
pub fn whole(folder: &str) -> Vec<u8> {
    let loaded = privreg::io::load(&root().join(folder)).expect("a register of the project");
    let sources = &loaded.sources;
    joined(sources.ids().map(|id| sources.get(id)).map(|source| (source.relative.as_str(), source.text.as_str())))
}

/// Registers of the project, the small ones first.
fn registers() -> Vec<Vec<u8>> {
    let folders = ["minimal", "clinic", "association", "processor", "shop", "saas"].map(|name| format!("examples/{name}"));
    folders.iter().map(|folder| whole(folder)).collect()
}

/// Examples of all rules, with the parts that every register needs.
pub fn files() -> Vec<Vec<u8>> {
    let mut all = vec![joined([("privreg.yaml", BASE), ("activities/example.yaml", ACTIVITY)])];
    all.extend(examples().into_iter().map(|files| {
        let mut files = files;
        if !files.iter().any(|(name, _)| name.starts_with("privreg.")) {
            files.insert(0, ("privreg.yaml".into(), BASE.into()));
        }
        if !files.iter().any(|(_, text)| text.contains("activities:")) && !files.iter().any(|(name, _)| name.contains('/')) {
            files.push(("activities/example.yaml".into(), ACTIVITY.into()));
        }
        files.push(("notices.yaml".into(), "notices: {own: {covers: all, published: 2026-09-02, version: \"1\"}}".into()));
        joined(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
    }));
    all.extend(registers());
    all
}

fn examples() -> Vec<Vec<(String, String)>> {
    let all = rules::all().iter().flat_map(|rule| ["Bad", "Good"].map(|heading| rule.examples(heading))).flatten();
    all.map(|example| example.files.into_iter().map(|file| (file.name, file.text)).collect()).collect()
}

fn single(ending: &str) -> Vec<Vec<u8>> {
    let of_examples =
        examples().into_iter().flatten().filter(|(name, _)| name.ends_with(ending)).map(|(_, text)| text.into_bytes());
    let of_registers = registers().into_iter().flat_map(|input| split(&input)).filter(|(name, _)| name.ends_with(ending));
    of_examples.chain(of_registers.map(|(_, bytes)| bytes)).filter(|bytes| bytes.len() < 16 * 1024).collect()
}

pub fn yaml() -> Vec<Vec<u8>> {
    single(".yaml")
}

pub fn toml() -> Vec<Vec<u8>> {
    single(".toml")
}

pub fn scalars() -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = values().iter().map(|value| value.as_bytes().to_vec()).collect();
    all.push(b"2 years after contract-end, at most 3 years after last-contact\nUS\n2026-02-29".to_vec());
    all
}

pub fn settings() -> Vec<Vec<u8>> {
    [
        "organisation: {name: A, country: NO}\nsettings: {rules: {PR2: off, PR601: error, all: note}, fail_on: warning}\n",
        "suppress:\n  - {rule: PR601, for: recipients.crm, reason: Mechanism is being signed this week, until: 2026-12-31}\n",
        "suppress:\n  - {rule: PR2, for: activities.care, reason: short}\n  - {rule: no-such-rule, for: x}\n",
    ]
    .iter()
    .map(|text| text.as_bytes().to_vec())
    .collect()
}

pub fn baselines() -> Vec<Vec<u8>> {
    let found: Checked = checked(&split(WITH_FINDINGS.as_bytes()), &law(b""), &privreg::Options::default());
    let whole = render(Format::Json, std::slice::from_ref(&found), &Style::default());
    let short = found.report.findings.first().map_or("", |finding| finding.fingerprint.as_str());
    vec![whole.into_bytes(), format!("{{\"findings\":[{{\"fingerprint\":\"{short}\"}}]}}").into_bytes(), b"{}".to_vec()]
}

pub fn lists() -> Vec<Vec<u8>> {
    let register = String::from_utf8(whole("examples/minimal")).expect("UTF-8");
    vec![
        b"country=US\nid,name\n-id\nactivities.support.purposes".to_vec(),
        b"stored-in=\n\nname\nrecipients".to_vec(),
        format!("id=newsletter\nid\nid\nnewsletter\n{register}").into_bytes(),
    ]
}

pub fn templates() -> Vec<Vec<u8>> {
    let shipped = (0u8..).zip(TEMPLATES).map(|(at, (_, text))| [&[at], text.as_bytes()].concat());
    let small = [
        "{{ title }}",
        "{% for s in sections %}{{ s.heading | upper }}{% endfor %}",
        "{% include \"page.md\" %}",
        "{{ foot | md }}",
    ];
    shipped.chain(small.iter().map(|text| [b"\x01", text.as_bytes()].concat())).collect()
}

pub fn styles() -> Vec<Vec<u8>> {
    vec![STYLE.as_bytes().to_vec(), b"p { color: red }".to_vec(), b"<\\/style><script>".to_vec()]
}

/// Names of fields and values of the format, and marks of inputs.
pub fn words() -> Vec<String> {
    let mut words: BTreeSet<String> = values().into_iter().collect();
    let tables = reachable(SECTIONS.iter().map(|section| (section.table)()));
    words.extend(tables.iter().flat_map(|table| table.fields()).map(|field| format!("{}: ", field.name)));
    words.extend(tables.iter().flat_map(|table| table.fields()).map(|field| format!("{} = ", field.name)));
    for section in SECTIONS {
        words.insert(format!("\n{}:\n  ", section.name));
        words.insert(format!("\n[{}.a]\n", section.name));
    }
    for name in ["privreg.yaml", "privreg.toml", "activities/a.yaml", "activities/a.toml", "processing-for/b.yaml", "c.yaml"] {
        words.insert(format!("\n{FILE}{name}\n"));
    }
    words.insert(format!("\n{AS_OF}{DAY}\n"));
    let marks = [
        "\n  ", "\n    - ", ": ", "{", "}", "[", "]", ", ", "\"", "'", "|\n", ">-\n", "&a ", "*a", "!t ", "<<: ", "---\n", "# ",
        "\u{feff}", "\u{202e}", "\\e[31m", "\\u0000", "<script>", "{{ 7 }}", "{% if ", " %}", "\r\n", "\t", "é", "🦀",
    ];
    words.extend(marks.iter().map(|mark| (*mark).to_owned()));
    words.into_iter().collect()
}

/// Values that some field of the format takes.
fn values() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for field in reachable(SECTIONS.iter().map(|section| (section.table)())).iter().flat_map(|table| table.fields()) {
        collect(&(field.shape)(), &mut found);
    }
    found.extend(PLACE_WORDS.iter().map(|(word, ..)| (*word).to_owned()));
    found.extend(countries::all().map(|(code, _)| code.to_owned()).take(20));
    let own = [
        "yes",
        "no",
        "none",
        "TODO",
        "0001-01-01",
        "9999-12-31",
        "2024-02-29",
        "4294967295 years",
        "P2Y",
        "PT72H",
        "1 day",
        "at most 2 years",
        "until contract-end or account-closed",
        "2 years after contract-end",
        "bokføringsloven § 13",
        "Art. 6(1)(c) GDPR",
        "2018:218 3:10",
        "a@b.no",
        "+47 22 00 00 00",
        "https://a.no",
        "UK",
    ];
    found.extend(own.iter().map(|word| (*word).to_owned()));
    found
}

fn collect(shape: &Shape, found: &mut BTreeSet<String>) {
    match shape {
        Shape::Values(info) => found.extend(info.values.iter().map(|value| value.id.to_owned())),
        Shape::Ref(_, words) => found.extend(words.iter().map(|word| (*word).to_owned())),
        Shape::Word(word) => drop(found.insert((*word).to_owned())),
        Shape::Scalar(_, example) => found.extend(example.split(", ").map(str::to_owned)),
        Shape::List(inner) => collect(inner, found),
        Shape::Map(key, value) => {
            collect(key, found);
            collect(value, found);
        }
        Shape::Either(all) => all.iter().for_each(|inner| collect(inner, found)),
        _ => {}
    }
}
