use crate::rules::prelude::*;

rule! {
    /// Settings of the browser, use of the site or silence pass for consent to cookies.
    ///
    /// A warning where only the text of a notice says so. In Norway settings of the browser counted until the end of 2024.
    ///
    /// ## Why
    /// A browser that accepts cookies is no person who has agreed (Art. 4(11) GDPR, Art. 5(3) Directive 2002/58/EC).
    ///
    /// ## Fix
    /// Ask with a banner where no is as easy as yes, and describe it: `cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: ...}`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: browser-settings, withdraw: Change the settings of your browser, record: paper file, if_refused: no-difference} #~ PR904
    /// ```
    ///
    /// One cookie, by use.
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   count_id: {for: statistics, set_by: us, lasts: 13 months, text: Counts returning visitors, consent: {how: use, withdraw: Write to us, record: paper file}} #~ PR904
    /// ```
    ///
    /// In the words of a notice, with no banner.
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
    ///       cookies: You can refuse cookies in your browser settings. #~ PR904
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   cookie_banner: {how: banner, reject_as_easy: yes, withdraw: Link at the foot of every page, record: paper file, if_refused: no-difference}
    /// ```
    ///
    /// Norway, while the old rule held.
    /// ```yaml file=privreg.yaml
    /// #~ as-of 2024-12-31
    /// settings:
    ///   cookie_banner: {how: browser-settings, withdraw: Change the settings of your browser, record: paper file, if_refused: no-difference}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// reviewed: 2024-09-01
    /// ```
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website: {covers: [example], published: 2024-09-02}
    /// ```
    code: "PR904",
    name: "browser-settings-as-consent",
    level: Error,
    affects: Lawfulness,
    articles: ["Art. 5(3) Directive 2002/58/EC", "Art. 4(11) GDPR"],
    source: "CJEU C-673/17 Planet49; EDPB Guidelines 05/2020 para 89; in Norway ekomloven § 3-15 since 1 January 2025",
    silences: ["PR211"],
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    let country = register.organisation().and_then(|organisation| organisation.country);
    let national = country.and_then(|country| ctx.law.national(country));
    let browser_will_do = national.is_some_and(|national| national.accepts_browser_settings(ctx.as_of()));
    let passes_for_consent = |how: ConsentHow| match how {
        ConsentHow::BrowserSettings => (!browser_will_do).then_some("settings of the browser"),
        ConsentHow::Use => Some("use of the site"),
        ConsentHow::Submission => Some("handing over data"),
        ConsentHow::Scrolling => Some("scrolling"),
        ConsentHow::Silence => Some("silence"),
        ConsentHow::PreTicked => Some("a box ticked in advance"),
        _ => None,
    };
    let banner = register.settings.cookie_banner.as_deref();
    if let Some(what) = banner.and_then(|banner| banner.how).and_then(passes_for_consent) {
        let spot = ctx.at(register.settings_node).field("cookie_banner").field("how");
        sink.report(spot, format!("The cookie banner takes {what} for consent")).label("no choice of the visitor");
    }
    let optional = || register.cookies.iter().filter(|cookie| !cookie.broken && cookie.group != Some(CookiePurpose::Necessary));
    for cookie in optional() {
        let how = cookie.consent.as_ref().and_then(|consent| consent.other()).and_then(|consent| consent.how);
        if let Some(what) = how.and_then(passes_for_consent) {
            let spot = ctx.at(cookie.node).field("consent").field("how");
            sink.report(spot, format!("`{}` takes {what} for consent", cookie.title())).label("no choice of the visitor");
        }
    }
    // Next to a banner, the browser is one more way to refuse.
    if banner.is_some() || browser_will_do || optional().next().is_none() {
        return;
    }
    for notice in &register.notices {
        for text in notice.value.sections.into_iter().filter_map(|section| section.value.text.as_ref()) {
            let words = text.iter().find_map(|(lang, text)| Some(text[wordlists::BROWSER_SETTINGS.find(text, lang)?].to_owned()));
            if let Some(words) = words {
                let message = format!(
                    "`{}` points to the browser (`{words}`), and the register knows no other way to refuse cookies",
                    notice.title()
                );
                sink.report(ctx.at(text.node), message).level(Level::Warning);
            }
        }
    }
}
