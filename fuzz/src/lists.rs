//! Lists and single definitions, with words that people type.

use std::sync::LazyLock;

use privreg::list::{self, Condition, Context, Selection, What, show};
use privreg::output::{ListFormat, list as shown};
use privreg::{Law, Register};

use super::seeds;
use super::texts::{assert_harmless, csv_rows, law, read, split};

const WHATS: [What; 13] = [
    What::Activities,
    What::Purposes,
    What::Recipients,
    What::Systems,
    What::DataCategories,
    What::DataSubjects,
    What::Transfers,
    What::Retention,
    What::Cookies,
    What::LegalBases,
    What::Reviews,
    What::Assessments,
    What::Suppressions,
];

/// The bytes are lines: a condition, columns, a column to sort by, an id, and after that a register; without it one of
/// the starters.
pub fn lists(bytes: &[u8]) {
    static STARTER: LazyLock<Register> = LazyLock::new(|| read(&split(&seeds::whole("examples/saas"))));
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.splitn(5, '\n');
    let mut next = || lines.next().unwrap_or("");
    let (condition, columns, sort, id, rest) = (next(), next(), next(), next(), next());
    let own = (!rest.is_empty()).then(|| read(&split(rest.as_bytes())));
    let register = own.as_ref().unwrap_or(&STARTER);
    hold(register, &law(bytes), [condition, columns, sort, id]);
    let _ = privreg::explain::find(id);
    let _ = privreg::rules::nearest(id);
}

fn hold(register: &Register, law: &Law, [condition, columns, sort, id]: [&str; 4]) {
    let context = Context::new(register, law);
    let selection = Selection {
        conditions: Condition::parse(condition).into_iter().collect(),
        columns: columns.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        sort: Some(sort.to_owned()).filter(|sort| !sort.is_empty()),
        all_columns: false,
    };
    for what in WHATS {
        for selection in [&selection, &Selection { all_columns: true, ..Selection::default() }] {
            let Ok(table) = selection.of(list::of(what, &context)) else { continue };
            let (rows, width) = (table.rows.len(), table.columns.len());
            assert!(table.rows.iter().all(|row| row.len() == width), "{what:?} has rows of several widths");
            if width == 0 {
                continue;
            }
            assert_eq!(csv_rows(shown(ListFormat::Csv, &table, None).as_bytes(), b','), rows, "{what:?} as CSV");
            let json: serde_json::Value = serde_json::from_str(&shown(ListFormat::Json, &table, None)).expect("JSON");
            assert_eq!(json.as_array().expect("a list").len(), rows, "{what:?} as JSON");
            let markdown = shown(ListFormat::Md, &table, None);
            assert_eq!(markdown.lines().count(), rows + 2, "{what:?} in Markdown");
            assert_harmless(&markdown, "a list in Markdown");
            for limit in [None, Some(20), Some(80)] {
                assert_harmless(&shown(ListFormat::Table, &table, limit), "a list");
            }
        }
    }
    let _ = show::show(&context, id);
    for (id, _) in register.ids("activities").into_iter().take(3) {
        assert!(show::show(&context, id).is_ok() || id.trim() != id, "`{id}` is defined and not found");
    }
}
