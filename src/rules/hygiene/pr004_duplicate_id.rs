use crate::decode::ProblemKind;
use crate::rule;

rule! {
    /// The same id is defined twice, or the same field given twice.
    ///
    /// ## Why
    /// Two definitions contradict each other, and nobody can say which one the policy shows.
    ///
    /// ## Fix
    /// Delete one definition, or rename it when it is really something else.
    ///
    /// ## Bad
    /// ```yaml file=customers.yaml
    /// retention:
    ///   crm: {period: 2 years after contract-end}
    /// ```
    /// ```yaml file=shared.yaml
    /// retention:
    ///   crm: {period: 5 years after contract-end} #~ PR004
    /// ```
    /// ```yaml file=activities/example.yaml
    /// retention: crm
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// retention:
    ///   crm: {period: 2 years after contract-end, method: automatic}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// retention: crm
    /// ```
    code: "PR004",
    name: "duplicate-id",
    level: Error,
    affects: Record,
    articles: ["Art. 5(1)(d) GDPR", "Art. 30(1) GDPR"],
    source: "Art. 5(1)(d): accurate, also as a record",
    check: Structure(&[ProblemKind::DuplicateId]),
}
