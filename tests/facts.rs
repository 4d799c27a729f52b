//! No fact is lost: there is a register that holds every field of the format, at a place where it matters.

use std::collections::BTreeSet;

use privreg::decode::TableInfo;

use crate::common::format::{Written, name_of, tables};

const KITCHEN_SINK: &str = "tests/data/kitchen-sink";

#[test]
fn the_kitchen_sink_holds_every_field() {
    let written = Written::of(KITCHEN_SINK);
    let there: BTreeSet<String> = written.places().iter().map(|place| name_of(place.field)).collect();
    let all = tables().into_iter().flat_map(TableInfo::fields).map(name_of);
    let missing: Vec<String> = all.filter(|name| !there.contains(name)).collect();
    assert!(missing.is_empty(), "write these in {KITCHEN_SINK}, at a place where they matter: {missing:#?}");
    assert_eq!(written.read().problems.len(), 0, "all of it can be read");
}
