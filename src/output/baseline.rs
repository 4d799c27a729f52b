//! What an earlier run's JSON says was there: findings that a later run need not repeat.

use std::collections::HashSet;
use std::sync::Arc;

use serde::Deserialize;

use crate::check::Accepted;

/// The findings of an earlier run.
#[derive(Debug, Default)]
pub struct Baseline {
    fingerprints: Arc<HashSet<String>>,
    /// Names of the one register they are of; none where they are of several, and each fingerprint is one of its register.
    only: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Document {
    format_version: String,
    registers: Vec<String>,
    findings: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    fingerprint: String,
    /// Since 1.1.
    register: Option<String>,
}

/// How a baseline is made.
const MAKE: &str = "make one with `privreg validate --format json`";

impl Baseline {
    /// Reads the JSON of a run.
    ///
    /// # Errors
    /// The end of a sentence that begins with the name of the file: it is no such JSON, or of a form that is not known.
    pub fn read(text: &str) -> Result<Baseline, String> {
        let no_baseline = || format!("is no baseline: {MAKE}");
        let value: serde_json::Value = serde_json::from_str(text).map_err(|_| no_baseline())?;
        let version = value.get("format_version").and_then(|version| version.as_str()).ok_or_else(no_baseline)?;
        if version.split_once('.').is_none_or(|(major, _)| major != "1") {
            return Err(format!("is in version {version} of the format, which is not known here: {MAKE}"));
        }
        let Document { format_version, registers, findings } = serde_json::from_value(value).map_err(|_| no_baseline())?;
        let is_of_several = registers.len() > 1;
        if is_of_several && format_version == "1.0" {
            return Err(format!("is of several registers and does not say which finding is whose: {MAKE}"));
        }
        let own = findings.first().and_then(|row| row.register.clone());
        let only = (!is_of_several).then(|| registers.into_iter().chain(own).collect());
        Ok(Baseline { fingerprints: Arc::new(findings.into_iter().map(|row| row.fingerprint).collect()), only })
    }

    /// What was accepted of a register, known to people and to services by these names. One register alone is the one of the
    /// baseline wherever its folder has gone; among several it has to bear the name.
    pub fn of(&self, name: &str, folder: &str, is_alone: bool) -> Accepted {
        match &self.only {
            None => Accepted { fingerprints: Arc::clone(&self.fingerprints), register: Some(folder.to_owned()) },
            Some(names) if is_alone || names.iter().any(|own| own == name || own == folder) => {
                Accepted { fingerprints: Arc::clone(&self.fingerprints), register: None }
            }
            Some(_) => Accepted::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_baseline_is_refused_in_one_sentence() {
        for (text, says) in [
            ("", "is no baseline"),
            ("[]", "is no baseline"),
            ("{\"findings\": []}", "is no baseline"),
            ("{\"format_version\": 1, \"registers\": [], \"findings\": []}", "is no baseline"),
            ("{\"format_version\": \"1.0\", \"registers\": [\"a\"], \"findings\": [{}]}", "is no baseline"),
            ("{\"format_version\": \"999.0\", \"registers\": [\"a\"], \"findings\": []}", "in version 999.0"),
            ("{\"format_version\": \"0.9\"}", "in version 0.9"),
            ("{\"format_version\": \"1.0\", \"registers\": [\"a\", \"b\"], \"findings\": []}", "of several registers"),
        ] {
            let refused = Baseline::read(text).expect_err(text);
            assert!(refused.starts_with(says) || refused.contains(says), "{text}: {refused}");
        }
    }
}
