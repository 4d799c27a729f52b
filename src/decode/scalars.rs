//! Scalars of the format: each is text in the register and typed by the field that asks.

use std::fmt;

use chrono::{Months, NaiveDate};

use super::{Decode, Decoder, Excerpt, Key, List, ProblemKind, Shape, TODO, ValuesInfo, is_id, nearest, shorten};
use crate::countries;
use crate::languages;
use crate::source::Loc;
use crate::syntax::{Kind, NodeId};
use thin_vec::thin_vec;

impl Decode for Excerpt {
    fn shape() -> Shape {
        Shape::String
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "a text")?;
        d.note_prose(node, d.language);
        Some(d.excerpt(node, text.trim()))
    }
}

impl Decode for bool {
    fn shape() -> Shape {
        Shape::YesNo
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "yes or no")?;
        let answer = yes_or_no(text);
        if answer.is_none() {
            let message = format!("{} is yes or no, not `{}`", d.field_name(node), shorten(text));
            d.bad_value(node, message, "Write yes or no.".into());
        }
        answer
    }
    fn fits(d: &Decoder<'_>, node: NodeId) -> bool {
        d.tree.kind(node) == Kind::Scalar && yes_or_no(d.tree.text(node)).is_some()
    }
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    }
}

impl Decode for u32 {
    fn shape() -> Shape {
        Shape::Integer
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "a number")?;
        let number = text.replace([' ', '_', '\u{a0}'], "").parse().ok();
        if number.is_none() {
            let message = format!("{} is a whole number, not `{}`", d.field_name(node), shorten(text));
            d.bad_value(node, message, "Write digits only, such as 45.".into());
        }
        number
    }
}

impl Decode for NaiveDate {
    fn shape() -> Shape {
        Shape::Scalar("date", "2026-09-01")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "a date")?;
        let date = parse_date(text);
        if date.is_none() {
            let message = format!("{} is a date, and `{}` is none", d.field_name(node), shorten(text));
            let help = match reordered_date(text) {
                Some(better) => format!("Write {better}: year, month, day."),
                None => "Write it as 2026-09-01: year, month, day.".into(),
            };
            d.bad_value(node, message, help);
        }
        date
    }
}

/// A date as the format writes it: four digits, two, two.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let plain = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if plain { NaiveDate::parse_from_str(text, "%Y-%m-%d").ok() } else { None }
}

/// A date in another common order, as the format writes it. Day before month, as the Nordic countries write.
fn reordered_date(text: &str) -> Option<NaiveDate> {
    ["%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y-%m-%d"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text.split('T').next()?.trim(), form).ok())
}

/// A language tag of BCP 47, short enough to be copied about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang([u8; 12]);

impl Lang {
    pub const EN: Lang = Lang::known("en");

    const fn known(tag: &str) -> Lang {
        let mut bytes = [0; 12];
        let tag = tag.as_bytes();
        let mut at = 0;
        while at < tag.len() {
            bytes[at] = tag[at];
            at += 1;
        }
        Lang(bytes)
    }

    pub fn parse(tag: &str) -> Option<Lang> {
        // Nearly all are as short as `nb`, or no language at all.
        if tag.len() <= 3 {
            let is_language = tag.len() >= 2 && tag.bytes().all(|byte| byte.is_ascii_lowercase());
            return is_language.then(|| Lang::known(tag));
        }
        let mut parts = tag.split('-');
        let language = parts.next()?;
        let well_formed = (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_lowercase())
            && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
            && tag.len() <= 12;
        well_formed.then(|| Lang::known(tag))
    }

    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|&byte| byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or("")
    }

    /// The language without region or script: `en` of `en-GB`.
    pub fn base(&self) -> &str {
        let end = self.0.iter().position(|&byte| byte == 0 || byte == b'-').unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or("")
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Decode for Lang {
    fn shape() -> Shape {
        Shape::Scalar("language", "nb")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "a language such as nb")?;
        language(d, text, d.tree.short(node), node)
    }
}

fn language(d: &mut Decoder<'_>, text: &str, loc: Loc, node: NodeId) -> Option<Lang> {
    // `no` is the macrolanguage: as written it does not say which of the two Norwegian languages is meant.
    if text == "no" {
        let message = "`no` does not say which Norwegian: it is read as `nb`".to_owned();
        d.report(ProblemKind::Synonym, loc, node, message, "Write `nb` for bokmål or `nn` for nynorsk.".into());
        return Lang::parse("nb");
    }
    let lang = Lang::parse(text).filter(|lang| languages::is_code(lang.base()));
    if lang.is_none() {
        let message = format!("`{}` is no language code", shorten(text));
        let help = match languages::of_country(text) {
            Some(lang) => format!("That is the code of a country. Write the code of its language: `{lang}`."),
            None => "Write nb, nn, sv, da, fi, is, en, de ...".into(),
        };
        d.report(ProblemKind::UnknownValue, loc, node, message, help);
    }
    lang
}

/// What people wrote, in one language or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where it stands; `None` for built-in names.
    pub node: Option<NodeId>,
    parts: List<(Lang, Excerpt)>,
}

impl Text {
    pub fn new(node: Option<NodeId>, parts: impl IntoIterator<Item = (Lang, String)>) -> Self {
        Text { node, parts: parts.into_iter().map(|(lang, text)| (lang, text.into())).collect() }
    }

    /// The text in exactly this language.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.parts.iter().find(|(own, _)| *own == lang).map(|(_, text)| &**text)
    }

    /// The first text given, for messages that only need to name the thing.
    pub fn any(&self) -> &str {
        self.parts.first().map_or("", |(_, text)| text)
    }

    /// For messages, which are English: the English text, else the first.
    pub fn english(&self) -> &str {
        self.parts.iter().find(|(lang, _)| lang.base() == "en").map_or_else(|| self.any(), |(_, text)| text)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.parts.iter().map(|(lang, text)| (*lang, &**text))
    }

    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|(_, text)| text.trim().is_empty())
    }
}

impl Decode for Text {
    fn shape() -> Shape {
        Shape::Text
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let tree = d.tree;
        match tree.kind(node) {
            Kind::Scalar => {
                d.note_prose(node, d.language);
                Some(Text { node: Some(node), parts: thin_vec![(d.language, d.excerpt(node, tree.text(node).trim()))] })
            }
            Kind::Table => {
                let mut parts = List::with_capacity(tree.items(node).count());
                for item in tree.items(node) {
                    let lang = language(d, item.key, item.key_loc, item.value);
                    if tree.is_blank(item.value) {
                        continue;
                    }
                    let text = d.expect_text(item.value, "a text");
                    if let (Some(lang), Some(text)) = (lang, text) {
                        d.note_prose(item.value, lang);
                        parts.push((lang, d.excerpt(item.value, text.trim())));
                    }
                }
                Some(Text { node: Some(node), parts })
            }
            Kind::List => {
                d.wrong_shape(node, "a text, or a text for each language");
                None
            }
        }
    }
    fn fits(d: &Decoder<'_>, node: NodeId) -> bool {
        let tree = d.tree;
        match tree.kind(node) {
            Kind::Scalar => true,
            Kind::Table => tree.items(node).all(|item| Lang::parse(item.key).is_some() && item.key.len() <= 5),
            Kind::List => false,
        }
    }
}

/// ISO 3166-1 alpha-2 code of a country, and XK.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// A code as it stands in the data; whether there is such a country is not asked.
    pub fn from_code(code: &str) -> Option<Country> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Country([*a, *b])),
            _ => None,
        }
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// Name in English as it stands inside a message, with its article: "the United States".
    pub fn name(&self) -> &'static str {
        countries::inside(*self, "en").unwrap_or("this country")
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Decode for Country {
    fn shape() -> Shape {
        Shape::Scalar("country", "NO")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "a country")?;
        country(d, text, d.tree.short(node), node)
    }
    fn fits(d: &Decoder<'_>, node: NodeId) -> bool {
        d.tree.kind(node) == Kind::Scalar
    }
}

impl Key for Country {
    fn key_shape() -> Shape {
        <Self as Decode>::shape()
    }
    fn key(d: &mut Decoder<'_>, text: &str, loc: Loc, value: NodeId) -> Option<Self> {
        country(d, text, loc, value)
    }
}

fn country(d: &mut Decoder<'_>, text: &str, loc: Loc, node: NodeId) -> Option<Country> {
    match countries::find(text) {
        countries::Found::Exact(country) => Some(country),
        countries::Found::Alias(country) => {
            let message = format!("`{}` is read as {} ({country})", shorten(text), country.name());
            d.report(ProblemKind::Synonym, loc, node, message, format!("Write `{country}`, the code of ISO 3166-1."));
            Some(country)
        }
        countries::Found::Nothing => {
            let message = format!("`{}` is no country", shorten(text));
            let help = match countries::nearest(text) {
                Some((name, country)) => format!("Did you mean {name} ({country})?"),
                None => "Write its two-letter code (NO, SE, US) or its name in English.".into(),
            };
            d.report(ProblemKind::UnknownValue, loc, node, message, help);
            None
        }
    }
}

/// Where something is: a country, or a word that says more or less than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    Country(Country),
    Eu,
    Eea,
    InternationalOrganisation,
    ChosenByPerson,
    Unknown,
    Varies,
    Worldwide,
    NonEea,
    Europe,
}

/// The words of [`Place`] with what they say.
pub const PLACE_WORDS: &[(&str, Place, &str)] = &[
    ("EU", Place::Eu, "Inside the European Union"),
    ("EEA", Place::Eea, "Inside the European Economic Area"),
    ("international-organisation", Place::InternationalOrganisation, "An international organisation"),
    ("chosen-by-person", Place::ChosenByPerson, "Where the person chooses"),
    ("unknown", Place::Unknown, "Not known; reported by PR507 or PR602"),
    ("varies", Place::Varies, "Varies; reported by PR602"),
    ("worldwide", Place::Worldwide, "Anywhere; reported by PR602"),
    ("non-eea", Place::NonEea, "Outside the EEA, no country named; reported by PR602"),
    ("europe", Place::Europe, "Europe, inside or outside the EEA; reported by PR602"),
];

impl Place {
    pub fn country(self) -> Option<Country> {
        if let Place::Country(country) = self { Some(country) } else { None }
    }

    /// A country by its [`Country::name`], any other place by its word.
    pub fn name(self) -> String {
        self.country().map_or_else(|| self.to_string(), |country| country.name().to_owned())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Country(country) => f.write_str(country.code()),
            other => f.write_str(PLACE_WORDS.iter().find(|(_, place, _)| place == other).map_or("", |(word, ..)| word)),
        }
    }
}

impl Decode for Place {
    fn shape() -> Shape {
        Shape::Scalar("place", "NO, EU, EEA, unknown")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "a country or place")?;
        place(d, text, d.tree.short(node), node)
    }
}

impl Key for Place {
    fn key_shape() -> Shape {
        <Self as Decode>::shape()
    }
    fn key(d: &mut Decoder<'_>, text: &str, loc: Loc, value: NodeId) -> Option<Self> {
        place(d, text, loc, value)
    }
}

fn place(d: &mut Decoder<'_>, text: &str, loc: Loc, node: NodeId) -> Option<Place> {
    if let Some((_, place, _)) = PLACE_WORDS.iter().find(|(word, ..)| *word == text) {
        return Some(*place);
    }
    country(d, text, loc, node).map(Place::Country)
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    pub const ALL: [Unit; 7] = [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year];

    pub fn name(self) -> &'static str {
        match self {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }

    fn parse(word: &str) -> Option<Unit> {
        let word = word.to_ascii_lowercase();
        let singular = word.strip_suffix('s').unwrap_or(&word);
        Unit::ALL.into_iter().find(|unit| unit.name() == singular)
    }

    /// Average length in days, to compare durations by.
    fn days(self) -> f64 {
        match self {
            Unit::Second => 1.0 / 86_400.0,
            Unit::Minute => 1.0 / 1_440.0,
            Unit::Hour => 1.0 / 24.0,
            Unit::Day => 1.0,
            Unit::Week => 7.0,
            Unit::Month => 30.436_875,
            Unit::Year => 365.242_5,
        }
    }
}

/// A length of time, in the parts it was written in: `3 years 6 months`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Duration(List<(u32, Unit)>);

impl Duration {
    pub fn new(parts: impl IntoIterator<Item = (u32, Unit)>) -> Self {
        Duration(parts.into_iter().collect())
    }

    pub fn months(number: u32) -> Self {
        Duration(thin_vec![(number, Unit::Month)])
    }

    /// `2 years`, `3 years 6 months`, `P2Y`, `PT72H`.
    pub fn parse(text: &str) -> Option<Duration> {
        let text = text.trim();
        if let Some(iso) = text.strip_prefix('P') {
            return Self::parse_iso(iso);
        }
        // Most have one part.
        let mut parts = List::with_capacity(1);
        let mut words = text.split_whitespace();
        while let Some(word) = words.next() {
            // `90days` is understood as well.
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            let number = word[..digits].parse().ok()?;
            let unit = if digits < word.len() { &word[digits..] } else { words.next()? };
            parts.push((number, Unit::parse(unit.trim_end_matches(','))?));
        }
        (!parts.is_empty()).then_some(Duration(parts))
    }

    fn parse_iso(text: &str) -> Option<Duration> {
        let (date, time) = text.split_once('T').unwrap_or((text, ""));
        let mut parts = List::new();
        for (part, units) in [
            (date, [('Y', Unit::Year), ('M', Unit::Month), ('W', Unit::Week), ('D', Unit::Day)].as_slice()),
            (time, [('H', Unit::Hour), ('M', Unit::Minute), ('S', Unit::Second)].as_slice()),
        ] {
            let mut rest = part;
            while !rest.is_empty() {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                let number = rest[..digits].parse().ok()?;
                let letter = rest[digits..].chars().next()?;
                parts.push((number, units.iter().find(|(own, _)| *own == letter)?.1));
                rest = &rest[digits + letter.len_utf8()..];
            }
        }
        (!parts.is_empty()).then_some(Duration(parts))
    }

    pub fn parts(&self) -> &[(u32, Unit)] {
        &self.0
    }

    /// Average length in days, to compare by; not for counting dates.
    pub fn days(&self) -> f64 {
        self.0.iter().map(|(number, unit)| f64::from(*number) * unit.days()).sum()
    }

    /// The day this long after another: whole months are calendar months, and a part of a day counts as none.
    /// Past the calendar's end it is the calendar's end.
    pub fn after(&self, from: NaiveDate) -> NaiveDate {
        let mut date = Some(from);
        let mut hours = 0u64;
        for &(number, unit) in &self.0 {
            date = date.and_then(|date| match unit {
                Unit::Year => date.checked_add_months(Months::new(number.saturating_mul(12))),
                Unit::Month => date.checked_add_months(Months::new(number)),
                Unit::Week => date.checked_add_days(chrono::Days::new(u64::from(number) * 7)),
                Unit::Day => date.checked_add_days(chrono::Days::new(u64::from(number))),
                Unit::Hour => {
                    hours += u64::from(number);
                    Some(date)
                }
                Unit::Minute | Unit::Second => Some(date),
            });
        }
        date.and_then(|date| date.checked_add_days(chrono::Days::new(hours / 24))).unwrap_or(NaiveDate::MAX)
    }

    /// ISO 8601: `P3Y6M`, `PT72H`.
    pub fn iso(&self) -> String {
        let mut date = String::new();
        let mut time = String::new();
        for (number, unit) in &self.0 {
            let (part, letter) = match unit {
                Unit::Year => (&mut date, 'Y'),
                Unit::Month => (&mut date, 'M'),
                Unit::Week => (&mut date, 'W'),
                Unit::Day => (&mut date, 'D'),
                Unit::Hour => (&mut time, 'H'),
                Unit::Minute => (&mut time, 'M'),
                Unit::Second => (&mut time, 'S'),
            };
            part.push_str(&format!("{number}{letter}"));
        }
        if time.is_empty() { format!("P{date}") } else { format!("P{date}T{time}") }
    }
}

/// As the format writes it, in English: `3 years 6 months`.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (number, unit)) in self.0.iter().enumerate() {
            let space = if at > 0 { " " } else { "" };
            let plural = if *number == 1 { "" } else { "s" };
            write!(f, "{space}{number} {}{plural}", unit.name())?;
        }
        Ok(())
    }
}

impl Decode for Duration {
    fn shape() -> Shape {
        Shape::Scalar("duration", "2 years")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "a length of time")?;
        let duration = Duration::parse(text);
        if duration.is_none() {
            let message = format!("{} is a length of time, and `{}` is none", d.field_name(node), shorten(text));
            d.bad_value(node, message, "Write a number and a unit: 90 days, 2 years, 3 years 6 months, 72 hours.".into());
        }
        duration
    }
}

/// How long something stays on a device, counted from when it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lifetime {
    For(Duration),
    AtMost(Duration),
    Session,
    Persistent,
    UntilLogout,
}

impl Lifetime {
    pub fn parse(text: &str) -> Option<Lifetime> {
        match text.trim() {
            "session" => Some(Lifetime::Session),
            "persistent" => Some(Lifetime::Persistent),
            "until logout" => Some(Lifetime::UntilLogout),
            text => match text.strip_prefix("at most ") {
                Some(rest) => Duration::parse(rest).map(Lifetime::AtMost),
                None => Duration::parse(text).map(Lifetime::For),
            },
        }
    }
}

impl Decode for Lifetime {
    fn shape() -> Shape {
        Shape::Scalar("lifetime", "13 months, session, persistent, until logout")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "a lifetime")?;
        let lifetime = Lifetime::parse(text);
        if lifetime.is_none() {
            let message = format!("{} does not say how long: `{}`", d.field_name(node), shorten(text));
            d.bad_value(node, message, "Write 13 months, at most 2 years, session, persistent or until logout.".into());
        }
        lifetime
    }
}

macro_rules! checked_text {
    ($(#[doc = $about:literal])+ $name:ident, $kind:literal, $example:literal, $check:expr, $help:literal) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(pub Excerpt);

        impl std::ops::Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl Decode for $name {
            fn shape() -> Shape {
                Shape::Scalar($kind, $example)
            }
            fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
                let text = d.expect_text(node, concat!("a text such as ", $example))?.trim();
                let check: fn(&str) -> bool = $check;
                if !check(text) {
                    let message = format!(concat!("`{}` in {} is no ", $kind), shorten(text), d.field_name(node));
                    d.bad_value(node, message, $help.into());
                    // Kept: what stands there may be a mask or a placeholder, and other rules have more to say on it.
                }
                d.note_prose(node, d.language);
                Some($name(d.excerpt(node, text)))
            }
        }
    };
}

checked_text!(
    /// An e-mail address, checked no further than that it could be one.
    Email, "e-mail address", "privacy@nordlys.no",
    |text| crate::decode::scalars::looks_like_email(text) || crate::decode::scalars::is_masked(text),
    "Write it like privacy@nordlys.no."
);
checked_text!(
    /// A telephone number.
    Phone, "telephone number", "+47 22 00 00 00",
    |text| text.bytes().filter(u8::is_ascii_digit).count() >= 3
        && text.chars().all(|letter| letter.is_ascii_digit() || " +-()/.".contains(letter))
        || crate::decode::scalars::is_masked(text),
    "Write it like +47 22 00 00 00."
);
checked_text!(
    /// A web address, or a path relative to the register where the field takes either.
    Url, "address or path", "https://nordlys.no/privacy",
    |text| !text.contains(char::is_whitespace) || !text.contains("://"),
    "Write it like https://nordlys.no/privacy, without spaces."
);

fn looks_like_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !text.contains(char::is_whitespace)
    })
}

/// What a template or an address hider leaves behind is for the rule on placeholders to report, once.
fn is_masked(text: &str) -> bool {
    text.contains('#') || text.contains('[') || text.contains('*') || text == TODO
}

/// A provision of law: an id of `laws`, or an act with its section.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    pub node: NodeId,
    /// As written.
    pub text: Excerpt,
    /// Number in `laws:` where it is an id.
    pub law: Option<u32>,
    /// The country that stands before the act, where one does.
    pub country: Option<Country>,
}

impl Citation {
    /// The section, article or chapter cited, from its sign on: `§ 13`, `Art. 9(2)(b)`.
    pub fn provision(&self) -> Option<&str> {
        let signs = ["§", "Art.", "art.", "section", "kap."];
        signs.iter().filter_map(|sign| self.text.find(sign)).min().map(|at| &self.text[at..]).or_else(|| {
            // Swedish acts are cited by number, chapter and section: `2018:218 3:10`.
            let last = self.text.rsplit(' ').next()?;
            let (chapter, section) = last.split_once(':')?;
            (chapter.len() <= 2 && self.text.contains(' ') && section.bytes().all(|byte| byte.is_ascii_digit())).then_some(last)
        })
    }
}

impl Decode for Citation {
    fn shape() -> Shape {
        Shape::Scalar("citation", "bokføringsloven § 13")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        let text = d.expect_text(node, "a provision of law")?.trim();
        let law = d.refer("laws", text, node);
        d.note_prose(node, d.language);
        // One lower-case word may be an id or the name of an act; only what carries a hyphen can be nothing but an id.
        if law.is_none() && is_id(text) && text.contains('-') && !d.tree.is_marked_as_text(node) {
            d.unknown_id(text, d.tree.short(node), node, &["laws"], &[]);
        }
        let country =
            text.split_once(' ').and_then(|(first, _)| Country::from_code(first)).filter(|code| countries::is_known(*code));
        Some(Citation { node, text: d.excerpt(node, text), law, country })
    }
}

/// The code or the name of a rule, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleCode(pub Box<str>);

impl Decode for RuleCode {
    fn shape() -> Shape {
        Shape::Scalar("rule", "PR206")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        d.expect_text(node, "the code of a rule").map(|text| RuleCode(text.into()))
    }
}

impl Key for RuleCode {
    fn key_shape() -> Shape {
        <Self as Decode>::shape()
    }
    fn key(_: &mut Decoder<'_>, text: &str, _: Loc, _: NodeId) -> Option<Self> {
        Some(RuleCode(text.into()))
    }
}

/// Where a suppression holds: a dotted path of sections, ids and fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target(pub Box<str>);

impl Decode for Target {
    fn shape() -> Shape {
        Shape::Scalar("target", "activities.recruitment.purposes.references")
    }
    fn decode(d: &mut Decoder<'_>, node: NodeId) -> Option<Self> {
        d.expect_text(node, "the path of a place").map(|text| Target(text.into()))
    }
}

impl Decoder<'_> {
    /// Reads a coded value; one that is not in the list is reported with its neighbour and read as that.
    pub fn coded<T>(&mut self, node: NodeId, info: &'static ValuesInfo, parse: fn(&str) -> Option<T>) -> Option<T> {
        let text = self.expect_text(node, "one of a list of values")?;
        self.coded_text(text, self.tree.short(node), node, info, parse)
    }

    pub fn coded_text<T>(
        &mut self,
        text: &str,
        loc: Loc,
        node: NodeId,
        info: &'static ValuesInfo,
        parse: fn(&str) -> Option<T>,
    ) -> Option<T> {
        if let Some(value) = parse(text) {
            return Some(value);
        }
        if let Some(id) = synonym(text, info) {
            let message = format!("`{}` is read as `{id}`", shorten(text));
            self.report(ProblemKind::Synonym, loc, node, message, format!("Write `{id}`."));
            return parse(id);
        }
        let guess = other_word(text, info).or_else(|| nearest(text, info.values.iter().map(|value| value.id)));
        let help = match guess {
            Some(guess) => format!("Did you mean `{guess}`?"),
            None => {
                let values: Vec<_> = info.values.iter().take(12).map(|value| value.id).collect();
                let more = if info.values.len() > 12 { " ..." } else { "" };
                format!("Write one of: {}{more}", values.join(", "))
            }
        };
        let message = format!("`{}` is no value of {}", shorten(text), self.field_name(node));
        self.report(ProblemKind::UnknownValue, loc, node, message, help);
        guess.and_then(parse)
    }
}

/// The value that a text means although it is spelled otherwise: case, `_` or space for `-`, singular for plural.
fn synonym(text: &str, info: &ValuesInfo) -> Option<&'static str> {
    let folded = text.trim().to_lowercase().replace(['_', ' '], "-");
    info.values
        .iter()
        .map(|value| value.id)
        .find(|id| folded == *id || format!("{folded}s") == *id || folded.strip_suffix('s') == Some(*id))
}

/// The value that another word stands for: a word of another language, or an article in any way of citing it.
fn other_word(text: &str, info: &ValuesInfo) -> Option<&'static str> {
    const OF_CITING: [&str; 13] =
        ["art", "article", "artikkel", "artikel", "nr", "no", "stk", "bokstav", "litra", "lit", "punkt", "gdpr", "dsgvo"];
    let folded = |text: &str| -> String {
        let text = text.to_lowercase();
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !OF_CITING.contains(word)).collect()
    };
    let written = folded(text);
    info.values.iter().find(|value| value.also.iter().any(|word| folded(word) == written)).map(|value| value.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_is_guessed_from_its_article_and_from_other_languages() {
        let value = |id, also| super::super::ValueInfo { id, meaning: "", reported_by: None, also };
        let values: &'static [_] = Box::leak(Box::new([
            value("consent", &["6(1)(a)", "samtykke"]),
            value("legal-obligation", &["rettslig forpliktelse"]),
            value("legitimate-interests", &["6(1)(f)", "berättigat intresse"]),
        ]));
        let info: &ValuesInfo = &ValuesInfo { name: "legal_basis", values };
        for (text, expected) in [
            ("samtykke", Some("consent")),
            ("6(1)(a)", Some("consent")),
            ("Art. 6(1)(f)", Some("legitimate-interests")),
            ("artikkel 6 nr. 1 bokstav f GDPR", Some("legitimate-interests")),
            ("Berättigat intresse", Some("legitimate-interests")),
            ("rettslig-forpliktelse", Some("legal-obligation")),
            ("goodwill", None),
            ("", None),
            ("Art.", None),
        ] {
            assert_eq!(other_word(text, info), expected, "{text}");
        }
    }

    #[test]
    fn durations_are_read_in_words_and_in_iso() {
        for (text, iso) in [
            ("2 years", "P2Y"),
            ("3 years 6 months", "P3Y6M"),
            ("90 days", "P90D"),
            ("72 hours", "PT72H"),
            ("P2Y", "P2Y"),
            ("PT72H", "PT72H"),
            ("1 week", "P1W"),
        ] {
            assert_eq!(Duration::parse(text).map(|duration| duration.iso()).as_deref(), Some(iso), "{text}");
        }
        for text in ["", "two years", "2", "years", "P", "PT", "2 moons", "P2X", "999999999999 years"] {
            assert_eq!(Duration::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_end_on_the_last_day_there_is() {
        let leap = NaiveDate::from_ymd_opt(2024, 2, 29).expect("a day");
        let plus = |text: &str| Duration::parse(text).expect("a duration").after(leap).to_string();
        assert_eq!(plus("60 months"), "2029-02-28");
        assert_eq!(plus("4 years"), "2028-02-29");
        assert_eq!(plus("48 hours"), "2024-03-02");
        assert_eq!(plus("4000000000 years"), NaiveDate::MAX.to_string());
    }

    #[test]
    fn dates_have_one_form() {
        assert!(parse_date("2026-09-01").is_some());
        for text in ["2026-9-1", "2026-02-29", "01.09.2026", "2026-09-01T00:00:00", "٢٠٢٦-٠٩-٠١"] {
            assert!(parse_date(text).is_none(), "{text}");
        }
        assert_eq!(reordered_date("01.09.2026").map(|date| date.to_string()).as_deref(), Some("2026-09-01"));
    }

    #[test]
    fn languages_are_tags() {
        for tag in ["nb", "en-GB", "zh-Hant"] {
            assert_eq!(Lang::parse(tag).map(|lang| lang.to_string()).as_deref(), Some(tag));
        }
        for tag in ["", "n", "NB", "norsk", "en_GB", "nb-"] {
            assert!(Lang::parse(tag).is_none(), "{tag}");
        }
    }
}
