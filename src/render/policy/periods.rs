//! How long, in words.

use crate::decode::{Entry, Ref};
use crate::keeping::{self, Kept};
use crate::model::*;
use crate::register::Section;
use crate::render::{Maker, ended, enumerated, lower_first, upper_first};

use super::purposes::{case_label, inline_name};

impl Maker<'_> {
    fn event(&self, event: &Entry<Event>) -> String {
        event.value.name.as_ref().map_or_else(|| event.id.to_string(), |name| self.text(name))
    }

    fn events(&self, events: &[Ref<Event>]) -> String {
        self.words.either(events.iter().filter_map(|event| self.register.get(*event)).map(|event| self.event(event)))
    }

    /// A phrase of the format as words; what was not understood stays as it was written.
    pub fn phrase(&self, phrase: &Phrase) -> String {
        let w = self.words;
        match &phrase.meaning {
            Meaning::NotKept => w.say("keep-not-kept"),
            Meaning::Session => w.say("keep-session"),
            Meaning::Permanent => w.say("keep-permanent"),
            Meaning::WithoutStart(time) => w.duration(time),
            Meaning::Unclear => crate::render::clean::text(&phrase.text),
            Meaning::Period(period) => {
                let mut parts = Vec::new();
                if let Some(main) = &period.main {
                    parts.push(self.bound(main, "keep-after", "keep-until"));
                }
                if let Some(most) = &period.at_most {
                    parts.push(self.bound(most, "keep-at-most", "keep-at-most-until"));
                }
                if let Some(least) = &period.at_least {
                    parts.push(self.bound(least, "keep-at-least", "keep-until"));
                }
                parts.join(", ")
            }
        }
    }

    fn bound(&self, bound: &Bound, after: &str, until: &str) -> String {
        let event = self.events(&bound.events);
        match &bound.time {
            Some(time) => self.words.with(after, &[("time", &self.words.duration(time)), ("event", &event)]),
            None => self.words.with(until, &[("event", &event)]),
        }
    }

    /// The period, with the statute behind it.
    pub fn kept(&self, kept: &Kept<'_>) -> String {
        let w = self.words;
        let rule = kept.rule;
        let wording = rule.and_then(|rule| rule.text.as_ref()).filter(|_| kept.shared.is_none_or(|shared| shared.node.is_some()));
        let law = rule.map(|rule| self.citations(&rule.law)).filter(|law| !law.is_empty());
        let main = if let Some(text) = wording {
            self.text(text)
        } else if let Some(phrase) = kept.phrase {
            self.phrase(phrase)
        } else if let Some(criterion) = rule.and_then(|rule| rule.criterion.as_ref()) {
            let criterion = self.text(criterion);
            match rule.and_then(|rule| rule.review_every.as_ref()) {
                Some(every) => w.with("keep-criterion-review", &[("criterion", &criterion), ("interval", &w.duration(every))]),
                None => w.with("keep-criterion", &[("criterion", &criterion)]),
            }
        } else {
            let country = self.register.organisation().and_then(|organisation| organisation.country);
            match kept.statute(self.law, country) {
                Some(statute) => {
                    let event = Event::built_in().iter().find(|event| *event.id == *statute.starts[0]);
                    let event = event.map_or_else(String::new, |event| self.event(event));
                    let time = w.duration(&statute.usual());
                    return upper_first(
                        &w.with("keep-statute", &[("time", &time), ("event", &event), ("law", &statute.provision)]),
                    );
                }
                None => w.say("keep-unstated"),
            }
        };
        upper_first(&match law {
            Some(law) => w.with("keep-law", &[("keep", &main), ("law", &law)]),
            None => main,
        })
    }

    /// What else is to be said: reasons, and what changes the period.
    pub fn kept_notes(&self, kept: &Kept<'_>) -> Vec<String> {
        let why = kept.rule.and_then(|rule| rule.why.as_ref()).map(|why| ended(&self.text(why)));
        why.into_iter().chain(self.kept_terms(kept)).collect()
    }

    /// What changes a period: longer cases, backups, requests, what happens at the end.
    pub fn kept_terms(&self, kept: &Kept<'_>) -> Vec<String> {
        let w = self.words;
        let Some(rule) = kept.rule else { return Vec::new() };
        let mut notes = Vec::new();
        for exception in &rule.exceptions {
            let Some(when) = &exception.when else { continue };
            let when = self.text(when);
            let mut note = match &exception.period {
                Some(period) => w.with("keep-exception-period", &[("period", &self.phrase(period)), ("when", &when)]),
                None => w.with("keep-exception", &[("when", &when)]),
            };
            let data = self.categories(self.register.all(&exception.data_categories));
            let fields: Vec<String> = exception.fields.iter().map(|field| self.text(field)).collect();
            let data = if data.is_empty() { w.list(fields) } else { data };
            if !data.is_empty() {
                note = format!("{note} ({})", w.with("keep-exception-data", &[("data", &data)]));
            }
            if !exception.law.is_empty() {
                note = w.with("keep-law", &[("keep", &note), ("law", &self.citations(&exception.law))]);
            }
            notes.push(ended(&note));
        }
        if let Some(backups) = &rule.backups {
            notes.push(w.with("keep-backups", &[("period", &self.phrase(backups))]));
        }
        if rule.on_request == Some(true) {
            notes.push(w.say("keep-on-request"));
        }
        match rule.then {
            Some(Then::Anonymise) => notes.push(w.say("keep-then-anonymise")),
            Some(Then::Archive) => notes.push(w.say("keep-then-archive")),
            Some(Then::Return) => notes.push(w.say("keep-then-return")),
            Some(Then::Delete) | None => {}
        }
        notes
    }

    /// How long an activity keeps its data, for records and letters: each period once, with the data, the purpose that has it for
    /// its own, and what changes it.
    pub fn erasure(&self, activity: &Entry<Activity>) -> Vec<String> {
        // The period as it is told, with the purpose it is of.
        type Told = (String, Option<String>);
        let w = self.words;
        let mut periods: Vec<(Told, Vec<String>)> = Vec::new();
        let mut add = |text: String, purpose: Option<String>, name: String| {
            let key = (text, purpose);
            match periods.iter_mut().find(|(own, _)| *own == key) {
                Some((_, names)) => names.push(name),
                None => periods.push((key, vec![name])),
            }
        };
        for entry in activity.value.data_categories.iter() {
            let Some(category) = self.register.get(entry.category) else { continue };
            let name = self.category(category);
            let all = keeping::all_of_category(self.register, &activity.value, entry);
            if all.is_empty() {
                let key = if category.temporary == Some(true) { "keep-temporary" } else { "not-stated" };
                add(w.say(key), None, name);
                continue;
            }
            for holds in all {
                let text = ended(&self.kept(&holds.kept));
                let text = std::iter::once(text).chain(self.kept_terms(&holds.kept)).collect::<Vec<_>>().join(" ");
                let purpose = holds.purpose.map(|purpose| self.use_of(purpose, holds.case));
                add(text, purpose, name.clone());
            }
        }
        let line = |((text, purpose), names): ((String, Option<String>), Vec<String>)| {
            let (category, keep) = (enumerated(names), lower_first(&text));
            let category = match purpose {
                Some(purpose) => w.with("keep-for", &[("category", &category), ("purpose", &purpose)]),
                None => category,
            };
            w.with("keep-category", &[("category", &category), ("keep", &keep)])
        };
        periods.into_iter().map(line).collect()
    }

    /// A purpose, or one case of it, inside a sentence.
    pub fn use_of(&self, purpose: &Entry<Purpose>, case: Option<&Entry<Case>>) -> String {
        let name = inline_name(self, purpose);
        match case {
            Some(case) => format!("{name}: {}", lower_first(&case_label(self, case))),
            None => name,
        }
    }
}
