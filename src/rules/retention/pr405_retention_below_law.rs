use std::collections::HashSet;

use crate::law::StatutoryPeriod;
use crate::rules::prelude::*;

rule! {
    /// A retention, or a purpose that it serves, cites a statute, and the period is shorter than the statute demands.
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
    /// The statute of the purpose.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {invoices: 30 days after financial-year-end} #~ PR405
    /// purposes:
    ///   accounts:
    ///     name: Keep our accounts
    ///     legal_basis: legal-obligation
    ///     law: bokføringsloven § 13
    ///     required: by-law
    ///     if_not_provided: Without the data we cannot keep lawful accounts
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
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    walk::retentions(ctx.register, &mut |retention| {
        let (Some(rule), Some(phrase)) = (retention.rule, retention.phrase) else { return };
        let cited = rule.law.iter().find_map(|citation| ctx.law.cited_period(&citation.text));
        if let Some((statute, time)) = cited.and_then(|statute| Some((statute, shorter(phrase, statute, ctx)?))) {
            report(phrase, statute, time, "", ctx, sink);
        }
    });
    let mut reported = HashSet::new();
    for activity in walk::own(&ctx.register.activities).filter(|activity| activity.is_running()) {
        for purpose in &activity.value.purposes {
            let usage = PurposeIn { activity, purpose };
            let Some(statute) = keeping::floor(ctx.law, &usage) else { continue };
            for entry in usage.entries(ctx.register) {
                let all = keeping::all_of_category(ctx.register, &activity.value, entry);
                // What another purpose keeps for long enough is there for this one as well; a citation of its own is judged above.
                let times = all.iter().map(|holds| {
                    let phrase = holds.kept.phrase.filter(|_| holds.kept.rule.is_none_or(|rule| rule.law.is_empty()))?;
                    Some((phrase, shorter(phrase, statute, ctx)?))
                });
                let Some(times) = times.collect::<Option<Vec<_>>>() else { continue };
                let longest = times.into_iter().max_by(|(_, a), (_, b)| a.days().total_cmp(&b.days()));
                let Some((phrase, time)) = longest.filter(|(phrase, _)| reported.insert(phrase.node)) else { continue };
                let of = format!(", which `{}` rests on", purpose.title());
                report(phrase, statute, time, &of, ctx, sink);
            }
        }
    }
}

/// The length of a period that is certainly shorter than a statute demands: both count from the same event.
fn shorter<'p>(phrase: &'p Phrase, statute: &StatutoryPeriod, ctx: &Ctx<'_>) -> Option<&'p Duration> {
    let Meaning::Period(Period { main: Some(Bound { time: Some(time), events }), .. }) = &phrase.meaning else { return None };
    let starts_alike = events.iter().filter_map(|event| ctx.register.get(*event)).all(|event| {
        statute.starts.iter().any(|start| **start == *event.id) || matches!(&*event.id, "collection" | "purchase" | "payment")
    });
    (starts_alike && time.days() + 1.0 < statute.shortest().days()).then_some(time)
}

fn report(phrase: &Phrase, statute: &StatutoryPeriod, time: &Duration, of: &str, ctx: &Ctx<'_>, sink: &mut Sink) {
    let message = format!("{time} is shorter than the {} that {} demands{of}", statute.shortest(), statute.provision);
    let help = format!("Write `{} after {}`.", statute.usual(), statute.starts[0]);
    sink.report(ctx.at(phrase.node), message).help(help);
}
