use crate::rules::prelude::*;

rule! {
    /// A retention cites a statute, and is shorter than the statute demands.
    ///
    /// Compared with the shortest period of any class of documents in the provision, where both count from the same event.
    ///
    /// ## Why
    /// Deleting vouchers early breaks the law that the record relies on (Art. 6(1)(c)).
    ///
    /// ## Fix
    /// Use the built-in rule (`retention: bookkeeping`), or the period of the statute.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   invoices: {period: 3 years after financial-year-end, law: bokføringsloven § 13} #~ PR405
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories:
    ///   invoices: {period: 5 years after financial-year-end, law: bokføringsloven § 13}
    /// ```
    code: "PR405",
    name: "retention-below-law",
    level: Warning,
    affects: Practice,
    articles: ["Art. 6(1)(c) GDPR", "Art. 5(1)(e) GDPR"],
    source: "NO bokføringsloven § 13; SE 1999:1078 7:2; DK lov 700/2022 § 12; FI 1336/1997 2:10; DE § 147 AO, § 257 HGB; each with its date in the table of statutory periods",
    check: Retention(check),
}

fn check(retention: &RetentionIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let (Some(rule), Some(phrase)) = (retention.rule, retention.phrase) else { return };
    let Some(statute) = rule.law.iter().find_map(|citation| ctx.law.cited_period(&citation.text)) else { return };
    let Meaning::Period(Period { main: Some(Bound { time: Some(time), events }), .. }) = &phrase.meaning else { return };
    let starts_alike = events.iter().filter_map(|event| ctx.register.get(*event)).all(|event| {
        statute.starts.iter().any(|start| **start == *event.id) || matches!(&*event.id, "collection" | "purchase" | "payment")
    });
    let least = statute.shortest();
    if starts_alike && time.days() + 1.0 < least.days() {
        let message = format!("{time} is shorter than the {least} that {} demands", statute.provision);
        let help = format!("Write `{} after {}`.", statute.usual(), statute.starts[0]);
        sink.report(ctx.at(phrase.node), message).help(help);
    }
}
