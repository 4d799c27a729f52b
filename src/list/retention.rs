//! How long which data are kept: a row for each category of each activity, and for what a purpose keeps otherwise.

use super::activities::status;
use super::context::Context;
use super::{Builder, Table};
use crate::decode::{Duration, Entry, Text};
use crate::keeping::{self, Kept};
use crate::model::*;
use crate::register::Register;
use crate::syntax::NodeId;

/// One period, for one category where it holds for one.
#[derive(Clone, Copy)]
struct Row<'r> {
    activity: Option<&'r Entry<Activity>>,
    purpose: Option<&'r Entry<Purpose>>,
    category: Option<&'r Entry<DataCategory>>,
    kept: Option<Kept<'r>>,
    /// The shared rule, also where nothing refers to it.
    shared: Option<&'r Entry<RetentionRule>>,
    node: Option<NodeId>,
}

impl<'r> Row<'r> {
    fn rule(&self) -> Option<&'r RetentionRule> {
        self.kept.and_then(|kept| kept.rule).or_else(|| self.shared.map(|shared| &shared.value))
    }
}

pub(super) fn retention(context: &Context<'_>) -> Table {
    let register = context.register;
    let mut rows: Vec<Row<'_>> = Vec::new();
    for activity in context.own::<Activity>() {
        by_category(register, activity, &mut rows);
        for purpose in &activity.value.purposes {
            by_purpose(register, activity, purpose, &mut rows);
        }
    }
    // A rule that nothing refers to is a row all the same: it was written for something.
    let unused = context.own::<RetentionRule>().filter(|rule| context.referrers(rule).is_empty());
    rows.extend(unused.map(|rule| Row {
        activity: None,
        purpose: None,
        category: None,
        kept: None,
        shared: Some(rule),
        node: rule.node,
    }));
    Builder::new(rows)
        .one("activity", |row| row.activity.map(|activity| &activity.id))
        .one("data_category", |row| row.category.map(|category| &category.id))
        .one("purpose", |row| row.purpose.map(|purpose| &purpose.id))
        .one("period", |row| period(context, row).or_else(|| row.rule().and_then(words)))
        .one("rule", |row| row.shared.map(|rule| &rule.id))
        .more()
        .one("then", |row| row.rule().map(|rule| rule.then.unwrap_or(Then::Delete).id()))
        .one("why", |row| row.rule().and_then(|rule| rule.why.as_ref()).map(Text::english))
        .many("law", |row| row.rule().map_or(&[][..], |rule| &rule.law).iter().map(|citation| &citation.text))
        .one("method", |row| row.rule().and_then(|rule| rule.method).map(Method::id))
        .one("checked", |row| row.rule().and_then(|rule| rule.checked))
        .one("backups", |row| row.rule().and_then(|rule| rule.backups.as_ref()).map(|phrase| &phrase.text))
        .one("status", |row| row.activity.and_then(|activity| status(activity.status)))
        .one("at", |row| context.at(row.node))
        .table()
}

fn by_category<'r>(register: &'r Register, activity: &'r Entry<Activity>, rows: &mut Vec<Row<'r>>) {
    for entry in activity.value.data_categories.iter() {
        let kept = keeping::of_category(register, &activity.value, entry);
        let node = kept.map(|kept| kept.retention.node()).or(Some(entry.node));
        rows.push(Row {
            activity: Some(activity),
            purpose: None,
            category: register.get(entry.category),
            kept,
            shared: kept.and_then(|kept| kept.shared),
            node,
        });
    }
}

fn by_purpose<'r>(register: &'r Register, activity: &'r Entry<Activity>, purpose: &'r Entry<Purpose>, rows: &mut Vec<Row<'r>>) {
    let mut add = |category: Option<&'r Entry<DataCategory>>, retention: &'r Retention| {
        let kept = keeping::resolve(register, retention);
        let (shared, node) = (kept.shared, Some(retention.node()));
        rows.push(Row { activity: Some(activity), purpose: Some(purpose), category, kept: Some(kept), shared, node });
    };
    match &purpose.value.retention {
        Some(PurposeRetention::All(retention)) if purpose.data_categories.is_empty() => add(None, retention),
        Some(PurposeRetention::All(retention)) => {
            register.all(&purpose.value.data_categories).for_each(|category| add(Some(category), retention));
        }
        Some(PurposeRetention::ByCategory(map)) => {
            map.into_iter().for_each(|pair| add(register.get(pair.key), &pair.value));
        }
        None => {}
    }
    for case in &purpose.value.cases {
        if let Some(retention) = &case.value.retention {
            add(None, retention);
        }
    }
}

/// The period as it is written; that of the law for a built-in rule.
fn period(context: &Context<'_>, row: Row<'_>) -> Option<String> {
    let kept = row.kept?;
    let country = || {
        let own = row.activity.and_then(|activity| activity.controller).and_then(|own| context.register.get(own));
        own.or_else(|| context.register.organisation()).and_then(|organisation| organisation.country)
    };
    let statute = || {
        let length: Duration = kept.statute(context.law, country())?.usual();
        Some(length.to_string())
    };
    kept.phrase.map(|phrase| phrase.text.to_string()).or_else(statute)
}

/// The period or the criterion of a rule.
fn words(rule: &RetentionRule) -> Option<String> {
    let period = rule.period.as_ref().map(|phrase| phrase.text.to_string());
    period.or_else(|| rule.criterion.as_ref().map(|criterion| criterion.english().to_owned()))
}
