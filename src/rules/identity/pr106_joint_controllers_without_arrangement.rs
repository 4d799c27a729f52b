use crate::rules::prelude::*;

rule! {
    /// Joint controllers are not named with their contact, or people are not told the essence of their arrangement.
    ///
    /// An error where the other party cannot be named with a contact or a notice lacks the essence; a warning without date or law.
    ///
    /// ## Why
    /// The record must name the joint controller, and people must get the essence of the arrangement (Art. 30(1)(a), 26(2)).
    ///
    /// ## Fix
    /// Enter parties, date and essence: `joint_controllers: {page: {parties: [us, meta], agreed: 2023-09-01, essence: "..."}}`, and `email:` or `address:` of the other party.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   fellow: {name: Fellow AS, role: joint-controller, does: runs the fair with us, country: NO, email: post@fellow.no} #~ PR106
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [fellow]
    /// ```
    ///
    /// Without essence, and without the date.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   fellow: {name: Fellow AS, role: joint-controller, does: runs the fair with us, country: NO, email: post@fellow.no}
    /// joint_controllers:
    ///   fair: {parties: [us, fellow]} #~ PR106, PR106
    /// ```
    /// ```yaml file=activities/example.yaml
    /// joint_controllers: [fair]
    /// recipients: [fellow]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   fellow: {name: Fellow AS, role: joint-controller, does: runs the fair with us, country: NO, email: post@fellow.no}
    /// joint_controllers:
    ///   fair:
    ///     parties: [us, fellow]
    ///     agreed: 2024-09-01
    ///     essence: Fellow answers requests about tickets, we answer all others
    /// ```
    /// ```yaml file=activities/example.yaml
    /// joint_controllers: [fair]
    /// recipients: [fellow]
    /// ```
    code: "PR106",
    name: "joint-controllers-without-arrangement",
    level: Error,
    affects: Record,
    articles: ["Art. 26(1) GDPR", "Art. 26(2) GDPR", "Art. 30(1)(a) GDPR", "Art. 13(1)(a) GDPR"],
    source: "EDPB Guidelines 07/2020 paras 161-187; CJEU C-210/16, C-40/17; C-60/22 (a missing arrangement is an infringement and does not make the processing unlawful)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    for recipient in register.recipients.iter().filter(|recipient| recipient.node.is_some() && is_joint(recipient)) {
        if !ctx.relations.is_in_use(register, recipient) {
            continue;
        }
        let arranged = register.joint_controllers.iter().any(|arrangement| is_party(ctx, arrangement, recipient));
        let title = recipient.title();
        if !arranged {
            let message = format!("{title} is a joint controller, and no entry of `joint_controllers` names the arrangement");
            sink.report(ctx.at(recipient.node).field("role"), message);
        } else if recipient.email.is_none()
            && recipient.address.is_none()
            && recipient.contact.is_none()
            && recipient.url.is_none()
        {
            sink.report(ctx.at(recipient.node), format!("The record gives no contact of the joint controller {title}"))
                .help("Add `email:` or `address:` of the joint controller.");
        }
    }
    for arrangement in register.joint_controllers.iter().filter(|arrangement| !arrangement.broken) {
        let spot = ctx.at(arrangement.node);
        let in_notice = register.activities.iter().any(|activity| {
            register.all(&activity.value.joint_controllers).any(|own| own.id == arrangement.id)
                && crate::notices::is_covered(register, activity)
        });
        if arrangement.essence.is_none() && in_notice {
            sink.report(
                spot.clone().field("essence"),
                format!("People are not told the essence of the arrangement `{}`", arrangement.id),
            )
            .help("Add `essence:`: who answers which requests, in a sentence for people.");
        }
        if arrangement.agreed.is_none() && arrangement.law.is_none() {
            sink.report(
                spot.field("agreed"),
                format!("The arrangement `{}` has neither a date nor a law that fixes the duties", arrangement.id),
            )
            .level(Level::Warning)
            .help("Add `agreed: 2024-09-01`, or `law:` where a statute divides the duties.");
        }
    }
}

fn is_joint(recipient: &Recipient) -> bool {
    recipient.role == Some(Role::JointController) || recipient.also == Some(Role::JointController)
}

fn is_party(ctx: &Ctx<'_>, arrangement: &Entry<JointArrangement>, recipient: &Entry<Recipient>) -> bool {
    let mut parties = arrangement.value.parties.iter().filter_map(|party| party.to::<Recipient>());
    parties.any(|party| ctx.register.get(party).is_some_and(|own| own.id == recipient.id))
}
