use crate::decode::ProblemKind;
use crate::rule;

rule! {
    /// A field of this name does not exist here.
    ///
    /// ## Why
    /// A mistyped field is silently not there: the register looks complete while a recipient or a period is missing.
    ///
    /// ## Fix
    /// Correct the spelling, or put the remark in `notes:`. Inside `{...}` a text with a comma needs quotes: without
    /// them its second half is read as a field.
    ///
    /// ## Bad
    /// ```yaml file=activities/newsletter.yaml
    /// name: Newsletter
    /// recipents: none #~ PR001
    /// ```
    /// Another, where a comma was not meant to end the text:
    /// ```yaml file=activities/example.yaml
    /// dpia: {needed: no, why: No sensitive data, no monitoring} #~ PR001
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/newsletter.yaml
    /// name: Newsletter
    /// recipients: none
    /// notes: Free remarks are never checked
    /// x-ticket: PRIV-12
    /// ```
    code: "PR001",
    name: "unknown-field",
    level: Error,
    affects: Practice,
    articles: ["Art. 5(2) GDPR", "Art. 30(1) GDPR"],
    source: "Accountability: a record one can rely on has no fields that nobody reads",
    check: Structure(&[ProblemKind::UnknownField]),
}
