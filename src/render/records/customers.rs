//! Customers in the record of processing for them: beside the service where they are few, in a table of their own where they
//! are many, and as numbers where their names are left out.

use std::collections::HashMap;

use serde_json::json;

use crate::decode::{Either, Entry, Excerpt};
use crate::model::*;
use crate::render::{Maker, clean};

use super::{Annex, Cell, columns, date, lines, maybe};

/// So many stand in a cell; more are easier to read and to filter in a table.
const MOST_IN_A_CELL: usize = 5;

/// Names a table of customers, whatever the language.
const KEY: &str = "controllers";

/// Who stands for whom in the record.
pub(super) struct Customers<'r> {
    /// A customer of two services is one: its name, and all that is known of it.
    known: Vec<(&'r str, Vec<&'r Customer>)>,
    /// What tells who a customer is, the longest first: a name may hold another.
    telling: Vec<(String, usize)>,
    redacted: bool,
}

impl<'r> Customers<'r> {
    /// Numbered in the order of the register, so that a new customer at its end changes no number.
    pub fn new(maker: &Maker<'r>, redacted: bool) -> Self {
        let mut known: Vec<(&str, Vec<&Customer>)> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for customer in maker.register.processing_for.iter().flat_map(named) {
            let name = customer.name.as_deref().unwrap_or("");
            let number = if name.is_empty() { known.len() } else { *numbers.entry(name).or_insert(known.len()) };
            match known.get_mut(number) {
                Some((_, all)) => all.push(customer),
                None => known.push((name, vec![customer])),
            }
        }
        let mut telling: Vec<(String, usize)> = Vec::new();
        for (at, (_, all)) in known.iter().enumerate() {
            for own in all {
                let parts = [&own.name, &own.contact, &own.dpo, &own.representative];
                telling.extend(parts.into_iter().flatten().map(|part| (clean::text(part), at)));
            }
        }
        telling.retain(|(part, _)| !part.is_empty());
        telling.sort_by_key(|(part, at)| (std::cmp::Reverse(part.len()), *at));
        Customers { known, telling, redacted }
    }

    /// `Customer 3`
    fn word(&self, maker: &Maker<'_>, customer: &Customer) -> String {
        let at = self.known.iter().position(|(_, all)| all.iter().any(|own| std::ptr::eq(*own, customer)));
        numbered(maker, at.unwrap_or(self.known.len()))
    }

    /// The cell of a service.
    pub fn of(&self, maker: &Maker<'_>, service: &Entry<ProcessingFor>) -> Cell {
        let w = maker.words;
        if let Some(Either::One(list)) = &service.value.controllers {
            let place = list.list.as_ref().map_or(String::new(), |list| maker.text(list));
            let owner = list.owner.as_deref().unwrap_or("-");
            return lines(maker, vec![w.with("customers-list", &[("list", &place), ("owner", owner)])]);
        }
        let count = named(service).count();
        if count > MOST_IN_A_CELL {
            let text = w.with("customers-below", &[("count", &count.to_string()), ("table", &w.say("customers-table"))]);
            return Cell::Coded(text, json!({"table": KEY, "count": count}));
        }
        lines(maker, named(service).map(|customer| self.line(maker, customer)).collect())
    }

    fn line(&self, maker: &Maker<'_>, customer: &Customer) -> String {
        if self.redacted {
            return self.word(maker, customer);
        }
        let parts = [&customer.name, &customer.contact, &customer.dpo, &customer.representative];
        parts.into_iter().flatten().map(|part| clean::text(part)).collect::<Vec<_>>().join(", ")
    }

    /// The table of those that are too many for a cell; none where there are none.
    pub fn table(&self, maker: &Maker<'_>, services: &[(&Entry<ProcessingFor>, String)]) -> Option<Annex> {
        let rows: Vec<Vec<Cell>> = services
            .iter()
            .filter(|(service, _)| named(service).count() > MOST_IN_A_CELL)
            .flat_map(|(service, name)| named(service).map(|customer| self.row(maker, name, customer)))
            .collect();
        let keys = [
            ("service", ""),
            ("customer", "Art. 30(2)(a)"),
            ("contact", "Art. 30(2)(a)"),
            ("customer-dpo", "Art. 30(2)(a)"),
            ("customer-representative", "Art. 30(2)(a)"),
            ("customer-since", ""),
        ];
        let title = maker.words.say("customers-table");
        (!rows.is_empty()).then(|| Annex { key: KEY, title, columns: columns(maker, &keys), rows })
    }

    fn row(&self, maker: &Maker<'_>, service: &str, customer: &Customer) -> Vec<Cell> {
        let shown = |own: &Option<Excerpt>| {
            if self.redacted { Cell::None(maker.words.say("left-out")) } else { maybe(maker, own.as_deref()) }
        };
        let name = if self.redacted { Cell::Text(self.word(maker, customer)) } else { maybe(maker, customer.name.as_deref()) };
        let (contact, dpo, representative) = (shown(&customer.contact), shown(&customer.dpo), shown(&customer.representative));
        vec![Cell::Text(service.to_owned()), name, contact, dpo, representative, date(maker, customer.since)]
    }

    /// A cell without what tells who the customers are. Names of services, instructions and agreements are written by people,
    /// who name customers in them.
    pub fn redacted(&self, maker: &Maker<'_>, cell: Cell) -> Cell {
        if !self.redacted {
            return cell;
        }
        match cell {
            Cell::Text(text) => Cell::Text(self.without_names(maker, &text)),
            Cell::Lines(lines) => Cell::Lines(lines.iter().map(|line| self.without_names(maker, line)).collect()),
            other => other,
        }
    }

    fn without_names(&self, maker: &Maker<'_>, text: &str) -> String {
        let mut new = String::new();
        let mut rest = text;
        let mut before = None;
        while let Some(letter) = rest.chars().next() {
            let begins = !before.is_some_and(char::is_alphanumeric);
            let found = if begins { self.telling.iter().find_map(|(part, at)| Some((begun(rest, part)?, *at))) } else { None };
            match found {
                Some((length, at)) => {
                    new.push_str(&numbered(maker, at));
                    before = rest[..length].chars().next_back();
                    rest = &rest[length..];
                }
                None => {
                    new.push(letter);
                    before = Some(letter);
                    rest = &rest[letter.len_utf8()..];
                }
            }
        }
        new
    }
}

/// Customers of a service that are named in the register.
fn named(service: &Entry<ProcessingFor>) -> impl Iterator<Item = &Customer> {
    let all: &[Customer] = match &service.value.controllers {
        Some(Either::Other(all)) => all,
        _ => &[],
    };
    all.iter()
}

fn numbered(maker: &Maker<'_>, at: usize) -> String {
    maker.words.with("customer-number", &[("number", &(at + 1).to_string())])
}

/// How much of a text is a part at its beginning that ends with a word: in capitals or not, unless it is too short to tell.
fn begun(text: &str, part: &str) -> Option<usize> {
    const TELLS_ITSELF: usize = 4;
    let exact = part.chars().count() < TELLS_ITSELF;
    let mut rest = text.chars();
    for own in part.chars() {
        let found = rest.next()?;
        if found != own && (exact || !found.to_lowercase().eq(own.to_lowercase())) {
            return None;
        }
    }
    let ends = !rest.as_str().starts_with(char::is_alphanumeric);
    ends.then(|| text.len() - rest.as_str().len())
}
