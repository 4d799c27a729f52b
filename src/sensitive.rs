//! Data that need more than a legal basis: special categories, offences, identity numbers, and where their conditions stand.

use crate::decode::{Citation, Entry, Ref, Text};
use crate::model::*;
use crate::register::Register;
use crate::syntax::NodeId;
use crate::walk::{BasisIn, PurposeIn};

/// What kind of special category it is; `no` is none.
pub fn special(category: &Entry<DataCategory>) -> Option<Special> {
    category.special.filter(|special| *special != Special::No)
}

pub fn is_special(category: &Entry<DataCategory>) -> bool {
    special(category).is_some()
}

pub fn is_criminal(category: &Entry<DataCategory>) -> bool {
    category.criminal == Some(true)
}

/// Names of categories for messages.
pub fn names(categories: &[&Entry<DataCategory>]) -> String {
    use crate::titles::Titled;
    crate::finding::listed(categories.iter().map(|category| category.title().to_owned()))
}

/// The organisation that is controller of an activity.
pub fn controller<'r>(register: &'r Register, activity: &Entry<Activity>) -> Option<&'r Entry<Organisation>> {
    activity.controller.and_then(|own| register.get(own)).or(register.organisation())
}

/// A purpose, or one of its cases: what a legal basis and a condition of Art. 9(2) must both stand at.
#[derive(Clone, Copy, Debug)]
pub struct Part<'r> {
    pub activity: &'r Entry<Activity>,
    pub purpose: &'r Entry<Purpose>,
    pub case: Option<&'r Entry<Case>>,
}

/// The cases of a purpose, or the purpose itself where it has none.
pub fn parts<'r>(purpose: &PurposeIn<'r>) -> Vec<Part<'r>> {
    let part = |case| Part { activity: purpose.activity, purpose: purpose.purpose, case };
    if purpose.purpose.cases.is_empty() {
        return vec![part(None)];
    }
    purpose.purpose.value.cases.into_iter().filter(|case| !case.broken).map(|case| part(Some(case))).collect()
}

/// The parts of all purposes of an activity.
pub fn parts_of<'r>(activity: &'r Entry<Activity>) -> Vec<Part<'r>> {
    let purposes = activity.value.purposes.into_iter().filter(|purpose| !purpose.broken);
    purposes.flat_map(|purpose| parts(&PurposeIn { activity, purpose })).collect()
}

impl<'r> Part<'r> {
    /// Where it stands.
    pub fn node(&self) -> Option<NodeId> {
        self.case.map_or(self.purpose.node, |case| case.node)
    }

    pub fn bases(&self) -> Vec<LegalBasis> {
        match self.case {
            Some(case) => case.legal_basis.into_iter().collect(),
            None => {
                PurposeIn { activity: self.activity, purpose: self.purpose }.bases().iter().map(|basis| basis.basis).collect()
            }
        }
    }

    /// The part as a rule on legal bases sees it; which basis it is plays no role for what is asked here.
    fn as_basis(&self) -> BasisIn<'r> {
        BasisIn { activity: self.activity, purpose: self.purpose, case: self.case, basis: LegalBasis::Consent }
    }

    pub fn categories(&self, register: &'r Register) -> Vec<&'r Entry<DataCategory>> {
        self.as_basis().categories(register)
    }

    pub fn subjects(&self, register: &'r Register) -> Vec<&'r Entry<DataSubject>> {
        self.as_basis().subjects(register)
    }

    pub fn special(&self, register: &'r Register) -> Vec<&'r Entry<DataCategory>> {
        self.categories(register).into_iter().filter(|category| is_special(category)).collect()
    }

    pub fn consent(&self) -> Option<&'r Consent> {
        self.as_basis().consent().map(|consent| &**consent)
    }

    /// Whether people say yes in so many words.
    pub fn has_explicit_consent(&self) -> bool {
        self.consent().is_some_and(|consent| consent.explicit == Some(true))
    }

    pub fn law(&self) -> &'r [Citation] {
        self.as_basis().law()
    }

    pub fn contract(&self) -> &'r [Ref<Document>] {
        self.as_basis().contract()
    }

    /// The condition of Art. 9(2): of the case, the purpose or the activity.
    pub fn art9(&self) -> Option<Art9> {
        self.as_basis().art9()
    }

    /// The table the condition stands in.
    pub fn art9_node(&self) -> Option<NodeId> {
        if let Some(case) = self.case.filter(|case| case.art9.is_some()) {
            return case.node;
        }
        if self.purpose.art9.is_some() { self.purpose.node } else { self.activity.node }
    }

    /// Whether the condition is only a default that the activity sets for its purposes.
    pub fn art9_is_inherited(&self) -> bool {
        self.case.is_none_or(|case| case.art9.is_none()) && self.purpose.art9.is_none()
    }

    pub fn art9_law(&self) -> &'r [Citation] {
        let own = self.case.map(|case| &case.value.art9_law).filter(|law| !law.is_empty());
        let purpose = Some(&self.purpose.value.art9_law).filter(|law| !law.is_empty());
        own.or(purpose).unwrap_or(&self.activity.value.art9_law)
    }

    pub fn is_under_secrecy(&self) -> bool {
        let own = self.case.and_then(|case| case.professional_secrecy).or(self.purpose.professional_secrecy);
        own.or(self.activity.professional_secrecy) == Some(true)
    }

    pub fn id_ground(&self) -> Option<&'r Text> {
        let own = self.case.and_then(|case| case.value.id_ground.as_ref()).or(self.purpose.value.id_ground.as_ref());
        own.or(self.activity.value.id_ground.as_ref()).filter(|ground| !ground.is_empty())
    }

    /// The situation in which a case holds.
    pub fn when(&self) -> Option<&'r Text> {
        self.case.and_then(|case| case.value.when.as_ref()).filter(|when| !when.is_empty())
    }
}
