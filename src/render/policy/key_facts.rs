//! The first layer: who, why, what is worth knowing, how long, which rights. Computed, and at most 120 words.

use crate::answer::Answer;
use crate::decode::Entry;
use crate::devices;
use crate::keeping;
use crate::model::*;
use crate::once::each_once;
use crate::origins;
use crate::render::page::{Block, Item, Line, Part, Section};
use crate::render::words::Words;
use crate::render::{Maker, ended, lower_first, lower_name, upper_first};
use crate::sensitive;
use crate::walk::PurposeIn;

use super::purposes::{inline_name, uses};
use super::sources::source_inside;
use super::{Scope, controller, cookies, organisation_name, recipients, rights_section, transfers};

const MOST_WORDS: usize = 120;

/// Names of purposes that are longer in some language are not read in a first layer.
const MOST_WORDS_OF_A_NAME: usize = 10;

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let mut section = Section::new("key-facts", maker.words.say("key-facts"));
    section.boxed = true;
    if uses(scope).is_empty() {
        return section;
    }
    let others = other_languages(maker, scope);
    let all: Vec<&Maker<'_>> = std::iter::once(maker).chain(&others).collect();
    let purposes = Purposes::of(&all, in_order(maker, scope));
    // Fewer purposes by name until the whole is short enough, in every language: versions of a notice say the same.
    let others: Vec<(&Maker<'_>, [Line; 5])> = all[1..].iter().map(|other| (*other, lines(other, scope))).collect();
    let mut own = lines(maker, scope);
    let is_short = |maker: &Maker<'_>, lines: &[Line; 5], most: usize| {
        let others = lines.iter().filter(|line| says_something(line)).map(words_of).sum::<usize>();
        others + words_of(&purposes.line(maker, most)) <= MOST_WORDS
    };
    let fits = |most: &usize| is_short(maker, &own, *most) && others.iter().all(|(other, lines)| is_short(other, lines, *most));
    let most = (1..=5).rev().find(fits).unwrap_or(1);
    own[1] = purposes.line(maker, most);
    section.blocks = vec![Block::list(own.into_iter().filter(says_something).map(Item::of).collect())];
    section
}

/// The other languages in which the notice is written.
fn other_languages<'r>(maker: &Maker<'r>, scope: &Scope<'_>) -> Vec<Maker<'r>> {
    let tags = super::languages(maker.register, scope.notice).into_iter().filter(|tag| *tag != maker.words.lang);
    tags.filter_map(Words::of).map(|words| Maker::new(maker.register, maker.law, maker.relations, words)).collect()
}

/// The lines of a language; that of the purposes is still empty.
fn lines(maker: &Maker<'_>, scope: &Scope<'_>) -> [Line; 5] {
    [
        line(maker, "key-controller", who(maker), "organisation"),
        Line::default(),
        line(maker, "key-surprise", surprise(maker, scope).unwrap_or_default(), "activities"),
        line(maker, "key-retention", how_long(maker, scope), "activities"),
        line(maker, "key-rights", rights(maker, scope), "words.key-rights-text"),
    ]
}

fn line(maker: &Maker<'_>, key: &str, text: String, src: &str) -> Line {
    Line::labelled(&maker.words.say(key), text, src)
}

fn words_of(line: &Line) -> usize {
    line.plain().split_whitespace().count()
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

/// The purposes that may be named, which are the same in every language.
struct Purposes<'r> {
    plain: Chosen<'r>,
    /// Those that rest on nothing but consent.
    consented: Chosen<'r>,
}

/// Purposes with names short enough, and whether there are others.
struct Chosen<'r> {
    short: Vec<&'r Entry<Purpose>>,
    all: usize,
}

impl<'r> Purposes<'r> {
    fn of(makers: &[&Maker<'_>], all: Vec<PurposeIn<'r>>) -> Self {
        let (consented, plain): (Vec<_>, Vec<_>) = all.into_iter().partition(|usage| {
            let bases = usage.bases();
            !bases.is_empty() && bases.iter().all(|basis| basis.basis == LegalBasis::Consent)
        });
        Purposes { plain: Chosen::of(makers, &plain), consented: Chosen::of(makers, &consented) }
    }

    fn line(&self, maker: &Maker<'_>, most: usize) -> Line {
        let plain = self.plain.said(maker, most, "key-purposes-all", "key-purposes-more");
        let consented = self.consented.said(maker, most.min(2), "key-purposes-consent", "key-purposes-consent-more");
        let text: Vec<String> = plain.map(|text| upper_first(&text)).into_iter().chain(consented).collect();
        line(maker, "key-purposes", text.join(" "), "activities")
    }
}

impl<'r> Chosen<'r> {
    fn of(makers: &[&Maker<'_>], all: &[PurposeIn<'r>]) -> Self {
        let longest = |usage: &&PurposeIn<'_>| {
            let words = makers.iter().map(|maker| inline_name(maker, usage.purpose).split_whitespace().count());
            words.max().unwrap_or(0)
        };
        let mut short: Vec<_> =
            all.iter().filter(|usage| longest(usage) <= MOST_WORDS_OF_A_NAME).map(|usage| usage.purpose).collect();
        if short.is_empty() {
            // At least one has to be named, so that nobody takes the others for all.
            short.extend(all.iter().min_by_key(longest).map(|usage| usage.purpose));
        }
        Chosen { short, all: all.len() }
    }

    /// The first of them in a sentence, which says where there are more.
    fn said(&self, maker: &Maker<'_>, most: usize, whole: &str, cut: &str) -> Option<String> {
        let w = maker.words;
        let shown: Vec<String> = self.short.iter().take(most).map(|purpose| inline_name(maker, purpose)).collect();
        match shown.len() {
            0 => None,
            some if some < self.all => Some(w.with(cut, &[("purposes", &shown.join(", "))])),
            _ => Some(w.with(whole, &[("purposes", &w.list(shown))])),
        }
    }
}

/// What has most effect on people, or would surprise them.
fn surprise(maker: &Maker<'_>, scope: &Scope<'_>) -> Option<String> {
    let w = maker.words;
    if let Some(own) = maker.maybe(scope.notice.worth_knowing.as_ref()) {
        return Some(ended(&own));
    }
    for activity in &scope.activities {
        if let Some(decision) = crate::decisions::by_machine_alone(activity).next() {
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
    let mut tracking = devices::not_necessary(maker.register).filter(|cookie| cookies::concerns(maker, scope, cookie)).peekable();
    tracking.peek()?;
    let asks = maker.register.settings.cookie_banner.is_some()
        && Answer::of_all(tracking.map(|cookie| devices::waits_for_consent(cookie))).is_yes();
    Some(w.say(if asks { "surprise-tracking" } else { "surprise-cookies" }))
}

fn how_long(maker: &Maker<'_>, scope: &Scope<'_>) -> String {
    let w = maker.words;
    let register = maker.register;
    let country = register.organisation().and_then(|own| own.country);
    let mut all: Vec<(f64, String, String)> = Vec::new();
    for usage in uses(scope) {
        for entry in usage.entries(register) {
            let Some(kept) = keeping::for_purpose(register, &usage, entry) else { continue };
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
