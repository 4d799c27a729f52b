use crate::rules::prelude::*;
use std::ops::Range;

rule! {
    /// A name or a period is hedged or left open.
    ///
    /// A warning in names of purposes and data categories, a note for recipients, sources, periods and promises. Sections of
    /// notices are not read, and neither are `examples`. A permission (`you may`) and the month of May are no hedge.
    ///
    /// ## Why
    /// `May`, `such as` and `including but not limited to` leave people guessing what really happens (Art. 12(1)).
    ///
    /// ## Fix
    /// Say what you do; where it depends on something, say on what. Examples go into `examples`: `{name: Contact details, examples: [name, e-mail address]}`.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   messages: {name: "Messages and other information you give us"} #~ PR711
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: [messages]
    /// ```
    ///
    /// A note.
    /// ```yaml file=activities/example.yaml
    /// recipients: [helpdesk]
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   helpdesk:
    ///     name: Helpdesk AS
    ///     role: processor
    ///     does: "may help us to answer" #~ PR711
    ///     country: NO
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   messages: {name: "Messages you may withdraw until 31 May 2027", examples: [questions, complaints]}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: [messages]
    /// ```
    code: "PR711",
    name: "hedged-language",
    level: Note,
    affects: Notice,
    articles: ["Art. 12(1) GDPR", "Art. 5(1)(a) GDPR"],
    source: "WP260 rev.01 paras 12-13 ('may', 'might', 'some', 'often' and 'possible' should be avoided)",
    check: Text(check),
}

fn check(text: &TextIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !text.may_hold(wordlists::OPEN_ENDED) && !text.may_hold(wordlists::HEDGE) {
        return;
    }
    let level = match (text.field.table, text.field.name) {
        ("purpose" | "data_category", "name") => Level::Warning,
        ("recipient", "name" | "does")
        | ("source", "name")
        | ("retention_rule", "text" | "criterion")
        | ("commitment", "text") => Level::Note,
        _ => return,
    };
    let Some(found) = text.find(wordlists::OPEN_ENDED).or_else(|| hedge(text)) else { return };
    let words = &text.text[found];
    let message = format!("`{words}` in `{}` leaves open what really happens", crate::decode::shorten(text.text));
    sink.report(ctx.at(text.node), message).level(level).label(format!("`{words}`"));
}

fn hedge(text: &TextIn<'_>) -> Option<Range<usize>> {
    let hits = if text.may_hold(wordlists::HEDGE) { wordlists::HEDGE.find_all(text.text, text.lang) } else { Vec::new() };
    hits.into_iter().find(|hit| !is_permission(text.text, hit) && !is_month(text.text, hit))
}

/// What people are allowed to do is no hedge on what we do.
fn is_permission(text: &str, hit: &Range<usize>) -> bool {
    let before = text[..hit.start].split_whitespace().next_back().unwrap_or("");
    let before = before.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    matches!(before.as_str(), "you" | "du" | "ni")
}

fn is_month(text: &str, hit: &Range<usize>) -> bool {
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let before = text[..hit.start].trim_end().chars().next_back();
    let after = text[hit.end..].trim_start().chars().next();
    text[hit.clone()].eq_ignore_ascii_case("may") && (digit(before) || digit(after))
}
