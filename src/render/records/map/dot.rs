//! A map for Graphviz.

use std::fmt::Write;

use super::Legend;
use super::graph::{Column, Graph, Node};
use crate::render::Maker;

/// The graph, with the organisation and the EEA as clusters and double lines out of the EEA.
pub(super) fn digraph(maker: &Maker<'_>, graph: &Graph, legend: &Legend<'_>) -> String {
    let title = legend.titled(&graph.title);
    let label = std::iter::once(&title).chain(&legend.head).map(|line| escaped(line)).collect::<Vec<_>>().join("\\n");
    let mut text = format!("digraph map {{\n  graph [label=\"{label}\", labelloc=t, rankdir=LR, ranksep=1.2]\n");
    text.push_str("  node [shape=box, fontname=\"sans-serif\"]\n  edge [fontname=\"sans-serif\", fontsize=11]\n");
    let organisation = cluster("organisation", &graph.organisation, &nodes(graph, |node| node.column.is_own()));
    let mut inside = nodes(graph, |node| !node.column.is_own() && !node.is_outside);
    if !graph.is_outside {
        inside.push_str(&organisation);
    }
    text.push_str(&indented(&cluster("eea", &maker.words.say("map-eea"), &inside)));
    if graph.is_outside {
        text.push_str(&indented(&organisation));
    }
    text.push_str(&indented(&nodes(graph, |node| !node.column.is_own() && node.is_outside)));
    for edge in &graph.edges {
        let mut attributes: Vec<String> = edge.label.iter().map(|data| format!("label={}", quoted(data))).collect();
        if edge.leaves {
            // Two lines with nothing between them.
            attributes.push("color=\"black:invis:black\"".to_owned());
        }
        let attributes = if attributes.is_empty() { String::new() } else { format!(" [{}]", attributes.join(", ")) };
        let _ = writeln!(text, "  n{} -> n{}{attributes}", edge.from, edge.to);
    }
    text.push_str("}\n");
    text
}

fn cluster(id: &str, title: &str, inside: &str) -> String {
    format!("subgraph cluster_{id} {{\n  graph [label={}, style=dashed]\n{}}}\n", quoted(title), indented(inside))
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}

fn nodes(graph: &Graph, wanted: impl Fn(&Node) -> bool) -> String {
    let own = graph.nodes.iter().enumerate().filter(|(_, node)| wanted(node));
    own.map(|(at, node)| {
        let looks = match node.column {
            Column::Process => ", style=rounded",
            Column::System => ", shape=cylinder",
            Column::Recipient if node.is_outside => ", peripheries=2",
            Column::Source | Column::Recipient => "",
        };
        let note = node.note.iter().map(|note| format!("\\n{}", escaped(note))).collect::<String>();
        format!("n{at} [label=\"{}{note}\"{looks}]\n", escaped(&node.name))
    })
    .collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// Text as text: a backslash would begin `\N` and its like, an ampersand a letter of HTML.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
