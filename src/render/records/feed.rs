//! Sub-processors as an Atom feed (RFC 4287): customers subscribe and hear of changes. Public, and without a clock.

use std::cmp::Reverse;
use std::io;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::render::policy::{file_name, organisation_name};
use crate::render::xml::{Xmls, empty, within, written, xml};
use crate::render::{Maker, clean};

use super::subprocessors::{Engaged, all};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The feed: an entry for each sub-processor whose beginning is known or still to come, the newest first. A stamp, where
/// there is one, stands in the title.
///
/// # Errors
/// The document cannot be written.
pub fn atom(maker: &Maker<'_>, stamp: Option<&str>) -> io::Result<Vec<u8>> {
    let w = maker.words;
    let day = maker.law.as_of();
    let mut entries: Vec<(NaiveDate, Engaged)> =
        all(maker).into_iter().filter_map(|own| updated(&own, day).map(|date| (date, own))).collect();
    entries.sort_by_key(|(date, _)| Reverse(*date));
    let latest = entries.iter().map(|(date, _)| *date).max().unwrap_or(day);
    let title = w.with("feed-title", &[("org", &organisation_name(maker))]);
    let title = stamp.map_or_else(|| title.clone(), |stamp| format!("{stamp} {title}"));
    xml(|x| {
        within(x, "feed", &[("xmlns", ATOM), ("xml:lang", w.lang)], |x| {
            element(x, "id", &urn(maker, &[]))?;
            element(x, "title", &title)?;
            element(x, "updated", &midnight(latest))?;
            author(x, maker)?;
            links(x, maker)?;
            entries.iter().try_for_each(|(date, own)| entry(x, maker, own, *date))
        })
    })
}

/// The day on which there was something to tell. Of what is planned the register does not say since when it is known: it
/// is the service's last change, else the day of the feed.
fn updated(own: &Engaged, day: NaiveDate) -> Option<NaiveDate> {
    if own.is_planned(day) { Some(own.changed.filter(|changed| *changed <= day).unwrap_or(day)) } else { own.since }
}

fn entry(x: &mut Xmls, maker: &Maker<'_>, own: &Engaged, date: NaiveDate) -> io::Result<()> {
    let w = maker.words;
    let title = match own.since.filter(|_| !own.is_planned(maker.law.as_of())) {
        Some(since) => {
            let since = w.date(since);
            w.with("subprocessor-since", &[("name", &own.name), ("service", &own.service), ("date", &since)])
        }
        None => own.joins(maker, &own.name),
    };
    let row = |key: &str, text: &str| {
        (!text.is_empty()).then(|| w.with("colon", &[("label", &w.say(&format!("c-{key}"))), ("text", text)]))
    };
    let mechanisms = if own.mechanisms.is_empty() { w.say("no-transfer") } else { own.transfers(maker).join("; ") };
    let rows = [
        row("does", own.does.as_deref().unwrap_or_default()),
        row("data", &own.data),
        row("where", &own.places.join("; ")),
        row("mechanism", &mechanisms),
        own.objection(maker),
    ];
    let [service, recipient] = &own.ids;
    within(x, "entry", &[], |x| {
        element(x, "id", &urn(maker, &[service, recipient]))?;
        element(x, "title", title.trim_end_matches('.'))?;
        element(x, "updated", &midnight(date))?;
        within(x, "content", &[("type", "xhtml")], |x| {
            within(x, "div", &[("xmlns", XHTML)], |x| rows.iter().flatten().try_for_each(|row| element(x, "p", row)))
        })
    })
}

fn author(x: &mut Xmls, maker: &Maker<'_>) -> io::Result<()> {
    within(x, "author", &[], |x| {
        element(x, "name", &organisation_name(maker))?;
        website(maker).map_or(Ok(()), |site| element(x, "uri", &site))
    })
}

/// Where the feed and its list stand, if the address of a notice says in which folder of the web documents stand; else the
/// organisation's site.
fn links(x: &mut Xmls, maker: &Maker<'_>) -> io::Result<()> {
    let folders = maker.register.notices.iter().filter_map(|notice| notice.url.as_deref());
    let folder = folders.into_iter().find(|url| url.ends_with('/') && is_web(url));
    let link =
        |x: &mut Xmls, rel: &str, kind: &str, href: &str| empty(x, "link", &[("rel", rel), ("type", kind), ("href", href)]);
    match (folder, website(maker)) {
        (Some(folder), _) => {
            let address = |ending: &str| format!("{folder}{}", file_name("subprocessors", maker.words.lang, ending));
            link(x, "self", "application/atom+xml", &address("atom"))?;
            link(x, "alternate", "text/html", &address("html"))
        }
        (None, Some(site)) => link(x, "related", "text/html", &site),
        (None, None) => Ok(()),
    }
}

fn website(maker: &Maker<'_>) -> Option<String> {
    let sites = maker.register.organisation().map(|own| own.value.website.as_slice()).unwrap_or_default();
    sites.iter().find(|site| is_web(site)).map(|site| (**site).to_owned())
}

fn is_web(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && clean::is_safe_link(url)
        && url.bytes().all(|letter| letter.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&letter))
}

fn element(x: &mut Xmls, name: &str, text: &str) -> io::Result<()> {
    within(x, name, &[], |x| written(x, text))
}

/// A register knows days, a feed asks for a time.
fn midnight(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}

/// A name of the feed or of an entry that stays while the ids of the register do (RFC 9562, version 8).
fn urn(maker: &Maker<'_>, parts: &[&str]) -> String {
    let own = maker.register.organisation().map(|own| &own.value);
    let organisation = own.and_then(|own| own.number.as_deref().or(own.name.as_deref())).unwrap_or_default();
    let mut hash = Sha256::new();
    for part in ["subprocessors", organisation, maker.words.lang].iter().chain(parts) {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
