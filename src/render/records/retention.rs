//! The retention schedule: which data go when, why and how. Longest first.

use serde_json::{Value, json};

use crate::decode::Duration;
use crate::keeping::{self, Kept};
use crate::model::*;
use crate::render::Maker;

use super::{Cell, Sheet, Standing, activity_name, columns, date, facts, lines, maybe, sorted_activities, text};

pub(super) fn sheet(maker: &Maker<'_>, standing: Standing) -> Sheet {
    let keys = [
        ("activity", ""),
        ("category", "Art. 30(1)(f)"),
        ("period", "Art. 30(1)(f)"),
        ("because", ""),
        ("then", ""),
        ("how", ""),
        ("systems", ""),
        ("owner", ""),
        ("checked", ""),
    ];
    let register = maker.register;
    let w = maker.words;
    let country = register.organisation().and_then(|own| own.country);
    let mut rows: Vec<(f64, Vec<Cell>)> = Vec::new();
    for activity in sorted_activities(maker).into_iter().filter(|activity| activity.status != Some(Status::Ended)) {
        let systems: Vec<String> = register
            .all(&activity.value.systems)
            .map(|system| system.value.name.as_deref().unwrap_or(&system.id).to_owned())
            .collect();
        for entry in activity.value.data_categories.iter() {
            let Some(category) = register.get(entry.category) else { continue };
            let kept = keeping::of_category(register, &activity.value, entry);
            let days = kept.and_then(|kept| kept.longest_days(maker.law, country)).unwrap_or(f64::MAX);
            let rule = kept.and_then(|kept| kept.rule);
            let mut because: Vec<String> =
                rule.map(|rule| maker.citations(&rule.law)).into_iter().filter(|law| !law.is_empty()).collect();
            because.extend(rule.and_then(|rule| rule.why.as_ref()).map(|why| maker.text(why)));
            because.extend(kept.and_then(|kept| kept.statute(maker.law, country)).map(|statute| statute.provision.clone()));
            let then = match rule.and_then(|rule| rule.then) {
                Some(Then::Anonymise) => "anonymise",
                Some(Then::Archive) => "archive",
                Some(Then::Return) => "return",
                Some(Then::Delete) | None => "delete",
            };
            let how = match rule.and_then(|rule| rule.method) {
                Some(Method::Automatic) => "method-automatic",
                Some(Method::Manual) => "method-manual",
                None => "method-unknown",
            };
            let row = vec![
                text(maker, activity_name(maker, activity)),
                Cell::Coded(maker.category(category), json!(category.id.to_string())),
                match kept {
                    Some(kept) => Cell::Coded(maker.kept(&kept), period(maker, &kept)),
                    None => Cell::None(w.say("not-stated")),
                },
                lines(maker, because),
                text(maker, w.say(then)),
                text(maker, w.say(how)),
                lines(maker, systems.clone()),
                maybe(maker, activity.owner.as_deref()),
                date(maker, rule.and_then(|rule| rule.checked)),
            ];
            rows.push((days, row));
        }
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    Sheet {
        id: "retention",
        stem: "retention".into(),
        title: w.say("retention-schedule"),
        head: facts(maker, standing, false),
        is_public: false,
        columns: columns(maker, &keys),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        lead: Vec::new(),
    }
}

/// A period for programs that delete: ISO 8601 durations, and the ids of the events they count from. Null where it is open.
fn period(maker: &Maker<'_>, kept: &Kept<'_>) -> Value {
    let country = maker.register.organisation().and_then(|own| own.country);
    let bound = |bound: &Option<Bound>| {
        bound.as_ref().map(|bound| {
            let events = maker.register.all(&bound.events).map(|event| event.id.to_string()).collect::<Vec<_>>();
            json!({"duration": bound.time.as_ref().map(Duration::iso), "events": events})
        })
    };
    match kept.phrase.map(|phrase| &phrase.meaning) {
        Some(Meaning::Period(period)) => {
            json!({"main": bound(&period.main), "at_most": bound(&period.at_most), "at_least": bound(&period.at_least)})
        }
        Some(Meaning::WithoutStart(time)) => json!({"main": {"duration": time.iso(), "events": []}}),
        Some(Meaning::NotKept | Meaning::Session) => json!({"main": {"duration": "PT0S", "events": []}}),
        Some(Meaning::Permanent | Meaning::Unclear) => Value::Null,
        None => kept
            .statute(maker.law, country)
            .map_or(Value::Null, |statute| json!({"main": {"duration": statute.usual().iso(), "events": []}})),
    }
}
