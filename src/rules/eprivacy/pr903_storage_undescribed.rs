use crate::rules::prelude::*;

rule! {
    /// A cookie is not described: what it is for, who sets it, how long it stays, or what it does.
    ///
    /// A warning where it is necessary.
    ///
    /// ## Why
    /// Consent must be informed, and so visitors must learn how long a cookie works and who else has access (Art. 5(3) Directive 2002/58/EC).
    ///
    /// ## Fix
    /// Fill in all four: `{for: necessary, set_by: us, lasts: until logout, text: Keeps you logged in}`.
    ///
    /// ## Bad
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   campaign: {for: marketing, set_by: us, consent: yes} #~ PR903
    /// ```
    ///
    /// Necessary, and described in part.
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   access-token: {kind: local-storage, for: necessary, set_by: us, text: Keeps you logged in} #~ PR903
    /// ```
    ///
    /// ## Good
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   access-token: {kind: local-storage, for: necessary, set_by: us, lasts: until logout, text: Keeps you logged in}
    /// ```
    code: "PR903",
    name: "storage-undescribed",
    level: Error,
    affects: Notice,
    articles: ["Art. 5(3) Directive 2002/58/EC", "Art. 13 GDPR"],
    source: "CJEU C-673/17 Planet49 paras 75-81 (how long it works, and who has access)",
    check: Cookie(check),
}

fn check(cookie: &Entry<Cookie>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let fields = [
        ("for", cookie.group.is_none(), "what it is for"),
        ("set_by", cookie.set_by.is_none(), "who sets it"),
        ("lasts", cookie.lasts.is_none(), "how long it stays"),
        ("text", cookie.value.text.as_ref().is_none_or(Text::is_empty), "what it does"),
    ];
    let missing: Vec<_> = fields.into_iter().filter(|(_, is_missing, _)| *is_missing).collect();
    let Some((field, ..)) = missing.first() else { return };
    let names = listed(missing.iter().map(|(name, ..)| format!("`{name}`")));
    let message = format!("`{}` does not say {}", cookie.title(), listed(missing.iter().map(|(_, _, what)| *what)));
    let finding = sink.report(ctx.at(cookie.node).field(field), message);
    finding.label(format!("no {names}"));
    if cookie.group == Some(CookiePurpose::Necessary) {
        finding.level(Level::Warning);
    }
}
