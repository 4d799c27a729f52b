use crate::rules::prelude::*;

rule! {
    /// Who refuses cookies that are not necessary loses access to the site.
    ///
    /// A note where there is an alternative, where part of the site does not work, and where only the text of a notice says so.
    ///
    /// ## Why
    /// Consent under the threat of losing the service is not freely given (Art. 7(4)).
    ///
    /// ## Fix
    /// Let all but the refused feature work, and say which feature needs what: `if_refused: Everything works except embedded videos`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: no-access} #~ PR905
    /// ```
    ///
    /// With an alternative.
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: no-access, alternative: A subscription without advertising} #~ PR905
    /// ```
    ///
    /// Part of it.
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: limited} #~ PR905
    /// ```
    ///
    /// In the words of a notice.
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   count_id: {for: statistics, set_by: us, lasts: 13 months, text: Counts returning visitors, consent: yes}
    /// ```
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     sections:
    ///       cookies: If you refuse, you cannot use the shop. #~ PR905
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: Everything works except embedded videos}
    /// ```
    code: "PR905",
    name: "cookie-wall",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 7(4) GDPR", "Art. 4(11) GDPR", "Art. 5(3) Directive 2002/58/EC"],
    source: "EDPB Guidelines 05/2020 paras 38-41; EDPB Opinion 08/2024 (consent or pay); CJEU C-252/21 Meta para 150",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let banner = register.settings.cookie_banner.as_deref();
    if let Some(banner) = banner {
        let alternative = banner.alternative.as_ref().filter(|alternative| !alternative.is_empty());
        let found = match (&banner.if_refused, alternative) {
            (Some(Either::One(IfRefused::NoAccess)), None) => Some(("Who refuses cookies gets no access", Level::Warning)),
            (Some(Either::One(IfRefused::NoAccess)), Some(_)) => {
                Some(("Who refuses cookies gets no access but by the alternative: is that one a real choice", Level::Note))
            }
            (Some(Either::One(IfRefused::Limited)), _) => {
                Some(("Part of the service does not work after a refusal, and the register does not say which", Level::Note))
            }
            _ => None,
        };
        if let Some((message, level)) = found {
            sink.report(ctx.at(register.settings_node).field("cookie_banner").field("if_refused"), message).level(level);
        }
    }
    let has_optional = register.cookies.iter().any(|cookie| !cookie.broken && cookie.group != Some(CookiePurpose::Necessary));
    // What the banner says is said once.
    if !has_optional || banner.is_some_and(|banner| banner.if_refused.is_some()) {
        return;
    }
    for notice in &register.notices {
        let on_cookies =
            |section: &&Entry<NoticeSection>| section.slot.or_else(|| Slot::parse(&section.id)) == Some(Slot::Cookies);
        for text in notice.value.sections.iter().filter(on_cookies).filter_map(|section| section.value.text.as_ref()) {
            let words = text.iter().find_map(|(lang, text)| Some(text[wordlists::COOKIE_WALL.find(text, lang)?].to_owned()));
            if let Some(words) = words {
                let message = format!("`{words}` in `{}` reads as if refusing cookies cost the service", notice.title());
                sink.report(ctx.at(text.node), message).level(Level::Note);
            }
        }
    }
}
