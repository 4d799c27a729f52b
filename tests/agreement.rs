//! How a register is written changes nothing: YAML or TOML, one file or many, in this order or another.

use crate::common::documents::{engine, folders, law};
use crate::common::forms::{self, File, Form, Sample, Tables, joined, read, samples, split, turned};
use privreg::list::{self, Context};
use privreg::output::{Checked, Format, Style, render};
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::engine::Form as Shape;
use privreg::render::policy::{Detail, Scope, policy};
use privreg::render::records::{Kind, Standing, page, sheet};
use privreg::render::words::Words;
use privreg::{Options, Register, check};

/// A finding without the place where it stands: code, level, path, message, fingerprint.
type Said = (String, String, String, String, String);

fn said(register: &Register) -> Vec<Said> {
    let options = Options { select: vec!["all".into()], ..Options::default() };
    let report = check(register, &law(), &options);
    let mut said: Vec<Said> = report
        .findings
        .iter()
        .map(|f| (f.rule.code.into(), f.level.id().into(), f.path.clone(), f.message.clone(), f.fingerprint.clone()))
        .collect();
    said.sort();
    said
}

/// What one says and the other does not, for a message.
fn difference(a: &[Said], b: &[Said]) -> String {
    let only = |these: &[Said], those: &[Said], sign: &str| -> String {
        these.iter().filter(|said| !those.contains(said)).take(3).map(|said| format!("\n  {sign} {said:?}")).collect()
    };
    only(a, b, "-") + &only(b, a, "+")
}

/// Fails with all samples in which a way of writing says otherwise than the usual one.
fn assert_same(ways: impl Fn(&Sample, &[File]) -> Vec<Way>) {
    let mut wrong = Vec::new();
    let mut compared = 0;
    for sample in samples() {
        let Some(files) = sample.files() else { continue };
        let usual = said(&read(&files, |_| Form::Yaml));
        for (way, register) in ways(&sample, &files) {
            let other = said(&register);
            compared += 1;
            if usual != other {
                wrong.push(format!("{} {way}:{}", sample.name, difference(&usual, &other)));
            }
        }
    }
    assert!(compared > 300, "{compared} were compared");
    assert!(wrong.is_empty(), "{} of {compared} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a way of writing is called in messages, and the register so written.
type Way = (&'static str, Register);

#[test]
fn written_anew_a_register_says_what_it_said() {
    // What a fault is called may depend on how it is written: `[a, b]` in braces is one thing, in lines another.
    let written_otherwise = |sample: &Sample| sample.name == "PR001 Bad 2";
    assert_same(|sample, _| {
        let as_written = Register::read(forms::sources(&sample.texts));
        if written_otherwise(sample) { Vec::new() } else { vec![("as written", as_written)] }
    });
}

#[test]
fn yaml_and_toml_say_the_same() {
    assert_same(|_, files| vec![("in TOML", read(files, |_| Form::Toml))]);
}

/// YAML and TOML by turns.
fn mixed(file: &File) -> Form {
    if file.stem.bytes().map(u32::from).sum::<u32>().is_multiple_of(2) { Form::Yaml } else { Form::Toml }
}

#[test]
fn one_file_and_many_say_the_same() {
    assert_same(|_, files| {
        let is_in_root = |name: &str| matches!(name, "organisation" | "organisations" | "settings");
        let outside_root = |file: &File| !file.stem.starts_with("privreg") && file.sections().any(is_in_root);
        // That these stand in another file is a finding of its own.
        if files.iter().any(outside_root) {
            return Vec::new();
        }
        let ways = [("in one file", joined(files)), ("in many files", split(files))];
        ways.into_iter().filter_map(|(way, files)| Some((way, read(&files?, mixed)))).collect()
    });
}

#[test]
fn the_order_of_fields_changes_nothing() {
    assert_same(|_, files| vec![("turned round", read(&turned(files, Tables::Fields), |_| Form::Yaml))]);
}

/// Where two definitions contradict each other, their order decides which of them is named, and nothing else.
#[test]
fn the_order_of_definitions_changes_no_number() {
    let counted = |register: &Register| -> Vec<(String, String)> {
        said(register).into_iter().map(|(code, level, ..)| (code, level)).collect()
    };
    let mut wrong = Vec::new();
    for sample in samples() {
        let Some(files) = sample.files() else { continue };
        let usual = counted(&read(&files, |_| Form::Yaml));
        let turned = counted(&read(&turned(&files, Tables::Definitions), |_| Form::Yaml));
        if usual != turned {
            wrong.push(format!("{}:\n  - {usual:?}\n  + {turned:?}", sample.name));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// All notices, records and lists of a register, each with its name.
fn documents(register: &Register) -> Vec<(String, String)> {
    let law = law();
    let relations = Relations::of(register);
    let engine = engine();
    let mut made = Vec::new();
    for lang in ["en", "nb"] {
        let maker = Maker::new(register, &law, &relations, Words::of(lang).expect("a language"));
        let notices =
            register.notices.iter().map(|notice| policy(&maker, &Scope::of(&maker, notice, None, Detail::Plain), &notice.id));
        let records = Kind::ALL.into_iter().map(|kind| page(&maker, &sheet(&maker, kind, Standing::default())));
        for page in notices.chain(records) {
            let text = engine.render(&page, Shape::Html, "").expect("a page");
            // The only thing that may tell how a register is written: the fingerprint of its files.
            let text = text.replace(&privreg::render::fingerprint(register), "FINGERPRINT");
            made.push((format!("{} in {lang}", page.stem), text));
        }
    }
    let context = Context::new(register, &law);
    let kinds = <list::What as clap::ValueEnum>::value_variants();
    made.extend(kinds.iter().map(|what| {
        let table = list::of(*what, &context);
        let places: Vec<usize> = (0..table.columns.len()).filter(|at| table.columns[*at].name == "at").collect();
        let cells = |row: &Vec<list::Cell>| {
            let cells = row.iter().enumerate().filter(|(at, _)| !places.contains(at));
            cells.map(|(_, cell)| cell.to_string()).collect::<Vec<_>>().join(" | ")
        };
        (format!("list of {what:?}"), table.rows.iter().map(cells).collect::<Vec<_>>().join("\n"))
    }));
    made
}

#[test]
fn documents_and_lists_are_the_same_however_the_register_is_written() {
    let mut wrong = Vec::new();
    let own: Vec<Sample> = samples().into_iter().filter(|sample| folders().any(|folder| folder == sample.name)).collect();
    assert_eq!(own.len(), folders().count());
    for sample in own {
        let files = joined(&sample.files().expect("a register without faults")).expect("nothing twice");
        let usual = documents(&read(&files, |_| Form::Yaml));
        let ways: [Way; 3] = [
            ("in TOML", read(&files, |_| Form::Toml)),
            ("in many files", read(&split(&files).expect("sections"), mixed)),
            ("turned round", read(&turned(&files, Tables::Fields), |_| Form::Yaml)),
        ];
        for (way, register) in ways {
            for ((name, usual), (_, other)) in usual.iter().zip(documents(&register)) {
                if *usual != other {
                    let at = usual.bytes().zip(other.bytes()).position(|(a, b)| a != b).unwrap_or(0);
                    let around = |text: &str| -> String { text.chars().skip(at.saturating_sub(60)).take(160).collect() };
                    wrong.push(format!("{}: {name} {way}:\n  - {}\n  + {}", sample.name, around(usual), around(&other)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Everything `validate` can print on a register.
fn printed(texts: &[(String, String)]) -> Vec<String> {
    let register = Register::read(forms::sources(texts));
    let report = check(&register, &law(), &Options { select: vec!["all".into()], ..Options::default() });
    let checked = [Checked { name: ".".into(), folder: String::new(), register, report }];
    let formats = <Format as clap::ValueEnum>::value_variants();
    formats.iter().map(|format| render(*format, &checked, &Style::default())).collect()
}

fn in_threads<T: Send>(number: usize, run: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(number).build().expect("threads").install(run)
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    for sample in samples().into_iter().filter(|sample| sample.name.contains('/')) {
        let alone = in_threads(1, || printed(&sample.texts));
        for number in [1, 2, 5] {
            assert_eq!(alone, in_threads(number, || printed(&sample.texts)), "{} in {number} threads", sample.name);
        }
    }
}

/// A file large enough to be read in parts, and what a slip of the hand makes of it.
#[test]
fn a_large_file_is_read_alike_by_any_number_of_threads() {
    // In the column of fields, of definitions and inside: what begins or ends something, or only looks so.
    const LINES: [&str; 10] =
        ["---", "...", "key: |", "key: \"", "- item", "? key", "}", "# note", "twice: 1\ntwice: 2", "support-0: {}"];
    let text = crate::registers::register(850, crate::registers::Layout::OneFile).remove(0).1;
    assert!(text.len() > 1 << 20, "{}", text.len());
    let starts: Vec<usize> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
    let with_line = |number: usize| {
        let at = starts[number * 7919 % starts.len()];
        let indent = ["", "  ", "    "][number / LINES.len() % 3];
        format!("{}{indent}{}\n{}", &text[..at], LINES[number % LINES.len()].replace('\n', &format!("\n{indent}")), &text[at..])
    };
    let slips = (0..30).step_by(3).map(with_line).chain((0..4).map(|number| forms::slipped(&text, number)));
    for (number, text) in [text.clone()].into_iter().chain(slips).enumerate() {
        let texts = [("privreg.yaml".to_owned(), text)];
        let parsed = || {
            let (tree, faults) = privreg::syntax::parse(forms::sources(&texts), Vec::new());
            let root = tree.sources.ids().next().and_then(|id| tree.root(id)).map(|root| forms::value(&tree, root));
            (root, format!("{faults:?}"))
        };
        let alone = in_threads(1, parsed);
        for threads in [2, 7] {
            assert!(alone == in_threads(threads, parsed), "slip {number} in {threads} threads: {}", alone.1);
        }
    }
}
