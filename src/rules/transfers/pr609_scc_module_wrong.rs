use crate::rules::prelude::*;
use crate::walk::TransferHolder;

rule! {
    /// Standard clauses name no module, or one that does not fit exporter and importer.
    ///
    /// No module is a warning. A list passes when it contains the one that fits: controller to controller 1, controller to
    /// processor 2, processor to processor 3, processor to its controller 4.
    ///
    /// ## Why
    /// The clauses are four different contracts; the wrong one leaves the duties of one side out (Art. 46(2)(c)).
    ///
    /// ## Fix
    /// Name the module that fits who sends and who receives: `module: 2`; `exporter:` where somebody else sends.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   payroll:
    ///     name: Payroll Inc.
    ///     role: processor
    ///     does: pays our salaries
    ///     country: US
    ///     transfers: {US: {mechanism: sccs, module: 1, signed: 2024-01-01, assessment: commission-dpf-findings}} #~ PR609
    ///     contract: {signed: 2024-01-01, file: p.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [payroll]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   payroll:
    ///     name: Payroll Inc.
    ///     role: processor
    ///     does: pays our salaries
    ///     country: US
    ///     transfers: {US: {mechanism: sccs, module: [2, 3], signed: 2024-01-01, assessment: commission-dpf-findings}}
    ///     contract: {signed: 2024-01-01, file: p.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [payroll]
    /// ```
    code: "PR609",
    name: "scc-module-wrong",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 46(2)(c) GDPR"],
    source: "Decision (EU) 2021/914, Annex and recital 7; Commission questions and answers on the clauses (2022)",
    check: Transfer(check),
}

fn check(transfer: &TransferIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let entry = transfer.mechanism;
    let is_new = entry.set.is_none_or(|set| set == SccSet::S2021);
    if entry.mechanism != Some(Mechanism::Sccs) || !is_new {
        return;
    }
    let recipient = transfer.recipient(ctx.register);
    let whom = recipient.map_or("the clauses".to_owned(), |recipient| format!("the clauses with {}", recipient.title()));
    let spot = ctx.at(entry.node);
    let fitting = recipient.and_then(|recipient| fitting(transfer, recipient, ctx));
    if entry.module.is_empty() {
        let finding = sink.report(spot.field("module"), format!("Nothing says which module of {whom} holds"));
        finding.level(Level::Warning);
        if let Some(module) = fitting {
            finding.help(format!("Add `module: {}` ({}).", module.id(), module.meaning().to_lowercase()));
        }
    } else if let Some(module) = fitting.filter(|module| !entry.module.contains(module)) {
        let named = listed(entry.module.iter().map(|module| format!("{} ({})", module.id(), module.meaning().to_lowercase())));
        let message = format!("Module {named} of {whom} does not fit: it is {}", module.meaning().to_lowercase());
        sink.report(spot.field("module"), message).help(format!("Use module {}.", module.id()));
    }
}

/// The module for who sends and who receives; `None` where that cannot be said.
fn fitting(transfer: &TransferIn<'_>, recipient: &Entry<Recipient>, ctx: &Ctx<'_>) -> Option<SccModule> {
    let role = match transfer.holder {
        TransferHolder::Service(_, service) => service.role.or(recipient.role),
        _ => recipient.role,
    };
    let inside = recipient.country.and_then(Place::country).is_some_and(|country| ctx.law.is_eea(country));
    let to_controller = matches!(role, Some(Role::Controller | Role::Group | Role::JointController));
    // A processor inside the EEA sends on to its own sub-processors or people abroad.
    let exporter_is_processor = match transfer.mechanism.exporter {
        Some(exporter) if exporter.is_word("us") => acts_only_as_processor(transfer, ctx),
        Some(exporter) if exporter.is_word("customer") => return None,
        Some(exporter) => exporter.to::<Recipient>().and_then(|own| ctx.register.get(own))?.role == Some(Role::Processor),
        None => {
            inside && role == Some(Role::Processor)
                || acts_only_as_processor(transfer, ctx)
                || !ctx.relations.is_used_directly(ctx.register, recipient)
        }
    };
    match (exporter_is_processor, role) {
        (true, Some(Role::Processor)) => Some(SccModule::Three),
        (false, Some(Role::Processor)) => Some(SccModule::Two),
        (false, Some(_)) if to_controller => Some(SccModule::One),
        _ => None,
    }
}

/// Whether the recipient is used only in services done for customers.
fn acts_only_as_processor(transfer: &TransferIn<'_>, ctx: &Ctx<'_>) -> bool {
    use crate::relations::User;
    let Some(recipient) = transfer.recipient(ctx.register) else { return false };
    let uses = ctx.relations.uses(ctx.register, recipient);
    !uses.is_empty() && uses.iter().all(|usage| matches!(usage.by, User::ProcessingFor(_) | User::Recipient(_)))
}
