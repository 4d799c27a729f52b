//! `privreg rules`

use serde::Serialize;

use super::args::RulesArgs;
use super::world::World;
use super::{Outcome, explain::unknown};
use crate::io::Failure;
use crate::output;
use crate::rule::Rule;
use crate::rules;

#[derive(Serialize)]
struct Row {
    code: &'static str,
    name: &'static str,
    level: &'static str,
    affects: &'static str,
    summary: String,
    articles: &'static [&'static str],
    source: &'static str,
}

pub(super) fn run(args: &RulesArgs, world: &World) -> Result<Outcome, Failure> {
    let family = args.family.as_deref().unwrap_or("all");
    let list: Vec<&'static Rule> = rules::matching(family).collect();
    if list.is_empty() {
        return Err(Failure(unknown(family, "rule or family", rules::nearest(family))));
    }
    let text = match args.format.as_str() {
        "json" => {
            let rows: Vec<Row> = list.iter().map(|rule| row(rule)).collect();
            serde_json::to_string_pretty(&rows).expect("plain data serialises") + "\n"
        }
        "markdown" => markdown(&list),
        _ => {
            let rows = list
                .iter()
                .map(|rule| vec![rule.code.to_owned(), rule.level.id().to_owned(), rule.name.to_owned(), rests_on(rule)]);
            output::fitted(&["Code", "Level", "Name", "Rests on"], rows.collect(), world.width, "a wider --width")
        }
    };
    Ok(Outcome::done(text))
}

/// The first provision, and how many more there are: one line a rule. `explain` and the other forms name all.
fn rests_on(rule: &Rule) -> String {
    match rule.articles {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first, more @ ..] => format!("{first} +{}", more.len()),
    }
}

fn row(rule: &Rule) -> Row {
    Row {
        code: rule.code,
        name: rule.name,
        level: rule.level.id(),
        affects: rule.affects.id(),
        summary: rule.summary(),
        articles: rule.articles,
        source: rule.source,
    }
}

fn markdown(list: &[&'static Rule]) -> String {
    let mut out = "| Code | Name | Level | What is wrong | Rests on |\n|---|---|---|---|---|\n".to_owned();
    for rule in list {
        let cells = [rule.code, rule.name, rule.level.id(), &rule.summary(), &rule.articles.join(", ")]
            .map(|cell| cell.replace('|', "\\|"));
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    out
}
