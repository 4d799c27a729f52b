use crate::how_long::{self, Said};
use crate::rules::prelude::*;
use crate::syntax::NodeId;

rule! {
    /// How long data are kept is left to a supplier or another recipient.
    ///
    /// Looked for are texts on retention that name a supplier, a platform or the like together with its policy, terms or choice.
    ///
    /// ## Why
    /// The controller decides how long data are kept, and a processor keeps to it (Art. 5(1)(e), 28(3)(a) and (g)); "as our supplier
    /// does" tells people nothing (Art. 13(2)(a)).
    ///
    /// ## Fix
    /// Look up what the supplier does, agree on it, and write the period: `1 year after contract-end`. What a recipient keeps as a controller of its own is no retention of yours: leave it out.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   email: {criterion: According to the retention practices of our mail supplier} #~ PR415
    ///   name: under the platform's policy #~ PR415
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories: {email: 1 year after contract-end}
    /// ```
    code: "PR415",
    name: "retention-left-to-others",
    level: Warning,
    affects: Notice,
    articles: ["Art. 13(2)(a) GDPR", "Art. 5(1)(e) GDPR", "Art. 28(3) GDPR"],
    source: "EDPB Guidelines 07/2020 para 40 (how long data are kept is an essential means, which the controller decides)",
    silences: ["PR402"],
    check: Retention(check),
}

fn check(retention: &RetentionIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let mut report = |node: Option<NodeId>| {
        let of = retention.activity.map_or(String::new(), |activity| format!(" of `{}`", activity.title()));
        sink.report(ctx.at(node), format!("The retention{of} leaves to others how long data are kept")).label("how long?");
    };
    if let Some(phrase) = retention.phrase.filter(|phrase| matches!(phrase.meaning, Meaning::Unclear))
        && how_long::said(&phrase.text, &super::langs(ctx)) == Some(Said::Others)
    {
        return report(Some(phrase.node));
    }
    let Some(rule) = retention.rule.filter(|rule| rule.period.is_none()) else { return };
    for text in rule.criterion.iter().chain(&rule.text) {
        if text.iter().any(|(lang, text)| how_long::said(text, &[lang]) == Some(Said::Others)) {
            return report(text.node);
        }
    }
}
