//! The first layer: who, why, what is worth knowing, how long, which rights. Computed, and at most 120 words.

use crate::decode::Entry;
use crate::keeping;
use crate::model::*;
use crate::origins;
use crate::render::page::{Block, Item, Line, Part, Section};
use crate::render::{Maker, each_once, ended, lower_first, lower_name, upper_first};
use crate::sensitive;
use crate::walk::PurposeIn;

use super::purposes::{entries, inline_name, uses};
use super::sources::source_inside;
use super::{Scope, controller, cookies, organisation_name, recipients, rights_section, transfers};

const MOST_WORDS: usize = 120;

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("key-facts", w.say("key-facts"));
    section.boxed = true;
    if uses(scope).is_empty() {
        return section;
    }
    let line = |key: &str, text: String, src: &str| Line::labelled(&w.say(key), text, src);
    let mut lines = [
        line("key-controller", who(maker), "organisation"),
        Line::default(),
        line("key-surprise", surprise(maker, scope).unwrap_or_default(), "activities"),
        line("key-retention", how_long(maker, scope), "activities"),
        line("key-rights", rights(maker, scope), "words.key-rights-text"),
    ];
    let purposes = in_order(maker, scope);
    // Fewer purposes by name until the whole is short enough.
    for most in (1..=5).rev() {
        lines[1] = line("key-purposes", why(maker, &purposes, most), "activities");
        let said = || lines.iter().filter(|line| says_something(line));
        let words: usize = said().map(|line| line.plain().split_whitespace().count()).sum();
        if words <= MOST_WORDS || most == 1 {
            section.blocks = vec![Block::list(said().cloned().map(Item::of).collect())];
            break;
        }
    }
    section
}

/// Whether a line has words beside its label.
fn says_something(line: &Line) -> bool {
    line.parts.iter().any(|part| matches!(part, Part::Text { text } if !text.trim().is_empty()))
}

fn who(maker: &Maker<'_>) -> String {
    let w = maker.words;
    let organisation = maker.register.organisation().and_then(|own| own.value.name.as_deref());
    let org = organisation.map_or_else(|| organisation_name(maker), crate::render::clean::text);
    let country = controller::home(maker);
    let contact = controller::privacy_contact(maker);
    if contact.is_empty() || contact.split_whitespace().count() > 12 {
        w.with("key-controller-text-no-contact", &[("org", &org), ("country", &country)])
    } else {
        w.with("key-controller-text", &[("org", &org), ("country", &country), ("contact", &contact)])
    }
}

/// What concerns most groups of people comes first; disclosures to others are no reason to have the data.
fn in_order<'r>(maker: &Maker<'r>, scope: &Scope<'r>) -> Vec<PurposeIn<'r>> {
    let mut all = uses(scope);
    all.sort_by_cached_key(|usage| {
        let handed_over = usage
            .purpose
            .value
            .recipients
            .iter()
            .filter_map(|own| maker.register.get(*own))
            .any(|own| own.occasion.is_some() || own.role == Some(Role::Buyer));
        (handed_over, std::cmp::Reverse(usage.subjects(maker.register).len()))
    });
    all
}

fn why(maker: &Maker<'_>, all: &[PurposeIn<'_>], most: usize) -> String {
    let w = maker.words;
    let rests_on_consent = |usage: &PurposeIn<'_>| {
        let bases = usage.bases();
        !bases.is_empty() && bases.iter().all(|basis| basis.basis == LegalBasis::Consent)
    };
    let short = |usage: &PurposeIn<'_>| inline_name(maker, usage.purpose).split_whitespace().count() <= 10;
    let plain: Vec<String> = all
        .iter()
        .filter(|usage| !rests_on_consent(usage) && short(usage))
        .map(|usage| inline_name(maker, usage.purpose))
        .collect();
    let consented: Vec<String> = all
        .iter()
        .filter(|usage| rests_on_consent(usage) && short(usage))
        .map(|usage| inline_name(maker, usage.purpose))
        .collect();
    let mut text = Vec::new();
    if !plain.is_empty() {
        let is_cut = plain.len() > most || plain.len() + consented.len() < all.len();
        let shown = &plain[..most.min(plain.len())];
        text.push(upper_first(&match is_cut {
            true => w.with("key-purposes-more", &[("purposes", &shown.join(", "))]),
            false => w.with("key-purposes-all", &[("purposes", &w.list(shown))]),
        }));
    }
    if !consented.is_empty() {
        let shown = w.list(consented.iter().take(most.min(2)));
        text.push(w.with("key-purposes-consent", &[("purposes", &shown)]));
    }
    text.join(" ")
}

/// What has most effect on people, or would surprise them.
fn surprise(maker: &Maker<'_>, scope: &Scope<'_>) -> Option<String> {
    let w = maker.words;
    if let Some(own) = maker.maybe(scope.notice.worth_knowing.as_ref()) {
        return Some(ended(&own));
    }
    for activity in &scope.activities {
        if let Some(decision) = crate::decisions::of(activity).find(|own| crate::rights::is_automated(&own.value)) {
            let what = decision.value.what.as_ref().map_or_else(|| decision.id.to_string(), |what| maker.text(what));
            return Some(w.with("surprise-automated", &[("what", lower_first(&what).trim_end_matches('.'))]));
        }
    }
    let mut special: Vec<&Entry<DataCategory>> = Vec::new();
    for usage in uses(scope) {
        for category in usage.categories(maker.register) {
            if (sensitive::is_special(category) || sensitive::is_criminal(category))
                && !special.iter().any(|own| own.id == category.id)
            {
                special.push(category);
            }
        }
    }
    if !special.is_empty() {
        let names = each_once(special.iter().map(|category| lower_name(&maker.category(category))));
        return Some(w.with("surprise-special", &[("data", &w.list(names.iter().take(3)))]));
    }
    let countries = transfers::countries(maker, scope);
    if !countries.is_empty() {
        return Some(w.with("surprise-transfer", &[("countries", &w.list(countries.iter().take(4)))]));
    }
    let received = recipients::received(maker, scope);
    let own_ends: Vec<String> = received
        .iter()
        .filter(|own| {
            matches!(own.recipient.role, Some(Role::Controller | Role::Buyer | Role::Group)) && own.recipient.node.is_some()
        })
        .map(|own| maker.recipient_inside(own.recipient))
        .collect();
    if !own_ends.is_empty() {
        return Some(w.with("surprise-controllers", &[("names", &w.list(own_ends.iter().take(3)))]));
    }
    let mut others: Vec<String> = Vec::new();
    for activity in &scope.activities {
        for source in origins::of_activity(activity).filter(|source| origins::is_somebody_else(maker.register, source)) {
            if matches!(source.target, SourceTarget::Source(_)) {
                others.push(source_inside(maker, &source.target));
            }
        }
    }
    if !others.is_empty() {
        let others = each_once(others);
        return Some(w.with("surprise-others", &[("sources", &w.list(others.iter().take(3)))]));
    }
    let mut cookies = maker.register.cookies.iter().filter(|cookie| cookies::concerns(maker, scope, cookie));
    let tracks = cookies.any(|cookie| cookie.group.is_some_and(|group| group != CookiePurpose::Necessary));
    tracks.then(|| w.say("surprise-tracking"))
}

fn how_long(maker: &Maker<'_>, scope: &Scope<'_>) -> String {
    let w = maker.words;
    let register = maker.register;
    let country = register.organisation().and_then(|own| own.country);
    let mut all: Vec<(f64, String, String)> = Vec::new();
    for usage in uses(scope) {
        for entry in entries(maker, &usage) {
            let kept = keeping::of_purpose(register, &usage.purpose.value, entry.category)
                .or_else(|| keeping::of_category(register, &usage.activity.value, entry));
            let Some(kept) = kept else { continue };
            let (Some(days), Some(category)) = (kept.longest_days(maker.law, country), register.get(entry.category)) else {
                continue;
            };
            let length = match kept.phrase.map(|phrase| &phrase.meaning) {
                Some(Meaning::Period(period)) => {
                    let bounds = [&period.main, &period.at_most].into_iter().flatten();
                    bounds
                        .filter_map(|bound| bound.time.as_ref())
                        .max_by(|a, b| a.days().total_cmp(&b.days()))
                        .map(|time| w.duration(time))
                }
                Some(Meaning::WithoutStart(time)) => Some(w.duration(time)),
                Some(Meaning::Session) => Some(w.say("keep-session")),
                _ => kept.statute(maker.law, country).map(|statute| w.duration(&statute.usual())),
            };
            if let Some(length) = length {
                all.push((days, length, lower_name(&maker.category(category))));
            }
        }
    }
    let (Some(first), Some(last)) =
        (all.iter().min_by(|a, b| a.0.total_cmp(&b.0)), all.iter().max_by(|a, b| a.0.total_cmp(&b.0)))
    else {
        return w.say("keep-see");
    };
    if first.1 == last.1 {
        return upper_first(&w.with("keep-one", &[("longest", &last.1), ("last", &last.2)]));
    }
    if first.1 == w.say("keep-session") {
        return w.with("keep-session-longest", &[("first", &first.2), ("longest", &last.1), ("last", &last.2)]);
    }
    w.with("keep-shortest-longest", &[("shortest", &first.1), ("first", &first.2), ("longest", &last.1), ("last", &last.2)])
}

fn rights(maker: &Maker<'_>, scope: &Scope<'_>) -> String {
    let w = maker.words;
    let all = rights_section::applicable(maker, scope);
    let has = |right: Right| all.iter().any(|own| own.right == right);
    let mut text = vec![w.say("key-rights-text")];
    if has(Right::Portability) {
        text.push(w.say("key-rights-move"));
    }
    if has(Right::Objection) {
        text.push(w.say("key-object"));
    }
    if has(Right::Withdrawal) {
        text.push(w.say("key-withdraw"));
    }
    if let Some(authority) = rights_section::authority(maker) {
        // The short name is enough here; the address stands below.
        let short = authority.split([',', '(']).next().unwrap_or(&authority).trim().to_owned();
        text.push(w.with("key-complain", &[("authority", &short)]));
    }
    text.join(" ")
}
