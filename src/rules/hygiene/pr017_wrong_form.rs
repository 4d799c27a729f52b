use crate::decode::ProblemKind;
use crate::rule;

rule! {
    /// A value does not have the form its field asks for.
    ///
    /// ## Why
    /// A date that is no date, or a list where one value belongs, cannot be checked or shown to anybody (Art. 5(2)).
    ///
    /// ## Fix
    /// Write the value as the help says; `privreg explain <field>` shows the form.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// since: 01.05.2024 #~ PR017
    /// ```
    ///
    /// A misspelt field is read as the one it resembles.
    /// ```yaml file=activities/example.yaml
    /// sinse: 01.05.2024 #~ PR001, PR017
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// since: 2024-05-01
    /// ```
    code: "PR017",
    name: "wrong-form",
    level: Error,
    affects: Practice,
    articles: ["Art. 5(2) GDPR"],
    source: "The register format, sections on scalars and tables",
    check: Structure(&[ProblemKind::WrongShape]),
}
