use crate::rules::prelude::*;

rule! {
    /// Something is stored on a device or read from it without consent, although it is not necessary.
    ///
    /// A warning where nothing is said on consent. A preference that the visitor sets (`when`) needs none, and neither does measuring of visits where national law lets it (`exempt`); no
    /// Nordic country does.
    ///
    /// ## Why
    /// What is not strictly necessary for what the visitor asked for needs consent first, whether or not it is personal data (Art. 5(3) Directive 2002/58/EC).
    ///
    /// ## Fix
    /// Set it only after a yes in the banner, and write `consent: yes`; or leave it out.
    ///
    /// ## Bad
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   count_id: {for: statistics, set_by: us, lasts: 13 months, text: Counts returning visitors, consent: no} #~ PR901
    /// ```
    ///
    /// Nothing is said, and there is no banner.
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   count_id: {for: statistics, set_by: us, lasts: 13 months, text: Counts returning visitors} #~ PR901
    /// ```
    ///
    /// Nothing is said, and there is a banner.
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: no-difference}
    /// ```
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   count_id: {for: statistics, set_by: us, lasts: 13 months, text: Counts returning visitors} #~ PR901
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: no-difference}
    /// ```
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   count_id: {for: statistics, set_by: us, lasts: 13 months, text: Counts returning visitors, consent: yes}
    ///   view: {for: preferences, set_by: us, lasts: 30 days, text: Remembers how you sort lists, when: you sort a list, consent: no}
    /// ```
    code: "PR901",
    name: "storage-without-consent",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 5(3) Directive 2002/58/EC"],
    source: "CJEU C-673/17 Planet49; EDPB Guidelines 2/2023 v2.0 (technical scope); WP194",
    check: Cookie(check),
}

fn check(cookie: &Entry<Cookie>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if matches!(cookie.group, None | Some(CookiePurpose::Necessary)) || is_exempt(cookie, ctx) {
        return;
    }
    let banner = ctx.register.settings.cookie_banner.is_some();
    let (said, level) = match cookie.consent {
        Some(Either::One(true) | Either::Other(_)) => return,
        Some(Either::One(false)) => ("is set without consent", Level::Error),
        None if banner => ("does not say that it waits for consent", Level::Warning),
        None => ("does not say that it waits for consent, and the register knows no cookie banner", Level::Warning),
    };
    let group = cookie.group.map_or("", CookiePurpose::id);
    let message = format!("`{}` serves {group} and {said}", cookie.title());
    let finding = sink.report(ctx.at(cookie.node).field("consent"), message);
    finding.level(level).label("not necessary for what the visitor asked for");
}

fn is_exempt(cookie: &Cookie, ctx: &Ctx<'_>) -> bool {
    let answered = |text: &Option<Text>| text.as_ref().is_some_and(|text| !text.is_empty());
    match cookie.group {
        Some(CookiePurpose::Preferences) => answered(&cookie.when),
        Some(CookiePurpose::Statistics) => {
            let country = ctx.register.organisation().and_then(|organisation| organisation.country);
            let national = country.and_then(|country| ctx.law.national(country));
            answered(&cookie.exempt) && national.is_some_and(|national| national.exempts_statistics(ctx.as_of()))
        }
        _ => false,
    }
}
