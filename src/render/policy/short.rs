//! Three lines for a form: who, what for, on which basis, and where to read more.

use crate::decode::Entry;
use crate::model::*;
use crate::render::page::{Block, Item, Line, Page, Part};
use crate::render::{Maker, each_once, ended, lower_first, lower_name};
use crate::walk::PurposeIn;

use super::purposes::{basis_text, inline_name};
use super::{file_name, frame, organisation_name, purpose_anchor};

/// The short notice of an activity; `whole` is the name of the files of the notice that covers it, where one does.
pub fn short(maker: &Maker<'_>, activity: &Entry<Activity>, whole: Option<&str>) -> Page {
    let w = maker.words;
    let org = organisation_name(maker);
    let name = maker.activity(activity);
    let mut page = frame(maker, "short", &format!("short-{}", activity.id), name, w.with("description", &[("org", &org)]), &[]);
    let mut items = Vec::new();
    for purpose in &activity.value.purposes {
        let usage = PurposeIn { activity, purpose };
        let at = maker.at(purpose.node);
        let data = usage.entries(maker.register).into_iter().filter_map(|entry| maker.register.get(entry.category));
        let data = w.list(each_once(data.map(|category| lower_name(&maker.category(category)))));
        let mut text = w.with("short-contact", &[("org", &org), ("data", &data), ("purpose", &inline_name(maker, purpose))]);
        let bases: Vec<String> = usage.bases().iter().map(|basis| lower_first(&basis_text(maker, basis))).collect();
        if !bases.is_empty() {
            text = format!("{text} {}", w.with("short-basis", &[("basis", &w.list(bases))]));
        }
        if let Some(withdraw) = purpose.value.consent.as_ref().and_then(|consent| consent.withdraw.as_ref()) {
            text = format!(
                "{text} {}",
                ended(&w.with("colon", &[("label", &w.say("right-withdraw")), ("text", &lower_first(&maker.text(withdraw)))]))
            );
        }
        items.push(Item::of(Line::text(text, at)));
    }
    page.intro.push(Block::list(items));
    // A link to a page that nobody writes helps nobody.
    let Some(stem) = whole else { return page };
    let anchor =
        activity.value.purposes.first().map_or(String::new(), |purpose| format!("#{}", purpose_anchor(activity, purpose)));
    let href = format!("{}{anchor}", file_name(stem, w.lang, "html"));
    let text = w.with("short-more", &[("link", "\u{0}")]);
    let (before, after) = text.split_once('\u{0}').unwrap_or((&text, ""));
    let parts = vec![
        Part::Text { text: before.to_owned() },
        Part::Link { text: href.clone(), href },
        Part::Text { text: after.to_owned() },
    ];
    page.intro.push(Block::paragraph(Line { parts, src: "words.short-more".into() }));
    page
}
