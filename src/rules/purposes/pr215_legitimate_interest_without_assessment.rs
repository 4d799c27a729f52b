use crate::balancing::{self, Stage, Test};
use crate::decode::TODO;
use crate::rules::prelude::*;

rule! {
    /// A purpose rests on a legitimate interest, and no balancing test is recorded.
    ///
    /// A line is enough (`assessment: {why: ...}`) unless children or vulnerable people other than employees are concerned: then
    /// an assessment of kind lia says that it has considered them.
    ///
    /// ## Why
    /// Legitimate interests is a test in three steps that you must be able to show (Art. 6(1)(f), 5(2)).
    ///
    /// ## Fix
    /// Refer to an assessment, or write one line: `assessment: {why: "Expected by people who write to us, no effect on them"}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   contact:
    ///     name: Stay in touch with customers
    ///     legal_basis: legitimate-interests #~ PR215
    ///     required: no
    ///     interest: Answer people who write to us
    /// ```
    ///
    /// An assessment that has not passed.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   contact:
    ///     name: Stay in touch with customers
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Answer people who write to us
    ///     assessment: lia-contact #~ PR215
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   lia-contact: {kind: lia, outcome: in-progress}
    /// ```
    ///
    /// Children need an assessment that considers them.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [children]
    /// purposes:
    ///   contact:
    ///     name: Stay in touch with young members
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Answer people who write to us
    ///     assessment: {why: Expected by people who write to us} #~ PR215
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   contact:
    ///     name: Stay in touch with customers
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Answer people who write to us
    ///     assessment: lia-contact
    /// ```
    /// ```yaml file=shared.yaml
    /// assessments:
    ///   lia-contact: {kind: lia, done: 2026-02-01, outcome: passed}
    /// ```
    ///
    /// Children and patients were considered, and a case has its own reason.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customers, patients, young-customers]
    /// purposes:
    ///   contact:
    ///     name: Stay in touch with customers
    ///     cases:
    ///       young: {when: you are younger than 18, data_subjects: [young-customers], legal_basis: legitimate-interests, interest: Answer people who write to us, assessment: lia-contact}
    ///       patient: {when: you are a patient, data_subjects: [patients], legal_basis: legitimate-interests, interest: Answer people who write to us, assessment: lia-contact}
    ///       other: {when: you are neither, data_subjects: [customers], legal_basis: legitimate-interests, interest: Answer people who write to us, assessment: {why: Expected by people who write to us}}
    ///     required: no
    /// ```
    /// ```yaml file=shared.yaml
    /// data_subjects:
    ///   young-customers: {name: Customers younger than 18, kind: customers, minors: {from: 13}}
    /// assessments:
    ///   lia-contact: {kind: lia, done: 2026-02-01, outcome: passed, children_considered: yes, vulnerable_considered: yes}
    /// ```
    code: "PR215",
    name: "legitimate-interest-without-assessment",
    level: Warning,
    affects: Practice,
    articles: ["Art. 6(1)(f) GDPR", "Art. 5(2) GDPR", "Art. 24 GDPR"],
    source: "EDPB Guidelines 1/2024 (v1.0, 8 October 2024) section II; CJEU C-621/22 KNLTB",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if basis.basis != LegalBasis::LegitimateInterests {
        return;
    }
    let title = basis.purpose.title();
    let spot = ctx.at(basis.node());
    let subjects = basis.subjects(ctx.register);
    let minors = subjects.iter().any(|group| people::has_minors(group));
    let vulnerable =
        subjects.iter().any(|group| people::is_vulnerable(group) && !people::is_personnel(group) && !people::has_minors(group));
    let Some(test) = balancing::of(ctx.register, ctx.law, basis) else { return };
    let problem = match test {
        Test::Missing => "no balancing test is recorded".to_owned(),
        Test::InALine(inline) => {
            if inline.why.as_ref().is_some_and(|why| why.any() == TODO) {
                return;
            }
            let why = inline.why.as_ref().map_or(0, |why| why.any().chars().count());
            if why < 15 {
                "the reason given in a line is too short to follow".to_owned()
            } else if minors {
                "minors are concerned, which takes an assessment that has considered them".to_owned()
            } else if vulnerable {
                "vulnerable people are concerned, which takes an assessment that has considered them".to_owned()
            } else {
                return;
            }
        }
        Test::Assessed(assessment, stage) => match fault(assessment, stage, minors, vulnerable, ctx) {
            Some(fault) => fault,
            None => return,
        },
    };
    let spot = spot.field(if basis.assessment().is_some() { "assessment" } else { "legal_basis" });
    sink.report(spot, format!("Purpose `{title}` rests on a legitimate interest, and {problem}"));
}

fn fault(assessment: &Entry<Assessment>, stage: Stage, minors: bool, vulnerable: bool, ctx: &Ctx<'_>) -> Option<String> {
    let id = &assessment.id;
    if ctx.is_open(assessment.node, "done") || ctx.is_open(assessment.node, "outcome") {
        return None;
    }
    match stage {
        Stage::NoTest => return Some(format!("`{id}` is no balancing test (lia)")),
        Stage::NotDone => return Some(format!("the assessment `{id}` has not been carried out")),
        Stage::NotPassed => return Some(format!("the assessment `{id}` has not passed")),
        Stage::Passed => {}
    }
    if minors && assessment.children_considered != Some(true) {
        return Some(format!("the assessment `{id}` does not say that it has considered children"));
    }
    if vulnerable && assessment.vulnerable_considered != Some(true) {
        return Some(format!("the assessment `{id}` does not say that it has considered vulnerable people"));
    }
    None
}
