use crate::decode::ProblemKind;
use crate::rule;

rule! {
    /// A feature of YAML is used that the format leaves out: anchors, aliases, tags, merge keys, several documents.
    ///
    /// ## Why
    /// A legal record reads as it is written: every value stands in one place and means what its field says (Art. 5(2)).
    ///
    /// ## Fix
    /// Write the value out; or define the thing once and refer to it by its id.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// owner: &boss Head of support #~ PR016
    /// department: *boss #~ PR016
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// owner: Head of support
    /// department: Head of support
    /// ```
    code: "PR016",
    name: "unsupported-yaml",
    level: Error,
    affects: Practice,
    articles: ["Art. 5(2) GDPR"],
    source: "The register format, section on YAML",
    check: Structure(&[ProblemKind::Unsupported]),
}
