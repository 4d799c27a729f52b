//! Automated decisions of an activity (Art. 22).

use crate::answer::Answer;
use crate::decode::{Entry, OrNone};
use crate::model::*;
use crate::register::Register;
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

/// AI that takes decisions, by what an activity or a system that it uses says of it.
pub fn ai_that_decides<'r>(register: &'r Register, activity: &'r Activity) -> Option<&'r Ai> {
    let own = activity.ai.as_ref().and_then(|ai| ai.some()).map(|ai| &**ai);
    let of_categories = activity.data_categories.iter().filter_map(|entry| entry.usage.as_deref());
    let systems = activity.systems.iter().chain(of_categories.flat_map(|usage| &usage.systems));
    let of_systems = systems.filter_map(|system| register.get(*system)).filter_map(|system| system.value.ai.as_ref()?.one());
    own.into_iter().chain(of_systems.map(|ai| &**ai)).find(|ai| ai.decides == Some(AiDecides::Yes))
}

/// Whether people take all decisions: each activity answers that none is automated, and no AI decides after all.
pub fn are_left_to_people(register: &Register, activities: &[&Entry<Activity>], services: &[&Entry<ProcessingFor>]) -> Answer {
    let of_activities = activities.iter().map(|activity| match &activity.automated_decisions {
        _ if ai_that_decides(register, activity).is_some() => Answer::No,
        Some(OrNone::None) => Answer::Yes,
        Some(OrNone::Some(_)) => Answer::No,
        None => Answer::Unsaid,
    });
    let by_service = services.iter().filter(|service| {
        service.value.ai.as_ref().and_then(|ai| ai.some()).is_some_and(|ai| ai.decides == Some(AiDecides::Yes))
    });
    Answer::of_all(of_activities.chain(by_service.map(|_| Answer::No)))
}

/// The parts of the purpose it belongs to: the one it names, else the only one; of all where that is open.
pub fn parts_behind<'r>(activity: &'r Entry<Activity>, decision: &Entry<AutomatedDecision>) -> Vec<Part<'r>> {
    let is_its = |purpose: &&Entry<Purpose>| decision.purpose.as_ref().is_none_or(|own| own.id == purpose.id);
    let purposes = activity.value.purposes.into_iter().filter(|purpose| !purpose.broken).filter(is_its);
    purposes.flat_map(|purpose| parts(&PurposeIn { activity, purpose })).collect()
}
