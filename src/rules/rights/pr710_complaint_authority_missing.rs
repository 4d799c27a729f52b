use crate::rules::prelude::*;

rule! {
    /// People are not told of the authority they can complain to, or of the wrong one.
    ///
    /// An error where a text of your own takes the place of the part on complaints and names no authority; a warning where
    /// `organisation.authority` has been renamed or is another country's. A region, or a group whose parent is in that country,
    /// explains another authority; people may turn to several, so further ones are fine.
    ///
    /// ## Why
    /// People must be told that they can complain, and to whom (Art. 13(2)(d), 77).
    ///
    /// ## Fix
    /// Leave out `authority`, and `place: instead` in the section: privreg inserts the name and address the authority has today.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   country: SE
    ///   number: 556677-8899
    ///   authority: Datainspektionen #~ PR710
    /// ```
    ///
    /// The authority of another country.
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   authority: Integritetsskyddsmyndigheten #~ PR710
    /// ```
    ///
    /// An own text that names nobody.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     sections:
    ///       complaints: {place: instead, text: Write to us if you are not content with our answer.} #~ PR710
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// organisation:
    ///   authority: Datatilsynet
    /// ```
    ///
    /// An own text that names the authority.
    /// ```yaml file=notices.yaml
    /// notices:
    ///   website:
    ///     covers: [example]
    ///     version: "1"
    ///     sections:
    ///       complaints: {place: instead, text: "You can complain to Datatilsynet, https://www.datatilsynet.no."}
    /// ```
    /// ```yaml file=activities/example.yaml
    /// name: Customer care
    /// ```
    code: "PR710",
    name: "complaint-authority-missing",
    level: Error,
    affects: Notice,
    articles: ["Art. 13(2)(d) GDPR", "Art. 77 GDPR"],
    source: "Art. 13(2)(d) GDPR; WP260 rev.01 Annex (explain Art. 77)",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    register
        .organisations
        .iter()
        .filter(|organisation| !organisation.broken)
        .for_each(|organisation| of_organisation(organisation, ctx, sink));
    for notice in &register.notices {
        for section in &notice.value.sections {
            let replaces = section.place == Some(SectionPlace::Instead)
                && section.slot.or_else(|| Slot::parse(&section.id)) == Some(Slot::Complaints);
            let Some(text) = section.text.as_ref().filter(|text| replaces && !text.is_empty()) else { continue };
            // A former name in a text is found by the rule on superseded law.
            let names = |text: &str| ctx.law.authorities().iter().any(|authority| authority.is_or_was_named_in(text));
            if let Some((lang, _)) = text.iter().find(|(_, text)| !names(text)) {
                let message = format!("The text on complaints in `{}` names no supervisory authority in {lang}", notice.title());
                sink.report(ctx.at(text.node), message).label("to whom?");
            }
        }
    }
}

fn of_organisation(organisation: &Entry<Organisation>, ctx: &Ctx<'_>, sink: &mut Sink) {
    let (Some(name), Some(country)) = (organisation.authority.as_deref(), organisation.country) else { return };
    let spot = ctx.at(organisation.node).field("authority");
    if let Some(own) = ctx.law.authority(country)
        && let Some(former) = own.former_name_in(name, ctx.as_of())
        && !own.is_named_in(name)
    {
        let message = format!("`{former}` is a former name of the supervisory authority");
        sink.report(spot, message).level(Level::Warning).label(format!("now {}", own.own_name()));
        return;
    }
    let mut named = ctx.law.authorities().iter().filter(|authority| authority.is_named_in(name)).peekable();
    let Some(other) = named.peek().and_then(|authority| authority.country()) else { return };
    let parent = organisation.group.as_deref().and_then(|group| group.parent_country);
    let is_explained = organisation.region.is_some()
        || named.any(|authority| authority.is_in(country) || parent.is_some_and(|parent| authority.is_in(parent)));
    if !is_explained && ctx.law.authority(country).is_some() {
        let message = format!("`{name}` is the authority of {}, not of {}", other.name(), country.name());
        let finding = sink.report(spot, message).level(Level::Warning);
        finding.label(format!("{} is in {}", organisation.title(), country.name()));
    }
}
