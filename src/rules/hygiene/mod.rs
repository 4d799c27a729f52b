//! PR0: the register as a file that people keep.

use crate::rule::Rule;

mod pr001_unknown_field;
mod pr002_unknown_value;
mod pr003_unknown_reference;
mod pr004_duplicate_id;
mod pr005_unused_definition;
mod pr006_placeholder_text;
mod pr007_missing_translation;
mod pr008_translation_mismatch;
mod pr009_review_overdue;
mod pr010_date_contradiction;
mod pr011_unjustified_suppression;
mod pr012_superseded_law;
mod pr013_required_field_missing;
mod pr014_record_not_demonstrable;
mod pr015_unreadable_file;
mod pr016_unsupported_yaml;
mod pr017_wrong_form;
mod pr018_misplaced_part;
mod pr023_notice_named_like_a_document;
mod pr025_language_without_documents;

pub(super) const RULES: &[&Rule] = &[
    &pr001_unknown_field::RULE,
    &pr002_unknown_value::RULE,
    &pr003_unknown_reference::RULE,
    &pr004_duplicate_id::RULE,
    &pr005_unused_definition::RULE,
    &pr006_placeholder_text::RULE,
    &pr007_missing_translation::RULE,
    &pr008_translation_mismatch::RULE,
    &pr009_review_overdue::RULE,
    &pr010_date_contradiction::RULE,
    &pr011_unjustified_suppression::RULE,
    &pr012_superseded_law::RULE,
    &pr013_required_field_missing::RULE,
    &pr014_record_not_demonstrable::RULE,
    &pr015_unreadable_file::RULE,
    &pr016_unsupported_yaml::RULE,
    &pr017_wrong_form::RULE,
    &pr018_misplaced_part::RULE,
    &pr023_notice_named_like_a_document::RULE,
    &pr025_language_without_documents::RULE,
];
