//! PR2: purposes and legal bases.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
