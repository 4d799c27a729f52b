//! The data map: sources, activities, systems, recipients, from left to right. Drawn without script, with the same facts
//! as a table below.

use std::fmt::Write;

use crate::decode::Entry;
use crate::flows;
use crate::model::*;
use crate::origins;
use crate::render::page::{Block, Cell, Line, Page, Row, Section, Table};
use crate::render::policy::frame;
use crate::render::{Maker, enumerated};

use super::{Standing, activity_name, head, sorted_activities};

/// A picture of more activities than this cannot be read: it is split.
const MOST: usize = 6;

/// What flows through one activity.
struct Flow {
    activity: String,
    sources: Vec<String>,
    data: String,
    systems: Vec<String>,
    /// Name, country, and whether it is outside the EEA.
    recipients: Vec<(String, String, bool)>,
}

fn all(maker: &Maker<'_>) -> Vec<Flow> {
    let running = sorted_activities(maker).into_iter().filter(|activity| activity.status != Some(Status::Ended));
    running.map(|activity| one(maker, activity)).collect()
}

fn one(maker: &Maker<'_>, activity: &Entry<Activity>) -> Flow {
    let register = maker.register;
    let mut sources: Vec<String> = Vec::new();
    if origins::has_the_person(register, activity) {
        sources.extend(register.all(&activity.value.data_subjects).map(|group| maker.group(group)));
    }
    for source in origins::of_activity(activity).filter(|source| origins::is_somebody_else(register, source)) {
        let name = match source.target {
            SourceTarget::Source(own) => register.get(own).and_then(|own| own.value.name.as_ref()).map(|name| maker.text(name)),
            _ => Some(origins::name(register, source).to_owned()),
        };
        sources.extend(name.filter(|name| !sources.contains(name)));
    }
    let data = enumerated(
        activity.value.data_categories.iter().filter_map(|entry| register.get(entry.category)).map(|own| maker.category(own)),
    );
    let systems = register
        .all(&activity.value.systems)
        .map(|system| system.value.name.clone().unwrap_or_else(|| system.id.to_string()))
        .collect();
    let recipients = activity
        .value
        .recipients
        .iter()
        .filter_map(|entry| register.get(entry.recipient))
        .map(|recipient| {
            let flow = flows::of(register, maker.relations, maker.law, recipient).into_iter().next();
            let country = match &flow {
                Some(flow) => crate::countries::name(flow.country, maker.words.lang).unwrap_or(flow.country.code()).to_owned(),
                None => recipient.country.map_or_else(String::new, |place| maker.place(place)),
            };
            (maker.recipient(recipient), country, flow.is_some())
        })
        .collect();
    Flow { activity: activity_name(maker, activity), sources, data, systems, recipients }
}

/// The map as a page: pictures and the table of the same facts.
pub fn data_map(maker: &Maker<'_>, standing: Standing) -> Page {
    let w = maker.words;
    let mut page = frame(maker, "map", "data-map", w.say("data-map"), w.say("map-description"), &[]);
    page.internal = true;
    page.wide = true;
    page.meta = head(maker, standing, false)
        .iter()
        .map(|(label, text)| Line::text(w.with("colon", &[("label", label), ("text", text)]), "head"))
        .collect();
    page.intro.push(Block::paragraph(Line::text(w.say("map-description"), "words.map-description")));
    let flows = all(maker);
    let mut section = Section::new("map", w.say("data-map"));
    let parts: Vec<&[Flow]> = flows.chunks(MOST).collect();
    for (at, part) in parts.iter().enumerate() {
        let title = if parts.len() == 1 {
            w.say("data-map")
        } else {
            w.with("map-part", &[("title", &w.say("data-map")), ("number", &(at + 1).to_string())])
        };
        let svg = svg(maker, part, &title, at);
        section.blocks.push(Block::Own { html: svg, markdown: format!("```mermaid\n{}```", chart(part)), src: "map".into() });
    }
    page.sections.push(section);
    page.sections.push(facts(maker, &flows));
    page
}

fn facts(maker: &Maker<'_>, flows: &[Flow]) -> Section {
    let w = maker.words;
    let mut section = Section::new("facts", w.say("c-flow"));
    let rows: Vec<Row> = flows
        .iter()
        .map(|flow| {
            let recipients: Vec<String> = flow
                .recipients
                .iter()
                .map(|(name, country, outside)| match (country.is_empty(), outside) {
                    (true, _) => name.clone(),
                    (false, true) => format!("{name} ({})", w.with("map-outside", &[("country", country)])),
                    (false, false) => format!("{name} ({country})"),
                })
                .collect();
            let cell = |texts: Vec<String>| {
                let texts = if texts.iter().all(String::is_empty) { vec![w.say("nobody")] } else { texts };
                Cell { lines: texts.into_iter().map(|text| Line::text(text, "map")).collect() }
            };
            let cells = vec![
                cell(vec![flow.activity.clone()]),
                cell(flow.sources.clone()),
                cell(vec![flow.data.clone()]),
                cell(flow.systems.clone()),
                cell(recipients),
            ];
            Row { id: None, cells }
        })
        .collect();
    if !rows.is_empty() {
        let columns = ["c-activity", "map-sources", "c-data", "c-systems", "map-recipients"].map(|key| w.say(key)).to_vec();
        section.blocks.push(Block::Table(Table {
            id: "facts-table".into(),
            caption: w.with("table-of", &[("title", &w.say("c-flow"))]),
            columns,
            rows,
        }));
    }
    section
}

/// The whole map as a Mermaid chart.
pub fn mermaid(maker: &Maker<'_>) -> String {
    chart(&all(maker))
}

fn chart(flows: &[Flow]) -> String {
    // Quotes end a label, and brackets could end a node.
    let label = |text: &str| {
        text.replace(['"', '[', ']', '{', '}', '(', ')', '|', '<', '>', '`', '#', ';'], " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut text = String::from("flowchart LR\n");
    let mut known: Vec<String> = Vec::new();
    let mut number = |kind: char, name: &str, text: &mut String, shape: (&str, &str)| -> String {
        let key = format!("{kind}:{name}");
        let at = known.iter().position(|own| *own == key).unwrap_or_else(|| {
            known.push(key);
            let at = known.len() - 1;
            let _ = writeln!(text, "  n{at}{}\"{}\"{}", shape.0, label(name), shape.1);
            at
        });
        format!("n{at}")
    };
    for flow in flows {
        let activity = number('a', &flow.activity, &mut text, ("(", ")"));
        for source in &flow.sources {
            let from = number('s', source, &mut text, ("[", "]"));
            let _ = writeln!(text, "  {from} --> {activity}");
        }
        for system in &flow.systems {
            let to = number('y', system, &mut text, ("[(", ")]"));
            let _ = writeln!(text, "  {activity} --> {to}");
        }
        for (name, country, outside) in &flow.recipients {
            let shown = if country.is_empty() { name.clone() } else { format!("{name} · {country}") };
            let to = number('r', &shown, &mut text, ("[", "]"));
            let _ = writeln!(text, "  {activity} {} {to}", if *outside { "==>" } else { "-->" });
        }
    }
    text
}

const COLUMN: usize = 210;
const BOX: usize = 180;
const STEP: usize = 46;
const HEIGHT: usize = 34;

/// Column and row of a box.
type At = (usize, usize);

/// From, to, and whether it leads out of the EEA.
type Edge = (At, At, bool);

/// Layered columns with straight lines; sharp boxes stand outside, round ones are activities.
fn svg(maker: &Maker<'_>, flows: &[Flow], title: &str, number: usize) -> String {
    let w = maker.words;
    let mut columns: [Vec<(String, bool)>; 4] = Default::default();
    let place = |column: usize, name: &str, outside: bool, columns: &mut [Vec<(String, bool)>; 4]| -> usize {
        let own = &mut columns[column];
        own.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            own.push((name.to_owned(), outside));
            own.len() - 1
        })
    };
    let mut lines: Vec<Edge> = Vec::new();
    for flow in flows {
        let activity = place(1, &flow.activity, false, &mut columns);
        for source in &flow.sources {
            let from = place(0, source, false, &mut columns);
            lines.push(((0, from), (1, activity), false));
        }
        for system in &flow.systems {
            let to = place(2, system, false, &mut columns);
            lines.push(((1, activity), (2, to), false));
        }
        for (name, country, outside) in &flow.recipients {
            let shown = if country.is_empty() { name.clone() } else { format!("{name} · {country}") };
            let to = place(3, &shown, *outside, &mut columns);
            lines.push(((1, activity), (3, to), *outside));
        }
    }
    let rows = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let (width, height) = (COLUMN * 4, 40 + rows * STEP);
    let x = |column: usize| column * COLUMN + (COLUMN - BOX) / 2;
    let y = |row: usize| 30 + row * STEP;
    let mut svg = format!(
        "<svg class=\"pr-map\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"map-{number}-t map-{number}-d\" xmlns=\"http://www.w3.org/2000/svg\">\n<title id=\"map-{number}-t\">{}</title><desc id=\"map-{number}-d\">{}</desc>\n",
        escaped(title),
        escaped(&w.say("map-description"))
    );
    for (at, key) in ["map-sources", "map-activities", "map-systems", "map-recipients"].iter().enumerate() {
        let _ = writeln!(svg, "<text class=\"pr-head\" x=\"{}\" y=\"16\">{}</text>", x(at), escaped(&w.say(key)));
    }
    for ((from_column, from), (to_column, to), outside) in lines {
        let (x1, y1) = (x(from_column) + BOX, y(from) + HEIGHT / 2);
        let (x2, y2) = (x(to_column), y(to) + HEIGHT / 2);
        let class = if outside { "pr-out" } else { "pr-flow" };
        let _ = writeln!(svg, "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>");
    }
    for (column, names) in columns.iter().enumerate() {
        for (row, (name, outside)) in names.iter().enumerate() {
            let round = if column == 1 {
                12
            } else if column == 2 {
                4
            } else {
                0
            };
            let class = if *outside { "pr-node pr-outside" } else { "pr-node" };
            let _ = writeln!(
                svg,
                "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{BOX}\" height=\"{HEIGHT}\" rx=\"{round}\"/>",
                x(column),
                y(row)
            );
            for (line, text) in wrapped(name).iter().enumerate() {
                let _ = writeln!(svg, "<text x=\"{}\" y=\"{}\">{}</text>", x(column) + 6, y(row) + 14 + line * 13, escaped(text));
            }
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Two lines of a name; the table below has the whole.
fn wrapped(name: &str) -> Vec<String> {
    const WIDTH: usize = 29;
    let mut lines = vec![String::new()];
    for word in name.split(' ') {
        let last = lines.len() - 1;
        if lines[last].chars().count() + word.chars().count() + 1 > WIDTH && !lines[last].is_empty() {
            if lines.len() == 2 {
                lines[last].push('…');
                return lines;
            }
            lines.push(String::new());
        }
        let last = lines.len() - 1;
        if !lines[last].is_empty() {
            lines[last].push(' ');
        }
        lines[last].extend(word.chars().take(WIDTH));
    }
    lines
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
