use crate::rules::prelude::*;

rule! {
    /// A period begins only when the person acts, and has no upper limit.
    ///
    /// A warning for account-closed, deletion-requested, objection and own events that may never happen; a note for
    /// consent-withdrawn and unsubscribed. The end of a contract, a membership or a job comes by itself and is not reported.
    ///
    /// ## Why
    /// To wait until people close their account is to keep data for good; the controller sets the limit (Art. 5(1)(e)).
    ///
    /// ## Fix
    /// Add a limit that counts from inactivity: `30 days after account-closed, at most 2 years after last-login`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: {contact-details: 30 days after account-closed} #~ PR404
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories: {contact-details: "30 days after account-closed, at most 2 years after last-login"}
    /// ```
    code: "PR404",
    name: "retention-open-ended",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 5(1)(e) GDPR", "Art. 25(2) GDPR"],
    source: "Finnish DPO TSV/26/2020 Verkkokauppa.com (the customer's own deletion is no retention period)",
    check: Retention(check),
}

fn check(retention: &RetentionIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(phrase) = retention.phrase else { return };
    let Meaning::Period(Period { main: Some(main), at_most: None, .. }) = &phrase.meaning else { return };
    let events: Vec<&Entry<Event>> = main.events.iter().filter_map(|event| ctx.register.get(*event)).collect();
    let never = |event: &&Entry<Event>| event.may_never_happen == Some(true) && !ends_by_itself(event);
    if events.is_empty() || !events.iter().all(never) {
        return;
    }
    let mild = events.iter().any(|event| matches!(&*event.id, "consent-withdrawn" | "unsubscribed"));
    let names = listed(events.iter().map(|event| format!("`{}`", event.id)));
    let message = format!("The period begins with {names}, which may never happen, and has no upper limit");
    let finding = sink.report(ctx.at(phrase.node), message);
    finding.help(format!("Add a limit: `{}, at most 2 years after last-login`.", phrase.text));
    if mild {
        finding.level(Level::Note);
    }
}

/// Paid or employed relations come to an end without anyone thinking of privacy.
fn ends_by_itself(event: &Entry<Event>) -> bool {
    matches!(
        &*event.id,
        "contract-end" | "membership-end" | "employment-end" | "subscription-end" | "tenancy-end" | "assignment-end"
    )
}
