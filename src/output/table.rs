//! Tables for terminals: shrunk to the width, without frames.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

/// Between two columns.
const GAP: usize = 2;

/// Rows below a header; long cells shrink first, and words break only where nothing else helps.
pub fn table(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>, width: usize) -> String {
    let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.iter().map(|cell| super::one_line(cell)).collect()).collect();
    let mut table = Table::new();
    // Every line begins with the padding of its first column, which is cut off again.
    let width = u16::try_from(width.saturating_add(1)).unwrap_or(u16::MAX);
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(header.iter().copied());
    let least = longest_words(header, &rows);
    table.add_rows(rows);
    if needed(&least) <= usize::from(width) {
        table.set_constraints(least.iter().map(|least| {
            let with_padding = u16::try_from(least + GAP).unwrap_or(u16::MAX);
            ColumnConstraint::LowerBoundary(Width::Fixed(with_padding))
        }));
    }
    table.lines().map(|line| line.strip_prefix(' ').unwrap_or(&line).trim_end().to_owned() + "\n").collect()
}

/// The same with as many columns as fit without breaking words; the others are named below, with what to ask for.
pub fn fitted(header: &[&str], rows: Vec<Vec<String>>, width: usize, ask_for: &str) -> String {
    let fit = columns_that_fit(header, &rows, width);
    let rows = rows.into_iter().map(|row| row.into_iter().take(fit).collect());
    let mut out = table(&header[..fit], rows, width);
    if fit < header.len() {
        let left_out = format!("No room for {}: ask for {ask_for}.", header[fit..].join(", "));
        out.push_str(&format!("\n{}\n", super::wrapped(&left_out, width, 0)));
    }
    out
}

/// How many columns, from the first, fit without breaking a word; two at least.
fn columns_that_fit(header: &[&str], rows: &[Vec<String>], width: usize) -> usize {
    let least = longest_words(header, rows);
    let fits = |columns: usize| needed(&least[..columns]) <= width;
    (2..=header.len()).rev().find(|columns| fits(*columns)).unwrap_or(2).min(header.len())
}

fn needed(columns: &[usize]) -> usize {
    columns.iter().map(|width| width + GAP).sum::<usize>().saturating_sub(GAP)
}

/// Length of the longest word of each column.
fn longest_words(header: &[&str], rows: &[Vec<String>]) -> Vec<usize> {
    let longest = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let below = |column: usize| rows.iter().filter_map(move |row| row.get(column)).map(|cell| longest(cell)).max().unwrap_or(0);
    header.iter().enumerate().map(|(column, name)| longest(name).max(below(column))).collect()
}
