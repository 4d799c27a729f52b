//! A page as a Word document. All looks are in named styles (`templates/word/styles.xml`), so that a template of one's own
//! can take their place; parts and their order are those of ECMA-376.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::clean;
use super::page::{Block, Line, Page, Part, Row, Section, Table};
use super::xml::{Xmls, empty, within, written, xml};

const CONTENT_TYPES: &str = include_str!("../../templates/word/content-types.xml");
const PACKAGE: &str = include_str!("../../templates/word/package.rels.xml");
const STYLES: &str = include_str!("../../templates/word/styles.xml");
const NUMBERING: &str = include_str!("../../templates/word/numbering.xml");
const SETTINGS: &str = include_str!("../../templates/word/settings.xml");

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A table of more columns cannot be read on paper: each row becomes a card of its own.
const MOST_COLUMNS: usize = 8;
/// More columns than this need a page on its side.
const MOST_UPRIGHT: usize = 5;
/// Short and long side of A4 and the margin, in twentieths of a point.
const A4: (usize, usize) = (11906, 16838);
const MARGIN: usize = 1247;

/// The document as a file. The same page gives the same bytes: neither the text nor the archive bears a time.
///
/// # Errors
/// The archive cannot be made: a part is larger than the format allows.
pub fn docx(page: &Page) -> io::Result<Vec<u8>> {
    let mut body = Body::of(page);
    let document = xml(|w| body.document(w))?;
    let relations = xml(|w| relations(w, &body.links))?;
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.into()),
        ("_rels/.rels", PACKAGE.into()),
        ("docProps/core.xml", xml(|w| core(w, page))?),
        ("word/_rels/document.xml.rels", relations),
        ("word/document.xml", document),
        ("word/footer.xml", xml(|w| footer(w, page))?),
        ("word/header.xml", xml(|w| header(w, page))?),
        ("word/numbering.xml", NUMBERING.into()),
        ("word/settings.xml", SETTINGS.into()),
        ("word/styles.xml", STYLES.replace("LANGUAGE", language(&page.lang)).into_bytes()),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, bytes) in parts {
        archive.start_file(name, options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// With the region, by which spelling checkers go.
fn language(lang: &str) -> &'static str {
    match lang {
        "nb" => "nb-NO",
        "sv" => "sv-SE",
        _ => "en-GB",
    }
}

/// Words in a character style.
fn run(w: &mut Xmls, style: Option<&str>, text: &str) -> io::Result<()> {
    within(w, "w:r", &[], |w| {
        if let Some(style) = style {
            within(w, "w:rPr", &[], |w| empty(w, "w:rStyle", &[("w:val", style)]))?;
        }
        within(w, "w:t", &[("xml:space", "preserve")], |w| written(w, text))
    })
}

fn paragraph(w: &mut Xmls, style: &str, inner: impl FnOnce(&mut Xmls) -> io::Result<()>) -> io::Result<()> {
    within(w, "w:p", &[], |w| {
        within(w, "w:pPr", &[], |w| empty(w, "w:pStyle", &[("w:val", style)]))?;
        inner(w)
    })
}

/// What Word computes, such as the number of a page.
fn field(w: &mut Xmls, instruction: &str) -> io::Result<()> {
    within(w, "w:fldSimple", &[("w:instr", instruction)], |w| run(w, None, "1"))
}

fn core(w: &mut Xmls, page: &Page) -> io::Result<()> {
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    within(w, "cp:coreProperties", &spaces, |w| {
        within(w, "dc:creator", &[], |w| written(w, &page.generator))?;
        within(w, "dc:description", &[], |w| written(w, &page.description))?;
        within(w, "dc:language", &[], |w| written(w, language(&page.lang)))?;
        within(w, "dc:title", &[], |w| written(w, &page.title))
    })
}

fn relations(w: &mut Xmls, links: &[String]) -> io::Result<()> {
    within(w, "Relationships", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")], |w| {
        for part in ["footer", "header", "numbering", "settings", "styles"] {
            let (kind, file) = (format!("{R}/{part}"), format!("{part}.xml"));
            empty(w, "Relationship", &[("Id", part), ("Type", &kind), ("Target", &file)])?;
        }
        let kind = format!("{R}/hyperlink");
        for (at, href) in links.iter().enumerate() {
            let (id, target) = (format!("link{at}"), clean::visible(href));
            empty(w, "Relationship", &[("Id", &id), ("Type", &kind), ("Target", &target), ("TargetMode", "External")])?;
        }
        Ok(())
    })
}

fn header(w: &mut Xmls, page: &Page) -> io::Result<()> {
    within(w, "w:hdr", &[("xmlns:w", W)], |w| match &page.draft {
        Some(draft) => paragraph(w, "Draft", |w| run(w, None, draft)),
        None => paragraph(w, "Header", |_| Ok(())),
    })
}

/// Organisation, version and fingerprint on the left, the number of the page on the right.
fn footer(w: &mut Xmls, page: &Page) -> io::Result<()> {
    let version = page.meta.first().filter(|line| line.src.ends_with("version")).map(Line::plain);
    let left = [Some(page.foot.clone()), version].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let right = Sheet::of(page).text_width().to_string();
    within(w, "w:ftr", &[("xmlns:w", W)], |w| {
        within(w, "w:p", &[], |w| {
            within(w, "w:pPr", &[], |w| {
                empty(w, "w:pStyle", &[("w:val", "Footer")])?;
                within(w, "w:tabs", &[], |w| empty(w, "w:tab", &[("w:val", "right"), ("w:pos", &right)]))
            })?;
            run(w, None, &left)?;
            within(w, "w:r", &[], |w| empty(w, "w:tab", &[]))?;
            field(w, "PAGE")?;
            run(w, None, " / ")?;
            field(w, "NUMPAGES")
        })
    })
}

/// How the paper lies.
#[derive(Clone, Copy)]
struct Sheet {
    on_its_side: bool,
}

impl Sheet {
    fn of(page: &Page) -> Self {
        let columns = all_sections(page).flat_map(|section| &section.blocks).map(|block| match block {
            Block::Table(table) => table.columns.len(),
            _ => 0,
        });
        Sheet { on_its_side: columns.max().is_some_and(|most| (MOST_UPRIGHT + 1..=MOST_COLUMNS).contains(&most)) }
    }

    fn size(self) -> (usize, usize) {
        if self.on_its_side { (A4.1, A4.0) } else { A4 }
    }

    fn text_width(self) -> usize {
        self.size().0 - 2 * MARGIN
    }
}

fn all_sections(page: &Page) -> impl Iterator<Item = &Section> {
    page.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.sections))
}

struct Body<'p> {
    page: &'p Page,
    sheet: Sheet,
    /// Names of bookmarks by anchor: Word allows 40 letters, digits and low lines.
    bookmarks: BTreeMap<&'p str, String>,
    /// Targets outside, in the order of their relations.
    links: Vec<String>,
    /// Bookmarks bear numbers as well.
    marked: usize,
}

impl<'p> Body<'p> {
    fn of(page: &'p Page) -> Self {
        let mut ids: Vec<&str> = Vec::new();
        let mut blocks: Vec<&Block> = page.intro.iter().collect();
        for section in all_sections(page) {
            ids.push(&section.id);
            blocks.extend(&section.blocks);
        }
        for block in blocks {
            match block {
                Block::Paragraph { id, .. } => ids.extend(id.as_deref()),
                Block::List { items } => ids.extend(items.iter().filter_map(|item| item.id.as_deref())),
                Block::Table(table) => ids.extend(table.rows.iter().filter_map(|row| row.id.as_deref())),
                Block::Box { id, .. } => ids.push(id),
                Block::Own { .. } => {}
            }
        }
        let name = |(at, id): (usize, &'p str)| {
            let plain: String = id.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
            (id, format!("s{at}_{}", plain.chars().take(30).collect::<String>()))
        };
        let bookmarks = ids.into_iter().enumerate().map(name).collect();
        Body { page, sheet: Sheet::of(page), bookmarks, links: Vec::new(), marked: 0 }
    }

    fn document(&mut self, w: &mut Xmls) -> io::Result<()> {
        let page = self.page;
        within(w, "w:document", &[("xmlns:w", W), ("xmlns:r", R)], |w| {
            within(w, "w:body", &[], |w| {
                paragraph(w, "Title", |w| run(w, None, &page.title))?;
                if !page.meta.is_empty() {
                    paragraph(w, "Subtitle", |w| {
                        for (at, line) in page.meta.iter().enumerate() {
                            if at > 0 {
                                run(w, None, " · ")?;
                            }
                            self.line(w, line)?;
                        }
                        Ok(())
                    })?;
                }
                page.intro.iter().try_for_each(|block| self.block(w, block, false))?;
                for section in &page.sections {
                    self.heading(w, section, "Heading1")?;
                    section.blocks.iter().try_for_each(|block| self.block(w, block, section.boxed))?;
                    for inner in &section.sections {
                        self.heading(w, inner, "Heading2")?;
                        inner.blocks.iter().try_for_each(|block| self.block(w, block, false))?;
                    }
                    if section.boxed && page.sections.len() > 5 {
                        self.contents(w)?;
                    }
                }
                self.paper(w)
            })
        })
    }

    fn paper(&self, w: &mut Xmls) -> io::Result<()> {
        let (width, height) = self.sheet.size();
        let (width, height, margin) = (width.to_string(), height.to_string(), MARGIN.to_string());
        within(w, "w:sectPr", &[], |w| {
            empty(w, "w:headerReference", &[("w:type", "default"), ("r:id", "header")])?;
            empty(w, "w:footerReference", &[("w:type", "default"), ("r:id", "footer")])?;
            let lies: &[(&str, &str)] = if self.sheet.on_its_side { &[("w:orient", "landscape")] } else { &[] };
            empty(w, "w:pgSz", &[&[("w:w", width.as_str()), ("w:h", height.as_str())], lies].concat())?;
            let sides = ["top", "right", "bottom", "left"].map(|side| (format!("w:{side}"), margin.clone()));
            let sides = sides.iter().map(|(side, own)| (side.as_str(), own.as_str()));
            let near = [("w:header", "624"), ("w:footer", "624"), ("w:gutter", "0")];
            empty(w, "w:pgMar", &sides.chain(near).collect::<Vec<_>>())
        })
    }

    /// A table of contents that Word can bring up to date, already filled with links.
    fn contents(&mut self, w: &mut Xmls) -> io::Result<()> {
        let page = self.page;
        let mark = |w: &mut Xmls, kind: &str| within(w, "w:r", &[], |w| empty(w, "w:fldChar", &[("w:fldCharType", kind)]));
        paragraph(w, "TOCHeading", |w| run(w, None, &page.labels.contents))?;
        let listed: Vec<&Section> = page.sections.iter().filter(|section| !section.boxed).collect();
        for (at, section) in listed.iter().enumerate() {
            paragraph(w, "TOC1", |w| {
                if at == 0 {
                    mark(w, "begin")?;
                    within(w, "w:r", &[], |w| {
                        within(w, "w:instrText", &[("xml:space", "preserve")], |w| written(w, " TOC \\o \"1-1\" \\h "))
                    })?;
                    mark(w, "separate")?;
                }
                within(w, "w:hyperlink", &[("w:anchor", &self.bookmarks[section.id.as_str()])], |w| {
                    run(w, None, &section.heading)
                })?;
                if at + 1 == listed.len() { mark(w, "end") } else { Ok(()) }
            })?;
        }
        Ok(())
    }

    fn heading(&mut self, w: &mut Xmls, section: &Section, style: &str) -> io::Result<()> {
        paragraph(w, style, |w| {
            self.mark(w, Some(&section.id))?;
            run(w, None, &section.heading)
        })
    }

    /// Where a link into the document arrives.
    fn mark(&mut self, w: &mut Xmls, id: Option<&str>) -> io::Result<()> {
        let Some(name) = id.and_then(|id| self.bookmarks.get(id)) else { return Ok(()) };
        let number = self.marked.to_string();
        self.marked += 1;
        empty(w, "w:bookmarkStart", &[("w:id", &number), ("w:name", name)])?;
        empty(w, "w:bookmarkEnd", &[("w:id", &number)])
    }

    fn block(&mut self, w: &mut Xmls, block: &Block, boxed: bool) -> io::Result<()> {
        let (text, bullet) = if boxed { ("Box", "BoxBullet") } else { ("Normal", "ListBullet") };
        match block {
            Block::Paragraph { id, line } => self.marked_line(w, text, id.as_deref(), line),
            Block::List { items } => {
                for item in items {
                    self.marked_line(w, bullet, item.id.as_deref(), &item.line)?;
                    item.items.iter().try_for_each(|inner| self.marked_line(w, "ListBullet2", None, inner))?;
                }
                Ok(())
            }
            Block::Box { id, lines } => {
                for (at, line) in lines.iter().enumerate() {
                    self.marked_line(w, "Box", (at == 0).then_some(id.as_str()), line)?;
                }
                // The next frame would join this one.
                paragraph(w, "Normal", |_| Ok(()))
            }
            Block::Table(table) if table.columns.len() > MOST_COLUMNS => self.cards(w, table),
            Block::Table(table) => self.table(w, table),
            Block::Own { markdown, .. } => self.own(w, markdown),
        }
    }

    fn marked_line(&mut self, w: &mut Xmls, style: &str, id: Option<&str>, line: &Line) -> io::Result<()> {
        paragraph(w, style, |w| {
            self.mark(w, id)?;
            self.line(w, line)
        })
    }

    fn line(&mut self, w: &mut Xmls, line: &Line) -> io::Result<()> {
        line.parts.iter().try_for_each(|part| match part {
            Part::Text { text } | Part::Time { text, .. } => self.words(w, None, text),
            Part::Strong { text } => self.words(w, Some("Strong"), text),
            Part::Link { text, href } => self.link(w, text, href),
        })
    }

    /// In a letter, what stands in double brackets is to be filled in.
    fn words(&self, w: &mut Xmls, style: Option<&str>, text: &str) -> io::Result<()> {
        let mut rest = text;
        while self.page.kind == "letter"
            && let Some(start) = rest.find("[[")
            && let Some(length) = rest[start..].find("]]")
        {
            let end = start + length + 2;
            if start > 0 {
                run(w, style, &rest[..start])?;
            }
            run(w, Some("Slot"), &rest[start..end])?;
            rest = &rest[end..];
        }
        if rest.is_empty() { Ok(()) } else { run(w, style, rest) }
    }

    /// Links lead into the document, to the web, to mail or a telephone; of others the words stay.
    fn link(&mut self, w: &mut Xmls, text: &str, href: &str) -> io::Result<()> {
        if let Some(name) = href.strip_prefix('#').and_then(|id| self.bookmarks.get(id)) {
            return within(w, "w:hyperlink", &[("w:anchor", name)], |w| run(w, Some("Hyperlink"), text));
        }
        let scheme = href.split_once(':').map_or(String::new(), |(scheme, _)| scheme.to_lowercase());
        if !matches!(scheme.as_str(), "https" | "mailto" | "tel") || !clean::is_safe_link(href) {
            return self.words(w, None, text);
        }
        let id = format!("link{}", self.links.len());
        self.links.push(href.to_owned());
        within(w, "w:hyperlink", &[("r:id", &id)], |w| run(w, Some("Hyperlink"), text))
    }

    fn table(&mut self, w: &mut Xmls, table: &Table) -> io::Result<()> {
        let widths = widths(table, self.sheet.text_width());
        paragraph(w, "Caption", |w| run(w, None, &table.caption))?;
        within(w, "w:tbl", &[], |w| {
            frame(w, &widths, "firstRow")?;
            within(w, "w:tr", &[], |w| {
                within(w, "w:trPr", &[], |w| {
                    empty(w, "w:cantSplit", &[])?;
                    empty(w, "w:tblHeader", &[])
                })?;
                for (name, width) in table.columns.iter().zip(&widths) {
                    cell(w, *width, true, |w| paragraph(w, "TableHead", |w| run(w, None, name)))?;
                }
                Ok(())
            })?;
            table.rows.iter().try_for_each(|row| self.row(w, row, &widths))
        })?;
        paragraph(w, "TableText", |_| Ok(()))
    }

    fn row(&mut self, w: &mut Xmls, row: &Row, widths: &[usize]) -> io::Result<()> {
        within(w, "w:tr", &[], |w| {
            within(w, "w:trPr", &[], |w| empty(w, "w:cantSplit", &[]))?;
            for (at, (own, width)) in row.cells.iter().zip(widths).enumerate() {
                let id = row.id.as_deref().filter(|_| at == 0);
                cell(w, *width, false, |w| {
                    for (number, line) in own.lines.iter().enumerate() {
                        let style = if at == 0 && number == 0 { "TableHead" } else { "TableText" };
                        self.marked_line(w, style, id.filter(|_| number == 0), line)?;
                    }
                    // A cell ends with a paragraph.
                    if own.lines.is_empty() { paragraph(w, "TableText", |_| Ok(())) } else { Ok(()) }
                })?;
            }
            Ok(())
        })
    }

    /// One card for each row: its first cell is the heading, the names of the columns stand on the left.
    fn cards(&mut self, w: &mut Xmls, table: &Table) -> io::Result<()> {
        let left = self.sheet.text_width() * 3 / 10;
        let widths = [left, self.sheet.text_width() - left];
        paragraph(w, "Caption", |w| run(w, None, &table.caption))?;
        for row in &table.rows {
            let Some((first, others)) = row.cells.split_first() else { continue };
            for (at, line) in first.lines.iter().enumerate() {
                let style = if at == 0 { "Heading2" } else { "Normal" };
                self.marked_line(w, style, row.id.as_deref().filter(|_| at == 0), line)?;
            }
            within(w, "w:tbl", &[], |w| {
                frame(w, &widths, "firstColumn")?;
                for (name, own) in table.columns.iter().skip(1).zip(others) {
                    within(w, "w:tr", &[], |w| {
                        within(w, "w:trPr", &[], |w| empty(w, "w:cantSplit", &[]))?;
                        cell(w, widths[0], true, |w| paragraph(w, "TableHead", |w| run(w, None, name)))?;
                        cell(w, widths[1], false, |w| {
                            own.lines.iter().try_for_each(|line| self.marked_line(w, "TableText", None, line))?;
                            if own.lines.is_empty() { paragraph(w, "TableText", |_| Ok(())) } else { Ok(()) }
                        })
                    })?;
                }
                Ok(())
            })?;
            paragraph(w, "TableText", |_| Ok(()))?;
        }
        Ok(())
    }

    /// The controller's own Markdown. Marks that a document does not need are left out, words never.
    fn own(&mut self, w: &mut Xmls, markdown: &str) -> io::Result<()> {
        let mut depth = 0;
        let mut style = "Normal";
        let mut line = Line::default();
        let mut strong = false;
        let mut href: Option<String> = None;
        let flush = |body: &mut Self, w: &mut Xmls, line: &mut Line, style: &str| {
            let whole = std::mem::take(line);
            if whole.is_empty() { Ok(()) } else { body.marked_line(w, style, None, &whole) }
        };
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    style = if level as usize <= 2 { "Heading2" } else { "Heading3" };
                }
                Event::Start(Tag::List(_)) => {
                    flush(self, w, &mut line, style)?;
                    depth += 1;
                }
                Event::End(TagEnd::List(_)) => depth -= 1,
                Event::Start(Tag::Item) => style = if depth > 1 { "ListBullet2" } else { "ListBullet" },
                Event::Start(Tag::BlockQuote(_)) => style = "Quote",
                Event::Start(Tag::Strong) => strong = true,
                Event::End(TagEnd::Strong) => strong = false,
                Event::Start(Tag::Link { dest_url, .. }) => href = Some(dest_url.into_string()),
                Event::End(TagEnd::Link) => href = None,
                Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    let text = text.into_string();
                    line.parts.push(match &href {
                        Some(href) => Part::Link { text, href: href.clone() },
                        None if strong => Part::Strong { text },
                        None => Part::Text { text },
                    });
                }
                Event::SoftBreak | Event::HardBreak => line.parts.push(Part::Text { text: " ".into() }),
                Event::End(
                    TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::Item
                    | TagEnd::CodeBlock
                    | TagEnd::TableCell
                    | TagEnd::BlockQuote(_)
                    | TagEnd::HtmlBlock,
                ) => {
                    flush(self, w, &mut line, style)?;
                    if depth == 0 {
                        style = "Normal";
                    }
                }
                _ => {}
            }
        }
        flush(self, w, &mut line, style)
    }
}

/// What a table begins with.
fn frame(w: &mut Xmls, widths: &[usize], heads: &str) -> io::Result<()> {
    let whole = widths.iter().sum::<usize>().to_string();
    within(w, "w:tblPr", &[], |w| {
        empty(w, "w:tblStyle", &[("w:val", "TableGrid")])?;
        empty(w, "w:tblW", &[("w:w", &whole), ("w:type", "dxa")])?;
        empty(w, "w:tblLayout", &[("w:type", "fixed")])?;
        let value = if heads == "firstRow" { "0020" } else { "0080" };
        empty(w, "w:tblLook", &[("w:val", value), (&format!("w:{heads}"), "1")])
    })?;
    within(w, "w:tblGrid", &[], |w| widths.iter().try_for_each(|width| empty(w, "w:gridCol", &[("w:w", &width.to_string())])))
}

fn cell(w: &mut Xmls, width: usize, is_head: bool, inner: impl FnOnce(&mut Xmls) -> io::Result<()>) -> io::Result<()> {
    within(w, "w:tc", &[], |w| {
        within(w, "w:tcPr", &[], |w| {
            empty(w, "w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
            if is_head { empty(w, "w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E8EDF3")]) } else { Ok(()) }
        })?;
        inner(w)
    })
}

/// Columns share the width by how much they hold: by the root of it, so that short ones are not squeezed, and a word of
/// up to 14 letters need not be broken.
fn widths(table: &Table, whole: usize) -> Vec<usize> {
    let weights: Vec<usize> = (0..table.columns.len())
        .map(|at| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
            let held: usize = cells.flat_map(|cell| &cell.lines).map(|line| line.plain().chars().count()).sum();
            let average = (held / table.rows.len().max(1)).clamp(table.columns[at].chars().count(), 400);
            let lines = table.rows.iter().filter_map(|row| row.cells.get(at)).flat_map(|cell| &cell.lines);
            let texts = lines.map(Line::plain).chain([table.columns[at].clone()]);
            let longest = texts.flat_map(|text| text.split(' ').map(|word| word.chars().count()).max()).max().unwrap_or(0);
            (100 * average).isqrt().max(8 * longest.min(14))
        })
        .collect();
    let sum: usize = weights.iter().sum();
    weights.iter().map(|weight| weight * whole / sum).collect()
}
