use crate::register::Section;
use crate::rules::prelude::*;
use crate::sensitive;

rule! {
    /// A data category speaks of sensitive data and is not marked as such, or a built-in mark is removed without a reason.
    ///
    /// A mark set to `no` against the words without `why` is a note.
    ///
    /// ## Why
    /// Data that reveal health, belief or membership, even indirectly, enjoy the strict protection, whatever the column is called (Art. 9(1)).
    ///
    /// ## Fix
    /// Set `special:`, `criminal:` or `national_id:`, or write `special: no` with a `why:` where the word misleads.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   catering:
    ///     name: Food wishes
    ///     examples: [allergies, halal, vegetarian] #~ PR304
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {catering: 1 month after event-date}
    /// ```
    ///
    /// Data on offences are looked for as well.
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   certificate:
    ///     name: Police certificate #~ PR304
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {certificate: 1 month after recruitment-closed}
    /// ```
    ///
    /// The mark of a built-in category is taken away without a reason.
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   sick-leave:
    ///     special: no #~ PR304
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {sick-leave: 1 year after calendar-year-end}
    /// ```
    ///
    /// So it is for the identity number.
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   national-id:
    ///     national_id: no #~ PR304
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {national-id: 1 year after calendar-year-end}
    /// ```
    ///
    /// Somebody has thought about it, but does not say what.
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   checks:
    ///     name: Results of health checks of servers #~ PR304
    ///     special: no
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {checks: 1 month after log-created}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   checks:
    ///     name: Results of health checks of servers
    ///     special: no
    ///     why: The health of machines, not of people
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {checks: 1 month after log-created}
    /// ```
    code: "PR304",
    name: "unmarked-special-data",
    level: Warning,
    affects: Record,
    articles: ["Art. 9(1) GDPR", "Art. 10 GDPR", "Art. 30(1)(c) GDPR"],
    source: "CJEU C-184/20 OT v Vyriausioji tarnybinės etikos komisija; C-21/23 Lindenapotheke (4 October 2024); C-252/21 Meta Platforms",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let own = walk::own(&ctx.register.data_categories);
    // What does not concern people cannot be sensitive.
    for category in own.filter(|category| category.identifies != Some(Identifies::No)) {
        if !removed_mark(category, ctx, sink) {
            unmarked(category, ctx, sink);
        }
    }
}

/// A built-in category without its mark.
fn removed_mark(category: &Entry<DataCategory>, ctx: &Ctx<'_>, sink: &mut Sink) -> bool {
    let Some(built_in) = DataCategory::built_in().iter().find(|built_in| built_in.id == category.id) else { return false };
    let lost = |before: Option<bool>, now: Option<bool>| before == Some(true) && now == Some(false);
    let field = if sensitive::is_special(built_in) && !sensitive::is_special(category) {
        "special"
    } else if lost(built_in.criminal, category.criminal) {
        "criminal"
    } else if lost(built_in.national_id, category.national_id) {
        "national_id"
    } else {
        return false;
    };
    if !has_reason(category) {
        let message =
            format!("`{}` is `{field}` in the built-in vocabulary; here the mark is removed without a reason", category.id);
        let finding = sink.report(ctx.at(category.node).field(field), message);
        finding.label("mark removed").help("Say why in `why:`, give your category another id, or leave the mark as it is.");
    }
    true
}

fn has_reason(category: &DataCategory) -> bool {
    category.why.as_ref().is_some_and(|why| !why.is_empty())
}

/// What a word suggests and the marks do not say.
fn unmarked(category: &Entry<DataCategory>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let parts = walk::with_included(ctx.register, [category]);
    let is_marked = |kind: &str| match kind {
        "criminal" => parts.iter().any(|part| sensitive::is_criminal(part)),
        _ => parts.iter().any(|part| sensitive::is_special(part)),
    };
    let is_denied = |kind: &str| match kind {
        "criminal" => category.criminal == Some(false),
        _ => category.special == Some(Special::No),
    };
    let Some((spot, kind, word)) = texts(category, ctx).into_iter().find_map(|(spot, text)| {
        let (kind, range) = wordlists::special_data(&text)?;
        let word = text[range].to_owned();
        let is_settled = is_marked(kind) || (is_denied(kind) && has_reason(category)) || is_technical(&word, &text);
        (!is_settled).then_some((spot, kind, word))
    }) else {
        return;
    };
    let mark = mark(kind, &word);
    if is_denied(kind) {
        let message = format!("`{}` speaks of `{word}` and is marked as not sensitive, without a reason", category.title());
        sink.report(spot, message).level(Level::Note).label("why not?").help("Say in `why:` what the word means here.");
    } else {
        let message = format!("`{}` speaks of `{word}` and is not marked `{mark}`", category.title());
        let help = format!("Add `{mark}`, or where the word misleads `{}: no` with a `why:`.", field(kind));
        sink.report(spot, message).label("sensitive data?").help(help);
    }
}

/// Fingerprints of browsers and devices are no biometric data.
fn is_technical(word: &str, text: &str) -> bool {
    let text = text.to_lowercase();
    word.to_lowercase().starts_with("finger")
        && ["browser", "device", "enhet", "nettleser", "webbläsar"].iter().any(|own| text.contains(own))
}

/// All that names a category, with where it stands.
fn texts<'r>(category: &'r Entry<DataCategory>, ctx: &Ctx<'r>) -> Vec<(Spot<'r>, String)> {
    let value = &category.value;
    let written = value.name.iter().chain(&value.fields).chain(&value.examples);
    let id = (ctx.at(category.node).key(), category.id.replace(['-', '_'], " "));
    written
        .flat_map(|text| text.iter().map(move |(_, words)| (ctx.at(text.node.or(category.node)), words.to_owned())))
        .chain([id])
        .collect()
}

fn field(kind: &str) -> &'static str {
    if kind == "criminal" { "criminal" } else { "special" }
}

/// The mark that a kind of words asks for.
fn mark(kind: &str, word: &str) -> &'static str {
    let word = word.to_lowercase();
    match kind {
        "criminal" => "criminal: yes",
        "health" => "special: health",
        "biometric" => "special: biometric",
        "religion" => "special: religion",
        "trade_union" => "special: trade-union",
        _ if word.starts_with("genet") => "special: genetic",
        _ if word.starts_with("polit") => "special: political",
        _ if word.starts_with("se") => "special: sex-life",
        _ => "special: ethnic",
    }
}
