use crate::notices;
use crate::rules::prelude::*;

rule! {
    /// Data collected for one purpose serve another, and nothing says why that is compatible.
    ///
    /// Archiving, research and statistics are presumed compatible; consent and a cited law need no test. A note where only the
    /// source (`activity:...`) shows that the data come from another activity.
    ///
    /// ## Why
    /// Data may serve another purpose only where the two are compatible, and people are told beforehand (Art. 6(4), 13(3)).
    ///
    /// ## Fix
    /// Write the reasoning (link, context, nature, consequences, safeguards): `compatible: "Same context, expected, no effect on the person"`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   reuse:
    ///     name: Choose whom to invite to customer events
    ///     kind: events
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Meet our customers
    ///     assessment: {why: Customers expect such invitations}
    ///     further: yes #~ PR219
    /// ```
    ///
    /// Without a basis nothing carries the new use.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   combine: #~ PR202
    ///     name: Combine what you write with what public pages say of you
    ///     further: yes #~ PR219
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   reuse:
    ///     name: Choose whom to invite to customer events
    ///     kind: events
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Meet our customers
    ///     assessment: {why: Customers expect such invitations}
    ///     further: yes
    ///     compatible: Same people and context, expected, no effect on them
    /// ```
    code: "PR219",
    name: "further-processing-untested",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 6(4) GDPR", "Art. 5(1)(b) GDPR", "Art. 13(3) GDPR"],
    source: "WP203 section III.2; CJEU C-77/21 Digi (20 October 2022); Art. 13(3)",
    check: Purpose(check),
}

fn check(purpose: &PurposeIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let own = purpose.purpose;
    let presumed = matches!(own.kind, Some(PurposeKind::Archiving | PurposeKind::Research | PurposeKind::Statistics));
    if own.compatible.is_some() || presumed {
        return;
    }
    let carried = purpose
        .bases()
        .iter()
        .all(|basis| matches!(basis.basis, LegalBasis::Consent | LegalBasis::Contract) || !basis.law().is_empty());
    if own.further == Some(true) {
        // A use without a basis is carried by nothing.
        if !carried || purpose.bases().is_empty() || purpose.bases().iter().any(|basis| basis.basis == LegalBasis::Contract) {
            let message =
                format!("`{}` uses data collected for another purpose, and nothing says why that is compatible", own.title());
            sink.report(ctx.at(own.node).field("further"), message);
        }
        return;
    }
    if carried {
        return;
    }
    let register = ctx.register;
    let sources = purpose.activity.value.sources.iter().filter_map(|entry| match entry.source.target {
        SourceTarget::Activity(activity) => Some((entry, register.get(activity)?)),
        _ => None,
    });
    for (entry, from) in sources {
        let shares_notice = notices::is_shared(register, from, purpose.activity);
        let differs = own.kind.is_some_and(|kind| {
            let kinds: Vec<PurposeKind> = from.value.purposes.into_iter().filter_map(|purpose| purpose.kind).collect();
            !kinds.is_empty() && !kinds.contains(&kind)
        });
        if differs && !shares_notice {
            let message =
                format!("`{}` takes its data from `{}`, and nothing says why that is compatible", own.title(), from.title());
            sink.report(ctx.at(entry.node), message).level(Level::Note);
        }
    }
}
