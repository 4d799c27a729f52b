//! PR3: special categories, vulnerable people, national identity numbers.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
