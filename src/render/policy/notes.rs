//! Frame of the notice: version, for whom, security, promises, own sections, changes.

use crate::decode::Entry;
use crate::model::*;
use crate::notices;
use crate::render::page::{Block, Cell, Item, Line, Part, Row, Section, Table};
use crate::render::{Maker, clean, ended, lower_first, lower_name};

use super::Scope;
use super::purposes::scope_groups;

pub(super) fn meta(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<Line> {
    let w = maker.words;
    let notice = &scope.notice.value;
    let at = maker.at(scope.notice.node);
    let mut lines = Vec::new();
    if let Some(version) = &notice.version {
        lines.push(Line::text(w.with("version", &[("version", &clean::text(version))]), format!("{at}.version")));
    }
    if let Some(day) = notice.in_force.or(notice.published) {
        let text = w.with("in-force", &[("date", "\u{0}")]);
        let (before, after) = text.split_once('\u{0}').unwrap_or((&text, ""));
        let parts = vec![
            Part::Text { text: before.to_owned() },
            Part::Time { text: w.date(day), iso: day.to_string() },
            Part::Text { text: after.to_owned() },
        ];
        lines.push(Line { parts, src: format!("{at}.in_force") });
    }
    if !notice.changes.is_empty() || notice.updates.is_some() {
        let parts = vec![Part::Link { text: w.say("what-changed"), href: "#changes".into() }];
        lines.push(Line { parts, src: "words.what-changed".into() });
    }
    lines
}

pub(super) fn audience(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<Block> {
    let w = maker.words;
    let at = maker.at(scope.notice.node);
    let mut blocks = Vec::new();
    let for_whom = match maker.maybe(scope.notice.audience.as_ref()) {
        Some(text) => Some(ended(&text)),
        None => {
            let groups = scope_groups(maker, scope);
            let names = w.list(groups.iter().map(|group| lower_name(&maker.group(group))));
            (!names.is_empty()).then(|| w.with("for-groups", &[("groups", &names)]))
        }
    };
    if let Some(text) = for_whom {
        blocks.push(Block::paragraph(Line::text(text, format!("{at}.audience"))));
    }
    if let Some(text) = maker.maybe(scope.notice.not_for.as_ref()) {
        blocks.push(Block::paragraph(Line::text(
            ended(&w.with("not-for", &[("text", &lower_first(&text))])),
            format!("{at}.not_for"),
        )));
    } else if notices::has_users_of_a_service(maker.register, &scope_groups(maker, scope)) {
        blocks.push(Block::paragraph(Line::text(w.say("processor-role"), "words.processor-role")));
    }
    blocks
}

/// Sentences on security meant for the public; without one nothing is said.
pub(super) fn security(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("security", w.say("security"));
    let mut texts: Vec<(String, String)> = Vec::new();
    let own = scope.activities.iter().flat_map(|activity| activity.value.security_measures.iter());
    for measure in own.chain(&maker.register.settings.security_measures).filter_map(|measure| maker.register.get(*measure)) {
        if let Some(text) = maker.maybe(measure.value.public_text.as_ref()) {
            let text = ended(&text);
            if !texts.iter().any(|(known, _)| *known == text) {
                texts.push((text, maker.at(measure.node)));
            }
        }
    }
    section.blocks.extend(texts.into_iter().map(|(text, at)| Block::paragraph(Line::text(text, at))));
    section
}

pub(super) fn commitments(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("commitments", w.say("commitments"));
    let chosen: Vec<&Entry<Commitment>> = if scope.notice.commitments.is_empty() {
        maker.register.commitments.iter().filter(|commitment| touches(maker, scope, commitment)).collect()
    } else {
        maker.register.all(&scope.notice.value.commitments).collect()
    };
    // What stands at a purpose is not said twice.
    let at_purpose: Vec<&str> = scope
        .activities
        .iter()
        .flat_map(|activity| activity.value.purposes.iter())
        .flat_map(|purpose| maker.register.all(&purpose.value.commitments))
        .map(|commitment| &*commitment.id)
        .collect();
    let items: Vec<Item> = chosen
        .into_iter()
        .filter(|commitment| !at_purpose.contains(&&*commitment.id))
        .filter_map(|commitment| {
            let mut text = ended(&maker.maybe(commitment.value.text.as_ref())?);
            if let Some(unless) = &commitment.value.unless {
                text = format!("{text} {}", ended(&w.with("commitment-unless", &[("text", &maker.text(unless))])));
            }
            Some(Item::of(Line::text(text, maker.at(commitment.node))))
        })
        .collect();
    if !items.is_empty() {
        section.blocks.push(Block::list(items));
    }
    section
}

fn touches(maker: &Maker<'_>, scope: &Scope<'_>, commitment: &Entry<Commitment>) -> bool {
    let covers = &commitment.value.covers;
    covers.is_empty()
        || covers.iter().any(|one| {
            let activity = one.to::<Activity>().and_then(|own| maker.register.get(own));
            let service = one.to::<ProcessingFor>().and_then(|own| maker.register.get(own));
            match (activity, service) {
                (Some(activity), _) => scope.activities.iter().any(|own| own.id == activity.id),
                (None, Some(service)) => scope.services.iter().any(|own| own.id == service.id),
                // People, data and recipients are shown wherever they are spoken of.
                (None, None) => true,
            }
        })
}

pub(super) fn changes(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let at = maker.at(scope.notice.node);
    let mut section = Section::new("changes", w.say("changes"));
    if let Some(updates) = &scope.notice.updates {
        let mut text = Vec::new();
        if !updates.channels.is_empty() {
            let channels = w.list(updates.channels.iter().map(|channel| lower_first(&maker.value("channel", channel.id()))));
            text.push(match &updates.ahead {
                Some(ahead) => w.with("changes-told-ahead", &[("channels", &channels), ("time", &w.duration(ahead))]),
                None => w.with("changes-told", &[("channels", &channels)]),
            });
        }
        if let Some(material) = &updates.material {
            text.push(ended(&w.with("changes-material", &[("text", &lower_first(&maker.text(material)))])));
        }
        if !text.is_empty() {
            section.blocks.push(Block::paragraph(Line::text(text.join(" "), format!("{at}.updates"))));
        }
    }
    let mut all: Vec<&Change> = scope.notice.value.changes.iter().collect();
    all.sort_by_key(|change| std::cmp::Reverse(change.in_force));
    let rows: Vec<Row> = all
        .into_iter()
        .map(|change| {
            let cell = |text: String| Cell::of(Line::text(text, format!("{at}.changes")));
            let version = change.version.as_deref().map_or_else(|| w.say("none"), clean::text);
            let day = match change.in_force {
                Some(day) => Cell::of(Line {
                    parts: vec![Part::Time { text: w.date(day), iso: day.to_string() }],
                    src: format!("{at}.changes"),
                }),
                None => cell(w.say("none")),
            };
            let text = change.text.as_ref().map_or_else(|| w.say("none"), |text| ended(&maker.text(text)));
            Row { id: None, cells: vec![cell(version), day, cell(text)] }
        })
        .collect();
    if !rows.is_empty() {
        let columns = ["col-version", "col-in-force", "col-change"].map(|key| w.say(key)).to_vec();
        section.blocks.push(Block::Table(Table { id: "changes-table".into(), caption: w.say("changes-caption"), columns, rows }));
    }
    section
}

/// The notice's own sections, before, after or instead of a generated part, or under a heading of their own.
pub(super) fn own_sections(maker: &Maker<'_>, scope: &Scope<'_>, intro: &mut Vec<Block>, sections: &mut Vec<Section>) {
    for own in &scope.notice.value.sections {
        let Some(text) = own.value.text.as_ref().filter(|text| !text.is_empty()) else { continue };
        let markdown = text.get(maker.lang).map_or_else(|| text.any().to_owned(), str::to_owned);
        if text.get(maker.lang).is_none() {
            // Counted as missing like every other text.
            let _ = maker.text(text);
        }
        let slot = own.value.slot.or_else(|| Slot::parse(&own.id));
        let heading = maker.maybe(own.value.heading.as_ref());
        let (html, markdown) = clean::own(&markdown, if heading.is_some() || slot.is_none() { 3 } else { 2 });
        let block = Block::Own { html, markdown, src: maker.at(own.node) };
        let place = own.value.place.unwrap_or(SectionPlace::After);
        match slot {
            Some(Slot::Audience) => match place {
                SectionPlace::Instead => *intro = vec![block],
                SectionPlace::Before => intro.insert(0, block),
                SectionPlace::After => intro.push(block),
            },
            // The first layer comes first (WP260 para 36): an introduction stands below the key facts.
            Some(Slot::Intro) => match sections.iter_mut().find(|section| section.id == "controller") {
                Some(section) => section.blocks.insert(0, block),
                None => intro.push(block),
            },
            Some(Slot::End) => sections.push(under(own, heading.unwrap_or_else(|| maker.words.say("changes")), block)),
            Some(slot) => {
                let id = section_id(slot);
                let at = sections.iter().position(|section| section.id == id);
                if let Some(heading) = heading {
                    // Under a heading of its own, behind the part it belongs to.
                    let position = at.map_or(sections.len(), |at| at + 1);
                    sections.insert(position, under(own, heading, block));
                } else if let Some(at) = at {
                    match place {
                        SectionPlace::Before => sections[at].blocks.insert(0, block),
                        SectionPlace::After => sections[at].blocks.push(block),
                        SectionPlace::Instead => {
                            sections[at].blocks = vec![block];
                            sections[at].sections.clear();
                        }
                    }
                }
            }
            None => sections.push(under(own, heading.unwrap_or_else(|| own.id.to_string()), block)),
        }
    }
}

fn under(own: &Entry<NoticeSection>, heading: String, block: Block) -> Section {
    let mut section = Section::new(&format!("own-{}", own.id), heading);
    section.blocks.push(block);
    section
}

fn section_id(slot: Slot) -> &'static str {
    match slot {
        Slot::KeyFacts => "key-facts",
        Slot::Controller | Slot::Contact => "controller",
        Slot::Purposes => "purposes",
        Slot::Retention => "data",
        Slot::Interests => "interests",
        Slot::SpecialCategories => "special",
        Slot::Sources => "sources",
        Slot::Required => "required",
        Slot::Recipients => "recipients",
        Slot::Transfers => "transfers",
        Slot::AutomatedDecisions => "automated",
        Slot::Rights | Slot::Complaints => "rights",
        Slot::Cookies => "cookies",
        Slot::Security => "security",
        Slot::Updates => "changes",
        Slot::Intro | Slot::Audience | Slot::End => "",
    }
}
