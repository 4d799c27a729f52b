use crate::rules::prelude::*;

use crate::decode::Lang;
use crate::languages;
use crate::syntax::NodeId;

rule! {
    /// The register promises a language that no document can be written in.
    ///
    /// A note where documents can be written in another of its languages, a warning where they can be written in none of them.
    /// Records and reports then come in English; a notice is refused, because the people it is for may not read English.
    ///
    /// ## Why
    /// A notice that people cannot read does not inform them (Art. 12(1)), and one that is left out silently is missed only by them.
    ///
    /// ## Fix
    /// Name only languages that documents are written in: en, nb or sv. Texts in other languages may stay where they are.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   languages: [en, fi] #~ PR025
    /// ```
    ///
    /// None of them:
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   languages: [fi] #~ PR025
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   languages: [en-GB]
    /// ```
    code: "PR025",
    name: "language-without-documents",
    level: Warning,
    affects: Notice,
    articles: ["Art. 12(1) GDPR"],
    source: "WP260 rev.01 para 13 (a translation where people of another language are addressed)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    for organisation in walk::own(&ctx.register.organisations) {
        report(&organisation.languages, organisation.node, ctx, sink);
    }
    for notice in walk::own(&ctx.register.notices) {
        report(&notice.languages, notice.node, ctx, sink);
    }
}

fn report(own: &[Lang], node: Option<NodeId>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let (written, left_out): (Vec<&Lang>, Vec<&Lang>) = own.iter().partition(|lang| languages::is_written(lang.base()));
    if left_out.is_empty() {
        return;
    }
    let list = left_out.iter().map(|lang| format!("`{lang}`")).collect::<Vec<_>>().join(", ");
    let spot = ctx.at(node).field("languages");
    let known = languages::WRITTEN.map(|(tag, _)| tag).join(", ");
    let finding = sink.report(spot, format!("No document can be written in {list} yet"));
    finding.help(format!("Name only languages that documents are written in: {known}. Your texts in {list} may stay."));
    if !written.is_empty() {
        finding.level(Level::Note);
    }
}
