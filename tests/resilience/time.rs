//! Today is the day where the computer stands; a leap day is a day.

use crate::common::{privreg_in, write};

fn as_of(folder: &std::path::Path, zone: &str) -> String {
    let run = privreg_in(folder, &["validate", "--format", "json", "--exit-zero"], &[("TZ", zone)]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    json["as_of"].as_str().expect("a day").to_owned()
}

#[test]
fn today_is_the_local_day() {
    let folder = super::register("fault-zones");
    let zones = std::path::Path::new("/usr/share/zoneinfo");
    for (name, rule, hours) in [("Pacific/Kiritimati", "<+14>-14", 14), ("Pacific/Pago_Pago", "SST11", -11)] {
        let day = || {
            (chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now()) + chrono::Duration::hours(hours))
                .date_naive()
                .to_string()
        };
        for zone in [rule, name] {
            if !zone.contains('1') && !zones.join(zone).exists() {
                eprintln!("not looked at: this system does not know {zone}");
                continue;
            }
            let before = day();
            let found = as_of(&folder, zone);
            // Midnight may pass in between.
            assert!(found == before || found == day(), "{zone}: {found}, not {before}");
        }
    }
}

#[test]
fn the_29th_of_february_is_a_day_in_leap_years_only() {
    let folder = super::register("fault-leap");
    let with = |until: &str| {
        let entry =
            format!("{{rule: PR713, for: notices.privacy-notice, reason: The first version is in the printer, until: {until}}}");
        write(&folder, "suppress.yaml", format!("suppress:\n  - {entry}\n"));
    };
    let run = |day: &str| privreg_in(&folder, &["validate", "--format", "short", "--as-of", day], &[]);
    with("2028-02-29");
    assert!(run("2028-02-29").out.contains("as of 2028-02-29"), "{}", run("2028-02-29").out);
    assert!(!run("2028-02-29").out.contains(" PR713 "), "{}", run("2028-02-29").out);
    assert!(run("2028-03-01").out.contains(" PR713 "), "the day after: {}", run("2028-03-01").out);
    with("2027-02-29");
    let out = run("2026-11-22").out;
    assert!(out.contains("suppress.yaml:2:") && out.contains("2027-02-29"), "{out}");
    let refused = run("2027-02-29");
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("2027-02-29") && !refused.err.contains("panicked"), "{}", refused.err);
}

#[test]
fn every_command_works_on_a_leap_day() {
    let folder = super::register("fault-leap-all");
    for arguments in
        [&["render", "all", "--draft"][..], &["list", "reviews"], &["list", "retention"], &["validate", "--exit-zero"]]
    {
        let mut all = arguments.to_vec();
        all.extend(["--as-of", "2028-02-29"]);
        let run = privreg_in(&folder, &all, &[]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    }
}
