//! How long data are kept: a phrase, a shared rule, or a rule written out.

use chrono::NaiveDate;

use super::{Event, RetentionRule};
use crate::decode::{Decode, Decoder, Duration, Excerpt, Field, KeyMap, List, ProblemKind, Ref, Shape, Text, is_id};
use crate::syntax::{Kind, NodeId};

/// A retention as it stands in a register.
#[derive(Clone, Debug)]
pub enum Retention {
    Phrase(Box<Phrase>),
    /// A rule of the section `retention:`, or a built-in one.
    Shared(Ref<RetentionRule>),
    Rule(NodeId, Box<RetentionRule>),
}

impl Retention {
    pub fn node(&self) -> NodeId {
        match self {
            Retention::Phrase(phrase) => phrase.node,
            Retention::Shared(rule) => rule.node,
            Retention::Rule(node, _) => *node,
        }
    }
}

/// A period in the grammar of the format, or a text that is none.
#[derive(Clone, Debug)]
pub struct Phrase {
    pub node: NodeId,
    pub text: Excerpt,
    pub meaning: Meaning,
}

#[derive(Clone, Debug)]
pub enum Meaning {
    /// Not kept.
    NotKept,
    /// Until the session ends.
    Session,
    /// Kept for good.
    Permanent,
    Period(Period),
    /// A length without what it counts from.
    WithoutStart(Duration),
    /// Not understood; kept as it was written.
    Unclear,
}

/// `2 years after case-closed, at most 5 years after collection`.
#[derive(Clone, Debug, Default)]
pub struct Period {
    /// After or until; both empty where only a maximum is given.
    pub main: Option<Bound>,
    pub at_most: Option<Bound>,
    pub at_least: Option<Bound>,
}

/// So long after any of the events, whichever comes first; until it happens where no time is given.
#[derive(Clone, Debug)]
pub struct Bound {
    pub time: Option<Duration>,
    pub events: List<Ref<Event>>,
}

impl Phrase {
    /// The longest time the phrase allows for, counted from its start event, in days; `None` where it is open or unclear.
    pub fn longest_days(&self) -> Option<f64> {
        match &self.meaning {
            Meaning::NotKept | Meaning::Session => Some(0.0),
            Meaning::WithoutStart(time) => Some(time.days()),
            Meaning::Period(period) => {
                let main = period.main.as_ref().and_then(|bound| bound.time.as_ref()).map(Duration::days);
                let most = period.at_most.as_ref().and_then(|bound| bound.time.as_ref()).map(Duration::days);
                match (main, most) {
                    (Some(main), Some(most)) => Some(main.max(most)),
                    (main, most) => main.or(most),
                }
            }
            Meaning::Permanent | Meaning::Unclear => None,
        }
    }

    /// The day the period ends when its event happened on a day; `None` without a length.
    pub fn ends(&self, event: NaiveDate) -> Option<NaiveDate> {
        match &self.meaning {
            Meaning::Period(Period { main: Some(Bound { time: Some(time), .. }), .. }) => Some(time.after(event)),
            _ => None,
        }
    }

    /// All events the phrase counts from.
    pub fn events(&self) -> impl Iterator<Item = Ref<Event>> + '_ {
        let period = if let Meaning::Period(period) = &self.meaning { Some(period) } else { None };
        period
            .into_iter()
            .flat_map(|period| [&period.main, &period.at_most, &period.at_least])
            .flatten()
            .flat_map(|bound| bound.events.iter().copied())
    }

    fn parse(d: &mut Decoder<'_>, node: NodeId, text: &str) -> Phrase {
        let text = text.trim();
        let meaning = match text {
            "none" => Meaning::NotKept,
            "session" => Meaning::Session,
            "permanent" => Meaning::Permanent,
            _ => match Duration::parse(text) {
                Some(time) => Meaning::WithoutStart(time),
                None => parse_period(d, node, text).map_or(Meaning::Unclear, Meaning::Period),
            },
        };
        Phrase { node, text: d.excerpt(node, text), meaning }
    }
}

/// `None` where the text does not follow the grammar. Event ids that are not defined are reported.
fn parse_period(d: &mut Decoder<'_>, node: NodeId, text: &str) -> Option<Period> {
    let mut period = Period::default();
    let mut unknown = Vec::new();
    for (at, part) in text.split(',').map(str::trim).enumerate() {
        let (slot, bound) = if let Some(rest) = part.strip_prefix("at most ") {
            (&mut period.at_most, after(d, rest, &mut unknown)?)
        } else if let Some(rest) = part.strip_prefix("at least ") {
            (&mut period.at_least, after(d, rest, &mut unknown).or_else(|| until(d, rest, &mut unknown))?)
        } else if at == 0 {
            (&mut period.main, after(d, part, &mut unknown).or_else(|| until(d, part, &mut unknown))?)
        } else {
            return None;
        };
        if slot.is_some() {
            return None;
        }
        *slot = Some(Bound { time: bound.0, events: bound.1.into_iter().map(|target| Ref::new(node, target)).collect() });
    }
    if period.main.is_none() && period.at_most.is_none() {
        return None;
    }
    let found: Vec<u32> = [&period.main, &period.at_most, &period.at_least]
        .into_iter()
        .flatten()
        .flat_map(|bound| bound.events.iter().filter_map(|event| event.target()))
        .map(|target| target as u32)
        .collect();
    found.into_iter().for_each(|target| d.collected.references.add("events", target, node));
    for event in unknown {
        report_event(d, node, &event);
    }
    Some(period)
}

type ReadBound = (Option<Duration>, Vec<Option<u32>>);

fn after(d: &Decoder<'_>, text: &str, unknown: &mut Vec<String>) -> Option<ReadBound> {
    let (time, list) = text.split_once(" after ")?;
    Some((Some(Duration::parse(time)?), events(d, list, unknown)?))
}

fn until(d: &Decoder<'_>, text: &str, unknown: &mut Vec<String>) -> Option<ReadBound> {
    Some((None, events(d, text.strip_prefix("until ")?, unknown)?))
}

/// Events by id, the unknown ones as `None`; no list at all where something is no id: then the text is no phrase.
fn events(d: &Decoder<'_>, text: &str, unknown: &mut Vec<String>) -> Option<Vec<Option<u32>>> {
    let names: Vec<&str> = text.split(" or ").map(str::trim).collect();
    if !names.iter().all(|name| is_id(name)) {
        return None;
    }
    let targets: Vec<Option<u32>> = names.iter().map(|name| d.find("events", name)).collect();
    for (name, target) in names.iter().zip(&targets) {
        if target.is_none() && !unknown.iter().any(|own| own == name) {
            unknown.push((*name).to_owned());
        }
    }
    Some(targets)
}

/// An unknown event is underlined by itself, inside the phrase.
fn report_event(d: &mut Decoder<'_>, node: NodeId, event: &str) {
    let mut loc = d.tree.short(node);
    if let Some(at) = d.tree.sources.slice(loc).find(event) {
        loc.start += at as u32;
        loc.end = loc.start + event.len() as u32;
    }
    d.unknown_id(event, loc, node, &["events"], &[]);
}

impl Decode for Phrase {
    fn shape() -> Shape {
        Shape::Scalar("retention phrase", "2 years after case-closed")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        if d.tree.kind(node) == Kind::Table {
            return table(d, node);
        }
        let text = d.expect_text(node, "a period such as 2 years after case-closed")?;
        if d.leaves_open(node) {
            return None;
        }
        Some(Phrase::parse(d, node, text))
    }
}

/// `{for = "2 years", after = "case-closed", at_most = {...}}`: the phrase in parts.
fn table(d: &mut Decoder<'_>, node: NodeId) -> Option<Phrase> {
    let text = phrase_of(d, node)?;
    Some(Phrase::parse(d, node, &text))
}

const PARTS: [&str; 5] = ["for", "after", "until", "at_most", "at_least"];

/// The phrase that a table writes in parts.
fn phrase_of(d: &mut Decoder<'_>, node: NodeId) -> Option<String> {
    let tree = d.tree;
    let mut words = Vec::new();
    for item in tree.items(node) {
        if !PARTS.contains(&item.key) && item.key != "notes" && !item.key.starts_with("x-") {
            let guess = crate::decode::nearest(item.key, PARTS);
            let message = format!("A retention phrase has no part `{}`", item.key);
            let help = guess.map_or("Its parts are for, after, until, at_most and at_least.".into(), |guess| {
                format!("Did you mean `{guess}`?")
            });
            d.report(ProblemKind::UnknownField, item.key_loc, item.value, message, help);
        }
    }
    let part = |d: &mut Decoder<'_>, name: &str| -> Option<String> {
        let item = tree.get(node, name)?;
        match tree.kind(item.value) {
            Kind::List => Some(tree.values(item.value).map(|value| tree.text(value)).collect::<Vec<_>>().join(" or ")),
            Kind::Table => phrase_of(d, item.value),
            Kind::Scalar => Some(tree.text(item.value).to_owned()),
        }
    };
    let time = part(d, "for");
    let start = part(d, "after");
    match (time, start) {
        (Some(time), Some(start)) => words.push(format!("{time} after {start}")),
        (Some(time), None) => words.push(time),
        (None, Some(start)) => words.push(format!("after {start}")),
        (None, None) => {}
    }
    words.extend(part(d, "until").map(|until| format!("until {until}")));
    words.extend(part(d, "at_most").map(|most| format!("at most {most}")));
    words.extend(part(d, "at_least").map(|least| format!("at least {least}")));
    Some(words.join(", "))
}

impl Decode for Retention {
    fn shape() -> Shape {
        Shape::Either(vec![Phrase::shape(), Shape::Ref(vec!["retention"], vec![]), RetentionRule::shape()])
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let tree = d.tree;
        match tree.kind(node) {
            Kind::Table => {
                let is_phrase = tree.get(node, "for").is_some() || tree.get(node, "until").is_some();
                if is_phrase {
                    return table(d, node).map(|phrase| Retention::Phrase(Box::new(phrase)));
                }
                RetentionRule::decode(d, node).map(|rule| Retention::Rule(node, Box::new(rule)))
            }
            Kind::List => {
                d.wrong_shape(node, "a period such as 2 years after case-closed, or the id of a retention rule");
                None
            }
            Kind::Scalar if d.leaves_open(node) => None,
            Kind::Scalar => {
                let text = tree.text(node).trim();
                if let Some(target) = d.refer("retention", text, node) {
                    return Some(Retention::Shared(Ref::new(node, Some(target))));
                }
                // One word that is no phrase can only have been meant as the id of a rule.
                if is_id(text) && !matches!(text, "none" | "session" | "permanent") && Duration::parse(text).is_none() {
                    d.unknown_id(text, tree.short(node), node, &["retention"], &[]);
                    return Some(Retention::Shared(Ref::new(node, None)));
                }
                Some(Retention::Phrase(Box::new(Phrase::parse(d, node, text))))
            }
        }
    }
}

/// Another retention for one purpose: for all of its data, or by category.
#[derive(Clone, Debug)]
pub enum PurposeRetention {
    All(Retention),
    ByCategory(KeyMap<Ref<super::DataCategory>, Retention>),
}

impl Decode for PurposeRetention {
    fn shape() -> Shape {
        Shape::either(Retention::shape(), <KeyMap<Ref<super::DataCategory>, Retention> as Field>::shape())
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let tree = d.tree;
        let names_fields = |info: &crate::decode::TableInfo| {
            tree.items(node).any(|item| info.field(item.key).is_some() || PARTS.contains(&item.key))
        };
        if tree.kind(node) == Kind::Table && !names_fields(RetentionRule::INFO) {
            return Decode::decode(d, node).map(PurposeRetention::ByCategory);
        }
        Retention::decode(d, node).map(PurposeRetention::All)
    }
}

/// How long inputs and outputs of AI are kept: a retention, or `unknown`.
#[derive(Clone, Debug)]
pub enum PromptRetention {
    Unknown,
    Kept(Retention),
}

impl Decode for PromptRetention {
    fn shape() -> Shape {
        Shape::either(Retention::shape(), Shape::Word("unknown"))
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        if d.tree.text(node) == "unknown" {
            return Some(PromptRetention::Unknown);
        }
        Retention::decode(d, node).map(PromptRetention::Kept)
    }
}

/// What happens to a customer's data at the end: words, or a retention.
#[derive(Clone, Debug)]
pub enum AtEnd {
    Text(Text),
    Retention(Retention),
}

impl Decode for AtEnd {
    fn shape() -> Shape {
        Shape::either(Shape::Text, Retention::shape())
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let tree = d.tree;
        match tree.kind(node) {
            Kind::Table if !Text::fits(d, node) => return Retention::decode(d, node).map(AtEnd::Retention),
            Kind::Scalar => {
                let text = tree.text(node).trim();
                if let Some(target) = d.refer("retention", text, node) {
                    return Some(AtEnd::Retention(Retention::Shared(Ref::new(node, Some(target)))));
                }
                let phrase = Phrase::parse(d, node, text);
                if !matches!(phrase.meaning, Meaning::Unclear) {
                    return Some(AtEnd::Retention(Retention::Phrase(Box::new(phrase))));
                }
            }
            Kind::Table | Kind::List => {}
        }
        Text::decode(d, node).map(AtEnd::Text)
    }
}
