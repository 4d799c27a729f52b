//! What a document is made of, before it becomes Markdown, HTML or a Word document. Templates see this and nothing else.
//!
//! Version 1 of the view: parts may be added, none is renamed or removed.

use serde::Serialize;

/// A document in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// Version of this structure.
    pub view: u32,
    /// `policy`, `cookies` or `short`.
    pub kind: &'static str,
    /// Names its files.
    pub stem: String,
    pub lang: String,
    pub title: String,
    /// For search engines, at most 160 characters.
    pub description: String,
    /// The address of this version, where the register says in which folder of the web the files stand.
    pub canonical: Option<String>,
    /// Under the title: version, day, link to what changed.
    pub meta: Vec<Line>,
    /// Stamp on documents of a register with errors.
    pub draft: Option<String>,
    pub languages: Vec<Version>,
    /// Fixed words of the frame.
    pub labels: Labels,
    /// What stands before the first section.
    pub intro: Vec<Block>,
    pub sections: Vec<Section>,
    /// At the foot: organisation, version, fingerprint.
    pub foot: String,
    pub generator: String,
    /// Whether elements say which field of the register they come from.
    pub annotate: bool,
    /// Not for the public: marked on the page and kept from search engines.
    pub internal: bool,
    /// Tables need more room than a text.
    pub wide: bool,
    /// Fits one sheet of paper when printed.
    pub sheet: bool,
}

/// The same document in a language.
#[derive(Clone, Debug, Serialize)]
pub struct Version {
    pub lang: String,
    /// The language's own name.
    pub name: String,
    pub file_md: String,
    pub file_html: String,
    /// Its address on the web, where the register says it.
    pub url: Option<String>,
    pub current: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct Labels {
    pub skip: String,
    pub toc: String,
    pub languages: String,
    /// Above the list of parts in a document that has pages.
    pub contents: String,
}

/// A part of a document with a fixed anchor, the same in every language.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    pub id: String,
    pub heading: String,
    /// Set apart from the rest: the key facts.
    pub boxed: bool,
    pub blocks: Vec<Block>,
    pub sections: Vec<Section>,
}

/// Words with what they come from.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Line {
    pub parts: Vec<Part>,
    /// Path of the register field, or the key of a fixed sentence.
    pub src: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Part {
    Text { text: String },
    Strong { text: String },
    Link { text: String, href: String },
    Time { text: String, iso: String },
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    Paragraph {
        id: Option<String>,
        line: Line,
    },
    List {
        items: Vec<Item>,
    },
    Table(Table),
    /// The right to object stands apart from the others (Art. 21(4)).
    Box {
        id: String,
        lines: Vec<Line>,
    },
    /// Markdown of the controller's own, made harmless.
    Own {
        html: String,
        markdown: String,
        src: String,
    },
}

#[derive(Clone, Debug, Serialize)]
pub struct Item {
    pub id: Option<String>,
    pub line: Line,
    pub items: Vec<Line>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Table {
    pub id: String,
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub id: Option<String>,
    /// The first cell heads the row.
    pub cells: Vec<Cell>,
}

/// Lines below each other in one cell.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    pub lines: Vec<Line>,
}

impl Line {
    pub fn text(text: impl Into<String>, src: impl Into<String>) -> Self {
        Line { parts: vec![Part::Text { text: text.into() }], src: src.into() }
    }

    /// A bold label, a colon unless it is a question, and the words.
    pub fn labelled(label: &str, text: impl Into<String>, src: impl Into<String>) -> Self {
        let colon = if label.ends_with(['?', '!', '.', ':']) { "" } else { ":" };
        let parts = vec![Part::Strong { text: format!("{label}{colon}") }, Part::Text { text: format!(" {}", text.into()) }];
        Line { parts, src: src.into() }
    }

    pub fn strong(text: impl Into<String>, src: impl Into<String>) -> Self {
        Line { parts: vec![Part::Strong { text: text.into() }], src: src.into() }
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The words alone.
    pub fn plain(&self) -> String {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Text { text } | Part::Strong { text } | Part::Link { text, .. } | Part::Time { text, .. } => text.as_str(),
            })
            .collect()
    }
}

impl Cell {
    pub fn of(line: Line) -> Self {
        Cell { lines: vec![line] }
    }
}

impl Item {
    pub fn of(line: Line) -> Self {
        Item { id: None, line, items: Vec::new() }
    }

    pub fn at(id: &str, line: Line) -> Self {
        Item { id: Some(id.to_owned()), line, items: Vec::new() }
    }
}

impl Block {
    pub fn paragraph(line: Line) -> Self {
        Block::Paragraph { id: None, line }
    }

    pub fn list(items: Vec<Item>) -> Self {
        Block::List { items }
    }
}

impl Section {
    pub fn new(id: &str, heading: impl Into<String>) -> Self {
        Section { id: id.to_owned(), heading: heading.into(), boxed: false, blocks: Vec::new(), sections: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.sections.is_empty()
    }
}
