use crate::rules::prelude::*;

rule! {
    /// The measures that should protect data abroad do not stop an authority there.
    ///
    /// Only where an assessment rests on measures, the recipient sees the data in the clear, and none of the measures keeps an
    /// authority out; a `why` of the assessment ends it. Where a text offers such measures beside a certification, none is needed.
    ///
    /// ## Why
    /// Encryption whose key the importer holds does not stop an authority that can order it to decrypt (C-311/18, Art. 46(1)).
    ///
    /// ## Fix
    /// Keep the keys yourself (`customer-held-keys`), pseudonymise, move the processing, or show in `why` that the law is not applied to such data.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   support:
    ///     name: Support Pvt.
    ///     role: processor
    ///     does: answers questions at night
    ///     country: IN
    ///     transfers: {IN: {mechanism: sccs, module: 2, signed: 2025-02-01, assessment: tia-in}} #~ PR611
    ///     contract: {signed: 2025-02-01, file: s.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// assessments:
    ///   tia-in: {kind: tia, country: IN, done: 2025-01-20, outcome: equivalent-with-measures, security_measures: [encryption-at-rest, access-control]}
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
    ///   tia-in: {kind: tia, country: IN, done: 2025-01-20, outcome: equivalent-with-measures, security_measures: [pseudonymisation]}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [support]
    /// ```
    code: "PR611",
    name: "supplementary-measures-ineffective",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 46(1) GDPR", "Art. 44 GDPR"],
    source: "EDPB Recommendations 01/2020 v2.0 Annex 2, use cases 6-7, paras 93-97",
    check: Transfer(check),
}

fn check(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let entry = transfer.mechanism;
    let Some(mechanism) = entry.mechanism.filter(|_| transfer.applies) else { return };
    let register = ctx.register;
    let assessment = entry.assessment.and_then(|own| own.to::<Assessment>()).and_then(|own| register.get(own));
    let own_measures = register.all(&entry.transfer.security_measures);
    let assessed = assessment.into_iter().flat_map(|assessment| register.all(&assessment.value.security_measures));
    let measures: Vec<&Entry<SecurityMeasure>> = own_measures.chain(assessed).collect();
    let stops = measures.iter().any(|measure| measure.includes.iter().any(|own| crate::vocabulary::stops_foreign_access(*own)));
    let in_the_clear = transfer.recipient(register).is_some_and(|recipient| recipient.cleartext != Some(false));
    if stops || measures.is_empty() || !in_the_clear {
        return;
    }
    let needed = assessment
        .is_some_and(|assessment| assessment.outcome == Some(Outcome::EquivalentWithMeasures) && assessment.why.is_none());
    let offered_beside_listing = assessment.is_none() && crate::law::is_listing(mechanism);
    if !needed && !offered_beside_listing {
        return;
    }
    let names = listed(measures.iter().map(|measure| measure.title()));
    let whom = transfer.recipient(register).map_or("", |recipient| recipient.title());
    if needed {
        let message =
            format!("{names} do not stop an authority in {} from reading what {whom} sees in the clear", transfer.place.name());
        sink.report(ctx.at(entry.node), message);
    } else {
        let message =
            format!("{names} are named as supplementary measures for {whom}, and stop no authority in {}", transfer.place.name());
        let finding = sink.report(ctx.at(entry.node), message);
        if transfer.recipient(register).is_some_and(|recipient| recipient.dpf.is_some()) {
            finding.level(Level::Note);
        }
        finding.help("Beside an active certification none is needed: delete them here. Without one, use measures that keep an authority out.");
    }
}
