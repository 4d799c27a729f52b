//! Registers put together of cells: a text with what comes once, and what comes once for each cell.

/// The register of so many cells. A line with a `$` comes once a cell, with all that is indented below it: `$` is the number
/// of the cell, `$+` and `$++` are those of the next two, with the first after the last.
pub fn expand(template: &str, cells: usize) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut all = String::new();
    let mut lines = template.lines().peekable();
    while let Some(line) = lines.next() {
        let mut block = format!("{line}\n");
        if line.trim_start().starts_with('#') || !line.contains('$') {
            all.push_str(&block);
            continue;
        }
        while let Some(more) = lines.next_if(|more| indent(more) > indent(line)) {
            block.push_str(more);
            block.push('\n');
        }
        for cell in 0..cells {
            let number = |further: usize| ((cell + further) % cells).to_string();
            all.push_str(&block.replace("$++", &number(2)).replace("$+", &number(1)).replace('$', &number(0)));
        }
    }
    all
}
