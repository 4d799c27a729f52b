//! Who receives data and where they go, as records and letters say it of one activity or one service.

use crate::flows;
use crate::places::{self, Answer, Of, PlaceIn, Scope};
use crate::relations;
use crate::render::policy::recipients::{Receiver, summary};
use crate::render::policy::transfers::{own_places, sentence};
use crate::render::{Maker, clean};
use crate::titles::Titled;

use super::{Cell, lines};

/// Receivers, each with what it is and what narrows what it gets. `denied`: somebody has said that there are none.
pub(super) fn receivers(maker: &Maker<'_>, all: &[Receiver<'_>], denied: bool) -> Cell {
    if all.is_empty() && denied {
        return Cell::None(maker.words.say("nobody"));
    }
    lines(maker, all.iter().map(|own| summary(maker, own)).collect())
}

/// Transfers with their safeguards. `None` only where every place is known and inside the EEA.
pub(super) fn transfers(maker: &Maker<'_>, scope: &Scope<'_>) -> Cell {
    let (register, relations, law) = (maker.register, maker.relations, maker.law);
    let places = places::of(register, relations, law, scope);
    let mut all: Vec<String> = own_places(maker, &places).into_iter().map(|(text, _)| text).collect();
    let mut seen = std::collections::HashSet::new();
    for recipient in &scope.recipients {
        if seen.contains(&*recipient.id) {
            continue;
        }
        for link in relations::chain(register, recipient) {
            if !seen.insert(&*link.id) {
                continue;
            }
            for flow in flows::of(register, relations, law, link) {
                let text = sentence(maker, &flow).plain();
                if !all.contains(&text) {
                    all.push(text);
                }
            }
        }
    }
    if all.is_empty() && places::stay_inside(register, relations, law, scope) {
        return Cell::None(maker.words.say("no-transfer"));
    }
    all.extend(open(maker, &places));
    lines(maker, all)
}

/// Of whom nothing says where the data are, in one line.
pub(super) fn open(maker: &Maker<'_>, places: &[PlaceIn<'_>]) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for own in places.iter().filter(|own| own.answer == Answer::Open) {
        let name = match own.of {
            Of::Home(organisation) | Of::Storage(organisation) => {
                clean::text(organisation.value.name.as_deref().unwrap_or_default())
            }
            Of::System(system) => clean::text(system.title()),
            Of::Recipient(recipient) => maker.recipient(recipient),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| maker.words.with("places-open-row", &[("names", &names.join("; "))]))
}
