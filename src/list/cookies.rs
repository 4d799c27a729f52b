//! What is stored on devices.

use super::context::Context;
use super::{Builder, Table, yes_or_no};
use crate::decode::{AnyRef, Either, Entry, Lifetime, Text};
use crate::model::*;

pub(super) fn cookies(context: &Context<'_>) -> Table {
    Builder::new(context.own::<Cookie>())
        .one("id", |cookie| Some(&cookie.id))
        .one("for", |cookie| cookie.group.map(CookiePurpose::id))
        .one("set_by", |cookie| cookie.set_by.and_then(|by| us_or_recipient(context, by)))
        .one("lasts", |cookie| cookie.lasts.as_ref().map(lifetime))
        .one("consent", |cookie| consent(cookie))
        .one("activity", |cookie| cookie.activity.and_then(|own| context.register.get(own)).map(|own| &own.id))
        .more()
        .one("kind", |cookie| Some(cookie.kind.unwrap_or(CookieKind::Cookie).id()))
        .one("name", |cookie| cookie.value.name.as_ref().map(Text::english))
        .many("names", |cookie| cookie.value.names.iter())
        .one("text", |cookie| cookie.value.text.as_ref().map(Text::english))
        .many("data_categories", |cookie| context.ids(&cookie.value.data_categories))
        .many("sites", |cookie| cookie.value.sites.iter().map(|site| site.to_string()))
        .one("at", |cookie| context.at(cookie.node))
        .table()
}

/// `us`, or the id of a recipient.
pub(super) fn us_or_recipient<'r>(context: &Context<'r>, by: AnyRef<OurselvesOrRecipient>) -> Option<&'r str> {
    if by.is_word("us") {
        return Some("us");
    }
    by.to::<Recipient>().and_then(|by| context.register.get(by)).map(|by| &*by.id)
}

fn lifetime(lasts: &Lifetime) -> String {
    match lasts {
        Lifetime::For(time) => time.to_string(),
        Lifetime::AtMost(time) => format!("at most {time}"),
        Lifetime::Session => "session".into(),
        Lifetime::Persistent => "persistent".into(),
        Lifetime::UntilLogout => "until logout".into(),
    }
}

fn consent(cookie: &Entry<Cookie>) -> Option<&'static str> {
    match cookie.consent.as_ref()? {
        Either::One(answer) => Some(yes_or_no(*answer)),
        Either::Other(own) => Some(own.how.map_or("yes", ConsentHow::id)),
    }
}
