//! PR6: transfers to third countries.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
