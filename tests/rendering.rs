//! Documents: complete, the same in every language, harmless whatever a register holds, and the same bytes each time.
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]

use std::collections::BTreeSet;
use std::path::Path;

use crate::common::documents::{HOSTILE, engine, folders, law, read, with_texts, words_of_docx};
use crate::common::{privreg, scratch, snapshot, write};
use privreg::Register;
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::docx::docx;
use privreg::render::engine::{Form, STYLE};
use privreg::render::page::{Block, Line, Page, Section};
use privreg::render::policy::{Detail, Scope, cookie_page, languages, policy};
use privreg::render::words::Words;

/// Pages of all notices of a register, in all languages it promises.
fn pages(register: &Register) -> Vec<Page> {
    let law = law();
    let relations = Relations::of(register);
    let mut pages = Vec::new();
    for notice in &register.notices {
        for lang in languages(register, notice) {
            let maker = Maker::new(register, &law, &relations, Words::of(lang).expect("a language"));
            let scope = Scope::of(&maker, notice, None, Detail::Plain);
            pages.push(policy(&maker, &scope, &notice.id));
            assert_eq!(maker.missing(), Vec::<String>::new(), "{} in {lang}", notice.id);
        }
    }
    pages
}

fn all_lines(page: &Page) -> Vec<&Line> {
    fn of_block<'p>(block: &'p Block, lines: &mut Vec<&'p Line>) {
        match block {
            Block::Paragraph { line, .. } => lines.push(line),
            Block::List { items } => {
                for item in items {
                    lines.push(&item.line);
                    lines.extend(&item.items);
                }
            }
            Block::Table(table) => lines.extend(table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines)),
            Block::Box { lines: own, .. } => lines.extend(own),
            Block::Own { .. } => {}
        }
    }
    let mut lines = Vec::new();
    page.intro.iter().for_each(|block| of_block(block, &mut lines));
    for section in page.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.sections)) {
        section.blocks.iter().for_each(|block| of_block(block, &mut lines));
    }
    lines
}

fn section<'p>(page: &'p Page, id: &str) -> Option<&'p Section> {
    page.sections.iter().find(|section| section.id == id)
}

/// Anchors and numbers of rows: what must not differ between languages.
fn shape(page: &Page) -> Vec<(String, Vec<usize>)> {
    let sizes = |section: &Section| {
        section
            .blocks
            .iter()
            .map(|block| match block {
                Block::List { items } => items.len(),
                Block::Table(table) => table.rows.len(),
                Block::Box { lines, .. } => lines.len(),
                _ => 1,
            })
            .collect()
    };
    let all = page.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.sections));
    all.map(|section| (section.id.clone(), sizes(section))).collect()
}

#[test]
fn every_part_that_the_law_asks_for_is_there() {
    for folder in folders() {
        let register = read(&folder);
        for page in pages(&register) {
            let ids: Vec<&str> = page.sections.iter().map(|section| section.id.as_str()).collect();
            for id in ["key-facts", "controller", "purposes", "required", "recipients", "rights"] {
                assert!(ids.contains(&id), "{folder} {}: no {id} in {ids:?}", page.lang);
            }
            let text: String = all_lines(&page).iter().map(|line| line.plain() + "\n").collect();
            assert!(!text.contains('\u{0}'), "{folder}: a placeholder is left");
            let rights = section(&page, "rights").expect("rights");
            let is_complaint = |block: &Block| matches!(block, Block::Paragraph { id: Some(id), .. } if id == "complaint");
            assert!(rights.blocks.iter().any(is_complaint), "{folder}: no authority");
        }
    }
}

#[test]
fn the_right_to_object_stands_in_its_own_box_only_where_it_applies() {
    for folder in folders() {
        let register = read(&folder);
        for page in pages(&register) {
            let has_interests = section(&page, "interests").is_some();
            let has_box = section(&page, "rights").is_some_and(|rights| {
                rights.blocks.iter().any(|block| matches!(block, Block::Box { id, .. } if id == "right-object"))
            });
            assert!(!has_interests || has_box, "{folder}: interests and no right to object");
        }
    }
}

#[test]
fn the_key_facts_are_short() {
    for folder in folders() {
        let register = read(&folder);
        for page in pages(&register) {
            let Block::List { items } = &section(&page, "key-facts").expect("key facts").blocks[0] else { panic!("a list") };
            let words: usize = items.iter().map(|item| item.line.plain().split_whitespace().count()).sum();
            assert!(words <= 120, "{folder} {}: {words} words", page.lang);
            assert!(items.len() >= 4, "{folder}: {} key facts", items.len());
        }
    }
}

#[test]
fn all_languages_have_the_same_parts_and_rows() {
    for folder in folders() {
        let register = read(&folder);
        let pages = pages(&register);
        for page in &pages {
            let first = pages
                .iter()
                .find(|other| other.languages.iter().map(|own| &own.file_md).eq(page.languages.iter().map(|own| &own.file_md)));
            assert_eq!(shape(first.expect("itself at least")), shape(page), "{folder}: {}", page.lang);
        }
    }
}

#[test]
fn decisions_are_numbered_as_the_language_numbers_them() {
    let pages = pages(&read("examples/saas"));
    for (lang, number, other) in [("en", "2002/2/EC", "2002/2/EF"), ("nb", "2002/2/EF", "2002/2/EC")] {
        let of_lang = || pages.iter().filter(|page| page.lang == lang).flat_map(all_lines);
        assert!(of_lang().any(|line| line.plain().contains(number)), "{lang}");
        assert!(!of_lang().any(|line| line.plain().contains(other)), "{lang}");
    }
}

#[test]
fn every_sentence_says_where_it_comes_from() {
    for folder in folders() {
        let register = read(&folder);
        for page in pages(&register) {
            for line in all_lines(&page) {
                assert!(!line.src.is_empty(), "{folder}: {}", line.plain());
            }
        }
    }
}

#[test]
fn anchors_are_unique_on_a_page() {
    let id = regex::Regex::new(r#" id="([^"]*)""#).expect("a pattern");
    for folder in folders() {
        let register = read(&folder);
        for page in pages(&register) {
            let html = engine().render(&page, Form::Html, STYLE).expect("a page");
            let mut seen = BTreeSet::new();
            for found in id.captures_iter(&html) {
                assert!(seen.insert(found[1].to_owned()), "{folder}: {} stands twice", &found[1]);
            }
        }
    }
}

#[test]
fn pages_run_nothing_and_fetch_nothing() {
    for folder in folders() {
        for page in pages(&read(&folder)) {
            let html = engine().render(&page, Form::Html, STYLE).expect("a page");
            assert!(
                html.contains("Content-Security-Policy") && html.contains(&format!("<html lang=\"{}\">", page.lang)),
                "{folder}"
            );
            for forbidden in ["<script", "<img", "rel=\"stylesheet", "rel=\"icon", "@import", "url("] {
                assert!(!html.contains(forbidden), "{folder}: {forbidden}");
            }
            assert!(html.len() < 150 * 1024, "{folder}: {} bytes", html.len());
        }
    }
}

#[test]
fn pages_name_their_versions_where_the_register_says_in_which_folder_they_stand() {
    let text = std::fs::read_to_string(crate::common::root().join("examples/clinic/privreg.yaml")).expect("a register");
    let at = |url: &str| {
        let start = text.find("\nnotices:").expect("notices");
        let id = start + 1 + text[start + 1..].find("\n  ").expect("a notice") + 1;
        let end = id + text[id..].find('\n').expect("a line") + 1;
        let without = text[end..].replace("\n    url:", "\n    x-url:");
        let mut sources = privreg::Sources::default();
        sources.add("privreg.yaml", "privreg.yaml", format!("{}    url: {url}\n{without}", &text[..end]));
        let page = pages(&Register::read(sources)).swap_remove(0);
        engine().render(&page, Form::Html, STYLE).expect("a page")
    };
    let folder = at("https://www.clinic.example/privacy/");
    assert_eq!(folder.matches("rel=\"canonical\"").count(), 1);
    for lang in ["sv", "en", "nb", "x-default"] {
        assert!(folder.contains(&format!("hreflang=\"{lang}\" href=\"https://www.clinic.example/privacy/")), "{lang}");
    }
    assert!(!at("https://www.clinic.example/privacy").contains("<link"));
}

#[test]
fn the_same_register_gives_the_same_bytes() {
    for folder in ["registers/repaired/attend", "examples/shop"] {
        let once: Vec<String> =
            pages(&read(folder)).iter().map(|page| engine().render(page, Form::Html, STYLE).expect("a page")).collect();
        let again: Vec<String> =
            pages(&read(folder)).iter().map(|page| engine().render(page, Form::Html, STYLE).expect("a page")).collect();
        assert_eq!(once, again, "{folder}");
    }
}

#[test]
fn a_rendered_policy_reads_as_before() {
    for page in pages(&read("registers/repaired/attend")) {
        let markdown = engine().render(&page, Form::Markdown, STYLE).expect("a page");
        snapshot(&format!("tests/golden/policy-attend.{}.md", page.lang), &markdown);
    }
}

#[test]
fn a_word_document_holds_every_line_in_its_language() {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for folder in folders() {
        let register = read(&folder);
        for page in pages(&register) {
            let bytes = docx(&page).expect("a document");
            let text = squeezed(&words_of_docx(&bytes));
            for line in all_lines(&page) {
                assert!(text.contains(&squeezed(&line.plain())), "{folder}: {}", line.plain());
            }
            for heading in page.sections.iter().flat_map(|own| std::iter::once(own).chain(&own.sections)).map(|own| &own.heading)
            {
                assert!(text.contains(&squeezed(heading)), "{folder}: {heading}");
            }
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
            let styles = std::io::read_to_string(archive.by_name("word/styles.xml").expect("styles")).expect("UTF-8");
            let lang = [("en", "en-GB"), ("nb", "nb-NO"), ("sv", "sv-SE")].iter().find(|(tag, _)| *tag == page.lang);
            assert!(styles.contains(&format!("<w:lang w:val=\"{}\"", lang.expect("a language").1)), "{folder}");
        }
    }
}

#[test]
fn a_draft_is_stamped_on_every_page_of_a_word_document() {
    let mut page = pages(&read("examples/minimal")).remove(0);
    let stamped = |page: &Page| words_of_docx(&docx(page).expect("a document")).contains("DRAFT 7");
    assert!(!stamped(&page));
    page.draft = Some("DRAFT 7".into());
    assert!(stamped(&page));
}

#[test]
fn hostile_texts_are_only_texts() {
    let in_tag = regex::Regex::new("<[^>]*onmouseover").expect("a pattern");
    let values = regex::Regex::new(r#"="[^"]*""#).expect("a pattern");
    for folder in ["examples/minimal", "examples/saas", "registers/repaired/aize"] {
        let register = with_texts(folder, |_, _| Some(HOSTILE.to_owned()));
        let law = law();
        let relations = Relations::of(&register);
        assert!(!register.notices.is_empty(), "{folder}");
        for notice in &register.notices {
            let maker = Maker::new(&register, &law, &relations, Words::of("en").expect("English"));
            let scope = Scope::of(&maker, notice, None, Detail::Legal);
            for page in [Some(policy(&maker, &scope, "x")), cookie_page(&maker, "x")].into_iter().flatten() {
                let html = engine().render(&page, Form::Html, STYLE).expect("a page");
                for forbidden in ["<script", "href=\"javascript", "</style> <!--", "<!-- "] {
                    assert!(!html.contains(forbidden), "{folder}: {forbidden}");
                }
                assert!(!in_tag.is_match(&values.replace_all(&html, "")), "{folder}: an attribute of the text's own");
                assert_eq!(html.matches("</style>").count(), 1, "{folder}");
                assert!(html.contains("&lt;script&gt;") && html.contains("7*7"), "{folder}");
                let word = words_of_docx(&docx(&page).expect("a document"));
                assert!(word.contains("<script>") && word.contains("{{ 7*7 }}"), "{folder}: the texts are in the document");
                let markdown = engine().render(&page, Form::Markdown, STYLE).expect("a page");
                let mut shown = String::new();
                pulldown_cmark::html::push_html(
                    &mut shown,
                    pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::ENABLE_TABLES),
                );
                for forbidden in ["<script", "href=\"javascript"] {
                    assert!(!shown.contains(forbidden), "{folder}: {forbidden} in Markdown");
                }
            }
        }
    }
}

#[test]
fn nothing_internal_is_published() {
    for folder in folders() {
        let register = with_texts(&folder, |_, is_public| (!is_public).then(|| "canary-17".to_owned()));
        for page in pages_lenient(&register) {
            let html = engine().render(&page, Form::Html, STYLE).expect("a page");
            assert!(!html.contains("canary-17"), "{folder}: {}", around(&html, "canary-17"));
            let word = words_of_docx(&docx(&page).expect("a document"));
            assert!(!word.contains("canary-17"), "{folder}: {}", around(&word, "canary-17"));
        }
    }
}

fn pages_lenient(register: &Register) -> Vec<Page> {
    let law = law();
    let relations = Relations::of(register);
    let maker = Maker::new(register, &law, &relations, Words::of("en").expect("English"));
    let notices = register.notices.iter();
    notices
        .map(|notice| policy(&maker, &Scope::of(&maker, notice, None, Detail::Plain), "x"))
        .chain(cookie_page(&maker, "x"))
        .collect()
}

fn around<'t>(text: &'t str, word: &str) -> &'t str {
    let at = text.find(word).unwrap_or(0);
    let start = text[..at].char_indices().rev().nth(120).map_or(0, |(at, _)| at);
    &text[start..at]
}

#[test]
fn renders_are_written_checked_and_never_over_other_peoples_files() {
    let out = scratch("render");
    let out_text = out.to_str().expect("UTF-8");
    let render = |more: &[&str]| {
        let mut arguments =
            vec!["render", "policy", "registers/repaired/attend", "--out", out_text, "--as-of", crate::common::DAY];
        arguments.extend(more);
        privreg(&arguments)
    };
    let first = render(&["--check"]);
    assert_eq!(first.code, 1, "{}", first.out);
    assert!(!Path::new(&out).join("privacy.en.html").exists());
    let done = render(&[]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert_eq!(render(&["--check"]).code, 0);
    write(&out, "privacy.en.md", "my own text\n");
    let refused = render(&[]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("was not written by privreg"), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(out.join("privacy.en.md")).expect("a file"), "my own text\n");
    assert_eq!(render(&["--force"]).code, 0);
}

#[test]
fn a_register_with_errors_is_rendered_only_as_a_stamped_draft() {
    let refused = privreg(&["render", "policy", "registers/published/attend", "--stdout", "--as-of", crate::common::DAY]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("--draft"), "{}", refused.err);
    let draft = privreg(&[
        "render",
        "policy",
        "registers/published/attend",
        "--stdout",
        "--draft",
        "--format",
        "md",
        "--lang",
        "en",
        "--as-of",
        crate::common::DAY,
    ]);
    assert_eq!(draft.code, 0, "{}", draft.err);
    assert!(draft.out.contains("> **Draft"), "{}", draft.out);
}

#[test]
fn a_broken_template_is_one_error_with_its_place() {
    let folder = scratch("templates");
    write(&folder, "page.md", "# {{ title }}\n\n{{ no_such_thing }}\n");
    let own = folder.to_str().expect("UTF-8");
    let run = privreg(&[
        "render",
        "policy",
        "examples/shop",
        "--stdout",
        "--format",
        "md",
        "--lang",
        "en",
        "--templates",
        own,
        "--as-of",
        crate::common::DAY,
    ]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("no_such_thing") && run.err.contains("page.md"), "{}", run.err);
}

#[test]
fn a_missing_translation_is_named() {
    let run =
        privreg(&["render", "policy", "registers/repaired/workitems", "--stdout", "--lang", "nb", "--as-of", crate::common::DAY]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("texts are missing in nb"), "{}", run.err);
}

#[test]
fn a_short_notice_says_who_why_and_where_to_read_more() {
    let run = privreg(&[
        "render",
        "short",
        "examples/minimal",
        "--activity",
        "newsletter",
        "--stdout",
        "--format",
        "md",
        "--lang",
        "en",
        "--as-of",
        crate::common::DAY,
    ]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("Art. 6(1)(a)") && run.out.contains("privacy.en.html#p-newsletter"), "{}", run.out);
}

#[test]
fn a_short_notice_links_to_the_notice_that_covers_its_activity() {
    let render = |target: &str, more: &[&str]| {
        let usual =
            ["render", target, "examples/shop", "--stdout", "--format", "md", "--lang", "en", "--as-of", crate::common::DAY];
        let run = privreg(&[&usual[..], more].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        run.out
    };
    let short = render("short", &["--activity", "customer-service"]);
    assert!(short.contains("(customers.en.html#p-customer-service)"), "{short}");
    assert!(short.contains("uses contact details and support cases for this"), "{short}");
    assert!(render("policy", &["--notice", "customers"]).contains("{#p-customer-service}"));
    let text = "
organisation: {name: Eksempel AS, country: NO, languages: [en]}
activities:
  sales: {name: Sales, data_subjects: [customers], purposes: {sell: {name: Sell}}}
";
    let mut sources = privreg::Sources::default();
    sources.add("privreg.yaml", "privreg.yaml", text);
    let register = Register::read(sources);
    let (law, relations) = (law(), Relations::of(&register));
    let maker = Maker::new(&register, &law, &relations, Words::of("en").expect("a language"));
    let page = privreg::render::policy::short(&maker, &register.activities[0], None);
    assert!(all_lines(&page).iter().all(|line| line.src != "words.short-more"), "no notice covers it, so there is no page");
}

#[test]
fn key_facts_name_the_same_purposes_in_every_language() {
    let pages = pages(&read("examples/shop"));
    for (lang, said) in [
        ("en", "If you say yes: send the newsletter to those who signed up, and more."),
        ("nb", "Hvis du sier ja: sende nyhetsbrev til dem som har meldt seg på, med mer."),
        ("sv", "Om du säger ja: skicka nyhetsbrev till dem som har anmält sig, med mera."),
    ] {
        let page = pages.iter().find(|page| page.lang == lang && page.stem == "customers").expect("a page");
        let facts = says(page, "key-facts");
        assert!(facts.contains(said), "{facts}");
    }
}

#[test]
fn a_notice_for_employees_does_not_list_the_cookies_of_the_site() {
    for page in pages(&read("examples/shop")) {
        assert_eq!(section(&page, "cookies").is_some(), page.stem == "customers", "{} in {}", page.stem, page.lang);
    }
    // Who has one notice only has no other place for them.
    let register = |more: &str| {
        format!(
            "
organisation: {{name: Eksempel AS, country: NO, languages: [en]}}
cookies: {{basket: {{for: necessary, set_by: us, lasts: session, text: Keeps the basket}}}}
activities:
  pay: {{name: Pay, data_subjects: [employees], purposes: {{pay: {{name: Pay}}}}}}
  sales: {{name: Sales, data_subjects: [customers], purposes: {{sell: {{name: Sell}}}}}}
notices:
  staff: {{covers: [pay]}}
{more}"
        )
    };
    assert!(section(&page_of(&register(""), "en"), "cookies").is_some());
    assert!(
        section(
            &page_of(
                &register(
                    "  site: {covers: [sales]}
"
                ),
                "en"
            ),
            "cookies"
        )
        .is_none()
    );
}

/// A page of a register of one file.
fn page_of(text: &str, lang: &str) -> Page {
    let mut sources = privreg::Sources::default();
    sources.add("privreg.yaml", "privreg.yaml", text);
    let register = Register::read(sources);
    assert!(register.problems.is_empty(), "{:?}", register.problems);
    let law = law();
    let relations = Relations::of(&register);
    let maker = Maker::new(&register, &law, &relations, Words::of(lang).expect("a language"));
    policy(&maker, &Scope::of(&maker, &register.notices[0], None, Detail::Plain), "privacy")
}

fn says(page: &Page, id: &str) -> String {
    let lines = section(page, id).map(|own| Page { intro: Vec::new(), sections: vec![own.clone()], ..page.clone() });
    lines.as_ref().map_or(Vec::new(), all_lines).iter().map(|line| line.plain() + "\n").collect()
}

const NAMES: &str = r#"
organisation: {name: Eksempel AS, country: NO, email: post@eksempel.example, languages: [nb, sv]}
data_categories:
  address-site: {name: {nb: Din IP-adresse, sv: Din IP-adress}}
  address-work: {name: {nb: Din IP-adresse, sv: Din IP-adress}}
  customer-data: {name: {nb: Customer Data, sv: Customer Data}}
sources:
  kartverket: {name: {nb: Kartverket, sv: Kartverket}, kind: public-register}
activities:
  sales:
    name: {nb: Salg, sv: Försäljning}
    data_subjects: [customers]
    data_categories:
      address-site: {sources: [brreg]}
      address-work:
      customer-data:
    sources:
      brreg: {data_categories: [address-site, address-work, customer-data]}
      their-employer: {data_categories: [address-site]}
      kartverket: {data_categories: [customer-data]}
    collection:
      order:
        when: {nb: Når du bestiller, sv: När du beställer}
        sources: [their-employer, kartverket]
        data_categories: [address-work, address-site]
    purposes:
      sell:
        name: {nb: Selge, sv: Sälja}
        legal_basis: legitimate-interests
        interest: {nb: Selge, sv: Sälja}
    recipients: [bank]
notices:
  site: {covers: [sales]}
"#;

#[test]
fn a_name_that_several_kinds_of_data_share_is_said_once() {
    let page = page_of(NAMES, "nb");
    for id in ["purposes", "sources", "collection"] {
        assert!(!says(&page, id).to_lowercase().contains("din ip-adresse, din ip-adresse"), "{}", says(&page, id));
    }
    assert!(says(&page, "sources").contains("din IP-adresse, Customer Data"), "{}", says(&page, "sources"));
}

#[test]
fn names_of_sources_keep_their_capital_inside_a_sentence() {
    let page = page_of(NAMES, "nb");
    let (first, sources) = (says(&page, "key-facts"), says(&page, "sources"));
    assert!(first.contains("andre: Brønnøysundregistrene, arbeidsgiveren din og Kartverket."), "{first}");
    assert!(sources.contains("Fra: arbeidsgiveren din og Kartverket."), "{sources}");
}

#[test]
fn a_role_is_said_once_and_of_one_recipient_as_of_many() {
    for (lang, role) in
        [("nb", "Bestemmer selv hvordan opplysningene brukes der"), ("sv", "Bestämmer på egen hand hur uppgifterna används")]
    {
        let recipients = says(&page_of(NAMES, lang), "recipients");
        assert_eq!(recipients.matches(role).count(), 1, "{recipients}");
    }
}

#[test]
fn measures_are_said_once_and_kept_apart() {
    let measures = |text: &str| {
        let mut sources = privreg::Sources::default();
        sources.add("privreg.yaml", "privreg.yaml", format!("security_measures:\n{text}"));
        let register = Register::read(sources);
        let (law, relations) = (law(), Relations::of(&register));
        let maker = Maker::new(&register, &law, &relations, Words::of("sv").expect("Swedish"));
        maker.measures(&register.security_measures.iter().filter(|own| own.node.is_some()).collect::<Vec<_>>())
    };
    let built_in =
        measures("  at-rest: {includes: [encryption-at-rest]}\n  all: {includes: [encryption-at-rest, access-control]}\n");
    assert_eq!(built_in.to_lowercase().matches("kryptering").count(), 1, "{built_in}");
    assert_eq!(measures("  a: {name: {sv: 'Kryptering, alltid'}}\n  b: {name: {sv: Loggar}}\n"), "Kryptering, alltid; loggar");
}

const ALOUD: &str = r#"
organisation:
  name: Exempel AB
  country: SE
  address: Exempelgatan 1, 000 00 Exempelstad, Sweden
  email: info@exempel.example
  languages: [en, sv]
data_categories:
  tickets: {name: {en: Tickets, sv: Ärenden}}
  log: {name: {en: Log, sv: Logg}, fields: [{en: page and time, sv: sida och tid}, {en: browser, sv: webbläsare}]}
retention:
  year: {text: {en: 1 year after the last contact, sv: 1 år efter den senaste kontakten}, why: {en: To answer you, sv: För att svara dig}}
recipients:
  the-desk:
    name: {en: The Desk, sv: Supportbolaget}
    role: processor
    does: {en: runs the support desk, sv: driver supporten}
    country: US
    access_from: [GB]
    services:
      desk: {does: {en: support desk, sv: supporten}}
      mailwash: {does: {en: mailwash, sv: posttvätt}}
    transfers: {US: {mechanism: sccs, module: 2}, GB: adequacy}
activities:
  support:
    name: {en: Support, sv: Support}
    data_subjects: [customers]
    data_categories: {contact-details: year, log: year, tickets: 3 years after last-contact}
    recipients:
      the-desk: {data_categories: [log]}
      public:
    purposes:
      answer:
        name: {en: Answer, sv: Svara}
        legal_basis: legitimate-interests
        interest: {en: Answer, sv: Svara}
        recipients: [the-desk, public]
      offer:
        name: {en: Offer, sv: Erbjuda}
        legal_basis: legitimate-interests
        interest: {en: Sell, sv: Sälja}
        channels: [email, post]
  web:
    name: {en: Web, sv: Webb}
    data_subjects: [customers]
    data_categories: {log: session}
    recipients:
      the-desk: {data_categories: [log, contact-details]}
    purposes:
      show:
        name: {en: Show, sv: Visa}
        legal_basis: legitimate-interests
        interest: {en: Show, sv: Visa}
notices:
  site: {covers: [support, web], updates: {channels: [web, email], ahead: 14 days}}
"#;

fn aloud(lang: &str, id: &str, said: &[(&str, usize)]) {
    let text = says(&page_of(ALOUD, lang), id);
    for (words, times) in said {
        assert_eq!(text.matches(words).count(), *times, "`{words}` in {lang}: {text}");
    }
}

#[test]
fn an_address_ends_in_its_country_once_and_in_the_language_of_the_document() {
    aloud("sv", "controller", &[("Exempelstad, Sverige,", 1), ("Sweden", 0)]);
    aloud("en", "controller", &[("Exempelstad, Sweden,", 1)]);
}

#[test]
fn a_reason_that_several_kinds_of_data_share_is_said_once() {
    aloud("sv", "data", &[("För att svara dig", 1), ("sida och tid, och webbläsare", 1)]);
    aloud("en", "data", &[("To answer you", 1)]);
}

#[test]
fn recipients_are_told_of_in_sentences() {
    let english = [
        ("Support desk", 0),
        ("Mailwash", 1),
        ("Gets: ", 1),
        ("Gets: log, contact details.", 1),
        ("Looked at from the United Kingdom", 1),
        ("Can see what we publish", 1),
        ("In charge", 0),
    ];
    aloud("en", "recipients", &english);
    aloud("sv", "recipients", &[("Posttvätt", 1), ("Kan se det vi publicerar", 1), ("Bestämmer", 0)]);
    aloud("en", "purposes", &[("Goes to: the public.", 1)]);
}

#[test]
fn channels_have_their_preposition() {
    aloud("en", "purposes", &[("We reach you by e-mail and by letter.", 1)]);
    aloud("sv", "changes", &[("Vi meddelar dig på webbplatsen och via e-post minst 14 dagar före en ändring", 1)]);
}

#[test]
fn a_session_is_no_beginning_of_a_span() {
    aloud("en", "key-facts", &[("until the session ends (log), at most 3 years", 1), ("from until", 0)]);
}

/// It stands in every page.
#[test]
fn the_style_sheet_stays_small() {
    assert!(STYLE.len() <= 4096, "{} bytes", STYLE.len());
}

/// Names that a notice may not have are those of all other documents.
#[test]
fn a_notice_named_like_a_document_is_found_and_refused() {
    let folder = scratch("rendering-names");
    let render = |arguments: &[&str]| privreg(&[&["render", "--as-of", crate::common::DAY, "--draft"], arguments].concat());
    let mut stems = BTreeSet::new();
    for starter in crate::common::documents::STARTERS {
        let (register, out) = (format!("examples/{starter}"), folder.join(starter));
        let run = render(&["all", &register, "--out", &out.to_string_lossy()]);
        assert_eq!(run.code, 0, "{}", run.err);
        let manifest = std::fs::read(out.join("manifest.json")).expect("a manifest");
        let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("JSON");
        let documents = manifest["documents"].as_object().expect("documents").iter();
        let others = documents.filter(|(_, about)| about["document"] != "policy");
        stems.extend(others.map(|(name, _)| name.split('.').next().expect("a name").to_owned()));
    }
    assert!(stems.len() > 10, "{stems:?}");
    let free: Vec<&String> = stems.iter().filter(|stem| !privreg::notices::is_taken(stem)).collect();
    assert!(free.is_empty(), "{free:?} are names of documents");

    let text = std::fs::read_to_string(crate::common::root().join("examples/minimal/privreg.yaml")).expect("a register");
    let notice = "notices:\n  dashboard: {covers: [newsletter], version: \"1\"}\n";
    write(&folder, "r/privreg.yaml", text.replacen("notices:\n", notice, 1));
    let register = folder.join("r").to_string_lossy().into_owned();
    let found = privreg(&["validate", &register, "--format", "short"]);
    assert!(found.code == 1 && found.out.contains("error PR023 `dashboard`"), "{}", found.out);
    let out = folder.join("out").to_string_lossy().into_owned();
    let run = render(&["all", &register, "--out", &out]);
    assert!(run.code == 2 && run.err.contains("Two documents would be called dashboard.en."), "{}{}", run.out, run.err);
    // One after the other into one folder as well.
    assert_eq!(render(&["policy", &register, "--out", &out]).code, 0);
    let run = render(&["dashboard", &register, "--out", &out]);
    assert!(run.code == 2 && run.err.contains("is another document (policy)"), "{}{}", run.out, run.err);
}
