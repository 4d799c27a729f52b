//! Whether an agreement on processing is in force on the day, with a processor or with a customer.

use chrono::NaiveDate;

use crate::decode::Lang;
use crate::law::Law;
use crate::model::Contract;
use crate::wordlists::placeholder;

/// How far an agreement has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Signed, or shown in another way, not ended, and with all items of Art. 28(3) as far as the register says.
    InForce,
    /// In force, and it lacks items of Art. 28(3).
    Incomplete,
    /// Dated later than the day.
    From(NaiveDate),
    /// It has ended, on this day.
    Ended(NaiveDate),
    /// Nothing shows it: no date, no place, or only a word that holds the place of one.
    Unproven,
}

/// How an agreement stands on the day.
pub fn standing(law: &Law, contract: &Contract) -> Standing {
    let day = law.as_of();
    if !is_shown(contract) {
        return Standing::Unproven;
    }
    match (contract.signed, contract.until) {
        (Some(signed), _) if signed > day => Standing::From(signed),
        (_, Some(until)) if until < day => Standing::Ended(until),
        _ if !contract.missing.is_empty() => Standing::Incomplete,
        _ => Standing::InForce,
    }
}

/// Whether there is an agreement that is in force on the day with all that Art. 28(3) asks for.
pub fn is_in_force(law: &Law, contract: Option<&Contract>) -> bool {
    contract.is_some_and(|contract| standing(law, contract) == Standing::InForce)
}

/// Whether the register names a date, a place or another legal act; "pending" is none of these.
fn is_shown(contract: &Contract) -> bool {
    let file = contract.file.as_ref().is_some_and(|file| placeholder(file, Lang::EN).is_none());
    let other = contract.other.as_ref().is_some_and(|other| other.iter().all(|(lang, text)| placeholder(text, lang).is_none()));
    contract.signed.is_some() || contract.document.is_some() || file || other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().expect("a date"))
    }

    fn on_22_november(contract: &Contract) -> Standing {
        standing(&Law::on("2026-11-22".parse().expect("a date")), contract)
    }

    #[test]
    fn an_agreement_is_in_force_from_the_day_it_is_signed_to_its_last() {
        let from = |signed, until| on_22_november(&Contract { signed, until, ..Contract::default() });
        assert_eq!(from(day("2026-11-22"), None), Standing::InForce);
        assert_eq!(from(day("2026-11-23"), None), Standing::From("2026-11-23".parse().expect("a date")));
        assert_eq!(from(day("2020-01-01"), day("2026-11-22")), Standing::InForce);
        assert_eq!(from(day("2020-01-01"), day("2026-11-21")), Standing::Ended("2026-11-21".parse().expect("a date")));
        assert_eq!(from(None, day("2030-01-01")), Standing::Unproven);
    }

    #[test]
    fn a_word_that_holds_the_place_of_evidence_is_none() {
        let other = |text: &str| {
            let text = crate::decode::Text::new(None, [(Lang::EN, text.to_owned())]);
            on_22_november(&Contract { other: Some(text), ..Contract::default() })
        };
        for text in ["pending", "pending evidence", "Pending signature", "tbc", "awaiting reply", "???", "n/a"] {
            assert_eq!(other(text), Standing::Unproven, "{text}");
        }
        assert_eq!(other("Regulation of the municipality of 3 May 2024"), Standing::InForce);
    }

    #[test]
    fn an_agreement_that_lacks_items_is_incomplete() {
        let missing = vec!["(h)".into()].into();
        let contract = Contract { signed: day("2020-01-01"), missing, ..Contract::default() };
        assert_eq!(on_22_november(&contract), Standing::Incomplete);
        assert!(!is_in_force(&Law::on("2026-11-22".parse().expect("a date")), Some(&contract)));
        assert!(!is_in_force(&Law::on("2026-11-22".parse().expect("a date")), None));
    }
}
