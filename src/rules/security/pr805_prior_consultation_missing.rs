use crate::rules::prelude::*;
use crate::sensitive;

rule! {
    /// An impact assessment leaves a high risk, and the authority has not been asked.
    ///
    /// A warning while the activity is only planned, and where the organisation has a data protection officer and the assessment does
    /// not say when the officer was heard.
    ///
    /// ## Why
    /// If a high risk remains, the authority must be asked before the processing starts; and the officer's advice must be sought (Art. 36(1), 35(2)).
    ///
    /// ## Fix
    /// Reduce the risk, or consult the authority and enter the day in `authority_consulted:`; enter the day of the officer's advice in `dpo_advice:`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// dpia: dpia-care
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   dpia-care: {kind: dpia, done: 2026-01-10, outcome: accepted, residual_risk: high} #~ PR805
    /// ```
    ///
    /// The activity has not begun.
    /// ```yaml file=activities/example.yaml
    /// status: planned
    /// dpia: dpia-care
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   dpia-care: {kind: dpia, done: 2026-01-10, outcome: accepted, residual_risk: high} #~ PR805
    /// ```
    ///
    /// Nobody has written down when the officer was heard.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: {name: Kari Berg, email: personvernombud@nordlys.no, phone: +47 22 00 00 01}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// dpia: dpia-care
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   dpia-care: {kind: dpia, done: 2026-01-10, outcome: accepted, residual_risk: low} #~ PR805
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: {name: Kari Berg, email: personvernombud@nordlys.no, phone: +47 22 00 00 01}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// dpia: dpia-care
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   dpia-care: {kind: dpia, done: 2026-01-10, outcome: accepted, residual_risk: medium, dpo_advice: 2026-01-08}
    /// ```
    code: "PR805",
    name: "prior-consultation-missing",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 36(1) GDPR", "Art. 35(2) GDPR"],
    source: "Art. 36(1), recitals 84 and 94; WP 248 rev.01, section III.E",
    check: Assessment(check),
}

fn check(assessment: &Entry<Assessment>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if assessment.kind != Some(AssessmentKind::Dpia) {
        return;
    }
    let covered = covered(assessment, ctx);
    let active = covered.iter().find(|activity| activity.status != Some(Status::Planned));
    if assessment.residual_risk == Some(ResidualRisk::High)
        && assessment.authority_consulted.is_none()
        && let Some(activity) = active.or(covered.first())
    {
        let message =
            format!("`{}` leaves a high risk for `{}`, and the authority has not been asked", assessment.id, activity.title());
        let finding = sink.report(ctx.at(assessment.node).field("authority_consulted"), message);
        finding.label("high risk remains");
        if active.is_none() {
            finding.level(Level::Warning);
        }
    }
    if assessment.done.is_some() && assessment.dpo_advice.is_none() && has_officer(&covered, ctx) {
        let message = format!("`{}` does not say when the data protection officer was heard", assessment.id);
        sink.report(ctx.at(assessment.node).field("dpo_advice"), message).level(Level::Warning);
    }
}

/// Activities that have not ended and rest on the assessment.
fn covered<'r>(assessment: &'r Entry<Assessment>, ctx: &Ctx<'r>) -> Vec<&'r Entry<Activity>> {
    let resting = ctx.register.activities_assessed_by(assessment);
    resting.filter(|activity| activity.is_running() && !activity.broken).collect()
}

/// Whether a controller of these activities has a data protection officer.
fn has_officer(covered: &[&Entry<Activity>], ctx: &Ctx<'_>) -> bool {
    let mut controllers = covered.iter().filter_map(|activity| sensitive::controller(ctx.register, activity));
    controllers.any(|controller| controller.dpo.as_ref().is_some_and(|dpo| dpo.none.is_none()))
}
