//! The day before, the day and the day after every change of a fact: what rules say on each of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::common::{day, root};
use chrono::NaiveDate;
use privreg::decode::Country;
use privreg::{Law, Options, Register, Sources, check};
use regex_syntax::hir::{Class, Hir, HirKind};
use serde::Deserialize;
use toml::{Table, Value};

#[derive(Debug, Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// What a rule finds around one day; `tests/data/dates.toml` explains the fields.
#[derive(Clone, Debug, Deserialize)]
struct Case {
    rule: String,
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    facts: Vec<String>,
    day: toml::value::Datetime,
    as_of: Option<toml::value::Datetime>,
    found: [String; 3],
    register: String,
}

fn written() -> Vec<Case> {
    let cases: Cases = toml::from_str(include_str!("data/dates.toml")).expect("cases");
    cases.case
}

/// Cases that are alike for every entry of a table of law.
fn generated() -> Vec<Case> {
    [adequacy(), instruments(), clauses(), superseded(), renamed_authorities()].concat()
}

fn recipient(fields: &str) -> String {
    format!("organisation: {{name: A AB, country: SE}}\nrecipients: {{it: {{name: It, role: controller, does: x, {fields}}}}}")
}

/// The days around one change, with a rule that finds nothing while the fact holds.
fn around(rule: &str, fact: String, day: NaiveDate, found: [&str; 3], register: &str) -> Case {
    let (asks, facts, day) = (Vec::new(), vec![fact], written_as_toml(day));
    let found = found.map(String::from);
    Case { rule: rule.into(), asks, facts, day, as_of: None, found, register: register.into() }
}

const BEGINS: [&str; 3] = ["any", "", ""];
const ENDS: [&str; 3] = ["", "any", "any"];

/// From the first day on nothing is found, from the day after the last on something is again.
fn while_it_holds(rule: &str, path: &str, fact: &Table, register: &str) -> Vec<Case> {
    let first = fact.get("valid_from").map(|from| around(rule, format!("{path}/valid_from"), date(from), BEGINS, register));
    let after = fact.get("valid_to").map(|to| around(rule, format!("{path}/valid_to"), next(date(to)), ENDS, register));
    first.into_iter().chain(after).collect()
}

fn adequacy() -> Vec<Case> {
    let decisions = array(&LAW["adequacy"], "decision");
    let of = |decision: &&Table| decision.get("country").is_some();
    let cases = decisions.filter(of).flat_map(|decision| {
        let (country, number) = (text(decision, "country"), text(decision, "decision"));
        let register = recipient(&format!("country: {country}, transfers: {{{country}: adequacy}}"));
        while_it_holds("PR603", &format!("adequacy/decision/{number}"), decision, &register)
    });
    cases.collect()
}

fn instruments() -> Vec<Case> {
    let tables = LAW["instruments"].iter().filter_map(|(id, value)| Some((id, value.as_table()?)));
    let cases = tables.filter(|(id, _)| *id != "transfer_assessment").flat_map(|(id, instrument)| {
        let country = if id.starts_with("uk-") { "GB" } else { "US" };
        let register = recipient(&format!("country: {country}, transfers: {{{country}: {id}}}"));
        while_it_holds("PR607", &format!("instruments/{id}"), instrument, &register)
    });
    cases.collect()
}

/// Here the day of the signature moves, except for the end of what clauses carry.
fn clauses() -> Vec<Case> {
    let mut cases = Vec::new();
    for set in array(&LAW["instruments"], "clauses") {
        let id = text(set, "set");
        let path = |field: &str| format!("instruments/clauses/{id}/{field}");
        let signed =
            |day: &str| recipient(&format!("country: US, transfers: {{US: {{mechanism: sccs, set: {id}, signed: {day}}}}}"));
        let first = date(&set["valid_from"]);
        let while_valid = Some(written_as_toml(first + chrono::Days::new(60)));
        cases.push(Case { as_of: while_valid, ..around("PR608", path("valid_from"), first, BEGINS, &signed("DAY")) });
        if let Some(last) = set.get("sign_until").map(date) {
            let while_valid = Some(written_as_toml(date(&set["valid_to"])));
            cases.push(Case { as_of: while_valid, ..around("PR608", path("sign_until"), next(last), ENDS, &signed("DAY")) });
        }
        if let Some(last) = set.get("valid_to").map(date) {
            cases.push(around("PR608", path("valid_to"), next(last), ENDS, &signed(&first.to_string())));
        }
    }
    cases
}

fn superseded() -> Vec<Case> {
    let mut cases = Vec::new();
    for reference in array(&LAW["superseded"], "reference") {
        let id = text(reference, "id");
        let country = reference["countries"][0].as_str().filter(|country| *country != "*").unwrap_or("NO");
        // Where the day is not known, it is the one on which the new state was seen.
        let (path, day) = match reference.get("replaced_on") {
            Some(day) => (format!("superseded/reference/{id}/replaced_on"), date(day)),
            None => ("superseded/as_known_on".into(), date(&LAW["superseded"]["as_known_on"])),
        };
        for pattern in reference["patterns"].as_array().expect("patterns") {
            let pattern = regex_syntax::parse(pattern.as_str().expect("a pattern")).expect("a pattern");
            let text = format!("As in {} ", sample(&pattern));
            let register = format!(
                "organisation: {{name: A, country: {country}}}\nnotices: {{site: {{covers: [care], sections: {{more: {{text: {text:?}}}}}}}}}"
            );
            cases.push(around("PR012", path.clone(), day, ENDS, &register));
        }
    }
    cases
}

fn renamed_authorities() -> Vec<Case> {
    let mut cases = Vec::new();
    for authority in array(&LAW["authorities"], "authority") {
        let country = text(authority, "country");
        for former in authority.get("former").into_iter().flat_map(|former| former.as_array().expect("a list")) {
            let Some(until) = former.get("until").map(date) else { continue };
            let name = former["name"].as_str().expect("a name");
            let register = format!("organisation: {{name: A, country: {country}, authority: {name}}}");
            let path = format!("authorities/authority/{country}/former/{name}/until");
            cases.push(around("PR710", path, until, ["", "is a former name", "is a former name"], &register));
        }
    }
    cases
}

/// A text that a pattern finds.
fn sample(pattern: &Hir) -> String {
    match pattern.kind() {
        HirKind::Literal(literal) => String::from_utf8(literal.0.to_vec()).expect("UTF-8"),
        HirKind::Class(Class::Unicode(class)) => {
            let may_be_blank = class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&' '));
            if may_be_blank { " ".into() } else { class.ranges()[0].start().to_string() }
        }
        HirKind::Class(Class::Bytes(_)) | HirKind::Empty | HirKind::Look(_) => String::new(),
        // What may stand between two words does, that they stay apart.
        HirKind::Repetition(repetition) => {
            let times = if repetition.max == Some(1) { repetition.min } else { repetition.min.max(1) };
            sample(&repetition.sub).repeat(times as usize)
        }
        HirKind::Capture(capture) => sample(&capture.sub),
        HirKind::Concat(parts) => parts.iter().map(sample).collect(),
        HirKind::Alternation(ways) => sample(&ways[0]),
    }
}

/// What the rule says: level and message of each finding.
fn said(rule: &str, register: &str, as_of: NaiveDate) -> Vec<String> {
    let mut text = register.to_owned() + "\n";
    let has = |text: &str, section: &str| text.lines().any(|line| line.starts_with(section));
    if !has(&text, "organisation:") {
        text.push_str("organisation: {name: Nordlys AS, country: NO}\n");
    }
    if !has(&text, "activities:") {
        text.push_str(if has(&text, "recipients:") {
            "activities: {care: {recipients: [it]}}\n"
        } else {
            "activities: {care: {}}\n"
        });
    }
    let mut sources = Sources::default();
    sources.add("privreg.yaml", "privreg.yaml", text);
    let register = Register::read(sources);
    let options = Options { select: vec![rule.into(), "PR0".into()], ..Options::default() };
    let report = check(&register, &Law::on(as_of), &options);
    let own = |finding: &&privreg::Finding| finding.rule.code == rule;
    // A register that cannot be read says nothing on dates.
    let unread = report.findings.iter().find(|finding| matches!(finding.rule.check, privreg::rule::Check::Structure(_)));
    if let Some(unread) = unread {
        return vec![format!("unread: {}", unread.message)];
    }
    report.findings.iter().filter(own).map(|finding| format!("{}: {}", finding.level.id(), finding.message)).collect()
}

#[test]
fn rules_change_their_answer_on_the_day_the_fact_changes() {
    let mut wrong = Vec::new();
    for case in written().into_iter().chain(generated()) {
        let first = day(&case.day.to_string());
        let days = [first.pred_opt().expect("a day"), first, next(first)];
        for (day, expected) in days.into_iter().zip(&case.found) {
            let as_of = case.as_of.map_or(day, |as_of| crate::common::day(&as_of.to_string()));
            let said = said(&case.rule, &case.register.replace("DAY", &day.to_string()), as_of);
            let is_right = match expected.as_str() {
                "" => said.is_empty(),
                "any" => !said.is_empty() && !said[0].starts_with("unread"),
                part => said.iter().any(|said| said.contains(part)),
            };
            if !is_right {
                let of = case.facts.join(", ");
                wrong.push(format!("{} {of} on {day}: expected {expected:?}, said {said:?}", case.rule));
            }
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Countries whose rule on cookies has a first day and no rule before it; the data say why.
const WITHOUT_A_RULE_BEFORE: [&str; 2] = ["CZ", "DK"];

/// Answers on national law that only notices give: which provision stands behind the rule on cookies.
#[test]
fn the_provision_on_cookies_changes_on_its_day() {
    for (code, own) in LAW["national"].iter().filter_map(|(code, own)| Some((code, own.as_table()?))) {
        let Some(rule) = own.get("cookies").and_then(Value::as_table) else { continue };
        let Some(first) = rule.get("from").map(date) else { continue };
        let country = Country::from_code(code).expect("a code");
        let on = |day: NaiveDate| Law::on(day).national(country).and_then(|own| own.cookie_provision(day)).map(String::from);
        let (before, provision) = (rule.get("before").and_then(Value::as_str), rule["provision"].as_str());
        assert_eq!(on(first.pred_opt().expect("a day")).as_deref(), before, "{code}");
        assert_eq!((on(first).as_deref(), on(next(first)).as_deref()), (provision, provision), "{code}");
        assert_ne!(before, provision, "{code}");
        assert_eq!(before.is_none(), WITHOUT_A_RULE_BEFORE.contains(&code.as_str()), "{code}");
    }
}

/// Questions to the day or to the law that have other answers on other days, as rules spell them.
const QUESTIONS: [&str; 25] = [
    "as_of",
    "is_eea",
    "is_third_country",
    "needs_mechanism",
    "adequacy",
    "organisation_adequacy",
    "validity",
    "demands_transfer_assessments",
    ".clauses",
    "superseded",
    "record_exempt_below",
    "is_prohibited_ai",
    "high_risk_applies",
    "ai_transparency_applies",
    "age_of_consent",
    "accepts_browser_settings",
    "exempts_statistics",
    "former_name_in",
    "gdpr_since",
    "flows::of",
    "is_under_ai_act",
    "due::all",
    "due::of_deletion",
    "due::of_dpf",
    "review_interval",
];

/// Questions that a rule asks and that no day changes for it.
const UNCHANGED: [(&str, &str, &str); 2] = [
    ("PR605", "flows::of", "it asks for the United States, which never were in the EEA"),
    ("PR619", "flows::of", "it asks for international organisations, which never were in the EEA"),
];

#[test]
#[expect(clippy::disallowed_methods, reason = "reads the sources of rules")]
fn every_dated_question_of_every_rule_has_a_case() {
    let cases: Vec<Case> = written();
    let asked: BTreeSet<(&str, &str)> =
        cases.iter().flat_map(|case| case.asks.iter().map(|asked| (case.rule.as_str(), asked.as_str()))).collect();
    let mut missing = Vec::new();
    let mut seen = BTreeSet::new();
    for rule in privreg::rules::all() {
        let file = format!("{}_{}.rs", rule.code.to_lowercase(), rule.name.replace('-', "_"));
        let found = walkdir::WalkDir::new(root().join("src/rules")).into_iter().filter_map(Result::ok);
        let path = found.into_iter().find(|entry| entry.file_name().to_str() == Some(&file)).expect("a rule has a file");
        let source = std::fs::read_to_string(path.path()).expect("a file");
        for question in QUESTIONS {
            let is_asked = source.match_indices(&format!("{question}(")).any(|(at, _)| {
                question.starts_with('.') || !source[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
            });
            if !is_asked {
                continue;
            }
            seen.insert(question);
            let is_unchanged = UNCHANGED.iter().any(|(code, own, _)| *code == rule.code && *own == question);
            if !is_unchanged && !asked.contains(&(rule.code, question)) {
                missing.push(format!("{} asks {question}", rule.code));
            }
        }
    }
    assert!(missing.is_empty(), "no case in tests/data/dates.toml: {missing:#?}");
    assert_eq!(seen.len(), QUESTIONS.len(), "some question is asked by no rule: {seen:?}");
}

/// Dates of law that no case crosses, and why.
const UNCROSSED: [(&str, &str); 2] = [
    ("national/*/cookies/from", "read by notices alone, tested above"),
    ("*/as_known_on", "when somebody looked, not when the law changed"),
];

#[test]
fn every_date_of_the_law_has_a_case() {
    let mut dates = BTreeMap::new();
    for (file, table) in LAW.iter() {
        collect(&Value::Table(table.clone()), file, &mut dates);
    }
    assert!(dates.len() > 100, "{} dates", dates.len());
    let mut wrong = Vec::new();
    let mut crossed = BTreeSet::new();
    for case in written().into_iter().chain(generated()) {
        for fact in &case.facts {
            let Some(date) = dates.get(fact) else {
                wrong.push(format!("{fact} is no date of the law"));
                continue;
            };
            // Last days are inclusive; the last day of a former name is the first of the new one.
            let is_last = ["valid_to", "until", "sign_until", "browser_settings_until"]
                .iter()
                .any(|field| fact.ends_with(&format!("/{field}")));
            let changes = if is_last && !fact.starts_with("authorities/") { next(*date) } else { *date };
            if changes != day(&case.day.to_string()) {
                wrong.push(format!("{fact} changes on {changes}, the case looks at {}", case.day));
            }
            crossed.insert(fact.clone());
        }
    }
    let is_listed = |path: &str| {
        UNCROSSED.iter().any(|(listed, _)| match listed.split_once('*') {
            Some((head, tail)) => path.starts_with(head) && path.ends_with(tail),
            None => path == *listed,
        })
    };
    wrong.extend(
        dates.keys().filter(|path| !crossed.contains(*path) && !is_listed(path)).map(|path| format!("{path} has no case")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The files of `data/law/` by name.
#[expect(clippy::disallowed_methods, reason = "reads the law as it is written")]
static LAW: LazyLock<BTreeMap<String, Table>> = LazyLock::new(|| {
    let files = std::fs::read_dir(root().join("data/law")).expect("a folder").filter_map(Result::ok);
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a file");
        (path.file_stem().expect("a name").to_string_lossy().into_owned(), text.parse().expect("TOML"))
    };
    files.map(|entry| read(entry.path())).collect()
});

/// All dates below a value with their paths; entries of a list go by what they are about.
fn collect(value: &Value, path: &str, dates: &mut BTreeMap<String, NaiveDate>) {
    match value {
        Value::Datetime(_) => {
            assert!(dates.insert(path.to_owned(), date(value)).is_none(), "{path} stands twice");
        }
        Value::Table(table) => table.iter().for_each(|(key, value)| collect(value, &format!("{path}/{key}"), dates)),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                const NAMES: [&str; 6] = ["decision", "basis", "set", "id", "country", "name"];
                let name = NAMES.iter().find_map(|name| item.get(name)?.as_str());
                let code = || item.get("codes").and_then(|codes| codes.get(0)).and_then(Value::as_str);
                let name =
                    name.or_else(code).map_or_else(|| at.to_string(), |name| name.split(" (").next().unwrap_or(name).to_owned());
                collect(item, &format!("{path}/{name}"), dates);
            }
        }
        _ => {}
    }
}

fn array<'t>(table: &'t Table, name: &str) -> impl Iterator<Item = &'t Table> {
    table[name].as_array().expect("a list").iter().map(|item| item.as_table().expect("a table"))
}

fn text<'t>(table: &'t Table, name: &str) -> &'t str {
    table[name].as_str().expect("a text")
}

fn date(value: &Value) -> NaiveDate {
    day(&value.as_datetime().expect("a date").to_string())
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().expect("a day")
}

fn written_as_toml(day: NaiveDate) -> toml::value::Datetime {
    day.to_string().parse().expect("a date")
}
