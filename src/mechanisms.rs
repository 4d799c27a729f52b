//! Whether what a transfer is said to rest on is there on the day: signed, listed, not run out.

use chrono::NaiveDate;

use crate::law::{Law, Validity};
use crate::model::*;

/// How far a mechanism has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It applies on the day.
    Holds,
    /// It is dated later.
    From(NaiveDate),
    /// It ran out.
    Ended,
    /// Nothing says that it has been signed, or that the company is on the list.
    Open,
}

/// How a mechanism of a recipient stands. An entry in a list counts where it is active and somebody has looked it up.
pub fn stand(law: &Law, recipient: &Recipient, entry: &Transfer) -> Stand {
    let day = law.as_of();
    let Some(mechanism) = entry.mechanism else { return Stand::Open };
    if entry.valid_until.is_some_and(|last| last < day) || law.validity(mechanism) != Validity::Valid {
        return Stand::Ended;
    }
    let since = match mechanism {
        Mechanism::Sccs | Mechanism::AdHocClauses => entry.signed,
        Mechanism::CodeOfConduct => entry.adherence,
        Mechanism::Dpf => return if dpf(law, recipient).is_some() { Stand::Holds } else { Stand::Open },
        Mechanism::Unspecified => return Stand::Open,
        _ => return Stand::Holds,
    };
    match since {
        Some(day_of) if day_of <= day => Stand::Holds,
        Some(day_of) => Stand::From(day_of),
        None => Stand::Open,
    }
}

/// The entry of a recipient in the Data Privacy Framework list: active, under a name, looked up, and not run out.
pub fn dpf<'r>(law: &Law, recipient: &'r Recipient) -> Option<(&'r str, NaiveDate)> {
    let entry = recipient.dpf.as_deref()?;
    let is_active = matches!(entry.status, Some(DpfStatus::Active | DpfStatus::ActiveUnderReview));
    let checked = entry.checked.filter(|day| *day <= law.as_of() && is_active)?;
    let ran_out = entry.until.is_some_and(|last| last < law.as_of());
    Some((entry.entity.as_deref()?, checked)).filter(|_| !ran_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipient(dpf: Option<Dpf>) -> Recipient {
        Recipient { dpf: dpf.map(Box::new), ..Recipient::default() }
    }

    fn date(text: &str) -> Option<NaiveDate> {
        Some(text.parse().expect("a date"))
    }

    #[test]
    fn clauses_hold_from_the_day_they_are_signed() {
        let law = Law::on("2026-11-22".parse().expect("a date"));
        let clauses = |signed| Transfer { mechanism: Some(Mechanism::Sccs), signed, ..Transfer::default() };
        let stand_of = |entry: &Transfer| stand(&law, &recipient(None), entry);
        assert_eq!(stand_of(&clauses(date("2026-11-22"))), Stand::Holds);
        assert_eq!(stand_of(&clauses(date("2026-11-23"))), Stand::From(date("2026-11-23").expect("a date")));
        assert_eq!(stand_of(&clauses(None)), Stand::Open);
        assert_eq!(stand_of(&Transfer { valid_until: date("2026-11-21"), ..clauses(date("2020-01-01")) }), Stand::Ended);
        let dead = Transfer { mechanism: Some(Mechanism::PrivacyShield), ..Transfer::default() };
        assert_eq!(stand_of(&dead), Stand::Ended);
    }

    #[test]
    fn a_company_is_certified_only_where_its_entry_is_active_and_was_looked_up() {
        let law = Law::on("2026-11-22".parse().expect("a date"));
        let entry = Dpf {
            entity: Some("Mailhop Inc.".into()),
            status: Some(DpfStatus::Active),
            checked: date("2026-06-01"),
            ..Dpf::default()
        };
        let holds = |entry: Dpf| dpf(&law, &recipient(Some(entry))).is_some();
        assert!(holds(entry.clone()));
        assert!(!holds(Dpf { status: Some(DpfStatus::Unknown), ..entry.clone() }));
        assert!(!holds(Dpf { checked: date("2026-12-01"), ..entry.clone() }));
        assert!(!holds(Dpf { until: date("2026-11-01"), ..entry.clone() }));
        assert!(!holds(Dpf { entity: None, ..entry }));
    }
}
