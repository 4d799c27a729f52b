use crate::due;
use crate::law::Review;
use crate::rules::prelude::*;
use crate::walk::TransferHolder;

rule! {
    /// A transfer relies on the Data Privacy Framework, and no active entry of the recipient is recorded.
    ///
    /// An error where the entry is inactive, or the sector cannot certify, and nothing else stands by; a warning where the entry,
    /// its status or the day of the look-up is missing, or the look-up is older than 12 months.
    ///
    /// ## Why
    /// The decision covers only companies with an active certification, renewed each year; the exporter looks it up first (Art. 45).
    ///
    /// ## Fix
    /// Look the company up on the list and record it: `dpf: {entity: Chat Inc., status: active, covers: [non-hr], checked: 2026-09-01}`, or sign clauses.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat Inc.
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: US
    ///     transfers: {US: dpf} #~ PR605
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    ///
    /// The entry has lapsed.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat Inc.
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: US
    ///     transfers: {US: dpf} #~ PR605
    ///     dpf: {entity: Chat Inc., status: inactive, covers: [non-hr], checked: 2026-09-01}
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   chat:
    ///     name: Chat Inc.
    ///     role: processor
    ///     does: runs the chat on our site
    ///     country: US
    ///     transfers: {US: dpf}
    ///     dpf: {entity: Chat Inc., status: active, covers: [non-hr], checked: 2026-09-01}
    ///     contract: {signed: 2024-03-01, file: chat.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [chat]
    /// ```
    code: "PR605",
    name: "dpf-not-verified",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 45 GDPR", "Art. 44 GDPR"],
    source: "Decision (EU) 2023/1795; EDPB FAQ for European businesses on the DPF v2.0 (15 January 2026); T-553/23 Latombe (3 September 2025), appeal C-703/25 P pending",
    silences: ["PR604", "PR009"],
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let mut done: Vec<&str> = Vec::new();
    let register = ctx.register;
    walk::transfers(register, &mut |transfer| {
        let is_us = transfer.place.country().is_some_and(|country| country.code() == "US");
        let relies =
            matches!(transfer.mechanism.mechanism, Some(Mechanism::Dpf | Mechanism::Adequacy)) && is_us && transfer.applies;
        if !relies {
            return;
        }
        let spot = ctx.at(transfer.mechanism.node);
        match transfer.recipient(register) {
            Some(recipient) if !done.contains(&&*recipient.id) => {
                done.push(&recipient.id);
                one(recipient, transfer.entry, spot, ctx, sink);
            }
            Some(_) => {}
            // A statement for all recipients holds for those in the United States without one of their own.
            None if matches!(transfer.holder, TransferHolder::Settings) => {
                let without: Vec<&str> = register
                    .recipients
                    .iter()
                    .filter(|recipient| ctx.relations.is_in_use(register, recipient) && recipient.dpf.is_none())
                    .filter(|recipient| {
                        flows::of(register, ctx.relations, ctx.law, recipient).iter().any(|flow| flow.place.to_string() == "US")
                    })
                    .map(|recipient| recipient.title())
                    .collect();
                let whom = if without.is_empty() { "no recipient".to_owned() } else { listed(&without) };
                if !without.is_empty() || !register.recipients.iter().any(|recipient| recipient.dpf.is_some()) {
                    sink.report(
                        spot,
                        format!(
                            "Transfers rely on the Data Privacy Framework, and an entry in its list is recorded for {}",
                            none_of(&whom)
                        ),
                    );
                }
            }
            None => {}
        }
    });
}

fn none_of(whom: &str) -> String {
    if whom == "no recipient" { whom.to_owned() } else { format!("none of {whom}") }
}

fn one(recipient: &Entry<Recipient>, entry: &TransferEntry, spot: Spot<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let stands_by = entry.mechanisms.len() > 1;
    let title = recipient.title();
    let serious = if stands_by { Level::Warning } else { Level::Error };
    if let Some(sector) = recipient.sector.filter(|sector| cannot_certify(*sector, ctx)) {
        let message = format!("{title} ({}) cannot certify under the Data Privacy Framework", sector.id());
        sink.report(spot, message).level(serious).label("outside the framework");
        return;
    }
    let Some(dpf) = &recipient.dpf else {
        sink.report(spot, format!("{title} relies on the Data Privacy Framework, and no entry in its list is recorded"))
            .label("on the list?");
        return;
    };
    if dpf.status == Some(DpfStatus::Inactive) {
        sink.report(spot, format!("The entry of {title} in the Data Privacy Framework list is inactive"))
            .level(serious)
            .label("inactive");
        return;
    }
    let mut gaps: Vec<&str> = Vec::new();
    if dpf.entity.is_none() {
        gaps.push("the name as listed");
    }
    if !matches!(dpf.status, Some(DpfStatus::Active | DpfStatus::ActiveUnderReview)) {
        gaps.push("an active status");
    }
    let look = due::of_dpf(ctx.law, recipient, dpf);
    let recent = format!("a look-up of the last {}", ctx.law.review_interval(Review::DpfEntry));
    match look.day {
        None if ctx.is_open(ctx.at(recipient.node).field("dpf").node(), "checked") => {}
        None => gaps.push("the day it was looked up"),
        Some(_) if look.is_before(ctx.as_of()) => gaps.push(&recent),
        Some(_) => {}
    }
    if recipient.sector == Some(Sector::NonProfit) {
        gaps.push("how a non-profit body can certify");
    }
    if !gaps.is_empty() {
        sink.report(spot, format!("{title} relies on the Data Privacy Framework, and the register lacks {}", listed(&gaps)));
    }
}

fn cannot_certify(sector: Sector, ctx: &Ctx<'_>) -> bool {
    let us = Country::from_code("US").and_then(|country| ctx.law.adequacy(country));
    us.is_some_and(|decision| decision.excludes(sector))
}
