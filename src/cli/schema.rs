//! `privreg schema`

use super::Outcome;
use super::args::SchemaArgs;
use crate::schema;

pub(super) fn run(args: &SchemaArgs) -> Outcome {
    Outcome::done(schema::of(args.kind))
}
