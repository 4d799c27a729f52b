//! The retention schedule: which data go when, why and how. By activity or by system, in each the longest first.

use std::cmp::Ordering;

use serde_json::{Value, json};

use crate::decode::{Duration, Entry};
use crate::keeping::{self, Kept};
use crate::model::*;
use crate::render::{Maker, clean, upper_first};
use crate::titles::Titled;

use super::retention_flags::Flags;
use super::{By, Cell, Sheet, Standing, activity_name, collation, columns, date, facts, lines, maybe, standing_activities, text};

/// What is kept in an activity for one time.
pub(super) struct Holding<'r> {
    pub activity: &'r Entry<Activity>,
    /// The purpose whose own time this is, and the case of it; none where it holds for all.
    pub purpose: Option<(&'r Entry<Purpose>, Option<&'r Entry<Case>>)>,
    /// The category as the activity has it.
    entry: &'r CategoryEntry,
    pub category: &'r Entry<DataCategory>,
    /// None where nothing says how long.
    pub kept: Option<Kept<'r>>,
    /// The longest that may be, in days; what is open is longer than every number.
    days: f64,
}

pub(super) fn sheet(maker: &Maker<'_>, standing: Standing, by: By) -> Sheet {
    let holdings = holdings(maker);
    let flags = Flags::new(&holdings);
    let (stem, first, systems, rows): (_, &[_], &[_], _) = match by {
        By::Activity => {
            ("retention", &[], &[("systems", "")], holdings.iter().map(|holding| row(maker, holding, &flags, None)).collect())
        }
        By::System => {
            let all = by_system(maker, &holdings).into_iter();
            let rows = all.map(|(system, holding)| row(maker, holding, &flags, Some(system))).collect();
            ("retention-by-system", &[("system", "")], &[], rows)
        }
    };
    let middle = [
        ("activity", ""),
        ("category", "Art. 30(1)(f)"),
        ("purposes", ""),
        ("period", "Art. 30(1)(f)"),
        ("flags", ""),
        ("because", ""),
        ("also", "Art. 13(2)(a)"),
        ("then", ""),
        ("how", ""),
    ];
    let keys = [first, &middle, systems, &[("owner", ""), ("checked", "")]].concat();
    Sheet {
        id: "retention",
        stem: stem.into(),
        title: maker.words.say("retention-schedule"),
        head: facts(maker, standing, false),
        is_public: false,
        columns: columns(maker, &keys),
        rows,
        lead: Vec::new(),
        annexes: Vec::new(),
    }
}

/// Activities in the order of every record; in each, the longest first.
fn holdings<'r>(maker: &Maker<'r>) -> Vec<Holding<'r>> {
    let register = maker.register;
    let country = register.organisation().and_then(|own| own.country);
    let days = |kept: Option<&Kept<'_>>| kept.and_then(|kept| kept.longest_days(maker.law, country)).unwrap_or(f64::MAX);
    let mut all = Vec::new();
    for activity in standing_activities(maker) {
        let mut own = Vec::new();
        for entry in activity.value.data_categories.iter() {
            let Some(category) = register.get(entry.category) else { continue };
            let kept = keeping::all_of_category(register, &activity.value, entry);
            if kept.is_empty() {
                own.push(Holding { activity, purpose: None, entry, category, kept: None, days: days(None) });
            }
            own.extend(kept.into_iter().map(|holds| {
                let (purpose, days) = (holds.purpose.map(|purpose| (purpose, holds.case)), days(Some(&holds.kept)));
                Holding { activity, purpose, entry, category, kept: Some(holds.kept), days }
            }));
        }
        own.sort_by(longest_first);
        all.extend(own);
    }
    all
}

fn longest_first(a: &Holding<'_>, b: &Holding<'_>) -> Ordering {
    b.days.total_cmp(&a.days)
}

/// Once for each system of the activity, by the system's name; data without a system stand last.
fn by_system<'h, 'r>(maker: &Maker<'r>, holdings: &'h [Holding<'r>]) -> Vec<(Option<&'r Entry<System>>, &'h Holding<'r>)> {
    let mut all: Vec<(Option<&Entry<System>>, &Holding<'_>)> = Vec::new();
    for holding in holdings {
        let systems = maker.all(keeping::systems(&holding.activity.value, holding.entry));
        if systems.is_empty() {
            all.push((None, holding));
        }
        all.extend(systems.into_iter().map(|system| (Some(system), holding)));
    }
    let key = |system: Option<&Entry<System>>| match system {
        Some(system) => (false, collation(maker.words.lang, &system_name(system)), system.id.to_string()),
        None => (true, String::new(), String::new()),
    };
    // Stable sorts: in a system the longest stay first, and what is as long stays in the order of the activities.
    all.sort_by(|(_, a), (_, b)| longest_first(a, b));
    all.sort_by_cached_key(|(system, _)| key(*system));
    all
}

/// What the data are kept for: the purpose whose own period it is, else all that use them.
fn purposes(maker: &Maker<'_>, holding: &Holding<'_>) -> Vec<String> {
    let uses = |purpose: &&Entry<Purpose>| {
        let narrowed = &purpose.value.data_categories;
        narrowed.is_empty() || narrowed.contains(&holding.entry.category)
    };
    match holding.purpose {
        Some((purpose, case)) => vec![upper_first(&maker.use_of(purpose, case))],
        None => holding.activity.purposes.iter().filter(uses).map(|purpose| upper_first(&maker.use_of(purpose, None))).collect(),
    }
}

fn system_name(system: &Entry<System>) -> String {
    clean::text(system.title())
}

/// A row; by system, it names the system or says that there is none.
fn row(maker: &Maker<'_>, holding: &Holding<'_>, flags: &Flags<'_>, by_system: Option<Option<&Entry<System>>>) -> Vec<Cell> {
    let w = maker.words;
    let (activity, kept) = (holding.activity, holding.kept);
    let country = maker.register.organisation().and_then(|own| own.country);
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
    let name = activity_name(maker, activity);
    let name = match holding.purpose {
        Some((purpose, case)) => {
            let purpose = upper_first(&maker.use_of(purpose, case));
            w.with("colon", &[("label", &name), ("text", &purpose)])
        }
        None => name,
    };
    let mut cells = Vec::new();
    if let Some(system) = by_system {
        cells.push(system.map_or_else(
            || Cell::None(w.say("not-stated")),
            |system| Cell::Coded(system_name(system), json!(system.id.to_string())),
        ));
    }
    cells.extend([
        text(maker, name),
        Cell::Coded(maker.category(holding.category), json!(holding.category.id.to_string())),
        lines(maker, purposes(maker, holding)),
        match kept {
            Some(kept) => Cell::Coded(maker.kept(&kept), period(maker, &kept)),
            None => Cell::None(w.say("not-stated")),
        },
        flags.of(maker, holding),
        lines(maker, because),
        match kept.map(|kept| maker.kept_terms(&kept)) {
            Some(terms) if !terms.is_empty() => lines(maker, terms),
            _ => Cell::None(w.say("nobody")),
        },
        text(maker, w.say(then)),
        text(maker, w.say(how)),
    ]);
    if by_system.is_none() {
        let systems = maker.all(keeping::systems(&activity.value, holding.entry));
        cells.push(lines(maker, systems.into_iter().map(system_name).collect()));
    }
    cells.extend([maybe(maker, activity.owner.as_deref()), date(maker, rule.and_then(|rule| rule.checked))]);
    cells
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
