use crate::rights::is_marketing;
use crate::rules::prelude::*;

rule! {
    /// Nothing says how people stop direct marketing.
    ///
    /// With consent, the way to withdraw it plays this part.
    ///
    /// ## Why
    /// The right to stop direct marketing is absolute, and people must be told of it separately and at the latest with the first message (Art. 21(2)-(4)).
    ///
    /// ## Fix
    /// Enter the way: `opt_out: Link in every e-mail`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   offers: #~ PR706
    ///     name: Send our customers a catalogue
    ///     kind: direct-marketing
    ///     legal_basis: legitimate-interests
    ///     interest: Tell our customers what is new
    ///     assessment: {why: One catalogue a year to people who bought from us}
    ///     channels: [post]
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   offers:
    ///     name: Send our customers a catalogue
    ///     kind: direct-marketing
    ///     legal_basis: legitimate-interests
    ///     interest: Tell our customers what is new
    ///     assessment: {why: One catalogue a year to people who bought from us}
    ///     channels: [post]
    ///     opt_out: Write to personvern@nordlys.no
    ///     required: no
    /// ```
    code: "PR706",
    name: "marketing-opt-out-missing",
    level: Error,
    affects: Notice,
    articles: ["Art. 21(2) GDPR", "Art. 21(3) GDPR", "Art. 21(4) GDPR"],
    source: "Art. 21(2)-(4) and recital 70 GDPR; WP260 rev.01 Annex (clearly and separately)",
    check: Purpose(check),
}

fn check(purpose: &PurposeIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !is_marketing(purpose.purpose) {
        return;
    }
    let cannot_stop = |basis: &BasisIn<'_>| basis.basis != LegalBasis::Consent && basis.opt_out().is_none_or(Text::is_empty);
    let Some(basis) = purpose.bases().into_iter().find(cannot_stop) else { return };
    let message = format!("Nothing says how people stop `{}`", purpose.purpose.title());
    sink.report(ctx.at(basis.node()).field("opt_out"), message).label("no `opt_out`");
}
