use crate::languages;
use crate::rules::prelude::*;
use crate::syntax::Kind;

rule! {
    /// A text that a notice shows is missing in one of the notice's languages.
    ///
    /// ## Why
    /// If you address people in a language, they are entitled to the whole information in it, not to a notice with holes (Art. 12(1)).
    ///
    /// ## Fix
    /// Add the missing language to the text, or drop the language from the notice.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   languages: [en, nb]
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: {en: Customer care, nb: Kundeservice}
    /// purposes:
    ///   answer:
    ///     name: {en: Answer customers' questions} #~ PR007
    ///     legal_basis: contract
    ///     required: no
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   languages: [en, nb]
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: {en: Customer care, nb: Kundeservice}
    /// purposes:
    ///   answer:
    ///     name: {en: Answer customers' questions, nb: Svare på spørsmål}
    ///     legal_basis: contract
    ///     required: no
    /// ```
    code: "PR007",
    name: "missing-translation",
    level: Warning,
    affects: Notice,
    articles: ["Art. 12(1) GDPR"],
    source: "WP260 rev.01 para 13 (a translation where people of another language are addressed)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let mut wanted: Vec<Lang> = Vec::new();
    for notice in &register.notices {
        let own = if notice.languages.is_empty() { register.languages() } else { &notice.value.languages };
        wanted.extend(own.iter().copied());
    }
    if register.notices.is_empty() {
        wanted.extend(register.languages().iter().copied());
    }
    // Where no document can be written, no text is missed: PR025 says so once.
    wanted.retain(|lang| languages::is_written(lang.base()));
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.len() < 2 {
        return;
    }
    let tree = &register.tree;
    let mut last = None;
    for prose in register.prose().filter(|prose| prose.field.is_public) {
        let is_version = tree.entry_of(prose.node).is_some_and(|item| Lang::parse(item.key) == Some(prose.lang));
        let own = tree.parent(prose.node).filter(|parent| is_version && is_translated(tree, *parent));
        let text = own.unwrap_or(prose.node);
        if last == Some(text) {
            continue;
        }
        last = Some(text);
        let given: Vec<Lang> = match own {
            Some(table) => {
                tree.items(table).filter(|item| !tree.is_blank(item.value)).filter_map(|item| Lang::parse(item.key)).collect()
            }
            None => vec![prose.lang],
        };
        let missing: Vec<&str> = wanted.iter().filter(|lang| !given.contains(lang)).map(Lang::as_str).collect();
        // A name, an address or a number reads the same in every language.
        let text_of = tree.text(prose.node).trim();
        let is_word = !text_of.contains(' ') && text_of.contains(['@', '.', '/']);
        let is_plain = own.is_none() && (is_name(prose) || is_word || !text_of.chars().any(char::is_lowercase));
        if !missing.is_empty() && !is_plain && is_translatable(prose.field) {
            let message = format!("`{}` has no text in {}", prose.field.name, listed(&missing));
            sink.report(ctx.at(text), message).label(format!("not in {}", listed(&missing)));
        }
    }
}

fn is_translatable(field: &crate::decode::FieldInfo) -> bool {
    (field.shape)().describe().contains("text")
}

fn is_translated(tree: &crate::syntax::Tree, node: crate::syntax::NodeId) -> bool {
    tree.kind(node) == Kind::Table && tree.items(node).all(|item| Lang::parse(item.key).is_some() && item.key.len() <= 5)
}

/// Names of companies and titles of documents are the same in every language.
fn is_name(prose: &crate::decode::Prose) -> bool {
    matches!(
        (prose.field.table, prose.field.name),
        ("recipient" | "service" | "source" | "law" | "cookie", "name") | ("document", "title")
    )
}
