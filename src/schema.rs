//! JSON Schema (draft-07, which editors support) from the same tables that the reader uses. It describes shapes;
//! what a register says is `validate`'s business.

use serde_json::{Map, Value, json};

use crate::countries;
use crate::decode::{FieldInfo, Needed, PLACE_WORDS, Shape, TableInfo, ValuesInfo, reachable};
use crate::register::{SECTIONS, SectionShape};

/// What a file may hold, which decides what its schema allows at the top level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// Any file with sections, such as privreg.yaml
    Register,
    /// A file in activities/
    Activity,
    /// A file in processing-for/
    ProcessingFor,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Register, Kind::Activity, Kind::ProcessingFor];

    /// Name of the schema's file.
    pub fn file_name(self) -> &'static str {
        match self {
            Kind::Register => "register.schema.json",
            Kind::Activity => "activity.schema.json",
            Kind::ProcessingFor => "processing-for.schema.json",
        }
    }
}

/// Tables that may redefine something built in: given fields win, the others are kept, so none is required.
const REDEFINE: [&str; 7] =
    ["data_subject", "data_category", "event", "source", "security_measure", "retention_rule", "recipient"];

/// The schema of a kind of file.
pub fn of(kind: Kind) -> String {
    let tables = reachable(SECTIONS.iter().map(|section| (section.table)()));
    let mut definitions: Map<String, Value> = tables
        .iter()
        .map(|table| (table.name.to_owned(), table_schema(table)))
        .chain([("text".to_owned(), text()), ("country".to_owned(), country()), ("place".to_owned(), place())])
        .collect();
    for field in tables.iter().flat_map(|table| table.fields()) {
        define_values(&(field.shape)(), &mut definitions);
    }
    let mut schema = match kind {
        Kind::Register => sections(),
        Kind::Activity => table_schema_named("activity"),
        Kind::ProcessingFor => table_schema_named("processing_for"),
    };
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(match kind {
        Kind::Register => "privreg register",
        Kind::Activity => "privreg activity: a file in activities/",
        Kind::ProcessingFor => "privreg service for customers: a file in processing-for/",
    });
    schema["definitions"] = Value::Object(definitions);
    serde_json::to_string_pretty(&schema).expect("plain data serialises") + "\n"
}

fn table_schema_named(name: &str) -> Value {
    let section = SECTIONS.iter().find(|section| (section.table)().name == name).expect("a section of the format");
    table_schema((section.table)())
}

fn sections() -> Value {
    let properties: Map<String, Value> = SECTIONS
        .iter()
        .map(|section| {
            let table = reference((section.table)().name);
            let mut schema = match section.shape {
                SectionShape::Table => json!({ "allOf": [table] }),
                SectionShape::Map => json!({ "type": "object", "additionalProperties": nullable(table) }),
                SectionShape::List => json!({ "type": "array", "items": table }),
            };
            schema["description"] = json!(section.meaning);
            (section.name.to_owned(), nullable(schema))
        })
        .collect();
    object(
        "The sections of a register; any file outside activities/ and processing-for/ may hold any of them.",
        properties,
        Vec::new(),
    )
}

fn table_schema(table: &TableInfo) -> Value {
    let properties = table.fields().iter().map(|field| (field.name.to_owned(), field_schema(field))).collect();
    let required = if REDEFINE.contains(&table.name) {
        Vec::new()
    } else {
        table.fields().iter().filter(|field| field.needed == Needed::Yes).map(|field| field.name).collect()
    };
    let described = format!("{} Stands as {}.", table.meaning.trim(), table.place);
    object(&described, properties, required)
}

fn object(description: &str, mut properties: Map<String, Value>, required: Vec<&str>) -> Value {
    properties.insert("notes".into(), json!({ "description": "Free remarks: never interpreted, never public" }));
    let mut schema = json!({
        "type": "object",
        "description": description,
        "properties": properties,
        "patternProperties": { "^x-": {} },
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn field_schema(field: &FieldInfo) -> Value {
    let mut text = field.meaning.trim().to_owned();
    match field.needed {
        Needed::Yes => text.push_str(". Required"),
        Needed::When(condition) => text.push_str(&format!(". Required when {condition}")),
        Needed::No => {}
    }
    if let Some(default) = field.default {
        text.push_str(&format!(". Default: {default}"));
    }
    if let Some(gdpr) = field.gdpr {
        text.push_str(&format!(". GDPR: {gdpr}"));
    }
    let mut schema = nullable(shape((field.shape)()));
    schema["description"] = json!(text);
    schema
}

/// An absent field and an empty one are the same.
fn nullable(schema: Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// A scalar is text in the register, however an editor types it.
fn scalar(description: &str) -> Value {
    json!({ "type": ["string", "number", "boolean"], "description": description })
}

fn shape(shape: Shape) -> Value {
    match shape {
        Shape::Id => json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "description": "An id" }),
        Shape::String => scalar("Text, not translated"),
        Shape::Text => reference("text"),
        Shape::Integer => json!({ "type": ["integer", "string"], "description": "A whole number" }),
        Shape::YesNo => json!({ "enum": [true, false, "yes", "no"], "description": "yes or no" }),
        Shape::Scalar("country", _) => reference("country"),
        Shape::Scalar("place", _) => reference("place"),
        Shape::Scalar("date", _) => {
            json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "description": "A date: 2026-09-01" })
        }
        Shape::Scalar(name, example) => scalar(&format!("{name}, for example {example}")),
        Shape::Values(values) => reference(&values_name(values)),
        Shape::Ref(sections, words) => {
            let mut description = format!("Id of {}", sections.join(" or "));
            if !words.is_empty() {
                description.push_str(&format!(", or {}", words.join(" or ")));
            }
            json!({ "type": "string", "description": description })
        }
        Shape::Word(word) => json!({ "const": word }),
        Shape::List(inner) => {
            let inner = self::shape(*inner);
            json!({ "anyOf": [{ "type": "array", "items": inner }, inner] })
        }
        Shape::Map(key, value) => {
            let value = nullable(self::shape(*value));
            match *key {
                Shape::Values(values) => {
                    let properties: Map<String, Value> = values
                        .values
                        .iter()
                        .map(|one| (one.id.to_owned(), json!({ "allOf": [value], "description": one.meaning })))
                        .collect();
                    json!({ "type": "object", "properties": properties, "additionalProperties": false })
                }
                key => {
                    json!({ "type": "object", "additionalProperties": value, "description": format!("By {}", key.describe()) })
                }
            }
        }
        Shape::Table(table) => reference(table.name),
        Shape::Either(all) => json!({ "anyOf": all.into_iter().map(self::shape).collect::<Vec<_>>() }),
    }
}

fn values_name(values: &ValuesInfo) -> String {
    format!("values.{}", values.name)
}

/// Each set of values once: many fields share one.
fn define_values(shape: &Shape, definitions: &mut Map<String, Value>) {
    match shape {
        Shape::Values(values) => {
            definitions.entry(values_name(values)).or_insert_with(|| coded(values));
        }
        Shape::List(inner) => define_values(inner, definitions),
        Shape::Map(_, value) => define_values(value, definitions),
        Shape::Either(all) => all.iter().for_each(|shape| define_values(shape, definitions)),
        _ => {}
    }
}

fn coded(values: &ValuesInfo) -> Value {
    let rows = values.values.iter().map(|value| {
        let note = value.reported_by.map_or(String::new(), |rule| format!(" (reported by {rule})"));
        let mut row = json!({ "const": value.id, "description": format!("{}{note}", value.meaning) });
        // An editor reads `module: 2` as a number.
        if let Ok(number) = value.id.parse::<u32>() {
            row = json!({ "enum": [value.id, number], "description": value.meaning });
        }
        row
    });
    json!({ "anyOf": rows.collect::<Vec<_>>() })
}

fn text() -> Value {
    json!({
        "description": "A text, in the first language of the organisation; or a text for each language",
        "anyOf": [
            { "type": ["string", "number", "boolean"] },
            {
                "type": "object",
                "propertyNames": { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" },
                "additionalProperties": { "type": ["string", "number", "boolean", "null"] },
            },
        ],
    })
}

fn country() -> Value {
    let codes = countries::all().map(|(code, name)| json!({ "const": code, "description": name }));
    let mut any: Vec<Value> = codes.collect();
    any.push(json!({ "type": "string", "minLength": 3, "description": "Name of the country" }));
    json!({ "description": "Code of ISO 3166-1, or a name", "anyOf": any })
}

fn place() -> Value {
    let words = PLACE_WORDS.iter().map(|(word, _, meaning)| json!({ "const": word, "description": meaning }));
    let mut any: Vec<Value> = words.collect();
    any.push(reference("country"));
    json!({ "description": "A country, or a word", "anyOf": any })
}
