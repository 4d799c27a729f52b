use crate::decode::ProblemKind;
use crate::rule;

rule! {
    /// A part of the register stands where it does not belong.
    ///
    /// ## Why
    /// What stands in the wrong place is read as something else or not at all (Art. 5(2)).
    ///
    /// ## Fix
    /// Move it where the help says.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// settings: {review_every: 6 months, security_measures: [access-control, encryption, backup-and-restore, testing, training]} #~ PR018
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// settings: {review_every: 6 months, security_measures: [access-control, encryption, backup-and-restore, testing, training]}
    /// ```
    code: "PR018",
    name: "misplaced-part",
    level: Error,
    affects: Practice,
    articles: ["Art. 5(2) GDPR"],
    source: "The register format, section on files",
    check: Structure(&[ProblemKind::WrongPlace]),
}
