use crate::decode::ProblemKind;
use crate::rule;

rule! {
    /// An id refers to something that is not defined.
    ///
    /// ## Why
    /// A reference to nothing means that the record does not say who or what is meant.
    ///
    /// ## Fix
    /// Correct the id, or define it once in a shared file.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [job-aplicants] #~ PR003
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customers]
    /// ```
    code: "PR003",
    name: "unknown-reference",
    level: Error,
    affects: Record,
    articles: ["Art. 30(1) GDPR"],
    source: "Art. 30(1)(c) and (d): the record names the people, the data and the recipients",
    check: Structure(&[ProblemKind::UnknownReference]),
}
