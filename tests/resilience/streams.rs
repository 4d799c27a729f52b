//! Readers that go away, streams that are closed, and disks behind them that are full.

use super::shell;
use crate::common::root;

#[test]
fn a_reader_that_has_seen_enough_ends_quietly() {
    let script = "{ $P validate registers/published --max 0 --as-of 2026-11-22; echo $? >&2; } | head -n 1 >/dev/null";
    let run = shell(root(), script);
    assert_eq!(run.err, "1\n", "only the exit code, which is that of the findings");
    let run = shell(root(), "{ $P schema; echo $? >&2; } | head -n 1 >/dev/null");
    assert_eq!(run.err, "0\n");
}

#[test]
fn closed_streams_change_nothing_but_what_is_seen() {
    for (call, code) in
        [("rules", 0), ("validate registers/published --as-of 2026-11-22", 1), ("validate nowhere", 2), ("nonsense", 2)]
    {
        for closed in [">&-", "2>&-", "<&-", "<&- >&- 2>&-"] {
            let run = shell(root(), &format!("$P {call} {closed}"));
            assert_eq!(run.code, code, "{call} {closed}: {}", run.err);
            assert!(!run.err.contains("panicked"), "{}", run.err);
        }
    }
}

#[test]
fn an_answer_that_could_not_be_printed_whole_is_no_answer() {
    if !std::path::Path::new("/dev/full").exists() {
        return eprintln!("skipped: this system has no /dev/full");
    }
    for call in [
        "validate registers/repaired/attend --as-of 2026-11-22",
        "validate registers/published --format json --exit-zero",
        "render policy examples/minimal --stdout --as-of 2026-11-22",
        "list recipients registers/repaired/attend",
        "explain PR601",
        "rules",
        "schema",
        "completions bash",
        "--help",
        "--version",
    ] {
        let run = shell(root(), &format!("$P {call} >/dev/full"));
        super::refused(&run, "Cannot print: the disk is full");
    }
    for call in ["validate nowhere", "nonsense"] {
        assert_eq!(shell(root(), &format!("$P {call} 2>/dev/full")).code, 2, "{call}");
    }
}
