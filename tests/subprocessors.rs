//! The list of sub-processors and its feed: what changed, what is planned, and nothing that the register does not say.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use crate::common::documents::{HOSTILE, engine, folders, read, with_texts};
use crate::common::{DAY, day, privreg, root, scratch, write};
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::engine::{Form, STYLE};
use privreg::render::records::{Kind, Standing, atom, json, page, sheet};
use privreg::render::words::Words;
use privreg::{Law, Register, Sources};

const REGISTER: &str = r#"
organisation: {name: Lønhuset AS, number: "999000111", country: NO, languages: [en], website: "https://lonhuset.example/"}
recipients:
  bris: {name: Bris Hosting AS, role: processor, does: Runs the data centre, country: NO, since: 2021-05-01}
  desk:
    name: Helpharbor Inc.
    role: processor
    does: Runs the support desk
    country: US
    contact: canary-17
    transfers: {US: {mechanism: sccs, module: 3, signed: 2026-11-01}}
  later: {name: Later AS, role: processor, does: Sends text messages, country: SE}
processing_for:
  payroll:
    name: Payroll
    owner: canary-17
    changed: 2026-11-10
    controllers: {list: canary-17, owner: canary-17}
    processing: [payroll]
    data_categories: [salary]
    subprocessors:
      bris: {}
      desk: {since: 2026-12-01, object_before: 2026-11-24}
      later: {object_before: 2026-12-24}
  old: {name: Old, status: ended, ended: 2020-01-01, processing: [payroll], subprocessors: [later]}
"#;

fn register(text: &str) -> Register {
    let mut sources = Sources::default();
    sources.add("privreg.yaml", "privreg.yaml", text);
    Register::read(sources)
}

fn on<T>(register: &Register, as_of: &str, lang: &str, body: impl FnOnce(&Maker<'_>) -> T) -> T {
    let law = Law::on(day(as_of));
    let relations = Relations::of(register);
    body(&Maker::new(register, &law, &relations, Words::of(lang).expect("a language")))
}

fn markdown(register: &Register, as_of: &str) -> String {
    on(register, as_of, "en", |maker| {
        let sheet = sheet(maker, Kind::Subprocessors, Standing::default());
        engine().render(&page(maker, &sheet), Form::Markdown, STYLE).expect("a page")
    })
}

fn feed(register: &Register, as_of: &str, lang: &str) -> String {
    on(register, as_of, lang, |maker| String::from_utf8(atom(maker, None).expect("a feed")).expect("UTF-8"))
}

#[test]
fn what_changed_and_what_is_planned_stands_above_the_list() {
    let register = register(REGISTER);
    let text = markdown(&register, DAY);
    let (above, table) = text.split_once("## Sub-processors").expect("a heading above the table");
    assert!(above.contains("Last changed: 10 November 2026"), "{above}");
    assert!(
        above.contains(
            "Helpharbor Inc. (runs the support desk; United States: Standard contractual clauses of the European Commission) \
             joins Payroll on 1 December 2026. You can object up to and including 24 November 2026."
        ),
        "{above}"
    );
    assert!(above.contains("Later AS (sends text messages; Sweden) is planned for Payroll. You can object"), "{above}");
    assert!(!above.contains("Bris Hosting"), "who is there already is not planned: {above}");
    assert!(table.contains("2021-05-01") && table.contains("Last day to object"), "{table}");
    assert!(!text.contains("Old"), "an ended service is not listed: {text}");

    let later = markdown(&register, "2026-11-25");
    assert!(later.contains("The last day to object was 24 November 2026."), "{later}");
    let after = markdown(&register, "2026-12-01");
    assert!(after.contains("Last changed: 1 December 2026"), "{after}");
    assert!(!after.contains("joins Payroll"), "it has joined: {after}");
}

#[test]
fn nothing_is_said_that_the_register_does_not_say() {
    let bare = REGISTER
        .replace("    changed: 2026-11-10\n", "")
        .replace(", since: 2021-05-01", "")
        .replace("desk: {since: 2026-12-01, object_before: 2026-11-24}", "desk: {}")
        .replace("later: {object_before: 2026-12-24}", "later: {}");
    let register = register(&bare);
    let text = markdown(&register, DAY);
    for absent in ["Last changed", "Planned", "object"] {
        assert!(!text.contains(absent), "{absent}: {text}");
    }
    assert!(!feed(&register, DAY, "en").contains("<entry>"), "no day is known, so nothing is news");
}

#[test]
fn programs_read_when_the_list_changed() {
    let bytes = on(&register(REGISTER), DAY, "nb", |maker| json(&sheet(maker, Kind::Subprocessors, Standing::default())));
    let whole: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(whole["head"]["changed"]["value"], "2026-11-10");
    assert_eq!(whole["rows"][1]["since"], "2026-12-01");
    assert_eq!(whole["rows"][1]["objection"], "2026-11-24");
    assert_eq!(whole["lead"]["planned"]["texts"].as_array().map(Vec::len), Some(2));
}

/// The elements that RFC 4287 demands, each once, with what it demands of them.
fn well_formed(text: &str) -> Vec<(String, String, String)> {
    const ATOM: &str = "http://www.w3.org/2005/Atom";
    let time = regex::Regex::new(r"^\d{4}-\d\d-\d\dT00:00:00Z$").expect("a pattern");
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")));
    let one = |node: roxmltree::Node<'_, '_>, name: &str| {
        let all: Vec<_> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
        assert_eq!(all.len(), 1, "{name}: {text}");
        all[0].descendants().filter_map(|own| own.text().filter(|_| own.is_text())).collect::<String>()
    };
    one(feed, "author");
    let entries: Vec<_> = feed.children().filter(|child| child.has_tag_name((ATOM, "entry"))).collect();
    let mut rows = Vec::new();
    for node in std::iter::once(feed).chain(entries.iter().copied()) {
        let (id, title, updated) = (one(node, "id"), one(node, "title"), one(node, "updated"));
        assert!(id.starts_with("urn:uuid:") && id.len() == 45, "{id}");
        assert!(time.is_match(&updated), "{updated}");
        assert!(!title.trim().is_empty());
        rows.push((id, title, updated));
    }
    for link in document.descendants().filter(|node| node.has_tag_name((ATOM, "link"))) {
        assert!(link.attribute("href").is_some_and(|href| href.starts_with("https://")), "{text}");
    }
    let ids: std::collections::BTreeSet<_> = rows.iter().map(|(id, ..)| id).collect();
    assert_eq!(ids.len(), rows.len(), "an id stands once");
    rows
}

#[test]
fn the_feed_tells_what_joined_and_what_is_to_come() {
    let register = register(REGISTER);
    let text = feed(&register, DAY, "en");
    let rows = well_formed(&text);
    let titles: Vec<(&str, &str)> = rows.iter().map(|(_, title, updated)| (title.as_str(), &updated[..10])).collect();
    assert_eq!(
        titles,
        [
            ("Sub-processors of Lønhuset AS", "2026-11-10"),
            ("Helpharbor Inc. joins Payroll on 1 December 2026", "2026-11-10"),
            ("Later AS is planned for Payroll", "2026-11-10"),
            ("Bris Hosting AS has been a sub-processor for Payroll since 1 May 2021", "2021-05-01"),
        ]
    );
    assert!(text.contains("<p>You can object up to and including 24 November 2026.</p>"), "{text}");
    assert!(text.contains("rel=\"related\"") && text.contains("<uri>https://lonhuset.example/</uri>"), "{text}");
    assert!(!text.contains("canary-17"), "{text}");
    assert_eq!(text, feed(&register, DAY, "en"), "no clock");

    // Ids stay when names, days and texts change, so that a reader knows what it has shown.
    let renamed = REGISTER.replace("Helpharbor Inc.", "Helpharbour Ltd.").replace("since: 2026-12-01", "since: 2026-12-05");
    let ids = |rows: &[(String, String, String)]| rows.iter().map(|(id, ..)| id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&rows), ids(&well_formed(&feed(&self::register(&renamed), "2026-11-23", "en"))));
    let norwegian = well_formed(&feed(&register, DAY, "nb"));
    assert!(ids(&rows).iter().all(|id| !ids(&norwegian).contains(id)), "each language is a feed of its own");
}

#[test]
fn a_notice_whose_address_is_a_folder_says_where_the_feed_stands() {
    let text = REGISTER.to_owned() + "notices:\n  customers: {covers: [], url: \"https://lonhuset.example/privacy/\"}\n";
    let feed = feed(&register(&text), DAY, "en");
    well_formed(&feed);
    for (rel, ending) in [("self", "atom"), ("alternate", "html")] {
        let href = format!("href=\"https://lonhuset.example/privacy/subprocessors.en.{ending}\"");
        assert!(feed.lines().any(|line| line.contains(&href) && line.contains(&format!("rel=\"{rel}\""))), "{feed}");
    }
}

#[test]
fn texts_in_a_feed_are_only_texts() {
    let mut carried = 0;
    for folder in folders() {
        for lang in ["en", "nb", "sv"] {
            well_formed(&feed(&read(&folder), DAY, lang));
        }
        let internal = with_texts(&folder, |_, is_public| (!is_public).then(|| "canary-17".to_owned()));
        assert!(!feed(&internal, DAY, "en").contains("canary-17"), "{folder}");
        let hostile = with_texts(&folder, |_, _| Some(format!("{HOSTILE} ]]> &amp; \u{202e}")));
        let text = feed(&hostile, DAY, "en");
        well_formed(&text);
        assert!(!text.contains("<script") && !text.contains('\u{202e}'), "{folder}: {text}");
        carried += text.matches("&lt;script&gt;").count();
    }
    assert!(carried > 3, "the texts reached {carried} places");
}

#[test]
fn the_feed_is_written_with_everything_and_stamped_as_a_draft() {
    let folder = scratch("subprocessors-feed");
    write(&folder, "privreg.yaml", REGISTER);
    let [out, drafts] = ["out", "drafts"].map(|name| folder.join(name));
    let saas = root().join("examples/saas");
    let run = |arguments: &[&str], out: &std::path::Path| {
        let run = privreg(&[arguments, &["--as-of", DAY, "--out", out.to_str().expect("a path")]].concat());
        assert_eq!(run.code, 0, "{}", run.err);
    };
    run(&["render", "all", saas.to_str().expect("a path"), "--lang", "en"], &out);
    let text = std::fs::read_to_string(out.join("subprocessors.en.atom")).expect("a feed");
    assert!(well_formed(&text).len() > 1, "a starter shows what a feed is: {text}");
    run(&["render", "subprocessors", folder.to_str().expect("a path"), "--format", "atom", "--draft"], &drafts);
    let text = std::fs::read_to_string(drafts.join("subprocessors.en.atom")).expect("a feed");
    assert!(well_formed(&text)[0].1.to_uppercase().starts_with("DRAFT"), "{text}");
    assert_eq!(std::fs::read_dir(&drafts).expect("a folder").count(), 2, "the feed and the manifest");
}

#[test]
fn a_starter_announces_a_sub_processor() {
    let text = markdown(&read("examples/saas"), DAY);
    let planned = "Fjellarkiv AS (keeps a second copy of the backups; Norway) joins Fjordvakt workspace on 4 January 2027. You can object up to and including 16 December 2026.";
    assert!(text.contains(planned), "{text}");
}
