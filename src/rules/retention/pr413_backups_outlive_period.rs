use std::collections::HashSet;

use crate::rules::prelude::*;

rule! {
    /// Backups of a system live longer than the retention of its data says.
    ///
    /// Compared are `backups` of the retention and `backups_kept` of the systems that hold the category.
    ///
    /// ## Why
    /// Notice and record say when copies are gone; while a backup can be read back the data are not erased (Art. 5(1)(e), 13(2)(a)).
    ///
    /// ## Fix
    /// Write the longer time, `backups: 90 days after deletion`, or correct `backups_kept` of the system.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// retention:
    ///   care: {period: 1 year after contract-end, backups: 30 days after deletion, method: automatic} #~ PR413
    /// systems:
    ///   desk: {name: Help desk, run_by: us, country: NO, backups_kept: 1 year}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// retention: care
    /// systems: [desk]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// retention:
    ///   care: {period: 1 year after contract-end, backups: 1 year after deletion, method: automatic}
    /// systems:
    ///   desk: {name: Help desk, run_by: us, country: NO, backups_kept: 1 year}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// retention: care
    /// systems: [desk]
    /// ```
    code: "PR413",
    name: "backups-outlive-period",
    level: Warning,
    affects: Notice,
    articles: ["Art. 5(1)(e) GDPR", "Art. 13(2)(a) GDPR", "Art. 30(1)(f) GDPR"],
    source: "Art. 5(1)(e), 17(1); CNIL, Guide pratique: les durées de conservation (copies count until they are purged)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let mut reported = HashSet::new();
    for activity in walk::own(&ctx.register.activities).filter(|activity| activity.is_running()) {
        for entry in activity.value.data_categories.iter() {
            for holds in keeping::all_of_category(ctx.register, &activity.value, entry) {
                let Some(backups) = holds.kept.rule.and_then(|rule| rule.backups.as_ref()) else { continue };
                let Some(days) = backups.longest_days() else { continue };
                let longer = ctx.register.all(keeping::systems(&activity.value, entry)).filter_map(|system| {
                    let kept = system.value.backups_kept.as_ref()?;
                    (kept.days() > days + 0.5).then_some((system, kept))
                });
                let Some((system, kept)) = longer.max_by(|(_, a), (_, b)| a.days().total_cmp(&b.days())) else { continue };
                if !reported.insert(backups.node) {
                    continue;
                }
                let message = format!(
                    "Backups of `{}` are kept for {kept}, and the retention says `backups: {}`",
                    system.title(),
                    backups.text
                );
                sink.report(ctx.at(backups.node), message)
                    .help(format!("Write `backups: {kept} after deletion`, or correct `backups_kept` of `{}`.", system.id));
            }
        }
    }
}
