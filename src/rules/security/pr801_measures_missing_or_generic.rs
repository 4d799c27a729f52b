use crate::decode::{Ref, Text};
use crate::rules::prelude::*;

rule! {
    /// No security measures are named for an activity, or a measure only repeats the words of Art. 32.
    ///
    /// Activities without measures are reported together, as one line in the settings cures all of them. A measure that names what is
    /// done beside the empty phrase is a note. Details that would help an attacker belong in a document: `see:` is an answer. Services for customers are left to the rule on their record.
    ///
    /// ## Why
    /// The record describes the measures in general terms, and `appropriate measures` describes none (Art. 30(1)(g)).
    ///
    /// ## Fix
    /// Name what you really have, once for all activities: `security_measures: [access-control, encryption, logging, backup-and-restore, testing]` in `settings`.
    ///
    /// ## Bad
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   security_measures: [] #~ PR801
    /// ```
    ///
    /// A sentence that fits any organisation.
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   security_measures: [standard]
    /// ```
    /// ```yaml file=shared.yaml
    /// security_measures:
    ///   standard: {text: We use adequate technical and organizational security measures} #~ PR801
    /// ```
    ///
    /// The list says more than the sentence.
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   security_measures: [standard]
    /// ```
    /// ```yaml file=shared.yaml
    /// security_measures:
    ///   standard: {includes: [access-control, encryption, testing, training, backup-and-restore], public_text: We take reasonable steps to protect your data} #~ PR801
    /// ```
    ///
    /// ## Good
    /// ```yaml file=privreg.yaml
    /// settings:
    ///   security_measures: [standard]
    /// ```
    /// ```yaml file=shared.yaml
    /// security_measures:
    ///   standard: {text: "Appropriate measures: two-factor login, encrypted disks, backups in a second data centre, staff training and a yearly test"}
    /// ```
    code: "PR801",
    name: "measures-missing-or-generic",
    level: Warning,
    affects: Record,
    articles: ["Art. 30(1)(g) GDPR", "Art. 32(1) GDPR"],
    source: "Art. 30(1)(g) with Art. 32(1)(a)-(d); CNIL and ICO record templates",
    check: Register(check),
}

fn check(ctx: &Ctx<'_>, sink: &mut Sink) {
    unprotected(ctx, sink);
    for measure in walk::own(&ctx.register.security_measures) {
        generic(measure, ctx, sink);
    }
}

/// What reaches no measure at all, in one finding: the cause is one empty line.
fn unprotected(ctx: &Ctx<'_>, sink: &mut Sink) {
    let register = ctx.register;
    if !register.settings.security_measures.is_empty() {
        return;
    }
    let in_systems = |systems: &[Ref<System>]| register.all(systems).any(|system| !system.security_measures.is_empty());
    let all: Vec<&Entry<Activity>> = register.running_activities().collect();
    let is_bare = |own: &&&Entry<Activity>| own.security_measures.is_empty() && !in_systems(&own.value.systems);
    let mut bare: Vec<&Entry<Activity>> = all.iter().filter(is_bare).copied().collect();
    by_id(&mut bare);
    let Some(first) = bare.first() else { return };
    let names: Vec<&str> = bare.iter().map(|own| own.title()).collect();
    let shown = listed_up_to(5, &names);
    // Where nothing has measures of its own, the place to write them is the settings.
    let holder = register.settings_node.filter(|_| bare.len() == all.len()).or(first.node);
    let message = format!("The register names no security measures for {shown}");
    sink.report(ctx.at(holder).field("security_measures"), message).label("no measures");
}

/// A measure whose text would fit any organisation.
fn generic(measure: &Entry<SecurityMeasure>, ctx: &Ctx<'_>, sink: &mut Sink) {
    // Details stand in another document, where they belong.
    if measure.see.is_some() {
        return;
    }
    let texts = [("text", &measure.value.text), ("public_text", &measure.value.public_text), ("name", &measure.value.name)];
    let found = texts.into_iter().filter_map(|(field, text)| Some((field, text.as_ref()?)));
    let written: Vec<(&str, &Text)> = found.collect();
    let has_list = !measure.includes.is_empty();
    // Without a list one word on what is done is enough; beside a list the sentence has to say something itself.
    let says_something = |words: &str, lang: Lang| wordlists::CONCRETE_MEASURES.find_all(words, lang).len() >= 2;
    let phrase = written.iter().find_map(|(field, text)| {
        let mut empty = text.iter().filter(|(lang, words)| !says_something(words, *lang));
        empty.find_map(|(lang, words)| Some((*field, words[wordlists::GENERIC_MEASURES.find(words, lang)?].to_owned())))
    });
    let Some((field, phrase)) = phrase else { return };
    let mut all = written.iter().flat_map(|(_, text)| text.iter());
    if !has_list && all.any(|(lang, words)| wordlists::CONCRETE_MEASURES.is_in(words, lang)) {
        return;
    }
    let message = format!("`{phrase}` in the measure `{}` only repeats what Art. 32 asks for", measure.id);
    let spot = ctx.at(measure.node).field(match field {
        "text" => "text",
        "public_text" => "public_text",
        _ => "name",
    });
    let finding = sink.report(spot, message);
    finding.label("names no measure");
    if has_list {
        finding.level(Level::Note).help("Leave the sentence out, or say in it what `includes:` lists.");
    } else {
        finding.help("List what it consists of: `includes: [access-control, encryption, logging, backup-and-restore, testing]`.");
    }
}
