//! Whether people have to give their data, and what happens otherwise (Art. 13(2)(e)).

use crate::answer::Answer;
use crate::decode::Text;
use crate::model::*;
use crate::origins::{self, Givers};
use crate::register::Register;
use crate::walk::{BasisIn, PurposeIn};

/// What people owe, of what they themselves can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    ByLaw,
    ByContract,
    ToEnterContract,
    /// Needed for a reason that is neither.
    Needed,
    /// Up to them.
    Free,
    /// The register does not say.
    Unsaid,
}

/// What is asked of people for a purpose, or for one of its cases.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'r> {
    pub usage: PurposeIn<'r>,
    /// `None` where the purpose names no basis.
    pub basis: Option<BasisIn<'r>>,
    pub duty: Duty,
    /// What happens if they do not give the data.
    pub otherwise: Option<&'r Text>,
}

impl Asked<'_> {
    /// Whether a notice lacks an answer: whether people have to give the data, or what happens if they do not. Consent is
    /// theirs to refuse (Art. 7(4)): there is nothing to say of a duty. Without any basis the basis is asked for first.
    pub fn is_open(&self) -> bool {
        match self.duty {
            Duty::Free => false,
            Duty::Unsaid => self.otherwise.is_none() && self.basis.is_some_and(|basis| basis.basis != LegalBasis::Consent),
            _ => self.otherwise.is_none(),
        }
    }
}

/// What is asked of people for a purpose; of each case where it has cases. Nothing is where none of its data can come from
/// them.
pub fn of_purpose<'r>(register: &'r Register, usage: PurposeIn<'r>) -> Vec<Asked<'r>> {
    if !may_come_from_the_person(register, &usage) {
        return Vec::new();
    }
    let bases = usage.bases();
    let bases: Vec<Option<BasisIn<'r>>> = if bases.is_empty() { vec![None] } else { bases.into_iter().map(Some).collect() };
    let by_category = is_answered_by_category(register, &usage);
    let asked = |basis: Option<BasisIn<'r>>| {
        let stated = basis.as_ref().map_or(usage.purpose.required, BasisIn::required);
        let otherwise = basis.as_ref().map_or(usage.purpose.value.if_not_provided.as_ref(), BasisIn::if_not_provided);
        let otherwise = otherwise.filter(|text| !text.is_empty());
        let is_said_elsewhere = by_category && stated.is_none() && otherwise.is_none();
        (!is_said_elsewhere).then(|| Asked { usage, basis, duty: duty(stated, basis), otherwise })
    };
    bases.into_iter().filter_map(asked).collect()
}

/// As the register says, else as the basis implies: without the data there is no contract, and the duty is not done.
fn duty(stated: Option<Required>, basis: Option<BasisIn<'_>>) -> Duty {
    match (stated, basis.map(|basis| basis.basis)) {
        (Some(Required::No), _) => Duty::Free,
        (Some(Required::ByLaw), _) => Duty::ByLaw,
        (Some(Required::ByContract), _) => Duty::ByContract,
        (Some(Required::ToEnterContract), _) => Duty::ToEnterContract,
        (Some(Required::Yes) | None, Some(LegalBasis::LegalObligation)) => Duty::ByLaw,
        (Some(Required::Yes) | None, Some(LegalBasis::Contract)) => match basis.is_some_and(|basis| basis.before_contract()) {
            true => Duty::ToEnterContract,
            false => Duty::ByContract,
        },
        (Some(Required::Yes), _) => Duty::Needed,
        (None, _) => Duty::Unsaid,
    }
}

/// What an activity says of one category alone.
pub fn of_category(entry: &CategoryEntry) -> Option<Duty> {
    Some(match entry.usage.as_deref()?.required? {
        Required::No => Duty::Free,
        Required::Yes => Duty::Needed,
        Required::ByLaw => Duty::ByLaw,
        Required::ByContract => Duty::ByContract,
        Required::ToEnterContract => Duty::ToEnterContract,
    })
}

/// Whether people choose what they give for a purpose: what their devices tell is not theirs to leave out.
pub fn is_their_choice(register: &Register, usage: &PurposeIn<'_>) -> Answer {
    Answer::of_all(usage.entries(register).into_iter().map(|entry| match origins::givers(register, usage.activity, entry) {
        Givers { device: true, .. } => Answer::No,
        Givers { unsaid: true, .. } => Answer::Unsaid,
        _ => Answer::Yes,
    }))
}

fn may_come_from_the_person(register: &Register, usage: &PurposeIn<'_>) -> bool {
    match usage.entries(register).is_empty() {
        true => origins::is_unanswered(usage.activity),
        false => from_the_person(register, usage).next().is_some(),
    }
}

/// Whether each category that people give for a purpose says itself whether they have to.
fn is_answered_by_category(register: &Register, usage: &PurposeIn<'_>) -> bool {
    let mut own = from_the_person(register, usage).peekable();
    own.peek().is_some() && own.all(|entry| of_category(entry).is_some())
}

/// The categories of a purpose that people may give themselves.
fn from_the_person<'r>(register: &'r Register, usage: &PurposeIn<'r>) -> impl Iterator<Item = &'r CategoryEntry> {
    let activity = usage.activity;
    usage.entries(register).into_iter().filter(|entry| origins::givers(register, activity, entry).may_be_the_person())
}
