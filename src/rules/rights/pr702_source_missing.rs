use crate::origins;
use crate::rules::prelude::*;

rule! {
    /// The register does not say where data come from that people do not give themselves.
    ///
    /// A warning for a source that stands for unnamed others; a note where an activity is about people who are never in contact
    /// with the organisation, and names no source. Sources that cannot be told apart may be described as kinds: `sources: {mixed: ...}`.
    ///
    /// ## Why
    /// Who did not give the data must learn which source they come from, and whether everyone has access to it (Art. 14(2)(f)).
    ///
    /// ## Fix
    /// Name the source: `sources: [brreg, their-employer, public-web]`, with `public: yes` where everyone can look there.
    ///
    /// ## Bad
    /// ```yaml file=shared.yaml
    /// sources:
    ///   registers: {name: The company register and others, kind: public-register, public: yes, open_ended: yes} #~ PR702
    ///   rest: {name: Other publicly available sources, public: yes} #~ PR702
    /// ```
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customers]
    /// sources:
    ///   registers: {inform_when: first-contact}
    ///   rest: {inform_when: first-contact}
    /// purposes:
    ///   answer: {name: Answer the questions of our customers, legal_basis: contract, required: no}
    /// ```
    ///
    /// People who did not give the data themselves.
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [emergency-contacts] #~ PR702
    /// purposes:
    ///   call: {name: Call somebody when an employee has an accident, legal_basis: vital-interests, required: no}
    /// ```
    ///
    /// ## Good
    /// ```yaml file=activities/example.yaml
    /// data_subjects: [customer-contacts]
    /// sources:
    ///   brreg: {inform_when: first-contact}
    ///   their-employer: {inform_when: first-contact}
    /// purposes:
    ///   answer: {name: Keep an address book of our customers, legal_basis: legitimate-interests, interest: Reach the right person at a customer, assessment: {why: Names and addresses at work}, required: no}
    /// ```
    ///
    /// Kinds of sources, where they cannot be told apart.
    /// ```yaml file=activities/example.yaml
    /// sources: {mixed: Public registers and the pages of companies on the web}
    /// ```
    code: "PR702",
    name: "source-missing",
    level: Warning,
    affects: Notice,
    articles: ["Art. 14(2)(f) GDPR"],
    source: "WP260 rev.01 Annex, row on Art. 14(2)(f); recital 61 GDPR",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    let own =
        |source: &&Entry<Source>| source.node.is_some() && !source.broken && origins::kind(source) != Some(SourceKind::Person);
    for source in ctx.register.sources.iter().filter(own) {
        let field = if source.open_ended == Some(true) {
            "open_ended"
        } else if source.value.name.as_ref().is_some_and(names_nobody) {
            "name"
        } else {
            continue;
        };
        let message = format!("The source `{}` stands for sources that are not named", source.title());
        sink.report(ctx.at(source.node).field(field), message).label("which ones?");
    }
    ctx.register.running_activities().for_each(|activity| of_activity(activity, ctx, sink));
}

/// A name that says no more than that there are others, or that everyone has access to them.
fn names_nobody(name: &Text) -> bool {
    name.iter().any(|(lang, text)| {
        let is_word = |word: &str| word.chars().count() > 3;
        wordlists::OTHERS.is_in(text, lang)
            && !wordlists::OTHERS.without(text, lang).split(|letter: char| !letter.is_alphabetic()).any(is_word)
    })
}

fn of_activity(activity: &Entry<Activity>, ctx: &Ctx<'_>, sink: &mut Sink) {
    if !origins::is_unanswered(activity) {
        return;
    }
    let mut absent: Vec<&Entry<DataSubject>> = Vec::new();
    let purposes = activity.value.purposes.into_iter().flat_map(|purpose| &purpose.value.data_subjects);
    for group in activity.data_subjects.iter().chain(purposes).filter_map(|group| ctx.register.get(*group)) {
        if people::is_absent(group) && !absent.iter().any(|known| known.id == group.id) {
            absent.push(group);
        }
    }
    if absent.is_empty() {
        return;
    }
    let names = people::names(absent);
    let message = format!("`{}` does not say who gives the data about these people: {names}", activity.title());
    sink.report(ctx.at(activity.node).field("sources"), message)
        .level(Level::Note)
        .label("not from themselves, as a rule")
        .help("Name who gives the data: define it once, `sources: {colleague: {name: The employee who names you}}`, and write `sources: [colleague]` in the activity.");
}
