//! What a person says about their organisation, checked where it is given.

use crate::countries::{self, Found};
use crate::decode::Lang;
use crate::languages;

/// Answers; what is not given is TODO in the register, or left out where a register can do without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub name: Option<String>,
    pub number: Option<String>,
    pub address: Option<String>,
    pub email: Option<String>,
    pub website: Option<String>,
    /// The data protection officer.
    pub dpo: Option<Officer>,
    /// Code of ISO 3166-1.
    pub country: Option<String>,
    pub languages: Option<Languages>,
}

/// Codes of languages, the first one first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages(pub Vec<String>);

/// A person with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    pub name: String,
    pub email: String,
}

const LONGEST: usize = 200;

/// A name or an address: any text on one line.
///
/// # Errors
/// The text is empty, too long, or holds what no line can.
pub fn line(text: &str) -> Result<String, String> {
    let text = text.trim();
    let steers =
        |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    match text {
        "" => Err("write a text, or leave it out".into()),
        text if text.chars().count() > LONGEST => Err(format!("write at most {LONGEST} letters")),
        text if text.contains(steers) => Err("write it on one line, in letters that can be seen".into()),
        text => Ok(text.to_owned()),
    }
}

/// # Errors
/// The text is no e-mail address.
pub fn email(text: &str) -> Result<String, String> {
    let text = line(text)?;
    let is_plain = text.chars().all(|letter| letter.is_alphanumeric() || ".@-_+".contains(letter));
    let is_address = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.contains('@') && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    if is_plain && is_address { Ok(text) } else { Err("write it like privacy@nordlys.no".into()) }
}

/// A data protection officer: `Kari Berg <dpo@nordlys.no>`.
///
/// # Errors
/// The name or the address is missing.
pub fn officer(text: &str) -> Result<Officer, String> {
    let parts = text.trim().strip_suffix('>').and_then(|text| text.split_once('<'));
    let officer = parts.and_then(|(name, address)| Some(Officer { name: line(name).ok()?, email: email(address).ok()? }));
    officer.ok_or_else(|| "write it like Kari Berg <dpo@nordlys.no>".into())
}

/// # Errors
/// The text is no web address.
pub fn website(text: &str) -> Result<String, String> {
    let text = line(text)?;
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or("");
    let is_plain = host.chars().all(|letter| letter.is_alphanumeric() || ".-_/:~".contains(letter));
    let is_host = host.contains('.') && host.starts_with(char::is_alphanumeric);
    if is_plain && is_host {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err("write it like https://www.nordlys.no".into())
    }
}

/// The code of a country, by its code or its English name.
///
/// # Errors
/// There is no such country.
pub fn country(text: &str) -> Result<String, String> {
    match countries::find(text.trim()) {
        Found::Exact(country) | Found::Alias(country) => Ok(country.code().to_owned()),
        Found::Nothing => countries::find(&text.trim().to_uppercase()).code().ok_or_else(|| match countries::nearest(text) {
            Some((name, country)) => format!("did you mean {name} ({country})?"),
            None => "write its two-letter code, such as NO, SE or DE".into(),
        }),
    }
}

impl Found {
    fn code(self) -> Option<String> {
        match self {
            Found::Exact(country) | Found::Alias(country) => Some(country.code().to_owned()),
            Found::Nothing => None,
        }
    }
}

/// Languages, the first one first: `nb,en`.
///
/// # Errors
/// One of them is no code of a language.
pub fn languages(text: &str) -> Result<Languages, String> {
    let mut all: Vec<String> = Vec::new();
    for tag in text.split([',', ' ']).map(str::trim).filter(|tag| !tag.is_empty()) {
        // `no` does not say which Norwegian; the format reads it as bokmål.
        let tag = if tag == "no" { "nb" } else { tag };
        let known = Lang::parse(tag).filter(|lang| languages::is_code(lang.base()));
        let lang = known.ok_or_else(|| match languages::of_country(tag) {
            Some(lang) => format!("`{tag}` is the code of a country: write `{lang}`"),
            None => format!("`{tag}` is no language: write codes such as nb,en"),
        })?;
        if !all.iter().any(|own| own == lang.as_str()) {
            all.push(lang.as_str().to_owned());
        }
    }
    if all.is_empty() { Err("write codes such as nb,en".into()) } else { Ok(Languages(all)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_checked_where_they_are_given() {
        assert_eq!(line("  Å & Sønn: \"Best\" # AS "), Ok("Å & Sønn: \"Best\" # AS".into()));
        for text in ["", " ", "a\nb", "a\u{1b}b", "a\u{2028}b", &"x".repeat(201)] {
            assert!(line(text).is_err(), "{text:?}");
        }
        for text in ["a@b.no", "first.last+x@mail.b-c.co"] {
            assert!(email(text).is_ok(), "{text}");
        }
        for text in ["a", "a@b", "@b.no", "a@b.", "a b@c.no", "a@b.no, c@d.no", "a@b.no}", "<a@b.no>", "a@@b.no"] {
            assert!(email(text).is_err(), "{text}");
        }
        let kari = Officer { name: "Kari Berg".into(), email: "dpo@nordlys.no".into() };
        assert_eq!(officer("Kari Berg <dpo@nordlys.no>"), Ok(kari));
        for text in ["dpo@nordlys.no", "Kari", "<dpo@nordlys.no>", "Kari <dpo>", "Kari <dpo@nordlys.no> x"] {
            assert!(officer(text).is_err(), "{text}");
        }
        assert_eq!(website("https://nordlys.no/"), Ok("https://nordlys.no".into()));
        for text in ["nordlys.no", "https://", "https://a b.no", "javascript:alert(1)", "https://a.no\"}"] {
            assert!(website(text).is_err(), "{text}");
        }
        assert_eq!((country("no"), country("Sweden")), (Ok("NO".into()), Ok("SE".into())));
        assert!(country("Narnia").is_err());
        assert_eq!(languages("no, en,en"), Ok(Languages(vec!["nb".into(), "en".into()])));
        assert!(languages("").is_err() && languages("english").is_err());
    }
}
