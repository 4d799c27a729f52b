use crate::decode::ProblemKind;
use crate::rule;

rule! {
    /// A file cannot be read to its end.
    ///
    /// ## Why
    /// What stands after the fault is not checked and reaches no document, so nothing else about the register can be
    /// relied on (Art. 5(2)).
    ///
    /// ## Fix
    /// Mend the line that is shown; most often it is a missing quotation mark, a bracket or the indentation.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// name: Customer support
    /// owner: Support: Oslo #~ PR015
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// name: Customer support
    /// owner: "Support: Oslo"
    /// ```
    code: "PR015",
    name: "unreadable-file",
    level: Error,
    affects: Practice,
    articles: ["Art. 5(2) GDPR", "Art. 30(3) GDPR"],
    source: "Art. 30(3): the record is in writing, including in electronic form",
    check: Structure(&[ProblemKind::Unreadable]),
}
