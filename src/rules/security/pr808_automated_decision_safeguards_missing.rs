use crate::decisions;
use crate::decode::Text;
use crate::rules::prelude::*;

rule! {
    /// A decision by machine alone is named without how it is made, what it means for people, or how to reach a person.
    ///
    /// ## Why
    /// People must learn in plain words how the decision is made, what it means for them, and how to get a person to look at it (Art. 13(2)(f), 22(3)).
    ///
    /// ## Fix
    /// Add `logic:` (the main criteria), `consequences:` (what happens to the person) and `contest:` (how to reach a person and object).
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// automated_decisions:
    ///   limit: {what: Credit limit, effect: significant, human: no, ground: contract} #~ PR808
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
    ///     consequences: A lower limit or a refusal
    ///     contest: Write to us, say what you think, and a person decides again
    /// ```
    code: "PR808",
    name: "automated-decision-safeguards-missing",
    level: Error,
    affects: Notice,
    articles: ["Art. 13(2)(f) GDPR", "Art. 14(2)(g) GDPR", "Art. 22(3) GDPR"],
    source: "CJEU C-203/22 Dun & Bradstreet Austria (27 February 2025); WP 251 rev.01",
    check: Activity(check),
}

fn check(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    for decision in decisions::by_machine_alone(activity) {
        let texts = [
            ("logic", &decision.value.logic, "how it is made"),
            ("consequences", &decision.value.consequences, "what it means for people"),
            ("contest", &decision.value.contest, "how to reach a person"),
        ];
        let is_missing = |text: &Option<Text>| text.as_ref().is_none_or(|text| text.is_empty());
        let missing: Vec<(&'static str, &str)> =
            texts.into_iter().filter(|(_, text, _)| is_missing(text)).map(|(field, _, what)| (field, what)).collect();
        let Some((first, _)) = missing.first() else { continue };
        let what = listed(missing.iter().map(|(_, what)| *what));
        let message = format!("`{}` is decided by machine alone, and nothing says {what}", decisions::name(decision));
        let finding = sink.report(ctx.at(decision.node).field(first), message);
        finding
            .label("people must be told")
            .help(format!("Add {}.", listed(missing.iter().map(|(field, _)| format!("`{field}:`")))));
    }
}
