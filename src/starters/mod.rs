//! Registers to begin with: the ones in `examples/`, with the person's own organisation in place of the invented one.

mod adapt;
mod answers;
mod around;

pub use answers::{Answers, Languages, Officer, country, email, languages, line, officer, website};
pub use around::SCHEMAS;

/// A register to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Template {
    /// A small company in one file
    Minimal,
    /// A software supplier, controller and processor
    Saas,
    /// A web shop, in TOML
    Shop,
    /// An association with volunteers and children
    Association,
    /// A clinic under professional secrecy
    Clinic,
    /// A company that works for other companies
    Processor,
}

/// What privreg knows of a starter beside its files.
#[derive(Debug)]
pub struct Starter {
    /// Every file by its path below the register.
    files: &'static [(&'static str, &'static str)],
    /// What the invented organisation is called, the registered name first.
    names: &'static [&'static str],
    email: &'static str,
    website: Option<&'static str>,
    pub country: &'static str,
    /// The first is the language of texts that name none.
    pub languages: &'static [&'static str],
    /// Days on which the invented organisation last looked, and published its notices.
    days: &'static [&'static str],
    /// Whether it has a data protection officer.
    pub has_dpo: bool,
}

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$( ($name, include_str!(concat!("../../examples/", $folder, "/", $name))) ),+]
    };
}

static MINIMAL: Starter = Starter {
    files: files!["minimal": "privreg.yaml", "README.md"],
    names: &["Nordlys Keramikk AS"],
    email: "privacy@nordlyskeramikk.no",
    website: None,
    country: "NO",
    languages: &["en"],
    days: &["2026-10-05"],
    has_dpo: false,
};

static SAAS: Starter = Starter {
    files: files![
        "saas":
        "privreg.yaml",
        "shared.yaml",
        "notices.yaml",
        "activities/customers.yaml",
        "activities/payroll.yaml",
        "activities/recruitment.yaml",
        "activities/sales.yaml",
        "activities/support.yaml",
        "processing-for/summaries.yaml",
        "processing-for/workspace.yaml",
        "README.md",
    ],
    names: &["Fjordvakt AS", "Fjordvakt"],
    email: "privacy@fjordvakt.no",
    website: Some("https://www.fjordvakt.no"),
    country: "NO",
    languages: &["en", "nb"],
    days: &["2026-09-21", "2026-11-02"],
    has_dpo: false,
};

static SHOP: Starter = Starter {
    files: files![
        "shop":
        "privreg.toml",
        "shared.toml",
        "cookies.toml",
        "notices.toml",
        "activities/customer-service.toml",
        "activities/newsletter.toml",
        "activities/orders.toml",
        "activities/payment.toml",
        "activities/payroll.toml",
        "activities/returns-and-complaints.toml",
        "activities/web-analytics.toml",
        "README.md",
    ],
    names: &["Fjellbutikken AS", "Fjellbutikken"],
    email: "personvern@fjellbutikken.no",
    website: Some("https://www.fjellbutikken.no"),
    country: "NO",
    languages: &["nb", "en", "sv"],
    days: &["2026-10-12", "2026-11-02"],
    has_dpo: false,
};

static ASSOCIATION: Starter = Starter {
    files: files![
        "association":
        "privreg.yaml",
        "shared.yaml",
        "notices.yaml",
        "activities/events.yaml",
        "activities/grants.yaml",
        "activities/membership.yaml",
        "activities/photos.yaml",
        "activities/police-certificates.yaml",
        "activities/training-groups.yaml",
        "activities/volunteers.yaml",
        "README.md",
    ],
    names: &["Lysvik Idrettslag", "Lysvik IL"],
    email: "personvern@lysvikil.no",
    website: Some("https://www.lysvikil.no"),
    country: "NO",
    languages: &["nb", "en", "sv"],
    days: &["2026-09-14", "2026-11-02"],
    has_dpo: false,
};

static CLINIC: Starter = Starter {
    files: files!["clinic": "privreg.yaml", "README.md"],
    names: &["Lindens Fysioterapi AB"],
    email: "dataskydd@lindensfysio.se",
    website: Some("https://www.lindensfysio.se"),
    country: "SE",
    languages: &["sv", "en", "nb"],
    days: &["2026-10-19", "2026-11-02"],
    has_dpo: true,
};

static PROCESSOR: Starter = Starter {
    files: files!["processor": "privreg.yaml", "README.md"],
    names: &["Lønhuset Exempel ApS"],
    email: "persondata@lonhuset-exempel.dk",
    website: Some("https://www.lonhuset-exempel.dk"),
    country: "DK",
    languages: &["da", "en"],
    days: &["2026-10-26", "2026-11-02"],
    has_dpo: false,
};

impl Template {
    pub fn starter(self) -> &'static Starter {
        match self {
            Template::Minimal => &MINIMAL,
            Template::Saas => &SAAS,
            Template::Shop => &SHOP,
            Template::Association => &ASSOCIATION,
            Template::Clinic => &CLINIC,
            Template::Processor => &PROCESSOR,
        }
    }
}

/// All files of a new register but its schemas, by their paths below its folder.
pub fn files(template: Template, answers: &Answers) -> Vec<(String, String)> {
    let starter = template.starter();
    let mut files = adapt::adapted(starter, answers);
    files.extend(around::files(starter));
    files
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_file_of_every_starter_is_compiled_in() {
        for template in Template::value_variants() {
            let id = template.to_possible_value().expect("a name").get_name().to_owned();
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(&id);
            let there: BTreeSet<String> = walkdir::WalkDir::new(&folder)
                .into_iter()
                .filter_map(Result::ok)
                .filter(|entry| entry.file_type().is_file())
                .map(|entry| entry.path().strip_prefix(&folder).expect("below").to_string_lossy().replace('\\', "/"))
                .collect();
            let here: BTreeSet<String> = template.starter().files.iter().map(|(name, _)| (*name).to_owned()).collect();
            assert_eq!(here, there, "{id}");
        }
    }

    #[test]
    fn what_is_known_of_a_starter_stands_in_it() {
        for template in Template::value_variants() {
            let starter = template.starter();
            let all: String = starter.files.iter().map(|(_, text)| *text).collect();
            let texts =
                starter.names.iter().chain(starter.days).chain([&starter.email, &starter.country]).chain(starter.website.iter());
            for text in texts {
                assert!(all.contains(text), "{template:?} has no {text}");
            }
            let first = starter.languages.iter().map(|lang| format!("\"{lang}\"")).collect::<Vec<_>>().join(", ");
            let plain = format!("languages: [{}]", starter.languages.join(", "));
            assert!(all.contains(&plain) || all.contains(&format!("languages = [{first}]")), "{template:?}");
        }
    }
}
