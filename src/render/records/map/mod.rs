//! The data map: sources, activities, systems, recipients, from left to right. One picture of the whole, a small one for
//! each activity, and the same facts as a table.
//!
//! - A sharp box is somebody outside the organisation, a round one an activity, a drum a system.
//! - An arrow is data that flow. Who runs a system has the data from it, others have them from the activity.
//! - Dashed lines are the organisation and the EEA. What leaves the EEA is a double line; where it goes to is said with its
//!   country and mechanism. Somebody whose country the register does not say stands with the organisation.
//! - Sensitive data (Art. 9 and 10) are marked by a word.
//!
//! No picture has more than [`MOST`] boxes: `shrink.rs` says how.

mod dot;
mod facts;
mod graph;
mod layout;
mod lines;
mod mermaid;
mod shrink;
mod svg;

use crate::render::Maker;
use crate::render::page::{Block, Cell, Item, Line, Page, Part, Row, Section, Table};
use crate::render::policy::frame;

use super::{Standing, head, meta};
use facts::{Facts, Flow, places};
use svg::escaped;

pub use graph::{Column, Edge, Graph, Node};
pub use layout::{Label, Layout, Rect, Route, Texts};
pub use shrink::MOST;

/// The map as a page: pictures and the table of the same facts.
pub fn data_map(maker: &Maker<'_>, standing: Standing) -> Page {
    let w = maker.words;
    let mut page = frame(maker, "map", "data-map", w.say("data-map"), w.say("map-description"), &[]);
    page.internal = true;
    page.wide = true;
    page.meta = meta(maker, standing);
    for key in ["map-description", "map-shapes", "map-borders"] {
        page.intro.push(Block::paragraph(Line::text(w.say(key), format!("words.{key}"))));
    }
    let facts = Facts::of(maker);
    if facts.flows.is_empty() {
        let mut section = Section::new("overview", w.say("map-overview"));
        section.blocks.push(Block::paragraph(Line::text(w.say("nobody"), "activities")));
        page.sections.push(section);
        return page;
    }
    let mut overview = Section::new("overview", w.say("map-overview"));
    overview.blocks.push(figure(maker, &overview_of(maker, &facts), "overview"));
    overview.blocks.push(Block::list(facts.flows.iter().map(link).collect()));
    page.sections.push(overview);
    let mut activities = Section::new("activities", w.say("map-each"));
    activities.sections = facts.flows.iter().map(|flow| small(maker, &facts, flow)).collect();
    page.sections.push(activities);
    page.sections.push(table(maker, &facts));
    page
}

/// Every picture of the page, in its order.
pub fn pictures(maker: &Maker<'_>) -> Vec<Graph> {
    let facts = Facts::of(maker);
    let small = facts.flows.iter().map(|flow| of_activity(maker, &facts, flow));
    std::iter::once(overview_of(maker, &facts)).chain(small).collect()
}

/// What a picture that leaves its page says of itself: the stamp of a draft, where it is one, and the head block.
struct Legend<'a> {
    stamp: Option<&'a str>,
    head: Vec<String>,
}

impl<'a> Legend<'a> {
    fn of(maker: &Maker<'_>, standing: Standing, stamp: Option<&'a str>) -> Self {
        Legend { stamp, head: head(maker, standing, false) }
    }

    fn titled(&self, title: &str) -> String {
        self.stamp.map_or_else(|| title.to_owned(), |stamp| format!("{stamp} {title}"))
    }
}

/// The overview as a picture of its own.
pub fn svg(maker: &Maker<'_>, standing: Standing, stamp: Option<&str>) -> String {
    svg::file(maker, &overview_of(maker, &Facts::of(maker)), &Legend::of(maker, standing, stamp))
}

/// Everything that flows as one Mermaid chart, for a tool that lays out large ones.
pub fn mermaid(maker: &Maker<'_>, standing: Standing, stamp: Option<&str>) -> String {
    mermaid::file(maker, &whole(maker, &Facts::of(maker)), &Legend::of(maker, standing, stamp))
}

/// The same for Graphviz.
pub fn dot(maker: &Maker<'_>, standing: Standing, stamp: Option<&str>) -> String {
    dot::digraph(maker, &whole(maker, &Facts::of(maker)), &Legend::of(maker, standing, stamp))
}

fn whole(maker: &Maker<'_>, facts: &Facts) -> Graph {
    Graph::of(maker, facts, &facts.flows, maker.words.say("data-map"))
}

fn overview_of(maker: &Maker<'_>, facts: &Facts) -> Graph {
    shrink::overview(maker, &whole(maker, facts))
}

fn of_activity(maker: &Maker<'_>, facts: &Facts, flow: &Flow) -> Graph {
    shrink::folded(maker, &Graph::of(maker, facts, [flow], flow.activity.clone()))
}

/// Anchor of the map of an activity.
fn anchor(flow: &Flow) -> String {
    format!("map-{}", flow.id)
}

fn row_anchor(flow: &Flow) -> String {
    format!("flow-{}", flow.id)
}

fn link(flow: &Flow) -> Item {
    let part = Part::Link { text: flow.activity.clone(), href: format!("#{}", anchor(flow)) };
    Item::of(Line { parts: vec![part], src: format!("activities.{}", flow.id) })
}

fn small(maker: &Maker<'_>, facts: &Facts, flow: &Flow) -> Section {
    let mut section = Section::new(&anchor(flow), flow.activity.clone());
    section.blocks.push(figure(maker, &of_activity(maker, facts, flow), &anchor(flow)));
    let part = Part::Link { text: maker.words.say("map-in-words"), href: format!("#{}", row_anchor(flow)) };
    section.blocks.push(Block::paragraph(Line { parts: vec![part], src: format!("activities.{}", flow.id) }));
    section
}

/// A picture with its caption; in Markdown a chart.
fn figure(maker: &Maker<'_>, graph: &Graph, id: &str) -> Block {
    let caption = maker.words.with("picture-of", &[("title", &graph.title)]);
    let html = format!(
        "<figure class=\"pr-figure\">\n<div class=\"pr-scroll\" role=\"region\" aria-labelledby=\"{id}-c\" tabindex=\"0\">\n{}</div>\n<figcaption id=\"{id}-c\">{}</figcaption>\n</figure>\n",
        svg::picture(maker, graph, id),
        escaped(&caption),
    );
    Block::Own { html, markdown: format!("```mermaid\n{}```", mermaid::chart(maker, graph)), src: "map".into() }
}

/// One row for each activity: what the pictures show, whole.
fn table(maker: &Maker<'_>, facts: &Facts) -> Section {
    let w = maker.words;
    let mut section = Section::new("facts", w.say("c-flow"));
    let columns = ["c-activity", "map-sources", "c-data", "c-systems", "map-recipients", "map-countries"];
    section.blocks.push(Block::Table(Table {
        id: "facts-table".into(),
        caption: w.with("table-of", &[("title", &w.say("c-flow"))]),
        columns: columns.map(|key| w.say(key)).to_vec(),
        rows: facts.flows.iter().map(|flow| row(maker, flow)).collect(),
    }));
    section
}

fn row(maker: &Maker<'_>, flow: &Flow) -> Row {
    let w = maker.words;
    let cell = |texts: Vec<String>| {
        let texts = if texts.iter().all(String::is_empty) { vec![w.say("nobody")] } else { texts };
        Cell { lines: texts.into_iter().map(|text| Line::text(text, format!("activities.{}", flow.id))).collect() }
    };
    let labelled = |label: &str, text: &str| w.with("colon", &[("label", label), ("text", text)]);
    // Sources that give the same are named together.
    let mut given: Vec<(&str, Vec<&str>)> = Vec::new();
    for source in &flow.sources {
        match given.iter_mut().find(|(data, _)| *data == source.data) {
            Some((_, names)) => names.push(&source.name),
            None => given.push((&source.data, vec![&source.name])),
        }
    }
    let data = match given.len() {
        0 | 1 => vec![flow.data.clone()],
        _ => given.into_iter().map(|(data, names)| labelled(&w.list(names), data)).collect(),
    };
    let countries = flow.recipients.iter().map(|recipient| {
        let places = match (places(maker, &recipient.places), recipient.is_outside) {
            (places, _) if places.is_empty() => w.say("not-stated"),
            (places, true) => w.with("map-outside", &[("country", &places)]),
            (places, false) => places,
        };
        labelled(&recipient.name, &places)
    });
    Row {
        id: Some(row_anchor(flow)),
        cells: vec![
            cell(vec![flow.activity.clone()]),
            cell(flow.sources.iter().map(|source| source.name.clone()).collect()),
            cell(data),
            cell(flow.systems.iter().map(|system| system.name.clone()).collect()),
            cell(flow.recipients.iter().map(|recipient| recipient.name.clone()).collect()),
            cell(countries.collect()),
        ],
    }
}
