use crate::rules::prelude::*;

rule! {
    /// A purpose rests on a contract to which the people themselves are no party.
    ///
    /// The commonest mistake of business-to-business texts. Where the people accept terms themselves, say so on the group:
    /// `contract_party: yes, contract: terms-of-use`.
    ///
    /// ## Why
    /// Art. 6(1)(b) needs a contract with the person; one with that person's employer carries nothing.
    ///
    /// ## Fix
    /// For contact persons and users at business customers: `legal_basis: legitimate-interests`, with `interest` and `assessment`; keep contract for consumers and sole traders.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customer-contacts]
    /// purposes:
    ///   deliver:
    ///     name: Deliver the service your employer ordered
    ///     legal_basis: contract #~ PR206
    ///     required: no
    /// ```
    ///
    /// The contract in question is one with the organisation.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [users]
    /// purposes:
    ///   deliver:
    ///     name: Deliver the service your employer ordered
    ///     legal_basis: contract #~ PR206
    ///     contract: customer-agreement
    ///     required: no
    /// ```
    /// ```yaml file=shared.yaml
    /// documents:
    ///   customer-agreement: {title: Customer agreement, kind: contract, with: organisation}
    /// ```
    ///
    /// Contact persons who are said to have a contract, and nobody says which.
    /// ```yaml file=shared.yaml
    /// data_subjects:
    ///   account-holders: {name: Contact persons with an account, kind: customer-contacts, contract_party: yes} #~ PR206
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [account-holders]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customer-contacts]
    /// purposes:
    ///   deliver:
    ///     name: Deliver the service your employer ordered
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: Fulfil our agreement with your employer and know whom to call
    ///     assessment: {why: Expected by the contact persons and limited to work contacts}
    /// ```
    ///
    /// Contact persons who have a contract of their own.
    /// ```yaml file=shared.yaml
    /// data_subjects:
    ///   account-holders: {name: Contact persons with an account, kind: customer-contacts, contract_party: yes, contract: Terms of the personal account}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [account-holders]
    /// ```
    code: "PR206",
    name: "contract-with-non-party",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 6(1)(b) GDPR"],
    source: "EDPB Guidelines 2/2019 para 26; wording of Art. 6(1)(b)",
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    // Steps at the person's own request come before any contract (Art. 6(1)(b), second half).
    if basis.basis != LegalBasis::Contract || basis.before_contract() {
        return;
    }
    let register = ctx.register;
    let outside: Vec<&Entry<DataSubject>> = basis
        .subjects(register)
        .into_iter()
        .filter(|group| people::has_contract(group) == Some(false) && !is_companies(group))
        .collect();
    let documents: Vec<&Entry<Document>> = register.all(basis.contract()).collect();
    let only_organisations =
        !documents.is_empty() && documents.iter().all(|document| document.with == Some(ContractWith::Organisation));
    let title = basis.purpose.title();
    let message = if !outside.is_empty() {
        let names = people::names(outside.iter().copied());
        format!("Purpose `{title}` rests on a contract, but {names} are no party to one")
    } else if only_organisations {
        let named = listed(documents.iter().map(|document| document.title()));
        format!("Purpose `{title}` rests on `{named}`, which is with the people's organisation, not with them")
    } else {
        unnamed_contract(basis, ctx, sink);
        return;
    };
    let spot = ctx.at(basis.node()).field("legal_basis");
    let finding = sink.report(spot, message);
    finding.label("not their contract");
    for group in outside.iter().take(2) {
        finding.note(&ctx.at(group.node), "no contract with these people");
    }
}

/// People who have a contract although such people usually have none: which one, the register has to say.
fn unnamed_contract(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let groups = basis.subjects(ctx.register);
    let unnamed = |group: &&&Entry<DataSubject>| people::is_party_against_its_kind(group) && group.contract.is_none();
    if let Some(group) = groups.iter().find(unnamed).filter(|_| basis.contract().is_empty()) {
        let title = basis.purpose.title();
        let names = people::names([*group]);
        let message = format!("Purpose `{title}` rests on a contract with {names}, and the register does not say which");
        sink.report(ctx.at(group.node).field("contract"), message)
            .level(Level::Warning)
            .label("which contract?")
            .help("Say which in `contract:`, in words or as an id of `documents`; or leave `contract_party` out.");
    }
}

fn is_companies(group: &Entry<DataSubject>) -> bool {
    people::kind(group) == Some(SubjectKind::Companies)
}
