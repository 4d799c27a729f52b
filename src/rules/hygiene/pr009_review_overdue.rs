use crate::due::{self, Matter};
use crate::rules::prelude::*;

rule! {
    /// Entries have not been reviewed within the interval that the register sets.
    ///
    /// One note for the whole register, with the entries by name. The interval is `settings.review_every`, 12 months unless set;
    /// 36 months for assessments.
    ///
    /// ## Why
    /// A record that nobody looks at turns untrue without a sound: suppliers change, and so does the law (Art. 24(1)).
    ///
    /// ## Fix
    /// Look at the entries and set `reviewed:` to the day you did.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// reviewed: 2023-01-18 #~ PR009
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// reviewed: 2026-09-01
    /// ```
    code: "PR009",
    name: "review-overdue",
    level: Note,
    affects: Practice,
    articles: ["Art. 5(2) GDPR", "Art. 24(1) GDPR"],
    source: "Art. 24(1) second sentence and 35(11) GDPR (review and update where necessary)",
    check: Register(check),
}

fn check<'r>(ctx: &Ctx<'r>, sink: &mut Sink) {
    let mut late: Vec<(Spot<'r>, &'r str)> = due::all(ctx.register, ctx.relations, ctx.law)
        .into_iter()
        .filter(|due| due.is_before(ctx.as_of()))
        .filter_map(|due| reviewed(ctx, due.matter))
        .collect();
    // By path: the finding stays the same when definitions move to other files.
    late.sort_by_cached_key(|(spot, _)| spot.path());
    let Some((first, _)) = late.first() else { return };
    let names: Vec<&str> = late.iter().map(|(_, title)| *title).collect();
    let shown = listed_up_to(5, &names);
    let (entries, have) = if late.len() == 1 { ("entry", "has") } else { ("entries", "have") };
    let message = format!("{} {entries} {have} not been reviewed in time: {shown}", late.len());
    sink.report(first.clone(), message);
}

/// Where the day of a review stands, and what was reviewed. Deletions, contracts and certificates have rules of their own.
fn reviewed<'r>(ctx: &Ctx<'r>, matter: Matter<'r>) -> Option<(Spot<'r>, &'r str)> {
    match matter {
        Matter::Activity(own) => Some((ctx.at(own.node).field("reviewed"), own.title())),
        Matter::Service(own) => Some((ctx.at(own.node).field("reviewed"), own.title())),
        Matter::Notice(own) => Some((ctx.at(own.node).field("published"), own.title())),
        Matter::Assessment(own) => Some((ctx.at(own.node).field("done"), &own.id)),
        Matter::SubprocessorList(own) => Some((ctx.at(own.node).field("subprocessor_list").field("checked"), own.title())),
        Matter::Deletion(_) | Matter::Contract(_) | Matter::ContractEnd(_) | Matter::Dpf(_) | Matter::Exception(_) => None,
    }
}
