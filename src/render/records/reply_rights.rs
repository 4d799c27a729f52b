//! The rights that the reply to a request for access names (Art. 15(1)(e) and (f)), in the sentences of notices.

use crate::decode::Entry;
use crate::model::*;
use crate::render::Maker;
use crate::render::page::{Block, Item, Line};
use crate::render::policy::{Detail, Scope, rights_section};
use crate::rights;
use crate::walk::PurposeIn;

/// What the person may ask for next, what the law takes away from that, and where to complain.
pub(super) fn blocks(maker: &Maker<'_>, activities: &[&Entry<Activity>]) -> Vec<Block> {
    let w = maker.words;
    let rows = [
        (Right::Rectification, "right-rectification"),
        (Right::Erasure, "right-erasure"),
        (Right::Restriction, "right-restriction"),
    ];
    let mut items: Vec<Item> = rows
        .into_iter()
        .filter(|(right, _)| activities.iter().any(|activity| !is_excepted(activity, *right)))
        .map(|(right, key)| item(maker, right, &w.say(key), w.say(&format!("{key}-text"))))
        .collect();
    let grounds: Vec<String> = objections(maker, activities);
    if !grounds.is_empty() {
        items.push(item(maker, Right::Objection, &w.say("right-object"), grounds.join(" ")));
    }
    let notice = Entry { id: "".into(), node: None, broken: false, value: Notice::default() };
    let scope = Scope { notice: &notice, activities: activities.to_vec(), services: Vec::new(), detail: Detail::Plain };
    let mut blocks = Vec::new();
    if !items.is_empty() {
        blocks.push(Block::list(items));
    }
    blocks.extend(rights_section::restrictions(maker, &scope));
    blocks.extend(rights_section::complaint(maker));
    blocks
}

fn is_excepted(activity: &Activity, right: Right) -> bool {
    activity.rights_except.value(&right).is_some()
}

fn item(maker: &Maker<'_>, right: Right, name: &str, text: String) -> Item {
    let text = [Some(text), rights_section::remark(maker, right)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Item::of(Line::labelled(&rights_section::local(maker, right, name), text, "words.rights"))
}

/// To what the person may object: the bases stand with each purpose in the parts above.
fn objections(maker: &Maker<'_>, activities: &[&Entry<Activity>]) -> Vec<String> {
    let open = activities.iter().filter(|activity| !is_excepted(activity, Right::Objection));
    let uses: Vec<PurposeIn<'_>> =
        open.flat_map(|activity| activity.value.purposes.iter().map(move |purpose| PurposeIn { activity, purpose })).collect();
    let rests_on = |wanted: LegalBasis| uses.iter().any(|usage| usage.bases().iter().any(|basis| basis.basis == wanted));
    let mut texts = Vec::new();
    for (basis, key) in
        [(LegalBasis::LegitimateInterests, "right-object-text-all"), (LegalBasis::PublicTask, "right-object-task-all")]
    {
        if rests_on(basis) {
            texts.push(maker.words.say(key));
        }
    }
    if uses.iter().any(|usage| rights::is_marketing(usage.purpose)) {
        texts.push(maker.words.with("right-object-marketing", &[("how", "")]).trim_end().to_owned());
    }
    texts
}
