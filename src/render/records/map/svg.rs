//! Draws a map. What lines and shapes mean is in attributes, so that it can be read without a style sheet; colours come
//! from the sheet of the page.

use std::fmt::Write;

use super::Legend;
use super::graph::{Column, Graph, Node};
use super::layout::{LID, LINE, Layout, NOTE_LINE, PADDING, Rect, SMALL, Texts};
use super::lines::{SIZE, wrapped};
use crate::render::Maker;

/// Colours of a picture that stands alone.
const STYLE: &str = include_str!("alone.css");

/// From the corner of a dashed line to its caption.
const CAPTION: (i32, i32) = (8, 15);
/// From the foot of a line of text to its upper edge.
const RISE: i32 = 11;
const SMALL_RISE: i32 = 10;
/// Between a box and the words above it.
const ABOVE: i32 = 6;
/// From the edge of a box outside the EEA to its second line.
const SECOND_LINE: i32 = 3;
const ROUND: i32 = 12;
/// A picture with a head above it, which is to be read where little or nothing is drawn.
const NARROWEST: i32 = 480;

/// A picture for a page. The id keeps its anchors apart from those of other pictures.
pub(super) fn picture(maker: &Maker<'_>, graph: &Graph, id: &str) -> String {
    drawn(maker, graph, id, "", None)
}

/// A picture as a file.
pub(super) fn file(maker: &Maker<'_>, graph: &Graph, legend: &Legend<'_>) -> String {
    drawn(maker, graph, "map", &format!("<style>{}</style>\n", STYLE.trim()), Some(legend))
}

/// The lines above a picture that stands alone, as wide as the picture.
fn above(legend: &Legend<'_>, width: i32) -> Vec<(Letters, String)> {
    let wide = width - 2 * PADDING;
    let lines = |letters, text: &str| wrapped(text, wide, usize::MAX).into_iter().map(move |line| (letters, line));
    let head = legend.head.join(" · ");
    legend.stamp.into_iter().flat_map(|stamp| lines(Letters::Bold, stamp)).chain(lines(Letters::Plain, &head)).collect()
}

/// Text as text: what XML cannot hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace(['\u{FFFE}', '\u{FFFF}'], "");
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn drawn(maker: &Maker<'_>, graph: &Graph, id: &str, style: &str, legend: Option<&Legend<'_>>) -> String {
    let layout = Layout::of(graph);
    let width = legend.map_or(layout.width, |_| layout.width.max(NARROWEST));
    let head = legend.map_or_else(Vec::new, |legend| above(legend, width));
    // Above the picture, whose places stay as they are.
    let top = LINE * i32::try_from(head.len()).unwrap_or(0) + if head.is_empty() { 0 } else { 2 * PADDING };
    let title = legend.map_or_else(|| graph.title.clone(), |legend| legend.titled(&graph.title));
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        "<svg class=\"pr-map\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 {2} {0} {1}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" font-family=\"sans-serif\" font-size=\"{SIZE}\" fill=\"none\" stroke=\"currentColor\">",
        width,
        layout.height + top,
        -top
    );
    let _ = writeln!(svg, "<title id=\"{id}-t\">{}</title>", escaped(&title));
    let _ = writeln!(svg, "<desc id=\"{id}-d\">{}</desc>\n{style}", escaped(&description(maker, graph)));
    for rect in layout.eea.iter().chain([&layout.organisation]) {
        let _ = writeln!(svg, "<rect class=\"pr-bound\" {} stroke-dasharray=\"6 4\"/>", place(*rect));
    }
    arrows(&mut svg, graph, &layout);
    for (node, rect) in graph.nodes.iter().zip(&layout.boxes) {
        shape(&mut svg, node, *rect);
    }
    svg.push_str("<g fill=\"currentColor\" stroke=\"none\">\n");
    for (number, (letters, text)) in (0..).zip(&head) {
        line(&mut svg, *letters, PADDING, LINE * number + PADDING + RISE - top, text);
    }
    words(&mut svg, maker, graph, &layout);
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// What each column holds, for those who do not see the picture. The table says who sends what to whom.
fn description(maker: &Maker<'_>, graph: &Graph) -> String {
    let w = maker.words;
    let columns = Column::ALL.into_iter().filter_map(|column| {
        let names: Vec<String> = graph
            .column(column)
            .into_iter()
            .map(|at| &graph.nodes[at])
            .map(|node| match &node.note {
                Some(note) => format!("{} ({note})", node.name),
                None => node.name.clone(),
            })
            .collect();
        let label = w.say(column.heading());
        (!names.is_empty()).then(|| w.with("colon", &[("label", &label), ("text", &names.join(", "))]))
    });
    columns.collect::<Vec<_>>().join(". ")
}

fn place(rect: Rect) -> String {
    format!("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", rect.x, rect.y, rect.width, rect.height)
}

/// All arrows of a kind as one path: plain ones, and double ones out of the EEA, drawn as a thick line with a thin one
/// of the ground inside.
fn arrows(svg: &mut String, graph: &Graph, layout: &Layout) {
    for leaves in [false, true] {
        let own = graph.edges.iter().zip(&layout.routes).filter(|(edge, _)| edge.leaves == leaves);
        let (mut lines, mut heads) = (String::new(), String::new());
        let mut reached: Vec<usize> = Vec::new();
        for (edge, route) in own {
            let mut last = route[0];
            let _ = write!(lines, "M{},{}", last.0, last.1);
            for next in &route[1..] {
                let middle = (last.0 + next.0) / 2;
                let _ = match last.1 == next.1 {
                    true => write!(lines, "H{}", next.0),
                    false => write!(lines, "C{middle},{} {middle},{} {},{}", last.1, next.1, next.0, next.1),
                };
                last = *next;
            }
            if !reached.contains(&edge.to) {
                reached.push(edge.to);
                let _ = write!(heads, "M{},{}l-9,-5v10z", last.0, last.1);
            }
        }
        if lines.is_empty() {
            continue;
        }
        if leaves {
            let _ = writeln!(svg, "<path class=\"pr-out\" stroke-width=\"5\" d=\"{lines}\"/>");
            let _ = writeln!(svg, "<path class=\"pr-ground\" stroke=\"Canvas\" stroke-width=\"2\" d=\"{lines}\"/>");
        } else {
            let _ = writeln!(svg, "<path class=\"pr-flow\" d=\"{lines}\"/>");
        }
        let class = if leaves { "pr-out-head" } else { "pr-flow-head" };
        let _ = writeln!(svg, "<path class=\"{class}\" fill=\"currentColor\" d=\"{heads}\"/>");
    }
}

fn shape(svg: &mut String, node: &Node, rect: Rect) {
    let Rect { x, y, width, height } = rect;
    let _ = match node.column {
        Column::System => {
            let half = width / 2;
            let side = height - 2 * LID;
            let top = y + LID;
            writeln!(
                svg,
                "<path class=\"pr-node\" d=\"M{x},{top}a{half},{LID} 0 0 1 {width},0v{side}a{half},{LID} 0 0 1 -{width},0zM{x},{top}a{half},{LID} 0 0 0 {width},0\"/>"
            )
        }
        Column::Process => writeln!(svg, "<rect class=\"pr-node\" {} rx=\"{ROUND}\"/>", place(rect)),
        Column::Source | Column::Recipient => writeln!(svg, "<rect class=\"pr-node\" {}/>", place(rect)),
    };
    if node.column == Column::Recipient && node.is_outside {
        let inner =
            Rect { x: x + SECOND_LINE, y: y + SECOND_LINE, width: width - 2 * SECOND_LINE, height: height - 2 * SECOND_LINE };
        let _ = writeln!(svg, "<rect {}/>", place(inner));
    }
}

fn words(svg: &mut String, maker: &Maker<'_>, graph: &Graph, layout: &Layout) {
    let w = maker.words;
    for (column, left) in &layout.headings {
        line(svg, Letters::Bold, *left, SIZE, &w.say(column.heading()));
    }
    let caption =
        |svg: &mut String, rect: Rect, text: &str| line(svg, Letters::Bold, rect.x + CAPTION.0, rect.y + CAPTION.1, text);
    caption(svg, layout.organisation, &layout.caption);
    if let Some(eea) = layout.eea {
        caption(svg, eea, &w.say("map-eea"));
    }
    if !graph.is_outside {
        for column in Column::ALL {
            let outside = graph.column(column).into_iter().filter(|at| graph.nodes[*at].is_outside);
            if let Some(first) = outside.map(|at| layout.boxes[at]).min_by_key(|rect| rect.y) {
                line(svg, Letters::Bold, first.x, first.y - ABOVE, &w.say("map-outside-eea"));
            }
        }
    }
    for ((node, rect), texts) in graph.nodes.iter().zip(&layout.boxes).zip(&layout.texts) {
        inside(svg, node, *rect, texts);
    }
    for label in &layout.labels {
        for (number, text) in (0..).zip(&label.lines) {
            line(svg, Letters::Small, label.rect.x, label.rect.y + NOTE_LINE * number + SMALL_RISE, text);
        }
    }
}

fn inside(svg: &mut String, node: &Node, rect: Rect, texts: &Texts) {
    let x = rect.x + PADDING;
    let mut y = rect.y + PADDING + if node.column == Column::System { 2 * LID } else { 0 };
    for text in &texts.name {
        line(svg, Letters::Plain, x, y + RISE, text);
        y += LINE;
    }
    let style = if node.is_sensitive { Letters::SmallBold } else { Letters::Small };
    for text in &texts.note {
        line(svg, style, x, y + SMALL_RISE, text);
        y += NOTE_LINE;
    }
}

/// How letters look.
#[derive(Clone, Copy)]
enum Letters {
    Plain,
    Bold,
    Small,
    SmallBold,
}

fn line(svg: &mut String, letters: Letters, x: i32, y: i32, text: &str) {
    let size =
        if matches!(letters, Letters::Small | Letters::SmallBold) { format!(" font-size=\"{SMALL}\"") } else { String::new() };
    let weight = if matches!(letters, Letters::Bold | Letters::SmallBold) { " font-weight=\"700\"" } else { "" };
    let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\"{size}{weight}>{}</text>", escaped(text));
}
