//! Until when a request must be answered: one month after receipt (Art. 12(3)), counted as Regulation 1182/71 counts.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The last day of a month that begins with the receipt: the same date, or the last day of a shorter month (Art. 3(2)(c));
/// a Saturday or Sunday moves it to the next working day (Art. 3(4)). Public holidays would move it too, and are not known
/// here. `None` past the end of the calendar.
pub(super) fn one_month_after(received: NaiveDate) -> Option<NaiveDate> {
    let last = received.checked_add_months(Months::new(1))?;
    let days = match last.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    last.checked_add_days(Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_with_the_same_date_or_the_last_day_and_never_at_a_weekend() {
        for (received, last) in [
            ("2026-11-20", "2026-12-21"), // the 20th is a Sunday
            ("2026-11-19", "2026-12-21"), // the 19th is a Saturday
            ("2026-11-18", "2026-12-18"),
            ("2025-01-31", "2025-02-28"),
            ("2024-01-31", "2024-02-29"), // a leap year
            ("2024-01-30", "2024-02-29"),
            ("2024-02-29", "2024-03-29"),
            ("2026-01-31", "2026-03-02"), // 28 February is a Saturday
            ("2026-08-31", "2026-09-30"),
            ("2026-12-31", "2027-02-01"), // 31 January is a Sunday
            ("2024-12-31", "2025-01-31"),
        ] {
            let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
            assert_eq!(one_month_after(day(received)), Some(day(last)), "received on {received}");
        }
        assert_eq!(one_month_after(NaiveDate::MAX), None);
    }
}
