//! The built-in vocabulary: definitions that every register may use without writing them.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::decode::{Entry, Lang, Text};
use crate::model::*;

/// One row of `data/vocabulary/*.toml`: a name per language, and the marks that hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: BTreeMap<String, String>,
    #[serde(default)]
    party: bool,
    #[serde(default)]
    hr: bool,
    #[serde(default)]
    vulnerable: bool,
    #[serde(default)]
    minors: bool,
    #[serde(default)]
    absent: bool,
    special: Option<String>,
    #[serde(default)]
    criminal: bool,
    #[serde(default)]
    national_id: bool,
    identifies: Option<String>,
    #[serde(default)]
    location: bool,
    #[serde(default)]
    financial: bool,
    #[serde(default)]
    free_text: bool,
    #[serde(default)]
    may_never_happen: bool,
    /// A recipient category that may be used without naming anyone.
    #[serde(default)]
    unnamed: bool,
    role: Option<String>,
    kind: Option<String>,
    country: Option<String>,
    #[serde(default)]
    public: bool,
    #[serde(default)]
    stops_foreign_access: bool,
}

type Rows = BTreeMap<String, Row>;

fn rows(text: &str) -> Rows {
    toml::from_str(text).expect("the vocabulary is tested")
}

macro_rules! file {
    ($name:ident, $path:literal) => {
        static $name: LazyLock<Rows> = LazyLock::new(|| rows(include_str!(concat!("../data/vocabulary/", $path, ".toml"))));
    };
}

file!(SUBJECTS, "data_subjects");
file!(CATEGORIES, "data_categories");
file!(EVENTS, "events");
file!(MEASURES, "security_measures");
file!(RECIPIENTS, "recipient_categories");
file!(SOURCES, "sources");
file!(RETENTION, "retention");
file!(PURPOSES, "purpose_kind");
file!(PROCESSING, "processing_kind");

impl Row {
    fn text(&self) -> Option<Text> {
        Some(Text::new(None, self.name.iter().filter_map(|(lang, name)| Some((Lang::parse(lang)?, name.clone())))))
    }
}

fn entries<T>(rows: &Rows, make: impl Fn(&str, &Row) -> Option<T>) -> Vec<Entry<T>> {
    rows.iter()
        .filter_map(|(id, row)| Some(Entry { id: id.as_str().into(), node: None, broken: false, value: make(id, row)? }))
        .collect()
}

pub fn data_subjects() -> &'static [Entry<DataSubject>] {
    static ALL: LazyLock<Vec<Entry<DataSubject>>> = LazyLock::new(|| {
        entries(&SUBJECTS, |id, row| {
            Some(DataSubject {
                name: row.text(),
                kind: SubjectKind::parse(id),
                contract_party: Some(row.party),
                vulnerable: Some(row.vulnerable),
                ..DataSubject::default()
            })
        })
    });
    &ALL
}

pub fn data_categories() -> &'static [Entry<DataCategory>] {
    static ALL: LazyLock<Vec<Entry<DataCategory>>> = LazyLock::new(|| {
        let mark = |mark: bool| mark.then_some(true);
        entries(&CATEGORIES, |_, row| {
            Some(DataCategory {
                name: row.text(),
                special: row.special.as_deref().and_then(Special::parse),
                criminal: mark(row.criminal),
                national_id: mark(row.national_id),
                identifies: row.identifies.as_deref().and_then(Identifies::parse),
                location: mark(row.location),
                financial: mark(row.financial),
                free_text: mark(row.free_text),
                ..DataCategory::default()
            })
        })
    });
    &ALL
}

pub fn events() -> &'static [Entry<Event>] {
    static ALL: LazyLock<Vec<Entry<Event>>> = LazyLock::new(|| {
        entries(&EVENTS, |_, row| Some(Event { name: row.text(), may_never_happen: row.may_never_happen.then_some(true) }))
    });
    &ALL
}

pub fn security_measures() -> &'static [Entry<SecurityMeasure>] {
    static ALL: LazyLock<Vec<Entry<SecurityMeasure>>> = LazyLock::new(|| {
        entries(&MEASURES, |id, row| {
            Some(SecurityMeasure {
                name: row.text(),
                includes: BuiltInMeasure::parse(id).into_iter().collect(),
                ..SecurityMeasure::default()
            })
        })
    });
    &ALL
}

/// Categories of recipients that may stand without a name, such as the tax administration.
pub fn recipients() -> &'static [Entry<Recipient>] {
    static ALL: LazyLock<Vec<Entry<Recipient>>> = LazyLock::new(|| {
        entries(&RECIPIENTS, |id, row| {
            row.unnamed.then(|| Recipient {
                name: row.text(),
                role: row.role.as_deref().and_then(Role::parse),
                category: RecipientCategory::parse(id),
                ..Recipient::default()
            })
        })
    });
    &ALL
}

pub fn sources() -> &'static [Entry<Source>] {
    static ALL: LazyLock<Vec<Entry<Source>>> = LazyLock::new(|| {
        entries(&SOURCES, |_, row| {
            Some(Source {
                name: row.text(),
                kind: row.kind.as_deref().and_then(SourceKind::parse),
                public: row.public.then_some(true),
                country: row.country.as_deref().and_then(crate::decode::Country::from_code),
                ..Source::default()
            })
        })
    });
    &ALL
}

/// Rules whose period follows from the law of the controller's country.
pub fn retention() -> &'static [Entry<RetentionRule>] {
    static ALL: LazyLock<Vec<Entry<RetentionRule>>> =
        LazyLock::new(|| entries(&RETENTION, |_, row| Some(RetentionRule { text: row.text(), ..RetentionRule::default() })));
    &ALL
}

/// What a section holds without being written: ids and English names.
pub fn names(section: &str) -> Vec<(&'static str, &'static str)> {
    let rows: &'static Rows = match section {
        "data_subjects" => &SUBJECTS,
        "data_categories" => &CATEGORIES,
        "retention" => &RETENTION,
        "events" => &EVENTS,
        "recipients" => &RECIPIENTS,
        "sources" => &SOURCES,
        "security_measures" => &MEASURES,
        _ => return Vec::new(),
    };
    // Of the categories of recipients only some may stand for a recipient.
    let usable = rows.iter().filter(|(_, row)| section != "recipients" || row.unnamed);
    usable.map(|(id, row)| (id.as_str(), row.name.get("en").map_or("", String::as_str))).collect()
}

/// What a built-in group of people brings along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SubjectMarks {
    /// Has, or asks for, a contract with the organisation.
    pub party: bool,
    pub hr: bool,
    pub vulnerable: bool,
    pub minors: bool,
    /// Never in contact with the organisation, so a source is needed.
    pub absent: bool,
}

pub fn subject_marks(kind: SubjectKind) -> SubjectMarks {
    SUBJECTS.get(kind.id()).map_or(SubjectMarks::default(), |row| SubjectMarks {
        party: row.party,
        hr: row.hr,
        vulnerable: row.vulnerable,
        minors: row.minors,
        absent: row.absent,
    })
}

/// Whether a measure keeps a foreign authority from reading the data (EDPB Recommendations 01/2020, annex 2).
pub fn stops_foreign_access(measure: BuiltInMeasure) -> bool {
    MEASURES.get(measure.id()).is_some_and(|row| row.stops_foreign_access)
}

/// Whether a category of recipients may stand without names.
pub fn may_stand_unnamed(category: RecipientCategory) -> bool {
    RECIPIENTS.get(category.id()).is_some_and(|row| row.unnamed)
}

#[derive(Debug, Deserialize)]
struct Named {
    name: BTreeMap<String, String>,
}

/// Names of coded values that documents show, by set and value.
static VALUES: LazyLock<HashMap<String, HashMap<String, Named>>> =
    LazyLock::new(|| toml::from_str(include_str!("../data/vocabulary/values.toml")).expect("the vocabulary is tested"));

/// Name of a coded value in a language.
pub fn value_name(set: &str, id: &str, lang: &str) -> Option<&'static str> {
    let rows = match set {
        "purpose_kind" => Some(&*PURPOSES),
        "processing_kind" => Some(&*PROCESSING),
        "recipient_categories" => Some(&*RECIPIENTS),
        "security_measures" => Some(&*MEASURES),
        "data_subjects" => Some(&*SUBJECTS),
        _ => None,
    };
    match rows {
        Some(rows) => rows.get(id)?.name.get(lang).map(String::as_str),
        None => VALUES.get(set)?.get(id)?.name.get(lang).map(String::as_str),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::ValuesInfo;

    fn same_ids(rows: &Rows, info: &ValuesInfo) {
        let mut format: Vec<&str> = info.values.iter().map(|value| value.id).collect();
        format.sort_unstable();
        assert_eq!(rows.keys().map(String::as_str).collect::<Vec<_>>(), format, "{}", info.name);
    }

    #[test]
    fn the_vocabulary_and_the_format_name_the_same_ids() {
        same_ids(&SUBJECTS, SubjectKind::INFO);
        same_ids(&MEASURES, BuiltInMeasure::INFO);
        same_ids(&RECIPIENTS, RecipientCategory::INFO);
        same_ids(&PURPOSES, PurposeKind::INFO);
        same_ids(&PROCESSING, ProcessingKind::INFO);
    }

    #[test]
    fn every_name_exists_in_the_languages_of_documents() {
        for rows in [&SUBJECTS, &CATEGORIES, &EVENTS, &MEASURES, &RECIPIENTS, &SOURCES, &RETENTION, &PURPOSES, &PROCESSING] {
            for (id, row) in rows.iter() {
                for lang in ["en", "nb", "sv", "da"] {
                    assert!(row.name.contains_key(lang), "{id} has no name in {lang}");
                }
            }
        }
    }

    #[test]
    fn every_mark_is_a_value_of_the_format() {
        for row in CATEGORIES.values() {
            assert!(row.special.as_deref().is_none_or(|special| Special::parse(special).is_some()));
            assert!(row.identifies.as_deref().is_none_or(|how| Identifies::parse(how).is_some()));
        }
        for row in RECIPIENTS.values().filter(|row| row.unnamed) {
            assert!(row.role.as_deref().and_then(Role::parse).is_some(), "{:?} needs a role", row.name);
        }
    }
}
