//! What data are used for: one row a purpose with why, which data, on which basis and how long.

use crate::answer::Answer;
use crate::balancing;
use crate::decode::{Either, Entry};
use crate::keeping;
use crate::model::*;
use crate::render::page::{Block, Cell, Item, Line, Part, Row, Section, Table};
use crate::render::{Maker, ended, lower_first, lower_name};
use crate::sensitive;
use crate::walk::{BasisIn, PurposeIn};

use super::data::{Periods, Row as Kept};
use super::holds::Statements;
use super::{Detail, Scope, purpose_anchor};

/// From so many rows on the table is split by situation.
const MOST_ROWS: usize = 10;

/// Everything the purposes of a scope need to know of each other.
pub(in crate::render) fn uses<'r>(scope: &Scope<'r>) -> Vec<PurposeIn<'r>> {
    let running = scope.activities.iter().copied();
    running.flat_map(|activity| activity.value.purposes.iter().map(move |purpose| PurposeIn { activity, purpose })).collect()
}

/// How the tables of a scope are split: as the notice says, else by situation where one table would be long.
fn grouping(scope: &Scope<'_>) -> GroupBy {
    let purposes: usize = scope.activities.iter().map(|activity| activity.purposes.len()).sum();
    scope.notice.group_by.unwrap_or(if purposes > MOST_ROWS { GroupBy::Activity } else { GroupBy::Purpose })
}

/// Whether activities are headings of the page.
pub(super) fn is_by_activity(scope: &Scope<'_>) -> bool {
    grouping(scope) == GroupBy::Activity
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>, periods: &Periods<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("purposes", w.say("purposes"));
    let all: Vec<(PurposeIn<'_>, &Kept)> = uses(scope).into_iter().zip(&periods.rows).collect();
    if all.is_empty() {
        return section;
    }
    let groups = scope_groups(maker, scope);
    let several_groups = groups.len() > 1;
    let row = |(usage, kept): &(PurposeIn<'_>, &Kept), with_people: bool| row(maker, scope, usage, kept, with_people);
    match grouping(scope) {
        GroupBy::Purpose => {
            let rows = all.iter().map(|one| row(one, several_groups)).collect();
            section.blocks = table(maker, "purposes", None, rows);
        }
        GroupBy::Activity => {
            for own in all.chunk_by(|(one, _), (other, _)| one.activity.id == other.activity.id) {
                let activity = own[0].0.activity;
                let id = format!("a-{}", activity.id);
                let mut inner = Section::new(&id, maker.activity(activity));
                let people = maker.groups(maker.register.all(&activity.value.data_subjects));
                if several_groups && !people.is_empty() && people != inner.heading {
                    let text = ended(&w.with("about-people", &[("people", &lower_name(&people))]));
                    inner.blocks.push(Block::paragraph(Line::text(text, maker.at(activity.node))));
                }
                let narrowed = |usage: &PurposeIn<'_>| !usage.purpose.data_subjects.is_empty();
                let rows = own.iter().map(|one| row(one, narrowed(&one.0))).collect();
                inner.blocks.extend(table(maker, &id, Some(&inner.heading), rows));
                section.sections.push(inner);
            }
        }
        GroupBy::DataSubjects => {
            for group in groups {
                let is_first =
                    |usage: &PurposeIn<'_>| usage.subjects(maker.register).first().is_some_and(|first| first.id == group.id);
                let others = |usage: &PurposeIn<'_>| usage.subjects(maker.register).len() > 1;
                let own = all.iter().filter(|(usage, _)| is_first(usage));
                let rows: Vec<Row> = own.map(|one| row(one, others(&one.0))).collect();
                if rows.is_empty() {
                    continue;
                }
                let id = format!("d-{}", group.id);
                let mut inner = Section::new(&id, maker.group(group));
                inner.blocks = table(maker, &id, Some(&inner.heading), rows);
                section.sections.push(inner);
            }
        }
    }
    section
}

/// Groups of people of a scope, each once, in the order of the register.
pub(in crate::render) fn scope_groups<'r>(maker: &Maker<'r>, scope: &Scope<'r>) -> Vec<&'r Entry<DataSubject>> {
    let mut groups: Vec<&Entry<DataSubject>> = Vec::new();
    for activity in &scope.activities {
        let purposes = activity.value.purposes.iter().flat_map(|purpose| purpose.value.data_subjects.iter());
        for group in activity.value.data_subjects.iter().chain(purposes).filter_map(|group| maker.register.get(*group)) {
            if !groups.iter().any(|own| own.id == group.id) {
                groups.push(group);
            }
        }
    }
    groups
}

/// Columns of the table of purposes.
const COLUMNS: [&str; 4] = ["col-why", "col-what", "col-basis", "col-keep"];

/// The table of one situation; its caption says which, as readers of the screen hear captions alone.
/// Data and periods that are the same in every row are said once, above it.
fn table(maker: &Maker<'_>, id: &str, situation: Option<&str>, mut rows: Vec<Row>) -> Vec<Block> {
    let w = maker.words;
    let mut columns = COLUMNS.map(|key| w.say(key)).to_vec();
    let mut blocks = Vec::new();
    for at in [3, 1] {
        let said = |row: &Row| row.cells[at].lines.iter().map(Line::plain).collect::<Vec<_>>();
        if rows.len() > 1 && rows.iter().all(|row| said(row) == said(&rows[0])) {
            let label = columns.remove(at);
            let mut cells = rows.iter_mut().map(|row| row.cells.remove(at));
            let first = cells.next();
            // The rest is the same.
            cells.for_each(drop);
            blocks.extend(first.map(|cell| Block::paragraph(in_one_line(&label, cell))));
        }
    }
    blocks.reverse();
    let caption = w.say("purposes-caption");
    let caption = situation.map_or(caption.clone(), |name| w.with("colon", &[("label", name), ("text", &lower_first(&caption))]));
    blocks.push(Block::Table(Table { id: format!("{id}-table"), caption, columns, rows }));
    blocks
}

fn in_one_line(label: &str, cell: Cell) -> Line {
    let src = cell.lines.first().map_or(String::new(), |line| line.src.clone());
    let mut parts = Line::labelled(label, "", "").parts;
    for (at, line) in cell.lines.into_iter().enumerate() {
        if at > 0 {
            parts.push(Part::Text { text: "; ".into() });
        }
        parts.extend(line.parts);
    }
    parts.push(Part::Text { text: ".".into() });
    Line { parts, src }
}

pub(in crate::render) fn purpose_name(maker: &Maker<'_>, purpose: &Entry<Purpose>) -> String {
    purpose.value.name.as_ref().map_or_else(|| purpose.id.to_string(), |name| maker.text(name))
}

fn row(maker: &Maker<'_>, scope: &Scope<'_>, usage: &PurposeIn<'_>, kept: &Kept, with_people: bool) -> Row {
    let at = maker.at(usage.purpose.node);
    let why = {
        let mut lines = vec![Line::text(purpose_name(maker, usage.purpose), &at)];
        if with_people {
            let people = maker.groups(usage.subjects(maker.register));
            if !people.is_empty() {
                lines.push(Line::text(maker.words.with("about-people", &[("people", &lower_name(&people))]), &at));
            }
        }
        lines.extend(remarks(maker, usage).into_iter().map(|text| Line::text(text, &at)));
        Cell { lines }
    };
    let cells = vec![
        why,
        Cell { lines: what(maker, usage, &at) },
        Cell { lines: basis_lines(maker, scope, usage, &at) },
        Cell { lines: keep_lines(maker, usage, kept, &at) },
    ];
    Row { id: Some(purpose_anchor(usage.activity, usage.purpose)), cells }
}

/// What else a purpose says about itself.
fn remarks(maker: &Maker<'_>, usage: &PurposeIn<'_>) -> Vec<String> {
    let w = maker.words;
    let purpose = &usage.purpose.value;
    let mut notes = Vec::new();
    if let Some(switch) = &purpose.optional {
        notes.extend(switch_texts(maker, switch));
    }
    if !purpose.channels.is_empty() {
        let channels = w.list(purpose.channels.iter().map(|channel| lower_first(&maker.value("channel", channel.id()))));
        notes.push(w.with("purpose-channels", &[("channels", &channels)]));
    }
    let id_ground = purpose.id_ground.as_ref().or(usage.activity.value.id_ground.as_ref());
    let uses_id = usage.categories(maker.register).iter().any(|category| category.national_id == Some(true));
    if let Some(why) = id_ground.filter(|_| uses_id) {
        notes.push(ended(&w.with("purpose-id-ground", &[("why", &maker.text(why))])));
    }
    let own = purpose.consent.as_deref();
    if let Some(age) = own.and_then(|consent| consent.by_parent_under) {
        notes.push(w.with("purpose-parent", &[("age", &age.to_string())]));
    }
    for case in &purpose.cases {
        if let Some(age) = case.value.consent.as_ref().and_then(|consent| consent.by_parent_under) {
            let text = w.with("purpose-parent", &[("age", &age.to_string())]);
            notes.push(w.with("basis-case", &[("case", &case_label(maker, case)), ("basis", &lower_first(&text))]));
        }
    }
    if purpose.further == Some(true) {
        notes.push(w.say("purpose-further"));
    }
    for commitment in maker.all(&purpose.commitments) {
        notes.extend(maker.maybe(commitment.value.text.as_ref()).map(|text| ended(&text)));
    }
    if !purpose.recipients.is_empty() && usage.activity.purposes.len() > 1 {
        // Suppliers stand in their own table; whom data are handed over to belongs to the purpose.
        let others = maker.register.all(&purpose.recipients).filter(|recipient| recipient.role != Some(Role::Processor));
        let names = w.list(others.map(|recipient| maker.recipient_inside(recipient)));
        if !names.is_empty() {
            notes.push(ended(&w.with("purpose-recipients", &[("names", &names)])));
        }
    }
    notes
}

/// A feature that is on or off by choice.
pub(super) fn switch_texts(maker: &Maker<'_>, switch: &Switch) -> Vec<String> {
    let w = maker.words;
    let mut notes = Vec::new();
    if let (Some(default), Some(by)) = (switch.default, switch.enabled_by) {
        let key = if default == OnOff::On { "purpose-optional-on" } else { "purpose-optional-off" };
        notes.push(w.with(key, &[("by", by.id())]));
    }
    if let Some(scope) = &switch.scope {
        notes.push(w.with("purpose-optional-scope", &[("scope", lower_first(&maker.text(scope)).trim_end_matches('.'))]));
    }
    if let Some(text) = &switch.when_disabled {
        notes.push(ended(&w.with("purpose-optional-disabled", &[("text", &lower_first(&maker.text(text)))])));
    }
    notes
}

/// A category with what limits it in an activity: whose data, only some of its items, only when. `None` where nothing does.
pub(in crate::render) fn limited(maker: &Maker<'_>, entry: &CategoryEntry, category: &Entry<DataCategory>) -> Option<String> {
    let w = maker.words;
    let own = entry.usage.as_deref()?;
    let items: Vec<String> = own.fields.iter().map(|field| maker.text(field)).collect();
    let people = maker.groups(maker.register.all(&own.data_subjects));
    let when = own.when.as_ref().map(|when| lower_first(maker.text(when).trim_end_matches('.')));
    let mut text = maker.category(category);
    if !items.is_empty() {
        text = w.with("data-only", &[("name", &text), ("items", &items.join(", "))]);
    }
    if let Some(when) = when.as_ref() {
        text = w.with("data-when", &[("name", &text), ("when", when)]);
    }
    if !people.is_empty() {
        text = w.with("data-of", &[("people", &people), ("name", &lower_name(&text))]);
    }
    (!items.is_empty() || !people.is_empty() || when.is_some()).then_some(text)
}

fn what(maker: &Maker<'_>, usage: &PurposeIn<'_>, at: &str) -> Vec<Line> {
    let w = maker.words;
    let mut plain = Vec::new();
    let mut notes = Vec::new();
    for entry in usage.entries(maker.register) {
        let Some(category) = maker.register.get(entry.category) else { continue };
        match limited(maker, entry, category) {
            Some(note) => notes.push(note),
            None => plain.push(maker.category(category)),
        }
    }
    let mut lines = Vec::new();
    if !plain.is_empty() {
        lines.push(Line::text(crate::render::enumerated(plain), at));
    }
    lines.extend(notes.into_iter().map(|note| Line::text(note, at)));
    for case in &usage.purpose.value.cases {
        if !case.data_categories.is_empty() && usage.purpose.data_categories.is_empty() {
            let data = maker.categories(maker.register.all(&case.value.data_categories));
            let label = case_label(maker, case);
            lines.push(Line::text(w.with("basis-case", &[("case", &label), ("basis", &data)]), at));
        }
    }
    if lines.is_empty() {
        lines.push(Line::text(w.say("keep-unstated"), at));
    }
    lines
}

fn basis_lines(maker: &Maker<'_>, scope: &Scope<'_>, usage: &PurposeIn<'_>, at: &str) -> Vec<Line> {
    let w = maker.words;
    let mut lines: Vec<Line> = Vec::new();
    for basis in usage.bases() {
        let text = basis_text(maker, &basis);
        let text = match basis.case {
            Some(case) => w.with("basis-case", &[("case", &case_label(maker, case)), ("basis", &text)]),
            None => text,
        };
        lines.push(Line::text(text, maker.at(basis.node())));
    }
    if lines.is_empty() {
        lines.push(Line::text(w.say("basis-unstated"), at));
    }
    for part in sensitive::parts(usage) {
        if part.special(maker.register).is_empty() {
            continue;
        }
        let Some(art9) = part.art9() else { continue };
        let text = art9_text(maker, art9, part.art9_law());
        if !lines.iter().any(|line| line.plain() == text) {
            lines.push(Line::text(text, at));
        }
        if part.is_under_secrecy() {
            lines.push(Line::text(w.say("secrecy"), at));
        }
    }
    if scope.detail == Detail::Legal {
        for basis in usage.bases() {
            if let Some(Either::One(reference)) = basis.assessment()
                && let Some(assessment) = maker.register.get(*reference)
            {
                lines.push(Line::text(format!("[{}]", assessment.id), at));
            }
        }
    }
    lines
}

fn art9_text(maker: &Maker<'_>, art9: Art9, law: &[crate::decode::Citation]) -> String {
    let w = maker.words;
    let condition = match art9 {
        Art9::LegitimateInterests | Art9::Contract => w.with("art9-other", &[("condition", &maker.value("art9", art9.id()))]),
        _ => w.say(&format!("art9-{}", art9.id())),
    };
    if law.is_empty() {
        w.with("basis-art9", &[("condition", &condition)])
    } else {
        w.with("basis-art9-law", &[("condition", &condition), ("law", &maker.citations(law))])
    }
}

/// When a case holds, in words.
pub(in crate::render) fn case_label(maker: &Maker<'_>, case: &Entry<Case>) -> String {
    let text = maker.maybe(case.value.when.as_ref()).or_else(|| maker.maybe(case.value.part.as_ref()));
    let text = text.unwrap_or_else(|| {
        let people = maker.groups(maker.register.all(&case.value.data_subjects));
        let data = maker.categories(maker.register.all(&case.value.data_categories));
        let both: Vec<String> = [people, data].into_iter().filter(|text| !text.is_empty()).collect();
        both.join(", ")
    });
    let text = if text.is_empty() { case.id.to_string() } else { text };
    crate::render::upper_first(text.trim_end_matches(['.', ':']))
}

pub(in crate::render) fn basis_text(maker: &Maker<'_>, basis: &BasisIn<'_>) -> String {
    let w = maker.words;
    let law = maker.citations(basis.law());
    let plain = match basis.basis {
        LegalBasis::Contract if basis.before_contract() => w.say("basis-before-contract"),
        LegalBasis::Contract if !basis.contract().is_empty() => {
            let contracts = maker.register.all(basis.contract()).map(|own| maker.name(own.value.title.as_ref(), &own.id));
            w.with("basis-contract-named", &[("contract", &w.list(contracts))])
        }
        LegalBasis::LegalObligation => return w.with("basis-legal-obligation", &[("law", or_unstated(maker, &law).as_str())]),
        LegalBasis::PublicTask => return w.with("basis-public-task", &[("law", or_unstated(maker, &law).as_str())]),
        LegalBasis::SoftOptIn => {
            let country = maker.register.organisation().and_then(|own| own.country);
            let national = country.and_then(|country| maker.law.marketing(country)).map(|rule| rule.provision.clone());
            let provision = if law.is_empty() { national.unwrap_or_else(|| w.say("basis-soft-opt-in-directive")) } else { law };
            return w.with("basis-soft-opt-in", &[("law", &provision)]);
        }
        other => w.say(&format!("basis-{}", other.id())),
    };
    if law.is_empty() { plain } else { w.with("basis-with-law", &[("basis", &plain), ("law", &law)]) }
}

fn or_unstated(maker: &Maker<'_>, law: &str) -> String {
    if law.is_empty() { lower_first(&maker.words.say("basis-unstated")) } else { law.to_owned() }
}

fn keep_lines(maker: &Maker<'_>, usage: &PurposeIn<'_>, kept: &Kept, at: &str) -> Vec<Line> {
    let w = maker.words;
    let register = maker.register;
    let by_case = usage.purpose.value.cases.iter().filter_map(|case| Some((case, case.value.retention.as_ref()?)));
    let cases: Vec<String> = by_case
        .map(|(case, retention)| {
            let kept = keeping::resolve(register, retention);
            w.with("basis-case", &[("case", &case_label(maker, case)), ("basis", &lower_first(&maker.kept(&kept)))])
        })
        .collect();
    let mut lines = Vec::new();
    let all_cases = !cases.is_empty() && cases.len() == usage.purpose.cases.len();
    if !all_cases && kept.is_said_below {
        lines.push(Line { parts: vec![Part::Link { text: w.say("keep-see-data"), href: "#data".into() }], src: at.to_owned() });
    } else if !all_cases {
        for (period, names) in &kept.periods {
            let text = if kept.periods.len() == 1 {
                period.clone()
            } else {
                let names = crate::render::enumerated(names.iter().cloned());
                w.with("keep-category", &[("category", &names), ("keep", &lower_first(period))])
            };
            lines.push(Line::text(text, at));
        }
    }
    lines.extend(cases.into_iter().map(|text| Line::text(text, at)));
    if lines.is_empty() {
        lines.push(Line::text(w.say("keep-unstated"), at));
    }
    lines
}

/// Each interest by its purpose, in the order of the table.
pub(super) fn interests(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut interests = Statements::new(scope);
    let mut weighed = Vec::new();
    for usage in uses(scope) {
        for basis in usage.bases().into_iter().filter(|basis| basis.basis == LegalBasis::LegitimateInterests) {
            let assessed = match basis.assessment() {
                Some(Either::One(reference)) => maker.register.get(*reference).and_then(|own| own.value.interest.as_ref()),
                _ => None,
            };
            if let Some(interest) = basis.interest().or(assessed) {
                interests.add(maker, basis.into(), ended(&maker.text(interest)), || maker.at(interest.node));
                weighed.push(balancing::is_weighed(maker.register, maker.law, &basis));
            }
        }
    }
    let mut section = Section::new("interests", w.say("interests"));
    if !interests.all.is_empty() {
        let items = interests.all.iter().map(|interest| {
            Item::of(Line::labelled(&interests.named(maker, interest), interest.said.as_str(), interest.at.as_str()))
        });
        section.blocks.push(Block::list(items.collect()));
        if Answer::of_all(weighed).is_yes() {
            let handling = maker.register.organisation().and_then(|own| own.rights.as_ref());
            let mut text = vec![w.say("interests-weighed")];
            if handling.is_some_and(|own| own.balancing_on_request == Some(true)) {
                text.push(w.say("interests-on-request"));
            }
            section.blocks.push(Block::paragraph(Line::text(text.join(" "), "words.interests-weighed")));
        }
    }
    section
}

/// Sensitive data by purpose.
pub(super) fn special(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut rows = Vec::new();
    for usage in uses(scope) {
        let categories = usage.categories(maker.register);
        let name = purpose_name(maker, usage.purpose);
        let at = maker.at(usage.purpose.node);
        let mut add = |key: &str, found: Vec<&Entry<DataCategory>>| {
            if !found.is_empty() {
                let data = lower_name(&maker.categories(found));
                rows.push(Item::of(Line::text(ended(&w.with(key, &[("purpose", &name), ("data", &data)])), at.clone())));
            }
        };
        add("special-row", categories.iter().copied().filter(|category| sensitive::is_special(category)).collect());
        add("criminal-row", categories.iter().copied().filter(|category| sensitive::is_criminal(category)).collect());
    }
    let mut section = Section::new("special", w.say("special"));
    if !rows.is_empty() {
        section.blocks.push(Block::list(rows));
    }
    section
}

/// A purpose inside a sentence.
pub(super) fn inline_name(maker: &Maker<'_>, purpose: &Entry<Purpose>) -> String {
    lower_first(purpose_name(maker, purpose).trim_end_matches('.'))
}
