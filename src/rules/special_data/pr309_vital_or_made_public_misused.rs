use crate::model::SourceTarget;
use crate::rules::prelude::*;
use crate::sensitive::{self, Part};

rule! {
    /// Vital interests, data made public by the person, or legal claims are named where nothing in the purpose points to them.
    ///
    /// Vital interests need an emergency: the `when` of a case says it, and a purpose of kind `health-care` or `security` may have the
    /// legal basis without. Data are made public by the person only where they come from the person, a public web page or social media.
    /// Legal claims fit purposes on claims, cases, debts and reports; a purpose without `kind` is not judged.
    ///
    /// ## Why
    /// These grounds ask for no statute and are the usual label where none of the others fits, which leaves the processing without a condition (Art. 9(2)).
    ///
    /// ## Fix
    /// Choose the condition that fits, or narrow the purpose to the emergency or the claim.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: {contact-details: 1 year after purchase}
    /// purposes:
    ///   warn:
    ///     name: Tell customers about new products
    ///     kind: customer-relations
    ///     legal_basis: vital-interests #~ PR309
    ///     required: no
    /// ```
    ///
    /// Consent could be asked for, and nothing says why not.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: 1 year after event-date}
    /// purposes:
    ///   camp:
    ///     name: Keep an eye on the health of participants
    ///     kind: events
    ///     legal_basis: legal-obligation
    ///     law: folkehelseloven § 3
    ///     art9: vital-interests #~ PR309
    ///     required: by-law
    ///     if_not_provided: You cannot take part
    /// ```
    ///
    /// An employer makes nothing public for its staff.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {political-opinions: 1 year after collection}
    /// sources:
    ///   their-employer: {inform_when: within-a-month}
    /// purposes:
    ///   list:
    ///     name: Keep a list of speakers with their views
    ///     kind: events
    ///     legal_basis: legitimate-interests
    ///     interest: To invite a balanced panel
    ///     assessment: {why: The speakers take part in public debate}
    ///     art9: made-public #~ PR309
    /// ```
    ///
    /// A campaign is no claim.
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: 1 year after case-closed}
    /// purposes:
    ///   offer:
    ///     name: Offer aids that fit the customer
    ///     kind: customer-care
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: To offer what the customer can use
    ///     assessment: {why: Customers who asked for advice expect it}
    ///     art9: legal-claims #~ PR309
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: 3 years after claim-settled}
    /// purposes:
    ///   settle:
    ///     name: Settle claims for injuries
    ///     kind: legal-claims
    ///     legal_basis: legitimate-interests
    ///     required: no
    ///     interest: To answer claims for damages
    ///     assessment: {why: Who makes a claim expects that it is examined}
    ///     art9: legal-claims
    /// ```
    code: "PR309",
    name: "vital-or-made-public-misused",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 6(1)(d) GDPR", "Art. 9(2)(c), (e), (f) GDPR"],
    source: "Recital 46; CJEU C-252/21 Meta Platforms (manifestly made public); EDPB Guidelines 8/2020, section 8.2",
    check: Purpose(check),
}

fn check(purpose: &PurposeIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    for part in sensitive::parts(purpose) {
        let title = part.purpose.title();
        let at_condition = |art9: &str, words: String| {
            (ctx.at(part.art9_node()).field("art9"), format!("`{title}` rests on `art9: {art9}`, {words}"))
        };
        let found = match part.art9() {
            Some(Art9::VitalInterests) if part.when().is_none() => {
                Some(at_condition("vital-interests", "and nothing says why the person cannot consent".to_owned()))
            }
            Some(Art9::MadePublic) => other_source(&part, ctx)
                .map(|source| at_condition("made-public", format!("but {source} is not the person making them public"))),
            Some(Art9::LegalClaims) if part.purpose.kind.is_some_and(|kind| !is_about_claims(kind)) => {
                Some(at_condition("legal-claims", "and is not about a claim".to_owned()))
            }
            _ => None,
        };
        // One of the two is enough to say that there is no emergency.
        if let Some((spot, message)) = found {
            sink.report(spot, message).label("does it fit?");
        } else if part.art9() != Some(Art9::VitalInterests) && is_no_emergency(&part) {
            let message = format!("`{title}` rests on vital interests and is not about an emergency");
            sink.report(ctx.at(part.node()).field("legal_basis"), message).label("a matter of life and death?");
        }
    }
}

fn is_no_emergency(part: &Part<'_>) -> bool {
    let kind_fits = |kind| matches!(kind, PurposeKind::HealthCare | PurposeKind::Security);
    let bases = part.bases();
    bases.contains(&LegalBasis::VitalInterests) && part.when().is_none() && part.purpose.kind.is_some_and(|kind| !kind_fits(kind))
}

fn is_about_claims(kind: PurposeKind) -> bool {
    matches!(
        kind,
        PurposeKind::LegalClaims
            | PurposeKind::CaseHandling
            | PurposeKind::DebtCollection
            | PurposeKind::Whistleblowing
            | PurposeKind::Other
    )
}

/// A source of the special data at which the person has not made them public.
fn other_source(part: &Part<'_>, ctx: &Ctx<'_>) -> Option<String> {
    let special = part.special(ctx.register);
    sources(part, &special, ctx).into_iter().find_map(|source| match source.target {
        SourceTarget::Source(reference) => {
            let source = ctx.register.get(reference)?;
            let is_person = &*source.id == "person";
            let by_person = matches!(source.kind, Some(SourceKind::Person | SourceKind::PublicWeb | SourceKind::SocialMedia));
            (!is_person && !by_person).then(|| source.title().to_owned())
        }
        SourceTarget::Recipient(reference) => ctx.register.get(reference).map(|recipient| recipient.title().to_owned()),
        // Where another activity has its data from is judged there.
        SourceTarget::Activity(_) | SourceTarget::Nothing => None,
    })
}

/// Where the special data of a part come from: as their category says, else as the activity does.
fn sources(part: &Part<'_>, special: &[&Entry<DataCategory>], ctx: &Ctx<'_>) -> Vec<SourceRef> {
    let is_special = |category: crate::decode::Ref<DataCategory>| {
        ctx.register.get(category).is_some_and(|category| special.iter().any(|own| own.id == category.id))
    };
    let entries = part.activity.value.data_categories.iter().filter(|entry| is_special(entry.category));
    let own: Vec<SourceRef> =
        entries.filter_map(|entry| entry.usage.as_ref()).flat_map(|usage| usage.sources.iter().copied()).collect();
    if !own.is_empty() {
        return own;
    }
    let gives = |usage: &SourceUse| usage.data_categories.is_empty() || usage.data_categories.iter().any(|own| is_special(*own));
    let all = part.activity.value.sources.iter().filter(|entry| entry.usage.as_deref().is_none_or(gives));
    all.map(|entry| entry.source).collect()
}
