//! What has to be looked at again: reviews with their days, assessments, suppressions.

use chrono::NaiveDate;

use super::context::Context;
use super::{Builder, Table};
use crate::decode::{Duration, Entry, Text, quote};
use crate::due::{self, Due, Matter};
use crate::model::*;
use crate::syntax::NodeId;
use crate::titles::Titled;

/// Reviews of what has not ended, the first due first, what was never looked at before all.
pub(super) fn reviews(context: &Context<'_>) -> Table {
    let mut all: Vec<(Due<'_>, Row<'_>)> = due::all(context.register, &context.relations, context.law)
        .into_iter()
        .map(|due| {
            let row = Row::of(&due.matter);
            (due, row)
        })
        .collect();
    all.sort_by_key(|(due, _)| due.day);
    let today = context.law.as_of();
    Builder::new(all.iter())
        .one("due", |(due, _)| due.day)
        .one("state", |(due, _)| Some(state(due, today)))
        .one("kind", |(_, row)| Some(row.kind))
        .one("what", |(_, row)| Some(&row.what))
        .one("last", |(due, _)| due.last)
        .one("owner", |(due, _)| due.matter.owner())
        .more()
        .one("name", |(_, row)| Some(row.name))
        .one("every", |(due, _)| due.every.as_ref())
        .one("at", |(_, row)| context.at(row.node))
        .table()
}

fn state(due: &Due<'_>, today: NaiveDate) -> &'static str {
    match due.day {
        None => "never-looked-at",
        Some(_) if due.is_before(today) => "overdue",
        Some(day) if day <= Duration::months(1).after(today) => "due-soon",
        Some(_) => "in-time",
    }
}

/// What a matter is called in a list.
struct Row<'r> {
    kind: &'static str,
    what: String,
    name: &'r str,
    node: Option<NodeId>,
}

impl<'r> Row<'r> {
    fn of(matter: &Matter<'r>) -> Self {
        let row = |kind, section: &str, id: &str, name, node| Row { kind, what: format!("{section}.{}", quote(id)), name, node };
        match *matter {
            Matter::Activity(own) => row("activity", "activities", &own.id, own.title(), own.node),
            Matter::Service(own) => row("service", "processing_for", &own.id, own.title(), own.node),
            Matter::Notice(own) => row("notice", "notices", &own.id, own.title(), own.node),
            Matter::Assessment(own) => row("assessment", "assessments", &own.id, &own.id, own.node),
            Matter::Deletion(own) => row("deletion", "retention", &own.id, &own.id, own.node),
            Matter::Contract(own) => row("contract", "recipients", &own.id, own.title(), own.node),
            Matter::ContractEnd(own) => row("contract-end", "recipients", &own.id, own.title(), own.node),
            Matter::SubprocessorList(own) => row("subprocessor-list", "recipients", &own.id, own.title(), own.node),
            Matter::Dpf(own) => row("dpf", "recipients", &own.id, own.title(), own.node),
            Matter::Exception(own) => Row {
                kind: "exception",
                what: own.target.as_ref().map_or_else(|| "suppress".to_owned(), |target| target.0.to_string()),
                name: own.value.rule.as_ref().map_or("", |rule| &rule.0),
                node: own.node,
            },
        }
    }
}

pub(super) fn assessments(context: &Context<'_>) -> Table {
    Builder::new(context.own::<Assessment>())
        .one("id", |own| Some(&own.id))
        .one("kind", |own| own.kind.map(AssessmentKind::id))
        .one("outcome", |own| Some(own.outcome.unwrap_or(Outcome::NotDone).id()))
        .one("due", |own| due::of_assessment(context.law, own).day)
        .many("covers", |own| covers(context, own))
        .more()
        .one("done", |own| own.done)
        .one("owner", |own| own.value.owner.as_deref())
        .one("country", |own| own.country)
        .one("residual_risk", |own| own.residual_risk.map(ResidualRisk::id))
        .one("dpo_advice", |own| own.dpo_advice)
        .one("authority_consulted", |own| own.authority_consulted)
        .one("file", |own| own.value.file.as_deref())
        .one("why", |own| own.value.why.as_ref().map(Text::english))
        .many("referred_by", |own| context.referrers(own))
        .one("at", |own| context.at(own.node))
        .table()
}

/// What an assessment says it is about, else what refers to it.
fn covers(context: &Context<'_>, own: &Entry<Assessment>) -> Vec<String> {
    let register = context.register;
    let named = own.value.covers.iter().filter_map(|scope| {
        let activity = scope.to::<Activity>().and_then(|to| register.get(to)).map(|to| &to.id);
        let recipient = || scope.to::<Recipient>().and_then(|to| register.get(to)).map(|to| &to.id);
        let service = || scope.to::<ProcessingFor>().and_then(|to| register.get(to)).map(|to| &to.id);
        let cookie = || scope.to::<Cookie>().and_then(|to| register.get(to)).map(|to| &to.id);
        activity.or_else(recipient).or_else(service).or_else(cookie).map(|id| id.to_string())
    });
    let named: Vec<String> = named.collect();
    if named.is_empty() { context.referrers(own).into_iter().map(|user| user.id.clone()).collect() } else { named }
}

pub(super) fn suppressions(context: &Context<'_>) -> Table {
    let today = context.law.as_of();
    Builder::new(context.register.suppressions.iter())
        .one("rule", |own| own.rule.as_ref().map(|rule| &rule.0))
        .one("for", |own| own.target.as_ref().map(|target| &target.0))
        .one("reason", |own| own.reason.as_ref())
        .one("until", |own| own.until)
        .one("state", |own| Some(if own.until.is_some_and(|until| until < today) { "expired" } else { "active" }))
        .more()
        .one("at", |own| context.at(own.node))
        .table()
}
