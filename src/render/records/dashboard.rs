//! What a DPO looks at first: what is due, what is missing, where the risks are.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::check::Report;
use crate::decode::{Duration, Entry};
use crate::flows;
use crate::model::*;
use crate::people;
use crate::render::page::{Block, Cell, Item, Line, Page, Row, Section, Table};
use crate::render::policy::frame;
use crate::render::{Maker, clean};
use crate::sensitive;
use crate::walk::{self, PurposeIn};

use super::{Standing, activity_name, head, sorted_activities};

/// Something to be done by a day.
struct Due {
    what: String,
    who: String,
    day: NaiveDate,
}

/// The page, from the register and its findings.
pub fn dashboard(maker: &Maker<'_>, report: &Report) -> Page {
    let w = maker.words;
    let standing = Standing::of(report);
    let mut page = frame(maker, "dashboard", "dashboard", w.say("dashboard"), w.say("dashboard"), &[]);
    page.internal = true;
    page.meta = head(maker, standing, false)
        .iter()
        .map(|(label, text)| Line::text(w.with("colon", &[("label", label), ("text", text)]), "head"))
        .collect();
    let today = maker.law.as_of();
    let mut due = dues(maker);
    due.sort_by(|a, b| (a.day, &a.what).cmp(&(b.day, &b.what)));
    let overdue = due.iter().filter(|due| due.day < today).count();
    page.intro.push(Block::paragraph(Line::strong(verdict(maker, standing, overdue), "verdict")));
    let soon = Duration::months(3).after(today);
    page.sections = vec![
        now(maker, report, &due, today),
        coverage(maker, today),
        risks(maker),
        table(maker, "coming", due.iter().filter(|due| today <= due.day && due.day <= soon)),
        inventory(maker),
    ];
    page.sections.retain(|section| !section.is_empty());
    page
}

fn verdict(maker: &Maker<'_>, standing: Standing, overdue: usize) -> String {
    let w = maker.words;
    if standing.errors == 0 && overdue == 0 {
        return w.say("verdict-good");
    }
    let numbers = [standing.errors, standing.warnings, overdue].map(|number| number.to_string());
    w.with("verdict", &[("errors", &numbers[0]), ("warnings", &numbers[1]), ("overdue", &numbers[2])])
}

fn dues(maker: &Maker<'_>) -> Vec<Due> {
    let w = maker.words;
    let register = maker.register;
    let usual = register.settings.review_every.clone().unwrap_or_else(|| Duration::months(12));
    let nobody = w.say("not-stated");
    let mut all = Vec::new();
    let mut add = |key: &str, name: String, who: Option<&str>, day: Option<NaiveDate>| {
        if let Some(day) = day {
            all.push(Due { what: w.with(key, &[("name", &name)]), who: who.map_or_else(|| nobody.clone(), clean::text), day });
        }
    };
    for activity in register.activities.iter().filter(|activity| activity.status != Some(Status::Ended)) {
        let every = activity.review_every.as_ref().unwrap_or(&usual);
        add(
            "due-review",
            activity_name(maker, activity),
            activity.owner.as_deref(),
            activity.reviewed.map(|day| every.after(day)),
        );
    }
    for service in register.processing_for.iter().filter(|service| service.status != Some(Status::Ended)) {
        let every = service.review_every.as_ref().unwrap_or(&usual);
        let name = service.value.name.as_ref().map_or_else(|| service.id.to_string(), |name| maker.text(name));
        add("due-review", name, service.owner.as_deref(), service.reviewed.map(|day| every.after(day)));
    }
    for assessment in &register.assessments {
        let every = assessment.review_every.clone().unwrap_or_else(|| Duration::months(36));
        add(
            "due-review",
            assessment.id.to_string(),
            assessment.value.owner.as_deref(),
            assessment.done.map(|day| every.after(day)),
        );
    }
    for recipient in register.recipients.iter().filter(|own| maker.relations.is_in_use(register, own)) {
        let until = recipient.contract.as_ref().and_then(|contract| contract.until);
        add("due-contract", maker.recipient(recipient), recipient.contact.as_deref(), until);
        let checked = recipient.dpf.as_ref().and_then(|dpf| dpf.checked).map(|day| Duration::months(12).after(day));
        add("due-dpf", maker.recipient(recipient), recipient.contact.as_deref(), checked);
    }
    all
}

fn now(maker: &Maker<'_>, report: &Report, due: &[Due], today: NaiveDate) -> Section {
    let w = maker.words;
    let mut section = table(maker, "do-now", due.iter().filter(|due| due.day < today).take(10));
    let mut by_rule: BTreeMap<&str, (Level, usize, String)> = BTreeMap::new();
    for finding in report.findings.iter().filter(|finding| finding.level >= Level::Warning) {
        let entry = by_rule.entry(finding.rule.code).or_insert((finding.level, 0, finding.rule.summary()));
        entry.0 = entry.0.max(finding.level);
        entry.1 += 1;
    }
    let mut rules: Vec<_> = by_rule.into_iter().collect();
    rules.sort_by_key(|(code, (level, count, _))| (std::cmp::Reverse(*level), std::cmp::Reverse(*count), *code));
    let items: Vec<Item> = rules
        .into_iter()
        .take(10)
        .map(|(code, (_, count, summary))| {
            let rule = format!("{code}: {summary}");
            Item::of(Line::text(w.with("due-finding", &[("count", &count.to_string()), ("rule", &rule)]), "findings"))
        })
        .collect();
    if !items.is_empty() {
        section.blocks.push(Block::list(items));
    }
    if section.is_empty() {
        section.blocks.push(Block::paragraph(Line::text(w.say("nothing-to-do"), "due")));
    }
    section
}

fn table<'d>(maker: &Maker<'_>, id: &str, due: impl Iterator<Item = &'d Due>) -> Section {
    let w = maker.words;
    let mut section = Section::new(id, w.say(id));
    let rows: Vec<Row> = due
        .map(|due| {
            let cell = |text: &str| Cell::of(Line::text(text, "due"));
            Row { id: None, cells: vec![cell(&due.what), cell(&due.who), cell(&due.day.to_string())] }
        })
        .collect();
    if !rows.is_empty() {
        let columns = ["c-what", "c-owner", "c-due"].map(|key| w.say(key)).to_vec();
        section.blocks.push(Block::Table(Table {
            id: format!("{id}-table"),
            caption: w.with("table-of", &[("title", &w.say(id))]),
            columns,
            rows,
        }));
    }
    section
}

/// What every entry should have, with the names of those that lack it.
fn coverage(maker: &Maker<'_>, today: NaiveDate) -> Section {
    let w = maker.words;
    let register = maker.register;
    let running: Vec<&Entry<Activity>> =
        sorted_activities(maker).into_iter().filter(|activity| activity.status != Some(Status::Ended)).collect();
    let usual = register.settings.review_every.clone().unwrap_or_else(|| Duration::months(12));
    let purposes: Vec<PurposeIn<'_>> = running
        .iter()
        .flat_map(|activity| activity.value.purposes.iter().map(move |purpose| PurposeIn { activity, purpose }))
        .collect();
    let name = |activity: &Entry<Activity>| activity_name(maker, activity);
    let missing = |test: &dyn Fn(&Entry<Activity>) -> bool| -> Vec<String> {
        running.iter().filter(|activity| !test(activity)).map(|activity| name(activity)).collect()
    };
    let without_basis: Vec<String> = purposes
        .iter()
        .filter(|usage| usage.bases().is_empty())
        .map(|usage| crate::render::policy::purposes::purpose_name(maker, usage.purpose))
        .collect();
    let has_period = |activity: &Entry<Activity>| {
        activity.value.data_categories.iter().all(|entry| crate::keeping::of_category(register, &activity.value, entry).is_some())
    };
    let reviewed = |activity: &Entry<Activity>| {
        let every = activity.review_every.as_ref().unwrap_or(&usual);
        activity.reviewed.is_some_and(|day| every.after(day) >= today)
    };
    let rows = [
        ("w-basis", purposes.len(), without_basis),
        ("w-period", running.len(), missing(&has_period)),
        ("w-recipients", running.len(), missing(&|activity| !activity.recipients.is_unanswered())),
        ("w-reviewed", running.len(), missing(&reviewed)),
        ("w-owner", running.len(), missing(&|activity| activity.owner.is_some())),
    ];
    let mut section = Section::new("coverage", w.say("coverage"));
    let items = rows.into_iter().map(|(key, all, missing)| {
        let have = all.saturating_sub(missing.len());
        let text = w.with("coverage-row", &[("what", &w.say(key)), ("have", &have.to_string()), ("all", &all.to_string())]);
        let mut item = Item::of(Line::text(text, "coverage"));
        if !missing.is_empty() {
            item.items.push(Line::text(w.with("coverage-missing", &[("names", &missing.join("; "))]), "coverage"));
        }
        item
    });
    section.blocks.push(Block::list(items.collect()));
    section
}

fn counted(maker: &Maker<'_>, id: &str, row: &str, rows: Vec<(&str, Vec<String>)>) -> Section {
    let w = maker.words;
    let mut section = Section::new(id, w.say(id));
    let items = rows.into_iter().map(|(key, names)| {
        let text = w.with(row, &[("what", &w.say(key)), ("count", &names.len().to_string())]);
        let mut item = Item::of(Line::text(text, id));
        if !names.is_empty() {
            item.items.push(Line::text(names.join("; "), id));
        }
        item
    });
    section.blocks.push(Block::list(items.collect()));
    section
}

fn risks(maker: &Maker<'_>) -> Section {
    let register = maker.register;
    let running: Vec<&Entry<Activity>> =
        sorted_activities(maker).into_iter().filter(|activity| activity.status != Some(Status::Ended)).collect();
    let names = |test: &dyn Fn(&Entry<Activity>) -> bool| -> Vec<String> {
        running.iter().filter(|activity| test(activity)).map(|activity| activity_name(maker, activity)).collect()
    };
    let special = names(&|activity| {
        walk::activity_categories(activity, register)
            .into_iter()
            .any(|category| sensitive::is_special(category) || sensitive::is_criminal(category))
    });
    let children = names(&|activity| register.all(&activity.value.data_subjects).any(people::has_minors));
    let automated =
        names(&|activity| crate::decisions::of(activity).any(|decision| crate::rights::is_automated(&decision.value)));
    let large = names(&|activity| activity.scale == Some(Scale::Large));
    let mut outside: Vec<String> = Vec::new();
    for recipient in register.recipients.iter().filter(|own| maker.relations.is_in_use(register, own)) {
        for flow in flows::of(register, maker.relations, maker.law, recipient) {
            let covered = maker.law.adequacy(flow.country).is_some_and(|decision| !decision.is_list());
            if !covered {
                outside.push(format!("{} ({})", maker.recipient(recipient), flow.country.code()));
            }
        }
    }
    let rows = vec![
        ("r-special", special),
        ("r-children", children),
        ("r-automated", automated),
        ("r-large", large),
        ("r-transfers", outside),
    ];
    counted(maker, "risk-view", "risk-row", rows)
}

fn inventory(maker: &Maker<'_>) -> Section {
    let register = maker.register;
    let activities = sorted_activities(maker).into_iter().map(|activity| activity_name(maker, activity)).collect();
    let services = register
        .processing_for
        .iter()
        .map(|own| own.value.name.as_ref().map_or_else(|| own.id.to_string(), |name| maker.text(name)))
        .collect();
    let recipients = register.recipients.iter().filter(|own| own.node.is_some()).map(|own| maker.recipient(own)).collect();
    let systems = register
        .systems
        .iter()
        .map(|own| own.value.name.as_deref().unwrap_or(&own.id).to_owned())
        .map(|name| clean::text(&name))
        .collect();
    let mut countries: Vec<String> = Vec::new();
    for recipient in register.recipients.iter().filter(|own| own.node.is_some()) {
        for place in crate::relations::places(register, recipient) {
            let name = super::place(maker, place.place);
            if !countries.contains(&name) {
                countries.push(name);
            }
        }
    }
    let rows = vec![
        ("i-activities", activities),
        ("i-services", services),
        ("i-recipients", recipients),
        ("i-systems", systems),
        ("i-countries", countries),
    ];
    counted(maker, "inventory", "inventory-row", rows)
}
