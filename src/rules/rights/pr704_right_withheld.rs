use crate::rights::{self, Applicable, Ground};
use crate::rules::prelude::*;

rule! {
    /// A notice lists the rights itself and leaves out one that people have.
    ///
    /// Access, rectification, erasure, restriction and complaint always apply; portability where consent or a contract carries
    /// automated processing of data people gave; objection with legitimate interests, a public task or direct marketing;
    /// withdrawal with consent; human review with automated decisions. A right that `rights_except` restricts is not missed.
    ///
    /// ## Why
    /// Rights follow from the legal basis, and leaving one out misleads the people who have it (Art. 13(2)(b)-(d)).
    ///
    /// ## Fix
    /// Delete `rights` from the notice: privreg derives the list and says for which purposes each right holds.
    ///
    /// ## Bad
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     rights: [access, rectification, erasure, complaint] #~ PR704
    /// ```
    ///
    /// A notice that stops short of the objection to direct marketing.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   offers:
    ///     name: Send our customers a catalogue
    ///     kind: direct-marketing
    ///     legal_basis: legitimate-interests
    ///     interest: Tell our customers what is new
    ///     assessment: {why: One catalogue a year to people who bought from us}
    ///     channels: [post]
    ///     opt_out: Write to personvern@nordlys.no
    ///     required: no
    /// ```
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     rights: [access, rectification, erasure, restriction, complaint] #~ PR704
    /// ```
    ///
    /// ## Good
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    /// ```
    ///
    /// A right that a law restricts.
    /// ```yaml file=activities/example.yaml
    /// rights_except: {access: personopplysningsloven § 16}
    /// ```
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     rights: [rectification, erasure, restriction, portability, complaint]
    /// ```
    code: "PR704",
    name: "right-withheld",
    level: Error,
    affects: Notice,
    articles: ["Art. 13(2)(b) GDPR", "Art. 13(2)(c) GDPR", "Art. 13(2)(d) GDPR"],
    source: "IMY DI-2019-4062 (Klarna); Kammarrätten i Stockholm 2829-23 (naming a right suffices); WP260 rev.01 Annex",
    check: Notice(check),
}

fn check(notice: &Entry<Notice>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if notice.rights.is_empty() {
        return;
    }
    let named = |right: Right| notice.rights.contains(&right) || notice.rights_granted.contains(&right);
    // Either name of the right against automated decisions will do.
    let is_told = |right: Right| match right {
        Right::NoAutomatedDecision | Right::HumanReview => named(Right::NoAutomatedDecision) || named(Right::HumanReview),
        right => named(right),
    };
    let mut withheld: Vec<Applicable<'_>> = rights::of_notice(ctx.register, notice);
    withheld.retain(|applicable| !is_told(applicable.right));
    if withheld.iter().any(|applicable| applicable.right == Right::NoAutomatedDecision) {
        withheld.retain(|applicable| applicable.right != Right::HumanReview);
    }
    if withheld.is_empty() {
        return;
    }
    let names = listed(withheld.iter().map(|applicable| applicable.right.id()));
    let message = format!("The rights of `{}` leave out {names}, which people have against what it covers", notice.title());
    let finding = sink.report(ctx.at(notice.node).field("rights"), message);
    finding.label(format!("no {names}"));
    for applicable in &withheld {
        // What holds for every activity needs no reason.
        if let Some(Ground::Purpose(purpose, case)) = applicable.grounds.first() {
            let node = case.map_or(purpose.purpose.node, |case| case.node);
            finding.note(&ctx.at(node).key(), format!("{} follows from this", applicable.right.id()));
        }
    }
}
