//! Terminals of 20 columns, and what people set about colours.

use super::ON;
use crate::common::privreg;

const CALLS: [&[&str]; 12] = [
    &["validate", "registers/published/attend"],
    &["validate", "registers/published/attend", "--statistics", "--max", "1"],
    &["list", "recipients", "registers/repaired/attend"],
    &["list", "transfers", "registers/repaired/attend"],
    &["show", "microsoft", "registers/repaired/attend"],
    &["explain", "PR601"],
    &["explain", "activity.legal_basis"],
    &["rules"],
    &["validate", "--help"],
    &["render", "--help"],
    &["init", "--help"],
    &["--help"],
];

#[test]
fn every_command_can_be_read_in_twenty_columns() {
    for call in CALLS {
        for width in [&["--width", "20"][..], &["--width", "1"], &["--width", "0", "--ascii"]] {
            let arguments: Vec<&str> = call.iter().chain(width).chain(&ON).copied().collect();
            let run = privreg(&arguments);
            assert!(run.code <= 1 && run.err.is_empty(), "{arguments:?}: {}", run.err);
            assert!(run.out.lines().count() > 2, "{arguments:?}");
        }
    }
    for call in [&["list", "recipients", "registers/repaired/attend"][..], &["rules"]] {
        let table = privreg(&[call, &["--width", "20"]].concat()).out;
        let table = table.split("\n\n").next().expect("the table");
        assert!(table.lines().all(|line| line.chars().count() <= 20), "{table}");
    }
    let rules = privreg(&["rules", "--width", "20"]).out;
    assert!(privreg::rules::all().iter().all(|rule| rules.contains(rule.code)), "{rules}");
}

#[test]
fn colours_of_help_and_errors_follow_the_environment() {
    let colored = |arguments: &[&str], environment: &[(&str, &str)]| {
        let run = crate::common::privreg_in(crate::common::root(), arguments, environment);
        (run.out + &run.err).contains('\u{1b}')
    };
    let validate = ["validate", "registers/published/attend", "--max", "1"];
    for call in [&validate[..], &["nonsense"], &["--help"]] {
        assert!(!colored(call, &[]), "{call:?}");
        assert!(!colored(call, &[("NO_COLOR", "1")]), "{call:?}");
        assert!(!colored(call, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]), "{call:?}");
    }
    assert!(colored(&validate, &[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&validate, &[("CLICOLOR_FORCE", "0")]));
}
