use crate::decisions;
use crate::model::SourceTarget;
use crate::rules::prelude::*;

rule! {
    /// People are scored or their credit is checked, and the register does not say who decides on the result.
    ///
    /// `automated_decisions: none` is an answer, and so is an entry with `human`. Data on `companies` alone are no personal data.
    ///
    /// ## Why
    /// A score on which a contract draws strongly is itself an automated decision, so you must know whether a person decides (Art. 22(1)).
    ///
    /// ## Fix
    /// Describe the decision and the person's part in it: `automated_decisions: {invoice: {what: ..., effect: significant, human: yes}}`; or write `automated_decisions: none`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: {credit-information: 6 months after purchase}
    /// sources:
    ///   credit-reference: {inform_when: first-contact}
    /// automated_decisions: #~ PR809
    /// purposes:
    ///   credit:
    ///     name: Check your credit before we sell on invoice
    ///     kind: credit-check
    ///     legal_basis: legitimate-interests
    ///     interest: To avoid losses on unpaid invoices
    ///     assessment: {why: Only customers who ask to pay later are checked}
    /// ```
    ///
    /// A source of scores is enough to ask.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {scores: 6 months after purchase}
    /// sources:
    ///   credit-reference: {inform_when: first-contact}
    /// automated_decisions: #~ PR809
    /// purposes:
    ///   sell:
    ///     name: Sell on invoice
    ///     legal_basis: legitimate-interests
    ///     interest: To avoid losses on unpaid invoices
    ///     assessment: {why: Only customers who ask to pay later are checked}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories: {credit-information: 6 months after purchase}
    /// sources:
    ///   credit-reference: {inform_when: first-contact}
    /// automated_decisions:
    ///   invoice: {what: Whether you can pay by invoice, effect: significant, human: yes}
    /// purposes:
    ///   credit:
    ///     name: Check your credit before we sell on invoice
    ///     kind: credit-check
    ///     legal_basis: legitimate-interests
    ///     interest: To avoid losses on unpaid invoices
    ///     assessment: {why: Only customers who ask to pay later are checked}
    /// ```
    code: "PR809",
    name: "external-score-decides",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 22(1) GDPR", "Art. 14(2)(g) GDPR"],
    source: "CJEU C-634/21 SCHUFA Holding (7 December 2023); C-203/22 Dun & Bradstreet Austria (27 February 2025)",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(what) = undecided(activity, ctx) else { return };
    let message = format!("`{}` {what}, and the register does not say whether a person decides", activity.title());
    sink.report(ctx.at(activity.node).field("automated_decisions"), message).label("who decides?");
}

/// What scores people in an activity that leaves open who decides.
pub(super) fn undecided(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> Option<String> {
    let is_none = matches!(activity.automated_decisions, Some(OrNone::None));
    if is_none || decisions::of(activity).any(|decision| decision.human.is_some()) || is_about_companies(activity, ctx) {
        return None;
    }
    scoring_purpose(activity).or_else(|| score_from(activity, ctx))
}

fn scoring_purpose(activity: &Entry<Activity>) -> Option<String> {
    let scores = |purpose: &&Entry<Purpose>| {
        matches!(purpose.kind, Some(PurposeKind::CreditCheck | PurposeKind::Scoring | PurposeKind::DebtCollectionScoring))
    };
    let purpose = activity.value.purposes.into_iter().find(scores)?;
    Some(format!("scores people or checks their credit (`{}`)", purpose.title()))
}

/// A credit reference agency that data come from or go to.
fn score_from(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> Option<String> {
    let agency = |recipient: &&Entry<Recipient>| {
        recipient.sector == Some(Sector::CreditReference) || recipient.category == Some(RecipientCategory::CreditReference)
    };
    let from = activity.value.sources.iter().find_map(|entry| match entry.source.target {
        SourceTarget::Source(reference) => ctx
            .register
            .get(reference)
            .filter(|source| source.sector == Some(Sector::CreditReference) || &*source.id == "credit-reference")
            .map(|source| source.title()),
        SourceTarget::Recipient(reference) => ctx.register.get(reference).filter(agency).map(|recipient| recipient.title()),
        SourceTarget::Activity(_) | SourceTarget::Nothing => None,
    });
    let to = || {
        let mut recipients = activity.value.recipients.iter().filter_map(|entry| ctx.register.get(entry.recipient));
        recipients.find(agency).map(|recipient| recipient.title())
    };
    from.or_else(to).map(|name| format!("uses {name}"))
}

fn is_about_companies(activity: &Entry<Activity>, ctx: &Ctx<'_>) -> bool {
    let mut groups = ctx.register.all(&activity.value.data_subjects).peekable();
    groups.peek().is_some() && groups.all(|group| people::kind(group) == Some(SubjectKind::Companies))
}
