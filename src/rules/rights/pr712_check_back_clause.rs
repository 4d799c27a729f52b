use crate::rules::prelude::*;

rule! {
    /// A notice asks people to come back and look for changes.
    ///
    /// ## Why
    /// Changes must be brought to people; to have them come back and look is insufficient and unfair (Art. 5(1)(a)).
    ///
    /// ## Fix
    /// Delete the sentence, and say how you announce changes: `updates: {channels: [email]}`.
    ///
    /// ## Bad
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     sections:
    ///       updates: We encourage you to periodically review this privacy policy. #~ PR712
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// ```
    ///
    /// ## Good
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     updates: {channels: [email]}
    ///     sections:
    ///       updates: You never have to check back here, as we write to you before a change.
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// ```
    code: "PR712",
    name: "check-back-clause",
    level: Warning,
    affects: Notice,
    articles: ["Art. 5(1)(a) GDPR", "Art. 12(1) GDPR"],
    source: "WP260 rev.01 para 29",
    check: Text(check),
}

fn check(text: &TextIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(found) = text.find(wordlists::CHECK_BACK) else { return };
    if !text.is("notice", "sections") && !text.is("section_text", "text") {
        return;
    }
    let message = format!("`{}` leaves it to people to find out about changes", &text.text[found]);
    sink.report(ctx.at(text.node), message);
}
