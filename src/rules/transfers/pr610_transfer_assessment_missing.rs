use crate::rules::prelude::*;

rule! {
    /// A transfer rests on safeguards, and no assessment of that country's law is recorded.
    ///
    /// An error, about lawfulness, where the assessment found the protection not equivalent. For importers in the United States the
    /// Commission's findings may be used from 10 July 2023 (`assessment: commission-dpf-findings`).
    ///
    /// ## Why
    /// With clauses alone the exporter first checks, and documents, whether the law there lets the importer keep them (Clause 14, C-311/18).
    ///
    /// ## Fix
    /// Do the assessment and refer to it: `assessment: tia-in`, with `assessments: {tia-in: {kind: tia, country: IN, done: ..., outcome: ...}}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   support:
    ///     name: Support Pvt.
    ///     role: processor
    ///     does: answers questions at night
    ///     country: IN
    ///     transfers: {IN: {mechanism: sccs, module: 2, signed: 2025-02-01}} #~ PR610
    ///     contract: {signed: 2025-02-01, file: s.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [support]
    /// ```
    ///
    /// The protection is not equivalent.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   support:
    ///     name: Support Pvt.
    ///     role: processor
    ///     does: answers questions at night
    ///     country: IN
    ///     transfers: {IN: {mechanism: sccs, module: 2, signed: 2025-02-01, assessment: tia-in}} #~ PR610
    ///     contract: {signed: 2025-02-01, file: s.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// assessments:
    ///   tia-in: {kind: tia, country: IN, done: 2025-01-20, outcome: not-equivalent}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [support]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   support:
    ///     name: Support Pvt.
    ///     role: processor
    ///     does: answers questions at night
    ///     country: IN
    ///     transfers: {IN: {mechanism: sccs, module: 2, signed: 2025-02-01, assessment: tia-in}}
    ///     contract: {signed: 2025-02-01, file: s.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// assessments:
    ///   tia-in: {kind: tia, country: IN, done: 2025-01-20, outcome: equivalent, why: The law there reaches no data of this kind}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [support]
    /// ```
    code: "PR610",
    name: "transfer-assessment-missing",
    level: Warning,
    affects: Practice,
    articles: ["Art. 46(1) GDPR", "Art. 44 GDPR"],
    source: "CJEU C-311/18 paras 134-142; EDPB Recommendations 01/2020 v2.0 steps 3-4; Clause 14(d); EDPB information note of 18 July 2023",
    check: Transfer(check),
}

fn check(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let entry = transfer.mechanism;
    let Some(mechanism) = entry.mechanism.filter(|mechanism| is_safeguard(*mechanism) && transfer.applies) else { return };
    let to_controller_only = mechanism == Mechanism::Sccs && entry.module.as_slice() == [SccModule::Four];
    if to_controller_only || !ctx.law.demands_transfer_assessments() {
        return;
    }
    let whom = transfer.recipient(ctx.register).map_or(String::new(), |recipient| format!(" to {}", recipient.title()));
    let spot = ctx.at(entry.node);
    let Some(reference) = entry.assessment else {
        sink.report(
            spot.field("assessment"),
            format!("No assessment of the law of {} is recorded for the transfer{whom}", transfer.place.name()),
        );
        return;
    };
    if reference.is_word("commission-dpf-findings") {
        let is_us = transfer.place.country().is_some_and(|country| country.code() == "US");
        let holds = ctx.law.validity(Mechanism::Dpf) == crate::law::Validity::Valid;
        if !(is_us && holds) {
            sink.report(
                spot.field("assessment"),
                format!("The Commission's findings on the United States say nothing on {}", transfer.place.name()),
            );
        }
        return;
    }
    let Some(assessment) = reference.to::<Assessment>().and_then(|own| ctx.register.get(own)) else { return };
    if assessment.outcome == Some(Outcome::NotEquivalent) {
        let message = format!(
            "The assessment `{}` finds the protection in {} not equivalent, and data go there all the same",
            assessment.id,
            transfer.place.name()
        );
        sink.report(spot.field("assessment"), message)
            .level(Level::Error)
            .help("Stop the transfer, or choose measures that change the result and assess again.");
        return;
    }
    let fault = if assessment.kind.is_some_and(|kind| kind != AssessmentKind::Tia) {
        "is no transfer impact assessment (tia)"
    } else if assessment.done.is_none()
        || assessment.outcome.is_none_or(|outcome| matches!(outcome, Outcome::InProgress | Outcome::NotDone))
    {
        "has not been carried out"
    } else if assessment.country.is_some() && assessment.country != transfer.place.country() {
        "is about another country"
    } else {
        return;
    };
    sink.report(spot.field("assessment"), format!("The assessment `{}` for the transfer{whom} {fault}", assessment.id));
}

fn is_safeguard(mechanism: Mechanism) -> bool {
    matches!(
        mechanism,
        Mechanism::Sccs
            | Mechanism::SaClauses
            | Mechanism::AdHocClauses
            | Mechanism::Bcr
            | Mechanism::CodeOfConduct
            | Mechanism::Certification
            | Mechanism::PublicInstrument
    )
}
