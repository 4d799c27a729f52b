use crate::devices;
use crate::rules::prelude::*;

rule! {
    /// The banner says that a refusal changes nothing, and a cookie says what does not work without it.
    ///
    /// ## Why
    /// Both stand in the notice, and people cannot tell which is true (Art. 12(1)). What a refusal costs decides whether consent is free (Art. 7(4)).
    ///
    /// ## Fix
    /// Say in the banner what changes: `if_refused: Everything works except the map`; or take `if_refused` out of the cookie.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: no-difference}
    /// ```
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   map_id: {for: preferences, set_by: us, lasts: 1 month, text: Remembers your place on the map, consent: yes, if_refused: The map does not work} #~ PR915
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: Everything works except the map}
    /// ```
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   map_id: {for: preferences, set_by: us, lasts: 1 month, text: Remembers your place on the map, consent: yes, if_refused: The map does not work}
    /// ```
    code: "PR915",
    name: "refusal-contradicted",
    level: Warning,
    affects: Notice,
    articles: ["Art. 12(1) GDPR", "Art. 7(4) GDPR"],
    source: "EDPB Guidelines 05/2020, section 3.1",
    check: Cookie(check),
}

fn check(cookie: &Entry<Cookie>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let banner = ctx.register.settings.cookie_banner.as_deref();
    let changes_nothing = banner.is_some_and(|banner| matches!(banner.if_refused, Some(Either::One(IfRefused::NoDifference))));
    if changes_nothing && devices::lost_without(cookie).is_some() {
        let message = format!("The banner says that a refusal changes nothing, and `{}` says what is lost", cookie.title());
        sink.report(ctx.at(cookie.node).field("if_refused"), message).label("not nothing");
    }
}
