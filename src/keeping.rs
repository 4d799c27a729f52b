//! How long data are kept: which retention holds for a category, and what a reference to a shared rule stands for.

use crate::decode::{Country, Entry, List, Ref};
use crate::law::{Law, StatutoryPeriod};
use crate::model::*;
use crate::register::Register;
use crate::walk::PurposeIn;

/// A retention with what it refers to.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'r> {
    pub retention: &'r Retention,
    pub phrase: Option<&'r Phrase>,
    /// The rule around the phrase, written out or shared.
    pub rule: Option<&'r RetentionRule>,
    pub shared: Option<&'r Entry<RetentionRule>>,
}

/// What a retention says, whether it is written out or a reference.
pub fn resolve<'r>(register: &'r Register, retention: &'r Retention) -> Kept<'r> {
    let (phrase, rule, shared) = match retention {
        Retention::Phrase(phrase) => (Some(&**phrase), None, None),
        Retention::Rule(_, rule) => (rule.period.as_ref(), Some(&**rule), None),
        Retention::Shared(reference) => {
            let shared = register.get(*reference);
            (shared.and_then(|rule| rule.value.period.as_ref()), shared.map(|rule| &rule.value), shared)
        }
    };
    Kept { retention, phrase, rule, shared }
}

impl<'r> Kept<'r> {
    /// The statute behind it, where it is a built-in rule of the controller's country.
    pub fn statute(&self, law: &Law, country: Option<Country>) -> Option<&'static StatutoryPeriod> {
        let built_in = self.shared.filter(|rule| rule.node.is_none())?;
        law.built_in_period(&built_in.id, country?)
    }

    /// The longest time it allows for, in days; `None` where that is open.
    pub fn longest_days(&self, law: &Law, country: Option<Country>) -> Option<f64> {
        match self.phrase {
            Some(phrase) => phrase.longest_days(),
            None => self.statute(law, country).map(|statute| statute.usual().days()),
        }
    }

    /// How many days after the end of an activity its data are gone at the latest, copies in backups with them; `None` where that is
    /// open.
    fn longest_after_end(&self, register: &'r Register, law: &Law, country: Option<Country>) -> Option<f64> {
        const YEAR: f64 = 366.0;
        let bounded = |phrase: &Phrase| matches!(&phrase.meaning, Meaning::Period(period) if period.at_most.is_some());
        let is_open = self.phrase.is_some_and(|phrase| !bounded(phrase)) && !self.events(register).all(ends_by_itself);
        // A year that counts has begun at most a year before it ends.
        let is_by_year =
            self.events(register).any(|event| event.id.ends_with("year-end")) || self.statute(law, country).is_some();
        let backups = self.rule.and_then(|rule| rule.backups.as_ref()).and_then(Phrase::longest_days).unwrap_or(0.0);
        let own = self.longest_days(law, country).filter(|_| !is_open)?;
        Some(own + if is_by_year { YEAR } else { 0.0 } + backups)
    }

    /// Ids of the events it counts from.
    pub fn events(&self, register: &'r Register) -> impl Iterator<Item = &'r Entry<Event>> {
        let events: Vec<Ref<Event>> = self.phrase.map_or(Vec::new(), |phrase| phrase.events().collect());
        events.into_iter().filter_map(|event| register.get(event))
    }

    /// Whether somebody gave a reason for it.
    pub fn has_reason(&self) -> bool {
        self.rule.is_some_and(|rule| rule.why.as_ref().is_some_and(|why| !why.is_empty()))
    }
}

/// The retention of a category in an activity: its own, else that of all categories.
pub fn of_category<'r>(register: &'r Register, activity: &'r Activity, category: &'r CategoryEntry) -> Option<Kept<'r>> {
    let retention = category.retention.as_ref().or(activity.retention.as_ref())?;
    Some(resolve(register, retention))
}

/// The retention of a category for one purpose, where the purpose has one of its own.
pub fn of_purpose<'r>(register: &'r Register, purpose: &'r Purpose, category: Ref<DataCategory>) -> Option<Kept<'r>> {
    match purpose.retention.as_ref()? {
        PurposeRetention::All(retention) => Some(resolve(register, retention)),
        PurposeRetention::ByCategory(map) => map.value(&category).map(|retention| resolve(register, retention)),
    }
}

/// The retention of a category for a purpose: the purpose's own, else that of the activity.
pub fn for_purpose<'r>(register: &'r Register, usage: &PurposeIn<'r>, category: &'r CategoryEntry) -> Option<Kept<'r>> {
    of_purpose(register, &usage.purpose.value, category.category)
        .or_else(|| of_category(register, &usage.activity.value, category))
}

/// Where a category is held: in systems of its own, else in those of the activity.
pub fn systems<'r>(activity: &'r Activity, category: &'r CategoryEntry) -> &'r [Ref<System>] {
    let own: &[_] = category.usage.as_deref().map_or(&[], |usage| &usage.systems);
    if own.is_empty() { &activity.systems } else { own }
}

/// The longest period that a statute behind a purpose demands, where one is cited for a legal obligation and known here.
pub fn floor(law: &Law, usage: &PurposeIn<'_>) -> Option<&'static StatutoryPeriod> {
    let bases = usage.bases().into_iter().filter(|basis| basis.basis == LegalBasis::LegalObligation);
    let cited = bases.flat_map(|basis| basis.law()).filter_map(|citation| law.cited_period(&citation.text));
    cited.max_by(|a, b| a.longest().days().total_cmp(&b.longest().days()))
}

/// A retention of a category in an activity.
#[derive(Clone, Copy, Debug)]
pub struct Holds<'r> {
    /// The purpose whose own retention it is; none where it holds for all purposes without one.
    pub purpose: Option<&'r Entry<Purpose>>,
    /// The case of that purpose, where it is the case's own.
    pub case: Option<&'r Entry<Case>>,
    pub kept: Kept<'r>,
}

/// The retentions of a category in an activity: that of all purposes, and of each purpose and case that has one of its own. The
/// notice, the records and the letter tell them all. Empty where nothing says how long.
pub fn all_of_category<'r>(register: &'r Register, activity: &'r Activity, category: &'r CategoryEntry) -> Vec<Holds<'r>> {
    let is_used = |narrowed: &List<Ref<DataCategory>>| narrowed.is_empty() || narrowed.contains(&category.category);
    let purposes = activity.purposes.iter().filter(|purpose| is_used(&purpose.value.data_categories));
    let mut own: Vec<Holds<'r>> = Vec::new();
    // Where every use has its own, nothing is kept by the general one.
    let mut is_general = activity.purposes.is_empty();
    for purpose in purposes {
        let whole = of_purpose(register, &purpose.value, category.category);
        own.extend(whole.map(|kept| Holds { purpose: Some(purpose), case: None, kept }));
        let cases: Vec<&'r Entry<Case>> =
            purpose.value.cases.iter().filter(|case| is_used(&case.value.data_categories)).collect();
        let with_own = |case: &&'r Entry<Case>| case.value.retention.is_some();
        is_general |= whole.is_none() && (cases.is_empty() || !cases.iter().all(with_own));
        own.extend(cases.into_iter().filter_map(|case| {
            let kept = resolve(register, case.value.retention.as_ref()?);
            Some(Holds { purpose: Some(purpose), case: Some(case), kept })
        }));
    }
    let general = of_category(register, activity, category).filter(|_| is_general || own.is_empty());
    general.map(|kept| Holds { purpose: None, case: None, kept }).into_iter().chain(own).collect()
}

/// Whether data of an activity are still there on the day: it goes on, or has ended and the longest of its periods has not run
/// out since. What a period counts from has come when the activity ends, at the latest; where it is in the hands of a person, and
/// no limit stands beside it, the period may go on.
pub fn is_still_kept(register: &Register, law: &Law, activity: &Activity) -> bool {
    if activity.is_running() {
        return true;
    }
    let Some(ended) = activity.ended else { return true };
    let country = activity.controller.and_then(|own| register.get(own)).or(register.organisation()).and_then(|own| own.country);
    let passed = (law.as_of() - ended).num_days() as f64;
    activity.data_categories.iter().any(|entry| {
        let all = all_of_category(register, activity, entry);
        let runs = |holds: &Holds<'_>| holds.kept.longest_after_end(register, law, country).is_none_or(|days| days >= passed);
        let is_temporary = || register.get(entry.category).is_some_and(|category| category.temporary == Some(true));
        all.is_empty() && !is_temporary() || all.iter().any(runs)
    })
}

/// Whether an event comes without the person it is about: paid or employed relations come to an end, and so does everything that
/// is not marked as what may never happen.
pub fn ends_by_itself(event: &Entry<Event>) -> bool {
    const RELATIONS: [&str; 6] =
        ["contract-end", "membership-end", "employment-end", "subscription-end", "tenancy-end", "assignment-end"];
    event.may_never_happen != Some(true) || RELATIONS.contains(&&*event.id)
}

/// The provision that a retention cites as its only reason and goes beyond. `None` also where a cited provision is not known here:
/// it may demand more.
pub fn beyond_law(law: &Law, rule: &RetentionRule, phrase: &Phrase) -> Option<&'static StatutoryPeriod> {
    if rule.why.is_some() {
        return None;
    }
    let cited: Option<Vec<_>> = rule.law.iter().map(|citation| law.cited_period(&citation.text)).collect();
    let longest = cited?.into_iter().max_by(|a, b| a.longest().days().total_cmp(&b.longest().days()))?;
    is_beyond(phrase, longest).then_some(longest)
}

/// Whether a period is longer than any that a statute demands, by more than a year: until then it may be counting.
pub fn is_beyond(phrase: &Phrase, statute: &StatutoryPeriod) -> bool {
    const COUNTING: f64 = 366.0;
    phrase.longest_days().is_some_and(|days| days > statute.longest().days() + COUNTING)
}
