use crate::rules::prelude::*;

rule! {
    /// Consent to a transfer is not explicit, or was given without the risks explained; or a public authority relies on it.
    ///
    /// ## Why
    /// This consent is explicit, for the specific transfer, and given after the risks were explained; authorities cannot use it (Art. 49(1)(a), 49(3)).
    ///
    /// ## Fix
    /// Explain the risks and ask separately: `risks_explained: ...` and `consent: {how: form, explicit: yes, ...}`, or choose another mechanism.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   partner:
    ///     name: Partner Ltd
    ///     role: controller
    ///     does: runs the field office
    ///     country: BD
    ///     transfers: {BD: {mechanism: derogation, ground: explicit-consent, frequency: occasional}} #~ PR616
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [partner]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   partner:
    ///     name: Partner Ltd
    ///     role: controller
    ///     does: runs the field office
    ///     country: BD
    ///     transfers:
    ///       BD:
    ///         mechanism: derogation
    ///         ground: explicit-consent
    ///         frequency: occasional
    ///         risks_explained: Authorities there may read the file, and no supervisory authority helps you
    ///         consent: {how: form, explicit: yes, withdraw: Write to us, record: case system}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [partner]
    /// ```
    code: "PR616",
    name: "derogation-consent-invalid",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 49(1)(a) GDPR", "Art. 49(3) GDPR"],
    source: "EDPB Guidelines 2/2018 section 2.1; Art. 49(3)",
    check: Transfer(check),
}

fn check(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let entry = transfer.mechanism;
    if entry.mechanism != Some(Mechanism::Derogation) {
        return;
    }
    let spot = ctx.at(entry.node);
    let whom = transfer.recipient(ctx.register).map_or(String::new(), |recipient| format!(" to {}", recipient.title()));
    let authority = ctx.register.organisation().is_some_and(|own| own.kind == Some(OrganisationKind::PublicAuthority));
    let barred = matches!(
        entry.ground,
        Some(DerogationGround::ExplicitConsent | DerogationGround::Contract | DerogationGround::ContractInInterest)
    );
    if authority && barred && !outside_tasks(transfer, ctx) {
        let ground = entry.ground.map_or("", |ground| ground.id());
        sink.report(spot, format!("A public authority cannot rest the transfer{whom} on {ground}"));
        return;
    }
    if entry.ground != Some(DerogationGround::ExplicitConsent) {
        return;
    }
    let explicit =
        entry.consent.as_ref().is_some_and(|consent| consent.explicit == Some(true)) || purpose_is_explicit(transfer, ctx);
    let mut gaps: Vec<&str> = Vec::new();
    if !explicit {
        gaps.push("nothing says that it is explicit");
    }
    if entry.risks_explained.is_none() {
        gaps.push("the risks are not explained");
    }
    if !gaps.is_empty() {
        sink.report(spot, format!("The transfer{whom} rests on consent, and {}", listed(&gaps)));
    }
}

/// Purposes of the activities that use the recipient.
fn purposes<'r>(transfer: &TransferIn<'r>, ctx: &Ctx<'r>) -> Vec<&'r Entry<Purpose>> {
    use crate::relations::User;
    let Some(recipient) = transfer.recipient(ctx.register) else { return Vec::new() };
    let uses = ctx.relations.uses(ctx.register, recipient).iter();
    uses.filter_map(|usage| match usage.by {
        User::Activity(number) => Some(&ctx.register.activities[number]),
        _ => None,
    })
    .flat_map(|activity| activity.value.purposes.into_iter())
    .collect()
}

fn purpose_is_explicit(transfer: &TransferIn<'_>, ctx: &Ctx<'_>) -> bool {
    let all = purposes(transfer, ctx);
    let consents = all.iter().filter_map(|purpose| purpose.consent.as_ref());
    consents.into_iter().any(|consent| consent.explicit == Some(true))
}

fn outside_tasks(transfer: &TransferIn<'_>, ctx: &Ctx<'_>) -> bool {
    purposes(transfer, ctx).iter().any(|purpose| purpose.outside_tasks.is_some())
}
