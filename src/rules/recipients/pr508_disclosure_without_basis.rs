use crate::rules::prelude::*;

rule! {
    /// Data go to another controller, and no purpose says why.
    ///
    /// In an activity with several purposes the recipient stands in the purpose that explains the disclosure. An authority needs a
    /// law, at the recipient or a purpose, and is reported once for all activities; authorities that ask in a particular inquiry are no recipients and need no entry.
    /// Buyers of a business are reported where no purpose lists them, whatever the number of purposes.
    ///
    /// ## Why
    /// To hand data to another controller is processing of its own and needs a purpose and a basis (Art. 4(2), 6(1)).
    ///
    /// ## Fix
    /// Attach the recipient to the purpose that explains it: `purposes: {report: {..., recipients: [tax-authority]}}`; cite the duty for authorities.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   insurer: {name: Forsikring AS, role: controller, country: NO}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [insurer] #~ PR508
    /// purposes:
    ///   answer: {name: Answer customers' questions, legal_basis: contract, required: no}
    ///   invoice: {name: Send invoices to customers, legal_basis: contract, required: no}
    /// ```
    ///
    /// An authority without a law.
    /// ```yaml file=activities/example.yaml
    /// recipients: [tax-authority] #~ PR508
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   insurer: {name: Forsikring AS, role: controller, country: NO}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [insurer]
    /// purposes:
    ///   answer: {name: Answer customers' questions, legal_basis: contract, required: no}
    ///   insure: {name: Insure goods on their way, legal_basis: contract, recipients: [insurer], required: no}
    /// ```
    ///
    /// An authority, with the law that asks for the data.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   customs: {name: Customs, role: authority, country: NO, law: tollavgiftsloven § 7-10}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [customs]
    /// ```
    code: "PR508",
    name: "disclosure-without-basis",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 6(1) GDPR", "Art. 5(1)(b) GDPR", "Art. 13(1)(e) GDPR"],
    source: "Art. 4(2) (disclosure is processing), 4(9); IMY Klarna; DPC WhatsApp (change of control)",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let purposes = &activity.value.purposes;
    for entry in &activity.value.recipients {
        let Some(recipient) = register.get(entry.recipient) else { continue };
        let in_purpose = purposes.iter().any(|purpose| purpose.recipients.contains(&entry.recipient));
        let has_occasion = recipient.occasion.is_some_and(|occasion| occasion != Occasion::Always) || recipient.when.is_some();
        // Banks and carriers that people or payments choose explain themselves.
        let explains_itself = recipient.node.is_none() && recipient.role == Some(Role::Controller);
        let title = recipient.title();
        let spot = ctx.at(entry.node);
        match recipient.role {
            Some(Role::Controller | Role::Group) if !in_purpose && purposes.len() > 1 && !has_occasion && !explains_itself => {
                sink.report(spot, format!("`{}` gives data to {title}, and none of its purposes says why", activity.title()));
            }
            Some(Role::Buyer) if !in_purpose => {
                sink.report(
                    spot,
                    format!("`{}` may give data to {title}, and no purpose with a basis covers that", activity.title()),
                )
                .help("Describe the disclosure as a purpose of its own, with its basis and `recipients:`.");
            }
            Some(Role::Buyer) if listing(activity, entry).all(|purpose| PurposeIn { activity, purpose }.bases().is_empty()) => {
                sink.report(
                    spot,
                    format!("`{}` may give data to {title}, and the purpose for that states no basis", activity.title()),
                );
            }
            Some(Role::Authority) => {
                if !gives_without_law(activity, recipient, ctx) {
                    continue;
                }
                // The duty is cited once, at the recipient: so one finding for all activities.
                let mut all = register.running_activities().filter(|other| gives_without_law(other, recipient, ctx));
                if all.next().is_some_and(|first| first.id == activity.id) {
                    let give = match all.count() {
                        0 => " gives".to_owned(),
                        more => format!(" and {more} more give"),
                    };
                    sink.report(spot, format!("`{}`{give} data to {title}, and no law is cited", activity.title()))
                        .help("Cite the duty in the purpose or at the recipient (`law:`); delete authorities that only ask in a particular inquiry.");
                }
            }
            _ => {}
        }
    }
}

/// The purposes that list a recipient.
fn listing<'r>(activity: &'r Entry<Activity>, entry: &'r RecipientEntry) -> impl Iterator<Item = &'r Entry<Purpose>> {
    activity.value.purposes.iter().filter(|purpose| purpose.recipients.contains(&entry.recipient))
}

/// Whether an activity gives data to an authority, and neither it nor the recipient cites the duty.
fn gives_without_law(activity: &Entry<Activity>, recipient: &Entry<Recipient>, ctx: &Ctx<'_>) -> bool {
    let is_it = |entry: &&RecipientEntry| ctx.register.get(entry.recipient).is_some_and(|own| own.id == recipient.id);
    let Some(entry) = activity.value.recipients.iter().find(is_it).filter(|_| recipient.law.is_empty()) else { return false };
    if listing(activity, entry).next().is_some() {
        return !listing(activity, entry).any(|purpose| has_law(activity, purpose));
    }
    !activity.value.purposes.iter().any(|purpose| has_law(activity, purpose))
}

fn has_law(activity: &Entry<Activity>, purpose: &Entry<Purpose>) -> bool {
    !purpose.law.is_empty() || PurposeIn { activity, purpose }.bases().iter().any(|basis| !basis.law().is_empty())
}
