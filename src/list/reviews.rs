//! What has to be looked at again: reviews with their days, assessments, suppressions.

use chrono::NaiveDate;

use super::context::Context;
use super::{Builder, Table};
use crate::decode::{Duration, Entry, Text, quote};
use crate::model::*;
use crate::syntax::NodeId;
use crate::titles::Titled;

/// One thing with the day somebody last looked at it.
struct Review<'r> {
    what: String,
    name: String,
    kind: &'static str,
    owner: Option<&'r str>,
    last: Option<NaiveDate>,
    every: Option<Duration>,
    due: Option<NaiveDate>,
    node: Option<NodeId>,
}

impl<'r> Review<'r> {
    fn new<T>(
        section: &str,
        entry: &'r Entry<T>,
        kind: &'static str,
        name: &str,
        last: Option<NaiveDate>,
        every: &Duration,
    ) -> Self {
        Review {
            what: format!("{section}.{}", quote(&entry.id)),
            name: name.to_owned(),
            kind,
            owner: None,
            last,
            every: Some(every.clone()),
            due: last.map(|last| every.after(last)),
            node: entry.node,
        }
    }

    fn owned_by(self, owner: Option<&'r str>) -> Self {
        Review { owner, ..self }
    }

    /// Ends on a day of its own rather than after an interval.
    fn until(self, due: Option<NaiveDate>) -> Self {
        Review { every: None, due, ..self }
    }

    fn state(&self, today: NaiveDate) -> &'static str {
        match self.due {
            None => "never-looked-at",
            Some(due) if due < today => "overdue",
            Some(due) if due <= Duration::months(1).after(today) => "due-soon",
            Some(_) => "in-time",
        }
    }
}

/// Reviews of what has not ended, the first due first, what was never looked at before all.
pub(super) fn reviews(context: &Context<'_>) -> Table {
    let mut all = entries(context);
    all.extend(supply(context));
    all.sort_by_key(|review| review.due);
    let today = context.law.as_of();
    Builder::new(all.iter())
        .one("due", |review| review.due)
        .one("state", |review| Some(review.state(today)))
        .one("kind", |review| Some(review.kind))
        .one("what", |review| Some(&review.what))
        .one("last", |review| review.last)
        .one("owner", |review| review.owner)
        .more()
        .one("name", |review| Some(&review.name))
        .one("every", |review| review.every.as_ref())
        .one("at", |review| context.at(review.node))
        .table()
}

/// Activities, services for customers, notices and assessments.
fn entries<'r>(context: &Context<'r>) -> Vec<Review<'r>> {
    let register = context.register;
    let usual = usual(context);
    let mut all = Vec::new();
    for own in context.own::<Activity>().filter(|own| own.status != Some(Status::Ended)) {
        let every = own.value.review_every.as_ref().unwrap_or(&usual);
        let review = Review::new("activities", own, "activity", own.title(), own.reviewed, every);
        all.push(review.owned_by(own.value.owner.as_deref()));
    }
    for own in context.own::<ProcessingFor>().filter(|own| own.status != Some(Status::Ended)) {
        let every = own.value.review_every.as_ref().unwrap_or(&usual);
        let review = Review::new("processing_for", own, "service", own.title(), own.reviewed, every);
        all.push(review.owned_by(own.value.owner.as_deref()));
    }
    for own in register.notices.iter().filter(|own| own.published.is_some()) {
        all.push(Review::new("notices", own, "notice", own.title(), own.published, &usual));
    }
    let three_years = Duration::months(36);
    for own in context.own::<Assessment>() {
        let every = own.value.review_every.as_ref().unwrap_or(&three_years);
        let review = Review::new("assessments", own, "assessment", &own.id, own.done, every);
        all.push(review.owned_by(own.value.owner.as_deref()));
    }
    for own in context.own::<RetentionRule>().filter(|own| own.checked.is_some()) {
        let two_years = Duration::months(24);
        let every = own.value.review_every.as_ref().unwrap_or(&two_years);
        all.push(Review::new("retention", own, "deletion", &own.id, own.checked, every));
    }
    all
}

/// What suppliers have signed, published or been certified for.
fn supply<'r>(context: &Context<'r>) -> Vec<Review<'r>> {
    let usual = usual(context);
    let mut all = Vec::new();
    for own in context.own::<Recipient>().filter(|own| context.relations.is_in_use(context.register, own)) {
        let contact = own.value.contact.as_deref();
        if let Some(contract) = &own.value.contract {
            let last = contract.checked.or(contract.signed);
            all.push(Review::new("recipients", own, "contract", own.title(), last, &usual).owned_by(contact));
        }
        if let Some(list) = &own.value.subprocessor_list {
            all.push(Review::new("recipients", own, "subprocessor-list", own.title(), list.checked, &usual).owned_by(contact));
        }
        if let Some(dpf) = &own.value.dpf {
            let review = Review::new("recipients", own, "dpf", own.title(), dpf.checked, &usual).owned_by(contact);
            all.push(if dpf.until.is_some() { review.until(dpf.until) } else { review });
        }
    }
    all
}

fn usual(context: &Context<'_>) -> Duration {
    context.register.settings.review_every.clone().unwrap_or_else(|| Duration::months(12))
}

pub(super) fn assessments(context: &Context<'_>) -> Table {
    let three_years = Duration::months(36);
    Builder::new(context.own::<Assessment>())
        .one("id", |own| Some(&own.id))
        .one("kind", |own| own.kind.map(AssessmentKind::id))
        .one("outcome", |own| Some(own.outcome.unwrap_or(Outcome::NotDone).id()))
        .one("due", |own| own.done.map(|done| own.review_every.as_ref().unwrap_or(&three_years).after(done)))
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
