//! Durations, phrases of retention, dates, countries, citations: values with a syntax of their own.

use privreg::countries::{self, Found};
use privreg::decode::{Duration, Lang, Lifetime, parse_date};

use super::texts::{AS_OF, law};
use super::{documents, findings};

/// Each line is a value, by itself and in every field that could take it.
pub fn scalars(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let values: Vec<&str> = text.lines().filter(|line| !line.starts_with(AS_OF)).take(4).collect();
    for value in &values {
        alone(value);
    }
    // Two values in one register, so that they meet.
    let quoted = |at: usize| {
        let value = values.get(at).or(values.first()).unwrap_or(&"");
        serde_json::to_string(value).expect("a text")
    };
    let register = FIELDS.replace("%0", &quoted(0)).replace("%1", &quoted(1)).replace("%2", &quoted(2));
    let files = [("privreg.yaml".to_owned(), register.into_bytes())];
    findings::hold(&files, &law(bytes), &findings::everything());
    documents::hold(&files, &law(bytes));
}

fn alone(value: &str) {
    if let Some(duration) = Duration::parse(value) {
        assert_eq!(Duration::parse(&duration.to_string()).as_ref(), Some(&duration), "{value:?} does not survive writing");
        let iso = duration.iso();
        assert_eq!(Duration::parse(&iso).map(|again| again.iso()), Some(iso), "{value:?} does not survive ISO 8601");
        let days = duration.days();
        assert!(days.is_finite() && days >= 0.0, "{value:?} has {days} days");
        for from in ["0001-01-01", "2024-02-29", "9999-12-31"] {
            let from = from.parse().expect("a date");
            assert!(duration.after(from) >= from, "{value:?} goes back in time");
        }
    }
    let _ = Lifetime::parse(value);
    if let Some(date) = parse_date(value) {
        assert_eq!(date.to_string(), value);
    }
    if let Some(lang) = Lang::parse(value) {
        assert_eq!(lang.to_string(), value);
    }
    if let Found::Exact(country) | Found::Alias(country) = countries::find(value) {
        assert!(countries::is_known(country), "{value:?} is read as {country}");
        for lang in ["en", "nb", "sv"] {
            assert!(
                countries::name(country, lang).is_some() && countries::within(country, lang).is_some(),
                "{country} in {lang}"
            );
        }
        countries::is_named_in(country, value);
    }
    countries::nearest(value);
}

const FIELDS: &str = r#"organisation:
  name: %0
  country: %1
  email: %0
  phone: %1
  employees: %0
  languages: [en, %2]
  stores_in: [%0, %1]
  dpo: {name: A, email: %0, appointed: %1}
  breach: {authority_within: %0, documented: %1, people_told: {%0: %1}}
settings: {fail_on: %0, review_every: %1, rules: {%0: %1}}
activities:
  a:
    name: %0
    status: %1
    started: %0
    ended: %1
    reviewed: %0
    data_subjects: [customers, %0]
    data_categories: {name: %0, email: %1, phone: {for: %0, after: %1}, photo: {retention: %2}}
    retention: %0
    purposes:
      p: {name: %1, legal_basis: [{basis: %0, law: %1}, {basis: legal-obligation, law: [%0, %1]}], retention: %2}
    recipients: [r, %0]
    sources: %1
    automated_decisions: %0
recipients:
  r: {name: %0, role: processor, country: %1, stored_in: [%0, %1], accessed_from: %2, contract: {signed: %0, until: %1}, transfers: {%0: {mechanism: %1, signed: %2}, US: {mechanism: scc, signed: %0}}}
cookies:
  c: {purpose: %0, lifetime: %1, party: %0}
retention:
  k: {period: %0, law: %1, text: %2}
  l: %0
events: {e: %0}
laws: {w: {name: %0, country: %1}}
assessments:
  s: {kind: lia, date: %0, review: %1}
notices:
  n: {covers: all, published: %0, version: %1, languages: [%2, en]}
suppress:
  - {rule: %0, for: %1, reason: %2, until: %0}
"#;
