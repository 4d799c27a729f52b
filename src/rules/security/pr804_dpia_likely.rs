use crate::risks;
use crate::rules::prelude::*;
use crate::sensitive;

rule! {
    /// Two criteria of a high risk hold, and the register holds neither an impact assessment nor a reason against one.
    ///
    /// Counted are the criteria in `risk`, and those that follow from purposes, data, people, decisions and AI; at least one must be
    /// declared or be monitoring, scoring, an automated decision or sensitive data. Employees count as vulnerable only where they are
    /// watched, scored or identified by their bodies, amounts of money not where they only serve pay and accounts. In Sweden, where two criteria are a duty, a warning.
    ///
    /// ## Why
    /// Two criteria usually mean a high risk; not to assess it is allowed, but has to be explained in writing (Art. 35(1), 5(2)).
    ///
    /// ## Fix
    /// Make the assessment and refer to it in `dpia:`, or write the reason: `dpia: {needed: no, why: ...}`. A criterion that does not hold: `risk_not: {matching: ...}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [patients]
    /// data_categories: {health: 1 year after case-closed}
    /// dpia: #~ PR804
    /// purposes:
    ///   answer:
    ///     name: Answer patients who call
    ///     kind: health-care
    ///     legal_basis: legal-obligation
    ///     law: helsepersonelloven § 39
    ///     art9: health-care
    ///     art9_law: helsepersonelloven § 39
    ///     professional_secrecy: yes
    ///     required: no
    /// ```
    ///
    /// Where two criteria are a duty.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: SE
    /// ```
    /// ```yaml file=activities/example.yaml
    /// risk: [matching, innovative-technology]
    /// dpia: #~ PR804
    /// ```
    ///
    /// The word `no` alone is no reason.
    /// ```yaml file=activities/example.yaml
    /// risk: [matching, innovative-technology]
    /// dpia: {needed: no} #~ PR804
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// risk: [matching, innovative-technology]
    /// dpia: {needed: no, why: "Two lists of our own customers are compared once a year, by hand"}
    /// ```
    code: "PR804",
    name: "dpia-likely",
    level: Note,
    affects: Practice,
    articles: ["Art. 35(1) GDPR", "Art. 5(2) GDPR"],
    source: "WP 248 rev.01, section III.B (nine criteria, two as a rule)",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !risks::is_unanswered(ctx.register, activity) {
        return;
    }
    let criteria = risks::criteria(ctx.register, activity);
    if !risks::is_likely(&criteria) {
        return;
    }
    let counted = listed(criteria.iter().map(risks::in_words));
    let message = format!("`{}` meets {} criteria of a high risk: {counted}", activity.title(), criteria.len());
    let finding = sink.report(ctx.at(activity.node).field("dpia"), message);
    finding.label("no impact assessment and no reason");
    let country = sensitive::controller(ctx.register, activity).and_then(|controller| controller.country);
    if country.and_then(|country| ctx.law.dpia_list(country)).is_some_and(|list| list.two_criteria) {
        finding.level(Level::Warning);
    }
}
