//! How much room a page has for rows and names.

use crate::render::Maker;

/// What fits.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// Rows of a table.
    pub rows: usize,
    /// Names behind a number.
    pub names: usize,
    /// Letters of a name; a cell of a table holds twice as many.
    pub letters: usize,
}

impl Room {
    /// A page that may go on.
    pub const ENDLESS: Room = Room { rows: usize::MAX, names: usize::MAX, letters: usize::MAX / 2 };
    /// One sheet of A4, measured in print with names that all are longer than this.
    pub const SHEET: Room = Room { rows: 6, names: 2, letters: 40 };

    /// The first names, and how many more there are.
    pub fn listed(self, maker: &Maker<'_>, names: &[String]) -> String {
        let (shown, more) = names.split_at(self.names.min(names.len()));
        let shown: Vec<String> = shown.iter().map(|name| shortened(name, self.letters)).collect();
        let shown = shown.join("; ");
        match more.len() {
            0 => shown,
            more => maker.words.with_numbers("names-more", &[("names", &shown)], &[("count", more)]),
        }
    }
}

/// At most so many letters; `…` ends what was cut, after a whole word where there is one.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let kept = &text[..end];
    let kept = kept.rsplit_once(' ').map_or(kept, |(words, _)| words);
    format!("{}…", kept.trim_end_matches([',', ';', ' ']))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_cut_text_ends_with_a_whole_word() {
        assert_eq!(shortened("Følge opp kunder", 16), "Følge opp kunder");
        assert_eq!(shortened("Følge opp, kunder", 14), "Følge opp…");
        assert_eq!(shortened("Ærespromenaden", 2), "Ær…");
    }
}
