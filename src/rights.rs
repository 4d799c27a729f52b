//! The rights people have against what a notice covers. They follow from the legal bases (Art. 13(2)(b)-(d), (f)).

use crate::decisions;
use crate::decode::Entry;
use crate::model::*;
use crate::notices;
use crate::origins;
use crate::register::Register;
use crate::walk::{BasisIn, PurposeIn};

/// What a right rests on.
#[derive(Clone, Copy, Debug)]
pub enum Ground<'r> {
    /// The activity as a whole.
    Activity(&'r Entry<Activity>),
    /// A purpose, or one of its cases.
    Purpose(PurposeIn<'r>, Option<&'r Entry<Case>>),
    Decision(&'r Entry<Activity>, &'r Entry<AutomatedDecision>),
}

/// A right that applies, with all it rests on, in the order of the register.
#[derive(Clone, Debug)]
pub struct Applicable<'r> {
    pub right: Right,
    pub grounds: Vec<Ground<'r>>,
}

/// In the order of the format.
const ALL: [Right; 10] = [
    Right::Access,
    Right::Rectification,
    Right::Erasure,
    Right::Restriction,
    Right::Portability,
    Right::Objection,
    Right::Withdrawal,
    Right::NoAutomatedDecision,
    Right::HumanReview,
    Right::Complaint,
];

/// The rights against the activities that a notice covers. What the organisation does for customers gives none here:
/// there people turn to the customer.
pub fn of_notice<'r>(register: &'r Register, notice: &'r Entry<Notice>) -> Vec<Applicable<'r>> {
    let activities = notices::activities(register, notice);
    let of = |right: Right| -> Vec<Ground<'r>> {
        activities
            .iter()
            .filter(|activity| !is_excepted(activity, right))
            .flat_map(|activity| grounds(register, activity, right))
            .collect()
    };
    let rights = ALL.map(|right| Applicable { right, grounds: of(right) });
    rights.into_iter().filter(|right| !right.grounds.is_empty()).collect()
}

/// A purpose of direct marketing: people may always object to it (Art. 21(2)).
pub fn is_marketing(purpose: &Purpose) -> bool {
    matches!(purpose.kind, Some(PurposeKind::DirectMarketing | PurposeKind::Advertising | PurposeKind::ProfilingForMarketing))
}

/// Restricted by law (Art. 23), or without object as nobody can tell whose data they are (Art. 11(2)).
fn is_excepted(activity: &Activity, right: Right) -> bool {
    let needs_identity =
        matches!(right, Right::Access | Right::Rectification | Right::Erasure | Right::Restriction | Right::Portability);
    activity.rights_except.value(&right).is_some() || (needs_identity && activity.identifiable == Some(false))
}

fn grounds<'r>(register: &Register, activity: &'r Entry<Activity>, right: Right) -> Vec<Ground<'r>> {
    match right {
        Right::Access | Right::Rectification | Right::Erasure | Right::Restriction | Right::Complaint => {
            vec![Ground::Activity(activity)]
        }
        Right::Portability => {
            let is_possible = activity.manual != Some(true) && origins::has_the_person(register, activity);
            let carries = |basis: &BasisIn<'_>| rests_on_consent(basis) || basis.basis == LegalBasis::Contract;
            purposes(activity).filter(|_| is_possible).flat_map(|purpose| through(purpose, carries)).collect()
        }
        Right::Objection => purposes(activity).flat_map(may_be_objected_to).collect(),
        Right::Withdrawal => purposes(activity).flat_map(|purpose| through(purpose, rests_on_consent)).collect(),
        Right::NoAutomatedDecision => {
            decisions::by_machine_alone(activity).map(|decision| Ground::Decision(activity, decision)).collect()
        }
        // Where a law allows the decision, the law sets the safeguards (Art. 22(2)(b)).
        Right::HumanReview => decisions::by_machine_alone(activity)
            .filter(|decision| decision.ground != Some(DecisionGround::Law))
            .map(|decision| Ground::Decision(activity, decision))
            .collect(),
    }
}

fn purposes<'r>(activity: &'r Entry<Activity>) -> impl Iterator<Item = PurposeIn<'r>> {
    activity.value.purposes.into_iter().filter(|purpose| !purpose.broken).map(move |purpose| PurposeIn { activity, purpose })
}

/// The purpose, or those of its cases, whose basis passes a test; each once.
fn through<'r>(purpose: PurposeIn<'r>, passes: impl Fn(&BasisIn<'r>) -> bool) -> Vec<Ground<'r>> {
    let bases = purpose.bases();
    let mut grounds: Vec<Ground<'r>> = Vec::new();
    for basis in bases.iter().filter(|basis| passes(basis)) {
        if basis.case.is_some() || grounds.is_empty() {
            grounds.push(Ground::Purpose(purpose, basis.case));
        }
    }
    grounds
}

fn may_be_objected_to(purpose: PurposeIn<'_>) -> Vec<Ground<'_>> {
    if is_marketing(purpose.purpose) {
        return vec![Ground::Purpose(purpose, None)];
    }
    through(purpose, |basis| matches!(basis.basis, LegalBasis::LegitimateInterests | LegalBasis::PublicTask))
}

/// Consent under Art. 6(1)(a) or 9(2)(a).
fn rests_on_consent(basis: &BasisIn<'_>) -> bool {
    basis.basis == LegalBasis::Consent || basis.art9() == Some(Art9::ExplicitConsent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn rights(activity: &str) -> Vec<&'static str> {
        let mut sources = Sources::default();
        let text = format!("activities:\n  a: {activity}\nnotices:\n  n: {{covers: [a]}}\n");
        sources.add("privreg.yaml", "privreg.yaml", &text);
        let register = Register::read(sources);
        let notice = register.notices.first().expect("a notice");
        of_notice(&register, notice).into_iter().map(|applicable| applicable.right.id()).collect()
    }

    const ALWAYS: [&str; 5] = ["access", "rectification", "erasure", "restriction", "complaint"];

    fn beyond_always(activity: &str) -> Vec<&'static str> {
        rights(activity).into_iter().filter(|right| !ALWAYS.contains(right)).collect()
    }

    #[test]
    fn rights_follow_from_the_legal_basis() {
        for (basis, expected) in [
            ("legal-obligation", vec![]),
            ("contract", vec!["portability"]),
            ("consent", vec!["portability", "withdrawal"]),
            ("legitimate-interests", vec!["objection"]),
            ("public-task", vec!["objection"]),
        ] {
            let activity = format!("{{purposes: {{p: {{legal_basis: {basis}}}}}}}");
            assert_eq!(beyond_always(&activity), expected, "{basis}");
            assert_eq!(rights(&activity).len(), 5 + expected.len(), "{basis}");
        }
    }

    #[test]
    fn portability_needs_a_machine_and_data_from_the_person() {
        for more in ["manual: yes", "sources: [brreg]", "identifiable: no", "rights_except: {portability: some act § 1}"] {
            let activity = format!("{{purposes: {{p: {{legal_basis: contract}}}}, {more}}}");
            assert_eq!(beyond_always(&activity), Vec::<&str>::new(), "{more}");
        }
    }

    #[test]
    fn marketing_may_be_objected_to_on_any_basis() {
        let activity = "{purposes: {p: {kind: direct-marketing, legal_basis: soft-opt-in}}}";
        assert_eq!(beyond_always(activity), ["objection"]);
    }

    #[test]
    fn decisions_without_people_bring_human_review_unless_law_allows_them() {
        let decision = |ground: &str| {
            let text = format!("{{automated_decisions: {{d: {{effect: legal, human: no, ground: {ground}}}}}}}");
            beyond_always(&text)
        };
        assert_eq!(decision("contract"), ["no-automated-decision", "human-review"]);
        assert_eq!(decision("law"), ["no-automated-decision"]);
    }
}
