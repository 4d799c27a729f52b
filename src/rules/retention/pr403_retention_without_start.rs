use crate::rules::prelude::*;

rule! {
    /// A period has no start.
    ///
    /// ## Why
    /// "Two years" can be neither carried out nor checked while nobody says when they begin (Art. 30(1)(f)).
    ///
    /// ## Fix
    /// Add the event: `2 years after case-closed`; `privreg explain events` shows the built-in ones.
    ///
    /// ## Bad
    /// ```yaml file=activities/example.yaml
    /// data_categories: {contact-details: 2 years} #~ PR403
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_categories: {contact-details: 2 years after case-closed}
    /// ```
    code: "PR403",
    name: "retention-without-start",
    level: Warning,
    affects: Practice,
    articles: ["Art. 30(1)(f) GDPR", "Art. 13(2)(a) GDPR"],
    source: "Storage limitation, Art. 5(1)(e); DIN 66398 (a start and a length)",
    silences: ["PR401"],
    check: Retention(check),
}

fn check(retention: &RetentionIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let mut look = |phrase: &Phrase| {
        if let Meaning::WithoutStart(length) = &phrase.meaning {
            sink.report(ctx.at(phrase.node), format!("{length} from when? The period has no start"))
                .label("from when?")
                .help(format!("Add the event: `{length} after contract-end`; `privreg explain events` shows the built-in ones."));
        }
    };
    if let Some(phrase) = retention.phrase {
        look(phrase);
    }
    if let Some(rule) = retention.rule {
        rule.exceptions.iter().filter_map(|exception| exception.period.as_ref()).for_each(&mut look);
        rule.backups.iter().for_each(look);
    }
}
