//! How long data are kept: which retention holds for a category, and what a reference to a shared rule stands for.

use crate::decode::{Country, Entry, Ref};
use crate::law::{Law, StatutoryPeriod};
use crate::model::*;
use crate::register::Register;

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

/// The retentions of a category in an activity: that of all purposes, and of each purpose that has one of its own. Empty where
/// nothing says how long.
pub fn all_of_category<'r>(
    register: &'r Register,
    activity: &'r Activity,
    category: &'r CategoryEntry,
) -> Vec<(Option<&'r Entry<Purpose>>, Kept<'r>)> {
    let uses = |purpose: &&Entry<Purpose>| {
        purpose.value.data_categories.is_empty() || purpose.value.data_categories.contains(&category.category)
    };
    let purposes: Vec<&Entry<Purpose>> = activity.purposes.iter().filter(uses).collect();
    let own: Vec<_> = purposes
        .iter()
        .filter_map(|purpose| Some((Some(*purpose), of_purpose(register, &purpose.value, category.category)?)))
        .collect();
    // Where every purpose has its own, nothing is kept by the general one.
    let general = of_category(register, activity, category).filter(|_| own.is_empty() || own.len() < purposes.len());
    general.map(|kept| (None, kept)).into_iter().chain(own).collect()
}

/// The provision that a retention cites as its only reason and goes beyond, by more than a year: until then it may be counting.
/// `None` also where a cited provision is not known here: it may demand more.
pub fn beyond_law(law: &Law, rule: &RetentionRule, phrase: &Phrase) -> Option<&'static StatutoryPeriod> {
    const COUNTING: f64 = 366.0;
    if rule.why.is_some() {
        return None;
    }
    let cited: Option<Vec<_>> = rule.law.iter().map(|citation| law.cited_period(&citation.text)).collect();
    let longest = cited?.into_iter().max_by(|a, b| a.longest().days().total_cmp(&b.longest().days()))?;
    (phrase.longest_days()? > longest.longest().days() + COUNTING).then_some(longest)
}
