//! Automated decisions, profiling and AI.

use crate::decode::{Entry, OrNone};
use crate::model::*;
use crate::render::page::{Block, Item, Line, Section};
use crate::render::{Maker, ended, lower_first, lower_name};
use crate::{decisions, keeping};

use super::{Scope, purposes};

pub(super) fn section(maker: &Maker<'_>, scope: &Scope<'_>) -> Section {
    let w = maker.words;
    let mut section = Section::new("automated", w.say("automated"));
    let mut items: Vec<Item> = Vec::new();
    for activity in &scope.activities {
        items.extend(decisions::of(activity).map(|decision| self::decision(maker, decision)));
    }
    let nothing_alone = decisions::are_left_to_people(maker.register, &scope.activities, &scope.services);
    let profiled: Vec<String> = scope
        .activities
        .iter()
        .filter(|activity| activity.profiling == Some(true))
        .map(|activity| lower_first(&activity_name(maker, activity)))
        .collect();
    if !profiled.is_empty() {
        items.push(Item::of(Line::text(w.with("profiling", &[("activities", &w.list(profiled))]), "words.profiling")));
    }
    for activity in &scope.activities {
        if let Some(OrNone::Some(ai)) = &activity.value.ai {
            let by_machine = decisions::of(activity).any(|decision| decision.human != Some(true));
            items.push(self::ai(maker, &activity_name(maker, activity), ai, by_machine, &maker.at(activity.node)));
        }
    }
    for service in &scope.services {
        if let Some(OrNone::Some(ai)) = &service.value.ai {
            let name = service.value.name.as_ref().map_or_else(|| service.id.to_string(), |name| maker.text(name));
            items.push(self::ai(maker, &name, ai, false, &maker.at(service.node)));
        }
    }
    if !items.is_empty() {
        section.blocks.push(Block::list(items));
    }
    if nothing_alone.is_yes() {
        section.blocks.push(Block::paragraph(Line::text(w.say("automated-none"), "words.automated-none")));
    }
    section
}

fn activity_name(maker: &Maker<'_>, activity: &Entry<Activity>) -> String {
    maker.activity(activity)
}

pub(in crate::render) fn decision(maker: &Maker<'_>, decision: &Entry<AutomatedDecision>) -> Item {
    let w = maker.words;
    let at = maker.at(decision.node);
    let what = decision.value.what.as_ref().map_or_else(|| decision.id.to_string(), |what| maker.text(what));
    let key = match decision.human {
        Some(false) => "automated-alone",
        Some(true) => "automated-human",
        None => "automated-open",
    };
    let mut item = Item::of(Line::text(ended(&w.with(key, &[("what", &what)])), &at));
    let mut add = |text: String| item.items.push(Line::text(text, &at));
    match decision.effect {
        Some(Effect::Legal) => add(w.say("automated-effect-legal")),
        Some(Effect::Significant) => add(w.say("automated-effect-significant")),
        _ => {}
    }
    if let Some(logic) = &decision.logic {
        add(ended(&w.with("automated-logic", &[("logic", &lower_first(&maker.text(logic)))])));
    }
    if let Some(consequences) = &decision.consequences {
        add(ended(&w.with("automated-consequences", &[("consequences", &lower_first(&maker.text(consequences)))])));
    }
    if let Some(contest) = &decision.contest {
        add(ended(&w.with("automated-contest", &[("contest", &maker.text(contest))])));
    }
    if let Some(ground) = decision.ground.filter(|_| decision.human != Some(true)) {
        let mut text = lower_first(&maker.value("decision_ground", ground.id()));
        if !decision.law.is_empty() {
            text = format!("{text} ({})", maker.citations(&decision.law));
        }
        add(ended(&w.with("automated-ground", &[("ground", &text)])));
    }
    item
}

/// One use of AI; `by_machine` where something beside it is decided without a person.
fn ai(maker: &Maker<'_>, name: &str, ai: &Ai, by_machine: bool, at: &str) -> Item {
    let w = maker.words;
    let provider = ai.provider.and_then(|own| own.to::<Recipient>()).and_then(|own| maker.register.get(own));
    let mut texts = vec![match (provider, ai.provider) {
        (Some(provider), _) => w.with("ai-provider", &[("activity", name), ("provider", &maker.recipient(provider))]),
        (None, Some(own)) if own.is_word("us") => w.with("ai-us", &[("activity", name)]),
        (None, _) => w.with("ai-unstated", &[("activity", name)]),
    }];
    let uses = w.list(ai.uses.iter().map(|own| lower_first(&maker.value("ai_use", own.id()))));
    if !uses.is_empty() {
        texts.push(w.with("ai-uses", &[("uses", &uses)]));
    }
    let mut item = Item::of(Line::text(texts.join(" "), at));
    let mut add = |text: String| item.items.push(Line::text(text, at));
    let data = lower_name(&maker.categories(maker.register.all(&ai.data_categories)));
    if !data.is_empty() {
        add(w.with("ai-data", &[("data", &data)]));
    }
    if let Some(trains) = ai.trains_on_data {
        add(w.say(&format!("ai-trains-{}", trains.id())));
    }
    match &ai.prompts_kept {
        Some(PromptRetention::Kept(retention)) => {
            let kept = maker.kept(&keeping::resolve(maker.register, retention));
            add(ended(&w.with("ai-prompts", &[("period", &lower_first(&kept))])));
        }
        Some(PromptRetention::Unknown) => add(w.say("ai-prompts-unknown")),
        None => {}
    }
    // Nobody could tell "it" from what decides beside it.
    if let Some(decides) = ai.decides.filter(|decides| *decides != AiDecides::No || !by_machine) {
        add(w.say(&format!("ai-decides-{}", decides.id())));
    }
    if let Some(disclosed) = &ai.disclosed {
        add(ended(&w.with("ai-disclosed", &[("text", &maker.text(disclosed))])));
    }
    if let Some(switch) = &ai.optional {
        purposes::switch_texts(maker, switch).into_iter().for_each(&mut add);
    }
    let measures: Vec<_> = maker.register.all(&ai.security_measures).collect();
    if !measures.is_empty() {
        add(w.with("ai-measures", &[("measures", lower_name(&maker.measures(&measures)).trim_end_matches('.'))]));
    }
    item
}
