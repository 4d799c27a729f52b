use crate::risks;
use crate::rules::prelude::*;

rule! {
    /// The register says that an impact assessment is needed, and none is recorded.
    ///
    /// ## Why
    /// An assessment that is needed comes before the processing (Art. 35(1)), and you must be able to show it (Art. 5(2)).
    ///
    /// ## Fix
    /// Record the assessment and refer to it: `assessments: {dpia-shop: {kind: dpia, outcome: in-progress, owner: Head of compliance}}`, and `dpia: dpia-shop` in the activity.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// dpia: {needed: yes, why: We watch people in the shop} #~ PR812
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// dpia: dpia-shop
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   dpia-shop: {kind: dpia, done: 2026-02-01, outcome: accepted, owner: Head of compliance, residual_risk: low}
    /// ```
    ///
    /// None is needed.
    /// ```yaml file=activities/example.yaml
    /// dpia: {needed: no, why: "No sensitive data, no monitoring, no decisions about people"}
    /// ```
    code: "PR812",
    name: "needed-assessment-missing",
    level: Warning,
    affects: Practice,
    articles: ["Art. 35(1) GDPR", "Art. 5(2) GDPR"],
    source: "Art. 35(1) GDPR; WP 248 rev.01, section III.D",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if risks::is_owed(ctx.register, activity) {
        let message = format!("`{}` needs an impact assessment by its own words, and none is recorded", activity.title());
        sink.report(ctx.at(activity.node).field("dpia"), message).label("which assessment?");
    }
}
