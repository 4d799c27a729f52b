use crate::rules::prelude::*;
use crate::sensitive::{self, Part};

rule! {
    /// Special categories of data rest on a contract or on legitimate interests, which are no conditions of Art. 9(2).
    ///
    /// ## Why
    /// Art. 9(2) knows no exception for contracts or legitimate interests, so the processing stays forbidden (Art. 9(1)).
    ///
    /// ## Fix
    /// Choose the condition that fits, often `explicit-consent`, `employment-law` or `legal-claims`, or stop using these data.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: 1 year after case-closed}
    /// purposes:
    ///   advise:
    ///     name: Advise customers on aids
    ///     legal_basis: contract
    ///     art9: legitimate-interests #~ PR302
    ///     required: by-contract
    ///     if_not_provided: We cannot advise you
    /// ```
    ///
    /// A basis of Art. 6(1) alone does not open Art. 9.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: 1 year after case-closed}
    /// purposes:
    ///   advise:
    ///     name: Advise customers on aids
    ///     legal_basis: contract #~ PR302
    ///     required: by-contract
    ///     if_not_provided: We cannot advise you
    /// ```
    ///
    /// The default of an activity is read as well.
    /// ```yaml file=activities/example.yaml
    /// art9: contract #~ PR302
    /// data_categories: {health: 1 year after case-closed}
    /// purposes:
    ///   advise:
    ///     name: Advise customers on aids
    ///     legal_basis: contract
    ///     required: by-contract
    ///     if_not_provided: We cannot advise you
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: "1 month after consent-withdrawn, at most 3 years after collection"}
    /// purposes:
    ///   advise:
    ///     name: Advise customers on aids
    ///     legal_basis: consent
    ///     consent: {how: form, explicit: yes, withdraw: Write to us, record: Customer system}
    ///     art9: explicit-consent
    ///     required: no
    /// ```
    code: "PR302",
    name: "not-an-art9-condition",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 9(2) GDPR"],
    source: "Art. 9(2) is exhaustive; EDPB Guidelines 2/2019 on Art. 6(1)(b), section 2.4",
    silences: ["PR301", "PR303"],
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let mut value = |spot: Spot<'_>, art9: Option<Art9>, title: &str| {
        if let Some(art9) = art9.filter(|art9| is_none(*art9)) {
            let message = format!("`{}` is no condition of Art. 9(2), so `{title}` names none", art9.id());
            sink.report(spot.field("art9"), message).label("not in Art. 9(2)");
        }
    };
    value(ctx.at(activity.node), activity.art9, activity.title());
    for purpose in activity.value.purposes.into_iter().filter(|purpose| !purpose.broken) {
        value(ctx.at(purpose.node), purpose.art9, purpose.title());
        purpose.value.cases.into_iter().for_each(|case| value(ctx.at(case.node), case.art9, purpose.title()));
    }
    for part in sensitive::parts_of(activity) {
        bare_basis(&part, ctx, sink);
    }
}

fn is_none(art9: Art9) -> bool {
    matches!(art9, Art9::LegitimateInterests | Art9::Contract)
}

/// A contract or an interest is all that special data rest on.
fn bare_basis(part: &Part<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let bases = part.bases();
    let bare = |basis: &LegalBasis| matches!(basis, LegalBasis::Contract | LegalBasis::LegitimateInterests);
    let Some(basis) = bases.first().filter(|_| bases.iter().all(bare) && part.art9().is_none()) else { return };
    let special = part.special(ctx.register);
    let Some(first) = special.first() else { return };
    let on = if *basis == LegalBasis::Contract { "a contract" } else { "legitimate interests" };
    let message = format!(
        "`{}` uses {} on {on} alone, and Art. 9(2) has no such exception",
        part.purpose.title(),
        sensitive::names(&special)
    );
    sink.report(ctx.at(part.node()).field("legal_basis"), message).label(format!("not enough for {}", first.title()));
}
