//! The privacy notice and its kin: what the law asks for, from the register, in the order people look for it.

pub(in crate::render) mod automation;
pub(in crate::render) mod controller;
mod cookies;
mod data;
mod holds;
mod key_facts;
mod notes;
mod periods;
pub(in crate::render) mod purposes;
pub(in crate::render) mod recipients;
mod required;
pub(in crate::render) mod rights_section;
mod short;
pub(in crate::render) mod sources;
pub(in crate::render) mod transfers;

use crate::decode::{Entry, Lang};
use crate::model::*;
use crate::notices;

use super::page::{Block, Item, Labels, Line, Page, Version};
use super::words::{self, LANGUAGES};
use super::{Maker, clean, fingerprint};

pub use cookies::cookie_page;
pub use short::short;

/// How much a notice says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    #[default]
    Plain,
    /// With the references lawyers ask for.
    Legal,
}

/// What a notice is about.
pub struct Scope<'r> {
    pub notice: &'r Entry<Notice>,
    pub activities: Vec<&'r Entry<Activity>>,
    pub services: Vec<&'r Entry<ProcessingFor>>,
    pub detail: Detail,
}

impl<'r> Scope<'r> {
    /// What a notice covers; with an audience only activities about that group of people.
    pub fn of(maker: &Maker<'r>, notice: &'r Entry<Notice>, audience: Option<&str>, detail: Detail) -> Self {
        let register = maker.register;
        let is_about = |activity: &&Entry<Activity>| match audience {
            Some(group) => register.all(&activity.value.data_subjects).any(|own| &*own.id == group),
            None => true,
        };
        let activities = notices::activities(register, notice).into_iter().filter(is_about).collect();
        Scope { notice, activities, services: notices::services(register, notice), detail }
    }
}

/// Which files the versions of a document are.
pub fn file_name(stem: &str, lang: &str, ending: &str) -> String {
    format!("{stem}.{lang}.{ending}")
}

/// The languages a notice is written in that documents can be made in.
pub fn languages(maker_register: &crate::register::Register, notice: &Entry<Notice>) -> Vec<&'static str> {
    let own: &[Lang] = if notice.languages.is_empty() { maker_register.languages() } else { &notice.value.languages };
    // In the order of the register.
    let mut ordered = words::known(own);
    ordered.sort_by_key(|tag| own.iter().position(|lang| lang.base() == *tag));
    ordered
}

/// The frame of a document.
pub(in crate::render) fn frame(
    maker: &Maker<'_>,
    kind: &'static str,
    stem: &str,
    title: String,
    description: String,
    versions: &[&str],
) -> Page {
    let w = maker.words;
    let languages = versions
        .iter()
        .filter_map(|tag| LANGUAGES.iter().find(|(own, _)| own == tag))
        .map(|(tag, name)| Version {
            lang: (*tag).to_owned(),
            name: (*name).to_owned(),
            file_md: file_name(stem, tag, "md"),
            file_html: file_name(stem, tag, "html"),
            url: None,
            current: *tag == w.lang,
        })
        .collect();
    let organisation = maker.register.organisation().and_then(|own| own.value.name.as_deref()).map_or(String::new(), clean::text);
    let hash = w.with("fingerprint", &[("hash", &fingerprint(maker.register))]);
    let foot = if organisation.is_empty() { hash } else { format!("{organisation} · {hash}") };
    Page {
        view: 1,
        kind,
        stem: stem.to_owned(),
        lang: w.lang.to_owned(),
        title,
        description: description.chars().take(160).collect(),
        canonical: None,
        meta: Vec::new(),
        draft: None,
        languages,
        labels: Labels { skip: w.say("skip"), toc: w.say("toc"), languages: w.say("languages"), contents: w.say("contents") },
        intro: Vec::new(),
        sections: Vec::new(),
        foot,
        generator: concat!("privreg ", env!("CARGO_PKG_VERSION")).to_owned(),
        annotate: false,
        internal: false,
        wide: false,
        sheet: false,
    }
}

pub(in crate::render) fn organisation_name(maker: &Maker<'_>) -> String {
    let organisation = maker.register.organisation();
    let names = organisation.and_then(|own| own.trade_names.first().or(own.value.name.as_ref()));
    names.map_or_else(|| "…".to_owned(), |name| clean::text(name))
}

/// The whole notice.
pub fn policy(maker: &Maker<'_>, scope: &Scope<'_>, stem: &str) -> Page {
    let w = maker.words;
    let notice = &scope.notice.value;
    let org = organisation_name(maker);
    let title = maker.maybe(notice.title.as_ref()).unwrap_or_else(|| w.with("title", &[("org", &org)]));
    let versions = languages(maker.register, scope.notice);
    let description = w.with("description", &[("org", &org)]);
    let mut page = frame(maker, "policy", stem, title, description, &versions);
    address(&mut page, notice);
    page.meta = notes::meta(maker, scope);
    page.intro = notes::audience(maker, scope);
    let periods = data::Periods::of(maker, scope);
    let mut sections = vec![
        key_facts::section(maker, scope),
        controller::section(maker, scope),
        controller::processor(maker, scope),
        purposes::section(maker, scope, &periods),
        purposes::interests(maker, scope),
        purposes::special(maker, scope),
        data::section(maker, scope, &periods),
        sources::section(maker, scope),
        required::section(maker, scope),
        recipients::section(maker, scope),
        transfers::section(maker, scope),
        automation::section(maker, scope),
        rights_section::section(maker, scope),
        cookies::section(maker, scope),
        notes::security(maker, scope),
        notes::commitments(maker, scope),
        notes::changes(maker, scope),
    ];
    notes::own_sections(maker, scope, &mut page.intro, &mut sections);
    sections.retain(|section| !section.is_empty());
    page.sections = sections;
    page
}

/// Addresses of the versions, where the notice's address is a folder: of a page we do not know where its other languages are.
fn address(page: &mut Page, notice: &Notice) {
    let Some(folder) = notice.url.as_deref().filter(|url| url.ends_with('/') && clean::is_safe_link(url)) else { return };
    for version in &mut page.languages {
        let url = format!("{folder}{}", version.file_html);
        if version.current {
            page.canonical = Some(url.clone());
        }
        version.url = Some(url);
    }
}

/// A category with what it is made of, in one line.
pub(in crate::render) fn details_of(maker: &Maker<'_>, category: &Entry<DataCategory>) -> String {
    controller::with_details(maker, category)
}

/// Anchor of a purpose: stays when headings change, and is the same in every language.
pub(super) fn purpose_anchor(activity: &Entry<Activity>, purpose: &Entry<Purpose>) -> String {
    if activity.purposes.len() == 1 { format!("p-{}", activity.id) } else { format!("p-{}-{}", activity.id, purpose.id) }
}

pub(super) fn items(lines: impl IntoIterator<Item = Line>) -> Option<Block> {
    let items: Vec<Item> = lines.into_iter().map(Item::of).collect();
    (!items.is_empty()).then(|| Block::list(items))
}
