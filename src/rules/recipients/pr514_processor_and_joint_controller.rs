use crate::rules::prelude::*;

rule! {
    /// The same company is a processor and a party to an arrangement between joint controllers.
    ///
    /// For arrangements that an activity uses. Where it decides for one part of the data and works for you in another, `also` says so.
    ///
    /// ## Why
    /// Who decides together with you is no processor for the same data: other contracts, other duties, other words in the notice (Art. 26, 28(10)).
    ///
    /// ## Fix
    /// Write `role: joint-controller`, or, where it works for you in another part, add `also: joint-controller`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   carrier:
    ///     name: Carrier AS
    ///     role: processor #~ PR514
    ///     does: carries parcels
    ///     country: NO
    ///     email: privacy@carrier.example
    ///     contract: {signed: 2024-03-01, file: c.pdf}
    ///     subprocessors: none
    /// joint_controllers:
    ///   parcels: {parties: [us, carrier], agreed: 2024-03-01, essence: We deliver, contact_point: We answer requests}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [carrier]
    /// joint_controllers: [parcels]
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   carrier:
    ///     name: Carrier AS
    ///     role: joint-controller
    ///     does: carries parcels
    ///     country: NO
    ///     email: privacy@carrier.example
    /// joint_controllers:
    ///   parcels: {parties: [us, carrier], agreed: 2024-03-01, essence: We deliver, contact_point: We answer requests}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [carrier]
    /// joint_controllers: [parcels]
    /// ```
    code: "PR514",
    name: "processor-and-joint-controller",
    level: Error,
    affects: Record,
    articles: ["Art. 26(1) GDPR", "Art. 28(10) GDPR", "Art. 4(8) GDPR"],
    source: "EDPB Guidelines 07/2020 v2.0; Art. 4(7), 4(8), 26",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let mut done: Vec<&str> = Vec::new();
    for activity in register.running_activities() {
        for arrangement in register.all(&activity.value.joint_controllers) {
            let parties = arrangement.value.parties.iter().filter_map(|party| party.to::<Recipient>());
            for party in parties.filter_map(|party| register.get(party)) {
                let says_so = matches!(party.also, Some(Role::JointController | Role::Controller));
                if party.role != Some(Role::Processor) || says_so || done.contains(&&*party.id) {
                    continue;
                }
                done.push(&party.id);
                let message = format!("{} is a processor, and decides jointly in `{}`", party.title(), activity.title());
                sink.report(ctx.at(party.node).field("role"), message);
            }
        }
    }
}
