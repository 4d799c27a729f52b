use crate::rules::prelude::*;

rule! {
    /// Direct marketing goes out electronically without consent and without the conditions of the exception for customers.
    ///
    /// For e-mail, text messages and automated calls; a warning for push messages, for conditions of the exception that are not
    /// answered, and where all people are contacts at companies and it is not known whether the country wants their consent; a
    /// note where it lets them refuse.
    ///
    /// ## Why
    /// Marketing by electronic mail needs consent first; only customers may get offers of similar products of your own, if they could refuse at the sale and in every message (Art. 13(1)-(2) Directive 2002/58/EC).
    ///
    /// ## Fix
    /// Ask for consent; or, for customers, `legal_basis: soft-opt-in` with `soft_opt_in: {from_sale: yes, own_similar: yes, offered_at_collection: yes}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   news:
    ///     name: Send product news to our customers
    ///     kind: direct-marketing
    ///     channels: [email]
    ///     legal_basis: legitimate-interests #~ PR907
    ///     interest: Tell our customers what is new
    ///     assessment: {why: One message a month to people who bought from us}
    ///     opt_out: Link in every e-mail
    ///     required: no
    /// ```
    ///
    /// The exception, for people who have bought nothing.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [prospects]
    /// purposes:
    ///   news:
    ///     name: Send product news
    ///     kind: direct-marketing
    ///     channels: [email]
    ///     legal_basis: soft-opt-in #~ PR907
    ///     soft_opt_in: {from_sale: yes, own_similar: yes, offered_at_collection: yes}
    ///     opt_out: Link in every e-mail
    ///     required: no
    /// ```
    ///
    /// The exception, without its conditions.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   news:
    ///     name: Send product news to our customers
    ///     kind: direct-marketing
    ///     channels: [email]
    ///     legal_basis: soft-opt-in
    ///     soft_opt_in: {from_sale: yes, own_similar: no, offered_at_collection: yes} #~ PR907
    ///     opt_out: Link in every e-mail
    ///     required: no
    /// ```
    ///
    /// Conditions that nobody has looked at.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   news: #~ PR907
    ///     name: Send product news to our customers
    ///     kind: direct-marketing
    ///     legal_basis: soft-opt-in
    ///     opt_out: Link in every e-mail
    ///     required: no
    /// ```
    ///
    /// A push message.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   news:
    ///     name: Show product news on the telephones of our customers
    ///     kind: direct-marketing
    ///     channels: [push]
    ///     legal_basis: legitimate-interests #~ PR907
    ///     interest: Tell our customers what is new
    ///     assessment: {why: One message a month to people who bought from us}
    ///     opt_out: Switch messages off in the app
    ///     required: no
    /// ```
    ///
    /// Contacts at companies, in a country whose rule is not known.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: PL
    ///   number: 0000123456
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customer-contacts]
    /// purposes:
    ///   news:
    ///     name: Send product news to our customers
    ///     kind: direct-marketing
    ///     channels: [email]
    ///     legal_basis: legitimate-interests #~ PR907
    ///     interest: Tell our customers what is new
    ///     assessment: {why: One message a month to people at our customers}
    ///     opt_out: Link in every e-mail
    ///     required: no
    /// ```
    ///
    /// Contacts at companies, in a country that lets them refuse.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: SE
    ///   number: 556677-8899
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customer-contacts]
    /// purposes:
    ///   news:
    ///     name: Send product news to our customers
    ///     kind: direct-marketing
    ///     channels: [email]
    ///     legal_basis: legitimate-interests #~ PR907
    ///     interest: Tell our customers what is new
    ///     assessment: {why: One message a month to people at our customers}
    ///     opt_out: Link in every e-mail
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   news:
    ///     name: Send product news to our customers
    ///     kind: direct-marketing
    ///     channels: [email]
    ///     legal_basis: soft-opt-in
    ///     soft_opt_in: {from_sale: yes, own_similar: yes, offered_at_collection: yes}
    ///     opt_out: Link in every e-mail
    ///     required: no
    /// ```
    ///
    /// By letter.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   news:
    ///     name: Send our customers a catalogue
    ///     kind: direct-marketing
    ///     channels: [post]
    ///     legal_basis: legitimate-interests
    ///     interest: Tell our customers what is new
    ///     assessment: {why: One catalogue a year to people who bought from us}
    ///     opt_out: Write to personvern@nordlys.no
    ///     required: no
    /// ```
    ///
    /// Of a case.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   news:
    ///     name: Send product news to our customers
    ///     kind: direct-marketing
    ///     cases:
    ///       bought: {when: you have bought from us, channels: [email], legal_basis: soft-opt-in, soft_opt_in: {from_sale: yes, own_similar: yes, offered_at_collection: yes}}
    ///       letter: {when: you prefer letters, channels: [post], legal_basis: legitimate-interests, interest: Tell our customers what is new, assessment: {why: One catalogue a year to people who bought from us}}
    ///     opt_out: Link in every e-mail and at the foot of every letter
    ///     required: no
    /// ```
    code: "PR907",
    name: "electronic-marketing-without-consent",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 13(1) Directive 2002/58/EC", "Art. 13(2) Directive 2002/58/EC"],
    source: "Art. 13(1), (2) and (5) Directive 2002/58/EC; CJEU C-654/23 Inteligo Media; national marketing acts",
    silences: ["PR706"],
    check: Basis(check),
}

fn check(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if basis.purpose.kind != Some(PurposeKind::DirectMarketing) {
        return;
    }
    match basis.basis {
        LegalBasis::Consent => {}
        LegalBasis::SoftOptIn => exception(basis, ctx, sink),
        _ => without_consent(basis, ctx, sink),
    }
}

fn without_consent(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let Some(channel) = basis
        .channels()
        .iter()
        .copied()
        .filter(|channel| is_electronic(*channel))
        .min_by_key(|channel| *channel == Channel::Push)
    else {
        return;
    };
    let at_companies = are_all_at_companies(basis, ctx);
    // There the way to refuse is what counts, and its absence is found by a rule of its own.
    if matches!(at_companies, Some(AtCompanies::MayRefuse)) && basis.opt_out().is_none_or(Text::is_empty) {
        return;
    }
    let level = match at_companies {
        Some(AtCompanies::MayRefuse) => Level::Note,
        Some(AtCompanies::Unknown) => Level::Warning,
        Some(AtCompanies::MustConsent) | None if channel == Channel::Push => Level::Warning,
        Some(AtCompanies::MustConsent) | None => Level::Error,
    };
    let title = basis.purpose.title();
    let message = match at_companies {
        Some(AtCompanies::MayRefuse) => {
            format!("`{title}` goes out as {} without consent: only to people in their role at a company", in_words(channel))
        }
        _ => format!("`{title}` goes out as {} without consent", in_words(channel)),
    };
    let finding = sink.report(ctx.at(basis.node()).field("legal_basis"), message);
    finding.level(level).label("neither `consent` nor `soft-opt-in`");
}

fn is_electronic(channel: Channel) -> bool {
    matches!(channel, Channel::Email | Channel::Sms | Channel::AutoCall | Channel::Push)
}

fn in_words(channel: Channel) -> &'static str {
    match channel {
        Channel::Sms => "a text message",
        Channel::AutoCall => "an automated call",
        Channel::Push => "a push message",
        _ => "an e-mail",
    }
}

/// What national law says on people in their role at a company.
enum AtCompanies {
    MayRefuse,
    MustConsent,
    Unknown,
}

fn are_all_at_companies(basis: &BasisIn<'_>, ctx: &Ctx<'_>) -> Option<AtCompanies> {
    let groups = basis.subjects(ctx.register);
    let is_contact = |group: &&Entry<DataSubject>| {
        matches!(
            people::kind(group),
            Some(SubjectKind::CustomerContacts | SubjectKind::SupplierContacts | SubjectKind::PartnerContacts)
        )
    };
    if groups.is_empty() || !groups.iter().all(is_contact) {
        return None;
    }
    let controller =
        basis.activity.controller.and_then(|controller| ctx.register.get(controller)).or(ctx.register.organisation());
    let national = controller.and_then(|controller| controller.country).and_then(|country| ctx.law.marketing(country));
    Some(match national.and_then(|national| national.allows_opt_out_at_companies()) {
        Some(true) => AtCompanies::MayRefuse,
        Some(false) => AtCompanies::MustConsent,
        None => AtCompanies::Unknown,
    })
}

/// The exception for customers, Art. 13(2).
fn exception(basis: &BasisIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let title = basis.purpose.title();
    // Who has bought nothing cannot have given an address in a sale.
    let strangers: Vec<&Entry<DataSubject>> =
        basis.subjects(ctx.register).into_iter().filter(|group| is_stranger(group)).collect();
    if !strangers.is_empty() {
        let message = format!("`{title}` uses the exception for customers for {}", people::names(strangers));
        sink.report(ctx.at(basis.node()).field("legal_basis"), message).label("have bought nothing");
        return;
    }
    let conditions = basis.soft_opt_in();
    let answers = [
        (conditions.and_then(|conditions| conditions.from_sale), "from_sale", "the address was given in a sale"),
        (
            conditions.and_then(|conditions| conditions.own_similar),
            "own_similar",
            "the offers are for similar products of its own",
        ),
        (
            conditions.and_then(|conditions| conditions.offered_at_collection),
            "offered_at_collection",
            "people could refuse when they gave the address",
        ),
    ];
    let spot = ctx.at(basis.node()).field("soft_opt_in");
    if let Some((_, field, what)) = answers.iter().find(|(answer, ..)| *answer == Some(false)) {
        let message = format!("`{title}` uses the exception for customers although it does not hold that {what}");
        sink.report(spot.field(field), message).label("a condition of the exception");
        return;
    }
    let open: Vec<&str> = answers.iter().filter(|(answer, ..)| answer.is_none()).map(|(_, _, what)| *what).collect();
    if !open.is_empty() {
        let message = format!("`{title}` uses the exception for customers and does not say whether {}", listed(&open));
        sink.report(spot, message).level(Level::Warning).label("conditions of the exception");
    }
}

fn is_stranger(group: &Entry<DataSubject>) -> bool {
    matches!(
        people::kind(group),
        Some(
            SubjectKind::Prospects
                | SubjectKind::Visitors
                | SubjectKind::WebsiteVisitors
                | SubjectKind::Citizens
                | SubjectKind::RoadUsers
                | SubjectKind::ThirdPersons
        )
    )
}
