use crate::rules::prelude::*;

rule! {
    /// Data that rest on consent alone are not deleted when consent is withdrawn.
    ///
    /// Proof of consent and block lists rest on another basis: give them categories of their own.
    ///
    /// ## Why
    /// When consent is withdrawn and nothing else carries the data, they go; they do not wait for a fixed date (Art. 17(1)(b)).
    ///
    /// ## Fix
    /// Write `until consent-withdrawn, at most 2 years after collection`, or `on_request: yes` in the retention rule.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: {email: 3 years after collection} #~ PR409
    /// purposes:
    ///   survey:
    ///     name: Ask customers how support went
    ///     legal_basis: consent
    ///     consent: {how: form, withdraw: Link in every message, record: survey tool}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories: {email: "until consent-withdrawn, at most 3 years after collection"}
    /// purposes:
    ///   survey:
    ///     name: Ask customers how support went
    ///     legal_basis: consent
    ///     consent: {how: form, withdraw: Link in every message, record: survey tool}
    /// ```
    code: "PR409",
    name: "consent-data-kept",
    level: Note,
    affects: Practice,
    articles: ["Art. 17(1)(b) GDPR", "Art. 7(3) GDPR"],
    source: "EDPB Guidelines 05/2020 paras 117-119; Art. 17(1)(b)",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    for entry in activity.value.data_categories.iter() {
        let Some(category) = register.get(entry.category) else { continue };
        if matches!(&*category.id, "consent-log" | "suppression-list") || !rests_on_consent_alone(activity, entry) {
            continue;
        }
        let outlasts = |holds: keeping::Holds<'_>| {
            let kept = holds.kept;
            let on_request = kept.rule.is_some_and(|rule| rule.on_request == Some(true));
            let ends = |event: &Entry<Event>| matches!(&*event.id, "consent-withdrawn" | "unsubscribed" | "deletion-requested");
            let phrase = kept.phrase.filter(|phrase| matches!(phrase.meaning, Meaning::Period(_)))?;
            (!on_request && !kept.events(register).any(ends)).then(|| phrase.text.to_string())
        };
        let all = keeping::all_of_category(register, &activity.value, entry);
        let Some(period) = all.into_iter().find_map(outlasts) else { continue };
        let message = format!(
            "{} in `{}` rest on consent alone and are kept `{period}`, whether or not it is withdrawn",
            category.title(),
            activity.title()
        );
        sink.report(if entry.is_key { ctx.at(entry.node).key() } else { ctx.at(entry.node) }, message);
        return;
    }
}

fn rests_on_consent_alone(activity: &Entry<Activity>, entry: &CategoryEntry) -> bool {
    let uses =
        |purpose: &&Entry<Purpose>| purpose.data_categories.is_empty() || purpose.data_categories.contains(&entry.category);
    let mut bases =
        activity.value.purposes.into_iter().filter(uses).flat_map(|purpose| PurposeIn { activity, purpose }.bases()).peekable();
    bases.peek().is_some() && bases.all(|basis| basis.basis == LegalBasis::Consent)
}
