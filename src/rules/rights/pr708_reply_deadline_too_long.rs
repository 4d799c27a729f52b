use crate::rules::prelude::*;

rule! {
    /// Requests are promised an answer later than the law allows.
    ///
    /// A note for 31 days, which most months allow.
    ///
    /// ## Why
    /// The answer is due without undue delay and within one month (Art. 12(3)).
    ///
    /// ## Fix
    /// Write `deadline: 1 month`, and speak of an extension only for complex requests.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   rights: {contact: personvern@nordlys.no, deadline: 45 days} #~ PR708
    /// ```
    ///
    /// One day too many in five months of the year.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   rights: {contact: personvern@nordlys.no, deadline: 31 days} #~ PR708
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   rights: {contact: personvern@nordlys.no, deadline: 30 days}
    /// ```
    code: "PR708",
    name: "reply-deadline-too-long",
    level: Error,
    affects: Notice,
    articles: ["Art. 12(3) GDPR"],
    source: "Art. 12(3) GDPR; EDPB Guidelines 01/2022 section 5.3",
    check: Organisation(check),
}

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(deadline) = organisation.rights.as_deref().and_then(|rights| rights.deadline.as_ref()) else { return };
    let days = deadline.days();
    if days <= Duration::months(1).days() {
        return;
    }
    let message =
        format!("{} promises an answer within {}; the law gives one month", organisation.title(), keeping::in_words(deadline));
    let finding = sink.report(ctx.at(organisation.node).field("rights").field("deadline"), message);
    finding.label("at most 1 month");
    if days <= 31.0 {
        finding.level(Level::Note);
    }
}
