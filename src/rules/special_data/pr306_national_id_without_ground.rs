use crate::rules::prelude::*;
use crate::sensitive::{self, Part};

rule! {
    /// A purpose uses the national identity number without a ground that the country accepts.
    ///
    /// What counts depends on the country: a reason why certain identification is needed, a provision of law, or consent. Countries whose
    /// rule is not known in detail are not checked.
    ///
    /// ## Why
    /// The Nordic countries limit the use of the identity number, each with its own list of grounds (Art. 87).
    ///
    /// ## Fix
    /// Say in `id_ground:` why a weaker identifier does not do, cite the `law:` that asks for the number, or leave the number out.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: {national-id: 2 years after contract-end}
    /// purposes:
    ///   member: #~ PR306
    ///     name: Run the loyalty programme
    ///     legal_basis: contract
    ///     required: by-contract
    ///     if_not_provided: You cannot be a member
    /// ```
    ///
    /// In Denmark a reason of one's own is not enough for a company.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: DK
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {national-id: 2 years after contract-end}
    /// purposes:
    ///   member: #~ PR306
    ///     name: Run the loyalty programme
    ///     legal_basis: contract
    ///     id_ground: Members often have the same name
    ///     required: by-contract
    ///     if_not_provided: You cannot be a member
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {national-id: 5 years after financial-year-end}
    /// purposes:
    ///   report:
    ///     name: Report salaries to the tax administration
    ///     legal_basis: legal-obligation
    ///     law: a-opplysningsloven § 3
    ///     id_ground: The tax administration asks for the number
    ///     required: by-law
    ///     if_not_provided: We cannot report your salary
    /// ```
    ///
    /// A company with a reason of its own, of a case.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {national-id: 2 years after contract-end}
    /// purposes:
    ///   credit:
    ///     name: Sell on credit
    ///     legal_basis: contract
    ///     id_ground: Who borrows must not be taken for somebody of the same name
    ///     required: by-contract
    ///     if_not_provided: You pay when you buy
    ///   lend:
    ///     name: Lend you tools
    ///     cases:
    ///       worth: {when: the tools are worth much, legal_basis: contract, id_ground: Who borrows must not be taken for somebody of the same name}
    ///       deposit: {when: you leave a deposit, legal_basis: contract, id_ground: Deposits are paid back to the account in your name}
    ///     required: by-contract
    ///     if_not_provided: We cannot lend you tools
    /// ```
    code: "PR306",
    name: "national-id-without-ground",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 87 GDPR", "personopplysningsloven § 12 (NO)", "dataskyddslagen 3 kap. 10 § (SE)", "databeskyttelsesloven § 11 (DK)", "tietosuojalaki 29 § (FI)"],
    source: "Personopplysningsloven § 12 and the parallel Nordic provisions",
    check: Purpose(check),
}

fn check(purpose: &PurposeIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(controller) = sensitive::controller(ctx.register, purpose.activity) else { return };
    let Some(rule) = controller.country.and_then(|country| ctx.law.national(country)?.national_id()) else { return };
    let mut grounds: Vec<&str> = rule.grounds.iter().map(String::as_str).collect();
    if grounds.is_empty() {
        return;
    }
    // Authorities may use the number to tell people apart.
    if controller.kind == Some(OrganisationKind::PublicAuthority) && !grounds.contains(&"id-ground") {
        grounds.push("id-ground");
    }
    for part in sensitive::parts(purpose) {
        let numbers: Vec<&Entry<DataCategory>> =
            part.categories(ctx.register).into_iter().filter(|category| category.national_id == Some(true)).collect();
        if !numbers.is_empty() && !grounds.iter().any(|ground| is_given(ground, &part)) {
            let accepted = grounds.iter().map(|ground| in_words(ground)).collect::<Vec<_>>().join(" or ");
            let names = sensitive::names(&numbers);
            let message = format!("`{}` uses {names} without a ground that {} accepts", part.purpose.title(), rule.provision);
            let field = if grounds.contains(&"id-ground") { "id_ground" } else { "law" };
            let finding = sink.report(ctx.at(part.node()).field(field), message);
            finding.label(format!("needs {accepted}")).help(format!("Give {accepted}, or leave the number out."));
        }
    }
}

fn is_given(ground: &str, part: &Part<'_>) -> bool {
    match ground {
        "id-ground" => part.id_ground().is_some(),
        "law" => !part.law().is_empty(),
        "consent" => part.bases().contains(&LegalBasis::Consent),
        _ => false,
    }
}

fn in_words(ground: &str) -> &str {
    match ground {
        "id-ground" => "a reason in `id_ground`",
        "law" => "a provision in `law`",
        ground => ground,
    }
}
