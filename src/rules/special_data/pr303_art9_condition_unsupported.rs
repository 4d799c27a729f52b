use crate::rules::prelude::*;
use std::collections::HashSet;

rule! {
    /// A condition of Art. 9(2) is named without what it requires.
    ///
    /// Explicit consent needs `explicit: yes`; employment law, public interest, public health and research need a provision (a collective
    /// agreement counts for employment law); health care needs professional secrecy with a provision or a contract; `non-profit` needs a
    /// body with such an aim and its own members. A recipient outside a non-profit body is a warning, as people may have agreed to it.
    ///
    /// ## Why
    /// Most exceptions of Art. 9(2) work only together with a statute or a particular kind of organisation.
    ///
    /// ## Fix
    /// Cite the national provision, or choose a condition whose requirements you meet.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: {health: "1 month after consent-withdrawn, at most 3 years after collection"}
    /// purposes:
    ///   advise:
    ///     name: Advise customers on aids
    ///     legal_basis: consent
    ///     consent: {how: form, withdraw: Write to us, record: Customer system} #~ PR303
    ///     art9: explicit-consent
    ///     required: no
    /// ```
    ///
    /// Employment law without the provision.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {sick-leave: 2 years after calendar-year-end}
    /// purposes:
    ///   follow-up: #~ PR303
    ///     name: Follow up sick leave
    ///     legal_basis: legal-obligation
    ///     law: arbeidsmiljøloven § 4-6
    ///     art9: employment-law
    ///     required: by-law
    ///     if_not_provided: We cannot adapt the work
    /// ```
    ///
    /// Health care without secrecy and without a provision, set once for the activity.
    /// ```yaml file=activities/example.yaml
    /// art9: health-care #~ PR303
    /// data_subjects: [patients]
    /// data_categories: {health-records: 10 years after last-entry}
    /// purposes:
    ///   examine:
    ///     name: Examine and treat patients
    ///     kind: health-care
    ///     legal_basis: legal-obligation
    ///     law: helsepersonelloven § 39
    ///     required: by-law
    ///     if_not_provided: We cannot treat you
    ///   plan:
    ///     name: Plan further treatment
    ///     kind: health-care
    ///     legal_basis: legal-obligation
    ///     law: helsepersonelloven § 39
    ///     required: by-law
    ///     if_not_provided: We cannot treat you
    /// ```
    ///
    /// A company is no non-profit body.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [members]
    /// data_categories: {trade-union-membership: 1 year after membership-end}
    /// purposes:
    ///   members:
    ///     name: Keep a list of members
    ///     kind: membership
    ///     legal_basis: contract
    ///     art9: non-profit #~ PR303
    ///     required: by-contract
    ///     if_not_provided: You cannot be a member
    /// ```
    ///
    /// Customers are not the members of a union, and its data do not leave it.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   kind: non-profit
    ///   aim: trade-union
    /// recipients:
    ///   magazine: {name: Fagblad AS, role: controller, does: sends the magazine to members, country: NO}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [members, customers]
    /// data_categories: {trade-union-membership: 1 year after membership-end}
    /// purposes:
    ///   members:
    ///     name: Keep a list of members
    ///     kind: membership
    ///     legal_basis: contract
    ///     art9: non-profit #~ PR303
    ///     recipients: [magazine] #~ PR303
    ///     required: by-contract
    ///     if_not_provided: You cannot be a member
    /// recipients: [magazine]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [employees]
    /// data_categories: {trade-union-membership: 1 year after employment-end}
    /// purposes:
    ///   dues:
    ///     name: Deduct union dues from pay
    ///     legal_basis: legal-obligation
    ///     law: arbeidsmiljøloven § 14-15
    ///     art9: employment-law
    ///     art9_law: personopplysningsloven § 6
    ///     required: no
    /// ```
    /// ```yaml file=activities/care.yaml
    /// name: Care
    /// owner: Head physician
    /// reviewed: 2026-09-01
    /// data_subjects: [patients]
    /// data_categories: {health-records: 10 years after last-entry}
    /// recipients: none
    /// automated_decisions: none
    /// ai: none
    /// dpia: {needed: no, why: "One doctor with few patients (recital 91)"}
    /// purposes:
    ///   examine:
    ///     name: Examine and treat patients
    ///     kind: health-care
    ///     legal_basis: legal-obligation
    ///     law: helsepersonelloven § 39
    ///     art9: health-care
    ///     art9_law: helsepersonelloven § 39
    ///     professional_secrecy: yes
    ///     required: by-law
    ///     if_not_provided: We cannot treat you
    /// ```
    ///
    /// Care in two cases.
    /// ```yaml file=activities/care.yaml
    /// name: Care
    /// owner: Head physician
    /// reviewed: 2026-09-01
    /// data_subjects: [patients]
    /// data_categories: {health-records: 10 years after last-entry}
    /// recipients: none
    /// automated_decisions: none
    /// ai: none
    /// dpia: {needed: no, why: "One doctor with few patients (recital 91)"}
    /// purposes:
    ///   examine:
    ///     name: Examine and treat patients
    ///     kind: health-care
    ///     cases:
    ///       public: {when: your municipality pays, legal_basis: legal-obligation, law: helsepersonelloven § 39, art9: health-care, art9_law: helsepersonelloven § 39, professional_secrecy: yes}
    ///       private: {when: you pay, legal_basis: legal-obligation, law: helsepersonelloven § 40, art9: health-care, art9_law: helsepersonelloven § 39, professional_secrecy: yes}
    ///     required: by-law
    ///     if_not_provided: We cannot treat you
    /// ```
    ///
    /// A trade union on its members.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   kind: non-profit
    ///   aim: trade-union
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [members]
    /// data_categories: {trade-union-membership: 1 year after membership-end}
    /// purposes:
    ///   membership:
    ///     name: Represent our members
    ///     legal_basis: contract
    ///     art9: non-profit
    ///     required: by-contract
    ///     if_not_provided: You cannot be a member
    /// ```
    code: "PR303",
    name: "art9-condition-unsupported",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 9(2)(a), (b), (d), (g)-(j) GDPR", "Art. 9(3) GDPR"],
    source: "The wording of Art. 9(2); EDPB Guidelines 05/2020 on consent, section 4 (explicit consent)",
    check: Activity(check),
}

use crate::sensitive::{self, Part};

/// What a condition lacks: the table and field to complete, and the words for it.
struct Lack {
    node: Option<crate::syntax::NodeId>,
    field: &'static str,
    words: &'static str,
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    // A default of the activity is reported once, not for each purpose.
    let mut seen = HashSet::new();
    for part in sensitive::parts_of(activity) {
        let Some(art9) = part.art9() else { continue };
        // A default must hold only where there is something for it to hold for.
        if part.art9_is_inherited() && part.special(ctx.register).is_empty() {
            continue;
        }
        if let Some(lack) = lack(art9, &part, ctx)
            && seen.insert((lack.node, lack.field))
        {
            let message = format!("`{}` rests on `art9: {}`, {}", part.purpose.title(), art9.id(), lack.words);
            let finding = sink.report(ctx.at(lack.node).field(lack.field), message);
            finding.label("the condition is incomplete").help(help(art9));
        }
        if art9 == Art9::NonProfit {
            outsiders(&part, ctx, sink);
        }
    }
}

fn lack(art9: Art9, part: &Part<'_>, ctx: &Ctx<'_>) -> Option<Lack> {
    let at_condition = |field, words| Some(Lack { node: part.art9_node(), field, words });
    let has_law = !part.art9_law().is_empty();
    match art9 {
        Art9::ExplicitConsent if !part.has_explicit_consent() => {
            let own = part.case.filter(|case| case.value.consent.is_some()).map(|case| case.node);
            let node = own.unwrap_or(if part.purpose.value.consent.is_some() { part.purpose.node } else { part.node() });
            Some(Lack { node, field: "consent", words: "and nothing says that the consent is explicit" })
        }
        Art9::EmploymentLaw if !has_law => at_condition("art9_law", "which needs a provision of law or a collective agreement"),
        Art9::SubstantialPublicInterest | Art9::PublicHealth | Art9::Research if !has_law => {
            at_condition("art9_law", "which needs a provision of Union or national law")
        }
        Art9::HealthCare if !part.is_under_secrecy() => {
            at_condition("professional_secrecy", "which needs people bound to professional secrecy (Art. 9(3))")
        }
        Art9::HealthCare if !has_law && part.contract().is_empty() => {
            at_condition("art9_law", "which needs a provision of law or a contract with a health professional")
        }
        Art9::NonProfit => not_theirs(part, ctx).and_then(|words| at_condition("art9", words)),
        _ => None,
    }
}

/// Why the condition of Art. 9(2)(d) is not open to this body or these people.
fn not_theirs(part: &Part<'_>, ctx: &Ctx<'_>) -> Option<&'static str> {
    let body = sensitive::controller(ctx.register, part.activity)?;
    let has_aim = matches!(
        body.aim,
        Some(NonProfitAim::Political | NonProfitAim::Philosophical | NonProfitAim::Religious | NonProfitAim::TradeUnion)
    );
    if body.kind != Some(OrganisationKind::NonProfit) || !has_aim {
        return Some("which is for non-profit bodies with a political, philosophical, religious or trade union aim");
    }
    let is_theirs = |group: &&Entry<DataSubject>| match people::kind(group) {
        // A group of no kind may well be former members or people in regular contact.
        None => true,
        Some(kind) => matches!(
            kind,
            SubjectKind::Members
                | SubjectKind::BoardMembers
                | SubjectKind::Volunteers
                | SubjectKind::Donors
                | SubjectKind::Subscribers
        ),
    };
    let all_theirs = part.subjects(ctx.register).iter().all(is_theirs);
    (!all_theirs).then_some("which is for members, former members and people in regular contact only")
}

/// Recipients outside the body: only with the consent of the people.
fn outsiders(part: &Part<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let recipients = ctx.register.all(&part.purpose.value.recipients);
    let is_outside = |recipient: &&Entry<Recipient>| {
        matches!(recipient.role, Some(Role::Controller | Role::JointController | Role::Group | Role::Buyer))
            && matches!(recipient.occasion, None | Some(Occasion::Always))
    };
    let outside: Vec<&str> = recipients.filter(is_outside).map(|recipient| recipient.title()).collect();
    if !outside.is_empty() {
        let message = format!("`{}` gives data of members to {}, outside the body", part.purpose.title(), listed(&outside));
        let finding = sink.report(ctx.at(part.purpose.node).field("recipients"), message);
        finding
            .level(Level::Warning)
            .help("Art. 9(2)(d) holds inside the body only: ask the members (`art9: explicit-consent`) before data leave it.");
    }
}

fn help(art9: Art9) -> &'static str {
    match art9 {
        Art9::ExplicitConsent => {
            "Write `explicit: yes` in `consent:` when people say yes in so many words to the use of exactly these data."
        }
        Art9::EmploymentLaw => {
            "Cite what obliges or allows you, as in `art9_law: personopplysningsloven § 6`, or `art9_law: \"collective agreement: <name>\"`."
        }
        Art9::HealthCare => {
            "Write `professional_secrecy: yes` and `art9_law:` with the act on health personnel or patient records."
        }
        Art9::NonProfit => {
            "Choose another condition, such as `explicit-consent`; a non-profit body says its aim: `aim: trade-union` in `organisation`."
        }
        _ => "Cite the statute that opens the exception in `art9_law:`, or choose another condition.",
    }
}
