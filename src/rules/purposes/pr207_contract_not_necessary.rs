use crate::rules::prelude::*;

rule! {
    /// A purpose rests on a contract that works without it.
    ///
    /// A warning for analysis, product work, marketing, fraud prevention, AI training, talent pools, research and scoring of
    /// debtors; a note for personalisation. Where that is the product itself, say so in `suppress`.
    ///
    /// ## Why
    /// What a contract mentions is not what it needs: Art. 6(1)(b) covers only what is objectively necessary to fulfil it.
    ///
    /// ## Fix
    /// Move the purpose to legitimate-interests or consent; keep contract for what delivery needs.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   improve:
    ///     name: Analyse how the app is used to mend what fails
    ///     kind: product-improvement
    ///     legal_basis: contract #~ PR207
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   improve:
    ///     name: Analyse how the app is used to mend what fails
    ///     kind: product-improvement
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Find and mend what fails
    ///     assessment: {why: "Own users, short period, no profiles"}
    /// ```
    code: "PR207",
    name: "contract-not-necessary",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 6(1)(b) GDPR"],
    source: "EDPB Guidelines 2/2019 paras 48-57; CJEU C-252/21 Meta paras 97-104; C-394/23 Mousse (9 January 2025)",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(kind) = basis.purpose.kind.filter(|_| basis.basis == LegalBasis::Contract) else { return };
    let level = match kind {
        PurposeKind::Analytics
        | PurposeKind::ProductImprovement
        | PurposeKind::DirectMarketing
        | PurposeKind::Advertising
        | PurposeKind::ProfilingForMarketing
        | PurposeKind::FraudPrevention
        | PurposeKind::AiTraining
        | PurposeKind::TalentPool
        | PurposeKind::Research
        | PurposeKind::DebtCollectionScoring => Level::Warning,
        PurposeKind::Personalisation => Level::Note,
        _ => return,
    };
    let message =
        format!("Purpose `{}` ({}) rests on a contract, which can be fulfilled without it", basis.purpose.title(), kind.id());
    sink.report(ctx.at(basis.node()).field("legal_basis"), message).level(level);
}
