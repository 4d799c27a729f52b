//! Whether colours of one's own can be read: WCAG 2.2, success criterion 1.4.3, in the light and in the dark.

use regex::Regex;

/// Least contrast of text with what is behind it.
const LEAST: f64 = 4.5;

/// Colours of a style sheet, as far as it sets them by the names of the shipped one.
#[derive(Clone, Default)]
struct Colours(Vec<(String, String)>);

impl Colours {
    fn set(&mut self, css: &str) {
        let property = Regex::new(r"--pr-(text|back|accent|soft)\s*:\s*([^;}]+)").expect("a pattern");
        for found in property.captures_iter(css) {
            self.0.retain(|(name, _)| *name != found[1]);
            self.0.push((found[1].to_owned(), found[2].trim().to_owned()));
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    fn problem(&self, scheme: &str) -> Option<String> {
        for front in ["text", "accent"] {
            for back in ["back", "soft"] {
                let (Some(one), Some(other)) = (self.get(front), self.get(back)) else { continue };
                let (Some(first), Some(second)) = (luminance(one), luminance(other)) else {
                    let odd = if luminance(one).is_none() { (front, one) } else { (back, other) };
                    return Some(format!(
                        "--pr-{} is `{}`: write it like #0b4f8a, so that its contrast can be checked",
                        odd.0, odd.1
                    ));
                };
                let contrast = (first.max(second) + 0.05) / (first.min(second) + 0.05);
                if contrast < LEAST {
                    return Some(format!(
                        "--pr-{front} ({one}) on --pr-{back} ({other}) has a contrast of {contrast:.1} in the {scheme} scheme; at least {LEAST} is needed to read it"
                    ));
                }
            }
        }
        None
    }
}

/// Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2, definitions).
fn luminance(colour: &str) -> Option<f64> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.chars().all(|digit| digit.is_ascii_hexdigit()))?;
    let pairs: Vec<String> = match digits.len() {
        3 => digits.chars().map(|digit| format!("{digit}{digit}")).collect(),
        6 => [0, 2, 4].map(|at| digits[at..at + 2].to_owned()).to_vec(),
        _ => return None,
    };
    let linear = |pair: &String| {
        let part = f64::from(u8::from_str_radix(pair, 16).unwrap_or_default()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let parts: Vec<f64> = pairs.iter().map(linear).collect();
    Some(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])
}

/// What cannot be read with a style sheet; `None` if all can. Print has colours of its own and is not looked at.
pub fn problem(css: &str) -> Option<String> {
    let mut light = Colours::default();
    let mut dark = Colours::default();
    let mut rest = css;
    while let Some(at) = rest.find("@media") {
        light.set(&rest[..at]);
        dark.set(&rest[..at]);
        let (head, block, after) = block(&rest[at..]);
        if head.contains("prefers-color-scheme") && head.contains("dark") {
            dark.set(block);
        } else if head.contains("prefers-color-scheme") {
            light.set(block);
        }
        rest = after;
    }
    light.set(rest);
    dark.set(rest);
    light.problem("light").or_else(|| dark.problem("dark"))
}

/// A rule in braces: what stands before them, inside and after.
fn block(css: &str) -> (&str, &str, &str) {
    let Some(start) = css.find('{') else { return (css, "", "") };
    let mut depth = 0;
    for (at, letter) in css.char_indices().skip_while(|(at, _)| *at < start) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&css[..start], &css[start + 1..at], &css[at + 1..]);
        }
    }
    (&css[..start], &css[start + 1..], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::engine::STYLE;

    #[test]
    fn shipped_colours_can_be_read() {
        assert_eq!(problem(STYLE), None);
    }

    #[test]
    fn pale_colours_are_found_in_both_schemes() {
        let pale = problem(&format!("{STYLE}:root{{--pr-accent:#9bd}}"));
        assert!(pale.as_deref().is_some_and(|text| text.contains("#9bd") && text.contains("light")), "{pale:?}");
        let dark = problem(&format!("{STYLE}@media (prefers-color-scheme: dark){{:root{{--pr-text:#444}}}}"));
        assert!(dark.as_deref().is_some_and(|text| text.contains("dark")), "{dark:?}");
        let named = problem(&format!("{STYLE}:root{{--pr-back:ivory}}"));
        assert!(named.as_deref().is_some_and(|text| text.contains("ivory")), "{named:?}");
        assert_eq!(problem("body{color:black}"), None);
    }
}
