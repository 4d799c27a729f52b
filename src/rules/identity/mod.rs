//! PR1: who is responsible.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
