//! Sub-processors by service, for customers. Public.

use crate::model::*;
use crate::render::Maker;

use super::{Cell, Sheet, Standing, collation, columns, date, facts, lines, text};

pub(super) fn sheet(maker: &Maker<'_>, standing: Standing) -> Sheet {
    let keys = [
        ("service", ""),
        ("name", "Art. 28(2)"),
        ("does", "Art. 28(2)"),
        ("data", ""),
        ("where", "Art. 28(2)"),
        ("mechanism", "Art. 30(2)(c)"),
        ("since", ""),
        ("objection", ""),
    ];
    let register = maker.register;
    let mut rows: Vec<(String, Vec<Cell>)> = Vec::new();
    for service in register.processing_for.iter().filter(|service| service.status != Some(Status::Ended) && !service.broken) {
        let service_name = service.value.name.as_ref().map_or_else(|| service.id.to_string(), |name| maker.text(name));
        for entry in &service.value.subprocessors {
            let Some(recipient) = register.get(entry.recipient) else { continue };
            let narrowed = entry.narrowed.as_deref();
            let data = narrowed.map(|own| maker.categories(register.all(&own.data_categories))).filter(|data| !data.is_empty());
            let data = data.unwrap_or_else(|| maker.categories(register.all(&service.value.data_categories)));
            let flows = crate::flows::of(register, maker.relations, maker.law, recipient);
            let mechanisms: Vec<String> = flows
                .iter()
                .map(|flow| {
                    let name =
                        flow.mechanism().map_or_else(|| maker.words.say("not-stated"), |own| maker.value("mechanism", own.id()));
                    let country = crate::countries::name(flow.country, maker.words.lang).unwrap_or(flow.country.code());
                    maker.words.with("colon", &[("label", country), ("text", &name)])
                })
                .collect();
            let name = maker.recipient(recipient);
            let sort = collation(maker.words.lang, &format!("{service_name}\u{1}{name}"));
            let does = recipient.value.does.as_ref().map(|does| maker.text(does));
            rows.push((
                sort,
                vec![
                    text(maker, service_name.clone()),
                    text(maker, name),
                    super::maybe(
                        maker,
                        does.or_else(|| recipient.category.map(|own| maker.value("recipient_categories", own.id()))),
                    ),
                    text(maker, data),
                    lines(maker, crate::render::policy::recipients::places(maker, recipient)),
                    if mechanisms.is_empty() { Cell::None(maker.words.say("no-transfer")) } else { lines(maker, mechanisms) },
                    date(maker, narrowed.and_then(|own| own.since).or(recipient.since)),
                    narrowed
                        .and_then(|own| own.object_before)
                        .map_or_else(|| Cell::None(maker.words.say("not-applicable")), Cell::Date),
                ],
            ));
        }
    }
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    Sheet {
        id: "subprocessors",
        stem: "subprocessors".into(),
        title: maker.words.say("subprocessors"),
        head: facts(maker, standing, true),
        is_public: true,
        columns: columns(maker, &keys),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        lead: Vec::new(),
        annexes: Vec::new(),
    }
}
