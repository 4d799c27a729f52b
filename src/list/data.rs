//! Own kinds of data and own groups of people.

use super::context::Context;
use super::{Builder, Table, yes_or_no};
use crate::decode::{Entry, Text};
use crate::model::*;
use crate::people;
use crate::titles::Titled;

pub(super) fn categories(context: &Context<'_>) -> Table {
    Builder::new(context.own::<DataCategory>())
        .one("id", |category| Some(&category.id))
        .one("name", |category| Some(category.title()))
        .many("marks", marks)
        .many("used_by", |category| context.used_by(category))
        .more()
        .many("includes", |category| context.ids(&category.value.includes))
        .many("fields", |category| category.value.fields.iter().map(Text::english))
        .many("examples", |category| category.value.examples.iter().map(Text::english))
        .one("identifies", |category| category.identifies.map(Identifies::id))
        .many("about", |category| context.ids(&category.value.about))
        .many("referred_by", |category| context.referrers(category))
        .one("at", |category| context.at(category.node))
        .table()
}

/// What makes a kind of data delicate: its special category by name, other marks by their field.
fn marks(category: &Entry<DataCategory>) -> Vec<&'static str> {
    let special = category.special.map(Special::id);
    let marks = [
        (category.criminal, "criminal"),
        (category.national_id, "national_id"),
        (category.location, "location"),
        (category.financial, "financial"),
        (category.free_text, "free_text"),
    ];
    special.into_iter().chain(marks.into_iter().filter(|(mark, _)| *mark == Some(true)).map(|(_, name)| name)).collect()
}

pub(super) fn subjects(context: &Context<'_>) -> Table {
    Builder::new(context.own::<DataSubject>())
        .one("id", |group| Some(&group.id))
        .one("name", |group| Some(group.title()))
        .one("kind", |group| people::kind(group).map(SubjectKind::id))
        .many("used_by", |group| context.used_by(group))
        .more()
        .one("minors", |group| Some(yes_or_no(people::has_minors(group))))
        .one("vulnerable", |group| Some(yes_or_no(people::is_vulnerable(group))))
        .one("contract_party", |group| people::has_contract(group).map(yes_or_no))
        .one("country", |group| group.country)
        .many("languages", |group| group.value.languages.iter())
        .many("referred_by", |group| context.referrers(group))
        .one("at", |group| context.at(group.node))
        .table()
}
