use crate::rules::prelude::*;
use crate::{notices, origins};

rule! {
    /// The register does not say when people learn that somebody else gives their data.
    ///
    /// A warning where people who are never in contact with the organisation are told when the data are collected, which cannot
    /// be. Sources that only verify, or stand for unnamed others (PR702), and activities that rest on legal obligations alone
    /// (Art. 14(5)(c)) are left in peace.
    ///
    /// ## Why
    /// Who did not give the data must be told within a month, at the first contact or at the first disclosure, whichever comes first (Art. 14(3)).
    ///
    /// ## Fix
    /// Say when, at the source: `sources: {brreg: {inform_when: first-contact}}`. Where nobody has to be told, cite Art. 14(5): `notices: {none: ...}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customer-contacts]
    /// sources: [brreg] #~ PR715
    /// purposes:
    ///   answer: {name: Keep an address book of our customers, legal_basis: legitimate-interests, interest: Reach the right person at a customer, assessment: {why: Names and addresses at work}, required: no}
    /// ```
    ///
    /// Nobody is there to be told when the data are collected.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [beneficial-owners]
    /// sources:
    ///   brreg: {inform_when: at-collection} #~ PR715
    /// purposes:
    ///   answer: {name: Know who owns our customers, legal_basis: legitimate-interests, interest: Not to do business with fronts, assessment: {why: Names from a public register}, required: no}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customer-contacts]
    /// sources:
    ///   brreg: {inform_when: first-contact}
    /// purposes:
    ///   answer: {name: Keep an address book of our customers, legal_basis: legitimate-interests, interest: Reach the right person at a customer, assessment: {why: Names and addresses at work}, required: no}
    /// ```
    code: "PR715",
    name: "notice-too-late-for-indirect-data",
    level: Note,
    affects: Notice,
    articles: ["Art. 14(3) GDPR"],
    source: "Art. 14(3) and (5) GDPR; WP260 rev.01 paras 26-28",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    if !notices::is_covered(register, activity) || is_laid_down_by_law(activity) {
        return;
    }
    let usage = |entry: &SourceEntry| entry.usage.as_deref().and_then(|usage| usage.usage);
    let when = |entry: &SourceEntry| entry.usage.as_deref().and_then(|usage| usage.inform_when);
    let gives = |entry: &&SourceEntry| {
        usage(entry) != Some(SourceUsage::Verify)
            && origins::is_somebody_else(register, &entry.source)
            && !origins::is_open_ended(register, &entry.source)
    };
    let sources: Vec<&SourceEntry> = activity.sources.list.iter().filter(gives).collect();
    let open: Vec<&&SourceEntry> = sources.iter().filter(|entry| when(entry).is_none()).collect();
    if let Some(first) = open.first() {
        let names = listed(open.iter().map(|entry| format!("`{}`", origins::name(register, &entry.source))));
        let message = format!("`{}` does not say when people learn that {names} gives data about them", activity.title());
        let message = if open.len() > 1 { message.replace(" gives data", " give data") } else { message };
        sink.report(ctx.at(first.node), message).label("no `inform_when`");
    }
    let groups: Vec<&Entry<DataSubject>> = register.all(&activity.value.data_subjects).collect();
    let nobody_is_there = !groups.is_empty() && groups.iter().all(|group| people::is_absent(group));
    for entry in sources.iter().filter(|entry| nobody_is_there && when(entry) == Some(InformWhen::AtCollection)) {
        let message = format!(
            "{} are never in contact when `{}` gives data about them, so they cannot be told then",
            people::names(groups.iter().copied()),
            origins::name(register, &entry.source)
        );
        sink.report(ctx.at(entry.node).field("inform_when"), message).level(Level::Warning).label("not in contact");
    }
}

/// Collection that a law lays down needs no information (Art. 14(5)(c)).
fn is_laid_down_by_law(activity: &Entry<Activity>) -> bool {
    let purposes = activity.value.purposes.into_iter();
    let mut bases = purposes.flat_map(|purpose| PurposeIn { activity, purpose }.bases()).peekable();
    bases.peek().is_some() && bases.all(|basis| basis.basis == LegalBasis::LegalObligation)
}
