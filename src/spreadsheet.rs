//! Cells that a spreadsheet takes for texts, and tables of them as CSV.

/// A text that no spreadsheet takes for a formula: an apostrophe stands before each line that begins like one, because lists
/// in a cell are split at their lines. Source: OWASP, CSV injection.
pub fn defused(text: &str) -> String {
    let lines = text
        .split('\n')
        .map(|line| if line.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{line}") } else { line.to_owned() });
    lines.collect::<Vec<_>>().join("\n")
}

/// Rows as CSV (RFC 4180 but for the delimiter), every cell defused.
pub fn csv<R: IntoIterator<Item = String>>(delimiter: u8, rows: impl IntoIterator<Item = R>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row.into_iter().map(|cell| defused(&cell)));
    }
    writer.into_inner().unwrap_or_default()
}
