use crate::decode::AnyTarget;
use crate::notices::is_covered;
use crate::rules::prelude::*;

rule! {
    /// An activity is covered by no notice.
    ///
    /// A note, once, where the register has no notices at all. A notice that does not say what it covers is reported by PR013,
    /// and one whose `covers` names what is not defined by PR003: nothing is said here.
    ///
    /// ## Why
    /// People must be told of the processing, even where the record itself is perfect (Art. 13 and 14).
    ///
    /// ## Fix
    /// Add the activity to the `covers` of the notice its people read, or say why none is needed: `notices: {none: Art. 14(5)(b), archive of a foundation}`, `notices: {elsewhere: staff-handbook}`.
    ///
    /// ## Bad
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [newsletter], published: 2026-09-02}
    /// ```
    /// ```yaml file=activities/newsletter.yaml
    /// name: Newsletter
    /// ```
    /// ```yaml file=activities/recruitment.yaml
    /// name: Recruitment #~ PR701
    /// ```
    ///
    /// A register without notices.
    /// ```yaml file=privreg.yaml
    /// organisation: #~ PR701
    ///   languages: [en]
    /// activities:
    ///   support:
    ///     name: Customer care
    ///     owner: Head of customer care
    ///     reviewed: 2026-09-01
    ///     data_subjects: [customers]
    ///     data_categories: [contact-details]
    ///     retention: 1 year after contract-end, at most 3 years after last-contact
    ///     purposes:
    ///       answer: {name: Answer the questions of our customers, legal_basis: contract, required: yes, if_not_provided: Without the data we cannot answer}
    ///     recipients: none
    ///     automated_decisions: none
    ///     ai: none
    ///     dpia: {needed: no, why: "No sensitive data, no monitoring, no decisions about people"}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [newsletter], published: 2026-09-02}
    ///   applicants: {covers: [recruitment], published: 2026-09-02}
    /// ```
    /// ```yaml file=activities/newsletter.yaml
    /// name: Newsletter
    /// ```
    /// ```yaml file=activities/recruitment.yaml
    /// name: Recruitment
    /// ```
    ///
    /// Another document informs, or none is owed.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [newsletter], published: 2026-09-02}
    /// ```
    /// ```yaml file=activities/newsletter.yaml
    /// name: Newsletter
    /// ```
    /// ```yaml file=activities/archive.yaml
    /// name: Archive of the foundation
    /// notices: {none: "Art. 14(5)(b): the people in the letters cannot be found"}
    /// ```
    code: "PR701",
    name: "activity-not-in-notice",
    level: Error,
    affects: Notice,
    articles: ["Art. 13 GDPR", "Art. 14 GDPR"],
    source: "Art. 13-14 GDPR; WP260 rev.01 paras 56-66 (exceptions)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let owes = |activity: &&Entry<Activity>| !is_answered(activity) && !is_covered(register, activity);
    let without: Vec<&Entry<Activity>> = register.running_activities().filter(owes).collect();
    let Some(first) = without.first() else { return };
    if register.notices.is_empty() {
        let spot = register.organisation().map_or_else(|| ctx.at(first.node), |organisation| ctx.at(organisation.node));
        sink.report(spot.key(), "The register has no notice, so nothing in it tells people what is done with their data")
            .level(Level::Note)
            .help("Add one, e.g. `notices: {website: {covers: [customers]}}`: privreg writes the text from the register.");
        return;
    }
    // A name in `covers` that leads nowhere has been reported: which activity it means cannot be known.
    let is_unsure =
        |notice: &Entry<Notice>| notice.covers.is_empty() || notice.covers.iter().any(|scope| scope.target == AnyTarget::Nothing);
    if register.notices.iter().any(is_unsure) {
        return;
    }
    for activity in without {
        let message = format!("No notice covers `{}`", activity.title());
        sink.report(ctx.at(activity.node).field("notices"), message).label("no notice names it or the people it is about");
    }
}

/// Whether the activity says why there is no notice, or which other document informs people.
fn is_answered(activity: &Activity) -> bool {
    let answer = activity.notices.as_ref().and_then(|notices| notices.one());
    answer.is_some_and(|answer| answer.elsewhere.is_some() || answer.none.as_ref().is_some_and(|why| !why.is_empty()))
}
