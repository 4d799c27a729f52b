use crate::decisions;
use crate::rules::prelude::*;

rule! {
    /// A decision with a legal or similar effect is taken by a machine alone, without one of the three grounds.
    ///
    /// A warning where the purpose has another basis than the ground suggests, and where the register does not say whether a person decides.
    ///
    /// ## Why
    /// Decisions by machine alone that matter for people are forbidden except on three grounds, and legitimate interests is not one of them (Art. 22(2)).
    ///
    /// ## Fix
    /// Let a person with real influence decide (`human: yes`; a rubber stamp does not count), or rest it on `ground: contract`, `ground: law` with `law:`, or `ground: explicit-consent`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// automated_decisions:
    ///   limit:
    ///     what: Credit limit
    ///     effect: significant
    ///     human: no
    ///     ground: legitimate-interests #~ PR806
    ///     logic: Income and payment history, arrears weigh most
    ///     consequences: A lower limit
    ///     contest: Write to us and a person looks at it again
    /// ```
    ///
    /// No ground at all, and one without its law.
    /// ```yaml file=activities/example.yaml
    /// automated_decisions:
    ///   limit: #~ PR806
    ///     what: Credit limit
    ///     effect: significant
    ///     human: no
    ///     logic: Income and payment history, arrears weigh most
    ///     consequences: A lower limit
    ///     contest: Write to us and a person looks at it again
    ///   refund: #~ PR806
    ///     what: Refund of a fee
    ///     effect: legal
    ///     human: no
    ///     ground: law
    ///     logic: The day of the payment
    ///     consequences: You get the fee back or not
    ///     contest: Write to us and a person looks at it again
    /// ```
    ///
    /// The purpose rests on a contract, not on consent.
    /// ```yaml file=activities/example.yaml
    /// automated_decisions:
    ///   limit:
    ///     what: Credit limit
    ///     effect: significant
    ///     human: no
    ///     ground: explicit-consent #~ PR806
    ///     logic: Income and payment history, arrears weigh most
    ///     consequences: A lower limit
    ///     contest: Write to us and a person looks at it again
    /// ```
    ///
    /// Who decides is left open.
    /// ```yaml file=activities/example.yaml
    /// automated_decisions:
    ///   limit: {what: Credit limit, effect: significant} #~ PR806
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// automated_decisions:
    ///   limit:
    ///     what: Credit limit
    ///     effect: significant
    ///     human: no
    ///     ground: contract
    ///     logic: Income and payment history, arrears weigh most
    ///     consequences: A lower limit
    ///     contest: Write to us and a person looks at it again
    /// ```
    code: "PR806",
    name: "automated-decision-without-ground",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 22(1)-(2) GDPR"],
    source: "CJEU C-634/21 SCHUFA Holding (7 December 2023); WP 251 rev.01",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    for decision in decisions::of(activity).filter(|decision| decisions::matters(decision)) {
        let spot = ctx.at(decision.node);
        let name = decisions::name(decision);
        match decision.human {
            None => {
                let message = format!("The register does not say whether a person decides on `{name}`");
                let finding = sink.report(spot.field("human"), message).level(Level::Warning);
                finding.help("Write `human: yes` where a person with real influence decides; else `human: no` with a `ground`.");
            }
            Some(true) => {}
            Some(false) => ground(activity, decision, spot, sink),
        }
    }
}

fn ground(activity: &Entry<Activity>, decision: &Entry<AutomatedDecision>, spot: Spot<'_>, sink: &mut Sink) {
    let name = decisions::name(decision);
    let wanted = match decision.ground {
        None => {
            sink.report(
                spot.field("ground"),
                format!("`{name}` is decided by machine alone, and no ground of Art. 22(2) is named"),
            );
            return;
        }
        Some(DecisionGround::LegitimateInterests) => {
            let message =
                format!("`{name}` is decided by machine alone on legitimate interests, which Art. 22(2) does not allow");
            sink.report(spot.field("ground"), message).label("no ground of Art. 22(2)");
            return;
        }
        Some(DecisionGround::Law) => {
            if decision.law.is_empty() {
                sink.report(
                    spot.field("law"),
                    format!("`{name}` is decided by machine alone because the law allows it, and no law is named"),
                );
            }
            return;
        }
        Some(DecisionGround::Contract) => LegalBasis::Contract,
        Some(DecisionGround::ExplicitConsent) => LegalBasis::Consent,
    };
    let parts = decisions::parts_behind(activity, decision);
    let bases: Vec<LegalBasis> = parts.iter().flat_map(|part| part.bases()).collect();
    let by_condition = wanted == LegalBasis::Consent && parts.iter().any(|part| part.has_explicit_consent());
    if !bases.is_empty() && !bases.contains(&wanted) && !by_condition {
        let ground = decision.ground.map_or("", DecisionGround::id);
        let own = listed(bases.iter().map(|basis| basis.id()));
        let message = format!("`{name}` rests on `ground: {ground}`, and its purpose on {own}");
        let finding = sink.report(spot.field("ground"), message).level(Level::Warning);
        finding
            .label("another basis than the purpose")
            .help("Bring the ground and the basis of the purpose in line, or name the purpose it belongs to: `purpose: ...`.");
    }
}
