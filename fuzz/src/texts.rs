//! Inputs as registers, and what text for people may hold.

use privreg::io::Loaded;
use privreg::{Law, Register, syntax};

/// Begins a file in an input of several; a remark in YAML and in TOML.
pub const FILE: &str = "#== ";
/// Sets the day, as in the examples of rules.
pub const AS_OF: &str = "#~ as-of ";

pub const DAY: &str = "2026-11-22";

/// The files of an input: what stands before the first mark is `privreg.yaml`.
pub fn split(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("privreg.yaml".to_owned(), Vec::new())];
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_prefix(FILE.as_bytes()) {
            Some(name) => files.push((String::from_utf8_lossy(name).trim_end_matches(['\n', '\r']).to_owned(), Vec::new())),
            None => files.last_mut().expect("the first").1.extend_from_slice(line),
        }
    }
    if files.len() > 1 && files[0].1.is_empty() {
        files.remove(0);
    }
    files
}

pub fn joined<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Vec<u8> {
    files.into_iter().map(|(name, text)| format!("{FILE}{name}\n{text}\n")).collect::<String>().into_bytes()
}

pub fn read(files: &[(String, Vec<u8>)]) -> Register {
    let mut loaded = Loaded::default();
    for (name, bytes) in files {
        loaded.add(name.clone(), name.clone(), bytes.clone());
    }
    let (tree, faults) = syntax::parse(loaded.sources, loaded.faults);
    Register::load(tree, faults)
}

pub fn law(bytes: &[u8]) -> Law {
    let text = String::from_utf8_lossy(bytes);
    let own = text.split(AS_OF).nth(1).and_then(|rest| rest.get(..10)?.parse().ok());
    Law::on(own.unwrap_or_else(|| DAY.parse().expect("a date")))
}

/// Nothing that steers a terminal or turns the direction of writing.
pub fn assert_harmless(text: &str, what: &str) {
    let steers = |letter: char| {
        letter.is_control() && !matches!(letter, '\n' | '\t')
            || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(steers), "{what} can steer a terminal: {:?}", text.lines().find(|line| line.contains(steers)));
}

/// Rows of CSV, all as wide as the first.
pub fn csv_rows(bytes: &[u8], delimiter: u8) -> usize {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let rows = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes).into_records().collect::<Result<Vec<_>, _>>();
    rows.expect("rows of one width").len()
}
