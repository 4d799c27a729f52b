use crate::rules::prelude::*;

rule! {
    /// A legal obligation or public task cites no provision.
    ///
    /// An error without a citation; a warning where an act is named without its section.
    ///
    /// ## Why
    /// These two bases exist only through a provision (Art. 6(3)); "statutory requirements" shows none.
    ///
    /// ## Fix
    /// Cite act and section: `law: bokføringsloven § 13`; one citation for each duty.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   books:
    ///     name: Keep accounts
    ///     kind: bookkeeping
    ///     legal_basis: legal-obligation #~ PR217
    ///     required: no
    /// ```
    ///
    /// An act without its section.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   books:
    ///     name: Keep accounts
    ///     kind: bookkeeping
    ///     legal_basis: legal-obligation
    ///     law: bokføringsloven #~ PR217
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   books:
    ///     name: Keep accounts
    ///     kind: bookkeeping
    ///     legal_basis: legal-obligation
    ///     law: bokføringsloven § 13
    ///     required: no
    /// ```
    ///
    /// Of a case.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     cases:
    ///       complaint: {when: you complain about goods, legal_basis: legal-obligation, law: forbrukerkjøpsloven § 27, required: no}
    ///       other: {when: you ask something else, legal_basis: contract, required: no}
    /// ```
    code: "PR217",
    name: "basis-without-law",
    level: Error,
    affects: Notice,
    articles: ["Art. 6(1)(c) GDPR", "Art. 6(1)(e) GDPR", "Art. 6(3) GDPR"],
    source: "Art. 6(3), recital 41; CJEU C-175/20 Valsts ieņēmumu dienests; WP260 rev.01 Annex (specify the basis)",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !matches!(basis.basis, LegalBasis::LegalObligation | LegalBasis::PublicTask) {
        return;
    }
    let what = if basis.basis == LegalBasis::PublicTask { "a public task" } else { "a legal obligation" };
    let title = basis.purpose.title();
    let law = basis.law();
    if law.is_empty() {
        let spot = ctx.at(basis.node()).field("legal_basis");
        sink.report(spot, format!("Purpose `{title}` rests on {what}, and cites no provision")).label("which provision?");
        return;
    }
    for citation in law {
        let defined = citation.law.and_then(|number| ctx.register.laws.get(number as usize));
        let has_provision = match defined {
            Some(law) => law.provision.is_some(),
            None => citation.provision().is_some(),
        };
        if !has_provision {
            sink.report(ctx.at(citation.node), format!("`{}` is cited without its section", citation.text))
                .level(Level::Warning)
                .help(format!("Write the section as well: `{} § ...`.", citation.text));
        }
    }
}
