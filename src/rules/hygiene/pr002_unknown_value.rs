use crate::decode::ProblemKind;
use crate::rule;

rule! {
    /// A value is none of those its field can have.
    ///
    /// ## Why
    /// The rules on transfers, bases and retention decide on codes, so one wrong code switches several checks off.
    ///
    /// ## Fix
    /// Use one of the field's values; names of countries in English or in a language of documents are accepted as well.
    ///
    /// ## Notes
    /// A value that can only have been meant as another one (`UK`, `legitimate-interest`) is read as that and reported
    /// as a note.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// scale: huge #~ PR002
    /// ```
    /// A synonym, read as `legitimate-interests`:
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer questions from our customers
    ///     legal_basis: legitimate-interest #~ PR002
    ///     required: no
    ///     interest: Keep customers who get an answer
    ///     assessment: {why: People expect an answer to their question, done: 2026-02-01}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// scale: small
    /// ```
    code: "PR002",
    name: "unknown-value",
    level: Error,
    affects: Practice,
    articles: ["Art. 5(2) GDPR"],
    source: "Accountability: a code that means nothing is no record",
    check: Structure(&[ProblemKind::UnknownValue, ProblemKind::Synonym]),
}
