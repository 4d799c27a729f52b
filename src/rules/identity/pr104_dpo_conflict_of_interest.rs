use crate::rules::prelude::*;

rule! {
    /// The data protection officer holds a post that usually decides on purposes and means.
    ///
    /// A title says less than the tasks: where the post does not decide on purposes and means, say so in an entry of `suppress`.
    ///
    /// ## Why
    /// Whoever decides on purposes and means of processing cannot supervise those decisions (Art. 38(6)).
    ///
    /// ## Fix
    /// Appoint someone without such decisions, or record in `suppress` why this post does not decide on purposes and means.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: {name: Per Hansen, email: dpo@nordlys.no, post: Process and system architect} #~ PR104
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   dpo: {name: Per Hansen, email: dpo@nordlys.no, post: Legal adviser}
    /// ```
    code: "PR104",
    name: "dpo-conflict-of-interest",
    level: Warning,
    affects: Practice,
    articles: ["Art. 38(6) GDPR"],
    source: "CJEU C-453/21 X-FAB Dresden (9 February 2023); WP243 rev.01 section 3.5",
    check: Organisation(check),
}

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(post) = organisation.dpo.as_ref().and_then(|dpo| dpo.post.as_ref()) else { return };
    let Some((text, word)) = post.iter().find_map(|(_, text)| Some((text, ctx.law.conflicting_post(text)?))) else { return };
    let message = format!("The data protection officer is also `{text}`, a post that usually decides on purposes and means");
    sink.report(ctx.at(organisation.node).field("dpo").field("post"), message).label(format!("contains `{word}`"));
}
