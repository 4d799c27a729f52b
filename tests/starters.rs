//! Starters as people change them: a clean copy has nothing to warn of, and each mistake is found once, by the rule it breaks.
//!
//! Changes touch ids and values only, as sentences may be reworded or translated at any time.

use std::collections::BTreeMap;

use crate::common::{DAY, day, root};
use privreg::model::Level;
use privreg::{Law, Options, Register, Sources, check};

/// One line as a person would get it wrong.
struct Mistake {
    what: &'static str,
    code: &'static str,
    file: &'static str,
    /// Stands once in the file.
    right: &'static str,
    wrong: &'static str,
}

const fn mistake(
    what: &'static str,
    code: &'static str,
    file: &'static str,
    right: &'static str,
    wrong: &'static str,
) -> Mistake {
    Mistake { what, code, file, right, wrong }
}

type Files = BTreeMap<String, String>;

/// The register's files as they stand in the project.
fn files(starter: &str) -> Files {
    let folder = root().join("examples").join(starter);
    let entries = walkdir::WalkDir::new(&folder).into_iter().filter_map(Result::ok);
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path();
        let is_register = path.extension().is_some_and(|ending| ending == "yaml" || ending == "toml");
        let name = path.strip_prefix(&folder).ok()?.to_str()?.replace('\\', "/");
        #[allow(clippy::disallowed_methods, reason = "tests read files of their own")]
        is_register.then(|| (name, std::fs::read_to_string(path).expect("a file").replace("\r\n", "\n")))
    };
    entries.filter_map(read).collect()
}

fn make(files: &mut Files, mistake: &Mistake) {
    let Mistake { what, file, right, wrong, .. } = mistake;
    let text = files.get_mut(*file).unwrap_or_else(|| panic!("{what}: there is no file {file}"));
    assert_eq!(text.matches(right).count(), 1, "{what}: `{right}` stands once in {file}");
    *text = text.replacen(right, wrong, 1);
}

/// Codes of what is found at warning or above, with what it says.
fn found(files: &Files) -> Vec<(String, String)> {
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add(name.clone(), name.clone(), text.clone());
    }
    let report = check(&Register::read(sources), &Law::on(day(DAY)), &Options::default());
    let serious = report.findings.iter().filter(|finding| finding.level > Level::Note);
    serious.map(|finding| (finding.rule.code.to_owned(), format!("{}: {}", finding.path, finding.message))).collect()
}

fn codes(found: &[(String, String)]) -> Vec<&str> {
    let mut codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    codes.sort_unstable();
    codes
}

fn run(starter: &str, mistakes: &[Mistake]) {
    let clean = files(starter);
    assert_eq!(found(&clean), [], "{starter}");
    let mut together = clean.clone();
    for mistake in mistakes {
        let mut files = clean.clone();
        make(&mut files, mistake);
        let found = found(&files);
        assert_eq!(codes(&found), [mistake.code], "{starter}: {}: {found:#?}", mistake.what);
        make(&mut together, mistake);
    }
    let mut expected: Vec<&str> = mistakes.iter().map(|mistake| mistake.code).collect();
    expected.sort_unstable();
    let found = found(&together);
    assert_eq!(codes(&found), expected, "{starter}: all together: {found:#?}");
}

#[test]
fn shop() {
    run(
        "shop",
        &[
            mistake("no address of the controller", "PR101", "privreg.toml", "address = \"Skogveien 12, 9999 Lysvik\"", ""),
            mistake("no basis", "PR202", "activities/customer-service.toml", "legal_basis = \"legitimate-interests\"", ""),
            mistake("consent without withdrawal", "PR213", "activities/newsletter.toml", "\nwithdraw = {", "\nnotes = {"),
            mistake("a duty without its law", "PR217", "activities/payment.toml", "law = \"bokføringsloven § 13\"", ""),
            mistake("a period without its start", "PR403", "shared.toml", "\"6 months after delivery\"", "\"6 months\""),
            mistake(
                "a misspelt system",
                "PR003",
                "activities/orders.toml",
                "systems = [\"shop-platform\"]",
                "systems = [\"shop-platfrom\"]",
            ),
            mistake(
                "a contract past its end",
                "PR503",
                "shared.toml",
                "signed = 2025-02-10,",
                "signed = 2025-02-10, until = 2026-06-30,",
            ),
            mistake(
                "a mechanism that was struck down",
                "PR607",
                "shared.toml",
                "mechanism = \"dpf\"",
                "mechanism = \"privacy-shield\"",
            ),
            mistake("statistics without consent", "PR901", "cookies.toml", "consent = true", "consent = false"),
            mistake(
                "offers to people who bought nothing",
                "PR907",
                "activities/newsletter.toml",
                "from_sale = true",
                "from_sale = false",
            ),
        ],
    );
}

#[test]
fn clinic() {
    const FILE: &str = "privreg.yaml";
    run(
        "clinic",
        &[
            mistake("no address of the controller", "PR101", FILE, "  address: Lindgatan 3, 999 99 Norrvik\n", ""),
            mistake("an officer nobody can write to", "PR103", FILE, "    email: dataskyddsombud@lindensfysio.se\n", ""),
            mistake("sick leave without an exception of Art. 9", "PR301", FILE, "art9: employment-law", "art9:"),
            mistake("a duty without its law", "PR217", FILE, "        law: sjuklönelagen 3 §\n", ""),
            mistake(
                "a supplier abroad without a mechanism",
                "PR601",
                FILE,
                "country: SE\n    contract: {signed: 2024-08-26",
                "country: US\n    contract: {signed: 2024-08-26",
            ),
            mistake("a period without its start", "PR403", FILE, "period: 3 months after last-visit", "period: 3 months"),
            mistake("a misspelt system", "PR003", FILE, "systems: [ledger]", "systems: [leger]"),
            mistake("a contract past its end", "PR503", FILE, "signed: 2025-03-10,", "signed: 2025-03-10, until: 2026-06-30,"),
            mistake("a high risk that nobody asked about", "PR805", FILE, "residual_risk: low", "residual_risk: high"),
            mistake("a week to tell the authority", "PR810", FILE, "authority_within: 72 hours", "authority_within: 7 days"),
        ],
    );
}

#[test]
fn association() {
    run(
        "association",
        &[
            mistake("no address of the controller", "PR101", "privreg.yaml", "  address: Idrettsveien 5, 9999 Lysvik\n", ""),
            mistake("no basis", "PR202", "activities/volunteers.yaml", "    legal_basis: legitimate-interests\n", ""),
            mistake(
                "a consent that nobody can prove",
                "PR213",
                "activities/training-groups.yaml",
                "      record: member-register\n",
                "",
            ),
            mistake("an interest that nobody weighed", "PR215", "activities/events.yaml", "    assessment: lia-training\n", ""),
            mistake("a duty without its law", "PR217", "activities/membership.yaml", "    law: bokføringsloven § 13\n", ""),
            mistake("allergies that are not marked as health", "PR304", "shared.yaml", "    special: health\n", ""),
            mistake(
                "certificates without a law",
                "PR305",
                "activities/police-certificates.yaml",
                "    law: politiregisterforskriften § 34-1 ",
                "    # ",
            ),
            mistake(
                "a period without its start",
                "PR403",
                "shared.yaml",
                "period: 1 year after membership-end",
                "period: 1 year",
            ),
            mistake(
                "a misspelt recipient",
                "PR003",
                "activities/membership.yaml",
                "\nrecipients: [lagkort, bank]",
                "\nrecipients: [lagkort, bnak]",
            ),
            mistake(
                "a contract past its end",
                "PR503",
                "shared.yaml",
                "signed: 2024-05-06,",
                "signed: 2024-05-06, until: 2026-06-30,",
            ),
        ],
    );
}
