use crate::rule;

rule! {
    /// A suppression gives no reason, has run out, or silences nothing.
    ///
    /// ## Why
    /// To silence a finding is a legal assessment; without a reason it is the opposite of accountability (Art. 5(2)).
    ///
    /// ## Fix
    /// Write why the rule does not apply, and until when; or delete the entry.
    ///
    /// ## Bad
    /// ```yaml file=suppress.yaml
    /// suppress:
    ///   - {rule: PR203, for: activities.example, reason: "ok"} #~ PR011
    /// ```
    ///
    /// ## Good
    /// ```yaml file=suppress.yaml
    /// suppress: []
    /// ```
    code: "PR011",
    name: "unjustified-suppression",
    level: Warning,
    affects: Practice,
    articles: ["Art. 5(2) GDPR", "Art. 24(1) GDPR"],
    source: "Art. 5(2): the controller must be able to demonstrate compliance",
    check: Suppressions(()),
}
