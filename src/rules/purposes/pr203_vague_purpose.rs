use crate::rules::prelude::*;

rule! {
    /// The name of a purpose, or a section of a notice, does not let anyone foresee what happens.
    ///
    /// A warning where the name is a known empty phrase; a note for a section that holds one, and for a name of one or two English
    /// words without a `kind`.
    ///
    /// ## Why
    /// Words such as "improve our services" or "business purposes" do not let anyone foresee what happens to their data (Art. 5(1)(b)).
    ///
    /// ## Fix
    /// Say what you do with the data and for whom: `name: Measure which help pages are read and rewrite those that fail`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   improve:
    ///     name: Improve our services #~ PR203
    ///     legal_basis: contract
    ///     required: no
    /// ```
    ///
    /// A short name without a kind.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   admin:
    ///     name: Administration #~ PR203
    ///     legal_basis: contract
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   pay:
    ///     name: Pay salaries
    ///     kind: payroll
    ///     legal_basis: contract
    ///     required: no
    /// ```
    code: "PR203",
    name: "vague-purpose",
    level: Note,
    affects: Notice,
    articles: ["Art. 5(1)(b) GDPR", "Art. 12(1) GDPR"],
    source: "WP260 rev.01 para 12 (poor practice: develop new services, research purposes, personalised services); WP203 p. 16; CNIL SAN-2019-001 Google",
    check: Text(check),
}

fn check(text: &TextIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let is_section = text.is("section_text", "text") || text.is("notice", "sections");
    if !text.is("purpose", "name") && !is_section {
        return;
    }
    if let Some(found) = text.find(wordlists::VAGUE_PURPOSE) {
        let what = if is_section { "The section" } else { "The purpose" };
        let message = format!("{what} says `{}`, which lets nobody foresee what is done", &text.text[found]);
        let finding = sink.report(ctx.at(text.node), message);
        finding.label("too vague");
        if !is_section {
            finding.level(Level::Warning);
        }
        return;
    }
    let is_short = text.lang.base() == "en" && text.text.split_whitespace().count() <= 2;
    if is_section || !is_short || has_kind(text, ctx) {
        return;
    }
    sink.report(ctx.at(text.node), format!("`{}` says too little to foresee what is done", text.text))
        .help("Say what you do with the data and for whom, or set `kind:` where the name is precise.");
}

/// Whether the purpose is of a kind that says what the short name does not.
fn has_kind(text: &TextIn<'_>, ctx: &Ctx<'_>) -> bool {
    let tree = &ctx.register.tree;
    let tables = std::iter::successors(tree.parent(text.node), |node| tree.parent(*node)).take(2);
    tables.into_iter().any(|table| tree.get(table, "kind").is_some_and(|kind| tree.text(kind.value) != "other"))
}
