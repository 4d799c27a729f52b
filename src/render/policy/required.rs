//! Whether people must give data, and what happens otherwise.

use crate::model::*;
use crate::origins;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, ended};
use crate::walk::{BasisIn, PurposeIn};

use super::Scope;
use super::holds::{Part, Statements};
use super::purposes::uses;

/// What holds for a purpose: as it says, else as its basis implies.
fn kind(usage: &PurposeIn<'_>, basis: Option<&BasisIn<'_>>) -> Option<Required> {
    let stated = basis.and_then(BasisIn::required).or(usage.purpose.required);
    match stated {
        Some(Required::Yes) | None => match basis.map(|basis| basis.basis) {
            Some(LegalBasis::LegalObligation) => Some(Required::ByLaw),
            Some(LegalBasis::Contract) if basis.is_some_and(BasisIn::before_contract) => Some(Required::ToEnterContract),
            Some(LegalBasis::Contract) => Some(Required::ByContract),
            _ => stated,
        },
        other => other,
    }
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("required", w.say("required"));
    let mut duties: Statements<'_, (&str, String)> = Statements::new(scope);
    let mut from_person = false;
    let mut any_free = false;
    for usage in uses(scope) {
        if !origins::has_the_person(maker.register, usage.activity) {
            continue;
        }
        from_person = true;
        let bases = usage.bases();
        let cases: Vec<Option<BasisIn<'_>>> = if bases.is_empty() { vec![None] } else { bases.into_iter().map(Some).collect() };
        for basis in &cases {
            let basis = basis.as_ref();
            let otherwise = basis.and_then(BasisIn::if_not_provided).or(usage.purpose.value.if_not_provided.as_ref());
            let kind = kind(&usage, basis);
            let free = matches!(kind, Some(Required::No)) || (kind.is_none() && otherwise.is_none());
            if free {
                any_free = true;
                continue;
            }
            let otherwise = otherwise.map_or(String::new(), |text| ended(&maker.text(text)));
            let key = match kind {
                Some(Required::ByLaw) => "required-law",
                Some(Required::ByContract) => "required-contract",
                Some(Required::ToEnterContract) => "required-enter",
                _ if otherwise.is_empty() => continue,
                _ => "required-consequence",
            };
            let part = basis.map_or(usage.into(), |basis| Part::from(*basis));
            duties.add(maker, part, (key, otherwise), || maker.at(usage.purpose.node));
        }
    }
    if !from_person {
        return section;
    }
    let nothing_owed = duties.all.is_empty();
    if !nothing_owed {
        let items = duties.all.iter().map(|duty| {
            let names = duties.named(maker, duty);
            let (key, otherwise) = &duty.said;
            Item::of(Line::text(w.with(key, &[("purpose", &names), ("otherwise", otherwise)]), duty.at.as_str()))
        });
        section.blocks.push(Block::list(items.collect()));
    }
    if any_free {
        let key = if nothing_owed { "required-all-free" } else { "required-free" };
        section.blocks.push(Block::paragraph(Line::text(w.say(key), format!("words.{key}"))));
    }
    section
}
