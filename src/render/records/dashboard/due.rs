//! What is to be done, with its day where it has one.

use chrono::NaiveDate;

use crate::decode::Text;
use crate::due::{self, Matter};
use crate::flows;
use crate::model::*;
use crate::render::page::{Block, Cell, Line, Part, Row, Section, Table};
use crate::render::{Maker, clean};
use crate::risks;

use super::super::{activity_name, running_activities};
use super::room::{Room, shortened};

/// Something to be done, by a day or now.
pub(super) struct Due {
    pub what: String,
    who: String,
    pub day: Option<NaiveDate>,
}

impl Due {
    fn new(maker: &Maker<'_>, key: &str, name: &str, who: Option<&str>, day: Option<NaiveDate>) -> Self {
        let w = maker.words;
        Due { what: w.with(key, &[("name", name)]), who: who.map_or_else(|| w.say("not-stated"), clean::text), day }
    }

    pub fn is_before(&self, day: NaiveDate) -> bool {
        self.day.is_some_and(|own| own < day)
    }

    pub fn is_by(&self, day: NaiveDate) -> bool {
        self.day.is_some_and(|own| own <= day)
    }
}

/// What somebody has to look at by a day. What nobody ever looked at has none, and is counted as missing.
pub(super) fn dues(maker: &Maker<'_>) -> Vec<Due> {
    let all = due::all(maker.register, maker.relations, maker.law).into_iter().filter(|due| due.day.is_some());
    all.map(|due| {
        let (key, name) = called(maker, &due.matter);
        Due::new(maker, key, &name, due.matter.owner(), due.day)
    })
    .collect()
}

/// The sentence for a matter, and what stands in it.
fn called(maker: &Maker<'_>, matter: &Matter<'_>) -> (&'static str, String) {
    let named = |name: Option<&Text>, id: &str| name.map_or_else(|| clean::text(id), |name| maker.text(name));
    match matter {
        Matter::Activity(own) => ("due-review", activity_name(maker, own)),
        Matter::Service(own) => ("due-review", named(own.value.name.as_ref(), &own.id)),
        Matter::Notice(own) => ("due-notice", named(own.value.title.as_ref(), &own.id)),
        Matter::Assessment(own) => ("due-review", clean::text(&own.id)),
        Matter::Deletion(own) => ("due-deletion", clean::text(&own.id)),
        Matter::Contract(own) => ("due-contract-check", maker.recipient(own)),
        Matter::ContractEnd(own) => ("due-contract", maker.recipient(own)),
        Matter::SubprocessorList(own) => ("due-subprocessor-list", maker.recipient(own)),
        Matter::Dpf(own) => ("due-dpf", maker.recipient(own)),
        Matter::Exception(own) => {
            ("due-exception", own.target.as_ref().map_or_else(String::new, |target| clean::text(&target.0)))
        }
    }
}

/// What has no day because it should be there already: assessments, mechanisms and agreements.
pub(super) fn open(maker: &Maker<'_>) -> Vec<Due> {
    let register = maker.register;
    let mut all = Vec::new();
    for activity in running_activities(maker) {
        let own = risks::assessments(register, activity);
        let is_begun = !own.is_empty() && !own.into_iter().any(risks::is_done) && !risks::is_assessed_by_law(activity);
        let is_missing = risks::is_unanswered(register, activity) && risks::is_likely(&risks::criteria(register, activity));
        if is_begun || is_missing || risks::is_owed(register, activity) {
            all.push(Due::new(maker, "due-dpia", &activity_name(maker, activity), activity.owner.as_deref(), None));
        }
    }
    for recipient in register.recipients.iter().filter(|own| maker.relations.is_in_use(register, own)) {
        let (name, contact) = (maker.recipient(recipient), recipient.contact.as_deref());
        for flow in flows::of(register, maker.relations, maker.law, recipient) {
            let is_adequate = flow.decision(maker.law).is_some_and(|decision| !decision.is_list());
            if flow.mechanism().is_none() && !is_adequate {
                let place = format!("{name} ({})", flow.place);
                all.push(Due::new(maker, "due-mechanism", &place, contact, None));
            }
        }
        let contract = recipient.contract.as_ref();
        let is_shown =
            |own: &Contract| own.signed.is_some() || own.document.is_some() || own.file.is_some() || own.other.is_some();
        let is_ours = recipient.role == Some(Role::Processor) && maker.relations.is_used_directly(register, recipient);
        if is_ours && !contract.is_some_and(|contract| is_shown(contract)) {
            all.push(Due::new(maker, "due-agreement", &name, contact, None));
        }
    }
    all
}

/// The first of them as a table, and how many more there are; empty where there are none.
pub(super) fn table(maker: &Maker<'_>, id: &str, due: &[&Due], room: Room) -> Section {
    let w = maker.words;
    let mut section = Section::new(id, w.say(id));
    if due.is_empty() {
        return section;
    }
    let rows = due.iter().take(room.rows).map(|due| {
        let day = match due.day.map(|day| day.to_string()) {
            Some(day) => Line { parts: vec![Part::Time { text: day.clone(), iso: day }], src: "due".into() },
            None => Line::text(w.say("due-now"), "due"),
        };
        let cell = |text: &str| Cell::of(Line::text(shortened(text, room.letters * 2), "due"));
        Row { id: None, cells: vec![cell(&due.what), cell(&due.who), Cell::of(day)] }
    });
    section.blocks.push(Block::Table(Table {
        id: format!("{id}-table"),
        caption: w.with("table-of", &[("title", &w.say(id))]),
        columns: ["c-what", "c-owner", "c-due"].map(|key| w.say(key)).to_vec(),
        rows: rows.collect(),
    }));
    let more = due.len().saturating_sub(room.rows);
    if more > 0 {
        section.blocks.push(Block::paragraph(Line::text(w.with_numbers("due-more", &[], &[("count", more)]), "due")));
    }
    section
}
