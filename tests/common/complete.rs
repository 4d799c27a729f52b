//! Registers made from the declaration of the format: every section, every table, every field, each with a value that it takes.
//! Nothing in them is plausible; they are for what must hold of every field, and grow with the format by themselves.

use privreg::decode::{FieldInfo, Shape, TableInfo};
use privreg::register::{SECTIONS, SectionShape};
use serde_json::{Map, Value, json};

/// One field at one place of a register: the keys that lead to it, list entries by number.
#[derive(Clone, Debug)]
pub struct At {
    pub table: &'static TableInfo,
    pub field: &'static FieldInfo,
    pub path: Vec<String>,
}

/// The id under which each section has its one definition.
pub fn id_in(section: &str) -> String {
    if section == "organisations" {
        return "organisation".to_owned();
    }
    format!("own-{}", section.replace('_', "-"))
}

/// A register in which every table that it holds has all its fields, and where each of them stands.
pub struct Complete {
    pub register: Value,
    pub fields: Vec<At>,
}

/// Registers that together hold every field of every table: one of a field's several forms stands in each.
pub fn registers() -> Vec<Complete> {
    (0..4).map(register).collect()
}

fn register(form: usize) -> Complete {
    let mut maker = Maker { fields: Vec::new(), open: Vec::new(), form };
    let mut all = Map::new();
    for section in SECTIONS {
        let info = (section.table)();
        match section.shape {
            SectionShape::Table => {
                let value = maker.table(info, vec![section.name.to_owned()]);
                all.insert(section.name.to_owned(), value);
            }
            // Several organisations stand beside the one only in registers of groups.
            SectionShape::Map if section.name == "organisations" => {}
            SectionShape::Map => {
                let id = id_in(section.name);
                let value = maker.table(info, vec![section.name.to_owned(), id.clone()]);
                all.insert(section.name.to_owned(), json!({ id: value }));
            }
            SectionShape::List => {}
        }
    }
    Complete { register: Value::Object(all), fields: maker.fields }
}

struct Maker {
    fields: Vec<At>,
    /// Tables being made, outer ones first: a table inside itself is left out.
    open: Vec<&'static str>,
    /// Which of the forms that hold a table is taken.
    form: usize,
}

impl Maker {
    fn table(&mut self, info: &'static TableInfo, path: Vec<String>) -> Value {
        self.open.push(info.name);
        let mut table = Map::new();
        for field in info.fields() {
            let mut at = path.clone();
            at.push(field.name.to_owned());
            if let Some(value) = self.value(&(field.shape)(), at.clone(), field) {
                self.fields.push(At { table: info, field, path: at });
                table.insert(field.name.to_owned(), value);
            }
        }
        self.open.pop();
        Value::Object(table)
    }

    fn value(&mut self, shape: &Shape, path: Vec<String>, field: &FieldInfo) -> Option<Value> {
        let below = |path: &[String], key: &str| [path, &[key.to_owned()]].concat();
        Some(match shape {
            Shape::Id => json!("own-id"),
            Shape::String | Shape::Text => json!(format!("Words of {} {}", field.table.replace('_', " "), field.name)),
            Shape::Integer => json!(7),
            Shape::YesNo => json!(true),
            Shape::Scalar(kind, example) => json!(sample(kind, example)),
            Shape::Values(values) => json!(values.values[0].id),
            Shape::Ref(sections, words) => match sections.first() {
                Some(section) => json!(id_in(section)),
                None => json!(words[0]),
            },
            Shape::Word(word) => json!(word),
            Shape::List(inner) => json!([self.value(inner, below(&path, "0"), field)?]),
            Shape::Map(key, inner) => {
                let key = match &**key {
                    Shape::Id => "own-entry".to_owned(),
                    key => self.value(key, path.clone(), field)?.as_str()?.to_owned(),
                };
                let value = self.value(inner, below(&path, &key), field)?;
                json!({ key: value })
            }
            Shape::Table(info) if self.open.contains(&info.name) => return None,
            Shape::Table(info) => self.table(info, path),
            // The form that holds most: a table, else what comes first.
            Shape::Either(all) => {
                let tables: Vec<&Shape> = all.iter().filter(|shape| self.leads_on(shape)).collect();
                let choice = match tables.len() {
                    0 => all.iter().find(|shape| !has_table(shape)).or(all.first())?,
                    several => tables[self.form % several],
                };
                self.value(choice, path, field)?
            }
        })
    }

    /// Whether a form holds a table that is not being made already.
    fn leads_on(&self, shape: &Shape) -> bool {
        match shape {
            Shape::Table(info) => !self.open.contains(&info.name),
            Shape::List(inner) | Shape::Map(_, inner) => self.leads_on(inner),
            Shape::Either(all) => all.iter().any(|shape| self.leads_on(shape)),
            _ => false,
        }
    }
}

fn has_table(shape: &Shape) -> bool {
    match shape {
        Shape::Table(_) => true,
        Shape::List(inner) | Shape::Map(_, inner) => has_table(inner),
        Shape::Either(all) => all.iter().any(has_table),
        _ => false,
    }
}

/// A value of a kind of scalar: the example of the declaration, up to its first comma.
fn sample(kind: &str, example: &str) -> String {
    match kind {
        "date" => "2026-02-10".into(),
        "rule" => "PR404".into(),
        "retention phrase" => "2 years after contract-end".into(),
        "activity:<id>" => format!("activity:{}", id_in("activities")),
        "target" => format!("activities.{}", id_in("activities")),
        _ => example.split(", ").next().unwrap_or(example).to_owned(),
    }
}

/// The same register with the value at a path taken out.
pub fn without(register: &Value, path: &[String]) -> Value {
    let mut changed = register.clone();
    let (last, way) = path.split_last().expect("a path");
    match step(&mut changed, way) {
        Value::Object(map) => drop(map.remove(last)),
        Value::Array(list) => drop(list.remove(last.parse().expect("a number"))),
        _ => panic!("{path:?} leads nowhere"),
    }
    changed
}

/// The same register with another value at a path.
pub fn with(register: &Value, path: &[String], value: Value) -> Value {
    let mut changed = register.clone();
    let (last, way) = path.split_last().expect("a path");
    match step(&mut changed, way) {
        Value::Object(map) => drop(map.insert(last.clone(), value)),
        Value::Array(list) => list[last.parse::<usize>().expect("a number")] = value,
        _ => panic!("{path:?} leads nowhere"),
    }
    changed
}

fn step<'v>(value: &'v mut Value, way: &[String]) -> &'v mut Value {
    way.iter().fold(value, |value, key| match value {
        Value::Object(map) => map.get_mut(key).unwrap_or_else(|| panic!("no {key}")),
        Value::Array(list) => &mut list[key.parse::<usize>().expect("a number")],
        _ => panic!("{way:?} leads nowhere"),
    })
}

/// A value as YAML: JSON with yes and no.
pub fn text(register: &Value) -> String {
    serde_json::to_string_pretty(register).expect("JSON").replace(": true", ": yes").replace(": false", ": no")
}
