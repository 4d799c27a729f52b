//! The balancing test behind a legitimate interest (Art. 6(1)(f)): what is recorded, and how far it has come.

use crate::answer::Answer;
use crate::decode::{Either, Entry};
use crate::law::Law;
use crate::model::*;
use crate::register::Register;
use crate::walk::BasisIn;

/// What is recorded of a test.
#[derive(Clone, Copy, Debug)]
pub enum Test<'r> {
    Missing,
    InALine(&'r InlineAssessment),
    Assessed(&'r Entry<Assessment>, Stage),
}

/// How far an assessment has come on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is of another kind.
    NoTest,
    NotDone,
    NotPassed,
    Passed,
}

/// The test behind a basis; `None` where it refers to what is not defined.
pub fn of<'r>(register: &'r Register, law: &Law, basis: &BasisIn<'r>) -> Option<Test<'r>> {
    Some(match basis.assessment() {
        None => Test::Missing,
        Some(Either::Other(inline)) => Test::InALine(inline),
        Some(Either::One(reference)) => {
            let assessment = register.get(*reference)?;
            Test::Assessed(assessment, stage(law, assessment))
        }
    })
}

fn stage(law: &Law, assessment: &Assessment) -> Stage {
    if assessment.kind.is_some_and(|kind| kind != AssessmentKind::Lia) {
        Stage::NoTest
    } else if assessment.done.is_none_or(|done| done > law.as_of()) {
        Stage::NotDone
    } else if !matches!(assessment.outcome, Some(Outcome::Passed | Outcome::Accepted)) {
        Stage::NotPassed
    } else {
        Stage::Passed
    }
}

/// Whether the interest has been weighed against those of the people by the day, and prevails.
pub fn is_weighed(register: &Register, law: &Law, basis: &BasisIn<'_>) -> Answer {
    match of(register, law, basis) {
        Some(Test::Assessed(_, Stage::Passed)) => Answer::Yes,
        Some(Test::Assessed(_, Stage::NotPassed)) => Answer::No,
        Some(Test::InALine(line)) if line.why.as_ref().is_some_and(|why| !why.is_empty()) => match line.done {
            Some(done) if done <= law.as_of() => Answer::Yes,
            _ => Answer::Unsaid,
        },
        _ => Answer::Unsaid,
    }
}
