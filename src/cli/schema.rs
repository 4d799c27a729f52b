//! `privreg schema`

use super::Outcome;

pub(super) fn run() -> Outcome {
    Outcome::done(crate::schema::register())
}
