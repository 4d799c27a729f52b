use crate::ai::{self, AiIn, Holder};
use crate::rules::prelude::*;

rule! {
    /// AI is used for something that the AI Act bans.
    ///
    /// Recognising emotions is banned at work and in education, except for medical or safety reasons (`exception`). A warning
    /// outside the Union, and in Iceland, Liechtenstein and Norway until the AI Act is part of the EEA Agreement.
    ///
    /// ## Why
    /// These uses are banned since 2 February 2025, with the highest fines the AI Act knows (Art. 5(1)).
    ///
    /// ## Fix
    /// Stop the use.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: DK
    ///   number: 12345678
    /// ```
    /// ```yaml file=activities/example.yaml
    /// ai: {provider: us, use: social-scoring, trains_on_data: no, prompts_kept: none} #~ PR912
    /// ```
    ///
    /// Emotions at work, in Norway.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// ai: {provider: us, use: emotion-recognition, trains_on_data: no, prompts_kept: none} #~ PR912
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// ai: {provider: us, use: emotion-recognition, trains_on_data: no, prompts_kept: none, exception: "Safety: warns drivers who fall asleep"}
    /// ```
    code: "PR912",
    name: "ai-prohibited-use",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 5(1) Regulation (EU) 2024/1689"],
    source: "Art. 5(1)(c)-(g) and 113(a) AI Act (from 2 February 2025)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    for usage in ai::uses(ctx.register) {
        let Some(use_of) = usage.ai.uses.iter().copied().find(|use_of| is_banned(*use_of, &usage, ctx)) else { continue };
        let message = format!("The AI Act bans what the AI in `{}` is used for: {}", usage.title(), use_of.id());
        let finding = sink.report(ctx.at(usage.node()).field("ai").field("use"), message);
        finding.label("banned since 2 February 2025");
        if !usage.is_under_ai_act(ctx.register, ctx.law) {
            finding.level(Level::Warning).label("banned in the Union since 2 February 2025");
        }
    }
}

fn is_banned(use_of: AiUse, usage: &AiIn<'_>, ctx: &Ctx<'_>) -> bool {
    if !ctx.law.is_prohibited_ai(use_of) {
        return false;
    }
    if !ctx.law.may_be_excepted(use_of) {
        return true;
    }
    let is_excepted = usage.ai.exception.as_ref().is_some_and(|why| !why.is_empty());
    !is_excepted && subjects(usage, ctx).into_iter().any(is_at_work_or_school)
}

fn is_at_work_or_school(group: &Entry<DataSubject>) -> bool {
    people::is_personnel(group) || matches!(people::kind(group), Some(SubjectKind::Pupils | SubjectKind::Students))
}

fn subjects<'r>(usage: &AiIn<'r>, ctx: &Ctx<'r>) -> Vec<&'r Entry<DataSubject>> {
    if let Holder::ProcessingFor(service) = usage.holder {
        return ctx.register.all(&service.value.data_subjects).collect();
    }
    let activities = usage.activities(ctx.register);
    let of_purposes =
        |activity: &'r Entry<Activity>| activity.value.purposes.into_iter().flat_map(|purpose| &purpose.value.data_subjects);
    let groups = activities.into_iter().flat_map(|activity| activity.value.data_subjects.iter().chain(of_purposes(activity)));
    groups.filter_map(|group| ctx.register.get(*group)).collect()
}
