use crate::rules::prelude::*;

rule! {
    /// A processor also uses the data for itself, and no second role is declared.
    ///
    /// For a few well-known products the register is only asked, as terms and settings differ: a note.
    ///
    /// ## Why
    /// A supplier that uses the data for itself is a controller for that part, and people must be told (Art. 28(10)).
    ///
    /// ## Fix
    /// Have the extra use switched off (`own_purposes: none`), or declare it: `also: controller`, or `also: joint-controller` with the arrangement.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   counter:
    ///     name: Counter GmbH
    ///     role: processor
    ///     does: counts visits
    ///     country: DE
    ///     own_purposes: [advertising] #~ PR509
    ///     contract: {signed: 2024-03-01, file: c.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [counter]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   counter:
    ///     name: Counter GmbH
    ///     role: processor
    ///     does: counts visits
    ///     country: DE
    ///     own_purposes: none
    ///     contract: {signed: 2024-03-01, file: c.pdf}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [counter]
    /// ```
    code: "PR509",
    name: "processor-with-own-purposes",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 28(10) GDPR", "Art. 26 GDPR"],
    source: "EDPB Guidelines 07/2020 para 81; CJEU C-40/17 Fashion ID",
    check: Recipient(check),
}

fn check(recipient: &Entry<Recipient>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let is_processor = matches!(recipient.role, Some(Role::Processor | Role::Unknown));
    if !is_processor || recipient.also.is_some() || !ctx.relations.is_in_use(ctx.register, recipient) {
        return;
    }
    let title = recipient.title();
    let spot = ctx.at(recipient.node);
    match &recipient.own_purposes {
        Some(OrNone::Some(own)) => {
            let kinds = match own {
                Either::One(map) => listed(map.iter().map(|pair| pair.key.id())),
                Either::Other(list) => listed(list.iter().map(|kind| kind.id())),
            };
            if !kinds.is_empty() {
                let message = match recipient.role {
                    Some(Role::Processor) => format!("{title} is a processor and uses the data for itself as well ({kinds})"),
                    _ => format!("{title} uses the data for itself as well ({kinds}), and its role is not known"),
                };
                sink.report(spot.field("own_purposes"), message);
            }
        }
        Some(OrNone::None) => {}
        None => {
            let services = recipient.value.services.into_iter().map(|service| service.title());
            let known =
                std::iter::once(title).chain(services).find(|name| ctx.law.vendor(name, |vendor| vendor.own_purposes).is_some());
            if let Some(product) = known {
                sink.report(spot.field("own_purposes"), format!("Does {product} use the data for purposes of its own?"))
                    .level(Level::Note)
                    .help("Look at its terms and settings, and write `own_purposes: none` or the purposes.");
            }
        }
    }
}
