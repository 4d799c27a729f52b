//! Registers through all documents, and templates and style sheets of one's own.

use std::sync::LazyLock;

use privreg::relations::Relations;
use privreg::render::engine::{Engine, Form, STYLE, TEMPLATES, ends_style};
use privreg::render::page::Page;
use privreg::render::policy::{Detail, Scope, cookie_page, policy, short};
use privreg::render::records::{self, Choices, Dialect, Kind, Sheet, Standing};
use privreg::render::words::Words;
use privreg::render::{Maker, contrast};
use privreg::{Law, Options, Register, check};
use regex::Regex;
use serde_json::Value;

use super::seeds;
use super::texts::{csv_rows, law, read, split};

/// The bytes are several files of one register.
pub fn documents(bytes: &[u8]) {
    hold(&split(bytes), &law(bytes));
}

/// The bytes are a template: which one says the first byte.
pub fn templates(bytes: &[u8]) {
    static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
        let files = split(&seeds::whole("examples/minimal"));
        pages(&read(&files), &law(b""), Words::of("en").expect("a language"))
    });
    let Some((first, rest)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let (name, _) = TEMPLATES[usize::from(*first) % TEMPLATES.len()];
    let own = [(name.to_owned(), text.to_owned())];
    let engine = match Engine::new(&own) {
        Ok(engine) => engine,
        Err(error) => return assert!(!error.trim().is_empty(), "an error says nothing"),
    };
    for page in PAGES.iter().take(2) {
        for form in [Form::Markdown, Form::Html, Form::Fragment] {
            // What an error of the template language lists, it lists in no order.
            let (one, other) = (engine.render(page, form, STYLE).ok(), engine.render(page, form, STYLE).ok());
            assert!(one == other, "a template gives two documents");
        }
    }
}

/// The bytes are a style sheet.
pub fn styles(bytes: &[u8]) {
    static PAGE: LazyLock<Page> = LazyLock::new(|| {
        let files = split(&seeds::whole("examples/minimal"));
        pages(&read(&files), &law(b""), Words::of("en").expect("a language")).remove(0)
    });
    let Ok(css) = std::str::from_utf8(bytes) else { return };
    let _ = contrast::problem(css);
    if ends_style(css) {
        return;
    }
    let html = ENGINE.render(&PAGE, Form::Html, css).expect("a page");
    let usual = ENGINE.render(&PAGE, Form::Html, "").expect("a page");
    let (before, after) = usual.split_once("<style>").expect("a style element");
    assert!(html.starts_with(before) && html.ends_with(after), "a style sheet changes more than the style");
    let inside = &html[before.len()..html.len() - after.len()];
    assert!(!inside.to_ascii_lowercase().contains("</style"), "a style sheet ends its element");
}

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(&[]).expect("the shipped templates"));

/// What must hold of all documents of a register, whatever it says.
pub fn hold(files: &[(String, Vec<u8>)], law: &Law) {
    let (register, same) = (read(files), read(files));
    for lang in ["en", "nb", "sv"] {
        let is_promised = register.languages().iter().any(|own| own.base() == lang);
        if !is_promised && lang != "en" {
            continue;
        }
        let words = Words::of(lang).expect("a language");
        let again = pages(&same, law, words);
        let made = pages(&register, law, words);
        assert_eq!(made.len(), again.len());
        for (page, other) in made.iter().zip(&again) {
            for form in [Form::Markdown, Form::Html] {
                let text = ENGINE.render(page, form, STYLE).expect("a page");
                assert!(
                    text == ENGINE.render(other, form, STYLE).expect("a page"),
                    "{} differs when it is made again",
                    page.stem
                );
                if form == Form::Html {
                    assert_is_only_markup_of_ours(&text);
                }
            }
        }
        sheets(&register, law, words);
    }
}

/// Every page there is, as `render all --draft` makes them.
fn pages(register: &Register, law: &Law, words: &'static Words) -> Vec<Page> {
    let relations = Relations::of(register);
    let maker = Maker::new(register, law, &relations, words);
    let report = check(register, law, &Options::default());
    let standing = Standing::of(&report);
    let mut pages = Vec::new();
    for notice in register.notices.iter().filter(|notice| !notice.broken) {
        for detail in [Detail::Plain, Detail::Legal] {
            pages.push(policy(&maker, &Scope::of(&maker, notice, None, detail), &notice.id));
        }
    }
    pages.extend(cookie_page(&maker, "cookies"));
    pages.extend(register.activities.iter().map(|activity| short(&maker, activity, Some("privacy"))));
    pages.push(records::access_reply(&maker, &records::Request::default()));
    pages.push(records::checklist(&maker, Standing::default(), &records::Request::default()));
    pages.push(records::data_map(&maker, standing));
    pages.push(records::dashboard(&maker, &report));
    pages.push(records::board(&maker, &report));
    pages.push(records::index(&maker, standing, &[("privacy.en.html", true)]));
    for page in &mut pages {
        page.draft = Some(words.say("draft"));
        page.annotate = true;
    }
    pages
}

/// Records in every form.
fn sheets(register: &Register, law: &Law, words: &'static Words) {
    let relations = Relations::of(register);
    let maker = Maker::new(register, law, &relations, words);
    for kind in Kind::ALL {
        let own = records::sheet(&maker, kind, Standing::default());
        let layouts = records::LAYOUTS.into_iter().filter_map(records::layout).filter(|layout| layout.is_for(kind));
        for layout in layouts {
            sheet(&maker, &layout.applied(&maker, kind, own.clone()), false);
        }
        sheet(&maker, &own, true);
    }
    let chosen = Choices { by: records::By::System, redact_controllers: true };
    for kind in [Kind::Retention, Kind::ProcessorRecord] {
        sheet(&maker, &records::chosen_sheet(&maker, kind, Standing::default(), chosen), true);
    }
    for make in [records::svg, records::mermaid, records::dot] {
        let drawn = || make(&maker, Standing::default(), None);
        assert!(drawn() == drawn(), "a map differs when it is made again");
    }
}

fn sheet(maker: &Maker<'_>, sheet: &Sheet, in_full: bool) {
    let rows = sheet.rows.len();
    let lang = maker.words.lang;
    assert_eq!(csv_rows(&records::csv(sheet, Dialect::Rfc4180, lang), b','), rows, "rows of {}", sheet.id);
    let delimiter = if lang == "en" { b',' } else { b';' };
    assert_eq!(csv_rows(&records::csv(sheet, Dialect::Excel, lang), delimiter), rows, "rows of {}", sheet.id);
    for annex in &sheet.annexes {
        let bytes = records::annex_csv(sheet, annex, Dialect::Rfc4180, lang);
        assert_eq!(csv_rows(&bytes, b','), annex.rows.len(), "rows of {}", annex.key);
    }
    let json: Value = serde_json::from_slice(&records::json(sheet)).expect("JSON");
    assert_eq!(json["rows"].as_array().expect("rows").len(), rows, "rows of {}", sheet.id);
    if !in_full {
        return;
    }
    let workbook = records::xlsx(maker, sheet).unwrap_or_else(|error| panic!("{}: {error}", sheet.id));
    assert!(workbook == records::xlsx(maker, sheet).expect("a workbook"), "{} differs when it is made again", sheet.id);
    let page = records::page(maker, sheet);
    let html = ENGINE.render(&page, Form::Html, STYLE).expect("a page");
    assert_is_only_markup_of_ours(&html);
    ENGINE.render(&page, Form::Markdown, STYLE).expect("a page");
}

/// Elements and attributes that templates and Markdown of one's own may bring; whatever else stands in a page came
/// from a register and is markup where it should be text.
fn assert_is_only_markup_of_ours(html: &str) {
    const ELEMENTS: &[&str] = &[
        "a",
        "blockquote",
        "body",
        "br",
        "caption",
        "code",
        "del",
        "div",
        "em",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "meta",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "span",
        "strong",
        "style",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "ul",
        "!doctype",
        "tfoot",
        "dl",
        "dt",
        "dd",
        "sup",
        "svg",
        "desc",
        "text",
        "figure",
        "figcaption",
        "g",
        "path",
        "rect",
        "hgroup",
    ];
    const ATTRIBUTES: &[&str] = &[
        "aria-current",
        "aria-label",
        "aria-labelledby",
        "charset",
        "class",
        "content",
        "data-label",
        "data-src",
        "datetime",
        "href",
        "hreflang",
        "http-equiv",
        "id",
        "lang",
        "name",
        "role",
        "scope",
        "start",
        "style",
        "tabindex",
        "title",
        "html",
        "viewbox",
        "xmlns",
        "x",
        "y",
        "d",
        "fill",
        "font-family",
        "font-size",
        "font-weight",
        "stroke",
        "stroke-dasharray",
        "stroke-width",
        "width",
        "height",
        "rx",
    ];
    static TAG: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"</?([a-zA-Z!?][^\s/>]*)((?:"[^"]*"|[^">])*)>"#).expect("a pattern"));
    static ATTRIBUTE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"([^\s="/]+)(?:\s*=\s*(?:"([^"]*)"|([^\s"]+)))?"#).expect("a pattern"));
    let (_, body) = html.split_once("</style>").unwrap_or(("", html));
    let opening = Regex::new(r"<[a-zA-Z/!?]").map_or(0, |mark| mark.find_iter(body).count());
    assert_eq!(TAG.find_iter(body).count(), opening, "an opening bracket begins no element");
    for tag in TAG.captures_iter(body) {
        let element = tag[1].to_ascii_lowercase();
        assert!(ELEMENTS.contains(&&*element), "<{element}> in a page: {}", &tag[0]);
        for attribute in ATTRIBUTE.captures_iter(&tag[2]) {
            let name = attribute[1].to_ascii_lowercase();
            assert!(ATTRIBUTES.contains(&&*name), "`{name}` in a page: {}", &tag[0]);
            let value = attribute.get(2).map_or("", |value| value.as_str());
            if name == "href" {
                let plain: String = value.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
                let plain = plain.to_lowercase().replace("&#x3a;", ":").replace("&colon;", ":");
                assert!(!["javascript:", "vbscript:", "data:", "//"].iter().any(|bad| plain.starts_with(bad)), "{value}");
            }
        }
    }
}
