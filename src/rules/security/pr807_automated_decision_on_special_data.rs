use crate::decisions;
use crate::rules::prelude::*;
use crate::sensitive::{self, Part};

rule! {
    /// A decision by machine alone uses special categories of data without explicit consent, a public-interest law or safeguards.
    ///
    /// ## Why
    /// Sensitive data may drive such decisions only with explicit consent or a statute of substantial public interest, and with safeguards (Art. 22(4)).
    ///
    /// ## Fix
    /// Take the sensitive data out of the decision (`data_categories:`), or meet one of the two conditions and describe the `safeguards:`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: 3 years after claim-settled}
    /// purposes:
    ///   settle:
    ///     name: Settle claims for injuries
    ///     kind: legal-claims
    ///     legal_basis: contract
    ///     art9: legal-claims
    ///     required: by-contract
    ///     if_not_provided: We cannot settle your claim
    /// automated_decisions:
    ///   amount: #~ PR807
    ///     what: The amount paid for an injury
    ///     effect: significant
    ///     human: no
    ///     ground: contract
    ///     safeguards: Amounts are checked by samples every month
    ///     logic: The kind of injury and the days away from work
    ///     consequences: The amount you receive
    ///     contest: Write to us and a person looks at it again
    /// ```
    ///
    /// Explicit consent, but nothing that keeps errors small.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: "1 month after consent-withdrawn, at most 3 years after collection"}
    /// purposes:
    ///   advise:
    ///     name: Choose the aid that fits
    ///     legal_basis: consent
    ///     consent: {how: form, explicit: yes, withdraw: Write to us, record: Customer system}
    ///     art9: explicit-consent
    ///     required: no
    /// automated_decisions:
    ///   aid: #~ PR807
    ///     what: Which aid we offer
    ///     effect: significant
    ///     human: no
    ///     ground: explicit-consent
    ///     logic: What you tell us about your health
    ///     consequences: You are offered another aid
    ///     contest: Write to us and a person looks at it again
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: 3 years after claim-settled, driving-record: 3 years after claim-settled}
    /// purposes:
    ///   settle:
    ///     name: Settle claims for injuries
    ///     kind: legal-claims
    ///     legal_basis: contract
    ///     art9: legal-claims
    ///     required: by-contract
    ///     if_not_provided: We cannot settle your claim
    /// automated_decisions:
    ///   bonus:
    ///     what: The bonus for careful driving
    ///     effect: significant
    ///     human: no
    ///     ground: contract
    ///     data_categories: [driving-record]
    ///     logic: Number of accidents in five years
    ///     consequences: A higher premium
    ///     contest: Write to us and a person looks at it again
    /// ```
    ///
    /// With explicit consent and safeguards.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: "1 month after consent-withdrawn, at most 3 years after collection"}
    /// purposes:
    ///   advise:
    ///     name: Choose the aid that fits
    ///     legal_basis: consent
    ///     consent: {how: form, explicit: yes, withdraw: Write to us, record: Customer system}
    ///     art9: explicit-consent
    ///     required: no
    /// automated_decisions:
    ///   aid:
    ///     what: Which aid we offer
    ///     effect: significant
    ///     human: no
    ///     ground: explicit-consent
    ///     safeguards: Samples are checked for errors and bias every month
    ///     logic: What you tell us about your health
    ///     consequences: You are offered another aid
    ///     contest: Write to us and a person looks at it again
    /// ```
    code: "PR807",
    name: "automated-decision-on-special-data",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 22(4) GDPR"],
    source: "Art. 22(4); WP 251 rev.01, section IV.C",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    for decision in decisions::by_machine_alone(activity) {
        let special = special(activity, decision, ctx);
        if special.is_empty() {
            continue;
        }
        let name = decisions::name(decision);
        let names = sensitive::names(&special);
        if !decisions::parts_behind(activity, decision).iter().any(allows) {
            let message = format!(
                "`{name}` is decided by machine alone with {names}, without explicit consent or a law of substantial public interest"
            );
            sink.report(ctx.at(decision.node).key(), message).label("sensitive data decide");
        } else if decision.safeguards.as_ref().is_none_or(|text| text.is_empty()) {
            let message = format!("`{name}` is decided by machine alone with {names}, and the register describes no safeguards");
            let finding = sink.report(ctx.at(decision.node).field("safeguards"), message);
            finding
                .help("Describe in `safeguards:` what protects people: checks for errors and bias, samples, a way to a person.");
        }
    }
}

/// Sensitive data that the decision uses: its own, else the activity's.
fn special<'r>(
    activity: &'r Entry<Activity>,
    decision: &'r Entry<AutomatedDecision>,
    ctx: &Ctx<'r>,
) -> Vec<&'r Entry<DataCategory>> {
    let used = if decision.data_categories.is_empty() {
        walk::activity_categories(activity, ctx.register)
    } else {
        walk::with_included(ctx.register, ctx.register.all(&decision.value.data_categories))
    };
    used.into_iter().filter(|category| sensitive::is_special(category)).collect()
}

/// Whether one of the two conditions of Art. 22(4) holds for a part of the purpose.
fn allows(part: &Part<'_>) -> bool {
    match part.art9() {
        Some(Art9::ExplicitConsent) => true,
        Some(Art9::SubstantialPublicInterest) => !part.art9_law().is_empty(),
        _ => false,
    }
}
