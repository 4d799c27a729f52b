//! Automated decisions of an activity (Art. 22).

use crate::decode::Entry;
use crate::model::*;
use crate::sensitive::{Part, parts};
use crate::walk::PurposeIn;

/// The decisions an activity describes; `none` and no answer are none.
pub fn of(activity: &Entry<Activity>) -> impl Iterator<Item = &Entry<AutomatedDecision>> {
    let decisions = activity.value.automated_decisions.as_ref().and_then(|answer| answer.some());
    decisions.into_iter().flatten().filter(|decision| !decision.broken)
}

/// What is decided, for messages.
pub fn name(decision: &Entry<AutomatedDecision>) -> &str {
    decision.value.what.as_ref().map(|what| what.english()).filter(|what| !what.trim().is_empty()).unwrap_or(&decision.id)
}

/// Whether it has a legal or similarly significant effect on the person.
pub fn matters(decision: &Entry<AutomatedDecision>) -> bool {
    matches!(decision.effect, Some(Effect::Legal | Effect::Significant))
}

/// The decisions that Art. 22(1) forbids unless a ground of Art. 22(2) holds.
pub fn by_machine_alone(activity: &Entry<Activity>) -> impl Iterator<Item = &Entry<AutomatedDecision>> {
    of(activity).filter(|decision| matters(decision) && decision.human == Some(false))
}

/// The parts of the purpose it belongs to: the one it names, else the only one; of all where that is open.
pub fn parts_behind<'r>(activity: &'r Entry<Activity>, decision: &Entry<AutomatedDecision>) -> Vec<Part<'r>> {
    let is_its = |purpose: &&Entry<Purpose>| decision.purpose.as_ref().is_none_or(|own| own.id == purpose.id);
    let purposes = activity.value.purposes.into_iter().filter(|purpose| !purpose.broken).filter(is_its);
    purposes.flat_map(|purpose| parts(&PurposeIn { activity, purpose })).collect()
}
