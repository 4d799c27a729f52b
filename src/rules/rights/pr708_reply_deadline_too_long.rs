use crate::rules::prelude::*;

rule! {
    /// Requests are promised an answer later than the law allows.
    ///
    /// A note for 29 to 31 days, which most months allow: one month from 31 January ends on the last day of February.
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
    /// Too many in February.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   rights: {contact: personvern@nordlys.no, deadline: 30 days} #~ PR708
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   rights: {contact: personvern@nordlys.no, deadline: 1 month}
    /// ```
    ///
    /// Four weeks never outlast a month.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   rights: {contact: personvern@nordlys.no, deadline: 4 weeks}
    /// ```
    code: "PR708",
    name: "reply-deadline-too-long",
    level: Error,
    affects: Notice,
    articles: ["Art. 12(3) GDPR"],
    source: "Art. 12(3) GDPR; EDPB Guidelines 01/2022 section 5.3",
    check: Organisation(check),
}

/// Days in the shortest and in the longest month.
const SHORTEST: f64 = 28.0;
const LONGEST: f64 = 31.0;

fn check(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(promised) = organisation.rights.as_deref().and_then(|rights| rights.deadline.as_ref()) else { return };
    let days = promised.days();
    if days <= SHORTEST || *promised == Duration::months(1) {
        return;
    }
    let title = organisation.title();
    let depends_on_the_month = days <= LONGEST;
    let message = if depends_on_the_month {
        format!("{title} promises an answer within {promised}, which can end after one month, as in February")
    } else {
        format!("{title} promises an answer within {promised}; the law gives one month")
    };
    let finding = sink.report(ctx.at(organisation.node).field("rights").field("deadline"), message);
    finding.label("at most 1 month");
    if depends_on_the_month {
        finding.level(Level::Note);
    }
}
