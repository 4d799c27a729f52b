use crate::rules::prelude::*;

rule! {
    /// An adequacy decision covers only part of the country, and nothing says that the recipient is inside.
    ///
    /// An error where the recipient's sector is excluded; a note for commercial processors. The United States are left to PR605.
    ///
    /// ## Why
    /// Several decisions cover only part of a country; a public university in Canada, for one, is outside (Art. 45(3)).
    ///
    /// ## Fix
    /// Say why the recipient is inside: `adequacy_scope: Commercial organisation under PIPEDA`, or use clauses.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   university:
    ///     name: University of Nordlys, Ontario
    ///     role: controller
    ///     sector: public
    ///     country: CA
    ///     transfers: {CA: adequacy} #~ PR604
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [university]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   shop:
    ///     name: Shop Platform Inc.
    ///     role: controller
    ///     sector: commercial
    ///     country: CA
    ///     adequacy_scope: Commercial organisation under PIPEDA
    ///     transfers: {CA: adequacy}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [shop]
    /// ```
    code: "PR604",
    name: "adequacy-out-of-scope",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 45(1) GDPR", "Art. 45(3) GDPR"],
    source: "Decisions 2002/2/EC (Canada), (EU) 2019/419 (Japan), (EU) 2022/254 (Korea), (EU) 2026/179 (Brazil)",
    check: Transfer(check),
}

fn check(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(country) = transfer.place.country().filter(|_| transfer.mechanism.mechanism == Some(Mechanism::Adequacy)) else {
        return;
    };
    let Some(decision) = ctx.law.adequacy(country).filter(|decision| !decision.is_whole() && !decision.is_list()) else { return };
    let Some(recipient) = transfer.recipient(ctx.register) else { return };
    let spot = ctx.at(transfer.mechanism.node);
    if let Some(sector) = recipient.sector.filter(|sector| decision.excludes(*sector)) {
        let message =
            format!("{} ({}) is outside decision {} on {}", recipient.title(), sector.id(), decision.decision, country.name());
        sink.report(spot, message).level(Level::Error).label("outside the scope");
    } else if recipient.adequacy_scope.is_none() {
        let message = format!(
            "Decision {} covers only part of {}; nothing says that {} is inside",
            decision.decision,
            country.name(),
            recipient.title()
        );
        let finding = sink.report(spot, message);
        finding.label(decision.scope.chars().take(90).collect::<String>());
        if recipient.role == Some(Role::Processor) && recipient.sector == Some(Sector::Commercial) {
            finding.level(Level::Note);
        }
    }
}
