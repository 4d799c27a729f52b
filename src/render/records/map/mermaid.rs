//! A map as a Mermaid chart.

use std::fmt::Write;

use super::Legend;
use super::graph::{Column, Graph, Node};
use crate::render::Maker;

/// A chart as a file: its title is shown, and the head block stands in comments.
pub(super) fn file(maker: &Maker<'_>, graph: &Graph, legend: &Legend<'_>) -> String {
    let head: String = legend.head.iter().map(|line| format!("%% {}\n", label(line))).collect();
    format!("---\ntitle: \"{}\"\n---\n{head}{}", label(&legend.titled(&graph.title)), chart(maker, graph))
}

/// The chart, with the organisation and the EEA as parts of it and thick arrows out of the EEA.
pub(super) fn chart(maker: &Maker<'_>, graph: &Graph) -> String {
    let eea = maker.words.say("map-eea");
    let mut text = String::from("flowchart LR\n");
    let mut put = |depth: usize, line: &str| {
        let _ = writeln!(text, "{}{line}", "  ".repeat(depth));
    };
    let is_own = |node: &Node| node.column.is_own();
    let nodes = |wanted: &dyn Fn(&Node) -> bool| -> Vec<String> {
        graph.nodes.iter().enumerate().filter(|(_, node)| wanted(node)).map(|(at, node)| drawn(at, node)).collect()
    };
    let organisation = |put: &mut dyn FnMut(usize, &str), depth: usize| {
        put(depth, &format!("subgraph organisation[\"{}\"]", label(&graph.organisation)));
        for line in nodes(&is_own) {
            put(depth + 1, &line);
        }
        put(depth, "end");
    };
    put(1, &format!("subgraph eea[\"{}\"]", label(&eea)));
    for line in nodes(&|node| !is_own(node) && !node.is_outside) {
        put(2, &line);
    }
    if !graph.is_outside {
        organisation(&mut put, 2);
    }
    put(1, "end");
    if graph.is_outside {
        organisation(&mut put, 1);
    }
    for line in nodes(&|node| !is_own(node) && node.is_outside) {
        put(1, &line);
    }
    for edge in &graph.edges {
        let arrow = if edge.leaves { "==>" } else { "-->" };
        let data = edge.label.as_deref().map_or(String::new(), |data| format!("|\"{}\"|", label(data)));
        put(1, &format!("n{} {arrow}{data} n{}", edge.from, edge.to));
    }
    text
}

fn drawn(number: usize, node: &Node) -> String {
    let (open, close) = match node.column {
        Column::Process => ("(", ")"),
        Column::System => ("[(", ")]"),
        Column::Recipient if node.is_outside => ("[[", "]]"),
        Column::Source | Column::Recipient => ("[", "]"),
    };
    let note = node.note.as_deref().map_or(String::new(), |note| format!("<br>{}", label(note)));
    format!("n{number}{open}\"{}{note}\"{close}", label(&node.name))
}

/// Text as text: marks that could mean something to Mermaid, Markdown or HTML go by their numbers.
fn label(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() || !letter.is_ascii() || " .,:-()/'+".contains(letter) {
            out.push(letter);
        } else {
            let _ = write!(out, "#{};", u32::from(letter));
        }
    }
    out
}
