//! `docs/records.md` says what the JSON of records holds. Its tables are written from what the program makes, and what people
//! wrote there is compared with it. `SNAPSHOTS=overwrite cargo test` writes them anew.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::common::documents::{folders, law, read};
use crate::common::{DAY, privreg, root, scratch, snapshot};
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::records::{By, Cell, Choices, Column, Kind, LAYOUTS, Sheet, Standing, chosen_sheet, json, layout};
use privreg::render::words::Words;
use privreg::{Register, Sources};
use serde_json::Value;

const PAGE: &str = "docs/records.md";

/// What no register of the project has: a department, a joint controller, more customers than fit in a cell, and a sub-processor
/// that they can object to.
const OTHERS: &str = "
organisation: {name: Nordlys AS, country: NO}
activities: {care: {department: Care, joint_controllers: [with-bo]}}
joint_controllers: {with-bo: {parties: [us, bo]}}
recipients:
  bo: {name: Bo AS, role: joint-controller, does: x, country: NO}
  host: {name: Host, role: processor, does: keeps copies, country: NO, since: 2027-01-01}
processing_for:
  help:
    name: Help
    changed: 2026-11-01
    controllers: [{name: A}, {name: B}, {name: C}, {name: D}, {name: E}, {name: F, since: 2020-01-01, contact: F, dpo: G, representative: H}]
    subprocessors: {host: {object_before: 2026-12-24}}
";

/// Every table of every register, as readers may choose it.
fn sheets() -> Vec<Sheet> {
    let mut sources = Sources::default();
    sources.add("privreg.yaml", "privreg.yaml", OTHERS);
    let registers = folders().map(|folder| read(&folder)).chain([Register::read(sources)]);
    let choices = [
        Choices::default(),
        Choices { by: By::System, ..Choices::default() },
        Choices { redact_controllers: true, ..Choices::default() },
    ];
    let mut all = Vec::new();
    for register in registers {
        let (law, relations) = (law(), Relations::of(&register));
        let maker = Maker::new(&register, &law, &relations, Words::of("en").expect("a language"));
        for kind in Kind::ALL {
            all.extend(choices.map(|choices| chosen_sheet(&maker, kind, Standing::default(), choices)));
            let mut own = layout(LAYOUTS[0]).expect("a layout").applied(
                &maker,
                kind,
                chosen_sheet(&maker, kind, Standing::default(), choices[0]),
            );
            own.stamp("Draft".into(), "Draft".into());
            all.push(own);
        }
    }
    all
}

fn form(cell: &Cell) -> Option<&'static str> {
    match cell {
        Cell::Text(_) => Some("text"),
        Cell::Lines(_) => Some("list"),
        Cell::Date(_) => Some("day"),
        Cell::Coded(..) => Some("coded"),
        Cell::None(_) => None,
    }
}

/// A column, and the forms that its values were seen in.
struct Seen {
    column: Column,
    forms: BTreeSet<&'static str>,
}

fn look(seen: &mut Vec<Seen>, columns: &[Column], rows: &[Vec<Cell>]) {
    let mut after = 0;
    for (at, column) in columns.iter().enumerate() {
        let place = seen.iter().position(|own| own.column.key == column.key).unwrap_or_else(|| {
            seen.insert(after, Seen { column: column.clone(), forms: BTreeSet::new() });
            after
        });
        seen[place].forms.extend(rows.iter().filter_map(|row| form(&row[at])));
        after = place + 1;
    }
}

fn documents(sheets: &[Sheet]) -> String {
    let mut text = "| `kind` | Document | Files |\n|---|---|---|\n".to_owned();
    for sheet in firsts(sheets) {
        let stems: BTreeSet<&str> = sheets.iter().filter(|own| own.id == sheet.id).map(|own| own.stem.as_str()).collect();
        let ending = format!("-{}", LAYOUTS[0]);
        let files: Vec<String> = stems
            .into_iter()
            .map(|stem| match stem.strip_suffix(&ending) {
                Some(plain) => format!("`{plain}-LAYOUT.LANG.json`"),
                None => format!("`{stem}.LANG.json`"),
            })
            .collect();
        writeln!(text, "| `{}` | {} | {} |", sheet.id, sheet.title, files.join(", ")).expect("a string");
    }
    text
}

/// One table of each kind.
fn firsts(sheets: &[Sheet]) -> impl Iterator<Item = &Sheet> {
    let mut ids = BTreeSet::new();
    sheets.iter().filter(move |sheet| ids.insert(sheet.id))
}

fn columns(sheets: &[Sheet]) -> String {
    let mut text = String::new();
    for first in firsts(sheets) {
        let (mut rows, mut further): (Vec<Seen>, Vec<(&str, Vec<Seen>)>) = Default::default();
        for sheet in sheets.iter().filter(|sheet| sheet.id == first.id) {
            look(&mut rows, &sheet.columns, &sheet.rows);
            for annex in &sheet.annexes {
                let place = further.iter().position(|(key, _)| *key == annex.key).unwrap_or_else(|| {
                    further.push((annex.key, Vec::new()));
                    further.len() - 1
                });
                look(&mut further[place].1, &annex.columns, &annex.rows);
            }
        }
        table(&mut text, &format!("`{}`", first.id), &rows);
        for (key, seen) in &further {
            table(&mut text, &format!("`{}`, `tables.{key}`", first.id), seen);
        }
    }
    text
}

fn table(text: &mut String, heading: &str, seen: &[Seen]) {
    writeln!(text, "### {heading}\n\n| Key | In English | Demanded by | Form |\n|---|---|---|---|").expect("a string");
    for Seen { column, forms } in seen {
        let forms: Vec<&str> = forms.iter().copied().collect();
        writeln!(text, "| `{}` | {} | {} | {} |", column.key, column.name, column.source, forms.join(" or ")).expect("a string");
    }
    text.push('\n');
}

/// A real file with the first two columns, and of its rows the first.
fn example() -> String {
    let out = scratch("records-page");
    let given = ["render", "retention", "examples/minimal", "--format", "json", "--as-of", DAY];
    let run = privreg(&[&given[..], &["--out", out.to_str().expect("a path")]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let text = std::fs::read_to_string(out.join("retention.en.json")).expect("a file");
    let mut whole: Value = serde_json::from_str(&text).expect("JSON");
    whole["columns"].as_array_mut().expect("a list").truncate(2);
    whole["rows"].as_array_mut().expect("a list").truncate(1);
    let short = serde_json::to_string_pretty(&whole).expect("JSON");
    format!("The first two columns and the first row of `privreg {}`:\n\n```json\n{short}\n```\n", given.join(" "))
}

/// A page with another text between two marks.
fn between(page: &str, name: &str, text: &str) -> String {
    let (begin, end) = (format!("<!-- begin {name} -->\n"), format!("<!-- end {name} -->"));
    let (before, rest) = page.split_once(&begin).expect("a first mark");
    let (_, after) = rest.split_once(&end).expect("a last mark");
    format!("{before}{begin}{}\n{end}{after}", text.trim_end())
}

fn page() -> String {
    std::fs::read_to_string(root().join(PAGE)).expect("the page").replace("\r\n", "\n")
}

#[test]
fn the_tables_of_the_page_are_what_the_program_makes() {
    let sheets = sheets();
    let parts = [("documents", documents(&sheets)), ("columns", columns(&sheets)), ("example", example())];
    let new = parts.iter().fold(page(), |page, (name, text)| between(&page, name, text));
    snapshot(PAGE, &new);
}

/// The words between backticks in the first column of the table below a line that begins so.
fn keys(page: &str, above: &str) -> BTreeSet<String> {
    let (_, rest) = page.split_once(above).expect("the line above the table");
    let rows = rest.trim_start().lines().skip(2).take_while(|line| line.starts_with('|'));
    let firsts = rows.filter_map(|row| row.split('|').nth(1));
    firsts.flat_map(|first| first.split('`').skip(1).step_by(2).map(String::from).collect::<Vec<_>>()).collect()
}

#[test]
fn the_keys_of_the_page_are_those_of_the_files() {
    let (page, sheets) = (page(), sheets());
    let wholes = || sheets.iter().map(|sheet| serde_json::from_slice::<Value>(&json(sheet)).expect("JSON"));
    let of = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&page, "## The file\n"), wholes().flat_map(|whole| of(&whole)).collect());
    assert_eq!(keys(&page, "In the head:\n"), wholes().flat_map(|whole| of(&whole["head"])).collect());
    for key in wholes().flat_map(|whole| [of(&whole["lead"]), of(&whole["tables"])].concat()) {
        assert!(page.contains(&format!("`{key}`")), "{key}");
    }
    let coded = sheets.iter().flat_map(|sheet| {
        let of = |row: &Vec<Cell>| {
            let coded = sheet.columns.iter().zip(row).filter(|(_, cell)| matches!(cell, Cell::Coded(..)));
            coded.map(|(column, _)| column.key.to_owned()).collect::<Vec<_>>()
        };
        sheet.rows.iter().flat_map(of)
    });
    assert_eq!(keys(&page, "What is coded:\n"), coded.collect());
    let version = wholes().next().expect("a file")["format_version"].as_str().expect("a version").to_owned();
    assert!(page.contains(&format!("Version {version} ")), "the page does not say what {version} added");
}
