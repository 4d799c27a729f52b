use crate::rules::prelude::*;
use crate::{notices, origins};

rule! {
    /// People are not told what happens if they do not give data that they have to give.
    ///
    /// Once an activity. Where `required` is absent, data are taken to be required by the legal basis: a contract or a law.
    ///
    /// ## Why
    /// People must learn which answers they owe you, and what happens if they do not give them (Art. 13(2)(e)).
    ///
    /// ## Fix
    /// Say whether people must give the data, and one sentence on what happens otherwise: `required: yes`, `if_not_provided: We cannot send the parcel`; or `required: no`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: contract #~ PR703
    ///   refund:
    ///     name: Pay back what was paid too much
    ///     legal_basis: contract
    ///     required: yes
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: contract
    ///     required: yes
    ///     if_not_provided: Without the data we cannot answer
    ///   refund:
    ///     name: Pay back what was paid too much
    ///     legal_basis: contract
    ///     required: no
    /// ```
    ///
    /// Asked for on another basis.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   guests:
    ///     name: Know who is in the house
    ///     legal_basis: legitimate-interests
    ///     interest: Find everybody in a fire
    ///     assessment: {why: "Names of guests of the day, erased in the evening"}
    ///     required: yes
    ///     if_not_provided: You cannot come in
    /// ```
    code: "PR703",
    name: "obligation-to-provide-missing",
    level: Warning,
    affects: Notice,
    articles: ["Art. 13(2)(e) GDPR"],
    source: "Art. 13(2)(e) GDPR; WP260 rev.01 Annex",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !origins::has_the_person(ctx.register, activity) || !notices::is_covered(ctx.register, activity) {
        return;
    }
    let purposes = activity.value.purposes.into_iter().filter(|purpose| !purpose.broken);
    let open: Vec<BasisIn<'_>> =
        purposes.flat_map(|purpose| PurposeIn { activity, purpose }.bases()).filter(leaves_it_open).collect();
    let Some(first) = open.first() else { return };
    let mut titles: Vec<String> = open.iter().map(|basis| format!("`{}`", basis.purpose.title())).collect();
    titles.dedup();
    if titles.len() > 3 {
        let more = titles.split_off(2).len();
        titles.push(format!("{more} more"));
    }
    let message = format!("People are not told what happens if they do not give the data for {}", listed(&titles));
    sink.report(ctx.at(first.node()).field("legal_basis"), message).label("no `if_not_provided`");
}

fn leaves_it_open(basis: &BasisIn<'_>) -> bool {
    let asks = match basis.required() {
        Some(required) => required != Required::No,
        None => matches!(basis.basis, LegalBasis::Contract | LegalBasis::LegalObligation),
    };
    asks && basis.if_not_provided().is_none_or(Text::is_empty)
}
