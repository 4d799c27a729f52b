//! The law as it stands on a day. [`Law::on`] is the only way in: rules never see another date.
//!
//! Each file here reads one table of `data/law/` and answers the questions that rules ask of it. A fact carries its
//! source and how sure it is; a question about a fact that is missing or unsure is answered with "not known".

mod adequacy;
mod authorities;
mod eea;
mod instruments;
mod national;
mod practice;
mod reviews;
mod statutes;
mod superseded;

use chrono::NaiveDate;

use crate::decode::{Country, Duration};
use crate::model::{AiUse, Mechanism, SccSet};

pub use adequacy::{Decision, is_listing};
pub use authorities::Authority;
pub use instruments::{Clauses, Validity};
pub use national::{National, NationalId};
pub use practice::{DpiaEntry, DpiaList, Marketing, Threshold, Vendor};
pub use reviews::Review;
pub use statutes::{PeriodKind, StatutoryPeriod};
pub use superseded::Superseded;

/// The law on a day.
#[derive(Debug, Clone, Copy)]
pub struct Law {
    as_of: NaiveDate,
}

impl Law {
    pub fn on(as_of: NaiveDate) -> Law {
        Law { as_of }
    }

    /// The day that everything is judged on.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Whether the GDPR applies there as Union or EEA law.
    pub fn is_eea(&self, country: Country) -> bool {
        eea::is_member(country, self.as_of)
    }

    /// Whether a transfer there needs chapter V.
    pub fn is_third_country(&self, country: Country) -> bool {
        !self.is_eea(country)
    }

    /// Whether sending data there needs a mechanism of chapter V: not in the months after the United Kingdom left.
    pub fn needs_mechanism(&self, country: Country) -> bool {
        self.is_third_country(country) && !adequacy::is_interim(country, self.as_of)
    }

    /// First day of the GDPR in a country of the EEA.
    pub fn gdpr_since(&self, country: Country) -> NaiveDate {
        eea::gdpr_since(country)
    }

    /// Whether a country applies Union law through the EEA Agreement only.
    pub fn is_efta_state(&self, country: Country) -> bool {
        eea::is_efta(country)
    }

    /// The adequacy decision on a country in force.
    pub fn adequacy(&self, country: Country) -> Option<&'static Decision> {
        adequacy::decision(country, self.as_of)
    }

    /// The decision on a country that ended last.
    pub fn former_adequacy(&self, country: Country) -> Option<&'static Decision> {
        adequacy::former(country, self.as_of)
    }

    /// The adequacy decision on an international organisation.
    pub fn organisation_adequacy(&self, name: &str) -> Option<&'static Decision> {
        adequacy::on_organisation(name, self.as_of)
    }

    /// Whether a mechanism can carry a transfer.
    pub fn validity(&self, mechanism: Mechanism) -> Validity {
        instruments::validity(mechanism, self.as_of)
    }

    /// Whether a transfer on a safeguard of Art. 46 needs an assessment of the law over there.
    pub fn demands_transfer_assessments(&self) -> bool {
        instruments::demands_assessments(self.as_of)
    }

    pub fn clauses(&self, set: SccSet) -> Option<&'static Clauses> {
        instruments::clauses(set)
    }

    /// What a country adds to the GDPR.
    pub fn national(&self, country: Country) -> Option<&'static National> {
        national::of(country)
    }

    /// The shortest period of keeping that a cited provision demands.
    pub fn cited_period(&self, citation: &str) -> Option<&'static StatutoryPeriod> {
        statutes::cited(citation)
    }

    /// Caps or benchmarks of a country.
    pub fn periods(&self, country: Country, kind: PeriodKind) -> impl Iterator<Item = &'static StatutoryPeriod> {
        statutes::of(country, kind)
    }

    /// The statute behind a built-in retention rule.
    pub fn built_in_period(&self, id: &str, country: Country) -> Option<&'static StatutoryPeriod> {
        statutes::built_in(id, country)
    }

    /// The first reference in a text to law that no longer holds, with where it stands. Only [`superseded_patterns`] of
    /// the numbers in `tried` are looked for.
    pub fn superseded(
        &self,
        text: &str,
        tried: impl IntoIterator<Item = usize>,
        country: Option<Country>,
    ) -> Option<(&'static Superseded, std::ops::Range<usize>)> {
        superseded::find(text, tried, country, self.as_of)
    }

    /// After how long something is looked at again where the register sets no time.
    pub fn review_interval(&self, of: Review) -> Duration {
        reviews::interval(of, self.as_of)
    }

    /// The supervisory authority of a country.
    pub fn authority(&self, country: Country) -> Option<&'static Authority> {
        authorities::of(country)
    }

    pub fn authorities(&self) -> &'static [Authority] {
        authorities::all()
    }

    /// The word of a post that usually conflicts with the office of a DPO (Art. 38(6)).
    pub fn conflicting_post(&self, post: &str) -> Option<&'static str> {
        practice::conflicting_post(post)
    }

    pub fn dpo_threshold(&self, country: Country) -> Option<&'static Threshold> {
        practice::dpo_threshold(country)
    }

    /// Number of employees below which a record may be left out (Art. 30(5)).
    pub fn record_exempt_below(&self) -> Option<u32> {
        practice::record_exempt_below(self.as_of)
    }

    /// The national rule on electronic marketing.
    pub fn marketing(&self, country: Country) -> Option<&'static Marketing> {
        practice::marketing(country)
    }

    /// Whether Art. 5 of the AI Act bans a use in the Union.
    pub fn is_prohibited_ai(&self, use_of: AiUse) -> bool {
        practice::is_prohibited_ai(use_of, self.as_of)
    }

    /// Whether a banned use has an exception for medical or safety reasons.
    pub fn may_be_excepted(&self, use_of: AiUse) -> bool {
        practice::may_be_excepted(use_of)
    }

    /// Whether a use stands in Annex III of the AI Act.
    pub fn is_high_risk_ai(&self, use_of: AiUse) -> bool {
        practice::is_high_risk_ai(use_of)
    }

    /// Whether the duties for uses of Annex III apply in the Union.
    pub fn high_risk_applies(&self) -> bool {
        practice::high_risk_applies(self.as_of)
    }

    /// Whether Art. 50 of the AI Act applies in the Union.
    pub fn ai_transparency_applies(&self) -> bool {
        practice::ai_transparency_applies(self.as_of)
    }

    /// The list under Art. 35(4) of a country.
    pub fn dpia_list(&self, country: Country) -> Option<&'static DpiaList> {
        practice::dpia_list(country)
    }

    /// A vendor named in a text, of those that a test accepts.
    pub fn vendor(&self, text: &str, accepts: impl Fn(&Vendor) -> bool) -> Option<&'static Vendor> {
        practice::vendor(text, accepts)
    }
}

/// How references to law that no longer holds are written, by number, for a first look at a text: [`Law::superseded`] knows the day.
pub fn superseded_patterns() -> impl Iterator<Item = &'static str> {
    superseded::patterns()
}

/// Reads a file of `data/law/`. The files are part of the program, and tests read all of them.
fn read<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("data/law/{name}: {error}"))
}

/// A date as TOML writes it.
fn day<'de, D: serde::Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    use serde::Deserialize;
    let date = toml::value::Datetime::deserialize(from)?;
    date.date
        .and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()))
        .ok_or_else(|| serde::de::Error::custom("a date"))
}

fn day_or_none<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    day(from).map(Some)
}

/// Whether a day lies in a range with inclusive ends, either of which may be open.
fn holds(from: Option<NaiveDate>, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}
