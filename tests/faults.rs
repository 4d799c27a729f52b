//! Every structural fault of a text is a finding in plain words at the right place, in YAML and in TOML, with letters
//! of several bytes before it.

use std::time::{Duration, Instant};

use crate::common::{Run, check_texts, privreg_in, scratch, write};
use privreg::output::{Format, Style, render};

const ROOT: &str = "organisation: {name: Nordlys AS, number: 1, country: NO, address: \"Storgata 1, Oslo\", email: p@nordlys.no, contact: Head, languages: [en]}\n";

/// A text with `«` and `»` around what must be underlined.
struct Case {
    name: &'static str,
    file: &'static str,
    marked: &'static str,
    code: &'static str,
}

const CASES: &[Case] = &[
    Case { name: "tab", file: "a.yaml", marked: "x-a: üé漢🦀\nevents:\n«\t»a: {name: A}\n", code: "PR015" },
    Case { name: "tab below a text", file: "a.yaml", marked: "x-a: üé漢🦀\nx-b:\n  a: é\n«\t»b: c\n", code: "PR015" },
    Case {
        name: "no space after a colon", file: "a.yaml", marked: "x-a: üé漢🦀\nx-b:\n  «name:é»\n  b: c\n", code: "PR015"
    },
    Case {
        name: "no space after a later colon",
        file: "a.yaml",
        marked: "x-a: üé漢🦀\nx-b:\n  b: c\n  «name:é»\n",
        code: "PR015",
    },
    Case {
        name: "indentation", file: "a.yaml", marked: "events:\n  a: {notes: üé漢🦀}\n «b: {name: B}»\n", code: "PR015"
    },
    Case { name: "colon in a text", file: "a.yaml", marked: "x-a: {n: üé漢🦀}\nx-b: Support«: Oslo»\n", code: "PR015" },
    Case {
        name: "colon in a text, toml",
        file: "a.toml",
        marked: "x-a = {n = \"üé漢🦀\"}\nx-b = «Support: Oslo»\n",
        code: "PR015",
    },
    Case {
        name: "comma in braces",
        file: "a.yaml",
        marked: "recipients:\n  a: {x-a: üé漢🦀, does: Runs tickets, «chat»}\n",
        code: "PR001",
    },
    Case { name: "open bracket", file: "a.yaml", marked: "x-a: üé漢🦀\nx-b: «[»a, b\nx-c: d\n", code: "PR015" },
    Case { name: "open quotation mark", file: "a.yaml", marked: "x-a: üé漢🦀\nx-b: «\"a»\n", code: "PR015" },
    Case { name: "open quotation mark, toml", file: "a.toml", marked: "x-a = \"üé漢🦀\"\nx-b = «\"a»\n", code: "PR015" },
    Case { name: "same key twice", file: "a.yaml", marked: "x-a: {é: 1, 漢🦀: 2, «é»: 3}\n", code: "PR004" },
    Case { name: "same key twice, toml", file: "a.toml", marked: "x-a = \"üé漢🦀\"\nx-b = 1\n«x-b» = 2\n", code: "PR004" },
    Case { name: "anchor", file: "a.yaml", marked: "x-a: {ü: é漢🦀, b: «&x» c}\n", code: "PR016" },
    Case { name: "alias", file: "a.yaml", marked: "x-a: {ü: é漢🦀, b: «*x»}\n", code: "PR016" },
    Case { name: "tag", file: "a.yaml", marked: "x-a: {ü: é漢🦀, b: «!!str» c}\n", code: "PR016" },
    Case { name: "merge key", file: "a.yaml", marked: "x-a: {ü: é漢🦀, «<<»: {c: d}}\n", code: "PR016" },
    Case { name: "second document", file: "a.yaml", marked: "x-a: üé漢🦀\n«---»\nx-b: c\n", code: "PR016" },
    Case { name: "unknown field", file: "a.yaml", marked: "events:\n  a: {name: üé漢🦀, «nme»: B}\n", code: "PR001" },
    Case {
        name: "unknown field, toml",
        file: "a.toml",
        marked: "[events]\na = {name = \"üé漢🦀\", «nme» = \"B\"}\n",
        code: "PR001",
    },
    Case { name: "unknown section", file: "a.yaml", marked: "x-a: üé漢🦀\n«recipient»: {}\n", code: "PR001" },
    Case {
        name: "unknown value",
        file: "a.yaml",
        marked: "recipients:\n  a: {name: üé漢🦀, role: «processer»}\n",
        code: "PR002",
    },
    Case {
        name: "unknown value, toml",
        file: "a.toml",
        marked: "[recipients]\na = {name = \"üé漢🦀\", role = «\"processer\"»}\n",
        code: "PR002",
    },
    Case {
        name: "unknown country",
        file: "a.yaml",
        marked: "recipients:\n  a: {name: üé漢🦀, country: «Norwey»}\n",
        code: "PR002",
    },
    Case { name: "unknown reference", file: "a.yaml", marked: "cookies:\n  üé漢🦀: {set_by: «nobody»}\n", code: "PR003" },
    Case {
        name: "unknown reference, toml",
        file: "a.toml",
        marked: "[cookies]\n\"üé漢🦀\" = {set_by = «\"nobody\"»}\n",
        code: "PR003",
    },
    Case {
        name: "unknown event in a phrase",
        file: "a.yaml",
        marked: "retention:\n  a: {why: üé漢🦀, period: \"2 years after «case-closd»\"}\n",
        code: "PR003",
    },
    Case { name: "date", file: "a.yaml", marked: "assessments:\n  a: {why: üé漢🦀, done: «01.02.2026»}\n", code: "PR017" },
    Case {
        name: "date, toml",
        file: "a.toml",
        marked: "[assessments]\na = {why = \"üé漢🦀\", done = «\"01.02.2026\"»}\n",
        code: "PR017",
    },
    Case {
        name: "table for a value",
        file: "a.yaml",
        marked: "events:\n  a: {notes: üé漢🦀, may_never_happen: «{b: c}»}\n",
        code: "PR017",
    },
    Case { name: "value for a table", file: "a.yaml", marked: "x-a: üé漢🦀\nevents: «none»\n", code: "PR017" },
    Case { name: "not an id", file: "a.yaml", marked: "events:\n  «Üé漢🦀»: {name: A}\n", code: "PR017" },
    Case {
        name: "organisation in another file",
        file: "a.yaml",
        marked: "x-a: üé漢🦀\n«settings»: {review_every: 6 months}\n",
        code: "PR018",
    },
    Case {
        name: "field under a table, toml",
        file: "activities/b.toml",
        marked: "x-a = \"üé漢🦀\"\n[data_categories]\nname = \"1 year after contract-end\"\n«owner» = \"B\"\n",
        code: "PR018",
    },
    Case { name: "NUL byte", file: "a.yaml", marked: "x-a: üé漢🦀«\0»\n", code: "PR015" },
    Case { name: "NUL byte, toml", file: "a.toml", marked: "x-a = \"üé漢🦀«\0»\"\n", code: "PR015" },
    Case { name: "a list for a file", file: "a.yaml", marked: "«- üé漢🦀»\n", code: "PR017" },
    Case { name: "empty", file: "a.yaml", marked: "«»", code: "PR017" },
    Case { name: "empty, toml", file: "a.toml", marked: "«»", code: "PR017" },
];

struct Expected {
    text: String,
    /// From 1, in characters.
    line: usize,
    column: usize,
    underlined: String,
}

fn expect(marked: &str) -> Expected {
    let (before, rest) = marked.split_once('«').expect("a mark");
    let (underlined, after) = rest.split_once('»').expect("a second mark");
    Expected {
        line: before.matches('\n').count() + 1,
        column: before.rsplit('\n').next().unwrap_or("").chars().count() + 1,
        text: format!("{before}{underlined}{after}"),
        underlined: underlined.to_owned(),
    }
}

/// The finding is where the marks are, and nothing else is wrong with the form of the text.
fn holds(case: &Case, text: &str, expected: &Expected) {
    let checked = check_texts(&[("privreg.yaml", ROOT), (case.file, text)]);
    let sources = &checked.register.tree.sources;
    let structural = ["PR001", "PR002", "PR003", "PR004", "PR015", "PR016", "PR017", "PR018"];
    let found: Vec<_> = checked.report.findings.iter().filter(|finding| structural.contains(&finding.rule.code)).collect();
    let shown = render(Format::Short, std::slice::from_ref(&checked), &Style::default());
    let matching: Vec<_> = found.iter().filter(|finding| finding.rule.code == case.code).collect();
    assert!(!matching.is_empty(), "{}: {} is not reported:\n{shown}", case.name, case.code);
    let finding = matching[0];
    assert_eq!(found.len(), matching.len(), "{}: one cause, one finding:\n{shown}", case.name);
    assert_eq!(sources.get(finding.loc.file).path, case.file, "{}", case.name);
    let (start, _) = sources.span(finding.loc);
    assert_eq!(sources.slice(finding.loc), expected.underlined, "{}:\n{shown}", case.name);
    assert_eq!((start.line, start.column), (expected.line, expected.column), "{}:\n{shown}", case.name);
    assert!(!finding.help.is_empty(), "{}: no help", case.name);

    // Every form of output says the same place.
    let (line, column) = (start.line, start.column);
    let render = |format| render(format, std::slice::from_ref(&checked), &Style::default());
    let file = case.file;
    assert!(render(Format::Short).contains(&format!("{file}:{line}:{column}: ")), "{}", case.name);
    assert!(render(Format::Human).contains(&format!("[{file}:{line}:{column}]")), "{}: {}", case.name, render(Format::Human));
    assert!(render(Format::Github).contains(&format!("file={file},line={line},col={column}")), "{}", case.name);
    let json: serde_json::Value = serde_json::from_str(&render(Format::Json)).expect("JSON");
    let row = json["findings"].as_array().expect("findings").iter().find(|row| row["code"] == case.code).expect("the finding");
    assert_eq!((row["line"].as_u64(), row["column"].as_u64()), (Some(line as u64), Some(column as u64)), "{}", case.name);
    let sarif: serde_json::Value = serde_json::from_str(&render(Format::Sarif)).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let result = results.iter().find(|result| result["ruleId"] == case.code).expect("the result");
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!((region["startLine"].as_u64(), region["startColumn"].as_u64()), (Some(line as u64), Some(column as u64)));
}

#[test]
fn every_fault_is_found_where_it_stands() {
    for case in CASES {
        let expected = expect(case.marked);
        holds(case, &expected.text, &expected);
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    for case in CASES.iter().filter(|case| !case.name.starts_with("empty") && !case.marked.contains('\0')) {
        let expected = expect(case.marked);
        holds(case, &format!("\u{feff}{}", expected.text), &expected);
        holds(case, &expected.text.replace('\n', "\r\n"), &expected);
    }
}

fn quickly(what: &str, run: impl FnOnce()) {
    // Generous: the point is that nothing grows without bounds.
    let start = Instant::now();
    run();
    assert!(start.elapsed() < Duration::from_secs(20), "{what} took {:?}", start.elapsed());
}

#[test]
fn deep_nesting_is_refused() {
    let deep = 10_000;
    let texts = [
        ("a.yaml", format!("x-a: {}{}", "[".repeat(deep), "]".repeat(deep))),
        ("a.yaml", format!("x-a: {}{}", "{a: ".repeat(deep), "}".repeat(deep))),
        // Fewer: with their blanks ten thousand lines are 50 MB.
        ("a.yaml", (0..deep / 4).map(|level| format!("{}a:\n", " ".repeat(level))).collect()),
        ("a.yaml", format!("x-a: {}1", "- ".repeat(deep))),
        ("a.toml", format!("x-a = {}{}", "[".repeat(deep), "]".repeat(deep))),
        ("a.toml", format!("x-a = {}1{}", "{a = ".repeat(deep), "}".repeat(deep))),
        ("a.toml", format!("{}a = 1", "a.".repeat(deep))),
        ("a.toml", format!("[{}a]\nb = 1", "a.".repeat(deep))),
    ];
    for (file, text) in texts {
        quickly(file, || {
            let checked = check_texts(&[("privreg.yaml", ROOT), (file, &text)]);
            assert!(checked.report.findings.iter().any(|finding| finding.rule.code == "PR015"), "{}", &text[..40]);
        });
    }
}

/// What `code` finds in one file beside a root: path and message.
fn found(code: &str, file: &str, text: &str) -> Vec<(String, String)> {
    let checked = check_texts(&[("privreg.yaml", ROOT), (file, text)]);
    let findings = checked.report.findings.iter().filter(|finding| finding.rule.code == code);
    findings.map(|finding| (finding.path.clone(), finding.message.clone())).collect()
}

#[test]
fn a_wrong_id_has_the_path_of_what_it_names() {
    let paths = |file, text| found("PR017", file, text).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    let text = "recipients: {Bad_Id: {name: A}}\nsystems: {Bad_Id: {name: B}}\n";
    assert_eq!(paths("a.yaml", text), ["recipients.Bad_Id", "systems.Bad_Id"]);
    assert_eq!(paths("activities/Bad_Id.yaml", "name: A\n"), ["activities.Bad_Id"]);
}

#[test]
fn words_that_are_no_period_refer_to_nothing() {
    let at_end = |text: &str| found("PR003", "processing-for/hosting.yaml", &format!("name: Hosting\nat_end: {text}\n"));
    assert_eq!(at_end("at least 5 years after the-handover"), []);
    let unknown = at_end("5 years after the-handover");
    assert!(unknown.len() == 1 && unknown[0].1.contains("`the-handover`"), "{unknown:?}");
}

#[test]
fn what_people_write_in_toml_is_named_in_their_words() {
    for (text, message) in [
        ("x-a = no", "`no` is no value in TOML"),
        ("x-a = False # ü", "`False` is no value in TOML"),
        ("x-a = 2026-11-31", "`2026-11-31` is no date"),
        ("x-a = 090", "A number does not begin with 0"),
        ("x-a = inform", "A text needs quotes in TOML"),
        ("x-a = “ü”", "These quotation marks are those of a word processor"),
        ("x-a =", "A field has a name but no value"),
        ("x-å = 1", "A name with other letters than a to z, digits, - and _ needs quotes"),
        ("x-a: 1", "A colon stands where TOML has an equals sign"),
        ("x-a = \"C:\\users\"", "A backslash inside \"...\" has a meaning of its own"),
    ] {
        let found = found("PR015", "a.toml", text);
        assert!(found.first().is_some_and(|(_, own)| own == message), "{text}: {found:?}");
    }
}

#[test]
fn the_language_of_a_file_does_not_depend_on_the_case_of_its_name() {
    for file in ["a.toml", "a.TOML"] {
        let text = "[recipients.it]\nname = \"It\"\n[activities.care]\nname = \"Care\"\nrecipients = [\"it\", \"it-2\"]\nsources = [\"people\"]\n";
        assert_eq!(found("PR003", file, text).len(), 2, "{file}");
    }
}

/// One fault, at the first value that is too deep; what only looks deep is read.
#[test]
fn nesting_is_counted_where_values_nest() {
    let checked =
        check_texts(&[("privreg.yaml", ROOT), ("a.toml", &format!("x-b = 1\nx-a = {}{}\n", "[".repeat(90), "]".repeat(90)))]);
    let deep: Vec<_> = checked.report.findings.iter().filter(|finding| finding.rule.code == "PR015").collect();
    assert_eq!(deep.len(), 1);
    let at = checked.register.tree.sources.get(deep[0].loc.file).position(deep[0].loc.start);
    assert_eq!((at.line, at.column), (2, "x-a = ".len() + 65));

    let dots = ".".repeat(100);
    let harmless =
        format!("# {dots}\n# {brackets}\nx-a = '''\n{dots}\n{brackets}'''\nx-b = \"{brackets}\"\n", brackets = "[".repeat(100));
    let checked = check_texts(&[("privreg.yaml", ROOT), ("a.toml", &harmless)]);
    assert!(checked.report.findings.iter().all(|finding| finding.rule.code != "PR015"), "{:?}", checked.report.findings);
}

/// Times that grow with the square of what somebody misplaced would be hours here.
#[test]
fn many_faults_of_one_kind_take_no_time() {
    let unknown: String = (0..10_000).map(|number| format!("    field-{number}: 1\n")).collect();
    let repeated = "  a: {name: A}\n".repeat(20_000);
    for text in [format!("activities:\n  a:\n{unknown}"), format!("activities:\n{repeated}")] {
        quickly("many faults", || {
            let checked = check_texts(&[("privreg.yaml", ROOT), ("a.yaml", &text)]);
            assert!(checked.report.findings.len() > 9_000);
        });
    }
}

#[test]
fn a_file_made_of_aliases_ends_at_once() {
    let mut text = "x-a: &a0 [lol, lol]\n".to_owned();
    for level in 1..1000 {
        text.push_str(&format!("x-{level}: &a{level} [*a{}, *a{}, *a{}]\n", level - 1, level - 1, level - 1));
    }
    quickly("aliases", || {
        let checked = check_texts(&[("privreg.yaml", ROOT), ("a.yaml", &text)]);
        let found: Vec<_> = checked.report.findings.iter().filter(|finding| finding.rule.code == "PR016").collect();
        assert!(!found.is_empty() && found.len() <= 12, "{} findings", found.len());
    });
}

/// Runs `validate --format json` on a folder and gives its findings as (code, file, line).
fn validate(folder: &std::path::Path) -> (Run, Vec<(String, String, u64)>) {
    let run = privreg_in(folder, &["validate", ".", "--format", "json"], &[]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}{}", run.out, run.err));
    let rows = json["findings"].as_array().expect("findings");
    let found = rows.iter().map(|row| {
        (row["code"].as_str().unwrap().to_owned(), row["file"].as_str().unwrap().to_owned(), row["line"].as_u64().unwrap())
    });
    let found = found.collect();
    (run, found)
}

#[test]
fn files_that_are_not_utf8_are_findings() {
    let folder = scratch("not-utf8");
    write(&folder, "privreg.yaml", ROOT);
    write(&folder, "a.yaml", b"x-a: b\nx-c: K\xe5re\n");
    write(&folder, "b.toml", b"x-a = \"b\"\nx-c = \"K\xe5re\"\n");
    write(&folder, "c.yaml", b"\xff\xfex\0-\0a\0");
    let (run, found) = validate(&folder);
    assert_eq!(run.code, 1);
    for (file, line) in [("a.yaml", 2), ("b.toml", 2), ("c.yaml", 1)] {
        assert!(found.contains(&("PR015".into(), file.into(), line)), "{file}: {found:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_register_and_in_circles_are_findings() {
    use std::os::unix::fs::symlink;
    let folder = scratch("links");
    write(&folder, "elsewhere/secret.yaml", "x-a: b\n");
    write(&folder, "register/privreg.yaml", ROOT);
    let register = folder.join("register");
    std::fs::create_dir_all(register.join("activities")).unwrap();
    symlink(folder.join("elsewhere/secret.yaml"), register.join("outside.yaml")).unwrap();
    symlink(&register, register.join("activities/circle")).unwrap();
    symlink(register.join("self.yaml"), register.join("self.yaml")).unwrap();
    symlink(register.join("nothing.toml"), register.join("gone.toml")).unwrap();
    symlink(folder.join("elsewhere"), register.join("folder")).unwrap();
    let (run, found) = validate(&register);
    assert_eq!(run.code, 1);
    for file in ["outside.yaml", "activities/circle", "self.yaml", "gone.toml", "folder"] {
        assert!(found.contains(&("PR015".into(), file.into(), 1)), "{file}: {found:?}");
    }
    assert!(!run.out.contains("secret\""), "nothing behind a link is read");
}

#[test]
fn two_files_that_mark_the_register_are_a_finding() {
    let folder = scratch("two-marks");
    write(&folder, "privreg.yaml", ROOT);
    write(&folder, "privreg.toml", "x-a = 1\n");
    let (_, found) = validate(&folder);
    assert!(found.contains(&("PR018".into(), "privreg.toml".into(), 1)), "{found:?}");
}

#[test]
fn all_faults_of_all_files_come_out_of_one_run() {
    let files: Vec<(&str, String)> = CASES
        .iter()
        .filter(|case| case.file != "activities/b.toml")
        .enumerate()
        .map(|(at, case)| (case.code, format!("{at}.{}", case.file.rsplit('.').next().unwrap())))
        .collect();
    let texts: Vec<String> =
        CASES.iter().filter(|case| case.file != "activities/b.toml").map(|case| expect(case.marked).text).collect();
    let mut all = vec![("privreg.yaml", ROOT)];
    all.extend(files.iter().zip(&texts).map(|((_, file), text)| (file.as_str(), text.as_str())));
    let checked = check_texts(&all);
    for (code, file) in &files {
        let hit = checked
            .report
            .findings
            .iter()
            .any(|finding| finding.rule.code == *code && checked.register.tree.sources.get(finding.loc.file).path == *file);
        assert!(hit, "{code} in {file}");
    }
}

#[test]
fn a_broken_definition_still_owns_its_id() {
    let broken_file = "recipients:\n  helpdesk:\n    name: Helpdesk\n   role: processor\n";
    let user = "recipients: [helpdesk]\n";
    let checked = check_texts(&[("privreg.yaml", ROOT), ("a.yaml", broken_file), ("activities/b.yaml", user)]);
    let codes: Vec<_> = checked.report.findings.iter().map(|finding| finding.rule.code).collect();
    assert_eq!(codes, ["PR015"]);

    let broken_entity = "recipients:\n  helpdesk: none\n";
    let checked = check_texts(&[("privreg.yaml", ROOT), ("a.yaml", broken_entity), ("activities/b.yaml", user)]);
    let found: Vec<_> = checked.report.findings.iter().filter(|finding| finding.rule.code == "PR003").collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_misspelt_field_is_one_finding_not_two() {
    let text = "name: Support\npurpose:\n  a: {name: Answer all the questions, legal_basis: contract}\n";
    let checked = check_texts(&[("privreg.yaml", ROOT), ("activities/b.yaml", text)]);
    let about: Vec<_> = checked
        .report
        .findings
        .iter()
        .filter(|finding| finding.path.contains("purpose"))
        .map(|finding| finding.rule.code)
        .collect();
    assert_eq!(about.iter().filter(|code| **code == "PR001").count(), 1, "{about:?}");
    assert!(!about.contains(&"PR201"), "{about:?}");
}

#[test]
fn what_is_written_and_cannot_be_read_is_not_missing_as_well() {
    let organisation = "organisation: {name: A, number: 1, country: Norwway, address: Street 1, email: a@a.no}\n";
    let notice = "notices: {web: {covers: [payrol]}}\n";
    let activity = "activities: {payroll: {purposes: {pay: {name: Pay salaries, legal_basis: goodwill}}, recipients: [post]}}\n";
    let transfer = "recipients: {post: {name: P, role: processor, country: US, transfers: {US: {mechanism: sccs-2010}}}}\n";
    let text = [organisation, notice, activity, transfer].concat();
    let checked = check_texts(&[("privreg.yaml", &text)]);
    let of = |code: &str| checked.report.findings.iter().filter(|finding| finding.rule.code == code).count();
    for missing in ["PR101", "PR202", "PR601", "PR701"] {
        assert_eq!(of(missing), 0, "{missing}");
    }
    assert_eq!((of("PR002"), of("PR003")), (3, 1));
}
