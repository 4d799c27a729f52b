use crate::rules::prelude::*;
use crate::{notices, origins};

rule! {
    /// People are not told what happens if they do not give data that a contract or a law asks for.
    ///
    /// Once an activity. Whether the data are required follows from the legal basis where `required` is absent.
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
    code: "PR703",
    name: "obligation-to-provide-missing",
    level: Note,
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
    let asks = matches!(basis.basis, LegalBasis::Contract | LegalBasis::LegalObligation);
    asks && basis.required() != Some(Required::No) && basis.if_not_provided().is_none_or(Text::is_empty)
}
