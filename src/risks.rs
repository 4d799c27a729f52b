//! Criteria of a high risk (WP 248), and the impact assessments that answer them.

use crate::answer::Answer;
use crate::decode::{Entry, OrNone};
use crate::model::*;
use crate::people;
use crate::register::Register;
use crate::sensitive::{is_criminal, is_special};
use crate::titles::Titled;
use crate::walk::{self, PurposeIn};
use crate::{decisions, finding::listed};

/// A criterion that holds for an activity.
#[derive(Clone, Debug)]
pub struct Criterion {
    pub risk: Risk,
    /// What in the register it follows from; `None` where `risk` names it.
    pub because: Option<String>,
    /// Somebody declared it, or it weighs enough to make the question worth asking.
    pub is_strong: bool,
}

/// The criteria that an activity declares, and those that follow from what it says, in the order of WP 248.
pub fn criteria(register: &Register, activity: &Entry<Activity>) -> Vec<Criterion> {
    let denied = |risk: &Risk| activity.risk_not.value(risk).is_some_and(|why| !why.is_empty());
    let mut all: Vec<Criterion> =
        activity.risk.iter().map(|risk| Criterion { risk: *risk, because: None, is_strong: true }).collect();
    for criterion in derived(register, activity) {
        if !denied(&criterion.risk) && !all.iter().any(|own| own.risk == criterion.risk) {
            all.push(criterion);
        }
    }
    all.sort_by_key(|criterion| criterion.risk);
    all.dedup_by_key(|criterion| criterion.risk);
    all
}

fn derived(register: &Register, activity: &Entry<Activity>) -> Vec<Criterion> {
    let monitoring = monitoring(activity);
    let scoring = scoring(activity);
    let is_bodily = |category: &&Entry<DataCategory>| matches!(category.special, Some(Special::Biometric | Special::Genetic));
    let watched = monitoring.is_some()
        || scoring.is_some()
        || activity.risk.contains(&Risk::SystematicMonitoring)
        || walk::activity_categories(activity, register).iter().any(is_bodily);
    let vulnerable = vulnerable(register, activity, watched);
    let blocking = first_kind(activity, |kind| matches!(kind, PurposeKind::CreditCheck | PurposeKind::DebtCollectionScoring));
    let innovative = activity.ai.as_ref().is_some_and(|ai| matches!(ai, OrNone::Some(_)));
    let large = activity.scale == Some(Scale::Large);
    let found = [
        (Risk::Scoring, scoring, true),
        (Risk::AutomatedDecision, automated(activity), true),
        (Risk::SystematicMonitoring, monitoring, true),
        (Risk::LargeScale, large.then(|| "`scale`".to_owned()), false),
        (Risk::VulnerablePeople, vulnerable, false),
        (Risk::InnovativeTechnology, innovative.then(|| "`ai`".to_owned()), false),
        (Risk::Blocking, blocking, false),
    ];
    let found = found
        .into_iter()
        .filter_map(|(risk, because, is_strong)| because.map(|because| Criterion { risk, because: Some(because), is_strong }));
    found.chain(sensitive(register, activity)).collect()
}

/// The first purpose of a kind, by its name.
fn first_kind(activity: &Entry<Activity>, test: impl Fn(PurposeKind) -> bool) -> Option<String> {
    activity.value.purposes.into_iter().find(|purpose| purpose.kind.is_some_and(&test)).map(|purpose| purpose.title().to_owned())
}

fn scoring(activity: &Entry<Activity>) -> Option<String> {
    let by_kind = first_kind(activity, |kind| {
        matches!(
            kind,
            PurposeKind::Scoring
                | PurposeKind::CreditCheck
                | PurposeKind::DebtCollectionScoring
                | PurposeKind::ProfilingForMarketing
        )
    });
    let by_ai = || {
        let ai = activity.ai.as_ref().and_then(|ai| ai.some())?;
        ai.uses.iter().find(|used| evaluates(**used)).map(|used| format!("AI: {}", used.meaning().to_lowercase()))
    };
    by_kind.or_else(|| (activity.profiling == Some(true)).then(|| "`profiling`".to_owned())).or_else(by_ai)
}

/// Uses of AI that say something about people.
fn evaluates(used: AiUse) -> bool {
    matches!(
        used,
        AiUse::PatternDetection
            | AiUse::Forecasting
            | AiUse::FraudDetection
            | AiUse::RecruitmentScreening
            | AiUse::EmployeeEvaluation
            | AiUse::CreditScoring
            | AiUse::InsurancePricing
            | AiUse::EducationGrading
            | AiUse::BenefitEligibility
            | AiUse::EmotionRecognition
            | AiUse::SocialScoring
            | AiUse::BiometricCategorisation
            | AiUse::CrimePrediction
    )
}

fn automated(activity: &Entry<Activity>) -> Option<String> {
    decisions::by_machine_alone(activity).next().map(|own| decisions::name(own).to_owned())
}

fn monitoring(activity: &Entry<Activity>) -> Option<String> {
    first_kind(activity, |kind| matches!(kind, PurposeKind::VideoSurveillance | PurposeKind::EmployeeMonitoring))
}

/// Special and criminal data; more weakly, where people are and what money they have.
fn sensitive(register: &Register, activity: &Entry<Activity>) -> Option<Criterion> {
    let categories = walk::activity_categories(activity, register);
    let criterion = |names: Vec<&str>, is_strong| {
        let because = Some(listed(names));
        Criterion { risk: Risk::SensitiveData, because, is_strong }
    };
    let strong: Vec<&str> =
        categories.iter().filter(|own| is_special(own) || is_criminal(own)).map(|category| category.title()).collect();
    if !strong.is_empty() {
        return Some(criterion(strong, true));
    }
    let weighs_money =
        |category: &Entry<DataCategory>| category.financial == Some(true) && !is_for_payments(register, activity, category);
    let weak: Vec<&str> = categories
        .iter()
        .filter(|category| category.location == Some(true) || weighs_money(category))
        .map(|category| category.title())
        .collect();
    (!weak.is_empty()).then(|| criterion(weak, false))
}

/// Whether financial data serve nothing but paying and keeping accounts.
fn is_for_payments(register: &Register, activity: &Entry<Activity>, category: &Entry<DataCategory>) -> bool {
    let purposes = activity.value.purposes.into_iter().map(|purpose| PurposeIn { activity, purpose });
    purposes.filter(|purpose| purpose.categories(register).iter().any(|own| own.id == category.id)).all(|purpose| {
        matches!(
            purpose.purpose.kind,
            Some(
                PurposeKind::Payroll
                    | PurposeKind::Invoicing
                    | PurposeKind::Payment
                    | PurposeKind::Bookkeeping
                    | PurposeKind::OrderHandling
                    | PurposeKind::LegalCompliance
            )
        )
    })
}

/// Employees count only where they are watched, scored or measured: otherwise every personnel file would.
fn vulnerable(register: &Register, activity: &Entry<Activity>, watched: bool) -> Option<String> {
    let own = activity.data_subjects.iter().filter_map(|group| register.get(*group));
    let counted = |group: &&Entry<DataSubject>| {
        (people::is_vulnerable(group) || people::has_minors(group)) && (watched || !people::is_personnel(group))
    };
    let groups: Vec<&Entry<DataSubject>> = own.filter(counted).collect();
    (!groups.is_empty()).then(|| people::names(groups))
}

/// A criterion in the words of a message.
pub fn in_words(criterion: &Criterion) -> String {
    let name = criterion.risk.meaning();
    let name = name.get(..1).map_or(name.to_owned(), |first| first.to_lowercase() + &name[1..]);
    match &criterion.because {
        Some(because) => format!("{name} ({because})"),
        None => name,
    }
}

/// The assessments of an activity: the one it names, and impact assessments that cover it.
pub fn assessments<'r>(register: &'r Register, activity: &'r Entry<Activity>) -> Vec<&'r Entry<Assessment>> {
    register.assessments_of(activity).filter(|assessment| !assessment.broken).collect()
}

/// Whether an impact assessment has been carried out.
pub fn is_done(assessment: &Entry<Assessment>) -> bool {
    assessment.kind == Some(AssessmentKind::Dpia)
        && assessment.done.is_some()
        && !matches!(assessment.outcome, Some(Outcome::InProgress | Outcome::NotDone))
}

/// Whether an assessment is needed, where the activity says so itself.
pub fn is_needed(activity: &Activity) -> Answer {
    Answer::of(answer(activity).and_then(|answer| answer.needed))
}

/// Why there is no assessment, where the activity says so; why one is needed is no such reason.
pub fn reason_against(activity: &Activity) -> Option<&DpiaAnswer> {
    answer(activity).filter(|answer| answer.needed != Some(true))
}

fn answer(activity: &Activity) -> Option<&DpiaAnswer> {
    activity.dpia.as_ref().and_then(|answer| answer.other()).map(|answer| &**answer)
}

/// Whether an assessment is missing by the activity's own words: one is needed, and none is named or covers it.
pub fn is_owed(register: &Register, activity: &Entry<Activity>) -> bool {
    is_needed(activity).is_yes() && !is_assessed_by_law(activity) && assessments(register, activity).is_empty()
}

/// Whether the legislator has assessed the processing (Art. 35(10)).
pub fn is_assessed_by_law(activity: &Activity) -> bool {
    answer(activity).is_some_and(|answer| answer.law.is_some())
}

/// Whether the register says nothing on an assessment: none is named or covers the activity, and no reason stands against it.
pub fn is_unanswered(register: &Register, activity: &Entry<Activity>) -> bool {
    let has_reason = reason_against(activity).is_some_and(|answer| answer.why.as_ref().is_some_and(|why| !why.is_empty()));
    !has_reason && !is_assessed_by_law(activity) && assessments(register, activity).is_empty()
}

/// Whether an assessment is likely to be required: two criteria (WP248 rev.01), one of which leaves no doubt.
pub fn is_likely(criteria: &[Criterion]) -> bool {
    criteria.len() >= 2 && criteria.iter().any(|criterion| criterion.is_strong)
}
