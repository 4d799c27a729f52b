use crate::rules::prelude::*;

rule! {
    /// It takes more to refuse cookies than to accept them.
    ///
    /// ## Why
    /// Consent is free where no is as easy as yes, at the same place and with as few clicks (Art. 4(11), 7); authorities fine banners that are not.
    ///
    /// ## Fix
    /// Offer both on the first layer of the banner and write `reject_as_easy: yes`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: no, withdraw: Link at the foot of every page, record: paper file, if_refused: no-difference} #~ PR914
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: no-difference}
    /// ```
    code: "PR914",
    name: "refusal-harder-than-consent",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 4(11) GDPR", "Art. 7 GDPR", "Art. 5(3) Directive 2002/58/EC"],
    source: "EDPB Cookie Banner Taskforce report (January 2023), section A; EDPB Guidelines 05/2020",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let banner = ctx.register.settings.cookie_banner.as_deref();
    if banner.is_some_and(|banner| banner.reject_as_easy == Some(false)) {
        let spot = ctx.at(ctx.register.settings_node).field("cookie_banner").field("reject_as_easy");
        sink.report(spot, "Refusing cookies takes more than accepting them".to_owned()).label("harder to refuse");
    }
}
