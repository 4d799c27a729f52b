//! What the format calls internal stands in no document for the public, in any form.

use privreg::decode::Shape;
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::engine::Form;
use privreg::render::page::Page;
use privreg::render::policy::{self, Detail, Scope};
use privreg::render::records::{self, Kind, Standing};
use privreg::render::words::Words;

use crate::common::documents::{engine, law, words_of_docx};
use crate::common::format::{Written, found, name_of};
use crate::common::forms::Value;

/// A text that stands nowhere else, for each internal field that holds one.
fn marked(value: &Value, shape: &Shape, number: usize) -> Option<Value> {
    let Value::Scalar(_, is_marked) = value else { return None };
    let text = match shape {
        Shape::String | Shape::Text => format!("Canary{number}x"),
        Shape::Scalar("e-mail address", _) => format!("Canary{number}x@example.org"),
        Shape::Scalar("address or path", _) => format!("https://example.org/Canary{number}x"),
        // No day of the register lies in these years.
        Shape::Scalar("date", _) => (chrono::NaiveDate::from_ymd_opt(1950, 1, 1)? + chrono::Days::new(number as u64)).to_string(),
        _ => return None,
    };
    Some(Value::Scalar(text, *is_marked))
}

/// The register with a mark in each internal field, and the fields by their marks.
fn with_marks(written: &Written) -> (Written, Vec<String>) {
    let mut register = written.clone();
    let mut fields = Vec::new();
    for place in written.places().iter().filter(|place| !place.field.is_public) {
        let value = written.get(&place.path).and_then(|value| marked(value, &place.shape, fields.len()));
        if let Some(value) = value {
            register = register.with(&place.path, value);
            fields.push(name_of(place.field));
        }
    }
    (register, fields)
}

/// Every page for the public, with the words of its other forms.
fn public(written: &Written) -> Vec<(String, String)> {
    let register = written.read();
    assert_eq!(register.problems.len(), 0, "{:?}", register.problems.first());
    let (law, relations) = (law(), Relations::of(&register));
    let words = Words::of("en").expect("English");
    let maker = Maker::new(&register, &law, &relations, words);
    let standing = Standing::of(&found(&register));
    let notices = register.notices.iter().flat_map(|notice| {
        [Detail::Plain, Detail::Legal].map(|detail| policy::policy(&maker, &Scope::of(&maker, notice, None, detail), &notice.id))
    });
    let short = register.activities.iter().map(|activity| policy::short(&maker, activity, Some("privacy")));
    let mut pages: Vec<Page> = notices.chain(policy::cookie_page(&maker, "cookies")).chain(short).collect();
    let mut all = Vec::new();
    for kind in Kind::ALL {
        let sheet = records::sheet(&maker, kind, standing);
        if sheet.is_public {
            all.push((sheet.stem.clone(), String::from_utf8(records::json(&sheet)).expect("UTF-8")));
            pages.push(records::page(&maker, &sheet));
        }
    }
    let feed = records::atom(&maker, None).expect("a feed");
    all.push(("feed".to_owned(), String::from_utf8(feed).expect("UTF-8")));
    let engine = engine();
    for page in pages.iter().filter(|page| !page.internal) {
        let forms = engine.render_each(page, &[Form::Html, Form::Markdown], "").expect("a page");
        all.extend(forms.into_iter().map(|text| (page.stem.clone(), text)));
        let word = privreg::render::docx::docx(page).expect("a document");
        all.push((page.stem.clone(), words_of_docx(&word)));
    }
    all
}

/// The register as if everything in it went on: notices leave out what has ended.
fn going_on(written: &Written) -> Written {
    let tables = ["activity", "processing_for"].into_iter().flat_map(|table| written.at(table));
    let fields = tables.flat_map(|table| ["status", "ended"].map(|field| [table.clone(), vec![field.to_owned()]].concat()));
    let there = fields.filter(|path| written.get(path).is_some());
    there.fold(written.clone(), |register, path| register.without(&path))
}

#[test]
fn no_internal_field_stands_in_a_public_document() {
    let (register, fields) = with_marks(&Written::of("tests/data/kitchen-sink"));
    assert!(fields.len() > 80, "{} internal fields are marked", fields.len());
    let mut leaks: Vec<String> = Vec::new();
    let documents = public(&register).into_iter().chain(public(&going_on(&register)));
    for (document, text) in documents {
        let text = text.to_lowercase();
        for (number, field) in fields.iter().enumerate() {
            if text.contains(&format!("canary{number}x")) {
                leaks.push(format!("{field} in {document}"));
            }
        }
        for year in (1950..1960).map(|year: u32| year.to_string()).filter(|year| text.contains(year.as_str())) {
            leaks.push(format!("a day of {year} in {document}"));
        }
    }
    leaks.sort();
    leaks.dedup();
    assert!(leaks.is_empty(), "internal, and published: {leaks:#?}");
}
