//! PR8: security, impact assessments, automated decisions.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
