//! Every document that a register makes, as the words a reader sees: without the places they come from, and without the mark of
//! the register, which changes with every letter.

use privreg::relations::Relations;
use privreg::render::policy::{self, Detail, Scope};
use privreg::render::records::{self, Kind, Request, Standing};
use privreg::render::words::{Words, known};
use privreg::render::{Maker, fingerprint};
use privreg::{Law, Register, Report};
use serde_json::Value;

use super::documents::law;

/// The documents, by the names that `render` knows them by.
pub const NAMES: [&str; 13] = [
    "policy",
    "art30-controller",
    "access-reply",
    "retention",
    "transfers",
    "art30-processor",
    "cookies",
    "dpia",
    "data-map",
    "subprocessors",
    "checklist",
    "dashboard",
    "short",
];

/// What documents of one register are made from.
pub struct Views<'r> {
    pub register: &'r Register,
    pub report: &'r Report,
    law: Law,
    relations: Relations,
}

impl<'r> Views<'r> {
    pub fn of(register: &'r Register, report: &'r Report) -> Self {
        Views { register, report, law: law(), relations: Relations::of(register) }
    }

    fn words(&self) -> &'static Words {
        let first = known(self.register.languages()).first().copied().unwrap_or("en");
        Words::of(first).expect("a language of documents")
    }

    pub fn maker(&self) -> Maker<'_> {
        Maker::new(self.register, &self.law, &self.relations, self.words())
    }

    /// A document in the first language of the register; nothing where there is none to write.
    pub fn of_name(&self, name: &str) -> Vec<Value> {
        let maker = self.maker();
        let standing = Standing::of(self.report);
        let sheet = |kind| {
            let sheet = records::sheet(&maker, kind, standing);
            let table = serde_json::from_slice(&records::json(&sheet)).expect("JSON");
            vec![table, page(&records::page(&maker, &sheet))]
        };
        let made = match name {
            "policy" => self.notices(|scope, stem| page(&policy::policy(&maker, scope, stem)), &maker),
            "cookies" => policy::cookie_page(&maker, "cookies").iter().map(page).collect(),
            "short" => {
                let activities = self.register.activities.iter().filter(|activity| !activity.broken);
                activities.map(|activity| page(&policy::short(&maker, activity, Some("privacy")))).collect()
            }
            "art30-controller" => sheet(Kind::ControllerRecord),
            "art30-processor" => sheet(Kind::ProcessorRecord),
            "retention" => sheet(Kind::Retention),
            "transfers" => sheet(Kind::Transfers),
            "subprocessors" => sheet(Kind::Subprocessors),
            "dpia" => sheet(Kind::Dpia),
            "access-reply" => vec![page(&records::access_reply(&maker, &Request::default()))],
            "checklist" => vec![page(&records::checklist(&maker, standing, &Request::default()))],
            "data-map" => vec![page(&records::data_map(&maker, standing))],
            "dashboard" => vec![page(&records::dashboard(&maker, self.report)), page(&records::board(&maker, self.report))],
            _ => panic!("no document {name}"),
        };
        let own = fingerprint(self.register);
        made.into_iter().map(|value| readable(value, &own)).collect()
    }

    fn notices(&self, make: impl Fn(&Scope<'_>, &str) -> Value, maker: &Maker<'_>) -> Vec<Value> {
        let notices = self.register.notices.iter().filter(|notice| !notice.broken);
        notices.map(|notice| make(&Scope::of(maker, notice, None, Detail::Plain), &notice.id)).collect()
    }
}

fn page(page: &privreg::render::page::Page) -> Value {
    serde_json::to_value(page).expect("JSON")
}

/// Without what no reader sees, and without the mark of the register.
fn readable(value: Value, fingerprint: &str) -> Value {
    match value {
        Value::Object(entries) => {
            let seen = entries.into_iter().filter(|(key, _)| !matches!(key.as_str(), "src" | "generator"));
            Value::Object(seen.map(|(key, value)| (key, readable(value, fingerprint))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(|item| readable(item, fingerprint)).collect()),
        Value::String(text) => Value::String(text.replace(fingerprint, "")),
        other => other,
    }
}
