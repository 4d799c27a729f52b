use crate::rules::prelude::*;

rule! {
    /// Employees' data go to a company whose certification does not cover HR data.
    ///
    /// An error where the recipient is a controller or a group company, a warning for processors, a note for applicants and others
    /// who are no employees. For a pure processor the requirement is discussed: ask which coverage applies.
    ///
    /// ## Why
    /// Certifications name HR data separately; without it data of the employment relation are not covered (Art. 45, Decision (EU) 2023/1795).
    ///
    /// ## Fix
    /// Look for "HR data" in the entry and record `covers: [hr, non-hr]`, or use clauses for this activity.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hr-system:
    ///     name: HR Inc.
    ///     role: processor
    ///     does: runs our HR system
    ///     country: US
    ///     transfers: {US: dpf}
    ///     dpf: {entity: HR Inc., status: active, covers: [non-hr], checked: 2026-09-01}
    ///     contract: {signed: 2024-03-01, file: hr.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// recipients: [hr-system] #~ PR606
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hr-system:
    ///     name: HR Inc.
    ///     role: processor
    ///     does: runs our HR system
    ///     country: US
    ///     transfers: {US: dpf}
    ///     dpf: {entity: HR Inc., status: active, covers: [hr, non-hr], checked: 2026-09-01}
    ///     contract: {signed: 2024-03-01, file: hr.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// recipients: [hr-system]
    /// ```
    code: "PR606",
    name: "dpf-excludes-hr-data",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 45 GDPR"],
    source: "Decision (EU) 2023/1795; EDPB FAQ for European businesses on the DPF v2.0 (scope, HR data); DPF Supplemental Principle 9",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let personnel: Vec<&Entry<DataSubject>> =
        register.all(&activity.value.data_subjects).filter(|group| people::is_personnel(group)).collect();
    if personnel.is_empty() {
        return;
    }
    let employed =
        personnel.iter().any(|group| matches!(people::kind(group), Some(SubjectKind::Employees | SubjectKind::FormerEmployees)));
    let us = Country::from_code("US").map(Place::Country);
    for entry in &activity.value.recipients {
        let Some(recipient) = register.get(entry.recipient) else { continue };
        let own = entry.narrowed.as_ref().and_then(|narrowed| narrowed.transfers.to(us?));
        let stated = own.or_else(|| recipient.value.transfers.to(us?));
        let relies = stated.and_then(|entry| entry.mechanisms.first()).and_then(|first| first.mechanism) == Some(Mechanism::Dpf);
        let Some(dpf) = recipient.dpf.as_ref().filter(|_| relies) else { continue };
        if dpf.covers.is_empty() || dpf.covers.contains(&DpfCovers::Hr) {
            continue;
        }
        let names = people::names(personnel.iter().copied());
        let message = format!("{} gets data of {names}, and its certification covers no HR data", recipient.title());
        let finding = sink.report(ctx.at(entry.node), message);
        let own_ends = matches!(recipient.role, Some(Role::Group | Role::Controller | Role::JointController));
        finding.level(if !employed {
            Level::Note
        } else if own_ends {
            Level::Error
        } else {
            Level::Warning
        });
        finding.note(&ctx.at(recipient.node).field("dpf").field("covers"), "covered here");
    }
}
