//! Code looks down, never up or sideways: the floors of ARCHITECTURE.md, read from the `crate::` paths of every file.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use std::collections::{BTreeMap, BTreeSet};

use crate::common::root;

/// The house from the top: a room (a folder or a file of `src/`) uses rooms on lower floors only.
const FLOORS: [&[&str]; 18] = [
    &["main"],
    &["cli"],
    &["io", "output", "reference", "render", "schema"],
    &["check", "explain", "list", "starters"],
    &["rules"],
    &["balancing", "giving", "places", "rights", "risks"],
    &["ai", "contracts", "decisions", "devices", "due", "flows", "keeping", "mechanisms", "notices", "origins", "people"],
    &["sensitive"],
    &["finding", "rule"],
    &["relations", "texts", "walk"],
    &["receivers"],
    &["how_long", "wordlists"],
    &["law", "register"],
    &["titles", "vocabulary"],
    &["model"],
    &["countries", "decode"],
    &["phrases", "syntax"],
    &["answer", "languages", "once", "patterns", "source", "spreadsheet"],
];

/// Rooms of one floor that need each other.
const PAIRS: [(&str, &str, &str); 2] = [
    ("countries", "decode", "a country is read by its names, and the names are keyed by the country that was read"),
    ("finding", "rule", "a finding says which rule found it, and a rule is given a sink for findings"),
];

/// Rooms with one door each, however low they could stand.
const DOORS: [(&str, &[&str], &str); 2] =
    [("io", &["cli"], "nothing else touches the disk"), ("cli", &["main"], "nothing else prints or exits")];

/// Folders that may not use a room although it stands below.
const CLOSED: [(&str, &[&str], &str); 1] =
    [("render/policy/", &["check", "finding", "rule", "rules"], "what is found wrong never decides what a notice says")];

/// Files that exist only for tests.
const TESTS: [&str; 1] = ["rules/examples.rs"];

/// The rooms that a text names in `crate::room` and `use crate::{room, other::Name}`, each with its line.
fn named(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let line = text[..at].matches('\n').count() + 1;
        let rest = &text[at + "crate::".len()..];
        let group = rest.strip_prefix('{').and_then(|inner| inner.find("};").map(|end| &inner[..end]));
        for name in group.map_or_else(|| vec![rest], outermost) {
            let room: String =
                name.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            found.push((room, line));
        }
    }
    found
}

/// The parts of a group between commas that stand in no inner braces.
fn outermost(group: &str) -> Vec<&str> {
    let mut depth = 0;
    let is_comma = |letter: char| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    };
    group.split(is_comma).filter(|part| !part.trim().is_empty()).collect()
}

/// Without remarks, and without the tests at the end of a file.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    let mut kept = Vec::new();
    for line in lines {
        // `#[cfg(test)]` before `mod tests {` ends the file; before `mod examples;` it is one line.
        if line.starts_with("mod ") && line.ends_with('{') && kept.last() == Some(&"#[cfg(test)]") {
            break;
        }
        kept.push(line);
    }
    kept.join("\n")
}

fn room(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

fn floors() -> BTreeMap<&'static str, usize> {
    FLOORS.iter().enumerate().flat_map(|(floor, rooms)| rooms.iter().map(move |room| (*room, FLOORS.len() - floor))).collect()
}

/// Every file of `src/` but `lib.rs`, which names all rooms.
fn files() -> Vec<(String, String)> {
    let folder = root().join("src");
    let entries = walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
        .map(|entry| {
            let path = entry.path().strip_prefix(&folder).expect("below src").to_string_lossy().replace('\\', "/");
            (path, std::fs::read_to_string(entry.path()).expect("a file"))
        })
        .filter(|(path, _)| path != "lib.rs" && !TESTS.contains(&path.as_str()))
        .collect()
}

/// Why a room may not use another, if it may not.
fn forbidden(from: &str, to: &str, floors: &BTreeMap<&str, usize>) -> Option<String> {
    if let Some((_, doors, why)) = DOORS.iter().find(|(room, ..)| *room == to)
        && !doors.contains(&from)
    {
        return Some(format!("only {} may use `{to}`: {why}", doors.join(", ")));
    }
    let is_pair = PAIRS.iter().any(|(a, b, _)| (from, to) == (*a, *b) || (from, to) == (*b, *a));
    match floors[to].cmp(&floors[from]) {
        std::cmp::Ordering::Less => None,
        std::cmp::Ordering::Equal if is_pair => None,
        std::cmp::Ordering::Equal => Some(format!("`{from}` and `{to}` stand on one floor")),
        std::cmp::Ordering::Greater => Some(format!("`{to}` stands above `{from}`")),
    }
}

#[test]
fn every_file_uses_lower_floors_only() {
    let floors = floors();
    let mut wrong = BTreeSet::new();
    for (path, text) in files() {
        let from = room(&path);
        for (to, line) in named(&code(&text)) {
            // Macros are named from the root as well, and stand in `decode` and `rule`.
            if to == from || !floors.contains_key(&*to) {
                continue;
            }
            let closed = CLOSED.iter().find(|(folder, rooms, _)| path.starts_with(folder) && rooms.contains(&&*to));
            let why = closed.map(|(.., why)| (*why).to_owned()).or_else(|| forbidden(from, &to, &floors));
            if let Some(why) = why {
                wrong.insert(format!("src/{path}:{line} uses crate::{to}, but {why}"));
            }
        }
    }
    let list: Vec<String> = wrong.into_iter().collect();
    assert!(list.is_empty(), "{}\nMove what is shared to a lower floor.", list.join("\n"));
}

#[test]
fn every_room_has_a_floor_and_every_floor_its_rooms() {
    let listed: BTreeSet<String> = floors().into_keys().map(str::to_owned).collect();
    let there: BTreeSet<String> = files().iter().map(|(path, _)| room(path).to_owned()).collect();
    assert_eq!(listed, there, "give a new room of src/ a floor here and a line in ARCHITECTURE.md");
}

#[test]
fn pairs_and_the_map_of_rooms_are_true() {
    let uses = |from: &str, to: &str| {
        files()
            .iter()
            .filter(|(path, _)| room(path) == from)
            .any(|(_, text)| named(&code(text)).iter().any(|(name, _)| name == to))
    };
    for (a, b, why) in PAIRS {
        assert!(uses(a, b) && uses(b, a), "{a} and {b} no longer need each other ({why}): part them");
    }
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the page");
    for room in floors().into_keys() {
        let (file, folder) = (format!("{room}.rs"), format!("{room}/"));
        assert!(page.contains(&file) || page.contains(&folder), "ARCHITECTURE.md does not name {room}");
    }
}

#[test]
fn groups_and_inner_paths_are_read() {
    let names = |text: &str| named(&code(text)).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names("use crate::{decisions, finding::{listed, Spot}, law};"), ["decisions", "finding", "law"]);
    assert_eq!(names("// crate::cli\nlet x = crate::io::load();\n#[cfg(test)]\nmod tests {\n    use crate::check;\n}"), ["io"]);
    let floors = floors();
    assert!(forbidden("model", "register", &floors).is_some());
    assert!(forbidden("check", "render", &floors).is_some());
    assert!(forbidden("output", "io", &floors).is_some());
    assert!(forbidden("rules", "law", &floors).is_none());
}
