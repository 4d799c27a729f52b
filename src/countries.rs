//! Countries: codes, names and aliases, from `data/countries.tsv`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::decode::{Country, nearest as nearest_name};

/// Languages of the table, in the order of its columns.
const LANGUAGES: [&str; 4] = ["en", "nb", "sv", "da"];

/// A line of the table.
#[derive(Debug)]
struct Row {
    /// Name by language.
    names: [&'static str; LANGUAGES.len()],
    /// With its preposition, by language: "in Norway", "på Island".
    within: [&'static str; LANGUAGES.len()],
    /// Other names, between semicolons.
    aliases: &'static str,
}

impl Row {
    /// The code of a line with its row.
    fn read(line: &'static str) -> Option<(&'static str, Row)> {
        let mut cells = line.split('\t');
        let code = cells.next()?;
        let mut four = || Some([cells.next()?, cells.next()?, cells.next()?, cells.next()?]);
        Some((code, Row { names: four()?, within: four()?, aliases: cells.next()? }))
    }

    fn aliases(&self) -> impl Iterator<Item = &'static str> {
        self.aliases.split(';').map(str::trim).filter(|alias| !alias.is_empty())
    }
}

static ROWS: LazyLock<BTreeMap<&str, Row>> = LazyLock::new(|| {
    let lines = include_str!("../data/countries.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).map(|line| Row::read(line).expect("countries.tsv is tested")).collect()
});

/// Names and aliases in any language, folded, to codes.
static NAMES: LazyLock<HashMap<String, (Country, bool)>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (code, row) in &*ROWS {
        let Some(country) = Country::from_code(code) else { continue };
        names.extend(row.aliases().map(|alias| (fold(alias), (country, true))));
        names.extend(row.names.iter().map(|name| (fold(name), (country, false))));
    }
    names
});

/// What a text says about a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Its code, or its name in one of the languages the data have.
    Exact(Country),
    /// A common other name or code, such as UK.
    Alias(Country),
    Nothing,
}

pub fn find(text: &str) -> Found {
    let text = text.trim();
    if let Some(country) = Country::from_code(text)
        && is_known(country)
    {
        return Found::Exact(country);
    }
    match NAMES.get(&fold(text)) {
        Some((country, false)) => Found::Exact(*country),
        Some((country, true)) => Found::Alias(*country),
        None => match Country::from_code(&text.to_uppercase()) {
            Some(country) if is_known(country) => Found::Alias(country),
            _ => Found::Nothing,
        },
    }
}

pub fn is_known(country: Country) -> bool {
    ROWS.contains_key(country.code())
}

/// The English name a misspelt one most resembles.
pub fn nearest(text: &str) -> Option<(&'static str, Country)> {
    let names: Vec<(&str, Country)> = all().filter_map(|(code, name)| Some((name, Country::from_code(code)?))).collect();
    let guess = nearest_name(text, names.iter().map(|(name, _)| *name))?;
    names.into_iter().find(|(name, _)| *name == guess)
}

/// Name of a country in a language, if the data have it.
pub fn name(country: Country, lang: &str) -> Option<&'static str> {
    let row = ROWS.get(country.code())?;
    Some(row.names[column(lang)?])
}

/// A country with its preposition: "in Norway", "i Norge", "på Island".
pub fn within(country: Country, lang: &str) -> Option<&'static str> {
    let row = ROWS.get(country.code())?;
    Some(row.within[column(lang)?])
}

/// A country as it stands inside a sentence, with its article: "the United States", "Norway".
pub fn inside(country: Country, lang: &str) -> Option<&'static str> {
    within(country, lang)?.split_once(' ').map(|(_, name)| name)
}

/// Whether a text names a country, in any language the data have or by another common name.
pub fn is_named_in(country: Country, text: &str) -> bool {
    let Some(row) = ROWS.get(country.code()) else { return false };
    let text = fold(text);
    row.names.into_iter().chain(row.aliases()).map(fold).any(|name| {
        text.match_indices(&name).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    })
}

/// All codes with the English name, for the schema and for completion.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    ROWS.iter().map(|(code, row)| (*code, row.names[0]))
}

fn column(lang: &str) -> Option<usize> {
    LANGUAGES.iter().position(|own| *own == lang)
}

fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn norway_is_norway_and_the_united_kingdom_is_gb() {
        let code = |text: &str| match find(text) {
            Found::Exact(country) => (country.to_string(), false),
            Found::Alias(country) => (country.to_string(), true),
            Found::Nothing => (String::new(), false),
        };
        assert_eq!(code("NO"), ("NO".into(), false));
        assert_eq!(code("Norge"), ("NO".into(), false));
        assert_eq!(code("UK"), ("GB".into(), true));
        assert_eq!(code("EL"), ("GR".into(), true));
        assert_eq!(code("no"), ("NO".into(), true));
        assert_eq!(code("Atlantis"), (String::new(), false));
        assert_eq!(nearest("Norwey").map(|(name, _)| name), Some("Norway"));
    }

    #[test]
    fn a_text_names_a_country_by_name_or_alias() {
        let us = Country::from_code("US").expect("a code");
        assert!(
            is_named_in(us, "stored in the United States.")
                && is_named_in(us, "lagres i USA")
                && is_named_in(us, "the U.S. parent")
        );
        assert!(!is_named_in(us, "somebody uses it") && !is_named_in(us, "in Europe"));
    }

    #[test]
    fn a_country_has_its_article_inside_a_sentence() {
        let inside = |code: &str, lang: &str| inside(Country::from_code(code).expect("a code"), lang);
        let english = ["US", "GB", "NL", "PH", "CZ", "NO", "BV"].map(|code| inside(code, "en").expect("a name"));
        let expected = [
            "the United States",
            "the United Kingdom",
            "the Netherlands",
            "the Philippines",
            "Czechia",
            "Norway",
            "Bouvet Island",
        ];
        assert_eq!(english, expected);
        assert_eq!((inside("US", "nb"), inside("IS", "sv")), (Some("USA"), Some("Island")));
        // An article is all that comes before the name.
        for (code, name) in all() {
            let country = Country::from_code(code).expect("a code");
            let said = super::inside(country, "en").expect("a name");
            assert_eq!(said.trim_start_matches("the "), name.trim_start_matches("The "), "{code}");
        }
    }

    #[test]
    fn every_country_has_a_name_in_the_languages_of_documents() {
        let heads: Vec<String> = LANGUAGES.iter().map(|lang| (*lang).to_owned()).collect();
        let prepositions: Vec<String> = LANGUAGES.iter().map(|lang| format!("in {lang}")).collect();
        let head = format!("code\t{}\t{}\taliases", heads.join("\t"), prepositions.join("\t"));
        let table = include_str!("../data/countries.tsv");
        assert_eq!(table.lines().find(|line| !line.starts_with('#')), Some(&*head));
        assert!(table.lines().filter(|line| !line.starts_with('#')).all(|line| line.split('\t').count() == 10));
        for (code, row) in &*ROWS {
            assert!(Country::from_code(code).is_some(), "{code}");
            assert!(row.names.iter().chain(&row.within).all(|name| !name.trim().is_empty()), "{code} lacks a name");
        }
    }
}
