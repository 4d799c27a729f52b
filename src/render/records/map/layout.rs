//! Gives boxes and arrows their places.
//!
//! Boxes stand in columns, and arrows bend only in the gaps between columns, so that none runs behind a box. An arrow
//! that passes the systems by has a lane of its own among them. What stands on the other side of the EEA from the
//! organisation stands in a band below, outside the dashed line.

use std::ops::Range;

use super::graph::{Column, Edge, Graph};
use super::lines::{SIZE, wrapped};

/// All measures are pixels at full size.
const BOX_WIDTH: i32 = 160;
/// Room between a box's edge and its text.
pub(super) const PADDING: i32 = 8;
pub(super) const LINE: i32 = 15;
pub(super) const NOTE_LINE: i32 = 13;
/// How high the lid of a drum bends, up and down.
pub(super) const LID: i32 = 5;
/// Between boxes of a column.
const ROW_GAP: i32 = 16;
/// Between columns: room for arrows to bend.
const GAP: i32 = 62;
/// In front of the bend, where arrows say what flows.
const LABEL_WIDTH: i32 = 132;
const LANE: i32 = 10;
/// From a dashed line to what is inside.
const INSET: i32 = 12;
const CAPTION: i32 = 20;
/// Above everything: the names of the columns.
const HEADING: i32 = 24;
const MARGIN: i32 = 6;
/// Between a band and the next.
const BAND_GAP: i32 = 20;

const NAME_LINES: usize = 2;
const NOTE_LINES: usize = 3;
const LABEL_LINES: usize = 2;
/// Size of notes and labels.
pub(super) const SMALL: i32 = 11;

/// A picture with places.
#[derive(Clone, Debug)]
pub struct Layout {
    pub width: i32,
    pub height: i32,
    /// One for each node, in the same order.
    pub boxes: Vec<Rect>,
    pub texts: Vec<Texts>,
    /// One for each edge, in the same order.
    pub routes: Vec<Route>,
    pub labels: Vec<Label>,
    pub organisation: Rect,
    /// Name of the organisation, as it fits.
    pub(super) caption: String,
    /// Nothing stands in the EEA where the organisation and all others are outside.
    pub eea: Option<Rect>,
    pub(super) headings: Vec<(Column, i32)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// What stands in a box.
#[derive(Clone, Debug)]
pub struct Texts {
    pub name: Vec<String>,
    pub note: Vec<String>,
}

/// The points of an arrow: level between two of the same height, else a bend.
pub type Route = Vec<(i32, i32)>;

/// Data above an arrow.
#[derive(Clone, Debug)]
pub struct Label {
    pub lines: Vec<String>,
    pub rect: Rect,
}

impl Rect {
    pub fn right(&self) -> i32 {
        self.x + self.width
    }

    pub fn bottom(&self) -> i32 {
        self.y + self.height
    }

    pub fn middle(&self) -> i32 {
        self.y + self.height / 2
    }

    /// The rectangle that holds both.
    fn with(self, other: Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect { x, y, width: self.right().max(other.right()) - x, height: self.bottom().max(other.bottom()) - y }
    }
}

/// What takes room in a column.
#[derive(Clone, Debug, PartialEq)]
enum Item {
    Box(usize),
    /// Arrows that pass, by their numbers.
    Lane(Vec<usize>),
}

impl Layout {
    pub fn of(graph: &Graph) -> Layout {
        let texts: Vec<Texts> = graph.nodes.iter().map(|node| texts(&node.name, node.note.as_deref())).collect();
        let heights: Vec<i32> = graph.nodes.iter().zip(&texts).map(|(node, own)| height(node.column, own)).collect();
        // Arrows to several activities would need a place for each.
        let is_labelled = graph.column(Column::Process).len() == 1 && graph.edges.iter().any(|edge| edge.label.is_some());
        let columns = columns(graph);
        let lefts = lefts(&columns, is_labelled);
        let height_of = |item: &Item| match item {
            Item::Box(at) => heights[*at],
            Item::Lane(_) => LANE,
        };
        let tall = |items: &[Item]| items.iter().map(height_of).sum::<i32>() + ROW_GAP * (items.len() as i32 - 1).max(0);
        let tops = band_tops(&columns, tall);
        let mut boxes = vec![Rect::default(); graph.nodes.len()];
        let mut lanes: Vec<(Vec<usize>, Rect)> = Vec::new();
        for (column, left) in columns.iter().zip(&lefts) {
            for (items, band) in column.bands.iter().zip(&tops) {
                let mut y = band.start + (band.end - band.start - tall(items)) / 2;
                for item in items {
                    let rect = Rect { x: *left, y, width: BOX_WIDTH, height: height_of(item) };
                    match item {
                        Item::Box(at) => boxes[*at] = rect,
                        Item::Lane(edges) => lanes.push((edges.clone(), rect)),
                    }
                    y += rect.height + ROW_GAP;
                }
            }
        }
        let routes = routes(graph, &boxes, &lanes, is_labelled);
        let labels = if is_labelled { labels(graph, &boxes) } else { Vec::new() };
        let headings = columns.iter().zip(&lefts).map(|(column, left)| (column.column, *left)).collect();
        let band = Rect { x: 0, y: tops[0].start, width: 0, height: tops[0].end - tops[0].start };
        let own = columns.iter().zip(&lefts).filter(|(column, _)| column.column.is_own());
        let own = own.map(|(_, left)| Rect { x: *left, width: BOX_WIDTH, ..band });
        let organisation = own.reduce(Rect::with).map_or(band, around);
        let caption = wrapped(&graph.organisation, organisation.width - 2 * PADDING, 1).pop().unwrap_or_default();
        let eea = eea(graph, &boxes, &lefts, organisation);
        let all = boxes.iter().copied().chain(eea).fold(organisation, Rect::with);
        Layout {
            width: all.right() + MARGIN,
            height: all.bottom() + MARGIN,
            boxes,
            texts,
            routes,
            labels,
            organisation,
            caption,
            eea,
            headings,
        }
    }
}

/// A column that is not empty: what stands beside the organisation, and what on the other side of the EEA.
struct Stack {
    column: Column,
    bands: [Vec<Item>; 2],
}

fn columns(graph: &Graph) -> Vec<Stack> {
    let mut all: Vec<Stack> = Vec::new();
    // Place in its column, by box.
    let mut ranks = vec![0; graph.nodes.len()];
    for column in Column::ALL {
        let mut own = graph.column(column);
        if own.is_empty() {
            continue;
        }
        own.sort_by_cached_key(|at| (graph.nodes[*at].is_rest, rank(graph, *at, &ranks)));
        for (place, at) in own.iter().enumerate() {
            ranks[*at] = place;
        }
        let is_beside = |at: &usize| graph.nodes[*at].is_outside == graph.is_outside;
        let (beside, across): (Vec<usize>, Vec<usize>) = own.into_iter().partition(is_beside);
        let mut bands = [beside, across].map(|band| band.into_iter().map(Item::Box).collect::<Vec<_>>());
        if column == Column::System {
            bands[0].extend(lanes(graph).into_iter().map(Item::Lane));
        }
        all.push(Stack { column, bands });
    }
    all
}

/// Where a box would like to stand: at the mean of what leads to it. Sources and activities keep the order of the register.
fn rank(graph: &Graph, node: usize, ranks: &[usize]) -> usize {
    const FINE: usize = 1000;
    if matches!(graph.nodes[node].column, Column::Source | Column::Process) {
        return node;
    }
    let before: Vec<usize> = graph
        .edges
        .iter()
        .filter(|edge| edge.to == node)
        // Lanes lie below all systems.
        .map(|edge| if passes(graph, edge) { graph.column(Column::System).len() } else { ranks[edge.from] })
        .collect();
    before.iter().sum::<usize>() * FINE / before.len().max(1)
}

/// Whether an arrow goes from an activity to a recipient, past the systems.
fn passes(graph: &Graph, edge: &Edge) -> bool {
    graph.nodes[edge.from].column == Column::Process && graph.nodes[edge.to].column == Column::Recipient
}

/// Arrows that pass the systems, those of one lane together: of one activity, or to one recipient, whichever is fewer.
fn lanes(graph: &Graph) -> Vec<Vec<usize>> {
    let passing: Vec<usize> = (0..graph.edges.len()).filter(|at| passes(graph, &graph.edges[*at])).collect();
    let grouped = |by: fn(&Edge) -> usize| {
        let mut lanes: Vec<((usize, bool), Vec<usize>)> = Vec::new();
        for at in &passing {
            let edge = &graph.edges[*at];
            let key = (by(edge), edge.leaves);
            match lanes.iter_mut().find(|(own, _)| *own == key) {
                Some((_, edges)) => edges.push(*at),
                None => lanes.push((key, vec![*at])),
            }
        }
        lanes.sort_by_key(|((_, leaves), _)| *leaves);
        lanes.into_iter().map(|(_, edges)| edges).collect::<Vec<_>>()
    };
    let (by_activity, by_recipient) = (grouped(|edge| edge.from), grouped(|edge| edge.to));
    if by_activity.len() <= by_recipient.len() { by_activity } else { by_recipient }
}

/// Left edges of the columns.
fn lefts(columns: &[Stack], is_labelled: bool) -> Vec<i32> {
    let mut x = MARGIN + 2 * INSET;
    columns
        .iter()
        .map(|stack| {
            let left = x;
            let label = if is_labelled && stack.column == Column::Source { LABEL_WIDTH } else { 0 };
            x += BOX_WIDTH + GAP + label;
            left
        })
        .collect()
}

/// Upper and lower edge of each band.
fn band_tops(columns: &[Stack], tall: impl Fn(&[Item]) -> i32) -> [Range<i32>; 2] {
    let highest = |band: usize| columns.iter().map(|stack| tall(&stack.bands[band])).max().unwrap_or_default();
    let first = HEADING + 2 * (CAPTION + INSET / 2);
    let end = first + highest(0);
    let second = end + 2 * INSET + BAND_GAP + CAPTION;
    [first..end, second..second + highest(1)]
}

fn texts(name: &str, note: Option<&str>) -> Texts {
    let inner = BOX_WIDTH - 2 * PADDING;
    let note = note.map_or(Vec::new(), |note| wrapped(note, inner * SIZE / SMALL, NOTE_LINES));
    Texts { name: wrapped(name, inner, NAME_LINES), note }
}

fn height(column: Column, texts: &Texts) -> i32 {
    let lines = LINE * texts.name.len().max(1) as i32 + NOTE_LINE * texts.note.len() as i32;
    lines + 2 * PADDING + if column == Column::System { 2 * LID } else { 0 }
}

fn routes(graph: &Graph, boxes: &[Rect], lanes: &[(Vec<usize>, Rect)], is_labelled: bool) -> Vec<Route> {
    let route = |(at, edge): (usize, &Edge)| {
        let (from, to) = (boxes[edge.from], boxes[edge.to]);
        let mut points = vec![(from.right(), from.middle())];
        if is_labelled && graph.nodes[edge.from].column == Column::Source {
            points.push((from.right() + LABEL_WIDTH, from.middle()));
        }
        if let Some((_, lane)) = lanes.iter().find(|(edges, _)| edges.contains(&at)) {
            points.extend([(lane.x, lane.middle()), (lane.right(), lane.middle())]);
        }
        points.push((to.x, to.middle()));
        points
    };
    graph.edges.iter().enumerate().map(route).collect()
}

fn labels(graph: &Graph, boxes: &[Rect]) -> Vec<Label> {
    const ABOVE: i32 = 5;
    let label = |edge: &Edge| {
        let from = boxes[edge.from];
        let inner = LABEL_WIDTH - PADDING;
        let lines = wrapped(edge.label.as_deref()?, inner * SIZE / SMALL, LABEL_LINES);
        let height = NOTE_LINE * lines.len() as i32;
        let rect = Rect { x: from.right() + PADDING, y: from.middle() - ABOVE - height, width: inner, height };
        Some(Label { lines, rect })
    };
    graph.edges.iter().filter_map(label).collect()
}

/// A dashed line around boxes, with room for its caption.
fn around(inner: Rect) -> Rect {
    let top = inner.y - CAPTION - INSET / 2;
    Rect { x: inner.x - INSET, y: top, width: inner.width + 2 * INSET, height: inner.bottom() + INSET - top }
}

/// The dashed line of the EEA: around the organisation and all beside it, or around the others where the
/// organisation is outside.
fn eea(graph: &Graph, boxes: &[Rect], lefts: &[i32], organisation: Rect) -> Option<Rect> {
    if graph.is_outside {
        let inside = graph.nodes.iter().zip(boxes).filter(|(node, _)| !node.is_outside).map(|(_, rect)| *rect);
        return inside.reduce(Rect::with).map(around);
    }
    let ends = [lefts.first()?, lefts.last()?].map(|left| Rect { x: *left, width: BOX_WIDTH, ..organisation });
    Some(around(ends[0].with(ends[1]).with(organisation)))
}
