use crate::rules::prelude::*;
use std::sync::LazyLock;

rule! {
    /// A transfer rests on an instrument that does not hold on that day.
    ///
    /// An error where it stands first; a warning where a valid one stands by, and where a notice names it as present basis.
    /// History ("until 2020 we relied on ...") is a note.
    ///
    /// ## Why
    /// Struck down, expired, or of another legal order: the instrument is no safeguard for a transfer from the EEA (Art. 44).
    ///
    /// ## Fix
    /// Look the recipient up on the Data Privacy Framework list, or sign the clauses of 2021 with an assessment; delete the old text.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   parent:
    ///     name: Ticketing Inc.
    ///     role: processor
    ///     does: runs our ticket system
    ///     country: US
    ///     transfers: {US: privacy-shield} #~ PR607
    ///     contract: {signed: 2019-03-01, file: t.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [parent]
    /// ```
    ///
    /// A text that still names it.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   site:
    ///     covers: [example]
    ///     published: 2026-09-02
    ///     version: "1"
    ///     sections:
    ///       transfers: Our host is certified under the EU-U.S. Privacy Shield. #~ PR607
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// #~ as-of 2020-07-15
    /// recipients:
    ///   parent:
    ///     name: Ticketing Inc.
    ///     role: processor
    ///     does: runs our ticket system
    ///     country: US
    ///     transfers: {US: privacy-shield}
    ///     contract: {signed: 2019-03-01, file: t.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// reviewed: 2020-05-01
    /// recipients: [parent]
    /// ```
    /// ```yaml file=notices.yaml
    /// notices:
    ///   site: {covers: [example], published: 2020-05-01, version: "1"}
    /// ```
    code: "PR607",
    name: "invalid-transfer-instrument",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 44 GDPR", "Art. 45 GDPR", "Art. 46 GDPR"],
    source: "CJEU C-362/14 Schrems I (6 October 2015); C-311/18 Schrems II (16 July 2020); Swiss and United Kingdom instruments bind only exports from there",
    silences: ["PR601", "PR604"],
    check: Register(check),
}

use regex::Regex;

use crate::law::Validity;

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    walk::transfers(ctx.register, &mut |transfer| {
        let Some(mechanism) = transfer.mechanism.mechanism.filter(|_| transfer.applies) else { return };
        let Some(why) = fault(mechanism, ctx) else { return };
        let whom = transfer.recipient(ctx.register).map_or(String::new(), |recipient| format!(" to {}", recipient.title()));
        let message =
            format!("The transfer{whom} in {} rests on {}, which does not hold: {why}", transfer.place, called(mechanism));
        let finding = sink.report(ctx.at(transfer.mechanism.node), message);
        finding.label(format!("not valid on {}", ctx.as_of()));
        let valid_stands_by =
            transfer.entry.mechanisms.iter().skip(1).filter_map(|other| other.mechanism).any(|other| fault(other, ctx).is_none());
        if valid_stands_by {
            finding.level(Level::Warning).help("Put the valid mechanism first, and delete the other.");
        }
    });
    texts(ctx, sink);
}

fn fault(mechanism: Mechanism, ctx: &Ctx<'_>) -> Option<String> {
    match ctx.law.validity(mechanism) {
        Validity::Valid => None,
        Validity::NotYet(from) => Some(format!("it exists only from {from}")),
        Validity::Ended(why) | Validity::Foreign(why) => Some(why.to_owned()),
    }
}

fn called(mechanism: Mechanism) -> &'static str {
    mechanism.meaning()
}

/// Texts that name a dead framework as if it held.
fn texts(ctx: &Ctx<'_>, sink: &mut Sink) {
    static NAMES: LazyLock<[(Mechanism, Regex); 2]> = LazyLock::new(|| {
        let pattern = |text: &str| Regex::new(text).expect("a pattern");
        [
            (Mechanism::PrivacyShield, pattern(r"(?i)privacy[\s-]?shield|privacyshield\.gov")),
            (Mechanism::SafeHarbor, pattern(r"(?i)safe[\s-]harbou?r")),
        ]
    });
    static PAST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)\b(until|was|were|relied|formerly|invalid\w*|frem til|tidligere|tidigare|ugyldig\w*|ogiltig\w*|indtil)\b",
        )
        .expect("a pattern")
    });
    for prose in &ctx.register.prose {
        let text = TextIn::of(ctx.register, prose);
        if !text.field.is_public {
            continue;
        }
        for (mechanism, name) in NAMES.iter() {
            let Some(found) = name.find(text.text) else { continue };
            let Some(why) = fault(*mechanism, ctx) else { continue };
            let sentence = wordlists::sentence(text.text, found.start());
            let message = format!("`{}` is named in `{}`, and {why}", found.as_str(), text.field.name);
            let finding = sink.report(ctx.at(text.node), message);
            let is_history = PAST.is_match(sentence) && sentence.chars().filter(char::is_ascii_digit).count() >= 4;
            finding.level(if is_history { Level::Note } else { Level::Warning });
            break;
        }
    }
}
