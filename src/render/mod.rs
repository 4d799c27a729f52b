//! Documents from a register: what they say is decided here, in the view; templates only lay it out.

pub mod clean;
pub mod contrast;
pub mod docx;
pub mod engine;
mod mechanism;
pub mod page;
pub mod policy;
pub mod records;
pub mod words;
mod xml;

use std::cell::RefCell;
use std::collections::BTreeSet;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::decode::{Citation, Entry, Lang, Place, Ref, Text, path_of};
use crate::law::Law;
use crate::model::*;
use crate::once::each_once;
use crate::register::{Register, Section};
use crate::relations::Relations;
use crate::syntax::NodeId;
use words::Words;

/// What every part of a document is made from.
pub struct Maker<'r> {
    pub register: &'r Register,
    pub law: &'r Law,
    pub relations: &'r Relations,
    pub words: &'static Words,
    pub lang: Lang,
    /// Paths of texts that are not there in this language.
    missing: RefCell<BTreeSet<String>>,
}

impl std::fmt::Debug for Maker<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Maker({})", self.words.lang)
    }
}

impl<'r> Maker<'r> {
    pub fn new(register: &'r Register, law: &'r Law, relations: &'r Relations, words: &'static Words) -> Self {
        let lang = Lang::parse(words.lang).unwrap_or(Lang::EN);
        Maker { register, law, relations, words, lang, missing: RefCell::default() }
    }

    /// Texts that were asked for and are missing in this language.
    pub fn missing(&self) -> Vec<String> {
        self.missing.borrow().iter().cloned().collect()
    }

    /// A text of the register in this language.
    pub fn text(&self, text: &Text) -> String {
        if let Some(own) = text.get(self.lang).filter(|own| !own.trim().is_empty()) {
            return clean::text(own);
        }
        if let Some(node) = text.node {
            self.missing.borrow_mut().insert(path_of(&self.register.tree, node));
        }
        clean::text(text.any())
    }

    pub fn maybe(&self, text: Option<&Text>) -> Option<String> {
        text.filter(|text| !text.is_empty()).map(|text| self.text(text))
    }

    /// A name, which may be the same in every language: of a company, a statute, a document.
    pub fn name(&self, name: Option<&Text>, id: &str) -> String {
        let found = name.and_then(|name| name.get(self.lang).or_else(|| Some(name.any()))).filter(|name| !name.trim().is_empty());
        clean::text(found.unwrap_or(id))
    }

    /// Where something stands in the register.
    pub fn at(&self, node: Option<NodeId>) -> String {
        node.map_or_else(|| "vocabulary".to_owned(), |node| path_of(&self.register.tree, node))
    }

    pub fn category(&self, category: &Entry<DataCategory>) -> String {
        category.value.name.as_ref().map_or_else(|| category.id.to_string(), |name| self.text(name))
    }

    pub fn activity(&self, activity: &Entry<Activity>) -> String {
        activity.value.name.as_ref().map_or_else(|| activity.id.to_string(), |name| self.text(name))
    }

    pub fn group(&self, group: &Entry<DataSubject>) -> String {
        group.value.name.as_ref().map_or_else(|| group.id.to_string(), |name| self.text(name))
    }

    /// Names of categories in one run: only the first keeps its capital.
    pub fn categories<'c>(&self, categories: impl IntoIterator<Item = &'c Entry<DataCategory>>) -> String {
        enumerated(categories.into_iter().map(|category| self.category(category)))
    }

    pub fn groups<'c>(&self, groups: impl IntoIterator<Item = &'c Entry<DataSubject>>) -> String {
        let names: Vec<String> = groups.into_iter().map(|group| self.group(group)).collect();
        self.words.list(in_a_row(names))
    }

    pub fn recipient(&self, recipient: &Entry<Recipient>) -> String {
        self.name(recipient.value.name.as_ref(), &upper_first(&recipient.id))
    }

    /// The same inside a sentence: our own words for kinds of recipients and the English article begin small there.
    pub fn recipient_inside(&self, recipient: &Entry<Recipient>) -> String {
        let name = self.recipient(recipient);
        let is_named = recipient.node.is_some() && recipient.value.unnamed.is_none();
        if is_named { self.with_small_article(name) } else { lower_name(&name) }
    }

    /// A name as it stands inside a sentence.
    fn with_small_article(&self, name: String) -> String {
        match name.strip_prefix("The ") {
            Some(rest) if self.words.lang == "en" => format!("the {rest}"),
            _ => name,
        }
    }

    pub fn citation(&self, citation: &Citation) -> String {
        match citation.law.and_then(|number| self.register.laws.get(number as usize)) {
            Some(law) => {
                let name = self.name(law.value.name.as_ref(), &law.id);
                law.provision.as_deref().map_or(name.clone(), |provision| format!("{name} {}", clean::text(provision)))
            }
            None => clean::text(&citation.text),
        }
    }

    pub fn citations(&self, law: &[Citation]) -> String {
        self.words.list(law.iter().map(|citation| self.citation(citation)))
    }

    /// A coded value in words.
    pub fn value(&self, set: &str, id: &str) -> String {
        crate::vocabulary::value_name(set, id, self.words.lang).unwrap_or(id).to_owned()
    }

    pub fn place(&self, place: Place) -> String {
        match place {
            Place::Country(country) => crate::countries::name(country, self.words.lang).unwrap_or(country.code()).to_owned(),
            other => self.words.say(&format!("place-{}", other.to_string().to_lowercase())),
        }
    }

    /// A place inside a sentence, with its article: `the United States`.
    pub fn place_inside(&self, place: Place) -> String {
        let country = place.country().and_then(|country| crate::countries::inside(country, self.words.lang));
        country.map_or_else(|| self.place(place), str::to_owned)
    }

    /// `in the United States`
    pub fn within(&self, country: crate::decode::Country) -> String {
        crate::countries::within(country, self.words.lang).unwrap_or(country.code()).to_owned()
    }

    pub fn all<T: Section>(&self, references: &'r [Ref<T>]) -> Vec<&'r Entry<T>> {
        self.register.all(references).collect()
    }

    /// Measures as the public may read them: a name never stands for what it names.
    pub fn measures(&self, measures: &[&Entry<SecurityMeasure>]) -> String {
        let names = measures.iter().flat_map(|measure| {
            let includes = measure.includes.iter().map(|own| self.value("security_measures", own.id()));
            match measure.value.name.as_ref().map(|name| self.text(name)) {
                Some(name) if measure.includes.is_empty() => vec![name],
                Some(name) => vec![self.words.with("measure", &[("name", &name), ("includes", &enumerated(includes))])],
                None if measure.includes.is_empty() => {
                    let public = measure.value.public_text.as_ref().map(|text| self.text(text));
                    vec![public.unwrap_or_else(|| upper_first(&measure.id))]
                }
                None => includes.collect(),
            }
        });
        enumerated(names)
    }

    /// A measure with its description as well, for the record and those who may read it (Art. 30(1)(g)).
    pub fn measure_in_full(&self, measure: &Entry<SecurityMeasure>) -> String {
        let text = measure.value.text.as_ref().map(|text| ended(&self.text(text)));
        let is_named = measure.value.name.is_some() || !measure.includes.is_empty();
        match text {
            None => self.measures(&[measure]),
            Some(text) if is_named => self.words.with("colon", &[("label", &self.measures(&[measure])), ("text", &text)]),
            Some(text) => text,
        }
    }
}

/// Something made in each language, side by side; in the order of the languages.
pub fn in_languages<T: Send>(
    register: &Register,
    law: &Law,
    relations: &Relations,
    languages: &[&'static Words],
    make: impl Fn(&Maker<'_>) -> T + Sync,
) -> Vec<T> {
    languages.par_iter().map(|words| make(&Maker::new(register, law, relations, words))).collect()
}

/// `Name, e-mail, CV`: only the first keeps its capital, and what is written in capitals keeps them. A name that several
/// definitions share is said once. Where a name has a comma of its own, semicolons stand between them.
pub fn enumerated(names: impl IntoIterator<Item = String>) -> String {
    let names = in_a_row(names.into_iter().collect());
    let between = if names.len() > 1 && names.iter().any(|name| name.contains(", ")) { "; " } else { ", " };
    names.join(between)
}

fn in_a_row(names: Vec<String>) -> Vec<String> {
    let names = each_once(names).into_iter().enumerate();
    names.map(|(at, name)| if at == 0 { name } else { lower_name(&name) }).collect()
}

/// With a small first letter, for words that go on inside a sentence; what is written in capitals keeps them. Never for what
/// somebody is called.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second))
            if first.is_uppercase() && (second.is_lowercase() || second == '-' && !text[1..].contains(char::is_uppercase))
                || text.starts_with("A ") =>
        {
            first.to_lowercase().collect::<String>() + &text[first.len_utf8()..]
        }
        _ => text.to_owned(),
    }
}

/// The same for what a kind of thing is called: where its second word has a capital too, it is a name (`Customer Data`).
pub fn lower_name(name: &str) -> String {
    let mut second = name.split_once([' ', '-']).map_or("", |(_, rest)| rest).chars();
    let is_name = second.next().is_some_and(char::is_uppercase) && second.next().is_some_and(char::is_lowercase);
    if is_name { name.to_owned() } else { lower_first(name) }
}

/// With a capital first letter.
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// A sentence that ends as one.
pub fn ended(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', ':', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// First 12 hex digits of SHA-256 over the register's files: which register made a document.
pub fn fingerprint(register: &Register) -> String {
    register.fingerprint.get_or_init(|| fingerprint_of(register)).clone()
}

fn fingerprint_of(register: &Register) -> String {
    let sources = &register.tree.sources;
    let mut files: Vec<(&str, String)> = sources
        .ids()
        .map(|id| sources.get(id))
        .map(|source| (source.relative.as_str(), source.text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")))
        .collect();
    files.sort();
    let mut hash = Sha256::new();
    for (name, text) in files {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
