//! The rights that apply, derived from the bases; the right to object in a box of its own.

use std::collections::HashSet;

use crate::decode::Entry;
use crate::keeping;
use crate::model::*;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, clean, ended, lower_first, upper_first};
use crate::rights::{self, Applicable, Ground};
use crate::walk::PurposeIn;

use super::Scope;
use super::controller::privacy_contact;
use super::holds::Statements;
use super::purposes::{inline_name, uses};

/// Purposes are named one by one in a sentence as long as their names are no longer than this.
const MOST_WORDS: usize = 15;

fn are_short(names: &[String]) -> bool {
    names.iter().map(|name| name.split_whitespace().count()).sum::<usize>() <= MOST_WORDS
}

/// Rights of the notice, as far as its activities are in the scope.
pub(super) fn applicable<'r>(maker: &Maker<'r>, scope: &Scope<'r>) -> Vec<Applicable<'r>> {
    let inside: HashSet<&str> = scope.activities.iter().map(|own| &*own.id).collect();
    let within = |activity: &Entry<Activity>| inside.contains(&*activity.id);
    let mut all = rights::of_notice(maker.register, scope.notice);
    for right in &mut all {
        right.grounds.retain(|ground| match ground {
            Ground::Activity(activity) | Ground::Decision(activity, _) => within(activity),
            Ground::Purpose(purpose, _) => within(purpose.activity),
        });
    }
    all.retain(|right| !right.grounds.is_empty());
    all
}

fn purposes_of<'r>(right: &Applicable<'r>) -> Vec<&'r Entry<Purpose>> {
    let mut seen = HashSet::new();
    let mut all: Vec<&Entry<Purpose>> = Vec::new();
    for ground in &right.grounds {
        if let Ground::Purpose(purpose, _) = ground
            && seen.insert(purpose.purpose.node)
        {
            all.push(purpose.purpose);
        }
    }
    all
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("rights", w.say("rights"));
    let all = applicable(maker, scope);
    if all.is_empty() {
        return section;
    }
    section.blocks.extend(objection(maker, scope, &all));
    let mut rows: Vec<Item> = Vec::new();
    for right in &all {
        rows.extend(row(maker, scope, right));
    }
    for right in &scope.notice.rights_granted {
        if !all.iter().any(|own| own.right == *right) {
            let name = maker.value("right", right.id());
            rows.push(Item::of(Line::labelled(&local(maker, *right, &name), w.say("right-granted"), "notice.rights_granted")));
        }
    }
    section.blocks.push(Block::list(rows));
    section.blocks.extend(restrictions(maker, scope));
    section.blocks.extend(how(maker));
    section.blocks.extend(complaint(maker));
    section.blocks.extend(breaches(maker));
    section
}

/// The name of a right, with the organisation's own name for it.
pub(in crate::render) fn local(maker: &Maker<'_>, right: Right, name: &str) -> String {
    let handling = maker.register.organisation().and_then(|own| own.rights.as_ref());
    match handling.and_then(|own| own.names.value(&right)) {
        Some(own) => {
            let own = maker.text(own);
            // A name that begins with ours says it as well.
            if own.to_lowercase().starts_with(&name.to_lowercase()) {
                own
            } else {
                maker.words.with("right-local-name", &[("name", name), ("local", &lower_first(&own))])
            }
        }
        None => name.to_owned(),
    }
}

pub(in crate::render) fn remark(maker: &Maker<'_>, right: Right) -> Option<String> {
    let handling = maker.register.organisation().and_then(|own| own.rights.as_ref())?;
    handling.remarks.value(&right).map(|text| ended(&maker.text(text)))
}

fn objection(maker: &Maker<'_>, scope: &Scope<'_>, all: &[Applicable<'_>]) -> Option<Block> {
    let w = maker.words;
    let right = all.iter().find(|own| own.right == Right::Objection)?;
    let at = "words.right-object-text";
    let mut lines = Vec::new();
    let purposes = purposes_of(right);
    let bases: HashSet<_> =
        uses(scope).iter().flat_map(|usage| usage.bases().into_iter().map(|basis| (usage.purpose.node, basis.basis))).collect();
    let rests_on = |purpose: &Entry<Purpose>, wanted: LegalBasis| bases.contains(&(purpose.node, wanted));
    for (basis, key) in [(LegalBasis::LegitimateInterests, "right-object-text"), (LegalBasis::PublicTask, "right-object-task")] {
        let names: Vec<String> =
            purposes.iter().filter(|purpose| rests_on(purpose, basis)).map(|purpose| inline_name(maker, purpose)).collect();
        if !are_short(&names) {
            lines.push(w.say(&format!("{key}-all")));
        } else if !names.is_empty() {
            lines.push(w.with(key, &[("purposes", &names.join("; "))]));
        }
    }
    let marketing: Vec<PurposeIn<'_>> = uses(scope).into_iter().filter(|usage| rights::is_marketing(usage.purpose)).collect();
    if !marketing.is_empty() {
        let mut how: Vec<String> = Vec::new();
        for usage in &marketing {
            let own = usage.purpose.value.opt_out.iter();
            let cases = usage.purpose.value.cases.iter().filter_map(|case| case.value.opt_out.as_ref());
            for text in own.chain(cases) {
                let text = ended(&maker.text(text));
                if !how.contains(&text) {
                    how.push(text);
                }
            }
        }
        lines.push(w.with("right-object-marketing", &[("how", &how.join(" "))]));
    }
    if lines.is_empty() {
        return None;
    }
    let name = local(maker, Right::Objection, w.say("right-object").trim_end_matches('.'));
    let first = Line { parts: vec![crate::render::page::Part::Strong { text: ended(&name) }], src: at.into() };
    let mut all_lines = vec![first];
    all_lines.extend(lines.into_iter().map(|text| Line::text(text, at)));
    all_lines.extend(remark(maker, Right::Objection).map(|text| Line::text(text, "organisation.rights.remarks")));
    Some(Block::Box { id: "right-object".into(), lines: all_lines })
}

fn row(maker: &Maker<'_>, scope: &Scope<'_>, right: &Applicable<'_>) -> Option<Item> {
    let w = maker.words;
    let (id, key) = match right.right {
        Right::Access => ("right-access", "right-access"),
        Right::Rectification => ("right-rectification", "right-rectification"),
        Right::Erasure => ("right-erasure", "right-erasure"),
        Right::Restriction => ("right-restriction", "right-restriction"),
        Right::Portability => ("right-portability", "right-portability"),
        Right::Withdrawal => ("right-withdraw", "right-withdraw"),
        Right::HumanReview => ("right-human", "right-human"),
        Right::NoAutomatedDecision => ("right-no-automated", "right-no-automated"),
        Right::Objection | Right::Complaint => return None,
    };
    let src = format!("words.{key}-text");
    let mut text = match right.right {
        Right::Portability => {
            let names: Vec<String> = purposes_of(right)
                .into_iter()
                .map(|purpose| w.with("quoted", &[("text", &inline_name(maker, purpose))]))
                .collect();
            if !are_short(&names) {
                w.say("right-portability-text-all")
            } else {
                w.with("right-portability-text", &[("purposes", &w.list(names))])
            }
        }
        _ => w.say(&format!("{key}-text")),
    };
    if right.right == Right::Erasure {
        let data = kept_by_law(maker, scope);
        if !are_short(&data) {
            text = format!("{text} {}", w.say("right-erasure-limit-all"));
        } else if !data.is_empty() {
            text = format!("{text} {}", w.with("right-erasure-limit", &[("data", &data.join("; "))]));
        }
    }
    if let Some(more) = remark(maker, right.right) {
        text = format!("{text} {more}");
    }
    let mut item = Item::at(id, Line::labelled(&local(maker, right.right, &w.say(key)), text, src));
    if right.right == Right::Withdrawal {
        item.items = withdrawals(maker, scope);
    }
    Some(item)
}

/// How each consent is taken back; the same way is said once.
fn withdrawals(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<Line> {
    let w = maker.words;
    let mut ways = Statements::new(scope);
    for usage in uses(scope) {
        for basis in usage.bases() {
            let rests = basis.basis == LegalBasis::Consent || basis.art9() == Some(Art9::ExplicitConsent);
            let Some(how) = basis.consent().filter(|_| rests).and_then(|own| own.withdraw.as_ref()) else { continue };
            ways.add(maker, usage.into(), lower_first(&maker.text(how)), || maker.at(how.node));
        }
    }
    let line = |way| {
        let names = ways.named(maker, way);
        Line::text(ended(&w.with("right-withdraw-how", &[("purpose", &names), ("how", &way.said)])), way.at.as_str())
    };
    ways.all.iter().map(line).collect()
}

/// Names of data that a law makes the organisation keep.
fn kept_by_law(maker: &Maker<'_>, scope: &Scope<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for usage in uses(scope) {
        let is_duty = usage.bases().iter().any(|basis| basis.basis == LegalBasis::LegalObligation);
        if is_duty || is_kept_by_law(maker, &usage) {
            let name = inline_name(maker, usage.purpose);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// Whether the period of some data of a purpose is one that a law sets.
fn is_kept_by_law(maker: &Maker<'_>, usage: &PurposeIn<'_>) -> bool {
    let register = maker.register;
    let country = register.organisation().and_then(|own| own.country);
    usage.entries(register).into_iter().any(|entry| {
        let kept = keeping::of_purpose(register, &usage.purpose.value, entry.category)
            .or_else(|| keeping::of_category(register, &usage.activity.value, entry));
        kept.is_some_and(|kept| kept.rule.is_some_and(|rule| !rule.law.is_empty()) || kept.statute(maker.law, country).is_some())
    })
}

pub(in crate::render) fn restrictions(maker: &Maker<'_>, scope: &Scope<'_>) -> Option<Block> {
    let w = maker.words;
    let mut lines = Vec::new();
    for activity in &scope.activities {
        let name = maker.activity(activity);
        for pair in &activity.value.rights_except {
            let right = maker.value("right", pair.key.id());
            let text = w.with("right-except", &[("activity", &name), ("law", &maker.citation(&pair.value))]);
            lines.push(Line::labelled(&right, text, maker.at(Some(pair.node))));
        }
        if activity.identifiable == Some(false) {
            lines.push(Line::text(
                w.with("right-not-identifiable", &[("activity", &lower_first(&name))]),
                maker.at(activity.node),
            ));
        }
    }
    super::items(lines)
}

fn how(maker: &Maker<'_>) -> Vec<Block> {
    let w = maker.words;
    let organisation = maker.register.organisation();
    let handling = organisation.and_then(|own| own.rights.as_ref());
    let contact = privacy_contact(maker);
    let mut blocks = Vec::new();
    if !contact.is_empty() {
        let one_month = crate::decode::Duration::months(1);
        let deadline = handling.and_then(|own| own.deadline.as_ref()).unwrap_or(&one_month);
        let mut text = vec![w.with("rights-how-text", &[("contact", &contact)])];
        // The law makes it free (Art. 12(5)); a register may record that money is asked for all the same.
        if !handling.is_some_and(|own| own.requires.contains(&RequestDemand::Fee)) {
            text.push(w.say("rights-free"));
        }
        text.push(w.with("rights-deadline", &[("deadline", &w.duration(deadline))]));
        text.push(w.say("rights-doubt"));
        blocks.push(Block::paragraph(Line::labelled(&w.say("rights-how"), text.join(" "), "organisation.rights")));
    }
    let Some(handling) = handling else { return blocks };
    let mut more = Vec::new();
    if let Some(identity) = &handling.identity {
        more.push(ended(&w.with("rights-identity", &[("how", &lower_first(&maker.text(identity)))])));
    }
    if !handling.requires.is_empty() {
        let demands = w.list(handling.requires.iter().map(|demand| lower_first(&maker.value("request_demand", demand.id()))));
        more.push(w.with("rights-requires", &[("demands", &demands)]));
    }
    if !more.is_empty() {
        blocks.push(Block::paragraph(Line::text(more.join(" "), "organisation.rights")));
    }
    blocks
}

/// The authority, by name and address.
pub(in crate::render) fn authority(maker: &Maker<'_>) -> Option<String> {
    let organisation = maker.register.organisation()?;
    let known = organisation.country.and_then(|country| maker.law.authority(country));
    let Some(named) = organisation.authority.as_deref() else {
        return known.map(|authority| authority.own_name().to_owned());
    };
    Some(clean::text(named))
}

/// Where to complain, with the address of the authority.
pub(in crate::render) fn complaint(maker: &Maker<'_>) -> Vec<Block> {
    let w = maker.words;
    let Some(name) = authority(maker) else { return Vec::new() };
    let organisation = maker.register.organisation();
    let country = organisation.and_then(|own| own.country);
    let facts = country
        .and_then(|country| maker.law.authority(country))
        .filter(|authority| authority.is_named_in(&name) || name == authority.own_name());
    let mut full = name;
    if let Some(facts) = facts {
        let mut parts = facts.address.clone();
        parts.extend(facts.phone.clone());
        parts.extend(facts.email.clone());
        parts.extend(facts.complaint_page(w.lang).map(str::to_owned));
        for part in parts {
            if !full.contains(&part) {
                full = format!("{full}, {part}");
            }
        }
    }
    let complaints = organisation.and_then(|own| own.complaints.as_ref());
    let mut text = Vec::new();
    if complaints.is_some_and(|own| own.contact_first == Some(true)) {
        text.push(w.say("complaint-first"));
    }
    text.push(w.with("complaint-text", &[("authority", &full)]));
    let elsewhere = complaints.and_then(|own| own.authority_where_you_live);
    // From outside the EEA the GDPR reaches whom its offers or its watching reach (Art. 3(2)), and nobody else can complain there.
    let is_inside = country.is_some_and(|country| maker.law.is_eea(country));
    let reaches_in = organisation.is_some_and(|own| !own.offers_to.is_empty() || !own.monitors.is_empty());
    match (elsewhere, is_inside) {
        (Some(false), _) => {}
        (_, true) => text.push(w.say("complaint-elsewhere")),
        (Some(true), false) => text.push(w.say("complaint-elsewhere-eea")),
        (None, false) if reaches_in => text.push(w.say("complaint-elsewhere-eea")),
        (None, false) => {}
    }
    if let Some(complaints) = complaints {
        if let Some(mediation) = &complaints.mediation {
            text.push(ended(&w.with("complaint-mediation", &[("text", &maker.text(mediation))])));
        }
        if !complaints.bodies.is_empty() {
            let names = w.list(complaints.bodies.iter().map(|body| clean::text(body)));
            text.push(w.with("complaint-bodies", &[("names", names.trim_end_matches('.'))]));
        }
    }
    if let Some(more) = remark(maker, Right::Complaint) {
        text.push(more);
    }
    let line = Line::labelled(&w.say("complaint"), text.join(" "), "organisation.authority");
    vec![Block::Paragraph { id: Some("complaint".into()), line }]
}

fn breaches(maker: &Maker<'_>) -> Option<Block> {
    let w = maker.words;
    let breach = maker.register.organisation().and_then(|own| own.breach.as_ref())?;
    let mut text = Vec::new();
    if let Some(told) = &breach.people_told {
        text.push(ended(&upper_first(&maker.text(told))));
        if let Some(within) = &breach.authority_within {
            text.push(w.with("breaches-authority", &[("time", &w.duration(within))]));
        }
    }
    let told = (!text.is_empty()).then(|| text.join(" "))?;
    Some(Block::paragraph(Line::labelled(&w.say("breaches"), told, "organisation.breach")))
}
