use crate::rules::prelude::*;

rule! {
    /// A citation or a text refers to law, an authority or an address that has been replaced.
    ///
    /// ## Why
    /// Who cites a repealed act names a legal basis that does not exist, and often misses a changed requirement (Art. 6(3)).
    ///
    /// ## Fix
    /// Cite the provision that took its place, and see whether what it demands is still what you do.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: legal-obligation
    ///     law: ekomloven (2003) § 2-7 b #~ PR012
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: legal-obligation
    ///     law: ekomloven (2024) § 3-15
    ///     required: no
    /// ```
    code: "PR012",
    name: "superseded-law",
    level: Warning,
    affects: Notice,
    articles: ["Art. 5(1)(a) GDPR", "Art. 6(3) GDPR", "Art. 13(1)(c) GDPR"],
    source: "Each reference with its source in the table of superseded law",
    check: Text(check),
}

fn check(text: &TextIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    // The name of a complaint authority is for the rule on complaints.
    if !text.may_hold(wordlists::SUPERSEDED) || text.is("organisation", "authority") {
        return;
    }
    let country = ctx.register.organisation().and_then(|organisation| organisation.country);
    let tried = wordlists::superseded(text.text);
    let Some((reference, range)) = ctx.law.superseded(text.text, tried, country) else { return };
    let since = reference.replaced_on.map_or(String::new(), |day| format!(" since {day}"));
    let message = format!("`{}` in `{}` no longer holds{since}", &text.text[range], text.field.name);
    sink.report(ctx.at(text.node), message)
        .label(format!("replaced{since}"))
        .help(format!("Refer to {} instead, and see whether what it demands is still what you do.", reference.replaced_by));
}
