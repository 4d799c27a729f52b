//! PR5: recipients and processors.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
