use crate::rules::prelude::*;

rule! {
    /// Data processed for customers are used for a purpose of one's own, and no permission is recorded.
    ///
    /// The purposes are product improvement, analytics, training of AI, marketing and research. An error where the data come from
    /// the customer and the purpose has no legal basis.
    ///
    /// ## Why
    /// A supplier that uses its customers' data for itself becomes a controller for that and needs their authorisation (Art. 28(3)(a), 28(10)).
    ///
    /// ## Fix
    /// Record the authorisation (`permission: "customer agreement, clause 7"`), restrict the purpose to data of your own, or write `permission: "not needed: ..."` where the data are others than those of the service.
    ///
    /// ## Bad
    /// ```yaml file=processing-for/workspace.yaml
    /// name: Customer workspaces
    /// processing: [hosting]
    /// controllers: {list: Customer list in the CRM, owner: Sales}
    /// data_subjects: [customer-users]
    /// data_categories: [customer-content]
    /// subprocessors: none
    /// security_measures: [encryption]
    /// contract: {signed: 2024-01-01}
    /// at_end: Deleted within 30 days
    /// owner: Head of operations
    /// reviewed: 2026-09-01
    /// ```
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   acts_as: [controller, processor]
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customer-users]
    /// data_categories: {customer-content: 2 years after collection}
    /// purposes:
    ///   develop: #~ PR107
    ///     name: Find out which features are used and improve them
    ///     kind: product-improvement
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Build what users need
    ///     assessment: {why: "Own users only, no profiles, opt-out in settings"}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customer-users]
    /// data_categories: {usage-metrics: 13 months after collection}
    /// purposes:
    ///   develop:
    ///     name: Find out which features are used and improve them
    ///     kind: product-improvement
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Build what users need
    ///     assessment: {why: "Own users only, no profiles, opt-out in settings"}
    /// ```
    code: "PR107",
    name: "processor-data-reused",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 28(3)(a) GDPR", "Art. 28(10) GDPR", "Art. 6(4) GDPR"],
    source: "EDPB Guidelines 07/2020 paras 81, 116-120; CNIL guidance on re-use by processors (12 January 2022)",
    check: Purpose(check),
}

const OWN_WORK: [PurposeKind; 5] = [
    PurposeKind::ProductImprovement,
    PurposeKind::Analytics,
    PurposeKind::AiTraining,
    PurposeKind::DirectMarketing,
    PurposeKind::Research,
];

fn check(purpose: &PurposeIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let is_own_work = purpose.purpose.kind.is_some_and(|kind| OWN_WORK.contains(&kind));
    if !is_own_work || purpose.purpose.permission.is_some() {
        return;
    }
    let register = ctx.register;
    let from_customer = purpose.activity.value.sources.iter().any(|entry| match entry.source.target {
        SourceTarget::Source(source) => register.get(source).is_some_and(|source| &*source.id == "customer"),
        _ => false,
    });
    let subjects = purpose.subjects(register);
    let categories = purpose.categories(register);
    let services = register.processing_for.iter().filter(|service| service.is_running());
    let reused = services.into_iter().find_map(|service| {
        let theirs = walk::with_included(register, register.all(&service.value.data_categories));
        let same_people = register
            .all(&service.value.data_subjects)
            .any(|group| group.of.is_some() && subjects.iter().any(|own| own.id == group.id));
        let shared = categories.iter().find(|own| {
            let both = theirs.iter().any(|category| category.id == own.id);
            both && (from_customer || same_people || &*own.id == "customer-content")
        })?;
        Some((service, *shared))
    });
    let Some((service, category)) = reused else { return };
    let message = format!(
        "`{}` uses {}, which are processed for customers in `{}`, and records no permission of theirs",
        purpose.purpose.title(),
        category.title(),
        service.title()
    );
    let finding = sink.report(ctx.at(purpose.purpose.node).key(), message);
    if from_customer && purpose.bases().is_empty() {
        finding.level(Level::Error);
    }
    finding.note(&ctx.at(service.node), "processed on behalf of customers here");
}
