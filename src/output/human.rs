//! For people at a terminal: each finding with the lines it stands in, drawn by miette.

use std::fmt;
use std::ops::Range;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, Severity, SourceCode,
    SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use rayon::prelude::*;

use super::{Checked, Placed, harmless, is_bidi, summary, wrapped};
use crate::model::Level;
use crate::source::Source;

/// How text is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub color: bool,
    /// Only ASCII for frames.
    pub ascii: bool,
    pub width: usize,
    /// Findings shown at most; all where 0.
    pub most: usize,
    /// Findings by rule, after the rest.
    pub statistics: bool,
}

impl Default for Style {
    fn default() -> Self {
        Style { color: false, ascii: false, width: 100, most: 0, statistics: false }
    }
}

pub(super) fn render(checked: &[Checked], style: &Style) -> String {
    let theme = match (style.ascii, style.color) {
        (true, true) => GraphicalTheme::ascii(),
        (true, false) => GraphicalTheme { characters: ThemeCharacters::ascii(), styles: ThemeStyles::none() },
        (false, true) => GraphicalTheme::unicode(),
        (false, false) => GraphicalTheme::unicode_nocolor(),
    };
    let width = style.width.max(40);
    // Lines come wrapped: addresses and paths stay whole, as everywhere else.
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(width)
        .with_wrap_lines(false)
        .with_links(false)
        .with_context_lines(1);
    let total: usize = checked.iter().map(|checked| checked.report.findings.len()).sum();
    let most = if style.most == 0 { usize::MAX } else { style.most };
    let placed: Vec<_> = checked.iter().flat_map(|checked| checked.findings().map(move |at| (checked, at))).take(most).collect();
    let draw = |(checked, at): &(&Checked, Placed<'_>)| {
        let shown = Shown::new(checked, at, width);
        let mut text = String::new();
        if handler.render_report(&mut text, &shown).is_err() {
            text.push_str(&format!("{}: {}\n", at.file, shown.message));
        }
        text.push('\n');
        text
    };
    let mut out: String = placed.par_iter().map(draw).collect();
    if total > most {
        out.push_str(&format!("... and {} more; `--max 0` shows all.\n\n", total - most));
    }
    if style.statistics {
        out.push_str(&statistics(checked, style.width));
    }
    out + &summary(checked) + "\n"
}

fn statistics(checked: &[Checked], width: usize) -> String {
    let rows = checked.iter().flat_map(|checked| {
        let rules = checked.report.statistics().into_iter();
        rules.map(|(rule, count)| vec![count.to_string(), rule.code.into(), rule.name.into(), checked.name.clone()])
    });
    super::table(&["Count", "Code", "Rule", "Register"], rows, width) + "\n"
}

/// A finding as miette wants it: one source, the lines around the place.
struct Shown {
    code: String,
    level: Level,
    message: String,
    help: String,
    label: Option<String>,
    snippet: Option<Snippet>,
}

impl Shown {
    fn new(checked: &Checked, at: &Placed<'_>, width: usize) -> Self {
        let finding = at.finding;
        let sources = &checked.register.tree.sources;
        let mut help = harmless(&finding.help);
        for (loc, note) in &finding.notes {
            let (start, _) = sources.span(*loc);
            let path = &sources.get(loc.file).path;
            help.push_str(&format!("\nsee {}:{}:{}: {}", harmless(path), start.line, start.column, harmless(note)));
        }
        let why = finding.rule.why();
        if !why.is_empty() {
            let articles = finding.rule.articles.join(", ");
            help = format!("{help}\nwhy: {why} ({articles})").trim_start().to_owned();
        }
        let source = (!sources.is_empty()).then(|| sources.get(finding.loc.file));
        let snippet = source.map(|source| Snippet::new(source, at));
        Shown {
            code: format!("{} {} {}", finding.level.id(), finding.rule.code, finding.rule.name),
            level: finding.level,
            message: fitted(&harmless(&finding.message), width - MESSAGE_FRAME),
            help: fitted(&help, width - HELP_FRAME),
            label: finding.label.as_deref().map(harmless),
            snippet,
        }
    }
}

/// Columns that miette takes beside a message and beside a help: its indent, and two at the right.
const MESSAGE_FRAME: usize = 4 + 2;
const HELP_FRAME: usize = 8 + 2;

fn fitted(text: &str, width: usize) -> String {
    text.lines().map(|line| wrapped(line, width, 0)).collect::<Vec<_>>().join("\n")
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
impl std::error::Error for Shown {}

impl Diagnostic for Shown {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.code))
    }
    fn severity(&self) -> Option<Severity> {
        Some(match self.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            _ => Severity::Advice,
        })
    }
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.snippet.as_ref().map(|snippet| snippet as &dyn SourceCode)
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let place = &self.snippet.as_ref()?.place;
        let span = SourceSpan::new(place.start.into(), place.len());
        let label = LabeledSpan::new_primary_with_span(self.label.clone(), span);
        Some(Box::new(std::iter::once(label)))
    }
}

/// The lines around a place, with everything in them neutralised that could steer a terminal. Cutting them out
/// keeps miette from scanning a large file for every finding.
struct Snippet {
    name: String,
    text: String,
    first_line: usize,
    /// Where the place stands in the text.
    place: Range<usize>,
    /// Column of the place in its file, from 0.
    column: usize,
}

/// Bytes that are shown of a long line: before the place and after it, or from the beginning where the place is elsewhere.
const AROUND: usize = 1_000;

impl Snippet {
    fn new(source: &Source, at: &Placed<'_>) -> Self {
        let first_line = at.start.line.saturating_sub(1).max(1);
        let last_line = (at.end.line.min(at.start.line + 6) + 1).min(source.line_count());
        let loc = at.finding.loc;
        let mut text = String::new();
        let mut place = 0..usize::MAX;
        // A line of a megabyte is not for reading: the part around the place is.
        for line in first_line..=last_line {
            let from = source.line_start(line);
            let whole = &source.text[from as usize..source.line_start(line + 1) as usize];
            let words = whole.trim_end_matches(['\n', '\r']);
            let (start, end) = (loc.start.saturating_sub(from) as usize, loc.end.saturating_sub(from) as usize);
            let cut =
                if line == at.start.line { start.saturating_sub(AROUND)..end.min(start + AROUND) + AROUND } else { 0..AROUND };
            let shown = words.floor_char_boundary(cut.start)..words.floor_char_boundary(cut.end);
            let in_text = |offset: usize| text.len() + offset.clamp(shown.start, shown.end) - shown.start;
            if line == at.start.line {
                place.start = in_text(start);
            }
            if line == at.end.line {
                place.end = in_text(end);
            }
            text.extend(words[shown].chars().map(same_length));
            if words.len() < whole.len() {
                text.push('\n');
            }
        }
        // Blank ends of a file are not for reading either, unless the place is there.
        text.truncate(text.floor_char_boundary(text.trim_end().len().max(place.start)));
        text.push('\n');
        place.end = place.end.clamp(place.start, text.len());
        Snippet { name: harmless(&source.path), text, first_line, place, column: at.start.column - 1 }
    }
}

/// A letter that takes as many bytes and does nothing.
fn same_length(letter: char) -> char {
    match letter {
        '\n' | '\t' => letter,
        '\r' => ' ',
        letter if letter.is_control() || is_bidi(letter) => match letter.len_utf8() {
            1 => '?',
            2 => '¿',
            _ => '\u{fffd}',
        },
        letter => letter,
    }
}

impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inner = self.text.as_str().read_span(span, before, after)?;
        // miette counts columns in bytes, and knows nothing of what was cut; people count all characters. Whatever does
        // not begin at the place begins a line.
        let start = inner.span().offset();
        let column = if start == self.place.start { self.column } else { 0 };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            &self.text.as_bytes()[start..start + inner.span().len()],
            *inner.span(),
            inner.line() + self.first_line - 1,
            column,
            inner.line_count(),
        )))
    }
}
