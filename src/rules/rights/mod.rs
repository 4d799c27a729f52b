//! PR7: rights and transparency.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
