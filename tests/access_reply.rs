//! The reply to a request for access: only what applies to the person, and the day by which it must be sent.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use crate::common::{DAY, Run, privreg, root, scratch};

/// Letter and checklist as Markdown.
fn reply(folder: &str, lang: &str, options: &[&str]) -> String {
    let run = run(folder, lang, options);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{options:?}");
    run.out
}

fn run(folder: &str, lang: &str, options: &[&str]) -> Run {
    let folder = root().join(folder);
    let usual = ["render", "access-reply", folder.to_str().expect("a path"), "--lang", lang, "--format", "md", "--stdout"];
    privreg(&[&usual[..], &["--as-of", DAY], options].concat())
}

#[test]
fn only_the_activities_asked_for_are_in_the_letter_and_their_systems_in_the_checklist() {
    let all = reply("examples/saas", "en", &[]);
    let some = reply("examples/saas", "en", &["--activities", "support,recruitment"]);
    for (heading, is_asked) in [("## Support", true), ("## Recruitment", true), ("## Sales", false), ("## Payroll", false)] {
        assert!(all.contains(heading), "{heading}: {all}");
        assert_eq!(some.contains(heading), is_asked, "{heading}: {some}");
    }
    for (system, is_asked) in [("Sakslinje: look", true), ("Jobbportalen: look", true), ("Tallverket", false)] {
        assert!(all.contains(system), "{system}: {all}");
        assert_eq!(some.contains(system), is_asked, "{system}: {some}");
    }
    assert!(!some.contains("Sales"), "who else uses a system is of no interest here: {some}");
}

#[test]
fn the_letter_is_in_the_language_of_the_person() {
    let text = reply("examples/clinic", "sv", &[]);
    assert!(text.contains("**Källor:** Den vårdgivare som har skrivit din remiss"), "{text}");
}

#[test]
fn an_activity_that_is_not_there_is_one_sentence() {
    for (asked, says) in [
        ("suport", "There is no activity `suport`. Did you mean support?"),
        ("support,zzzzzzzz", "There is no activity `zzzzzzzz`; `privreg list activities` shows what there is"),
        ("", "There is no activity ``"),
    ] {
        let run = run("examples/saas", "en", &["--activities", asked]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{asked}");
        assert!(run.err.contains(says), "{asked}: {}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
}

#[test]
fn the_deadline_follows_from_the_day_of_receipt() {
    for (lang, received, slots, sentence) in [
        ("en", "2026-11-18", "[[", "you asked us on 18 November 2026"),
        ("en", "2026-11-18", "[[", "We answer by 18 December 2026."),
        ("en", "2026-11-20", "[[", "We answer by 21 December 2026."), // 20 December is a Sunday
        ("nb", "2024-01-31", "[[", "Vi svarer senest 29. februar 2024."),
        ("sv", "2026-01-31", "[[", "Vi svarar senast den 2 mars 2026."), // 28 February is a Saturday
    ] {
        let folder = if lang == "sv" { "examples/clinic" } else { "examples/saas" };
        let text = reply(folder, lang, &["--received", received]);
        // Brackets are escaped in Markdown.
        let text = text.replace('\\', "");
        assert!(text.contains(sentence), "{sentence}: {text}");
        assert!(text.contains(slots), "what the register cannot know stays a slot");
    }
    let text = reply("examples/saas", "en", &["--received", "2026-11-20"]).replace('\\', "");
    assert!(!text.contains("[[date received]]") && !text.contains("[[one month later]]"), "{text}");
    let (letter, checklist) = text.split_once("Checklist for the case handler").expect("both");
    assert!(checklist.contains("Answer by 21 December 2026") && checklist.contains("Public holidays are not counted"), "{text}");
    assert!(!letter.contains("holidays"), "the person is not told how we count: {letter}");
}

#[test]
fn without_the_options_the_slots_stay() {
    let text = reply("examples/saas", "en", &[]).replace('\\', "");
    for slot in ["[[date received]]", "[[one month later]]", "[[name]]", "[[case number]]"] {
        assert!(text.contains(slot), "{slot}: {text}");
    }
    assert!(!text.contains("Public holidays"), "{text}");
}

#[test]
fn the_options_are_for_the_reply_and_hold_for_it_when_all_is_written() {
    let saas = root().join("examples/saas");
    let saas = saas.to_str().expect("a path");
    for option in [["--received", "2026-11-20"], ["--activities", "support"]] {
        let refused = privreg(&[&["render", "policy", saas, "--stdout", "--as-of", DAY], &option[..]].concat());
        assert_eq!((refused.code, refused.out.as_str()), (2, ""));
        assert!(refused.err.contains(&format!("{} is for access-reply", option[0])), "{}", refused.err);
    }
    let wrong = privreg(&["render", "access-reply", saas, "--received", "20.11.2026", "--stdout"]);
    assert!(wrong.code == 2 && wrong.err.contains("2026-11-22: year, month, day"), "{}", wrong.err);
    let out = scratch("access-reply-all").join("out");
    let out_text = out.to_str().expect("a path");
    let all = privreg(&[
        "render",
        "all",
        saas,
        "--lang",
        "en",
        "--format",
        "md",
        "--received",
        "2026-11-18",
        "--out",
        out_text,
        "--as-of",
        DAY,
    ]);
    assert_eq!(all.code, 0, "{}", all.err);
    let letter = std::fs::read_to_string(out.join("access-reply.en.md")).expect("the letter");
    assert!(letter.contains("18 December 2026"), "{letter}");
}

#[test]
fn the_letter_names_transfers_decisions_rights_and_the_authority() {
    for (lang, transfer, safeguard, rectification, objection) in [
        (
            "en",
            "**Transfers and safeguards:**\n  - Answerdesk Inc. has or sees data in the United States.",
            "2023/1795",
            "Correct",
            "You can object.",
        ),
        (
            "nb",
            "**Overføringer og garantier:**\n  - Answerdesk Inc. har eller ser opplysninger i USA.",
            "2023/1795",
            "Retting",
            "Du kan protestere.",
        ),
        (
            "sv",
            "**Överföringar och skyddsåtgärder:**\n  - Answerdesk Inc. har eller ser uppgifter i USA.",
            "2023/1795",
            "Rättelse",
            "Du kan invända.",
        ),
    ] {
        let text = reply("examples/shop", lang, &["--activities", "customer-service"]);
        for part in [transfer, safeguard, rectification, objection, "Postboks 458 Sentrum"] {
            assert!(text.contains(part), "{lang} lacks {part}: {text}");
        }
    }
    let credit = reply("registers/repaired/ainsky", "en", &["--activities", "credit-check"]);
    let decision = "  - What it looks at: a member of our staff weighs the credit score";
    assert!(credit.contains(decision), "{credit}");
    // Where nothing rests on an interest or is marketing, nobody may object.
    let orders = reply("examples/shop", "en", &["--activities", "orders"]);
    assert!(orders.contains("**Delete:**") && !orders.contains("You can object"), "{orders}");
    assert!(!orders.contains("Transfers and safeguards"), "{orders}");
}

#[test]
fn several_purposes_have_one_label() {
    let text = reply("examples/shop", "en", &["--activities", "orders"]);
    assert_eq!(text.matches("**Purposes:**").count(), 1, "{text}");
    assert!(
        text.contains("  - Take your order and pack your goods (Our contract with you (Terms of purchase), Art. 6(1)(b))"),
        "{text}"
    );
}
