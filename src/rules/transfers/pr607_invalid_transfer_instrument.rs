use crate::rules::prelude::*;
use std::sync::LazyLock;

rule! {
    /// A transfer rests on an instrument that does not hold on that day.
    ///
    /// An error where it stands first; a warning where a valid one stands by, where it only stands by itself, and where a text names it or
    /// links to it as present basis. A note for history ("until 2020 we relied on ...") and for an instrument of another legal order behind
    /// a valid one.
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
    /// The second instrument was never one for exports from the EEA.
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   parent:
    ///     name: Ticketing Inc.
    ///     role: processor
    ///     does: runs our ticket system
    ///     country: US
    ///     transfers:
    ///       US:
    ///         - mechanism: sccs
    ///           module: 2
    ///           signed: 2024-03-01
    ///           assessment: us-law
    ///         - swiss-us-privacy-shield #~ PR607
    ///     contract: {signed: 2024-03-01, file: t.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// assessments:
    ///   us-law: {kind: tia, country: US, done: 2026-02-01, outcome: passed}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [parent]
    /// ```
    ///
    /// Links to a framework that ended.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   site:
    ///     covers: [example]
    ///     published: 2026-09-02
    ///     version: "1"
    ///     sections:
    ///       transfers: See our host at https://www.privacyshield.gov/participant?id=a2zt and complain at https://feedback-form.truste.com/watchdog/request. #~ PR607
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

use crate::law::Validity;
use crate::patterns::{Regex, compile};

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let mut frameworks: Vec<Mechanism> = Vec::new();
    walk::transfers(ctx.register, &mut |transfer| {
        let Some(mechanism) = transfer.mechanism.mechanism else { return };
        frameworks.push(mechanism);
        let Some(why) = fault(mechanism, ctx) else { return };
        let others = |at: usize| transfer.entry.mechanisms.iter().skip(at).filter_map(|other| other.mechanism);
        let whom = transfer.recipient(ctx.register).map_or(String::new(), |recipient| format!(" to {}", recipient.title()));
        let (name, place) = (mechanism.meaning(), transfer.place.name());
        let behind_a_valid_one = !transfer.applies && others(0).next().is_some_and(|first| fault(first, ctx).is_none());
        let message = if transfer.applies {
            format!("The transfer{whom} in {place} rests on {name}, which does not hold: {why}")
        } else {
            let either = if behind_a_valid_one { "" } else { " either" };
            format!("{name} stands by for the transfer{whom} in {place} and does not hold{either}: {why}")
        };
        let finding = sink.report(ctx.at(transfer.mechanism.node), message);
        finding.label(format!("not valid on {}", ctx.as_of()));
        if transfer.applies {
            if others(1).any(|other| fault(other, ctx).is_none()) {
                finding.level(Level::Warning).help("Put the valid mechanism first, and delete the other.");
            }
        } else if behind_a_valid_one && matches!(ctx.law.validity(mechanism), Validity::Foreign(_)) {
            finding.level(Level::Note).help("Keep it only if you send data from there as well.");
        } else {
            finding.level(Level::Warning).help("Delete it: it carries nothing when the first mechanism falls.");
        }
    });
    // TRUSTe takes disputes under the framework in force as well.
    let takes_old_disputes = frameworks.contains(&Mechanism::PrivacyShield) && !frameworks.contains(&Mechanism::Dpf);
    texts(takes_old_disputes, ctx, sink);
}

fn fault(mechanism: Mechanism, ctx: &Ctx<'_>) -> Option<String> {
    match ctx.law.validity(mechanism) {
        Validity::Valid => None,
        Validity::NotYet(from) => Some(format!("it exists only from {from}")),
        Validity::Ended(why) | Validity::Foreign(why) => Some(why.to_owned()),
    }
}

const NAMES: [(Mechanism, &str); 2] = [(Mechanism::PrivacyShield, "privacy-shield"), (Mechanism::SafeHarbor, "safe-harbor")];

/// Texts that name a dead framework, or link to it, as if it held.
fn texts(takes_old_disputes: bool, ctx: &Ctx<'_>, sink: &mut Sink) {
    for text in ctx.texts().filter(|text| text.field.is_public && text.may_hold(wordlists::DEAD_FRAMEWORK)) {
        let links: Vec<Link<'_>> =
            links(text.text, takes_old_disputes).filter(|link| fault(link.framework, ctx).is_some()).collect();
        let is_in_link = |at: usize| links.iter().any(|link| (link.start..link.end).contains(&at));
        let written = wordlists::dead_frameworks(text.text);
        let mut names = NAMES.iter().filter(|(mechanism, _)| fault(*mechanism, ctx).is_some());
        let named = names.find_map(|(mechanism, name)| {
            let (_, hit) = written.iter().find(|(kind, hit)| kind == name && !is_in_link(hit.start))?;
            Some((*mechanism, hit.clone()))
        });
        let shown = listed(links.iter().map(|link| format!("`{}`", link.shown)));
        let field = text.field.name;
        let (start, framework, what) = match (named, links.first()) {
            (Some((framework, hit)), None) => (hit.start, framework, format!("`{}` is named in `{field}`", &text.text[hit])),
            (Some((framework, hit)), Some(_)) => {
                let to = if links.len() == 1 { "a link" } else { "links" };
                (hit.start, framework, format!("`{}` is named in `{field}`, with {to} ({shown})", &text.text[hit]))
            }
            (None, Some(link)) => {
                let leads = if links.len() == 1 { "leads" } else { "lead" };
                (link.start, link.framework, format!("{shown} in `{field}` {leads} to {}", link.what()))
            }
            (None, None) => continue,
        };
        let Some(why) = fault(framework, ctx) else { continue };
        let finding = sink.report(ctx.at(text.node), format!("{what}, and {why}"));
        let sentence = wordlists::sentence(text.text, start);
        finding.level(if is_history(sentence) { Level::Note } else { Level::Warning });
    }
}

/// Whether a sentence says that something held once, with a year.
fn is_history(sentence: &str) -> bool {
    static PAST: LazyLock<Regex> = LazyLock::new(|| {
        // Latin letters alone: those of all scripts take long to compile.
        let rest = r"[a-z\u{c0}-\u{24f}]*";
        let words = ["until", "was", "were", "relied", "formerly", "frem til", "tidligere", "tidigare", "indtil"].join("|");
        compile(&format!(r"\b(?:{words}|(?:invalid|ugyldig|ogiltig){rest})\b"))
    });
    PAST.is_match(sentence) && sentence.chars().filter(char::is_ascii_digit).count() >= 4
}

/// A link to pages of a framework: its list of participants, or where disputes under it were taken.
struct Link<'t> {
    framework: Mechanism,
    is_about_disputes: bool,
    /// Host and path.
    shown: &'t str,
    start: usize,
    end: usize,
}

impl Link<'_> {
    fn what(&self) -> String {
        let disputes = if self.is_about_disputes { "disputes under " } else { "" };
        format!("{disputes}{}", self.framework.meaning())
    }
}

fn links(text: &str, takes_old_disputes: bool) -> impl Iterator<Item = Link<'_>> {
    static LINKS: LazyLock<Regex> = LazyLock::new(|| {
        // Addresses are in ASCII; the letters of all scripts take long to compile.
        compile(
            r"\b(?:https?://)?((?:[a-z0-9_-]+\.)*(?:privacyshield\.gov|(export\.gov/safeharbor)|(truste\.com/[a-z0-9_/-]*(?:watchdog|dispute)))[a-z0-9_/-]*)",
        )
    });
    LINKS.captures_iter(text).filter_map(move |hit| {
        let (whole, shown) = (hit.get_group(0)?, hit.get_group(1)?);
        let framework = if hit.get_group(2).is_some() { Mechanism::SafeHarbor } else { Mechanism::PrivacyShield };
        let is_about_disputes = hit.get_group(3).is_some();
        (takes_old_disputes || !is_about_disputes).then_some(Link {
            framework,
            is_about_disputes,
            shown: &text[shown.range()],
            start: whole.start,
            end: whole.end,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_on_the_past_is_known_in_each_language() {
        for sentence in [
            "Privacy Shield was declared invalid in 2020.",
            "Privacy Shield ble kjent ugyldig av EU-domstolen i 2020.",
            "Privacy Shield ogiltigförklarades 2020.",
            "Privacy Shield ble brukt frem til juli 2020.",
        ] {
            assert!(is_history(sentence), "{sentence}");
        }
        assert!(!is_history("We follow Privacy Shield.") && !is_history("It was Privacy Shield."));
    }
}
