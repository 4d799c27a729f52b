//! What is stored on people's devices or read from them, and whether they are asked first (Art. 5(3) Directive 2002/58/EC).

use crate::answer::Answer;
use crate::decode::{Either, Entry};
use crate::model::*;
use crate::register::Register;

/// Whether consent comes first.
pub fn waits_for_consent(cookie: &Cookie) -> Answer {
    match &cookie.consent {
        Some(Either::One(said)) => Answer::of(Some(*said)),
        Some(Either::Other(_)) => Answer::Yes,
        None => Answer::Unsaid,
    }
}

/// What is there for more than what the visitor asked for.
pub fn not_necessary(register: &Register) -> impl Iterator<Item = &Entry<Cookie>> {
    register.cookies.iter().filter(|cookie| !cookie.broken && cookie.group.is_some_and(|group| group != CookiePurpose::Necessary))
}

/// Whether nothing but what is necessary comes without consent.
pub fn only_necessary_unasked(register: &Register) -> Answer {
    let cookies = register.cookies.iter().filter(|cookie| !cookie.broken);
    Answer::of_all(cookies.map(|cookie| match cookie.group {
        Some(CookiePurpose::Necessary) => Answer::Yes,
        Some(_) => waits_for_consent(cookie),
        None => Answer::Unsaid,
    }))
}

/// What is lost without one cookie, where its entry says so.
pub fn lost_without(cookie: &Cookie) -> Option<&crate::decode::Text> {
    cookie.if_refused.as_ref().filter(|text| !text.is_empty())
}

/// Whether a refusal in the banner changes nothing: it says so, and no cookie that waits for consent says otherwise.
pub fn refusal_changes_nothing(register: &Register) -> Answer {
    let says_so = match register.settings.cookie_banner.as_ref().and_then(|banner| banner.if_refused.as_ref()) {
        Some(Either::One(IfRefused::NoDifference)) => Answer::Yes,
        Some(_) => Answer::No,
        None => Answer::Unsaid,
    };
    let otherwise = register.cookies.iter().filter(|cookie| !cookie.broken && lost_without(cookie).is_some());
    Answer::of_all(std::iter::once(says_so).chain(otherwise.map(|_| Answer::No)))
}

/// Whether it is as easy to refuse as to accept: the way of asking says so, and nothing in the banner says otherwise.
pub fn choices_are_equal(banner: &CookieBanner) -> Answer {
    match (banner.how, banner.reject_as_easy) {
        (_, Some(said)) => Answer::of(Some(said)),
        (Some(ConsentHow::Banner), None) => Answer::Yes,
        _ => Answer::Unsaid,
    }
}
