//! Impact assessments, with the documented no.

use crate::decode::{Either, Entry};
use crate::model::*;
use crate::render::{Maker, clean};

use super::{Cell, Sheet, Standing, activity_name, columns, date, facts, lines, maybe, running_activities, text};

/// The assessment of an activity, where it refers to one.
fn assessment<'r>(maker: &Maker<'r>, activity: &'r Entry<Activity>) -> Option<&'r Entry<Assessment>> {
    match activity.value.dpia.as_ref()? {
        Either::One(reference) => maker.register.get(*reference),
        Either::Other(_) => None,
    }
}

/// What an activity answers on its impact, in a line.
pub(super) fn answer(maker: &Maker<'_>, activity: &Entry<Activity>) -> String {
    let w = maker.words;
    match &activity.value.dpia {
        Some(Either::One(_)) => assessment(maker, activity).map_or(String::new(), |own| {
            let day = own.done.map_or(String::new(), |day| format!(" ({day})"));
            format!("{}{day}", own.id)
        }),
        Some(Either::Other(own)) => match (&own.law, &own.why) {
            (Some(law), _) => w.with("dpia-by-law", &[("law", &maker.citation(law))]),
            (None, Some(why)) => w.with("dpia-not-needed", &[("why", why.any())]),
            (None, None) => w.say("dpia-unanswered"),
        },
        None => w.say("dpia-unanswered"),
    }
}

pub(super) fn sheet(maker: &Maker<'_>, standing: Standing) -> Sheet {
    let keys = [
        ("activity", "Art. 35(1)"),
        ("criteria", ""),
        ("dpia", "Art. 35(1)"),
        ("done", ""),
        ("outcome", ""),
        ("risk", "Art. 36(1)"),
        ("advice", "Art. 35(2)"),
        ("owner", ""),
        ("next", ""),
    ];
    let w = maker.words;
    let mut rows: Vec<(u8, Vec<Cell>)> = Vec::new();
    for activity in running_activities(maker) {
        let own = assessment(maker, activity);
        let risks: Vec<String> = activity.value.risk.iter().map(|risk| maker.value("risk", risk.id())).collect();
        let next = own.and_then(|own| crate::due::of_assessment(maker.law, own).day);
        // Unanswered first, then what is not finished, then what is done, then the documented no.
        let rank = match (&activity.value.dpia, own) {
            (None, _) => 0,
            (Some(Either::One(_)), Some(own)) if own.done.is_none() => 1,
            (Some(Either::One(_)), _) => 2,
            (Some(Either::Other(_)), _) => 3,
        };
        let not_applicable = || Cell::None(w.say("not-applicable"));
        let row = vec![
            text(maker, activity_name(maker, activity)),
            if risks.is_empty() { Cell::None(w.say("nobody")) } else { lines(maker, risks) },
            text(maker, answer(maker, activity)),
            own.map_or_else(not_applicable, |own| date(maker, own.done)),
            own.map_or_else(not_applicable, |own| maybe(maker, own.outcome.map(|outcome| maker.value("outcome", outcome.id())))),
            own.map_or_else(not_applicable, |own| {
                maybe(maker, own.residual_risk.map(|risk| maker.value("residual_risk", risk.id())))
            }),
            own.map_or_else(not_applicable, |own| date(maker, own.dpo_advice)),
            maybe(maker, own.and_then(|own| own.value.owner.as_deref()).or(activity.owner.as_deref()).map(clean::text)),
            next.map_or_else(not_applicable, Cell::Date),
        ];
        rows.push((rank, row));
    }
    rows.sort_by_key(|(rank, _)| *rank);
    Sheet {
        id: "dpia",
        stem: "dpia".into(),
        title: w.say("dpia-list"),
        head: facts(maker, standing, false),
        is_public: false,
        columns: columns(maker, &keys),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        lead: Vec::new(),
        annexes: Vec::new(),
    }
}
