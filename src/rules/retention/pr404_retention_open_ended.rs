use crate::rules::prelude::*;

rule! {
    /// A period begins only when the person acts, and has no upper limit.
    ///
    /// A warning for account-closed, deletion-requested, objection and own events that may never happen; a note for
    /// consent-withdrawn and unsubscribed. Proof of consent and block lists last as long as they are needed. The end of a contract, a membership or a job comes by itself and is not reported.
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
    let Some(first) = events.first() else { return };
    if events.iter().any(|event| keeping::ends_by_itself(event)) || must_last(retention, ctx) {
        return;
    }
    let mild = events.iter().any(|event| matches!(&*event.id, "consent-withdrawn" | "unsubscribed"));
    let names = listed(events.iter().map(|event| format!("`{}`", event.id)));
    let message = format!("The period begins with {names}, which may never happen, and has no upper limit");
    let finding = sink.report(ctx.at(phrase.node), message);
    finding.help(format!("Add a limit: `{}`.", super::with_limit(&phrase.text, main.time.as_ref(), first)));
    if mild {
        finding.level(Level::Note);
    }
}

/// Proof of consent and block lists have to last as long as what they prove and block.
fn must_last(retention: &RetentionIn<'_>, ctx: &Ctx<'_>) -> bool {
    let category = retention.category.and_then(|entry| ctx.register.get(entry.category));
    category.is_some_and(|category| matches!(&*category.id, "consent-log" | "suppression-list"))
}
