//! Cookies and the like: a table in the notice, and a page of its own.

use crate::answer::Answer;
use crate::decode::{Either, Entry, Lifetime};
use crate::model::*;
use crate::render::page::{Block, Cell, Line, Page, Row, Section, Table};
use crate::render::{Maker, clean, ended, lower_first, lower_name, upper_first, words};
use crate::{devices, people};

use super::purposes::uses;
use super::{Scope, frame, organisation_name};

/// The page that lists every cookie. A register without cookies does not say that there are none, so there is no page.
pub fn cookie_page(maker: &Maker<'_>, stem: &str) -> Option<Page> {
    if maker.register.cookies.is_empty() {
        return None;
    }
    let w = maker.words;
    let org = organisation_name(maker);
    let versions = words::known(maker.register.languages());
    let title = w.with("title-cookies", &[("org", &org)]);
    let mut page = frame(maker, "cookies", stem, title, w.with("description-cookies", &[("org", &org)]), &versions);
    let mut section = Section::new("cookies", w.say("cookies"));
    section.blocks = blocks(maker);
    page.sections.push(section);
    Some(page)
}

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("cookies", w.say("cookies"));
    if maker.register.cookies.iter().any(|cookie| concerns(maker, scope, cookie)) {
        section.blocks = blocks(maker);
    }
    section
}

/// Whether a cookie belongs into a notice: with the activity that uses its data, else with everybody who visits the site.
pub(super) fn concerns(maker: &Maker<'_>, scope: &Scope<'_>, cookie: &Entry<Cookie>) -> bool {
    match cookie.activity.and_then(|own| maker.register.get(own)) {
        Some(activity) => scope.activities.iter().any(|own| own.id == activity.id),
        None => !is_for_personnel(maker, scope),
    }
}

/// Whether a notice is only for people of the organisation, while others tell visitors of the site.
pub(super) fn is_for_personnel(maker: &Maker<'_>, scope: &Scope<'_>) -> bool {
    let mut groups = uses(scope).into_iter().flat_map(|usage| usage.subjects(maker.register)).peekable();
    maker.register.notices.len() > 1 && scope.services.is_empty() && groups.peek().is_some() && groups.all(people::is_personnel)
}

fn blocks(maker: &Maker<'_>) -> Vec<Block> {
    let w = maker.words;
    let mut blocks = Vec::new();
    let asks = maker.register.settings.cookie_banner.is_some();
    if asks {
        let country = maker.register.organisation().and_then(|own| own.country);
        let provision =
            country.and_then(|country| maker.law.national(country)).and_then(|own| own.cookie_provision(maker.law.as_of()));
        let only_necessary = devices::only_necessary_unasked(maker.register);
        let mut text = Vec::new();
        if only_necessary.is_yes() {
            text.push(match provision {
                Some(law) => w.with("cookies-text", &[("law", law)]),
                None => w.say("cookies-text-plain"),
            });
        }
        text.extend(banner(maker, only_necessary));
        if !text.is_empty() {
            blocks.push(Block::paragraph(Line::text(text.join(" "), "settings.cookie_banner")));
        }
    }
    let columns =
        ["col-cookie", "col-cookie-does", "col-cookie-group", "col-cookie-by", "col-cookie-lasts"].map(|key| w.say(key)).to_vec();
    let rows = maker.register.cookies.iter().filter(|cookie| !cookie.broken).map(|cookie| row(maker, cookie)).collect();
    blocks.push(Block::Table(Table { id: "cookies-table".into(), caption: w.say("cookies-list"), columns, rows }));
    blocks
}

fn banner(maker: &Maker<'_>, only_necessary: Answer) -> Vec<String> {
    let w = maker.words;
    let Some(banner) = &maker.register.settings.cookie_banner else { return Vec::new() };
    let mut text = Vec::new();
    if let Some(how) = banner.how {
        // Its own name says that the choices are equal.
        let how = match how {
            ConsentHow::Banner if !devices::choices_are_equal(banner).is_yes() => w.say("cookies-banner"),
            _ => lower_first(&maker.value("consent_how", how.id())),
        };
        let key = if only_necessary.is_yes() { "cookies-consent" } else { "cookies-consent-some" };
        let mut asked = devices::not_necessary(maker.register).map(|cookie| devices::waits_for_consent(cookie));
        if only_necessary.is_yes() || asked.any(Answer::is_yes) {
            text.push(w.with(key, &[("how", &how)]));
        }
    }
    if let Some(withdraw) = &banner.withdraw {
        text.push(ended(&w.with("cookies-withdraw", &[("how", &lower_first(&maker.text(withdraw)))])));
    }
    match &banner.if_refused {
        Some(Either::One(IfRefused::NoDifference)) if devices::refusal_changes_nothing(maker.register).is_yes() => {
            text.push(w.say("cookies-refused-none"));
        }
        Some(Either::One(IfRefused::NoDifference)) => {}
        Some(Either::One(IfRefused::Limited)) => text.push(w.say("cookies-refused-limited")),
        Some(Either::One(IfRefused::NoAccess)) => text.push(w.say("cookies-refused-no-access")),
        Some(Either::Other(own)) => text.push(ended(&w.with("cookies-refused", &[("text", &lower_first(&maker.text(own)))]))),
        None => {}
    }
    if let Some(alternative) = &banner.alternative {
        text.push(ended(&w.with("cookies-alternative", &[("text", &lower_first(&maker.text(alternative)))])));
    }
    text
}

fn row(maker: &Maker<'_>, cookie: &Entry<Cookie>) -> Row {
    let w = maker.words;
    let at = maker.at(cookie.node);
    let names = if cookie.names.is_empty() {
        vec![cookie.id.to_string()]
    } else {
        cookie.value.names.iter().map(|name| clean::text(name)).collect()
    };
    let shown = cookie.value.name.as_ref().map_or_else(|| names.join(", "), |name| maker.text(name));
    let mut name_lines = vec![shown];
    if cookie.value.name.is_some() && !cookie.names.is_empty() {
        name_lines.push(names.join(", "));
    }
    if let Some(kind) = cookie.kind.filter(|kind| *kind != CookieKind::Cookie) {
        name_lines.push(maker.value("cookie_kind", kind.id()));
    }
    let mut does = Vec::new();
    does.extend(cookie.value.text.as_ref().map(|text| ended(&maker.text(text))));
    let data = lower_name(&maker.categories(maker.register.all(&cookie.value.data_categories)));
    if !data.is_empty() {
        does.push(w.with("cookie-data", &[("data", &data)]));
    }
    if let Some(when) = &cookie.value.when {
        does.push(ended(&upper_first(&maker.text(when))));
    }
    if let Some(opt_out) = &cookie.value.opt_out {
        does.push(ended(&w.with("cookie-opt-out", &[("how", &lower_first(&maker.text(opt_out)))])));
    }
    if let Some(refused) = &cookie.value.if_refused {
        does.push(ended(&w.with("cookie-if-refused", &[("text", &lower_first(&maker.text(refused)))])));
    }
    if does.is_empty() {
        does.push(w.say("keep-unstated"));
    }
    let mut group = vec![cookie.group.map_or_else(|| w.say("keep-unstated"), |group| maker.value("cookie_purpose", group.id()))];
    match &cookie.value.consent {
        Some(Either::One(true)) => group.push(w.say("cookie-consent")),
        Some(Either::One(false)) => group.push(w.say("cookie-no-consent")),
        Some(Either::Other(own)) => {
            let how = own.how.map_or(String::new(), |how| lower_first(&maker.value("consent_how", how.id())));
            group.push(w.with("cookie-consent-how", &[("how", &how)]));
            if let Some(withdraw) = &own.withdraw {
                group.push(ended(&w.with("cookies-withdraw", &[("how", &lower_first(&maker.text(withdraw)))])));
            }
        }
        None if cookie.group.is_some_and(|group| group != CookiePurpose::Necessary) => {
            group.push(w.say("cookie-consent-unstated"));
        }
        None => {}
    }
    if !cookie.law.is_empty() {
        group.push(maker.citations(&cookie.value.law));
    }
    let by = match cookie.set_by {
        Some(own) if own.is_word("us") => upper_first(&w.say("cookie-us")),
        Some(own) => own
            .to::<Recipient>()
            .and_then(|own| maker.register.get(own))
            .map_or_else(|| w.say("keep-unstated"), |own| maker.recipient(own)),
        None => w.say("keep-unstated"),
    };
    let lasts = match &cookie.lasts {
        Some(Lifetime::For(time)) => w.duration(time),
        Some(Lifetime::AtMost(time)) => upper_first(&w.with("cookie-lasts-at-most", &[("time", &w.duration(time))])),
        Some(Lifetime::Session) => upper_first(&w.say("cookie-session")),
        Some(Lifetime::Persistent) => upper_first(&w.say("cookie-persistent")),
        Some(Lifetime::UntilLogout) => upper_first(&w.say("cookie-until-logout")),
        None => w.say("keep-unstated"),
    };
    let cell = |texts: Vec<String>| Cell { lines: texts.into_iter().map(|text| Line::text(text, &at)).collect() };
    Row {
        id: Some(format!("c-{}", anchor(&cookie.id))),
        cells: vec![cell(name_lines), cell(does), cell(group), cell(vec![by]), cell(vec![lasts])],
    }
}

/// Names on devices hold letters that anchors cannot.
fn anchor(id: &str) -> String {
    id.chars().map(|letter| if letter.is_ascii_alphanumeric() || letter == '_' || letter == '-' { letter } else { '-' }).collect()
}
