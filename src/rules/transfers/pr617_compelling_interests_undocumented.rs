use crate::rules::prelude::*;

rule! {
    /// A transfer rests on compelling legitimate interests, and the record lacks what this ground demands.
    ///
    /// ## Why
    /// This is the one ground for which the record itself states the safeguards, and the authority and the people are told (Art. 30(1)(e), 49(1)).
    ///
    /// ## Fix
    /// Fill in `assessment`, `safeguards`, `authority_informed` and `people_informed`, or find another mechanism.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   regulator:
    ///     name: Regulator of trade
    ///     role: controller
    ///     does: investigates cartels
    ///     country: US
    ///     transfers: {US: {mechanism: derogation, ground: compelling-interests, frequency: occasional}} #~ PR617
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [regulator]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   regulator:
    ///     name: Regulator of trade
    ///     role: controller
    ///     does: investigates cartels
    ///     country: US
    ///     transfers:
    ///       US:
    ///         mechanism: derogation
    ///         ground: compelling-interests
    ///         frequency: occasional
    ///         assessment: tia-case
    ///         safeguards: Redacted to five documents
    ///         authority_informed: 2026-03-01
    ///         people_informed: 2026-03-02
    ///         people_affected: 12
    ///         why_no_other: The regulator signs no clauses
    /// assessments:
    ///   tia-case: {kind: tia, country: US, done: 2026-02-20, outcome: equivalent}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [regulator]
    /// ```
    code: "PR617",
    name: "compelling-interests-undocumented",
    level: Error,
    affects: Record,
    articles: ["Art. 49(1) GDPR", "Art. 49(6) GDPR", "Art. 30(1)(e) GDPR"],
    source: "Art. 30(1)(e) last half; Art. 49(6); EDPB Guidelines 2/2018 section 2.8",
    check: Transfer(check),
}

fn check(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let entry = transfer.mechanism;
    let applies = entry.mechanism == Some(Mechanism::Derogation) && entry.ground == Some(DerogationGround::CompellingInterests);
    if !applies {
        return;
    }
    let lacks: Vec<&str> = [
        (entry.assessment.is_none(), "an assessment"),
        (entry.safeguards.is_none(), "the safeguards"),
        (entry.authority_informed.is_none(), "the day the authority was informed"),
        (entry.people_informed.is_none(), "the day the people were informed"),
    ]
    .into_iter()
    .filter_map(|(missing, what)| missing.then_some(what))
    .collect();
    if !lacks.is_empty() {
        let whom = transfer.recipient(ctx.register).map_or(String::new(), |recipient| format!(" to {}", recipient.title()));
        sink.report(
            ctx.at(entry.node),
            format!("The transfer{whom} rests on compelling interests, and the record lacks {}", listed(&lacks)),
        );
    }
}
