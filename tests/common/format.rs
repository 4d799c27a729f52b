//! A register walked along the declaration of the format: which field stands where, what else it could say, and the same
//! register with a value taken out, changed or put in.
//!
//! ```ignore
//! let register = Written::of("tests/data/kitchen-sink");
//! for place in register.places() {
//!     let without = register.without(&place.path);          // a copy
//!     for other in register.others(&place) {
//!         let changed = register.with(&place.path, other);  // changes, or adds where nothing stands
//!     }
//! }
//! let more = register.with(&path(["activities", "app", "ai"]), register.minimal(table("ai")));
//! check(&more.read());
//! ```

use std::collections::BTreeSet;

use privreg::decode::{FieldInfo, Needed, Shape, TableInfo, parse_date, reachable};
use privreg::register::{SECTIONS, SectionShape};
use privreg::{Options, Register, Report, Sources, check};

use super::documents::{self, law};
use super::forms::{File, Sample, Value, joined, yaml};

/// The keys that lead to a value from the top of a register; entries of lists by number.
pub type Path = Vec<String>;

pub fn path<const N: usize>(keys: [&str; N]) -> Path {
    keys.map(str::to_owned).to_vec()
}

/// Every table of the format.
pub fn tables() -> Vec<&'static TableInfo> {
    reachable(SECTIONS.iter().map(|section| (section.table)()))
}

pub fn table(name: &str) -> &'static TableInfo {
    tables().into_iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no table {name}"))
}

/// `activity.retention`
pub fn name_of(field: &FieldInfo) -> String {
    format!("{}.{}", field.table, field.name)
}

/// What of a field stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole value of the field.
    Whole,
    /// An entry of its list or map.
    Entry,
    /// A text in one of its languages.
    Language,
}

/// A value in a register, with the field it belongs to.
#[derive(Clone, Debug)]
pub struct Place {
    pub field: &'static FieldInfo,
    pub path: Path,
    pub part: Part,
    /// The form that the value has here, of those that the field takes.
    pub shape: Shape,
}

/// All that a register says, in one tree.
#[derive(Clone, Debug)]
pub struct Written {
    pub value: Value,
}

impl Written {
    /// A folder of the project.
    pub fn of(folder: &str) -> Written {
        let sources = documents::read(folder).tree.sources;
        let texts = sources.ids().map(|id| (sources.get(id).relative.clone(), sources.get(id).text.to_string())).collect();
        let files: Vec<File> = Sample { name: folder.into(), texts }.files().unwrap_or_else(|| panic!("{folder} can be read"));
        let mut all = joined(&files).unwrap_or_else(|| panic!("{folder} says everything once"));
        Written { value: all.remove(0).value }
    }

    pub fn text(&self) -> String {
        yaml(&self.value)
    }

    pub fn read(&self) -> Register {
        let mut sources = Sources::default();
        sources.add("privreg.yaml", "privreg.yaml", self.text());
        Register::read(sources)
    }

    pub fn get(&self, path: &[String]) -> Option<&Value> {
        path.iter().try_fold(&self.value, |value, key| match value {
            Value::Table(entries) => entries.iter().find(|(own, _)| own == key).map(|(_, value)| value),
            Value::List(items) => items.get(key.parse::<usize>().ok()?),
            Value::Scalar(..) => None,
        })
    }

    fn get_mut(&mut self, path: &[String]) -> Option<&mut Value> {
        path.iter().try_fold(&mut self.value, |value, key| match value {
            Value::Table(entries) => entries.iter_mut().find(|(own, _)| own == key).map(|(_, value)| value),
            Value::List(items) => items.get_mut(key.parse::<usize>().ok()?),
            Value::Scalar(..) => None,
        })
    }

    /// The same register with the value at a path taken out.
    pub fn without(&self, path: &[String]) -> Written {
        let mut changed = self.clone();
        let (last, way) = path.split_last().expect("a path");
        match changed.get_mut(way) {
            Some(Value::Table(entries)) => entries.retain(|(own, _)| own != last),
            Some(Value::List(items)) => drop(items.remove(last.parse().expect("a number"))),
            _ => panic!("{path:?} leads nowhere"),
        }
        changed
    }

    /// The same register with another value at a path; what does not stand there is added.
    pub fn with(&self, path: &[String], value: Value) -> Written {
        let mut changed = self.clone();
        if let Some(place) = changed.get_mut(path) {
            *place = value;
            return changed;
        }
        let (last, way) = path.split_last().expect("a path");
        match changed.get_mut(way) {
            Some(Value::Table(entries)) => entries.push((last.clone(), value)),
            Some(Value::List(items)) => items.push(value),
            _ => panic!("{way:?} leads to no table or list"),
        }
        changed
    }

    /// Every value that a field holds: whole fields, outer ones first, each followed by the entries of its lists and maps.
    pub fn places(&self) -> Vec<Place> {
        let mut walk = Walk { places: Vec::new(), tables: Vec::new() };
        walk.sections(&self.value);
        walk.places
    }

    /// Where each table stands, outer ones first.
    pub fn tables(&self) -> Vec<(&'static TableInfo, Path)> {
        let mut walk = Walk { places: Vec::new(), tables: Vec::new() };
        walk.sections(&self.value);
        walk.tables
    }

    /// Where tables of this name stand.
    pub fn at(&self, table: &str) -> Vec<Path> {
        self.tables().into_iter().filter(|(info, _)| info.name == table).map(|(_, path)| path).collect()
    }

    /// Ids that a section defines here, and those built in that the register refers to.
    pub fn ids(&self, section: &str) -> Vec<String> {
        let own = match self.get(&path([section])) {
            Some(Value::Table(entries)) => entries.iter().map(|(id, _)| id.clone()).collect(),
            _ => Vec::new(),
        };
        let mut all: Vec<String> = own;
        for place in self.places() {
            if let (Shape::Ref(sections, words), Some(Value::Scalar(text, _))) = (&place.shape, self.get(&place.path))
                && sections.contains(&section)
                && !words.contains(&text.as_str())
                && !sections.iter().any(|other| *other != section && self.get(&path([other, text])).is_some())
                && !all.contains(text)
            {
                all.push(text.clone());
            }
        }
        all
    }

    /// Other values that may stand at a place; none for tables, and for what has but one.
    pub fn others(&self, place: &Place) -> Vec<Value> {
        let Some(Value::Scalar(text, _)) = self.get(&place.path) else { return Vec::new() };
        let found = match &place.shape {
            Shape::Ref(sections, words) => {
                let ids =
                    sections.iter().flat_map(|section| self.ids(section)).chain(words.iter().map(|word| (*word).to_owned()));
                ids.filter(|id| id != text).take(1).collect()
            }
            Shape::Values(values) => {
                let at = values.values.iter().position(|value| value.id == text).unwrap_or(0);
                let next = |by: usize| values.values[(at + by) % values.values.len()].id.to_owned();
                vec![next(1), next(2)]
            }
            Shape::YesNo => vec![if matches!(text.as_str(), "yes" | "true") { "no" } else { "yes" }.to_owned()],
            Shape::Integer => vec![(text.parse::<u32>().map_or(7, |number| number + 1)).to_string()],
            Shape::Scalar(kind, _) => other_scalars(kind, text),
            Shape::Text | Shape::String => vec![with_word(text)],
            _ => Vec::new(),
        };
        let found: BTreeSet<String> = found.into_iter().filter(|other| other != text).collect();
        found.into_iter().map(|other| Value::Scalar(other, false)).collect()
    }

    /// The least that can stand as a table: its required fields, with ids that are defined here.
    pub fn minimal(&self, info: &'static TableInfo) -> Value {
        let needed = info.fields().iter().filter(|field| field.needed == Needed::Yes);
        Value::Table(needed.map(|field| (field.name.to_owned(), self.sample(&(field.shape)()))).collect())
    }

    /// A value of a shape, the simplest where there are several.
    pub fn sample(&self, shape: &Shape) -> Value {
        let scalar = |text: &str| Value::Scalar(text.to_owned(), false);
        match shape {
            Shape::Id => scalar("own"),
            Shape::String | Shape::Text => scalar("Something to read"),
            Shape::Integer => scalar("7"),
            Shape::YesNo => scalar("yes"),
            Shape::Scalar("date", _) => scalar("2026-02-10"),
            Shape::Scalar("retention phrase", example) => scalar(example),
            Shape::Scalar(_, example) => scalar(example.split(", ").next().unwrap_or(example)),
            Shape::Values(values) => scalar(values.values[0].id),
            Shape::Ref(sections, words) => {
                // A built-in id that is referred to may be of another section that the field takes as well.
                let is_defined = sections.iter().any(|section| self.get(&path([section])).is_some());
                match (
                    words.first().filter(|_| !is_defined),
                    sections.iter().find_map(|section| self.ids(section).into_iter().next()),
                ) {
                    (Some(word), _) => scalar(word),
                    (None, Some(id)) => scalar(&id),
                    (None, None) => scalar(words.first().unwrap_or_else(|| panic!("no {sections:?}"))),
                }
            }
            Shape::Word(word) => scalar(word),
            Shape::List(inner) => Value::List(vec![self.sample(inner)]),
            Shape::Map(key, value) => {
                let Value::Scalar(key, _) = self.sample(key) else { panic!("keys are scalars") };
                Value::Table(vec![(key, self.sample(value))])
            }
            Shape::Table(info) => self.minimal(info),
            Shape::Either(all) => self.sample(&all[0]),
        }
    }
}

/// What is found in a register, on the day of tests.
pub fn found(register: &Register) -> Report {
    check(register, &law(), &Options::default())
}

fn with_word(text: &str) -> String {
    let end = text.trim_end_matches(['.', '!', '?']).len();
    format!("{} Zqx{}", &text[..end], &text[end..])
}

/// Another value of a kind of scalar.
fn other_scalars(kind: &str, text: &str) -> Vec<String> {
    let number = || {
        let start = text.find(|letter: char| letter.is_ascii_digit())?;
        let end = text[start..].find(|letter: char| !letter.is_ascii_digit()).map_or(text.len(), |end| start + end);
        let number: u64 = text[start..end].parse().ok()?;
        Some(format!("{}{}{}", &text[..start], number + 1, &text[end..]))
    };
    match kind {
        "date" => {
            let day = parse_date(text).unwrap_or_else(|| panic!("{text} is a date"));
            vec![(day - chrono::Days::new(41)).to_string()]
        }
        "country" | "place" => {
            let abroad = if text == "IN" { "BR" } else { "IN" };
            vec![abroad.to_owned(), if text == "FI" { "DE" } else { "FI" }.to_owned()]
        }
        "duration" | "lifetime" => vec![number().unwrap_or_else(|| "5 weeks".to_owned())],
        "retention phrase" => vec![number().unwrap_or_else(|| "7 months after collection".to_owned())],
        "e-mail address" => vec![format!("zqx.{text}")],
        "telephone number" => {
            let last = text.rfind(|letter: char| letter.is_ascii_digit()).expect("a digit");
            let other = if &text[last..=last] == "7" { "8" } else { "7" };
            vec![format!("{}{other}{}", &text[..last], &text[last + 1..])]
        }
        "address or path" => vec![format!("{}/zqx", text.trim_end_matches('/'))],
        "citation" => vec![number().unwrap_or_else(|| "personopplysningsloven § 12".to_owned())],
        _ => Vec::new(),
    }
}

struct Walk {
    places: Vec<Place>,
    tables: Vec<(&'static TableInfo, Path)>,
}

impl Walk {
    fn sections(&mut self, register: &Value) {
        let Value::Table(sections) = register else { panic!("a register is a table") };
        for (name, value) in sections {
            let Some(section) = SECTIONS.iter().find(|section| section.name == name) else { continue };
            let info = (section.table)();
            match (section.shape, value) {
                (SectionShape::Table, value) => self.table(info, value, vec![name.clone()]),
                (SectionShape::Map, Value::Table(entries)) => {
                    entries.iter().for_each(|(id, value)| self.table(info, value, vec![name.clone(), id.clone()]));
                }
                (SectionShape::List, Value::List(items)) => {
                    items.iter().enumerate().for_each(|(at, item)| self.table(info, item, vec![name.clone(), at.to_string()]));
                }
                _ => {}
            }
        }
    }

    fn table(&mut self, info: &'static TableInfo, value: &Value, path: Path) {
        let Value::Table(entries) = value else { return };
        self.tables.push((info, path.clone()));
        for (key, value) in entries {
            if let Some(field) = info.field(key) {
                self.value(field, &(field.shape)(), value, below(&path, key), Part::Whole);
            }
        }
    }

    fn value(&mut self, field: &'static FieldInfo, shape: &Shape, value: &Value, path: Path, part: Part) {
        let shape = form(shape, value);
        self.places.push(Place { field, path: path.clone(), part, shape: shape.clone() });
        match (&shape, value) {
            (Shape::Table(info), _) => self.table(info, value, path),
            (Shape::List(inner), Value::List(items)) => {
                for (at, item) in items.iter().enumerate() {
                    self.value(field, inner, item, below(&path, &at.to_string()), Part::Entry);
                }
            }
            (Shape::Map(_, inner), Value::Table(entries)) => {
                for (key, value) in entries {
                    self.value(field, inner, value, below(&path, key), Part::Entry);
                }
            }
            // The same words in several languages.
            (Shape::Text, Value::Table(entries)) => {
                for (language, value) in entries {
                    self.value(field, &Shape::Text, value, below(&path, language), Part::Language);
                }
            }
            _ => {}
        }
    }
}

fn below(path: &[String], key: &str) -> Path {
    [path, &[key.to_owned()]].concat()
}

/// Of the forms that a field takes, the one that a value has.
fn form(shape: &Shape, value: &Value) -> Shape {
    let all = match shape {
        Shape::Either(all) => all,
        // One value may stand in place of a list of one.
        Shape::List(inner) if !matches!(value, Value::List(_)) => return form(inner, value),
        shape => return shape.clone(),
    };
    let fits = |shape: &&Shape| match (shape, value) {
        (Shape::Table(info), Value::Table(entries)) => entries.iter().all(|(key, _)| info.field(key).is_some()),
        (Shape::Map(..), Value::Table(_)) | (Shape::List(_), Value::List(_)) => true,
        (Shape::Text, Value::Table(_)) => true,
        (Shape::Word(word), Value::Scalar(text, _)) => word == text,
        (Shape::Values(values), Value::Scalar(text, _)) => values.values.iter().any(|value| value.id == text),
        (Shape::YesNo, Value::Scalar(text, _)) => matches!(text.as_str(), "yes" | "no" | "true" | "false"),
        (Shape::Ref(_, words), Value::Scalar(text, quoted)) => {
            words.contains(&text.as_str())
                || !quoted && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        }
        (Shape::Scalar(kind, _), Value::Scalar(text, _)) => match *kind {
            "retention phrase" => {
                text.contains([' ', ',']) && text.starts_with(|letter: char| letter.is_ascii_digit() || letter == 'u')
            }
            "activity:<id>" => text.starts_with("activity:"),
            _ => true,
        },
        (Shape::List(inner), Value::Scalar(..)) => !matches!(**inner, Shape::Table(_)),
        (Shape::Text | Shape::String | Shape::Id | Shape::Integer, Value::Scalar(..)) => true,
        _ => false,
    };
    // What takes nearly everything comes last.
    let takes_all = |shape: &&Shape| matches!(shape, Shape::Text | Shape::String | Shape::Map(..));
    let found = all.iter().filter(|shape| !takes_all(shape)).find(fits).or_else(|| all.iter().find(fits));
    match found {
        Some(found) => form(found, value),
        None => shape.clone(),
    }
}
