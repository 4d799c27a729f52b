use crate::rules::prelude::*;

rule! {
    /// A purpose rests on a legitimate interest that is not named.
    ///
    /// ## Why
    /// People must be told the interest when the data are collected, and data may not rest on one nobody was told about (Art. 13(1)(d), C-394/23).
    ///
    /// ## Fix
    /// Say what the interest is and whose: `interest: Answer people who write to us and know what was agreed`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   contact:
    ///     name: Stay in touch with customers
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: our legitimate interests #~ PR214
    ///     assessment: {why: Expected by people who write to us}
    /// ```
    ///
    /// Nothing at all.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   contact:
    ///     name: Stay in touch with customers
    ///     legal_basis: legitimate-interests #~ PR214
    ///     required: no
    ///     assessment: {why: Expected by people who write to us}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   contact:
    ///     name: Stay in touch with customers
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Answer people who write to us and know what was agreed
    ///     assessment: {why: Expected by people who write to us}
    /// ```
    ///
    /// Of a case.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   contact:
    ///     name: Stay in touch with customers
    ///     cases:
    ///       order: {when: you have ordered, legal_basis: contract, required: no}
    ///       ask: {when: you write to us, legal_basis: legitimate-interests, interest: Answer people who write to us, assessment: {why: Expected by people who write to us}, required: no}
    /// ```
    code: "PR214",
    name: "legitimate-interest-unnamed",
    level: Error,
    affects: Notice,
    articles: ["Art. 13(1)(d) GDPR", "Art. 14(2)(b) GDPR", "Art. 6(1)(f) GDPR"],
    source: "CJEU C-394/23 Mousse (9 January 2025: the interest must be indicated at collection); C-252/21 Meta para 107; WP260 rev.01 Annex; EDPB Guidelines 1/2024 (v1.0) para 17",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if basis.basis != LegalBasis::LegitimateInterests {
        return;
    }
    let title = basis.purpose.title();
    let of_assessment = match basis.assessment() {
        Some(Either::One(reference)) => ctx.register.get(*reference).and_then(|assessment| assessment.value.interest.as_ref()),
        _ => None,
    };
    let spot = ctx.at(basis.node());
    match basis.interest().or(of_assessment).filter(|interest| !interest.is_empty()) {
        None => {
            sink.report(spot.field("legal_basis"), format!("Purpose `{title}` rests on a legitimate interest, and names none"))
                .label("which interest?");
        }
        Some(interest) => {
            let empty = interest.iter().find(|(lang, text)| {
                let name = basis.purpose.value.name.as_ref().and_then(|name| name.get(*lang)).unwrap_or("");
                plain(text).eq(plain(name)) || !wordlists::OWN_INTEREST.without(text, *lang).chars().any(char::is_alphabetic)
            });
            if let Some((_, text)) = empty {
                let node = interest.node;
                sink.report(ctx.at(node), format!("The interest of purpose `{title}` says no more than `{text}`"))
                    .label("which interest?");
            }
        }
    }
}

fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}
