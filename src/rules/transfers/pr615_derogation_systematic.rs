use crate::rules::prelude::*;

rule! {
    /// An exception for single cases carries a regular transfer.
    ///
    /// An error for grounds that cover only occasional transfers; a warning where nothing says how often, where explicit consent
    /// carries a regular flow, or where the recipient is a processor; a note for contracts fulfilled at a person's request.
    ///
    /// ## Why
    /// The exceptions of Art. 49 are for the odd case; a standing flow needs adequacy or safeguards (recital 111).
    ///
    /// ## Fix
    /// Use clauses, or a recipient in an adequate country, for the standing flow; for the odd case write `frequency: occasional`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hotel:
    ///     name: Grand Hotel Ltd
    ///     role: controller
    ///     does: lodges our travellers
    ///     country: TH
    ///     transfers: {TH: {mechanism: derogation, ground: contract, frequency: regular}} #~ PR615
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [hotel]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hotel:
    ///     name: Grand Hotel Ltd
    ///     role: controller
    ///     does: lodges our travellers
    ///     country: TH
    ///     transfers: {TH: {mechanism: derogation, ground: contract, frequency: occasional}}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [hotel]
    /// ```
    code: "PR615",
    name: "derogation-systematic",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 49(1) GDPR"],
    source: "Art. 49(1), recital 111; EDPB Guidelines 2/2018 sections 1, 2.1-2.8",
    check: Transfer(check),
}

fn check(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let entry = transfer.mechanism;
    if entry.mechanism != Some(Mechanism::Derogation) || !transfer.applies {
        return;
    }
    let recipient = transfer.recipient(ctx.register);
    let whom = recipient.map_or(String::new(), |recipient| format!(" to {}", recipient.title()));
    let spot = ctx.at(entry.node);
    let occasional_only = matches!(
        entry.ground,
        Some(
            DerogationGround::Contract
                | DerogationGround::ContractInInterest
                | DerogationGround::LegalClaims
                | DerogationGround::CompellingInterests
        )
    );
    let is_processor = recipient.is_some_and(|recipient| recipient.role == Some(Role::Processor));
    let ground = entry.ground.map_or("derogation", |ground| ground.id());
    match entry.frequency {
        Some(Frequency::Regular) if occasional_only => {
            sink.report(spot, format!("The regular transfer{whom} rests on an exception for occasional ones ({ground})"));
        }
        Some(Frequency::PerRequest) if occasional_only => {
            let finding =
                sink.report(spot, format!("Transfers{whom} at each request rest on an exception for occasional ones ({ground})"));
            finding.level(if is_processor { Level::Warning } else { Level::Note });
        }
        Some(Frequency::Regular) if entry.ground == Some(DerogationGround::ExplicitConsent) => {
            sink.report(spot, format!("Consent carries a regular transfer{whom}")).level(Level::Warning);
        }
        None if occasional_only || entry.ground == Some(DerogationGround::ExplicitConsent) => {
            sink.report(
                spot.field("frequency"),
                format!("Nothing says how often the exception ({ground}) is used for the transfer{whom}"),
            )
            .level(Level::Warning);
        }
        _ if is_processor => {
            sink.report(spot, format!("An exception ({ground}) carries data{whom}, a processor, which is a standing flow"))
                .level(Level::Warning);
        }
        _ => {}
    }
}
