//! Registers of any size, made up: the activity of the format's example, over and over, with what it refers to.

mod cells;

use std::fmt::Write;

use cells::expand;

/// How a generated register is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Everything in privreg.yaml.
    OneFile,
    /// One YAML file an activity.
    Yaml,
    /// One TOML file an activity.
    Toml,
}

const ROOT: &str = r#"organisation:
  name: Nordlys Drift AS
  number: 987 654 321
  country: NO
  address: Storgata 1, 0155 Oslo
  email: personvern@nordlys.no
  contact: Head of compliance
  employees: 45
  languages: [nb, en]
  dpo: {none: "Assessed 2026-02-01: no large-scale monitoring or sensitive data"}
settings:
  security_measures: [access-control, strong-authentication, encryption, logging, backup-and-restore, testing, training]
  safeguards_copy: {nb: Skriv til personvern@nordlys.no, en: Write to personvern@nordlys.no}
retention:
  customer-contact:
    period: 1 year after contract-end, at most 3 years after last-contact
    why: {nb: Spørsmål etter avslutning, en: Questions after the end of the contract}
recipients:
  helpdesk:
    name: Helpdesk ApS
    role: processor
    does: {nb: drifter sakssystem og chat, en: runs the ticket system and the chat}
    country: DK
    stored_in: [IE]
    contract: {signed: 2024-03-01, subprocessing: general, objection_days: 30, checked: 2026-03-01}
    subprocessors: none
assessments:
  lia-b2b: {kind: lia, done: 2026-02-01, outcome: passed, file: lia/b2b.md}
notices:
  customers: {covers: [customer-contacts], published: 2026-09-02, version: "1"}
"#;

fn activity_yaml(number: usize) -> String {
    format!(
        r#"name: {{nb: "Kundestøtte {number}", en: "Customer support {number}"}}
owner: Head of support
reviewed: 2026-09-01

data_subjects: [customer-contacts]
sources: [person, their-employer]

data_categories:
  contact-details:  customer-contact             # a shared retention rule
  support-tickets:  2 years after case-closed    # or written out
  chat-transcripts: 90 days after case-closed

purposes:
  answer:
    name:        {{nb: Svare på henvendelser og rette feil, en: Answer requests and fix faults}}
    legal_basis: legitimate-interests
    interest:    {{nb: Levere tjenesten arbeidsgiveren din har kjøpt, en: Deliver the service your employer bought}}
    assessment:  lia-b2b
    required:    no
  staffing:
    name:        {{nb: Telle saker og svartider for å bemanne riktig, en: Count cases and response times to staff the desk}}
    legal_basis: legitimate-interests
    interest:    {{nb: Ha nok folk på vakt, en: Have enough people on duty}}
    assessment:  lia-b2b
    data_categories: [support-tickets]
    required:    no

recipients: [helpdesk]
ai: none
automated_decisions: none
dpia: {{needed: no, why: "No sensitive data, no monitoring, no decisions about people"}}
"#
    )
}

fn activity_toml(number: usize) -> String {
    format!(
        r#"name = {{nb = "Kundestøtte {number}", en = "Customer support {number}"}}
owner = "Head of support"
reviewed = 2026-09-01

data_subjects = ["customer-contacts"]
sources = ["person", "their-employer"]
recipients = ["helpdesk"]
ai = "none"
automated_decisions = "none"
dpia = {{needed = false, why = "No sensitive data, no monitoring, no decisions about people"}}

[data_categories]
contact-details  = "customer-contact"
support-tickets  = "2 years after case-closed"
chat-transcripts = {{for = "90 days", after = "case-closed"}}

[purposes.answer]
name = {{nb = "Svare på henvendelser og rette feil", en = "Answer requests and fix faults"}}
legal_basis = "legitimate-interests"
interest = {{nb = "Levere tjenesten arbeidsgiveren din har kjøpt", en = "Deliver the service your employer bought"}}
assessment = "lia-b2b"
required = "no"

[purposes.staffing]
name = {{nb = "Telle saker og svartider for å bemanne riktig", en = "Count cases and response times to staff the desk"}}
legal_basis = "legitimate-interests"
interest = {{nb = "Ha nok folk på vakt", en = "Have enough people on duty"}}
assessment = "lia-b2b"
data_categories = ["support-tickets"]
required = "no"
"#
    )
}

/// The files of a register with so many activities: name and text.
pub fn register(activities: usize, layout: Layout) -> Vec<(String, String)> {
    let mut root = ROOT.to_owned();
    let mut files = Vec::new();
    if layout == Layout::OneFile {
        root.push_str("activities:\n");
    }
    for number in 0..activities {
        match layout {
            Layout::OneFile => {
                let _ = writeln!(root, "  support-{number}:");
                for line in activity_yaml(number).lines() {
                    let _ = writeln!(root, "{}{line}", if line.is_empty() { "" } else { "    " });
                }
            }
            Layout::Yaml => files.push((format!("activities/support-{number}.yaml"), activity_yaml(number))),
            Layout::Toml => files.push((format!("activities/support-{number}.toml"), activity_toml(number))),
        }
    }
    files.insert(0, ("privreg.yaml".into(), root));
    files
}

/// A register in which everything refers to everything, of so many cells: two activities each, and what belongs to them.
pub fn connected(cells: usize) -> Vec<(String, String)> {
    vec![("privreg.yaml".into(), expand(include_str!("connected.yaml"), cells))]
}

/// A register in which one activity holds so many of each thing.
pub fn packed(cells: usize) -> Vec<(String, String)> {
    vec![("privreg.yaml".into(), expand(include_str!("packed.yaml"), cells))]
}

/// A register in which much is about the same: what holds for a pair of notice and activity, say, cannot be written out.
pub fn crowded(cells: usize) -> Vec<(String, String)> {
    vec![("privreg.yaml".into(), expand(include_str!("crowded.yaml"), cells))]
}
