//! Files from Windows: the same findings in the same places.

use privreg::output::{Format, Style, render};

use crate::common::{check_texts, documents, root};

const TOML: &str = "[organisation]\nname = \"Kåre & Sønn AS\"\ncuntry = \"NO\"\n\n[recipients.mailer]\nname = \"Mailer\"\ncountry = \"US\"\nrole = \"processor\"\ndoes = \"\"\"\nsends\nletters\"\"\"\n\n[activities.news]\nname = \"Nyhetsbrev\"\npurposes.send = {name = \"Send\", legal_basis = \"consnet\"}\n";

fn short(files: &[(String, String)]) -> String {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    render(Format::Short, &[check_texts(&files)], &Style::default())
}

fn with_carriage_returns(files: &[(String, String)]) -> Vec<(String, String)> {
    files.iter().map(|(name, text)| (name.clone(), text.replace('\n', "\r\n"))).collect()
}

#[test]
fn yaml_with_carriage_returns_gives_the_same_findings() {
    let published = ["aize", "ainsky", "attend", "workitems"].map(|name| format!("registers/published/{name}"));
    for folder in published.into_iter().chain(documents::folders()) {
        let loaded = privreg::io::load(&root().join(&folder)).expect("a register");
        let files: Vec<(String, String)> = loaded
            .sources
            .ids()
            .map(|id| (loaded.sources.get(id).relative.clone(), loaded.sources.get(id).text.replace("\r\n", "\n")))
            .collect();
        similar(&short(&files), &short(&with_carriage_returns(&files)), &folder);
    }
}

#[test]
fn toml_with_carriage_returns_gives_the_same_findings() {
    let files = [("privreg.toml".to_owned(), TOML.to_owned())];
    let findings = short(&files);
    assert!(findings.contains("cuntry") && findings.contains("consnet"), "{findings}");
    similar(&findings, &short(&with_carriage_returns(&files)), "TOML");
}

fn similar(left: &str, right: &str, of: &str) {
    for (left, right) in left.lines().zip(right.lines()) {
        assert_eq!(left, right, "{of}");
    }
    assert_eq!(left.lines().count(), right.lines().count(), "{of}");
}
