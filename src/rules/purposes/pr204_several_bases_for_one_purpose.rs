use crate::rules::prelude::*;

rule! {
    /// One purpose rests on several legal bases, and nothing says which holds when.
    ///
    /// ## Why
    /// Rights differ by basis, so people must know which one applies; a second basis kept in reserve misleads (Art. 13(1)(c)).
    ///
    /// ## Fix
    /// Split the purpose by people or data, or use `cases` with a `when` for each: `cases: {customers: {when: you are our customer, legal_basis: contract}, others: {when: ..., legal_basis: ...}}`.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: [contract, legal-obligation] #~ PR204
    ///     law: forbrukerkjøpsloven § 27
    ///     required: no
    /// ```
    ///
    /// Nothing tells the cases apart.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     required: no
    ///     cases:
    ///       one: {legal_basis: contract} #~ PR204
    ///       other: {legal_basis: legal-obligation, law: forbrukerkjøpsloven § 27, when: you complain about goods}
    /// ```
    ///
    /// The same purpose twice, with two bases.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   one: {name: Answer your questions, legal_basis: contract, required: no}
    ///   other: {name: Answer your questions, legal_basis: legal-obligation, law: forbrukerkjøpsloven § 27, required: no} #~ PR204
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     required: no
    ///     cases:
    ///       questions: {legal_basis: contract, when: you ask about your order}
    ///       complaints: {legal_basis: legal-obligation, law: forbrukerkjøpsloven § 27, when: you complain about goods}
    /// ```
    code: "PR204",
    name: "several-bases-for-one-purpose",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 6(1) GDPR", "Art. 13(1)(c) GDPR", "Art. 5(1)(a) GDPR"],
    source: "EDPB Guidelines 05/2020 paras 121-123 (one basis decided beforehand, no swapping); DPC WhatsApp IN-18-12-2",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let purposes = &activity.value.purposes;
    for purpose in purposes {
        let title = purpose.title();
        if purpose.legal_basis.len() > 1 {
            let bases = listed(purpose.legal_basis.iter().map(|basis| basis.id()));
            let message = format!("Purpose `{title}` rests on {bases}, and nothing says which holds when");
            sink.report(ctx.at(purpose.node).field("legal_basis"), message);
        }
        if purpose.cases.len() < 2 {
            continue;
        }
        for case in &purpose.value.cases {
            let says_when = case.when.is_some() || case.part.is_some();
            if !says_when && case.data_subjects.is_empty() && case.data_categories.is_empty() {
                let message = format!("Nothing says when case `{}` of purpose `{title}` holds", case.id);
                sink.report(ctx.at(case.node).key(), message)
                    .help("Add `when:` or `part:`, or list the people or data it is about.");
            }
        }
    }
    for (at, purpose) in purposes.iter().enumerate() {
        let twin = purposes[..at].iter().find(|other| is_same(other, purpose) && other.legal_basis != purpose.legal_basis);
        if let Some(twin) = twin {
            let message =
                format!("Purpose `{}` stands twice in `{}`, each time with another basis", purpose.title(), activity.title());
            sink.report(ctx.at(purpose.node).key(), message).note(&ctx.at(twin.node).key(), "first here");
        }
    }
}

fn is_same(one: &Entry<Purpose>, other: &Entry<Purpose>) -> bool {
    let named = one.title() == other.title() && one.value.name.is_some();
    named
        && one.data_subjects == other.data_subjects
        && one.data_categories == other.data_categories
        && !one.legal_basis.is_empty()
        && !other.legal_basis.is_empty()
}
