//! The things that rules look at, each with what surrounds it.

use std::collections::HashSet;
use std::ops::Range;

use crate::decode::{Entry, Lang, Place, Prose, Text};
use crate::model::*;
use crate::register::Register;
use crate::syntax::NodeId;
use crate::wordlists::{self, Lists, WordList};

/// Definitions of the register that could be read; built-in ones have no place to report at.
pub fn own<T>(entries: &[Entry<T>]) -> impl Iterator<Item = &Entry<T>> {
    entries.iter().filter(|entry| entry.node.is_some() && !entry.broken)
}

/// A purpose in its activity.
#[derive(Clone, Copy, Debug)]
pub struct PurposeIn<'r> {
    pub activity: &'r Entry<Activity>,
    pub purpose: &'r Entry<Purpose>,
}

impl<'r> PurposeIn<'r> {
    /// Whose data: the purpose's own groups, else the activity's.
    pub fn subjects(&self, register: &'r Register) -> Vec<&'r Entry<DataSubject>> {
        subjects(register, &[&self.purpose.data_subjects, &self.activity.data_subjects])
    }

    /// Which data: the purpose's own categories, else the activity's; what they include counts.
    pub fn categories(&self, register: &'r Register) -> Vec<&'r Entry<DataCategory>> {
        if self.purpose.data_categories.is_empty() {
            activity_categories(self.activity, register)
        } else {
            with_included(register, register.all(&self.purpose.data_categories))
        }
    }

    /// The activity's categories that the purpose uses, as they stand there. A part of a category that is made of others stands for
    /// the whole.
    pub fn entries(&self, register: &'r Register) -> Vec<&'r CategoryEntry> {
        let own = &self.purpose.value.data_categories;
        let all = self.activity.value.data_categories.iter();
        if own.is_empty() {
            return all.collect();
        }
        let wanted: HashSet<&str> = register.all(own).map(|category| &*category.id).collect();
        all.filter(|entry| with_included(register, register.get(entry.category)).iter().any(|part| wanted.contains(&*part.id)))
            .collect()
    }

    /// The bases of the purpose: of each case where it has cases. An activity's own basis counts for its only purpose.
    pub fn bases(&self) -> Vec<BasisIn<'r>> {
        let of = |case, basis| BasisIn { activity: self.activity, purpose: self.purpose, case, basis };
        if !self.purpose.cases.is_empty() {
            let cases = self.purpose.cases.into_iter();
            return cases.filter_map(|case| Some(of(Some(case), case.legal_basis?))).collect();
        }
        let own = self.purpose.legal_basis.iter().copied();
        let inherited =
            self.activity.legal_basis.filter(|_| self.activity.purposes.len() == 1 && self.purpose.legal_basis.is_empty());
        own.chain(inherited).map(|basis| of(None, basis)).collect()
    }
}

/// One legal basis, of a purpose or of one of its cases.
#[derive(Clone, Copy, Debug)]
pub struct BasisIn<'r> {
    pub activity: &'r Entry<Activity>,
    pub purpose: &'r Entry<Purpose>,
    pub case: Option<&'r Entry<Case>>,
    pub basis: LegalBasis,
}

macro_rules! narrowed {
    ($($(#[doc = $about:literal])* $name:ident : $type:ty;)+) => {
        $( $(#[doc = $about])*
        pub fn $name(&self) -> Option<&'r $type> {
            self.case.and_then(|case| case.value.$name.as_ref()).or(self.purpose.value.$name.as_ref())
        } )+
    };
}

macro_rules! narrowed_lists {
    ($($(#[doc = $about:literal])* $name:ident : $type:ty;)+) => {
        $( $(#[doc = $about])*
        pub fn $name(&self) -> &'r [$type] {
            match self.case {
                Some(case) if !case.value.$name.is_empty() => &case.value.$name,
                _ => &self.purpose.value.$name,
            }
        } )+
    };
}

impl<'r> BasisIn<'r> {
    narrowed! {
        /// The interest, where the case or the purpose names one.
        interest: Text;
        assessment: crate::decode::Either<crate::decode::Ref<Assessment>, Box<InlineAssessment>>;
        outside_tasks: Text;
        consent: Box<Consent>;
        soft_opt_in: Box<SoftOptIn>;
        opt_out: Text;
        if_not_provided: Text;
    }
    narrowed_lists! {
        /// The provisions behind it.
        law: crate::decode::Citation;
        contract: crate::decode::Ref<Document>;
        channels: Channel;
    }

    /// Where the basis stands: the case, else the purpose.
    pub fn node(&self) -> Option<NodeId> {
        self.case.map_or(self.purpose.node, |case| case.node)
    }

    pub fn before_contract(&self) -> bool {
        self.case.and_then(|case| case.before_contract).or(self.purpose.before_contract).unwrap_or(false)
    }

    pub fn required(&self) -> Option<Required> {
        self.case.and_then(|case| case.required).or(self.purpose.required)
    }

    pub fn art9(&self) -> Option<Art9> {
        self.case.and_then(|case| case.art9).or(self.purpose.art9).or(self.activity.art9)
    }

    pub fn subjects(&self, register: &'r Register) -> Vec<&'r Entry<DataSubject>> {
        let own: &[_] = self.case.map_or(&[], |case| &case.value.data_subjects);
        subjects(register, &[own, &self.purpose.data_subjects, &self.activity.data_subjects])
    }

    pub fn categories(&self, register: &'r Register) -> Vec<&'r Entry<DataCategory>> {
        match self.case {
            Some(case) if !case.data_categories.is_empty() => with_included(register, register.all(&case.value.data_categories)),
            _ => PurposeIn { activity: self.activity, purpose: self.purpose }.categories(register),
        }
    }
}

fn subjects<'r>(
    register: &'r Register,
    narrowest_first: &[&'r [crate::decode::Ref<DataSubject>]],
) -> Vec<&'r Entry<DataSubject>> {
    let list = narrowest_first.iter().find(|list| !list.is_empty());
    list.map_or(Vec::new(), |list| register.all(list).collect())
}

/// The categories of an activity with those they include.
pub fn activity_categories<'r>(activity: &'r Entry<Activity>, register: &'r Register) -> Vec<&'r Entry<DataCategory>> {
    with_included(register, activity.data_categories.iter().filter_map(|entry| register.get(entry.category)))
}

/// Categories and, each once, the ones they are made of.
pub fn with_included<'r>(
    register: &'r Register,
    categories: impl IntoIterator<Item = &'r Entry<DataCategory>>,
) -> Vec<&'r Entry<DataCategory>> {
    let mut seen = HashSet::new();
    let mut all: Vec<&Entry<DataCategory>> = Vec::new();
    let mut open: Vec<&Entry<DataCategory>> = categories.into_iter().collect();
    open.reverse();
    while let Some(category) = open.pop() {
        if !seen.insert(&*category.id) {
            continue;
        }
        all.push(category);
        open.extend(register.all(&category.value.includes));
    }
    all
}

/// A retention, with what it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct RetentionIn<'r> {
    pub activity: Option<&'r Entry<Activity>>,
    pub purpose: Option<&'r Entry<Purpose>>,
    pub category: Option<&'r CategoryEntry>,
    /// The shared rule that this is, where it stands in `retention:`.
    pub shared: Option<&'r Entry<RetentionRule>>,
    /// The period, where one is given in any form.
    pub phrase: Option<&'r Phrase>,
    /// The rule around it, where it is one.
    pub rule: Option<&'r RetentionRule>,
    pub node: NodeId,
}

/// Every retention that is written out anywhere: a reference to a shared rule is no second one.
pub fn retentions<'r>(register: &'r Register, visit: &mut dyn FnMut(RetentionIn<'r>)) {
    shared_retentions(register, visit);
    for activity in &register.activities {
        activity_retentions(activity, visit);
    }
}

/// The shared retention rules of the register.
pub fn shared_retentions<'r>(register: &'r Register, visit: &mut dyn FnMut(RetentionIn<'r>)) {
    for shared in &register.retention {
        let Some(node) = shared.node else { continue };
        visit(RetentionIn {
            activity: None,
            purpose: None,
            category: None,
            shared: Some(shared),
            phrase: shared.value.period.as_ref(),
            rule: Some(&shared.value),
            node,
        });
    }
}

/// The retentions written in one activity.
pub fn activity_retentions<'r>(activity: &'r Entry<Activity>, visit: &mut dyn FnMut(RetentionIn<'r>)) {
    let mut one = |purpose, category, retention: &'r Retention| {
        let (phrase, rule) = match retention {
            Retention::Phrase(phrase) => (Some(&**phrase), None),
            Retention::Rule(_, rule) => (rule.period.as_ref(), Some(&**rule)),
            Retention::Shared(_) => return,
        };
        visit(RetentionIn { activity: Some(activity), purpose, category, shared: None, phrase, rule, node: retention.node() });
    };
    if let Some(retention) = &activity.value.retention {
        one(None, None, retention);
    }
    for category in &*activity.value.data_categories {
        if let Some(retention) = &category.retention {
            one(None, Some(category), retention);
        }
    }
    for purpose in &activity.value.purposes {
        match &purpose.value.retention {
            Some(PurposeRetention::All(retention)) => one(Some(purpose), None, retention),
            Some(PurposeRetention::ByCategory(map)) => map.into_iter().for_each(|pair| one(Some(purpose), None, &pair.value)),
            None => {}
        }
        for case in &purpose.value.cases {
            if let Some(retention) = &case.value.retention {
                one(Some(purpose), None, retention);
            }
        }
    }
}

/// Who a mechanism is written for.
#[derive(Clone, Copy, Debug)]
pub enum TransferHolder<'r> {
    Recipient(&'r Entry<Recipient>),
    Service(&'r Entry<Recipient>, &'r Entry<Service>),
    /// A use of the recipient, in an activity or below another recipient.
    Use(&'r RecipientEntry),
    /// How customers' data reach the organisation itself.
    ProcessingFor(&'r Entry<ProcessingFor>),
    Settings,
}

/// One mechanism for one place.
#[derive(Clone, Copy, Debug)]
pub struct TransferIn<'r> {
    pub holder: TransferHolder<'r>,
    pub place: Place,
    pub entry: &'r TransferEntry,
    pub mechanism: &'r MechanismEntry,
    /// The first of several applies; the others stand by.
    pub applies: bool,
}

impl<'r> TransferIn<'r> {
    /// The recipient it is about, where it is about one.
    pub fn recipient(&self, register: &'r Register) -> Option<&'r Entry<Recipient>> {
        match self.holder {
            TransferHolder::Recipient(recipient) | TransferHolder::Service(recipient, _) => Some(recipient),
            TransferHolder::Use(entry) => register.get(entry.recipient),
            TransferHolder::ProcessingFor(_) | TransferHolder::Settings => None,
        }
    }
}

/// Every mechanism that is written anywhere.
pub fn transfers<'r>(register: &'r Register, visit: &mut dyn FnMut(TransferIn<'r>)) {
    fn all<'r>(holder: TransferHolder<'r>, transfers: &'r Transfers, visit: &mut dyn FnMut(TransferIn<'r>)) {
        for entry in transfers.iter() {
            for (at, mechanism) in entry.mechanisms.iter().enumerate() {
                visit(TransferIn { holder, place: entry.place, entry, mechanism, applies: at == 0 });
            }
        }
    }
    fn uses<'r>(list: &'r RecipientUses, visit: &mut dyn FnMut(TransferIn<'r>)) {
        for entry in list {
            if let Some(narrowed) = &entry.narrowed {
                all(TransferHolder::Use(entry), &narrowed.transfers, visit);
            }
        }
    }
    all(TransferHolder::Settings, &register.settings.transfers, visit);
    for recipient in &register.recipients {
        all(TransferHolder::Recipient(recipient), &recipient.value.transfers, visit);
        uses(&recipient.value.subprocessors, visit);
        for service in &recipient.value.services {
            all(TransferHolder::Service(recipient, service), &service.value.transfers, visit);
            uses(&service.value.subprocessors, visit);
        }
    }
    for activity in &register.activities {
        uses(&activity.value.recipients, visit);
    }
    for service in &register.processing_for {
        all(TransferHolder::ProcessingFor(service), &service.value.transfers, visit);
        uses(&service.value.subprocessors, visit);
    }
}

/// A text that a person wrote.
#[derive(Clone, Copy, Debug)]
pub struct TextIn<'r> {
    pub text: &'r str,
    pub lang: Lang,
    pub node: NodeId,
    pub field: &'static crate::decode::FieldInfo,
    lists: Lists,
}

impl<'r> TextIn<'r> {
    /// A text with the lists of which it may hold a word.
    pub fn of(register: &'r Register, prose: &Prose, lists: Lists) -> Self {
        TextIn { text: register.tree.text(prose.node), lang: prose.lang, node: prose.node, field: prose.field, lists }
    }

    /// Whether a word of the list may stand in the text: what is not so cannot hold one.
    pub fn may_hold(&self, list: WordList) -> bool {
        self.lists.may_hold(list)
    }

    /// The first word of a list that stands in the text and is meant.
    pub fn find(&self, list: WordList) -> Option<Range<usize>> {
        self.may_hold(list).then(|| list.find(self.text, self.lang))?
    }

    /// What holds the place of an answer in the text.
    pub fn placeholder(&self) -> Option<Range<usize>> {
        let may_be = self.may_hold(wordlists::PLACEHOLDER) || wordlists::is_filler(self.text);
        may_be.then(|| wordlists::placeholder(self.text, self.lang))?
    }

    /// Whether this is the field of that table.
    pub fn is(&self, table: &str, field: &str) -> bool {
        self.field.table == table && self.field.name == field
    }
}
