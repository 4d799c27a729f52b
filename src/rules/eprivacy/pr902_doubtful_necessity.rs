use crate::decode::Lifetime;
use crate::rules::prelude::*;

rule! {
    /// What is called necessary serves the owner of the site, or stays for longer than a necessity does.
    ///
    /// A warning for products that measure, advertise, record or play video; a note for more than a year, unless the text speaks
    /// of a choice or of staying logged in.
    ///
    /// ## Why
    /// Necessary means necessary for the service the visitor asked for, not useful for you (Art. 5(3) Directive 2002/58/EC).
    ///
    /// ## Fix
    /// Ask for consent and change the group, or load it only when the visitor opens the feature and say so: `when: only after you start the video`.
    ///
    /// ## Bad
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   _hjid: {for: necessary, set_by: hotjar, lasts: 30 days, text: Records how you use the page} #~ PR902
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   hotjar:
    ///     name: Hotjar Limited
    ///     role: processor
    ///     does: Records how visitors use the page
    ///     country: MT
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [hotjar]
    /// ```
    ///
    /// For longer than a year.
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   basket: {for: necessary, set_by: us, lasts: 3 years, text: Remembers what is in your basket} #~ PR902
    /// ```
    ///
    /// ## Good
    /// ```yaml file=cookies.yaml
    /// cookies:
    ///   player: {for: necessary, set_by: vimeo, lasts: session, text: Plays the video, when: only after you start the video}
    ///   basket: {for: necessary, set_by: us, lasts: 12 months, text: Remembers what is in your basket}
    ///   asked: {for: necessary, set_by: us, lasts: 2 years, text: Remembers your choice on cookies}
    /// ```
    /// ```yaml file=shared.yaml
    /// recipients:
    ///   vimeo:
    ///     name: Vimeo GmbH
    ///     role: processor
    ///     does: Plays videos
    ///     country: DE
    ///     contract: {signed: 2024-03-01, file: dpa.pdf, subprocessing: general, objection_days: 30}
    ///     subprocessors: none
    /// ```
    /// ```yaml file=activities/example.yaml
    /// recipients: [vimeo]
    /// ```
    code: "PR902",
    name: "doubtful-necessity",
    level: Warning,
    affects: Lawfulness,
    articles: ["Art. 5(3) Directive 2002/58/EC"],
    source: "WP194 section 3 (criteria A and B); EDPB Cookie Banner Taskforce report (January 2023) section H",
    check: Cookie(check),
}

fn check(cookie: &Entry<Cookie>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if cookie.group != Some(CookiePurpose::Necessary) {
        return;
    }
    let setter = cookie.set_by.and_then(|setter| setter.to::<Recipient>()).and_then(|setter| ctx.register.get(setter));
    if let Some(setter) = setter.filter(|setter| serves_the_owner(setter, ctx))
        && cookie.when.as_ref().is_none_or(Text::is_empty)
    {
        let message =
            format!("`{}` is called necessary, but {} serves you rather than the visitor", cookie.title(), setter.title());
        sink.report(ctx.at(cookie.node).field("for"), message).label("necessary for whom?");
        return;
    }
    let speaks_of_a_choice = |text: &Text| text.iter().any(|(lang, text)| wordlists::LASTING_CHOICE.is_in(text, lang));
    if let Some(lasts) = cookie.lasts.as_ref().and_then(for_long)
        && !cookie.value.text.as_ref().is_some_and(speaks_of_a_choice)
    {
        let message = format!("`{}` is called necessary and stays {lasts}", cookie.title());
        sink.report(ctx.at(cookie.node).field("lasts"), message)
            .level(Level::Note)
            .label("necessary for that long?")
            .help("Shorten the time, or say in `text` what it is needed for.");
    }
}

/// Products that measure, advertise, record or play: by their name, or by what the register says they are.
fn serves_the_owner(setter: &Entry<Recipient>, ctx: &Ctx<'_>) -> bool {
    matches!(setter.category, Some(RecipientCategory::Analytics | RecipientCategory::Advertising))
        || ctx.law.vendor(setter.title(), |vendor| vendor.is_for_the_owner()).is_some()
}

/// In words, what stays for more than a year.
fn for_long(lifetime: &Lifetime) -> Option<String> {
    let year = Duration::months(12).days();
    match lifetime {
        Lifetime::For(time) | Lifetime::AtMost(time) => (time.days() > year + 1.0).then(|| format!("for {time}")),
        Lifetime::Persistent => Some("for an unknown time".to_owned()),
        Lifetime::Session | Lifetime::UntilLogout => None,
    }
}
