use crate::notices;
use crate::rules::prelude::*;
use crate::syntax::NodeId;
use chrono::NaiveDate;

rule! {
    /// What a notice tells people is older than the register, or bears no date and no version.
    ///
    /// Something `changed` after the notice was published need not change its text: look whether it does.
    ///
    /// ## Why
    /// A notice that lags behind the register tells people what is no longer true, and without a date nobody sees which text held when (Art. 13(3)).
    ///
    /// ## Fix
    /// Render and publish the notice again, and set `version` and `published`; tell people of what matters to them first.
    ///
    /// ## Bad
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [example], published: 2026-05-01} #~ PR713
    /// ```
    /// ```yaml file=activities/example.yaml
    /// changed: 2026-08-15
    /// ```
    ///
    /// Neither date nor version.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [example]} #~ PR713
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// ```
    ///
    /// ## Good
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [example], version: "2", published: 2026-09-02}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// changed: 2026-08-15
    /// ```
    code: "PR713",
    name: "notice-behind-register",
    level: Note,
    affects: Notice,
    articles: ["Art. 13(3) GDPR", "Art. 5(1)(a) GDPR", "Art. 12(1) GDPR"],
    source: "WP260 rev.01 paras 29-31; Art. 13(3) GDPR",
    silences: ["PR009"],
    check: Notice(check),
}

fn check(notice: &Entry<Notice>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let spot = ctx.at(notice.node);
    let days = [notice.published, notice.in_force].into_iter().chain(notice.changes.iter().map(|change| change.in_force));
    let Some(latest) = days.flatten().max() else {
        if notice.version.as_deref().is_none_or(|version| version.trim().is_empty()) {
            let message = format!("`{}` bears no date and no version", notice.title());
            sink.report(spot.field("published"), message).label("which text held when?");
        }
        return;
    };
    let late: Vec<Changed> = changed(notice, ctx).into_iter().filter(|change| change.day > latest).collect();
    if late.is_empty() {
        return;
    }
    let mut names: Vec<String> = late.iter().map(|change| format!("`{}`", change.name)).collect();
    names.dedup();
    let have = if names.len() == 1 { "has" } else { "have" };
    let message = format!("{} {have} changed since the version of `{}` of {latest}", listed(&names), notice.title());
    let finding = sink.report(spot.field("published"), message);
    for change in &late {
        finding.note(&ctx.at(change.node).field("changed"), format!("changed on {}", change.day));
    }
}

struct Changed {
    node: Option<NodeId>,
    name: String,
    day: NaiveDate,
}

/// What a notice shows, with the day on which it last changed, each once.
fn changed(notice: &Entry<Notice>, ctx: &Ctx<'_>) -> Vec<Changed> {
    let register = ctx.register;
    let mut all: Vec<Changed> = Vec::new();
    let mut add = |node: Option<NodeId>, name: &str, day: Option<NaiveDate>| {
        if let Some(day) = day
            && !all.iter().any(|known| known.node == node)
        {
            all.push(Changed { node, name: name.to_owned(), day });
        }
    };
    for activity in notices::activities(register, notice) {
        add(activity.node, activity.title(), activity.changed);
        for recipient in activity.recipients.iter().filter_map(|entry| register.get(entry.recipient)) {
            add(recipient.node, recipient.title(), recipient.changed);
        }
        let categories = activity.data_categories.iter().filter_map(|category| category.retention.as_ref());
        for retention in activity.retention.iter().chain(categories) {
            let kept = keeping::resolve(register, retention);
            let (node, name) = match kept.shared {
                Some(shared) => (shared.node, &*shared.id),
                None => (Some(retention.node()), "retention"),
            };
            add(node, name, kept.rule.and_then(|rule| rule.changed));
        }
    }
    for service in notices::services(register, notice) {
        add(service.node, service.title(), service.changed);
    }
    all
}
