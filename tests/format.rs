//! What the field tables promise, walked over every field: that they can all be written, and that what is needed is asked for.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use privreg::decode::{Condition, DaySense, Needed, Shape, reachable};
use privreg::model::Level;
use privreg::register::SECTIONS;
use privreg::rules;

use crate::common::check_texts;
use crate::common::complete::{self, At};

fn found(register: &Value) -> Vec<(String, String, String)> {
    let checked = check_texts(&[("privreg.yaml", &complete::text(register))]);
    let row = |finding: &privreg::Finding| (finding.rule.code.to_owned(), finding.path.clone(), finding.message.clone());
    let loud = checked.report.findings.iter().filter(|finding| finding.level >= Level::Warning);
    loud.map(row).collect()
}

#[test]
fn every_field_can_be_written() {
    let structural = ["PR001", "PR002", "PR003", "PR015", "PR016", "PR017", "PR018"];
    let all = complete::registers();
    for own in &all {
        let wrong = found(&own.register).into_iter().filter(|(code, ..)| structural.contains(&code.as_str()));
        assert_eq!(wrong.collect::<Vec<_>>(), []);
    }
    let there = all.iter().flat_map(|own| &own.fields).map(|at| (at.table.name, at.field.name));
    let there: BTreeSet<(&str, &str)> = there.collect();
    let tables = reachable(SECTIONS.iter().map(|section| (section.table)()));
    // Suppressions are no part of what is recorded.
    let tables = tables.into_iter().filter(|table| table.name != "suppression");
    let missing: Vec<(&str, &str)> = tables
        .flat_map(|table| table.fields().iter().map(|field| (table.name, field.name)))
        .filter(|field| !there.contains(field))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_date_says_what_it_stands_for() {
    let tables = reachable(SECTIONS.iter().map(|section| (section.table)()).chain([privreg::model::Settings::INFO]));
    for table in tables {
        for field in table.fields() {
            let is_date = matches!((field.shape)(), Shape::Scalar("date", _));
            assert_eq!(is_date, field.day.is_some(), "{}.{}: past, begins or ahead", table.name, field.name);
            let others = field.after.split_whitespace().chain(field.usually_after.split_whitespace());
            for other in others {
                let is_dated = table.field(other).is_some_and(|other| other.day.is_some());
                assert!(is_date && is_dated, "{}.{} after {other}", table.name, field.name);
            }
        }
    }
}

#[test]
fn what_has_happened_is_not_dated_in_the_future_and_no_date_is_a_slip() {
    let count = |register: &Value, day: &str| {
        let is_meant = |message: &str| message.contains(&format!("is {day}"));
        found(register).iter().filter(|(code, _, message)| code == "PR010" && is_meant(message)).count()
    };
    for own in complete::registers() {
        let dated = own.fields.iter().filter(|at| at.field.day.is_some());
        let (past, other): (Vec<&At>, Vec<&At>) = dated.partition(|at| at.field.day == Some(DaySense::Past));
        let all_on = |fields: &[&At], day: &str| {
            fields.iter().fold(own.register.clone(), |register, at| complete::with(&register, &at.path, json!(day)))
        };
        assert!(past.len() > 20 && !other.is_empty());
        assert_eq!(count(&all_on(&past, "2126-01-01"), "2126-01-01"), past.len());
        let all = [past, other].concat();
        assert_eq!(count(&all_on(&all, "0026-01-01"), "0026-01-01"), all.len());
    }
}

/// The register in which a condition on the fields beside one holds.
fn fulfilled(register: &Value, at: &At, condition: &Condition) -> Value {
    let beside = |name: &str| [&at.path[..at.path.len() - 1], &[name.to_owned()]].concat();
    match condition {
        Condition::Is(name, values) => complete::with(register, &beside(name), json!(values[0])),
        Condition::IsNot(name, value) => {
            let Some(Shape::Values(values)) = at.table.field(name).map(|field| (field.shape)()) else {
                panic!("{name} has no values")
            };
            let other = values.values.iter().find(|own| own.id != *value).expect("another value");
            complete::with(register, &beside(name), json!(other.id))
        }
        Condition::Given(_) | Condition::KeyIsNot(_) => register.clone(),
        Condition::Absent(names) => {
            names.iter().fold(register.clone(), |changed, name| complete::without(&changed, &beside(name)))
        }
        Condition::All(all) => all.iter().fold(register.clone(), |changed, one| fulfilled(&changed, at, one)),
    }
}

/// By a warning or an error. Where a rule alone knows when a field is needed, a test beside the rules asks their examples.
#[test]
fn what_is_needed_is_asked_for() {
    let mut silent = BTreeSet::new();
    let mut heard = BTreeSet::new();
    for own in complete::registers() {
        for at in &own.fields {
            // A table of one field is not there without it.
            if at.field.is_asked_only || at.table.fields().len() == 1 || heard.contains(&(at.table.name, at.field.name)) {
                continue;
            }
            let condition = match at.field.needed {
                Needed::Yes => None,
                Needed::When(text) => match Condition::parse(text, at.table) {
                    Some(condition) => Some(condition),
                    None => panic!("nothing asks for {}.{}: when {text}", at.table.name, at.field.name),
                },
                Needed::No => continue,
            };
            let register = condition.map_or_else(|| own.register.clone(), |condition| fulfilled(&own.register, at, &condition));
            let there = found(&register);
            let before: BTreeSet<_> = there.iter().collect();
            let asks = found(&complete::without(&register, &at.path)).iter().any(|row| !before.contains(&row));
            if asks {
                heard.insert((at.table.name, at.field.name));
            } else {
                silent.insert((at.table.name, at.field.name));
            }
        }
    }
    let silent: Vec<_> = silent.difference(&heard).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn the_rules_that_ask_for_fields_exist() {
    let tables = reachable(SECTIONS.iter().map(|section| (section.table)()));
    for field in tables.into_iter().flat_map(|table| table.fields()) {
        if let Some(code) = field.asked_by {
            assert!(rules::find(code).is_some(), "{}.{}: {code}", field.table, field.name);
            assert!(field.needed != Needed::No, "{}.{} is asked for and not needed", field.table, field.name);
        }
    }
}
