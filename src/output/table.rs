//! Tables for terminals: shrunk to the width, without frames.

use comfy_table::{ContentArrangement, Table, presets};

/// Rows below a header; the last columns shrink first.
pub fn table(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>, width: usize) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width.min(u16::MAX.into()) as u16);
    table.set_header(header.iter().copied());
    for row in rows {
        table.add_row(row.iter().map(|cell| super::one_line(cell)));
    }
    table.lines().map(|line| line.trim().to_owned() + "\n").collect()
}
