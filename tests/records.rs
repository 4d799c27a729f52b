//! Records and reports: complete as Art. 30 asks, harmless in every form, and the same bytes each time.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use std::fs;
use std::path::Path;

use crate::common::documents::{HOSTILE, REPAIRED, engine, folders, law, read, with_texts, words_of_docx};
use crate::common::{DAY, privreg, root, scratch};
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::docx::docx;
use privreg::render::engine::{Form, STYLE};
use privreg::render::page::Page;
use privreg::render::records::{
    By, Cell, Choices, Dialect, Kind, LAYOUTS, Request, Sheet, Standing, access_reply, board, checklist, chosen_sheet, csv,
    dashboard, data_map, json, layout, mermaid, page, sheet,
};
use privreg::render::words::Words;
use privreg::{Options, Register, check};

fn with_maker<T>(register: &Register, lang: &str, body: impl FnOnce(&Maker<'_>) -> T) -> T {
    let law = law();
    let relations = Relations::of(register);
    body(&Maker::new(register, &law, &relations, Words::of(lang).expect("a language")))
}

/// Every table, as it is and as readers may choose it.
fn sheets(maker: &Maker<'_>, standing: Standing) -> Vec<Sheet> {
    let chosen = [
        (Kind::Retention, Choices { by: By::System, ..Choices::default() }),
        (Kind::ProcessorRecord, Choices { redact_controllers: true, ..Choices::default() }),
    ];
    let plain = Kind::ALL.into_iter().map(|kind| (kind, Choices::default()));
    plain.chain(chosen).map(|(kind, choices)| chosen_sheet(maker, kind, standing, choices)).collect()
}

/// All pages that are not for the public, and the public ones among the records.
fn pages(maker: &Maker<'_>) -> Vec<(Page, bool)> {
    let report = check(maker.register, maker.law, &Options::default());
    let standing = Standing::of(&report);
    let tables = sheets(maker, standing).into_iter().map(|sheet| (page(maker, &sheet), sheet.is_public));
    let state = [dashboard(maker, &report), board(maker, &report)];
    let request = Request::default();
    let internal =
        [access_reply(maker, &request), checklist(maker, standing, &request), data_map(maker, standing)].into_iter().chain(state);
    tables.chain(internal.map(|page| (page, false))).collect()
}

/// What Art. 30(1)(a)-(g) and 30(2)(a)-(d) ask for, by column.
const DEMANDED: [(Kind, &[&str]); 2] = [
    (Kind::ControllerRecord, &["controller", "purposes", "people", "data", "recipients", "transfers", "erasure", "security"]),
    (Kind::ProcessorRecord, &["processor", "customers", "work", "transfers", "security"]),
];

#[test]
fn the_records_hold_every_item_that_the_law_lists() {
    let mut rows = [0, 0];
    for folder in REPAIRED.map(|name| format!("registers/repaired/{name}")) {
        let register = read(&folder);
        for (count, (kind, keys)) in rows.iter_mut().zip(DEMANDED) {
            let sheet = with_maker(&register, "en", |maker| sheet(maker, kind, Standing::default()));
            *count += sheet.rows.len();
            for key in keys {
                let at = sheet.columns.iter().position(|column| column.key == *key).unwrap_or_else(|| panic!("no column {key}"));
                assert!(sheet.columns[at].is_mandatory(), "{key} is demanded");
                for row in &sheet.rows {
                    assert!(!row[at].text().trim().is_empty(), "{folder}: {key} of {} is blank", row[0].text());
                    // Transfers may be none, and say so; nothing else may be missing.
                    assert!(*key == "transfers" || !row[at].is_none(), "{folder}: {key} of {}", row[0].text());
                }
            }
        }
    }
    assert!(rows.iter().all(|count| *count > 0), "{rows:?} rows were looked at");
}

#[test]
fn no_cell_is_blank() {
    for folder in folders() {
        let register = read(&folder);
        for lang in ["en", "nb", "sv"] {
            for sheet in with_maker(&register, lang, |maker| sheets(maker, Standing::default())) {
                for row in &sheet.rows {
                    assert_eq!(row.len(), sheet.columns.len(), "{folder}: {}", sheet.id);
                    assert!(row.iter().all(|cell| !cell.text().trim().is_empty()), "{folder}: {} in {lang}: {row:?}", sheet.id);
                }
            }
        }
    }
}

#[test]
fn hostile_texts_are_only_texts() {
    let in_tag = regex::Regex::new("<[^>]*onmouseover").expect("a pattern");
    let values = regex::Regex::new(r#"="[^"]*""#).expect("a pattern");
    let mut carried = 0;
    for folder in ["examples/minimal", "examples/saas", "registers/repaired/aize"] {
        let register = with_texts(folder, |_, _| Some(HOSTILE.to_owned()));
        with_maker(&register, "en", |maker| {
            for (page, _) in pages(maker) {
                let html = engine().render(&page, Form::Html, STYLE).expect("a page");
                for forbidden in ["<script", "href=\"javascript", "</style> <!--", "<!-- "] {
                    assert!(!html.contains(forbidden), "{folder}: {forbidden} in {}", page.stem);
                }
                assert!(!in_tag.is_match(&values.replace_all(&html, "")), "{folder}: an attribute of the text's own");
                carried += html.matches("&lt;script&gt;").count();
                words_of_docx(&docx(&page).expect("a document"));
                let markdown = engine().render(&page, Form::Markdown, STYLE).expect("a page");
                let mut shown = String::new();
                pulldown_cmark::html::push_html(
                    &mut shown,
                    pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::ENABLE_TABLES),
                );
                for forbidden in ["<script", "href=\"javascript"] {
                    assert!(!shown.contains(forbidden), "{folder}: {forbidden} in {}.md", page.stem);
                }
            }
            // A quote would end a Mermaid label; a closing tag would end its page.
            let drawn = mermaid(maker, Standing::default(), None);
            assert!(!drawn.contains("<script") && !drawn.contains("\" onmouseover"), "{drawn}");
        });
    }
    assert!(carried > 50, "the texts reached the pages: {carried}");
}

#[test]
fn nothing_internal_is_published() {
    let mut seen_inside = false;
    for folder in folders() {
        let register = with_texts(&folder, |_, is_public| (!is_public).then(|| "canary-17".to_owned()));
        with_maker(&register, "en", |maker| {
            for (page, is_public) in pages(maker) {
                let html = engine().render(&page, Form::Html, STYLE).expect("a page");
                assert!(!is_public || !html.contains("canary-17"), "{folder}: {}", page.stem);
                assert_eq!(html.contains("noindex"), !is_public, "{folder}: {}", page.stem);
                seen_inside |= html.contains("canary-17");
                let word = words_of_docx(&docx(&page).expect("a document"));
                assert!(!is_public || !word.contains("canary-17"), "{folder}: {} in Word", page.stem);
            }
        });
    }
    assert!(seen_inside, "internal pages show what the public ones must not");
}

#[test]
fn slots_of_a_letter_are_marked_in_word_and_only_there() {
    let register = read("examples/saas");
    with_maker(&register, "nb", |maker| {
        for (page, count) in [(access_reply(maker, &Request::default()), 5), (data_map(maker, Standing::default()), 0)] {
            let bytes = docx(&page).expect("a document");
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
            let text = std::io::read_to_string(archive.by_name("word/document.xml").expect("a document")).expect("UTF-8");
            let marked = text.matches("<w:rStyle w:val=\"Slot\"/>").count();
            assert!(if count == 0 { marked == 0 } else { marked >= count }, "{}: {marked}", page.stem);
            assert_eq!(marked, text.matches("[[").count(), "{}", page.stem);
        }
    });
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let mut defused = 0;
    for start in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
        let register = with_texts("examples/saas", |_, _| Some(start.to_owned()));
        with_maker(&register, "nb", |maker| {
            for sheet in sheets(maker, Standing::default()) {
                for (dialect, delimiter) in [(Dialect::Rfc4180, b','), (Dialect::Excel, b';')] {
                    let bytes = csv(&sheet, dialect, "nb");
                    assert_eq!(bytes.starts_with("\u{FEFF}".as_bytes()), dialect == Dialect::Excel);
                    let text = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes);
                    let mut reader = ::csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text);
                    assert_eq!(reader.headers().expect("a head").len(), sheet.columns.len());
                    for record in reader.records() {
                        for cell in &record.expect("a record") {
                            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}: {cell:?}", sheet.id);
                            defused += usize::from(cell.starts_with('\''));
                        }
                    }
                }
            }
        });
    }
    assert!(defused > 10, "{defused} cells were defused");
}

#[test]
fn lists_are_arrays_however_many_there_are() {
    let register = read("registers/repaired/attend");
    for sheet in with_maker(&register, "en", |maker| sheets(maker, Standing::default())) {
        let whole: serde_json::Value = serde_json::from_slice(&json(&sheet)).expect("JSON");
        assert_eq!(whole["rows"].as_array().map(Vec::len), Some(sheet.rows.len()));
        for (row, cells) in whole["rows"].as_array().expect("rows").iter().zip(&sheet.rows) {
            for (column, cell) in sheet.columns.iter().zip(cells) {
                let value = &row[column.key];
                match cell {
                    Cell::Lines(lines) => assert_eq!(value.as_array().map(Vec::len), Some(lines.len()), "{}", column.key),
                    Cell::Text(_) | Cell::Date(_) => assert!(value.is_string(), "{}", column.key),
                    Cell::Coded(text, own) => assert_eq!((&value["text"], &value["value"]), (&text.as_str().into(), own)),
                    Cell::None(_) => assert!(value.is_null(), "{}", column.key),
                }
            }
        }
    }
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let mut files: Vec<_> = entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file")))
        .collect();
    files.sort();
    files
}

#[test]
fn everything_is_written_twice_with_the_same_bytes_and_listed() {
    let folder = scratch("records-all");
    let register = root().join("registers/repaired/attend");
    let [one, two] = ["one", "two"].map(|name| {
        let out = folder.join(name);
        let args = ["render", "all", register.to_str().expect("a path"), "--as-of", DAY, "--out", out.to_str().expect("a path")];
        let run = privreg(&args);
        assert_eq!(run.code, 0, "{}", run.err);
        files(&out)
    });
    assert_eq!(one.iter().map(|(name, _)| name).collect::<Vec<_>>(), two.iter().map(|(name, _)| name).collect::<Vec<_>>());
    for ((name, first), (_, second)) in one.iter().zip(&two) {
        assert!(first == second, "{name} differs");
    }
    for name in ["access-reply.en.docx", "art30-controller.en.docx", "privacy.en.docx"] {
        assert!(one.iter().any(|(own, _)| own == name), "{name} is compared as well");
    }
    let manifest = one.iter().find(|(name, _)| name == "manifest.json").expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest.1).expect("JSON");
    let index = one.iter().find(|(name, _)| name == "index.html").expect("an index");
    let index = String::from_utf8_lossy(&index.1);
    for (name, _) in one.iter().filter(|(name, _)| name != "manifest.json") {
        assert!(manifest["documents"][name]["sha256"].is_string(), "{name} is not in the manifest");
        assert!(name == "index.html" || index.contains(&format!("href=\"{name}\"")), "{name} is not in the index");
    }
}

#[test]
fn a_layout_orders_and_names_columns_and_nothing_else() {
    let register = read("registers/repaired/attend");
    for id in LAYOUTS {
        let layout = layout(id).expect("a layout");
        assert!(layout.source.len() > 40 && !layout.authority.is_empty(), "{id} names its source");
        for (kind, demanded) in DEMANDED {
            with_maker(&register, "en", |maker| {
                let plain = sheet(maker, kind, Standing::default());
                if !layout.is_for(kind) {
                    assert_eq!((id, kind), ("dk", Kind::ProcessorRecord));
                    return;
                }
                let named: Vec<&str> = layout.headings(kind).iter().map(|heading| heading.column.as_str()).collect();
                assert!(demanded.iter().all(|key| named.contains(key)), "{id}: an item of Art. 30 has no title: {named:?}");
                let own = layout.applied(maker, kind, plain.clone());
                let keys: Vec<&str> = own.columns.iter().map(|column| column.key).collect();
                assert_eq!(keys[..named.len()], named[..], "{id}: order, and every column exists");
                assert_eq!((keys.len(), own.rows.len()), (plain.columns.len(), plain.rows.len()), "{id}");
                for (at, column) in plain.columns.iter().enumerate() {
                    let to =
                        keys.iter().position(|key| *key == column.key).unwrap_or_else(|| panic!("{id} drops {}", column.key));
                    assert_eq!(own.columns[to].source, column.source, "{id}: what is mandatory stays so");
                    assert!(own.rows.iter().zip(&plain.rows).all(|(own, plain)| own[to] == plain[at]), "{id}: {}", column.key);
                }
                assert!(own.head.iter().any(|fact| fact.key == "layout"), "{id} is named in the head");
            });
        }
    }
}

#[test]
fn keys_of_json_are_the_same_in_every_language() {
    let register = read("registers/repaired/attend");
    let keys = |lang: &str, at: usize| {
        let bytes = with_maker(&register, lang, |maker| json(&sheets(maker, Standing::default())[at]));
        let whole: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let keys = |part: &str| whole[part].as_object().expect("a map").keys().cloned().collect::<Vec<_>>();
        assert_eq!(whole["head"]["day"]["value"], DAY);
        let columns: Vec<_> = whole["columns"].as_array().expect("columns").iter().map(|own| own["key"].to_string()).collect();
        (keys("head"), keys("lead"), columns)
    };
    for at in 0..with_maker(&register, "en", |maker| sheets(maker, Standing::default()).len()) {
        assert_eq!(keys("en", at), keys("nb", at));
        assert_eq!(keys("en", at), keys("sv", at));
    }
}

#[test]
fn pages_of_large_registers_stay_small() {
    let mut sources = privreg::Sources::default();
    for (name, text) in crate::registers::register(200, crate::registers::Layout::OneFile) {
        sources.add(name.clone(), name, text);
    }
    let register = Register::read(sources);
    assert_eq!(register.activities.len(), 200);
    with_maker(&register, "en", |maker| {
        let report = check(maker.register, maker.law, &Options::default());
        let size = |page: &Page| {
            let html = engine().render(page, Form::Html, STYLE).expect("a page");
            assert!((0..200).all(|number| html.contains(&format!("Customer support {number}"))), "all activities are on it");
            html.len()
        };
        let first = size(&dashboard(maker, &report));
        assert!(first <= 400_000, "dashboard: {first} bytes");
        let record = size(&page(maker, &sheet(maker, Kind::ControllerRecord, Standing::of(&report))));
        assert!(record <= 1_000_000, "record: {record} bytes");
    });
}

#[test]
fn periods_are_iso_8601_for_programs() {
    let register = read("examples/saas");
    let durations = |lang: &str| {
        let bytes = with_maker(&register, lang, |maker| json(&sheet(maker, Kind::Retention, Standing::default())));
        let whole: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let rows = whole["rows"].as_array().expect("rows");
        let mut all: Vec<String> = rows.iter().map(|row| row["period"]["value"]["main"]["duration"].to_string()).collect();
        all.sort();
        all
    };
    let iso = regex::Regex::new(r#"^"P(\d+[YMWD])*(T(\d+[HMS])+)?"$"#).expect("a pattern");
    let english = durations("en");
    assert!(english.iter().filter(|own| iso.is_match(own)).count() * 2 > english.len(), "{english:?}");
    assert!(english.iter().all(|own| own == "null" || iso.is_match(own)), "{english:?}");
    assert_eq!(english, durations("nb"));
}
