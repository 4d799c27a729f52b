//! PR4: how long data are kept.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
