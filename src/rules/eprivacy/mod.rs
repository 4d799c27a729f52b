//! PR9: cookies, electronic marketing, AI.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
