use crate::giving::{self, Duty};
use crate::notices;
use crate::rules::prelude::*;

rule! {
    /// People are not told whether they have to give their data, or what happens if they do not.
    ///
    /// Once an activity, for what people themselves can give. Whether the data are required follows from the legal basis where
    /// that is a contract or a legal obligation; consent can always be refused. Data that devices tell or others give are not
    /// asked for here.
    ///
    /// ## Why
    /// People must learn which answers they owe you, and what happens if they do not give them (Art. 13(2)(e)). Where nobody says it, the notice says nothing.
    ///
    /// ## Fix
    /// Say whether people must give the data, and one sentence on what happens otherwise: `required: yes`, `if_not_provided: We cannot send the parcel`; or `required: no`, where nothing else changes for them.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: contract #~ PR703
    ///   refund:
    ///     name: Pay back what was paid too much
    ///     legal_basis: contract
    ///     required: yes
    /// ```
    ///
    /// Nothing says whether people have a choice.
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   improve:
    ///     name: Improve our answers
    ///     legal_basis: legitimate-interests #~ PR703
    ///     interest: We learn which questions come back
    ///     assessment: {why: Expected by people who ask us}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// purposes:
    ///   answer:
    ///     name: Answer the questions of our customers
    ///     legal_basis: contract
    ///     required: yes
    ///     if_not_provided: Without the data we cannot answer
    ///   refund:
    ///     name: Pay back what was paid too much
    ///     legal_basis: contract
    ///     required: no
    /// ```
    ///
    /// What a device tells nobody has to give.
    /// ```yaml file=activities/example.yaml
    /// sources: [device]
    /// purposes:
    ///   improve:
    ///     name: Improve our answers
    ///     legal_basis: legitimate-interests
    ///     interest: We learn which questions come back
    ///     assessment: {why: Expected by people who ask us}
    /// ```
    code: "PR703",
    name: "obligation-to-provide-missing",
    level: Warning,
    affects: Notice,
    articles: ["Art. 13(2)(e) GDPR"],
    source: "Art. 13(2)(e) GDPR; WP260 rev.01 Annex",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !notices::is_covered(ctx.register, activity) {
        return;
    }
    let purposes = activity.value.purposes.into_iter().filter(|purpose| !purpose.broken);
    let asked = purposes.flat_map(|purpose| giving::of_purpose(ctx.register, PurposeIn { activity, purpose }));
    let open: Vec<giving::Asked<'_>> = asked.filter(giving::Asked::is_open).collect();
    let Some(first) = open.first() else { return };
    let mut titles: Vec<String> = open.iter().map(|asked| format!("`{}`", asked.usage.purpose.title())).collect();
    titles.dedup();
    if titles.len() > 3 {
        let more = titles.split_off(2).len();
        titles.push(format!("{more} more"));
    }
    let titles = listed(&titles);
    let untold = if open.iter().any(|asked| asked.duty == Duty::Unsaid) {
        "whether they have to give the data"
    } else {
        "what happens if they do not give the data"
    };
    let label = if first.duty == Duty::Unsaid { "no `required`" } else { "no `if_not_provided`" };
    let node = first.basis.map_or(first.usage.purpose.node, |basis| basis.node());
    sink.report(ctx.at(node).field("legal_basis"), format!("People are not told {untold} for {titles}")).label(label);
}
