use crate::decode::FieldInfo;
use crate::rules::prelude::*;
use crate::walk::own;

rule! {
    /// A field that the format asks for is missing, and no rule of its own reports it.
    ///
    /// An error for the role of a recipient and the party of a contract; a warning for what only makes the entry readable.
    ///
    /// ## Why
    /// An entry without it cannot be shown in the record or a notice, and other checks cannot decide (Art. 30(1)).
    ///
    /// ## Fix
    /// Fill in the field; `privreg explain FIELD` says what belongs there.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// systems:
    ///   crm: {name: Customer system} #~ PR013
    /// ```
    /// ```yaml file=activities/example.yaml
    /// systems: [crm]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// systems:
    ///   crm: {name: Customer system, run_by: us}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// systems: [crm]
    /// ```
    code: "PR013",
    name: "required-field-missing",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1) GDPR", "Art. 30(2) GDPR"],
    source: "Art. 30(1)-(2); the field tables of the format",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let mut missing =
        |spot: Spot<'_>, what: String, table: &'static crate::decode::TableInfo, field: &'static str, level: Level| {
            let info: Option<&FieldInfo> = table.field(field);
            let meaning = info.map_or("", |info| info.meaning);
            sink.report(spot.field(field), format!("{what} does not say `{field}`: {}", lower_first(meaning))).level(level);
        };
    for activity in own(&register.activities) {
        if activity.value.name.is_none() {
            missing(ctx.at(activity.node), format!("Activity `{}`", activity.id), Activity::INFO, "name", Level::Error);
        }
        if !activity.is_running() && activity.ended.is_none() {
            missing(
                ctx.at(activity.node),
                format!("The ended activity `{}`", activity.title()),
                Activity::INFO,
                "ended",
                Level::Warning,
            );
        }
        for purpose in own(&activity.value.purposes) {
            if purpose.value.name.is_none() {
                missing(
                    ctx.at(purpose.node),
                    format!("Purpose `{}` of `{}`", purpose.id, activity.title()),
                    Purpose::INFO,
                    "name",
                    Level::Error,
                );
            }
        }
    }
    for recipient in own(&register.recipients) {
        let title = recipient.title().to_owned();
        if recipient.value.name.is_none() {
            missing(ctx.at(recipient.node), format!("Recipient `{}`", recipient.id), Recipient::INFO, "name", Level::Error);
        }
        // `unknown` is an answer, and an answer that another rule takes up.
        if recipient.role.is_none() {
            missing(ctx.at(recipient.node), title.clone(), Recipient::INFO, "role", Level::Error);
        }
        if recipient.role == Some(Role::Processor)
            && recipient.does.is_none()
            && recipient.services.is_empty()
            && ctx.relations.is_in_use(register, recipient)
        {
            missing(ctx.at(recipient.node), title, Recipient::INFO, "does", Level::Warning);
        }
    }
    for service in own(&register.processing_for) {
        if service.value.name.is_none() {
            missing(ctx.at(service.node), format!("Service `{}`", service.id), ProcessingFor::INFO, "name", Level::Error);
        }
    }
    for system in own(&register.systems) {
        if system.run_by.is_none() {
            missing(ctx.at(system.node), format!("System `{}`", system.title()), System::INFO, "run_by", Level::Warning);
        }
    }
    for document in own(&register.documents) {
        let binds = matches!(document.kind, Some(DocumentKind::Contract | DocumentKind::Terms));
        if binds && document.with.is_none() {
            let is_a_title = document.url.is_none() && document.issued_by.is_none();
            let what = if is_a_title { " is not defined beyond its title and" } else { "" };
            let what = format!("Document `{}`{what}", document.title());
            missing(ctx.at(document.node), what, Document::INFO, "with", Level::Warning);
        }
    }
    for notice in own(&register.notices) {
        if notice.covers.is_empty() {
            missing(ctx.at(notice.node), format!("Notice `{}`", notice.id), Notice::INFO, "covers", Level::Warning);
        }
    }
    for commitment in own(&register.commitments) {
        if commitment.text.is_none() {
            missing(ctx.at(commitment.node), format!("Commitment `{}`", commitment.id), Commitment::INFO, "text", Level::Warning);
        }
    }
    for assessment in own(&register.assessments) {
        if assessment.kind.is_none() {
            missing(ctx.at(assessment.node), format!("Assessment `{}`", assessment.id), Assessment::INFO, "kind", Level::Warning);
        }
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.trim_start().chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().collect::<String>() + letters.as_str())
}
