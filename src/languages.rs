//! Codes of languages, and the languages documents can be written in.

/// Languages documents can be written in, with their own names: a folder of `data/words/` each.
pub const WRITTEN: [(&str, &str); 3] = [("en", "English"), ("nb", "Norsk bokmål"), ("sv", "Svenska")];

/// Codes of two letters (ISO 639-1), and what countries are taken for languages by their codes.
static CODES: &str = include_str!("../data/languages.txt");

fn line(begins: &str) -> impl Iterator<Item = &'static str> {
    CODES.lines().find_map(|line| line.strip_prefix(begins)).unwrap_or("").split_whitespace()
}

/// Whether documents can be written in a language, by its code without a region.
pub fn is_written(base: &str) -> bool {
    WRITTEN.iter().any(|(tag, _)| *tag == base)
}

/// Whether there is such a language. Of the thousands of codes of three letters (ISO 639-3) none is refused.
pub fn is_code(base: &str) -> bool {
    base.len() == 3 || line("codes:").any(|code| code == base)
}

/// The language that is meant where somebody wrote the code of a country: `da` for `dk`.
pub fn of_country(code: &str) -> Option<&'static str> {
    let code = code.to_lowercase();
    line("countries:").find_map(|pair| pair.split_once('=').filter(|(country, _)| *country == code)).map(|(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_known_and_countries_are_none() {
        for code in ["en", "nb", "nn", "no", "se", "da", "fi", "is", "de", "fr", "pl", "smn"] {
            assert!(is_code(code), "{code}");
        }
        for code in ["dk", "xx", "gr", "cz", "jp", "e", ""] {
            assert!(!is_code(code), "{code}");
        }
        assert_eq!((of_country("dk"), of_country("GR"), of_country("xx")), (Some("da"), Some("el"), None));
        assert!(line("countries:").all(|pair| pair.split_once('=').is_some_and(|(_, lang)| is_code(lang))));
        assert_eq!(line("codes:").count(), 184);
    }
}
