//! PR0: the register as a file that people keep.

use crate::rule::Rule;

mod pr001_unknown_field;
mod pr002_unknown_value;
mod pr003_unknown_reference;
mod pr004_duplicate_id;
mod pr011_unjustified_suppression;
mod pr015_unreadable_file;
mod pr016_unsupported_yaml;
mod pr017_wrong_form;
mod pr018_misplaced_part;

pub(super) const RULES: &[&Rule] = &[
    &pr001_unknown_field::RULE,
    &pr002_unknown_value::RULE,
    &pr003_unknown_reference::RULE,
    &pr004_duplicate_id::RULE,
    &pr011_unjustified_suppression::RULE,
    &pr015_unreadable_file::RULE,
    &pr016_unsupported_yaml::RULE,
    &pr017_wrong_form::RULE,
    &pr018_misplaced_part::RULE,
];
