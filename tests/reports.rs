//! The command `render` and its reports: which options fit which document, and what is written for whom.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::common::documents::{HOSTILE, engine, folders, law, read, words_of_docx};
use crate::common::{DAY, Run, privreg, scratch, write};
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::engine::{Form, STYLE};
use privreg::render::page::{Block, Page};
use privreg::render::records::{By, Choices, Kind, Sheet, Standing, board, chosen_sheet, dashboard, json};
use privreg::render::words::Words;
use privreg::{Options, Register, Sources, check};
use serde_json::Value;

/// Renders into a folder of its own, and says which files are there.
fn render(name: &str, arguments: &[&str]) -> (Run, BTreeSet<String>) {
    let out = scratch(name);
    let mut all = vec!["render"];
    all.extend(arguments);
    all.extend(["--as-of", DAY, "--out", out.to_str().expect("a path")]);
    let run = privreg(&all);
    (run, names(&out))
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    entries.map(|name| name.to_string_lossy().into_owned()).filter(|name| name != "manifest.json").collect()
}

const TARGETS: [&str; 12] = [
    "policy",
    "cookies",
    "short",
    "art30-controller",
    "art30-processor",
    "subprocessors",
    "retention",
    "transfers",
    "dpia",
    "access-reply",
    "data-map",
    "dashboard",
];

#[test]
fn a_form_is_written_or_refused_and_never_passed_over() {
    for target in TARGETS {
        let folder = if target == "cookies" { "examples/shop" } else { "examples/processor" };
        let mut arguments = vec![target, folder, "--lang", "en"];
        if target == "short" {
            arguments.extend(["--activity", "customers"]);
        }
        let (run, all) = render("forms-all", &arguments);
        assert_eq!(run.code, 0, "{target}: {}", run.err);
        let endings: BTreeSet<&str> = all.iter().filter_map(|name| name.rsplit('.').next()).collect();
        for form in ["md", "html", "csv", "json", "xlsx", "docx", "svg", "mmd", "dot"] {
            let (run, files) = render("forms-one", &[&arguments[..], &["--format", form]].concat());
            if endings.contains(form) {
                assert_eq!(run.code, 0, "{target} as {form}: {}", run.err);
                let own: BTreeSet<String> = all.iter().filter(|name| name.ends_with(&format!(".{form}"))).cloned().collect();
                assert_eq!(files, own, "{target} as {form}");
            } else {
                assert_eq!((run.code, files.len()), (2, 0), "{target} as {form} wrote {files:?}");
                assert!(run.err.contains(&format!("{target} can be written as ")), "{}", run.err);
                assert_eq!(run.err.trim_end().lines().count(), 1, "{}", run.err);
            }
        }
    }
}

#[test]
fn an_option_that_a_document_does_not_know_names_those_that_do() {
    let svg = privreg(&["render", "policy", "examples/saas", "--stdout", "--format", "svg"]);
    assert_eq!((svg.code, svg.out.as_str()), (2, ""));
    assert_eq!(svg.err, "privreg: --format svg is for data-map; policy can be written as md, html or docx\n");
    for (target, option, value, knowing) in [
        ("policy", "--layout", "no", "art30-controller and art30-processor"),
        ("cookies", "--notice", "customers", "policy"),
        ("transfers", "--audience", "customers", "policy and dashboard"),
        ("retention", "--activity", "support", "short"),
        ("dpia", "--detail", "legal", "policy"),
        ("transfers", "--by", "system", "retention"),
        ("subprocessors", "--redact-controllers", "", "art30-processor"),
        ("data-map", "--csv-dialect", "excel", "subprocessors, retention, transfers and dpia"),
    ] {
        let given = [option, value];
        let given = if value.is_empty() { &given[..1] } else { &given[..] };
        let run = privreg(&[&["render", target, "examples/saas", "--stdout"], given].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{target} {option}");
        assert!(run.err.starts_with(&format!("privreg: {option} is for ")), "{}", run.err);
        assert!(run.err.ends_with(&format!("{knowing}\n")), "{}", run.err);
    }
    let processor = privreg(&["render", "art30-processor", "examples/processor", "--stdout", "--layout", "dk"]);
    assert_eq!(processor.code, 2);
    assert!(processor.err.contains("`dk` has no sheet for processors"), "{}", processor.err);
}

#[test]
fn everything_takes_every_option_for_the_documents_that_know_it() {
    let (run, files) = render(
        "options-all",
        &["all", "examples/processor", "--lang", "en", "--format", "csv", "--layout", "no", "--csv-dialect", "excel"],
    );
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(files.contains("art30-controller-no.en.csv") && files.contains("retention.en.csv"), "{files:?}");
    let (run, files) = render("options-short", &["all", "examples/processor", "--lang", "en", "--activity", "customers"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(files.contains("short-customers.en.html"), "{files:?}");
}

#[test]
fn a_register_without_cookies_does_not_say_that_there_are_none() {
    let (run, files) = render("no-cookies", &["cookies", "examples/saas", "--lang", "en"]);
    assert_eq!((run.code, files.len()), (2, 0), "{files:?}");
    assert!(run.err.contains("The register has no `cookies:`"), "{}", run.err);
    assert_eq!(run.err.trim_end().lines().count(), 1, "{}", run.err);
    let (run, files) = render("no-cookies-all", &["all", "examples/saas", "--lang", "en", "--format", "md"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(!files.contains("cookies.en.md") && files.contains("retention.en.md"), "{files:?}");
}

fn table(register: &Register, lang: &str, kind: Kind, choices: Choices) -> Sheet {
    let (law, relations) = (law(), Relations::of(register));
    let maker = Maker::new(register, &law, &relations, Words::of(lang).expect("a language"));
    chosen_sheet(&maker, kind, Standing::default(), choices)
}

/// Cells of a column, as words.
fn column(sheet: &Sheet, key: &str) -> Vec<String> {
    let at = sheet.columns.iter().position(|column| column.key == key).unwrap_or_else(|| panic!("no column {key}"));
    sheet.rows.iter().map(|row| row[at].text()).collect()
}

fn rows(sheet: &Sheet) -> Vec<Value> {
    let whole: Value = serde_json::from_slice(&json(sheet)).expect("JSON");
    whole["rows"].as_array().expect("rows").clone()
}

fn register(text: &str) -> Register {
    let mut sources = Sources::default();
    sources.add("privreg.yaml", "privreg.yaml", text);
    Register::read(sources)
}

/// Two activities that keep data of the same people, one of other people, and systems whose names sort by the language.
const KEPT: &str = "
organisation: {name: Prøve AS, country: NO, languages: [en, nb, sv]}
systems:
  aa: {name: Årkiv, run_by: us}
  zz: {name: Zebra, run_by: us}
activities:
  sales:
    name: Sales
    data_subjects: [customers]
    systems: [zz, aa]
    data_categories:
      contact-details: {period: 1 year after contract-end, method: automatic}
      invoices: {period: 10 years after financial-year-end, law: bokføringsloven § 13, method: automatic}
  support:
    name: Support
    data_subjects: [customers]
    systems: [zz]
    data_categories:
      contact-details: {period: 3 years after contract-end, method: manual, why: Cases come back}
  staff:
    name: Staff
    data_subjects: [employees]
    data_categories:
      contact-details: {period: 5 years after employment-end, method: automatic, why: Certificates}
      salary: until employment-end
  events:
    name: Events
    data_subjects: [customers]
    systems: [zz]
    data_categories:
      contact-details: {period: until withdrawal, method: automatic}
";

#[test]
fn a_schedule_by_system_has_a_row_for_each_system_the_longest_first() {
    let register = register(KEPT);
    let by = |lang: &str, by: By| table(&register, lang, Kind::Retention, Choices { by, ..Choices::default() });
    let sheet = by("nb", By::System);
    assert_eq!(sheet.columns[0].key, "system");
    assert!(sheet.columns.iter().all(|column| column.key != "systems"), "the system stands once");
    let found: Vec<(String, String)> = column(&sheet, "system").into_iter().zip(column(&sheet, "activity")).collect();
    let pairs: Vec<(&str, &str)> = found.iter().map(|(one, other)| (one.as_str(), other.as_str())).collect();
    let expected = [
        ("Zebra", "Events"),
        ("Zebra", "Sales"),
        ("Zebra", "Support"),
        ("Zebra", "Sales"),
        ("Årkiv", "Sales"),
        ("Årkiv", "Sales"),
        ("Ikke oppgitt", "Staff"),
        ("Ikke oppgitt", "Staff"),
    ];
    assert_eq!(pairs, expected);
    // Å is the last letter in Norwegian and an A in English.
    assert_eq!(column(&by("en", By::System), "system")[0], "Årkiv");
    assert_eq!(rows(&sheet)[0]["system"]["value"], "zz");
    let sheet = by("en", By::Activity);
    assert_eq!(column(&sheet, "activity"), ["Events", "Sales", "Sales", "Staff", "Staff", "Support"]);
    assert_eq!(column(&sheet, "systems")[1], "Zebra\nÅrkiv");
    let (run, files) = render("by-system", &["retention", "examples/saas", "--by", "system", "--format", "csv", "--lang", "en"]);
    assert_eq!((run.code, files.into_iter().collect::<Vec<_>>()), (0, vec!["retention-by-system.en.csv".to_owned()]));
}

#[test]
fn a_schedule_says_what_to_look_at_in_words_and_for_programs() {
    let register = register(KEPT);
    for lang in ["en", "nb", "sv"] {
        let sheet = table(&register, lang, Kind::Retention, Choices::default());
        let rows = rows(&sheet);
        let flags = |activity: &str, category: &str| {
            let row = rows.iter().find(|row| row["activity"] == activity && row["category"]["value"] == category);
            row.unwrap_or_else(|| panic!("{activity} {category}"))["flags"].clone()
        };
        // Longer than the law it cites, and nobody else keeps it.
        let invoices = flags("Sales", "invoices");
        assert_eq!(invoices["value"][0]["kind"], "above-law");
        assert_eq!(invoices["value"][0]["longest"], "P5Y");
        assert!(invoices["text"].as_str().is_some_and(|text| text.contains("bokføringsloven § 13")), "{invoices}");
        // Events have no number to compare with, so nobody is the longest.
        let support = flags("Support", "contact-details");
        let kinds: Vec<&Value> = support["value"].as_array().expect("flags").iter().map(|flag| &flag["kind"]).collect();
        assert_eq!(kinds, ["not-automatic", "differs"]);
        assert_eq!(support["value"][0]["method"], "manual");
        assert_eq!(support["value"][1]["longest"], Value::Null);
        // Other people's data are other data.
        assert_eq!(flags("Staff", "contact-details"), Value::Null);
        assert_eq!(flags("Staff", "salary")["value"][0]["method"], Value::Null);
        let empty = column(&sheet, "flags");
        assert!(empty.iter().all(|text| !text.is_empty()), "{empty:?}");
    }
    let closed = KEPT.replace("until withdrawal", "6 months after contract-end");
    let register = self::register(&closed);
    let sheet = table(&register, "en", Kind::Retention, Choices::default());
    let all = column(&sheet, "flags");
    let at = |activity: &str, category: &str| {
        let names = column(&sheet, "activity").into_iter().zip(column(&sheet, "category"));
        all[names.into_iter().position(|own| own == (activity.to_owned(), category.to_owned())).expect("a row")].clone()
    };
    assert_eq!(
        at("Sales", "Contact details"),
        "The same data are kept longest in Support: 3 years after the end of the contract"
    );
    assert!(
        at("Support", "Contact details").ends_with(
            "This is the longest time for the same data. Shorter in Events: 6 months after the end of the contract and \
             Sales: 1 year after the end of the contract"
        ),
        "{}",
        at("Support", "Contact details")
    );
}

#[test]
fn only_times_that_count_from_the_same_event_have_a_longest() {
    let said = |support: &str, events: &str| {
        let text = KEPT.replace("3 years after contract-end", support).replace("until withdrawal", events);
        let sheet = table(&self::register(&text), "en", Kind::Retention, Choices::default());
        let rows = rows(&sheet);
        let of = |row: &&Value| row["activity"] == "Support" && row["category"]["value"] == "contact-details";
        let flags = rows.iter().find(of).expect("a row")["flags"]["value"].clone();
        let differs = flags.as_array().expect("flags").iter().find(|flag| flag["kind"] == "differs").cloned();
        differs.expect("they differ")["longest"].clone()
    };
    assert_eq!(said("3 years after contract-end", "6 months after contract-end"), "support");
    assert_eq!(said("3 years after contract-end", "6 months after case-closed"), Value::Null, "nobody knows what comes first");
    assert_eq!(
        said("\"3 years after contract-end, at most 5 years after collection\"", "6 months after contract-end"),
        Value::Null
    );
    assert_eq!(said("3 years after contract-end", "3 years"), Value::Null, "from when is not said");
    assert_eq!(said("3 years after contract-end", "permanent"), "events", "for good is as long as anything");
    assert_eq!(said("3 years after contract-end", "none"), "support", "what is not kept is shorter");
}

#[test]
fn a_time_of_one_purpose_is_in_the_schedule() {
    let sheet = table(&read("registers/repaired/attend"), "en", Kind::Retention, Choices::default());
    let names = column(&sheet, "activity");
    let own = names.iter().filter(|name| name.starts_with("The chat on our website: ")).count();
    assert_eq!(own, 1, "{names:?}");
}

/// A service with more customers than a cell holds, one with a few, and one whose customers are listed elsewhere. Everything
/// that tells who a customer is holds `canary`, also where people wrote it into another text.
fn customers(count: usize) -> String {
    let many: String = (1..=count)
        .map(|number| {
            format!(
                "      - {{name: Canary {number} AS, contact: post@canary{number}.example, dpo: Ola Canary{number}, \
                 representative: Kari Canary{number}, since: 2024-01-{:02}}}\n",
                number % 28 + 1
            )
        })
        .collect();
    format!(
        "organisation: {{name: Prøve AS, number: 1, country: NO, address: Gata 1, email: a@b.example, languages: [en, nb, sv], \
         acts_as: [processor]}}
processing_for:
  payroll:
    name: Payroll
    controllers:
{many}    processing: [payroll]
    subprocessors: none
    contract: {{signed: 2024-01-08, file: contracts/canary.pdf}}
    at_end: We delete the data of CANARY 2 AS and of Canary 1 AS after a week
  help:
    name: Help for Canary 3 AS
    controllers:
      - {{name: Canary 3 AS, contact: post@canary3.example}}
      - {{name: Canary Ny, contact: ny@canary.example}}
    processing: [support]
    subprocessors: none
  other:
    name: Other
    controllers: {{list: The customer register, owner: Sales}}
    processing: [support]
    subprocessors: none
"
    )
}

#[test]
fn many_customers_have_a_table_of_their_own_in_every_form() {
    let register = register(&customers(7));
    let sheet = table(&register, "en", Kind::ProcessorRecord, Choices::default());
    assert_eq!(sheet.rows.len(), 3, "a row a service");
    let cells = column(&sheet, "customers");
    assert_eq!(cells[0], "Canary 3 AS, post@canary3.example\nCanary Ny, ny@canary.example");
    assert_eq!(cells[2], "For the 7 customers in the table “Customers”");
    let annex = &sheet.annexes[0];
    assert_eq!((annex.key, annex.rows.len()), ("controllers", 7));
    assert!(annex.rows.iter().flatten().all(|cell| !cell.is_none()), "everything that is known of them");
    let few = self::register(&customers(5));
    assert!(table(&few, "en", Kind::ProcessorRecord, Choices::default()).annexes.is_empty(), "five fit a cell");
    for lang in ["en", "nb", "sv"] {
        let whole: Value =
            serde_json::from_slice(&json(&table(&register, lang, Kind::ProcessorRecord, Choices::default()))).expect("JSON");
        assert_eq!(whole["rows"][2]["customers"]["value"]["count"], 7, "{lang}");
        let own = &whole["tables"]["controllers"]["rows"];
        assert_eq!((&own[6]["customer"], &own[6]["customer-since"]), (&"Canary 7 AS".into(), &"2024-01-08".into()), "{lang}");
    }
    let folder = scratch("customers");
    write(&folder, "privreg.yaml", customers(7));
    let (run, files) = render("customers-out", &["art30-processor", folder.to_str().expect("a path"), "--lang", "nb", "--draft"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(files.contains("art30-processor-controllers.nb.csv"), "{files:?}");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("customers-out");
    let mut reader = ::csv::Reader::from_path(out.join("art30-processor-controllers.nb.csv")).expect("a table");
    assert_eq!(reader.records().count(), 7);
    let page = fs::read_to_string(out.join("art30-processor.nb.html")).expect("a page");
    assert!(page.contains("id=\"controllers\"") && page.matches("Canary 4 AS").count() == 1, "once, in a section of its own");
    let book = parts(&fs::read(out.join("art30-processor.nb.xlsx")).expect("a workbook"));
    assert!(book.contains("name=\"Kunder\""), "a sheet of its own");
}

/// All texts of a zip archive: a workbook or a Word document.
fn parts(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    names.iter().map(|name| std::io::read_to_string(archive.by_name(name).expect("a part")).expect("UTF-8")).collect()
}

#[test]
fn nothing_tells_who_customers_are_where_their_names_are_left_out() {
    for (at, count) in [3, 40].into_iter().enumerate() {
        let folder = scratch(&format!("redacted-{at}"));
        write(&folder, "privreg.yaml", customers(count));
        let folder = folder.to_str().expect("a path");
        for redacted in [true, false] {
            let mut arguments = vec!["art30-processor", folder, "--draft"];
            arguments.extend(redacted.then_some("--redact-controllers"));
            let out = format!("redacted-{at}-{redacted}");
            let (run, files) = render(&out, &arguments);
            assert_eq!(run.code, 0, "{}", run.err);
            let endings: BTreeSet<&str> = files.iter().filter_map(|name| name.rsplit('.').next()).collect();
            assert_eq!(endings.into_iter().collect::<Vec<_>>(), ["csv", "docx", "html", "json", "md", "xlsx"]);
            for name in &files {
                let bytes = fs::read(Path::new(env!("CARGO_TARGET_TMPDIR")).join(&out).join(name)).expect("a file");
                let text = if name.ends_with("x") { parts(&bytes) } else { String::from_utf8(bytes.clone()).expect("UTF-8") };
                assert_eq!(text.to_lowercase().contains("canary"), !redacted, "{name}");
                assert_eq!(name.starts_with("art30-processor-redacted"), redacted, "{name}");
                let word = if name.contains(".en.") {
                    "Customer 3"
                } else if name.contains(".sv.") {
                    "Kund 3"
                } else {
                    "Kunde 3"
                };
                assert_eq!(text.contains(word), redacted, "{name} says {word}");
                let (head, says) = (name.ends_with(".html") || name.ends_with(".json"), "utelatt, og hver kunde har et nummer");
                assert!(!head || !name.contains(".nb.") || text.contains(says) == redacted, "{name} says what is left out");
                if name.ends_with("docx") {
                    words_of_docx(&bytes);
                }
            }
        }
    }
}

#[test]
fn a_customer_has_one_number_and_its_name_is_found_in_other_texts() {
    let register = register(&customers(7));
    let sheet = table(&register, "en", Kind::ProcessorRecord, Choices { redact_controllers: true, ..Choices::default() });
    assert_eq!(column(&sheet, "service"), ["Help for Customer 3", "Other", "Payroll"]);
    assert_eq!(column(&sheet, "customers")[0], "Customer 3\nCustomer 8");
    assert_eq!(column(&sheet, "end")[2], "We delete the data of Customer 2 and of Customer 1 after a week");
    assert_eq!(sheet.annexes[0].rows[2][1].text(), "Customer 3");
    // A short name is left where it is part of a word, and where it only sounds the same.
    let text = customers(1).replace("Canary 1 AS", "Ås").replace("CANARY 2 AS", "ås og Åsane");
    let sheet =
        table(&self::register(&text), "en", Kind::ProcessorRecord, Choices { redact_controllers: true, ..Choices::default() });
    assert_eq!(column(&sheet, "end")[2], "We delete the data of ås og Åsane and of Customer 1 after a week");
}

#[test]
fn hostile_customers_are_only_texts() {
    let text = customers(9).replace("Canary 4 AS", &format!("{HOSTILE:?}").replace("\\'", "'"));
    let text = text.replace("Canary 5 AS", "\"=1+1\"");
    let folder = scratch("hostile-customers");
    write(&folder, "privreg.yaml", text);
    let (run, files) =
        render("hostile-customers-out", &["art30-processor", folder.to_str().expect("a path"), "--lang", "en", "--draft"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let mut seen = 0;
    for name in files {
        let bytes = fs::read(Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-customers-out").join(&name)).expect("a file");
        let text = if name.ends_with("x") { parts(&bytes) } else { String::from_utf8(bytes).expect("UTF-8") };
        if name.ends_with(".html") {
            assert!(!text.contains("<script>alert") && text.contains("&lt;script&gt;"), "{name}");
            seen += 1;
        }
        if name.ends_with("-controllers.en.csv") {
            assert!(text.contains("'=1+1") && !text.contains(",=1+1"), "{text}");
            seen += 1;
        }
    }
    assert_eq!(seen, 2);
}

/// Both dashboards of a register in a language.
fn dashboards(register: &Register, lang: &str) -> [Page; 2] {
    let (law, relations) = (law(), Relations::of(register));
    let maker = Maker::new(register, &law, &relations, Words::of(lang).expect("a language"));
    let report = check(register, &law, &Options::default());
    [dashboard(&maker, &report), board(&maker, &report)]
}

fn markdown(page: &Page) -> String {
    engine().render(page, Form::Markdown, STYLE).expect("a page")
}

fn headings(page: &Page) -> Vec<&str> {
    page.sections.iter().map(|section| section.id.as_str()).collect()
}

#[test]
fn dashboards_speak_one_language_and_the_board_reads_no_codes() {
    let code = regex::Regex::new(r"\bPR\d{3}\b").expect("a pattern");
    let published = ["aize", "ainsky", "attend", "workitems"].map(|name| format!("registers/published/{name}"));
    let mut codes = 0;
    for folder in folders().chain(published) {
        let register = read(&folder);
        for lang in ["en", "nb", "sv"] {
            let [full, board] = dashboards(&register, lang);
            assert_eq!(headings(&board), ["coverage", "risk-view", "coming"], "{folder}");
            assert!(headings(&full).starts_with(&["do-now", "coverage", "risk-view"]), "{folder}: {:?}", headings(&full));
            assert!(headings(&full).ends_with(&["inventory", "counted"]), "{folder}: {:?}", headings(&full));
            let (full, board) = (markdown(&full), markdown(&board));
            assert!(!code.is_match(&board), "{folder}: {board}");
            codes += code.find_iter(&full).count();
            for rule in privreg::rules::all() {
                assert!(!full.contains(&rule.summary()), "{folder} in {lang}: a rule's own words are English only");
            }
        }
    }
    assert!(codes > 30, "the DPO's page names rules: {codes}");
}

#[test]
fn a_verdict_is_a_word_and_a_sentence_with_its_numbers() {
    let base = "organisation: {name: Prøve AS, country: NO, languages: [en, nb, sv]}\n";
    let verdict = |text: &str, lang: &str| {
        let [full, board] = dashboards(&register(text), lang);
        let lines = [&full, &board].map(|page| match &page.intro[0] {
            Block::Paragraph { line, .. } => line.plain(),
            other => panic!("{other:?}"),
        });
        assert_eq!(lines[0], lines[1], "one verdict for all readers");
        lines[0].clone()
    };
    let standing = |text: &str| Standing::of(&check(&register(text), &law(), &Options::default()));
    assert!(standing(base).errors > 0);
    assert!(verdict(base, "en").starts_with("Urgent: The register has "));
    assert!(verdict(base, "nb").starts_with("Haster: Protokollen har "));
    let folder = "examples/minimal";
    let good = |lang: &str| match &dashboards(&read(folder), lang)[0].intro[0] {
        Block::Paragraph { line, .. } => line.plain(),
        other => panic!("{other:?}"),
    };
    assert_eq!(good("en"), "In order: The register has no errors, no warnings and nothing overdue.");
    assert_eq!(good("nb"), "I orden: Protokollen har ingen feil, ingen advarsler og ingenting over fristen.");
    assert_eq!(good("sv"), "I sin ordning: Registret har inga fel, inga varningar och inget försenat.");
    // Numbers and words agree.
    let w = Words::of("en").expect("English");
    let said = |errors: usize, overdue: usize| {
        w.with_numbers("verdict", &[], &[("errors", errors), ("warnings", 0), ("overdue", overdue)])
    };
    assert_eq!(said(1, 2), "The register has 1 error, no warnings and 2 entries overdue.");
    assert_eq!(said(2, 1), "The register has 2 errors, no warnings and 1 entry overdue.");
}

#[test]
fn what_waits_stands_first_and_nothing_else_does() {
    let text = "
organisation: {name: Prøve AS, country: NO, languages: [en]}
suppress:
  - {rule: PR101, for: activities.support, reason: Nobody has to answer here, until: 2027-01-15}
retention:
  cases: {period: 1 year after case-closed, checked: 2024-01-01}
recipients:
  skyhelp: {name: Skyhelp Inc., role: processor, does: support, country: US}
  ours: {name: Ours AS, role: processor, does: hosting, country: NO, contract: {signed: 2025-01-01, until: 2027-02-20}}
assessments:
  ai-desk: {kind: dpia, covers: [activities.support], outcome: in-progress}
activities:
  support:
    name: Support
    reviewed: 2025-01-01
    recipients: [skyhelp, ours]
    dpia: ai-desk
";
    let [full, board] = dashboards(&register(text), "en");
    let table = |page: &Page, id: &str| {
        let section = page.sections.iter().find(|section| section.id == id).unwrap_or_else(|| panic!("no {id}"));
        let rows = section.blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(&table.rows),
            _ => None,
        });
        let cell = |cell: &privreg::render::page::Cell| cell.lines.iter().map(|line| line.plain()).collect::<String>();
        rows.expect("a table").iter().map(|row| format!("{} | {}", cell(&row.cells[0]), cell(&row.cells[2]))).collect::<Vec<_>>()
    };
    assert_eq!(
        table(&full, "do-now"),
        [
            "Impact assessment of Support is missing | Now",
            "Transfer to Skyhelp Inc. (US) has no mechanism | Now",
            "Agreement with Skyhelp Inc. is missing | Now",
            "Review of Support | 2026-01-01",
            "Review of the contract with Ours AS | 2026-01-01",
            "Verify that deletion works: cases | 2026-01-01",
        ]
    );
    let coming = ["Look again at the exception for activities.support | 2027-01-15", "Contract with Ours AS ends | 2027-02-20"];
    assert_eq!(table(&full, "coming"), coming);
    assert_eq!(table(&board, "coming"), coming);
}

#[test]
fn a_company_on_the_list_of_a_decision_is_no_recipient_without_one() {
    for (status, mechanism, is_counted) in
        [("active", "dpf", false), ("inactive", "dpf", true), ("unknown", "dpf", true), ("active", "sccs", true)]
    {
        let text = format!(
            "
organisation: {{name: Prøve AS, country: NO, languages: [en]}}
recipients:
  desk:
    name: Desk Inc.
    role: processor
    country: US
    dpf: {{entity: Desk Inc., status: {status}, checked: 2026-11-01}}
    transfers: {{US: {{mechanism: {mechanism}}}}}
activities:
  support: {{name: Support, recipients: [desk]}}
"
        );
        let [full, _] = dashboards(&register(&text), "en");
        let risks = full.sections.iter().find(|section| section.id == "risk-view").expect("risks").clone();
        let risks = Page { sections: vec![risks], ..full };
        assert_eq!(markdown(&risks).contains("Desk Inc. (US)"), is_counted, "{status} {mechanism}: {}", markdown(&risks));
    }
}

/// Activities that are all due, lack everything and have long names.
fn crowded(count: usize) -> Register {
    let activities: String = (0..count)
        .map(|number| {
            format!(
                "  a{number}: {{name: Follow up what customers and their employees write to us about delivery {number}, \
                 scale: large, reviewed: 2026-01-15}}\n"
            )
        })
        .collect();
    register(&format!("organisation: {{name: Prøve AS, country: NO, languages: [en]}}\nactivities:\n{activities}"))
}

#[test]
fn the_board_reads_one_page_however_large_the_register() {
    let texts = [20, 200].map(|count| {
        let [full, board] = dashboards(&crowded(count), "en");
        assert!(markdown(&full).contains(&format!("delivery {}", count - 1)), "the DPO sees all");
        markdown(&board)
    });
    for text in &texts {
        // Measured in print: so many lines, which break once at most, fit a sheet of A4.
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert!(lines.len() <= 33 && lines[3..].iter().all(|line| line.chars().count() <= 140), "{text}");
        assert_eq!(text.matches("| **").count(), 6, "{text}");
    }
    assert!(texts[1].contains("194 more entries are not shown here."), "{}", texts[1]);
    assert!(texts[1].contains(" and 198 more"), "{}", texts[1]);
}

#[test]
fn the_board_is_an_audience_of_the_dashboard_alone() {
    let (run, files) = render("board", &["dashboard", "examples/saas", "--audience", "board"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let expected = ["en", "nb"].map(|lang| ["html", "md"].map(|form| format!("dashboard-board.{lang}.{form}")));
    assert_eq!(files.into_iter().collect::<Vec<_>>(), expected.concat());
    let run = privreg(&["render", "dashboard", "examples/saas", "--stdout", "--audience", "customers"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "privreg: dashboard has no other audience than `board`; groups of people are for policy\n");
    let (run, files) = render("board-all", &["all", "examples/saas", "--lang", "en", "--format", "html", "--audience", "board"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(files.contains("dashboard-board.en.html") && files.contains("customers.en.html"), "{files:?}");
}

#[test]
fn a_draft_says_so_in_every_table_and_in_the_manifest() {
    let register = ["art30-processor", "examples/processor", "--lang", "en"];
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("drafts");
    let read = |name: &str| fs::read(out.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let table = || {
        let bytes = read("art30-processor.en.csv");
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect::<Vec<Vec<String>>>()
    };
    let drafts = || -> BTreeSet<bool> {
        let manifest: Value = serde_json::from_slice(&read("manifest.json")).expect("JSON");
        let documents = manifest["documents"].as_object().expect("documents");
        documents.values().map(|about| about["draft"].as_bool().expect("it says so")).collect()
    };
    let (run, _) = render("drafts", &register);
    assert_eq!(run.code, 0, "{}", run.err);
    let last = table();
    assert_eq!(drafts(), BTreeSet::from([false]));
    let (run, files) = render("drafts", &[&register[..], &["--draft"]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(drafts(), BTreeSet::from([true]));
    let draft = table();
    assert_eq!(draft.len(), last.len(), "no row that is none");
    for (number, (draft, last)) in draft.iter().zip(&last).enumerate() {
        let (stamp, rest) = draft.split_last().expect("cells");
        assert_eq!(rest, last, "every other column is where it was");
        assert_eq!(stamp, if number == 0 { "Draft" } else { "Draft. Not for publication." });
    }
    for name in files {
        let bytes = read(&name);
        let text = if name.ends_with('x') { parts(&bytes) } else { String::from_utf8(bytes).expect("UTF-8") };
        assert!(text.contains("Draft. Not for publication."), "{name}");
    }
    assert!(parts(&read("art30-processor.en.xlsx")).contains("Draft. Not for publication.</oddHeader>"), "on every printed page");
}

#[test]
fn a_manifest_of_an_older_version_still_tells_whose_files_these_are() {
    let arguments = ["retention", "examples/saas", "--lang", "en", "--format", "csv"];
    let (run, _) = render("older", &arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("older");
    let text = fs::read_to_string(out.join("manifest.json")).expect("a manifest");
    let older = regex::Regex::new(r#"\s*"draft": (true|false),"#).expect("a pattern").replace_all(&text, "").into_owned();
    assert_ne!(text, older);
    write(&out, "manifest.json", older);
    // Rendered as a draft the file differs: only the manifest knows that it may be replaced.
    let mut again = vec!["render"];
    again.extend(arguments);
    again.extend(["--draft", "--as-of", DAY, "--out", out.to_str().expect("a path")]);
    let run = privreg(&again);
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn every_record_and_report_bears_its_head() {
    let (run, files) = render("head", &["all", "registers/repaired/aize", "--lang", "en", "--draft"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("head");
    let fingerprint = privreg::render::fingerprint(&read("registers/repaired/aize"));
    // Notices have a head of their own, letters are sent, and a CSV file and a feed have no place for one.
    let is_without = |name: &str| {
        ["privacy.", "cookies.", "access-reply."].iter().any(|own| name.starts_with(own))
            || [".csv", ".atom", "manifest.json"].iter().any(|own| name.ends_with(own))
    };
    let tags = regex::Regex::new(r"<[^>]*>|\s+").expect("a pattern");
    let mut forms: BTreeSet<String> = BTreeSet::new();
    for name in files.iter().filter(|name| !is_without(name)) {
        let bytes = fs::read(out.join(name)).expect("a file");
        let text = if name.ends_with("docx") || name.ends_with("xlsx") {
            parts(&bytes)
        } else {
            String::from_utf8(bytes).expect("UTF-8")
        };
        let text = tags.replace_all(&text, " ").split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let access = if name.starts_with("subprocessors.") { "Public" } else { "Internal" };
        for part in
            ["Draft. Not for publication.", "Aize", &fingerprint, "22 November 2026", access, "Version of the notice", "2.0"]
        {
            assert!(text.contains(part), "{name} lacks {part}");
        }
        assert!(access == "Public" || text.contains("0 errors"), "{name} says how complete it is");
        forms.extend(name.rsplit('.').next().map(str::to_owned));
    }
    assert_eq!(forms.into_iter().collect::<Vec<_>>(), ["docx", "dot", "html", "json", "md", "mmd", "svg", "xlsx"]);
}
