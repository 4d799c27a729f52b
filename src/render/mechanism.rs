//! What a transfer rests on, in sentences: the notice, the records, the letter and the report say it in these words.

use crate::decode::{AnyTarget, Either, Entry, Place};
use crate::flows::Flow;
use crate::law::Validity;
use crate::mechanisms::{self, Stand};
use crate::model::*;
use crate::render::{Maker, clean, ended, lower_first, lower_name, upper_first};

/// A transfer to one place, with what the register says of it.
#[derive(Clone, Copy)]
pub(in crate::render) struct Ground<'r> {
    pub recipient: &'r Entry<Recipient>,
    pub service: Option<&'r Entry<Service>>,
    /// A third country or an international organisation.
    pub place: Place,
    /// Who looks at data from there.
    pub access: Option<&'r Access>,
    pub stated: Option<&'r TransferEntry>,
}

impl<'r> From<&Flow<'r>> for Ground<'r> {
    fn from(flow: &Flow<'r>) -> Self {
        let Flow { recipient, service, access, stated, .. } = *flow;
        Ground { recipient, service, place: flow.place, access, stated }
    }
}

impl<'r> Ground<'r> {
    fn mechanisms(&self) -> &'r [MechanismEntry] {
        self.stated.map_or(&[], |entry| &entry.mechanisms)
    }

    /// Whether a copy of something written can be asked for: clauses, rules, codes, certificates.
    pub fn has_copy(&self) -> bool {
        let written = |entry: &MechanismEntry| {
            matches!(
                entry.mechanism,
                Some(
                    Mechanism::Sccs
                        | Mechanism::Bcr
                        | Mechanism::AdHocClauses
                        | Mechanism::SaClauses
                        | Mechanism::CodeOfConduct
                        | Mechanism::Certification
                )
            ) || entry.copy.is_some()
        };
        self.mechanisms().iter().any(written)
    }
}

/// Who has or sees data where, and on what ground.
pub(in crate::render) fn sentence(maker: &Maker<'_>, ground: &Ground<'_>) -> String {
    let mut parts = vec![who(maker, ground)];
    match ground.mechanisms() {
        [] => parts.push(maker.words.say("transfer-unstated")),
        [first, others @ ..] => {
            parts.extend(applies(maker, ground, first));
            parts.extend(others.iter().filter_map(|entry| stands_by(maker, ground, entry)));
            parts.extend(remarks(maker, ground, first));
        }
    }
    parts.join(" ")
}

fn who(maker: &Maker<'_>, ground: &Ground<'_>) -> String {
    let w = maker.words;
    let name = match ground.service {
        Some(service) if service.value.name.is_some() => {
            format!("{} ({})", maker.recipient(ground.recipient), maker.name(service.value.name.as_ref(), &service.id))
        }
        _ => maker.recipient(ground.recipient),
    };
    let Place::Country(country) = ground.place else {
        return ended(&format!("{name} ({})", maker.place(ground.place)));
    };
    let place = maker.within(country);
    // Who looks from there, or takes part in the contract there, need not be the company the contract is with.
    let by = ground.access.and_then(|access| access.by.as_ref()).map(|by| match by {
        Either::One(by) => maker.register.get(*by).map_or(String::new(), |own| maker.recipient(own)),
        Either::Other(by) => clean::text(by),
    });
    let importer = ground.mechanisms().first().and_then(|first| first.importer.as_deref()).map(clean::text);
    match by.or(importer).filter(|other| !other.is_empty() && *other != name) {
        Some(other) => w.with("transfer-through", &[("other", &other), ("where", &place), ("name", &name)]),
        None => w.with("transfer-from", &[("name", &name), ("where", &place)]),
    }
}

/// The mechanism that applies. Nothing is called signed or certified that the register does not say is.
fn applies(maker: &Maker<'_>, ground: &Ground<'_>, entry: &MechanismEntry) -> Vec<String> {
    let w = maker.words;
    let stand = mechanisms::stand(maker.law, ground.recipient, entry);
    let listed = mechanisms::dpf(maker.law, ground.recipient);
    let mut parts = Vec::new();
    match entry.mechanism {
        None | Some(Mechanism::Unspecified) => parts.push(w.say("transfer-unstated")),
        Some(Mechanism::NotATransfer) => {
            let why = entry.why.as_ref().map_or(String::new(), |why| lower_first(&maker.text(why)));
            parts.push(ended(&w.with("transfer-not", &[("why", &why)])));
        }
        Some(own) if !matches!(maker.law.validity(own), Validity::Valid) => {
            parts.push(w.with("transfer-invalid", &[("mechanism", &maker.value("mechanism", own.id()))]));
        }
        Some(Mechanism::Dpf | Mechanism::Adequacy) => match decision(maker, ground) {
            Some(number) => parts.push(w.with("transfer-adequacy", &[("decision", &number)])),
            None => parts.push(match listed {
                Some((entity, checked)) => {
                    w.with("transfer-dpf-entity", &[("entity", &clean::text(entity)), ("date", &w.date(checked))])
                }
                None => w.say("transfer-dpf"),
            }),
        },
        Some(own) => {
            parts.push(w.say(if has_decision(maker, ground) { "transfer-not-relied" } else { "transfer-no-decision" }));
            parts.push(safeguard(maker, entry, own, stand));
            let names_it = ground.mechanisms().iter().any(|entry| entry.mechanism == Some(Mechanism::Dpf));
            if let Some((entity, checked)) = listed.filter(|_| !names_it) {
                parts.push(w.with("transfer-dpf-also", &[("entity", &clean::text(entity)), ("date", &w.date(checked))]));
            }
        }
    }
    parts
}

/// A safeguard of Art. 46 or an exception of Art. 49, with what identifies it.
fn safeguard(maker: &Maker<'_>, entry: &MechanismEntry, mechanism: Mechanism, stand: Stand) -> String {
    let w = maker.words;
    match mechanism {
        Mechanism::Sccs => {
            let signed = stand == Stand::Holds;
            match modules(maker, entry) {
                Some(modules) => w.with(if signed { "transfer-sccs" } else { "transfer-sccs-open" }, &[("modules", &modules)]),
                None => w.say(if signed { "transfer-sccs-plain" } else { "transfer-sccs-open-plain" }),
            }
        }
        Mechanism::Derogation => {
            let ground = lower_first(&entry.ground.map_or(String::new(), |ground| maker.value("derogation_ground", ground.id())));
            match maker.citations(&entry.law) {
                law if law.is_empty() => w.with("transfer-derogation", &[("ground", &ground)]),
                law => w.with("transfer-derogation-law", &[("ground", &ground), ("law", &law)]),
            }
        }
        other => {
            let mechanism = lower_first(&maker.value("mechanism", other.id()));
            let name = [&entry.code, &entry.scheme, &entry.instrument].into_iter().flatten().next();
            match name {
                Some(name) => w.with("transfer-other-named", &[("mechanism", &mechanism), ("name", &clean::text(name))]),
                None => w.with("transfer-other", &[("mechanism", &mechanism)]),
            }
        }
    }
}

/// What would apply if the first fell: only what is there already.
fn stands_by(maker: &Maker<'_>, ground: &Ground<'_>, entry: &MechanismEntry) -> Option<String> {
    let kind = entry.mechanism?;
    let holds = mechanisms::stand(maker.law, ground.recipient, entry) == Stand::Holds;
    holds.then(|| {
        let mechanism = lower_first(&maker.value("mechanism", kind.id()));
        ended(&maker.words.with("transfer-standby", &[("mechanism", &mechanism)]))
    })
}

/// Which data, when, what protects them further, and how to take a consent back.
fn remarks(maker: &Maker<'_>, ground: &Ground<'_>, entry: &MechanismEntry) -> Vec<String> {
    let w = maker.words;
    let mut parts = Vec::new();
    let sees = entry.sees.as_ref().or_else(|| ground.access.and_then(|access| access.sees.as_ref()));
    if let Some(sees) = sees {
        parts.push(ended(&w.with("transfer-what", &[("what", &lower_first(&maker.text(sees)))])));
    }
    if let Some(when) = entry.when.as_ref() {
        parts.push(ended(&upper_first(&maker.text(when))));
    }
    let measures: Vec<&Entry<SecurityMeasure>> = maker.register.all(&entry.transfer.security_measures).collect();
    if !measures.is_empty() {
        parts.push(w.with("transfer-measures", &[("measures", lower_name(&maker.measures(&measures)).trim_end_matches('.'))]));
    }
    if let Some(risks) = &entry.risks_explained {
        parts.push(ended(&w.with("transfer-risks", &[("text", &maker.text(risks))])));
    }
    if let Some(withdraw) = entry.consent.as_ref().and_then(|consent| consent.withdraw.as_ref()) {
        parts.push(ended(&w.with("transfer-withdraw", &[("how", &lower_first(&maker.text(withdraw)))])));
    }
    // What holds for all transfers is said below them.
    let of_all = maker.register.settings.safeguards_copy.as_ref().map(|copy| maker.text(copy));
    if let Some(copy) = entry.copy.as_ref().map(|copy| maker.text(copy)).filter(|copy| Some(copy) != of_all.as_ref()) {
        parts.push(ended(&w.with("transfer-copy", &[("how", &lower_first(&copy))])));
    }
    parts
}

/// Whether the Commission has decided on the place at all, for all of it or for some.
fn has_decision(maker: &Maker<'_>, ground: &Ground<'_>) -> bool {
    match ground.place {
        Place::Country(country) => maker.law.adequacy(country).is_some(),
        _ => maker.law.organisation_adequacy(&maker.recipient(ground.recipient)).is_some(),
    }
}

/// The decision on the place itself, not on companies on a list; with the letters of the language for the European Community.
fn decision(maker: &Maker<'_>, ground: &Ground<'_>) -> Option<String> {
    let number = match ground.place {
        Place::Country(country) => maker.law.adequacy(country).filter(|decision| !decision.is_list())?.decision.as_str(),
        _ => maker.law.organisation_adequacy(&maker.recipient(ground.recipient))?.decision.as_str(),
    };
    let of_the_community = |number: &str| maker.words.with("decision-ec", &[("number", number)]);
    Some(number.strip_suffix("/EC").map_or_else(|| number.to_owned(), of_the_community))
}

fn modules(maker: &Maker<'_>, entry: &Transfer) -> Option<String> {
    let modules: Vec<String> =
        entry.module.iter().filter_map(|module| module.id().parse().ok()).map(|number| maker.words.module(number)).collect();
    (!modules.is_empty()).then(|| maker.words.list(modules))
}

/// What a mechanism rests on in the file, for the record and the report: each fact under its own label.
pub(in crate::render) fn evidence(maker: &Maker<'_>, entry: &Transfer) -> Vec<String> {
    let w = maker.words;
    let date = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let plain = |text: &Option<crate::decode::Excerpt>| text.as_deref().map(clean::text);
    let words = |text: &Option<crate::decode::Text>| maker.maybe(text.as_ref());
    let approval = entry.approval.as_deref().map(|own| {
        let parts = [own.reference.as_deref().map(clean::text), date(own.date), own.authority.as_deref().map(clean::text)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let exporter = entry.exporter.and_then(|own| match own.target {
        AnyTarget::Word(word) => Some(w.say(&format!("exporter-{word}"))),
        AnyTarget::Definition(..) => {
            own.to::<Recipient>().and_then(|own| maker.register.get(own)).map(|own| maker.recipient(own))
        }
        AnyTarget::Nothing => None,
    });
    let consent = entry.consent.as_deref().and_then(|consent| consent.how).map(|how| maker.value("consent_how", how.id()));
    let facts = [
        ("e-set", entry.set.map(|set| set.id().to_owned())),
        ("e-modules", modules(maker, entry)),
        ("e-signed", date(entry.signed)),
        ("e-exporter", exporter),
        ("e-importer", plain(&entry.importer)),
        ("e-bound", entry.bound.map(|bound| w.say(if bound { "yes" } else { "no" }))),
        ("e-approval", approval),
        ("e-name", [&entry.code, &entry.scheme, &entry.instrument].into_iter().find_map(|name| name.as_deref().map(clean::text))),
        ("e-adherence", date(entry.adherence)),
        ("e-certificate", plain(&entry.certificate)),
        ("e-valid", date(entry.valid_until)),
        ("e-ground", entry.ground.map(|own| maker.value("derogation_ground", own.id()))),
        ("e-law", Some(maker.citations(&entry.law)).filter(|law| !law.is_empty())),
        ("e-consent", consent),
        ("e-frequency", entry.frequency.map(|own| maker.value("frequency", own.id()))),
        ("e-necessity", words(&entry.necessity)),
        ("e-safeguards", words(&entry.safeguards)),
        ("e-affected", entry.people_affected.map(|count| count.to_string())),
        ("e-no-other", words(&entry.why_no_other)),
        ("e-authority", date(entry.authority_informed)),
        ("e-people", date(entry.people_informed)),
        ("e-why", words(&entry.why)),
        ("e-file", entry.file.as_ref().map(|file| clean::text(file))),
    ];
    let labelled = facts.into_iter().filter_map(|(key, text)| Some((key, text?)));
    labelled.map(|(key, text)| w.with("colon", &[("label", &w.say(key)), ("text", &text)])).collect()
}

/// The entry in the Data Privacy Framework list as it was looked up.
pub(in crate::render) fn entry_in_list(maker: &Maker<'_>, dpf: &Dpf) -> Option<String> {
    let w = maker.words;
    let covers = w.list(dpf.covers.iter().map(|own| maker.value("dpf_covers", own.id())));
    let parts = [
        dpf.entity.as_deref().map(clean::text),
        dpf.status.map(|status| maker.value("dpf_status", status.id())),
        Some(covers).filter(|covers| !covers.is_empty()),
        dpf.checked.map(|day| w.with("e-looked-up", &[("date", &day.to_string())])),
        dpf.until.map(|day| w.with("e-due", &[("date", &day.to_string())])),
        Some(dpf.covered_entities.iter().map(|name| clean::text(name)).collect::<Vec<_>>().join(", "))
            .filter(|list| !list.is_empty()),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
    (!text.is_empty()).then(|| w.with("colon", &[("label", &w.say("e-listed")), ("text", &text)]))
}
