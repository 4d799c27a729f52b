//! Impact assessments, with the documented no.

use crate::answer::Answer;
use crate::decode::{Either, Entry};
use crate::model::*;
use crate::render::{Maker, clean};
use crate::risks;

use super::{Cell, Sheet, Standing, activity_name, columns, date, facts, lines, maybe, running_activities, text};

/// The assessment of an activity: the one it names, else the one that covers it.
fn assessment<'r>(maker: &Maker<'r>, activity: &'r Entry<Activity>) -> Option<&'r Entry<Assessment>> {
    let own = risks::assessments(maker.register, activity);
    own.into_iter().find(|assessment| matches!(assessment.kind, None | Some(AssessmentKind::Dpia)))
}

/// What an activity answers on its impact, in a line.
pub(super) fn answer(maker: &Maker<'_>, activity: &Entry<Activity>) -> String {
    let w = maker.words;
    if let Some(own) = assessment(maker, activity) {
        let day = own.done.map_or(String::new(), |day| format!(" ({day})"));
        return format!("{}{day}", own.id);
    }
    let Some(Either::Other(own)) = &activity.value.dpia else { return w.say("dpia-unanswered") };
    let why = own.why.as_ref().filter(|why| !why.is_empty()).map(|why| maker.text(why));
    match (&own.law, why, risks::is_needed(activity)) {
        (Some(law), ..) => w.with("dpia-by-law", &[("law", &maker.citation(law))]),
        (None, Some(why), Answer::No) => w.with("dpia-not-needed", &[("why", &why)]),
        (None, Some(why), Answer::Yes) => w.with("dpia-needed", &[("why", &why)]),
        (None, Some(why), Answer::Unsaid) => w.with("dpia-none", &[("why", &why)]),
        (None, None, _) => w.say("dpia-unanswered"),
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
        let criteria = risks::criteria(maker.register, activity);
        let criteria: Vec<String> = criteria.iter().map(|own| maker.value("risk", own.risk.id())).collect();
        let next = own.and_then(|own| crate::due::of_assessment(maker.law, own).day);
        // Unanswered first, then what is not finished, then what is done, then the documented no.
        let rank = match (&activity.value.dpia, own) {
            (_, Some(own)) if own.done.is_none() => 1,
            (_, Some(_)) => 2,
            (Some(_), None) if !risks::is_needed(activity).is_yes() => 3,
            (_, None) => 0,
        };
        let not_applicable = || Cell::None(w.say("not-applicable"));
        let row = vec![
            text(maker, activity_name(maker, activity)),
            if criteria.is_empty() { Cell::None(w.say("criteria-none")) } else { lines(maker, criteria) },
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
