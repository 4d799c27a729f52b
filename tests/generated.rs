//! Generated files are up to date. `SNAPSHOTS=overwrite cargo test` writes them; read what changed.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use crate::common::{privreg, root, snapshot};
use privreg::schema::{self, Kind};
use serde_json::Value;

#[test]
fn schemas() {
    for kind in Kind::ALL {
        snapshot(&format!("schemas/{}", kind.file_name()), &schema::of(kind));
    }
}

#[test]
fn rules_page() {
    snapshot("docs/rules.md", &privreg::reference::rules());
}

#[test]
fn fields_page() {
    snapshot("docs/fields.md", &privreg::reference::fields());
}

#[test]
fn command_line_page() {
    let mut page = "# Command line\n\nMade from the program itself.\n".to_owned();
    for command in ["", "init", "validate", "render", "list", "show", "explain", "rules", "schema", "completions"] {
        let arguments: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let run = privreg(&arguments);
        let title = if command.is_empty() { "privreg".to_owned() } else { format!("privreg {command}") };
        page.push_str(&format!("\n## {title}\n\n```text\n{}```\n", run.out));
    }
    snapshot("docs/cli.md", &page);
}

/// A file of a register as an editor reads it.
fn as_json(path: &std::path::Path) -> Value {
    let text = std::fs::read_to_string(path).expect("a file");
    if path.extension().is_some_and(|ending| ending == "toml") {
        let value: toml::Value = toml::from_str(&text).expect("TOML");
        return dates_as_text(serde_json::to_value(value).expect("JSON"));
    }
    yaml_as_json(&text)
}

/// TOML dates come as tables of one entry.
fn dates_as_text(value: Value) -> Value {
    match value {
        Value::Object(map) => match map.get("$__toml_private_datetime") {
            Some(date) => date.clone(),
            None => map.into_iter().map(|(key, value)| (key, dates_as_text(value))).collect(),
        },
        Value::Array(list) => list.into_iter().map(dates_as_text).collect(),
        other => other,
    }
}

/// YAML by way of privreg's own tree: the schema is about shapes, and all scalars are text.
fn yaml_as_json(text: &str) -> Value {
    use privreg::syntax::{Kind, Language, NodeId, Tree, read};
    let mut sources = privreg::Sources::default();
    let file = sources.add("t", "t", text);
    let (tree, faults) = read(Language::Yaml, file, &sources.get(file).text);
    assert!(faults.is_empty(), "{faults:?}");
    let tree = Tree::new(sources, vec![tree]);
    fn value(tree: &Tree, node: NodeId) -> Value {
        match tree.kind(node) {
            Kind::Table => tree.items(node).map(|item| (item.key.to_owned(), value(tree, item.value))).collect(),
            Kind::List => tree.values(node).map(|item| value(tree, item)).collect(),
            Kind::Scalar if tree.is_blank(node) => Value::Null,
            Kind::Scalar => Value::String(tree.text(node).to_owned()),
        }
    }
    tree.root(file).map_or(Value::Null, |root| value(&tree, root))
}

#[test]
fn the_schemas_accept_every_register_of_the_project() {
    let validators = Kind::ALL.map(|kind| {
        let schema: Value = serde_json::from_str(&schema::of(kind)).expect("JSON");
        jsonschema::validator_for(&schema).expect("a schema")
    });
    let mut checked = 0;
    for folder in ["registers/repaired", "examples"] {
        for entry in walkdir::WalkDir::new(root().join(folder)).into_iter().filter_map(Result::ok) {
            let path = entry.path();
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("");
            if !matches!(ending, "yaml" | "toml") {
                continue;
            }
            let parent = path.parent().and_then(|parent| parent.file_name()).and_then(|name| name.to_str()).unwrap_or("");
            let validator = match parent {
                "activities" => &validators[1],
                "processing-for" => &validators[2],
                _ => &validators[0],
            };
            let document = as_json(path);
            let errors: Vec<String> =
                validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path)).collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked} files");
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema: Value = serde_json::from_str(&schema::of(Kind::Activity)).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for (text, ok) in [
        (
            "{\"name\": \"A\", \"data_subjects\": \"customers\", \"data_categories\": [\"email\"], \"purposes\": {}, \"recipients\": \"none\"}",
            true,
        ),
        ("{\"name\": \"A\", \"ownr\": \"B\"}", false),
        (
            "{\"name\": \"A\", \"data_subjects\": [\"customers\"], \"data_categories\": {}, \"purposes\": {}, \"recipients\": \"none\", \"scale\": \"huge\"}",
            false,
        ),
    ] {
        let value: Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(validator.is_valid(&value), ok, "{text}");
    }
}
