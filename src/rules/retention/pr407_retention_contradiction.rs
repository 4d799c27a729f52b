use crate::rules::prelude::*;
use std::collections::HashMap;

rule! {
    /// The same data of the same people are kept for different times for the same kind of purpose.
    ///
    /// A `why` on either retention ends it, and so does one shared rule.
    ///
    /// ## Why
    /// Two periods for one thing mean that one statement is untrue, and that the shorter one is not carried out (Art. 5(1)(d)-(e)).
    ///
    /// ## Fix
    /// Use one shared rule of `retention:`, or say in `why` what makes the cases different.
    ///
    /// ## Bad
    /// ```yaml file=activities/sales.yaml
    /// name: Sales
    /// data_categories: {contact-details: 1 year after contract-end} #~ PR407
    /// purposes:
    ///   keep: {name: Keep in touch with customers, kind: customer-relations, legal_basis: contract, required: no}
    /// ```
    /// ```yaml file=activities/support.yaml
    /// name: Support
    /// data_categories: {contact-details: 5 years after contract-end}
    /// purposes:
    ///   keep: {name: Know what customers asked before, kind: customer-relations, legal_basis: contract, required: no}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// retention:
    ///   customer-contact: {period: 1 year after contract-end, method: automatic}
    /// ```
    /// ```yaml file=activities/sales.yaml
    /// name: Sales
    /// data_categories: {contact-details: customer-contact}
    /// purposes:
    ///   keep: {name: Keep in touch with customers, kind: customer-relations, legal_basis: contract, required: no}
    /// ```
    /// ```yaml file=activities/support.yaml
    /// name: Support
    /// data_categories: {contact-details: customer-contact}
    /// purposes:
    ///   keep: {name: Know what customers asked before, kind: customer-relations, legal_basis: contract, required: no}
    /// ```
    code: "PR407",
    name: "retention-contradiction",
    level: Note,
    affects: Record,
    articles: ["Art. 5(1)(e) GDPR", "Art. 5(1)(d) GDPR", "Art. 13(2)(a) GDPR"],
    source: "Art. 5(1)(d)-(e)",
    check: Register(check),
}

/// Category, group of people and kind of purpose.
type Subject = (usize, usize, PurposeKind);

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let mut first: HashMap<Subject, (&Entry<Activity>, &CategoryEntry, String)> = HashMap::new();
    for activity in register.activities.iter().filter(|activity| activity.is_running()) {
        let mut reported = false;
        for purpose in &activity.value.purposes {
            let Some(kind) = purpose.kind.filter(|kind| *kind != PurposeKind::Other) else { continue };
            let usage = PurposeIn { activity, purpose };
            for entry in usage.entries(register) {
                let Some(kept) = keeping::for_purpose(register, &usage, entry) else { continue };
                let (Some(phrase), false, Some(category)) = (kept.phrase, kept.has_reason(), entry.category.target()) else {
                    continue;
                };
                let text = phrase.text.to_string();
                for group in activity.value.data_subjects.iter().filter_map(|group| group.target()) {
                    let known = first.entry((category, group, kind)).or_insert((activity, entry, text.clone()));
                    if known.2 != text && known.0.id != activity.id && !reported {
                        reported = true;
                        let title = register.get(entry.category).map_or("", |category| category.title());
                        let message = format!(
                            "{title} are kept `{}` in `{}` and `{text}` in `{}`, for the same kind of purpose",
                            known.2,
                            known.0.title(),
                            activity.title()
                        );
                        let spot =
                            |entry: &CategoryEntry| if entry.is_key { ctx.at(entry.node).key() } else { ctx.at(entry.node) };
                        sink.report(spot(known.1), message).note(&spot(entry), "another period here");
                    }
                }
            }
        }
    }
}
