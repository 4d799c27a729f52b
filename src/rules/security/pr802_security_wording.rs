use crate::rules::prelude::*;
use crate::syntax::NodeId;
use crate::texts;

rule! {
    /// A text on security names an outdated technique, promises what nobody can keep, or disclaims the duty.
    ///
    /// Outdated techniques are looked for in measures, in sections of notices and in commitments; promises and disclaimers only where the
    /// text is about security, and a disclaimer only in a sentence on security, breaches or loss. What is negated passes.
    ///
    /// ## Why
    /// Old names of techniques show that nobody maintains the text, and a controller can neither promise perfection nor contract out of its duty (Art. 32, 82).
    ///
    /// ## Fix
    /// Describe the measure of today (`TLS 1.2 or higher`), and leave promises and disclaimers out.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   security_measures: [payments, encryption, testing, training, backup-and-restore, access-control]
    /// ```
    /// ```yaml file=shared.yaml
    /// security_measures:
    ///   payments: {text: Payment transactions are encrypted using SSL technology} #~ PR802
    /// ```
    ///
    /// A promise that nobody can keep, and a disclaimer.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     published: 2026-09-02
    ///     version: "1"
    ///     sections:
    ///       security: Our systems are completely secure, and our servers are locked. #~ PR802
    ///   shop:
    ///     covers: [example]
    ///     published: 2026-09-02
    ///     version: "1"
    ///     sections:
    ///       security: We can not guarantee consequences for security breaches. #~ PR802
    /// ```
    ///
    /// ## Good
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     published: 2026-09-02
    ///     version: "1"
    ///     sections:
    ///       security: Payments are encrypted in transit (TLS 1.2 or higher). No system is completely secure.
    /// ```
    code: "PR802",
    name: "security-wording",
    level: Note,
    affects: Notice,
    articles: ["Art. 5(1)(f) GDPR", "Art. 12(1) GDPR", "Art. 32 GDPR", "Art. 82(3) GDPR"],
    source: "Art. 32(1) (state of the art); CJEU C-340/21 Natsionalna agentsia za prihodite",
    check: Text(check),
}

fn check(text: &TextIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !text.may_hold(wordlists::SECURITY_WORDING)
        || !matches!(text.field.table, "security_measure" | "notice" | "section_text" | "commitment")
    {
        return;
    }
    let hits = wordlists::security_wording(text.text);
    if hits.is_empty() {
        return;
    }
    let Some(is_on_security) = reads(text, ctx) else { return };
    for (kind, hit) in hits {
        let word = &text.text[hit.clone()];
        let (message, label) = match kind {
            "obsolete" if !is_negated(text, hit.start) && !is_a_certificate(text.text, hit.end) => {
                (format!("`{word}` in `{}` is out of use", text.field.name), "outdated")
            }
            "absolute" if is_on_security && !is_negated(text, hit.start) => {
                (format!("`{word}` in `{}` promises what nobody can keep", text.field.name), "no one can promise this")
            }
            _ => continue,
        };
        sink.report(ctx.at(text.node), message).label(label);
    }
    if let Some(disclaimer) = disclaimer(text).filter(|_| is_on_security) {
        let message = format!("`{disclaimer}` in `{}` disclaims the security that Art. 32 demands", text.field.name);
        sink.report(ctx.at(text.node), message).label("a disclaimer");
    }
}

/// Whether a text is read, and whether all of it is about security.
fn reads(text: &TextIn<'_>, ctx: &Ctx<'_>) -> Option<bool> {
    match (text.field.table, text.field.name) {
        ("security_measure", "public_text") if is_repeated(text, ctx) => None,
        ("security_measure", _) => Some(true),
        ("notice", "sections") | ("section_text", "text") => Some(is_in_security_section(text.node, ctx)),
        ("commitment", "text") => Some(is_security_commitment(text.node, ctx)),
        _ => None,
    }
}

/// Whether the public sentence is the same as the one for the record, which is read already.
fn is_repeated(text: &TextIn<'_>, ctx: &Ctx<'_>) -> bool {
    let tree = &ctx.register.tree;
    let record = tree.parent(text.node).and_then(|measure| tree.get(measure, "text"));
    record.is_some_and(|record| tree.text(record.value).trim() == text.text.trim())
}

fn is_in_security_section(place: NodeId, ctx: &Ctx<'_>) -> bool {
    let sections = ctx.register.notices.iter().flat_map(|notice| notice.value.sections.into_iter());
    let section = texts::definition(ctx.register, sections, place);
    section.is_some_and(|section| &*section.id == "security" || section.slot == Some(Slot::Security))
}

fn is_security_commitment(place: NodeId, ctx: &Ctx<'_>) -> bool {
    let areas = [CommitmentArea::Security, CommitmentArea::Incidents, CommitmentArea::Liability];
    let commitment = texts::definition(ctx.register, &ctx.register.commitments, place);
    commitment.and_then(|commitment| commitment.area).is_some_and(|area| areas.contains(&area))
}

fn is_negated(text: &TextIn<'_>, at: usize) -> bool {
    let before = &text.text[..at];
    let clause = before.rfind(['.', ';', '!', '?', '\n']).map_or(before, |end| &before[end..]);
    wordlists::NEGATION.is_in(clause, text.lang)
}

/// `SSL certificate` is what the product is still called.
fn is_a_certificate(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches([' ', '-']).to_lowercase();
    ["certif", "sertif"].iter().any(|word| rest.starts_with(word))
}

/// A disclaimer in a sentence on security.
fn disclaimer<'t>(text: &TextIn<'t>) -> Option<&'t str> {
    wordlists::sentences(text.text).find_map(|(_, sentence)| {
        let hit = wordlists::security_wording(sentence).into_iter().find(|(kind, _)| *kind == "disclaimer")?.1;
        wordlists::SECURITY.is_in(sentence, text.lang).then_some(&sentence[hit])
    })
}
