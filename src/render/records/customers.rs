//! Customers in the record of processing for them: beside the service where they are few, in a table of their own where they
//! are many, and as numbers where their names are left out.

use std::collections::HashMap;

use serde_json::json;

use crate::decode::{Either, Entry, Excerpt};
use crate::model::*;
use crate::render::{Maker, clean};

use super::names::Names;
use super::{Annex, Cell, columns, date, lines, maybe};

/// So many stand in a cell; more are easier to read and to filter in a table.
const MOST_IN_A_CELL: usize = 5;

/// Names a table of customers, whatever the language.
const KEY: &str = "controllers";

/// Who stands for whom in the record.
pub(super) struct Customers {
    /// The number of each, by its place in memory: a customer of two services is one.
    numbers: HashMap<*const Customer, usize>,
    /// What tells who they are, where that is left out.
    hidden: Option<Names>,
}

impl Customers {
    /// Numbered in the order of the register, so that a new customer at its end changes no number.
    pub fn new(maker: &Maker<'_>, redacted: bool) -> Self {
        let mut numbers = HashMap::new();
        let mut by_name: HashMap<&str, usize> = HashMap::new();
        let mut next = 0;
        for customer in all(maker) {
            let name = customer.name.as_deref().filter(|name| !name.is_empty());
            let number = name.map_or(next, |name| *by_name.entry(name).or_insert(next));
            next = next.max(number + 1);
            numbers.insert(std::ptr::from_ref(customer), number);
        }
        let telling = all(maker).flat_map(|own| telling(own).map(|part| (part, numbers[&std::ptr::from_ref(own)])));
        let hidden = redacted.then(|| Names::new(telling));
        Customers { numbers, hidden }
    }

    /// `Customer 3`
    fn word(&self, maker: &Maker<'_>, customer: &Customer) -> String {
        numbered(maker, self.numbers[&std::ptr::from_ref(customer)])
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
        if self.hidden.is_some() {
            return self.word(maker, customer);
        }
        telling(customer).collect::<Vec<_>>().join(", ")
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
            if self.hidden.is_some() { Cell::None(maker.words.say("left-out")) } else { maybe(maker, own.as_deref()) }
        };
        let name =
            if self.hidden.is_some() { Cell::Text(self.word(maker, customer)) } else { maybe(maker, customer.name.as_deref()) };
        let (contact, dpo, representative) = (shown(&customer.contact), shown(&customer.dpo), shown(&customer.representative));
        vec![Cell::Text(service.to_owned()), name, contact, dpo, representative, date(maker, customer.since)]
    }

    /// A cell without what tells who the customers are. Names of services, instructions and agreements are written by people,
    /// who name customers in them.
    pub fn redacted(&self, maker: &Maker<'_>, cell: Cell) -> Cell {
        let Some(names) = &self.hidden else { return cell };
        let replaced = |text: &str| names.replaced(text, |number| numbered(maker, number));
        match cell {
            Cell::Text(text) => Cell::Text(replaced(&text)),
            Cell::Lines(lines) => Cell::Lines(lines.iter().map(|line| replaced(line)).collect()),
            other => other,
        }
    }
}

fn all<'r>(maker: &Maker<'r>) -> impl Iterator<Item = &'r Customer> {
    maker.register.processing_for.iter().flat_map(named)
}

/// What tells who a customer is.
fn telling(customer: &Customer) -> impl Iterator<Item = String> {
    [&customer.name, &customer.contact, &customer.dpo, &customer.representative]
        .into_iter()
        .flatten()
        .map(|part| clean::text(part))
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
