//! Who receives data and where they are: no sentence that data stay inside, or go to nobody, while anything speaks against it.

use privreg::decode::Shape;
use privreg::explain::tables;
use privreg::relations::Relations;
use privreg::render::Maker;
use privreg::render::policy::{Detail, Scope, policy};
use privreg::render::records::{Kind, Standing, page, sheet};
use privreg::render::words::Words;
use privreg::{Law, Register, Sources};

use crate::common::{DAY, day};

/// A register in which nothing leaves the EEA. What stands in capitals is replaced, one at a time.
const REGISTER: &str = "
organisation: {name: Lønhuset AS, country: HOME, languages: [en], stores_in: [STORES]GROUP}
settings: {cookie_banner: {how: bannerBANNER}}
recipients:
  post: {name: Post AS, role: processor, does: Carries parcels, country: NO, subprocessors: noneRECIPIENT}
  far: {name: Far Inc., role: processor, does: Counts, country: US, subprocessors: none}
systems:
  shop: {name: Shop, run_by: usSYSTEM}
  away: {name: Away, run_by: AWAY}
  thinking: {name: Thinking, run_by: us, ai: {provider: THINKING, use: [chat]}}
joint_controllers: {together: {parties: [us, far], agreed: 2024-01-01, essence: We share}}
COOKIES
activities:
  sales:
    name: Sales
    data_subjects: [customers]
    data_categories: {name: CATEGORY}
    purposes: {sell: {name: Deliver orders, legal_basis: contractPURPOSE}}
    recipients: [postALSO]
    systems: [shopSYSTEMS]
    ACTIVITY
notices: {site: {covers: [sales]}}
";

/// What stands in place of the capitals where nothing leaves the EEA.
const INSIDE: [(&str, &str); 12] = [
    ("HOME", "NO"),
    ("STORES", "NO"),
    ("GROUP", ""),
    ("BANNER", ""),
    ("RECIPIENT", ""),
    ("SYSTEMS", ""),
    ("SYSTEM", ""),
    ("COOKIES", ""),
    ("CATEGORY", "3 years"),
    ("PURPOSE", ""),
    ("ALSO", ""),
    ("ACTIVITY", ""),
];

/// Each field that speaks against it, with what stands in it, and whether somebody new receives data through it.
const AGAINST: [(&str, &str, &str, bool); 25] = [
    ("organisation.country", "HOME", "US", false),
    ("organisation.stores_in", "STORES", "US", false),
    ("group.members", "GROUP", ", group: {name: All, members: [far]}", true),
    ("recipient.country", "RECIPIENT", ", stored_in: [US]", false),
    ("recipient.stored_in", "RECIPIENT", ", stored_in: [worldwide]", false),
    ("recipient.access_from", "RECIPIENT", ", access_from: [IN]", false),
    ("recipient.entities", "RECIPIENT", ", entities: [{name: Post Inc., country: US}]", false),
    ("entity.country", "RECIPIENT", ", entities: [{name: Post Inc.}]", false),
    ("recipient.services", "RECIPIENT", ", services: {sms: {does: Sends, stored_in: [US]}}", false),
    ("service.country", "RECIPIENT", ", services: {sms: {does: Sends, country: US}}", false),
    ("service.access_from", "RECIPIENT", ", services: {sms: {does: Sends, access_from: [US]}}", false),
    ("service.subprocessors", "RECIPIENT", ", services: {sms: {does: Sends, subprocessors: [far]}}", false),
    ("recipient.transfers", "RECIPIENT", ", transfers: {US: dpf}", false),
    ("recipient.dpf", "RECIPIENT", ", dpf: {entity: Post Inc., status: active}", false),
    ("system.country", "SYSTEM", ", country: US", false),
    ("system.run_by", "SYSTEMS", ", away", true),
    ("system.ai", "SYSTEMS", ", thinking", true),
    ("category_use.systems", "CATEGORY", "{retention: 3 years, systems: [away]}", true),
    ("purpose.recipients", "PURPOSE", ", recipients: [far]", true),
    ("consent.record", "PURPOSE", ", consent: {withdraw: Write, record: far}", true),
    ("activity.recipients", "ALSO", ", far", true),
    ("activity.ai", "ACTIVITY", "ai: {provider: far, use: [chat]}", true),
    ("activity.joint_controllers", "ACTIVITY", "joint_controllers: [together]", true),
    ("cookie.set_by", "COOKIES", "cookies: {c: {for: statistics, set_by: far, lasts: session, text: Counts}}", true),
    ("cookie_banner.record", "BANNER", ", record: far", false),
];

fn with(slot: &str, value: &str) -> String {
    // Nobody abroad runs a system, or the AI in one, but where that is what is tried.
    let operator = |system: &str| if value.contains(system) { "far" } else { "us" };
    let mut text = REGISTER.replace("AWAY", operator("away")).replace("THINKING", operator("thinking"));
    for (name, inside) in INSIDE {
        text = text.replace(name, if name == slot { value } else { inside });
    }
    text
}

/// Notice, record of Art. 30 and report of transfers, as their lines.
fn documents(text: &str) -> [String; 3] {
    let mut sources = Sources::default();
    sources.add("privreg.yaml", "privreg.yaml", text);
    let register = Register::read(sources);
    let law = Law::on(day(DAY));
    let relations = Relations::of(&register);
    let maker = Maker::new(&register, &law, &relations, Words::of("en").expect("English"));
    let notice = &register.notices[0];
    let scope = Scope::of(&maker, notice, None, Detail::Plain);
    let of = |kind| format!("{:?}", page(&maker, &sheet(&maker, kind, Standing::default())));
    [format!("{:?}", policy(&maker, &scope, "site")), of(Kind::ControllerRecord), of(Kind::Transfers)]
}

const STAYS: [&str; 2] = ["Your data stays in the EEA.", "No data leave the EEA."];

#[test]
fn what_stays_inside_is_said_to() {
    let [notice, _, report] = documents(&with("", ""));
    assert!(notice.contains(STAYS[0]), "{notice}");
    assert!(report.contains(STAYS[1]), "{report}");
}

#[test]
fn nothing_is_said_to_stay_inside_while_a_field_speaks_against_it() {
    for (field, slot, value, is_receiver) in AGAINST {
        let [notice, record, report] = documents(&with(slot, value));
        assert!(!notice.contains(STAYS[0]), "{field}: the notice");
        assert!(!report.contains(STAYS[1]), "{field}: the report");
        // A cookie without an activity, and the group, stand in no row of the record.
        let has_row = is_receiver && !["cookie.set_by", "group.members"].contains(&field);
        assert!(!is_receiver || notice.contains("Far Inc."), "{field}: the notice does not name who receives");
        assert!(!has_row || record.contains("Far Inc."), "{field}: the record does not name who receives");
    }
}

/// Fields that can hold a place or name a recipient and say neither who receives data nor where they are, with the reason.
const ASIDE: [(&str, &str); 24] = [
    ("organisation.offers_to", "where people are"),
    ("organisation.monitors", "where people are"),
    ("representative.country", "a representative holds no data of the scope"),
    ("group.parent_country", "a parent has no data for being one"),
    ("parent.country", "a parent has no data for being one"),
    ("recipient.parent", "a parent has no data for being one"),
    ("recipient_use.transfers", "narrows a mechanism of the recipient: read with it"),
    ("settings.transfers", "holds for recipients that have such a place"),
    ("processing_for.transfers", "how customers' data come in: printed in the record"),
    ("transfer.exporter", "who signs, not who receives"),
    ("document.issued_by", "who wrote it"),
    ("assessment.country", "what was assessed"),
    ("assessment.covers", "what was assessed"),
    ("commitment.covers", "what a promise is about"),
    ("law.country", "whose law it is"),
    ("source.country", "where data come from"),
    ("activity.sources", "where data come from"),
    ("category_use.sources", "where data come from"),
    ("collection.sources", "where data come from"),
    ("data_subject.country", "where people are"),
    ("cookie_consent.record", "read with the cookie"),
    ("access.by", "printed where the recipient is: who looks for it"),
    ("joint_arrangement.parties", "read with the activity that uses it"),
    ("ai.provider", "read with what uses it"),
];

/// Fields read with the table they stand in.
const COLLECTED: [&str; 8] = [
    "processing_for.subprocessors",
    "processing_for.ai",
    "processing_for.systems",
    "recipient.subprocessors",
    "service.transfers",
    "service.stored_in",
    "activity.systems",
    "recipient.category",
];

fn names_a_place_or_recipient(shape: &Shape) -> bool {
    match shape {
        Shape::Scalar(name, _) => matches!(*name, "country" | "place"),
        Shape::Ref(sections, _) => sections.contains(&"recipients"),
        Shape::List(inner) => names_a_place_or_recipient(inner),
        Shape::Map(key, value) => names_a_place_or_recipient(key) || names_a_place_or_recipient(value),
        Shape::Either(all) => all.iter().any(names_a_place_or_recipient),
        _ => false,
    }
}

#[test]
fn every_field_that_holds_a_place_or_a_recipient_is_collected_or_stands_aside() {
    let mut missing = Vec::new();
    let mut looked_at = Vec::new();
    for field in tables().into_iter().flat_map(|table| table.fields()) {
        let name = format!("{}.{}", field.table, field.name);
        let is_known = AGAINST.iter().any(|(own, ..)| *own == name)
            || ASIDE.iter().any(|(own, _)| *own == name)
            || COLLECTED.contains(&&*name);
        if names_a_place_or_recipient(&(field.shape)()) {
            if is_known {
                looked_at.push(name);
            } else {
                missing.push(name);
            }
        }
    }
    let stale: Vec<_> = ASIDE.iter().filter(|(own, _)| !looked_at.iter().any(|name| name == own)).collect();
    assert!(stale.is_empty(), "no such field: {stale:?}");
    assert!(missing.is_empty(), "neither collected nor set aside with a reason: {missing:?}");
}

#[test]
fn what_one_activity_narrows_is_not_said_of_all() {
    let narrow = with("ALSO", ", far").replace("[post, far]", "{post: {}, far: {data_categories: [name]}}");
    let [notice, record, _] = documents(&narrow);
    assert!(notice.contains("Gets: name.") && record.contains("Gets: name."), "{notice}");
    let wider = narrow.replace("notices:", "  help: {name: Help, data_subjects: [customers], recipients: [far]}\nnotices:");
    let [notice, ..] = documents(&wider.replace("covers: [sales]", "covers: [sales, help]"));
    assert!(notice.contains("Sales: Gets: name."), "{notice}");
}
