use crate::rules::prelude::*;
use crate::syntax::NodeId;
use crate::texts;

rule! {
    /// A data category or a cookie that singles people out is called anonymous.
    ///
    /// Read are the names of data categories and the names and texts of cookies; what says that data are made anonymous, and what is
    /// marked `identifies: no`, passes.
    ///
    /// ## Why
    /// An identifier on a device or an IP address singles a person out, and who is told that it is anonymous does not know of any rights (Art. 4(1), recital 30).
    ///
    /// ## Fix
    /// Write `pseudonymous`, or describe what is collected; where the data are really counted up before they are stored, write `identifies: no` at the category.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   visits: {name: Anonymous visitor numbers, identifies: indirect} #~ PR308
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {visits: 13 months after collection}
    /// ```
    ///
    /// A cookie is on the device of one person.
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of each page, record: Consent log}
    /// ```
    /// ```yaml file=shared.yaml
    /// cookies:
    ///   _visit:
    ///     for: statistics
    ///     set_by: us
    ///     lasts: 13 months
    ///     text: Collects information in an anonymous form #~ PR308
    ///     consent: yes
    /// ```
    ///
    /// ## Good
    /// ```yaml file=shared.yaml
    /// data_categories:
    ///   visits: {name: Anonymous visitor numbers, identifies: no}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_categories: {visits: 13 months after collection}
    /// ```
    code: "PR308",
    name: "anonymous-but-identifying",
    level: Warning,
    affects: Notice,
    articles: ["Art. 4(1) GDPR", "Art. 5(1)(a) GDPR"],
    source: "CJEU C-582/14 Breyer; C-604/22 IAB Europe; C-413/23 P EDPS v SRB (4 September 2025); recitals 26 and 30",
    check: Text(check),
}

fn check(text: &TextIn<'_>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let is_name = text.is("data_category", "name");
    if !text.may_hold(wordlists::ANONYMOUS_CLAIM) || !is_name && !text.is("cookie", "name") && !text.is("cookie", "text") {
        return;
    }
    let hits = wordlists::ANONYMOUS_CLAIM.find_all(text.text, text.lang);
    let Some(hit) = hits.into_iter().find(|hit| !is_made_anonymous(text.text, hit)) else { return };
    let is_anonymous = if is_name { category_is_anonymous(text.node, ctx) } else { cookie_is_anonymous(text.node, ctx) };
    if !is_anonymous {
        let what = if is_name { "these data single people out" } else { "what is on a device singles its user out" };
        let message = format!("`{}` in `{}`, but {what}", &text.text[hit], text.field.name);
        sink.report(ctx.at(text.node), message).label("not anonymous");
    }
}

/// Whether the word says what is done to the data (`is anonymised`), not what they are.
fn is_made_anonymous(text: &str, hit: &std::ops::Range<usize>) -> bool {
    const AUXILIARIES: [&str; 16] = [
        "is",
        "are",
        "be",
        "been",
        "being",
        "was",
        "were",
        "gets",
        "then",
        "immediately",
        "er",
        "blir",
        "bliver",
        "blev",
        "är",
        "ble",
    ];
    let word = text[hit.clone()].to_lowercase();
    let is_participle = word.starts_with("anonymise") || word.starts_with("anonymize");
    let before = text[..hit.start].split_whitespace().next_back().unwrap_or("").to_lowercase();
    is_participle && AUXILIARIES.contains(&before.as_str())
}

fn category_is_anonymous(place: NodeId, ctx: &Ctx<'_>) -> bool {
    let category = texts::definition(ctx.register, &ctx.register.data_categories, place);
    category.is_none_or(|category| category.identifies == Some(Identifies::No))
}

/// Whether all that a cookie collects is no personal data.
fn cookie_is_anonymous(place: NodeId, ctx: &Ctx<'_>) -> bool {
    let Some(cookie) = texts::definition(ctx.register, &ctx.register.cookies, place) else { return true };
    let mut categories = ctx.register.all(&cookie.value.data_categories).peekable();
    categories.peek().is_some() && categories.all(|category| category.identifies == Some(Identifies::No))
}
