//! The letter that answers a request for access (Art. 15), with marked slots, and the checklist behind it.

use chrono::NaiveDate;

use crate::decisions;
use crate::decode::Entry;
use crate::keeping::is_still_kept;
use crate::model::*;
use crate::origins;
use crate::render::page::{Block, Item, Line, Page, Section};
use crate::render::policy::purposes::{basis_text, limited, purpose_name};
use crate::render::policy::recipients::{of_activity, summary};
use crate::render::policy::sources::source_name;
use crate::render::policy::transfers::stated;
use crate::render::policy::{Detail, Scope, automation, frame};
use crate::render::{Maker, ended, enumerated};
use crate::titles::Titled;
use crate::walk::PurposeIn;

use super::{Standing, activity_name, meta, reply_rights, sorted_activities, systems_of, time_limit};

/// What is known of a request. What is not stays a marked slot in the letter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// Ids of the activities that apply to the person; empty means all that hold data.
    pub activities: Vec<String>,
    pub received: Option<NaiveDate>,
}

impl Request {
    /// An activity that has ended counts while its data are still kept, one that is planned holds none yet; each counts where it is
    /// named.
    fn holds(&self, maker: &Maker<'_>, activity: &Entry<Activity>) -> bool {
        if self.activities.is_empty() {
            return activity.status != Some(Status::Planned) && is_still_kept(maker.register, maker.law, activity);
        }
        self.activities.iter().any(|id| **id == *activity.id)
    }

    /// The last day to answer.
    fn deadline(&self) -> Option<NaiveDate> {
        self.received.and_then(time_limit::one_month_after)
    }
}

/// The letter: one part for each activity, kept only where it applies to the person. It is sent: the head block, which is
/// internal, stands on the checklist, and the foot names organisation and register.
pub fn access_reply(maker: &Maker<'_>, request: &Request) -> Page {
    let w = maker.words;
    let mut page = frame(maker, "letter", "access-reply", w.say("access-reply"), w.say("access-reply"), &[]);
    page.internal = true;
    let slot = |key: &str| w.say(&format!("reply-slot-{key}"));
    let day = |date: Option<NaiveDate>, key: &str| date.map_or_else(|| slot(key), |date| w.date(date));
    let (received, deadline) = (day(request.received, "received"), day(request.deadline(), "deadline"));
    let intro = w.with(
        "reply-intro",
        &[("name", &slot("name")), ("received", &received), ("case", &slot("case")), ("deadline", &deadline)],
    );
    page.intro.push(Block::paragraph(Line::text(intro, "words.reply-intro")));
    page.intro.push(Block::paragraph(Line::text(w.say("reply-confirm"), "words.reply-confirm")));
    let activities: Vec<&Entry<Activity>> =
        sorted_activities(maker).into_iter().filter(|activity| request.holds(maker, activity)).collect();
    for activity in activities.iter().copied() {
        let at = maker.at(activity.node);
        let mut section = Section::new(&format!("a-{}", activity.id), activity_name(maker, activity));
        section.blocks.push(Block::paragraph(Line::text(w.say("reply-activity"), "words.reply-activity")));
        let mut items: Vec<Item> = Vec::new();
        let purposes = activity.value.purposes.iter().map(|purpose| purpose_with_bases(maker, activity, purpose));
        items.extend(labelled(&w.say("c-purposes"), purposes.map(|text| Line::text(text, &at)).collect(), &at));
        let mut add = |key: &str, text: String| {
            if !text.is_empty() {
                items.push(Item::of(Line::labelled(&w.say(key), text, &at)));
            }
        };
        let data = activity.value.data_categories.iter();
        let data = data.filter_map(|entry| Some((entry, maker.register.get(entry.category)?)));
        let named = |(entry, category)| limited(maker, entry, category).unwrap_or_else(|| maker.category(category));
        add("c-data", enumerated(data.map(named)));
        let recipients = of_activity(maker, activity);
        let recipients = recipients.iter().map(|own| Line::text(summary(maker, own), &at)).collect();
        items.extend(labelled(&w.say("c-recipients"), recipients, &at));
        items.extend(periods(maker, activity, &at));
        let mut add = |key: &str, text: String| {
            if !text.is_empty() {
                items.push(Item::of(Line::labelled(&w.say(key), text, &at)));
            }
        };
        let mut sources: Vec<String> = Vec::new();
        for source in origins::of_activity(activity).filter(|source| origins::is_somebody_else(maker.register, source)) {
            let name = source_name(maker, &source.target);
            if !sources.contains(&name) {
                sources.push(name);
            }
        }
        add("c-sources", w.list(sources));
        items.extend(transfers(maker, activity, &at));
        items.extend(decisions::of(activity).map(|decision| automation::decision(maker, decision)));
        items.push(Item::of(Line::text(w.say("reply-data"), "words.reply-data")));
        section.blocks.push(Block::list(items));
        page.sections.push(section);
    }
    let mut last = Section::new("rights", w.say("rights"));
    last.blocks.push(Block::paragraph(Line::text(w.say("reply-omitted"), "words.reply-omitted")));
    last.blocks.push(Block::paragraph(Line::text(w.say("reply-more"), "words.reply-more")));
    last.blocks.extend(reply_rights::blocks(maker, &activities));
    page.sections.push(last);
    page
}

fn purpose_with_bases(maker: &Maker<'_>, activity: &Entry<Activity>, purpose: &Entry<Purpose>) -> String {
    let name = purpose_name(maker, purpose);
    let bases: Vec<String> = PurposeIn { activity, purpose }.bases().iter().map(|basis| basis_text(maker, basis)).collect();
    if bases.is_empty() { name } else { format!("{name} ({})", bases.join("; ")) }
}

/// The label once: before the only line, or above several.
fn labelled(label: &str, mut lines: Vec<Line>, at: &str) -> Option<Item> {
    let first = lines.first()?;
    if lines.len() == 1 {
        let text = first.plain();
        return Some(Item::of(Line::labelled(label, text, &lines.remove(0).src)));
    }
    Some(Item { items: lines, ..Item::of(Line::strong(format!("{label}:"), at)) })
}

/// How long, and what changes it (Art. 15(1)(d)).
fn periods(maker: &Maker<'_>, activity: &Entry<Activity>, at: &str) -> Option<Item> {
    let w = maker.words;
    let lines = maker.erasure(activity).into_iter().chain([w.say("reply-period")]);
    labelled(&w.say("c-period"), lines.map(|text| Line::text(ended(&text), at)).collect(), at)
}

/// Which data leave the EEA, and the safeguards for them (Art. 15(2)).
fn transfers(maker: &Maker<'_>, activity: &Entry<Activity>, at: &str) -> Option<Item> {
    // The sentences are those of a notice that covers this activity alone.
    let notice = Entry { id: activity.id.clone(), node: None, broken: false, value: Notice::default() };
    let scope = Scope { notice: &notice, activities: vec![activity], services: Vec::new(), detail: Detail::Plain };
    let (items, copy) = stated(maker, &scope);
    labelled(&maker.words.say("c-transfers"), items.into_iter().map(|item| item.line).chain(copy).collect(), at)
}

/// Where the case handler looks; a file of its own, so that it is not sent by accident.
pub fn checklist(maker: &Maker<'_>, standing: Standing, request: &Request) -> Page {
    let w = maker.words;
    let mut page = frame(maker, "letter", "access-checklist", w.say("access-reply"), w.say("reply-checklist"), &[]);
    page.internal = true;
    page.meta = meta(maker, standing);
    page.intro.push(Block::paragraph(Line::strong(w.say("reply-checklist"), "words.reply-checklist")));
    if let (Some(received), Some(deadline)) = (request.received, request.deadline()) {
        let text = w.with("reply-checklist-deadline", &[("received", &w.date(received)), ("deadline", &w.date(deadline))]);
        page.intro.push(Block::paragraph(Line::text(text, "words.reply-checklist-deadline")));
    }
    let handling = maker.register.organisation().and_then(|own| own.rights.as_ref());
    let reason = handling.filter(|own| !own.requires.is_empty()).and_then(|own| own.requires_because.as_ref());
    if let Some(why) = maker.maybe(reason) {
        let text = w.with("reply-checklist-demands", &[("why", &why)]);
        page.intro.push(Block::paragraph(Line::text(text, "organisation.rights.requires_because")));
    }
    let uses =
        |activity: &Entry<Activity>, system: &Entry<System>| systems_of(maker, activity).iter().any(|own| own.id == system.id);
    let asked: Vec<&Entry<Activity>> = maker
        .register
        .activities
        .iter()
        .filter(|activity| request.activities.is_empty() || request.holds(maker, activity))
        .collect();
    let items: Vec<Item> = maker
        .register
        .systems
        .iter()
        // Where activities are named, only their systems need a look.
        .filter(|system| request.activities.is_empty() || asked.iter().any(|activity| uses(activity, system)))
        .map(|system| {
            let users = asked.iter().filter(|activity| uses(activity, system));
            let names = users.map(|activity| activity_name(maker, activity)).collect::<Vec<_>>().join("; ");
            let name = system.title().to_owned();
            let names = if names.is_empty() { w.say("nobody") } else { names };
            Item::of(Line::text(
                w.with("reply-checklist-system", &[("system", &crate::render::clean::text(&name)), ("activities", &names)]),
                "systems",
            ))
        })
        .collect();
    let mut section = Section::new("systems", w.say("c-systems"));
    section.blocks.push(if items.is_empty() {
        Block::paragraph(Line::text(w.say("nobody"), "systems"))
    } else {
        Block::list(items)
    });
    page.sections.push(section);
    page
}
